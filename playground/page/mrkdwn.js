// Slack's mrkdwn to elements. Text becomes text nodes only, so nothing that people write can become markup.
import { html, safeUrl } from "./dom.js";
import { emojiChar } from "./emoji.js";
import { Broadcast, ChannelPill, MemberPill } from "./mrkdwn-parts.js";
import { useStore } from "./state.js";
import { slackDate } from "./time.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Undoes Slack's three escapes. */
export const unescape = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);

const MARKS = { "*": "b", _: "i", "~": "s" };
const WORD = /[\p{L}\p{N}]/u;

function link(address, label) {
  const url = safeUrl(address);
  if (!url) return label;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

/** What stands between < and >: a mention, a date, a link; anything else is shown as it was typed. */
function token(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : unescape(inside.slice(bar + 1));
  if (/^@[UWB]\w*$/.test(target)) return html`<${MemberPill} id=${target.slice(1)} label=${label} />`;
  if (/^#[CGD]\w*$/.test(target)) return html`<${ChannelPill} id=${target.slice(1)} label=${label} />`;
  if (/^!(here|channel|everyone)$/.test(target)) return html`<${Broadcast} name=${target.slice(1)} />`;
  if (target.startsWith("!subteam^")) return html`<span class="pill">${label || "@group"}</span>`;
  if (target.startsWith("!date^")) {
    const [, seconds, pattern, address] = target.split("^");
    const shown = /^-?\d+$/.test(seconds) ? slackDate(Number(seconds), unescape(pattern || "")) : label;
    const time = html`<time title=${label || ""}>${shown}</time>`;
    return address ? link(unescape(address), time) : time;
  }
  const address = unescape(target);
  if (safeUrl(address)) return link(address, label || address.replace(/^(mailto|tel):/, ""));
  return `<${unescape(inside)}>`;
}

/** One run of text without block structure. */
export function inline(text, plainLinks = true) {
  const out = [];
  let run = "";
  let at = 0;
  const flush = () => {
    if (run) out.push(unescape(run));
    run = "";
  };
  const take = (node, length) => {
    flush();
    out.push(node);
    at += length;
  };
  while (at < text.length) {
    const char = text[at];
    const rest = text.slice(at);
    const before = at ? text[at - 1] : " ";
    let found;
    if (char === "\n") take(html`<br />`, 1);
    else if (char === "`" && (found = /^`([^`\n]+)`/.exec(rest))) take(html`<code>${unescape(found[1])}</code>`, found[0].length);
    else if (char === "<" && (found = /^<([^<>\n]+)>/.exec(rest))) take(token(found[1]), found[0].length);
    else if (char === ":" && (found = /^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/i.exec(rest)) && emojiChar(found[1].toLowerCase())) {
      take(html`<span class="emoji" role="img" title=${`:${found[1]}:`}>${emojiChar(found[1].toLowerCase())}</span>`, found[0].length);
    } else if (MARKS[char] && !WORD.test(before) && (found = marked(char, rest))) {
      take(html`<${MARKS[char]}>${inline(found, plainLinks)}<//>`, found.length + 2);
    } else if (plainLinks && char === "h" && !WORD.test(before) && (found = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]]/.exec(rest))) {
      take(link(unescape(found[0]), unescape(found[0])), found[0].length);
    } else {
      run += char;
      at += 1;
    }
  }
  flush();
  return out;
}

/** The text between a pair of marks at the start of `rest`, or null when they do not close. */
function marked(mark, rest) {
  for (let end = 2; end < rest.length && rest[end] !== "\n"; end++) {
    if (rest[end] !== mark || /\s/.test(rest[end - 1]) || rest[end - 1] === mark) continue;
    if (rest[end + 1] && (WORD.test(rest[end + 1]) || rest[end + 1] === mark)) continue;
    return /^\s/.test(rest[1]) || rest[1] === mark ? null : rest.slice(1, end);
  }
  return null;
}

function lines(text) {
  const out = [];
  let quote = null;
  let plain = null;
  const all = text.split("\n");
  for (let i = 0; i < all.length; i++) {
    if (/^(&gt;|>){3}/.test(all[i])) {
      const rest = [all[i].replace(/^(&gt;|>){3} ?/, ""), ...all.slice(i + 1)].join("\n");
      out.push(html`<blockquote>${inline(rest)}</blockquote>`);
      return out;
    }
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(all[i]);
    if (quoted) {
      plain = null;
      if (quote) quote.push(quoted[1]);
      else out.push({ quote: (quote = [quoted[1]]) });
    } else {
      quote = null;
      if (plain) plain.push(all[i]);
      else out.push({ plain: (plain = [all[i]]) });
    }
  }
  return out.map((part) => {
    if (part.quote) return html`<blockquote>${inline(part.quote.join("\n"))}</blockquote>`;
    if (part.plain) return inline(part.plain.join("\n"));
    return part;
  });
}

/** A whole mrkdwn text: code blocks, quotes and the rest. */
export function mrkdwn(text) {
  const parts = text.split(/```/);
  if (parts.length % 2 === 0) {
    const open = parts.pop();
    parts[parts.length - 1] += "```" + open; // a fence that never closes is text
  }
  return parts.map((part, i) => {
    if (i % 2) return html`<pre>${unescape(part.replace(/^\n|\n$/g, ""))}</pre>`;
    // The line breaks next to a fence belong to it.
    const around = (i ? part.replace(/^\n/, "") : part).replace(/\n$/, (end) => (i < parts.length - 1 ? "" : end));
    return around ? lines(around) : null;
  });
}

/** Drawn again when the people or channels it may name become known. */
export function Mrkdwn({ text, class: name = "" }) {
  useStore((s) => [s.people, s.me]);
  return html`<div class=${`mrkdwn ${name}`}>${mrkdwn(text || "")}</div>`;
}
