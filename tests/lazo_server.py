"""Run as a program: has loaded what any `lazo` loads, and forks a `lazo` for whoever asks.

Whoever connects to the socket named as the argument sends what a process begins with, and reads its number and, once
it has ended, its exit code. A fork is a process like any other, to be signalled and killed; only its imports are done,
and nobody hurries it (tests/limits.py). It ends when its standard input does. Importing a module of ours does nothing,
so that there is nothing to take along.
"""

import gc
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from typing import Any

import bot.cli
import bot.demo
from tests.limits import lengthened

#: What is loaded besides the sub-commands: what they load later.
MODULES = (
    "alembic.command",
    "bot.http_line",
    "bot.process",
    "bot.socket_line",
    "playground.local_slack",
    "storage.migrations",
    "uvicorn",
)


def load() -> None:
    """Everything that a sub-command needs."""
    for package in (bot.cli, bot.demo):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    for name in MODULES:
        import_module(name)
    lengthened()
    gc.collect()
    gc.freeze()


def serve(path: str) -> list[str] | None:
    """Fork until standard input ends. In a fork: the arguments to go on with."""
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    signal.set_wakeup_fd(waking)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    running: dict[int, socket.socket] = {}
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        print("loaded", flush=True)
        while True:
            ready = select.select([listener, woken, sys.stdin], [], [])[0]
            if sys.stdin in ready:
                return None
            if woken in ready:
                os.read(woken, 1000)
                _tell_ends(running)
            if listener in ready:
                asking, _ = listener.accept()
                asked = _received(asking)
                if asked is None:
                    asking.close()
                    continue
                wanted, descriptors = asked
                number = os.fork()
                if number == 0:
                    for each in (listener, asking, *running.values()):
                        each.close()
                    os.close(woken)
                    os.close(waking)
                    return _begin(wanted, descriptors)
                for descriptor in descriptors:
                    os.close(descriptor)
                running[number] = asking
                with suppress(BrokenPipeError):
                    asking.sendall(f"{number}\n".encode())


def _received(asking: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """What a `lazo` begins with; nothing when whoever asked was gone before they had said it."""
    data, descriptors, _, _ = socket.recv_fds(asking, 1 << 20, 3)
    while not data.endswith(b"\n"):
        more = asking.recv(1 << 20)
        if not more:
            for descriptor in descriptors:
                os.close(descriptor)
            return None
        data += more
    return json.loads(data), descriptors


def _begin(wanted: dict[str, Any], descriptors: list[int]) -> list[str]:
    """Become the process that was asked for."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(wanted["env"])
    os.chdir(wanted["cwd"])
    time.tzset()
    tempfile.tempdir = None
    return list(wanted["arguments"])


def _tell_ends(running: dict[int, socket.socket]) -> None:
    with suppress(ChildProcessError):
        while True:
            number, status = os.waitpid(-1, os.WNOHANG)
            if not number:
                return
            with suppress(BrokenPipeError), running.pop(number) as asked:
                asked.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    load()
    arguments = serve(sys.argv[1])
    if arguments is not None:
        sys.argv[1:] = arguments
        runpy.run_module("bot.cli", run_name="__main__", alter_sys=True)
