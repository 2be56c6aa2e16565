"""Group diagnostics and losses of one kind, for a terminal.

::

    56 × warning: invalid ISSN … (kept unchanged) [bad-identifier], such as:
    refs.ris:26:1: invalid ISSN '1536163' (kept unchanged)
     26 | SN  - 1536163
        | ^^^^^^^^^^^^^^
    1,204 × loss: keyword changed, kept in note (smith2004: 'ice' (kept as '; ice' in note))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from string import Formatter
from typing import NamedTuple, TypeAlias

from attrs import define

from refconv.core.codes import Severity
from refconv.core.diagnostics import Diagnostic, one_line
from refconv.core.messages import MESSAGES
from refconv.core.report import Loss

MOST = 500
"""Kinds that are told apart by field; each keeps an example, and memory has to be bounded.

A file with more of them has made-up field names. Further kinds are grouped by code alone.
"""

LONGEST_ID = 40
"""Characters of a key that are shown."""

_ABOUT = ("variable", "keys", "kind", "field")
"""The data of a diagnostic that name what it is about, not the value that was odd."""

_ORDER = (Severity.ERROR, Severity.WARNING, "loss", Severity.NOTE)

Found: TypeAlias = Diagnostic | Loss


class Kind(NamedTuple):
    """What the members of a group have in common.

    ``what`` are code and reason, or the change of a loss; ``about`` the names of the field.
    """

    severity: str
    what: tuple[str, str]
    about: tuple[str, ...] = ()


@define
class Group:
    """The reports of one kind: how many there are, and the first of them."""

    kind: Kind
    example: Found
    count: int = 0


class Groups:
    """Counts reports by kind, with one example of each."""

    def __init__(self) -> None:
        self._groups: dict[Kind, Group] = {}

    def add(self, one: Found) -> None:
        """Count a report."""
        kind = kind_of(one)
        group = self._groups.get(kind)
        if group is None:
            if len(self._groups) >= MOST:
                kind = kind._replace(about=())
            group = self._groups.setdefault(kind, Group(kind, one))
        group.count += 1

    def lines(self, excerpt: Callable[[Diagnostic], Sequence[str]]) -> Iterator[str]:
        """Yield the lines of all groups: errors, warnings, losses, notes, the largest first.

        ``excerpt`` returns the lines that show where a diagnostic is.
        """
        groups = [*self._groups.values()]
        # In the order of the file, which can be read again fast.
        shown = {
            group.kind: excerpt(group.example)
            for group in sorted(groups, key=_place)
            if isinstance(group.example, Diagnostic)
        }
        for group in sorted(groups, key=_rank):
            if isinstance(group.example, Loss):
                yield _loss_line(group, group.example)
            else:
                yield from _diagnostic_lines(group, group.example)
                yield from shown[group.kind]


def kind_of(one: Found) -> Kind:
    """Return the kind of a report."""
    if isinstance(one, Loss):
        return Kind("loss", (one.change, one.where or one.elsewhere), (one.place,))
    about = tuple(str(one.data[name]) for name in _ABOUT if name in one.data)
    return Kind(one.severity, (one.code, one.reason), about)


def _place(group: Group) -> tuple[str, int, int]:
    one = group.example
    return (one.name, one.line, one.column) if isinstance(one, Diagnostic) else (one.name, 0, 0)


def _rank(group: Group) -> tuple[int, int]:
    return _ORDER.index(group.kind.severity), -group.count


def _loss_line(group: Group, one: Loss) -> str:
    _, where = group.kind.what
    place = " ".join(group.kind.about) or "other values"
    kept = f", kept {'as' if one.elsewhere == where else 'in'} {where}" if where else ""
    key = one.id if len(one.id) <= LONGEST_ID else f"{one.id[: LONGEST_ID - 1]}…"
    example = f" ({key}: {one.values})" if one.values else f" ({key})"
    return one_line(f"{group.count:,} × loss: {place} {one.change}{kept}{example}")


def _diagnostic_lines(group: Group, one: Diagnostic) -> Iterator[str]:
    if group.count == 1:
        yield str(one)
        return
    yield f"{group.count:,} × {one.severity}: {_without_values(group, one)} [{one.code}], such as:"
    yield f"{one.place}: {one.message}"


def _without_values(group: Group, one: Diagnostic) -> str:
    """Return the message of a group, with an ellipsis for each value that its members differ in."""
    message = MESSAGES[one.code, one.reason]
    unnamed = [str(one.data[name]) for name in ("variable", "keys") if name in one.data]
    parts = []
    if group.kind.about and not message.names & {"variable", "keys"}:
        parts = [f"{' in '.join(unnamed)}: "] if unnamed else []
    for text, name, spec, conversion in Formatter().parse(message.template):
        parts.append(text)
        if name in _ABOUT and group.kind.about:
            quoted = "!r" if conversion == "r" else ""
            parts.append(f"{{{name}{quoted}:{spec}}}".format_map(one.data))
        elif name is not None:
            parts.append("…")
    return one_line("".join(parts))
