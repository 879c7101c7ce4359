// Tables: `table` (cells of raw or rich text) and `data_table` (with a caption).
import { html } from "../dom.js";
import { t } from "../words.js";
import { RichText } from "./rich_text.js";

function Cell({ cell }) {
  if (!cell) return null;
  if (cell.type === "rich_text") return html`<${RichText} block=${cell} />`;
  return String(cell.text ?? cell.value ?? "");
}

export function Table({ block }) {
  const [head, ...rows] = block.rows || [];
  const settings = block.column_settings || [];
  const look = (i) => {
    const own = settings[i] || {};
    return { class: `${own.align ? `align-${own.align}` : ""} ${own.is_wrapped || block.type === "data_table" ? "" : "nowrap"}` };
  };
  return html`<div class="block-table" tabindex="0" role="region" aria-label=${block.caption || t("table")}>
    <table>
      ${block.caption && html`<caption>${block.caption}</caption>`}
      ${head && html`<thead><tr>${head.map((cell, i) => html`<th scope="col" ...${look(i)}><${Cell} cell=${cell} /></th>`)}</tr></thead>`}
      <tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td ...${look(i)}><${Cell} cell=${cell} /></td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
