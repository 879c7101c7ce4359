// One interactive element by its type.
import { html } from "../dom.js";
import { Button, Overflow } from "./buttons.js";
import { Choices } from "./choices.js";
import { DateField } from "./dates.js";
import { Select } from "./selects.js";
import { t } from "../words.js";
import { Picture } from "./text.js";
import { TextField } from "./typed.js";

const KINDS = {
  button: Button, workflow_button: Button, overflow: Overflow, image: ({ element }) => html`<${Picture} image=${element} />`,
  checkboxes: Choices, radio_buttons: Choices,
  datepicker: DateField, timepicker: DateField, datetimepicker: DateField,
  plain_text_input: TextField, email_text_input: TextField, url_text_input: TextField, number_input: TextField,
};
for (const what of ["static", "external", "users", "channels", "conversations"]) {
  KINDS[`${what}_select`] = Select;
  KINDS[`multi_${what}_select`] = Select;
}

/** `id` ties the control to its label; `labelId` and `describedBy` name the label and hint of an input block. */
export function Element({ block, element, id, labelId, describedBy, invalid }) {
  const Kind = KINDS[element && element.type];
  if (!Kind) return html`<details class="unknown-block"><summary>${t("unknownElement")} <code>${String(element && element.type)}</code></summary>
    <pre>${JSON.stringify(element, null, 2)}</pre></details>`;
  return html`<${Kind} block=${block} element=${element} id=${id} labelId=${labelId} describedBy=${describedBy} invalid=${invalid} />`;
}
