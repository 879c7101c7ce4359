// The narrow strip at the far left: the workspace, where one is, the tour, the look of the page.
import { html, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { openConversation, putTourAway } from "./session.js";
import { state, update, useStore } from "./state.js";
import { t } from "./words.js";

const THEMES = ["auto", "light", "dark"];

export function applyTheme(theme) {
  document.documentElement.style.colorScheme = theme === "auto" ? "light dark" : theme;
  document.documentElement.dataset.theme = theme;
}

export const savedTheme = () => (THEMES.includes(localStorage.getItem("theme")) ? localStorage.getItem("theme") : "auto");

function RailButton({ label, title, sign, on, ...rest }) {
  return html`<button type="button" class=${`rail-button ${on ? "current" : ""}`} title=${title || label} aria-label=${title || label} ...${rest}>
    <span class="rail-sign" aria-hidden="true"><${Icon} name=${sign} size=${20} /></span><small>${label}</small></button>`;
}

export function ThemeToggle() {
  const [theme, setTheme] = useState(savedTheme());
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  const name = { auto: t("themeAuto"), light: t("themeLight"), dark: t("themeDark") };
  const turn = () => {
    localStorage.setItem("theme", next);
    applyTheme(next);
    setTheme(next);
  };
  return html`<${RailButton} label=${name[theme]} title=${t("theme", { now: name[theme], next: name[next] })} sign=${theme} data-testid="theme" onClick=${turn} />`;
}

/** Takes the tour out or puts it away; on narrow screens it only shows or hides its sheet. */
export function TourButton() {
  const [tour, open] = useStore((s) => [s.tour, s.tourOpen]);
  if (!tour.steps.length) return null;
  const narrow = window.innerWidth <= 760;
  const shown = !tour.dismissed && (!narrow || open);
  const turn = () => {
    update({ tourOpen: !shown, sidebarOpen: false });
    if (tour.dismissed || !narrow) putTourAway(shown && !narrow);
  };
  return html`<${RailButton} label=${t("tour")} title=${shown ? t("tourHide") : t("tourShow")} sign="tour" on=${shown} data-testid="tour-button" aria-expanded=${shown ? "true" : "false"} onClick=${turn} />`;
}

export function Rail() {
  const [team, app, current, conversations] = useStore((s) => [s.team, s.app, s.current, s.conversations]);
  const mine = conversations.filter((c) => c.is_member !== false);
  const of = (kind) => mine.filter((c) => c.kind === kind);
  const kind = mine.find((c) => c.id === current)?.kind;
  const item = (list, label, sign, on) => list[0] && html`<${RailButton} label=${label} sign=${sign} on=${on} aria-current=${on ? "true" : undefined}
    onClick=${() => openConversation((list.find((c) => c.unread > 0) || list[0]).id, list[0].kind === "app" ? "home" : "messages")} />`;
  return html`<div class="rail" role="navigation" aria-label=${t("workspace")}>
    <button type="button" class="rail-team" aria-label=${t("showHideConversations")} title=${team.name} onClick=${() => update({ sidebarOpen: !state.sidebarOpen })}>${(team.name || "?").slice(0, 1)}</button>
    ${item(of("channel"), t("home"), "home", kind === "channel")}
    ${item(of("dm"), t("dms"), "dms", kind === "dm")}
    ${item(of("app"), app.name, "app", kind === "app")}
    <span class="rail-space"></span>
    <${TourButton} />
    <${ThemeToggle} />
  </div>`;
}
