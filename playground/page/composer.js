// Where people write: messages, slash commands with completion, mentions, files, shortcuts.
import { Avatar } from "./avatar.js";
import { Completion, completionFor } from "./completion.js";
import { html, useLayoutEffect, useRef, useState } from "./dom.js";
import { continued, FORMATS } from "./editing.js";
import { EmojiPicker } from "./emoji-picker.js";
import { emojiChar } from "./emoji.js";
import { shareFiles } from "./files.js";
import { Icon, SendSign } from "./icons.js";
import { Menu, Popover } from "./popover.js";
import { runCommand, runShortcut, sendMessage } from "./session.js";
import { state, toast, update, useStore } from "./state.js";
import { conversationName } from "./store.js";
import { t } from "./words.js";

const COMMAND = /^(\/\S+)(?:\s+([\s\S]*))?$/;
const TALLEST = 240;
const WIDE = 760; // px from which the cursor goes to the composer by itself

function setDraft(key, text) {
  update({ drafts: new Map(state.drafts).set(key, text) });
}

/** Sends what was typed; whether it went. A failure is told by a sentence, and nothing typed is lost. */
async function send(conversation, key, text, threadTs, broadcast) {
  const typed = text.trim();
  if (!typed) return false;
  const command = COMMAND.exec(typed);
  setDraft(key, "");
  update({ sent: state.sent + 1 });
  try {
    if (command && threadTs) throw new Error(t("noThreadCommands", { command: command[1] }));
    else if (command) await runCommand(conversation.id, command[1], command[2] || "");
    else await sendMessage(conversation.id, typed, threadTs, broadcast);
    return true;
  } catch (error) {
    if (!state.drafts.get(key)) setDraft(key, text);
    if (!command || threadTs || error.code === "unreachable") toast(error.message, "error");
    return false;
  }
}

function Formats({ apply }) {
  return html`<div class="composer-marks" role="toolbar" aria-label=${t("formatting")}>
    ${FORMATS.map((format, i) => (format === "|" ? html`<span class="marks-line" key=${i}></span>` : html`<button type="button" class=${`icon-button mark-${format.name}`} key=${format.name} tabindex="-1"
      title=${t(format.name)} aria-label=${t(format.name)} onMouseDown=${(e) => e.preventDefault()} onClick=${() => apply(format)}>${format.sign || html`<${Icon} name=${format.icon} />`}</button>`))}
  </div>`;
}

function plusItems(shortcuts, chooseFile) {
  const global = shortcuts.filter((s) => s.type === "global");
  const mark = html`<${Avatar} person=${{ is_app: true }} size=${20} />`;
  return [
    ...(global.length ? [{ heading: t("shortcuts") }] : []),
    ...global.map((s) => ({ label: s.name, description: s.description || state.app.name, icon: mark, run: () => runShortcut(s).catch((e) => toast(e.message, "error")) })),
    ...(global.length ? ["-"] : []),
    { label: t("uploadFile"), description: t("uploadHint"), icon: html`<${Icon} name="clip" size=${20} />`, run: chooseFile },
  ];
}

