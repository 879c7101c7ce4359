"""Asks `tests.lazo_server` for a `lazo`. As a program, it is that `lazo` for a shell: the socket, then its arguments.

The standard library alone: it is started in the place of `lazo`.
"""

import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence


def ask(
    path: str, arguments: Sequence[str], env: Mapping[str, str], cwd: str, descriptors: Sequence[int]
) -> socket.socket:
    """Begin a `lazo` with ``arguments``; the lines that can be read are its number and then its exit code."""
    asking = socket.socket(socket.AF_UNIX)
    asking.connect(path)
    wanted = json.dumps({"arguments": list(arguments), "env": dict(env), "cwd": cwd}) + "\n"
    sent = socket.send_fds(asking, [wanted.encode()], list(descriptors))
    asking.sendall(wanted.encode()[sent:])
    return asking


if __name__ == "__main__":
    asked = ask(sys.argv[1], sys.argv[2:], os.environ, os.getcwd(), (0, 1, 2))  # noqa: PTH109 - nothing loaded for it
    with asked, asked.makefile() as told:
        told.readline()
        code = int(told.readline())
    sys.exit(code if code >= 0 else 128 - code)
