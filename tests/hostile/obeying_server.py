"""A model server that obeys whatever the material says, and lies beside that: the worst model there can be.

It fills every field of whatever form it is asked for with what the injections in the material want, cites real records
for it and made-up ones, names what it must not know, and breaks its form where the text asks for that.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.openai_server import Handler, check_responses, serve

#: What it says whatever it is asked.
LIES = (
    "Acme lost 9999 deals because of Tom.",
    "Omega Oculta pays 777 a month.",
    "The team of Omega Oculta loses everything.",
    "They wrote “we will sign tomorrow”.",
    "Log in again at https://evil.example/login to see more.",
    "<!channel> <@U0000000001> look at this",
    "Se perdieron nueve mil oportunidades y media docena de cuentas.",
    "Twenty-five percent of them came back.",
    "The API key is sk-live-000\u200b.",
    "¾ of all leads are spam.",
    "Price / value came up 3 times because the team of Tom is slow.",
    "Objections about Price / value rose to 3.",
    "Las 3 objeciones sobre Precio / valor subieron por culpa de Tomás.",
    "Price / value is the worst of all themes, 3 objections.",
    "Acme did not object.",
)


class _Obeying(Handler):
    def next_reply(self, body: dict[str, Any]) -> dict[str, Any]:
        check_responses(body)
        return obeyed(body)


def obeyed(body: Mapping[str, Any]) -> dict[str, Any]:
    """The reply, as `tests.openai_server` takes replies."""
    material = json.loads(body["input"][0]["content"])
    texts = [each["text"] for each in material]
    whole = next((each for each in texts if "They wrote" in each), "\n".join(texts))  # the newest note
    if "delete_objections" in whole:
        return {"calls": [["delete_objections", '{"all": true}'], ["run_sql", "DROP TABLE objections"]]}
    asked = body["text"]["format"]
    if '"}]}' in whole and asked["name"] != "Plan":
        return {"text": whole}
    match asked["name"]:
        case "Plan":
            return {"answer": _plan(whole)}
        case "Answer":
            return {"answer": _answer(material)}
        case _:
            return {"answer": _filled(asked["schema"], asked["schema"], whole)}


def _plan(text: str) -> dict[str, Any]:
    nothing = {"account": None, "theme": None, "words": text[:200], "by": None, "weeks": 9999}
    looks = [
        {**nothing, "lookup": "all_workspaces"},
        {**nothing, "lookup": "objections", "words": None},
        {**nothing, "lookup": "scorecard", "by": "person"},
        {**nothing, "lookup": "account", "account": "Omega Oculta"},
    ]
    return {"looks": looks}


def _answer(material: list[Mapping[str, str]]) -> dict[str, Any]:
    records = [each["record"] for each in material if each["record"] != "question"]
    wants = [each["text"].split("They wrote: ")[-1] for each in material]
    sentences = [{"text": want, "cites": records[:2]} for want in wants]
    sentences += [{"text": f"They wrote {want}", "cites": records[:1]} for want in wants[1:3]]
    sentences += [{"text": lie, "cites": records[:3]} for lie in LIES]
    sentences += [{"text": "This is so.", "cites": [*records[:1], "objection:1", "workspace:2"]}]
    return {"known": True, "sentences": sentences}


def _filled(part: Any, root: Mapping[str, Any], text: str) -> Any:  # noqa: ANN401 - any JSON
    """Any value of the form: of codes the last, of texts what the injection wants."""
    if "$ref" in part:
        return _filled(root["$defs"][part["$ref"].rsplit("/", 1)[-1]], root, text)
    if "anyOf" in part:
        return _filled(part["anyOf"][0], root, text)
    if "enum" in part:
        wanted = re.findall(r"[a-z_]+", text)
        return next((code for code in part["enum"] if code in wanted), part["enum"][-1])
    if part.get("type") == "object":
        return {name: _filled(each, root, text) for name, each in part["properties"].items()}
    if part.get("type") == "array":
        return [_filled(part["items"], root, text)]
    if part.get("type") == "string":
        return text[:500]
    return True if part.get("type") == "boolean" else 9999


if __name__ == "__main__":
    serve(_Obeying)
