// Left side: channels, direct messages, the app; unread marks; who you are.
import { Avatar } from "./avatar.js";
import { html, useLayoutEffect, useRef, useState } from "./dom.js";
import { Icon, PlaceSign } from "./icons.js";
import { openSwitcher } from "./overlay.js";
import { Popover } from "./popover.js";
import { isActive } from "./presence.js";
import { ThemeToggle, TourButton } from "./rail.js";
import { becomePerson, openConversation } from "./session.js";
import { state, update, useStore } from "./state.js";
import { conversationName } from "./store.js";
import { workspaceNow } from "./time.js";
import { cityOf, languageName, t } from "./words.js";

function Row({ conversation }) {
  const [current, people, drafts] = useStore((s) => [s.current, s.people, s.drafts, s.clock, s.bot]);
  const name = conversationName(conversation);
  const here = conversation.id === current;
  const channel = conversation.kind === "channel";
  const other = conversation.kind === "app" ? { is_app: true } : people.get(conversation.with);
  const unread = conversation.unread > 0;
  const count = channel ? conversation.mentions : conversation.unread;
  const id = channel ? conversation.name : conversation.kind === "app" ? name.toLowerCase() : other?.name || name;
  const said = [name, unread && !here && t("unread"), conversation.is_ext_shared && t("sharedOutside")].filter(Boolean).join(", ");
  return html`<li><button type="button" class=${`side-row ${here ? "current" : ""} ${unread ? "unread" : ""}`} data-testid=${`conv-${id}`} data-conversation=${conversation.id}
      aria-current=${here ? "page" : undefined} aria-label=${said} onClick=${() => openConversation(conversation.id)}>
    ${channel ? html`<${PlaceSign} conversation=${conversation} />` : html`<${Avatar} person=${other} size=${20} active=${isActive(other, workspaceNow())} />`}
    <span class="side-name">${name}</span>
    ${conversation.is_ext_shared && html`<span class="shared" title=${t("sharedOutside")}><${Icon} name="shared" size=${14} /></span>`}
    ${!here && drafts.get(conversation.id) && html`<span class="shared" title=${t("draft")}>✎</span>`}
    ${count > 0 && !here && html`<span class="badge" data-testid="badge">${count}</span>`}
  </button></li>`;
}

function Group({ label, list }) {
  const [open, setOpen] = useState(true);
  if (!list.length) return null;
  const shown = open ? list : list.filter((c) => c.unread > 0 || c.id === state.current);
  return html`<section class="side-group">
    <button type="button" class="side-label" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}><span class=${`caret ${open ? "open" : ""}`} aria-hidden="true"><${Icon} name="down" size=${14} /></span>${label}</button>
    <ul>${shown.map((c) => html`<${Row} key=${c.id} conversation=${c} />`)}</ul>
  </section>`;
}

function PersonSwitcher() {
  const [me, people] = useStore((s) => [s.me, s.people, s.clock]);
  const [open, setOpen] = useState(false);
  const anchor = useRef(null);
  const humans = [...people.values()].filter((p) => !p.is_app && !p.is_bot);
  return html`<div class="switcher">
    <button type="button" ref=${anchor} class="switcher-button" data-testid="person-switcher" aria-haspopup="menu" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>
      <${Avatar} person=${me} size=${32} active />
      <span class="switcher-text"><span>${t("youAre")} <b>${me.real_name}</b></span><small>${me.title} · ${languageName(me.locale)}</small></span>
      <${Icon} name="down" size=${14} />
    </button>
    ${open && html`<${Popover} anchor=${anchor} above wide onClose=${() => setOpen(false)} class="menu people-menu"><${PeopleList} humans=${humans} me=${me} shut=${() => setOpen(false)} /><//>`}
  </div>`;
}

function PeopleList({ humans, me, shut }) {
  const list = useRef(null);
  useLayoutEffect(() => list.current.querySelector("[aria-checked=true]")?.focus({ preventScroll: true }), []);
  const key = (event) => {
    const all = [...list.current.querySelectorAll("[role=menuitemradio]")];
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next % all.length].focus();
  };
  return html`<div class="menu-heading">${t("seeAs")}</div>
    <div role="menu" aria-label=${t("people")} ref=${list} onKeyDown=${key}>
      ${humans.map((p) => html`<button type="button" role="menuitemradio" aria-checked=${p.id === me.id ? "true" : "false"} key=${p.id} data-testid=${`person-${p.id}`} class="person-row"
          onClick=${() => { shut(); becomePerson(p.id); }}>
        <${Avatar} person=${p} size=${28} /><span class="picker-text"><span>${p.real_name}${p.is_guest ? ` (${t("guest")})` : ""}${p.is_external ? ` (${t("external")})` : ""}${p.is_admin ? ` (${t("admin")})` : ""}</span>
        <small>${[p.title, languageName(p.locale, true), cityOf(p.tz)].filter(Boolean).join(" · ")}</small></span>
        ${p.id === me.id && html`<span class="check"><${Icon} name="check" size=${16} /></span>`}</button>`)}
    </div>
    <p class="menu-note">${t("twoWindows")}</p>`;
}

export function Sidebar() {
  const [team, conversations, open] = useStore((s) => [s.team, s.conversations, s.sidebarOpen]);
  const mine = conversations.filter((c) => c.is_member !== false);
  const of = (kind) => mine.filter((c) => c.kind === kind);
  return html`${open && html`<div class="drawer-veil" onClick=${() => update({ sidebarOpen: false })}></div>`}
  <nav class=${`sidebar ${open ? "open" : ""}`} aria-label=${t("conversations")} data-testid="sidebar" onKeyDown=${(e) => e.key === "Escape" && update({ sidebarOpen: false })}>
    <header class="team"><div class="team-names"><h1>${team.name}</h1><span class="team-note">${t("localSlack")}</span></div>
      <button type="button" class="icon-button side-compose" aria-label=${t("newMessage")} title=${t("newMessage")} onClick=${openSwitcher}>
        <svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M9.500 4H4.500v11.500H16V10.500M8.500 11.500l.6-2.700 6.600-6.300 2 2-6.500 6.400z"/></svg></button></header>
    <div class="side-scroll">
      <${Group} label=${t("channels")} list=${of("channel")} />
      <${Group} label=${t("directMessages")} list=${of("dm")} />
      <${Group} label=${t("apps")} list=${of("app")} />
    </div>
    <div class="side-tools only-narrow"><${TourButton} /><${ThemeToggle} /></div>
    <${PersonSwitcher} />
  </nav>`;
}
