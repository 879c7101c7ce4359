// Who somebody is: a card that opens from a name or a face.
import { Avatar } from "./avatar.js";
import { html, useRef, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { Popover } from "./popover.js";
import { isActive } from "./presence.js";
import { openConversation } from "./session.js";
import { state } from "./state.js";
import { timeThere, workspaceNow } from "./time.js";
import { languageName, t } from "./words.js";

function Card({ person, shut }) {
  const app = person.is_app || person.id === state.app?.user_id;
  const place = state.conversations.find((c) => (app ? c.kind === "app" : c.kind === "dm" && c.with === person.id));
  const active = isActive(person, workspaceNow());
  return html`<div class="profile">
    <${Avatar} person=${person} size=${72} />
    <h3>${person.real_name}<span class=${`presence ${active ? "active" : "away"}`} title=${active ? t("active") : t("away")}></span></h3>
    <p>${app ? state.app.description || t("appBadge") : person.title}</p>
    ${!app && person.tz && html`<p class="profile-line"><${Icon} name="clock" size=${16} />${t("localTime", { time: timeThere(workspaceNow(), person.tz) })}</p>`}
    ${!app && person.locale && html`<p class="profile-line"><${Icon} name="people" size=${16} />${languageName(person.locale, true)}${person.is_guest ? ` · ${t("guest")}` : ""}${person.is_external ? ` · ${t("external")}` : ""}</p>`}
    ${place && html`<button type="button" class="button" onClick=${() => { shut(); openConversation(place.id); }}><${Icon} name="dms" size=${16} />${t("message")}</button>`}
  </div>`;
}

/** A button that shows the card; `hidden` keeps it from being said twice, where the name stands beside it. */
export function ProfileButton({ person, children, class: name, hidden }) {
  const anchor = useRef(null);
  const [open, setOpen] = useState(false);
  return html`<span ref=${anchor} class="profile-anchor"><button type="button" class=${`profile-button ${name}`} aria-hidden=${hidden ? "true" : undefined} tabindex=${hidden ? "-1" : undefined}
      aria-haspopup="dialog" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>${children}</button>
    ${open && html`<${Popover} anchor=${anchor} onClose=${() => setOpen(false)} class="profile-popover" role="dialog" aria-label=${person.real_name}><${Card} person=${person} shut=${() => setOpen(false)} /><//>`}</span>`;
}
