"""Values as text that a person can edit, and back.

Names and the members of lists stand one a line, dates in EDTF. ``et al.`` as a line of its own
means that the list of names is incomplete.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from refconv.core.model import BY_NAME, Date, ItemType, Name, Reference, Variable
from refconv.values.inverted_names import decode_name

ET_AL = "et al."
_ABSENT: dict[str, Any] = {"date": None, "names": (), "list": ()}


def editable_text(reference: Reference, name: str) -> str:
    r"""Return the value of a variable as text.

    >>> from refconv import Date, Name
    >>> book = Reference(author=(Name("Doe", "Jane"), Name("Roe")), issued=Date.on(2020, 5))
    >>> editable_text(book, "author"), editable_text(book, "issued"), editable_text(book, "title")
    ('Doe, Jane\nRoe', '2020-05', '')
    """
    variable = BY_NAME[name]
    value = getattr(reference, variable.attribute)
    if not value:
        return ""
    match variable.kind:
        case "names":
            last = [ET_AL] if name in reference.et_al else []
            return "\n".join([*map(str, value), *last])
        case "list":
            return "\n".join(value)
        case "date":
            return str(value.edtf() or value.literal)
        case _:
            return str(value)


def edit(reference: Reference, name: str, text: str) -> Reference:
    """Return a reference with another value.

    Args:
        reference: The reference.
        name: A CSL variable, ``type`` or ``id``.
        text: The value as :func:`editable_text` writes it; an empty text removes the value. A date
            that is not valid EDTF is kept as its literal.

    Raises:
        ValueError: if the variable or the item type is unknown.
    """
    text = text.strip()
    if name == "id":
        return evolve(reference, id=text)
    if name == "type":
        return evolve(reference, type=ItemType(text))
    if name not in BY_NAME:
        raise ValueError(f"unknown variable {name!r}")
    if editable_text(reference, name) == text:
        return reference
    variable = BY_NAME[name]
    changes: dict[str, Any] = {variable.attribute: _parse(reference, variable, text)}
    if variable.kind == "names":
        is_incomplete = any(_is_et_al(line) for line in text.splitlines())
        changes["et_al"] = reference.et_al | {name} if is_incomplete else reference.et_al - {name}
    return evolve(reference, **changes)


def _parse(reference: Reference, variable: Variable, text: str) -> Any:
    if not text:
        return _ABSENT.get(variable.kind, "")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    match variable.kind:
        case "names":
            return _parse_names(getattr(reference, variable.attribute), lines)
        case "date":
            return Date.of(text)
        case "list":
            return tuple(lines)
        case _:
            return " ".join(lines)


def _parse_names(present: Sequence[Name], lines: Sequence[str]) -> tuple[Name, ...]:
    """Parse one name a line; a line that is unchanged keeps its name, with ORCID and all."""
    known = {str(name): name for name in present}
    names = (known.get(line) or decode_name(line) for line in lines if not _is_et_al(line))
    return tuple(name for name in names if name is not None)


def _is_et_al(line: str) -> bool:
    return line.strip().casefold().rstrip(".") == ET_AL.rstrip(".")
