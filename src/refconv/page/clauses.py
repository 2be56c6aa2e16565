"""Cut notes into clauses, and measure each: what the chain of notes labels.

A *clause* ends at a comma, a colon, a semicolon or a stop, before and after brackets, before and
after a conjunction between two works, and where a name follows a word in small letters: a work may
begin or end at each of these places, and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import beginning
from refconv.page.chain import Chain, labels_of, loads, marginals, scores_of
from refconv.page.line_signals import Signals, shape, small_share
from refconv.page.offset_text import Traced
from refconv.page.patterns import LOWER, UPPER, YEAR, any_of
from refconv.tag.models import models_folder

# ---- cutting ------------------------------------------------------------------------------------

_QUOTES = "\"“”„«‘‹'"
_AND = any_of("et;and;und;sowie;e;y;ou;or;oder;ed;ou encore;ainsi que;as well as;así como", ";")
# What sends a reader to a work.
_SENDS = any_of(
    r"[Vv]oir;[Ss]ee;[Cc]f\.?;[Cc]fr\.?;[Vv]gl\.?;[Ss]iehe;[Vv]ed[ai]i?;[Vv]edano;[Vv]éan?se;[Vv]er"
    r";[Vv]id\.;[Aa]ussi;[Aa]lso;[Nn]otamment;[Éé]galement;[Dd]azu;[Hh]ierzu;[Ee]twa;[Aa]uch;[Aa]nche"
    r";[Tt]ambién;[Pp]articulier;[Pp]articular;[Pp]articolare;[Ee]xemple;[Ee]xample;[Ee]jemplo"
    r";[Bb]eispiel;[Ee]sempio;[Ss]elon;[Nn]ach;[Pp]ar;[Bb]y;[Bb]ei;[Vv]on;[Ii]n;[Dd]ans;[Aa]nders"
    r";[Ff]erner;[Zz]uletzt;[Ss]urtout;[Ss]oprattutto;[Ee]specially;[Ii]nsbesondere;[Ll]ire;[Ll]ira"
    r";[Cc]ompare;[Cc]onsult;[Cc]onsulter;[Aa]usführlich;[Gg]rundlegend;[Kk]ritisch;[Bb]ut;[Ss]o;[Oo]ra"
    r";[Rr]écemment;[Rr]ecently;à;a;[Cc]itons;is;[Zz]ie;[Pp]or;[Ff]urther;[Cc]ontrast"
    r";[Dd]agegen;[Cc]onsultera;[Ss]ignalons;[Mm]entionnons;[Ii]nstance;v\.;s\.;[Pp]our;[Zz]u;[Oo]n"
    r";[Zz]it\.;[Ff]undamentale?;[Uu]nd;[Mm]odo;[Bb]ereits;[Ss]chon;[Ii]noltre;[Oo]thers;[Gg]enerally"
    r";[Aa]ber;[Bb]ehandelt;[Pp]ure;[Ss]icht;[Aa]l;et;and;sowie;exemplarisch"
    r";[Rr]imando a;[Cc]itado en",
    ";",
)
_NAME = rf"{UPPER}[\w’'-]{{1,20}}"
# "A. Muir", "A G Muir,"; "Anna Muir,", "Muir, A".
_INITIALS = rf"(?:{UPPER}{LOWER}?\.[ -]?){{1,4}}{UPPER}|(?:{UPPER} ){{1,3}}{_NAME}[ ,]"
_NAMES = (
    rf"{_NAME}(?: (?:{_NAME}|{UPPER}\.|d[eui]|von|van)){{1,3}}(?: ?[,:(/]| (?:{_AND}|&) )"
    rf"|{_NAME}, {UPPER}"
)
# What a work begins with after a word that sends to it.
_FIRST = rf"[{_QUOTES}A-ZÀ-Þ—_]"
_CUT = lazy_pattern(
    r"(?<=[,;:?!])\s+"
    # (The stop of an initial, of "p." and "S." ends nothing.)
    rf"|(?<=[\w)\]”»\"’][\w)\]”»\"’]\.)\s+(?!\d)"
    r"|(?<=\d\.)\s+"
    rf"|\s+(?=\([^()]{{12,}})|(?<=[)\]])\s+"
    rf"|\s+(?=(?:{_AND})\s+{_FIRST})|(?<=\s)(?:{_AND})\s+(?={_FIRST})"
    rf"|\b(?:{_SENDS})[:,]?\s+(?={_FIRST})"
    rf"|(?<![\w’'])[a-zß-ÿ][\w’'-]{{0,20}}[.:]?\s+(?={_INITIALS}|{_NAMES})"
    r"|\s+/\s+"
)  # fmt: skip


_BETWEEN = " /\t\n\u00a0"
# Words that belong to the name after them.
_PARTICLES = lazy_pattern(
    r"(?:(?:d[eiau]|de[nrls]|della|d[oa]s|van|von|vom|zu[mr]?|l[aeo]|les|el|al|te[nr])(?: |\Z))"
    r"{1,3}\Z",
    re.IGNORECASE,
)
# A bracket with more than so many characters may hold a work: its clause begins inside.
_BRACKET = 6


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Return the starts and ends of the clauses of a note.

    >>> text = "On this see A. Muir, The Salt Road, Leeds 1990."
    >>> [text[start:end] for start, end in clauses_of(text)]
    ['On this see', 'A. Muir,', 'The Salt Road,', 'Leeds 1990.']
    """
    spans: list[tuple[int, int]] = []
    done = 0
    for cut in [*(match.end() for match in _CUT.finditer(text)), len(text)]:
        part = text[done:cut]
        if words := part.strip(_BETWEEN):
            if words[0] == "(" and len(words) > _BRACKET:
                words = words[1:]
            if _PARTICLES.match(words) and cut < len(text):
                continue
            start = done + part.index(words)
            spans.append((start, start + len(words)))
        done = cut
    return spans


