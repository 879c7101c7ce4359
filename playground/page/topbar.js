// The strip along the top: back and forward, search, the demo clock.
import { Clock } from "./clock.js";
import { html } from "./dom.js";
import { Icon } from "./icons.js";
import { openSwitcher } from "./overlay.js";
import { state, update, useStore } from "./state.js";
import { t } from "./words.js";

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

export function TopBar() {
  const [team] = useStore((s) => [s.team]);
  return html`<div class="topbar" role="banner">
    <button type="button" class="top-button only-narrow" aria-label=${t("conversations")} aria-expanded=${state.sidebarOpen ? "true" : "false"}
      onClick=${() => update({ sidebarOpen: !state.sidebarOpen })}><${Icon} name="menu" /></button>
    <span class="top-history">
      <button type="button" class="top-button" aria-label=${t("back")} title=${t("back")} onClick=${() => history.back()}><${Icon} name="back" /></button>
      <button type="button" class="top-button" aria-label=${t("forward")} title=${t("forward")} onClick=${() => history.forward()}><${Icon} name="forward" /></button>
    </span>
    <button type="button" class="top-search" data-testid="search" aria-keyshortcuts="Control+K" onClick=${openSwitcher}>
      <${Icon} name="search" size=${16} /><span>${t("searchTeam", { team: team.name })}</span><kbd>${MAC ? "⌘" : "Ctrl"} K</kbd></button>
    <${Clock} />
  </div>`;
}
