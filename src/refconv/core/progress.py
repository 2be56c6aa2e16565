"""Lets whoever calls the library watch long work, without every function passing that on."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import NamedTuple


class Progress(NamedTuple):
    """How far a work is: characters done, of how many, and references so far."""

    done: int
    total: int
    references: int


watcher: ContextVar[Callable[[Progress], object] | None] = ContextVar("watcher", default=None)
"""Is called with the progress of a long work now and then; ``None`` watches nothing."""


def report(done: int, total: int, references: int) -> None:
    """Tell the watcher, if there is one, how far the work is."""
    watch = watcher.get()
    if watch is not None:
        watch(Progress(done, total, references))
