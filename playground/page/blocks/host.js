// What a block needs to know of the thing it stands in: a message, a modal or the Home tab.
import { createContext, useContext } from "../dom.js";
import { sendAction } from "../session.js";
import { state, toast, useStore } from "../state.js";
import { formOf, setFormValue } from "../store.js";
import { t } from "../words.js";
import { collect, initialValue } from "./values.js";

/** {key, container, blocks, errors, kind: "message" | "modal" | "home"} */
export const Host = createContext(null);

export const useHost = () => useContext(Host);

/** The element's present value and a setter that also tells the bot when this element should. */
export function useValue(block, element) {
  const host = useHost();
  const kept = useStore((s) => s.forms.get(host.key)?.[block.block_id]?.[element.action_id]);
  const value = kept === undefined ? initialValue(element, state.current) : kept;
  const set = (next) => setFormValue(host.key, block.block_id, element.action_id, { type: element.type, ...next });
  return [value, set, host];
}

/** Inputs speak only when asked to (`dispatch_action`); everything else always does. */
export const speaks = (block) => block.type !== "input" || block.dispatch_action === true;

/** Sends one interaction; answers whether the bot took it. */
export async function act(host, block, element, fields) {
  const values = collect(host.blocks, formOf(host.key), state.current);
  try {
    await sendAction({
      container: host.container, block_id: block.block_id, action_id: element.action_id,
      action: { type: element.type, ...fields }, state: { values },
    });
    return true;
  } catch (error) {
    toast(error.code === "operation_timeout" || error.code === "dispatch_failed"
      ? t("appSilent") : error.message, "error");
    return false;
  }
}
