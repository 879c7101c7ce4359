// A month to pick a day from, with mouse or arrows.
import { html, useLayoutEffect, useRef, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { dayKey, monthTitle, weekdayLetters, workspaceNow, writtenDay } from "./time.js";
import { t } from "./words.js";

const DAY_MS = 86400000;
const CELLS = 42;
const toMs = (day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms) => new Date(ms).toISOString().slice(0, 10);

/** The same day of another month, or that month's last. */
function addMonths(day, by) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + by, Math.min(date, last)));
}

/** `value` is "yyyy-mm-dd" or null; `grab` takes the focus into the grid. */
export function Calendar({ value, onPick, grab }) {
  const today = dayKey(workspaceNow());
  const [at, setAt] = useState(value || today);
  const [moved, setMoved] = useState(Boolean(grab));
  const grid = useRef(null);
  useLayoutEffect(() => {
    if (grab) setMoved(true);
  }, [grab]);
  useLayoutEffect(() => {
    if (moved) grid.current.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
  }, [at, moved]);
  const [year, month] = at.split("-").map(Number);
  const first = Date.UTC(year, month - 1, 1);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks = Array.from({ length: CELLS / 7 }, (_, week) => Array.from({ length: 7 }, (_, day) => toDay(start + (week * 7 + day) * DAY_MS)));
  const key = (event) => {
    const days = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
    const months = { PageDown: 1, PageUp: -1 }[event.key];
    if (!days && !months) return;
    event.preventDefault();
    setMoved(true);
    setAt(days ? toDay(toMs(at) + days * DAY_MS) : addMonths(at, months));
  };
  const turn = (by) => html`<button type="button" class="icon-button" aria-label=${t(by < 0 ? "previousMonth" : "nextMonth")} onMouseDown=${(e) => e.preventDefault()} onClick=${() => setAt(addMonths(at, by))}><${Icon} name=${by < 0 ? "back" : "forward"} /></button>`;
  return html`<div class="calendar">
    <div class="calendar-head">${turn(-1)}<b aria-live="polite">${monthTitle(year, month - 1)}</b>${turn(1)}</div>
    <table role="grid" aria-label=${monthTitle(year, month - 1)} ref=${grid} onKeyDown=${key}>
      <thead><tr>${weekdayLetters().map((letters) => html`<th scope="col">${letters}</th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map((day) => html`<td role="gridcell" aria-selected=${day === value ? "true" : "false"} key=${day}><button type="button" tabindex=${day === at ? "0" : "-1"} aria-label=${writtenDay(day)} data-day=${day}
        class=${`calendar-day ${day.slice(0, 7) === at.slice(0, 7) ? "" : "outside"} ${day === value ? "chosen" : ""} ${day === today ? "today" : ""}`}
        onMouseDown=${(e) => e.preventDefault()} onClick=${() => onPick(day)}>${Number(day.slice(8))}</button></td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
