"""Making the form of a rating: from nothing, from what was typed or written, from a stored rating, or once more."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.lead_quality import answers, finding, parse
from commands.lead_quality.form_views import rating_modal
from commands.lead_quality.parse import Fields, Opened
from commands.named import Named
from commands.openers import Heard
from commands.prefilling import with_button
from commands.returning import HandoffDoor, reasons_offered
from domain.lead_quality import RECYCLE_DAYS, Problem, RatingField, Said
from domain.rating_line import RatingLine
from domain.taxonomy import Grade, ReturnReason
from storage import kept_forms
from storage.tables import LeadRating

#: The block of each field.
_BLOCKS = {
    RatingField.FIT: BlockId.FIT,
    RatingField.INTENT: BlockId.INTENT,
    RatingField.REASON: BlockId.REASON,
    RatingField.NOTE: BlockId.NOTE,
    RatingField.RECYCLE_ON: BlockId.DAY,
}


class Forms:
    """Makes forms with the services bound."""

    def __init__(self, services: Services, door: HandoffDoor) -> None:
        self._services = services
        self._door = door

    def heard(self, actor: Actor, heard: Heard) -> Json:
        """The form that begins with what somebody wrote."""
        opened = Opened(heard.evidence, kept_text=heard.kept_text)
        return self.typed(actor, parse.parse_message(heard.text), opened, from_message=True)

    def typed(
        self,
        actor: Actor,
        line: RatingLine,
        opened: Opened,
        *,
        above: Sequence[str] = (),
        from_message: bool = False,
    ) -> Json:
        """The form with what one line says. Who is meant is said when it is not clear. A guessed reason is proposed."""
        say = self._services.say(actor)
        told, lead = list(above), None
        if line.name is not None:
            meant = finding.lead_called(self._services, actor, line.name)
            lead = meant.lead or meant.near
            shown = blocks.escape(blocks.one_line(line.name, 80))
            if lead is None and not from_message:
                key = "rating-which-lead" if meant.count else "rating-unknown-lead"
                told.append(say(key, name=shown, count=meant.count))
            elif meant.near is not None and meant.count > 1 and not from_message:
                told.append(say("rating-which-lead-yours", name=shown, count=meant.count))
        if line.is_doubtful and line.reason is not None and not from_message:
            known = None if lead is None else answers.known_of(self._services, actor, self._door, lead.id)
            key = (
                "rating-guessed"
                if line.reason in reasons_offered(known.held if known else None)
                else "rating-guessed-early"
            )
            told.append(say(key, reason=say(f"reason-{line.reason}")))
        fields = Fields(finding.chosen(lead), line.fit, line.intent, line.reason, line.note)
        if len(line.note or "") > blocks.PLAIN_INPUT and opened.kept_text is None:
            opened = replace(opened, kept_text=self._keep(actor, line.note or ""))
        return self.show(actor, fields, opened, above=told)

    def for_lead(self, actor: Actor, lead_id: int, *, response_url: str | None = None) -> Json:
        """The form of a lead that is known; what the actor said of it before stands in it."""
        opened = Opened(lead_id=lead_id, response_url=response_url)
        return self.with_known(actor, Fields(), opened, lead_id)

    def with_known(self, actor: Actor, fields: Fields, opened: Opened, lead_id: int) -> Json:
        """The form with a lead just chosen: rated before by the actor, their rating is changed."""
        known = answers.known_of(self._services, actor, self._door, lead_id)
        mine = known.mine if known else None
        said_nothing = fields.fit is None and fields.intent is None
        if known is None or mine is None or mine.withdrawn_at is not None or not said_nothing:
            return self.show(actor, fields, opened)
        stands = _fields_of(mine, known.held.handoff_id if known.held else None)
        fields = replace(stands, lead=fields.lead, note=fields.note or stands.note)
        say = self._services.say(actor)
        return self.show(actor, fields, opened, above=[say("rating-form-before")])

    def editing(self, actor: Actor, rating: LeadRating, response_url: str | None, *, above: Sequence[str] = ()) -> Json:
        """The form with what is stored; a note that is too long for a field is shown and kept."""
        _rating, known = answers.for_editing(self._services, actor, self._door, rating.id)
        keeps_note = len(rating.note or "") > blocks.PLAIN_INPUT
        opened = Opened(
            lead_id=rating.lead_id,
            rating_id=rating.id,
            version=rating.version,
            response_url=response_url,
            keeps_note=keeps_note,
        )
        fields = _fields_of(rating, known.held.handoff_id if known.held else None)
        return self.show(actor, fields, opened, above=above)

    def show(self, actor: Actor, fields: Fields, opened: Opened, *, above: Sequence[str] = ()) -> Json:
        """The form as it stands, with what is known of its lead."""
        lead_id = opened.lead_id or (fields.lead.id if fields.lead else None)
        known = None if lead_id is None else answers.known_of(self._services, actor, self._door, lead_id)
        kept_note = None if opened.kept_text is None else self._kept(actor, opened.kept_text)
        if opened.keeps_note and known is not None and known.mine is not None:
            kept_note = known.mine.note
        form = rating_modal(
            self._services.say(actor),
            fields,
            replace(opened, goes_back=fields.goes_back),
            lead=known.lead if known else None,
            held=known.held if known else None,
            recycle_on=self.today(actor) + timedelta(days=RECYCLE_DAYS),
            above=[blocks.section(text) for text in above],
            kept_note=kept_note,
        )
        return form if opened.rating_id is not None else with_button(self._services, actor, form)

    def gone_on_with(self, actor: Actor, view: Json) -> Json:
        """A form that was kept, with what follows from the grades and the lead that were chosen last."""
        return self.show(actor, parse.parse_unfinished(view), parse.parse_opened(view))

    def contradicting(self, actor: Actor, fields: Fields, opened: Opened, problems: Sequence[Problem]) -> Json:
        """The form with all that was typed, and above it what does not go together."""
        reason = fields.reason
        told = [self.problem_text(actor, each, reason) for each in problems]
        if reason is not None and any(each.code == "only_after_an_attempt" for each in problems):
            fields = replace(fields, reason=None, goes_back=True)
        return self.show(actor, fields, opened, above=told)

    def problem_text(self, actor: Actor, problem: Problem, reason: ReturnReason | None) -> str:
        """What does not go together, in words."""
        say = self._services.say(actor)
        label = say(f"reason-{reason}") if reason is not None else ""
        if problem.code == "reason_needs_poor":
            kind = problem.field if problem.field in {RatingField.FIT, RatingField.INTENT} else "either"
            return say(f"rating-problem-needs-{kind}", reason=label)
        return say(f"rating-problem-{problem.code.replace('_', '-')}", reason=label)

    def field_errors(
        self, actor: Actor, problems: Sequence[Problem], reason: ReturnReason | None, shown: set[str]
    ) -> dict[str, str]:
        """The same below the fields; what has no field in the form stands at a grade."""
        errors: dict[str, str] = {}
        for problem in problems:
            block = _BLOCKS[problem.field].value
            errors.setdefault(block if block in shown else BlockId.FIT.value, self.problem_text(actor, problem, reason))
        return errors

    def _keep(self, actor: Actor, text: str) -> int:
        """Keep all of a text that is too long for a field."""
        name = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
        with self._services.database.write() as work:
            kept = kept_forms.keep(
                work,
                actor.workspace_id,
                actor.member_id,
                f"text:rating:{actor.member_id}:{name}",
                kept_forms.TEXT,
                {"text": text},
                self._services.system_now(),
            )
            work.commit()
        return kept

    def _kept(self, actor: Actor, kept_text: int) -> str | None:
        with self._services.database.read() as connection:
            return kept_forms.text_of(connection, actor.workspace_id, kept_text, actor.member_id)

    def today(self, actor: Actor) -> date:
        """The actor's day."""
        return self._services.now().astimezone(ZoneInfo(actor.tz)).date()


def fields_said(said: Said, lead: Named | None) -> Fields:
    """What was said, as the form takes it."""
    day = said.recycle_on.isoformat() if said.recycle_on else None
    return Fields(lead, said.fit, said.intent, said.reason, said.note, day)


def _fields_of(rating: LeadRating, handoff_id: int | None) -> Fields:
    """What stands in a rating. The reason of an earlier round is not said of this one: it would send the lead back."""
    reason = ReturnReason(rating.reason) if rating.reason and rating.handoff_id == handoff_id else None
    return Fields(None, Grade(rating.fit), Grade(rating.intent), reason, rating.note)
