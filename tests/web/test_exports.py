"""The files that can be written, and the losses described beside the record's rows."""

from __future__ import annotations

from typing import Any

import pytest

import refconv
from refconv import Block, Date, Loss, Name
from refconv.formats.registry import FILE_FORMATS
from refconv.web.exports import CLIENT_TITLES, DEFAULT_TARGET, TARGETS, describe_loss, export
from tests.web.samples import ARTICLE


def test_every_format_that_can_be_written_is_a_target() -> None:
    assert {target.format for target in TARGETS.values()} == {
        name for name, format in FILE_FORMATS.items() if format.join
    }
    assert DEFAULT_TARGET in TARGETS


def test_every_dialect_is_a_target() -> None:
    assert {(target.format, target.client) for target in TARGETS.values() if target.client} == {
        (name, client) for name, format in FILE_FORMATS.items() for client in format.dialects
    }
    assert {client for format in FILE_FORMATS.values() for client in format.dialects} == {
        *CLIENT_TITLES
    }


@pytest.mark.parametrize(
    ("key", "title", "file"),
    [
        ("ris:zotero", "RIS for Zotero", "references.ris"),
        ("ris", "RIS", "references.ris"),
        ("biblatex", "biblatex", "references.bib"),
        ("csl-json", "CSL-JSON", "references.json"),
    ],
)
def test_titles_and_files(key: str, title: str, file: str) -> None:
    assert (TARGETS[key].title, TARGETS[key].file) == (title, file)


def test_the_losses_of_a_file() -> None:
    output = export([ARTICLE, ARTICLE], "ris:zotero")

    assert output["text"] == refconv.write([ARTICLE, ARTICLE], "ris", for_="zotero").text
    assert {*output["losses"]} == {0, 1}
    assert ["kept", "bibtex:file"] in output["losses"][1]


def test_blocks_are_written_into_their_own_format() -> None:
    blocks = [("bibtex", Block("preamble", "@preamble{{A preamble}}"))]

    assert "A preamble" in export([ARTICLE], "bibtex", blocks)["text"]
    assert "A preamble" not in export([ARTICLE], "ris", blocks)["text"]


def test_an_unknown_target() -> None:
    with pytest.raises(ValueError, match="unknown target 'marc'"):
        export([ARTICLE], "marc")


@pytest.mark.parametrize(
    ("path", "value", "kept", "row"),
    [
        ("scale", "1:5", None, ["scale", "is lost"]),
        ("title", "<i>A</i>", "A", ["title", "becomes “A”"]),
        ("keyword", ("a", "b"), ("a; b",), ["keyword", "becomes “a; b”"]),
        ("issued", "x", Date.on(2020, 5), ["issued", "becomes “2020-05”"]),
        ("issued", "x", Date(literal="y"), ["issued", "becomes “y”"]),
        ("author[0].orcid", "0000", None, ["author", "ORCID of Doe, Jane is lost"]),
        ("author[0].given", "Jane", "J.", ["author", "given name of Doe, Jane becomes “J.”"]),
        ("author[1].suffix", "Jr.", None, ["author", "suffix of Roe is lost"]),
        ("author[1]", Name("Roe"), Name(literal="R"), ["author", "Roe becomes “R”"]),
        ("author.et-al", True, None, ["author", "“et al.” is lost"]),
        ("author.et-al", False, True, ["author", "“et al.” is added"]),
        ("custom[0]", ("bibtex:file", "a.pdf"), None, ["kept", "bibtex:file"]),
        ("custom", (), (("ris:XX", "a"),), ["kept", "keys of other formats"]),
        ("type", "post-weblog", "webpage", ["type", "becomes web page"]),
    ],
)
def test_losses_are_described_beside_rows(path: str, value: Any, kept: Any, row: list[str]) -> None:
    assert describe_loss(Loss(0, "doe", path, value, kept), ARTICLE) == row
