"""Papers of Semantic Scholar."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.formats.web_json.semantic_scholar import parse

PAPER = {"paperId": "ab12", "title": "A", "year": 2001}
FILES: list[tuple[Any, int]] = [
    (PAPER, 1),
    ([PAPER, PAPER], 2),
    ({"total": 1, "offset": 0, "data": [PAPER]}, 1),
    ({"recommendedPapers": [PAPER]}, 1),
]


@pytest.mark.parametrize(("file", "count"), FILES)
def test_files(file: Any, count: int) -> None:
    read = refconv.read(json.dumps(file))

    assert [(one.title, str(one.issued)) for one in read.references] == [("A", "2001")] * count


def test_what_is_no_paper() -> None:
    assert parse({"paperId": "ab12", "citationCount": 3}) == "item"
