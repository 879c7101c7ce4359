// What a person does on the page: each function calls the server and takes the answer in.
import { connect, get, post, Refusal, upload } from "./api.js";
import { draftsOf, putAway } from "./drafts.js";
import { state, toast, update } from "./state.js";
import {
  applyFrame, dropView, messageKey, openView, putLocalNotice, putMessage, replaceView, room, setClock, setRoom, setUnread,
} from "./store.js";
import { workspaceNow } from "./time.js";
import { t } from "./words.js";

const PAGE = 60; // messages read at once: enough for a tall window, few enough to be drawn at once
const WIDE = 760; // px from which the cursor goes to the composer by itself
let socket = null;

const me = () => state.me.id;

/** Reads `#as=U…&c=C…`; `&tab=home` is the app's Home tab, `&thread=<ts>` opens a thread, `&m=<ts>` shows a message, `&draft=` writes into the box. Without `as` it is whom this tab showed last. */
export function readHash() {
  const params = new URLSearchParams(location.hash.slice(1));
  return {
    as: params.get("as") || sessionStorage.getItem("as"), c: params.get("c"), tab: params.get("tab"), thread: params.get("thread"),
    message: params.get("m"), draft: params.get("draft"),
  };
}

function writeHash(replace) {
  const params = new URLSearchParams({ as: me() });
  if (state.current) params.set("c", state.current);
  if (state.tab === "home") params.set("tab", "home");
  sessionStorage.setItem("as", me());
  const hash = `#${params}`;
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
}

/** Starts (or starts again) as the person of the address, or the first one. */
export async function start() {
  if (socket) socket.close();
  tellRead();
  const wanted = readHash();
  let answer;
  try {
    answer = await get("state", { as: wanted.as });
  } catch (error) {
    if (wanted.as && error.code !== "unreachable") {
      location.hash = "";
      return;
    }
    update({ phase: "failed", failure: error.message });
    setTimeout(() => state.phase === "failed" && start(), 2000);
    return;
  }
  if (state.world && answer.world !== state.world) {
    location.reload(); // another world: nothing that stands here, nor was typed here, is of it
    return;
  }
  const mine = answer.conversations.filter((c) => c.is_member !== false);
  const first = mine.find((c) => c.id === wanted.c) || mine.find((c) => c.kind === "channel") || mine[0];
  putAway();
  const drafts = draftsOf(answer.me.id, answer.world);
  if (first && wanted.draft && !drafts.get(first.id)?.trim()) drafts.set(first.id, `${wanted.draft} `);
  // In one step: whoever was shown before stays until the next person's workspace is there.
  takeState(answer, {
    phase: "ready", current: first ? first.id : null, tab: wanted.tab === "home" && first?.kind === "app" && answer.app.home_tab !== false ? "home" : "messages",
    rooms: new Map(), marks: new Map(), thread: null, home: null, forms: new Map(), drafts, overlay: null, online: true,
  });
  writeHash(true);
  const reading = loadRoom(state.current);
  if (state.tab === "home") loadHome();
  if (wanted.message) reading.then(() => showMessage(state.current, wanted.message, wanted.thread));
  else if (wanted.thread) openThread(state.current, wanted.thread).catch((error) => toast(error.message, "error"));
  loadTour();
  let fresh = true;
  socket = connect(me(), {
    onOpen: () => {
      update({ online: true });
      if (fresh) reading.then(() => catchUp(state.current));
      else refresh();
      fresh = false;
    },
    onFrame: onFrame,
    onLost: () => update({ online: false }),
  });
}

function takeState(answer, more = {}) {
  update({
    ...more,
    world: answer.world, me: answer.me, team: answer.team, app: answer.app, conversations: answer.conversations, commands: ownFirst(answer.commands, answer.me.locale),
    shortcuts: answer.shortcuts, bot: answer.bot, people: new Map(answer.people.map((p) => [p.id, p])),
    views: answer.views || state.views,
  });
  setClock(answer.clock);
}

