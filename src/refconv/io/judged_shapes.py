"""What a program holds otherwise, found once for all references of a shape.

The same as judging each reference, in less time: ``tests/io/test_judged_shapes.py`` compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from refconv.clients.judged import Judged
from refconv.clients.shapes import UNSAFE, Shape, probe, shape_of
from refconv.core.model import BY_NAME, Reference

_MOST = 4096
"""Shapes that are remembered."""


class _Template(NamedTuple):
    """What is judged of all references of a shape, less their values."""

    path: str
    attribute: str
    kept: object
    elsewhere: str


class JudgedShapes:
    """Remembers what is judged of the references of a shape.

    Args:
        format_name: The format that is written.
        judge: Judges a reference by itself.
    """

    def __init__(self, format_name: str, judge: Callable[[Reference], list[Judged]]) -> None:
        self._unsafe = UNSAFE.get(format_name)
        self._judge = judge
        self._known: dict[Shape, list[_Template] | None] = {}

    def find(self, reference: Reference) -> list[Judged] | None:
        """Return what is judged of a reference; ``None`` if that depends on its values."""
        shape = None if self._unsafe is None else shape_of(reference, self._unsafe)
        if shape is None:
            return None
        if shape not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[shape] = _templates(self._judge(probe(shape)))
        templates = self._known[shape]
        if templates is None or (templates and _is_ambiguous(reference, templates)):
            return None
        return [
            Judged(path, getattr(reference, attribute), kept, elsewhere=elsewhere)
            for path, attribute, kept, elsewhere in templates
        ]


def _is_ambiguous(reference: Reference, templates: list[_Template]) -> bool:
    """Return whether a value that is lost stands in another one too, and may be found there."""
    values = reference.given().items()
    texts = {name: _as_text(value) for name, value in values}
    return any(
        texts[one.attribute] in text
        for one in templates
        if one.path != "type"
        for name, text in texts.items()
        if name not in (one.attribute, "type")
    )


def _as_text(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text.casefold()


def _templates(judged: list[Judged]) -> list[_Template] | None:
    """Return what holds for all references of a shape; ``None`` if the values count."""
    found: list[_Template] = []
    for one in judged:
        is_whole = one.path == "type" or (one.kept is None and one.path in BY_NAME and one.value)
        if not is_whole:
            return None
        attribute = "type" if one.path == "type" else BY_NAME[one.path].attribute
        found.append(_Template(one.path, attribute, one.kept, one.elsewhere))
    return found
