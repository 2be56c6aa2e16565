"""Where Zotero holds what of a reference, and which values are the same."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.expected import (
    as_name,
    csl_type,
    note_text,
    places,
    read_date,
    same_date,
    same_name,
    same_text,
)
from refconv.clients.zotero.item import Creator
from refconv.core.edtf import Date
from refconv.core.model import Name


@pytest.mark.parametrize(
    ("kind", "variable", "found"),
    [
        ("journalArticle", "container-title-short", ("journalAbbreviation",)),
        ("journalArticle", "part", ("partNumber",)),
        ("patent", "author", ("inventor",)),
        ("patent", "publisher", ("assignee",)),
        ("podcast", "host", ("podcaster",)),
        ("journalArticle", "collection-title", ("series", "seriesTitle")),
    ],
)
def test_places(kind: str, variable: str, found: tuple[str, ...]) -> None:
    assert places(kind)[variable] == found


@pytest.mark.parametrize(
    ("kind", "variable"), [("webpage", "volume"), ("book", "keyword"), ("map", "editor")]
)
def test_variables_without_a_place(kind: str, variable: str) -> None:
    assert variable not in places(kind)


@pytest.mark.parametrize(
    ("kind", "csl"), [("film", "motion_picture"), ("email", "personal_communication")]
)
def test_types(kind: str, csl: str) -> None:
    assert csl_type(kind) == csl


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
