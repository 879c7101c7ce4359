// Left side: channels, direct messages, the app; unread marks; who you are.
import { Avatar } from "./avatar.js";
import { html, useRef, useState } from "./dom.js";
import { Popover } from "./popover.js";
import { becomePerson, openConversation } from "./session.js";
import { useStore } from "./state.js";
import { conversationName } from "./store.js";

const LANGUAGES = { es: "Español", en: "English" };
const REGIONS = { "es-ES": "España", "es-LA": "Latinoamérica", "es-MX": "México", "en-GB": "UK", "en-US": "US" };

const language = (locale) => [LANGUAGES[(locale || "en").slice(0, 2)] || locale, REGIONS[locale]].filter(Boolean).join(" · ");

function Row({ conversation }) {
  const current = useStore((s) => s.current);
  const people = useStore((s) => s.people);
  const name = conversationName(conversation);
  const here = conversation.id === current;
  const other = people.get(conversation.with);
  const unread = conversation.unread > 0;
  const count = conversation.kind === "channel" ? conversation.mentions : conversation.unread;
  const id = conversation.kind === "channel" ? conversation.name : conversation.kind === "app" ? name.toLowerCase() : other?.name || name;
  return html`<li><button type="button" class=${`side-row ${here ? "current" : ""} ${unread ? "unread" : ""}`} data-testid=${`conv-${id}`} data-conversation=${conversation.id}
      aria-current=${here ? "page" : undefined} aria-label=${`${name}${unread ? ", unread" : ""}`} onClick=${() => openConversation(conversation.id)}>
    ${conversation.kind === "channel" ? html`<span class="hash" aria-hidden="true">${conversation.is_private ? "🔒" : "#"}</span>`
      : html`<${Avatar} person=${conversation.kind === "app" ? { is_app: true } : other} size=${20} />`}
    <span class="side-name">${name}</span>
    ${conversation.is_ext_shared && html`<span class="shared" title="Shared with another organisation">⇄</span>`}
    ${count > 0 && !here && html`<span class="badge" data-testid="badge">${count}</span>`}
  </button></li>`;
}

function Group({ label, list }) {
  const [open, setOpen] = useState(true);
  if (!list.length) return null;
  const shown = open ? list : list.filter((c) => c.unread > 0);
  return html`<section class="side-group">
    <button type="button" class="side-label" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}><span class="caret" aria-hidden="true">${open ? "▾" : "▸"}</span>${label}</button>
    <ul>${shown.map((c) => html`<${Row} key=${c.id} conversation=${c} />`)}</ul>
  </section>`;
}

function PersonSwitcher() {
  const [me, people] = useStore((s) => [s.me, s.people]);
  const [open, setOpen] = useState(false);
  const anchor = useRef(null);
  const list = useRef(null);
  const humans = [...people.values()].filter((p) => !p.is_app && !p.is_bot);
  const key = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.current.querySelectorAll("[role=menuitemradio]")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  };
  return html`<div class="switcher">
    <button type="button" ref=${anchor} class="switcher-button" data-testid="person-switcher" aria-haspopup="menu" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>
      <${Avatar} person=${me} size=${32} />
      <span class="switcher-text"><span>You are: <b>${me.real_name}</b> <span aria-hidden="true">▾</span></span><small>${me.title} · ${LANGUAGES[me.locale.slice(0, 2)] || me.locale}</small></span>
    </button>
    ${open && html`<${Popover} anchor=${anchor} above wide onClose=${() => setOpen(false)} class="menu people-menu">
      <div class="menu-heading">See the workspace as</div>
      <div role="menu" aria-label="People" ref=${list} onKeyDown=${key}>
        ${humans.map((p) => html`<button type="button" role="menuitemradio" aria-checked=${p.id === me.id ? "true" : "false"} key=${p.id} data-testid=${`person-${p.id}`} class="person-row"
            onClick=${() => { setOpen(false); becomePerson(p.id); }}>
          <${Avatar} person=${p} size=${28} /><span class="picker-text"><span>${p.real_name}${p.is_guest ? " (guest)" : ""}${p.is_external ? " (external)" : ""}</span>
          <small>${[p.title, language(p.locale), (p.tz || "").split("/").pop().replace("_", " ")].filter(Boolean).join(" · ")}</small></span>
          ${p.id === me.id && html`<span class="check">✓</span>`}</button>`)}
      </div>
      <p class="menu-note">Open this page in a second window to be two people at once.</p>
    <//>`}
  </div>`;
}

export function Sidebar() {
  const [team, conversations, open] = useStore((s) => [s.team, s.conversations, s.sidebarOpen]);
  const mine = conversations.filter((c) => c.is_member !== false);
  const of = (kind) => mine.filter((c) => c.kind === kind);
  return html`<nav class=${`sidebar ${open ? "open" : ""}`} aria-label="Conversations" data-testid="sidebar">
    <header class="team"><h1>${team.name}</h1><span class="team-note">local Slack</span></header>
    <div class="side-scroll">
      <${Group} label="Channels" list=${of("channel")} />
      <${Group} label="Direct messages" list=${of("dm")} />
      <${Group} label="Apps" list=${of("app")} />
    </div>
    <${PersonSwitcher} />
  </nav>`;
}
