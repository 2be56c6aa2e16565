"""Remove page furniture: running heads, page numbers, text stamped on every page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import ending
from refconv.page.likeness import CERTAIN, likeness
from refconv.page.lines import Line
from refconv.page.link_text import is_residue_line, service_records
from refconv.page.patterns import located

# A page number alone, and the shapes it is dressed in: "– 24 –", "Page 3 of 10", "24 | P a g e".
_PAGE_NUMBER = lazy_pattern(
    r"\W{0,3}(?:pages?|pág\.?|seite|s\.|стр\.?|с\.|p\.)?\s?\d{1,4}(?:\s?(?:of|/|von|de|из)\s?\d{1,4})?"
    r"(?:\s?\|\s?p\s?a\s?g\s?e)?[^\w,;:]{0,3}\Z",
    re.IGNORECASE,
)
_PART_OF = lazy_pattern(r"(\d+)/(\d+)")
_BRACKETED_YEAR = lazy_pattern(r"[(\[]\d{4}")
_DIGITS = lazy_pattern(r"\d+")
_LETTERS = lazy_pattern(r"[^\W\d_]{3}")
# A head has to come back this often, on lines this short, to be called a running head.
HEAD_REPEATS = 3
HEAD_LENGTH = 110
# Print that libraries and publishers stamp on every page.
_STAMP = lazy_pattern(
    r"(?:downloaded from |this content downloaded|all use subject to |see the terms and conditions"
    r"|wiley online library on \[|copyright ©|\(c\) \d{4} |© \d{4} |author manuscript"
    r"|nih-pa author|bioRxiv preprint|medRxiv preprint|arXiv:\d{4}\.\d{4,5}v\d+ +\[[\w.-]+\] +\d"
    r"|PLOS ONE \|)",
    re.IGNORECASE,
)
_STAMP_FIRST = frozenset("dtaswc(©nbmpDTASWCNBMP")
# Wherever these stand on a line it is such print.
_STAMPED = ("uthor manuscript; available in PMC", "| preprint version")


# A page number set in the middle of a page stands so many columns to the right of the text.
CENTRED = 15


def _is_stamp(text: str) -> bool:
    if text[0] in _STAMP_FIRST and _STAMP.match(text):
        return True
    return _STAMPED[0] in text or _STAMPED[1] in text


def furniture(lines: list[Line]) -> frozenset[int]:
    """Name the lines that belong to the page and not to its text: running heads, page numbers.

    A running head is a short line that comes back page after page, the same or with a number that
    counts up; a page number is one alone on its line beside a running head or a page break (alone
    elsewhere it may be a label).
    """
    found: set[int] = set()
    places: dict[str, list[int]] = defaultdict(list)
    short = [index for index, line in enumerate(lines) if len(line.text) <= HEAD_LENGTH]
    for index, shape in zip(short, _shapes([lines[i].text for i in short]), strict=True):
        text = lines[index].text
        if len(text) >= 4:
            places[shape].append(index)
        if _is_stamp(text):
            found.add(index)
    for shape, indices in places.items():
        if len(indices) >= HEAD_REPEATS and _LETTERS.search(shape):
            within = sum(index > 0 and lines[index - 1].text[-1] == "," for index in indices)
            if within < 0.5 * len(indices):
                found.update(_heads(lines, indices))
    found = _not_blocks(found)
    found.update(_beside_numbers(lines))
    found.update(_left_and_right(places, lines))
    found.update(_titled(lines))
    for index, line in enumerate(lines):
        if len(line.text) <= 24 and _PAGE_NUMBER.match(line.text):
            beside = index - 1 in found or index + 1 in found
            after = lines[index + 1] if index + 1 < len(lines) else None
            broken = line.page or (after is not None and after.page)
            around = max((other.indent for other in (lines[index - 1], after) if other), default=0)
            broken = broken or line.indent > around + CENTRED
            dressed = not line.text.strip(".[]()").isdigit()
            before = lines[index - 1].text if index and index - 1 not in found else "."
            if before[-1] in "-–—,:(&":
                continue  # the end of a wrapped line
            part = _PART_OF.match(line.text)
            if part and (int(part.group(1)) > int(part.group(2)) or ending(before) < 0):
                continue  # "7112/93", "Report N." "2/98": the end of a report's number
            if (beside or broken or dressed) and not _BRACKETED_YEAR.match(line.text):
                found.add(index)
    return frozenset(found | _counted_on(lines, found))


# Heads stand at least this many lines apart.
HEAD_DISTANCE = 8
# Pages between two heads with a page number: left and right heads differ, some pages have none.
_PAGES_APART = range(1, 9)


def _shape(text: str) -> str:
    """Return a line with one space between words, and a sign for each number."""
    return _DIGITS.sub("#", " ".join(text.split()) if "  " in text else text)


def _shapes(texts: Sequence[str]) -> list[str]:
    """Return the shapes of lines; all numbers are looked for at once."""
    even = [" ".join(text.split()) if "  " in text else text for text in texts]
    return _DIGITS.sub("#", "\n".join(even)).split("\n") if even else []


def _heads(lines: Sequence[Line], indices: list[int]) -> list[int]:
    """Keep the running heads among lines that are alike up to their digits."""
    alike = [lines[index] for index in indices]
    words = [" ".join(line.text.split()) for line in alike]
    times = Counter(words)
    heads: list[int] = []
    for text, count in times.items():
        if count >= HEAD_REPEATS:
            same = [index for one, index in zip(words, indices, strict=True) if one == text]
            if _apart(same) and _at_edges(lines, same):
                heads += same
    if len(times) > 1 and alike[0].text[-1] not in ".,;" and _apart(indices):
        numbers = [list(map(int, _DIGITS.findall(line.text)[:6])) for line in alike]
        for column in zip(*numbers, strict=False):
            steps = [b - a for a, b in pairwise(column)]
            if all(step in _PAGES_APART for step in steps):
                return indices
    return heads


# Of lines that come back word for word so many stand at the edge of a page, or else they are text;
# or they come back at intervals that differ by no more than this, and are no single word.
_EDGES, _REGULAR, _WORDS = 0.5, 1.25, 12


def _at_edges(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Return whether lines that are alike stand at the edges of pages.

    An edge shows itself by a page break, a blank line, or a number alone on the line beside. What
    reads as a reference needs more than a blank line.
    """
    text = lines[indices[0]].text
    is_text = likeness(text) >= CERTAIN and located(text)
    gaps = [b - a for a, b in pairwise(indices)]
    if not is_text and len(text) >= _WORDS and max(gaps) <= _REGULAR * min(gaps):
        return True
    edges = sum(_is_edge(lines, index, by_blank=not is_text) for index in indices)
    return edges >= _EDGES * len(indices)


