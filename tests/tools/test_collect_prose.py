"""Texts without references are collected from a system, and the chain learns from them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tools.finder.collect_prose import LEAST, collected, from_roff, main

PAGE = """.TH OWL 1
.SH NOM
owl \\- surveille les \\fIfichiers\\fR
.SH DESCRIPTION
.B owl
attend la nuit.
.\\" un commentaire
.PP
"""
SENTENCE = "The owl waits for the night, and then it reads what others wrote. "


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A system with a manual page, documentation in two forms, a licence and a package."""
    long = SENTENCE * (LEAST // len(SENTENCE) + 1)
    files = {
        "share/man/fr/man1/owl.1.gz": PAGE + long,
        "share/man/man1/short.1": PAGE,
        "share/doc/owl/README": long + "Read me.",
        "share/doc/owl/README.copy": long + "Read me.",
        "share/doc/owl/copyright": long + "All rights are wrong.",
        "site/owl-1.dist-info/METADATA": long + "Name: owl",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return tmp_path


def test_each_text_is_collected_once(system: Path) -> None:
    texts = [*collected(system, system / "site")]
    assert [text.name.split("-")[0] for text in texts] == ["fr", "doc", "licence", "package"]


def test_a_manual_page_is_set_in_paragraphs() -> None:
    assert from_roff(PAGE).split("\n") == [
        "", "NOM", "", "owl - surveille les fichiers", "", "DESCRIPTION", "",
        "owl attend la nuit.", "",
    ]  # fmt: skip


def test_all_are_written_and_listed(system: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    main([str(out), "--root", str(system), "--packages", str(system / "site")])
    listed = json.loads((out / "sources.json").read_text())
    written = sorted(path.relative_to(out).as_posix() for path in out.glob("*/*.txt"))
    assert sorted(listed) == written
    assert len(written) == 4
