"""Lines of RIS that hold several fields, or none."""

from __future__ import annotations

import pytest

from refconv.formats.ris.glued_lines import is_banner, is_counted, unglued, without_glue

# (a line, its parts between bars)
LINES = [
    ("DO  - 10.1000/1     LK  - https://a.example", "DO  - 10.1000/1|LK  - https://a.example"),
    ("UR  - a     U2  - b     DB  - c", "UR  - a|U2  - b|DB  - c"),
    ("DO - 1     LK - 2", "DO - 1|LK - 2"),
    ("DO - 1\tLK - 2", "DO - 1|LK - 2"),
    ("TI  -   AU  - b", "TI  -|AU  - b"),
    ("TI  - a  ER  - ", "TI  - a|ER  - "),
    ("a wrapped line     LK  - 2", "a wrapped line|LK  - 2"),
    # no tags
    ("TI  - AU  - a", "TI  - AU  - a"),
    ("TI  - Phase II    AB - trial", "TI  - Phase II    AB - trial"),
    ("DO - 1 LK - 2", "DO - 1 LK - 2"),
    ("TI  - a     QQ  - b", "TI  - a     QQ  - b"),
    ("TI  - a     LK  -b", "TI  - a     LK  -b"),
    ("TI  - a     lk  - b", "TI  - a     lk  - b"),
]


@pytest.mark.parametrize(("line", "parts"), LINES)
def test_unglued(line: str, parts: str) -> None:
    assert unglued(line) == parts.split("|")


@pytest.mark.parametrize("line", [line for line, _ in LINES])
def test_a_value_without_glue_is_one_field(line: str) -> None:
    value = without_glue(line.partition("- ")[2].strip())

    assert unglued(f"TI  - {value}") == [f"TI  - {value}"]


# (a line, whether it is no part of any field, whether it is one between records)
BANNERS = [
    ("Record #3 of 18", True, True),
    ("record 3 of 18", True, True),
    ("Link to the Ovid Full Text or citation: https://a.example", True, True),
    ("Link to the External Link Resolver: https://a.example", True, True),
    ("Provider: A Publisher", False, True),
    ("Database: A Library", False, True),
    ("Document 1 of 12", False, True),
    ("_______", False, True),
    ("My reading list", False, False),
    ("A record of 18 years", False, False),
    ("Linking words", False, False),
]


@pytest.mark.parametrize(("line", "counted", "banner"), BANNERS)
def test_banners(line: str, counted: bool, banner: bool) -> None:
    assert (is_counted(line), is_banner(line)) == (counted, banner)
