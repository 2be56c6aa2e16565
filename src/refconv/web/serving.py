"""Serving the page on this computer, for as long as ``refconv serve`` runs."""

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


def serve(port: int, show: Callable[[str], object], *, browser: bool = True) -> None:
    """Serve the page until the process is interrupted.

    Args:
        port: The port to listen at; 0 for any free one.
        show: Is called with the address.
        browser: Whether to open the address in the browser.

    Raises:
        OSError: if the port is taken.
    """
    listening = socket.create_server((HOST, port))
    bound = listening.getsockname()[1]
    token = secrets.token_urlsafe(16)
    address = f"http://{HOST}:{bound}/{token}/"
    show(address)
    if browser:
        # In a thread, because a browser that runs in the terminal returns when it is closed.
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
    # Ctrl+C is the regular end.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
