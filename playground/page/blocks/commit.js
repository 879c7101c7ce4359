// The common path of a changed element: ask if it wants a confirmation, keep the value, tell the bot.
import { useState } from "../dom.js";
import { ask } from "../overlay.js";
import { act, speaks, useValue } from "./host.js";

/** {value, set, commit, busy}: `set` only keeps the value, `commit` also sends it when this element does. */
export function useCommit(block, element) {
  const [value, set, host] = useValue(block, element);
  const [busy, setBusy] = useState(false);
  const send = async (fields) => {
    setBusy(true);
    await act(host, block, element, fields);
    setBusy(false);
  };
  const commit = async (fields) => {
    const tells = speaks(block);
    if (tells && element.confirm && !(await ask(element.confirm))) return;
    set(fields);
    if (tells) await send(fields);
  };
  return { value, set, send, commit, busy, host };
}
