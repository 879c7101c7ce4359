"""A question to ask minds in tests, and settings for the server that speaks like OpenAI."""

from typing import Any

from pydantic import BaseModel, SecretStr

from bot.settings import MindSettings
from commands.minds import Material, MindRequest, Prompt, Purpose
from storage.ids import WorkspaceId
from tests.openai_server import KEY, OpenAIServer


class Sorted(BaseModel):
    """The answer."""

    theme: str
    note: str | None = None


def request_of(
    *texts: str,
    workspace_id: int = 1,
    **more: Any,  # noqa: ANN401 - any field of a request
) -> MindRequest[Sorted]:
    """Sort ``texts``."""
    material = tuple(Material(f"objection:{number}", text) for number, text in enumerate(texts or ["too dear"], 1))
    return MindRequest(
        WorkspaceId(workspace_id), Purpose.SUGGEST, Prompt("sort", "1", "Sort it."), material, Sorted, **more
    )


def settings_for(server: OpenAIServer, **more: Any) -> MindSettings:  # noqa: ANN401 - any setting
    """Settings that lead to ``server``."""
    given: dict[str, Any] = {"openai_api_key": SecretStr(KEY), "openai_base_url": server.url, **more}
    return MindSettings(_env_file=None, **given)
