"""Titles as they are compared: words, numbers, and the kind of text that a title names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from refconv.library.deduplication.alike import distance, is_misspelled
from refconv.library.deduplication.folded import fold, words

_LANGUAGES = (
    "arabic|bulgarian|chinese|croatian|czech|danish|dutch|english|finnish|french|german|greek"
    "|hebrew|hungarian|italian|japanese|korean|norwegian|persian|polish|portuguese|romanian"
    "|russian|serbian|slovak|slovene|spanish|swedish|turkish|ukrainian"
)
# What databases add to a title, in folded text (MEDLINE, Ovid, Embase, Web of Science, Cochrane).
_NOTES = re.compile(
    rf"""
      \s*[\[(](?:see\ comments?|comments?|corrected|review|letter|editorial|abstract|note
        |summary\ for\ patients|review\ article|author's\ transl|proceedings
        |conference\ abstract|meeting\ abstract|(?:provisional|structured)\ abstract|references
        |in\ process\ citation|abstract\ no:?\ ?\w{{1,8}}|version\ \d[^\])]{{0,80}}|\d{{1,4}}\ refs?
        |review\]\ ?\[\d{{1,4}}\ refs
        |(?:published\ )?(?:erratum|correction|corrigendum|retraction|comment|update|republished)
          s?(?:\ appears)?\ (?:in|of|on|from)\b[^\])]{{0,200}}
        |(?:in\ )?(?:{_LANGUAGES})(?:[,;/ ]\s?(?:and\ )?(?:{_LANGUAGES})){{0,3}}
        |retracted(?:\ article)?\b[^\])]{{0,120}}|reprint\w*\b[^\])]{{0,120}})[\])]
    | \A\s*(?:retracted(?:\ article)?|article\ retracted)\s*[:.\]-]\s*
    | \.\s+(?:{_LANGUAGES})\s*\Z
    """,
    re.VERBOSE,
)
_TRANSLATED = re.compile(r"\A\s*([^\[\]]*?)\s*\[([^\[\]]{15,})\][\s.]*\Z")
_EQUAL = re.compile(r"\s=\s")

# Texts about another text. Each has the title of that text, or nearly so.
_KINDS = {
    "correction": r"\b(?:errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a)|publisher correction"
    r"|author correction)\b|\A\W*corrections?\s?(?::|\.|-|\Z|to\b)"
    r"|\(vol\.? \w+,? (?:pg?|art|no)\b[^)]{0,60}\)|[:.(]\s*corrections?\W*\Z",
    "retraction": r"\A\W*retraction\b|\bretraction(?: note| notice)?\W*\Z|\bretraction of\b"
    r"|\bexpression of concern\b|\A\W*withdrawal\b|\A\W*withdrawn\b",
    "reply": r"\breply\b|\breplies\b|\bauthors?'? ?s? respon|\A\W*response\s?(?::|\.|\Z)"
    r"|\A\W*(?:in )?response to (?:the )?(?:letter|comment|editor|drs?\b)|[:.(-]\s*response\W*\Z"
    r"|\brejoinder\b|\brespond\W*\Z",
    "comment": r"\bcomments?(?:ary|aries)?(?: on\b|\s*:|\W*\Z)|\A\W*comment|\A\W*re\s?:"
    r"|\bdiscussion(?: of\b[^.]{0,80})?\W*\Z|\binvited (?:comment|discussion|critique)"
    r"|\bletter to the editor|\Aletter\b|\A\W*kommentar\b",
    "editorial": r"\beditorial\b|\beditor'?s (?:note|choice)\b",
    "protocol": r"\bprotocol\b|\bstudy design\b|\brationale and design\b",
    "review": r"\A\W*(?:book )?review(?: of)?\s?:|\bbook review\b",
    "summary": r"\bplain language summary\b|\bsummary for patients\b",
    "stage": r"\b(?:pilot|preliminary|interim|follow[ -]?up|updated?|secondary analysis|sub-?study"
    r"|subgroup|post[ -]hoc|extension)\b",
}
OTHER_TEXTS = frozenset({"correction", "reply", "retraction", "summary"})
"""Kinds of texts that are never the text that they are about."""
_KIND_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
_ANY_KIND = re.compile("|".join(_KINDS.values()))

_EMPTY = frozenset(
    """a an and as at by for from in into its of on or the their to via with within
    das dem den der des die ein eine einer im mit und von vom zu zum zur bei
    au aux avec dans de du en et la le les l d par pour sur un une des
    al con da del della delle di el il las lo los nel per su y e o em na no das dos
    het een van voor och i av""".split()
)
_ROMAN = {
    word: str(number)
    for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)
}
_ALWAYS_ROMAN = frozenset("ii iii iv vi vii viii ix xi xii xiii xiv".split())
_COUNTED = frozenset(
    """part parts phase phases type types stage class volume section grade study trial factor
    chapter teil partie parte series group level report book paper lecture no nr number""".split()
)
_CARDINALS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}


_GENERIC = frozenset(
    """editorial editorialcomment editornote editorsnote guesteditorial introduction preface
    foreword bookreview bookreviews review reviews letter letters lettereditor letterseditor
    comment comments commentary reply authorreply authorsreply inreply response authorresponse
    authorsresponse discussion abstract abstracts annualreport conclusion conclusions summary
    correspondence news obituary inmemoriam memoriam casereport casereports index contents
    tablecontents announcement announcements erratum errata corrigendum correction notes
    proceedings posterabstracts posterpresentations oralpresentations untitled notitle
    editorschoice perspective viewpoint overview acknowledgements acknowledgments""".split()
)
"""Titles that many publications have, without empty words."""


class TitleForm(NamedTuple):
    """A title as it is compared.

    ``words`` are its words without empty ones, ``compact`` all its letters and digits, ``numbers``
    its numbers in order.
    """

    words: tuple[str, ...]
    compact: str
    numbers: tuple[str, ...]

    @property
    def weight(self) -> float:
        """How many words of usual length it has: how much it says that two titles are equal."""
        return 1 if self.compact in _GENERIC else max(len(self.words), len(self.compact) / 9)


@lru_cache(maxsize=16)  # of each title its kinds are asked for, then its forms
def _without_notes(title: str) -> str:
    """Return a title folded, without what databases have added."""
    text = fold(title)
    may_have_notes = "[" in text or "(" in text or "." in text or "retract" in text
    return _NOTES.sub("", text) if may_have_notes else text


def kinds_of(title: str) -> frozenset[str]:
    """Return the kinds of text about another text that a title names.

    >>> sorted(kinds_of("Erratum: Snow and ice")), kinds_of("Snow [Erratum appears in Ice 2001]")
    (['correction'], frozenset())
    """
    text = _without_notes(title)
    if _ANY_KIND.search(text) is None:
        return frozenset()
    return frozenset(kind for kind, found in _KIND_PATTERNS.items() if found.search(text))


def forms_of(title: str) -> Iterator[TitleForm]:
    """Yield the forms of a title: more than one if it holds a translation, too.

    >>> [form.words for form in forms_of("Der Schnee im Wald [The snow in the wood].")]
    [('schnee', 'wald'), ('snow', 'wood')]
    """
    if not title:
        return
    text = _without_notes(title)
    parts = [text]
    if (match := _TRANSLATED.match(text)) is not None:
        parts = [match[1], match[2]] if len(match[1]) > _FEWEST else [match[2]]
    elif _EQUAL.search(text):
        halves = _EQUAL.split(text, maxsplit=1)
        parts = halves if min(map(len, halves)) > _FEWEST else parts
    for part in parts:
        form = _form(words(part))
        if form.compact:
            yield form


_FEWEST = 15
"""Letters that a part of a title has at least, to be a title in another language."""


def _form(given: Sequence[str]) -> TitleForm:
    kept, before = [], ""
    for word in given:
        kept.append(_number(word, before))
        before = word
    kept = [_spelled(word) for word in kept]
    meant = tuple(word for word in kept if word not in _EMPTY) or tuple(kept)
    numbers = tuple(word for word in kept if word[0].isdigit() or word[-1].isdigit())
    return TitleForm(meant, "".join(meant), numbers)


def _number(word: str, before: str) -> str:
    """Return a number as digits: "II", "two", the letter of "part B"."""
    if word in _CARDINALS:
        return _CARDINALS[word]
    if word in _ALWAYS_ROMAN or (word in _ROMAN and before in _COUNTED):
        return _ROMAN[word]
    if before in _COUNTED and len(word) == 1 and word.isalpha() and before not in ("no", "type"):
        return str(ord(word) - ord("a") + 1)
    return word.lstrip("0") or "0" if word.isdigit() else word


def _spelled(word: str) -> str:
    """Return a word in one of its usual spellings: "haemorrhage" and "hemorrhage" are the same."""
    for spelling, other in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, other)
    return word


_SPELLINGS = (("ae", "e"), ("oe", "e"), ("ph", "f"))


# ── how two titles agree ──────────────────────────────────────────────────────────────────────────


class Agreement(IntEnum):
    """How two titles agree, from the least to the most."""

    DIFFERENT = 0
    NUMBERS = 1
    """Only in other numbers: parts, phases, years."""
    REWORDED = 2
    """In most words."""
    SHORTER = 3
    """One has the other's words, and more."""
    RESPELLED = 4
    """In all words, some of which are spelled otherwise."""
    SAME = 5


