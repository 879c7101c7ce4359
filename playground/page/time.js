// Workspace time in the person's zone. `ts` is Slack's: seconds since 1970 as a decimal string.
import { state } from "./state.js";
import { locale, t } from "./words.js";

const formats = new Map();

function format(language, options) {
  const key = language + JSON.stringify(options);
  if (!formats.has(key)) {
    let made;
    try {
      made = new Intl.DateTimeFormat(language, options);
    } catch {
      made = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
    }
    formats.set(key, made);
  }
  return formats.get(key);
}

const chrome = locale;
const zone = () => (state.me && state.me.tz) || "UTC";

/** The workspace's present, in ms since 1970. */
export function workspaceNow() {
  return state.clock.now + (performance.now() - state.clock.at);
}

export const tsToMs = (ts) => Math.floor(Number.parseFloat(ts) * 1000);

export function timeOfDay(ms) {
  const hour = chrome() === "en-US" ? { hour: "numeric" } : { hour: "2-digit", hourCycle: "h23" };
  return format(chrome(), { ...hour, minute: "2-digit", timeZone: zone() }).format(ms);
}

const QUARTER_MS = 900000; // days begin on a quarter of an hour in every zone
const days = new Map();

/** yyyy-mm-dd of the moment in the person's zone: equal strings are the same day. */
export function dayKey(ms) {
  const key = `${zone()} ${Math.floor(ms / QUARTER_MS)}`;
  if (!days.has(key)) days.set(key, format("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone() }).format(ms));
  return days.get(key);
}

function relativeDay(ms) {
  const now = workspaceNow();
  const day = dayKey(ms);
  return [0, -1, 1].find((away) => day === dayKey(now + away * 86400000)) ?? null;
}

const DAYS = { 0: "today", "-1": "yesterday", 1: "tomorrow" };
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export function dayLabel(ms) {
  const sameYear = dayKey(ms).slice(0, 4) === dayKey(workspaceNow()).slice(0, 4);
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: zone() };
  const near = relativeDay(ms);
  return capital(near === null ? format(chrome(), sameYear ? options : { ...options, year: "numeric" }).format(ms) : t(DAYS[near]));
}

export function fullTime(ms) {
  return format(chrome(), {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit",
    timeZone: zone(), timeZoneName: "short",
  }).format(ms);
}

/** What the person's zone is called in their language: "hora estándar central". */
export const zoneName = (ms) => format(chrome(), { timeZone: zone(), timeZoneName: "long" }).formatToParts(ms).find((part) => part.type === "timeZoneName").value;

export function clockLabel(ms) {
  const day = format(chrome(), { weekday: "short", day: "numeric", month: "short", timeZone: zone() }).format(ms);
  return `${day}, ${timeOfDay(ms)}`;
}

/** "2026-11-23T09:00" of the moment in the person's zone, for a date-time field. */
export function toLocalField(ms, timeZone = zone()) {
  const parts = format("sv-SE", {
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone,
  }).formatToParts(ms);
  const of = (type) => parts.find((part) => part.type === type).value;
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** The moment (ms) that a wall clock in the zone shows as `local`; twice corrected, for clock changes. */
export function fromLocalField(local, timeZone = zone()) {
  const wanted = Date.parse(`${local}:00Z`);
  let guess = wanted;
  for (let i = 0; i < 2; i++) guess += wanted - Date.parse(`${toLocalField(guess, timeZone)}:00Z`);
  return guess;
}

/** Slack's `<!date^…>` tokens, in the person's language and zone. */
export function slackDate(seconds, pattern) {
  const ms = seconds * 1000;
  const show = (options) => format(chrome(), { ...options, timeZone: zone() }).format(ms);
  const numeric = { year: "numeric", month: "long", day: "numeric" };
  const words = {
    date_num: () => dayKey(ms),
    date: () => show(numeric),
    date_short: () => show({ ...numeric, month: "short" }),
    date_long: () => show({ ...numeric, weekday: "long" }),
    date_pretty: () => pretty(ms) || show(numeric),
    date_short_pretty: () => pretty(ms) || show({ ...numeric, month: "short" }),
    date_long_pretty: () => pretty(ms) || show({ ...numeric, weekday: "long" }),
    date_long_full: () => show({ ...numeric, weekday: "long" }),
    date_day_short: () => show({ month: "short", day: "numeric" }),
    day_divider_pretty: () => pretty(ms) || show({ ...numeric, weekday: "long" }),
    time: () => show({ hour: "numeric", minute: "2-digit" }),
    time_secs: () => show({ hour: "numeric", minute: "2-digit", second: "2-digit" }),
    ago: () => ago(ms),
  };
  return pattern.replace(/\{(\w+)\}/g, (token, word) => (words[word] ? words[word]() : token));
}

function pretty(ms) {
  const day = relativeDay(ms);
  return day === null ? null : new Intl.RelativeTimeFormat(chrome(), { numeric: "auto" }).format(day, "day");
}

/** "5 minutes ago", in the person's language. */
export function ago(ms) {
  const relative = new Intl.RelativeTimeFormat(chrome(), { numeric: "auto" });
  const minutes = Math.round((ms - workspaceNow()) / 60000);
  if (minutes === 0) return relative.format(0, "second");
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? relative.format(hours, "hour") : relative.format(Math.round(hours / 24), "day");
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** {weekday: 0 is Monday, hour} of the moment in a zone. */
export function zonedParts(ms, timeZone) {
  const parts = format("en-US", { weekday: "short", hour: "2-digit", hourCycle: "h23", timeZone: timeZone || "UTC" }).formatToParts(ms);
  const of = (type) => parts.find((part) => part.type === type).value;
  return { weekday: WEEKDAYS.indexOf(of("weekday")), hour: Number(of("hour")) };
}

/** The time of day where another person is. */
export const timeThere = (ms, timeZone) => format(chrome(), { hour: "numeric", minute: "2-digit", timeZone: timeZone || "UTC" }).format(ms);

/** A calendar day ("2026-11-30") as the person writes it. */
export function writtenDay(day) {
  const options = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return format(chrome(), options).format(Date.parse(`${day}T00:00:00Z`));
}

/** A wall-clock time ("09:30") as the person writes it. */
export function writtenTime(time) {
  const [hour, minute] = time.split(":").map(Number);
  const options = { hour: "numeric", minute: "2-digit", timeZone: "UTC" };
  return format(chrome(), options).format(Date.UTC(2001, 0, 1, hour, minute));
}

/** "November 2026" and the letters of the weekdays, Monday first. */
export const monthTitle = (year, month) => capital(format(chrome(), { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, month, 1)));
export const weekdayLetters = () => [1, 2, 3, 4, 5, 6, 7].map((day) => format(chrome(), { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2001, 0, day)).slice(0, 2));
