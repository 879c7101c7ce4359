// The Home tab of the app.
import { Blocks } from "./blocks/index.js";
import { html, useMemo } from "./dom.js";
import { useStore } from "./state.js";

export function Home() {
  const [view, app] = useStore((s) => [s.home, s.app]);
  const container = useMemo(() => (view ? { type: "view", view_id: view.id } : null), [view && view.id]);
  return html`<div class="home" role="tabpanel" aria-label="Home" data-testid="home" tabindex="0">
    <div class="home-inner">
      ${view && view.blocks && view.blocks.length
        ? html`<${Blocks} blocks=${view.blocks} container=${container} formKey=${`home:${view.id}`} kind="home" />`
        : html`<div class="empty"><h2>${app.name} has not put anything here yet</h2><p>This is where the app's Home tab appears. Its messages are in the Messages tab.</p></div>`}
    </div>
  </div>`;
}
