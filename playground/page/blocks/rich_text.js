// Rich text: sections, lists, quotes, preformatted text, styled runs.
import { html, safeUrl } from "../dom.js";
import { emojiChar } from "../emoji.js";
import { Broadcast, ChannelPill, MemberPill } from "../mrkdwn-parts.js";
import { slackDate } from "../time.js";

function styled(node, style) {
  if (!style) return node;
  let out = node;
  if (style.code) out = html`<code>${out}</code>`;
  if (style.strike) out = html`<s>${out}</s>`;
  if (style.underline) out = html`<u>${out}</u>`;
  if (style.italic) out = html`<i>${out}</i>`;
  if (style.bold) out = html`<b>${out}</b>`;
  if (style.highlight) out = html`<mark>${out}</mark>`;
  return out;
}

const broken = (text) => (text || "").split("\n").flatMap((line, i) => (i ? [html`<br />`, line] : [line]));

function run(part) {
  switch (part.type) {
    case "text":
      return styled(broken(part.text), part.style);
    case "link": {
      const url = safeUrl(part.url);
      const label = part.text || part.url;
      return styled(url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>` : label, part.style);
    }
    case "emoji":
      return html`<span class="emoji" role="img" title=${`:${part.name}:`}>${emojiChar(part.name) || `:${part.name}:`}</span>`;
    case "user":
      return styled(html`<${MemberPill} id=${part.user_id} />`, part.style);
    case "channel":
      return styled(html`<${ChannelPill} id=${part.channel_id} />`, part.style);
    case "usergroup":
      return html`<span class="pill">@${part.usergroup_id}</span>`;
    case "broadcast":
      return html`<${Broadcast} name=${part.range} />`;
    case "date":
      return html`<time>${slackDate(part.timestamp, part.format || "{date}")}</time>`;
    case "color":
      return html`<span class="color-chip"><i style=${{ background: /^#[0-9a-f]{3,8}$/i.test(part.value) ? part.value : "none" }}></i>${part.value}</span>`;
    default:
      return part.text || part.fallback || "";
  }
}

const runs = (parts) => (parts || []).map(run);

function List({ list }) {
  const indent = list.indent || 0;
  const Tag = list.style === "ordered" ? "ol" : "ul";
  const look = list.style === "ordered" ? ["decimal", "lower-alpha", "lower-roman"] : ["disc", "circle", "square"];
  return html`<${Tag} class=${list.border ? "bordered" : ""} start=${(list.offset || 0) + 1}
      style=${{ marginLeft: `${indent * 28}px`, listStyleType: look[indent % 3] }}>
    ${(list.elements || []).map((item) => html`<li>${runs(item.elements)}</li>`)}
  <//>`;
}

function Part({ part }) {
  switch (part.type) {
    case "rich_text_section":
      return html`<div class="rich-section">${runs(part.elements)}</div>`;
    case "rich_text_list":
      return html`<${List} list=${part} />`;
    case "rich_text_quote":
      return html`<blockquote>${runs(part.elements)}</blockquote>`;
    case "rich_text_preformatted":
      return html`<pre>${(part.elements || []).map((p) => p.text || p.url || "").join("")}</pre>`;
    default:
      return null;
  }
}

export function RichText({ block }) {
  return html`<div class="mrkdwn rich-text">${(block.elements || []).map((part) => html`<${Part} part=${part} />`)}</div>`;
}
