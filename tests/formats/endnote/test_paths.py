"""The paths of EndNote's XML."""

from __future__ import annotations

import pytest

from refconv.formats.endnote.paths import (
    carry,
    flat,
    is_legal_path,
    is_legal_type,
    is_plain,
    legal_id,
    number_of,
    rank,
)

IN_ORDER = [
    "database",
    "database@path",
    "ref-type",
    "contributors/authors/author",
    "contributors/secondary-authors/author",
    "titles/title",
    "titles/secondary-title",
    "titles/others",
    "periodical/full-title",
    "label",
    "misc3",
    "unknown",
]


def test_elements_have_an_order() -> None:
    places = [rank(path) for path in IN_ORDER]

    assert places == sorted(places)
    # An element and its attribute have the same place.
    assert len({*places}) == len(places) - 1


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("database", True),
        ("foreign-keys/key", True),
        ("isbn", True),
        ("titles/title", False),
        ("label", False),
    ],
)
def test_is_plain(path: str, plain: bool) -> None:
    assert is_plain(path) is plain


@pytest.mark.parametrize(
    ("text", "line"), [(" a \n b\t", "a b"), ("a", "a"), ("\x01", ""), ("a\r\n\r\nb", "a  b")]
)
def test_flat(text: str, line: str) -> None:
    assert flat(text) == line


@pytest.mark.parametrize(
    ("native", "number"),
    [("Journal Article", "17"), ("Book", "6"), ("Serial Publication", "13"), ("Unheard", "13")],
)
def test_number_of(native: str, number: str) -> None:
    assert number_of(native) == number


@pytest.mark.parametrize(
    ("path", "legal"),
    [
        ("titles/title", True),
        ("database@path", True),
        ("a/b/c/d/e/f/g/h", True),
        ("a/b/c/d/e/f/g/h/i", False),
        # The type is no field; records and styles are elements of their own kind.
        ("ref-type@name", False),
        ("record", False),
        ("titles/style", False),
        ("1a", False),
        ("a b", False),
        ("", False),
    ],
)
def test_is_legal_path(path: str, legal: bool) -> None:
    assert is_legal_path(path) is legal


@pytest.mark.parametrize(
    ("native", "legal"),
    [
        ("Book", True),
        ("Blue Book", True),
        # It is read as it is spelled in EndNote.
        ("book", False),
        (" Book", False),
        ("", False),
    ],
)
def test_is_legal_type(native: str, legal: bool) -> None:
    assert is_legal_type(native) is legal


@pytest.mark.parametrize(
    ("key", "legal"), [("a b", "a b"), (" a\x07", "a"), ("<i>a</i>", "<i>a</i>"), ("a <b", "a <b")]
)
def test_legal_id(key: str, legal: str) -> None:
    assert legal_id(key) == legal


@pytest.mark.parametrize(
    ("key", "raw", "carried"),
    [
        ("titles/title", " a ", "a"),
        ("caption", "a \n b", "a\nb"),
        ("caption", "<i>a</i>", "<i>a</i>"),
        ("database", "a\nb", "a b"),
        ("database@path", "a\nb", "a b"),
        ("isbn:ISSN", "0001-4036", "0001-4036"),
        # Under this key it would not be read again.
        ("isbn", "0001-4036", None),
        ("caption", "\x01", None),
        ("caption", 7, None),
        ("ref-type@name", "Book", None),
        ("style", "a", None),
    ],
)
def test_carry(key: str, raw: object, carried: str | None) -> None:
    assert carry(key, raw) == carried
