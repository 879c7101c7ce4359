"""Walks blocks and views along the rule tables and words the refusals as Slack does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playground.blockkit import blocks as rules
from playground.blockkit.elements import ELEMENTS
from playground.blockkit.objects import CHARTS, OBJECTS, RICH_TEXT
from playground.blockkit.semantics import beyond_shape, duplicates
from playground.blockkit.shapes import Field, Shape, object_page

if TYPE_CHECKING:
    from playground.model import Json

TYPED: dict[str, Shape] = {**RICH_TEXT, **ELEMENTS, **CHARTS}
TEXT_PAGE = object_page("text")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What Slack answers: a code, and a line for each problem."""

    code: str
    messages: list[str]


@dataclass(slots=True)
class Checker:
    """Collects problems; each names the JSON pointer and the page."""

    surface: str
    problems: list[str] = field(default_factory=list)

    def refuse(self, what: str, pointer: str, page: str) -> None:
        """Note a problem."""
        self.problems.append(f"[ERROR] {what} [json-pointer:{pointer}] ({page})")

    def shape(self, shape: Shape, node: object, pointer: str, *, ignored: tuple[str, ...] = ("type",)) -> None:
        """Check an object's keys."""
        if not isinstance(node, dict):
            self.refuse("must provide an object", pointer, shape.page)
            return
        for key in node:
            if key not in shape.fields and key not in ignored:
                self.refuse(f"invalid additional property: {key}", pointer, shape.page)
        for key, rule in shape.fields.items():
            if node.get(key) is not None:
                self.field(rule, node[key], f"{pointer}/{key}", rule.page or shape.page)
            elif rule.required:
                self.refuse(f"missing required field: {key}", pointer, shape.page)
        if shape.any_of and not any(node.get(key) for key in shape.any_of):
            self.refuse(f"at least one of these is required: {', '.join(shape.any_of)}", pointer, shape.page)
        for keys in shape.exactly_one:
            given = [key for key in keys if node.get(key) is not None]
            if len(given) != 1:
                self.refuse(f"exactly one of these is required: {', '.join(keys)}", pointer, shape.page)

    def field(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check one value."""
        kind = rule.kind
        if kind == "string":
            self.string(rule, value, pointer, page)
        elif kind == "boolean" and not isinstance(value, bool):
            self.refuse("must provide a boolean", pointer, page)
        elif kind in {"integer", "number"}:
            self.number(rule, value, pointer, page)
        elif kind in {"plain", "text"}:
            self.text(rule, value, pointer, page)
        elif kind == "object":
            self.shape(OBJECTS[rule.of], value, pointer, ignored=())
        elif kind == "element":
            self.element(rule, value, pointer, page)
        elif kind in {"strings", "objects", "elements", "rows"}:
            self.members(rule, value, pointer, page)

    def string(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check a string's length and choices."""
        if not isinstance(value, str):
            self.refuse("must provide a string", pointer, page)
        elif rule.choices and value not in rule.choices:
            self.refuse(f"must be one of {', '.join(rule.choices)}", pointer, page)
        elif rule.low is not None and len(value) < rule.low:
            self.refuse(f"must be more than {rule.low - 1} characters", pointer, page)
        elif rule.high is not None and len(value) > rule.high:
            self.refuse(f"must be less than {rule.high + 1} characters", pointer, page)

    def number(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check a number's kind and range."""
        allowed = (int,) if rule.kind == "integer" else (int, float)
        if isinstance(value, bool) or not isinstance(value, allowed):
            self.refuse(f"must provide {'an integer' if rule.kind == 'integer' else 'a number'}", pointer, page)
        elif rule.low is not None and value < rule.low:
            self.refuse(f"must be at least {rule.low}", pointer, page)
        elif rule.high is not None and value > rule.high:
            self.refuse(f"must be at most {rule.high}", pointer, page)

    def text(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check a text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object."""
        kinds = ("plain_text",) if rule.kind == "plain" else ("plain_text", "mrkdwn")
        if not isinstance(value, dict) or value.get("type") not in kinds:
            self.refuse(f"must be a text object of type {' or '.join(kinds)}", pointer, TEXT_PAGE)
            return
        extra = "emoji" if value["type"] == "plain_text" else "verbatim"
        limited = Field("string", required=True, low=rule.low, high=rule.high, page=page)
        self.shape(Shape(TEXT_PAGE, {"text": limited, extra: Field("boolean")}), value, pointer)

    def element(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check an object by its type."""
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(value, dict) or kind not in rule.choices:
            self.refuse(f"unsupported type: {kind} (allowed: {', '.join(rule.choices)})", pointer, page)
            return
        if kind in rules.BLOCKS and kind not in TYPED:
            self.shape(rules.BLOCKS[kind], value, pointer, ignored=("type", "block_id"))
            return
        shape = TYPED[kind]
        if self.surface not in shape.surfaces:
            self.refuse(f"{kind} is not allowed in a {self.surface}", pointer, shape.page)
        self.shape(shape, value, pointer)
        for what in beyond_shape(value):
            self.refuse(what, pointer, shape.page)
        if rule.item_high is not None:
            content = str(value.get("text", ""))
            if len(content) > rule.item_high:
                self.refuse(f"must be less than {rule.item_high + 1} characters", f"{pointer}/text", page)

    def members(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check a list's length and its members."""
        if not isinstance(value, list):
            self.refuse("must provide an array", pointer, page)
            return
        if rule.low is not None and len(value) < rule.low:
            self.refuse(f"no fewer than {rule.low} items allowed", pointer, page)
        if rule.high is not None and len(value) > rule.high:
            self.refuse(f"no more than {rule.high} items allowed", pointer, page)
        for number, member in enumerate(value):
            where = f"{pointer}/{number}"
            if rule.kind == "strings":
                self.string(Field("string", low=1, high=rule.item_high, choices=rule.choices), member, where, page)
            elif rule.kind == "objects":
                if member is not None or rule.of != "column":
                    self.shape(OBJECTS[rule.of], member, where, ignored=())
            elif rule.kind == "elements":
                self.element(rule, member, where, page)
            else:
                self.row(rule, member, where, page)

    def row(self, rule: Field, value: object, pointer: str, page: str) -> None:
        """Check a table's row."""
        if not isinstance(value, list):
            self.refuse("must provide an array", pointer, page)
            return
        if not value or (rule.item_high is not None and len(value) > rule.item_high):
            self.refuse(f"a row holds 1 to {rule.item_high} cells", pointer, page)
        for number, cell in enumerate(value):
            where = f"{pointer}/{number}"
            kind = cell.get("type") if isinstance(cell, dict) else None
            if kind == "rich_text":
                self.shape(rules.BLOCKS["rich_text"], cell, where, ignored=("type", "block_id"))
            elif kind in rules.CELLS:
                self.shape(rules.CELLS[kind], cell, where)
            else:
                self.refuse(f"unsupported type: {kind}", where, page)

    def blocks(self, value: object, pointer: str, most: int, page: str) -> list[Json]:
        """Check a list of blocks; those that are objects."""
        if not isinstance(value, list):
            self.refuse("must provide an array", pointer, page)
            return []
        if len(value) > most:
            self.refuse(f"no more than {most} items allowed", pointer, page)
        for number, block in enumerate(value):
            where = f"{pointer}/{number}"
            kind = block.get("type") if isinstance(block, dict) else None
            shape = rules.BLOCKS.get(str(kind))
            if shape is None:
                self.refuse(f"unsupported type: {kind}", f"{where}/type", page)
                continue
            if self.surface not in shape.surfaces:
                self.refuse(f"{kind} is not allowed in a {self.surface}", f"{where}/type", shape.page)
            known = Shape(shape.page, {**shape.fields, "block_id": rules.BLOCK_ID}, shape.any_of, shape.exactly_one)
            self.shape(known, block, where)
            for what in beyond_shape(block):
                self.refuse(what, where, shape.page)
        found = [block for block in value if isinstance(block, dict)]
        for what, where in duplicates(found):
            self.refuse(what, pointer + where, page)
        return found


def message_refusal(blocks: object, *, charts_allowed: bool = True) -> Refusal | None:
    """What Slack answers to a message's blocks, None when it takes them.

    ``charts_allowed`` False is a workspace that a phased rollout has not reached.
    """
    checker = Checker("message")
    found = checker.blocks(blocks, "/blocks", rules.MESSAGE_BLOCKS, rules.MESSAGES_PAGE)
    charts = [block for block in found if block.get("type") == "data_visualization"]
    chart_page = rules.BLOCKS["data_visualization"].page
    if charts and not charts_allowed:
        checker.refuse("unsupported type: data_visualization", "/blocks", chart_page)
    if len(charts) > rules.CHARTS_A_MESSAGE:
        checker.refuse(
            f"no more than {rules.CHARTS_A_MESSAGE} data_visualization blocks allowed", "/blocks", chart_page
        )
    markdown = sum(len(str(block.get("text", ""))) for block in found if block.get("type") == "markdown")
    if markdown > rules.MARKDOWN_TOTAL:
        checker.refuse(
            f"markdown must be less than {rules.MARKDOWN_TOTAL + 1} characters in all",
            "/blocks",
            rules.BLOCKS["markdown"].page,
        )
    tables = [block for block in found if block.get("type") == "table"]
    if any(characters(table) > rules.TABLE_TOTAL for table in tables):
        checker.refuse(
            f"a table must be less than {rules.TABLE_TOTAL + 1} characters in all",
            "/blocks",
            rules.BLOCKS["table"].page,
        )
    if checker.problems:
        return Refusal("invalid_blocks", checker.problems)
    if len(tables) > 1:
        return Refusal("invalid_attachments", [f"only_one_table_allowed ({rules.BLOCKS['table'].page})"])
    if characters(blocks) > rules.BLOCKS_TOTAL:
        return Refusal("msg_blocks_too_long", [f"about {rules.BLOCKS_TOTAL} characters ({rules.BLOCKS_TOTAL_PAGE})"])
    return None


def view_refusal(view: object) -> Refusal | None:
    """What Slack answers to a view, None when it takes it."""
    kind = view.get("type") if isinstance(view, Mapping) else None
    checker = Checker(str(kind))
    shape = rules.VIEWS.get(str(kind))
    if shape is None or not isinstance(view, dict):
        checker.refuse("must be a view of type modal or home", "/view/type", rules.MODALS_PAGE)
        return Refusal("invalid_arguments", checker.problems)
    checker.shape(shape, view, "/view", ignored=("type", "blocks"))
    if "blocks" not in view:
        checker.refuse("missing required field: blocks", "/view", shape.page)
        return Refusal("invalid_arguments", checker.problems)
    found = checker.blocks(view["blocks"], "/view/blocks", rules.VIEW_BLOCKS, shape.page)
    has_input = any(block.get("type") == "input" for block in found)
    if kind == "modal" and has_input and not view.get("submit"):
        checker.refuse("submit is required when blocks contain an input", "/view", shape.page)
    focused = sum(1 for element in nested(found) if element.get("focus_on_load") is True)
    if focused > 1:
        checker.refuse("only one element may have focus_on_load", "/view/blocks", shape.page)
    return Refusal("invalid_arguments", checker.problems) if checker.problems else None


def nested(node: object) -> Iterator[Json]:
    """Every object in a tree."""
    if isinstance(node, list):
        for member in node:
            yield from nested(member)
    elif isinstance(node, dict):
        yield node
        for member in node.values():
            if isinstance(member, dict | list):
                yield from nested(member)


def characters(node: object) -> int:
    """How many characters of text a tree of blocks shows."""
    return sum(len(each["text"]) for each in nested(node) if isinstance(each.get("text"), str))
