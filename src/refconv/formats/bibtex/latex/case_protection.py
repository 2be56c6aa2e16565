"""Which letters of a title braces protect: BibTeX's styles print titles in lower case.

Sources: *BibTeXing* 2 (``change.case$`` keeps what stands in braces); biblatex manual 4.6.4
(``MakeSentenceCase``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.formats.bibtex.latex.commands import NO_CASE
from refconv.formats.style import LetterCase
from refconv.values.markup import runs

_WORD = re.compile(r"[^\W_][\w'’.\-‐]*")
_SENTENCE_END = ".:?!–—"
_OPENING = ' \t\n"“‘(['
_NEAR = 16
"""Characters before a word that are looked at for the end of a sentence."""
_SHORT = 3
_SMALL_WORDS = frozenset(
    """about across after against along among around before behind below beneath beside between
    beyond during from inside into like near onto outside over than that their through toward
    towards under until upon versus what when where which while with within without your""".split()
)
"""Longer words that title case leaves in lower case, beside those of ``_SHORT`` letters."""


def protected(text: str, case: LetterCase) -> str:
    """Return a title with marks around those letters that keep their case.

    >>> protected("The DNA of Ice in Peru", "none")
    'The DNA of Ice in Peru'
    >>> protected("Reading the DNA of mosses in Peru", "proper")
    'Reading the <span class="nocase">DNA</span> of mosses in <span class="nocase">Peru</span>'
    >>> protected("On ice", "title")
    '<span class="nocase">On ice</span>'
    """
    if case == "as-read" or not text:
        return text
    if case == "proper":
        return _with_proper(text)
    bare = "".join(_without_marks(text))
    return f"{NO_CASE[0]}{bare}{NO_CASE[1]}" if case == "title" and bare.strip() else bare


def needs_nothing(text: str, case: LetterCase) -> bool:
    """Return quickly whether a title without markup stays as it is."""
    return case in ("as-read", "none") or (case == "proper" and not any(_proper(text, text, "")))


def _without_marks(text: str) -> Iterator[str]:
    for kind, part in runs(text):
        if kind == "text":
            yield part
        elif part != NO_CASE[0]:
            yield part if kind == "open" else f"</{part[1:-1].split()[0]}>"


def _with_proper(text: str) -> str:
    """Mark the proper nouns and acronyms that are not yet in marks."""
    whole = "".join(part for kind, part in runs(text) if kind == "text")
    out: list[str] = []
    before = ""
    depth = 0
    for kind, part in runs(text):
        if kind != "text":
            depth += (part == NO_CASE[0]) * (1 if kind == "open" else -1)
            out.append(part if kind == "open" else f"</{part[1:-1].split()[0]}>")
            continue
        place = 0
        for start, end in () if depth else _proper(part, whole, before):
            out += part[place:start], NO_CASE[0], part[start:end], NO_CASE[1]
            place = end
        out.append(part[place:])
        before += part
    return "".join(out)


def _proper(part: str, whole: str, before: str) -> Iterator[tuple[int, int]]:
    """Yield where the proper nouns and acronyms of a part of a title are.

    Args:
        part: The part.
        whole: The title without markup; its capitals show whether it is in title case.
        before: What of it stands before the part.
    """
    if not any(map(str.islower, whole)):
        return  # in capitals throughout
    are_proper = not _is_title_case(whole)
    for match in _WORD.finditer(part):
        word = match[0].rstrip(".'’-‐")
        has_inner = any(map(str.isupper, word[1:]))
        near = before[-_NEAR:] + part[max(0, match.start() - _NEAR) : match.start()]
        is_first = near.rstrip(_OPENING)[-1:] in _SENTENCE_END
        if has_inner or (word[0].isupper() and are_proper and not is_first):
            yield match.start(), match.start() + len(word)


def _is_title_case(text: str) -> bool:
    """Return whether a title has no lower-case word that title case would capitalise."""
    words = (word.rstrip(".'’-‐") for word in _WORD.findall(text)[1:])
    return all(
        len(word) <= _SHORT or word in _SMALL_WORDS
        for word in words
        if word[0].islower() and not any(map(str.isupper, word))
    )
