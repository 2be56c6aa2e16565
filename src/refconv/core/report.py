"""What reading and writing say beside the references themselves.

Bad *input* is a :class:`Diagnostic`, unrepresentable *output* a :class:`Loss`; exceptions are for
programming errors. :class:`Found`, :class:`Segment` and :class:`Origin` say where in a free text a
reference and each of its values came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from refconv.core.codes import Code as Code  # noqa: PLC0414 (until all import it there)
from refconv.core.codes import Severity as Severity  # noqa: PLC0414
from refconv.core.diagnostics import Diagnostic as Diagnostic  # noqa: PLC0414

if TYPE_CHECKING:
    from refconv.core.model import Reference


@frozen
class Loss:
    """One value that the written file does not carry as it was.

    ``path`` names the place in the model, in CSL's spelling (``author[3].orcid``); ``value`` is
    what stood there, ``kept`` what reading the output back gives (``None`` where nothing does), and
    ``where`` the output's own key that carries ``kept``. ``index`` counts the written references
    from 0, ``id`` is the reference's.
    """

    index: int
    id: str
    path: str
    value: Any
    kept: Any = None
    where: str = ""
    name: str = ""

    def __str__(self) -> str:
        path, value = self.path, self.value
        if path.startswith("custom["):
            # One native key with its value says more than its place.
            path, value = f"{path} {value[0]}", value[1]
        done = "lost" if self.kept is None else "changed" if value else "added"
        shown = "" if value in (True, None, "", ()) else f": {_shown(value)}"
        kept = "" if self.kept is None else f", kept as {_shown(self.kept)}"
        where = f" in {self.where}" if self.where else ""
        return f"{self.name or '<output>'}: loss: {self.id}: {path} {done}{shown}{kept}{where}"


@frozen
class Found:
    """A reference string in a text: its words in one line, its characters, its printed number.

    ``start`` and ``end`` count characters of the text that was given; ``number`` is the bare label
    (``12``, ``Smi99``) or ``None``. ``offsets[i]`` is where character ``i`` of ``text`` stands.
    """

    text: str
    start: int
    end: int
    number: str | None = None
    offsets: Sequence[int] = field(default=(), repr=False, eq=False, kw_only=True)


@frozen
class Segment:
    """A labelled stretch of a reference string.

    ``start`` and ``end`` count characters of the text that was given, ``text`` is the cleaned
    value, and ``confidence`` (0 to 1) the chance that label and limits are right.
    """

    label: str
    text: str
    start: int
    end: int
    confidence: float


@frozen
class Origin:
    """Where a reference came from: the string and its segments (free text), or the line (files)."""

    found: Found | None = None
    segments: tuple[Segment, ...] = ()
    confidence: float = 1.0
    line: int = 0


@frozen
class Block:
    """A part of a file that is no reference but belongs to it, such as ``@preamble``.

    ``kind`` is its native name (``preamble``, ``comment``, ``string``, ``header``), ``text`` its
    source.
    """

    kind: str
    text: str
    line: int = 0


@frozen
class Read:
    """What reading gives: every reference in the order of the text, and what there was to say.

    ``page_record`` is a page's own record where it has one (it is among ``references`` too);
    ``origins[i]`` belongs to ``references[i]``; ``format`` is the name of what it was read as.
    """

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    page_record: Reference | None = None
    origins: tuple[Origin, ...] = field(default=(), repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    format: str = field(default="", repr=False, eq=False)

    def as_csl(self) -> list[dict[str, Any]]:
        """Give the references as CSL-JSON items."""
        return [reference.as_csl() for reference in self.references]

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)


@frozen
class Written:
    """What writing gives: the text, and every value that the text does not carry as it was."""

    text: str
    losses: tuple[Loss, ...] = ()

    def __str__(self) -> str:
        return self.text


@frozen
class Converted:
    """What a conversion gives: the references, what was odd on the way in, lost on the way out."""

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Loss, ...] = ()

    def as_csl(self) -> list[dict[str, Any]]:
        """Give the references as CSL-JSON items."""
        return [reference.as_csl() for reference in self.references]


def _shown(value: Any) -> str:
    """Show a value in one short line."""
    text = value if isinstance(value, str) else str(value)
    text = " ".join(text.split())
    return repr(text if len(text) <= 80 else text[:79] + "…")
