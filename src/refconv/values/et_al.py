"""Lists of names that were printed incomplete, in the languages that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.core.lazy_pattern import lazy_pattern

# In capitals, one letter is an initial.
_BEFORE = r"[\s,;&]{0,4} (?: \b(?:and|und|et|og|och|en|(?-i:[yeiи]))\s{1,2} )?"
_PATTERN = lazy_pattern(
    rf"""{_BEFORE}
        (?: \bet\.?\s?al(?:ii|iae|ia)?\b\s?\.?
          | \b(?:and|&)\s(?:\d+\s)?(?:others|co-?workers|colleagues|collaborators)\b | \bothers\b
          | (?-i:\bu\.\s?a\b\.?) | \bu\.\s?Mitarb\b\.? | \bund\sandere\b | (?-i:\banderen?\b)
          | \bet\s(?:autres|coll(?:ab)?|coauthors)\b\.? | \bautres\b
          | \by\s(?:otros|cols?)\b\.? | \be\s(?:outros|altri|cols?|colab)\b\.? | \baltri\b
          | \bи\sдр(?:угие)?\b\.? | \bдр\. | \bи\sсоавт\b\.? | \bта\sін\b\.?
          | \bi\sin(?:ni)?\b\.?
          | (?-i:\bm\.\s?fl\b\.?) | (?-i:\b[oe]\.\s?a\.?(?=\W*\Z)) | \ba\skol\b\.?
          | \bve\s(?:ark|diğ)\b\.? | (?-i:\bvd\.) | 等 | ほか | (?<=\w)他\Z
          | \[?\u2026\]? | \.\s?\.\s?\. )\]?\)?""",
    re.VERBOSE | re.IGNORECASE,
)
# The commonest by far, in so many last characters.
_AT_END = lazy_pattern(rf"{_BEFORE} \bet\ al\.?\Z", re.VERBOSE | re.IGNORECASE)
_LONGEST = 20
# One of these stands in every text that the pattern finds: a cheap look before a dear one.
_HINTS = (
    *("etal", "other", "work", "colleag", "collab", "ander", "autres", "coll", "cols", "col."),
    *("otros", "outros", "altri", "др", "соавт", "ін", "inni", "in.", "kol", "ark", "diğ", "vd."),
    *("coauth", "等", "ほか", "他", "…", ".."),
)
_SMALL_HINTS = (
    *(" al", ". .", "u. a", "u.a", "o. a", "o.a", "e. a", "e.a", "m. f", "m.f", "u. M", "u.M"),
)


def without_et_al(text: str) -> tuple[str, bool]:
    """Remove "et al." and its like from a list; return the rest, and whether it was there."""
    ends = _AT_END.search(text, max(0, len(text) - _LONGEST)) if " et al" in text else None
    if ends is not None:
        text = text[: ends.start()] + ", "
    if not (_has_any(_SMALL_HINTS, text) or _has_any(_HINTS, text.lower())):
        return text, ends is not None
    bare, count = _PATTERN.subn(", ", text)
    return bare, count > 0 or ends is not None


def _has_any(hints: Sequence[str], text: str) -> bool:
    return any(map(text.__contains__, hints))


def says_et_al(text: str) -> bool:
    """Return whether a text begins with "et al." or its like."""
    return _PATTERN.match(text) is not None