def _is_edge(lines: Sequence[Line], index: int, *, by_blank: bool) -> bool:
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if line.page or after is None or after.page:
        return True
    beside = (lines[index - 1].text if index else "", after.text)
    if any(text.isdecimal() and len(text) <= _LONGEST_PAGE for text in beside):
        return True
    return by_blank and (line.blanks > 0 or after.blanks > 0)


_LONGEST_PAGE = 4

# More lines in a row than these are text that comes back, such as a list in every chapter.
_HEAD_LINES = 5


def _not_blocks(found: set[int]) -> set[int]:
    kept: set[int] = set()
    block: list[int] = []
    for index in [*sorted(found), -1]:
        if block and index != block[-1] + 1:
            if len(block) <= _HEAD_LINES:
                kept.update(block)
            block = []
        block.append(index)
    return kept


def _beside_numbers(lines: list[Line]) -> set[int]:
    """Find heads that come back beside numbers that stand alone and count up."""
    numbers = [index for index, line in enumerate(lines) if line.text.isdecimal()]
    if len(numbers) < 2:
        return set()
    shapes: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index in numbers:
        for step in (-2, -1, 1, 2):
            other = index + step
            if 0 <= other < len(lines) and _may_be_head(lines[other].text):
                shapes[step, _shape(lines[other].text)].append(index)
    found: set[int] = set()
    for (step, _), places in shapes.items():
        values = [int(lines[index].text) for index in places]
        if len(places) > 1 and all(0 < b - a < 5 for a, b in pairwise(values)):
            found.update(places)
            found.update(index + step for index in places)
    return found


_LEFT, _RIGHT = lazy_pattern(r"#[\s|·–-]{1,3}[^\W\d_][^#]+\Z"), lazy_pattern(r"[^\W\d_][^#]+#\Z")


def _left_and_right(shapes: Mapping[str, list[int]], lines: Sequence[Line]) -> set[int]:
    """Find heads of left and of right pages, "46 Name" and "Title 47", that count up together."""
    left, right = (
        [indices for shape, indices in shapes.items() if len(indices) > 1 and side.match(shape)]
        for side in (_LEFT, _RIGHT)
    )
    for some in left:
        for others in right:
            both = sorted([*some, *others])
            pages = [int(match.group()) for i in both if (match := _DIGITS.search(lines[i].text))]
            counts_up = all(0 < b - a < 5 for a, b in pairwise(pages))
            even = {page % 2 for index, page in zip(both, pages, strict=False) if index in some}
            odd = {page % 2 for index, page in zip(both, pages, strict=False) if index in others}
            if len(pages) == len(both) and counts_up and len(even) == len(odd) == 1 and even != odd:
                return set(both)
    return set()


_TITLE_LINES = 12
_NUMBER_AND_SIGNS = "0123456789 \t\u00a0|·–-"


def _titled(lines: Sequence[Line]) -> set[int]:
    """Find page numbers beside what stands at the top of the text: its title, its authors."""
    top = {line.text for line in lines[:_TITLE_LINES] if _LETTERS.search(line.text)}
    return {
        index
        for index, line in enumerate(lines[_TITLE_LINES:], start=_TITLE_LINES)
        if (line.text[0].isdigit() or line.text[-1].isdigit())
        and line.text.strip(_NUMBER_AND_SIGNS) in top
    }


def _counted_on(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Find the page numbers that count on from those found, each after a blank line."""
    more: set[int] = set()
    page = 0
    for index, line in enumerate(lines):
        if len(line.text) > 4 or not line.text.isdecimal():
            continue
        value = int(line.text)
        if index in found:
            page = value
        elif page and 0 < value - page < 3 and line.blanks:
            more.add(index)
            page = value
    return more


def _may_be_head(text: str) -> bool:
    return _LETTERS.search(text) is not None and not is_residue_line(text)


def _apart(indices: list[int]) -> bool:
    """Return whether places are a page apart, except for one pair that may be closer."""
    close = sum(b - a < HEAD_DISTANCE for a, b in pairwise(indices))
    return close <= len(indices) // 6


def without(lines: list[Line]) -> list[Line]:
    """Take the page furniture out; what follows it has no blank line before, but a page break."""
    aside = furniture(lines) | service_records(lines)
    if not aside:
        return lines
    kept = []
    broken = False
    for index, line in enumerate(lines):
        if index in aside:
            broken = True
            continue
        kept.append(line._replace(blanks=0, page=True) if broken else line)
        broken = False
    return kept