/** The commands in the reader's language before the same in another. */
function ownFirst(commands, locale) {
  const other = (command) => (command.language && !(locale || "en").startsWith(command.language) ? 1 : 0);
  return [...commands].sort((a, b) => other(a) - other(b));
}

/** Takes in what was written between the first read and the opening of the socket. */
async function catchUp(id) {
  if (!id) return;
  const answer = await get("messages", { as: me(), conversation: id, limit: 20 }).catch(() => ({ messages: [] }));
  const have = new Set(room(id).messages.map(messageKey));
  for (const message of answer.messages) if (!have.has(messageKey(message))) putMessage(message, true);
}

/** Reads everything anew, after the line was lost. */
async function refresh() {
  try {
    const answer = await get("state", { as: me() });
    if (answer.world !== state.world) {
      location.reload(); // the server was started anew: nothing that stands here is there any more
      return;
    }
    takeState(answer);
    update({ rooms: new Map([...state.rooms].filter(([id]) => id === state.current)) });
    await loadRoom(state.current);
    if (state.thread) await openThread(state.thread.conversation, state.thread.ts);
    if (state.tab === "home") await loadHome();
    await loadTour();
  } catch (error) {
    toast(error.message, "error");
  }
}

function onFrame(frame) {
  applyFrame(frame);
  const here = frame.type === "unread" ? frame.conversation : null;
  if (here && here === state.current && state.tab === "messages" && frame.unread && document.visibilityState === "visible") markRead();
  if (frame.type === "home" || !frame.message) return;
  if (frame.type === "message" && frame.message.conversation === state.current && document.visibilityState === "visible") markRead();
}

let marking = null; // whose mark of which conversation is to be cleared at the server, in a moment

/** Clears at the server what is still to be cleared there: whoever goes elsewhere has read what stood here, and no more. */
function tellRead() {
  if (!marking) return;
  const { as, conversation, soon } = marking;
  marking = null;
  clearTimeout(soon);
  post("read", { as, conversation }).catch(() => {});
}

/** Clears the unread mark of the conversation in view; calls close together become one. */
export function markRead() {
  const conversation = state.current;
  const known = state.conversations.find((c) => c.id === conversation);
  if (!known) return;
  if (known.unread || known.mentions) setUnread(conversation, 0, 0);
  if (marking?.as !== me() || marking.conversation !== conversation) tellRead();
  clearTimeout(marking?.soon);
  marking = { as: me(), conversation, soon: setTimeout(tellRead, 150) };
}

/** Shows a conversation; `tab` "home" counts only for an app that has that tab. */
export async function openConversation(id, wanted = "messages") {
  const tab = state.app.home_tab === false ? "messages" : wanted;
  const changed = id !== state.current;
  if (changed) tellRead();
  const unread = state.conversations.find((c) => c.id === id)?.unread || 0;
  update({ current: id, tab, sidebarOpen: false, thread: changed ? null : state.thread });
  writeHash();
  if (tab === "home") await loadHome();
  else if (!room(id).loaded) await loadRoom(id, unread);
  else if (changed) setMark(id, unread);
  if (tab === "messages") markRead();
  if (tab === "messages" && window.innerWidth > WIDE) document.querySelector("[data-testid=composer]")?.focus({ preventScroll: true });
}

const FARTHEST = 40; // pages read in search of one message

/** Goes to a message, reading older ones till it is there; with `thread` its thread is opened as well. */
export async function showMessage(conversation, ts, thread) {
  if (conversation !== state.current || state.tab !== "messages") await openConversation(conversation);
  const wanted = thread || ts;
  for (let page = 0; page < FARTHEST && room(conversation).hasMore && room(conversation).messages[0]?.ts > wanted; page++) await loadOlder(conversation);
  if (thread && thread !== ts) await openThread(conversation, thread).catch((error) => toast(error.message, "error"));
  update({ spot: { conversation, ts: wanted, reply: thread && thread !== ts ? ts : null } });
}

/** Follows a permalink of this workspace within the page; answers whether it was one. */
export function followPermalink(address) {
  const url = new URL(address, location.href);
  const found = url.origin === location.origin && /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url.pathname);
  if (!found || !state.conversations.some((c) => c.id === found[1])) return false;
  showMessage(found[1], `${found[2]}.${found[3]}`, url.searchParams.get("thread_ts"));
  return true;
}

