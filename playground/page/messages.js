// The list of a conversation: day dividers, grouped messages, older ones on scrolling up.
import { html, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./dom.js";
import { Message } from "./message.js";
import { loadOlder } from "./session.js";
import { useStore } from "./state.js";
import { messageKey, trimRoom } from "./store.js";
import { dayKey, dayLabel, tsToMs } from "./time.js";

const GROUP_MS = 5 * 60 * 1000; // messages of one author closer than this share one head
const NEAR = 80; // px from the end that still count as reading the newest

/** Rows to draw: dividers and messages, each message knowing whether it follows its author's last. */
export function rowsOf(messages) {
  const rows = [];
  let last = null;
  for (const message of messages) {
    const ms = tsToMs(message.ts);
    const day = dayKey(ms);
    if (!last || last.day !== day) {
      rows.push({ divider: dayLabel(ms), key: `day-${day}` });
      last = null;
    }
    const follows = Boolean(last) && last.user === message.user && last.app === message.app && !last.special && ms - last.ms < GROUP_MS;
    rows.push({ message, follows, key: messageKey(message) });
    last = { day, ms, user: message.user, app: message.app, special: message.ephemeral };
  }
  return rows;
}

const Rows = memo(({ rows, inThread }) => rows.map((row) => (row.divider
  ? html`<div class="day" key=${row.key} role="separator"><span>${row.divider}</span></div>`
  : html`<${Message} key=${row.key} message=${row.message} follows=${row.follows} inThread=${inThread} />`)));

/** What a screen reader is told: the newest message, once. */
function Announcer({ messages }) {
  const last = messages[messages.length - 1];
  const first = useRef(last && messageKey(last));
  const said = last && messageKey(last) !== first.current ? last.text : "";
  return html`<div class="hidden" aria-live="polite" data-testid="announcer">${said}</div>`;
}

function Beginning({ conversation, name }) {
  const app = useStore((s) => s.app);
  return html`<div class="beginning">
    <h2>${conversation.kind === "channel" ? `# ${name}` : name}</h2>
    <p>${conversation.kind === "channel" ? html`This is the very beginning of the <b>#${name}</b> channel. Type <kbd>/</kbd> to see what ${app.name} can do.`
      : conversation.kind === "app" ? html`This is the very beginning of your messages with <b>${name}</b>. Type <kbd>/</kbd> to see what it can do.`
        : html`This conversation is just between you and <b>${name}</b>.`}</p>
  </div>`;
}

export function MessageList({ conversation, name }) {
  const id = conversation.id;
  const known = useStore((s) => s.rooms.get(id)) || { messages: [], hasMore: false, loaded: false };
  const sent = useStore((s) => s.sent);
  const clockDay = useStore((s) => dayKey(s.clock.now));
  const rows = useMemo(() => rowsOf(known.messages), [known.messages, clockDay]);
  const box = useRef(null);
  const inner = useRef(null);
  const reading = useRef({ atEnd: true, height: 0, firstKey: null });
  const [behind, setBehind] = useState(0);

  useLayoutEffect(() => {
    const view = box.current;
    const firstKey = known.messages[0] && messageKey(known.messages[0]);
    const before = reading.current;
    if (before.atEnd) view.scrollTop = view.scrollHeight;
    else if (before.firstKey && firstKey !== before.firstKey) view.scrollTop += view.scrollHeight - before.height;
    else if (before.count < known.messages.length) setBehind((n) => n + known.messages.length - before.count);
    reading.current = { atEnd: before.atEnd, height: view.scrollHeight, firstKey, count: known.messages.length };
  }, [rows]);

  useLayoutEffect(() => toEnd(), [sent]);

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
    const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR;
    reading.current.atEnd = atEnd;
    if (atEnd && behind) setBehind(0);
    if (atEnd) trimRoom(id);
    if (view.scrollTop < 400) loadOlder(id);
  };
  const toEnd = () => {
    reading.current.atEnd = true;
    box.current.scrollTop = box.current.scrollHeight;
    setBehind(0);
  };

  return html`<div class="messages-frame">
    <div class="messages" ref=${box} onScroll=${scroll} role="log" aria-label=${`Messages in ${name}`} tabindex="0" data-testid="messages">
      <div class="messages-inner" ref=${inner}>
        ${known.loaded && !known.hasMore && html`<${Beginning} conversation=${conversation} name=${name} />`}
        ${known.loading && html`<div class="loading-older"><span class="spinner"></span></div>`}
        <${Rows} rows=${rows} />
      </div>
    </div>
    ${behind > 0 && html`<button type="button" class="to-end" onClick=${toEnd}>↓ ${behind} new ${behind === 1 ? "message" : "messages"}</button>`}
    <${Announcer} key=${id} messages=${known.messages} />
  </div>`;
}