def agreement(a: TitleForm, b: TitleForm) -> Agreement:
    """Return how two titles agree.

    >>> [a] = forms_of("Snow and ice in the northern valleys: part II")
    >>> [agreement(a, next(forms_of(title))).name for title in (
    ...     "Snow & ice in northern valeys part 2",
    ...     "Snow and ice in the northern valleys. Part III",
    ...     "Snow and ice in the southern valleys: part II",
    ...     "Rivers",
    ... )]
    ['RESPELLED', 'NUMBERS', 'REWORDED', 'DIFFERENT']
    """
    if a.compact == b.compact:
        return Agreement.SAME
    only_a, only_b = _unmatched(a.words, b.words)
    most = max(len(a.words), len(b.words))
    if most == max(len(only_a), len(only_b)):
        return _of_letters(a, b)
    if "".join(only_a) == "".join(only_b):
        return Agreement.RESPELLED
    left_a, left_b = _without_misspelled(only_a, only_b)
    if 2 * max(len(left_a), len(left_b)) > max(most, 2 * abs(len(a.words) - len(b.words))):
        return _of_letters(a, b)
    numbers_differ = _numbers(left_a) != _numbers(left_b)
    if not left_a and not left_b:
        return Agreement.RESPELLED
    if numbers_differ and _have_other_numbers(a, b, left_a, left_b):
        return Agreement.NUMBERS
    if not left_a or not left_b:
        return _of_shorter(a, b) if len(left_a or left_b) < most else Agreement.DIFFERENT
    matched = most - max(len(left_a), len(left_b))
    return Agreement.REWORDED if matched >= _MOST_WORDS * most else Agreement.DIFFERENT


