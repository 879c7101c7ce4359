// The `markdown` block: standard Markdown, as language models write it.
import { html, safeUrl } from "../dom.js";
import { withEmoji } from "../emoji.js";

const INLINE = /`([^`\n]+)`|\*\*(?=\S)([\s\S]*?\S)\*\*|__(?=\S)([\s\S]*?\S)__|~~(?=\S)([\s\S]*?\S)~~|(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?!\w)|(?<!\w)_(?=\S)([^_\n]*?\S)_(?!\w)|!?\[([^\]\n]*)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>)]+)/g;

function spans(text) {
  const out = [];
  let last = 0;
  for (const m of text.matchAll(INLINE)) {
    out.push(broken(text.slice(last, m.index)));
    last = m.index + m[0].length;
    const [, code, strong, strong2, strike, em, em2, label, address, bare] = m;
    if (code !== undefined) out.push(html`<code>${code}</code>`);
    else if (strong ?? strong2) out.push(html`<b>${spans(strong ?? strong2)}</b>`);
    else if (strike) out.push(html`<s>${spans(strike)}</s>`);
    else if (em ?? em2) out.push(html`<i>${spans(em ?? em2)}</i>`);
    else {
      const url = safeUrl(address || bare);
      out.push(url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${label || url}</a>` : m[0]);
    }
  }
  out.push(broken(text.slice(last)));
  return out;
}

const broken = (text) => withEmoji(text).split("\n").flatMap((line, i) => (i ? [html`<br />`, line] : [line]));

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
const BULLET = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** Lines to blocks: fences, headings, rules, quotes, lists, tables, paragraphs. */
function blocks(lines) {
  const out = [];
  let i = 0;
  const taken = (test) => {
    const from = i;
    while (i < lines.length && test(lines[i])) i++;
    return lines.slice(from, i);
  };
  while (i < lines.length) {
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (/^\s*```/.test(line)) {
      i++;
      const body = taken((l) => !/^\s*```/.test(l));
      i++;
      out.push(html`<pre>${body.join("\n")}</pre>`);
    } else if (heading) {
      i++;
      out.push(html`<div class=${`md-h md-h${heading[1].length}`} role="heading" aria-level=${heading[1].length + 2}>${spans(heading[2])}</div>`);
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      i++;
      out.push(html`<hr class="block-divider" />`);
    } else if (/^\s*>/.test(line)) {
      out.push(html`<blockquote>${blocks(taken((l) => /^\s*>/.test(l)).map((l) => l.replace(/^\s*> ?/, "")))}</blockquote>`);
    } else if (BULLET.test(line)) {
      out.push(list(taken((l) => BULLET.test(l) || /^\s{2,}\S/.test(l))));
    } else if (line.includes("|") && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[i + 1] || "")) {
      const [head, , ...rows] = taken((l) => l.includes("|")).map(cells);
      out.push(html`<div class="block-table"><table><thead><tr>${head.map((c) => html`<th>${spans(c)}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((c) => html`<td>${spans(c)}</td>`)}</tr>`)}</tbody></table></div>`);
    } else if (line.trim() === "") {
      i++;
    } else {
      const from = i++;
      taken((l) => l.trim() && !/^\s*(```|>|#{1,6}\s)/.test(l) && !BULLET.test(l));
      out.push(html`<p>${spans(lines.slice(from, i).join("\n"))}</p>`);
    }
  }
  return out;
}

/** Items deeper than the first belong to the item before them; other lines go on with it. */
function list(lines) {
  const depth = (m) => m[1].length;
  const first = BULLET.exec(lines[0]);
  const items = [];
  for (const line of lines) {
    const found = BULLET.exec(line);
    if (found && depth(found) <= depth(first) + 1) items.push({ text: found[3], under: [] });
    else if (found || items[items.length - 1].under.length) items[items.length - 1].under.push(line);
    else items[items.length - 1].text += `\n${line.trim()}`;
  }
  const Tag = first[2] ? "ol" : "ul";
  return html`<${Tag} start=${first[2]}>${items.map(({ text, under }) => {
    const task = /^\[([ xX])\]\s+([\s\S]*)$/.exec(text);
    return html`<li>${task ? [task[1] === " " ? "☐ " : "☑ ", spans(task[2])] : spans(text)}${under.length > 0 && list(under)}</li>`;
  })}<//>`;
}

export function MarkdownBlock({ block }) {
  return html`<div class="mrkdwn markdown">${blocks((block.text || "").split("\n"))}</div>`;
}