# ---- measuring ----------------------------------------------------------------------------------

_PAGES = lazy_pattern(r"\b(?:pp?|[Ss]p?|cols?|foll?|cc?|págs?|Bl)\.? ?\d|\A[\d–-]{1,9}[.;,]?\Z")
_VOLUME = lazy_pattern(
    r"\b(?:vol|t|n|no|nr|bd|h|jg|núm|nos?|heft|tome)[.°º]{0,2} ?\d|№|n°", re.IGNORECASE
)
_AGAIN = lazy_pattern(
    any_of(
        r"ebd\b;ebenda;ibid;ibíd;ivi\b;id\.;idem;a\. ?a\. ?o\.;op\. ?cit;loc\. ?cit;art\. ?cit"
        r";ob\. ?cit;, cit\.;supra;(?:wie )?anm\. ?\d;\bnote \d;\bnota \d;\bfn\. ?\d;infra",
        ";",
    ),
    re.IGNORECASE,
)
_EDITORS = lazy_pattern(
    r"\((?:[ÉéEe]ds?|[Dd]ir|Hg|Hrsg|hg|hrsg|coords?|orgs?|a cura di)\b|\ba cura di\b"
    r"|\bed(?:ited|s)?\b|sous la dir"
)
_IN = lazy_pattern(r"(?:[Ii]n|[Dd]ans|[Ee]n|[Nn]el)\b:?")
_HOUSE = lazy_pattern(r"Press|Verlag|Publish|Books|[ÉE]dit|Presses|PUF|Universit")
_ARCHIVE = lazy_pattern(
    r"\b(?:fol|ff?|c|cc|reg|b|filza|fasc|leg|Bl|Best|Nr|ms|Ms|MS|carton|dossier|Urteil)\. ?\d"
    r"|Archiv"
)
# Steps of the length of a clause in characters, and of shares of its words.
_STEPS = (3, 8, 15, 25, 40, 70, 120)
_SHARES = (0.001, 0.12, 0.25, 0.4, 0.55)
# More words are many; a year that is so many clauses away is far.
_MANY, _FAR = 6, 4
_ANYWHERE, _AT_START = False, True
# Each anywhere in a clause, or only at its beginning.
_TESTS = (
    ("pages", _PAGES, _ANYWHERE),
    ("volume", _VOLUME, _ANYWHERE),
    ("again", _AGAIN, _ANYWHERE),
    ("editors", _EDITORS, _ANYWHERE),
    ("in", _IN, _AT_START),
    ("house", _HOUSE, _ANYWHERE),
    ("archive", _ARCHIVE, _ANYWHERE),
    ("sends", lazy_pattern(rf"\b{_SENDS}[:,]?\Z"), _ANYWHERE),
    ("and", lazy_pattern(rf"{_AND}\Z"), _AT_START),
    ("url", lazy_pattern(r"https?:|www\.|10\.\d{4}/"), _ANYWHERE),
    ("initials", lazy_pattern(_INITIALS), _AT_START),
    ("names", lazy_pattern(_NAMES), _AT_START),
)


