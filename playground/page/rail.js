// The narrow strip at the far left: the workspace, home, the look of the page.
import { html, useState } from "./dom.js";
import { openConversation } from "./session.js";
import { state, update, useStore } from "./state.js";

const THEMES = ["auto", "light", "dark"];
const SIGNS = { auto: "◐", light: "☀", dark: "☾" };

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
  return html`<button type="button" class="rail-button" data-testid="theme" title=${`Look: ${theme}. Press for ${next}.`} aria-label=${`Look: ${theme}. Press for ${next}.`} onClick=${turn}>
    <span class="rail-sign" aria-hidden="true">${SIGNS[theme]}</span><small>${theme === "auto" ? "Auto" : theme === "light" ? "Light" : "Dark"}</small></button>`;
}

export function Rail() {
  const [team, app, current, conversations] = useStore((s) => [s.team, s.app, s.current, s.conversations]);
  const mine = conversations.filter((c) => c.is_member !== false);
  const appDm = mine.find((c) => c.kind === "app");
  const first = mine.find((c) => c.kind === "channel");
  const dm = mine.find((c) => c.kind === "dm");
  const kind = mine.find((c) => c.id === current)?.kind;
  const item = (target, label, sign, on) => target && html`<button type="button" class=${`rail-button ${on ? "current" : ""}`} title=${label} aria-label=${label} onClick=${() => openConversation(target.id, target.kind === "app" ? "home" : "messages")}>
    <span class="rail-sign" aria-hidden="true">${sign}</span><small>${label}</small></button>`;
  return html`<div class="rail" role="navigation" aria-label="Workspace">
    <button type="button" class="rail-team" aria-label="Show or hide the conversations" onClick=${() => update({ sidebarOpen: !state.sidebarOpen })}>${(team.name || "?").slice(0, 1)}</button>
    ${item(first, "Home", "⌂", kind === "channel")}
    ${item(dm, "DMs", "✉", kind === "dm")}
    ${item(appDm, app.name, "∞", kind === "app")}
    <span class="rail-space"></span>
    <${ThemeToggle} />
  </div>`;
}
