// Workspace time in the person's zone. `ts` is Slack's: seconds since 1970 as a decimal string.
import { state } from "./state.js";

const formats = new Map();

function format(locale, options) {
  const key = locale + JSON.stringify(options);
  if (!formats.has(key)) {
    let made;
    try {
      made = new Intl.DateTimeFormat(locale, options);
    } catch {
      made = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
    }
    formats.set(key, made);
  }
  return formats.get(key);
}

/** Slack's locale codes as the browser knows them (Slack says es-LA for Latin America). */
export function browserLocale(locale) {
  return locale === "es-LA" ? "es-MX" : locale || "en-US";
}

// The page's own words are English, so its dates are too; the clock follows the person's habit.
const chrome = () => (state.me && state.me.locale === "en-US" ? "en-US" : "en-GB");
const zone = () => (state.me && state.me.tz) || "UTC";

/** The workspace's present, in ms since 1970. */
export function workspaceNow() {
  return state.clock.now + (performance.now() - state.clock.at);
}

export const tsToMs = (ts) => Math.floor(Number.parseFloat(ts) * 1000);

export function timeOfDay(ms) {
  return format(chrome(), { hour: chrome() === "en-US" ? "numeric" : "2-digit", minute: "2-digit", timeZone: zone() }).format(ms);
}

/** yyyy-mm-dd of the moment in the person's zone: equal strings are the same day. */
export function dayKey(ms) {
  return format("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone() }).format(ms);
}

function relativeDay(ms) {
  const now = workspaceNow();
  if (dayKey(ms) === dayKey(now)) return "Today";
  if (dayKey(ms) === dayKey(now - 86400000)) return "Yesterday";
  if (dayKey(ms) === dayKey(now + 86400000)) return "Tomorrow";
  return null;
}

export function dayLabel(ms) {
  const sameYear = dayKey(ms).slice(0, 4) === dayKey(workspaceNow()).slice(0, 4);
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: zone() };
  return relativeDay(ms) || format(chrome(), sameYear ? options : { ...options, year: "numeric" }).format(ms);
}

export function fullTime(ms) {
  return format(chrome(), {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit",
    timeZone: zone(), timeZoneName: "short",
  }).format(ms);
}

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
  const locale = browserLocale(state.me && state.me.locale);
  const show = (options) => format(locale, { ...options, timeZone: zone() }).format(ms);
  const numeric = { year: "numeric", month: "long", day: "numeric" };
  const words = {
    date_num: () => dayKey(ms),
    date: () => show(numeric),
    date_short: () => show({ ...numeric, month: "short" }),
    date_long: () => show({ ...numeric, weekday: "long" }),
    date_pretty: () => pretty(ms, locale) || show(numeric),
    date_short_pretty: () => pretty(ms, locale) || show({ ...numeric, month: "short" }),
    date_long_pretty: () => pretty(ms, locale) || show({ ...numeric, weekday: "long" }),
    date_long_full: () => show({ ...numeric, weekday: "long" }),
    date_day_short: () => show({ month: "short", day: "numeric" }),
    day_divider_pretty: () => pretty(ms, locale) || show({ ...numeric, weekday: "long" }),
    time: () => show({ hour: "numeric", minute: "2-digit" }),
    time_secs: () => show({ hour: "numeric", minute: "2-digit", second: "2-digit" }),
    ago: () => ago(ms, locale),
  };
  return pattern.replace(/\{(\w+)\}/g, (token, word) => (words[word] ? words[word]() : token));
}

function pretty(ms, locale) {
  const day = { Yesterday: -1, Today: 0, Tomorrow: 1 }[relativeDay(ms)];
  return day === undefined ? null : new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(day, "day");
}

function ago(ms, locale) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const minutes = Math.round((ms - workspaceNow()) / 60000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? relative.format(hours, "hour") : relative.format(Math.round(hours / 24), "day");
}
