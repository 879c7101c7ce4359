"""How a theme that the notes suggest is offered, and what became of it."""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from storage import topics
from storage.tables import Objection, Topic

_QUOTE_LENGTH: Final = 200


def topic_message(topic: Topic, notes: Sequence[Objection], say: Say) -> Json:
    """The theme, some of its notes, and the two buttons: nothing happens until one is pressed."""
    text = say("topic-offered", n=topic.notes, label=blocks.escape(topic.label))
    return blocks.message(
        text,
        [
            blocks.section(text),
            *(blocks.quote(note.quote, _QUOTE_LENGTH) for note in notes),
            blocks.actions(
                blocks.button(say("topic-follow"), ActionId.TOPIC_FOLLOW, str(topic.id), style="primary"),
                blocks.button(say("topic-dismiss"), ActionId.TOPIC_DISMISS, str(topic.id)),
            ),
            blocks.context(say("topic-how")),
        ],
    )


def decided_message(topic: Topic, who: str, say: Say) -> Json:
    """What was decided, by whom (a Slack id), in place of the buttons."""
    key = "topic-followed" if topic.state == topics.FOLLOWED else "topic-dismissed"
    text = say(key, label=blocks.escape(topic.label), who=f"<@{who}>")
    return blocks.message(text, [blocks.section(text)])
