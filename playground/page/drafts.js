// What was typed and not sent, by person: it outlives a reload of this window, and nothing of the world it is from.
import { state } from "./state.js";

const KEY = "drafts";
let unsent = null; // person -> their drafts, of `state.world`

/** The drafts of a person in `world`, as they were when this person was last shown. */
export function draftsOf(person, world) {
  unsent ??= kept(world);
  return new Map(unsent.get(person));
}

/** Remembers what whoever is shown has typed, before somebody else is shown. */
export function putAway() {
  if (!state.me) return;
  unsent ??= new Map();
  unsent.set(state.me.id, state.drafts);
}

function kept(world) {
  const stored = JSON.parse(sessionStorage.getItem(KEY) || "{}");
  return stored.world === world ? new Map(stored.people.map(([person, drafts]) => [person, new Map(drafts)])) : new Map();
}

addEventListener("pagehide", () => {
  if (!unsent && !state.me) return; // nothing was shown yet: what is kept stays
  putAway();
  const people = [...(unsent || [])].map(([person, drafts]) => [person, [...drafts].filter(([, text]) => text.trim())]);
  sessionStorage.setItem(KEY, JSON.stringify({ world: state.world, people }));
});