export function Composer({ conversation, threadTs }) {
  const key = threadTs ? `${conversation.id}/${threadTs}` : conversation.id;
  const [text, shortcuts] = useStore((s) => [s.drafts.get(key) || "", s.shortcuts]);
  const area = useRef(null);
  const emojiButton = useRef(null);
  const files = useRef(null);
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState(null);
  const [chosen, setChosen] = useState({ at: 0, of: null });
  const [emoji, setEmoji] = useState(false);
  const [also, setAlso] = useState(false); // a reply that the whole conversation is to see
  const [marks, setMarks] = useState(window.innerWidth > WIDE);
  const name = conversationName(conversation);

  const found = completionFor(text, caret, Boolean(threadTs));
  const completion = found && found.items.length && dismissed !== `${found.from}:${text.slice(0, found.from + 1)}` ? found : null;

  // A choice belongs to the list that it was made in: another text begins at the top, with no moment in between.
  const list = completion && `${completion.from}:${text}`;
  const at = chosen.of === list ? chosen.at : 0;
  const setAt = (next) => setChosen({ at: next, of: list });

  useLayoutEffect(() => {
    const el = area.current;
    el.style.height = "auto";
    el.style.height = `${Math.min(el.scrollHeight, TALLEST)}px`;
  }, [text]);
  // Before anything can be typed: later it would put the caret back to where the text ended when the room was opened.
  useLayoutEffect(() => {
    if (window.innerWidth > WIDE) area.current.focus({ preventScroll: true });
    setCaret(text.length);
  }, [key]);

  const put = (next, from, to = from) => {
    setDraft(key, next);
    setCaret(to);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from, to);
    });
  };
  const selection = () => ({ text, from: area.current.selectionStart, to: area.current.selectionEnd });
  const apply = (format) => {
    const made = format.apply(selection());
    put(made.text, made.from, made.to);
  };
  const complete = (item) => {
    const before = text.slice(0, completion.from) + item.insert;
    put(before + text.slice(caret).replace(/^\s/, ""), before.length);
  };
  const go = async () => {
    if (await send(conversation, key, text, threadTs, also)) setAlso(false);
  };

  const completing = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const exact = ["command", "person"].includes(completion.kind) && completion.items[at]?.insert.trim() === text.slice(completion.from).trim();
    if (step) setAt((at + step + completion.items.length) % completion.items.length);
    else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !exact)) complete(completion.items[at] || completion.items[0]);
    else if (event.key === "Escape") setDismissed(`${completion.from}:${text.slice(0, completion.from + 1)}`);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const onKey = (event) => {
    if (event.isComposing || (completion && completing(event))) return;
    const pressed = `${event.shiftKey ? "shift+" : ""}${event.key.toLowerCase()}`;
    const format = (event.ctrlKey || event.metaKey) && !event.altKey && FORMATS.find((f) => f.keys === pressed);
    const next = event.key === "Enter" && event.shiftKey && continued(selection());
    if (format) apply(format);
    else if (next) put(next.text, next.from, next.to);
    else if (event.key === "Enter" && !event.shiftKey) go();
    else return;
    event.preventDefault();
  };
  const paste = (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    shareFiles(conversation.id, [...event.clipboardData.files]);
  };
  const pickEmoji = (chosen) => {
    setEmoji(false);
    const typed = emojiChar(chosen) ? `:${chosen}: ` : "";
    put(text.slice(0, caret) + typed + text.slice(caret), caret + typed.length);
  };
  const listId = `complete-${key}`;
  const tool = (label, sign, run, more = {}) => html`<button type="button" class="icon-button" aria-label=${t(label)} title=${t(label)} onClick=${run} ...${more}><${Icon} name=${sign} /></button>`;
  return html`<div class="composer-frame">
    ${completion && html`<${Completion} found=${completion} at=${at} setAt=${setAt} pick=${complete} id=${listId} />`}
    <div class="composer">
      ${marks && html`<${Formats} apply=${apply} />`}
      <textarea ref=${area} rows="1" value=${text} data-testid=${threadTs ? "thread-composer" : "composer"} aria-label=${threadTs ? t("reply") : t("messageTo", { name })}
        placeholder=${threadTs ? t("replyHint") : t("messageHint", { name: `${conversation.kind === "channel" ? "#" : ""}${name}` })}
        aria-autocomplete="list" aria-controls=${completion ? listId : undefined} aria-activedescendant=${completion ? `${listId}-${at}` : undefined}
        onInput=${(e) => { setDraft(key, e.target.value); setCaret(e.target.selectionStart); }} onKeyDown=${onKey}
        onKeyUp=${(e) => setCaret(e.target.selectionStart)} onClick=${(e) => setCaret(e.target.selectionStart)} onPaste=${paste}></textarea>
      ${threadTs && html`<label class="also-send"><input type="checkbox" checked=${also} data-testid="also-send" onChange=${(e) => setAlso(e.target.checked)} />
        ${t(conversation.kind === "channel" ? "alsoSend" : "alsoSendDm", { name })}</label>`}
      <div class="composer-bar">
        <${Menu} label=${t("plusMenu")} icon=${html`<${Icon} name="plus" />`} items=${plusItems(shortcuts, () => files.current.click())} align="start" class="icon-button round" testid="shortcuts" />
        ${tool("formatting", "format", () => setMarks(!marks), { "aria-pressed": marks ? "true" : "false" })}
        <span ref=${emojiButton}>${tool("emoji", "smile", () => setEmoji(!emoji), { "aria-expanded": emoji ? "true" : "false" })}</span>
        ${emoji && html`<${Popover} anchor=${emojiButton} above onClose=${() => setEmoji(false)} class="emoji-popover" role="dialog" aria-label=${t("emoji")}><${EmojiPicker} onPick=${pickEmoji} /><//>`}
        ${tool("mentionSomeone", "at", () => put(`${text.slice(0, caret)}@${text.slice(caret)}`, caret + 1))}
        ${!threadTs && html`<span class="bar-line"></span>${tool("runCommand", "slash", () => put("/", 1))}`}
        <span class="composer-hint">${text ? html`<b>Shift + Enter</b> ${t("newLine")}` : ""}</span>
        <button type="button" class=${`send ${text.trim() ? "ready" : ""}`} aria-label=${t("send")} title=${t("send")} disabled=${!text.trim()} onClick=${go} data-testid="send"><${SendSign} /></button>
        <input type="file" multiple hidden ref=${files} data-testid="file-input" onChange=${(e) => { shareFiles(conversation.id, [...e.target.files]); e.target.value = ""; }} />
      </div>
    </div>
  </div>`;
}
