"""Which values are the same in another spelling."""

from __future__ import annotations

import pytest

from refconv.clients.same_values import (
    Creator,
    as_name,
    note_text,
    read_date,
    same_date,
    same_name,
    same_text,
)
from refconv.core.edtf import Date
from refconv.core.model import Name


@pytest.mark.parametrize(
    ("variable", "value", "stored", "same"),
    [
        ("title", "A – B", "A - B", True),
        ("title", "A  b", "A b", True),
        ("title", "Cafe\u0301", "Caf\xe9", True),
        ("title", '<span class="nocase">DNA</span>', "DNA", True),
        ("title", "<i>A</i>", "A", False),
        ("ISBN", "3-16-148410-x", "316148410X", True),
        ("ISSN", "1234-5679; 2345-6780", "1234-5679 2345-6780", True),
        ("page", "3-16", "316", False),
    ],
)
def test_texts(variable: str, value: str, stored: str, same: bool) -> None:
    assert same_text(variable, value, stored) is same


@pytest.mark.parametrize(
    ("date", "stored", "same"),
    [
        (Date.parse("2024-03-05"), "2024-03-05", True),
        (Date.parse("2024-03-05"), "March 5, 2024", True),
        (Date.parse("1850~"), "c. 1850", True),
        (Date.parse("2024-21"), "Spring 2024", True),
        (Date(literal="in press"), "in press", True),
        (Date(literal="in press"), "0000 in", False),
        (Date.parse("2024-03-05T10:15:00"), "2024-03-05 10:15:00", True),
        (Date.parse("2024-03-05T10:15:00"), "2024-03-05", False),
        (Date.parse("2024"), "2024-01-01 00:00:00", False),
    ],
)
def test_dates(date: Date, stored: str, same: bool) -> None:
    assert same_date(date, stored) is same
    assert same_date(read_date(stored), stored)


@pytest.mark.parametrize(
    ("name", "creator", "same"),
    [
        (Name(family="Roe", given="Ann"), ("Roe", "Ann"), True),
        (Name(family="Roe", given="Ann", suffix="Jr."), ("Roe", "Ann, Jr."), True),
        (Name(family="Roe", given="Ann", suffix="Jr."), ("Roe", "Ann"), False),
        (Name(family="Roe", given="Ann", dropping_particle="de"), ("Roe", "Ann de"), True),
        (Name(family="Roe", given="Ann"), ("Ann", "Roe"), False),
        (Name(family="Plato"), ("Plato", None), True),
        (Name(literal="Acme, Inc."), ("Acme, Inc.", None), True),
        (Name(literal="Acme, Inc."), ("Acme, Inc.", ""), True),
        (Name(literal="Acme, Inc."), ("Acme", "Inc."), False),
    ],
)
def test_names(name: Name, creator: tuple[str, str | None], same: bool) -> None:
    found = Creator("author", *creator)

    assert same_name(name, found) is same
    assert same_name(as_name(found), found)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("<p>a<br/>b</p><p>c</p>", "a b c"),
        ("<p>a &lt;b&gt; &apos;c&apos;</p>", "a <b> 'c'"),
        ("Edition: 2", "Edition: 2"),
    ],
)
def test_notes(note: str, text: str) -> None:
    assert note_text(note) == text
