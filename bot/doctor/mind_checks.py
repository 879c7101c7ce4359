"""Which text assistant is set up, and whether it answers: one small question with nothing of anybody's in it."""

import time
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from bot.doctor.findings import Area, Finding
from bot.minds.exchange import is_remote
from bot.minds.registry import MindMissingError, make_mind
from bot.settings import MindSettings, SettingsError, is_loopback, load_mind_settings
from commands.minds import Mind, MindUnavailable, Purpose, Reason, off_the_request_path
from commands.suggesting import suggestion_request
from domain.evaluation import Kind
from storage.ids import WorkspaceId

_AREA: Final = Area("text assistant")
_NOBODY: Final = WorkspaceId(0)
_QUESTION: Final = "They say it is too expensive."
_ADVICE: Final = {
    Reason.TIMEOUT: "Is OPENAI_BASE_URL right, and the server up? LAZO_MIND_TIMEOUT is how long it is waited for.",
    Reason.REFUSED: "Look at OPENAI_API_KEY, LAZO_MIND_MODEL and OPENAI_BASE_URL; everything else works without it.",
    Reason.NONSENSE: "This server may know no structured outputs of the Responses API: try LAZO_MIND_API=chat.",
}


def check_mind(timeout: int) -> Iterator[Finding]:
    """Say which mind there is and ask it something; no answer is waited for longer than ``timeout`` seconds."""
    try:
        settings = load_mind_settings()
    except SettingsError:
        return  # said by the checks of the settings
    if settings.mind == "none":
        yield _AREA.off(
            "mind", "none: nothing is sent to a language model; forms, digests and everything else work without"
        )
        return
    try:
        quick = settings.model_copy(update={"lazo_mind_timeout": min(timeout, settings.lazo_mind_timeout)})
        mind = make_mind(quick, None)
    except MindMissingError as error:
        yield _AREA.broken("mind", f"{settings.mind}, which is not installed", str(error))
        return
    assert mind is not None
    yield from _judged(mind)
    if is_remote(mind):
        mind.close()
    if settings.mind == "openai":
        yield from _care(settings)


def _judged(mind: Mind) -> Iterator[Finding]:
    began = time.monotonic()
    with off_the_request_path():
        told = mind.complete(suggestion_request(_NOBODY, Kind.OBJECTION, _QUESTION, purpose=Purpose.TEST))
    seconds = time.monotonic() - began
    named = f"{mind.name}, {mind.model}"
    if isinstance(told, MindUnavailable):
        advice = _ADVICE.get(told.reason, "Everything else works without it.")
        yield _AREA.broken("mind", f"{named}: {told.reason.value.replace('_', ' ')}: {told.in_full}", advice)
    else:
        yield _AREA.ok("mind", f"{named}: answered in {seconds:.1f} s")


def _care(settings: MindSettings) -> Iterator[Finding]:
    url = settings.openai_base_url
    if url is not None and urlsplit(url).scheme == "http" and not is_loopback(url):
        yield _AREA.look("server", f"{urlsplit(url).hostname} without TLS", "Use https, or a server on this machine.")
    if settings.lazo_mind_masking:
        yield _AREA.ok("masking", "names, mail addresses and phone numbers are masked before they leave")
    else:
        yield _AREA.look("masking", "off: texts leave as they are", "Unset LAZO_MIND_MASKING, unless you meant it.")
    if settings.lazo_mind_budget_tokens is None and settings.lazo_mind_budget_money is None:
        yield _AREA.look("budget", "none", "Set LAZO_MIND_BUDGET_TOKENS or LAZO_MIND_BUDGET_MONEY.")
