// The guided tour: numbered steps that the server knows to be done or not, and a button that goes where each happens.
import { html, useLayoutEffect, useState } from "./dom.js";
import { Icon } from "./icons.js";
import { Mrkdwn } from "./mrkdwn.js";
import { goTo, putTourAway } from "./session.js";
import { state, update, useStore } from "./state.js";
import { t } from "./words.js";

function Step({ step, number, open, show }) {
  const [me, people] = useStore((s) => [s.me, s.people]);
  const other = step.go && step.go.as !== me.id ? people.get(step.go.as) : null;
  return html`<li class=${`tour-step ${step.done ? "done" : ""} ${open ? "open" : ""}`} data-testid="tour-step" data-step=${step.id} data-done=${step.done ? "true" : "false"}>
    <button type="button" class="tour-title" aria-expanded=${open ? "true" : "false"} onClick=${show}>
      <span class="tour-number">${step.done ? html`<${Icon} name="check" size=${14} />` : number}</span>
      <span class="tour-name">${step.title}${step.done && html`<span class="hidden"> (${t("tourDone")})</span>`}</span></button>
    ${open && html`<div class="tour-text"><${Mrkdwn} text=${step.text} />
      ${step.go && html`<button type="button" class=${`button ${step.done ? "" : "primary"}`} data-testid="tour-go" onClick=${() => goTo(step.go)}>
        ${other ? t("tourGoAs", { person: other.real_name }) : t("tourGo")}</button>`}</div>`}
  </li>`;
}

export function Tour() {
  const [tour, sheet, thread] = useStore((s) => [s.tour, s.tourOpen, s.thread]);
  const [picked, setPicked] = useState(null);
  const next = tour.steps.find((step) => !step.done);
  const nextId = next ? next.id : null;
  useLayoutEffect(() => setPicked(nextId), [nextId]);
  if (!tour.steps.length || tour.dismissed) return null;
  const done = tour.steps.filter((step) => step.done).length;
  const away = () => {
    if (window.innerWidth <= 760) update({ tourOpen: false });
    else putTourAway(true);
  };
  return html`<aside class=${`tour ${sheet ? "sheet-open" : ""} ${thread ? "brief" : ""} ${next ? "" : "over"}`} aria-label=${t("tour")} data-testid="tour">
    <header><h2>${t("tour")}</h2><span class="tour-count" data-testid="tour-count">${t("tourCount", { done, n: tour.steps.length })}</span>
      <button type="button" class="icon-button" aria-label=${t("tourHide")} title=${t("tourHide")} data-testid="tour-close" onClick=${away}><${Icon} name="close" /></button></header>
    <div class="tour-bar" aria-hidden="true"><i style=${{ width: `${(done / tour.steps.length) * 100}%` }}></i></div>
    <ol>${tour.steps.map((step, i) => html`<${Step} key=${step.id} step=${step} number=${i + 1} open=${picked === step.id}
      show=${() => setPicked(picked === step.id ? null : step.id)} />`)}</ol>
    ${!next && html`<p class="tour-end" data-testid="tour-end">${t("tourEnd", { app: state.app.name })}</p>`}
  </aside>`;
}
