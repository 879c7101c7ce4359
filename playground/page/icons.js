// The signs on buttons, drawn with one pen.
import { html } from "./dom.js";

const PATHS = {
  home: "M3.5 9.5 10 3.8l6.5 5.7M5.2 8.3v7.5h3.5v-4h2.6v4h3.5V8.3",
  dms: "M3 4.5h10.5v7.5H8l-3 2.6V12H3zM16 7.5h1v7.3h-1.5V17l-2.6-2.2H9.5",
  app: "M10 10c-1.6-2.5-2.9-3.4-4.4-3.4a3.4 3.4 0 0 0 0 6.8c1.5 0 2.8-.9 4.4-3.4s2.9-3.4 4.4-3.4a3.4 3.4 0 0 1 0 6.8c-1.5 0-2.8-.9-4.4-3.4z",
  auto: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
  light: "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1",
  dark: "M16.5 12.2A7 7 0 1 1 8 3.5a5.6 5.6 0 0 0 8.5 8.7z",
  tour: "M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM12.9 7.1l-1.7 4.1-4.1 1.7 1.7-4.1z",
  smile: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 11.5a3.6 3.6 0 0 0 7 0M7.5 7.8v.4M12.5 7.8v.4",
  react: "M9 2.9a7.2 7.2 0 1 0 7.9 8M5.9 11.2a3.5 3.5 0 0 0 6.8 0M6.9 7.9v.3M11.3 7.9v.3M15 2.2v5.4M12.3 4.9h5.4",
  thread: "M10 3.2c-4.2 0-7.3 2.5-7.3 6 0 1.9.9 3.5 2.4 4.6l-.4 3 3-1.8c.7.1 1.5.2 2.3.2 4.2 0 7.3-2.5 7.3-6s-3.1-6-7.3-6zM6.7 8h6.6M6.7 10.7h4.2",
  more: "M10 4.2v.1M10 10v.1M10 15.8v.1",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4.5 6.5 10l5.5 5.5",
  forward: "M8 4.5 13.5 10 8 15.5",
  down: "M5.5 8l4.5 4.5L14.5 8",
  search: "M8.8 3a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8.8 3zM13.2 13.2l4 4",
  menu: "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
  plus: "M10 4v12M4 10h12",
  bolt: "M11 2.5 4.5 11.5H9l-.8 6 7-9.5h-4.6z",
  clip: "M15.5 9.3 9.8 15a3.5 3.5 0 0 1-5-5l6-6a2.4 2.4 0 0 1 3.4 3.4l-5.9 5.9a1.2 1.2 0 0 1-1.7-1.7l5.3-5.3",
  code: "M7 5.5 2.8 10 7 14.5M13 5.5l4.2 4.5-4.2 4.5",
  pre: "M3 3.5h14v13H3zM7.2 7.5 5 10l2.2 2.5M12.8 7.5 15 10l-2.2 2.5",
  quote: "M4 4.5v11M8 6h8.5M8 10h8.5M8 14h5",
  bullets: "M4 5.5v.1M4 10v.1M4 14.5v.1M8 5.5h8.5M8 10h8.5M8 14.5h8.5",
  numbers: "M3.5 3.8h1v3.4M3.3 12.3c.3-.9 2-.9 2 .3 0 .9-2 1.9-2 2.9h2.1M8.5 5.5h8M8.5 14.5h8",
  link: "M8.3 11.7a3.2 3.2 0 0 0 4.5 0l3-3a3.2 3.2 0 0 0-4.5-4.5l-1 1M11.7 8.3a3.2 3.2 0 0 0-4.5 0l-3 3a3.2 3.2 0 0 0 4.5 4.5l1-1",
  at: "M13.2 10a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0zm0 0v1.1a2.1 2.1 0 0 0 4.2 0V10a7.4 7.4 0 1 0-3.1 6",
  slash: "M3.5 3.5h13v13h-13zM11.8 6.5l-3.6 7",
  format: "M3 15 7 5h.6l4 10M4.5 11.5h5.6M17 15v-4.7c0-2.9-4-2.9-4-.7M17 12c-3.5-.3-4.5.6-4.5 1.7 0 1.9 3.5 1.9 4.5-.4",
  people: "M7.5 4a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM2.5 16c0-3.3 2-5 5-5s5 1.7 5 5M13 4.4a2.5 2.5 0 0 1 0 4.7M14.5 11.3c2 .6 3 2.2 3 4.7",
  clock: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 5.8V10l2.8 2",
  calendar: "M3.5 4.8h13v12h-13zM3.5 8.5h13M7 3v3M13 3v3",
  eye: "M1.8 10s3-5.5 8.2-5.5S18.2 10 18.2 10s-3 5.5-8.2 5.5S1.8 10 1.8 10zM10 7.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  hash: "M8 3.5 6.5 16.5M13.5 3.5 12 16.5M3.8 7.5h13M3.2 12.5h13",
  copy: "M7 7h9.5v9.5H7zM4 13H3.5V3.5H13V4",
  file: "M5 2.8h6.5L15.5 7v10.2H5zM11.3 3v4.2h4",
  table: "M3.5 4h13v12h-13zM3.5 8h13M3.5 12h13M8 4v12",
  download: "M10 3.5v9M6 9l4 4 4-4M4 16.5h12",
  check: "M4 10.5 8.2 15 16 5.5",
  shared: "M6.5 3.5 3 7l3.5 3.5M3 7h11M13.5 9.5 17 13l-3.5 3.5M17 13H6",
};
const HEAVY = { more: 2.6, check: 2.2, hash: 1.5 };

/** `name` is one of the signs above; it takes the colour of the text around it. */
export function Icon({ name, size = 18 }) {
  return html`<svg class="icon" viewBox="0 0 20 20" width=${size} height=${size} fill="none" stroke="currentColor" stroke-width=${HEAVY[name] || 1.6}
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}

/** What stands before a conversation's name in lists. */
export const PlaceSign = ({ conversation, size = 16 }) => html`<span class="hash" aria-hidden="true"><${Icon} name=${conversation.is_private ? "lock" : "hash"} size=${size} /></span>`;

/** The sign of the send button. */
export const SendSign = () => html`<svg viewBox="0 0 20 20" width="16" height="16" fill="currentColor" aria-hidden="true"><path d="M1.5 2.3c-.1-.6.5-1.1 1-.8l16 7.9c.5.2.5 1 0 1.2l-16 7.9c-.5.3-1.1-.2-1-.8l1.3-5.6c.1-.3.3-.5.6-.6L11.2 10 3.4 8.5c-.3-.1-.5-.3-.6-.6z"/></svg>`;
