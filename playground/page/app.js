// The page: starts the session and lays out its parts.
import { Clock } from "./clock.js";
import { Composer } from "./composer.js";
import { html, render, useEffect } from "./dom.js";
import { Home } from "./home.js";
import { MessageList } from "./messages.js";
import { Modals } from "./modal.js";
import { Overlay, Toasts } from "./overlay.js";
import { applyTheme, Rail, savedTheme } from "./rail.js";
import { followHash, markRead, openConversation, start } from "./session.js";
import { Sidebar } from "./sidebar.js";
import { state, update, useStore } from "./state.js";
import { conversationName } from "./store.js";
import { Thread } from "./thread.js";

function Banner() {
  const [bot, online, app] = useStore((s) => [s.bot, s.online, s.app]);
  if (!online) return html`<div class="banner banner-error" role="status" data-testid="offline">The local Slack server is not answering. Trying again…</div>`;
  if (bot.connected) return null;
  return html`<div class="banner" role="status" data-testid="bot-offline"><b>${app.name} is not connected.</b> Commands and buttons wait for the bot; this notice goes away by itself when it is back.</div>`;
}

function Header({ conversation, name }) {
  const [tab, people] = useStore((s) => [s.tab, s.people]);
  const other = people.get(conversation.with);
  const title = conversation.kind === "channel" ? html`<span class="hash" aria-hidden="true">${conversation.is_private ? "🔒" : "#"}</span> ${name}` : name;
  const about = conversation.kind === "dm" && other ? other.title : conversation.topic;
  return html`<header class="main-head">
    <div class="main-line">
      <button type="button" class="icon-button only-narrow" aria-label="Conversations" onClick=${() => update({ sidebarOpen: !state.sidebarOpen })}>☰</button>
      <h2 data-testid="conversation-title">${title}</h2>
      ${about && html`<span class="topic" title=${about}>${about}</span>`}
      ${conversation.is_ext_shared && html`<span class="ext-badge" data-testid="shared-notice">Shared with another organisation</span>`}
      <${Clock} />
    </div>
    ${conversation.kind === "app" && state.app.home_tab !== false && html`<div class="tabs" role="tablist" aria-label=${name}>
      ${["home", "messages"].map((t) => html`<button type="button" role="tab" key=${t} aria-selected=${tab === t ? "true" : "false"} data-testid=${`tab-${t}`}
        onClick=${() => openConversation(conversation.id, t)}>${t === "home" ? "Home" : "Messages"}</button>`)}
    </div>`}
  </header>`;
}

function Workspace() {
  const [current, conversations, tab, thread] = useStore((s) => [s.current, s.conversations, s.tab, s.thread]);
  const under = useStore((s) => s.views.length > 0 || s.overlay !== null);
  const conversation = conversations.find((c) => c.id === current);
  const name = conversation ? conversationName(conversation) : "";
  const unread = conversations.some((c) => c.unread > 0 && c.id !== current);
  useEffect(() => {
    document.title = `${unread ? "● " : ""}${conversation?.kind === "channel" ? "#" : ""}${name} – local Slack`;
  }, [name, unread]);
  return html`<div class=${`shell ${thread ? "with-thread" : ""}`} inert=${under}>
    <${Rail} /><${Sidebar} />
    <main class="main">
      <${Banner} />
      ${conversation ? html`
        <${Header} conversation=${conversation} name=${name} />
        ${conversation.kind === "app" && tab === "home" ? html`<${Home} />` : html`
          <${MessageList} conversation=${conversation} name=${name} key=${conversation.id} />
          ${conversation.is_archived || conversation.is_member === false
            ? html`<p class="read-only" data-testid="read-only">${conversation.is_archived ? "This channel is archived." : `You are not in #${name}: you can read it, not write.`}</p>`
            : html`<${Composer} conversation=${conversation} key=${`composer-${conversation.id}`} />`}`}`
        : html`<div class="empty"><h2>Nothing to show</h2><p>This person is in no conversation.</p></div>`}
    </main>
    <${Thread} />
  </div>
  <${Modals} /><${Overlay} /><${Toasts} />`;
}

function Page() {
  const [phase, failure] = useStore((s) => [s.phase, s.failure]);
  if (phase === "ready" || (phase === "loading" && state.me)) return html`<${Workspace} key=${state.me.id} />`;
  return html`<div class="splash" role="status">${phase === "failed" ? html`<p>${failure}</p><p><small>Trying again…</small></p>` : html`<span class="spinner"></span>`}</div>`;
}

applyTheme(savedTheme());
window.addEventListener("hashchange", followHash);
window.addEventListener("popstate", followHash);
document.addEventListener("visibilitychange", () => state.phase === "ready" && document.visibilityState === "visible" && state.tab === "messages" && markRead());
render(html`<${Page} />`, document.getElementById("app"));
start();
