// The search: conversations, the app's shortcuts and commands, and what was said.
import { Avatar } from "./avatar.js";
import { folded, html, useFocusTrap, useRef } from "./dom.js";
import { Icon, PlaceSign } from "./icons.js";
import { ListPicker } from "./popover.js";
import { isActive } from "./presence.js";
import { findMessages, openConversation, runShortcut, showMessage } from "./session.js";
import { state, toast, update } from "./state.js";
import { author, conversationName, isReply } from "./store.js";
import { clockLabel, tsToMs, workspaceNow } from "./time.js";
import { t } from "./words.js";

const FEW = 6;

function places() {
  const mine = state.conversations.filter((c) => c.is_member !== false && !c.is_archived);
  return mine.map((c) => {
    const person = c.kind === "app" ? { is_app: true } : state.people.get(c.with);
    return {
      value: c.id, label: conversationName(c), description: c.kind === "channel" ? c.topic : c.kind === "app" ? t("appBadge") : person?.title,
      icon: c.kind === "channel" ? html`<${PlaceSign} conversation=${c} />` : html`<${Avatar} person=${person} size=${20} active=${isActive(person, workspaceNow())} />`,
      rank: (c.unread ? 0 : 1) + (c.id === state.current ? 2 : 0), run: () => openConversation(c.id),
    };
  }).sort((a, b) => a.rank - b.rank);
}

const appMark = () => html`<${Avatar} person=${{ is_app: true }} size=${20} />`;

const shortcuts = () => state.shortcuts.filter((s) => s.type === "global").map((s) => ({
  value: `shortcut-${s.callback_id}`, label: s.name, description: s.description || state.app.name, icon: appMark(),
  run: () => runShortcut(s).catch((error) => toast(error.message, "error")),
}));

/** A command goes into the composer of the conversation in view, to be finished there. */
const commands = () => state.commands.map((c) => ({
  value: c.command, label: `${c.command} ${c.usage_hint || ""}`.trim(), description: c.description, icon: html`<span class="hash" aria-hidden="true"><${Icon} name="slash" size=${18} /></span>`,
  run: () => {
    update({ tab: "messages", drafts: new Map(state.drafts).set(state.current, `${c.command} `) });
    requestAnimationFrame(() => document.querySelector("[data-testid=composer]")?.focus());
  },
}));

const FEWEST = 2; // letters from which messages are looked for
const SHOWN = 60; // letters of a message; who said it, where and when follow

/** What was said, as the newest first; the place and the moment stand below. */
async function messages(query) {
  const found = query.trim().length < FEWEST ? [] : await findMessages(query).catch(() => []);
  return found.map((m) => {
    const who = author(m);
    const place = state.conversations.find((c) => c.id === m.conversation);
    const where = place && `${place.kind === "channel" ? "#" : ""}${conversationName(place)}`;
    return {
      value: `message-${m.conversation}-${m.ts}`, label: m.text.replace(/[*_~`]|<[^|>]*\|?|>/g, "").slice(0, SHOWN), description: [who.real_name, where, clockLabel(tsToMs(m.ts))].join(" · "),
      icon: html`<${Avatar} person=${who} size=${20} />`, run: () => showMessage(m.conversation, m.ts, isReply(m) ? m.thread_ts : null),
    };
  });
}

const said = (query) => messages(query).then((items) => (items.length ? [{ label: t("messages"), items }] : []));

function placesAndTools(query) {
  const wanted = folded(query.trim());
  const fits = (item) => folded(`${item.label} ${item.description || ""}`).includes(wanted);
  const first = (item) => (folded(item.label).replace(/^\//, "").startsWith(wanted.replace(/^[#@/]/, "")) ? 0 : 1);
  const group = (label, items, most) => ({ label, items: (wanted ? items.filter((i) => fits(i) || first(i) === 0).sort((a, b) => first(a) - first(b)) : items).slice(0, most) });
  return [group(t("conversations"), places(), wanted ? 20 : FEW), group(t("shortcuts"), shortcuts(), 8), group(t("commands"), commands(), wanted ? 10 : FEW)]
    .filter((g) => g.items.length);
}

export function Switcher() {
  const box = useRef(null);
  useFocusTrap(box, { initial: "input" });
  const leave = () => update({ overlay: null });
  const pick = (item) => {
    leave();
    item.run();
  };
  return html`<div class="veil veil-top veil-switcher" onMouseDown=${(e) => e.target === e.currentTarget && leave()} onKeyDown=${(e) => e.key === "Escape" && leave()}>
    <div class="dialog switcher-dialog" role="dialog" aria-modal="true" aria-label=${t("search")} ref=${box} tabindex="-1" data-testid="switcher">
      <${ListPicker} load=${placesAndTools} more=${said} picked=${new Set()} onPick=${pick} placeholder=${t("searchTeam", { team: state.team.name })} label=${t("conversations")} />
      <footer class="switcher-keys"><kbd>↑</kbd><kbd>↓</kbd> ${t("keysChoose")} <kbd>Enter</kbd> ${t("keysOpen")} <kbd>Esc</kbd> ${t("keysClose")}</footer>
    </div>
  </div>`;
}
