// Rows of interactive elements.
import { html } from "../dom.js";
import { t } from "../words.js";
import { Element } from "./elements.js";

export function Actions({ block }) {
  return html`<div class="block-actions" role="group">
    ${(block.elements || []).map((element) => html`<${Element} key=${element.action_id} block=${block} element=${element} />`)}
  </div>`;
}

/** Feedback and icon buttons under an answer. */
export function ContextActions({ block }) {
  const buttons = (block.elements || []).flatMap((element, i) => {
    const action_id = element.action_id || `action-${i}`;
    if (element.type !== "feedback_buttons") return [{ ...element, action_id, text: element.text || { text: t("delete") } }];
    return ["positive_button", "negative_button"].map((side) => ({ ...element[side], type: element.type, action_id, key: side }));
  });
  return html`<div class="block-actions quiet" role="group">
    ${buttons.map((button) => html`<${Element} key=${button.key || button.action_id} block=${block}
      element=${{ ...button, type: "button", sent_type: button.type }} />`)}
  </div>`;
}
