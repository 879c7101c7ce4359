// Emoji short names (":tada:") to characters, and the names that a search finds.
import table from "./vendor/emoji-data.js";

const byName = new Map();
const all = [];

for (const line of table.split("\n")) {
  const [char, ...names] = line.split(" ");
  all.push({ char, name: names[0], names });
  for (const name of names) byName.set(name, char);
}

const TONES = { 2: "\u{1F3FB}", 3: "\u{1F3FC}", 4: "\u{1F3FD}", 5: "\u{1F3FE}", 6: "\u{1F3FF}" };

export const FREQUENT = ["+1", "white_check_mark", "eyes", "tada", "raised_hands", "heart", "bulb", "memo", "thinking_face", "rocket", "100", "pray"];

/** The character of a short name such as `tada` or `wave::skin-tone-3`; null when unknown. */
export function emojiChar(name) {
  const [base, tone] = name.split("::skin-tone-");
  const char = byName.get(base);
  if (!char) return null;
  return tone && TONES[tone] ? char.replace(/\uFE0F/g, "") + TONES[tone] : char;
}

/** Emoji whose name holds the words, in picker order; those that start so come first. */
export function searchEmoji(query, limit = 200) {
  const wanted = query.trim().toLowerCase().replace(/[\s:]+/g, "_").replace(/^_|_$/g, "");
  if (!wanted) return all.slice(0, limit);
  const starts = all.filter((e) => e.names.some((n) => n.startsWith(wanted)));
  const holds = all.filter((e) => !starts.includes(e) && e.names.some((n) => n.includes(wanted)));
  return [...starts, ...holds].slice(0, limit);
}

/** The text with each known `:name:` replaced by its character. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/gi, (whole, name) => emojiChar(name.toLowerCase()) || whole);
}
