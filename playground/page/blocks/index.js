// Draws a list of blocks; a block this page does not know, or that breaks, becomes a folded card.
import { Component, html, useMemo } from "../dom.js";
import { Actions, ContextActions } from "./actions.js";
import { Chart } from "./chart.js";
import { Host } from "./host.js";
import { Input } from "./input.js";
import { MarkdownBlock } from "./markdown.js";
import { RichText } from "./rich_text.js";
import { Table } from "./table.js";
import { Context, Divider, Header, ImageBlock, Section } from "./text.js";
import { t } from "../words.js";
import { named } from "./values.js";

const KINDS = {
  actions: Actions, context: Context, context_actions: ContextActions, data_table: Table, data_visualization: Chart, divider: Divider,
  header: Header, image: ImageBlock, input: Input, markdown: MarkdownBlock, rich_text: RichText, section: Section, table: Table,
};

export function UnknownBlock({ block, broken }) {
  return html`<details class="unknown-block">
    <summary>${broken ? t("brokenBlock") : t("unknownBlock")}: <code>${String(block && block.type)}</code></summary>
    <pre>${JSON.stringify(block, null, 2)}</pre>
  </details>`;
}

class Guard extends Component {
  componentDidCatch(error) {
    this.setState({ failed: error });
  }

  componentDidUpdate(before) {
    if (this.state.failed && before.block !== this.props.block) this.setState({ failed: null });
  }

  render({ block, children }) {
    return this.state.failed ? html`<${UnknownBlock} block=${block} broken />` : children;
  }
}

/** `container` names the message or view for the bot; `formKey` is where typed values are kept. */
export function Blocks({ blocks, container, formKey, kind, errors }) {
  const list = useMemo(() => named(blocks), [blocks]);
  const host = useMemo(() => ({ key: formKey, container, blocks: list, kind, errors: errors || {} }),
    [formKey, JSON.stringify(container), list, kind, errors]);
  return html`<${Host.Provider} value=${host}>
    <div class=${`blocks blocks-${kind}`}>
      ${list.map((block) => {
        const Kind = KINDS[block.type];
        return html`<${Guard} key=${block.block_id} block=${block}>
          ${Kind ? html`<${Kind} block=${block} />` : html`<${UnknownBlock} block=${block} />`}
        <//>`;
      })}
    </div>
  <//>`;
}
