"""The server's answers. It keeps nothing: each request brings what it is about."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from refconv.core.progress import Progress, watcher
from refconv.core.report import Block
from refconv.review.recurrence import recurs, style_of
from refconv.review.training import labelled
from refconv.web import zotero
from refconv.web.corrections import edited, relabelled
from refconv.web.exports import export
from refconv.web.guard import LARGEST, Guard
from refconv.web.page import page
from refconv.web.sheets import sheet
from refconv.web.wire import MessageError, record_of, references_of, segments_of, wired

Asked: TypeAlias = dict[str, Any]


def application(*, port: int, token: str, largest: int = LARGEST) -> Starlette:
    """Make the application that listens at a port, for who knows the token."""
    return Starlette(
        routes=[
            Route("/", _page),
            Mount("/static", StaticFiles(packages=[("refconv.web", "static")])),
            Route("/api/read", _read, methods=["POST"]),
            *(Route(f"/api/{name}", _answer(work), methods=["POST"]) for name, work in WORK),
        ],
        middleware=[Middleware(Guard, port=port, token=token, largest=largest)],
    )


async def _page(_: Request) -> Response:
    return HTMLResponse(page())


# ── reading, which may take a while ─────────────────────────────────────────────────────────────


class AbandonedError(Exception):
    """Nobody waits for the answer any more."""


class Watch:
    """How far the work is, as told from its thread."""

    def __init__(self) -> None:
        self.share = 0.0
        self.abandoned = False

    def __call__(self, progress: Progress) -> None:
        """Note how far it is."""
        if self.abandoned:
            raise AbandonedError
        self.share = progress.done / max(progress.total, 1)


async def _read(request: Request) -> Response:
    """Answer with lines of JSON: ``{"progress": 0.25}`` …, at last ``{"sheet": …}``."""
    data, name = await request.body(), request.query_params.get("name", "")
    return StreamingResponse(_reading(data, name), media_type="application/x-ndjson")


async def _reading(data: bytes, name: str) -> AsyncIterator[str]:
    watch = Watch()

    def work() -> Asked:
        watcher.set(watch)
        try:
            return sheet(data, name)
        except AbandonedError:
            return {}

    task = asyncio.create_task(asyncio.to_thread(work))
    try:
        shown = None
        while not (await asyncio.wait({task}, timeout=_OFTEN))[0]:
            if watch.share != shown:
                shown = watch.share
                yield json.dumps({"progress": shown}) + "\n"
    finally:
        watch.abandoned = True
    yield json.dumps({"sheet": task.result()}) + "\n"


_OFTEN = 0.05


# ── all else ────────────────────────────────────────────────────────────────────────────────────


def _answer(work: Callable[[Asked], Asked]) -> Callable[[Request], Any]:
    """Make an endpoint of a function from message to message."""

    async def endpoint(request: Request) -> Response:
        try:
            asked = json.loads(await request.body())
            if not isinstance(asked, dict):
                raise MessageError("no message")
            return JSONResponse(await asyncio.to_thread(work, asked))
        except (ValueError, RecursionError) as error:
            return JSONResponse({"problem": str(error)}, 400)

    return endpoint


def _relabel(asked: Asked) -> Asked:
    """Strings with their labels before and after → their records."""
    entries = _list(asked, "entries")
    references = references_of([entry.get("item") for entry in entries])
    records = []
    for entry, reference in zip(entries, references, strict=True):
        text, previous = _text(entry, "text"), _text(entry, "previous")
        before = segments_of(text, entry.get("before"))
        after = segments_of(text, entry.get("after"))
        records.append(record_of(relabelled(reference, text, before, after, previous)))
    return {"records": records}


def _recur(asked: Asked) -> Asked:
    """A correction, and the other strings of its list → where it may be due, and how."""
    text = _text(asked, "text")
    style = style_of(
        text, segments_of(text, asked.get("before")), segments_of(text, asked.get("after"))
    )
    found = []
    for index, other in enumerate(_list(asked, "others") if style else ()):
        string = _text(other, "text")
        segments = style and recurs(style, string, segments_of(string, other.get("segments")))
        if segments:
            found.append([index, wired(string, segments)])
    return {"found": found}


def _edit(asked: Asked) -> Asked:
    """Records with another value each → the records."""
    edits = _list(asked, "edits")
    references = references_of([edit.get("item") for edit in edits])
    records = [
        record_of(edited(reference, _text(edit, "name"), _text(edit, "text")))
        for edit, reference in zip(edits, references, strict=True)
    ]
    return {"records": records}


def _export(asked: Asked) -> Asked:
    """Records and a target → the file's text, and what it cannot carry."""
    blocks = []
    for block in _list(asked, "blocks", list):
        match block:
            case [str(format), str(kind), str(text)]:
                blocks.append((format, Block(kind, text)))
            case _:
                raise MessageError("a block is [format, kind, text]")
    return export(references_of(asked.get("items")), _text(asked, "target"), blocks)


def _zotero(asked: Asked) -> Asked:
    """Records → sent to Zotero."""
    target = zotero.target_for(_text(asked, "target"))
    text = export(references_of(asked.get("items")), target)["text"]
    return {"target": target, **zotero.send(text)._asdict()}


def _training(asked: Asked) -> Asked:
    """Corrected strings → labelled references to train with."""
    strings = [
        (_text(entry, "text"), segments_of(entry.get("text"), entry.get("segments")))
        for entry in _list(asked, "entries")
    ]
    return {"text": labelled(strings, _text(asked, "document")), "file": "corrections.jsonl"}


WORK: tuple[tuple[str, Callable[[Asked], Asked]], ...] = (
    ("relabel", _relabel),
    ("recur", _recur),
    ("edit", _edit),
    ("export", _export),
    ("zotero", _zotero),
    ("training", _training),
)


def _text(asked: Asked, name: str) -> str:
    value = asked.get(name, "")
    if not isinstance(value, str):
        raise MessageError(f"{name} is no text")
    return value


def _list(asked: Asked, name: str, kind: type = dict) -> list[Any]:
    value = asked.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, kind) for one in value):
        raise MessageError(f"{name} is no list")
    return value
