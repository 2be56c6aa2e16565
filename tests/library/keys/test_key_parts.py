"""Parts of a citation key: what each function takes from a reference."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.model import Name, Reference
from refconv.library.keys.key_parts import (
    FUNCTIONS,
    MARKERS,
    NextPatternError,
    field_text,
    jabref_words,
    people,
    significant_words,
)

HALE = Name(family="Hale", given="Ann-Marie")
BERG = Name(family="Berg", given="Jan", non_dropping_particle="van der")
BANK = Name(literal="World Bank")
FOUR = (HALE, BERG, BANK, Name(family="Ng", given="Bo"))
TITLE = "On the Rivers and open-access Lakes: a <i>New</i> look"

CALLS: list[tuple[Reference, str, dict[str, Any], str]] = [
    (Reference(author=FOUR[:1]), "auth", {}, "Hale"),
    (Reference(author=FOUR), "auth", {"n": 2, "m": 4}, "Ng"),
    (Reference(author=FOUR), "auth", {"m": 2}, "van der Berg"),
    (Reference(author=FOUR), "auth", {"m": 9}, ""),
    (Reference(author=FOUR), "auth", {"initials": True}, "HaleAM"),
    (Reference(editor=FOUR[:1]), "auth", {}, "Hale"),
    (Reference(director=FOUR[:1]), "auth", {}, "Hale"),
    (Reference(editor=FOUR[:1]), "auth", {"creator": "author"}, ""),
    (Reference(author=FOUR), "authors", {"n": 2, "sep": "-"}, "Hale-van der Berg-EtAl"),
    (Reference(author=FOUR[:1]), "authorsAlpha", {}, "Hal"),
    (Reference(author=FOUR), "authorsAlpha", {"sep": ""}, "HBWN"),
    (Reference(author=(*FOUR, HALE)), "authorsAlpha", {"sep": ""}, "HBW+"),
    (Reference(author=FOUR[::3]), "authIni", {"n": 1}, "H.N"),
    (Reference(author=FOUR), "authorIni", {"sep": ""}, "HaleBWN"),
    (Reference(author=FOUR), "authorLast", {}, "Ng"),
    (Reference(author=FOUR), "authForeIni", {}, "A"),
    (Reference(author=FOUR), "authorLastForeIni", {}, "B"),
    (Reference(author=FOUR), "authAuthEa", {}, "Hale.van der Berg.ea"),
    (Reference(author=FOUR[::3]), "authEtAl", {"sep": ""}, "HaleNg"),
    (Reference(author=FOUR), "authEtAl", {"sep": ""}, "HaleEtAl"),
    (Reference(author=FOUR), "authEtal2", {}, "Hale.etal"),
    (Reference(author=FOUR[:1]), "authshort", {}, "Hale"),
    (Reference(author=FOUR), "authshort", {"sep": ""}, "HBW+"),
    (Reference(title=TITLE), "shorttitle", {"n": 2, "m": 1}, "Rivers openaccess"),
    (Reference(title=TITLE), "veryshorttitle", {}, "Rivers"),
    (Reference(title=TITLE), "title", {}, "Rivers openaccess Lakes New look"),
    (Reference(title="中文 题目"), "shorttitle", {}, "中文 题目"),
    (Reference(issued="2020-03-05"), "year", {}, "2020"),
    (Reference(issued="-0043"), "year", {}, "bc43"),
    (Reference(available_date="2021"), "year", {}, "2021"),
    (Reference(issued="2020"), "shortyear", {}, "20"),
    (Reference(issued="2020", original_date="1900"), "origyear", {}, "1900"),
    (Reference(issued="2020-03-05"), "date", {"format": "%y%m%-d"}, "20035"),
    (Reference(issued="2020-03"), "date", {}, "2020-03"),
    (Reference(issued="2020-03"), "month", {}, "mar"),
    (Reference(issued="2020-03-05"), "day", {}, "5"),
    (Reference(issued="2020"), "month", {}, ""),
    (Reference(page="L7-12"), "firstpage", {}, "L7"),
    (Reference(page="L7-12"), "lastpage", {}, "12"),
    (Reference(page="L7-12"), "pageprefix", {}, "L"),
    (Reference(keyword=["ice", "snow"]), "keyword", {"n": 2}, "snow"),
    (Reference(container_title="Ice", container_title_short="I."), "journal", {}, "I."),
    (Reference(type="chapter"), "entrytype", {}, "Incollection"),
    (Reference(type="chapter"), "type", {}, "chapter"),
    (Reference(language="de-AT"), "language", {}, "de-AT"),
    (Reference(custom=[("bibtex:groups", "Ice")]), "field", {"name": "bibtex:groups"}, "Ice"),
    (Reference(publisher="Crane"), "field", {"name": "Publisher"}, "Crane"),
]


@pytest.mark.parametrize(("reference", "name", "arguments", "text"), CALLS)
def test_a_function_takes_its_part(
    reference: Reference, name: str, arguments: dict[str, Any], text: str
) -> None:
    assert FUNCTIONS[name](reference, **arguments) == text


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_empty_for_nothing_and_tested(name: str) -> None:
    arguments = {"name": "title"} if name == "field" else {}
    aliases = {"authorsn": "authors", "camel": "", "fulltitle": "", "origdate": "date"}

    assert FUNCTIONS[name](Reference(), **arguments) in ("", "document", "Misc")
    assert aliases.get(name, name) in {"", "pageprefix", "keywords", *(row[1] for row in CALLS)}


@pytest.mark.parametrize("name", MARKERS)
def test_every_marker_is_a_function_with_its_arguments(name: str) -> None:
    function, numbered, fixed = MARKERS[name]

    assert isinstance(function(Reference(), **fixed, **dict.fromkeys(numbered, 1)), str)


TESTS = [
    ("type", ("article",), True),
    ("type", ("journalArticle",), True),
    ("type", ("book", "article-journal"), True),
    ("type", ("book",), False),
    ("language", ("de",), True),
    ("language", ("d", "en"), False),
]


@pytest.mark.parametrize(("name", "values", "holds"), TESTS)
def test_a_test_takes_nothing_and_may_fail(name: str, values: tuple[str, ...], holds: bool) -> None:
    reference = Reference(type="article-journal", language="de-AT")

    if holds:
        assert FUNCTIONS[name](reference, *values) == ""
        return
    with pytest.raises(NextPatternError):
        FUNCTIONS[name](reference, *values)


FIELDS = [
    ("author", "Ann-Marie Hale and Jan van der Berg"),
    ("journaltitle", "Ice & Snow"),
    ("publicationTitle", "Ice & Snow"),
    ("containertitle", "Ice & Snow"),
    ("date", "2020-03"),
    ("keywords", "ice snow"),
    ("volume", "4"),
]


@pytest.mark.parametrize(("name", "text"), FIELDS)
def test_a_field_is_found_by_the_names_of_several_programs(name: str, text: str) -> None:
    reference = Reference(
        author=[HALE, BERG],
        container_title="<i>Ice</i> & Snow",
        issued="2020-03",
        keyword=["ice", "snow"],
        volume=4,
    )

    assert field_text(reference, name) == text


def test_the_keys_themselves_are_no_fields() -> None:
    with pytest.raises(LookupError):
        field_text(Reference(citation_key="a"), "citation-key")


def test_words_of_a_title() -> None:
    assert significant_words("Der Fluss / <b>the</b> river: b 2") == ["Fluss", "river", "2"]
    assert jabref_words("Der open-access Fluss of it") == ["Der", "open", "access", "Fluss", "it"]


def test_people_are_those_of_the_first_role_that_has_any() -> None:
    assert people(Reference(translator=[HALE], performer=[BERG]), "*") == (HALE,)
    assert people(Reference(collection_editor=[HALE]), "collection-editor") == (HALE,)
