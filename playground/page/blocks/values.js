// The values of interactive elements, in the form that Slack's `state.values` has.
import { t } from "../words.js";

const OPTION = ["static_select", "external_select", "radio_buttons"];
const OPTIONS = ["multi_static_select", "multi_external_select", "checkboxes"];
const TYPED = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];

const FIELDS = {
  users_select: ["selected_user", "initial_user"],
  channels_select: ["selected_channel", "initial_channel"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
};
for (const type of OPTION) FIELDS[type] = ["selected_option", "initial_option"];
for (const type of OPTIONS) FIELDS[type] = ["selected_options", "initial_options"];
for (const type of TYPED) FIELDS[type] = ["value", "initial_value"];

export const isStateful = (element) => Boolean(element && FIELDS[element.type]);

/** The name under which this type's value stands, such as `selected_option`. */
export const fieldOf = (type) => FIELDS[type][0];

const isMany = (type) => type.startsWith("multi_") || type === "checkboxes";

export function initialValue(element, conversation) {
  const [field, initial] = FIELDS[element.type];
  let value = element[initial];
  if (value === undefined && element.default_to_current_conversation && conversation) {
    value = isMany(element.type) ? [conversation] : conversation;
  }
  if (value === undefined) value = isMany(element.type) ? [] : null;
  return { type: element.type, [field]: value };
}

export function isEmpty(value) {
  const content = value[fieldOf(value.type)];
  return content === null || content === undefined || content === "" || (Array.isArray(content) && !content.length);
}

/** The stateful elements of a block with it, wherever the block keeps them. */
export function elementsOf(block) {
  const all = [block.element, block.accessory, ...(block.type === "actions" ? block.elements || [] : [])];
  return all.filter(isStateful);
}

/** Slack's `state.values` of these blocks, untouched elements at their initial value. */
export function collect(blocks, form, conversation) {
  const values = {};
  for (const block of blocks || []) {
    for (const element of elementsOf(block)) {
      values[block.block_id] = values[block.block_id] || {};
      values[block.block_id][element.action_id] = form[block.block_id]?.[element.action_id] || initialValue(element, conversation);
    }
  }
  return values;
}

function fault(element, value) {
  const text = value.value;
  if (element.type === "number_input") {
    const number = Number(text);
    if (text.trim() === "" || !Number.isFinite(number)) return t("wrongNumber");
    if (!element.is_decimal_allowed && !Number.isInteger(number)) return t("wrongWhole");
    if (element.min_value !== undefined && number < Number(element.min_value)) return t("wrongLeast", { n: element.min_value });
    if (element.max_value !== undefined && number > Number(element.max_value)) return t("wrongMost", { n: element.max_value });
  }
  if (element.type === "email_text_input" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return t("wrongMail");
  if (element.type === "url_text_input" && !URL.canParse(text)) return t("wrongUrl");
  if (element.min_length && text.length < element.min_length) return t("wrongShort", { n: element.min_length });
  if (element.max_length && text.length > element.max_length) return t("wrongLong", { n: element.max_length });
  return null;
}

/** What Slack's own client refuses before it asks the app: block_id -> sentence. */
export function faults(blocks, values) {
  const found = {};
  for (const block of blocks || []) {
    if (block.type !== "input" || !isStateful(block.element)) continue;
    const value = values[block.block_id][block.element.action_id];
    if (isEmpty(value)) {
      if (!block.optional) found[block.block_id] = t("required");
      continue;
    }
    const wrong = TYPED.includes(block.element.type) ? fault(block.element, value) : null;
    if (wrong) found[block.block_id] = wrong;
  }
  return found;
}

/** Blocks with an id on every block and element, so that values have a place. */
export function named(blocks) {
  return (blocks || []).map((block, i) => {
    const block_id = block.block_id || `block-${i}`;
    const name = (element, j) => (element && element.type && !element.action_id ? { ...element, action_id: `action-${j}` } : element);
    const out = { ...block, block_id };
    if (block.element) out.element = name(block.element, 0);
    if (block.accessory) out.accessory = name(block.accessory, 0);
    if (block.type === "actions" && block.elements) out.elements = block.elements.map(name);
    return out;
  });
}
