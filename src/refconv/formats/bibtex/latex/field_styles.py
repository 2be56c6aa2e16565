"""Field styles: how the kinds of fields use LaTeX."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class FieldStyle(NamedTuple):
    """How a kind of field uses LaTeX.

    ``markup``: fonts become rich text, else they are left away. ``protects``: braces protect the
    case of letters. ``ligatures``: ``--``, ``` `` ``` and the like print as one character. ``tie``
    is what ``~`` stands for.
    """

    markup: bool = True
    protects: bool = False
    ligatures: bool = True
    tie: str = "\u00a0"


TEXT = FieldStyle()
TITLE = FieldStyle(protects=True)
NAME = FieldStyle(markup=False, ligatures=False, tie=" ")
CODE = FieldStyle(markup=False, ligatures=False, tie="~")

NAMES = "names"
"""The style of a key that holds names."""

StyleOf: TypeAlias = Callable[[str], FieldStyle | str | None]
"""How a key (lower case) is read and written: ``None`` is verbatim."""
