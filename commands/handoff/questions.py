"""What `/handoff` is asked: lists, how something stands, why a deadline is what it is, who would get a lead."""

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.handoff import list_views, lists, parse, why_views
from commands.handoff.words import Reader, state_line, title_of


def answer_to(
    services: Services, actor: Actor, reader: Reader, command: str, intent: parse.ShowList | parse.AskAbout
) -> Json:
    """The answer to a question, with examples that repeat ``command`` as it was typed. Reads only."""
    if isinstance(intent, parse.ShowList):
        found = lists.open_list(services, actor, intent.kind)
        return list_views.open_list_message(reader, command, intent.kind, found)
    if intent.kind == "route":
        return list_views.route_message(reader, command, lists.route_for(services, actor, company=intent.name))
    named = lists.found_by_name(services, actor, intent.name)
    if intent.kind == "why" and len(named.handoffs) == 1:
        return _why(services, actor, reader, named.handoffs[0].card.id)
    return list_views.found_message(reader, command, named)


def _why(services: Services, actor: Actor, reader: Reader, handoff_id: int) -> Json:
    card, why = lists.why_of(services, actor, handoff_id)
    title = title_of(reader.say, card)
    if why is not None:
        return blocks.ephemeral(title, [blocks.section(f"*{title}*"), *why_views.why_rows(reader, why)])
    text = reader.say("why-none", title=f"*{title}*", state=state_line(reader, card))
    return blocks.ephemeral(text, [blocks.section(text)])
