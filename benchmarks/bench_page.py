"""How fast the local Slack's page is: its first paint, opening a channel of 2,000 messages, scrolling all of it.

    python -m benchmarks.bench_page [MESSAGES]

Drives the Chromium that the browser tests drive. Each figure is the median of some runs, the slowest beside it.
"""

import statistics
import sys

from playwright.sync_api import Browser, Page, sync_playwright

from playground.local_slack import LocalSlack
from playground.model import Json, Message
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.tiny_bot import MANIFEST, plain

MESSAGES = 2000
RUNS = 5
PEOPLE = ("ana", "tom", "marta", "joe")
EVERY_BLOCKS = 8
EVERY_CHART = 40

OPEN = """name => new Promise(resolve => {
  const from = performance.now();
  document.querySelector(`[data-testid=conv-${name}]`).click();
  const look = () => {
    const box = document.querySelector('[data-testid=messages]');
    if (box && box.querySelector('article:last-of-type')?.textContent.includes('the newest')) {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
    } else requestAnimationFrame(look);
  };
  look();
})"""

SCROLL = """() => new Promise(resolve => {
  const box = document.querySelector('[data-testid=messages]');
  const frames = [];
  let last = performance.now();
  let still = 0;
  const step = now => {
    frames.push(now - last);
    last = now;
    still = box.scrollTop === 0 ? still + 1 : 0;
    if (still > 30) resolve({frames, shown: box.querySelectorAll('article').length});
    else { box.scrollTop -= 120; requestAnimationFrame(step); }
  };
  requestAnimationFrame(step);
})"""

PAINT = """() => new Promise(resolve => {
  const look = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (paint && document.querySelector('[data-testid=sidebar]')) {
      requestAnimationFrame(() => resolve([paint.startTime, performance.now()]));
    } else requestAnimationFrame(look);
  };
  look();
})"""


def main() -> None:
    """Print the figures."""
    path = chromium_path()
    if path is None:
        sys.exit("needs Chromium: install the package `chromium`, or name the program in LAZO_CHROMIUM")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MESSAGES
    with LocalSlack.start(MANIFEST) as slack, sync_playwright() as playwright:
        fill(slack, count)
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        measure(browser, slack, count)
        browser.close()


def fill(slack: LocalSlack, count: int) -> None:
    """A channel of so many messages: mostly talk, some with blocks, a few charts."""
    place = slack.add_channel("long", [*PEOPLE])
    for number in range(count):
        text = (
            "the newest" if number == count - 1 else f"message {number}: they say *Pipewise* is cheaper :thinking_face:"
        )
        from_app = number % EVERY_BLOCKS == 0
        slack.store.post(
            Message(
                ts=slack.clock.next_ts(),
                conversation=place.id,
                user=slack.bot_user_id if from_app else slack.person(PEOPLE[number % len(PEOPLE)]).id,
                text=text,
                is_app=from_app,
                blocks=blocks(number) if from_app else None,
            )
        )


def blocks(number: int) -> list[Json]:
    """A receipt, or a chart."""
    if number % EVERY_CHART == 0:
        points = [{"label": f"W{week}", "value": week + number % 7} for week in range(8)]
        axes = {"categories": [point["label"] for point in points]}
        inside = {"type": "bar", "series": [{"name": "Notes", "data": points}], "axis_config": axes}
        return [{"type": "data_visualization", "title": "Notes by week", "chart": inside}]
    button = {"type": "button", "action_id": f"edit-{number}", "text": plain("Edit"), "value": "1"}
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": f"*Saved.* Note {number}\n“It is too dear”"}},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "Price / value · Harlow Freight"}]},
        {"type": "actions", "elements": [button]},
    ]


def opened(browser: Browser, slack: LocalSlack) -> Page:
    """A fresh window in a short channel, as somebody who opens the page for the first time."""
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    page.goto(f"{slack.base_url}/#as={slack.person('tom').id}&c={slack.conversation('sales').id}", wait_until="commit")
    return page


def measure(browser: Browser, slack: LocalSlack, count: int) -> None:
    """Run it some times and print medians."""
    paints, usable, opens, frames, shown = [], [], [], [], 0
    for _ in range(RUNS):
        page = opened(browser, slack)
        first, ready = page.evaluate(PAINT)
        paints.append(first)
        usable.append(ready)
        opens.append(page.evaluate(OPEN, "long"))
        scrolled = page.evaluate(SCROLL)
        frames.append(scrolled["frames"])
        shown = scrolled["shown"]
        page.context.close()
    line("first paint of the page", paints)
    line("the page can be used", usable)
    line(f"a channel of {count:,} messages opens", opens)
    every = sorted(frame for run in frames for frame in run)
    print(f"scrolling to its beginning, {shown:,} messages drawn: {len(every) // RUNS} frames a run,", end=" ")
    print(f"median {statistics.median(every):.0f} ms, p95 {every[int(len(every) * 0.95)]:.0f} ms,", end=" ")
    print(f"p99 {every[int(len(every) * 0.99)]:.0f} ms, longest {every[-1]:.0f} ms")


def line(what: str, figures: list[float]) -> None:
    """One figure: median and worst."""
    print(f"{what}: {statistics.median(figures):.0f} ms (slowest of {len(figures)}: {max(figures):.0f} ms)")


if __name__ == "__main__":
    main()
