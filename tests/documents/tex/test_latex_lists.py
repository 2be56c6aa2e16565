"""Where the items of lists in LaTeX stand, with their keys and labels."""

from __future__ import annotations

import pytest

from refconv.documents.tex.latex_lists import bib_items, blocks_of, has_list
from refconv.documents.tex.latex_text import without_comments

ITEMS = [
    (r"\bibitem{a} Text", ("a", "", "Text")),
    (r"\bibitem[AC+17]{a} Text", ("a", "AC+17", "Text")),
    (r"\bibitem[{Ng [and] Roe}(2001)]{a} Text", ("a", "{Ng [and] Roe}(2001)", "Text")),
    ("\\bibitem[Ng(2001)]%\n        {a}\nText", ("a", "Ng(2001)", "Text")),
    (r"\harvarditem[Ng]{Ng and Roe}{2001}{a} Text", ("a", "Ng and Roe(2001)", "Text")),
    ("\\bibitem{%\na b}Text", ("a b", "", "Text")),
    ("\\bibitem{a} Text\n\\end{thebibliography} more", ("a", "", "Text")),
]


@pytest.mark.parametrize(("text", "item"), ITEMS)
def test_an_item(text: str, item: tuple[str, str, str]) -> None:
    source = without_comments(text)
    (found,) = bib_items(source)

    assert (found.key, found.label, source.text[found.start : found.end].strip()) == item
    assert has_list(text)


@pytest.mark.parametrize(
    "text", [r"\providecommand{\bibitem}[1]{}", r"\bibitemOpen", r"the \bibitem command"]
)
def test_what_is_no_item(text: str) -> None:
    assert not has_list(text)
    assert [*bib_items(without_comments(text))] == []


def test_blocks() -> None:
    source = without_comments(
        "\\bibitem{a} A. Ng.\n\\newblock Rivers.\n\\newblock\n\\newblock 2001."
    )
    (item,) = bib_items(source)

    blocks = [source.text[start:end].strip() for start, end in blocks_of(source, item)]

    assert blocks == ["A. Ng.", "Rivers.", "2001."]
