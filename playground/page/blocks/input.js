// The input block: label, control, hint, error.
import { html, useId } from "../dom.js";
import { withEmoji } from "../emoji.js";
import { t } from "../words.js";
import { Element } from "./elements.js";
import { useHost } from "./host.js";

const GROUPS = ["checkboxes", "radio_buttons"];

export function Input({ block }) {
  const host = useHost();
  const id = useId("input");
  const error = host.errors[block.block_id];
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  const group = GROUPS.includes(block.element?.type);
  const Label = group ? "div" : "label";
  return html`<div class=${`block-input ${error ? "has-error" : ""}`} data-block-id=${block.block_id} data-testid="input-block">
    <${Label} class="input-label" id=${`${id}-label`} for=${group ? undefined : id}>${withEmoji(block.label?.text || "")}
      ${block.optional && html`<span class="optional"> (${t("optional")})</span>`}<//>
    <${Element} block=${block} element=${block.element} id=${id} labelId=${`${id}-label`} describedBy=${described} invalid=${Boolean(error)} />
    ${error && html`<div class="input-error" role="alert" id=${`${id}-error`} data-testid="input-error">${error}</div>`}
    ${block.hint && html`<div class="input-hint" id=${`${id}-hint`}>${withEmoji(block.hint.text || "")}</div>`}
  </div>`;
}
