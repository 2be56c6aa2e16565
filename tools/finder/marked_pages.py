"""Pages whose reference strings are marked: text that one reads and edits by hand.

A reference stands between ``⟦`` and ``⟧``; the rest of the page is as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

_REFERENCE = re.compile("⟦([^⟦⟧]*)⟧")
_BREAK = re.compile(r"(?<=\w)-\n\s*(?=[^\W\d_])")
_BETWEEN = 12
"""Characters between two references of one list: a number, white space."""


def parsed(page: str) -> tuple[str, list[str], list[tuple[int, int]]]:
    """Return the text of a marked page, its references, and their start and end in the text.

    >>> parsed("References: ⟦Roe, A. Onions.⟧ ⟦Doe.⟧")
    ('References: Roe, A. Onions. Doe.', ['Roe, A. Onions.', 'Doe.'], [(12, 27), (28, 32)])
    """
    text = ""
    references: list[str] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for match in _REFERENCE.finditer(page):
        text += page[done : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        references.append(" ".join(_BREAK.sub("", match[1]).split()))
        done = match.end()
    return text + page[done:], references, spans


def marked(text: str, references: Sequence[str]) -> str:
    """Mark references in a text, in order, by their letters and digits; others stay unmarked."""
    places = [index for index, character in enumerate(text) if character.isalnum()]
    bare = "".join(text[index] for index in places)
    page = ""
    end = done = 0
    for reference in references:
        letters = "".join(filter(str.isalnum, reference))
        at = bare.find(letters, done)
        if at < 0:
            continue
        done = at + len(letters)
        start, last = places[at], places[done - 1] + 1
        last += len(re.match(r"[.”’\")\]/]*", text[last:])[0])  # type: ignore[index]
        page += f"{text[end:start]}⟦{text[start:last]}⟧"
        end = last
    return page + text[end:]


def document(path: Path) -> dict[str, Any]:
    """Read a page as the other labelled pages are: id, text, references and the spans of lists."""
    text, references, spans = parsed(path.read_text("utf-8"))
    return {
        "id": path.stem,
        "doc": path.stem,
        "text": text,
        "references": references,
        "ref_spans": list(_lists(spans)),
    }


def _lists(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each list: references with next to nothing between them."""
    if not spans:
        return
    start = spans[0][0]
    for (_, end), (after, _) in pairwise(spans):
        if after - end > _BETWEEN:
            yield start, end
            start = after
    yield start, spans[-1][1]
