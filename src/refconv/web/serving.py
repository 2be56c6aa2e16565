"""``refconv serve``: the page on this machine, for as long as the command runs."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from refconv.web.app import application

HOST = "127.0.0.1"


def serve(port: int, say: Callable[[str], object], *, browser: bool = True) -> None:
    """Serve the page until the process is interrupted.

    Args:
        port: Where to listen; 0 for any free port.
        say: Is given the address.
        browser: Whether to open it in the browser.

    Raises:
        OSError: where the port is taken.
    """
    listening = socket.create_server((HOST, port))
    bound = listening.getsockname()[1]
    token = secrets.token_urlsafe(16)
    address = f"http://{HOST}:{bound}/{token}/"
    say(address)
    if browser:
        # Some browsers are run in the terminal, and return when they are closed.
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    config = uvicorn.Config(
        application(port=bound, token=token),
        log_level="critical",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    # Being interrupted is how it ends.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
