"""Run in a fresh process: imports the named modules and prints what happened besides, as a JSON list.

`python import_probe.py FOLDER MODULE…`
"""

import gc
import importlib
import json
import os
import sys
import threading

_WATCHED = (
    "socket.",
    "subprocess.",
    "sqlite3.connect",
    "os.fork",
    "os.posix_spawn",
    "_thread.start",
    "os.system",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_MADE = {
    "apscheduler.schedulers.base": "BaseScheduler",
    "slack_bolt": "App",
    "sqlalchemy": "Engine",
    "starlette.applications": "Starlette",
    "uvicorn": "Server",
}


def main(folder: str, modules: list[str]) -> list[str]:
    """Import each of ``modules`` and return one line for each thing it did besides."""
    found: list[str] = []
    current = ""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_WATCHED):
            found.append(f"{current}: {event}")
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
            found.append(f"{current}: open {arguments[0]} for writing")

    sys.path.insert(0, folder)
    sys.addaudithook(hook)
    threads = threading.Thread.start

    def start(thread: threading.Thread) -> None:
        found.append(f"{current}: thread {thread.name}")
        threads(thread)

    setattr(threading.Thread, "start", start)  # noqa: B010 - a method may not be assigned otherwise
    for current in modules:
        importlib.import_module(current)
    for module, name in _MADE.items():
        kind = getattr(sys.modules.get(module), name, None)
        if kind is not None:
            # isinstance() would ask lazy proxies for their class, which makes them.
            found += [f"{name} made" for each in gc.get_objects() if issubclass(type(each), kind)]
    return found


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2:])))
