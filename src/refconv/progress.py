"""Lets whoever calls the library watch long work, without every function passing that on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Watcher(Protocol):
    """Is given the items of a long work and its name, and gives the items on as they are done."""

    def __call__(self, items: Sequence[Any], label: str, /) -> Iterable[Any]:
        """Give ``items`` on."""


watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)
"""Set it to watch; ``None`` watches nothing."""


def watched(items: Sequence[T], label: str) -> Iterable[T]:
    """Give items on, by way of the watcher if there is one."""
    watch = watcher.get()
    return items if watch is None else watch(items, label)
