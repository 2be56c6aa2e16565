"""Free text into references, stage by stage.

::

    text ─finding.document─▶ Page ─tagger.segments─▶ Segment ─assemble─▶ Record ─TABLE─▶ Reference

1. :mod:`~refconv.text.finding` finds the reference strings in a page (its lines, headings, lists,
   its own citation, contributors and dates) and puts each into one line;
2. :mod:`~refconv.text.tagger` labels the words of the strings: the only statistical step;
3. :mod:`~refconv.text.assemble` makes a record of the labelled words, with an item type;
4. :data:`TABLE` says which variable each label is and how its printed value is read
   (:mod:`~refconv.text.normalize`, :mod:`refconv.text.values`).

The native keys of this format are the tagger's labels and the few that the stages add.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module

from refconv.codecs import with_article_number
from refconv.fields import Codec, Field, FieldMap, rows
from refconv.formats.base import Format, Pieces, Split
from refconv.model import ItemType
from refconv.report import Found, Segment
from refconv.text import pieces

__all__ = ["TABLE", "TEXT", "find", "segments"]

# ── the table ─────────────────────────────────────────────────────────────────────────────────────


def _late(module: str, name: str) -> Codec:
    """Name a codec whose module is imported at its first use.

    Compiling the patterns of free text takes longer than importing all the rest.
    """

    @cache
    def codec() -> Codec:
        found: Codec = getattr(import_module(f"refconv.text.{module}"), name)
        return found

    return Codec(lambda raws: codec().decode(raws), lambda value: codec().encode(value))


TABLE = FieldMap(
    prefix="text",
    type_key="type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    rows=(
        Field(("author", "contributor"), "author", _late("normalize", "NAMES")),
        Field(("editor",), "editor", _late("normalize", "NAMES")),
        Field(("translator",), "translator", _late("normalize", "NAMES")),
        *rows(
            _late("normalize", "TITLE"),
            [("title", "title"), ("collection-title", "collection-title")],
        ),
        *rows(_late("normalize", "CONTAINER"), [("container-title", "container-title")]),
        *rows(
            _late("normalize", "DATE"),
            [
                ("issued", "issued"),
                ("accessed", "accessed"),
                # An article's history, from its page.
                ("received", "received"),
                ("revised", "revised"),
                ("accepted", "accepted"),
                ("available-date", "available-date"),
                ("original-date", "original-date"),
            ],
        ),
        *rows(_late("normalize", "VOLUME"), [("volume", "volume")]),
        *rows(_late("normalize", "ISSUE"), [("issue", "issue")]),
        *rows(_late("normalize", "PAGES"), [("page", "page")]),
        *rows(_late("normalize", "EDITION"), [("edition", "edition")]),
        *rows(_late("normalize", "NOTE"), [("note", "note")]),
        *rows(
            _late("normalize", "TEXT"),
            [
                ("number", "number"),
                ("publisher", "publisher"),
                ("publisher-place", "publisher-place"),
                ("genre", "genre"),
                ("event-title", "event-title"),
                ("citation-number", "citation-number"),
                # What assemble adds to the tagger's labels.
                ("year-suffix", "year-suffix"),
                ("number-of-pages", "number-of-pages"),
                ("number-of-volumes", "number-of-volumes"),
                ("status", "status"),
                ("archive", "archive"),
            ],
        ),
        *rows(_late("values.identifiers", "DOI"), [("DOI", "DOI")]),
        *rows(_late("values.identifiers", "URL"), [("URL", "URL")]),
        *rows(_late("values.identifiers", "ISBN"), [("ISBN", "ISBN")]),
        *rows(_late("values.identifiers", "ISSN"), [("ISSN", "ISSN")]),
        *rows(_late("values.identifiers", "PMID"), [("PMID", "PMID")]),
        *rows(_late("values.identifiers", "PMCID"), [("PMCID", "PMCID")]),
        *rows(_late("values.identifiers", "ARXIV"), [("arXiv", "archive_location")]),
        *rows(_late("normalize", "TEXT"), [("archive-collection", "archive_collection")]),
    ),
    complete=with_article_number,
)
"""The label table: which variable each label is, and the codec that reads its value."""

# ── the public functions ──────────────────────────────────────────────────────────────────────────


def segments(strings: Sequence[str]) -> list[tuple[Segment, ...]]:
    """Label the reference strings of one list, in order.

    Args:
        strings: Reference strings, best all those of one list, in its order.

    Returns:
        For each string its segments, ordered and disjoint, with offsets into that string.
    """
    from refconv.text import tagger  # noqa: PLC0415 (as above)

    return tagger.segments(strings)


def find(text: str) -> tuple[Found, ...]:
    """Find the reference strings in a page, a paper or a list, in order.

    The page's own citation ("Cite this article") is not among them.
    """
    from refconv.text.finding.document import read_page  # noqa: PLC0415 (as above)

    return read_page(text).found


def _split(text: str) -> Split:
    from refconv.text import stages  # noqa: PLC0415 (as above)

    return stages.split(text)


# ── the format ────────────────────────────────────────────────────────────────────────────────────

TEXT = Format(
    name="text",
    title="free text: a reference list, a page, a contributor block",
    table=TABLE,
    split=_split,
    pieces=Pieces(pieces.cut, lambda piece, _: pieces.split(piece), keeps_line_ends=True),
)
"""Free text, which is only read."""
