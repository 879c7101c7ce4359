// The Home tab of the app.
import { Blocks } from "./blocks/index.js";
import { html, useMemo } from "./dom.js";
import { useStore } from "./state.js";
import { t } from "./words.js";

export function Home() {
  const [view, app] = useStore((s) => [s.home, s.app]);
  const container = useMemo(() => (view ? { type: "view", view_id: view.id } : null), [view && view.id]);
  return html`<div class="home" role="tabpanel" aria-label=${t("home")} data-testid="home" tabindex="0">
    <div class="home-inner">
      ${view && view.blocks && view.blocks.length
        ? html`<${Blocks} blocks=${view.blocks} container=${container} formKey=${`home:${view.id}`} kind="home" />`
        : html`<div class="empty"><h2>${t("homeEmpty", { app: app.name })}</h2><p>${t("homeEmptyMore")}</p></div>`}
    </div>
  </div>`;
}
