"""Measure the signals of each line of a text once: what the chain labels lines by.

A *signal* is a name. Those of :attr:`Signals.wide` are seen from two lines before to two lines
after; those of :attr:`Signals.own` from the line alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import beginning, continuation, end_class
from refconv.page.heading_words import Heading
from refconv.page.likeness import prose_share
from refconv.page.lines import Line, lines_with
from refconv.page.link_text import is_residue_line
from refconv.page.markers import KEY_LINE, marker_of
from refconv.page.patterns import DIGIT, YEAR, located


class Traits(NamedTuple):
    """What the signals of neighbours and of the second pass need of a unit."""

    begins: str
    grade: str
    marker: str
    number: int
    ends: str
    evidence: int
    first: str
    year: str


class Signals(NamedTuple):
    """The signals of a text, unit by unit, and the traits that the second pass needs."""

    wide: list[list[str]]
    own: list[list[str]]
    traits: list[Traits]


# ---- one line -----------------------------------------------------------------------------------

_TOKEN = lazy_pattern(r"[^\W\d_]+|\d+|[^\w\s]|_")
_SHAPED = 60
"""So many characters of a line have their shape taken."""


def shape(text: str) -> str:
    """Return the shape of the first tokens of a line.

    >>> shape("Voss, J. (2014)")
    'Xx,X.'
    """
    parts = []
    for match in _TOKEN.finditer(text, 0, _SHAPED):
        token = match[0]
        if token[0].isdigit():
            parts.append("9999" if len(token) == 4 else "9")
        elif token[0].isalpha():
            if token[0].islower():
                parts.append("x")
            elif len(token) == 1:
                parts.append("X" if token.isupper() else "u")
            else:
                parts.append("Xx" if token[1:].islower() else "XX" if token.isupper() else "uu")
        else:
            parts.append(token)
        if len(parts) == 4:
            break
    return "".join(parts)


def _patterns(*rows: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, lazy_pattern(pattern)) for name, pattern in rows)


_WITH_DIGITS = _patterns(
    ("(year)", r"[(（](?:1[5-9]|20)\d\d[a-z]?[)）]"),
    ("v:p", rf"{DIGIT}(?: ?\([^)]{{1,12}}\))? ?[:;,] ?\d{{1,5}} ?[-–—−] ?\d"),
    ("v(i)", r"\((?:(?<=\d\()|(?<=\d \())\d{1,4}(?:[-–/]\d{1,3})?\)"),
    ("pp", r"[psSсС]\. ?\d"),
    ("vol", r"[.°№](?:(?<=[loдdrmтtnvH№][.°]) ?\d|(?<=№))"),
    ("cites", r"\([^()\d]{2,60},? (?:1[89]|20)\d\d[a-z]?[;,):]|\[\d{1,3}(?:[,–] ?\d{1,3}){0,8}]\W"),
    ("A.Y.", r"\A[^\d\"“]{4,160}[.,)] ?[(\[]?(?:1[89]|20)\d\d[a-z]?[)\]]?[.,:;]"),
    ("A Y", r"\A[^\d\"“(]{4,160} (?:1[89]|20)\d\d[a-z]?,? [A-Z“\"]"),
)  # fmt: skip
"""What only a line with digits has."""
_HOUSE = (
    r"[PVBÉEU出書](?:(?<=P)(?:ress|ublish)|(?<=V)erlag|(?<=B)ooks|(?<=É)dition"
    r"|(?<=E)ditor[ai]|(?<=U)niversit|(?<=出)版|(?<=書)店)"
)
_WITHOUT = _patterns(
    ("in", r"I[nN][: ] ?[A-Z“\"]|in: [A-Z]|//|Dans |En: |Nel "),
    ("quote", r"[“”\"«»„‘『「]"),
    ("place:", r":(?<=[a-z.]:) ?[A-Z]"),
    ("house", _HOUSE),
    ("initials", r"\.(?<=[A-ZА-Я]\.)"),
    ("N I", r" (?<=[a-z] )[A-Z]{1,3}[,.;]"),
    ("sign", r"[{}=<>|\\@©(:$-](?:(?<=[{}=<>|\\@©])|(?<=\()\)|(?<=-)-\w|(?<=:):|(?<=\$)\w)"),
)  # fmt: skip
_EDITORS = lazy_pattern(
    r"[.)](?:(?<=[Ee]d[.)])|(?<=[Ee]ds[.)])|(?<=Hg\.)|(?<=Hrsg\.)|(?<=\bdir\.)|(?<=[Oo]rg\.)"
    r"|(?<=[Oo]rgs\.))"
)
_DOTS, _PAGE_AT_END = lazy_pattern(r"\. ?\. ?\. ?\."), lazy_pattern(r"\s{3}\d{1,3}\Z")


def _has_editors(text: str) -> bool:
    words = "coord" in text or "a cura" in text or "под ред" in text
    return words or _EDITORS.search(text) is not None


def _is_contents(text: str) -> bool:
    """Return whether a line is one of a table of contents."""
    if text[-1:].isdigit() and _PAGE_AT_END.search(text, max(0, len(text) - 6)):
        return True
    return _DOTS.search(text) is not None


_WORDS = tuple((word, name) for name, words in (
    ("url", ("http", "www.")),
    ("doi", ("10.", "doi", "DOI")),
    ("etal", ("et al", "u. a.", "и др")),
    ("accessed", ("ccessed", "etrieved", "vailable", "Dispon", "bgerufen", "Acesso", "обращения")),
    ("series", ("J. ", "Proc", "Rev", "Trans", "Lett", "Acta", "Journal", "Zeitschr", "Вестник")),
    ("isbn", ("ISBN", "ISSN", "PMID")),
) for word in words)  # fmt: skip

_SMALL = frozenset(
    (
        "the of a to is that are was were be as by with for from this it which not have has we our"
        " can der die das ist und nicht werden wird sich auch eine ein den dem des wurde sind zu"
        " mit auf le la les est une un des du que qui dans pour pas sur par ne se il el los las es"
        " que se por con para una del al no su lo como o os um uma do da dos não é são em na no"
        " mais il lo gli che è non sono per di de het een is van dat niet en voor zijn worden op te"
        " met som att är för inte och på av till det w i na nie jest się że do z o jako se je na to"
        " že v в и не на что это с как для по из к bir ve bu için ile de da olarak"
    ).split()
)
"""Small words, of which sentences have many and references few."""


def _bucket(value: float, steps: Sequence[float]) -> int:
    return bisect_left(steps, value)


_NUMBER = lazy_pattern(r"\d+")
_HAS_DIGIT = lazy_pattern(r"\d")
_KEY_LENGTH = 60
"""A key on a line of its own is no longer."""
_EARLY = 90
"""So many characters from the beginning of a line its year is early."""
_HEAD = 500
"""So many characters of a line are searched."""
_SHARES = (0.001, 0.08, 0.16, 0.26, 0.36)
_CAPITALS = (0.01, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
_LENGTHS = (4, 10, 20, 35, 60, 90, 140, 240)


def _script(text: str) -> str:
    for character in text[:40]:
        if character.isalpha():
            code = ord(character)
            return (
                "L" if code < 0x370 else "C" if code < 0x530 else "R" if code < 0x800
                else "J" if 0x2E80 <= code < 0xD800 else "o"
            )  # fmt: skip
    return "n"


def _measure(line: Line, kind: Heading | None, wide: list[str], own: list[str]) -> Traits:
    """Measure one line; append its signals."""
    text = line.text
    marker = marker_of(text)
    rest = text[marker.end :] if marker else text
    rule = beginning(rest) if rest else beginning("")
    begins, grade = rule.name, _grade(rule.weight)
    reason = continuation(rest) if rest and rule.weight < 1.6 else None
    ends = end_class(text)
    year = YEAR.search(rest)
    head = rest if len(rest) < _HEAD else rest[:_HEAD]
    words = head.split()
    count = len(words)
    small = small_share(words)
    capitals = sum([word[0].isupper() for word in words]) / (count + 2)
    digits = len(_NUMBER.findall(head)) if _HAS_DIGIT.search(head) else 0
    is_located = located(rest)
    early = "-" if year is None else "e" if year.start() < _EARLY else "l"
    wide += (
        f"b{begins}", f"e{ends}", f"s{shape(rest)}",
        f"y{early}{is_located:d}",
        f"f{_bucket(small, _SHARES)}", f"c{_bucket(capitals, _CAPITALS)}",
        f"d{min(6, digits)}", f"n{_bucket(len(text), _LENGTHS)}", f"x{_script(text)}",
        f"g{reason.name if reason else '-'}",
    )  # fmt: skip
    share = prose_share(text) if small > 0.02 else 0.0
    if share > 0.02:
        wide.append("prose2" if share > 0.06 else "prose1")
    if is_residue_line(text):
        wide.append("residue")
    wide += [name for name, pattern in _WITHOUT if pattern.search(head)]
    if _has_editors(head):
        wide.append("eds")
    if _is_contents(head):
        wide.append("dots")
    if digits:
        wide += [name for name, pattern in _WITH_DIGITS if pattern.search(head)]
    some = [name for word, name in _WORDS if word in head]
    wide += some if len(some) < 2 else dict.fromkeys(some)
    if kind is not None:
        wide.append(f"h{kind.name}")
    if len(text) < _KEY_LENGTH and text[0].isupper() and KEY_LINE.pattern.match(text):
        wide.append("keyline")
    first, last = (words[0].strip(_EDGE), words[-1]) if words else ("", "")
    own += (f"w{first[:16].casefold()}", f"l{last[-12:].casefold()}", f"z{text[-1]}")
    if count > 1:
        own.append(f"v{words[1][:16].casefold()}")
    evidence = (year is not None) + is_located - 2 * (share > 0.05)
    return Traits(begins, grade, marker.kind if marker else "", marker.number if marker else -1,
                  ends, evidence, _letter(rest), early)  # fmt: skip


_EDGE = ".,;:()[]\"'“”"


def small_share(words: Sequence[str]) -> float:
    """Return the share of small words, less if the words are few."""
    return sum(map(_SMALL.__contains__, words)) / (len(words) + 3)


def _grade(weight: float) -> str:
    return "S" if weight >= 1.6 else "f" if weight >= 1 else "w"


def _letter(text: str) -> str:
    return next((character.casefold() for character in text[:8] if character.isalpha()), "")


# ---- a text -------------------------------------------------------------------------------------

_NEAR_NUMBERS = 60


def screened(
    units: Sequence[Line], kinds: Mapping[int, Heading], text: str, with_year: Container[int]
) -> list[int]:
    """Return the units that may belong to a list.

    Where no line for a page around has a year, a place, a link or a heading of a list, there is
    none. ``with_year`` are the units of the ``text`` that have a year.
    """
    if len(units) <= _SMALL_TEXT:
        return [*range(len(units))]
    blocks = -(-len(units) // BLOCK)
    evidence = [0] * (blocks + 2)
    linked = lines_with(_LINKED, text, units)
    for index, unit in enumerate(units):
        if index in linked or (index in with_year and _begins_or_is_located(unit.text)):
            evidence[index // BLOCK + 1] += 1
    for index, kind in kinds.items():
        if kind is Heading.LIST or kind is Heading.NOTES:
            # After a heading the next two blocks are looked at too.
            for place in range(index // BLOCK + 1, min(blocks + 2, index // BLOCK + 3)):
                evidence[place] += _ENOUGH
    return [
        index
        for block in range(blocks)
        if sum(evidence[block : block + 3]) >= _ENOUGH
        for index in range(block * BLOCK, min(len(units), (block + 1) * BLOCK))
    ]


_ENOUGH = 2
"""Lines with a year, a place or a link that tell of a list nearby."""
_SMALL_TEXT = 30
"""A text of so few units is looked at as a whole."""
BLOCK = 12
"""Units that are screened together."""


_LINKED = lazy_pattern(r"http|pp\. ")


def _begins_or_is_located(text: str) -> bool:
    return text[0].isupper() or not text[0].isalpha() or located(text)


def signals_of(units: Sequence[Line], kinds: Mapping[int, Heading]) -> Signals:
    """Measure all units of a text; ``kinds`` are its headings, by unit."""
    wide: list[list[str]] = [[] for _ in units]
    own: list[list[str]] = [[] for _ in units]
    measured = [
        _measure(unit, kinds.get(index), wide[index], own[index])
        for index, unit in enumerate(units)
    ]
    _add_markers(measured, wide, own)
    _add_layout(units, measured, wide, own)
    _add_regularities(units, measured, own)
    _add_context(units, measured, kinds, own)
    return Signals(wide, own, measured)


def _add_markers(
    measured: Sequence[Traits], wide: Sequence[list[str]], own: Sequence[list[str]]
) -> None:
    """Add the kind of a marker, and whether its number counts on, down and up."""
    places: dict[tuple[str, int], list[int]] = {}
    for index, one in enumerate(measured):
        if one.marker:
            places.setdefault((one.marker, one.number), []).append(index)
    for index, one in enumerate(measured):
        if not one.marker:
            continue
        if one.number >= 0:
            lower = _near(places.get((one.marker, one.number - 1)), index, -_NEAR_NUMBERS)
            higher = _near(places.get((one.marker, one.number + 1)), index, _NEAR_NUMBERS)
            state = f"{'<' if lower else ''}{'>' if higher else ''}{'1' if one.number == 1 else ''}"
            if lower and higher:
                state += "*"
        else:
            times = len(places[one.marker, one.number])
            state = "many" if times > 2 else "two" if times > 1 else "one"
        wide[index] += (f"m{one.marker}", f"M{one.marker}{state}")
        own[index].append(f"m{state}|{one.grade}")


def _near(places: Sequence[int] | None, index: int, reach: int) -> bool:
    """Return whether one of some places lies at most ``reach`` after, or before, an index."""
    if not places:
        return False
    low, high = (index + 1, index + reach) if reach > 0 else (index + reach, index - 1)
    at = bisect_left(places, low)
    return at < len(places) and places[at] <= high


_RATIOS = (0.2, 0.4, 0.6, 0.75, 0.85, 0.93, 1.0, 1.1, 1.4)
_BLOCK, _AROUND = 12, 12


def _add_layout(
    units: Sequence[Line],
    measured: Sequence[Traits],
    wide: Sequence[list[str]],
    own: Sequence[list[str]],
) -> None:
    """Add how a unit is set: its length beside its neighbours', indents, blank lines, room."""
    width, edge = 1, 0
    before: Line | None = None
    for index, unit in enumerate(units):
        if index % _BLOCK == 0:
            some = units[max(0, index - _AROUND) : index + _BLOCK + _AROUND]
            lengths = sorted(len(one.text) for one in some)
            width = max(1, lengths[int(0.85 * (len(lengths) - 1))])
            edge = min(one.indent for one in some)
        room = "none"
        if before is not None:
            word = unit.text.find(" ")
            need = len(before.text) + 1 + (len(unit.text) if word < 0 else word)
            room = str(_bucket(need / width, _RATIOS))
        shift = unit.indent - (before.indent if before else 0)
        indent = unit.indent - edge
        blank = "p" if unit.page else str(min(unit.blanks, 2))
        wide[index] += (
            f"r{_bucket(len(unit.text) / width, _RATIOS)}",
            f"i{0 if indent < 2 else 1 if indent < 5 else 2 if indent < 12 else 3}",
            f"j{'<' if shift < -1 else '>' if shift > 1 else '='}",
            f"k{blank}",
        )
        one = measured[index]
        own[index] += (f"o{room}", f"o{room}{one.grade}", f"k{blank}{one.grade}",
                       f"W{_bucket(width, _LENGTHS)}")  # fmt: skip
        if index:
            ends = measured[index - 1].ends
            own[index] += (f"E{ends}|{one.begins}", f"E{ends}|{room}", f"k{blank}|{ends}",
                           f"o{room}|{ends in _FINISHED:d}{one.grade}{one.year}")  # fmt: skip
        before = unit


