// The demo clock: the workspace's time in the person's zone, and buttons that move it forward.
import { html, useEffect, useRef, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { Popover } from "./popover.js";
import { moveClock } from "./session.js";
import { useStore } from "./state.js";
import { clockLabel, fromLocalField, toLocalField, workspaceNow, zoneName } from "./time.js";
import { cityOf, t } from "./words.js";

const PRESETS = [
  ["plus_1h", "clockHour", "clock-plus-1h"],
  ["tomorrow_0900", "clockTomorrow", "clock-tomorrow"],
  ["monday_0900", "clockMonday", "clock-monday"],
];

export function Clock() {
  const [me, clock] = useStore((s) => [s.me, s.clock]);
  const [now, setNow] = useState(workspaceNow());
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState("");
  const [busy, setBusy] = useState(false);
  const anchor = useRef(null);
  useEffect(() => {
    setNow(workspaceNow());
    const timer = setInterval(() => setNow(workspaceNow()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  const show = () => {
    setWanted(toLocalField(workspaceNow() + 3600000));
    setOpen(!open);
  };
  const move = async (body) => {
    setBusy(true);
    await moveClock(body);
    setBusy(false);
  };
  const target = wanted ? fromLocalField(wanted) : NaN;
  const forward = target > now;
  return html`<div class="clock" data-testid="clock" role="group" aria-label=${t("clock")}>
    <button type="button" ref=${anchor} class=${`clock-face ${clock.offset ? "moved" : ""}`} aria-haspopup="dialog" aria-expanded=${open ? "true" : "false"} onClick=${show}
      title=${t("clockTitle", { place: cityOf(me.tz) })} data-testid="clock-face">
      <${Icon} name="clock" size=${16} />
      <time data-testid="clock-now" datetime=${new Date(now).toISOString()}>${clockLabel(now)}</time>
      <small class="clock-place" data-testid="clock-place">${busy ? t("clockMoving") : cityOf(me.tz)}</small>
    </button>
    <span class="clock-presets">${PRESETS.map(([preset, label, testid]) => html`<button type="button" key=${preset} class="clock-button" disabled=${busy} data-testid=${testid}
      title=${t("clockMove", { label: t(label) })} onClick=${() => move({ preset })}>${t(label)}</button>`)}</span>
    ${open && html`<${Popover} anchor=${anchor} align="end" onClose=${() => setOpen(false)} class="clock-popover" role="dialog" aria-label=${t("clockDialog")}>
      <p>${t("clockWhy")}</p>
      <div class="clock-row">${PRESETS.map(([preset, label]) => html`<button type="button" class="button" key=${preset} onClick=${() => move({ preset })}>${t(label)}</button>`)}</div>
      <label class="input-label" for="clock-to">${t("clockTo")}</label>
      <div class="clock-row"><input id="clock-to" type="datetime-local" class="field" value=${wanted} min=${toLocalField(now)} data-testid="clock-to" onInput=${(e) => setWanted(e.target.value)} />
        <button type="button" class="button primary" disabled=${!forward || busy} data-testid="clock-go"
          onClick=${async () => { await move({ to: new Date(target).toISOString() }); setOpen(false); }}>${t("clockGo")}</button></div>
      <small>${zoneName(now)} (${me.tz})${wanted && !forward ? ` · ${t("clockLater")}` : ""}</small>
    <//>`}
  </div>`;
}
