// The pills inside message text: people, channels, broadcasts.
import { html } from "./dom.js";
import { openConversation } from "./session.js";
import { state, useStore } from "./state.js";


export function MemberPill({ id, label }) {
  const [person, mine] = useStore((s) => [s.people.get(id), s.me && s.me.id === id]);
  const app = state.app && state.app.user_id === id;
  const name = (app && state.app.name) || (person && (person.real_name || person.name)) || label || id;
  return html`<span class=${`pill ${mine ? "pill-me" : ""}`} title=${person ? person.title : ""}>@${name}</span>`;
}

export function ChannelPill({ id, label }) {
  const channel = useStore((s) => s.conversations.find((c) => c.id === id));
  if (!channel) return html`<span class="pill">#${label || id}</span>`;
  return html`<button type="button" class="pill pill-link" onClick=${() => openConversation(id)}>#${channel.name}</button>`;
}

export function Broadcast({ name }) {
  return html`<span class="pill pill-me">@${name}</span>`;
}
