"""Web pages, beside the golden files: which texts are one, what nothing is found in, damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv

ENTRY = "<li>Ng, A. (2001). Rivers of the north. <i>Nature</i>, 3, 4&ndash;5.</li>"


@pytest.mark.parametrize(
    "text",
    [
        f"<!DOCTYPE html><title>x</title><h2>References</h2><ol>{ENTRY}</ol>",
        f"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><h2>References</h2>"
        f"<ul>{ENTRY}</ul></html>",
        f"<ol>{ENTRY}</ol>",
        f"<HTML><BODY><DIV CLASS=references><UL>{ENTRY.replace('li', 'LI')}</UL></DIV>",
        "<html><pre>@book{ng, title = {Rivers of the north}}</pre></html>",
    ],
)
def test_what_is_a_page(text: str) -> None:
    read = refconv.read(text)

    assert (read.format, [r.title for r in read]) == ("html", ["Rivers of the north"])
    assert read.diagnostics == ()


def test_a_text_with_tags_in_it_is_none() -> None:
    assert refconv.read("Ng A. On <i>Salmo</i>. Nature 2001;3:4-5.").format == "text"


def test_a_list_that_stands_twice_is_read_once() -> None:
    text = f"<div class='references'><ol>{ENTRY}</ol></div>" * 2

    assert len(refconv.read(f"<html>{text}</html>")) == 1


def test_places_are_those_of_the_input() -> None:
    text = f"<html>\n<div class='references'>\n{ENTRY}</div>"
    (origin,) = refconv.read(text).origins
    assert origin.found is not None

    assert origin.line == 3
    assert text[origin.found.start :].startswith("Ng, A.")
    assert [text[s.start : s.end] for s in origin.segments if s.label == "title"] == [
        "Rivers of the north"
    ]


def test_a_page_without_any_is_reported() -> None:
    read = refconv.read("<html><p>Hello there, this is a page.</p></html>")

    assert [found.code for found in read.diagnostics] == ["no-references"]


def test_the_page_record_may_be_left_out() -> None:
    head = "<meta name=citation_title content=Own><meta name=citation_doi content=10.1000/1>"
    text = f"<html>{head}<div class='references'>{ENTRY}</div></html>"

    assert [r.title for r in refconv.read(text)] == ["Own", "Rivers of the north"]
    assert [r.title for r in refconv.read(text, page_record=False)] == ["Rivers of the north"]


PARTS = [
    *("<ol>", "</ol>", ENTRY, "<li>", "</div>", "<p class='", "<!--", "-->", "&amp", '"', ">"),
    *("<h2>References", "<span class='Z3988' title='ctx_ver=1&rft.atitle=A'>", "\x00"),
    *("<a href='//scholar.google.com/scholar_lookup?title=A'>", "<script>", "</script"),
    "<meta name=citation_reference content='citation_title=A'>",
]


@given(st.lists(st.sampled_from(PARTS)))
def test_no_page_raises(parts: list[str]) -> None:
    refconv.read("".join(parts), "html")
