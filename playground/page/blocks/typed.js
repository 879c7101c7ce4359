// Typed fields: text of one or more lines, e-mail, URL, number.
import { html, useLayoutEffect, useRef } from "../dom.js";
import { t } from "../words.js";
import { useCommit } from "./commit.js";
import { speaks } from "./host.js";

const TYPES = { email_text_input: "email", url_text_input: "url" };
const PAUSE_MS = 300; // how long typing must rest before "on_character_entered" is sent

export function TextField({ block, element, id, labelId, describedBy, invalid }) {
  const { value, set, send, host } = useCommit(block, element);
  const text = value.value || "";
  const area = useRef(null);
  const timer = useRef(null);
  const many = element.type === "plain_text_input" && element.multiline;
  const when = element.dispatch_action_config?.trigger_actions_on || ["on_enter_pressed"];
  const max = element.max_length || (element.type === "plain_text_input" ? 3000 : undefined);

  useLayoutEffect(() => {
    if (element.focus_on_load) area.current.focus();
    return () => clearTimeout(timer.current);
  }, []);
  useLayoutEffect(() => {
    if (!many) return;
    area.current.style.height = "auto";
    area.current.style.height = `${Math.min(area.current.scrollHeight + 2, 280)}px`;
  }, [text]);

  const input = (event) => {
    const typed = event.target.value;
    set({ value: typed === "" ? null : typed });
    if (!speaks(block) || !when.includes("on_character_entered")) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send({ value: typed === "" ? null : typed }), PAUSE_MS);
  };
  const key = (event) => {
    if (event.key !== "Enter" || event.isComposing || event.metaKey || event.ctrlKey) return;
    if (speaks(block) && when.includes("on_enter_pressed") && !(many && event.shiftKey)) {
      event.preventDefault();
      send({ value: value.value ?? null });
    }
  };
  const shared = {
    id, ref: area, class: "field", value: text, onInput: input, onKeyDown: key, autocomplete: "off",
    placeholder: element.placeholder ? element.placeholder.text : undefined,
    "aria-label": labelId ? undefined : element.placeholder?.text || t("text"), "aria-describedby": describedBy,
    "aria-invalid": invalid ? "true" : undefined, "data-action-id": element.action_id, "data-block-id": block.block_id,
  };
  const left = max ? max - text.length : null;
  return html`<div class="field-box">
    ${many ? html`<textarea ...${shared} rows="4"></textarea>`
      : html`<input ...${shared} type=${TYPES[element.type] || "text"} inputmode=${element.type === "number_input" ? "decimal" : undefined} />`}
    ${left !== null && host.kind !== "message" && (left < 0 || left <= Math.min(100, max * 0.2))
      && html`<span class=${`counter ${left < 0 ? "over" : ""}`} aria-live="polite">${left}</span>`}
  </div>`;
}
