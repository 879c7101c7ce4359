// What the composer offers while somebody types: commands after "/", people after "@", channels after "#", emoji after ":".
import { Avatar } from "./avatar.js";
import { folded, html, useLayoutEffect, useRef } from "./dom.js";
import { searchEmoji } from "./emoji.js";
import { state } from "./state.js";
import { t } from "./words.js";

function commands(query) {
  const wanted = folded(query);
  const starts = state.commands.filter((c) => folded(c.command).startsWith(wanted));
  const mentions = query.length > 2 ? state.commands.filter((c) => !starts.includes(c) && folded(c.command).includes(wanted.slice(1))) : [];
  return [...starts, ...mentions].map((c) => ({ key: c.command, insert: `${c.command} `, title: c.command, usage: c.usage_hint, description: c.description, icon: html`<${Avatar} person=${{ is_app: true }} size=${28} />` }));
}

function people(query) {
  const wanted = folded(query);
  return [...state.people.values()]
    .filter((p) => folded(p.real_name).split(" ").some((w) => w.startsWith(wanted)) || folded(p.real_name).startsWith(wanted) || folded(p.name).startsWith(wanted))
    .slice(0, 8)
    .map((p) => ({ key: p.id, insert: `@${p.name} `, title: p.real_name, description: p.title, icon: html`<${Avatar} person=${p} size=${20} />` }));
}

const channels = (query) => state.conversations
  .filter((c) => c.kind === "channel" && folded(c.name).startsWith(folded(query)))
  .map((c) => ({ key: c.id, insert: `#${c.name} `, title: `#${c.name}`, description: c.topic }));

const emoji = (query) => searchEmoji(query, 8).map((e) => ({ key: e.name, insert: `:${e.name}: `, title: `:${e.name}:`, icon: html`<span class="emoji">${e.char}</span>` }));

/** People and channels go in by handle; the server turns handles into Slack's references.
 * {kind, from, items} for the word before the caret, or null. Commands only start a message, and not in threads. */
export function completionFor(text, caret, inThread) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before) && !inThread) return { kind: "command", from: 0, items: commands(before) };
  const word = /(^|[\s(])([@#:])([\p{L}\p{N}_.+-]*)$/u.exec(before);
  if (!word || (text.startsWith("/") && word[2] === ":")) return null;
  const from = before.length - word[3].length - 1;
  if (word[2] === "@") return { kind: "person", from, items: people(word[3]) };
  if (word[2] === "#") return { kind: "channel", from, items: channels(word[3]) };
  return word[3].length < 2 ? null : { kind: "emoji", from, items: emoji(word[3]) };
}

const TITLES = { command: "commands", person: "people", channel: "channels", emoji: "emoji" };

export function Completion({ found, at, setAt, pick, id }) {
  const list = useRef(null);
  useLayoutEffect(() => list.current.querySelector(".active")?.scrollIntoView({ block: "nearest" }), [at]);
  return html`<div class="completion" data-testid="completion">
    <div class="completion-head"><b>${t(TITLES[found.kind])}</b>${found.kind === "command" && state.app && html`<span>${state.app.name}</span>`}
      <span class="completion-keys"><kbd>↑</kbd><kbd>↓</kbd> ${t("keysChoose")} <kbd>Tab</kbd> ${t("keysComplete")}</span></div>
    <div role="listbox" id=${id} aria-label=${t(TITLES[found.kind])} ref=${list} class="completion-list">
      ${found.items.map((item, i) => html`<div role="option" key=${item.key} id=${`${id}-${i}`} aria-selected=${i === at ? "true" : "false"} class=${`completion-item ${i === at ? "active" : ""}`}
          onMouseMove=${() => i !== at && setAt(i)} onMouseDown=${(e) => { e.preventDefault(); pick(item); }}>
        ${item.icon}<div class="completion-text"><div><b>${item.title}</b>${item.usage && html` <span class="usage">${item.usage}</span>`}</div>
        ${item.description && html`<small>${item.description}</small>`}</div></div>`)}
    </div>
  </div>`;
}
