// The narrow strip at the far left: the workspace, home, the look of the page.
import { html, useState } from "./dom.js";
import { openConversation } from "./session.js";
import { state, update, useStore } from "./state.js";

const THEMES = ["auto", "light", "dark"];
const PATHS = {
  home: "M3.5 9.5 10 3.8l6.5 5.7M5.2 8.3v7.5h3.5v-4h2.6v4h3.5V8.3",
  dms: "M3 4.5h10.5v7.5H8l-3 2.6V12H3zM16 7.5h1v7.3h-1.5V17l-2.6-2.2H9.5",
  app: "M10 10c-1.6-2.5-2.9-3.4-4.4-3.4a3.4 3.4 0 0 0 0 6.8c1.5 0 2.8-.9 4.4-3.4s2.9-3.4 4.4-3.4a3.4 3.4 0 0 1 0 6.8c-1.5 0-2.8-.9-4.4-3.4z",
  auto: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
  light: "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1",
  dark: "M16.5 12.2A7 7 0 1 1 8 3.5a5.6 5.6 0 0 0 8.5 8.7z",
};

const Sign = ({ name }) => html`<span class="rail-sign" aria-hidden="true"><svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor"
  stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d=${PATHS[name]} /></svg></span>`;

export function applyTheme(theme) {
  document.documentElement.style.colorScheme = theme === "auto" ? "light dark" : theme;
  document.documentElement.dataset.theme = theme;
}

export const savedTheme = () => (THEMES.includes(localStorage.getItem("theme")) ? localStorage.getItem("theme") : "auto");

function ThemeToggle() {
  const [theme, setTheme] = useState(savedTheme());
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  const turn = () => {
    localStorage.setItem("theme", next);
    applyTheme(next);
    setTheme(next);
  };
  return html`<button type="button" class="rail-button" data-testid="theme" title=${`Theme: ${theme}. Press for ${next}.`} aria-label=${`Theme: ${theme}. Press for ${next}.`} onClick=${turn}>
    <${Sign} name=${theme} /><small>${theme === "auto" ? "Auto" : theme === "light" ? "Light" : "Dark"}</small></button>`;
}

export function Rail() {
  const [team, app, current, conversations] = useStore((s) => [s.team, s.app, s.current, s.conversations]);
  const mine = conversations.filter((c) => c.is_member !== false);
  const appDm = mine.find((c) => c.kind === "app");
  const first = mine.find((c) => c.kind === "channel");
  const dm = mine.find((c) => c.kind === "dm");
  const kind = mine.find((c) => c.id === current)?.kind;
  const item = (target, label, sign, on) => target && html`<button type="button" class=${`rail-button ${on ? "current" : ""}`} title=${label} aria-label=${label} onClick=${() => openConversation(target.id, target.kind === "app" ? "home" : "messages")}>
    <${Sign} name=${sign} /><small>${label}</small></button>`;
  return html`<div class="rail" role="navigation" aria-label="Workspace">
    <button type="button" class="rail-team" aria-label="Show or hide the conversations" onClick=${() => update({ sidebarOpen: !state.sidebarOpen })}>${(team.name || "?").slice(0, 1)}</button>
    ${item(first, "Home", "home", kind === "channel")}
    ${item(dm, "DMs", "dms", kind === "dm")}
    ${item(appDm, app.name, "app", kind === "app")}
    <span class="rail-space"></span>
    <${ThemeToggle} />
  </div>`;
}
