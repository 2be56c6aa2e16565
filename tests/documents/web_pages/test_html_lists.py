"""Which elements of a page are references, and their text."""

from __future__ import annotations

import pytest

from refconv.documents.web_pages.html_elements import Page
from refconv.documents.web_pages.html_lists import listed, text_of, whole_text

ONE = "Ng, A. Rivers of the north. 2001."
TWO = "Roe, B. Lakes and seas. 2010."


def texts(html: str) -> list[str]:
    page = Page(html)
    return [text_of(page, element)[0].text for element in listed(page)]


LISTS = [
    f"<h3>References</h3><ol><li>{ONE}<li>{TWO}</ol>",
    f"<div><h3>Works cited</h3></div><p>{ONE}</p><p>{TWO}</p>",
    f"<section role='doc-bibliography'><p>{ONE}</p><p>{TWO}</p></section>",
    f"<div id='refs'><div class='csl-entry'>{ONE}</div><div class='csl-entry'>{TWO}</div></div>",
    f"<div class='references'><table><tr><td>1</td><td>{ONE}<tr><td>2<td>{TWO}</table></div>",
    f"<p><b>Literatur</b></p><p>{ONE}</p><p>{TWO}</p>",
    f"<ul id='reference-list'><li><div>{ONE}</div></li><li><div>{TWO}</div></li></ul>",
]


@pytest.mark.parametrize("html", LISTS)
def test_lists(html: str) -> None:
    body = f"<p>In 2001 the rivers of the north were long.</p>{html}<h3>Contact</h3><p>{ONE} x</p>"

    assert [text.split(" ", 1)[-1] if text[0].isdigit() else text for text in texts(body)] == [
        ONE, TWO,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{ONE}</ul>",
        "<h3>References</h3><p>None.</p>",
        f"<nav class='references'><ul><li>{ONE}</ul></nav>",
        "<ol class='references'><li>Ng 2001, 7</ol>",
    ],
)
def test_no_lists(html: str) -> None:
    assert texts(f"<h1>Page</h1>{html}") == []


PARTS = [
    ("<span class='label'>[7]</span> Ng. <i>A</i>, 2001", "Ng. A, 2001", "7"),
    ("Ng. A, 2001 [<a href='x'>PubMed</a>] <a href='y'>Google Scholar</a>", "Ng. A, 2001 []", ""),
    ("<span class='a'>Ng</span><span class='b'>A.</span><span class='c'>Rivers</span>",
     "Ng A. Rivers", ""),
    ("Ng &amp; Roe.<ul class='reflinks'><li>View</ul>", "Ng & Roe.", ""),
    ("Ng<sup>2</sup><script>x</script>", "Ng2", ""),
]  # fmt: skip


@pytest.mark.parametrize(("html", "text", "number"), PARTS)
def test_texts(html: str, text: str, number: str) -> None:
    page = Page(f"<li>{html}</li>")
    (element,) = page.root.children()
    marked, label = text_of(page, element)

    assert (marked.text, label) == (text, number)


def test_what_markup_says() -> None:
    page = Page(
        "<li><span itemprop='datePublished'>2001</span> <em>In vivo</em> <a href='//d.org'>x y</a>"
    )
    (element,) = page.root.children()
    marked, _ = text_of(page, element)

    assert [(marked.text[s.start : s.end], s.kind, s.value) for s in marked.spans] == [
        ("2001", "label", "issued"),
        ("In vivo", "i", ""),
        ("x y", "link", "//d.org"),
    ]


def test_a_whole_page_has_a_line_for_each_block() -> None:
    assert whole_text(Page("<p>a\nb</p><div>c<p>d</div>")).text.split("\n") == ["a b", "c", "d", ""]
