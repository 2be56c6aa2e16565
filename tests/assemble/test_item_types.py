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
    {"gaps": "[DB/OL]"},
    {"gaps": "[CP]"},
    {"gaps": "[CM]"},
    # law
    {"title": "Offshore Wind: Hearing before the Subcommittee on Power"},
    {"container-title": "HL Deb", "volume": "654"},
    {"number": "H.R. 1234", "title": "Clean Harbors Act"},
    {"container-title": "UNTS", "title": "Convention on Wetlands", "volume": "996"},
    {"container-title": "C.F.R.", "section": "164.5", "volume": "45"},
    {"container-title": "Stat.", "title": "Clean Harbors Act", "volume": "102"},
    {"section": "s 8", "title": "Tissue Bill"},
    {"container-title": "BGHZ", "volume": "12", "page": "34"},
    {"authority": "UKHL", "title": "R v Thornley", "number": "41"},
    {"container-title": "CLR", "title": "Palm v Ridley", "volume": "256"},
    {"title": "Human Tissue Act 2004"},
    {"title": "Convention on Biological Diversity"},
    # media
    {"medium": "Photograph", "publisher": "Instagram"},
    {"medium": "Data set"},
    {"medium": "Computer software"},
    {"medium": "Blog post"},
    {"medium": "Tweet"},
    {"medium": "Film"},
    {"medium": "TV series episode"},
    {"medium": "Audio podcast episode"},
    {"medium": "Sheet music"},
    {"medium": "Map"},
    {"medium": "Painting"},
    {"medium": "PowerPoint slides"},
    {"medium": "Interview"},
    {"medium": "Letter"},
    {"medium": "Unpublished manuscript"},
    {"medium": "Opera performance"},
    {"medium": "Brochure"},
    {"medium": "Exhibition"},
    {"medium": "Doctoral dissertation"},
    {"medium": "Fact sheet"},
    {"medium": "Preprint"},
    {"medium": "Review of the book Logic"},
    {"genre": "PhD thesis", "volume": "3"},
    {"gaps": "Diss., ", "publisher": "P"},
    {"number": "US 7,411,683"},
    {"gaps": "[Data set]", "publisher": "Zenodo"},
    {"note": "Computer software"},
    {"recipient": "Roe A"},
    {"gaps": "(personal communication)"},
    {"title": "Letter to Anna Roe"},
    {"note": "Unpublished manuscript"},
    {"interviewer": "Roe A", "archive": "Harbour University"},
    {"archive": "TNA", "title": "Minutes"},
    {"genre": "Interview"},
    {"title": "Interview with Anna Roe"},
    {"series-creator": "Roe A", "title": "T"},
    {"gaps": ", episode ", "title": "T"},
    {"director": "Roe A", "title": "T"},
    {"gaps": "[Film]"},
    {"publisher": "YouTube", "title": "T"},
    {"host": "Roe A", "title": "T"},
    {"container-title": "Night Ferry", "title": "T", "publisher": "Tern Records"},
    {"title": "Lake District, 1:25,000"},
    {"gaps": " (blog), ", "URL": "https://a.org/"},
    {"container-title": "Roe's blog", "URL": "https://a.org/"},
    {"container-title": "Twitter", "title": "T"},
    {"title": "ISO 690:2010 Information", "publisher": "ISO"},
    {"genre": "ISO Standard"},
    {"title": "U.S. Patent No. 8,012,345"},
    {"number": "COM(2020) 798 final"},
    {"container-title": "Maps", "title": "Review of “Power”, by J. Roe"},
    {"container-title": "The New York Times"},
    {"container-title": "The Economist"},
    {"container-title": "bioRxiv", "title": "T"},
    {"arXiv": "1706.03762", "title": "T"},
    {"event-title": "10th Meeting", "title": "T"},
    {"container-title": "Proceedings of the 10th Conference", "title": "T"},
    {"container-title": "Proc. of a Conference", "publisher": "ACM", "volume": "3"},
    {"collection-title": "Proceedings of a Conference", "title": "T", "in": ""},
    {"container-title": "Encyclopedia of Logic", "title": "T"},
    {"gaps": ", s.v. “", "title": "T"},
    {"container-title": "Dictionary of Logic", "title": "T"},
    {"publisher": "Snow Data Archive", "title": "T"},
    {"publisher": "GitHub", "title": "T"},
    {"container-title": "Logic", "title": "T", "editor": "Ng A"},
    {"container-title": "Logic", "title": "T", "publisher": "P"},
    {"container-title": "Logic", "title": "T", "publisher": "P", "in": "", "volume": "3"},
    {"container-title": "Space Daily", "accessed": "2019", "in": ""},
    {"container-title": "Logic", "title": "T", "in": ""},
    {"genre": "Technical Report"},
    {"title": "Annual Report"},
    {"publisher": "HMSO", "title": "T"},
    {"version": "0.9.2", "title": "T"},
    {"container-title": "Journal of Logic", "URL": "https://a.org/"},
    {"publisher": "Roe Survey Website", "URL": "https://a.org/"},
    {"container-title": "Space Daily", "accessed": "2019"},
    {"container-title": "Nature", "volume": "3"},
    {"URL": "https://a.org/", "title": "T"},
    {"title": "T", "publisher": "P", "URL": "https://a.org/"},
    {"collection-title": "Studies", "publisher": "P"},
    {"volume": "3", "page": "1-2"},
    {"URL": "https://a.org/", "volume": "3"},
    {"author": "Roe A", "title": "T", "page": "118"},
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
        # A word in brackets is a letter to the journal, a review article is no review.
        ({"container-title": "Nature", "medium": "Letter", "issue": "3"}, "article-journal"),
        ({"container-title": "Phys. Rev. D", "title": "Review of particle physics"},
         "article-journal"),
        # Parties are named in articles too.
        ({"author": "Roe", "title": "Palm v Ridley", "container-title": "Law"}, "article-journal"),
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
    # the publisher of data, the site of a page
    ("{title|T} [Data set]. {container-title|Snow Archive}", "dataset",
     {"publisher": "Snow Archive"}),
    ("{title|T}. {publisher|Roe Survey Website}. {URL|https://a.org/}", "webpage",
     {"container-title": "Roe Survey Website"}),
    # the date in the name of an act, in the number of a standard
    ("{title|Human Tissue Act 2004}, {section|s 8}", "legislation", {"issued": "2004"}),
    ("{title|Gesetz vom 3. Mai 1990}, {section|§ 8}", "legislation", {"issued": "3. Mai 1990"}),
    ("{number|DIN EN 1992-1-1:2011-01}. {title|T}", "standard", {"issued": "2011-01"}),
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
