"""JSON schemas as structured outputs take them: every property required, none besides, nothing they do not know."""

from typing import Any, Final

from pydantic import BaseModel, ValidationError

#: Refused in strict mode, or of no use there; our own validation afterwards knows them all.
_LEFT_OUT: Final = frozenset(
    {"default", "title", "minLength", "maxLength", "uniqueItems", "examples", "contentMediaType", "deprecated"}
)


def strict_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of ``model`` for `strict: true`."""
    made = _strict(model.model_json_schema())
    assert isinstance(made, dict)
    return made


def misfits(error: ValidationError) -> str:
    """Which fields do not fit, without what stood in them: that is for the audit alone."""
    told = [f"{'.'.join(map(str, each['loc'])) or 'all of it'}: {each['type']}" for each in error.errors()[:5]]
    return "not in the form that was asked for: " + ", ".join(told)


def _strict(value: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(value, list):
        return [_strict(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:  # nothing may stand beside a reference
        return {"$ref": value["$ref"]}
    made = {name: _strict(part) for name, part in value.items() if name not in _LEFT_OUT or name == "properties"}
    for names in ("properties", "$defs"):  # their keys are names of ours, not words of the schema
        if isinstance(value.get(names), dict):
            made[names] = {name: _strict(part) for name, part in value[names].items()}
    if made.get("type") == "object":
        made["additionalProperties"] = False
        made["required"] = list(made.setdefault("properties", {}))
    return made
