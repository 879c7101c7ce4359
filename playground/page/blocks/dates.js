// Date, time and date-with-time fields: typed as text, or picked from a calendar and a list of half hours.
import { Calendar } from "../calendar.js";
import { html, useId, useLayoutEffect, useRef, useState } from "../dom.js";
import { Icon } from "../icons.js";
import { Popover } from "../popover.js";
import { dayKey, fromLocalField, toLocalField, workspaceNow, writtenDay, writtenTime } from "../time.js";
import { locale, t } from "../words.js";
import { useCommit } from "./commit.js";
import { fieldOf } from "./values.js";

const HALF_HOURS = Array.from({ length: 48 }, (_, i) => `${String(Math.floor(i / 2)).padStart(2, "0")}:${i % 2 ? "30" : "00"}`);
const MORNING = "09:00";
const two = (number) => String(number).padStart(2, "0");

/** "2026-11-30" from what was typed, in ISO form or the person's own order; null when it is no day. */
export function readDay(typed) {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(typed.trim());
  const own = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}))?$/.exec(typed.trim());
  let parts = iso && iso.slice(1, 4);
  if (own) {
    const [first, second] = [own[1], own[2]];
    parts = [own[3] || dayKey(workspaceNow()).slice(0, 4), ...(locale() === "en-US" ? [first, second] : [second, first])];
  }
  if (!parts) return null;
  const day = `${parts[0]}-${two(Number(parts[1]))}-${two(Number(parts[2]))}`;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(day) ? day : null;
}

/** "09:30" from what was typed ("9:30", "930", "9 pm", "21h"); null when it is no time. */
export function readTime(typed) {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*h?\s*([ap])?\.?\s*m?\.?$/i.exec(typed.trim());
  if (!found) return null;
  let hour = Number(found[1]);
  const half = (found[3] || "").toLowerCase();
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === "p" ? 12 : 0);
  const minute = Number(found[2] || 0);
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

/** A text field over a kept value; `list` draws what opens under it and is told whether it takes the focus. */
function Picked({ value, written, read, onValue, icon, hint, list, label, shared }) {
  const [typed, setTyped] = useState(null); // text while it is being typed
  const [open, setOpen] = useState(null); // null, "mouse" or "keys"
  const box = useRef(null);
  const field = useRef(null);
  const popover = useId("picked");
  const pick = (next) => {
    setOpen(null);
    setTyped(null);
    onValue(next);
    field.current.focus({ preventScroll: true });
  };
  const input = (event) => {
    const text = event.target.value;
    setTyped(text);
    if (text.trim() === "") onValue(null);
    else if (read(text) !== null) onValue(read(text), text);
  };
  const key = (event) => {
    if (event.key === "ArrowDown" && open !== "keys") setOpen("keys");
    else if (["Escape", "Enter"].includes(event.key) && open) setOpen(null);
    else if (event.key === "Tab" && open) {
      setOpen(null);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="picked" ref=${box}>
    <span class="picked-sign" aria-hidden="true"><${Icon} name=${icon} size=${16} /></span>
    <input type="text" class="field" ref=${field} value=${typed ?? (value ? written(value) : "")} placeholder=${hint} autocomplete="off" aria-haspopup="dialog" aria-expanded=${open ? "true" : "false"} aria-controls=${open ? popover : undefined} role="combobox"
      aria-label=${label} onInput=${input} onKeyDown=${key} onClick=${() => setOpen("mouse")} onBlur=${() => setTyped(null)} ...${shared} />
    ${open && html`<${Popover} anchor=${box} onClose=${() => { setOpen(null); field.current?.focus({ preventScroll: true }); }} class="picked-popover" id=${popover} role="dialog" aria-label=${hint}>${list(pick, open === "keys")}<//>`}
  </div>`;
}

function Hours({ value, onPick, grab }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    const chosen = box.current.querySelector("[aria-selected=true]") || box.current.querySelector(`[data-time="${MORNING}"]`);
    box.current.scrollTop = chosen.offsetTop - box.current.clientHeight / 2;
    if (grab) chosen.focus({ preventScroll: true });
  }, [grab]);
  const key = (event) => {
    const all = [...box.current.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  };
  return html`<div class="hours" role="listbox" aria-label=${t("time")} ref=${box} onKeyDown=${key}>${HALF_HOURS.map((time) => html`<button type="button" role="option" aria-selected=${time === value ? "true" : "false"}
    key=${time} data-time=${time} tabindex="-1" onMouseDown=${(e) => e.preventDefault()} onClick=${() => onPick(time)}>${writtenTime(time)}</button>`)}</div>`;
}

export function DateField({ block, element, id, labelId, describedBy, invalid }) {
  const { value, commit, busy } = useCommit(block, element);
  const field = fieldOf(element.type);
  const moment = element.type === "datetimepicker"; // Slack keeps seconds since 1970, the fields a wall clock
  const kept = value[field] ?? null;
  const [day, time] = moment ? (kept === null ? [null, null] : toLocalField(kept * 1000).split("T")) : [kept, kept];
  const hint = element.placeholder?.text;
  const shared = { "aria-describedby": describedBy, "aria-invalid": invalid ? "true" : undefined, "data-action-id": element.action_id, "data-block-id": block.block_id };
  const own = { ...shared, id };
  const label = (words) => (labelId ? undefined : hint || words);
  const keepMoment = (nextDay, nextTime) => commit({ [field]: nextDay ? Math.round(fromLocalField(`${nextDay}T${nextTime || MORNING}`) / 1000) : null });
  const dayPart = (onValue, more, words) => html`<${Picked} value=${day} written=${writtenDay} read=${readDay} onValue=${onValue} icon="calendar" hint=${hint || t("pickDate")} label=${words} shared=${more}
    list=${(pick, grab) => html`<${Calendar} value=${day} onPick=${pick} grab=${grab} />`} />`;
  const timePart = (onValue, more, words) => html`<${Picked} value=${time} written=${writtenTime} read=${readTime} onValue=${onValue} icon="clock" hint=${(!moment && hint) || t("pickTime")} label=${words} shared=${more}
    list=${(pick, grab) => html`<${Hours} value=${time} onPick=${pick} grab=${grab} />`} />`;
  return html`<div class=${`field-date ${moment ? "field-moment" : ""} ${busy ? "is-busy" : ""}`}>
    ${element.type === "timepicker" ? timePart((next) => commit({ [field]: next }), own, label(t("time")))
      : moment ? html`${dayPart((next, text) => keepMoment(next, readTime((text || "").split("T")[1] || "") || time), own, label(t("date")))}${timePart((next) => keepMoment(day || dayKey(workspaceNow()), next), shared, t("time"))}`
        : dayPart((next) => commit({ [field]: next }), own, label(t("date")))}
  </div>`;
}
