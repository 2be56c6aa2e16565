"""Split multi-work entries (``(a) …; (b) …``, ``…; …``), and remove what introduces them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import beginning, ending
from refconv.page.lines import Line
from refconv.page.offset_text import Traced
from refconv.page.openings import without_opening
from refconv.page.patterns import YEAR
from refconv.page.stops import stopped, whole

SHORTEST = 4


def works(entry: Traced) -> list[Traced]:
    """Cut an entry into the works that it names, without what leads up to them."""
    entry = without_opening(entry)
    cuts = lettered(entry.text) or sorted({*stopped(entry.text), *_led(entry.text)})
    if not cuts:
        only = entry.trimmed()
        return [only] if len(only.text) >= SHORTEST else []
    edges = [(0, 0), *cuts, (len(entry.text), len(entry.text))]
    parts = [entry.cut(start, stop) for (_, start), (stop, _) in pairwise(edges)]
    return [
        without_opening(part) for part in map(Traced.trimmed, parts) if len(part.text) >= SHORTEST
    ]


# ---- letters ----------------------------------------------------------------------------------

_LETTER = lazy_pattern(r"(?:(?<=[\s;.,])|\A)\(?([a-z])\s?\)\s*(?=\S)")


def lettered(text: str) -> list[tuple[int, int]]:
    """Find the places of (a), (b), (c) … in order."""
    if "a)" not in text and "a )" not in text:
        return []
    cuts: list[tuple[int, int]] = []
    for match in _LETTER.finditer(text):
        if ord(match.group(1)) - ord("a") == len(cuts) and (cuts or match.start() < 6):
            cuts.append(match.span())
    return cuts if len(cuts) >= 2 or (cuts and cuts[0][0] == 0) else []


# ---- words that lead up to a further work -------------------------------------------------------

# A sentence of a note that leads up to a further work: "…, 50. On the chapel see also Ian Muir, …".
_LED = lazy_pattern(
    r"(?<=[.\d)]) +(?=(?:On (?:the |this )?\w+ )?(?:[Ss]ee|Cf\.|Vgl\.|Siehe|Voir|Véase|Si veda) \S)"
)
_LED_HINTS = (" See ", " see ", " Cf.", " Vgl.", " Siehe", " Voir", " Véase", " Si veda")


def _led(text: str) -> list[tuple[int, int]]:
    if not any(map(text.__contains__, _LED_HINTS)):
        return []
    last = max((match.start() for match in YEAR.finditer(text)), default=-1)
    return [match.span() for match in _LED.finditer(text) if match.end() <= last]


# ---- lines ------------------------------------------------------------------------------------


def by_lines(entry: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Cut an entry where a second work, without a number of its own, begins on a new line."""
    cuts = [0]
    if len(entry) > 1 and not lettered(" ".join(line.text for line in entry)):
        for index in range(1, len(entry)):
            if beginning(entry[index].text).weight < 1.6 or ending(entry[index - 1].text) <= 0:
                continue
            before = " ".join(line.text for line in entry[cuts[-1] : index])
            after = " ".join(line.text for line in entry[index : index + 3])
            if before[-1] in ".;])0123456789" and whole(before) and whole(after):
                cuts.append(index)
    edges = [*cuts, len(entry)]
    return [tuple(entry[start:stop]) for start, stop in pairwise(edges)]
