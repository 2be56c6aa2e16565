"""The header of a table: where it stands, what separates the cells, and what each column holds.

The same heading may mean different things in the tables of different programs: "Source" is the
journal for Publish or Perish and the database for Scopus. :data:`EXPORTERS` knows the programs by
their headings, and what theirs mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from attrs import evolve, frozen

from refconv.formats.column_names import COLUMNS, KnownColumn, folded, recognises
from refconv.formats.delimited_rows import DELIMITERS, row_at, rows

_MOST_LINES = 20
"""Lines in which a header is searched for: some programs write what a search was before it."""

_SEPARATOR = re.compile(r"\s*\"?sep=(?P<mark>.)\"?[ \t]*\n", re.IGNORECASE)
"""The line by which Excel is told what separates cells."""

_KIND = re.compile(r"\*(?P<kind>[A-Z][A-Za-z -]{2,30}?)[\t,;|]*")
"""The line before the header of a table for EndNote: the type of all references."""


@frozen
class Column:
    """A column of a table: its heading, and the column of :data:`COLUMNS` that it is, if any."""

    name: str
    folded: str
    column: str = ""
    rank: int = 0


@frozen
class Header:
    """The header of a table.

    Attributes:
        delimiter: What separates the cells.
        columns: The columns in order.
        start: Where the row of headings begins.
        end: Where the first row of values begins.
        exporter: The program that wrote the table, as far as it is known.
        kind: The type of all references, where the file names one.
        is_by_commas: Whether commas separate the authors of a cell.
    """

    delimiter: str
    columns: tuple[Column, ...]
    start: int = 0
    end: int = 0
    exporter: str = ""
    kind: str = ""
    is_by_commas: bool = False


@frozen
class Exporter:
    """A program whose tables are known by some of their headings.

    Attributes:
        name: What it is called here.
        headings: Sets of headings, one of which the table has.
        meanings: The columns of headings that mean another thing there; empty for none.
        is_by_commas: Whether commas separate the authors of a cell.
    """

    name: str
    headings: tuple[str, ...]
    meanings: Mapping[str, str] = {}
    is_by_commas: bool = False


EXPORTERS = (
    Exporter("refconv", ("otherfields",)),
    Exporter("pubmed", ("journalbook firstauthor createdate",), {"citation": "Citation"}, True),
    Exporter(
        "publish-or-perish",
        ("gsrank querydate", "cites articleurl"),
        {"source": "Publication Title", "type": "", "relatedurl": ""},
        is_by_commas=True,
    ),
    Exporter("embase", ("authornames source", "embaseaccessionid"), {"source": "Citation"}),
    Exporter("scopus", ("eid sourcetitle", "authorsid"), {"source": "Archive"}),
    Exporter("springer", ("itemtitle itemdoi",), {"authors": "Glued Authors"}),
    Exporter("zotero", ("itemtype publicationtitle abstractnote", "manualtags"), {"key": "ID"}),
    Exporter("lens", ("lensid",), {"references": ""}),
    Exporter("dimensions", ("publicationid dimensionsurl", "sourcelinkout pubyear")),
    Exporter(
        "ieee",
        ("documenttitle ieeeterms", "documentidentifier pdflink"),
        {"documentidentifier": "Type"},
    ),
    Exporter("web-of-science", ("utuniquewosid", "authorfullnames sourcetitle")),
    Exporter(
        "openoffice",
        ("identifier bibliographytype",),
        {"identifier": "ID", "bibliographytype": "Type"},
    ),
    Exporter("covidence", ("covidence",), {"status": "", "study": "", "ref": ""}),
    Exporter("openalex", ("authorshipsauthordisplayname",), {"id": "Accession Number"}),
)

_OTHER = Exporter("", ())


def find_header(text: str) -> Header | None:
    r"""Return the header of a table; ``None`` for a text without a row.

    >>> header = find_header("Title;Authors;Mood\nA;Hale, Nora;calm\n")
    >>> header.delimiter, [column.column for column in header.columns]
    (';', ['Title', 'Authors', ''])
    """
    told = _SEPARATOR.match(text)
    place = told.end() if told is not None else 0
    marks = (told["mark"],) if told is not None else DELIMITERS
    kind = ""
    for start, line in _lines(text, place):
        if (match := _KIND.fullmatch(line.strip())) is not None:
            kind = match["kind"]
            continue
        found = [
            (sum(c is not None for c in map(_known, cells)), mark)
            for mark in marks
            if recognises(cells := row_at(text, start, mark).cells)
        ]
        if found:
            _, mark = max(found, key=lambda one: one[0])
            return evolve(_header(text, start, mark), kind=kind)
    first = next((start for start, line in _lines(text, place) if line.strip()), None)
    if first is None:
        return None
    line = text[first:].partition("\n")[0]
    return _header(text, first, max(marks, key=line.count))


def _lines(text: str, place: int) -> list[tuple[int, str]]:
    """Return the first lines from a place on, each with the place where it begins."""
    found: list[tuple[int, str]] = []
    while place < len(text) and len(found) < _MOST_LINES:
        newline = text.find("\n", place)
        end = len(text) if newline < 0 else newline
        found.append((place, text[place:end]))
        place = end + 1
    return found


def _known(cell: str) -> KnownColumn | None:
    return COLUMNS.get(folded(cell))


def _header(text: str, start: int, delimiter: str) -> Header:
    row = row_at(text, start, delimiter)
    names = [cell.strip(" \t\ufeff\xa0") for cell in row.cells]
    while names and not names[-1]:
        names.pop()
    headings = [folded(name) for name in names]
    exporter = _exporter(headings)
    meanings = {**_meanings(headings), **exporter.meanings}
    columns = tuple(
        _column(name, heading, meanings) for name, heading in zip(names, headings, strict=True)
    )
    header = Header(delimiter, columns, start, row.end, exporter.name)
    if _has_row_names(text, header):
        header = evolve(header, columns=(Column("", ""), *columns))
    return evolve(header, is_by_commas=exporter.is_by_commas or _is_by_commas(text, header))


def _exporter(headings: Sequence[str]) -> Exporter:
    known = {*headings}
    for exporter in EXPORTERS:
        if any(known.issuperset(some.split()) for some in exporter.headings):
            return exporter
    return _OTHER


def _column(name: str, heading: str, meanings: Mapping[str, str]) -> Column:
    if heading in meanings:
        return Column(name, heading, meanings[heading])
    place = COLUMNS.get(heading)
    return Column(name, heading) if place is None else Column(name, heading, *place)


def _meanings(headings: Sequence[str]) -> Mapping[str, str]:
    """Return what headings mean that depend on those beside them."""
    known = {place.column for one in headings if (place := COLUMNS.get(one)) is not None}
    found: dict[str, str] = {}
    if "Publication Title" not in known:
        for heading in ("source", "publication", "fuente", "quelle", "in", "conference"):
            if heading in headings:
                found[heading] = "Publication Title"
                break
    elif "source" in headings and "Archive" not in known:
        found["source"] = "Archive"
    if "Volume" in known and "Issue" not in known:
        # The number of a volume is an issue.
        found.update(dict.fromkeys(("number", "nummer", "no", "nr", "num"), "Issue"))
    if "Authors" not in known:
        found.update(dict.fromkeys(("contributors", "contributor"), "Authors"))
    return found


_EVIDENCE = 200
"""Rows in which it is looked for how the authors of a cell are separated, and for row names."""


def _has_row_names(text: str, header: Header) -> bool:
    """Return whether each row begins with its number, above which R writes no heading."""
    found = [row.cells for _, row in islice(rows(text, header.delimiter, header.end), _EVIDENCE)]
    return bool(found) and all(
        len(cells) == len(header.columns) + 1 and cells[0] == str(number)
        for number, cells in enumerate(found, 1)
    )


def _is_by_commas(text: str, header: Header) -> bool:
    """Return whether no cell of authors has a semicolon or another mark beside its commas."""
    if header.exporter in ("refconv", "zotero", "web-of-science", "scopus"):
        return False
    places = [i for i, one in enumerate(header.columns) if one.column == "Authors"]
    cells = [
        row.cells[i]
        for _, row in islice(rows(text, header.delimiter, header.end), _EVIDENCE)
        for i in places
        if i < len(row.cells)
    ]
    has_commas = any("," in cell for cell in cells)
    return has_commas and not any(mark in cell for cell in cells for mark in (";", "|", "\n", "//"))
