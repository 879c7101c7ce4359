// Charts as SVG: bar, line, area, pie; with axes, legend and a tooltip that keyboards reach too.
import { axisNumber, exactNumber, fit, grid, slice, textWidth, ticks } from "./charts-math.js";
import { html, useLayoutEffect, useRef, useState } from "./dom.js";
import { t } from "./words.js";

const HEIGHT = 240;
const KIND_NAMES = { bar: "chartBar", line: "chartLine", area: "chartArea" };
const TILT = 38; // degrees of labels that have no room beside each other
const TILTED_ROOM = 124;
const colour = (i) => `var(--chart-${(i % 6) + 1})`;

function useWidth(fallback) {
  const box = useRef(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const read = () => setWidth(Math.max(220, Math.floor(box.current.clientWidth)));
    read();
    const watch = new ResizeObserver(read);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}

function Legend({ names, values }) {
  return html`<ul class="chart-legend">
    ${names.map((name, i) => html`<li key=${name}><i style=${{ background: colour(i) }}></i><span>${name}</span>${values && html`<b>${values[i]}</b>`}</li>`)}
  </ul>`;
}

function Tip({ tip, width }) {
  if (!tip) return null;
  const side = tip.x > width / 2 ? { right: `${width - tip.x + 12}px` } : { left: `${tip.x + 12}px` };
  return html`<div class="chart-tip" role="tooltip" style=${{ ...side, top: `${Math.max(0, tip.y)}px` }}>
    <strong>${tip.title}</strong>
    ${tip.rows.map((row) => html`<div><i style=${{ background: colour(row.i) }}></i>${row.name}<b>${row.value}</b></div>`)}
  </div>`;
}

function Bars({ series, x, y, band }) {
  const inner = Math.min(band * 0.72, 44 * series.length);
  const each = inner / series.length;
  return series.map((s, i) => s.values.map((value, c) => {
    if (!value) return null;
    const top = Math.min(y(value), y(0));
    return html`<rect class="chart-bar" x=${x(c) - inner / 2 + i * each + 1} y=${top} width=${Math.max(1, each - 2)} height=${Math.max(1, Math.abs(y(value) - y(0)))}
      rx="2" fill=${colour(i)} />`;
  }));
}

/** Runs of points without a gap. */
function runs(values, x, y) {
  const out = [];
  let run = [];
  values.forEach((value, c) => {
    if (value === null) {
      if (run.length) out.push(run);
      run = [];
    } else run.push([x(c), y(value)]);
  });
  if (run.length) out.push(run);
  return out;
}

const path = (run) => run.map(([px, py], i) => `${i ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`).join("");

function Lines({ series, x, y, filled }) {
  return series.map((s, i) => html`<g>
    ${runs(s.values, x, y).map((run) => html`
      ${filled && html`<path class="chart-fill" d=${`${path(run)}L${run[run.length - 1][0]} ${y(0)}L${run[0][0]} ${y(0)}Z`} fill=${colour(i)} />`}
      <path class="chart-line" d=${path(run)} stroke=${colour(i)} />`)}
    ${s.values.map((value, c) => value !== null && html`<circle cx=${x(c)} cy=${y(value)} r="3" fill=${colour(i)} />`)}
  </g>`);
}

/** Whether labels lean, since one would be cut in its `band` of pixels, and the room that takes at the left and below. */
function leaning(categories, band) {
  if (!categories.some((c) => fit(c, band - 6) !== c)) return { tilted: false, left: 0, down: 0 };
  const angle = (TILT * Math.PI) / 180;
  const runs = categories.map((c) => Math.min(TILTED_ROOM, textWidth(c.length)));
  const left = Math.max(...runs.map((run, i) => run * Math.cos(angle) - band * (i + 0.5) + 4));
  return { tilted: true, left, down: Math.max(...runs) * Math.sin(angle) - 8 };
}

function Category({ text, x, y, room, tilted }) {
  if (!tilted) return html`<text class="chart-text" x=${x} y=${y + 18} text-anchor="middle">${fit(text, room)}<title>${text}</title></text>`;
  return html`<text class="chart-text" transform=${`translate(${x + 4} ${y + 13}) rotate(-${TILT})`} text-anchor="end">${fit(text, TILTED_ROOM)}<title>${text}</title></text>`;
}

function XYChart({ chart, title }) {
  const [box, width] = useWidth(520);
  const [hover, setHover] = useState(null);
  const { categories, series } = grid(chart);
  const axis = chart.axis_config || {};
  const numbers = series.flatMap((s) => s.values).filter((v) => v !== null);
  const marks = ticks(Math.min(0, ...numbers), Math.max(0, ...numbers));
  const longest = Math.max(...marks.map((m) => axisNumber(m).length));
  const margin = 14 + longest * 7 + (axis.y_label ? 18 : 0);
  const lean = leaning(categories, (width - margin - 10) / Math.max(1, categories.length));
  const left = Math.max(margin, lean.left);
  const bottom = 26 + lean.down + (axis.x_label ? 18 : 0);
  const height = HEIGHT + lean.down;
  const plot = { w: width - left - 10, h: height - 12 - bottom };
  const band = plot.w / Math.max(1, categories.length);
  const x = (c) => left + band * (c + 0.5);
  const low = marks[0];
  const high = marks[marks.length - 1];
  const y = (v) => 12 + plot.h * (1 - (v - low) / (high - low));
  const every = Math.max(1, Math.ceil((lean.tilted ? 16 : 38) / band)); // leave out labels that would touch
  const tip = hover === null ? null : {
    x: x(hover), y: 12, title: categories[hover],
    rows: series.map((s, i) => ({ i, name: s.name, value: s.values[hover] === null ? "–" : exactNumber(s.values[hover]) })),
  };
  const move = (event) => {
    const at = Math.floor((event.clientX - box.current.getBoundingClientRect().left - left) / band);
    setHover(at >= 0 && at < categories.length ? at : null);
  };
  const key = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !categories.length) return;
    event.preventDefault();
    setHover(hover === null ? 0 : (hover + step + categories.length) % categories.length);
  };
  return html`<div class="chart-plot" ref=${box} onMouseMove=${move} onMouseLeave=${() => setHover(null)}>
    <svg width=${width} height=${height} role="img" tabindex="0" aria-label=${summary(title, chart.type, series)} onKeyDown=${key} onBlur=${() => setHover(null)}>
      ${marks.map((m) => html`<g>
        <line class=${m === 0 ? "chart-zero" : "chart-rule"} x1=${left} x2=${width - 10} y1=${y(m)} y2=${y(m)} />
        <text class="chart-text" x=${left - 8} y=${y(m) + 4} text-anchor="end">${axisNumber(m)}</text></g>`)}
      ${hover !== null && html`<rect class="chart-hover" x=${left + band * hover} y="12" width=${band} height=${plot.h} />`}
      ${chart.type === "bar" ? html`<${Bars} series=${series} x=${x} y=${y} band=${band} />`
        : html`<${Lines} series=${series} x=${x} y=${y} filled=${chart.type === "area"} />`}
      ${categories.map((c, i) => i % every === 0 && html`<${Category} text=${c} x=${x(i)} y=${height - bottom} room=${band * every - 6} tilted=${lean.tilted} />`)}
      ${axis.x_label && html`<text class="chart-label" x=${left + plot.w / 2} y=${height - 6} text-anchor="middle">${axis.x_label}</text>`}
      ${axis.y_label && html`<text class="chart-label" transform=${`translate(12 ${12 + plot.h / 2}) rotate(-90)`} text-anchor="middle">${axis.y_label}</text>`}
    </svg>
    <${Tip} tip=${tip} width=${width} />
    <${Legend} names=${series.map((s) => s.name)} />
  </div>`;
}

