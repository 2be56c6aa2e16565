"""Which program's reader judges which format."""

from __future__ import annotations

import pytest

from refconv.clients import Client
from refconv.clients.judged import Judged
from refconv.clients.judges import judge_for
from refconv.core.model import Reference


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json", "endnote-xml", "ris"])
def test_zotero_reads_these_formats(name: str) -> None:
    assert judge_for("zotero", name) is not None


@pytest.mark.parametrize(("client", "name"), [("zotero", "mods"), (None, "ris")])
def test_without_a_model_nothing_is_judged(client: Client | None, name: str) -> None:
    assert judge_for(client, name) is None


def test_a_file_that_zotero_refuses_loses_everything() -> None:
    judge = judge_for("zotero", "ris")
    assert judge is not None

    found = judge(Reference(type="book", title="Rivers"), "no RIS", lambda *_: False)

    assert Judged("title", "Rivers") in found
