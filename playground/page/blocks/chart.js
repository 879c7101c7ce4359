// The data_visualization block: a titled card with the chart.
import { Drawing } from "../charts.js";
import { html } from "../dom.js";
import { t } from "../words.js";

export function Chart({ block }) {
  return html`<figure class="block-chart" data-testid="chart" data-chart=${block.chart.type}>
    <figcaption>${block.title}</figcaption>
    <${Drawing} chart=${block.chart} title=${block.title || t("chart")} />
  </figure>`;
}
