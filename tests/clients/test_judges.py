"""Which program's reader judges which format."""

from __future__ import annotations

import pytest

from refconv.clients import Client
from refconv.clients.judged import Judged
from refconv.clients.judges import judge_for, judged_types
from refconv.core.model import Reference


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json", "endnote-xml", "ris"])
def test_zotero_reads_these_formats(name: str) -> None:
    assert judge_for("zotero", name) is not None


def test_endnote_reads_ris_of_some_types() -> None:
    types = judged_types("endnote", "ris")

    assert judge_for("endnote", "ris") is not None
    assert types is not None
    assert "JOUR" in types
    assert "MAP" not in types


def test_zotero_reads_all_types() -> None:
    assert judged_types("zotero", "ris") is None


@pytest.mark.parametrize(
    ("client", "name"), [("zotero", "mods"), ("endnote", "endnote-xml"), (None, "ris")]
)
def test_without_a_model_nothing_is_judged(client: Client | None, name: str) -> None:
    assert judge_for(client, name) is None


def test_a_file_that_zotero_refuses_loses_everything() -> None:
    judge = judge_for("zotero", "ris")
    assert judge is not None

    found = judge(Reference(type="book", title="Rivers"), "no RIS", lambda *_: False)

    assert Judged("title", "Rivers") in found
