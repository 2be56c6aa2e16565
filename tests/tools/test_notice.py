"""What the models were trained on is named in NOTICE, and the version in one place."""

from __future__ import annotations

from pathlib import Path

import refconv
from tools.notice import notice

ROOT = Path(__file__).parents[2]


def test_the_notice_names_every_source_of_the_models() -> None:
    assert (ROOT / "NOTICE").read_text("utf-8") == notice()
    assert "GROBID citation corpus, CC-BY" in notice()


def test_what_others_cite_has_the_version() -> None:
    assert f"\nversion: {refconv.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert "version =" not in (ROOT / "pyproject.toml").read_text("utf-8").partition("[build")[0]


def test_the_citation_file_is_one_that_refconv_reads() -> None:
    read = refconv.load(ROOT / "CITATION.cff")

    assert (read.format, read.diagnostics) == ("cff", ())
    assert read[0].title == "refconv"
