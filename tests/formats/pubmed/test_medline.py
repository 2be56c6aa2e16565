"""MEDLINE's tags: lines, records, people."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code, Date, Name
from refconv.formats.base import Chunk
from refconv.formats.pubmed.medline import split
from refconv.values.structured_names import ET_AL, Person
from tests.formats.pubmed.records import NBIB, SAME, STRAUSS, one, shown


def test_an_article() -> None:
    read = refconv.read(NBIB, "nbib")

    assert read.diagnostics == ()
    assert shown(read.references[0]) == {
        **shown(SAME),
        "title": "Growth of cells: a title that is longer than one line",
        "author": (
            STRAUSS,
            Name(family="van der Berg", given="Jan"),
            Name(literal="A Study Group"),
        ),
        "language": "en",
        "revised": Date.on(2016, 2, 3),
        "abstract": "BACKGROUND: Some. METHODS: Others.",
        "keyword": ("biomarkers", "Female", "Health/*history"),
    }
    assert read.references[0].custom == (
        ("nbib:OWN", "NLM"),
        ("nbib:STAT", "MEDLINE"),
        ("nbib:CI", "Copyright Somebody."),
        ("nbib:AD", "A department, a town."),
        ("nbib:GR", "076053/Wellcome Trust/United Kingdom"),
        ("nbib:PT", "Journal Article"),
        ("nbib:PT", "Review"),
        ("nbib:PHST:revised", "2016/01/02 00:00"),
        ("nbib:PHST", "2016/04/13 06:00 [entrez]"),
        ("nbib:AID", "PONE-D-15-1 [pii]"),
        ("nbib:SO", "PLoS One. 2016."),
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("PMID- 1\nTI  - A.\n\nPMID- 2\nTI  - B.\n", ["A", "B"]),
        ("PMID- 1\nTI  - A.\nPMID- 2\nTI  - B.\n", ["A", "B"]),
        ("\ufeffPMID-1\rTI  - A.\r\rPMC - PMC12345\rTI  -B.", ["A", "B"]),
        ("PMC - PMC1\nPMID- 1\nTI  - A.\n\nPMC - PMC2\nPMID- 2\nTI  - B.\n", ["A", "B"]),
        ("PMCR- 2019/05/01\nPMID- 1\nTI  - A.\n", ["A"]),
        ("PMC - PMC1\n\nPMID- 2\nTI  - B.\n", ["", "B"]),
        ("PMID- 1\nTI  - A.\n\nPMCR- 2019/05/01\nTI  - B.\n", ["A", "B"]),
        ("OWN - NLM\nTI  - A.\n\nOWN - NLM\nTI  - B.\n", ["A", "B"]),
        ("STAT- MEDLINE\nTI  - A.\n\nSTAT- MEDLINE\nTI  - B.\n", ["A", "B"]),
        ("TI  - A.\n\nTI  - B.\n", ["A", "B"]),
        ("PMID- 1\nTI  - A\n      - b.\n\n      \n", ["A - b"]),
    ],
)
def test_records_of_a_file(text: str, titles: list[str]) -> None:
    assert [reference.title for reference in refconv.read(text, "nbib")] == titles


# (lines, pairs of key and value)
PAIRS: list[tuple[str, list[tuple[str, object]]]] = [
    ("PMID- 1", [("PMID", "1")]),
    ("PMID- 1\nTI  - A\n      title", [("PMID", "1"), ("TI", "A title")]),
    ("PMID- 1\nLID - 10.1000/a [doi]", [("PMID", "1"), ("LID:doi", "10.1000/a")]),
    ("PMID- 1\nTI  - ", [("PMID", "1")]),
    # The name in full is followed by its short form.
    ("FAU - King, Ann\nAU  - King A", [("FAU", Person("King", "Ann"))]),
    ("AU  - King A", [("FAU", Person("King", "A."))]),
    ("FAU - King, Ann Jr", [("FAU", Person("King", "Ann", "Jr"))]),
    ("AU  - Strauss RP 3rd", [("FAU", Person("Strauss", "R. P.", "3rd"))]),
    ("FAU - Plato", [("FAU", Person("Plato"))]),
    (
        "FAU - King, Ann\nAUID- ORCID: 0000000218250097",
        [("FAU", Person("King", "Ann", orcid="0000-0002-1825-0097"))],
    ),
    ("AUID- ORCID: 0000000218250097", [("AUID", "ORCID: 0000000218250097")]),
    ("CN  - A Group", [("FAU", Person(literal="A Group"))]),
    ("AU  - et al.", [("FAU", ET_AL)]),
    ("ED  - King A", [("FED", Person("King", "A."))]),
]


@pytest.mark.parametrize(("lines", "pairs"), PAIRS)
def test_lines_and_pairs(lines: str, pairs: list[tuple[str, object]]) -> None:
    (record,) = split(Chunk(lines), None).records

    assert [*record.fields] == pairs


def test_an_incomplete_list() -> None:
    reference = one("PMID- 1\nAU  - King A\nAU  - et al.\n", "nbib")

    assert reference.author == (Name(family="King", given="A."),)
    assert reference.et_al == {"author"}


def test_lines_outside_of_fields_are_reported() -> None:
    read = refconv.read("PMID- 1\nSO  invalid\nTI  - A.\n\nA line.\n\nPMID- 2\n", "nbib")

    assert [(d.code, d.line) for d in read.diagnostics] == [
        (Code.STRAY_TEXT, 2),
        (Code.STRAY_TEXT, 5),
    ]
    assert len(read) == 2
