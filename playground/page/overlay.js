// Dialogs of the page itself: "are you sure?", message JSON, a channel's details, the quick switcher; and short notices.
import { html, useFocusTrap, useRef, useState } from "./dom.js";
import { Details } from "./details.js";
import { withEmoji } from "./emoji.js";
import { Icon } from "./icons.js";
import { Mrkdwn } from "./mrkdwn.js";
import { state, update, useStore } from "./state.js";
import { Switcher } from "./switcher.js";
import { t } from "./words.js";

/** Asks with Slack's confirm object ({title, text, confirm, deny, style}); answers true or false. */
export function ask(confirm) {
  return new Promise((resolve) => {
    update({ overlay: { kind: "confirm", confirm, done: (yes) => { update({ overlay: null }); resolve(yes); } } });
  });
}

/** Shows any value as JSON, with a copy button. */
export function showJson(title, value) {
  update({ overlay: { kind: "json", title, value } });
}

/** Opens the search for conversations, people, shortcuts and commands. */
export function openSwitcher() {
  update({ overlay: { kind: "switcher" }, sidebarOpen: false });
}

/** Shows who is in a channel and what it is about. */
export function showDetails(conversation) {
  update({ overlay: { kind: "details", conversation } });
}

/** Puts text on the clipboard, also where the newer interface is not available. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

const words = (text) => withEmoji((text && typeof text === "object" ? text.text : text) || "");

function Confirm({ overlay }) {
  const box = useRef(null);
  useFocusTrap(box, { initial: "[data-testid=confirm-yes]" });
  const { confirm, done } = overlay;
  const key = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    done(false);
  };
  return html`<div class="veil veil-top" onMouseDown=${(e) => e.target === e.currentTarget && done(false)} onKeyDown=${key}>
    <div class="dialog dialog-small" role="alertdialog" aria-modal="true" aria-labelledby="confirm-title" ref=${box} tabindex="-1" data-testid="confirm">
      <header><h2 id="confirm-title">${words(confirm.title) || t("sure")}</h2></header>
      <div class="dialog-body confirm-text">${confirm.text?.type === "mrkdwn" ? html`<${Mrkdwn} text=${confirm.text.text} />` : words(confirm.text)}</div>
      <footer>
        <button type="button" class="button" onClick=${() => done(false)}>${words(confirm.deny) || t("cancel")}</button>
        <button type="button" data-testid="confirm-yes" class=${`button ${confirm.style === "danger" ? "danger-fill" : "primary"}`}
          onClick=${() => done(true)}>${words(confirm.confirm) || t("yes")}</button>
      </footer>
    </div>
  </div>`;
}

/** JSON text cut into coloured pieces. */
function coloured(text) {
  const pieces = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;
  const out = [];
  let last = 0;
  for (const found of text.matchAll(pieces)) {
    out.push(text.slice(last, found.index));
    const kind = found[2] ? "key" : found[1] ? "string" : "atom";
    out.push(html`<span class=${`json-${kind}`}>${found[1] || found[0]}</span>`, found[2] || "");
    last = found.index + found[0].length;
  }
  out.push(text.slice(last));
  return out;
}

function Json({ overlay }) {
  const box = useRef(null);
  const [copied, setCopied] = useState(false);
  useFocusTrap(box, { initial: "[data-testid=copy-json]" });
  const text = JSON.stringify(overlay.value, null, 2);
  const leave = () => update({ overlay: null });
  const copy = async () => {
    await copyText(text);
    setCopied(true);
  };
  return html`<div class="veil veil-top" onMouseDown=${(e) => e.target === e.currentTarget && leave()} onKeyDown=${(e) => e.key === "Escape" && leave()}>
    <div class="dialog dialog-wide" role="dialog" aria-modal="true" aria-labelledby="json-title" ref=${box} tabindex="-1" data-testid="json-dialog">
      <header><h2 id="json-title">${overlay.title}</h2>
        <button type="button" class="icon-button" aria-label=${t("close")} onClick=${leave}><${Icon} name="close" size=${20} /></button></header>
      <div class="dialog-body"><pre class="json" tabindex="0">${coloured(text)}</pre></div>
      <footer><button type="button" class="button primary" data-testid="copy-json" onClick=${copy}>${copied ? t("copied") : t("copy")}</button></footer>
    </div>
  </div>`;
}

export function Overlay() {
  const overlay = useStore((s) => s.overlay);
  if (!overlay) return null;
  const Kind = { confirm: Confirm, json: Json, details: Details, switcher: Switcher }[overlay.kind];
  return html`<${Kind} overlay=${overlay} />`;
}

export function Toasts() {
  const toasts = useStore((s) => s.toasts);
  const drop = (id) => update({ toasts: state.toasts.filter((t) => t.id !== id) });
  return html`<div class="toasts" role="status" aria-live="polite">
    ${toasts.map((each) => html`<div class=${`toast toast-${each.kind}`} key=${each.id} data-testid="toast">
      <span>${each.text}</span><button type="button" aria-label=${t("dismiss")} onClick=${() => drop(each.id)}><${Icon} name="close" size=${16} /></button>
    </div>`)}
  </div>`;
}
