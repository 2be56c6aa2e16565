"""Patterns that finding and splitting are built from: letters, names, years, places.

Names are atomic groups, ``(?>…)``: a stretch is a name in one way only, so that no pattern that
repeats them can backtrack far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern


class Rule(NamedTuple):
    """One row of a table: a name for reports and weights, the pattern, the weight it adds.

    ``within`` tells whether a text has it. A text that has none of the ``hints`` has it not, if
    there are any.
    """

    name: str
    pattern: re.Pattern[str]
    weight: float
    within: Callable[[str], object]
    hints: tuple[str, ...]


def rules(
    *rows: tuple[str, str, float], hints: Mapping[str, str] = MappingProxyType({})
) -> tuple[Rule, ...]:
    """Compile a table.

    ``hints`` of a row, by its name, are strings parted by semicolons of which the pattern needs at
    least one: they tell most texts from those that have it at little cost. None stand where the
    pattern itself is fast.
    """
    compiled = []
    for name, source, weight in rows:
        pattern = lazy_pattern(source)
        some = tuple(filter(None, hints.get(name, "").split(";")))
        compiled.append(Rule(name, pattern, weight, _teller(pattern, some), some))
    return tuple(compiled)


def _teller(pattern: re.Pattern[str], hints: Sequence[str]) -> Callable[[str], object]:
    if hints:
        return partial(_hinted, hints, pattern)
    # What is of a text's beginning need not be searched for.
    return partial(_begun if pattern.pattern.startswith(("^", r"\A")) else _found, pattern)


def _hinted(hints: Sequence[str], pattern: re.Pattern[str], text: str) -> object:
    for hint in hints:
        if hint in text:
            return pattern.search(text)
    return None


def _begun(pattern: re.Pattern[str], text: str) -> object:
    return pattern.match(text)


def _found(pattern: re.Pattern[str], text: str) -> object:
    return pattern.search(text)


class Weights:
    """The weights of a table of which few texts have a row: one look at its hints tells most."""

    def __init__(self, table: Iterable[Rule]) -> None:
        rows = tuple(table)
        self._always = [(rule.within, rule.weight) for rule in rows if not rule.hints]
        hinted = [(hint, rule) for rule in rows for hint in rule.hints]
        self._words = [(hint, rule) for hint, rule in hinted if len(hint) > 1]
        self._signs = [(hint, rule) for hint, rule in hinted if len(hint) == 1]
        self._sign = lazy_pattern(f"[{re.escape(''.join(sign for sign, _ in self._signs))}]")

    def of(self, text: str) -> float:
        """Return the sum of the weights of the rows that match a text."""
        total = 0.0
        for within, weight in self._always:
            if within(text):
                total += weight
        hinted = [rule for word, rule in self._words if word in text]
        if self._sign.search(text):
            hinted += [rule for sign, rule in self._signs if sign in text]
        if hinted:
            rows = {rule.name: rule for rule in hinted}
            total += sum(rule.weight for rule in rows.values() if rule.pattern.search(text))
        return total


def any_of(words: str, separator: str = " ") -> str:
    """Write a pattern for any of the words (each a pattern of its own)."""
    return "(?:" + "|".join(filter(None, map(str.strip, words.split(separator)))) + ")"


def longest_of(words: Iterable[str]) -> str:
    """Write a pattern for the longest of many words that stands at a place.

    The words share their beginnings in the pattern: ``re`` tries a few letters at each place, not
    hundreds of words.
    """
    ends = False
    tails: dict[str, list[str]] = {}
    for word in words:
        ends = ends or not word
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(letter) + longest_of(rest) for letter, rest in sorted(tails.items())]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' * ends}"


_HEAD = lazy_pattern(r"\[(.+?)\]|(.)")


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

# What ``\\d`` matches, but for scripts in which no list is printed: searched for faster than that.
DIGIT = "[0-9٠-٩۰-۹०-९০-৯๐-๙０-９]"

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
YEAR = lazy_pattern(r"[12](?<![\d.:/-].)(?:(?<=1)[5-9]|(?<=2)0)\d{2}(?!\d)")
# What stands in a reference that has no year; and what tells when by itself.
UNDATED = any_of(
    r"[Ii]n press;[Ff]orthcoming;[Tt]o appear;[Tt]o be published;[Uu]npublished;[Ss]ubmitted"
    r";[Ii]n preparation;[Nn]\. ?d\.;[Oo]\. ?J\.;[Ss]\. ?[da]\.;s\. ?f\.;б\. ?г\.;im Druck"
    r";im Erscheinen;à paraître;en prensa;these proceedings;personal communication"
    r";private communication",
    ";",
)
PREPRINT = r"arXiv|hep-|astro-ph|cond-mat|quant-ph"
_DATED = lazy_pattern(rf"\b{UNDATED}|10\.\d{{4}}/|https?:|{PREPRINT}|\bibid")


def dated(text: str) -> bool:
    """Return whether a text has a date, or a place of publication that needs none."""
    return YEAR.search(text) is not None or _DATED.search(text) is not None


# Where in its container a work is found: "12(3):", "12:34", "12-34", ", 12, 34", "10.1000".
_PLACE = lazy_pattern(
    rf"{DIGIT}"
    r"(?: ?\([^)]{1,12}\) ?[:,]| ?[:;] ?[A-Za-z]?\d| ?[–—−-]{1,2} ?\d{1,5}\b"
    r"|(?<=, \d)\d{0,3}, [A-Z]?\d|(?<=1)0\.\d{4})"
)
# "pp. 12", "Vol. 3": the stop stands first, as a mark that is searched for at little cost.
_COUNTED = lazy_pattern(
    r"\.(?= ?\d)(?:(?<=[PpS]\.)(?<!\w..)|(?<=[Pp]p\.|[Bb]d\.|[Nn]o\.)(?<!\w...)"
    r"|(?<=[Vv]ol\.)(?<!\w....))"
)
_PUBLISHED = lazy_pattern(r": [A-Z][\w ]{2,30}(?:Press|Verlag|Books)")


def located(text: str) -> bool:
    """Return whether a text has a place in a container, or an address."""
    return (
        _PLACE.search(text) is not None
        or "http:" in text
        or "https:" in text
        or "arXiv" in text
        or _COUNTED.search(text) is not None
        or _PUBLISHED.search(text) is not None
    )


# A note's way of naming again a work that it named before: "(wie Anm. 3)", "op. cit.".
SHORT_TITLE = (
    r"\((?:wie|s\.|vgl\.|see|above,?)? ?(?:(?:Anm|note|nota)\.?|(?<!\w)n\.) ?\d+\)|a\. ?a\. ?O\."
    r"|\b[Oo]p\. ?cit|\b(?:[Ll]oc|art)\. ?cit|\bsupra note"
)
