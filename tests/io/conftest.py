"""The library that several modules convert."""

from __future__ import annotations

from pathlib import Path

import pytest

import refconv
from refconv import Name, Reference
from tests.command import ENTRY


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same references in every format, with all that makes work for the first pass."""
    folder = tmp_path_factory.mktemp("library")
    articles = [
        Reference(
            type="article-journal",
            id="" if number % 3 else f"key{number % 40}",
            title=f"The <i>title</i> of {number % 7}",
            author=[Name(family="Müller", given="A.", orcid="0000-0002-1825-0097")],
            issued="2001",
            custom=[("bibtex:crossref", "parent")] if number % 5 == 0 else (),
        )
        for number in range(300)
    ]
    articles.append(Reference(type="book", id="parent", title="Parent", publisher="P"))
    files = {}
    for name, suffix in (("bibtex", ".bib"), ("ris", ".ris"), ("csl-json", ".json")):
        files[name] = folder / f"library{suffix}"
        refconv.dump(articles, files[name], name)
    bib = files["bibtex"].read_text("utf-8")
    files["bibtex"].write_text(
        "@preamble{{x}}\n"
        + bib.replace("year = {2001}", "year = y")
        + "@comment{z}\n@string{y={2001}}\n@misc{key0, title=y",
        "utf-8",
    )
    # Without ids, so that each gets one that none has.
    ris_text = files["ris"].read_bytes().decode()
    lines = (
        line
        for n, line in enumerate(ris_text.splitlines(keepends=True))
        if n % 2 or not line.startswith("ID")
    )
    files["ris"].write_bytes(("A header\r\n\r\n" + "".join(lines)).encode())
    return files


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes ten seconds to convert, so that it is not done before it is stopped."""
    path = tmp_path / "large.bib"
    path.write_text("".join(ENTRY % number for number in range(200_000)), "utf-8")
    return path
