"""Labels and words → the item type: a row for each row of the evidence."""

from __future__ import annotations

import re

import pytest

from refconv.assemble.item_types import (
    EVIDENCE,
    TypeEvidence,
    adapt_to_type,
    genre_in,
    item_type,
    names_type,
)
from tests.assemble.marked import after, fields

# In the order of the evidence: the values of a reference that this row decides.
DECIDED: list[dict[str, str]] = [
    {"gaps": "[J]", "publisher": "P", "title": "T"},
    {"gaps": "[M]"},
    {"gaps": "[D]"},
    {"gaps": "[C]"},
    {"gaps": "[R]"},
    {"gaps": "[N]"},
    {"gaps": "[P]"},
    {"gaps": "[S]"},
    {"gaps": "[EB/OL]"},
    {"genre": "PhD thesis", "volume": "3"},
    {"gaps": "Diss., ", "publisher": "P"},
    {"number": "US 7,411,683"},
    {"gaps": "[Data set]", "publisher": "Zenodo"},
    {"note": "Computer software"},
    {"gaps": "(personal communication)"},
    {"note": "Unpublished manuscript"},
    {"genre": "Interview"},
    {"gaps": "[Film]"},
    {"title": "ISO 690:2010 Information", "publisher": "ISO"},
    {"container-title": "The New York Times"},
    {"container-title": "bioRxiv", "title": "T"},
    {"arXiv": "1706.03762", "title": "T"},
    {"event-title": "10th Meeting", "title": "T"},
    {"container-title": "Proceedings of the 10th Conference", "title": "T"},
    {"container-title": "Proc. of a Conference", "publisher": "ACM", "volume": "3"},
    {"collection-title": "Proceedings of a Conference", "title": "T", "in": ""},
    {"container-title": "Encyclopedia of Logic", "title": "T"},
    {"container-title": "Logic", "title": "T", "editor": "Ng A"},
    {"container-title": "Logic", "title": "T", "publisher": "P"},
    {"container-title": "Logic", "title": "T", "publisher": "P", "in": "", "volume": "3"},
    {"container-title": "Logic", "title": "T", "in": ""},
    {"genre": "Technical Report"},
    {"title": "Annual Report"},
    {"container-title": "Nature", "volume": "3"},
    {"URL": "https://a.org/", "title": "T"},
    {"title": "T", "publisher": "P", "URL": "https://a.org/"},
    {"collection-title": "Studies", "publisher": "P"},
    {"volume": "3", "page": "1-2"},
    {"URL": "https://a.org/", "volume": "3"},
]


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        pytest.param(row, printed, id=f"{row.type} {printed}")
        for row, printed in zip(EVIDENCE, DECIDED, strict=True)
    ],
)
def test_evidence(row: TypeEvidence, printed: dict[str, str]) -> None:
    values = {label: [value] for label, value in printed.items()}
    labels = frozenset(values)
    deciding = next(row for row in EVIDENCE if row.fits(labels) and row.is_found(values))

    assert deciding is row
    assert item_type(values) == row.type


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ({}, "document"),
        ({"title": "T"}, "document"),
        # Journals that are called proceedings.
        ({"container-title": "Proc Natl Acad Sci", "volume": "9"}, "article-journal"),
        ({"container-title": "Proceedings of the Royal Society"}, "article-journal"),
        ({"container-title": "bioRxiv", "title": "T", "volume": "3"}, "article-journal"),
        ({"container-title": "The New York Times", "volume": "3"}, "article-journal"),
        ({"container-title": "Logic", "title": "T", "publisher": "P", "issue": "3"},
         "article-journal"),
    ],
)  # fmt: skip
def test_what_rows_lack(printed: dict[str, str], kind: str) -> None:
    assert item_type({label: [value] for label, value in printed.items()}) == kind


@pytest.mark.parametrize(
    "row", [row for row in EVIDENCE if row.words], ids=lambda row: str(row.type)
)
def test_words_match_lower_case(row: TypeEvidence) -> None:
    assert row.words is not None
    letters = re.sub(r"\\.", "", row.words.pattern)

    assert letters == letters.lower()


@pytest.mark.parametrize(
    ("gap", "expected"),
    [(" [J]. ", True), (" (PhD thesis), ", True), (" arXiv preprint ", True), (". In: ", False)],
)
def test_gaps_that_name_a_type(gap: str, expected: bool) -> None:
    assert names_type(gap) is expected


ADAPTED = [
    # A whole has a title.
    ("{container-title|Logic} (PhD thesis)", "thesis", {"title": "Logic"}),
    ("{title|T}. {container-title|Logic}. {edition|2}", "chapter",
     {"title": "T", "container-title": "Logic"}),
    # the number of a report
    ("{title|T}. {genre|Technical Report} {issue|329}", "report", {"number": "329"}),
    ("{title|T}. {genre|Technical Report} {volume|3}", "report", {"number": "3"}),
    ("{title|T}. {genre|Report} {number|4}, {issue|3}", "report", {"number": "4", "issue": "3"}),
    # preprints
    ("{title|T}. {arXiv|1706.03762}", "article", {"archive": "arXiv", "genre": "preprint"}),
    ("{title|T}. {container-title|PRL} {volume|1} {arXiv|1706.03762}", "article-journal",
     {"archive": "arXiv"}),
    # printed names of types
    ("{title|T} (PhD thesis)", "thesis", {"genre": "PhD thesis"}),
    ("{title|T} (PhD thesis). {genre|Diss.}", "thesis", {"genre": "Diss."}),
    ("{title|T} [Data set]", "dataset", {"genre": "Data set"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "kind", "expected"), ADAPTED)
def test_values_follow_from_the_type(marked: str, kind: str, expected: dict[str, str]) -> None:
    draft = after(adapt_to_type, marked)

    assert draft.type == kind
    assert fields(draft).items() >= expected.items()


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (" (unpublished PhD thesis, ", "unpublished PhD thesis"),
        ("Diplomarbeit, Bonn", "Diplomarbeit"),
        (" [Data set]", "Data set"),
        ("U.S. Patent", "U.S. Patent"),
        ("Working paper 3", "Working paper"),
        ("Diss. ", "Diss."),
        ("in press", ""),
    ],
)
def test_genres(text: str, genre: str) -> None:
    assert genre_in(text) == genre
