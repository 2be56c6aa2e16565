"""Summaries of PubMed in JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.formats.web_json.pubmed_summary import parse

SUMMARY = {"uid": "12", "title": "A.", "pubdate": "2001 May"}
FILES: list[tuple[Any, int]] = [
    ({"header": {}, "result": {"uids": ["12"], "12": SUMMARY}}, 1),
    ({"uids": ["12"], "12": SUMMARY}, 1),
    ([SUMMARY, SUMMARY], 2),
    (SUMMARY, 1),
    ({"result": {"uids": []}}, 0),
]


@pytest.mark.parametrize(("file", "count"), FILES)
def test_files(file: Any, count: int) -> None:
    read = refconv.read(json.dumps(file))

    assert [(one.title, one.PMID, str(one.issued)) for one in read.references] == [
        ("A", "12", "2001-05")
    ] * count


def test_what_is_no_summary() -> None:
    assert parse({"uid": "12", "error": "cannot get document summary"}) == "item"
