"""Articles in JATS, beside the golden files: which XML is one, and damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv

REF = (
    "<ref><element-citation><name><surname>Ng</surname></name><article-title>Rivers</article-title>"
    "<source>Nature</source><year>2001</year><volume>3</volume></element-citation></ref>"
)
ARTICLE = (
    "<article><front><article-meta><title-group><article-title>Own</article-title></title-group>"
    f"</article-meta></front><back><ref-list>{REF}</ref-list></back></article>"
)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (ARTICLE, ["Own", "Rivers"]),
        (f"<pmc-articleset>{ARTICLE}</pmc-articleset>", ["Own", "Rivers"]),
        (f"<OAI-PMH><record><metadata>{ARTICLE}</metadata></record></OAI-PMH>", ["Own", "Rivers"]),
        (f"<?xml version='1.0'?>\n<ref-list>{REF}</ref-list>", ["Rivers"]),
        (REF, ["Rivers"]),
        (ARTICLE.replace("<", "<j:").replace("<j:/", "</j:"), ["Own", "Rivers"]),
    ],
)
def test_what_is_jats(text: str, titles: list[str]) -> None:
    read = refconv.read(text)

    assert read.format == "jats"
    assert [reference.title for reference in read] == titles


def test_the_page_record_may_be_left_out() -> None:
    assert [r.title for r in refconv.read(ARTICLE, page_record=False)] == ["Rivers"]


def test_several_articles_are_references_each() -> None:
    other = ARTICLE.replace("Own", "Other").replace("Rivers", "Lakes")
    read = refconv.read(f"<pmc-articleset>{ARTICLE}{other}</pmc-articleset>")

    assert sorted(r.title for r in read) == ["Lakes", "Other", "Own", "Rivers"]


def test_xml_that_breaks_off_is_reported() -> None:
    read = refconv.read(ARTICLE[: ARTICLE.index("</ref-list>")])

    assert [r.title for r in read] == ["Own", "Rivers"]
    assert [d.reason for d in read.diagnostics] == ["xml"]


@given(place=st.integers(0, len(ARTICLE)), text=st.text(max_size=3))
def test_no_change_raises(place: int, text: str) -> None:
    refconv.read(ARTICLE[:place] + text + ARTICLE[place + len(text) :], "jats")
