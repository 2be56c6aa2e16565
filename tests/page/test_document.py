"""A page in, its references and its own record out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refconv.core.codes import Code
from refconv.core.report import Found
from refconv.page.document import Page, read_page

ROOT = Path(__file__).parents[2]
PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def sections(path: Path) -> dict[str, str]:
    """Read a page file: what it shows, then sections, each after a line ``=== name``."""
    parts = path.read_text(encoding="utf-8").split("\n=== ")
    return dict(part.split("\n", 1) for part in parts[1:])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    wanted = sections(path)
    page = read_page(wanted["text"])
    shown = [f"{one.number} | {one.text}" if one.number else one.text for one in page.found]
    assert shown == [line for line in wanted["found"].splitlines() if line]
    assert (page.citation.text if page.citation else "") == wanted.get("citation", "").strip()
    assert [found.code for found in page.diagnostics] == ([] if shown else [Code.NO_REFERENCES])


# ---- the seeds --------------------------------------------------------------------------------


def seed(number: str) -> Page:
    (path,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    return read_page(path.read_text(encoding="utf-8"))


def test_seed_of_a_publishers_page() -> None:
    page = seed("000")
    assert len(page.found) == 14
    assert page.found[0].text.startswith("Hughes A, Teachey D, Diorio C. Riding the storm:")
    assert page.found[-1].text.endswith("J Exp Clin Cancer Res. 2023;42:11.")
    assert all(" et al. " in page.found[index].text for index in (3, 4, 6, 10, 11))
    assert page.citation is not None
    assert page.citation.text.startswith("Bouzianas, D., Bouziana, S. Optimization of CAR T-cell")
    assert page.citation.text.endswith("https://doi.org/10.1038/s41409-025-02662-7")
    assert page.doi == "10.1038/s41409-025-02662-7"
    assert page.start == page.citation.start
    assert [*page.contributors, *page.history, *page.diagnostics] == []


def test_seed_of_a_contributor_block() -> None:
    page = seed("003")
    assert page.found == ()
    assert len(page.contributors) == 46
    assert sum(bool(one.orcid) for one in page.contributors) == 32
    names = [one.name for one in page.contributors]
    assert names[0] == "Afrough, Aimaz"
    assert names[12] == "Lieberman-Cribbin, Alex"
    assert names[-2:] == ["Anderson, Larry D. Jr.", "Lee, Hans C."]
    assert page.contributors[13].orcid == "0000-0003-1731-085X"
    assert [(date.kind, date.text) for date in page.history] == [
        ("received", "30 June 2025"),
        ("revised", "18 October 2025"),
        ("accepted", "11 November 2025"),
        ("available-date", "28 November 2025"),
    ]
    assert [found.code for found in page.diagnostics] == [Code.NO_REFERENCES]


# ---- shapes of one text -----------------------------------------------------------------------

ONE = "Silva, P. R. (2016). Pronunciation and power. Oxford: Linden Books."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (ONE, None),
        (f"  {ONE}\n\n", None),
        (f"\ufeff{ONE}\r\n", None),
        (f"1. {ONE}", "1"),
        (f"[17] {ONE}", "17"),
        (f"(3) {ONE}", "3"),
        (f"4) {ONE}", "4"),
        (f"¹² {ONE}", "12"),
        (f"[Sil16] {ONE}", "Sil16"),
        (f"• {ONE}", None),
        (f"- {ONE}", None),
        (f"References\n{ONE}", None),
        (f"7. R E F E R E N C E S\n{ONE}", None),
        (f"Literaturverzeichnis:\n{ONE}", None),
        ("Silva, P. R. (2016). Pronunciation\nand power. Oxford:\nLinden Books.", None),
        (f"{ONE} Google Scholar", None),
        (f"{ONE} [CrossRef] [PubMed]", None),
        (f"{ONE}\nView in Scopus\nGoogle Scholar", None),
    ],
)
def test_one_reference(text: str, number: str | None) -> None:
    page = read_page(text)
    assert [(one.text, one.number) for one in page.found] == [(ONE, number)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "Dear Anna, I will be back on 12 May 2004. We have much to talk about.",
        "The authors declare no competing interests.",
        "Access options\nBuy this article\n269,00 € per year\nonly 22,42 € per issue",
        "We thank J. Smith (2011), P. Jones and the staff. This work was supported by grant 2010.",
        "1 Department of Physics, University of Arden, UK\n2 Institute of Bees, Moor, UK",
        "Table 1. Results of 2005 and 2013.\nA 12 14\nB 9 17",
    ],
)
def test_nothing_in_it(text: str) -> None:
    page = read_page(text)
    assert page.found == ()
    assert [found.code for found in page.diagnostics] == [Code.NO_REFERENCES]


# ---- the page's own record --------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "How to cite this article\nDoe J, Roe R. Bees of the moor. Moor Stud. 2019;4:12-20.",
        "How to cite: Doe J, Roe R. Bees of the moor. Moor Stud. 2019;4:12-20.",
        "Cite this article as: Doe J, Roe R. Bees of the\nmoor. Moor Stud. 2019;4:12-20.",
        "Zitierweise: Doe J, Roe R. Bees of the moor. Moor Stud. 2019;4:12-20.",
        "Pour citer cet article : Doe J, Roe R. Bees of the moor. Moor Stud. 2019;4:12-20.",
        "Recommended citation\nDoe J, Roe R. Bees of the moor. Moor Stud. 2019;4:12-20.",
    ],
)
def test_own_citation(lines: str) -> None:
    page = read_page(f"Open Access\n{lines}\n\nAbstract\nBees are useful. We saw some.")
    assert page.citation is not None
    assert page.citation.text == "Doe J, Roe R. Bees of the moor. Moor Stud. 2019;4:12-20."
    assert page.found == ()


def test_contributors_in_natural_order_and_a_bad_check_digit() -> None:
    page = read_page(
        "Aimaz Afrough https://orcid.org/0000-0003-2645-8557\n"
        "Utkarsh Goel\nORCID: 0000-0003-1663-0324\n"
    )
    assert [(one.name, one.orcid) for one in page.contributors] == [
        ("Aimaz Afrough", "0000-0003-2645-8557"),
        ("Utkarsh Goel", ""),
    ]
    bad = page.diagnostics[0]
    assert (bad.code, bad.line, bad.column) == (Code.BAD_IDENTIFIER, 3, 8)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Received:\nRevised:\nAccepted:\nPublished:", []),
        ("Received\n4 April 2023", [("received", "4 April 2023")]),
        (
            "Received: May 30, 2018; Accepted: January 12, 2019; Published: February 27, 2019",
            [
                ("received", "May 30, 2018"),
                ("accepted", "January 12, 2019"),
                ("available-date", "February 27, 2019"),
            ],
        ),
        ("Eingegangen am 3. Mai 2001", [("received", "3. Mai 2001")]),
        ("Available online 2019-07-01", [("available-date", "2019-07-01")]),
        ("We received it on 4 April 2023", []),
    ],
)
def test_history(text: str, dates: list[tuple[str, str]]) -> None:
    page = read_page(text)
    assert [(date.kind, date.text) for date in page.history] == dates
    assert all(text[date.start : date.end] == date.text for date in page.history)


# ---- what always holds ------------------------------------------------------------------------


def assert_traced(found: Found, text: str) -> None:
    """Every character is at its offset; only the spaces that join lines are new."""
    assert len(found.text) == len(found.offsets)
    assert list(found.offsets) == sorted(found.offsets)
    assert 0 <= found.start <= found.offsets[0]
    assert found.offsets[-1] < found.end <= len(text)
    for character, offset in zip(found.text, found.offsets, strict=True):
        assert character in (text[offset], " ")


FRAGMENTS = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        ONE,
        "[1] ",
        "2. ",
        "References\n",
        "Smith J, ",
        "1999;12:3-",
        "10.\n1000/x",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=30).map("".join))
def test_any_text_is_read_and_traced(text: str) -> None:
    page = read_page(text)
    for found in (*page.found, *filter(None, [page.citation])):
        assert_traced(found, text)
    assert [one.start for one in page.found] == sorted(one.start for one in page.found)


@pytest.mark.parametrize(
    "unit",
    [
        *("Ab-", "Van ", "AAAAAAA1", "1.\n", "[1] ", "hy-\n", "St. Ab ", "http://"),
        *("(a) Smith 2001, 3:4 ", "Smith, J. 2001, 12:3; ", "0000-0003-2645-8557\n"),
        "Google Scholar " * 10 + "x\n",
    ],
)
def test_very_long_texts_come_to_an_end(unit: str) -> None:
    text = unit * (20_000 // len(unit))

    assert all(0 <= f.start < f.end <= len(text) for f in read_page(text).found)
