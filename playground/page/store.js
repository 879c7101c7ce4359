// How events change the state: messages, threads, unread marks, modals. No network here.
import { state, update } from "./state.js";

const KEEP = 400; // messages of a conversation kept while its newest end is being read
const order = (a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

export const messageKey = (message) => message.ephemeral_id || message.ts;
export const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts && !message.broadcast;

function withMessage(list, message, insert) {
  const key = messageKey(message);
  const at = list.findIndex((m) => messageKey(m) === key);
  if (at >= 0) return list.map((m, i) => (i === at ? message : m));
  if (!insert) return list;
  const next = [...list, message];
  if (list.length && order(list[list.length - 1], message) > 0) next.sort(order);
  return next;
}

export function room(conversation) {
  return state.rooms.get(conversation) || { messages: [], hasMore: false, loaded: false, loading: false };
}

export function setRoom(conversation, patch) {
  const rooms = new Map(state.rooms);
  rooms.set(conversation, { ...room(conversation), ...patch });
  update({ rooms });
}

/** Takes in a new or changed message wherever it is shown. */
export function putMessage(message, isNew) {
  if (message.deleted) {
    dropMessage(message.conversation, message.ts, message.ephemeral_id);
    return;
  }
  const patch = {};
  const thread = state.thread;
  if (thread && thread.conversation === message.conversation && (message.thread_ts === thread.ts || message.ts === thread.ts)) {
    patch.thread = { ...thread, messages: withMessage(thread.messages, message, isNew) };
  }
  const known = state.rooms.get(message.conversation);
  if (known && (known.loaded || known.loading) && !isReply(message)) { // what comes while loading is merged then
    const messages = withMessage(known.messages, message, isNew);
    patch.rooms = new Map(state.rooms).set(message.conversation, { ...known, messages });
  }
  update(patch);
}

export function dropMessage(conversation, ts, ephemeralId) {
  const key = ephemeralId || ts;
  const without = (list) => list.filter((m) => messageKey(m) !== key);
  const patch = {};
  const known = state.rooms.get(conversation);
  if (known) patch.rooms = new Map(state.rooms).set(conversation, { ...known, messages: without(known.messages) });
  if (state.thread && state.thread.conversation === conversation) {
    patch.thread = state.thread.ts === ts ? null : { ...state.thread, messages: without(state.thread.messages) };
  }
  update(patch);
}

/** Forgets the oldest messages of a long conversation; they come back on scrolling up. */
export function trimRoom(conversation) {
  const known = room(conversation);
  if (known.messages.length > KEEP) setRoom(conversation, { messages: known.messages.slice(-KEEP / 2), hasMore: true });
}

/** A notice that only this window shows, as Slackbot's answers to a failed command. */
export function putLocalNotice(conversation, text, ts) {
  const id = `local-${ts}-${Math.random().toString(36).slice(2)}`;
  putMessage({
    ts, conversation, user: "USLACKBOT", app: false, text, blocks: null, edited: false, deleted: false, ephemeral: true,
    thread_ts: null, reply_count: 0, reactions: [], metadata: null, ephemeral_id: id, local: true,
  }, true);
}

export function putConversation(conversation) {
  const known = state.conversations.some((c) => c.id === conversation.id);
  update({
    conversations: known
      ? state.conversations.map((c) => (c.id === conversation.id ? conversation : c))
      : [...state.conversations, conversation],
  });
}

export function setUnread(id, unread, mentions) {
  update({ conversations: state.conversations.map((c) => (c.id === id ? { ...c, unread, mentions } : c)) });
}

/** A modal opened: pushed on the one it came from, else in place of whatever was open. */
export function openView(view) {
  const at = state.views.findIndex((v) => v.id === view.id);
  if (at >= 0) {
    replaceView(view);
    return;
  }
  const parent = view.previous_id ? state.views.findIndex((v) => v.id === view.previous_id) : -1;
  update({ views: parent >= 0 ? [...state.views.slice(0, parent + 1), view] : [view] });
}

export function replaceView(view) {
  if (state.views.some((v) => v.id === view.id)) {
    update({ views: state.views.map((v) => (v.id === view.id ? view : v)) });
  } else if (state.home && state.home.id === view.id) {
    update({ home: view });
  }
}

export function dropView(viewId, cleared) {
  const forms = new Map(state.forms);
  for (const view of state.views) if (cleared || view.id === viewId) forms.delete(`view:${view.id}`);
  update({ views: cleared ? [] : state.views.filter((v) => v.id !== viewId), forms });
}

export const formOf = (key) => state.forms.get(key) || {};

export function setFormValue(key, blockId, actionId, value) {
  const form = formOf(key);
  const forms = new Map(state.forms);
  forms.set(key, { ...form, [blockId]: { ...form[blockId], [actionId]: value } });
  update({ forms });
}

export function setClock(clock) {
  update({ clock: { now: Date.parse(clock.now), at: performance.now(), tz: clock.tz, offset: clock.offset_seconds } });
}

const FRAMES = {
  message: (f) => putMessage(f.message, true),
  message_changed: (f) => putMessage(f.message, false),
  message_deleted: (f) => dropMessage(f.conversation, f.ts, f.ephemeral_id),
  view_opened: (f) => openView(f.view),
  view_updated: (f) => replaceView(f.view),
  view_closed: (f) => dropView(f.view_id, f.cleared),
  home: (f) => update({ home: f.view }),
  unread: (f) => setUnread(f.conversation, f.unread, f.mentions),
  clock: (f) => setClock(f.clock),
  bot: (f) => update({ bot: { connected: f.connected, mode: f.mode } }),
  conversation: (f) => putConversation(f.conversation),
  tour: (f) => update({ tour: { steps: f.steps, dismissed: f.dismissed } }),
};

/** One frame of the live socket; kinds this page does not know are left alone. */
export function applyFrame(frame) {
  if (FRAMES[frame.type]) FRAMES[frame.type](frame);
}

/** How a conversation is called: "sales" or the other person's name. */
export function conversationName(conversation) {
  if (conversation.kind === "app") return state.app ? state.app.name : "App";
  if (conversation.kind === "dm") {
    const other = state.people.get(conversation.with);
    return other ? other.real_name : conversation.name;
  }
  return conversation.name;
}

const SLACKBOT = { id: "USLACKBOT", name: "slackbot", real_name: "Slackbot", color: "#611f69", initials: "S", is_bot: true };

/** The author of a message: a person, the app, or a stand-in when unknown. */
export function author(message) {
  const person = state.people.get(message.user);
  if (message.app && state.app) {
    return { id: state.app.user_id, color: "#4a154b", ...person, real_name: state.app.name, is_bot: true, is_app: true };
  }
  if (message.user === "USLACKBOT") return SLACKBOT;
  return person || { id: message.user, real_name: message.user || "Someone", color: "#616061", initials: "?" };
}