_WINDOWS = (3, 10, 25)
_SINCE = (1, 3, 8, 20, 50, 120, 300)
_PARTS = (0.1, 0.25, 0.5, 0.7, 0.85, 0.95)


def _add_context(
    units: Sequence[Line],
    measured: Sequence[Traits],
    kinds: Mapping[int, Heading],
    own: Sequence[list[str]],
) -> None:
    """Add where in the text a unit stands: the heading above, evidence around, likes around."""
    sums = [0, *accumulate(one.evidence for one in measured)]
    repeats = Counter(unit.text for unit in units if len(unit.text) < 80)
    last, since, size = "none", 0, len(units)
    for index, one in enumerate(measured):
        if index in kinds:
            last, since = kinds[index].name, 0
        near = _bucket(since, _SINCE)
        since += 1
        for reach in _WINDOWS:
            low, high = max(0, index - reach), min(size, index + reach + 1)
            mean = (sums[high] - sums[low]) / (high - low)
            own[index].append(f"a{reach}:{_bucket(mean, (-0.5, 0, 0.1, 0.25, 0.5, 0.8, 1.2))}")
        own[index] += (
            f"H{last}{near}",
            f"H{last}{near}{one.grade}",
            f"D{_bucket(index / size, _PARTS)}",
            f"N{_bucket(size, _SINCE)}",
        )
        if index and one.first and measured[index - 1].first:
            order = one.first >= measured[index - 1].first
            own[index].append(f"A{order:d}{one.grade}")
        if repeats[units[index].text] > 1:
            own[index].append(f"R{min(4, repeats[units[index].text])}")