/** Follows the browser's back and forward buttons and typed addresses. */
export function followHash() {
  const wanted = readHash();
  if (!state.me || wanted.as !== state.me.id) start();
  else if (wanted.c && (wanted.c !== state.current || (wanted.tab || "messages") !== state.tab)) {
    openConversation(wanted.c, wanted.tab === "home" ? "home" : "messages");
  }
}

export function becomePerson(id) {
  if (id === me()) return;
  const current = state.conversations.find((c) => c.id === state.current);
  const params = new URLSearchParams({ as: id });
  if (current && current.kind === "channel") params.set("c", current.id);
  location.hash = `#${params}`; // the hashchange starts over as that person
}

/** Remembers the first of `unread` messages of others, so that a line is drawn above it. */
function setMark(id, unread) {
  const others = room(id).messages.filter((m) => m.user !== me());
  const first = unread > 0 ? others[Math.max(0, others.length - unread)] : null;
  const marks = new Map(state.marks);
  // Replies in threads count as unread, too, and do not stand here: where all is loaded, what stands here is counted.
  if (first) marks.set(id, { ts: first.ts, count: room(id).hasMore ? unread : Math.min(unread, others.length) });
  else marks.delete(id);
  update({ marks });
}

export async function loadRoom(id, unread = state.conversations.find((c) => c.id === id)?.unread || 0) {
  if (!id) return;
  setRoom(id, { loading: true });
  const as = me();
  try {
    const answer = await get("messages", { as, conversation: id, limit: PAGE });
    if (!state.me || as !== state.me.id) return;
    const last = answer.messages[answer.messages.length - 1];
    const newer = room(id).messages.filter((m) => m.local || !last || m.ts > last.ts);
    setRoom(id, { messages: [...answer.messages, ...newer], hasMore: answer.has_more, loaded: true, loading: false });
    setMark(id, unread);
    if (id === state.current && state.tab === "messages") markRead();
  } catch (error) {
    setRoom(id, { loading: false });
    toast(error.message, "error");
  }
}

export async function loadOlder(id) {
  const known = room(id);
  if (!known.hasMore || known.loading || !known.messages.length) return;
  setRoom(id, { loading: true });
  try {
    const oldest = known.messages.find((m) => !m.ephemeral) || known.messages[0];
    const answer = await get("messages", { as: me(), conversation: id, before: oldest.ts, limit: PAGE });
    const have = new Set(room(id).messages.map((m) => m.ts));
    const older = answer.messages.filter((m) => !have.has(m.ts));
    setRoom(id, { messages: [...older, ...room(id).messages], hasMore: answer.has_more && older.length > 0, loading: false });
  } catch (error) {
    setRoom(id, { loading: false });
    toast(error.message, "error");
  }
}

export async function loadHome() {
  try {
    const answer = await get("home", { as: me() });
    if (answer.view) update({ home: answer.view });
  } catch (error) {
    toast(error.message, "error");
  }
}

async function loadTour() {
  const tour = await get("tour", { as: me() }).catch(() => ({ steps: [], dismissed: false }));
  update({ tour: { steps: tour.steps, dismissed: tour.dismissed } });
}

export function putTourAway(dismissed) {
  update({ tour: { ...state.tour, dismissed } });
  post("tour", { as: me(), dismissed }).catch((error) => toast(error.message, "error"));
}

/** Shows a place as the person it is meant for: {as, conversation, tab, thread?, message?, draft?}. */
export async function goTo(place) {
  update({ tourOpen: false });
  if (place.as && place.as !== me()) {
    const params = new URLSearchParams({ as: place.as, c: place.conversation });
    if (place.tab === "home") params.set("tab", "home");
    if (place.thread) params.set("thread", place.thread);
    if (place.message) params.set("m", place.message);
    if (place.draft) params.set("draft", place.draft);
    location.hash = `#${params}`;
    return;
  }
  await openConversation(place.conversation, place.tab === "home" ? "home" : "messages");
  if (place.draft) proposeDraft(place.conversation, place.draft);
  if (place.message) await showMessage(place.conversation, place.message, place.thread);
  else if (place.thread) await openThread(place.conversation, place.thread).catch((error) => toast(error.message, "error"));
}

