// Who is at their desk: by their own clock, since nobody sits behind the example people.
import { zonedParts } from "./time.js";
import { state } from "./state.js";

const FROM = 8;
const TILL = 20;

/** True on weekdays between eight and eight where the person is; always for oneself, and for the app while it is connected. */
export function isActive(person, now) {
  if (!person) return false;
  if (person.is_app || person.id === state.app?.user_id) return state.bot.connected;
  if (state.me && person.id === state.me.id) return true;
  const { weekday, hour } = zonedParts(now, person.tz);
  return weekday < 5 && hour >= FROM && hour < TILL;
}
