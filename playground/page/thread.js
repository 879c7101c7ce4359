// The side panel with one thread.
import { Composer } from "./composer.js";
import { html, useLayoutEffect, useMemo, useRef } from "./dom.js";
import { Icon } from "./icons.js";
import { closeThread, Message } from "./message.js";
import { rowsOf, walkMessages } from "./messages.js";
import { useStore } from "./state.js";
import { conversationName } from "./store.js";
import { t } from "./words.js";

export function Thread() {
  const [thread, conversations, spot] = useStore((s) => [s.thread, s.conversations, s.spot]);
  const end = useRef(null);
  const count = thread ? thread.messages.length : 0;
  useLayoutEffect(() => {
    const found = spot?.reply && end.current?.parentElement.querySelector(`[data-ts="${spot.reply}"]`);
    if (found) found.classList.add("spotted");
    (found || end.current)?.scrollIntoView({ block: "nearest" });
  }, [count, spot]);
  const conversation = thread && conversations.find((c) => c.id === thread.conversation);
  const replies = useMemo(() => (thread ? thread.messages.filter((m) => m.ts !== thread.ts) : []), [thread]);
  if (!thread || !conversation) return null;
  const root = thread.messages.find((m) => m.ts === thread.ts);
  const name = conversationName(conversation);
  return html`<aside class="thread" aria-label=${t("thread")} data-testid="thread" onKeyDown=${(e) => e.key === "Escape" && !e.defaultPrevented && closeThread()}>
    <header><h2>${t("thread")} <small>${conversation.kind === "channel" ? `# ${name}` : name}</small></h2>
      <button type="button" class="icon-button" aria-label=${t("closeThread")} title=${t("closeThread")} onClick=${closeThread}><${Icon} name="close" /></button></header>
    <div class="thread-scroll" role="log" aria-label=${t("threadMessages")} tabindex="0" onKeyDown=${walkMessages}>
      ${root && html`<${Message} message=${root} inThread />`}
      ${replies.length > 0 && html`<div class="thread-count"><span>${t("replies", { n: replies.length })}</span></div>`}
      ${rowsOf(replies).map((row) => row.message && html`<${Message} key=${row.key} message=${row.message} follows=${row.follows} inThread />`)}
      <div ref=${end}></div>
    </div>
    <${Composer} conversation=${conversation} threadTs=${thread.ts} key=${thread.ts} />
  </aside>`;
}
