"""What every table's class is."""

from pydantic import ConfigDict
from sqlmodel import SQLModel


class Row(SQLModel):
    """A row, whose values the rules and the database check, never the model.

    So no validator is built for it unless somebody asks for one: those of fifty tables were a fiftieth of each start.
    """

    # SQLModel's own type for it is private.
    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]
