"""Texts, names and dates of Hayagriva."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from refconv.core.edtf import Date
from refconv.core.fields import NameList
from refconv.core.model import Name
from refconv.formats.hayagriva.hayagriva_codecs import (
    date_codec,
    decode_text,
    encode_text,
    is_count,
    is_duration,
    is_language,
    is_url,
    names_codec,
    plain_but_nocase,
)
from refconv.strategies import texts

TEXTS = [
    ("The {SARS} virus", 'The <span class="nocase">SARS</span> virus'),
    ("{A {B} C}", '<span class="nocase">A B C</span>'),
    (r"\{x\} \$5 \\", r"{x} $5 \ "[:-1]),
    ("$x_{i}$ and {", "$x_{i}$ and {"),
    ("a } b", "a } b"),
]


@pytest.mark.parametrize(("raw", "text"), TEXTS)
def test_texts(raw: str, text: str) -> None:
    assert decode_text(raw) == text


def test_other_markup_goes() -> None:
    assert encode_text("<i>Homo</i> {1}") == r"Homo \{1\}"


@given(text=texts())
def test_a_text_is_written_as_it_is_read(text: str) -> None:
    once = decode_text(encode_text(text)) or ""

    assert decode_text(encode_text(once)) == (once or None)
    assert plain_but_nocase(once) == once or "<" in text


NAMES: list[tuple[Any, Name]] = [
    ("Hale, Nora", Name(family="Hale", given="Nora")),
    ("von der Ley, Ursel", Name(family="Ley", given="Ursel", non_dropping_particle="von der")),
    ("Roe, Kim, Jr.", Name(family="Roe", given="Kim", suffix="Jr.")),
    ("UNICEF", Name(family="UNICEF")),
    ("Lake Board", Name(literal="Lake Board")),
    ({"name": "Board, Lake"}, Name(literal="Board, Lake")),
    (
        {"name": "Ley", "given-name": "Ursel", "prefix": "De", "suffix": "II"},
        Name(family="Ley", given="Ursel", non_dropping_particle="De", suffix="II"),
    ),
]


@pytest.mark.parametrize(("raw", "name"), NAMES)
def test_names(raw: Any, name: Name) -> None:
    codec = names_codec()

    assert codec.decode((([raw],),)).value == NameList((name,))
    assert codec.encode(NameList((name,))) == (([raw],),)


def test_an_alias_is_kept_beside_the_name() -> None:
    decoded = names_codec().decode((([{"name": "Watkins", "alias": "bell"}],),))

    assert decoded.value == NameList((Name(family="Watkins"),))
    assert decoded.unused == ((0, 0),)


DATES = [
    ("2019-03-05", "2019-03-05", "2019-03-05"),
    ("2019", "2019", "2019"),
    ("800", "0800", "0800"),
    ("-0043", "-0043", "-0043"),
    ("~1949", "1949~", "~1949"),
    ("1949~", "1949~", "~1949"),
    ("2019/2020", "2019/2020", "2019"),
    ("2019-21", "2019-21", "2019"),
    ("March 2019", "2019-03", "2019-03"),
]


@pytest.mark.parametrize(("raw", "edtf", "written"), DATES)
def test_dates(raw: str, edtf: str, written: str) -> None:
    codec = date_codec(1)
    date = codec.decode(((raw,),)).value

    assert date == Date.from_edtf(edtf)
    assert codec.encode(date) == ((written,),)


def test_a_date_that_typst_would_refuse_is_not_written() -> None:
    assert date_codec(1).encode(Date(literal="in press")) == ((),)


def test_what_typst_accepts() -> None:
    assert [*map(is_url, ("https://x.org/a", "mailto:a@b.c", "x.org"))] == [1, 1, 0]
    assert [*map(is_url, ("http://a b", "https://[x", "ftp://x:21"))] == [0, 0, 1]
    assert [*map(is_language, ("en", "en-US", "zh-Hans-CN", "English", "EN"))] == [1, 1, 1, 0, 0]
    assert [*map(is_count, ("120", "xii, 120", ""))] == [1, 0, 0]
    assert [*map(is_duration, ("01:42:21,802", "13:42", "90 min"))] == [1, 1, 0]
