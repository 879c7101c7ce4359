// Files in conversations: dropping them, and how they are shown.
import { html, useEffect, useRef, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { sendFile } from "./session.js";
import { state, toast, update } from "./state.js";
import { locale, t } from "./words.js";

const PREVIEW_BYTES = 1024 * 1024;
const PREVIEW_ROWS = 5;
const PREVIEW_COLUMNS = 8;
const PICTURES = ["png", "jpg", "jpeg", "gif", "webp"];

/** Shares each file in the conversation, one after another. */
export async function shareFiles(conversation, list) {
  update({ sent: state.sent + 1 });
  for (const file of list) {
    try {
      await sendFile(conversation, file);
    } catch (error) {
      toast(`${file.name}: ${error.message}`, "error");
    }
  }
}

/** Takes files dropped anywhere on a conversation. */
export function DropZone({ conversation, name, closed, children }) {
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const holds = (event) => !closed && [...(event.dataTransfer?.types || [])].includes("Files");
  const move = (by) => (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const drop = (event) => {
    depth.current = 0;
    setOver(false);
    if (!holds(event)) return;
    event.preventDefault();
    shareFiles(conversation.id, [...event.dataTransfer.files]);
  };
  return html`<div class="drop-zone" data-testid="drop-zone" onDragEnter=${move(1)} onDragLeave=${move(-1)} onDragOver=${(e) => holds(e) && e.preventDefault()} onDrop=${drop}>
    ${children}
    ${over && html`<div class="drop-note"><div><${Icon} name="clip" size=${32} /><b>${t("dropTitle", { name: conversation.kind === "channel" ? `#${name}` : name })}</b></div></div>`}
  </div>`;
}

function sizeOf(bytes) {
  const steps = [[1024 * 1024, "megabyte"], [1024, "kilobyte"], [1, "byte"]];
  const [by, unit] = steps.find(([least]) => bytes >= least) || steps[2];
  return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short", maximumFractionDigits: by === 1024 * 1024 ? 1 : 0 }).format(bytes / by);
}

/** The first rows of separated values; quotes hold separators, line breaks in cells are not looked for. */
export function firstRows(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/).filter((line) => line.trim()).slice(0, PREVIEW_ROWS);
  const separator = [",", ";", "\t"].sort((a, b) => lines[0].split(b).length - lines[0].split(a).length)[0];
  const cell = new RegExp(`${separator}(?:"((?:[^"]|"")*)"|([^${separator}]*))`, "g"); // each cell with what stands before it: an empty first one counts
  return lines.map((line) => [...(separator + line).matchAll(cell)].slice(0, PREVIEW_COLUMNS).map((m) => (m[1] !== undefined ? m[1].replace(/""/g, '"') : m[2]).trim()));
}

function TablePreview({ address }) {
  const [rows, setRows] = useState(null);
  useEffect(() => {
    let gone = false;
    fetch(address).then((r) => (r.ok ? r.arrayBuffer() : null)).then((bytes) => {
      if (!bytes || gone) return;
      let text;
      try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        text = new TextDecoder("windows-1252").decode(bytes);
      }
      if (text.trim()) setRows(firstRows(text));
    }).catch(() => {}); // without a preview the card still stands
    return () => {
      gone = true;
    };
  }, [address]);
  if (!rows) return null;
  const [head, ...body] = rows;
  return html`<div class="block-table file-preview" tabindex="0" role="region" aria-label=${t("preview")}><table><thead><tr>${head.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead>
    <tbody>${body.map((row) => html`<tr>${row.map((c) => html`<td>${c}</td>`)}</tr>`)}</tbody></table></div>`;
}

export function FileCard({ file }) {
  const name = file.name || file.title || file.id;
  const kind = (file.filetype || "").toLowerCase();
  const address = `/page/file/${file.id}?as=${encodeURIComponent(state.me.id)}`;
  const table = ["csv", "tsv"].includes(kind);
  return html`<div class="file" data-testid="file">
    <a class="file-card" href=${address} download=${name}>
      <span class=${`file-icon file-${table ? "table" : "plain"}`} aria-hidden="true"><${Icon} name=${table ? "table" : "file"} size=${22} /></span>
      <span class="file-text"><b>${name}</b><small>${[(file.pretty_type || kind || t("file")).toUpperCase(), file.size ? sizeOf(file.size) : ""].filter(Boolean).join(" · ")}</small></span>
      <span class="file-open" title=${t("download")}><${Icon} name="download" /><span class="hidden">${t("download")}</span></span></a>
    ${table && file.size > 0 && file.size < PREVIEW_BYTES && html`<${TablePreview} address=${address} />`}
    ${PICTURES.includes(kind) && html`<img class="file-picture" src=${address} alt=${name} loading="lazy" />`}
  </div>`;
}
