"""E-mail, quoted at any depth, and records inside other text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.marked_up.email_text import read, recognises
from tests.documents.texts import PARTS, Row, rows

QUOTED = """On Mon, 3 May 2021, Ada wrote:
>> 1. Ng A, Roe B. Rivers of the north. J Water. 2001;3(4):5-16.
>> 2. Lee C. Lakes of the south. Water.
>> 2010;5:7-9.
>
> Thanks! Here is mine:
>
> @article{moor99,
>   author = {Moor, Eve},
>   title = {Ponds},
>   journal = {Water},
>   year = 1999
> }
--
Ada, 2021, Water Institute
"""
RIS = """References for the grant:
1. Ng A. Rivers of the north. J Water. 2001;3(4):5-16.
2.
TY  - JOUR
AU  - Lee, C.
TI  - Lakes of the south
JO  - Water
PY  - 2010
ER  -
3. Roe B. Ponds of the south. Planet Lett. 2001;9:1-12.
"""


def test_quoted_lines_and_a_record() -> None:
    assert rows(QUOTED) == (
        "email",
        [
            Row("", "Ng", "Rivers of the north", "J Water"),
            Row("", "Lee", "Lakes of the south", "Water"),
            Row("moor99", "Moor", "Ponds", "Water"),
        ],
    )


def test_records_stand_in_the_order_of_the_text() -> None:
    assert [row.author for row in rows(RIS)[1]] == ["Ng", "Lee", "Roe"]


def test_places_are_those_of_the_text() -> None:
    first, second, third = refconv.parse(QUOTED).origins

    assert [one.line for one in (first, second, third)] == [2, 3, 8]
    title = next(one for one in second.segments if one.label == "title")
    assert QUOTED[title.start : title.end] == "Lakes of the south"


MESSAGE = """From: Ada <ada@example.org>
To: Bo <bo@example.org>
Subject: Papers
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

1. M=C3=BCller A. Rivers of the north. J Water. 2001;3(4):5-16.
2. Lee C. Lakes of the south. Water. 2010;5:7-9.
"""


def test_a_stored_message_is_decoded() -> None:
    assert [row.author for row in rows(MESSAGE, "a.eml")[1]] == ["Müller", "Lee"]


@pytest.mark.parametrize("name", [None, "a.txt"])
def test_a_file_of_records_and_other_references_is_read_whole(name: str | None) -> None:
    read_ = refconv.read(RIS, name=name)

    assert (read_.format, len(read_)) == ("email", 3)
    assert refconv.read(RIS, name="a.ris").format == "ris"


@pytest.mark.parametrize("text", ["a > b\nc > d", "p\n> 0.05", ">>> x = 3\n>>> y = 4"])
def test_what_is_not_quoted(text: str) -> None:
    assert not recognises(text)


@given(
    st.lists(st.sampled_from([*PARTS, "> ", "@book{a,", "TY  - BOOK\n", "ER  - \n"])).map("".join)
)
def test_no_text_raises(text: str) -> None:
    document = read(text)

    assert document.offsets is not None
    assert len(document.offsets) == len(document.text)
