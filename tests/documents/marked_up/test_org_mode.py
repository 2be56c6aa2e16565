"""Org: lists, footnotes, links, and the properties of org-bibtex."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.documents.marked_up.org_mode import read, recognises
from tests.documents.texts import PARTS, Row, rows

TEXT = """#+TITLE: Reading
* Papers
- Ng, A. and Roe, B. (2001). Rivers of the north. /Journal of Water/, *3*(4), 5-16.
- Lee, C. (2010). [[https://doi.org/10.1000/2][Lakes of the south]]. /Water/, 5, 7.
* Moor on ponds
:PROPERTIES:
:BTYPE: article
:CUSTOM_ID: moor99
:AUTHOR: Moor, Eve
:TITLE: Ponds
:YEAR: 1999
:JOURNAL: Water
:END:
"""


def test_a_file() -> None:
    assert rows(TEXT) == (
        "org",
        [
            Row("", "Ng", "Rivers of the north", "Journal of Water"),
            Row("", "Lee", "Lakes of the south", "Water", "10.1000/2"),
            Row("moor99", "Moor", "Ponds", "Water"),
        ],
    )


def test_footnotes() -> None:
    text = (
        "Words.[fn:1] More.[fn:2]\n\n[fn:1] Ng, A. (2001). Rivers of the north. /Water/, 3, 5-16.\n"
        "[fn:2] Lee, C. (2010). Lakes of the south. /Water/, 5, 7-9.\n"
    )

    assert [row.title for row in rows(text)[1]] == ["Rivers of the north", "Lakes of the south"]


@pytest.mark.parametrize("text", ["* Ng, A. Rivers.", "/a/ and [[b]]", ":END:"])
def test_what_is_no_org(text: str) -> None:
    assert not recognises(text)


@given(st.lists(st.sampled_from([*PARTS, ":PROPERTIES:\n", ":BTYPE: a\n", "* "])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
