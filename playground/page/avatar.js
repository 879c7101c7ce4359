// A person's coloured square with initials; the app's own mark; whether they are there.
import { html } from "./dom.js";
import { t } from "./words.js";

const READABLE = 4.6; // contrast of the letters with their ground

function contrastWithWhite(rgb) {
  const [r, g, b] = rgb.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

const grounds = new Map();

/** The person's colour, darkened as far as white letters need. */
function ground(color) {
  if (!grounds.has(color)) {
    let rgb = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
    while (contrastWithWhite(rgb) < READABLE) rgb = rgb.map((part) => Math.floor(part * 0.95));
    grounds.set(color, `rgb(${rgb.join(" ")})`);
  }
  return grounds.get(color);
}

function Face({ person, size }) {
  const raw = (person && person.color) || "#616061";
  const color = /^#?[0-9a-f]{6}$/i.test(raw) ? `#${raw.replace("#", "")}` : "#616061";
  const box = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.4)}px`, borderRadius: `${size > 60 ? 12 : size > 24 ? 8 : 5}px` };
  if (person && person.is_app) {
    return html`<span class="avatar avatar-app" style=${box} aria-hidden="true"><svg viewBox="0 0 32 32" width="70%" height="70%">
      <path d="M16 16c-2.5-4-4.6-5.5-7-5.5a5.5 5.5 0 0 0 0 11c2.4 0 4.5-1.5 7-5.5s4.6-5.5 7-5.5a5.5 5.5 0 0 1 0 11c-2.4 0-4.5-1.5-7-5.5z"
        fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round"/></svg></span>`;
  }
  const initials = (person && (person.initials || (person.real_name || "?").slice(0, 1))) || "?";
  // The letters are a picture, not text to be read: so they are drawn by the style.
  return html`<span class="avatar" style=${{ ...box, background: ground(color) }} data-initials=${initials} aria-hidden="true"></span>`;
}

/** `active`: true or false draws the mark of presence, absent leaves it out. */
export function Avatar({ person, size = 36, active }) {
  if (active === undefined) return html`<${Face} person=${person} size=${size} />`;
  return html`<span class="avatar-box"><${Face} person=${person} size=${size} />
    <span class=${`presence ${active ? "active" : "away"}`} title=${active ? t("active") : t("away")}></span></span>`;
}