_MOST_WORDS = 0.6
"""Share of the longer title's words that a reworded title has."""


def _of_shorter(a: TitleForm, b: TitleForm) -> Agreement:
    """Return the agreement of titles of which one has all the words of the other."""
    shorter, longer = sorted((a, b), key=lambda form: len(form.compact))
    is_subtitle = len(longer.words) - len(shorter.words) >= _SUBTITLE
    is_at_an_end = _is_at_an_end(a, b) and shorter.weight >= _MEANT
    return Agreement.SHORTER if is_subtitle and is_at_an_end else Agreement.REWORDED


def _is_at_an_end(a: TitleForm, b: TitleForm) -> bool:
    shorter, longer = sorted((a.compact, b.compact), key=len)
    return longer.startswith(shorter) or longer.endswith(shorter)


_MEANT = 4
"""Words of a title which says something when its subtitle is gone."""


def _of_letters(a: TitleForm, b: TitleForm) -> Agreement:
    """Return the agreement of titles with few words in common: words may be joined or broken."""
    longest = max(len(a.compact), len(b.compact))
    most = longest // 10
    if a.numbers == b.numbers and distance(a.compact, b.compact, most) <= most:
        return Agreement.RESPELLED
    return Agreement.DIFFERENT


def _unmatched(a: Sequence[str], b: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words that only one of two titles has, counting repeats."""
    rest = [*b]
    only = []
    for word in a:
        if word in rest:
            rest.remove(word)
        else:
            only.append(word)
    return only, rest


def _without_misspelled(a: list[str], b: list[str]) -> tuple[list[str], list[str]]:
    """Remove the words that have a misspelling among the others, or are two words there."""
    left_a, left_b = [], [*b]
    for word in a:
        other = next((one for one in left_b if is_misspelled(word, one)), None)
        if other is None:
            left_a.append(word)
        else:
            left_b.remove(other)
    if left_a and left_b:
        joined_a, joined_b = "".join(left_a), "".join(left_b)
        if joined_a == joined_b or is_misspelled(joined_a, joined_b):
            return [], []
    return left_a, left_b


def _numbers(given: Sequence[str]) -> list[str]:
    return [word for word in given if any(letter.isdigit() for letter in word)]


def _have_other_numbers(
    a: TitleForm, b: TitleForm, left_a: Sequence[str], left_b: Sequence[str]
) -> bool:
    """Return whether numbers tell two titles apart, not only a subtitle that one does not have."""
    is_subtitle = len(left_a) + len(left_b) >= _SUBTITLE and not (left_a and left_b)
    return not (is_subtitle and _is_at_an_end(a, b))


_SUBTITLE = 3
"""Words that a subtitle has at least; "part 2" and "in women" have less."""