# ---- how a list is set --------------------------------------------------------------------------

_NEAR_LINES = 18
_FEW = (0.04, 0.15, 0.35, 0.6, 0.85)
_LINES = (1.2, 1.7, 2.3, 3.2, 4.5, 7)
_FINISHED = frozenset({"stop", "stop after digits", "page", "link end", "residue"})


def _add_regularities(
    units: Sequence[Line], traits: Sequence[Traits], own: Sequence[list[str]]
) -> None:
    """Add how well a unit fits in with the likely beginnings around it."""
    for block in range(0, len(units), _BLOCK):
        around = range(max(0, block - _NEAR_LINES), min(len(units), block + _BLOCK + _NEAR_LINES))
        setting = _setting(units, traits, around)
        for index in range(block, min(len(units), block + _BLOCK)):
            one, unit = traits[index], units[index]
            inner = unit.indent - setting.edge >= _INNER
            own[index] += (
                f"re{setting.early}{one.year}{one.grade}",
                f"rb{setting.blank}{unit.blanks > 0:d}{one.grade}",
                f"rh{setting.outer}{setting.inner}{inner:d}",
                f"rd{setting.usual_share}{one.begins == setting.usual:d}{one.grade}",
                f"rm{setting.marked}{bool(one.marker):d}{one.grade}",
                f"rl{setting.lines}{one.grade}",
            )


