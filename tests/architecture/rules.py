"""The rules themselves: a source in, sentences about its violations out."""

import ast
from collections.abc import Iterator

from tests.architecture.source import FIRST_PARTY, Source

MAX_LINES = 300
VAGUE_NAMES = frozenset({"common", "helper", "helpers", "misc", "util", "utils"})
_BROAD = frozenset({"BaseException", "Exception"})
_CLOCK_READS = frozenset(
    {
        "date.today",
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.localtime",
        "time.gmtime",
        "time.time",
        "time.time_ns",
    }
)
_SHOWING = frozenset({"open_modal", "opened_view", "update_modal"})
_ENVIRONMENT = frozenset({"os.environ", "os.environb", "os.getenv", "os.putenv", "os.unsetenv"})


def missing_docstring(source: Source) -> list[str]:
    """A package says what its room's rule is."""
    if source.stem != "__init__" or (ast.get_docstring(source.tree) or "").strip():
        return []
    return [f"{source.path}: the package has no docstring that states its rule"]


def too_long(source: Source) -> list[str]:
    """A module past 300 lines asks to be two."""
    lines = source.text.count("\n")
    return [f"{source.path}: {lines} lines, more than {MAX_LINES}"] if lines > MAX_LINES else []


def vague_name(source: Source) -> list[str]:
    """A file or folder is named for its role."""
    found = VAGUE_NAMES.intersection(source.path.removesuffix(".py").split("/"))
    return [f"{source.path}: “{name}” says nothing about what is in it" for name in sorted(found)]


def broad_except(source: Source) -> list[str]:
    """An error is caught by its name."""
    return [
        f"{source.at(node)}: catches everything"
        for node in source.nodes
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type)
    ]


def nested_first_party_import(source: Source) -> list[str]:
    """The rooms' imports stand at the top, where the import contracts and the reader see them."""
    found = []
    for function in source.nodes:
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            found += [
                f"{source.at(node)}: imports {name} inside a function"
                for node in ast.walk(function)
                for name in _imported(node)
                if name.split(".")[0] in FIRST_PARTY
            ]
    return sorted(set(found))


def clock_read(source: Source) -> list[str]:
    """`now` is passed in."""
    return [f"{source.at(node)}: reads the clock ({name})" for node, name in _names(source, _CLOCK_READS)]


def environment_read(source: Source) -> list[str]:
    """Settings come in as arguments."""
    return [f"{source.at(node)}: reads the environment ({name})" for node, name in _names(source, _ENVIRONMENT)]


def query_made(source: Source) -> list[str]:
    """A use case names the connection it is lent and what can go wrong with it; queries are storage's."""
    return [
        f"{source.at(node)}: {name} is storage's to name"
        for node in source.nodes
        for name in _imported_names(node)
        if name.startswith("sqlalchemy") and name != "sqlalchemy.Connection" and not name.startswith("sqlalchemy.exc.")
    ]


def listener_elsewhere(source: Source) -> list[str]:
    """The same file name has the same role in every slice: `on_*` in listeners, `parse_*` in parse."""
    homes = {"on_": "listeners", "parse_": "parse"}
    return [
        f"{source.at(node)}: {node.name} belongs in {home}.py"
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef)
        for start, home in homes.items()
        if node.name.startswith(start) and source.stem != home
    ]


def unheard_refusal(source: Source) -> list[str]:
    """Whether Slack showed a window is looked at, or left to `commands.open_windows`, which tells the person."""
    return [
        f"{source.at(node)}: nobody hears whether {node.value.func.id} did"
        for node in source.nodes
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id in _SHOWING
    ]


def marked_unfinished(source: Source) -> list[str]:
    """What exists works; what does not is in the tracker."""
    words = ("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK")
    return [
        f"{source.path}:{number}: {word}"
        for number, line in enumerate(source.text.splitlines(), 1)
        for word in words
        if word in line.replace(":", " ").replace("#", " ").split()
    ]


def _is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(each) for each in caught.elts)
    return _dotted(caught).removeprefix("builtins.") in _BROAD


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield "commands" if node.level else node.module or ""
    elif isinstance(node, ast.Call) and _dotted(node.func).split(".")[-1] in {"import_module", "__import__"}:
        match node.args:
            case [ast.Constant(value=str(name)), *_]:
                yield name
            case _:
                yield "commands"  # a computed name may be anything of ours


def _imported_names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _names(source: Source, wanted: frozenset[str]) -> Iterator[tuple[ast.expr, str]]:
    """Every dotted name in the module that is one of ``wanted``, what `from x import y` shortened spelled out again."""
    last = {name.rpartition(".")[2] for name in wanted}
    full = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in source.nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    full |= {
        alias.asname: alias.name
        for node in source.nodes
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.asname
    }
    # A name that was given anew at its import is looked at whatever it is; most others end in no word of ours.
    last |= {given for given, meant in full.items() if meant.rpartition(".")[2] in last}
    for node in source.nodes:
        if (isinstance(node, ast.Attribute) and node.attr in last) or (isinstance(node, ast.Name) and node.id in last):
            head, _, rest = _dotted(node).partition(".")
            resolved = full.get(head, head)
            name = f"{resolved}.{rest}" if rest else resolved
            if name in wanted:
                yield node, name


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return "?"
