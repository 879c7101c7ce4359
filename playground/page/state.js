// One plain object holds what the page knows; components look at the parts they draw.
import { shallowEqual, useLayoutEffect, useRef, useState } from "./dom.js";

const listeners = new Set();

export const state = {
  phase: "loading", // loading | ready | failed
  failure: "",
  world: null, // the server's start that all of this is from
  me: null, // Person
  team: null,
  app: null,
  people: new Map(), // id -> Person
  conversations: [], // Conversation
  commands: [],
  shortcuts: [],
  bot: { connected: true, mode: "socket" },
  online: true, // the live socket
  clock: { now: 0, at: 0, tz: "UTC" }, // workspace time in ms, and performance.now() when it was read
  current: null, // conversation id
  tab: "messages", // messages | home, for the conversation with the app
  rooms: new Map(), // conversation id -> {messages, hasMore, loaded, loading}
  thread: null, // {conversation, ts, messages}
  home: null, // View
  views: [], // open modals, the top one last
  forms: new Map(), // container key -> {block_id: {action_id: value}}
  drafts: new Map(), // composer key -> text
  editing: null, // "conversation/ts" of one's own message that is being edited
  spot: null, // {conversation, ts}: a message to scroll to
  sent: 0, // counts what this window sent, so that the list follows to its end
  toasts: [],
  overlay: null, // {kind, ...}: a dialog of the page itself
  sidebarOpen: false, // on narrow screens
  tour: { steps: [], dismissed: false },
  tourOpen: false, // the tour's sheet, on narrow screens
  marks: new Map(), // conversation id -> {ts, count} of what was unread on arrival: its first message, how many
};

/** Merges the patch and draws again what depends on it. */
export function update(patch) {
  Object.assign(state, patch);
  for (const listener of [...listeners]) listener();
}

/** The part of the state that `select` picks; the component is drawn again when it changes (shallowly). */
export function useStore(select) {
  const [, redraw] = useState(0);
  const picked = select(state);
  const last = useRef(null);
  last.current = { picked, select };
  useLayoutEffect(() => {
    const check = () => {
      const next = last.current.select(state);
      if (!shallowEqual(next, last.current.picked)) {
        last.current.picked = next;
        redraw((n) => n + 1);
      }
    };
    listeners.add(check);
    check();
    return () => listeners.delete(check);
  }, []);
  return picked;
}

let toastId = 0;

/** A short notice at the bottom of the page, gone after a few seconds. */
export function toast(text, kind = "info") {
  const id = ++toastId;
  update({ toasts: [...state.toasts, { id, text, kind }] });
  setTimeout(() => update({ toasts: state.toasts.filter((t) => t.id !== id) }), 6000);
}