/** Writes into a conversation's box, unless something stands there already, and puts the cursor behind it. */
function proposeDraft(key, text) {
  if (!state.drafts.get(key)?.trim()) update({ drafts: new Map(state.drafts).set(key, `${text} `) }); // a blank behind it: nothing is left to be completed
  requestAnimationFrame(() => document.querySelector("[data-testid=composer]")?.focus({ preventScroll: true }));
}

export async function openThread(conversation, ts) {
  const answer = await get("thread", { as: me(), conversation, ts });
  const kept = state.thread && state.thread.ts === ts ? state.thread.messages.filter((m) => m.ephemeral) : [];
  const known = new Set(answer.messages.map((m) => m.ephemeral_id || m.ts));
  const messages = [...answer.messages, ...kept.filter((m) => !known.has(m.ephemeral_id || m.ts))];
  update({ thread: { conversation, ts, messages } });
}

export async function sendMessage(conversation, text, threadTs, broadcast = false) {
  await post("message", { as: me(), conversation, text, ...(threadTs ? { thread_ts: threadTs, broadcast } : {}) });
}

/** The newest messages with all of these words, wherever this person may read. */
export const findMessages = (query) => get("search", { as: me(), query }).then((answer) => answer.messages);

export const editMessage = (message, text) => post("message/edit", { as: me(), conversation: message.conversation, ts: message.ts, text });
export const deleteMessage = (message) => post("message/delete", { as: me(), conversation: message.conversation, ts: message.ts });

/** Runs a slash command; a failure is told by Slackbot, and thrown so that the text can be kept. */
export async function runCommand(conversation, command, text) {
  try {
    await post("command", { as: me(), conversation, command, text });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const said = {
      operation_timeout: t("commandTimeout", { command }), dispatch_failed: t("commandNobody", { command }), unknown_command: t("commandUnknown", { command }),
    };
    putLocalNotice(conversation, said[error.code] || t("commandFailed", { command, error: error.code, detail: error.message }),
      (workspaceNow() / 1000).toFixed(6));
    throw error;
  }
}

export const runShortcut = (shortcut, message) =>
  post("shortcut", {
    as: me(), callback_id: shortcut.callback_id, type: shortcut.type,
    ...(message ? { conversation: message.conversation, ts: message.ts } : { conversation: state.current }),
  });

export const react = (message, name, add) =>
  post("reaction", { as: me(), conversation: message.conversation, ts: message.ts, name, add }).catch((e) => toast(e.message, "error"));

export const sendAction = (body) => post("action", { as: me(), ...body });
export const suggest = (body) => post("suggest", { as: me(), ...body });
export const sendFile = (conversation, file) => upload({ as: me(), conversation, file });

/** Sends a modal; answers the errors by block, or nothing when it went through. */
export async function submitView(view, values) {
  const answer = await post("view/submit", { as: me(), view_id: view.id, state: { values } });
  switch (answer.response_action) {
    case "errors":
      return answer.errors || {};
    case "update":
      if (answer.view) {
        if (answer.view.id === view.id) replaceView(answer.view);
        else openView(answer.view);
      }
      return null;
    case "push":
      if (answer.view) openView({ ...answer.view, previous_id: answer.view.previous_id || view.id });
      return null;
    case "clear":
      dropView(view.id, true);
      return null;
    default:
      dropView(view.id, false);
      return null;
  }
}

export function closeView(view, cleared, values) {
  dropView(view.id, cleared);
  post("view/close", { as: me(), view_id: view.id, is_cleared: cleared, state: { values } }).catch(() => {});
}

export async function moveClock(body) {
  try {
    const answer = await post("clock", { as: me(), ...body });
    setClock(answer.clock);
  } catch (error) {
    toast(error.message, "error");
  }
}
