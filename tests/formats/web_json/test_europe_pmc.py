"""Articles of Europe PMC."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.formats.web_json.europe_pmc import parse

ARTICLE = {"id": "12", "source": "MED", "title": "A", "authorString": "Bell A.", "pubYear": "2001"}
FILES: list[tuple[Any, int]] = [
    (ARTICLE, 1),
    ([ARTICLE, ARTICLE], 2),
    ({"version": "6", "hitCount": 1, "resultList": {"result": [ARTICLE]}}, 1),
    ({"version": "6", "hitCount": 0, "resultList": {"result": []}}, 0),
]


@pytest.mark.parametrize(("file", "count"), FILES)
def test_files(file: Any, count: int) -> None:
    read = refconv.read(json.dumps(file))

    assert [(one.title, one.PMID, str(one.issued)) for one in read.references] == [
        ("A", "12", "2001")
    ] * count


def test_what_is_no_article() -> None:
    assert parse({"id": "12", "source": "MED"}) == "item"
