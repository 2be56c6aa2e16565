"""Values as text that a person can edit, and back.

Names and the members of lists stand one a line, dates in EDTF. ``et al.`` as a line of its own
means that the list of names is incomplete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, fields

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


NAME_PARTS = tuple(part.name for part in fields(Name))
"""The parts of a name that :func:`edit_names` takes."""


def edit_names(
    reference: Reference, name: str, names: Sequence[Mapping[str, str]], *, et_al: bool = False
) -> Reference:
    """Return a reference with other names.

    Args:
        reference: The reference.
        name: A variable that holds names.
        names: The parts of each name, by their names in :class:`refconv.Name`; one without any is
            left out, and a ``literal`` counts only where there are no other parts.
        et_al: Whether the list of names is incomplete.

    Raises:
        ValueError: if the variable holds no names, or a part is unknown.

    >>> book = edit_names(Reference(), "author", [{"family": "Doe", "given": " Jane "}, {}])
    >>> [str(name) for name in book.author]
    ['Doe, Jane']
    """
    if name not in BY_NAME or BY_NAME[name].kind != "names":
        raise ValueError(f"{name!r} is not a variable that holds names")
    people = tuple(person for person in map(_name_of_parts, names) if person is not None)
    is_incomplete = {name} if et_al and people else set()
    changes: dict[str, Any] = {BY_NAME[name].attribute: people}
    return evolve(reference, **changes, et_al=reference.et_al - {name} | is_incomplete)


def _name_of_parts(parts: Mapping[str, str]) -> Name | None:
    unknown = [part for part in parts if part not in NAME_PARTS]
    if unknown:
        raise ValueError(f"unknown part of a name {unknown[0]!r}")
    given = {part: " ".join(value.split()) for part, value in parts.items() if value.strip()}
    orcid = given.pop("orcid", "")
    if given.keys() - {"literal"}:
        given.pop("literal", None)
    return Name(**given, orcid=orcid) if given else None


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
