"""Join lines into one: undo hyphenation, repair wrapped addresses.

The line keeps the place of each of its characters (:mod:`refconv.page.offset_text`).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Container, Iterable

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.lines import Line
from refconv.page.offset_text import Traced, joined

_WHITE = lazy_pattern(r"\s+")
# Nothing but words with one space between them.
_EVEN = lazy_pattern(r"\S++(?: \S++)*")
# So much of a line is looked at, to tell how it meets the next.
_TAIL = 60


def join_lines(lines: Iterable[Line], words: Container[str] = frozenset()) -> Traced:
    """Join lines into one.

    ``words`` are the words of the whole text, case folded: a broken word is put together as the
    text has it elsewhere.
    """
    parts: list[Traced] = []
    before: Line | None = None
    for line in lines:
        if before:
            drop, space = _joint(before.text[-_TAIL:], line.text, words)
            if drop:
                parts[-1] = parts[-1].cut(0, len(parts[-1].text) - 1)
            if space:
                end = before.end - drop
                parts.append(Traced(" ", range(end, end + 1)))
        parts.append(_evened(line))
        before = line
    return joined(parts)


def _evened(line: Line) -> Traced:
    """Put one space between words."""
    text = line.text
    # (Of all white space only the space itself is printable.)
    if ("  " not in text and text.isprintable()) or _EVEN.fullmatch(text):
        return Traced(text, range(line.start, line.end))
    offsets = array("I")
    done = line.start
    for match in _WHITE.finditer(text):
        offsets.extend(range(done, line.start + match.start() + 1))
        done = line.start + match.end()
    offsets.extend(range(done, line.end))
    return Traced(_WHITE.sub(" ", text), offsets)


# ---- how two lines meet -----------------------------------------------------------------------

SOFT_HYPHEN = "\u00ad"
HYPHENS = f"-\u2010\u2011{SOFT_HYPHEN}"
_HYPHEN_END = lazy_pattern(rf"(?<!\w)(\w+)([{HYPHENS}])\Z")
_WORD_START = lazy_pattern(r"\w+")
# After a suspended hyphen the word is whole: "Sozial- und", "pre- and post-".
_SUSPENDED = lazy_pattern(r"(?:und|oder|bzw|sowie|and|or|et|ou|y|e|o|och|og|en|of|to|i|a|и|или)\b")
# First halves whose hyphen belongs to the word.
_KEPT_PREFIX = frozenset(
    (
        "self non anti cross post semi quasi all well long short high low half two three four five"
        " six first second third one e x t b df open single double full large small"
    ).split()
)


def _joint(before: str, after: str, words: Container[str]) -> tuple[bool, bool]:
    """Decide how two lines meet: (drop the last character of the first, put a space between)."""
    last = before.rsplit(" ", 1)[-1]
    link = _LINK_TAIL.search(last) if _LINK_HINT.search(last) else None
    if link and _link_goes_on(link.group(), after):
        return before.endswith(SOFT_HYPHEN), False
    broken = _HYPHEN_END.search(before) if before[-1] in HYPHENS else None
    if broken is None:
        # Ranges ("12–" "19") and scripts without spaces between words are joined without one.
        close = before[-1] in "–—−/" and before[-2:-1].isalnum()
        return False, not (close or (_spaceless(before[-1]) and _spaceless(after[0])))
    half, hyphen = broken.groups()
    rest = _WORD_START.match(after)
    if rest is None or hyphen == SOFT_HYPHEN:
        return hyphen == SOFT_HYPHEN, rest is None and not after.startswith("(")
    return _broken_word(half, rest.group(), after, words)


def _broken_word(half: str, other: str, after: str, words: Container[str]) -> tuple[bool, bool]:
    """Return how to join a word broken by a hyphen: (drop the hyphen, insert a space)."""
    if half[-1].isdigit() or other[0].isdigit():
        return False, False
    if _SUSPENDED.match(after):
        return False, True
    if other[0].isupper() and not (half.isupper() and other.isupper()):
        return False, False
    if (half + other).casefold() in words:
        return True, False
    if f"{half}-{other}".casefold() in words or half.casefold() in _KEPT_PREFIX:
        return False, False
    return not half.isupper() or other.isupper(), False


_LINK_TAIL = lazy_pattern(
    r"(?:https?:/{0,2}|www\.|doi\.?(?:org)?/?|(?<![\d.])10\.)\S*\Z", re.IGNORECASE
)
_LINK_HINT = lazy_pattern(r"[Dd][Oo][Ii]|[Hh][Tt][Tt][Pp]|[Ww]{3}\.|10\.")
_LINK_BREAK = lazy_pattern(r"[/_=&?%:#~-]\Z")
_LINK_REST = lazy_pattern(r"[\w(][\w.()/:;%~=&?#+-]*")
# What only the rest of an address looks like.
_LINK_MARK = lazy_pattern(
    r"[/_%=]|\d[.-]\d|\.(?:html?|pdf|php|aspx?|org|com|net)\b|[a-z]\d|\d[a-z]|\A\d{3,}\Z|\A\d+\.\Z",
    re.IGNORECASE,
)
_YEAR_WORD = lazy_pattern(r"\(?[12]\d{3}\)?[.,;]?\Z")
_LINK_STARTS = frozenset({"doi", "doi.", "https:", "http:"})


def _link_goes_on(link: str, after: str) -> bool:
    """Return whether a DOI or URL at the end of a line goes on with the first word of the next."""
    rest = _LINK_REST.match(after)
    if rest is None:
        return after.startswith("/")
    word = rest.group()
    if link.lower() == "doi:":
        return word[0].isdigit()
    if link.lower() in _LINK_STARTS or _LINK_BREAK.search(link):
        return True
    if _YEAR_WORD.match(word) or link[-1] in ",;)]":
        return False
    mark = _LINK_MARK.search(word) is not None
    if link.endswith("."):
        return word[0].islower() or (word[0].isdigit() and mark)
    return mark and not word.endswith(":")


def _spaceless(character: str) -> bool:
    """Return whether a character belongs to a script without spaces: Han, kana, full width."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
