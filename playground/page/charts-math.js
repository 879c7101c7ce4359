// The arithmetic of charts: scales, ticks, arcs. No drawing.
import { locale } from "./words.js";

/** Round steps that cover [low, high] with about `count` ticks. */
export function ticks(low, high, count = 5) {
  if (low === high) high = low + 1;
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw - 1e-12) || 10 * power;
  const from = Math.floor(low / step + 1e-9) * step;
  const out = [];
  for (let v = from; v < high + step * (1 - 1e-9); v += step) out.push(Math.abs(v) < step * 1e-9 ? 0 : Number(v.toPrecision(12)));
  return out;
}

const formats = new Map();

function number(value, options) {
  const key = `${locale()}${options.notation || ""}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), options));
  return formats.get(key).format(value);
}

export const axisNumber = (value) => (Math.abs(value) >= 10000 ? number(value, { notation: "compact", maximumFractionDigits: 1 }) : exactNumber(value));
export const exactNumber = (value) => number(value, { maximumFractionDigits: 2 });

/** The series as a grid: for each category, each series' number or null. */
export function grid(chart) {
  const series = (chart.series || []).map((s, i) => ({
    name: s.name || `${i + 1}`,
    points: new Map((s.data || []).map((p) => [String(p.label), Number(p.value)])),
  }));
  const named = chart.axis_config?.categories;
  const categories = named && named.length ? named.map(String) : [...new Set(series.flatMap((s) => [...s.points.keys()]))];
  const value = (s, category) => {
    const number = s.points.get(category);
    return Number.isFinite(number) ? number : null;
  };
  return { categories, series: series.map((s) => ({ name: s.name, values: categories.map((c) => value(s, c)) })) };
}

/** An SVG path of a ring's slice between two turns (0–1, clockwise from the top). */
export function slice(cx, cy, outer, inner, from, to) {
  const whole = to - from >= 0.99999;
  const end = whole ? from + 0.99999 : to;
  const point = (turn, radius) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${(cx + radius * Math.cos(angle)).toFixed(2)} ${(cy + radius * Math.sin(angle)).toFixed(2)}`;
  };
  const large = end - from > 0.5 ? 1 : 0;
  return `M${point(from, outer)}A${outer} ${outer} 0 ${large} 1 ${point(end, outer)}L${point(end, inner)}A${inner} ${inner} 0 ${large} 0 ${point(from, inner)}Z`;
}

const PER_CHAR = 6;

/** About how many pixels `length` characters of a label take. */
export const textWidth = (length) => length * PER_CHAR;

/** The text shortened with an ellipsis to about `room` pixels. */
export function fit(text, room) {
  const max = Math.max(2, Math.floor(room / PER_CHAR));
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