_INNER = 2


class _Setting(NamedTuple):
    """How the likely beginnings around a place are set; shares are buckets."""

    edge: int
    early: int
    blank: int
    outer: int
    inner: int
    usual: str
    usual_share: int
    marked: int
    lines: int


def _setting(units: Sequence[Line], traits: Sequence[Traits], around: range) -> _Setting:
    edge = min(units[index].indent for index in around)
    strong = [
        index
        for index in around
        if traits[index].grade != "w"
        and (not index or units[index].blanks or traits[index - 1].ends in _FINISHED)
    ]
    count = len(strong)

    def share(some: int, whole: int) -> int:
        return bisect_left(_FEW, some / whole) if whole else 9

    inner = sum(units[index].indent - edge >= _INNER for index in around)
    strong_inner = sum(units[index].indent - edge >= _INNER for index in strong)
    usual = Counter(traits[index].begins for index in strong).most_common(1)
    return _Setting(
        edge,
        share(sum(traits[index].year == "e" for index in strong), count),
        share(sum(units[index].blanks > 0 for index in around), len(around)),
        share(count - strong_inner, len(around) - inner),
        share(strong_inner, inner),
        usual[0][0] if usual else "",
        share(usual[0][1], count) if usual else 9,
        share(sum(bool(traits[index].marker) for index in strong), count),
        bisect_left(_LINES, len(around) / (count + 1)),
    )
