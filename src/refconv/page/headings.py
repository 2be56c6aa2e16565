"""Find headings, in European and some other languages, and what follows each.

A heading is compared by its letters alone, case folded, so that ``7. R E F E R E N C E S :`` and
``References`` are one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.heading_words import PARTS, WORDS, Heading
from refconv.page.lines import Line
from refconv.page.patterns import any_of

HEADING_LENGTH = 80
_FOLD = lazy_pattern(r"[\W\d_]+")
_NUMBERING = lazy_pattern(
    r"(?:[\W_]{0,6}(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\s?[.):]?\s+|chapter\s+\d+:?\s+)"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
# "References (54)", "References [54]", "References 54", "Literatur (Auswahl)".
_COUNT = lazy_pattern(
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
_CAPTION = lazy_pattern(
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
    if len(line) > HEADING_LENGTH or not _may_be(line):
        return None
    if _end(line) not in _ENDS and line[-1] not in ")]":
        return _captioned(line) or _composed(line)
    kind = _KINDS.get(fold(line))
    if kind is None:
        bare = _COUNT.sub("", _NUMBERING.sub("", line, count=1))
        kind = _KINDS.get(fold(bare))
    if kind is None:
        return _captioned(line) or _composed(line)
    # "Literature, 2004." and "Index." at the end of a reference are no headings.
    if line[-1:] in ".,;" and kind is not Heading.LIST:
        return None
    return kind


# How headings begin, in their letters alone and as they are printed.
_BEGINNINGS = frozenset(
    start[:3].casefold()
    for kind in Heading
    for words in (*WORDS[kind], *PARTS)
    for start in (words, fold(words))
) | frozenset("fig tab abb app ann anh ane ape box sch cha sup ext".split())
_NUMERALS = frozenset("ivx")
_NOT_WORDS = "0123456789.,:;)([]#*=_+%- \t§"


def _may_be(line: str) -> bool:
    """Return whether a line begins as a heading may; this tells most lines at little cost.

    What begins with two Latin letters that are no word of headings, no Roman number and no garbled
    word, is none; nor is a line of numbers.
    """
    bare = line if line[0].isalpha() else line.lstrip(_NOT_WORDS)
    head = bare[:3].casefold()
    if head in _BEGINNINGS or not head.isascii() or (head and not head[:2].isalpha()):
        return True
    roman = len(head) > 1 and head[0] in _NUMERALS and head[1] in _NUMERALS
    return roman or (" " not in line and _GARBLED.match(line) is not None)


# ---- headings composed from parts ----------------------------------------------------------------

# Mark-up around a heading: "## Literatur {-}", "== References ==", "\\section*{References}".
_MARKUP = lazy_pattern(
    r"\A[#*=_\s]{0,8}(?:\\(?:chapter|(?:sub){0,2}section)\*?\{)?(?:<h\d[^<>]{0,80}>)?\s{0,4}"
)
_MARKUP_END = lazy_pattern(r"(?:\{[-.#][^{}]{0,40}\}|</h\d>|\})\Z")
_SIGNS = "*=#_:. \t"
# What follows the words: "[ edit ]", "(Chapter 3)", "54", "of Part II", "- Livros".
_TAIL = lazy_pattern(
    r"\s{0,3}(?:\[[^\]\d][^\]]{0,40}\]|\([^()]{1,30}\)|\d{1,4}"
    r"|\b(?:of|for|to|in|zu[mr]?|de|du|da|do|к|по) (?:the )?"
    r"(?:chapters?|parts?|sections?|appendix|kapitel|teil|chapitre|capítulo|главе) [\dIVXA-C.]{1,5}"
    r"|\s[-–—]\s?[^\W\d_]{3,20}(?: [^\W\d_]{1,20}){0,2})\s?[:.]?\Z",
    re.IGNORECASE,
)
_JOINTS = lazy_pattern(
    r"\s?[/|&,;]\s?|\s[-–—]\s|\s(?:and|und|et|y|e|i|en|och|og|ja|a|и|та|і|sowie|or|ve)\s",
    re.IGNORECASE,
)
_PARTS = frozenset(map(fold, PARTS))
_MOST_TAILS = 3
_COMPOSED_FIRST = frozenset(
    words[:3].casefold() for words in (*WORDS[Heading.LIST], *PARTS) if len(words) > 2
)
_BEFORE_WORDS = "0123456789.:)([]#*=_- \t§IVX"
# Text extraction that lost a font's encoding prints each letter 29 codes lower.
_GARBLED_BY = 29
_GARBLED = lazy_pattern(r"[!-\]]{6,24}\Z")


def _composed(line: str) -> Heading | None:
    """Return ``LIST`` if a line is made up of words for lists, joints, and tails.

    >>> _composed("Literatur / References (Chapter 3)")
    <Heading.LIST: 'list'>
    """
    if line[0].isalpha() and line[:3].casefold() not in _COMPOSED_FIRST:
        return None if " " in line else _garbled(line)
    if line[0] in "#*=<\\":
        line = _MARKUP.sub("", line, count=1)
    if line[:3].casefold() not in _COMPOSED_FIRST:
        bare = line.lstrip(_BEFORE_WORDS) if line[:1] in _BEFORE_WORDS else line
        if bare[:3].casefold() not in _COMPOSED_FIRST:
            return _garbled(line)
        line = bare
    words = _MARKUP_END.sub("", line.rstrip(_SIGNS), count=1).rstrip(_SIGNS)
    for _ in range(_MOST_TAILS):
        kind = _of_parts(words)
        tail = None if kind else _TAIL.search(words)
        if tail is None or not tail.start():
            return kind
        words = words[: tail.start()]
    return _of_parts(words)


def _of_parts(words: str) -> Heading | None:
    """Return ``LIST`` if all parts of a heading are words for lists, one of them by itself."""
    if _KINDS.get(fold(words)) is Heading.LIST:
        return Heading.LIST
    parts = [fold(part) for part in _JOINTS.split(words)]
    known = [_KINDS.get(part) is Heading.LIST for part in parts]
    fits = all(one or part in _PARTS for one, part in zip(known, parts, strict=True))
    return Heading.LIST if len(parts) > 1 and any(known) and fits else None


def _garbled(line: str) -> Heading | None:
    if not _GARBLED.match(line):
        return None
    words = "".join(chr(ord(character) + _GARBLED_BY) for character in line)
    return Heading.LIST if _KINDS.get(fold(words)) is Heading.LIST else None


# The first letters of captions.
_CAPTION_FIRST = frozenset("abcefstртп图表図")


def _captioned(line: str) -> Heading | None:
    """Return whether a line is the caption of a table or a figure."""
    may_be = line[0].casefold() in _CAPTION_FIRST
    return Heading.OTHER if may_be and _CAPTION.match(line) else None


# Lines of a page's own record, which end a list as headings do.
_RECORD = lazy_pattern(
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
# How they begin: that tells most other lines from them at little cost.
_RECORD_FIRST = frozenset("key cit rec edi rev cor sch mot pal par aut ans cop sub thi".split())


def headings(lines: Sequence[Line]) -> dict[int, Heading]:
    """Return the headings of a text by their line numbers."""
    found = {}
    for index, line in enumerate(lines):
        kind = heading(line.text)
        text = line.text
        if kind is None and (text[:3].casefold() in _RECORD_FIRST or text[0] == "©"):
            kind = Heading.OTHER if _RECORD.match(text) else None
        if kind is not None:
            found[index] = kind
    # A button beside every result of a search is no heading.
    buttons = [index for index in found if lines[index].text in _BUTTONS]
    for index in buttons if len(buttons) > 1 else ():
        del found[index]
    return found


_BUTTONS = frozenset({"Cite", "Share"})


# A list that is not the page's own is no longer.
_FOREIGN = 200


def foreign_units(size: int, kinds: Mapping[int, Heading]) -> frozenset[int]:
    """Return the units of lists that are not the page's own: similar articles, citing articles."""
    foreign: set[int] = set()
    for index, kind in kinds.items():
        if kind is Heading.FOREIGN:
            end = index + 1
            while end < size and (end not in kinds or kinds[end] is Heading.FOREIGN):
                end += 1
            foreign.update(range(index, min(end, index + _FOREIGN)))
    return frozenset(foreign)


# A block of metadata at the head of a text (YAML, TOML): its fences, and what its lines look like.
_FENCES, _FENCES_AFTER = frozenset({"---", "+++"}), frozenset({"---", "+++", "..."})
_METADATA = lazy_pattern(r"[\w.-]{1,40}\s?[:=](?:\s|\Z)|[-#\[\]{}] ?")
# It has no more lines; so many of them look like it.
_MOST_METADATA, _METADATA_SHARE = 60, 0.5


def metadata_units(units: Sequence[Line]) -> frozenset[int]:
    """Return the units of the block of metadata that a text begins with."""
    if not units or units[0].text not in _FENCES:
        return frozenset()
    for index, unit in enumerate(units[1:_MOST_METADATA], start=1):
        if unit.text in _FENCES_AFTER:
            inside = [bool(_METADATA.match(one.text)) for one in units[1:index]]
            is_metadata = inside and sum(inside) >= _METADATA_SHARE * len(inside)
            return frozenset(range(index + 1)) if is_metadata else frozenset()
    return frozenset()


_INLINE = lazy_pattern(r"([^\W\d_][^:.\[\d]{3,40}?)(?:\s?[:.]\s+(?=\S)|\s+(?=[\[(]?1[\]).]))")


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
