// The head of a conversation: its name, topic, members, and the tabs of the app.
import { Avatar } from "./avatar.js";
import { html } from "./dom.js";
import { Icon, PlaceSign } from "./icons.js";
import { showDetails } from "./overlay.js";
import { isActive } from "./presence.js";
import { openConversation } from "./session.js";
import { state, useStore } from "./state.js";
import { workspaceNow } from "./time.js";
import { t } from "./words.js";

const FACES = 3;

function Members({ conversation, people }) {
  const humans = conversation.members.map((id) => people.get(id)).filter((p) => p && !p.is_app);
  return html`<button type="button" class="faces" data-testid="members" aria-label=${t("viewMembers", { n: humans.length })} title=${t("viewMembers", { n: humans.length })}
      onClick=${() => showDetails(conversation.id)}>
    ${humans.slice(0, FACES).map((p) => html`<${Avatar} person=${p} size=${20} key=${p.id} />`)}<span>${humans.length}</span></button>`;
}

export function Header({ conversation, name }) {
  const [tab, people] = useStore((s) => [s.tab, s.people, s.clock]);
  const channel = conversation.kind === "channel";
  const other = channel ? null : conversation.kind === "app" ? { is_app: true } : people.get(conversation.with);
  const about = conversation.kind === "dm" && other ? other.title : conversation.topic;
  return html`<header class="main-head">
    <div class="main-line">
      ${other && html`<${Avatar} person=${other} size=${24} active=${isActive(other, workspaceNow())} />`}
      <h2 data-testid="conversation-title">${channel && html`<${PlaceSign} conversation=${conversation} size=${18} />`}${name}</h2>
      ${about && html`<span class="topic" title=${about}>${about}</span>`}
      ${conversation.is_ext_shared && html`<span class="ext-badge" data-testid="shared-notice"><${Icon} name="shared" size=${14} />${t("sharedOutside")}</span>`}
      <span class="head-space"></span>
      ${channel && html`<${Members} conversation=${conversation} people=${people} />`}
    </div>
    ${conversation.kind === "app" && state.app.home_tab !== false && html`<div class="tabs" role="tablist" aria-label=${name} onKeyDown=${walkTabs}>
      ${["home", "messages"].map((each) => html`<button type="button" role="tab" key=${each} aria-selected=${tab === each ? "true" : "false"} data-testid=${`tab-${each}`}
        tabindex=${tab === each ? "0" : "-1"} onClick=${() => openConversation(conversation.id, each)}>${each === "home" ? t("home") : t("messages")}</button>`)}
    </div>`}
  </header>`;
}

function walkTabs(event) {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const next = [...event.currentTarget.children].find((tab) => tab.getAttribute("aria-selected") !== "true");
  event.preventDefault();
  next.focus();
  next.click();
}
