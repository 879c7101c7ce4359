// The demo clock: the workspace's time in the person's zone, and buttons that move it forward.
import { html, useEffect, useRef, useState } from "./dom.js";
import { Popover } from "./popover.js";
import { moveClock } from "./session.js";
import { useStore } from "./state.js";
import { clockLabel, fromLocalField, toLocalField, workspaceNow } from "./time.js";

const PRESETS = [
  ["plus_1h", "+1 h", "clock-plus-1h"],
  ["tomorrow_0900", "Tomorrow 09:00", "clock-tomorrow"],
  ["monday_0900", "Monday 09:00", "clock-monday"],
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
  return html`<div class="clock" data-testid="clock" role="group" aria-label="Demo clock">
    <button type="button" ref=${anchor} class=${`clock-face ${clock.offset ? "moved" : ""}`} aria-haspopup="dialog" aria-expanded=${open ? "true" : "false"} onClick=${show}
      title="The workspace's clock. It only moves forward." data-testid="clock-face">
      <svg viewBox="0 0 20 20" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><circle cx="10" cy="10" r="7.5"/><path d="M10 5.800V10l2.8 2"/></svg>
      <time data-testid="clock-now" datetime=${new Date(now).toISOString()}>${clockLabel(now)}</time>
    </button>
    <span class="clock-presets">${PRESETS.map(([preset, label, testid]) => html`<button type="button" key=${preset} class="clock-button" disabled=${busy} data-testid=${testid}
      title=${`Move the clock: ${label}`} onClick=${() => move({ preset })}>${label}</button>`)}</span>
    ${open && html`<${Popover} anchor=${anchor} align="end" onClose=${() => setOpen(false)} class="clock-popover" role="dialog" aria-label="Move the clock">
      <p>The bot lives by this clock: move it forward to see reminders, deadlines and the weekly digest come.</p>
      <div class="clock-row">${PRESETS.map(([preset, label]) => html`<button type="button" class="button" key=${preset} onClick=${() => move({ preset })}>${label}</button>`)}</div>
      <label class="input-label" for="clock-to">Go to</label>
      <div class="clock-row"><input id="clock-to" type="datetime-local" class="field" value=${wanted} min=${toLocalField(now)} data-testid="clock-to" onInput=${(e) => setWanted(e.target.value)} />
        <button type="button" class="button primary" disabled=${!forward || busy} data-testid="clock-go"
          onClick=${async () => { await move({ to: new Date(target).toISOString() }); setOpen(false); }}>Go</button></div>
      <small>${me.tz_label || me.tz} (${me.tz})${wanted && !forward ? " · choose a later time: the clock only moves forward" : ""}</small>
    <//>`}
  </div>`;
}
