"""The pages that the documentation has of each format."""

from __future__ import annotations

from pathlib import Path

from refconv.formats.registry import FORMATS
from tools.docs_site import format_pages, on_page_markdown

ROOT = Path(__file__).parents[2]
PAGES = dict(format_pages())


def test_every_format_has_a_page() -> None:
    assert {*PAGES} == {"formats/index.md", *(f"formats/{name}.md" for name in FORMATS)}
    assert "[`ris`](ris.md)" in PAGES["formats/index.md"]


def test_a_page_says_what_is_read_written_and_lost() -> None:
    page = PAGES["formats/ris.md"]

    assert page.startswith("# RIS\n\nIts name is `ris`.\nFiles end in `.ris`.\n")
    assert "also with `--for endnote` and `--for zotero`" in page
    assert "| `JOUR` | article-journal |" in page
    assert "**article-journal**: " in page


def test_links_to_files_outside_become_names() -> None:
    assert on_page_markdown("[a](../src/a.py), [b](b.md#c)", page=None) == "`a`, [b](b.md#c)"


def test_the_navigation_has_every_page() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}

    assert {page for page in pages if f": {page}" not in config} == set()
