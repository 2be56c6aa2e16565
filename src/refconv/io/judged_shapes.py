"""What a program holds otherwise, found once for all references of a shape.

The same as judging each reference, in less time: ``tests/io/test_judged_shapes.py`` compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from refconv.clients.judged import Judged
from refconv.clients.shapes import UNSAFE, Shape, probe, shape_of
from refconv.core.model import BY_NAME, Name, Reference

_MOST = 4096
"""Shapes that are remembered."""


class _Template(NamedTuple):
    """What is judged of all references of a shape, less their values."""

    path: str
    attribute: str
    kept: object
    place: str
    elsewhere: str


_UNKNOWN: list[_Template] = []
"""Stands for what is judged of a shape that was not met with yet."""


class JudgedShapes:
    """Remembers what is judged of the references of a shape.

    Args:
        format_name: The format that is written.
        judge: Judges a reference by itself.
    """

    def __init__(self, format_name: str, judge: Callable[[Reference], list[Judged]]) -> None:
        self._plain = UNSAFE.get(format_name)
        self.judge = judge
        self._known: dict[Shape, list[_Template] | None] = {}

    def find(self, reference: Reference) -> list[Judged] | None:
        """Return what is judged of a reference; ``None`` if that depends on its values."""
        shape = None if self._plain is None else shape_of(reference, self._plain)
        if shape is None:
            return None
        templates = self._known.get(shape, _UNKNOWN)
        if templates is _UNKNOWN:
            if len(self._known) >= _MOST:
                self._known.clear()
            templates = self._known[shape] = _templates(shape, self.judge(probe(shape)))
        if templates is None:
            return None
        if templates and _is_ambiguous(reference, templates):
            return None
        return [Judged(one.path, _value(reference, one), *one[2:]) for one in templates]


def _value(reference: Reference, one: _Template) -> object:
    if one.path.startswith(_KEPT):
        return reference.custom[int(one.path[len(_KEPT) : -1])]
    return getattr(reference, one.attribute)


_KEPT = "custom["


def _is_ambiguous(reference: Reference, templates: list[_Template]) -> bool:
    """Return whether a value that is lost stands in another one too, and may be found there."""
    lost = {one.attribute for one in templates if one.path != "type"}
    if not lost:
        return False
    # Each is folded alone, since that is fast for a long text of ASCII.
    texts = {
        name: _as_text(value).casefold()
        for name, value in reference.given().items()
        if name not in ("type", "custom")
    }
    for place, (_, raw) in enumerate(reference.custom):
        texts[f"{_KEPT}{place}]"] = str(raw).casefold()
    # No plain value has a line's end in it.
    whole = "\n".join(texts.values())
    return any(whole.find(texts[name], whole.find(texts[name]) + 1) >= 0 for name in lost)


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join([one if isinstance(one, str) else _name_text(one) for one in value])
    return str(value)


def _name_text(name: Name) -> str:
    """Return the text of a name of a shape, which has neither particles nor a suffix."""
    return name.literal or f"{name.family}, {name.given}"


def _templates(shape: Shape, judged: list[Judged]) -> list[_Template] | None:
    """Return what holds for all references of a shape; ``None`` if the values count."""
    found: list[_Template] = []
    kinds = dict(zip(*shape, strict=True))
    for one in judged:
        attribute = BY_NAME[one.path].attribute if one.path in BY_NAME else one.path
        is_named = one.path in BY_NAME or one.path.startswith(_KEPT)
        is_lost = one.kept is None and is_named and one.value
        # The item type is part of a shape, and so are some values.
        if not (is_lost or attribute == "type" or kinds.get(attribute, "").startswith("=")):
            return None
        found.append(_Template(one.path, attribute, one.kept, one.place, one.elsewhere))
    return found