def signals_of_notes(notes: Sequence[str]) -> tuple[Signals, list[list[tuple[int, int]]]]:
    """Measure the clauses of some notes, one note after the other."""
    signals = Signals([], [], [])
    cut = [clauses_of(note) for note in notes]
    for note, spans in zip(notes, cut, strict=True):
        _measure(note, spans, signals)
    return signals, cut


def _measure(note: str, spans: Sequence[tuple[int, int]], signals: Signals) -> None:
    """Measure the clauses of a note; append their signals."""
    clauses = [note[start:end] for start, end in spans]
    dated = [YEAR.search(clause) is not None for clause in clauses]
    since, depth, done = _FAR, 0, 0
    for index, clause in enumerate(clauses):
        words = clause.split()
        begins = beginning(clause).name
        start = spans[index][0]
        passed = note[done:start]
        depth += passed.count("(") - passed.count(")")
        before, done = _before(passed), start
        after = next((far for far, one in enumerate(dated[index : index + _FAR]) if one), _FAR)
        since_year = min(_FAR, since)
        own = [
            f"w{words[0].strip(_EDGE)[:16].casefold()}", f"l{words[-1][-12:].casefold()}",
            f"p{before}", f"p{before}|{begins}",
            f"t{since_year}", f"t{since_year}{before}", f"u{after}",
            f"D{min(2, max(0, depth))}", f"P{min(index, 3)}", f"P{min(index, 3)}|{begins}",
            f"t{since_year}u{after}|{begins}",
        ]  # fmt: skip
        if len(words) > 1:
            own.append(f"v{words[1][:16].casefold()}")
        if index == len(clauses) - 1:
            own.append("last")
        signals.wide.append(_seen_around(clause, words, begins, dated=dated[index]))
        signals.own.append(own)
        since = 0 if dated[index] else since + 1


def _seen_around(clause: str, words: Sequence[str], begins: str, *, dated: bool) -> list[str]:
    """Return the signals of a clause that its neighbours see too."""
    capitals = sum(word[0].isupper() for word in words) / len(words)
    wide = [
        f"b{begins}", f"s{shape(clause)}", f"z{clause[-1]}",
        f"n{bisect_left(_STEPS, len(clause))}", f"W{min(_MANY, len(words))}",
        f"f{bisect_left(_SHARES, small_share(words))}", f"c{bisect_left(_SHARES, capitals)}",
    ]  # fmt: skip
    wide += [
        name
        for name, pattern, first in _TESTS
        if (pattern.match if first else pattern.search)(clause)
    ]
    if dated:
        wide.append("year")
    if clause[0] in _QUOTES:
        wide.append(f"q{clause[0]}")
    return wide


def _before(passed: str) -> str:
    """Return the sign before a clause: ``^`` at the beginning, ``a`` for a letter or a digit."""
    last = passed.rstrip()[-1:]
    return "^" if not last else "a" if last.isalnum() else last


_EDGE = ".,;:()[]\"'“”«»"


# ---- labelling ----------------------------------------------------------------------------------


@cache
def _chain() -> Chain:
    """Return the chain of ``notes.bin``: see :mod:`refconv.tag.models`."""
    return loads(models_folder().joinpath("notes.bin").read_bytes())


def works_of_notes(notes: Sequence[Traced]) -> list[list[Traced]]:
    """Return the works that each of some notes names, without what stands around them."""
    signals, cut = signals_of_notes([note.text for note in notes])
    if not signals.own:
        return [[] for _ in notes]
    labels = labels_of(marginals(scores_of(_chain(), signals), _chain()))
    works: list[list[Traced]] = []
    done = 0
    for note, spans in zip(notes, cut, strict=True):
        mine = labels[done : done + len(spans)]
        done += len(spans)
        works.append([note.cut(*span).trimmed() for span in _spans(mine, spans)])
    return works


class _Run(NamedTuple):
    start: int
    end: int


def _spans(labels: str, spans: Sequence[tuple[int, int]]) -> list[_Run]:
    """Return the starts and ends of works: a beginning and what goes on with it."""
    runs: list[_Run] = []
    goes_on = False
    for label, (start, end) in zip(labels, spans, strict=True):
        if label == "B" or (label == "I" and not goes_on):
            runs.append(_Run(start, end))
        elif label == "I":
            runs[-1] = _Run(runs[-1].start, end)
        goes_on = label in "BI"
    return runs
