// One message: author, text or blocks, files, reactions, the line that leads to its thread.
import { Avatar } from "./avatar.js";
import { Blocks } from "./blocks/index.js";
import { html, memo, useRef, useState } from "./dom.js";
import { EditBox } from "./edit-box.js";
import { emojiChar } from "./emoji.js";
import { FileCard } from "./files.js";
import { Icon } from "./icons.js";
import { HoverActions, ReactionPicker, toggle } from "./message-actions.js";
import { Mrkdwn } from "./mrkdwn.js";
import { ProfileButton } from "./profile.js";
import { openThread } from "./session.js";
import { state, toast, update, useStore } from "./state.js";
import { author, dropMessage, messageKey } from "./store.js";
import { ago, dayLabel, fullTime, timeOfDay, tsToMs } from "./time.js";
import { t } from "./words.js";

const failed = (error) => toast(error.message, "error");

function Reactions({ message }) {
  const anchor = useRef(null);
  const [picking, setPicking] = useState(false);
  const me = state.me.id;
  if (!message.reactions || !message.reactions.length) return null;
  return html`<div class="reactions">
    ${message.reactions.map((r) => {
      const mine = r.users.includes(me);
      const who = r.users.map((id) => (id === me ? t("you") : state.people.get(id)?.real_name || state.app?.name || id)).join(", ");
      return html`<button type="button" key=${r.name} class=${`reaction ${mine ? "mine" : ""}`} aria-pressed=${mine ? "true" : "false"} title=${t("reacted", { who, name: r.name })}
        aria-label=${`${r.name}, ${r.users.length}`} onClick=${() => toggle(message, r.name)}>
        <span class="emoji">${emojiChar(r.name) || `:${r.name}:`}</span>${r.users.length}</button>`;
    })}
    <span ref=${anchor}><button type="button" class="reaction reaction-add" aria-label=${t("addReaction")} title=${t("addReaction")} onClick=${() => setPicking(!picking)}><${Icon} name="react" size=${16} /></button></span>
    ${picking && html`<${ReactionPicker} message=${message} anchor=${anchor} shut=${() => setPicking(false)} />`}
  </div>`;
}

function ReplyLine({ message }) {
  if (!message.reply_count) return null;
  const people = (message.reply_users || []).slice(0, 4).map((id) => (id === state.app?.user_id ? { id, is_app: true } : state.people.get(id))).filter(Boolean);
  return html`<button type="button" class="reply-line" data-testid="replies" onClick=${() => openThread(message.conversation, message.ts).catch(failed)}>
    ${people.map((p) => html`<${Avatar} person=${p} size=${24} key=${p.id} />`)}
    <b>${t("replies", { n: message.reply_count })}</b>
    <span class="reply-when">${message.latest_reply && html`<span>${t("lastReply", { ago: ago(tsToMs(message.latest_reply)) })}</span>`}<span class="reply-open">${t("viewThread")}</span></span>
    <${Icon} name="forward" size=${14} />
  </button>`;
}

/** A legacy attachment: a coloured bar beside blocks or text. */
function Attachment({ attachment, message, container, at }) {
  const colour = /^#?[0-9a-f]{6}$/i.test(attachment.color || "") ? `#${attachment.color.replace("#", "")}` : undefined;
  return html`<div class="attachment" style=${{ borderLeftColor: colour }}>
    ${attachment.pretext && html`<${Mrkdwn} text=${attachment.pretext} />`}
    ${attachment.title && html`<b>${attachment.title}</b>`}
    ${attachment.blocks ? html`<${Blocks} blocks=${attachment.blocks} container=${container} formKey=${`message:${messageKey(message)}:${at}`} kind="message" />`
      : html`<${Mrkdwn} text=${attachment.text || attachment.fallback || ""} />`}
    ${attachment.fields && html`<div class="section-fields">${attachment.fields.map((f) => html`<div class="section-field"><b>${f.title}</b><${Mrkdwn} text=${f.value} /></div>`)}</div>`}
    ${attachment.footer && html`<small>${attachment.footer}</small>`}
  </div>`;
}

