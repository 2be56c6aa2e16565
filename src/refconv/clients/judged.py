"""What a program does not hold of a reference as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from refconv.core.model import Reference
from refconv.core.respelled import KnowsType


class Judged(NamedTuple):
    """A value that a program does not hold in its own place as it was.

    Attributes:
        path: The path of the value in the reference.
        value: The value.
        kept: What its place holds instead; ``None`` if nothing.
        place: The program's field that holds ``kept``.
        elsewhere: Where else the value is; empty if nowhere.
    """

    path: str
    value: Any
    kept: Any = None
    place: str = ""
    elsewhere: str = ""


Judge: TypeAlias = Callable[[Reference, str, KnowsType], list[Judged]]
"""Return what a program holds otherwise of a reference, given the text with it alone."""
