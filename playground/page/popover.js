// Floating boxes: placed beside what opened them, inside the window, closed by a press outside or Escape.
import { html, useEffect, useId, useLayoutEffect, useOutside, useRef, useState } from "./dom.js";
import { t } from "./words.js";

/** `anchor` is a ref; `wide` takes the anchor's width; `align` is "start" or "end". */
export function Popover({ anchor, onClose, children, class: name = "", align = "start", wide = false, above = false, ...rest }) {
  const box = useRef(null);
  const [place, setPlace] = useState({ opacity: 0 });
  useLayoutEffect(() => {
    const put = () => {
      if (!anchor.current || !box.current) return;
      const a = anchor.current.getBoundingClientRect();
      const kept = box.current.style.maxHeight;
      box.current.style.maxHeight = "none"; // how tall it would like to be
      const { width, height } = box.current.getBoundingClientRect();
      box.current.style.maxHeight = kept;
      const under = window.innerHeight - a.bottom - 12;
      const up = above ? a.top > height + 12 || a.top > under : under < height && a.top > under;
      const left = align === "end" ? a.right - width : a.left;
      setPlace({
        left: `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`,
        ...(up ? { bottom: `${window.innerHeight - a.top + 4}px` } : { top: `${a.bottom + 4}px` }),
        ...(wide ? { minWidth: `${a.width}px` } : {}),
        maxHeight: `${Math.max(120, (up ? a.top : under + 12) - 16)}px`,
      });
    };
    put();
    const moved = (event) => event.target.nodeType && !box.current?.contains(event.target) && put();
    window.addEventListener("resize", put);
    window.addEventListener("scroll", moved, true);
    const watch = new ResizeObserver(put);
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      window.removeEventListener("resize", put);
      window.removeEventListener("scroll", moved, true);
    };
  }, []);
  useOutside(box, (event) => {
    if (!anchor.current || !anchor.current.contains(event.target)) onClose();
  });
  const key = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
    const back = anchor.current?.matches?.("button,input,[tabindex]") ? anchor.current : anchor.current?.querySelector("button,input");
    back?.focus();
  };
  return html`<div class=${`popover ${name}`} ref=${box} style=${place} onKeyDown=${key} ...${rest}>${children}</div>`;
}

/**
 * A searchable list. `load(query)` answers [{label?, items: [{value, label, description, icon}]}], perhaps later.
 * `more(query)` answers later with groups that then stand below: what is there at once can be chosen meanwhile.
 * `picked` is the set of chosen values; `onPick(item)` is called with the item.
 */
