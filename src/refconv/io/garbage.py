"""Pause garbage collection while references are read or written.

Python's collector of cyclic garbage runs after every few hundred new objects and visits all of
them. Reading creates many objects, none of which is part of a cycle: the runs find nothing, and
take an eighth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLD = 200_000


def collect_garbage_rarely() -> None:
    """Collect garbage after many new objects only, not after each 700.

    For processes of our own: the command and its workers.
    """
    gc.set_threshold(_THRESHOLD, *gc.get_threshold()[1:])


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Pause garbage collection in a ``with`` block, or in a function that this decorates.

    A collector that the caller has switched off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
