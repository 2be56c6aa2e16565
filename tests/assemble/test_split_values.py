"""When a value is split; each rule's row is in ``test_repair_rules``."""

from __future__ import annotations

import pytest

from refconv.assemble.split_values import join_running_numbers, split_values
from tests.assemble.marked import after, fields

ROWS = [
    ("{volume|66(8)}: {page|1200}", {"volume": "66", "issue": "8", "page": "1200"}),
    ("{volume| 24:5 }", {"volume": "24", "page": "5"}),
    # Another label has that value already.
    ("{volume|66(8)}, {issue|9}", {"volume": "66(8)", "issue": "9"}),
    ("{volume|66(8):12}, {page|13}", {"volume": "66(8):12", "page": "13"}),
    # Only figures, or more values than one.
    ("{volume|66}", {"volume": "66"}),
    ("{volume|6:7}, {volume|8:9}, {issue|1}", {"volume": "6:7 | 8:9", "issue": "1"}),
    # No rule matches the whole value.
    ("{volume|Band 66 (8) neu}", {"volume": "Band 66 (8) neu"}),
    # The letter of a journal's section.
    ("{container-title|Phys. Rev.} {volume|D94}",
     {"container-title": "Phys. Rev. D", "volume": "94"}),
    ("{container-title|Nature} {volume|D94}", {"container-title": "Nature", "volume": "D94"}),
    # A rule that needs another label, or lacks one.
    ("{title|Sleep in homes - Harwell}", {"title": "Sleep in homes - Harwell"}),
    ("{author|Ng A}: {title|Sleep in homes - Harwell}, {accessed|2020}, {URL|https://a.org/}",
     {"author": "Ng A", "title": "Sleep in homes - Harwell", "accessed": "2020",
      "URL": "https://a.org/"}),
    # An address that repeats the DOI goes, another one stays.
    ("{DOI|10.1000/182} {URL|https://doi.org/10.1000/182}", {"DOI": "10.1000/182"}),
    ("{DOI|10.1000/1} {URL|https://doi.org/10.1000/182}",
     {"DOI": "10.1000/1", "URL": "https://doi.org/10.1000/182"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_values_are_split(marked: str, expected: dict[str, str]) -> None:
    assert fields(after(split_values, marked)) == expected


RUNNING = [
    ("{title|T}, nr {volume|3} ({issue|182}), s. {page|7}",
     {"title": "T", "issue": "3 (182)", "page": "7"}),
    ("{title|T}. № {volume|3} ({issue|182})", {"title": "T", "issue": "3 (182)"}),
    ("{title|T}, {volume|3} ({issue|182})", {"title": "T", "volume": "3", "issue": "182"}),
    ("{title|T}, vol. {volume|3}, nr {issue|2}", {"title": "T", "volume": "3", "issue": "2"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), RUNNING)
def test_a_running_number_is_of_the_issue(marked: str, expected: dict[str, str]) -> None:
    assert fields(after(join_running_numbers, marked)) == expected
