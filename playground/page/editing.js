// What the composer's formatting buttons do to text: {text, from, to} in, the same out.

/** Puts marks around the selection, or takes them away when they are there. */
export function around(mark, { text, from, to }) {
  const [open, close] = Array.isArray(mark) ? mark : [mark, mark];
  const inside = text.slice(from, to);
  if (text.slice(from - open.length, from) === open && text.slice(to, to + close.length) === close && inside) {
    return { text: text.slice(0, from - open.length) + inside + text.slice(to + close.length), from: from - open.length, to: to - open.length };
  }
  return { text: text.slice(0, from) + open + inside + close + text.slice(to), from: from + open.length, to: to + open.length };
}

/** Begins each selected line with `prefix(number)`, or takes the beginnings away when all have them. */
export function lines(prefix, known, { text, from, to }) {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const stop = text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to);
  const chosen = text.slice(start, stop).split("\n");
  const all = chosen.every((line) => known.test(line));
  const made = chosen.map((line, i) => (all ? line.replace(known, "") : prefix(i + 1) + line.replace(/^(?:• |\d+\. |> )/, ""))).join("\n");
  const end = start + made.length;
  return { text: text.slice(0, start) + made + text.slice(stop), from: chosen.length > 1 ? start : end, to: end };
}

/** The next line of a list or quote when Enter with Shift is pressed in one; null elsewhere. */
export function continued({ text, from }) {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  const found = /^(• |> |(\d+)\. )(.*)$/.exec(line);
  if (!found) return null;
  if (!found[3].trim()) return { text: text.slice(0, from - line.length) + text.slice(from), from: from - line.length, to: from - line.length };
  const next = found[2] ? `\n${Number(found[2]) + 1}. ` : `\n${found[1]}`;
  return { text: text.slice(0, from) + next + text.slice(from), from: from + next.length, to: from + next.length };
}

export const FORMATS = [
  { name: "bold", keys: "b", sign: "B", apply: (s) => around("*", s) },
  { name: "italic", keys: "i", sign: "I", apply: (s) => around("_", s) },
  { name: "strike", keys: "shift+x", sign: "S", apply: (s) => around("~", s) },
  "|",
  { name: "numbered", icon: "numbers", apply: (s) => lines((n) => `${n}. `, /^\d+\. /, s) },
  { name: "bulleted", icon: "bullets", apply: (s) => lines(() => "• ", /^• /, s) },
  { name: "quote", icon: "quote", apply: (s) => lines(() => "> ", /^> /, s) },
  "|",
  { name: "code", icon: "code", apply: (s) => around("`", s) },
  { name: "codeBlock", icon: "pre", apply: (s) => around(["```\n", "\n```"], s) },
];
