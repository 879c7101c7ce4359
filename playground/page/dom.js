// The one door to the rendering library, plus the few hooks every part of the page shares.
import {
  Component, createContext, h, html, render, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState,
} from "./vendor/preact-htm.js";

export {
  Component, createContext, h, html, render, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState,
};

/** True when both objects have the same keys with identical values. */
export function shallowEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** A component that is drawn again only when one of its props changed. */
export function memo(draw) {
  return class Memo extends Component {
    shouldComponentUpdate(next) {
      return !shallowEqual(this.props, next);
    }

    render(props) {
      return h(draw, props);
    }
  };
}

/** Text for comparing: no accents, small letters. */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

let lastId = 0;

/** An element id that stays the same for the life of the component. */
export function useId(prefix = "x") {
  return useState(() => `${prefix}-${++lastId}`)[0];
}

/** Calls `leave` on a press outside the given element, or when the window loses focus to a frame. */
export function useOutside(ref, leave, active = true) {
  useEffect(() => {
    if (!active) return undefined;
    const press = (event) => {
      if (ref.current && !ref.current.contains(event.target)) leave(event);
    };
    document.addEventListener("mousedown", press, true);
    return () => document.removeEventListener("mousedown", press, true);
  });
}

const FOCUSABLE = "a[href],button:not([disabled]),input:not([disabled]),textarea:not([disabled]),select:not([disabled]),[tabindex]:not([tabindex='-1'])";

/** Keeps Tab inside the element while it is shown, and gives the focus back where it was. */
export function useFocusTrap(ref, { initial } = {}) {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const box = ref.current;
    const first = (initial && box.querySelector(initial)) || box.querySelector(FOCUSABLE);
    (first || box).focus({ preventScroll: true });
    const tab = (event) => {
      if (event.key !== "Tab") return;
      const stops = [...box.querySelectorAll(FOCUSABLE)].filter((el) => el.offsetParent !== null);
      if (!stops.length) return;
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (document.activeElement === edge || !box.contains(document.activeElement)) {
        event.preventDefault();
        (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
      }
    };
    box.addEventListener("keydown", tab);
    return () => {
      box.removeEventListener("keydown", tab);
      if (before && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}

/** Only addresses a person may follow: anything else (javascript:, data:) gives null. */
export function safeUrl(address) {
  return /^(https?:|mailto:|tel:)/i.test(address || "") ? address : null;
}
