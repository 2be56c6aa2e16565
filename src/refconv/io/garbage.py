"""The garbage collector's rest.

Python's collector of cyclic garbage runs after every few hundred new objects, and looks through all
of them. Reading makes little else than new objects, none of which refers back to itself: the runs
find nothing, and take an eighth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 200_000


def collect_garbage_rarely() -> None:
    """Let the collector of this process run after many new objects only, not after each 700.

    For processes of our own: the command's, and the workers'.
    """
    gc.set_threshold(_PATIENCE, *gc.get_threshold()[1:])


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Let the collector rest in a block, or in a function that this decorates.

    A collector that somebody else has switched off stays off. Threads are free to do both: who
    switched it off switches it on again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
