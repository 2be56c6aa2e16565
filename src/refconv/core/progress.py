"""Progress of long work, for the caller, without every function passing a callback on."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import NamedTuple


class Progress(NamedTuple):
    """Progress: characters done, characters in all, and references so far."""

    done: int
    total: int
    references: int


watcher: ContextVar[Callable[[Progress], object] | None] = ContextVar("watcher", default=None)
"""Called with the progress of long work now and then; ``None`` if nobody watches."""


def report(done: int, total: int, references: int) -> None:
    """Call the watcher, if there is one, with the progress."""
    watch = watcher.get()
    if watch is not None:
        watch(Progress(done, total, references))
