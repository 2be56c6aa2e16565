"""Find headings, in European and some other languages, and what follows each.

A heading is compared by its letters alone, case folded, so that ``7. R E F E R E N C E S :`` and
``References`` are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.page.heading_words import WORDS, Heading
from refconv.page.lines import Line
from refconv.page.patterns import any_of

HEADING_LENGTH = 80
_FOLD = re.compile(r"[\W\d_]+")
_NUMBERING = re.compile(
    r"(?:[\W_]{0,6}(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\s?[.):]?\s+|chapter\s+\d+:?\s+)"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
# "References (54)", "References [54]", "References 54", "Literatur (Auswahl)".
_COUNT = re.compile(
    r"(?<!\s)\s*+(?:\(\s*\d+\s*\)|\[\s*\d+\s*\]|\d+|\((?:Auswahl|selection)\)"
    r"|\[edit(?: source)?\])\s*\Z",
    re.IGNORECASE,
)
# A table, a figure, an appendix: they end a list whatever their words.
_CAPTIONED = any_of(
    r"fig(?:ure|\.)?s?;tables?;tabelle;abbildung;abb\.;tableau;tabla;figura;tabela;appendix"
    r";appendices;annex;anhang;annexe;anexo;ap[éê]ndice;box;scheme;chart;supplementary;рис\.;рисунок"
    r";таблица;приложение",
    ";",
)
_CAPTION = re.compile(
    rf"(?:(?:extended data |supplementary |supplemental"
    rf" )?{_CAPTIONED}\s?[\dIVXA-Z]{{1,4}}(?:\.\d+)?"
    r"\s?(?:[.:|–—-]|\Z|\s[A-Z])|[图表図]\s?\d)",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Keep the letters of a heading, case folded."""
    return _FOLD.sub("", text.replace("ı", "i")).casefold()


_KINDS: dict[str, Heading] = {
    fold(words): kind for kind in reversed(Heading) for words in WORDS[kind]
}


_NO_LETTERS = " \t.,:;!?*#_-–—=·•/|'\"”»’：。0123456789([\u00a0"


def _end(line: str) -> str:
    """Return the last three letters of a line, folded, two if it is Chinese."""
    end = line[-14:].rstrip(_NO_LETTERS).replace(" ", "")
    return end[-2 if end[-1:] >= "\u3000" else -3 :].casefold().replace("ı", "i")


# How headings end: that tells most lines from headings at little cost.
_ENDS = frozenset(_end(words) for kind in Heading for words in WORDS[kind])


def heading(line: str) -> Heading | None:
    """Return what a line announces, ``None`` if it is no heading."""
    if len(line) > HEADING_LENGTH:
        return None
    if _end(line) not in _ENDS and line[-1] not in ")]":
        return _captioned(line)
    kind = _KINDS.get(fold(line))
    if kind is None:
        bare = _COUNT.sub("", _NUMBERING.sub("", line, count=1))
        kind = _KINDS.get(fold(bare))
    if kind is None:
        return _captioned(line)
    # "Literature, 2004." and "Index." at the end of a reference are no headings.
    if line[-1:] in ".,;" and kind is not Heading.LIST:
        return None
    return kind


# The first letters of captions.
_CAPTION_FIRST = frozenset("abcefstртп图表図")


def _captioned(line: str) -> Heading | None:
    """Return whether a line is the caption of a table or a figure."""
    may_be = line[0].casefold() in _CAPTION_FIRST
    return Heading.OTHER if may_be and _CAPTION.match(line) else None


# Lines of a page's own record, which end a list as headings do.
_RECORD = re.compile(
    any_of(
        r"key ?words;citation;received;edited by;reviewed by;correspondence;schlüsselwörter"
        r";schlagwörter;mots[- ]clés;palabras clave;palavras-chave;parole chiave",
        ";",
    )
    + r"\s?:|author['’]?s? address(?:es)?:|anschrift(?:en)? de[rs] \w+:|copyright ©|©"
    r"|submit your (?:next )?manuscript"
    r"|this (?:article|paper|manuscript) (?:was|has been)"
    r" (?:processed|typeset|prepared|reproduced)",
    re.IGNORECASE,
)
_RECORD_FIRST = frozenset("akcersmpt©")


def headings(lines: Sequence[Line]) -> dict[int, Heading]:
    """Return the headings of a text by their line numbers."""
    found = {}
    for index, line in enumerate(lines):
        kind = heading(line.text)
        if kind is None and line.text[0].casefold() in _RECORD_FIRST:
            kind = Heading.OTHER if _RECORD.match(line.text) else None
        if kind is not None:
            found[index] = kind
    # A button beside every result of a search is no heading.
    buttons = [index for index in found if lines[index].text in _BUTTONS]
    for index in buttons if len(buttons) > 1 else ():
        del found[index]
    return found


_BUTTONS = frozenset({"Cite", "Share"})


_INLINE = re.compile(r"([^\W\d_][^:.\[\d]{3,40}?)(?:\s?[:.]\s+(?=\S)|\s+(?=[\[(]?1[\]).]))")


_LIST_FIRST = frozenset(words[:3].casefold() for words in WORDS[Heading.LIST])


def split_inline(lines: list[Line]) -> list[Line]:
    """Put headings of lists that stand on the line of the first reference on lines of their own."""
    apart: list[Line] = []
    for line in lines:
        may_be = len(line.text) > 24 and line.text[:3].casefold() in _LIST_FIRST
        match = _INLINE.match(line.text) if may_be else None
        if match:
            words = match.group(1)
            if _KINDS.get(fold(words)) is Heading.LIST:
                at = match.end()
                apart.append(line._replace(text=words, end=line.start + len(words)))
                apart.append(line._replace(text=line.text[at:], start=line.start + at, blanks=0))
                continue
        apart.append(line)
    return apart
