"""The example team: who is there, and where they talk."""

from __future__ import annotations

from playground.ids import stable_id
from playground.model import Conversation, Person

TEAM_NAME = "Norte Software"
TEAM_DOMAIN = "norte-software"
TEAM_ID = stable_id("T", TEAM_DOMAIN)
OTHER_TEAM_ID = stable_id("T", "acme")

TZ_LABELS = {
    "Europe/Madrid": "Central European Time",
    "Europe/London": "Greenwich Mean Time",
    "America/New_York": "Eastern Time",
    "America/Mexico_City": "Central Standard Time",
}


def person(name: str, real_name: str, **more: object) -> Person:
    """A person of the home team, with an id that is the same on every machine."""
    made = Person(id=stable_id("U", name), name=name, real_name=real_name, team_id=TEAM_ID)
    for key, value in more.items():
        setattr(made, key, value)
    made.email = made.email or f"{name}@{TEAM_DOMAIN}.example"
    return made


def default_people() -> list[Person]:
    """Sales, marketing, a guest and somebody from another organisation."""
    madrid, london = "Europe/Madrid", "Europe/London"
    return [
        person(
            "ana",
            "Ana García",
            title="Account executive",
            department="sales",
            locale="es-ES",
            tz=madrid,
            color="9f69e7",
        ),
        person(
            "tom", "Tom Baker", title="Account executive", department="sales", locale="en-GB", tz=london, color="4bbe2e"
        ),
        person(
            "lucia",
            "Lucía Hernández",
            title="Account executive",
            department="sales",
            locale="es-LA",
            tz="America/Mexico_City",
            color="e7392d",
        ),
        person(
            "marta",
            "Marta Ruiz",
            title="Demand generation",
            department="marketing",
            locale="es-ES",
            tz=madrid,
            color="3c989f",
        ),
        person(
            "joe",
            "Joe Miller",
            title="Product marketing",
            department="marketing",
            locale="en-US",
            tz="America/New_York",
            is_admin=True,
            color="674b1b",
        ),
        person(
            "carmen",
            "Carmen Vidal",
            title="Revenue director",
            department="sales",
            locale="es-ES",
            tz=madrid,
            is_admin=True,
            color="e96699",
        ),
        person(
            "greg",
            "Greg Olsen",
            title="Freelance copywriter",
            department=None,
            locale="en-US",
            tz=london,
            is_restricted=True,
            color="5b89d5",
        ),
        person(
            "olga",
            "Olga Petrova",
            title="Buyer at Acme",
            department=None,
            team_id=OTHER_TEAM_ID,
            locale="en-US",
            tz=london,
            email="olga@acme.example",
            color="9b3b45",
        ),
    ]


def default_conversations() -> list[Conversation]:
    """Five channels; members are handles here and become ids when the team is set up."""
    home = ["ana", "tom", "lucia", "marta", "joe", "carmen"]
    return [
        channel("sales", [*home], topic="What the field hears"),
        channel("handoffs", [*home], topic="Who got which lead, and how it goes"),
        channel("marketing", ["marta", "joe", "carmen", "ana", "greg"], topic="Campaigns and content"),
        channel("revenue-review", [*home], topic="The weekly account review"),
        channel("acme-shared", ["ana", "marta", "carmen", "olga"], topic="With Acme", is_ext_shared=True),
    ]


def channel(
    name: str,
    members: list[str],
    *,
    topic: str = "",
    is_private: bool = False,
    is_ext_shared: bool = False,
    with_app: bool = True,
) -> Conversation:
    """A channel; ``with_app`` says whether the app was invited."""
    everyone = [*members, APP_HANDLE] if with_app else members
    return Conversation(
        id=stable_id("C", name),
        name=name,
        members=everyone,
        topic=topic,
        is_private=is_private,
        is_ext_shared=is_ext_shared,
    )


APP_HANDLE = "@app"
