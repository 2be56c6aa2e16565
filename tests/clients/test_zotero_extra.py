"""Lines of Zotero's Extra field."""

from __future__ import annotations

import pytest

from refconv.clients.zotero_extra import label_of, labelled, unlabelled


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
