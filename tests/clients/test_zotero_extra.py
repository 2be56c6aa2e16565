"""Lines of Zotero's Extra field."""

from __future__ import annotations

import pytest

from refconv.clients.zotero_extra import (
    bare_label,
    label_of,
    labelled,
    lines_of,
    unlabelled,
)


@pytest.mark.parametrize(
    ("variable", "label"),
    [
        ("original-date", "Original Date"),
        ("archive_collection", "Archive Collection"),
        ("PMID", "PMID"),
        ("PMCID", "PMCID"),
    ],
)
def test_labels(variable: str, label: str) -> None:
    assert label_of(variable) == label


@pytest.mark.parametrize(
    ("raw", "value"),
    [("PMID: 12", "12"), ("pmid : 12", "12"), ("12", "12"), ("PMID:", None), ("", None)],
)
def test_a_line_and_its_value(raw: str, value: str | None) -> None:
    assert unlabelled("PMID")(raw) == value
    assert labelled("PMID")("12") == "PMID: 12"


LABELS = {"pmid": "PMID", "originaldate": "original-date"}
EXTRAS = [
    ("PMID: 12", {"PMID": "12"}, ""),
    ("pmid : 12\nOriginal Date: 1999\nMine: x", {"PMID": "12", "original-date": "1999"}, "Mine: x"),
    ("original-date: 1999", {"original-date": "1999"}, ""),
    ("PMID: 1\nPMID: 2", {"PMID": "1"}, "PMID: 2"),
    ("PMID:\nWords", {}, "PMID:\nWords"),
    ("", {}, ""),
]


@pytest.mark.parametrize(("extra", "fields", "rest"), EXTRAS)
def test_lines_of_extra(extra: str, fields: dict[str, str], rest: str) -> None:
    assert lines_of(extra, LABELS) == (fields, rest)


def test_labels_are_compared_by_their_letters() -> None:
    assert {bare_label(one) for one in ("Original Date", "original-date", "originalDate")} == {
        "originaldate"
    }
