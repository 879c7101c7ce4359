// Select menus, single and multiple, of every source: given options, the bot's answers, people, conversations.
import { folded, html, useId, useRef, useState } from "../dom.js";
import { withEmoji } from "../emoji.js";
import { Icon, PlaceSign } from "../icons.js";
import { ListPicker, Popover } from "../popover.js";
import { Avatar } from "../avatar.js";
import { suggest } from "../session.js";
import { state, useStore } from "../state.js";
import { conversationName } from "../store.js";
import { t } from "../words.js";
import { useCommit } from "./commit.js";
import { speaks } from "./host.js";
import { fieldOf } from "./values.js";

const SEARCH_FROM = 8; // fewer given options than this need no search field
const words = (text) => withEmoji((text && text.text) || "");
const holds = (item, query) => folded(`${item.label} ${item.description || ""}`).includes(folded(query.trim()));

const optionItem = (option) => ({ value: option.value, label: words(option.text), description: words(option.description), kept: option });

function optionGroups(source) {
  if (source.option_groups) return source.option_groups.map((g) => ({ label: words(g.label), items: (g.options || []).map(optionItem) }));
  return [{ items: (source.options || []).map(optionItem) }];
}

const personItem = (person) => ({
  value: person.id, label: person.real_name || person.name, description: person.title, kept: person.id,
  icon: html`<${Avatar} person=${person} size=${20} />`,
});

function conversationItem(conversation) {
  const other = conversation.kind === "channel" ? null : state.people.get(conversation.with);
  return {
    value: conversation.id, label: conversationName(conversation), kept: conversation.id, description: "",
    icon: other ? html`<${Avatar} person=${other} size=${20} />` : html`<${PlaceSign} conversation=${conversation} />`,
  };
}

/** The conversations that the element's filter lets through. */
function allowed(element, conversation) {
  const filter = element.filter || {};
  const kind = conversation.kind !== "channel" ? "im" : conversation.is_private ? "private" : "public";
  if (element.type.includes("channels")) return kind === "public";
  if (filter.include && !filter.include.includes(kind)) return false;
  if (filter.exclude_external_shared_channels && conversation.is_ext_shared) return false;
  return !(filter.exclude_bot_users && conversation.kind === "app");
}

function sourceOf(element) {
  const type = element.type.replace("multi_", "");
  if (type === "users_select") return () => [{ items: [...state.people.values()].map(personItem) }];
  if (type === "channels_select" || type === "conversations_select") {
    return () => [{ items: state.conversations.filter((c) => allowed(element, c)).map(conversationItem) }];
  }
  return () => optionGroups(element);
}

const searched = (groups, query) => groups
  .map((g) => ({ ...g, items: query ? g.items.filter((item) => holds(item, query)) : g.items }))
  .filter((g) => g.items.length);

/** What a kept value is called: an option carries its text, people and conversations are looked up. */
function shownItem(element, kept) {
  if (kept && typeof kept === "object") return optionItem(kept);
  if (element.type.includes("users")) {
    const person = state.people.get(kept);
    return person ? personItem(person) : { value: kept, label: kept, kept };
  }
  const conversation = state.conversations.find((c) => c.id === kept);
  return conversation ? conversationItem(conversation) : { value: kept, label: kept, kept };
}

export function Select({ block, element, id, labelId, describedBy, invalid }) {
  const { value, set, commit, busy, host } = useCommit(block, element);
  useStore((s) => [s.people, s.conversations]);
  const [open, setOpen] = useState(null); // null, or the first typed character(s)
  const anchor = useRef(null);
  const control = useRef(null);
  const changed = useRef(false);
  const popover = useId("select");
  const multi = element.type.startsWith("multi_");
  const external = element.type.includes("external");
  const field = fieldOf(element.type);
  const kept = multi ? value[field] || [] : value[field] ? [value[field]] : [];
  const items = kept.map((k) => shownItem(element, k));
  const least = element.min_query_length ?? 3;

  const load = (query) => {
    if (!external) return searched(sourceOf(element)(), query);
    if (query.length < least) return [];
    return new Promise((resolve, reject) => {
      setTimeout(() => suggest({ container: host.container, block_id: block.block_id, action_id: element.action_id, value: query })
        .then((answer) => resolve(optionGroups(answer)), reject), 150);
    });
  };
  const hint = (query) => (external && query.length < least ? t("typeToSearch", { n: least }) : null);

  const shut = () => {
    setOpen(null);
    if (multi && changed.current && speaks(block)) commit({ [field]: kept });
    changed.current = false;
  };
  const pick = (item) => {
    if (!multi) {
      setOpen(null);
      anchor.current.focus();
      commit({ [field]: item.kept });
      return;
    }
    const has = items.some((i) => i.value === item.value);
    if (!has && element.max_selected_items && items.length >= element.max_selected_items) return;
    const next = has ? kept.filter((k, i) => items[i].value !== item.value) : [...kept, item.kept];
    set({ [field]: next });
    changed.current = true;
  };
  const drop = (item) => {
    const next = kept.filter((k, i) => items[i].value !== item.value);
    commit({ [field]: multi ? next : null });
  };
  const key = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen("");
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      setOpen(event.key);
    } else if (event.key === "Backspace" && items.length && (multi || block.optional)) {
      event.preventDefault();
      drop(items[items.length - 1]);
    }
  };
  const hintText = (element.placeholder && words(element.placeholder)) || (multi ? t("selectItems") : t("chooseOption"));
  const many = external || !element.type.includes("static") || optionGroups(element).reduce((n, g) => n + g.items.length, 0) >= SEARCH_FROM;
  return html`<div class=${`select ${multi ? "select-multi" : ""} in-${host.kind}`} data-action-id=${element.action_id} data-block-id=${block.block_id}>
    <div ref=${control} class=${`select-control ${invalid ? "invalid" : ""} ${busy ? "is-busy" : ""} ${open !== null ? "open" : ""}`}>
      ${multi && items.map((item) => html`<span class="token" key=${item.value}>${item.icon}<span>${item.label}</span>
        <button type="button" aria-label=${t("remove", { name: item.label })} onClick=${() => drop(item)}><${Icon} name="close" size=${12} /></button></span>`)}
      <button type="button" ref=${anchor} id=${id} class="select-button" role="combobox" aria-haspopup="listbox" aria-expanded=${open !== null ? "true" : "false"} aria-controls=${open !== null ? popover : undefined}
        aria-label=${labelId ? undefined : hintText} aria-describedby=${describedBy} aria-invalid=${invalid ? "true" : undefined}
        onClick=${() => (open === null ? setOpen("") : shut())} onKeyDown=${key}>
        ${!multi && items.length ? html`${items[0].icon}<span class="select-value">${items[0].label}</span>`
          : html`<span class="select-hint">${multi && items.length ? "" : hintText}</span>`}
      </button>
      ${!multi && block.optional && items.length > 0 && html`<button type="button" class="select-clear" aria-label=${t("clear")} onClick=${() => drop(items[0])}><${Icon} name="close" size=${12} /></button>`}
      ${busy ? html`<span class="spinner"></span>` : html`<span class="chevron" aria-hidden="true"></span>`}
    </div>
    ${open !== null && html`<${Popover} anchor=${control} onClose=${shut} wide class="select-popover" id=${popover}>
      <${ListPicker} load=${load} picked=${new Set(items.map((i) => i.value))} onPick=${pick} multi=${multi} firstQuery=${open}
        searchable=${many || Boolean(open)} hint=${hint} />
    <//>`}
  </div>`;
}
