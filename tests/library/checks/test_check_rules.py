"""The rules, each by its own example: what breaks it, what does not, and what repairs it."""

from __future__ import annotations

import re
from string import Formatter

import pytest

import refconv
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.model import Reference
from refconv.io.repaired_files import check_data, repair_data
from refconv.library import RULES
from refconv.library.checks.check_rules import duplicate_references
from refconv.library.checks.reference_rules import Library


def data_of(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@pytest.mark.parametrize("code", RULES)
def test_the_example_breaks_its_rule_and_no_other(code: str) -> None:
    rule = RULES[code]

    found = check_data(data_of(rule.example), rule.format)

    assert {one.code for one in found} == {code}
    assert all(one.line for one in found)
    assert all("{" not in one.message for one in found)


@pytest.mark.parametrize("code", RULES)
def test_the_sound_sibling_breaks_no_rule(code: str) -> None:
    rule = RULES[code]

    assert check_data(data_of(rule.sound), rule.format) == ()


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.fixed])
def test_the_repair_makes_what_the_table_shows(code: str) -> None:
    rule = RULES[code]
    data = data_of(rule.example)

    repaired = repair_data(data, rule.format, unsafe=True)

    assert repaired.data.decode() == rule.fixed
    assert [one.code for one in repaired.fixed] == [code]
    assert repaired.left == ()
    assert repair_data(repaired.data, rule.format, unsafe=True).data == repaired.data
    assert (repair_data(data, rule.format).data == data) is not rule.is_safe


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if not rule.fixed])
def test_a_rule_without_a_repair_changes_nothing(code: str) -> None:
    rule = RULES[code]
    data = data_of(rule.example)

    assert repair_data(data, rule.format, unsafe=True).data == data


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_one_way_to_find_and_plain_words(code: str) -> None:
    rule = RULES[code]

    ways = (rule.of_reference, rule.of_library, rule.diagnosed, rule.in_source)
    assert any(ways)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert not rule.finds.endswith(".")
    assert rule.explanation.endswith(".")
    assert [name for _, name, _, _ in Formatter().parse(rule.message) if name == ""] == []


def test_a_rule_about_reading_names_codes_and_reasons() -> None:
    missing = problem(Code.MISSING_COMMA, "key", key="roe").at(1)

    assert RULES["syntax"].is_of(missing)
    assert not RULES["odd-name"].is_of(missing)


def test_a_duplicate_names_the_first_by_its_key_or_place() -> None:
    one = Reference(title="Rivers under northern ice", DOI="10.1000/182", page="1-9", issued=2020)

    faults = [*duplicate_references(Library([one, one, one.changed(id="b")]))]

    assert [(place, fault.data["other"]) for place, fault in faults] == [
        (1, "reference 1"),
        (2, "reference 1"),
    ]


def test_names_that_the_page_uses_are_formats() -> None:
    assert {rule.format for rule in RULES.values()} <= {*refconv.FORMATS}
