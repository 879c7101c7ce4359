// Where people write: messages, slash commands with completion, mentions, files, shortcuts.
import { Completion, completionFor } from "./completion.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "./dom.js";
import { EmojiPicker } from "./emoji-picker.js";
import { emojiChar } from "./emoji.js";
import { Menu, Popover } from "./popover.js";
import { runCommand, runShortcut, sendFile, sendMessage } from "./session.js";
import { state, toast, update, useStore } from "./state.js";
import { conversationName } from "./store.js";

const COMMAND = /^(\/\S+)(?:\s+([\s\S]*))?$/;
const MARKS = [["*", "Bold", "B"], ["_", "Italic", "I"], ["~", "Strikethrough", "S"], ["`", "Code", "</>"]];

function setDraft(key, text) {
  update({ drafts: new Map(state.drafts).set(key, text) });
}

export function Composer({ conversation, threadTs }) {
  const key = threadTs ? `${conversation.id}/${threadTs}` : conversation.id;
  const text = useStore((s) => s.drafts.get(key) || "");
  const shortcuts = useStore((s) => s.shortcuts);
  const area = useRef(null);
  const box = useRef(null);
  const emojiButton = useRef(null);
  const files = useRef(null);
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState(null);
  const [at, setAt] = useState(0);
  const [emoji, setEmoji] = useState(false);
  const [dropping, setDropping] = useState(false);
  const name = conversationName(conversation);

  const found = completionFor(text, caret, Boolean(threadTs));
  const completion = found && found.items.length && dismissed !== `${found.from}:${text.slice(0, found.from + 1)}` ? found : null;

  useLayoutEffect(() => {
    const el = area.current;
    el.style.height = "auto";
    el.style.height = `${Math.min(el.scrollHeight, 240)}px`;
  }, [text]);
  useEffect(() => {
    if (window.innerWidth > 700) area.current.focus({ preventScroll: true });
    setCaret(text.length);
  }, [key]);
  useEffect(() => setAt(0), [completion && completion.from, text]);

  const put = (next, position) => {
    setDraft(key, next);
    setCaret(position);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(position, position);
    });
  };

  const complete = (item) => {
    const before = text.slice(0, completion.from) + item.insert;
    put(before + text.slice(caret).replace(/^\s/, ""), before.length);
  };

  const send = async () => {
    const typed = text.trim();
    if (!typed) return;
    const command = COMMAND.exec(typed);
    setDraft(key, "");
    update({ sent: state.sent + 1 });
    try {
      if (command && threadTs) {
        throw new Error(`${command[1]} cannot be used in threads. Use a message shortcut (⋯ on the message) instead.`);
      } else if (command) await runCommand(conversation.id, command[1], command[2] || "");
      else await sendMessage(conversation.id, typed, threadTs);
    } catch (error) {
      if (!state.drafts.get(key)) setDraft(key, text); // nothing typed is lost
      if (!command || threadTs || error.code === "unreachable") toast(error.message, "error");
    }
  };

  const wrap = (mark) => {
    const { selectionStart: from, selectionEnd: to } = area.current;
    const inside = text.slice(from, to);
    put(text.slice(0, from) + mark + inside + mark + text.slice(to), inside ? to + 2 : from + 1);
  };

  const onKey = (event) => {
    if (event.isComposing) return;
    if (completion) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const exact = completion.kind === "command" && completion.items[at]?.insert.trim() === text.trim();
      if (step) {
        event.preventDefault();
        setAt((at + step + completion.items.length) % completion.items.length);
        return;
      }
      if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !exact)) {
        event.preventDefault();
        complete(completion.items[at] || completion.items[0]);
        return;
      }
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        setDismissed(`${completion.from}:${text.slice(0, completion.from + 1)}`);
        return;
      }
    }
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && { b: "*", i: "_" }[event.key.toLowerCase()];
    if (mark) {
      event.preventDefault();
      wrap(mark);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };

  const sendFiles = async (list) => {
    for (const file of list) {
      try {
        await sendFile(conversation.id, file);
      } catch (error) {
        toast(`${file.name}: ${error.message}`, "error");
      }
    }
  };
  const drop = (event) => {
    event.preventDefault();
    setDropping(false);
    sendFiles([...event.dataTransfer.files]);
  };
  const global = shortcuts.filter((s) => s.type === "global");
  const menu = [
    ...(global.length ? [{ heading: "Shortcuts" }] : []),
    ...global.map((s) => ({ label: s.name, description: s.description || state.app.name, run: () => runShortcut(s).catch((e) => toast(e.message, "error")) })),
    ...(global.length ? ["-"] : []),
    { label: "Upload a file", description: "or drop it on the conversation", run: () => files.current.click() },
  ];
  const listId = `complete-${key}`;
  return html`<div class="composer-frame" onDragOver=${(e) => { e.preventDefault(); setDropping(true); }} onDragLeave=${() => setDropping(false)} onDrop=${drop}>
    ${completion && html`<${Completion} found=${completion} at=${at} setAt=${setAt} pick=${complete} id=${listId} />`}
    <div class=${`composer ${dropping ? "dropping" : ""}`} ref=${box}>
      <div class="composer-marks" role="toolbar" aria-label="Formatting">
        ${MARKS.map(([mark, label, sign]) => html`<button type="button" class=${`icon-button mark-${label.toLowerCase()}`} key=${mark} tabindex="-1" title=${label} aria-label=${label}
          onMouseDown=${(e) => e.preventDefault()} onClick=${() => wrap(mark)}>${sign}</button>`)}
      </div>
      <textarea ref=${area} rows="1" value=${text} data-testid=${threadTs ? "thread-composer" : "composer"} aria-label=${threadTs ? "Reply" : `Message to ${name}`}
        placeholder=${threadTs ? "Reply…" : `Message ${conversation.kind === "channel" ? "#" : ""}${name}`}
        aria-autocomplete="list" aria-controls=${completion ? listId : undefined} aria-activedescendant=${completion ? `${listId}-${at}` : undefined}
        onInput=${(e) => { setDraft(key, e.target.value); setCaret(e.target.selectionStart); }} onKeyDown=${onKey}
        onKeyUp=${(e) => setCaret(e.target.selectionStart)} onClick=${(e) => setCaret(e.target.selectionStart)}
        onPaste=${(e) => e.clipboardData.files.length && (e.preventDefault(), sendFiles([...e.clipboardData.files]))}></textarea>
      <div class="composer-bar">
        <${Menu} label="Shortcuts and files" icon="+" items=${menu} align="start" class="icon-button round" testid="shortcuts" />
        <span ref=${emojiButton}><button type="button" class="icon-button" aria-label="Emoji" title="Emoji" onClick=${() => setEmoji(!emoji)}>☺</button></span>
        ${emoji && html`<${Popover} anchor=${emojiButton} above onClose=${() => setEmoji(false)} class="emoji-popover">
          <${EmojiPicker} onPick=${(chosen) => {
            setEmoji(false);
            const char = emojiChar(chosen) ? `:${chosen}: ` : "";
            put(text.slice(0, caret) + char + text.slice(caret), caret + char.length);
          }} /><//>`}
        <button type="button" class="icon-button" aria-label="Mention someone" title="Mention someone" onClick=${() => put(`${text.slice(0, caret)}@${text.slice(caret)}`, caret + 1)}>@</button>
        <button type="button" class="icon-button slash" aria-label="Run a command" title="Run a command" onClick=${() => put("/", 1)}>/</button>
        <span class="composer-hint">${text ? html`<b>Shift + Enter</b> for a new line` : ""}</span>
        <button type="button" class=${`send ${text.trim() ? "ready" : ""}`} aria-label="Send" title="Send" disabled=${!text.trim()} onClick=${send} data-testid="send">
          <svg viewBox="0 0 20 20" width="16" height="16" fill="currentColor" aria-hidden="true"><path d="M2 3.200c0-.9.9-1.5 1.7-1.100l14 7c.8.4.8 1.5 0 1.900l-14 7c-.8.4-1.7-.3-1.7-1.100L3.5 11.200l7.5-1.2-7.5-1.200z"/></svg>
        </button>
        <input type="file" multiple hidden ref=${files} data-testid="file-input" onChange=${(e) => { sendFiles([...e.target.files]); e.target.value = ""; }} />
      </div>
      ${dropping && html`<div class="drop-note">Drop the file to share it with ${name}</div>`}
    </div>
  </div>`;
}
