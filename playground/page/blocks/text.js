// Blocks that mostly show text: section, header, context, divider, image.
import { html, safeUrl } from "../dom.js";
import { withEmoji } from "../emoji.js";
import { Mrkdwn } from "../mrkdwn.js";
import { Element } from "./elements.js";

/** Plain text with line breaks, its emoji names drawn unless told not to. */
export function plain(text) {
  const shown = text.emoji === false ? text.text : withEmoji(text.text || "");
  return shown.split("\n").flatMap((line, i) => (i ? [html`<br />`, line] : [line]));
}

/** A Slack text object. */
export function Text({ text }) {
  if (!text) return null;
  if (typeof text === "string") return plain({ text });
  return text.type === "mrkdwn" ? html`<${Mrkdwn} text=${text.text} />` : html`<span class="plain">${plain(text)}</span>`;
}

export function Section({ block }) {
  const beside = block.accessory && block.accessory.type === "image";
  return html`<div class=${`block-section ${beside ? "with-image" : ""}`}>
    <div class="section-body">
      ${block.text && html`<div class="section-text"><${Text} text=${block.text} /></div>`}
      ${block.fields && html`<div class="section-fields">
        ${block.fields.map((field, i) => html`<div class="section-field" key=${i}><${Text} text=${field} /></div>`)}
      </div>`}
    </div>
    ${block.accessory && html`<div class="section-accessory"><${Element} block=${block} element=${block.accessory} /></div>`}
  </div>`;
}

export function Header({ block }) {
  return html`<h3 class="block-header">${plain(block.text)}</h3>`;
}

export function Divider() {
  return html`<hr class="block-divider" />`;
}

export function Context({ block }) {
  return html`<div class="block-context">
    ${(block.elements || []).map((element, i) => element.type === "image"
      ? html`<${Picture} key=${i} image=${element} small />`
      : html`<span class="context-text" key=${i}><${Text} text=${element} /></span>`)}
  </div>`;
}

/** An image, or its description when the address cannot be used or does not load. */
export function Picture({ image, small }) {
  const url = safeUrl(image.image_url || (image.slack_file && image.slack_file.url));
  if (!url) return html`<span class="no-image">${image.alt_text}</span>`;
  const failed = (event) => event.target.classList.add("broken");
  return html`<img class=${small ? "image-small" : "image-big"} src=${url} alt=${image.alt_text || ""} loading="lazy"
    referrerpolicy="no-referrer" onError=${failed} />`;
}

export function ImageBlock({ block }) {
  return html`<figure class="block-image">
    ${block.title && html`<figcaption>${plain(block.title)}</figcaption>`}
    <${Picture} image=${block} />
  </figure>`;
}
