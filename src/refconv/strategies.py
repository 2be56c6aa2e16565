"""Hypothesis strategies for references, to test programs that use refconv.

They need the extra ``refconv[hypothesis]``. With it, ``st.from_type(Reference)`` works without an
import, by an entry point of Hypothesis.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from refconv.core.edtf import Date, Edge, Point
from refconv.core.model import BY_NAME, VARIABLES, ItemType, Name, Reference
from refconv.values.identifiers import is_orcid

__all__ = ["dates", "names", "orcids", "points", "references", "texts"]

# Text that syntaxes stumble over, drawn more often than by chance.
_AWKWARD = (
    *"{}\\\"'%#&$_~^@,;:=<>|/-–—[]()\t\n\r\f\v\x00\x1c\x85\u00a0\u2028\u00ad\ufeff",
    "and",
    " and ",
    "et al.",
    "others",
    "ER  - ",
    "TY  - JOUR",
    "\nAU  - X",
    "@book{",
    "</i>",
    "<i>",
    "<sub>2</sub>",
    '<span class="nocase">DNA</span>',
    "\\textit{",
    "\\'e",
    "--",
    "``",
    "''",
    "?`",
    "$x$",
    "in press",
)


# Making a strategy takes much longer than drawing from it: each is made once.


@cache
def texts() -> st.SearchStrategy[str]:
    """Return texts that are not empty: words, any characters, and delimiters of the formats."""
    plain = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs", "P"]), min_size=1)
    odd = st.lists(st.sampled_from(_AWKWARD) | st.text(max_size=4), min_size=1, max_size=6)
    return st.one_of(plain, st.text(min_size=1), odd.map("".join).filter(bool))


@cache
def orcids() -> st.SearchStrategy[str]:
    """Return ORCID identifiers with a valid check digit (ISO 7064, MOD 11-2)."""
    return st.integers(0, 10**15 - 1).map(_orcid)


def _orcid(number: int) -> str:
    digits = f"{number:015d}"
    groups = "-".join(digits[i : i + 4] for i in range(0, 16, 4))
    return next(orcid for check in "0123456789X" if is_orcid(orcid := groups + check))


@cache
@st.composite
def names(draw: st.DrawFn) -> Name:
    """Draw names of persons and of institutions."""
    orcid = draw(_ORCID)
    if draw(_QUARTER) == 0:
        return Name(literal=draw(texts()), orcid=orcid)
    parts = {part: draw(_PARTICLE) for part in ("dropping_particle", "non_dropping_particle")}
    given, suffix = draw(_GIVEN), draw(_SUFFIX)
    return Name(family=draw(texts()), given=given, suffix=suffix, orcid=orcid, **parts)


_ORCID = st.just("") | orcids()
_QUARTER = st.integers(0, 3)
_PARTICLE = st.just("") | st.sampled_from(["van", "de la", "von", "d'", "al-", "Van"]) | texts()
_GIVEN = st.just("") | texts()
_SUFFIX = st.just("") | st.just("Jr.") | texts()


@cache
@st.composite
def points(draw: st.DrawFn) -> Point:
    """Draw calendar points of every precision."""
    kind = draw(st.sampled_from(["year", "month", "day", "season", "X"]))
    qualifiers: Any = {"circa": draw(st.booleans()), "uncertain": draw(st.booleans())}
    year = draw(st.integers(1450, 2100) | st.integers(-200000, 200000))
    if kind == "X":
        missing = draw(st.sampled_from(["Y", "YY", "M", "MD", "D"]))
        step = 10 ** missing.count("Y")
        month = draw(st.integers(1, 12)) if missing == "D" else None
        year = draw(st.integers(-90, 90)) * 100 + draw(st.integers(0, 9)) * (step % 100)
        return Point(year, month, unspecified=missing, **qualifiers)
    if kind == "season":
        return Point(year, season=draw(st.integers(1, 4)), **qualifiers)
    month = None if kind == "year" else draw(st.integers(1, 12))
    day = None
    if kind == "day" and month is not None:
        day = draw(st.integers(1, calendar.monthrange(year % 400 + 400, month)[1]))
    return Point(year, month, day, **qualifiers)


@cache
@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Draw single dates, intervals with open and unknown ends, and literals."""
    kind = draw(st.sampled_from(["date", "date", "interval", "open", "literal", "both"]))
    if kind == "literal":
        return Date(literal=draw(texts()))
    start = draw(points())
    literal = draw(texts()) if kind == "both" else ""
    if kind == "interval":
        return Date(start, draw(points()))
    if kind == "open":
        edge = draw(st.sampled_from(Edge))
        return draw(st.sampled_from([Date(start, edge), Date(edge, start)]))
    return Date(start, literal=literal)


def _json() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts()
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
        max_leaves=5,
    )


def _custom() -> st.SearchStrategy[list[tuple[str, Any]]]:
    native = st.sampled_from(
        """file X1 foo-bar title TI keywords M1 Foo %Z %@:ISSN %F titles/title database@name
        ref-type isbn dates/pub-dates/date""".split()
    )
    prefixes = ["bibtex", "ris", "csl", "custom", "x", "enw", "endnote-xml", "nbib"]
    keys = st.builds("{}:{}".format, st.sampled_from(prefixes), native | texts())
    return st.lists(st.tuples(keys, texts() | _json()), max_size=3)


@cache
@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Draw references of every type, with some of the variables."""
    chosen = draw(_CHOSEN)
    drawn: Any = {BY_NAME[name].attribute: draw(_VALUES[BY_NAME[name].kind]) for name in chosen}
    lists = [name for name in chosen if BY_NAME[name].kind == "names"]
    return Reference(
        type=draw(_TYPE),
        id=draw(_ID),
        et_al=draw(st.frozensets(st.sampled_from(lists))) if lists else frozenset(),
        custom=draw(_CUSTOM),
        **drawn,
    )


_VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "text": texts() | st.sampled_from(["10.1000/182", "https://x.org/a_b%7E"]),
    "number": st.integers(1, 5000).map(str) | st.sampled_from(["e005678", "503-9"]) | texts(),
    "list": st.lists(texts(), min_size=1, max_size=3).map(tuple),
    "date": dates(),
    "names": st.lists(names(), min_size=1, max_size=3).map(tuple),
}
_COMMON = ("title", "author", "container-title", "issued", "page", "volume", "number", "DOI")
_CHOSEN = st.lists(
    st.sampled_from(_COMMON) | st.sampled_from([v.name for v in VARIABLES]),
    max_size=6,
    unique=True,
)
_TYPE = st.sampled_from(ItemType)
_ID = st.just("") | st.from_regex(r"[a-z]{2,8}[0-9]{4}[a-z]?", fullmatch=True) | texts()
_CUSTOM = _custom()
