"""Drives Firefox by its Marionette protocol: a length, a colon, and JSON, over a socket."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element in WebDriver's answers."""
_WAIT = 30.0


def program() -> str | None:
    """Return the path of Firefox, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A running Firefox with one window."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._count = 0
        self._read()  # the greeting
        self.send("WebDriver:NewSession")

    def send(self, command: str, **parameters: Any) -> Any:
        """Send a command and return its result."""
        self._count += 1
        message = json.dumps([0, self._count, command, parameters])
        self._connection.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def run(self, script: str, *arguments: Any) -> Any:
        """Return the value of a function's body in the page."""
        return self.send("WebDriver:ExecuteScript", script=script, args=[*arguments])["value"]

    def type(self, keys: str) -> None:
        """Press keys in the element that has the focus."""
        element = self.send("WebDriver:GetActiveElement")["value"][_ELEMENT]
        self.send("WebDriver:ElementSendKeys", id=element, text=keys)

    def click(self, selector: str) -> None:
        """Click the first element that a selector matches."""
        found = self.send("WebDriver:FindElement", using="css selector", value=selector)
        self.send("WebDriver:ElementClick", id=found["value"][_ELEMENT])

    def wait(self, condition: str) -> None:
        """Wait until an expression is true in the page."""
        end = time.monotonic() + _WAIT
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, condition
            time.sleep(0.1)

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._connection.recv(1)
        data = b""
        while len(data) < int(length[:-1]):
            data += self._connection.recv(65536)
        return json.loads(data)


@contextmanager
def started(path: str, profile: Path, port: int) -> Iterator[Firefox]:
    """Start Firefox without a window, with a profile of its own."""
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with _connected(port) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()


def _connected(port: int) -> socket.socket:
    """Connect as soon as Firefox listens."""
    end = time.monotonic() + _WAIT
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_WAIT)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
