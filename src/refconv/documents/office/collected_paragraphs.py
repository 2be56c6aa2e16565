"""The paragraphs of a document, collected one by one, and what stands with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from attrs import define, evolve, field

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.documents.carrier import Document, EmbeddedRecord, Item
from refconv.documents.office.citation_fields import unformatted

Emphasis = list[tuple[int, int, str]]


@define
class Paragraph:
    """A paragraph: its text, whether it is a reference of a list, its emphasis, its key.

    ``is_note`` says that it is in a footnote or an endnote.
    """

    text: str
    is_item: bool = False
    emphasis: Emphasis = field(factory=list)
    key: str = ""
    is_note: bool = False


@define
class Paragraphs:
    """Collects paragraphs; records and problems are noted with the number of a paragraph."""

    all: list[Paragraph] = field(factory=list)

    @property
    def following(self) -> int:
        """The number of the paragraph that is added next, from 0."""
        return len(self.all)

    def document(
        self,
        records: Iterable[EmbeddedRecord],
        problems: Iterable[tuple[Problem, int]],
        diagnostics: Sequence[Diagnostic] = (),
    ) -> Document:
        """Return the document; the offsets of records and problems are numbers of paragraphs."""
        starts = [0, *accumulate(len(one.text) + 1 for one in self.all)]
        numbered = [(start, one) for start, one in zip(starts, self.all, strict=False)]
        items = tuple(
            Item(start, start + len(one.text), key=one.key)
            for start, one in numbered
            if one.is_item and is_reference_like(one.text)
        )
        noted = [*problems, *self._unformatted()]
        lines = [0, *accumulate(one.text.count("\n") + 1 for one in self.all)]
        last = len(self.all) - 1
        return Document(
            "\n".join(one.text for one in self.all),
            items,
            tuple(evolve(one, offset=starts[min(one.offset, max(last, 0))]) for one in records),
            None,
            (
                *diagnostics,
                *(found.at(lines[min(place, max(last, 0))] + 1, 1) for found, place in noted),
            ),
            paragraphs=starts[:-1],
            notes=tuple(
                (start, start + len(one.text))
                for start, one in numbered
                if one.is_note and not one.is_item and one.text.strip()
            ),
            emphasis=tuple(
                (start + first, start + end, tag)
                for start, one in numbered
                for first, end, tag in one.emphasis
            ),
        )

    def _unformatted(self) -> Iterator[tuple[Problem, int]]:
        """Yield the marks that a program has not formatted, each with its paragraph."""
        for place, one in enumerate(self.all):
            for kind, count in unformatted(one.text):
                yield problem(Code.DOCUMENT, "unformatted", kind=kind, count=count), place


def is_reference_like(text: str) -> bool:
    """Return whether a paragraph of a list may be a reference: more than a heading, or a blank.

    >>> is_reference_like("References"), is_reference_like("Ng A. Rivers. 2001.")
    (False, True)
    """
    words = text.split()
    return len(words) > 3 or (len(words) > 1 and bool(re.search(r"\d|[,.:]\s", text)))
