// One message with its hover actions.
import { Avatar } from "./avatar.js";
import { Blocks } from "./blocks/index.js";
import { html, memo, useRef, useState } from "./dom.js";
import { emojiChar } from "./emoji.js";
import { EmojiPicker } from "./emoji-picker.js";
import { Mrkdwn } from "./mrkdwn.js";
import { copyText, showJson } from "./overlay.js";
import { Menu, Popover } from "./popover.js";
import { openThread, react, runShortcut } from "./session.js";
import { state, toast, update, useStore } from "./state.js";
import { author, dropMessage, messageKey } from "./store.js";
import { dayLabel, fullTime, timeOfDay, tsToMs } from "./time.js";

const failed = (error) => toast(error.message, "error");

function Reactions({ message }) {
  const me = state.me.id;
  if (!message.reactions || !message.reactions.length) return null;
  return html`<div class="reactions">
    ${message.reactions.map((r) => {
      const mine = r.users.includes(me);
      const who = r.users.map((id) => state.people.get(id)?.real_name || state.app?.name || id).join(", ");
      return html`<button type="button" key=${r.name} class=${`reaction ${mine ? "mine" : ""}`} aria-pressed=${mine ? "true" : "false"} title=${`${who} reacted with :${r.name}:`}
        aria-label=${`${r.name}, ${r.users.length}`} onClick=${() => react(message, r.name, !mine)}>
        <span class="emoji">${emojiChar(r.name) || `:${r.name}:`}</span>${r.users.length}</button>`;
    })}
  </div>`;
}

function HoverActions({ message, inThread, onHold }) {
  const anchor = useRef(null);
  const [picking, setPicking] = useState(false);
  const shortcuts = useStore((s) => s.shortcuts);
  const hold = (on) => {
    setPicking(on);
    onHold(on);
  };
  const chosen = shortcuts.filter((s) => s.type === "message");
  const items = [
    ...(message.local ? [] : chosen.map((s) => ({
      label: s.name, description: state.app.name, run: () => runShortcut(s, message).catch(failed),
    }))),
    ...(chosen.length && !message.local ? ["-"] : []),
    ...(message.text ? [{ label: "Copy text", run: () => copyText(message.text) }] : []),
    { label: "View as JSON", run: () => showJson("Message", message) },
    ...(message.ephemeral ? [{ label: "Hide message", run: () => dropMessage(message.conversation, message.ts, message.ephemeral_id) }] : []),
  ];
  return html`<div class="hover-actions" ref=${anchor} role="toolbar" aria-label="Message actions">
    ${!message.ephemeral && ["white_check_mark", "eyes", "raised_hands"].map((name) => html`<button type="button" class="icon-button quick" key=${name}
      aria-label=${`React with ${name}`} title=${`:${name}:`} onClick=${() => react(message, name, true)}>${emojiChar(name)}</button>`)}
    ${!message.ephemeral && html`<button type="button" class="icon-button" aria-label="Add reaction" title="Add reaction" data-testid="add-reaction" onClick=${() => hold(!picking)}><${Icon} name="smile" /></button>`}
    ${!message.ephemeral && !inThread && html`<button type="button" class="icon-button" aria-label="Reply in thread" title="Reply in thread" data-testid="reply"
      onClick=${() => openThread(message.conversation, message.thread_ts || message.ts).catch(failed)}><${Icon} name="thread" /></button>`}
    <${Menu} label="More actions" icon=${html`<${Icon} name="more" />`} items=${items} testid="message-menu" onOpen=${onHold} />
    ${picking && html`<${Popover} anchor=${anchor} align="end" onClose=${() => hold(false)} class="emoji-popover">
      <${EmojiPicker} onPick=${(name) => { hold(false); react(message, name, true); }} /><//>`}
  </div>`;
}

const PATHS = {
  smile: "M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 11.500a3.6 3.6 0 0 0 7 0M7.5 7.800v.4M12.5 7.800v.4",
  thread: "M3 4.500h14v9.500H9.500L6 17v-3H3zM6.5 8h7M6.5 10.800h4.5",
  more: "M10 4.200v.1M10 10v.1M10 15.800v.1",
};

function Icon({ name }) {
  return html`<svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width=${name === "more" ? 2.4 : 1.6}
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}

