"""The results of reading, writing and converting, and the values in them.

Odd input is reported as a :class:`~refconv.core.diagnostics.Diagnostic`, a value that the output
cannot hold as a :class:`Loss`; exceptions are for programming errors. :class:`Found`,
:class:`Segment` and :class:`Origin` trace a reference of a free text, and each of its values, to
the text; :class:`SetAside` is what its lists hold beside references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, overload

from attrs import evolve, field, frozen

if TYPE_CHECKING:
    from refconv.core.diagnostics import Diagnostic
    from refconv.core.model import Reference


@frozen
class Loss:
    """One value that the output does not hold as it was.

    Attributes:
        index: The index of the reference among those written, from 0.
        id: The reference's id.
        path: The path of the value in the reference, in CSL's spelling (``author[3].orcid``).
        value: The value.
        kept: The value that reading the output returns instead, ``None`` if there is none.
        where: The key of the output that holds ``kept``.
        name: The name of the output, if it has one.
        elsewhere: Where else the program that the output is for keeps the value, such as ``a line
            of Extra``; empty if nowhere.
    """

    index: int
    id: str
    path: str
    value: Any
    kept: Any = None
    where: str = ""
    name: str = ""
    elsewhere: str = ""

    @property
    def message(self) -> str:
        """What happens to the value, in one line.

        >>> Loss(0, "a", "page", "1 2", "1-2", "pages").message
        "page changed: '1 2' (kept as '1-2' in pages)"
        >>> Loss(0, "a", "edition", "2", elsewhere="a line of Extra").message
        "edition changed: '2' (kept as a line of Extra)"
        """
        values = f": {self.values}" if self.values else ""
        if self.change == "added":
            values = f" {self.values}"
        path = f"{self.path} {self.place}" if self.path.startswith("custom[") else self.path
        return f"{path} {self.change}{values}"

    @property
    def change(self) -> str:
        """What happens to the value: ``lost``, ``changed`` or ``added``."""
        if self.kept is None:
            return "changed" if self.elsewhere else "lost"
        value = self.value[1] if self.path.startswith("custom[") else self.value
        return "changed" if value else "added"

    @property
    def place(self) -> str:
        """Where the value is in any reference: the path without indices, or the native key.

        >>> Loss(0, "a", "author[3].orcid", "0000").place, Loss(0, "a", "custom[2]", ("k", 1)).place
        ('author.orcid', 'k')
        """
        if self.path.startswith("custom["):
            return str(self.value[0])
        return re.sub(r"\[\d+\]", "", self.path)

    @property
    def values(self) -> str:
        """The value, and what is kept instead, in one line."""
        value = self.value[1] if self.path.startswith("custom[") else self.value
        shown, kept = _shown_beside(value, self.kept)
        where = f" in {self.where}" if self.where else ""
        parts = ["" if value in (True, None, "", ()) else shown]
        held = [f"{kept}{where}"] if self.kept is not None else []
        held += [self.elsewhere] if self.elsewhere else []
        parts += [f"(kept as {' and as '.join(held)})"] if held else []
        return " ".join(part for part in parts if part)

    def __str__(self) -> str:
        return f"{self.name or '<output>'}: loss: {self.id}: {self.message}"


class Losses(tuple[Loss, ...]):
    """The losses of a text.

    ``respelled`` lists, as losses, the values that the text holds in another spelling
    (:mod:`refconv.core.respelled`): nothing of them is lost, but reading the text returns others.
    """

    respelled: tuple[Loss, ...]

    def __new__(cls, losses: Iterable[Loss] = (), respelled: Iterable[Loss] = ()) -> Self:
        """Return losses.

        >>> len(Losses([Loss(0, "a", "title", "A")], [Loss(0, "a", "note", "a  b", "a b")]))
        1
        """
        self = super().__new__(cls, losses)
        self.respelled = tuple(respelled)
        return self

    @classmethod
    def joined(cls, several: Iterable[Losses]) -> Self:
        """Return the losses of several texts as one."""
        given = [*several]
        return cls(
            (loss for losses in given for loss in losses),
            (loss for losses in given for loss in losses.respelled),
        )

    def named(self, name: str) -> Losses:
        """Return the losses with the name of their output."""
        return Losses(
            (evolve(loss, name=name) for loss in self),
            (evolve(loss, name=name) for loss in self.respelled),
        )


NO_LOSSES = Losses()


@frozen
class Found:
    """A reference string in a text: its words in one line, its span, its printed number.

    ``start`` and ``end`` count characters of the input; ``number`` is the bare marker (``12``,
    ``Smi99``) or ``None``. ``offsets[i]`` is where character ``i`` of ``text`` is in the input.
    """

    text: str
    start: int
    end: int
    number: str | None = None
    offsets: Sequence[int] = field(default=(), repr=False, eq=False, kw_only=True)


@frozen
class SetAside:
    """A stretch of a list that is in none of its references, and why.

    ``start`` and ``end`` count characters of the input. ``reason`` is one of ``marker``, ``page
    furniture``, ``line number``, ``link text``, ``heading``, ``lead-in``, ``punctuation``,
    ``other text``.
    """

    text: str
    start: int
    end: int
    reason: str


@frozen
class Segment:
    """A labelled segment of a reference string.

    ``start`` and ``end`` count characters of the input, ``text`` is the cleaned value, and
    ``confidence`` (0 to 1) the estimated probability that label, start and end are right.
    """

    label: str
    text: str
    start: int
    end: int
    confidence: float


@frozen
class Origin:
    """The origin of a reference: its string and segments (free text), or its line (files).

    For a document, ``carrier`` is its kind (``docx``), ``page`` and ``paragraph`` (from 1, or 0)
    are where the reference stands, and ``field`` is what holds its record (``Zotero field``).
    """

    found: Found | None = None
    segments: tuple[Segment, ...] = ()
    confidence: float = 1.0
    line: int = 0
    carrier: str = ""
    page: int = 0
    paragraph: int = 0
    field: str = ""


@frozen
class Block:
    """A part of a file that is kept but is no reference, such as ``@preamble``.

    ``kind`` is its native name (``preamble``, ``comment``, ``string``, ``header``), ``text`` its
    text in the file.
    """

    kind: str
    text: str
    line: int = 0


class References:
    """Several references: iterable, with a length, indices and slices."""

    references: tuple[Reference, ...]

    def as_csl(self) -> list[dict[str, Any]]:
        """Return the references as CSL-JSON items."""
        return [reference.as_csl() for reference in self.references]

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)

    @overload
    def __getitem__(self, index: SupportsIndex) -> Reference: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Reference, ...]: ...

    def __getitem__(self, index: SupportsIndex | slice) -> Reference | tuple[Reference, ...]:
        return self.references[index]


@frozen
class Read(References):
    """The result of reading: every reference in the order of the text, and the diagnostics.

    ``page_record`` is the record of the page itself if it has one (it is among ``references`` too);
    ``origins[i]`` belongs to ``references[i]``; ``format`` is the name of the format that was read.
    ``set_aside`` has what stands inside the lists of a free text and is in no reference.
    """

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    page_record: Reference | None = None
    origins: tuple[Origin, ...] = field(default=(), repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    format: str = field(default="", repr=False, eq=False)
    set_aside: tuple[SetAside, ...] = field(default=(), repr=False, kw_only=True)


@frozen
class Written:
    """The result of writing: the text, and every value that the text does not hold as it was."""

    text: str
    losses: Losses = NO_LOSSES

    def __str__(self) -> str:
        return self.text


@frozen
class Converted(References):
    """The result of a conversion: the references, the diagnostics of the input, the losses."""

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: Losses = NO_LOSSES


_WIDTH = 80
"""The most characters of a value that a message shows."""


def _shown_beside(value: Any, kept: Any) -> tuple[str, str]:
    """Return a value and what is kept of it, each in one short line: long ones where they differ.

    >>> _shown_beside("1 2", "1-2")
    ("'1 2'", "'1-2'")
    """
    texts = _text(value), _text(kept)
    if kept is None or max(map(len, texts)) <= _WIDTH:
        return _short(texts[0], 0), _short(texts[1], 0)
    same = next((i for i, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), 0)
    first = max(0, same - _WIDTH // 4)
    return _short(texts[0], first), _short(texts[1], first)


def _text(value: Any) -> str:
    """Return a value in one line; the members of a list are joined by semicolons."""
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return " ".join(text.split())


def _short(text: str, first: int) -> str:
    """Return so much of a text as a message shows, from character ``first``."""
    cut = f"…{text[first:]}" if first else text
    return repr(cut if len(cut) <= _WIDTH else f"{cut[: _WIDTH - 1]}…")
