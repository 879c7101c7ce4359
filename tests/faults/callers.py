"""People who type objections all at once, and what Slack showed each of them."""

import itertools
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from playground.local_slack import LocalSlack

WHO = ("ana", "tom", "lucia", "marta", "joe", "carmen")
_SAVED = ("Saved", "Guardado", "You had already saved", "Ya lo habías guardado")


@dataclass
class Callers:
    """Each types one line after another; ``acknowledged`` and ``unanswered`` are the texts, by what they were told."""

    slack: LocalSlack
    acknowledged: set[str] = field(default_factory=set)
    unanswered: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _told: threading.Condition = field(default_factory=threading.Condition)

    def say(self, who: str, quote: str) -> bool:
        """Type one objection; whether Slack showed that it was saved."""
        outcome = self.slack.command(who, "sales", "/objection", f"Acme: {quote}")
        text = str((outcome.response or {}).get("text", ""))
        saved = outcome.ok and text.startswith(_SAVED)
        with self._told:
            if saved:
                self.acknowledged.add(quote)
                self.unanswered.pop(quote, None)
            else:
                self.unanswered[quote] = who
            self._told.notify_all()
        return saved

    @contextmanager
    def typing(self) -> Iterator[None]:
        """Everybody types until the end of the block, or until Slack shows them that something failed."""
        over = threading.Event()
        with ThreadPoolExecutor(len(WHO)) as pool:
            typing = [pool.submit(self._type, who, over) for who in WHO]
            try:
                yield
            finally:
                over.set()
        for each in typing:
            each.result()

    def say_again(self) -> None:
        """Whoever got no answer types the same again."""
        self._each(list(self.unanswered.items()))

    def wait_for_acknowledged(self, count: int, timeout: float) -> bool:
        """Wait until ``count`` texts were acknowledged in all; whether they were in time."""
        with self._told:
            return self._told.wait_for(lambda: len(self.acknowledged) >= count, timeout)

    def _type(self, who: str, over: threading.Event) -> None:
        while not over.is_set() and self.say(who, f"too expensive, they say, no {next(self._numbers)} of {who}"):
            pass

    def _each(self, texts: Iterable[tuple[str, str]]) -> None:
        with ThreadPoolExecutor(len(WHO)) as pool:
            list(pool.map(lambda text: self.say(text[1], text[0]), texts))
