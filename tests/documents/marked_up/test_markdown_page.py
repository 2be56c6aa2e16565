"""Markdown as people, GitHub and language models write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.marked_up.markdown_page import read, recognises
from tests.documents.texts import PARTS, Row, rows

NG = Row("", "Ng", "Rivers of the north", "Journal of Water")
LEE = Row("", "Lee", "Lakes of the south", "Water")

TEXTS = {
    "a list": (
        "## References\n\n- Ng, A., & Roe, B. (2001). Rivers of the north. *Journal of"
        " Water*, *3*(4),"
        " 5–16.\n- Lee, C. (2010). Lakes of the south. _Water_, __5__, 7–9.\n",
        [NG, LEE],
    ),
    "footnotes": (
        "Rivers are long.[^1] Lakes are deep.[^b]\n\n[^1]: Ng, A., & Roe, B. (2001). Rivers of the"
        " north. *Journal of Water*, *3*(4), 5–16.\n[^b]: Lee, C. (2010). Lakes of the"
        " south. *Water*,"
        " 5, 7–9.\n",
        [NG, LEE],
    ),
    "an answer with notes": (
        "Sure! Here are papers:\n\n### 1. **Old work**\n- **Ng, A., & Roe, B. (2001).**"
        " *Rivers of the"
        " north.* **Journal of Water, 3**(4), 5–16.\n  - 🔍 *Why it matters:* it says so.\n\n### 2."
        " **Books**\n- **Lee, C. (2010).** *Lakes of the south*. Water, 5, 7–9.\n"
        "  - An overview.\n",
        [NG, LEE],
    ),
    "a table": (
        "| Title | Authors | Year | Journal |\n|---|:-:|---|---|\n| **Rivers of the north**"
        " | Ng, A.;"
        " Roe, B. | 2001 | *Journal of Water* |\n| Lakes of the south | Lee, C. | 2010 | Water |\n",
        [NG, LEE],
    ),
    "BibTeX in a block": (
        "Cite as:\n\n```bibtex\n@article{ng01, author={Ng, Ada}, title={Rivers of the north},\n"
        "journal={Journal of Water}, year=2001}\n```\n\n## References\n1. Lee, C. (2010)."
        " Lakes of the"
        " south. *Water*, 5, 7–9.\n2. Moor, E. (2012). Ponds of the south. *Water*, 6, 17–19.\n",
        [NG._replace(id="ng01"), LEE, Row("", "Moor", "Ponds of the south", "Water")],
    ),
    "front matter": (
        "---\ntitle: Text\nreferences:\n- id: ng01\n  type: article-journal\n  author:\n  -"
        " family: Ng\n"
        "  title: Rivers of the north\n  container-title: Journal of Water\n---\n"
        "\nWords of *mine*.\n",
        [NG._replace(id="ng01")],
    ),
    "sources with titles": (
        'Long ([Water][1]).\n\n[1]: https://a.example/x?utm_source=chatgpt.com'
        ' "Rivers of the north | Journal of Water"\n',
        [NG._replace(author="")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_a_text(case: str) -> None:
    text, expected = TEXTS[case]

    assert rows(text) == ("markdown", expected)


def test_the_name_decides_where_the_text_does_not() -> None:
    text = "References\n1. Ng A. Rivers of the north. Nature 2001;3:4-5.\n"

    assert rows(text, "a.md") == ("markdown", [Row("", "Ng", "Rivers of the north", "Nature")])


def test_links_give_dois_addresses_and_titles() -> None:
    text = (
        "1. Lee, C. [Lakes of the *Salmo* south](https://doi.org/10.1000/2). Water, 5, 7-9, 2010.\n"
        "2. Moor, E. [Ponds of the south](https://pond.example/a_b). Pond Press, 2009."
        " [[pdf]](https://x.example/a.pdf)\n"
    )
    first, second = refconv.parse(text)

    assert (first.title, first.DOI) == ("Lakes of the <i>Salmo</i> south", "10.1000/2")
    assert (second.title, second.URL) == ("Ponds of the south", "https://pond.example/a_b")


def test_the_source_of_a_language_model_has_its_address() -> None:
    (one,) = refconv.parse(TEXTS["sources with titles"][0])

    assert (one.type, one.URL) == ("webpage", "https://a.example/x")


def test_places_are_those_of_the_text() -> None:
    text = TEXTS["a list"][0]
    origin = refconv.parse(text).origins[0]

    assert origin.found is not None
    title = next(one for one in origin.segments if one.label == "title")
    assert text[title.start : title.end] == "Rivers of the north"
    assert origin.line == 3


@pytest.mark.parametrize(
    "text",
    ["Ng A*, Roe B*. Rivers. 2*3.", "a_b_c and snake_case", "see [1] (2001)", "# of rivers: 3"],
)
def test_what_is_no_markdown(text: str) -> None:
    assert not recognises(text)


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_no_text_raises(text: str) -> None:
    document = read(text)

    assert document.offsets is not None
    assert len(document.offsets) == len(document.text)
