"""The page API."""
from __future__ import annotations
from starlette.routing import BaseRoute
from playground.events import Events
from playground.interactions import Interactions
from playground.workspace import Workspace


def page_routes(workspace: Workspace, acts: Interactions, events: Events) -> list[BaseRoute]:
    return []
