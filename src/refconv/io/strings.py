"""Strings each of which the caller knows to be a reference: none is judged, none is divided."""

from __future__ import annotations

from array import array

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Found
from refconv.page.joining import join_lines
from refconv.page.lines import split_lines
from refconv.page.link_text import strip_residue
from refconv.page.offset_text import Traced

_WORDS = lazy_pattern(r"\S+")
# A printed number or sign before a reference. A number without a bracket must be followed by a
# capital, since a title may begin with one.
_MARKER = lazy_pattern(
    r"\[\s?(\d{1,4})\s?\][.,:]?\s*"
    r"|\[\^([\w+.:-]{1,24})\]:?\s*(?=\S)"
    r"|\[([^\W\d_][\w+.:&’'-]{0,24}\d{2,4}[a-z]?|[A-Z][A-Za-z+]{1,6})\]:?\s*(?=\S)"
    r"|[(（](\d{1,3})[)）]\.?\s+(?=\S)"
    r"|(\d{1,3})(?:[.)]|[.)]?\t)\s*(?=[^\W\d_a-zà-öø-ÿ]|[\"“„«'])"
    r"|(?:[•‣◦▪●○■□►▶·∙*❖♦◆✓→▸]|[-–—](?=\s+[^\W\d_]))\s*"
)


def found_in(text: str, start: int = 0, end: int | None = None) -> Found | None:
    r"""Return the reference of a text between two places: one line, without marker and link text.

    ``None`` if there is nothing but white space.

    >>> found = found_in(" [7]  Ng A. Rivers.\n Nature 2001. ")
    >>> found.text, found.number
    ('Ng A. Rivers. Nature 2001.', '7')
    """
    end = len(text) if end is None else end
    marker = _MARKER.match(text, _first(text, start, end), end)
    number = next(filter(None, marker.groups()), None) if marker else None
    words = [*_WORDS.finditer(text, marker.end() if marker else start, end)]
    if not words and marker:
        words, number = [*_WORDS.finditer(text, start, end)], None
    if not words:
        return None
    places = array("I")
    for word in words:
        # The space before a word has the place of the white space that was there.
        if places:
            places.append(places[-1] + 1)
        places.extend(range(*word.span()))
    line = Traced(" ".join(word[0] for word in words), places)
    kept = strip_residue(line)
    string, offsets = kept if kept.text else line
    return Found(string, offsets[0], offsets[-1] + 1, number, offsets=offsets)


def joined_lines(text: str, start: int = 0, end: int | None = None) -> Found | None:
    r"""Return the reference of a stretch of lines, with the words that they break put together.

    >>> found = joined_lines("[7] Ng A. Riv-\n ers of it. Nature 2001.")
    >>> found.text, found.number
    ('Ng A. Rivers of it. Nature 2001.', '7')
    """
    end = len(text) if end is None else end
    lines = [
        line._replace(start=line.start + start, end=line.end + start)
        for line in split_lines(text[start:end])
    ]
    if not lines:
        return None
    joined = join_lines(lines)
    found = found_in(joined.text)
    if found is None:
        return None
    offsets = array("q", map(joined.offsets.__getitem__, found.offsets))
    return Found(found.text, min(offsets), max(offsets) + 1, found.number, offsets=offsets)


def _first(text: str, start: int, end: int) -> int:
    match = _WORDS.search(text, start, end)
    return match.start() if match else end