function Pie({ chart, title }) {
  const [hover, setHover] = useState(null);
  const segments = (chart.segments || []).map((s) => ({ label: String(s.label), value: Math.max(0, Number(s.value) || 0) }));
  const total = segments.reduce((sum, s) => sum + s.value, 0) || 1;
  const share = (value) => `${((value / total) * 100).toFixed(value / total < 0.1 ? 1 : 0)} %`;
  let turn = 0;
  const arcs = segments.map((s) => {
    const from = turn;
    turn += s.value / total;
    return [from, turn];
  });
  const shown = hover === null ? null : segments[hover];
  return html`<div class="chart-pie">
    <svg width="180" height="180" viewBox="0 0 180 180" role="img" aria-label=${`${title}. ${t("chartPie")}: ${segments.map((s) => `${s.label} ${exactNumber(s.value)}`).join(", ")}`}>
      ${segments.map((s, i) => s.value > 0 && html`<path class=${`chart-slice ${hover !== null && hover !== i ? "dim" : ""}`} d=${slice(90, 90, 84, 50, ...arcs[i])}
        fill=${colour(i)} onMouseEnter=${() => setHover(i)} onMouseLeave=${() => setHover(null)}><title>${`${s.label}: ${exactNumber(s.value)} (${share(s.value)})`}</title></path>`)}
      <text class="chart-total" x="90" y="88" text-anchor="middle">${exactNumber(shown ? shown.value : segments.reduce((a, s) => a + s.value, 0))}</text>
      <text class="chart-text" x="90" y="106" text-anchor="middle">${shown ? fit(shown.label, 84) : t("total")}</text>
    </svg>
    <${Legend} names=${segments.map((s) => s.label)} values=${segments.map((s) => `${exactNumber(s.value)} · ${share(s.value)}`)} />
  </div>`;
}

function summary(title, type, series) {
  const read = series.map((s) => `${s.name}: ${s.values.map((v) => (v === null ? t("none") : exactNumber(v))).join(", ")}`);
  return `${title}. ${t(KIND_NAMES[type])}. ${read.join(". ")}`;
}

/** One chart; `chart` as in a data_visualization block. */
export function Drawing({ chart, title }) {
  if (chart.type === "pie") return html`<${Pie} chart=${chart} title=${title} />`;
  if (["bar", "line", "area"].includes(chart.type)) return html`<${XYChart} chart=${chart} title=${title} />`;
  throw new Error(`unknown chart type ${chart.type}`);
}