export function ListPicker({ load, more, picked, onPick, multi, placeholder, firstQuery = "", hint, searchable = true, label }) {
  const [query, setQuery] = useState(firstQuery);
  const [groups, setGroups] = useState(null);
  const [at, setAt] = useState(0);
  const [failed, setFailed] = useState("");
  const field = useRef(null);
  const list = useRef(null);
  const id = useId("list");

  useLayoutEffect(() => {
    let stale = false;
    const answer = load(query);
    const take = (found) => {
      if (stale) return;
      setGroups(found);
      setFailed("");
      const flat = found.flatMap((g) => g.items);
      setAt(query ? 0 : Math.max(0, flat.findIndex((item) => picked.has(item.value))));
    };
    if (Array.isArray(answer)) take(answer);
    else answer.then(take, (error) => !stale && (setGroups([]), setFailed(error.message)));
    more?.(query).then((found) => !stale && found.length && setGroups((known) => [...(known || []), ...found]));
    return () => {
      stale = true;
    };
  }, [query]);
  useLayoutEffect(() => (searchable ? field : list).current.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    list.current?.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }, [at, groups]);

  const flat = (groups || []).flatMap((g) => g.items);
  const key = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && flat.length) {
      event.preventDefault();
      setAt((at + step + flat.length) % flat.length);
    } else if (["PageDown", "PageUp"].includes(event.key) && flat.length) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(flat.length - 1, at + (event.key === "PageDown" ? 8 : -8))));
    } else if (event.key === "Enter" || (event.key === "Tab" && !multi && flat[at])) {
      event.preventDefault();
      event.stopPropagation();
      if (flat[at]) onPick(flat[at]);
    } else if (event.key === " " && !searchable) {
      event.preventDefault();
      if (flat[at]) onPick(flat[at]);
    }
  };
  let index = -1;
  return html`<div class="picker" onKeyDown=${key}>
    ${searchable && html`<div class="picker-search"><input ref=${field} type="text" value=${query} placeholder=${placeholder || t("search")}
      role="combobox" aria-expanded="true" aria-controls=${id} aria-label=${label ? t("searchIn", { label }) : t("searchOptions")}
      aria-activedescendant=${flat[at] ? `${id}-${at}` : undefined} autocomplete="off" spellcheck=${false}
      onInput=${(e) => setQuery(e.target.value)} /></div>`}
    <div class="picker-list" role="listbox" id=${id} ref=${list} tabindex="-1" aria-multiselectable=${multi ? "true" : undefined} aria-label=${label || t("options")}>
      ${(groups || []).map((group) => html`<div role=${group.label ? "group" : "presentation"} aria-label=${group.label}>
        ${group.label && html`<div class="picker-group">${group.label}</div>`}
        ${group.items.map((item) => {
          index += 1;
          const mine = index;
          const chosen = picked.has(item.value);
          return html`<div role="option" id=${`${id}-${mine}`} aria-selected=${chosen ? "true" : "false"} key=${item.value}
              class=${`picker-item ${mine === at ? "active" : ""} ${chosen ? "chosen" : ""}`} data-value=${item.value}
              onMouseMove=${() => mine !== at && setAt(mine)} onClick=${() => onPick(item)}>
            ${multi && html`<span class="tick" aria-hidden="true">${chosen ? "✓" : ""}</span>`}
            ${item.icon}<span class="picker-text"><span>${item.label}</span>${item.description && html`<small>${item.description}</small>`}</span>
            ${!multi && chosen && html`<span class="check" aria-hidden="true">✓</span>`}
          </div>`;
        })}
      </div>`)}
      ${groups === null && html`<div class="picker-note">${t("loading")}</div>`}
      ${groups && !flat.length && html`<div class="picker-note">${failed || (hint && hint(query)) || t("noResults")}</div>`}
    </div>
  </div>`;
}

/** A button that opens a menu of buttons; `items`: [{label, description?, danger?, run}] or "-" for a line. */
export function Menu({ label, icon, items, class: name = "icon-button", align = "end", testid, onOpen }) {
  const anchor = useRef(null);
  const [open, setOpen] = useState(false);
  const show = (value) => {
    setOpen(value);
    if (onOpen) onOpen(value);
  };
  const pick = (item) => {
    show(false);
    anchor.current?.focus();
    item.run();
  };
  return html`<span class="menu-anchor">
    <button type="button" ref=${anchor} class=${name} aria-label=${label} title=${label} aria-haspopup="menu" aria-expanded=${open ? "true" : "false"}
      data-testid=${testid} onClick=${() => show(!open)} onKeyDown=${(e) => e.key === "ArrowDown" && !open && (e.preventDefault(), show(true))}>${icon}</button>
    ${open && html`<${Popover} anchor=${anchor} onClose=${() => show(false)} align=${align} class="menu">
      <${MenuItems} items=${items} pick=${pick} shut=${() => show(false)} label=${label} />
    <//>`}
  </span>`;
}

function MenuItems({ items, pick, shut, label }) {
  const box = useRef(null);
  useLayoutEffect(() => box.current.querySelector("[role=menuitem]")?.focus({ preventScroll: true }), []);
  const key = (event) => {
    const all = [...box.current.querySelectorAll("[role=menuitem]")];
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Tab") shut();
    if (next === undefined) return;
    event.preventDefault();
    all[next % all.length].focus();
  };
  return html`<div role="menu" aria-label=${label} ref=${box} onKeyDown=${key}>
    ${items.map((item, i) => (item === "-" ? html`<hr key=${i} />` : item.heading ? html`<div class="menu-heading" key=${i}>${item.heading}</div>`
      : html`<button type="button" role="menuitem" key=${i} class=${item.danger ? "danger" : ""} onClick=${() => pick(item)}>
          ${item.icon}<span class="menu-text"><span>${item.label}</span>${item.description && html`<small>${item.description}</small>`}</span>
          ${item.keys && html`<kbd class="menu-keys">${item.keys}</kbd>`}</button>`))}
  </div>`;
}
