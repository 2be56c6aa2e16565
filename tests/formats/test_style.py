"""Choices of how files are written: their values, defaults, and formats."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import fields

from refconv.core.model import Date, Name, Reference
from refconv.formats.registry import FILE_FORMATS
from refconv.formats.style import CHOICES, DEFAULT, Style
from refconv.io.api import write

RIVERS = Reference(
    type="article-journal",
    id="ng2001",
    title="The DNA of rivers in Peru",
    author=[Name(family="Müller", given="Ann")],
    container_title="Journal of Water",
    issued="2001-03",
)

WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    (
        {"characters": "utf8"},
        ValueError,
        "unknown characters 'utf8' (known: unicode, latex, ascii)",
    ),
    ({"case": "titel"}, ValueError, "unknown case 'titel' (did you mean 'title'?)"),
    ({"line_ends": "cr"}, ValueError, "unknown line ends 'cr' (did you mean 'crlf'?)"),
    ({"align": "yes"}, TypeError, "align must be a bool, not str"),
    ({"bom": 1}, TypeError, "bom must be a bool, not int"),
    ({"width": 5}, ValueError, "width must be from 20 to 100000, not 5"),
    ({"width": "80"}, TypeError, "width must be an int, not str"),
    ({"indent": "tabs"}, TypeError, "indent must be an int or 'tab', not str"),
    ({"indent": 17}, ValueError, "indent must be from 0 to 16, not 17"),
    ({"strings": "a"}, TypeError, "strings must be a mapping of names to texts, not str"),
    ({"strings": {"jan": "A"}}, ValueError, "strings: 'jan' cannot be the name of a macro"),
    ({"strings": {"a b": "A"}}, ValueError, "strings: 'a b' cannot be the name of a macro"),
    ({"strings": {"a": 1}}, TypeError, "strings['a'] must be a str, not int"),
]


@pytest.mark.parametrize(("values", "kind", "message"), WRONG)
def test_a_wrong_value_raises_and_names_the_choice(
    values: dict[str, Any], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind) as raised:
        Style(**values)

    assert str(raised.value) == message


SETTINGS: list[tuple[dict[str, Any], Style]] = [
    ({}, DEFAULT),
    ({"order": "Author, title"}, Style(order=("author", "title"))),
    ({"order": ["author"]}, Style(order=("author",))),
    ({"bom": "on", "align": "TRUE"}, Style(bom=True, align=True)),
    ({"line-ends": "lf", "width": "72"}, Style(line_ends="lf", width=72)),
    ({"indent": "tab"}, Style(indent="tab")),
    ({"indent": 0}, Style(indent=0)),
    ({"strings": {"jw": "Journal of Water"}}, Style(strings={"jw": "Journal of Water"})),
]


@pytest.mark.parametrize(("settings", "style"), SETTINGS)
def test_settings_are_texts_or_values(settings: dict[str, Any], style: Style) -> None:
    assert Style.from_settings(settings) == style


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"trailing_comma": True}, "unknown style choice 'trailing_comma' (did you mean"),
        ({"colour": "red"}, "unknown style choice 'colour' (known: characters, case, "),
        ({"align": "maybe"}, "align must be yes or no, not 'maybe'"),
    ],
)
def test_a_wrong_setting_is_named(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=r"align|style choice") as raised:
        Style.from_settings(settings)

    assert str(raised.value).startswith(message)


WRITTEN: list[tuple[str, Style, str]] = [
    ("bibtex", Style(characters="latex"), "  author = {M{\\\"u}ller, Ann},\n"),
    ("bibtex", Style(case="proper"), "  title = {The {DNA} of rivers in {Peru}},\n"),
    ("bibtex", Style(case="title"), "  title = {{The DNA of rivers in Peru}},\n"),
    ("bibtex", Style(months="numbers"), "  month = {3},\n"),
    ("bibtex", Style(order="year,month"), "@article{ng2001,\n  year = {2001},\n  month = mar,\n"),
    ("bibtex", Style(align=True), "  title   = {The DNA of rivers in Peru},\n"),
    ("bibtex", Style(width=24), "  title = {The DNA of\n    rivers in Peru},\n"),
    ("bibtex", Style(trailing_comma=False), "  month = mar\n}\n"),
    ("bibtex", Style(indent="tab"), "\n\tyear = {2001},\n"),
    ("biblatex", Style(strings={"jw": "Journal of Water"}),
     "@string{jw = {Journal of Water}}\n\n@article{ng2001,\n"),
    ("biblatex", Style(strings={"jw": "Journal of Water"}), "  journaltitle = jw,\n"),
    ("ris", Style(line_ends="lf"), "TY  - JOUR\nID  - ng2001\n"),
    ("ris", Style(bom=True), "\ufeffTY  - JOUR\r\n"),
    ("enw", Style(line_ends="lf"), "%0 Journal Article\n"),
    ("csl-json", Style(indent=4), '[\n    {\n        "id": "ng2001",\n'),
    ("csl-json", Style(indent=0), '[\n{"id": "ng2001", "type": "article-journal", '),
    ("csl-json", Style(characters="ascii"), '"family": "M\\u00fcller"'),
    ("jsonl", Style(characters="ascii"), '"family": "M\\u00fcller"'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "style", "part"), WRITTEN)
def test_each_choice_is_written(name: str, style: Style, part: str) -> None:
    assert part not in write(RIVERS, name).text
    assert part in write(RIVERS, name, style=style).text


def test_a_table_without_a_mark_is_the_same_otherwise() -> None:
    text = write(RIVERS, "csv").text

    assert write(RIVERS, "csv", style=Style(bom=False)).text == text.removeprefix("\ufeff") != text


def test_a_format_ignores_what_it_has_no_choice_of() -> None:
    style = Style(align=True, characters="latex", months="numbers")

    assert write(RIVERS, "ris", style=style).text == write(RIVERS, "ris").text


def test_some_format_has_each_choice() -> None:
    chosen = {choice for format in FILE_FORMATS.values() for choice in format.choices}

    assert chosen == {*CHOICES.values()} == {one.name for one in fields(Style)}


def test_only_a_style_is_taken() -> None:
    with pytest.raises(TypeError, match="style must be a Style, not dict"):
        write(RIVERS, "ris", style={})  # type: ignore[arg-type]


def test_a_date_needs_no_style() -> None:
    assert write(RIVERS.changed(issued=Date.of("2001")), "bibtex", style=DEFAULT).losses == ()
