// A small emoji grid with search.
import { html, useLayoutEffect, useRef, useState } from "./dom.js";
import { emojiChar, FREQUENT, searchEmoji } from "./emoji.js";
import { t } from "./words.js";

export function EmojiPicker({ onPick }) {
  const [query, setQuery] = useState("");
  const field = useRef(null);
  const grid = useRef(null);
  useLayoutEffect(() => field.current.focus({ preventScroll: true }), []);
  const found = searchEmoji(query, 240);
  const cell = (name, char) => html`<button type="button" class="emoji-cell" key=${name} tabindex="-1" title=${`:${name}:`} aria-label=${name} onClick=${() => onPick(name)}>${char}</button>`;
  const key = (event) => {
    if (event.key === "Enter" && query && found[0]) {
      event.preventDefault();
      onPick(found[0].name);
    }
  };
  const walk = (event) => {
    const cells = [...grid.current.querySelectorAll(".emoji-cell")];
    const at = cells.indexOf(document.activeElement);
    const across = cells.filter((cell) => cell.offsetTop === cells[0].offsetTop).length;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: at < 0 ? 1 : across, ArrowUp: -across }[event.key];
    if (!step || (at < 0 && event.key !== "ArrowDown")) return;
    event.preventDefault();
    if (at + step < 0) field.current.focus();
    else cells[Math.min(cells.length - 1, at + step)].focus();
  };
  return html`<div class="emoji-picker" onKeyDown=${walk}>
    <input ref=${field} type="text" class="field" placeholder=${t("searchEmoji")} aria-label=${t("searchEmoji")} value=${query} onInput=${(e) => setQuery(e.target.value)} onKeyDown=${key} />
    <div class="emoji-scroll" ref=${grid}>
      ${!query && html`<h4>${t("emojiFrequent")}</h4><div class="emoji-grid">${FREQUENT.map((name) => cell(name, emojiChar(name)))}</div><h4>${t("emojiAll")}</h4>`}
      <div class="emoji-grid">${found.map((e) => cell(e.name, e.char))}</div>
      ${query && !found.length && html`<p>${t("emojiNone")}</p>`}
    </div>
  </div>`;
}
