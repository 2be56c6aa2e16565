"""The works that one entry names: ``(a) …; (b) …``, ``…; …``, and what leads up to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from refconv.text.finding.beginnings import beginning, ending
from refconv.text.finding.joining import Traced
from refconv.text.finding.likeness import REFERENCE, likeness
from refconv.text.finding.lines import Line
from refconv.text.finding.patterns import PREPRINT, SHORT_TITLE, YEAR, any_of

SHORTEST = 4


def works(entry: Traced) -> list[Traced]:
    """Cut an entry into the works that it names, without what leads up to them."""
    entry = without_opening(entry)
    cuts = _lettered(entry.text) or sorted({*_stopped(entry.text), *_led(entry.text)})
    if not cuts:
        whole = entry.trimmed()
        return [whole] if len(whole.text) >= SHORTEST else []
    edges = [(0, 0), *cuts, (len(entry.text), len(entry.text))]
    parts = [entry.cut(start, stop) for (_, start), (stop, _) in pairwise(edges)]
    return [
        without_opening(part) for part in map(Traced.trimmed, parts) if len(part.text) >= SHORTEST
    ]


# ---- letters ----------------------------------------------------------------------------------

_LETTER = re.compile(r"(?:(?<=[\s;.,])|\A)\(?([a-z])\s?\)\s*(?=\S)")


def _lettered(text: str) -> list[tuple[int, int]]:
    """Find the places of (a), (b), (c) … in order."""
    if "a)" not in text and "a )" not in text:
        return []
    cuts: list[tuple[int, int]] = []
    for match in _LETTER.finditer(text):
        if ord(match.group(1)) - ord("a") == len(cuts) and (cuts or match.start() < 6):
            cuts.append(match.span())
    return cuts if len(cuts) >= 2 or (cuts and cuts[0][0] == 0) else []


# ---- semicolons and stops ---------------------------------------------------------------------

_STOP = re.compile(r"[;.](?:(?<=;)|(?<=[\d)\]]\.))\s+(?=\S)")
# A work that can stand alone names a place and a time.
_PLACE = re.compile(
    r"(?:1[89]|20)\d\d .{5,160}\d{1,4} [A-Z]?\d{2,6}\b"
    r"|\d[^;]{0,12}(?:\(?(?:1[5-9]|20)\d{2}\)?|[:,] ?(?:[A-Za-z]{1,2}\. ?)?[A-Za-z]?\d)"
    r"|10\.\d{4}|/\d{7}|\d{4}\.\d{4}"
)
_SHORT_TITLE = re.compile(rf"{SHORT_TITLE}|\b[Ee]bd\b|\b[Ii]bid\., \d")
# "Phys. Rev. D 70 (2004)", "ibid. 81, 155303": the same authors, another place.
_SERIES = re.compile(r"(?>[A-Z][\w.&]*\.? ?){1,6}[A-Z]?\d{1,4}[ ,(]|[Ii]bid\.?[ ,]|PoS[ (]")
_YEAR = r"\((?:19|20)\d\d\)"
_PHYSICS = re.compile(
    rf"\d ?{_YEAR}[^;]{{0,40}}\Z|{_YEAR} [A-Z]?\d+|{PREPRINT}|(?:nucl|gr)-\w{{2}}/|\d {_YEAR}"
)
# Works are no shorter, in characters; so many semicolons, or characters, are looked ahead.
_LEAST, _LEAST_AFTER, _AHEAD, _AHEAD_BY_STOP = 15, 12, 12, 240


def _stopped(text: str) -> list[tuple[int, int]]:
    """Find the semicolons, and the stops of physicists, between two whole works."""
    cuts: list[tuple[int, int]] = []
    done = 0
    stops = list(_STOP.finditer(text))
    semicolons = [stop.start() for stop in stops if text[stop.start()] == ";"]
    for match in stops:
        before, after = text[done : match.start()], text[match.end() :]
        short = len(before) < _LEAST and not _SHORT_TITLE.search(before)
        if short or len(after) < _LEAST_AFTER:
            continue
        if before.count("[") != before.count("]") or before.count("(") != before.count(")"):
            continue
        if text[match.start()] == ";":
            later = bisect_right(semicolons, match.start())
            ends = [stop - match.end() for stop in semicolons[later : later + _AHEAD]]
            parted = _parted(before, after, ends)
        else:
            parted = _parted_by_stop(before, after[:_AHEAD_BY_STOP])
        if parted:
            cuts.append((match.start() + 1, match.end()))
            done = match.end()
    return cuts


def _parted(before: str, after: str, ends: Sequence[int]) -> bool:
    """Tell whether a semicolon stands between two works.

    The second one may have semicolons between its authors: ``ends`` are the places in ``after``
    where it may end.
    """
    if not YEAR.search(before) and not _whole(before) and not _SHORT_TITLE.search(before):
        return False
    # To the first end that leaves a year in it.
    rest = next((after[:end] for end in ends if YEAR.search(after, 0, end)), after)
    if _SHORT_TITLE.search(after[: ends[0]] if ends else after):
        return True
    opening = OPENING.match(after)
    if opening and YEAR.search(rest) and after[opening.end() :][:1].isupper():
        return True
    rule = beginning(after[opening.end() :] if opening else after)
    begins = rule.weight >= 1.8 or (
        before[-1] in "0123456789)]" and (rule.weight >= 1.3 or _SERIES.match(after) is not None)
    )
    if begins and _whole(before) and _whole(rest):
        return True
    return (
        rule.weight >= 1.3
        and YEAR.search(rest) is not None
        and likeness(before) >= REFERENCE
        and likeness(rest) >= REFERENCE
    )


_APA_AUTHOR = r"[A-Z][\w'\u2019-]+, (?:[A-Z]\.[ -]?){1,4}"
_APA_YEAR = r"\((?:1[89]|20)\d\d[a-z]?\)"
_APA = re.compile(rf"{_APA_AUTHOR}(?:(?:, ?(?:& )?|& |and ){_APA_AUTHOR}){{0,20}} ?{_APA_YEAR}")
_APA_BEFORE = re.compile(_APA_YEAR)
_VANCOUVER_PLACE = r"(?:1[89]|20)\d\d; ?\d{1,4}(?:\([^()]{1,12}\))?: ?\w{1,8}"
_VANCOUVER = re.compile(
    r"[A-Z][\w'\u2019-]+ [A-Z]{1,3}(?:, [A-Z][\w'\u2019-]+ [A-Z]{1,3}){0,20}(?:, et al)?\. "
    rf"[^;]{{10,200}}{_VANCOUVER_PLACE}"
)
_VANCOUVER_BEFORE = re.compile(rf"{_VANCOUVER_PLACE}(?:[-\u2013]\w{{1,8}})?\Z")


def _parted_by_stop(before: str, after: str) -> bool:
    """Tell whether a full stop stands between two works that are written alike.

    Both in the manner of APA, of Vancouver, or of physics.
    """
    if _APA.match(after) and _APA_BEFORE.search(before):
        return True
    if _VANCOUVER.match(after) and _VANCOUVER_BEFORE.search(before):
        return True
    return (
        _whole(before)
        and beginning(after).name == "initials family"
        and _PHYSICS.search(before) is not None
        and _PHYSICS.search(after) is not None
    )


def _whole(text: str) -> bool:
    return _PLACE.search(text) is not None and (
        YEAR.search(text) is not None or "/" in text or "arXiv" in text
    )


# A sentence of a note that leads up to a further work: "…, 50. On the chapel see also Ian Muir, …".
_LED = re.compile(
    r"(?<=[.\d)]) +(?=(?:On (?:the |this )?\w+ )?(?:[Ss]ee|Cf\.|Vgl\.|Siehe|Voir|Véase|Si veda) \S)"
)


_LED_HINTS = (" See ", " see ", " Cf.", " Vgl.", " Siehe", " Voir", " Véase", " Si veda")


def _led(text: str) -> list[tuple[int, int]]:
    if not any(map(text.__contains__, _LED_HINTS)):
        return []
    return [match.span() for match in _LED.finditer(text) if YEAR.search(text, match.end())]


# ---- lines ------------------------------------------------------------------------------------


def by_lines(entry: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Cut an entry where a second work, without a number of its own, begins on a new line."""
    cuts = [0]
    if len(entry) > 1 and not _lettered(" ".join(line.text for line in entry)):
        for index in range(1, len(entry)):
            if beginning(entry[index].text).weight < 1.6 or ending(entry[index - 1].text) <= 0:
                continue
            before = " ".join(line.text for line in entry[cuts[-1] : index])
            after = " ".join(line.text for line in entry[index : index + 3])
            if before[-1] in ".;])0123456789" and _whole(before) and _whole(after):
                cuts.append(index)
    edges = [*cuts, len(entry)]
    return [tuple(entry[start:stop]) for start, stop in pairwise(edges)]


