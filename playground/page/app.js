// The page: starts the session and lays out its parts.
import { Composer } from "./composer.js";
import { html, render, useEffect } from "./dom.js";
import { DropZone } from "./files.js";
import { Header } from "./header.js";
import { Home } from "./home.js";
import { MessageList } from "./messages.js";
import { Modals } from "./modal.js";
import { openSwitcher, Overlay, Toasts } from "./overlay.js";
import { applyTheme, Rail, savedTheme } from "./rail.js";
import { followHash, followPermalink, markRead, start } from "./session.js";
import { Sidebar } from "./sidebar.js";
import { state, update, useStore } from "./state.js";
import { conversationName } from "./store.js";
import { Thread } from "./thread.js";
import { TopBar } from "./topbar.js";
import { Tour } from "./tour.js";
import { language, t } from "./words.js";

function Banner() {
  const [bot, online, app] = useStore((s) => [s.bot, s.online, s.app]);
  if (!online) return html`<div class="banner banner-error" role="status" data-testid="offline">${t("serverAway")}</div>`;
  if (bot.connected) return null;
  return html`<div class="banner" role="status" data-testid="bot-offline"><b>${t("botAway", { app: app.name })}</b> ${t("botAwayMore")}</div>`;
}

function Place({ conversation, name, tab }) {
  if (!conversation) return html`<div class="empty"><h2>${t("nothingHere")}</h2><p>${t("noConversation")}</p></div>`;
  const silent = conversation.is_archived ? t("archived") : conversation.is_member === false ? t("notIn", { name })
    : conversation.read_only ? t("appReadOnly") : null;
  return html`<${Header} conversation=${conversation} name=${name} />
    ${conversation.kind === "app" && tab === "home" ? html`<${Home} />` : html`<${DropZone} conversation=${conversation} name=${name} closed=${silent !== null}>
      <${MessageList} conversation=${conversation} name=${name} key=${conversation.id} />
      ${silent ? html`<p class="read-only" data-testid="read-only">${silent}</p>`
        : html`<${Composer} conversation=${conversation} key=${`composer-${conversation.id}`} />`}<//>`}`;
}

function Workspace() {
  const [current, conversations, tab, thread, tour] = useStore((s) => [s.current, s.conversations, s.tab, s.thread, s.tour]);
  const under = useStore((s) => s.views.length > 0 || s.overlay !== null);
  const conversation = conversations.find((c) => c.id === current);
  const name = conversation ? conversationName(conversation) : "";
  const unread = conversations.some((c) => c.unread > 0 && c.id !== current);
  useEffect(() => {
    document.title = `${unread ? "● " : ""}${conversation?.kind === "channel" ? "#" : ""}${name} – ${t("localSlack")}`;
    document.documentElement.lang = language();
  }, [name, unread]);
  const toured = tour.steps.length > 0 && !tour.dismissed;
  return html`<div class=${`shell ${thread ? "with-thread" : ""} ${toured ? "with-tour" : ""}`} inert=${under}>
    <${TopBar} /><${Rail} /><${Sidebar} />
    <main class="main"><${Banner} /><${Place} conversation=${conversation} name=${name} tab=${tab} /></main>
    <div class="aside"><${Tour} /><${Thread} /></div>
  </div>
  <${Modals} /><${Overlay} /><${Toasts} />`;
}

function Page() {
  const [phase, failure, me] = useStore((s) => [s.phase, s.failure, s.me]);
  if (phase === "ready" || (phase === "loading" && me)) return html`<${Workspace} key=${me.id} />`;
  return html`<div class="splash" role="status">${phase === "failed" ? html`<p>${failure}</p><p><small>${t("tryingAgain")}</small></p>` : html`<span class="spinner"></span>`}</div>`;
}

/** What is typed where nothing takes it goes to the composer, as in Slack. */
function typed(event) {
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || state.views.length || state.overlay) return;
  const here = document.activeElement;
  if (here && here !== document.body && !here.matches("[data-testid=messages], article, .thread-scroll")) return;
  (here?.closest(".thread")?.querySelector("[data-testid=thread-composer]") || document.querySelector("[data-testid=composer]"))?.focus({ preventScroll: true });
}

/** The drawer of a narrow screen goes away by Escape wherever the cursor is. */
function shut(event) {
  if (event.key === "Escape" && state.sidebarOpen && !event.defaultPrevented && !state.views.length && !state.overlay) update({ sidebarOpen: false });
}

function shortcut(event) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k" && state.phase === "ready" && !state.views.length) {
    event.preventDefault();
    openSwitcher();
  }
}

applyTheme(savedTheme());
window.addEventListener("hashchange", followHash);
window.addEventListener("popstate", followHash);
window.addEventListener("keydown", shortcut);
window.addEventListener("keydown", typed);
window.addEventListener("keydown", shut);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !link.download && followPermalink(link.href)) event.preventDefault();
});
document.addEventListener("visibilitychange", () => state.phase === "ready" && document.visibilityState === "visible" && state.tab === "messages" && markRead());
// A file dropped beside its place must not replace the page.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
render(html`<${Page} />`, document.getElementById("app"));
start().finally(() => document.getElementById("skeleton")?.remove());
