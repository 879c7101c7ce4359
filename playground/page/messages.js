// The list of a conversation: day dividers, what is new, grouped messages, older ones on scrolling up.
import { Avatar } from "./avatar.js";
import { html, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { Message } from "./message.js";
import { loadOlder } from "./session.js";
import { useStore } from "./state.js";
import { messageKey, trimRoom } from "./store.js";
import { dayKey, dayLabel, tsToMs } from "./time.js";
import { t } from "./words.js";

const GROUP_MS = 5 * 60 * 1000; // messages of one author closer than this share one head
const NEAR = 80; // px from the end that still count as reading the newest
const UNDER_DAY = 44; // px that the name of the day takes at the top
const AHEAD = 1500; // px from the top at which older messages are fetched

/** Rows to draw: dividers and messages, each message knowing whether it follows its author's last. */
export function rowsOf(messages, mark) {
  const rows = [];
  let last = null;
  for (const message of messages) {
    const ms = tsToMs(message.ts);
    const day = dayKey(ms);
    if (!last || last.day !== day) {
      rows.push({ divider: dayLabel(ms), key: `day-${day}` });
      last = null;
    }
    if (mark && message.ts === mark) {
      rows.push({ fresh: true, key: "fresh" });
      last = null;
    }
    const follows = Boolean(last) && last.user === message.user && last.app === message.app && !last.special && ms - last.ms < GROUP_MS;
    rows.push({ message, follows, key: messageKey(message) });
    last = { day, ms, user: message.user, app: message.app, special: message.ephemeral };
  }
  return rows;
}

/** The rows of each day, so that a day's name stays on top for as long as that day is in view. */
function daysOf(rows) {
  const days = [];
  for (const row of rows) {
    if (row.divider) days.push({ name: row.divider, key: row.key, rows: [] });
    else days[days.length - 1].rows.push(row);
  }
  return days;
}

const Rows = memo(({ rows, inThread }) => daysOf(rows).map((day) => html`<section class="day-group" key=${day.key}>
  <div class="day-rule"></div><div class="day" role="separator"><span>${day.name}</span></div>
  ${day.rows.map((row) => drawn(row, inThread))}</section>`));

function drawn(row, inThread) {
  if (row.fresh) return html`<div class="fresh" key=${row.key} role="separator" data-testid="fresh"><span>${t("new")}</span></div>`;
  return html`<${Message} key=${row.key} message=${row.message} follows=${row.follows} inThread=${inThread} />`;
}

/** What a screen reader is told: the newest message, once. */
function Announcer({ messages }) {
  const last = messages[messages.length - 1];
  const first = useRef(last && messageKey(last));
  const said = last && messageKey(last) !== first.current ? last.text : "";
  return html`<div class="hidden" aria-live="polite" data-testid="announcer">${said}</div>`;
}

function Beginning({ conversation, name }) {
  const [app, people] = useStore((s) => [s.app, s.people]);
  const channel = conversation.kind === "channel";
  const person = conversation.kind === "app" ? { is_app: true } : people.get(conversation.with);
  return html`<div class="beginning">
    ${channel ? html`<span class="beginning-sign"><${Icon} name=${conversation.is_private ? "lock" : "hash"} size=${30} /></span>` : html`<${Avatar} person=${person} size=${64} />`}
    <h2>${name}</h2>
    <p>${t(channel ? "beginChannel" : conversation.kind === "app" ? "beginApp" : "beginDm", { name, app: app.name })}${channel && conversation.topic ? ` ${t("beginTopic", { topic: conversation.topic })}` : ""}</p>
  </div>`;
}

/** What the reader is to begin at where the end alone would hide it: the first new message on arrival, later one message
 * that is taller than the window. */
function startOf(view, arrived, grown) {
  const last = grown ? [...view.querySelectorAll("article")].pop() : null;
  const first = arrived || (last && last.offsetHeight > view.clientHeight ? last : null);
  return first && first.offsetTop - UNDER_DAY < view.scrollHeight - view.clientHeight ? first : null;
}

/** Moves the focus from message to message, as arrows do in Slack's list. */
export function walkMessages(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target.closest("article");
  if (!step || event.altKey || event.ctrlKey || event.metaKey || (event.target !== event.currentTarget && event.target !== here)) return;
  const all = [...event.currentTarget.querySelectorAll("article")];
  const next = here ? all[all.indexOf(here) + step] : all[all.length - 1];
  if (!next) return;
  event.preventDefault();
  next.tabIndex = -1; // by arrows only: a press with the mouse does not take the focus
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

export function MessageList({ conversation, name }) {
  const id = conversation.id;
  const known = useStore((s) => s.rooms.get(id)) || { messages: [], hasMore: false, loaded: false };
  const [sent, mark, spot] = useStore((s) => [s.sent, s.marks.get(id), s.spot]);
  const clockDay = useStore((s) => dayKey(s.clock.now));
  const rows = useMemo(() => rowsOf(known.messages, mark?.ts), [known.messages, clockDay, mark]);
  const box = useRef(null);
  const inner = useRef(null);
  const reading = useRef({ atEnd: true, height: 0, firstKey: null });
  const landed = useRef(null); // the mark that this list has begun at
  const sentBefore = useRef(sent);
  const [behind, setBehind] = useState(0);

  useLayoutEffect(() => {
    const view = box.current;
    const firstKey = known.messages[0] && messageKey(known.messages[0]);
    const before = reading.current;
    const lastKey = known.messages.length && messageKey(known.messages[known.messages.length - 1]);
    const arrived = landed.current !== mark && view.querySelector(".fresh");
    const start = before.atEnd && startOf(view, arrived, before.lastKey && lastKey !== before.lastKey);
    if (arrived) landed.current = mark;
    if (start) {
      view.scrollTop = start.offsetTop - UNDER_DAY;
      setBehind(arrived ? mark.count : 1);
    } else if (before.atEnd) view.scrollTop = view.scrollHeight;
    else if (before.firstKey && firstKey !== before.firstKey) view.scrollTop += view.scrollHeight - before.height;
    else if (before.count < known.messages.length) setBehind((n) => n + known.messages.length - before.count);
    reading.current = { atEnd: before.atEnd && !start, height: view.scrollHeight, firstKey, lastKey, count: known.messages.length };
  }, [rows]);

  useLayoutEffect(() => {
    if (sentBefore.current !== sent) toEnd();
    sentBefore.current = sent;
  }, [sent]);

  useLayoutEffect(() => {
    const found = spot && spot.conversation === id && box.current.querySelector(`[data-ts="${spot.ts}"]`);
    if (!found) return;
    reading.current.atEnd = false;
    found.scrollIntoView({ block: found.offsetHeight > box.current.clientHeight ? "start" : "center" });
    found.classList.add("spotted");
  }, [spot]);

  useEffect(() => {
    const stick = () => {
      if (reading.current.atEnd && box.current) box.current.scrollTop = box.current.scrollHeight;
      if (box.current) reading.current.height = box.current.scrollHeight;
    };
    const watch = new ResizeObserver(stick);
    watch.observe(inner.current);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const scroll = () => {
    const view = box.current;
    if (!view) return; // a scroll of the list that was left a moment ago is told after it is gone
    const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR;
    reading.current.atEnd = atEnd;
    if (atEnd && behind) setBehind(0);
    if (atEnd) trimRoom(id);
    if (view.scrollTop < AHEAD) loadOlder(id);
  };
  const toEnd = () => {
    reading.current.atEnd = true;
    box.current.scrollTop = box.current.scrollHeight;
    setBehind(0);
  };

  return html`<div class="messages-frame">
    <div class="messages" ref=${box} onScroll=${scroll} onKeyDown=${walkMessages} role="log" aria-label=${t("messagesIn", { name })} tabindex="0" data-testid="messages">
      <div class="messages-inner" ref=${inner}>
        ${known.loaded && !known.hasMore && html`<${Beginning} conversation=${conversation} name=${name} />`}
        ${known.loading && html`<div class="loading-older"><span class="spinner"></span></div>`}
        <${Rows} rows=${rows} />
      </div>
    </div>
    ${behind > 0 && html`<button type="button" class="to-end" onClick=${toEnd}>↓ ${t("newMessages", { n: behind })}</button>`}
    <${Announcer} key=${id} messages=${known.messages} />
  </div>`;
}