function ReplyLine({ message }) {
  if (!message.reply_count) return null;
  const people = (message.reply_users || []).slice(0, 3).map((id) => state.people.get(id)).filter(Boolean);
  return html`<button type="button" class="reply-line" data-testid="replies" onClick=${() => openThread(message.conversation, message.ts).catch(failed)}>
    ${people.map((p) => html`<${Avatar} person=${p} size=${24} key=${p.id} />`)}
    <b>${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}</b><span>View thread</span>
  </button>`;
}

/** A legacy attachment: a coloured bar beside blocks or text. */
function Attachment({ attachment, message, container, at }) {
  const colour = /^#?[0-9a-f]{6}$/i.test(attachment.color || "") ? `#${attachment.color.replace("#", "")}` : undefined;
  return html`<div class="attachment" style=${{ borderLeftColor: colour }}>
    ${attachment.title && html`<b>${attachment.title}</b>`}
    ${attachment.blocks ? html`<${Blocks} blocks=${attachment.blocks} container=${container} formKey=${`message:${messageKey(message)}:${at}`} kind="message" />`
      : html`<${Mrkdwn} text=${attachment.text || attachment.fallback || ""} />`}
  </div>`;
}

/** Text of nothing but a few emoji is drawn large. */
const onlyEmoji = (text) => /^(\s*:[a-z0-9_+'-]+:){1,8}\s*$/i.test(text) || /^(?:\p{Extended_Pictographic}\uFE0F?\s*){1,8}$/u.test(text);

export const Message = memo(({ message, follows, inThread }) => {
  const who = author(message);
  const [held, setHeld] = useState(false);
  const ms = tsToMs(message.ts);
  const container = { type: "message", conversation: message.conversation, ts: message.ts,
    ...(message.ephemeral_id ? { ephemeral_id: message.ephemeral_id } : {}) };
  const compact = follows && !message.ephemeral;
  const stamp = html`<time class="message-time" title=${fullTime(ms)} datetime=${new Date(ms).toISOString()}>${timeOfDay(ms)}</time>`;
  return html`<article class=${`message ${compact ? "compact" : ""} ${message.ephemeral ? "ephemeral" : ""} ${held ? "held" : ""}`} data-testid="message"
      data-ts=${message.ts} data-user=${message.user} data-ephemeral=${message.ephemeral ? "true" : undefined}
      aria-label=${`${who.real_name}, ${dayLabel(ms)} ${timeOfDay(ms)}`}>
    ${message.ephemeral && html`<div class="only-you"><svg viewBox="0 0 20 20" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
      <path d="M1.8 10s3-5.5 8.2-5.500S18.2 10 18.2 10s-3 5.5-8.2 5.500S1.8 10 1.8 10z"/><circle cx="10" cy="10" r="2.4"/></svg>Only visible to you</div>`}
    <div class="message-row">
      <div class="message-gutter">${compact ? stamp : html`<${Avatar} person=${who} size=${36} />`}</div>
      <div class="message-main">
        ${!compact && html`<div class="message-head"><b class="message-author">${who.real_name}</b>
          ${who.is_bot && html`<span class="app-badge">APP</span>`}${who.is_external && html`<span class="app-badge">EXTERNAL</span>`}${stamp}</div>`}
        <div class="message-content">
          ${message.blocks && message.blocks.length
            ? html`<${Blocks} blocks=${message.blocks} container=${container} formKey=${`message:${messageKey(message)}`} kind="message" />`
            : html`<${Mrkdwn} text=${message.text} class=${onlyEmoji(message.text || "") ? "jumbo" : ""} />`}
          ${(message.attachments || []).map((a, i) => html`<${Attachment} key=${i} attachment=${a} message=${message} container=${container} at=${i} />`)}
          ${message.edited && html`<span class="edited"> (edited)</span>`}
          ${(message.files || []).map((f) => html`<div class="file-card" key=${f.id}><span class="file-icon" aria-hidden="true">📄</span>
            <span><b>${f.name || f.title}</b><small>${f.pretty_type || f.filetype || f.mimetype || "file"}${f.size ? ` · ${Math.max(1, Math.round(f.size / 1024))} kB` : ""}</small></span></div>`)}
        </div>
        <${Reactions} message=${message} />
        ${!inThread && html`<${ReplyLine} message=${message} />`}
        ${message.ephemeral && message.local && html`<button type="button" class="link-button" onClick=${() => dropMessage(message.conversation, message.ts, message.ephemeral_id)}>Dismiss message</button>`}
      </div>
    </div>
    <${HoverActions} message=${message} inThread=${inThread} onHold=${setHeld} />
  </article>`;
});

export const closeThread = () => update({ thread: null });