/** Text of nothing but a few emoji is drawn large. */
const onlyEmoji = (text) => /^(\s*:[a-z0-9_+'-]+:){1,8}\s*$/i.test(text) || /^(?:\p{Extended_Pictographic}\uFE0F?\s*){1,8}$/u.test(text);

function Content({ message, container }) {
  const drawn = message.blocks && message.blocks.length;
  const editing = useStore((s) => s.editing === `${message.conversation}/${message.ts}`);
  if (editing) return html`<${EditBox} message=${message} />`;
  return html`<div class="message-content">
    ${drawn ? html`<${Blocks} blocks=${message.blocks} container=${container} formKey=${`message:${messageKey(message)}`} kind="message" />`
      : message.text ? html`<${Mrkdwn} text=${message.text} class=${onlyEmoji(message.text) ? "jumbo" : ""} />` : null}
    ${(message.attachments || []).map((a, i) => html`<${Attachment} key=${i} attachment=${a} message=${message} container=${container} at=${i} />`)}
    ${message.edited && html`<span class="edited"> (${t("edited")})</span>`}
    ${(message.files || []).map((f) => html`<${FileCard} key=${f.id} file=${f} />`)}
  </div>`;
}

function Head({ who, stamp }) {
  return html`<div class="message-head"><${ProfileButton} person=${who} class="message-author">${who.real_name}<//>
    ${who.is_bot && html`<span class="app-badge">${t("appBadge")}</span>`}${who.is_external && html`<span class="app-badge">${t("externalBadge")}</span>`}${stamp}</div>`;
}

export const Message = memo(({ message, follows, inThread }) => {
  const who = author(message);
  const [held, setHeld] = useState(false);
  const [near, setNear] = useState(false); // the actions are drawn only where the mouse or the focus is: long lists stay light
  const ms = tsToMs(message.ts);
  const container = { type: "message", conversation: message.conversation, ts: message.ts,
    ...(message.ephemeral_id ? { ephemeral_id: message.ephemeral_id } : {}) };
  const compact = follows && !message.ephemeral;
  const stamp = html`<time class="message-time" title=${fullTime(ms)} datetime=${new Date(ms).toISOString()}>${timeOfDay(ms)}</time>`;
  const mouseLeaves = (event) => !event.currentTarget.contains(document.activeElement) && setNear(false);
  const focusLeaves = (event) => !event.currentTarget.contains(event.relatedTarget) && !event.currentTarget.matches(":hover") && setNear(false);
  return html`<article class=${`message ${compact ? "compact" : ""} ${message.ephemeral ? "ephemeral" : ""} ${held ? "held" : ""}`} data-testid="message"
      data-ts=${message.ts} data-user=${message.user} data-ephemeral=${message.ephemeral ? "true" : undefined}
      aria-label=${`${who.real_name}, ${dayLabel(ms)} ${timeOfDay(ms)}`}
      onMouseEnter=${() => setNear(true)} onMouseLeave=${mouseLeaves} onFocusCapture=${() => setNear(true)} onBlurCapture=${focusLeaves}>
    ${message.ephemeral && html`<div class="only-you"><${Icon} name="eye" size=${14} />${t("onlyYou")}</div>`}
    <div class="message-row">
      <div class="message-gutter">${compact ? stamp : html`<${ProfileButton} person=${who} class="face" hidden><${Avatar} person=${who} size=${36} /><//>`}</div>
      <div class="message-main">
        ${!compact && html`<${Head} who=${who} stamp=${stamp} />`}
        ${message.broadcast && !inThread && html`<div class="replied-to">${t("repliedTo")} <button type="button" class="link-button" onClick=${() => openThread(message.conversation, message.thread_ts).catch(failed)}>${t("aThread")}</button></div>`}
        <${Content} message=${message} container=${container} />
        <${Reactions} message=${message} />
        ${!inThread && html`<${ReplyLine} message=${message} />`}
        ${message.ephemeral && message.local && html`<button type="button" class="link-button" onClick=${() => dropMessage(message.conversation, message.ts, message.ephemeral_id)}>${t("dismissMessage")}</button>`}
      </div>
    </div>
    ${(near || held) && html`<${HoverActions} message=${message} inThread=${inThread} onHold=${setHeld} />`}
  </article>`;
});

export const closeThread = () => update({ thread: null });
