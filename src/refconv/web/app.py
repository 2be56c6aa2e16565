"""The application that answers the browser: the page, its files, reading, and the endpoints."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from refconv.core.progress import Progress, watcher
from refconv.web.endpoints import ENDPOINTS, Endpoint
from refconv.web.guard import MAX_REQUEST_BYTES, Guard
from refconv.web.messages import InvalidMessageError, JsonObject
from refconv.web.reading import read_for_page
from refconv.web.templates import served_page

PROGRESS_INTERVAL = 0.05
"""Seconds between two messages of progress."""


def application(*, port: int, token: str, max_request_bytes: int = MAX_REQUEST_BYTES) -> Starlette:
    """Return the application for a server at a port; requests need the token in their path."""
    return Starlette(
        routes=[
            Route("/", _page),
            Mount("/static", StaticFiles(packages=[("refconv.web", "static")])),
            Route("/api/read", _read, methods=["POST"]),
            *(
                Route(f"/api/{name}", _json_route(endpoint), methods=["POST"])
                for name, endpoint in ENDPOINTS.items()
            ),
        ],
        middleware=[Middleware(Guard, port=port, token=token, max_request_bytes=max_request_bytes)],
    )


async def _page(_: Request) -> Response:
    return HTMLResponse(served_page())


def _json_route(endpoint: Endpoint) -> Callable[[Request], Any]:
    """Return a route that reads a message and writes the answer, or what is wrong with it."""

    async def route(request: Request) -> Response:
        try:
            message = json.loads(await request.body())
            if not isinstance(message, dict):
                raise InvalidMessageError("the message is not a JSON object")
            return JSONResponse(await asyncio.to_thread(endpoint, message))
        except (ValueError, RecursionError) as error:
            return JSONResponse({"error": str(error)}, 400)

    return route


# ── reading, which may take a while ─────────────────────────────────────────────────────────────


class AbandonedError(Exception):
    """The browser no longer waits for the answer."""


class ProgressWatch:
    """Receives the progress of a reading in another thread, and can end it."""

    def __init__(self) -> None:
        self.share = 0.0
        self.is_abandoned = False

    def __call__(self, progress: Progress) -> None:
        """Store the share that is done.

        Raises:
            AbandonedError: if the reading is abandoned.
        """
        if self.is_abandoned:
            raise AbandonedError
        self.share = progress.done / max(progress.total, 1)


async def _read(request: Request) -> Response:
    """Answer with lines of JSON: ``{"progress": 0.25}``, …, and at last ``{"input": …}``."""
    data, name = await request.body(), request.query_params.get("name", "")
    return StreamingResponse(_progress_and_input(data, name), media_type="application/x-ndjson")


async def _progress_and_input(data: bytes, name: str) -> AsyncIterator[str]:
    watch = ProgressWatch()
    task = asyncio.create_task(asyncio.to_thread(_read_watched, data, name, watch))
    try:
        shown = None
        while not (await asyncio.wait({task}, timeout=PROGRESS_INTERVAL))[0]:
            if watch.share != shown:
                shown = watch.share
                yield json.dumps({"progress": shown}) + "\n"
    finally:
        watch.is_abandoned = True
    yield json.dumps({"input": task.result()}) + "\n"


def _read_watched(data: bytes, name: str, watch: ProgressWatch) -> JsonObject:
    # A context variable of this thread only: asyncio.to_thread runs in a copy of the context.
    watcher.set(watch)
    try:
        return read_for_page(data, name)
    except AbandonedError:
        return {}
