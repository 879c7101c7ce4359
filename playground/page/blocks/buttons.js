// Buttons and the overflow menu.
import { html, safeUrl, useState } from "../dom.js";
import { ask } from "../overlay.js";
import { Icon } from "../icons.js";
import { Menu } from "../popover.js";
import { t } from "../words.js";
import { act, useHost } from "./host.js";
import { plain } from "./text.js";

/** Asks if needed, then sends; busy until the bot answers. */
function usePress(block, element) {
  const host = useHost();
  const [busy, setBusy] = useState(false);
  const press = async (fields) => {
    if (busy || (element.confirm && !(await ask(element.confirm)))) return;
    setBusy(true);
    await act(host, block, { ...element, type: element.sent_type || element.type }, fields);
    setBusy(false);
  };
  return [busy, press];
}

export function Button({ block, element }) {
  const [busy, press] = usePress(block, element);
  const look = `button ${element.style === "primary" ? "primary" : element.style === "danger" ? "danger" : ""} ${busy ? "busy" : ""}`;
  const fields = { text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
  const shared = {
    class: look, "aria-label": element.accessibility_label, "data-action-id": element.action_id, "data-block-id": block.block_id,
    onClick: () => press(fields),
  };
  const url = element.url && safeUrl(element.url);
  if (url) return html`<a ...${shared} href=${url} target="_blank" rel="noopener noreferrer">${plain(element.text)}</a>`;
  return html`<button type="button" ...${shared} aria-busy=${busy ? "true" : undefined} disabled=${busy}>
    <span class="button-text">${plain(element.text)}</span>${busy && html`<span class="spinner" aria-hidden="true"></span>`}
  </button>`;
}

export function Overflow({ block, element }) {
  const [busy, press] = usePress(block, element);
  const items = (element.options || []).map((option) => ({
    label: plain(option.text),
    description: option.description && plain(option.description),
    run: () => {
      const url = option.url && safeUrl(option.url);
      if (url) window.open(url, "_blank", "noopener,noreferrer");
      press({ selected_option: option });
    },
  }));
  return html`<${Menu} label=${t("moreActions")} icon=${busy ? html`<span class="spinner"></span>` : html`<${Icon} name="more" />`} items=${items} class="button overflow-button" />`;
}
