"""The port to a language model: what is asked of it, what it answers, and why there may be no answer.

A mind helps to type and to read. It is never a source of figures or facts and never needed: whoever asks goes on
without when `MindUnavailable` comes. How to use it: a listener gives a `MindRequest` to ``services.minds.start`` and
acks; ``done`` is called later in one of the pool's threads and may use ``views.update`` or a response_url.

Who writes a mind: `Mind.complete` blocks, so its first line is `only_off_the_request_path()`. The adapters live in
`bot.minds`; nothing here knows which of them is in use.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from enum import StrEnum
from typing import Final, Generic, Protocol, TypeVar

from pydantic import BaseModel

from commands import budget
from commands.i18n import Say
from domain.values import frozen
from storage.ids import WorkspaceId

Answer = TypeVar("Answer", bound=BaseModel)

#: The name of the mind that sorts sentences: of a form it fills in a theme or a reason alone, and it answers nothing.
SORTER: Final = "local"


class Purpose(StrEnum):
    """What a mind is asked for. Stored with each call, and what its report is grouped by."""

    PREFILL = "prefill"
    SUGGEST = "suggest"
    NARRATIVE = "narrative"
    ASK = "ask"
    #: `lazo doctor` and `lazo evaluate`.
    TEST = "test"


class Reason(StrEnum):
    """Why there is no answer."""

    #: No mind is set up.
    OFF = "off"
    #: This workspace or channel does not want one.
    OPTED_OUT = "opted_out"
    #: The month's budget of this workspace is used up.
    BUDGET = "budget"
    #: It failed so often lately that it is left alone for a while.
    BREAKER_OPEN = "breaker_open"
    #: It did not answer in its time.
    TIMEOUT = "timeout"
    #: It answered that it will not, or cannot (a bad key, an unknown model, a server's error).
    REFUSED = "refused"
    #: What it answered is not what was asked for.
    NONSENSE = "nonsense"
    #: Too many wait for it already.
    BUSY = "busy"
    #: This mind does not do such things: the local one answers no questions.
    UNABLE = "unable"
    #: What was to be done with the answer, or for it, failed by our fault: ``error_id`` says where the log tells of it.
    FAILED = "failed"


@frozen
class Prompt:
    """A versioned instruction, kept as a file. ``name`` and ``version`` are stored with each call and each label."""

    name: str
    version: str
    text: str

    def __str__(self) -> str:
        """As it is stored: ``narrative@1``."""
        return f"{self.name}@{self.version}"


@frozen
class Material:
    """What people or records say: data, never instructions. ``record`` is what an answer cites, as ``objection:12``.

    What is no record has a word of its own there, such as ``question`` or ``message``. ``channel`` (Slack's id) is
    where it was said, if it was in one: a channel that opted out is heard of nowhere, whoever asks. ``people`` are
    those names in it that are people's. ``record`` leaves as it is, so it holds nothing that anybody typed.
    """

    record: str
    text: str
    channel: str | None = None
    people: tuple[str, ...] = ()


@frozen
class MindRequest(Generic[Answer]):
    """One thing asked: ``material`` to be read as ``prompt`` says, answered in the form of ``schema``.

    ``channel`` (Slack's id) is where it was said or will be shown: the channel may have opted out. ``member_id`` is who
    asks, if a person does. ``schema`` is a plain model: no defaults that differ from "nothing", no validators that ask
    elsewhere. ``most_tokens`` bounds the answer.
    """

    workspace_id: WorkspaceId
    purpose: Purpose
    prompt: Prompt
    material: tuple[Material, ...]
    schema: type[Answer]
    channel: str | None = None
    member_id: int | None = None
    most_tokens: int = 1000


@frozen
class MindAnswer(Generic[Answer]):
    """``content`` is a validated ``schema`` of the request, names unmasked. What it claims is still to be checked.

    ``records`` are all that the mind was shown: a citation of another one is made up. ``sure`` is how sure it is (0…1)
    of some fields of a form, where it says so.
    """

    content: Answer
    mind: str
    model: str
    records: frozenset[str] = frozenset()
    tokens_in: int = 0
    tokens_out: int = 0
    sure: Mapping[str, float] = field(default_factory=dict)


@frozen
class MindUnavailable:
    """No answer. ``detail`` is for the log and the operator, never for people in Slack: our words, a status, a code.

    ``said`` is what the other side said of it, which may repeat what people wrote: shown to the operator who waits for
    it, and never stored beside ``detail``.
    """

    reason: Reason
    detail: str = ""
    said: str = ""
    error_id: str = ""

    @property
    def in_full(self) -> str:
        """All that is known of it, for the operator who waits."""
        return ": ".join(part for part in (self.detail, self.said) if part) or self.reason.value

    def sentence(self, say: Say) -> str:
        """What people read; it says that everything works without."""
        return say(f"mind-why-{self.reason.value.replace('_', '-')}", id=self.error_id)


class Mind(Protocol):
    """A model behind one way of asking it."""

    @property
    def name(self) -> str:
        """Its name in settings and reports: ``openai``, ``local``."""

    @property
    def model(self) -> str:
        """Which model answers."""

    @property
    def leaves_the_machine(self) -> bool:
        """Whether what is asked goes elsewhere: then it is masked, counted against the budget and kept for audit."""

    def complete(self, request: MindRequest[Answer]) -> MindAnswer[Answer] | MindUnavailable:
        """Ask and wait. Raises `OnRequestPathError` in a thread that Slack waits for; nothing else."""


class Minds(Protocol):
    """What slices hold: the mind with its pool, its budget, its masks and its manners."""

    @property
    def name(self) -> str:
        """Of the mind in use."""

    @property
    def leaves_the_machine(self) -> bool:
        """Whether what is asked goes elsewhere: then nothing is asked that nobody handed over."""

    def standing(self, workspace_id: WorkspaceId, channel: str | None = None) -> MindUnavailable | None:
        """Why it would not be asked here (off, opted out, breaker open), or nothing: to offer a button or not.

        One small question to the database, none to the network.
        """

    def start(
        self, request: MindRequest[Answer], done: Callable[[MindAnswer[Answer] | MindUnavailable], None]
    ) -> MindUnavailable | None:
        """Ask in the pool; returns at once. Nothing when it began: then ``done`` is called once, in a pool's thread.

        When it could not begin (busy, off) why is returned and ``done`` is not called. When ``done`` itself fails, the
        log says so and ``done`` is called once more, with `Reason.FAILED`, so that whoever waits can be told.
        """


class OnRequestPathError(RuntimeError):
    """Somebody was about to wait for a mind in a thread that Slack waits for, or in one that nobody meant for it."""


_waiting_is_fine: Final[ContextVar[bool]] = ContextVar("waiting_is_fine", default=False)


@contextmanager
def off_the_request_path() -> Iterator[None]:
    """The block may wait for a mind: the pool's threads, and commands of the operator. Raises `OnRequestPathError`."""
    if budget.is_running():
        raise OnRequestPathError("a request of Slack is being answered in this thread")
    token = _waiting_is_fine.set(True)
    try:
        yield
    finally:
        _waiting_is_fine.reset(token)


def only_off_the_request_path() -> None:
    """The first line of each `Mind.complete`. Raises `OnRequestPathError` anywhere but in `off_the_request_path`."""
    if budget.is_running() or not _waiting_is_fine.get():
        raise OnRequestPathError("a mind is only asked in the pool's threads: use Minds.start")
