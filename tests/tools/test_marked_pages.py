"""Pages with marked references: parsed, and marked by the letters of references."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.finder.marked_pages import document, marked, parsed

MARKED = """\
Works
1. ⟦Roe, A. On-
  ions. 1999.⟧
2. ⟦Doe, B. Eggs.⟧

Notes at the end
⟦Poe, C. Ham⟧; ibid.
"""


def test_parsed() -> None:
    text, references, spans = parsed(MARKED)
    assert text == MARKED.replace("⟦", "").replace("⟧", "")
    assert references == ["Roe, A. Onions. 1999.", "Doe, B. Eggs.", "Poe, C. Ham"]
    assert [text[a:b] for a, b in spans][1:] == ["Doe, B. Eggs.", "Poe, C. Ham"]


def test_marked_again() -> None:
    text, references, _ = parsed(MARKED)
    assert marked(text, references) == MARKED


@pytest.mark.parametrize("references", [[], ["Not there at all"]])
def test_references_that_are_not_there_are_not_marked(references: list[str]) -> None:
    assert marked("Some text.", references) == "Some text."


def test_lists_are_references_next_to_each_other(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(MARKED, "utf-8")
    found = document(path)
    assert [found["text"][a:b] for a, b in found["ref_spans"]] == [
        "Roe, A. On-\n  ions. 1999.\n2. Doe, B. Eggs.",
        "Poe, C. Ham",
    ]
    assert (found["id"], len(found["references"])) == ("page", 3)
