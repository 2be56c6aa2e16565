"""What is a duplicate, and what is another publication."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.model import Name, Reference
from refconv.library.deduplication.compared import compared
from refconv.library.deduplication.evidence import Verdict, is_abbreviated_name, weigh
from refconv.library.deduplication.folded import words

ARTICLE = Reference(
    type="article-journal",
    title="Effects of salt on the melting of snow in mountain towns",
    author=(Name(family="Okoro", given="Uche"), Name(family="Lindqvist", given="Per Olof")),
    container_title="The Journal of Clinical Hydrology",
    issued=2010,
    volume=12,
    issue=3,
    page="123-129",
    DOI="10.1000/snow.1",
    PMID="20412345",
)
BARE = ARTICLE.changed(DOI="", PMID="")


def verdict(a: Reference, b: Reference, *, with_preprints: bool = False) -> Verdict:
    def abstracts() -> tuple[str, str]:
        return a.abstract, b.abstract

    found = weigh(compared(a), compared(b), abstracts, with_preprints=with_preprints)
    back = weigh(compared(b), compared(a), abstracts, with_preprints=with_preprints)
    assert found.weight == back.weight
    return found


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"page": "123-9"},
        {"page": ""},
        {"page": "S123-S129"},
        {"container_title": "J Clin Hydrol"},
        {"container_title": "J. Clin. Hydrol."},
        {"container_title": ""},
        {"title": "[Effects of salt on the melting of snow in mountain towns]."},
        {"title": "EFFECTS OF SALT ON THE MELTING OF SNOW IN MOUNTAIN TOWNS"},
        {"title": "Effect of salt on melting of snow in mountain towns"},
        {"title": "Effects of salt on the melting of snow in mountain towns: ten winters of work"},
        {"title": "Wirkungen des Salzes auf die Schmelze des Schnees in Bergorten"},
        {"author": (Name(family="Okoro", given="U."), Name(family="Lindqvist", given="P. O."))},
        {"author": (Name(family="Okoro", given="U."),)},
        {"author": (Name(family="Uche", given="Okoro"), Name(family="Lindqvist", given="Per"))},
        {"author": ()},
        {"author": (Name(literal="Anonymous"),)},
        {"issued": 2011},
        {"issued": 1910},
        {"volume": "", "issue": "", "page": "", "issued": 2009},
        {"issue": ""},
        {"page": "e123"},
        {"type": "document"},
        {"title": f"Editorial: {ARTICLE.title}"},
        {"title": f"{ARTICLE.title} [abstract no: 12]"},
        {"title": f"{ARTICLE.title} (Provisional abstract)"},
        {"page": "7p", "volume": ""},
        {"page": "125-129"},
        {"author": (Name(literal="Okoro U., Lindqvist P.O."),)},
        {"DOI": "10.1000/snow.1", "title": "", "page": ""},
        {"container_title": "Snow and sand", "DOI": "10.1000/SNOW.1"},
    ],
)
def test_duplicates(changes: dict[str, Any]) -> None:
    base = ARTICLE if changes.get("DOI") else BARE

    assert verdict(base, base.changed(**changes)).is_duplicate


ELSEWHERE = {"volume": "15", "issue": "1", "page": "45-51"}


@pytest.mark.parametrize(
    "changes",
    [
        {"title": f"Erratum: {ARTICLE.title}"},
        {"title": f"{ARTICLE.title}: reply"},
        {"title": f"Comment on: {ARTICLE.title}", **ELSEWHERE},
        {"title": f"{ARTICLE.title}: study protocol", **ELSEWHERE},
        {"title": f"{ARTICLE.title}. Part II", **ELSEWHERE},
        {"title": ARTICLE.title.replace("snow", "ice"), **ELSEWHERE},
        {"title": f"{ARTICLE.title} in women", **ELSEWHERE},
        {"issued": 2012, **ELSEWHERE},
        {"issued": 2009, "page": "S45", "volume": "11", "issue": "Suppl 1"},
        {"issued": 2010, "page": "e445", "issue": "4 Suppl"},
        {"container_title": "Proceedings of the Snow Congress", "volume": "", "page": ""},
        {"type": "thesis", "page": "", "volume": ""},
        {"title": f"Editorial: {ARTICLE.title}", **ELSEWHERE},
        {"title": f"{ARTICLE.title}: a follow-up", "page": "", "volume": "", "issue": ""},
        {"title": f"{ARTICLE.title}: pilot study", "page": "", "volume": "", "issue": ""},
        {"page": "S45", "issue": ""},
        {"page": "1123-1129", "issue": ""},
        {"type": "article", "genre": "preprint", "container_title": "bioRxiv", "page": ""},
        {"author": (Name(family="Haddad", given="Z"),), **ELSEWHERE},
    ],
)
def test_other_publications(changes: dict[str, Any]) -> None:
    assert not verdict(BARE, BARE.changed(**changes)).is_duplicate


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Editorial", "page": ""},
        {"title": "Introduction", "author": (), "page": ""},
        {"title": "Book reviews", "author": ()},
    ],
)
def test_a_title_that_many_have_says_little(changes: dict[str, Any]) -> None:
    one = Reference(type="article-journal", issued=2010, **changes)

    assert not verdict(one, one.changed(container_title="Snow")).is_duplicate


def test_a_preprint_is_a_duplicate_if_that_is_wanted() -> None:
    preprint = Reference(
        type="article", genre="preprint", title=ARTICLE.title, author=ARTICLE.author, issued=2009
    )

    assert not verdict(ARTICLE, preprint).is_duplicate
    assert verdict(ARTICLE, preprint, with_preprints=True).is_duplicate


def test_an_update_of_a_cochrane_review_is_another_publication() -> None:
    review = BARE.changed(page="CD001234", volume="", issue="3", container_title="Cochrane Db")

    assert verdict(review, review.changed(issue="")).is_duplicate
    assert not verdict(review, review.changed(issued=2012, issue="7")).is_duplicate


def test_a_talk_that_is_told_again_is_another_publication() -> None:
    talk = BARE.changed(container_title="Abstracts of the Snow Congress", volume="", page="")

    assert verdict(talk, talk.changed(issue="")).is_duplicate
    assert not verdict(talk, talk.changed(issued=2011)).is_duplicate


def test_a_thesis_is_one_publication_in_its_abstracts_and_as_a_book() -> None:
    thesis = BARE.changed(type="thesis", container_title="", volume="", page="", issue="")
    listed = thesis.changed(
        type="article-journal", container_title="Dissertation Abstracts International"
    )

    assert verdict(thesis, listed).is_duplicate


def test_abstracts_decide_in_doubt() -> None:
    text = (
        "We measured the melting of snow under salt in ten towns of the mountains during three "
        "winters, and compared the depth of the snow on roads with that of fields beside them."
    )
    other = (
        "Sand moves in dunes when the wind of the desert blows from the sea at night; we filmed "
        "twelve of them from towers for a year, and followed single grains by their colours."
    )
    one = BARE.changed(page="", volume="", container_title="", issued=None, issue="", abstract=text)

    assert verdict(one, one.changed(author=(), issued=2010)).is_duplicate
    assert not verdict(one, one.changed(abstract=other)).is_duplicate


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("N Engl J Med", "New England Journal of Medicine", True),
        ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences", False),
        ("Dtsch Med Wochenschr", "Deutsche Medizinische Wochenschrift", True),
        ("Br J Cancer", "British Journal of Cancer", True),
        ("J Clin Oncol", "Journal of Clinical Pathology", False),
        ("Circulation", "Circulation Research", True),
    ],
)
def test_abbreviated_names(short: str, long: str, expected: bool) -> None:
    empty = {"of", "the"}
    names = (tuple(w for w in words(name) if w not in empty) for name in (short, long))

    assert is_abbreviated_name(*names) is expected


def test_the_reason_names_what_is_alike() -> None:
    found = verdict(BARE, BARE.changed(issue="", page="123-9", issued=2011))

    assert found.reason == "pages, title, authors, journal, volume"
    assert 0.9 < found.score < 1
