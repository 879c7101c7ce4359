// What a channel is about and who is in it.
import { Avatar } from "./avatar.js";
import { html, useFocusTrap, useRef } from "./dom.js";
import { Icon, PlaceSign } from "./icons.js";
import { isActive } from "./presence.js";
import { state, update } from "./state.js";
import { conversationName } from "./store.js";
import { workspaceNow } from "./time.js";
import { t } from "./words.js";

export function Details({ overlay }) {
  const box = useRef(null);
  useFocusTrap(box);
  const conversation = state.conversations.find((c) => c.id === overlay.conversation);
  const leave = () => update({ overlay: null });
  const people = conversation.members.map((id) => (id === state.app.user_id ? { id, is_app: true, real_name: state.app.name, title: t("appBadge") } : state.people.get(id))).filter(Boolean);
  return html`<div class="veil veil-top" onMouseDown=${(e) => e.target === e.currentTarget && leave()} onKeyDown=${(e) => e.key === "Escape" && leave()}>
    <div class="dialog details" role="dialog" aria-modal="true" aria-labelledby="details-title" ref=${box} tabindex="-1" data-testid="details">
      <header><h2 id="details-title"><${PlaceSign} conversation=${conversation} size=${20} />${conversationName(conversation)}</h2>
        <button type="button" class="icon-button" aria-label=${t("close")} onClick=${leave}><${Icon} name="close" size=${20} /></button></header>
      <div class="dialog-body">
        ${conversation.topic && html`<section class="details-card"><h3>${t("topic")}</h3><p>${conversation.topic}</p></section>`}
        ${conversation.is_ext_shared && html`<p class="ext-badge"><${Icon} name="shared" size=${14} />${t("sharedOutside")}</p>`}
        <h3>${t("members")}</h3>
        <ul class="details-people">${people.map((p) => html`<li key=${p.id}><${Avatar} person=${p} size=${36} active=${isActive(p, workspaceNow())} />
          <span class="picker-text"><b>${p.real_name}${p.is_guest ? ` (${t("guest")})` : ""}${p.is_external ? ` (${t("external")})` : ""}</b><small>${p.title}</small></span></li>`)}</ul>
      </div>
    </div>
  </div>`;
}
