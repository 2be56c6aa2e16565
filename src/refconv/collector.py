"""The garbage collector's rest.

Python's collector of cyclic garbage runs after every few hundred new objects, and looks through all
of them. Reading makes little else than new objects, none of which refers back to itself: the runs
find nothing, and take an eighth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
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
