// Date, time and date-with-time fields.
import { html } from "../dom.js";
import { fromLocalField, toLocalField } from "../time.js";
import { useCommit } from "./commit.js";
import { fieldOf } from "./values.js";

const KINDS = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export function DateField({ block, element, id, labelId, describedBy, invalid }) {
  const { value, commit, busy } = useCommit(block, element);
  const field = fieldOf(element.type);
  const moment = element.type === "datetimepicker"; // Slack keeps seconds since 1970, the field a wall clock
  const kept = value[field];
  const shown = kept === null || kept === undefined ? "" : moment ? toLocalField(kept * 1000) : kept;
  const change = (event) => {
    const typed = event.target.value;
    commit({ [field]: typed === "" ? null : moment ? Math.round(fromLocalField(typed) / 1000) : typed });
  };
  const hint = element.placeholder ? element.placeholder.text : "";
  return html`<input type=${KINDS[element.type]} class=${`field field-date ${busy ? "is-busy" : ""}`} id=${id} value=${shown} title=${hint}
    aria-label=${labelId ? undefined : hint || "Date"} aria-describedby=${describedBy} aria-invalid=${invalid ? "true" : undefined}
    data-action-id=${element.action_id} data-block-id=${block.block_id} onChange=${change} />`;
}
