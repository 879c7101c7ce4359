// Checkboxes and radio buttons.
import { html, useId } from "../dom.js";
import { useCommit } from "./commit.js";
import { Text } from "./text.js";

export function Choices({ block, element, id, labelId, describedBy, invalid }) {
  const { value, commit, busy } = useCommit(block, element);
  const own = useId("choice");
  const radio = element.type === "radio_buttons";
  const chosen = radio ? [value.selected_option].filter(Boolean) : value.selected_options || [];
  const has = (option) => chosen.some((c) => c.value === option.value);
  const change = (option, on) => {
    if (radio) return commit({ selected_option: option });
    const next = element.options.filter((o) => (o.value === option.value ? on : has(o)));
    return commit({ selected_options: next });
  };
  return html`<div class=${`choices ${busy ? "is-busy" : ""}`} role=${radio ? "radiogroup" : "group"} id=${id} aria-labelledby=${labelId}
      aria-describedby=${describedBy} aria-invalid=${invalid ? "true" : undefined} data-action-id=${element.action_id} data-block-id=${block.block_id}>
    ${(element.options || []).map((option, i) => html`<div class="choice" key=${option.value}>
      <input type=${radio ? "radio" : "checkbox"} name=${own} id=${`${own}-${i}`} checked=${has(option)} value=${option.value}
        onChange=${(e) => {
          const on = e.target.checked;
          e.target.checked = has(option); // a refused confirmation leaves it as it was
          change(option, on);
        }} />
      <label for=${`${own}-${i}`}><${Text} text=${option.text} />${option.description && html`<small><${Text} text=${option.description} /></small>`}</label>
    </div>`)}
  </div>`;
}
