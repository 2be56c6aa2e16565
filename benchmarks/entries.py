"""Write a made-up library of any size: python -m benchmarks.entries bibtex 100000 > library.bib.

It is the same at every run. Like real libraries it has articles, papers, books, chapters, theses,
reports and web pages, in like shares; a third has LaTeX, two thirds have fields of one program, and
abstracts and keywords stand in a tenth of the BibTeX entries and half of the RIS records.
Formats: bibtex, ris.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

SYLLABLES = (
    "ba be bi bo da de di do fa ga ka la le li lo ma mi na ne no pa ra re ri sa ta ti to va".split()
)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# Letters with accents, in LaTeX and in Unicode.
ACCENTED = [
    ("{\\\"u}", "ü"), ("\\'e", "é"), ("{\\o}", "ø"), ("\\~{n}", "ñ"), ("{\\v{c}}", "č"), ("ö", "ö"),
]  # fmt: skip
MARKED = [
    ("{DNA}", "DNA"),
    ("\\textit{E. coli}", "E. coli"),
    ("$\\alpha$-helix", "α-helix"),
    ("{RNA}-seq", "RNA-seq"),
    ("H$_2$O", "H2O"),
]
# (weight, type in BibTeX and in RIS, key of the container in BibTeX and in RIS)
KINDS = [
    (66, "article", "JOUR", "journal", "T2"),
    (12, "inproceedings", "CPAPER", "booktitle", "T2"),
    (7, "book", "BOOK", "", ""),
    (7, "incollection", "CHAP", "booktitle", "T2"),
    (4, "phdthesis", "THES", "", ""),
    (2, "techreport", "RPRT", "", ""),
    (2, "misc", "ELEC", "", ""),
]


class Text(NamedTuple):
    """A text, in LaTeX and in Unicode."""

    latex: str
    plain: str


class Entry(NamedTuple):
    """A made-up entry."""

    kind: tuple[int, str, str, str, str]
    key: str
    authors: list[tuple[Text, str]]
    title: Text
    container: str
    publisher: str
    year: int
    month: int
    volume: int
    issue: int
    page: int
    last: int
    doi: str
    abstract: str
    keywords: list[str]
    group: str

    @property
    def is_annotated(self) -> bool:
        """Whether its BibTeX has the abstract and the keywords."""
        return self.page % 8 == 0


class _Maker:
    """Make entries of made-up words."""

    def __init__(self) -> None:
        self.chance = random.Random(1)  # noqa: S311 (nothing secret)

    def word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))

    def words(self, least: int, most: int) -> str:
        return " ".join(self.word() for _ in range(self.chance.randint(least, most)))

    def family(self) -> Text:
        name = self.word().title()
        if self.chance.random() > 0.12:
            return Text(name, name)
        latex, plain = self.chance.choice(ACCENTED)
        return Text(f"{name[:2]}{latex}{name[2:]}", f"{name[:2]}{plain}{name[2:]}")

    def title(self) -> Text:
        text = self.words(5, 14).capitalize()
        if self.chance.random() > 0.2:
            return Text(text, text)
        latex, plain = self.chance.choice(MARKED)
        return Text(f"{text} {latex} {self.word()}", f"{text} {plain} {self.word()}")

    def entry(self, number: int) -> Entry:
        chance = self.chance
        kind = chance.choices(KINDS, [kind[0] for kind in KINDS])[0]
        authors = [
            (self.family(), f"{self.word().title()} {chance.choice('ABCDEFG')}.")
            for _ in range(min(12, 1 + int(chance.expovariate(0.4))))
        ]
        first = chance.randint(1, 2000)
        year = chance.randint(1950, 2025)
        return Entry(
            kind,
            f"{authors[0][0].plain.lower()}{year}n{number}",
            authors,
            self.title(),
            f"Journal of {self.words(1, 3).title()}" if kind[3] else "",
            f"{self.word().title()} Press",
            year,
            chance.randint(1, 12),
            chance.randint(1, 300),
            chance.randint(1, 12),
            first,
            first + chance.randint(1, 30),
            f"10.{chance.randint(1000, 9999)}/{self.word()}_{number}",
            self.words(60, 140) if chance.random() < 0.5 else "",
            [self.words(1, 2) for _ in range(3)] if chance.random() < 0.4 else [],
            self.word(),
        )


def entries(count: int) -> Iterator[Entry]:
    """Return a number of entries."""
    maker = _Maker()
    return (maker.entry(number) for number in range(count))


def as_bibtex(entry: Entry) -> str:
    """Return an entry in BibTeX, as reference managers write it."""
    _, kind, _, inside, _ = entry.kind
    fields = {
        "author": " and ".join(f"{family.latex}, {given}" for family, given in entry.authors),
        "title": entry.title.latex,
        inside: entry.container,
        "publisher": entry.publisher if kind in ("book", "incollection") else "",
        "school": entry.publisher if kind == "phdthesis" else "",
        "institution": entry.publisher if kind == "techreport" else "",
        "year": str(entry.year),
        "volume": str(entry.volume) if kind == "article" else "",
        "number": str(entry.issue) if kind == "article" else "",
        "pages": f"{entry.page}--{entry.last}" if inside else "",
        "doi": entry.doi if inside else "",
        "url": f"https://example.org/{entry.doi}" if not inside else "",
        "abstract": entry.abstract if entry.is_annotated else "",
        "keywords": ", ".join(entry.keywords) if entry.is_annotated else "",
        # JabRef's and DBLP's own fields.
        "groups": entry.group if entry.page % 3 else "",
        "timestamp": f"{entry.year}.{entry.month:02d}.01" if entry.page % 3 == 1 else "",
        "biburl": f"https://example.org/rec/{entry.group}" if entry.page % 8 == 1 else "",
        "bibsource": "example bibliography" if entry.page % 8 == 1 else "",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if name and value]
    month = f"  month = {MONTHS[entry.month - 1]},\n" if kind == "article" else ""
    return f"@{kind}{{{entry.key},\n{''.join(lines)}{month}}}\n\n"


def as_ris(entry: Entry) -> str:
    """Return an entry in RIS, as publishers write it."""
    _, _, kind, inside, container = entry.kind
    lines = [("TY", kind), ("ID", entry.key)]
    lines += [("AU", f"{family.plain}, {given}") for family, given in entry.authors]
    lines += [("TI", entry.title.plain), (container, entry.container)]
    lines += [("PY", str(entry.year)), ("DA", f"{entry.year}/{entry.month:02d}//")]
    if kind == "JOUR":
        lines += [("VL", str(entry.volume)), ("IS", str(entry.issue))]
    if inside:
        lines += [("SP", str(entry.page)), ("EP", str(entry.last)), ("DO", entry.doi)]
    else:
        lines += [("PB", entry.publisher), ("UR", f"https://example.org/{entry.doi}")]
    lines += [("AB", entry.abstract), *(("KW", keyword) for keyword in entry.keywords)]
    if entry.page % 3:
        lines += [("N1", f"Export Date: 1 May {entry.year}"), ("ST", entry.title.plain)]
        lines += [("L1", f"internal-pdf://{entry.group}.pdf"), ("AN", entry.group)]
    text = "".join(f"{tag}  - {value}\r\n" for tag, value in lines if tag and value)
    return f"{text}ER  - \r\n\r\n"


AS: Mapping[str, Callable[[Entry], str]] = {"bibtex": as_bibtex, "ris": as_ris}


def main(name: str, count: int) -> None:
    """Write a library to stdout."""
    for entry in entries(count):
        sys.stdout.buffer.write(AS[name](entry).encode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
