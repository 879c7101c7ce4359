// What one can do with a message: react, reply, the app's shortcuts, copies for developers.
import { html, useRef, useState } from "./dom.js";
import { emojiChar } from "./emoji.js";
import { EmojiPicker } from "./emoji-picker.js";
import { Icon } from "./icons.js";
import { ask, copyText, showJson } from "./overlay.js";
import { Menu, Popover } from "./popover.js";
import { deleteMessage, openThread, react, runShortcut } from "./session.js";
import { state, toast, update, useStore } from "./state.js";
import { dropMessage } from "./store.js";
import { t } from "./words.js";
import { Avatar } from "./avatar.js";

const QUICK = ["white_check_mark", "eyes", "raised_hands"];

const failed = (error) => toast(error.message, "error");

/** Adds this person's reaction, or takes it back. */
export function toggle(message, name) {
  const mine = (message.reactions || []).some((r) => r.name === name && r.users.includes(state.me.id));
  react(message, name, !mine);
}

/** The message as Block Kit Builder takes it when pasted; nothing is opened or sent anywhere. */
export function blockKit(message) {
  const blocks = message.blocks && message.blocks.length ? message.blocks : [{ type: "section", text: { type: "mrkdwn", text: message.text || " " } }];
  return JSON.stringify({ blocks }, null, 2);
}

async function copied(text) {
  await copyText(text);
  toast(t("copied"));
}

/** Asks first, as Slack does. */
async function remove(message) {
  const sure = { title: t("deleteTitle"), text: t("deleteSure"), confirm: t("delete"), deny: t("cancel"), style: "danger" };
  if (await ask(sure)) deleteMessage(message).catch(failed);
}

const isOwn = (message) => message.user === state.me.id && !message.app && !message.ephemeral;

function menuItems(message, shortcuts) {
  const own = message.local ? [] : shortcuts.filter((s) => s.type === "message");
  const appMark = html`<${Avatar} person=${{ is_app: true }} size=${20} />`;
  return [
    ...(own.length && !message.ephemeral ? [...own.map((s) => ({ label: s.name, description: s.description || state.app.name, icon: appMark, run: () => runShortcut(s, message).catch(failed) })), "-"] : []),
    ...(message.text ? [{ label: t("copyText"), run: () => copied(message.text) }] : []),
    ...(message.ephemeral ? [] : [{ label: t("copyLink"), run: () => copied(`${location.origin}/archives/${message.conversation}/p${message.ts.replace(".", "")}`) }]),
    ...(isOwn(message) ? ["-", ...(message.text ? [{ label: t("editMessage"), run: () => update({ editing: `${message.conversation}/${message.ts}` }) }] : []),
      { label: t("deleteMessage"), danger: true, run: () => remove(message) }] : []),
    "-",
    { heading: t("forDevelopers") },
    { label: t("viewJson"), run: () => showJson(t("messageJson"), message) },
    { label: t("copyBlockKit"), run: () => copied(blockKit(message)) },
    ...(message.ephemeral ? ["-", { label: t("hideMessage"), run: () => dropMessage(message.conversation, message.ts, message.ephemeral_id) }] : []),
  ];
}

/** Picks an emoji for the message; `anchor` is where it opens. */
export function ReactionPicker({ message, anchor, shut }) {
  return html`<${Popover} anchor=${anchor} align="end" onClose=${shut} class="emoji-popover" role="dialog" aria-label=${t("addReaction")}>
    <${EmojiPicker} onPick=${(name) => { shut(); react(message, name, true); }} /><//>`;
}

export function HoverActions({ message, inThread, onHold }) {
  const anchor = useRef(null);
  const [picking, setPicking] = useState(false);
  const shortcuts = useStore((s) => s.shortcuts);
  const hold = (on) => {
    setPicking(on);
    onHold(on);
  };
  const lasting = !message.ephemeral;
  return html`<div class="hover-actions" ref=${anchor} role="toolbar" aria-label=${t("messageActions")}>
    ${lasting && QUICK.map((name) => html`<button type="button" class="icon-button quick" key=${name}
      aria-label=${t("reactWith", { name })} title=${`:${name}:`} onClick=${() => toggle(message, name)}>${emojiChar(name)}</button>`)}
    ${lasting && html`<button type="button" class="icon-button" aria-label=${t("addReaction")} title=${t("addReaction")} data-testid="add-reaction" aria-expanded=${picking ? "true" : "false"} onClick=${() => hold(!picking)}><${Icon} name="react" /></button>`}
    ${lasting && !inThread && html`<button type="button" class="icon-button" aria-label=${t("replyInThread")} title=${t("replyInThread")} data-testid="reply"
      onClick=${() => openThread(message.conversation, message.thread_ts || message.ts).catch(failed)}><${Icon} name="thread" /></button>`}
    <${Menu} label=${t("moreActions")} icon=${html`<${Icon} name="more" />`} items=${menuItems(message, shortcuts)} testid="message-menu" onOpen=${onHold} />
    ${picking && html`<${ReactionPicker} message=${message} anchor=${anchor} shut=${() => hold(false)} />`}
  </div>`;
}