# ---- openings ---------------------------------------------------------------------------------

_FURTHER = any_of(
    r"auch;dazu;hierzu;etwa;z\. ?B\.;ferner;insbes\.;nach;u\. ?a\.;dagegen;also;e\.g\.,?"
    r";aussi;notamment;également;par exemple;en particulier;surtout;anche;in particolare"
    r";también;por ejemplo;además;schon;bereits;especially;generally",
    ";",
)
# What may stand before "see" or "vgl.", or lead up to a work by itself.
_LEAD = any_of(
    "[Bb]ut;[Aa]nd;[Oo]n this(?: point)?;[Oo]n (?:the|these) \\w+;[Aa]nders;[Ss]owie;[Ff]erner"
    ";[Dd]agegen;[Dd]azu;[Hh]ierzu;[Zz]u[mr]? \\w+;[Ii]n contrast;[Ss]ur (?:ce|le|la|les) \\w+"
    ";[Ss]obre (?:esto|el|la) (?:\\w+ )?;[Ss]u questo",
    ";",
)
_GERMAN_LEAD = any_of(
    "[Aa]nders [Ss]owie [Ff]erner [Dd]agegen [Aa]usführlich(?:er)? [Gg]rundlegend [Zz]uletzt"
    " [Kk]ritisch [Aa]llgemein [Hh]ierzu [Dd]azu"
)
_REVIEW = any_of("reviews? examples? discussions? details overview introduction surveys? summary")
# How notes lead up to a work that they name.
OPENING = re.compile(
    any_of(
        rf"(?:[Vv]gl|[Cc]f|[Vv]id|[Cc]fr|[Zz]it)\.?,? (?:{_FURTHER} |zum Beispiel )?(?=[^\W\d_])"
        r";[Ss]\. auch (?:(?:die|den) (?:Beiträge|Aufsätze|Sammelband) (?:in )?)?(?=[A-ZÀ-Þ])"
        rf";[Ss]\. {_FURTHER} (?=[^\W\d_])"
        r";(?:[Ss]iehe|[Ss]ee|[Vv]oir|[Vv]éan?se|[Vv]edi|[Ss]i ved(?:a|ano)|[Ss]o|[Dd]azu|[Hh]ierzu"
        r"|[Zz]itiert nach|[Qq]uoted in|[Cc]ited in)"
        rf"(?:,? (?:{_FURTHER}|further|zum Beispiel|for example|in particular))?"
        r"[:,]? (?=[A-ZÀ-Þ\"“„«])"
        rf";{_LEAD}:?,? (?:see|cf\.?|vgl\.?|siehe|s\.|voir|véase|si veda)"
        rf"(?:,? (?:{_FURTHER}|further|esp\.|for example))?"
        r"[:,]? (?=[A-ZÀ-Þ\"“„«])"
        rf";{_GERMAN_LEAD}(?: {_GERMAN_LEAD}| {_FURTHER}| bei)?:? (?=[A-ZÀ-Þ\"“„«])"
        rf";[Ff]or (?:an? |the )?(?:\w+ ){{0,3}}{_REVIEW}[^.:\x3b]{{0,60}}[,:] ?(?:see|cf\.)?"
        r"(?: also| e\.g\.)?:? (?=[A-ZÀ-Þ])",
        ";",
    )
)


def without_opening(work: Traced) -> Traced:
    """Take off what leads up to a work: "Vgl.", "See also", "For a review, see:"."""
    opening = OPENING.match(work.text)
    return work.without([(0, opening.end())]) if opening else work
