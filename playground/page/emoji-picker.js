// A small emoji grid with search.
import { html, useEffect, useRef, useState } from "./dom.js";
import { emojiChar, FREQUENT, searchEmoji } from "./emoji.js";
import { t } from "./words.js";

export function EmojiPicker({ onPick }) {
  const [query, setQuery] = useState("");
  const field = useRef(null);
  useEffect(() => field.current.focus({ preventScroll: true }), []);
  const found = searchEmoji(query, 240);
  const cell = (name, char) => html`<button type="button" class="emoji-cell" key=${name} title=${`:${name}:`} aria-label=${name} onClick=${() => onPick(name)}>${char}</button>`;
  const key = (event) => {
    if (event.key === "Enter" && query && found[0]) onPick(found[0].name);
  };
  return html`<div class="emoji-picker">
    <input ref=${field} type="text" class="field" placeholder=${t("searchEmoji")} aria-label=${t("searchEmoji")} value=${query} onInput=${(e) => setQuery(e.target.value)} onKeyDown=${key} />
    <div class="emoji-scroll">
      ${!query && html`<h4>${t("emojiFrequent")}</h4><div class="emoji-grid">${FREQUENT.map((name) => cell(name, emojiChar(name)))}</div><h4>${t("emojiAll")}</h4>`}
      <div class="emoji-grid">${found.map((e) => cell(e.name, e.char))}</div>
      ${query && !found.length && html`<p>${t("emojiNone")}</p>`}
    </div>
  </div>`;
}
