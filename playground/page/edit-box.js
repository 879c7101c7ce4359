// One's own message as text again, to be changed in its place.
import { html, useLayoutEffect, useRef, useState } from "./dom.js";
import { unescape } from "./mrkdwn.js";
import { editMessage } from "./session.js";
import { state, toast, update } from "./state.js";
import { t } from "./words.js";

/** The text as it was typed: references become handles and names again, links their addresses. */
export function typedText(text) {
  const person = (id) => state.people.get(id)?.name || id;
  const channel = (id) => state.conversations.find((c) => c.id === id)?.name || id;
  return unescape(text.replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, id) => `@${person(id)}`).replace(/<#(\w+)(?:\|[^>]*)?>/g, (_, id) => `#${channel(id)}`)
    .replace(/<!(here|channel|everyone)>/g, "@$1").replace(/<((?:https?|mailto):[^|>]*)(?:\|[^>]*)?>/g, "$1"));
}

export function EditBox({ message }) {
  const before = typedText(message.text);
  const [text, setText] = useState(before);
  const area = useRef(null);
  useLayoutEffect(() => {
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [text]);
  useLayoutEffect(() => {
    area.current.focus();
    area.current.setSelectionRange(before.length, before.length);
  }, []);
  const leave = () => update({ editing: null });
  const save = async () => {
    if (!text.trim()) return;
    try {
      if (text !== before) await editMessage(message, text);
      leave();
    } catch (error) {
      toast(error.message, "error");
    }
  };
  const key = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="edit-box"><textarea ref=${area} class="field" rows="1" aria-label=${t("editMessage")} data-testid="edit-box" value=${text} onInput=${(e) => setText(e.target.value)} onKeyDown=${key}></textarea>
    <div class="edit-bar"><button type="button" class="button" onClick=${leave}>${t("cancel")}</button>
      <button type="button" class="button primary" data-testid="edit-save" disabled=${!text.trim()} onClick=${save}>${t("save")}</button></div></div>`;
}
