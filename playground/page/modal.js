// Modals: the form dialog that a bot opens, with a stack of views.
import { Blocks } from "./blocks/index.js";
import { collect, faults, named } from "./blocks/values.js";
import { Avatar } from "./avatar.js";
import { html, useLayoutEffect, useFocusTrap, useMemo, useRef, useState } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { Icon } from "./icons.js";
import { closeView, submitView } from "./session.js";
import { state, useStore } from "./state.js";
import { formOf } from "./store.js";
import { t } from "./words.js";

const words = (text) => withEmoji((text && text.text) || "");

export function Modals() {
  const views = useStore((s) => s.views);
  if (!views.length) return null;
  return html`<${Modal} depth=${views.length} view=${views[views.length - 1]} key=${views[0].root_id || views[0].id} />`;
}

function Modal({ view, depth }) {
  const box = useRef(null);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState({});
  const [trouble, setTrouble] = useState("");
  const blocks = useMemo(() => named(view.blocks), [view.blocks]);
  const formKey = `view:${view.id}`;
  const container = useMemo(() => ({ type: "view", view_id: view.id }), [view.id]);
  useFocusTrap(box, { initial: ".dialog-body input, .dialog-body textarea, .dialog-body .select-button" });
  useLayoutEffect(() => {
    setErrors({});
    setTrouble("");
    setBusy(false);
  }, [view.id, view.hash]);
  useLayoutEffect(() => {
    box.current.querySelector(".dialog-body").scrollTop = 0;
  }, [view.id]);
  useLayoutEffect(() => {
    // The pressed button went with the old view: without a focus inside, Escape would reach nobody.
    if (!box.current.contains(document.activeElement)) box.current.focus();
  }, [view.id, view.hash, busy]);
  useLayoutEffect(() => {
    box.current.querySelector("[aria-invalid=true]")?.focus();
  }, [errors]);

  const values = () => collect(blocks, formOf(formKey), state.current);
  const submit = async () => {
    if (busy || !view.submit) return;
    const typed = values();
    const wrong = faults(blocks, typed);
    setErrors(wrong);
    setTrouble("");
    if (Object.keys(wrong).length) return;
    setBusy(true);
    try {
      setErrors((await submitView(view, typed)) || {});
    } catch (error) {
      setTrouble(["view_not_found", "not_found"].includes(error.code) ? t("formGone") : t("trouble"));
    }
    setBusy(false);
  };
  const leave = (cleared) => closeView(view, cleared, values());
  const key = (event) => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      leave(false);
    } else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === "Enter" && event.target.matches("input[type=text],input[type=email],input[type=url]") && !event.target.closest(".picker")) {
      event.preventDefault();
      submit();
    }
  };
  // Errors of blocks that this view does not have would otherwise be lost.
  const stray = Object.entries(errors).filter(([id]) => !blocks.some((b) => b.block_id === id && b.type === "input"));
  // A press beside the form leaves it open, and the cursor in it: Escape would reach nobody otherwise.
  return html`<div class="veil" onKeyDown=${key} onMouseDown=${(e) => e.target === e.currentTarget && e.preventDefault()}>
    <div class="dialog modal" role="dialog" aria-modal="true" aria-labelledby="modal-title" ref=${box} tabindex="-1" data-testid="modal" data-view=${view.id}>
      <header>
        ${depth > 1 ? html`<button type="button" class="icon-button" aria-label=${t("back")} title=${t("back")} data-testid="modal-back" onClick=${() => leave(false)}><${Icon} name="back" /></button>`
          : html`<${Avatar} person=${{ is_app: true }} size=${36} />`}
        <h2 id="modal-title">${words(view.title)}</h2>
        <button type="button" class="icon-button" aria-label=${t("close")} data-testid="modal-x" onClick=${() => leave(true)}><${Icon} name="close" size=${20} /></button>
      </header>
      ${trouble && html`<div class="modal-trouble" role="alert" data-testid="modal-trouble">${trouble}</div>`}
      <div class="dialog-body">
        <${Blocks} key=${view.id} blocks=${blocks} container=${container} formKey=${formKey} kind="modal" errors=${errors} />
        ${stray.map(([id, text]) => html`<div class="input-error" role="alert" key=${id}>${text}</div>`)}
      </div>
      <footer>
        <button type="button" class="button" data-testid="modal-close" onClick=${() => leave(false)}>${words(view.close) || (view.submit ? t("cancel") : t("close"))}</button>
        ${view.submit && html`<button type="button" class=${`button primary ${busy ? "busy" : ""}`} data-testid="modal-submit" aria-busy=${busy ? "true" : undefined}
          disabled=${busy} onClick=${submit}><span class="button-text">${words(view.submit)}</span>${busy && html`<span class="spinner" aria-hidden="true"></span>`}</button>`}
      </footer>
    </div>
  </div>`;
}
