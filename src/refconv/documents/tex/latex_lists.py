r"""The lists of references in LaTeX: ``thebibliography`` as ``.bst`` styles and people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.documents.tex.latex_text import Source
from refconv.formats.bibtex.latex.braces import braces

# Not within a definition (\providecommand{\bibitem}…).
_ITEM = re.compile(
    r"(?<![{\\])\\(?P<name>bibitem|harvarditem|Bibitem|rn?bibitem)(?![A-Za-z])\s{0,200}"
)
_BEGIN = re.compile(r"\\begin\s{0,9}\{(?:thebibliography|references|chapthebibliography)\}")
# How pandoc begins an entry that citeproc has printed; newer versions write \bibitem.
_ENTRY = re.compile(
    r"\\leavevmode\s{0,9}(?:\\vadjust\s{0,9}pre)?\s{0,9}\{?\\hypertarget\{ref-(?P<key>[^{}]{1,200})\}\{\}\}?"
)
_CITEPROC = "citeproctext"
_END = re.compile(
    r"\\end\s{0,9}\{(?:CSLReferences|thebibliography|references|chapthebibliography|document)\}"
    r"|\\(?:section|chapter|subsection|appendix|part)(?![A-Za-z])"
)


class BibItem(NamedTuple):
    """An item of a list: its key, its label, and where its text stands in the source."""

    key: str
    label: str
    start: int
    end: int


def has_list(text: str) -> bool:
    r"""Return whether a text has an item of a LaTeX list.

    >>> has_list(r"\bibitem{a} Ng."), has_list(r"The command \bibitem is …")
    (True, False)
    """
    return _HEAD.search(text) is not None or ("{CSLRef" in text and _ENTRY.search(text) is not None)


_HEAD = re.compile(
    r"(?<![{\\])\\(?:bibitem|Bibitem|harvarditem)(?![A-Za-z])[ \t]{0,20}"
    r"(?:%[^\n]{0,80}\n\s{0,80})?[\[{]"
)


def bib_items(source: Source) -> Iterator[BibItem]:
    """Yield the items of all lists of a text."""
    text = source.text
    ends = braces(text)
    heads = [*_ITEM.finditer(text)]
    if "{CSLReferences}" in text:
        heads = sorted([*heads, *_ENTRY.finditer(text)], key=re.Match.start)
    for index, match in enumerate(heads):
        head = _head(text, match, ends)
        if head is None:
            continue
        key, label, start = head
        end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        stop = _END.search(text, start, end)
        yield BibItem(key, label, start, stop.start() if stop else end)


def _head(text: str, match: re.Match[str], ends: dict[int, int]) -> tuple[str, str, int] | None:
    """Return an item's key and label, and where its text begins; ``None`` if it is no item."""
    place, label = match.end(), ""
    if match.re is _ENTRY:
        return match["key"], label, place
    if text.startswith("[", place):
        close = _closing_bracket(text, place, ends)
        if close is None:
            return None
        label, place = text[place + 1 : close], _blank(text, close + 1)
    groups: list[str] = []
    most = 3 if match["name"] == "harvarditem" else 1
    while len(groups) < most and place in ends:
        groups.append(text[place + 1 : ends[place]])
        place = ends[place] + 1
        if len(groups) < most:
            place = _blank(text, place)
    if len(groups) < most:
        return None
    if most == 3:
        label = f"{groups[0]}({groups[1]})"
    key = " ".join(groups[-1].split())
    return key.removeprefix("ref-") if _CITEPROC in label else key, label, place


_BLANK = re.compile(r"\s*")


def _blank(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return match.end() if match else place


_LONGEST_LABEL = 5000


def _closing_bracket(text: str, place: int, ends: dict[int, int]) -> int | None:
    """Return where an optional argument closes, whose braces may hold brackets."""
    limit = min(len(text), place + _LONGEST_LABEL)
    if text.find("]", place, limit) < 0:
        return None
    at = place + 1
    while at < limit:
        char = text[at]
        if char == "]":
            return at
        if char == "\\":
            at += 2
        elif at in ends:
            at = ends[at] + 1
        else:
            at += 1
    return None


# ── blocks ────────────────────────────────────────────────────────────────────────────────────────

NEWBLOCK = re.compile(r"\\newblock(?![A-Za-z])\s{0,20}")


def blocks_of(source: Source, item: BibItem) -> Sequence[tuple[int, int]]:
    r"""Return where the blocks of an item stand, which ``\newblock`` separates."""
    places: list[tuple[int, int]] = []
    start = item.start
    for match in NEWBLOCK.finditer(source.text, item.start, item.end):
        places.append((start, match.start()))
        start = match.end()
    places.append((start, item.end))
    return [(a, b) for a, b in places if source.text[a:b].strip()]
