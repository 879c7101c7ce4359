// A person's coloured square with initials; the app's own mark; whether they are there.
import { html } from "./dom.js";
import { t } from "./words.js";

/** Ink that reads on the person's colour. */
function ink(color) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const part = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (light + 0.05) / 0.0565 > 1.05 / (light + 0.05) ? "#1d1c1d" : "#fff";
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
  return html`<span class="avatar" style=${{ ...box, background: color, color: ink(color) }} aria-hidden="true">${initials}</span>`;
}

/** `active`: true or false draws the mark of presence, absent leaves it out. */
export function Avatar({ person, size = 36, active }) {
  if (active === undefined) return html`<${Face} person=${person} size=${size} />`;
  return html`<span class="avatar-box"><${Face} person=${person} size=${size} />
    <span class=${`presence ${active ? "active" : "away"}`} title=${active ? t("active") : t("away")}></span></span>`;
}
