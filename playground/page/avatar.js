// A person's coloured square with initials; the app's own mark.
import { html } from "./dom.js";

/** Ink that reads on the person's colour. */
function ink(color) {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
  return (r * 299 + g * 587 + b * 114) / 1000 > 165 ? "#1d1c1d" : "#fff";
}

export function Avatar({ person, size = 36 }) {
  const raw = (person && person.color) || "#616061";
  const color = /^#?[0-9a-f]{6}$/i.test(raw) ? `#${raw.replace("#", "")}` : "#616061";
  const box = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.4)}px`, borderRadius: size > 24 ? "6px" : "4px" };
  if (person && person.is_app) {
    return html`<span class="avatar avatar-app" style=${box} aria-hidden="true"><svg viewBox="0 0 32 32" width="70%" height="70%">
      <path d="M16 16c-2.5-4-4.6-5.5-7-5.500a5.5 5.5 0 0 0 0 11c2.4 0 4.5-1.5 7-5.500s4.6-5.5 7-5.500a5.5 5.5 0 0 1 0 11c-2.4 0-4.5-1.5-7-5.500z"
        fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round"/></svg></span>`;
  }
  const initials = (person && (person.initials || (person.real_name || "?").slice(0, 1))) || "?";
  return html`<span class="avatar" style=${{ ...box, background: color, color: ink(color) }} aria-hidden="true">${initials}</span>`;
}
