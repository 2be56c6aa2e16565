"""What a person corrects: the labels of a string, or a value of its record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from refconv.assemble.label_table import TABLE
from refconv.assemble.record import assemble
from refconv.core.lens import read_record
from refconv.core.model import BY_NAME, Date, ItemType, Name, Reference, Variable
from refconv.core.report import Segment
from refconv.values.inverted_names import decode_name
from refconv.web.wire import text_of

ET_AL = "et al."
_ABSENT: dict[str, Any] = {"date": None, "names": (), "list": ()}


# ── labels ──────────────────────────────────────────────────────────────────────────────────────


def reread(text: str, segments: Sequence[Segment], previous: str = "") -> Reference:
    """Make a reference of a labelled string, as reading free text does.

    Args:
        text: The string.
        segments: Its segments, in order, in characters of ``text``.
        previous: The authors of the reference before, which a dash repeats.
    """
    return read_record(TABLE, assemble(text, segments, previous).record)[0]


def relabelled(
    current: Reference,
    text: str,
    before: Sequence[Segment],
    after: Sequence[Segment],
    previous: str = "",
) -> Reference:
    """Give a record what other labels change in it; all else stays, edited by hand or not."""
    old, new = reread(text, before, previous), reread(text, after, previous)
    attributes = ("type", *(variable.attribute for variable in BY_NAME.values()))
    changes = {
        name: getattr(new, name) for name in attributes if getattr(new, name) != getattr(old, name)
    }
    if old.et_al != new.et_al:
        changes["et_al"] = (current.et_al - old.et_al) | new.et_al
    if old.custom != new.custom:
        kept = [entry for entry in current.custom if entry not in old.custom]
        changes["custom"] = (*kept, *new.custom)
    return evolve(current, **changes)


# ── values ──────────────────────────────────────────────────────────────────────────────────────


def edited(current: Reference, name: str, text: str) -> Reference:
    """Give a record another value: ``name`` is a CSL name, ``type`` or ``id``.

    The text is spelt as :func:`refconv.web.wire.text_of` spells it; an empty one takes the value
    away. A date that is no EDTF is kept as it is written.

    Raises:
        ValueError: for a variable or type that there is none of.
    """
    text = text.strip()
    if name == "id":
        return evolve(current, id=text)
    if name == "type":
        return evolve(current, type=ItemType(text))
    if name not in BY_NAME:
        raise ValueError(f"no variable {name!r}")
    variable = BY_NAME[name]
    value = getattr(current, variable.attribute)
    if (text_of(current, name, value) if value else "") == text:
        return current
    changes: dict[str, Any] = {variable.attribute: _value(current, variable, text)}
    if variable.kind == "names":
        has = any(_says_et_al(line) for line in text.splitlines())
        changes["et_al"] = current.et_al | {name} if has else current.et_al - {name}
    return evolve(current, **changes)


def _value(current: Reference, variable: Variable, text: str) -> Any:
    if not text:
        return _ABSENT.get(variable.kind, "")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    match variable.kind:
        case "names":
            return _names(getattr(current, variable.attribute), lines)
        case "date":
            return Date.of(text)
        case "list":
            return tuple(lines)
        case _:
            return " ".join(lines)


def _names(present: Sequence[Name], lines: Sequence[str]) -> tuple[Name, ...]:
    """Read names, one a line; a line that says a name of the record is that name, ORCID and all."""
    known = {str(name): name for name in present}
    people = (known.get(line) or decode_name(line) for line in lines if not _says_et_al(line))
    return tuple(name for name in people if name is not None)


def _says_et_al(line: str) -> bool:
    return line.strip().casefold().rstrip(".") == ET_AL.rstrip(".")
