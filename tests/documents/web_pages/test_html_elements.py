"""HTML of any quality as elements."""

from __future__ import annotations

import time

import pytest

from refconv.documents.web_pages.html_elements import HtmlElement, Page


def shown(page: Page, element: HtmlElement) -> str:
    inner = [
        page.text[slice(*part)] if isinstance(part, tuple) else shown(page, part)
        for part in element.content
    ]
    return f"{element.name}({' '.join(inner)})"


CASES = [
    ("<ul><li>a<li>b</ul>c", "(ul(li(a) li(b)) c)"),
    ("<p>a<p>b<div>c</div>", "(p(a) p(b) div(c))"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "(ul(li(a ul(li(b))) li(c)))"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "(table(tr(td(a) td(b)) tr(td(c))))"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "(dl(dt(a) dd(b) dt(c)))"),
    ("a<br>b<img src=x>c", "(a br() b img() c)"),
    ("<script>'<li>'</script>a", "(script('<li>') a)"),
    ("<!-- <p> -->a</b>c < d", "(a c < d)"),
    ("<b>a<i>b</b>c", "(b(a i(b)) c)"),
    ("<A HREF='a>b' x>c</A>", "(a(c))"),
    ("<p title=\"a", "(<p title=\"a)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_elements(text: str, expected: str) -> None:
    page = Page(text)

    assert shown(page, page.root) == expected


def test_attributes() -> None:
    (element,) = Page("<a HREF='x&amp;y' class=\"a b\" id=c disabled id=d>").root.children()

    assert element.attributes == {"href": "x&y", "class": "a b", "id": "c", "disabled": ""}
    assert element.classes == ("a", "b")


def test_texts() -> None:
    page = Page("<p>a&eacute; <b>b</b>\n&#8211;</p><p>c</p>")
    marked = page.marked(3, 12)

    assert page.plain(page.root) == "aé b – c"
    assert (marked.text, [*marked.offsets]) == ("aé", [3, 4])


@pytest.mark.parametrize(
    "text", ['<a "' * 20_000, "<!--" * 50_000, "<div>" * 20_000, "<p class='" * 20_000 + ">"]
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()

    Page(text)

    assert time.process_time() - start < 3
