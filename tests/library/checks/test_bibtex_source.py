"""Where fields stand in BibTeX, and how one is changed without touching the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.library.checks.bibtex_source import Edit, changes_of_entry, edited, source_entries

TEXT = """\
% a comment
@string{jx = {Journal}}
@Article{roe, Title = {On {Ice}} # jx, % aside, note = {no}
  year=2020, note = "a {"} b" }
@comment{x}
@book(hale, title = {Snow (deep)},)
@xdata{d, title = {No reference}}
@misc{, title = {No key}}
@misc{title = {No key and no comma}}
@misc{bad, title = {x} y}
@misc{open, title = {x}
"""


def test_entries_and_their_fields() -> None:
    entries = source_entries(TEXT)

    assert [(one.key, one.is_whole) for one in entries] == [
        ("roe", True),
        ("hale", True),
        ("", True),
        ("", True),
        ("bad", False),
        ("", False),
    ]
    values = {one.name: TEXT[one.value_start : one.value_end] for one in entries[0].fields}
    assert values == {"Title": "{On {Ice}} # jx", "year": "2020", "note": '"a {"} b"'}
    assert [TEXT[a:b] for a, b in entries[0].fields[0].texts] == ["On {Ice}"]
    assert TEXT[entries[1].key_start :].startswith("hale")
    assert entries[0].field("title") is entries[0].fields[0]
    assert entries[0].field("pages") is None


CHANGES = [
    ("@misc{a, Title={X}, year=1}", "title={X}", "title={Y}", "@misc{a, Title={Y}, year=1}"),
    ("@misc{a, title={X}, year=1}", "title={X}", "", "@misc{a, year=1}"),
    ("@misc{a,\n  x={1}\n}", "", "doi={d}", "@misc{a,\n  x={1},\n  doi = {d}\n}"),
    ("@misc{a,\n  x={1},\n}", "", "doi={d}", "@misc{a,\n  x={1},\n  doi = {d},\n}"),
    ("@misc{a, x={1}}", "", "doi={d}", "@misc{a, x={1}, doi = {d}}"),
    ("@misc{a}", "", "doi={d}", "@misc{a, doi = {d}}"),
    ("@misc{a, title={X}, title={Z}}", "title={X}", "title={Y}", None),
    ("@misc{a, booktitle={X}}", "title={X}", "title={Y}", None),
    ("@misc{a, title={X} y}", "title={X}", "title={Y}", None),
]


@pytest.mark.parametrize(("text", "before", "after", "expected"), CHANGES)
def test_a_change_of_a_field(text: str, before: str, after: str, expected: str | None) -> None:
    entry = source_entries(text)[0]

    edits = changes_of_entry(text, entry, f"@misc{{a, {before}}}", f"@misc{{a, {after}}}")

    assert (None if edits is None else edited(text, edits)) == expected


KEYS = [
    ("@misc{ a , x={1}}", "@misc{ b , x={1}}"),
    ("@misc{, x={1}}", "@misc{b, x={1}}"),
    ("@misc{\n  x={1}}", "@misc{b,\n  x={1}}"),
]


@pytest.mark.parametrize(("text", "expected"), KEYS)
def test_a_change_of_the_key(text: str, expected: str) -> None:
    edits = changes_of_entry(text, source_entries(text)[0], "@misc{a}", "@misc{b}")

    assert edits is not None
    assert edited(text, edits) == expected


def test_edits_are_made_in_their_order() -> None:
    assert edited("abcdef", [Edit(4, 5, ""), Edit(1, 2, "BB"), Edit(6, 6, "!")]) == "aBBcdf!"


@given(st.text(alphabet='@misc{},="a # %\\\n1'))
def test_any_text_has_entries_within_it(text: str) -> None:
    for entry in source_entries(text):
        assert 0 <= entry.start <= entry.stop <= len(text)
        places = [place for one in entry.fields for place in (one.start, one.value_start, one.end)]
        assert places == sorted(places)
