"""Lines of Zotero's Extra field."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.extra import (
    bare_label,
    fields_of_lines,
    label_of,
    labelled,
    lines_of,
    parsed_line,
    type_of_line,
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


@pytest.mark.parametrize(
    ("line", "parsed"),
    [
        ("PMID: 1", ("pmid", "1")),
        ("PMID:1", ("pmid", "1")),
        ("{:PMID:1}", ("pmid", "1")),
        ("original-date: 1850", ("originaldate", "1850")),
        # The key is as long as it can be.
        ("Rights: a: b", ("rights:a", "b")),
        ("Rights: é: b", ("rights", "é: b")),
        ("Rights: ~ https://a.org", ("rights", "~ https://a.org")),
        ("PMID 1", None),
        ("Überschrift: x", None),
        ("_eprint: 1", None),
        ("PMID:", None),
    ],
)
def test_lines_are_taken_apart(line: str, parsed: tuple[str, str] | None) -> None:
    assert parsed_line(line) == parsed


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("type: dataset", "dataset"),
        ("TYPE: dataset", "dataset"),
        ("{:type:dataset}", "dataset"),
        ("type: song", "audioRecording"),
        ("type: Dataset", None),
        ("type: article", None),
        ("type: 12", None),
        ("Item Type: dataset", None),
    ],
)
def test_lines_that_are_the_item_type(line: str, kind: str | None) -> None:
    assert type_of_line(line) == kind


@pytest.mark.parametrize(
    ("kind", "key", "field"),
    [
        ("thesis", "university", "university"),
        ("thesis", "publisher", None),
        ("book", "publisher", "publisher"),
        ("case", "datedecided", "dateDecided"),
        ("case", "issued", None),
        ("book", "license", "rights"),
    ],
)
def test_lines_that_are_fields(kind: str, key: str, field: str | None) -> None:
    assert fields_of_lines(kind)[key] == field


def test_a_key_that_no_type_has_stays_in_extra() -> None:
    assert "arxiv" not in fields_of_lines("journalArticle")
    assert "pmid" not in fields_of_lines("book")
