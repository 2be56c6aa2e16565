"""The entries and fields that Zotero's BibTeX importer finds in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.clients.zotero.bibtex_entries import bib_entries


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("@a{k, x = {1}, y = 2}", [("x", "1"), ("y", "2")]),
        ("@a(k, x = {1})", [("x", "1")]),
        ("@A{K, X = {1}}", [("x", "1")]),
        ("text @a{k, x = {1}} more", [("x", "1")]),
        ("@a{x = {1}}", [("x", "1")]),
        ("@a{k,, x = {1},,}", [("x", "1")]),
        ("@a{k, x = {1} y = {2}}", [("x", "1"), ("y", "2")]),
        ('@a{k, x = "1 {"} 2"}', [("x", '1 {"} 2')]),
        (r"@a{k, x = {\} 1 \{}}", [("x", r"\} 1 \{")]),
        ("@a{k, x =\n\t{1}}", [("x", "1")]),
        # Text joined by # ends the entry at its brace.
        ("@a{k, x = {1} # {2}, y = {3}}", [("x", "1")]),
        ("@a{k, x = jan}", [("x", "jan")]),
        ("@string{jan = {January}} @a{k, x = jan}", [("x", "January")]),
        ("@comment{@a{k, x = {1}}}", [("x", "1")]),
    ],
)
def test_fields(text: str, fields: list[tuple[str, str]]) -> None:
    (entry,) = bib_entries(text)

    assert [(field.name, field.value) for field in entry.fields] == fields


@pytest.mark.parametrize("text", ["", "@", "@a", "@a{k, x = {1}", "@a{k, x = {1", "@a{k, x ="])
def test_an_entry_that_is_not_closed_is_none(text: str) -> None:
    assert not [*bib_entries(text)]


@given(st.text(alphabet='@a{}(),="\\# \n1'))
def test_any_text_is_read(text: str) -> None:
    assert all(entry.kind for entry in bib_entries(text))
