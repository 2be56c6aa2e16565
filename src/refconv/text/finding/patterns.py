"""The small patterns from which finding and splitting are made: letters, names, years, places.

Names are atomic groups, ``(?>…)``: a stretch is a name in one way only, so that no pattern that
repeats them can backtrack far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple


class Rule(NamedTuple):
    """One row of a table: a name for reports and weights, the pattern, the weight it adds.

    ``within`` tells whether a text has it.
    """

    name: str
    pattern: re.Pattern[str]
    weight: float
    within: Callable[[str], object]


def rules(
    *rows: tuple[str, str, float], hints: Mapping[str, str] = MappingProxyType({})
) -> tuple[Rule, ...]:
    """Compile a table.

    ``hints`` of a row, by its name, are strings parted by semicolons of which the pattern needs at
    least one: they tell most texts from those that have it at little cost. None stand where the
    pattern itself is fast.
    """
    return tuple(
        Rule(name, compiled, weight, _teller(compiled, hints.get(name, "")))
        for name, pattern, weight in rows
        for compiled in [re.compile(pattern)]
    )


def _teller(pattern: re.Pattern[str], hints: str) -> Callable[[str], object]:
    if hints:
        return partial(_hinted, tuple(filter(None, hints.split(";"))), pattern.search)
    # What is of a text's beginning need not be searched for.
    return pattern.match if pattern.pattern.startswith(("^", r"\A")) else pattern.search


def _hinted(hints: Sequence[str], search: Callable[[str], object], text: str) -> object:
    for hint in hints:
        if hint in text:
            return search(text)
    return None


def any_of(words: str, separator: str = " ") -> str:
    """Write a pattern for any of the words (each a pattern of its own)."""
    return "(?:" + "|".join(filter(None, map(str.strip, words.split(separator)))) + ")"


_HEAD = re.compile(r"\[(.+?)\]|(.)")


def word_of(words: str, separator: str = " ") -> str:
    r"""Write ``\b(?:…)`` for any of the words, in a way that is searched for at little cost.

    ``re`` skips to the letters that a pattern begins with, if it begins with a set of them. Each
    word is a pattern of its own that begins with a letter or a set of letters.
    """
    tails: dict[str, list[str]] = {}
    for word in filter(None, map(str.strip, words.split(separator))):
        head = _HEAD.match(word)
        if head is not None:
            tails.setdefault(head[1] or head[2], []).append(word[head.end() :])
    letters = "".join(sorted({*"".join(tails)}))
    rest = "|".join(rf"(?<=[{head}])(?:{'|'.join(ends)})" for head, ends in tails.items())
    return rf"[{letters}](?<!\w.)(?:{rest})"


# ---- letters ----------------------------------------------------------------------------------

# ``re`` knows no letter case by itself; Latin, Greek and Cyrillic have it.
_CASED = range(0x41, 0x530)
UPPER = "[" + "".join(chr(code) for code in _CASED if chr(code).isupper()) + "]"
LOWER = "[" + "".join(chr(code) for code in _CASED if chr(code).islower()) + "'’´`-]"
# Hebrew, Arabic, Thai, kana, Han, Hangul.
UNCASED = (
    "[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0e01-\u0e30\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
# Quotation marks that open.
OPENING_QUOTE = "[\"“„«‘‹']"

# ---- names ------------------------------------------------------------------------------------

PARTICLE = any_of(
    r"[Vv][ao]n [Dd]e[nrsl]? [Dd]i [Dd]a [Dd]u [Dd]ella [Dd]el [Dd]os [Dd]as [Tt]e[nr] [Ll][aeo]s?"
    r" [Zz]u[mr]? [Aa]l [Ee]l [Bb]in [Ii]bn [Aa]f [Vv]om [Yy] [Ee] [Ss]t\. [Vv]\."
)
# "Smith", "de Vaucouleurs", "O'Brien", "Lieberman-Cribbin", "diSessa".
NAME = rf"(?>(?:{PARTICLE}[ -]|[DdLl]['’]|d[ei](?=[A-Z])){{0,3}}{UPPER}[\w'’´`‑-]{{1,30}})"
# "Thorsten".
WORD = rf"(?>{UPPER}{LOWER}{{1,30}})"
# "J.-P.", "S. W.".
INITIALS = rf"(?>(?:{UPPER}{LOWER}?\.[ -]{{0,2}}){{1,5}})"

# ---- years and places -------------------------------------------------------------------------

# (The first digit stands first: what it may be is searched for at little cost.)
YEAR = re.compile(r"[12](?<![\d.:/-].)(?:(?<=1)[5-9]|(?<=2)0)\d{2}(?!\d)")
# What stands in a reference that has no year; and what tells when by itself.
UNDATED = any_of(
    r"[Ii]n press;[Ff]orthcoming;[Tt]o appear;[Tt]o be published;[Uu]npublished;[Ss]ubmitted"
    r";[Ii]n preparation;[Nn]\. ?d\.;[Oo]\. ?J\.;[Ss]\. ?[da]\.;s\. ?f\.;б\. ?г\.;im Druck"
    r";im Erscheinen;à paraître;en prensa;these proceedings;personal communication"
    r";private communication",
    ";",
)
PREPRINT = r"arXiv|hep-|astro-ph|cond-mat|quant-ph"
_DATED = re.compile(rf"\b{UNDATED}|10\.\d{{4}}/|https?:|{PREPRINT}|\bibid")


def dated(text: str) -> bool:
    """Tell whether a text says when, or where by itself."""
    return YEAR.search(text) is not None or _DATED.search(text) is not None


# Where in its container, or on the net, a work is found. (All that it may begin with stands first.)
LOCATOR = re.compile(
    r"[\d,:haPpSVvBbNn](?:"
    r"(?<=\d)(?: ?\([^)]{1,12}\) ?[:,]| ?[:;] ?[A-Za-z]?\d| ?[–—−-]{1,2} ?\d{1,5}\b)"
    r"|(?<=1)0\.\d{4}|(?<=h)ttps?:|(?<=a)rXiv"
    r"|(?<=,) \d{1,4}, [A-Z]?\d|(?<=:) [A-Z][\w ]{2,30}(?:Press|Verlag|Books)"
    r"|(?<!\w.)(?:(?<=[Pp])p?|(?<=S)|(?<=[Vv])ol|(?<=[Bb])d|(?<=[Nn])o)\. ?\d"
    r")"
)
# A note's way of naming again a work that it named before: "(wie Anm. 3)", "op. cit.".
SHORT_TITLE = (
    r"\((?:wie|s\.|vgl\.|see|above,?)? ?(?:(?:Anm|note|nota)\.?|n\.) ?\d+\)|a\. ?a\. ?O\."
    r"|\b[Oo]p\. ?cit|\b(?:[Ll]oc|art)\. ?cit|\bsupra note"
)
