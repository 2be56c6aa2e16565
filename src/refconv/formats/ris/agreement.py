"""What a tag means by what else its record has, and which values say nothing.

Databases use some tags each in their own way: EBSCO has the subtitle in T2 and the journal in JF
and JO, Ovid the date of publication in Y2. Where other tags of the record agree that it is so, the
record is changed to one in which the tags mean what the table has, before its fields are decoded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.rules import RecordRule
from refconv.formats.ris.tags import NO_VALUES, says_nothing, tag_of
from refconv.formats.ris.types import KNOWN_TYPES, evident_type
from refconv.values.date_fields import decode_date
from refconv.values.identifiers import bare_doi
from refconv.values.preprints import is_preprint


class Change(NamedTuple):
    """A record that a rule has changed, and what is reported of it."""

    record: Record
    found: Diagnostic | None = None


Rule: TypeAlias = Callable[[Record], Change | None]


def _places(record: Record, *tags: str) -> list[int]:
    return [place for place, (key, _) in enumerate(record.fields) if tag_of(key) in tags]


def _line(record: Record, place: int) -> int:
    return record.lines[place] if record.lines else record.line


def _without(record: Record, places: Sequence[int]) -> Record:
    left = [place for place in range(len(record.fields)) if place not in places]
    lines = tuple(record.lines[place] for place in left) if record.lines else ()
    return evolve(record, fields=tuple(record.fields[place] for place in left), lines=lines)


def _with(record: Record, place: int, key: str, value: str) -> Record:
    fields = [*record.fields]
    fields[place] = (key, value)
    return evolve(record, fields=tuple(fields))


# ── types ─────────────────────────────────────────────────────────────────────────────────────────


def _type(record: Record) -> Change | None:
    """Read a record of an unknown type as what its other fields show."""
    if record.type in KNOWN_TYPES or (native := evident_type(record.fields)) is None:
        return None
    return Change(evolve(record, type=native))


_UNNAMED = frozenset({"GEN", "ICOMM"})


def _unnamed(record: Record) -> Change | None:
    """Keep that the type was one that Zotero writes for several, without naming which.

    Such a record is its own export, as it has no ID: Zotero reads it as it always does if it comes
    back as it was.
    """
    is_named = any(key == "M2:type" for key, _ in record.fields)
    if record.type not in _UNNAMED or record.id or is_named:
        return None
    return _with_type(record)


def _with_type(record: Record) -> Change:
    """Return a record that keeps its type as a field, to be written again."""
    lines = (*record.lines, record.line) if record.lines else ()
    fields = (*record.fields, ("TY", record.type))
    return Change(evolve(record, fields=fields, lines=lines))


def _conference(record: Record) -> Change | None:
    """Keep the type of a conference whose name Zotero has written, and no title of proceedings."""
    if record.type != "CONF" or record.id or _places(record, "C3", "BT", "JF", "TY"):
        return None
    times = [record.fields[place][1] for place in _places(record, "Y2")]
    dates = [record.fields[place][1] for place in _places(record, "DA")]
    if not (any(map(_TIME_OF_ACCESS.fullmatch, times)) or any(map(_SLASHED.fullmatch, dates))):
        return None
    return _with_type(record)


_TIME_OF_ACCESS = re.compile(r"\d{4}/\d\d/\d\d/\d\d:\d\d:\d\d", re.ASCII)
_SLASHED = re.compile(r"\d{4}/(?:\d\d)?/(?:\d\d)?/.{0,40}", re.ASCII)

_CONTAINERS = ("T2", "JF", "JO", "JA", "J2", "BT")


def _preprint(record: Record) -> Change | None:
    """Read a record of no particular type as a preprint, if its server or its DOI is known."""
    if record.type != "GEN" or _places(record, *_CONTAINERS, "VL", "IS"):
        return None
    dois = [bare_doi(record.fields[place][1]) or "" for place in _places(record, "DO")]
    names = [record.fields[place][1] for place in _places(record, "PB", "DB")]
    if not is_preprint(dois[0] if dois else "", *names):
        return None
    fields = record.fields
    if not _places(record, "M3") and ("M2:type", "type: preprint") not in fields:
        fields = (*fields, ("M2:type", "type: preprint"))
    lines = (*record.lines, record.line)[: len(fields)] if record.lines else ()
    return Change(evolve(record, type="UNPB", fields=fields, lines=lines))


# ── journals ──────────────────────────────────────────────────────────────────────────────────────

_SERIALS = frozenset({"JOUR", "EJOUR", "ABST", "INPR", "MGZN", "NEWS"})
_OTHER_TITLES = ("JO", "JA", "J1")


def _words(title: str) -> list[str]:
    return re.findall(r"[^\W_]+", title.casefold())


def is_short_for(short: str, full: str) -> bool:
    """Return whether a title is another one, or its abbreviation.

    >>> is_short_for("Nat. Commun.", "Nature Communications")
    True
    """
    words = iter(_words(full))
    return all(any(word.startswith(part) for word in words) for part in _words(short))


def _subtitle(record: Record) -> Change | None:
    """Read T2 as the subtitle if the journal stands in JF, and another tag agrees with that."""
    if record.type not in _SERIALS:
        return None
    journals, seconds, titles = (
        _places(record, *tags) for tags in (("JF",), ("T2",), ("TI", "T1"))
    )
    if len(journals) != 1 or len(seconds) != 1 or not titles:
        return None
    journal, second = (record.fields[place][1] for place in (journals[0], seconds[0]))
    others = [record.fields[place][1] for place in _places(record, *_OTHER_TITLES)]
    if (
        any(is_short_for(other, second) for other in (*others, journal))
        or is_short_for(second, journal)
        or not any(is_short_for(other, journal) for other in others)
    ):
        return None
    key, title = record.fields[titles[0]]
    if second.casefold() not in title.casefold():
        title = f"{title}{' ' if title.endswith(tuple('?!:.')) else ': '}{second}"
    found = problem(Code.DUPLICATE_FIELD, "ris-subtitle", value=second, taken=journal)
    changed = _with(record, titles[0], key, title)
    return Change(_without(changed, seconds), found.at(_line(record, seconds[0])))


def _same_title(record: Record) -> Change | None:
    """Leave out what is no abbreviation, but the journal's title again."""
    titles = {record.fields[place][1].casefold() for place in _places(record, "JF", "T2")}
    again = [
        place
        for place in _places(record, *_OTHER_TITLES, "SO")
        if record.fields[place][1].casefold() in titles
    ]
    return Change(_without(record, again)) if again else None


def _only_title(record: Record) -> Change | None:
    """Read JO or JA as the journal's title if there is no other and it is not abbreviated."""
    only = _places(record, "JO") or _places(record, "JA")
    if record.type not in _SERIALS or len(only) != 1 or _places(record, "JF", "T2", "BT", "J2"):
        return None
    title = record.fields[only[0]][1]
    return None if "." in title else Change(_with(record, only[0], "JF", title))


# ── dates ─────────────────────────────────────────────────────────────────────────────────────────

_YEAR = re.compile(r"(\d{4})[/\s]*", re.ASCII)
# As Ovid writes the date of publication.
_OVID_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?//", re.ASCII)


def _publication_date(record: Record) -> Change | None:
    """Read Y2 as the date of publication if the record has but the year elsewhere.

    In the specification of 2001 Y2 is the secondary date, in that of 2011 the date of access. It is
    the former in Ovid's spelling, and where Y1 goes with it and there is no address to access.
    """
    seconds, years = _places(record, "Y2"), _places(record, "PY", "Y1", "DA")
    found = {
        match[1] if (match := _YEAR.fullmatch(record.fields[place][1])) else "" for place in years
    }
    if len(seconds) != 1 or len(found) != 1:
        return None
    raw = record.fields[seconds[0]][1]
    date = decode_date(raw.strip("/ "))
    is_ovid = _OVID_DATE.fullmatch(raw) is not None
    is_old = bool(_places(record, "Y1")) and not _places(record, "UR", "L1", "L2", "L3", "LK")
    if not (is_ovid or is_old) or {str(date.year)} != found or date.literal:
        return None
    return Change(_with(record, seconds[0], "DA", raw.strip("/ ")))


def _issue_date(record: Record) -> Change | None:
    """Leave out the date of a patent that Zotero has in C2 if DA says it too."""
    if record.type != "PAT":
        return None
    known = {_digits(record.fields[place][1]) for place in _places(record, "DA")}
    again = [at for at in _places(record, "C2") if _digits(record.fields[at][1]) in known]
    return Change(_without(record, again)) if again else None


def _digits(date: str) -> str:
    return "-".join(re.findall(r"\d+", date))


# ── numbers ───────────────────────────────────────────────────────────────────────────────────────

_OF_EMBASE = re.compile(r"L\d{6,12}", re.ASCII)


def _accession_number(record: Record) -> Change | None:
    """Read Embase's own number as the accession number: it stands in U2."""
    places = _places(record, "U2")
    values = [record.fields[place][1] for place in places]
    if len(values) != 1 or _OF_EMBASE.fullmatch(values[0]) is None or _places(record, "AN"):
        return None
    is_embase = any(record.fields[at][1].casefold() == "embase" for at in _places(record, "DB"))
    return Change(_with(record, places[0], "AN", values[0])) if is_embase else None


def _doi_link(record: Record) -> Change | None:
    """Read an address in L2 or LK as the DOI that it is of, or leave it out if DO has that."""
    links = [at for at in _places(record, "L2", "LK") if _DOI_LINK.match(record.fields[at][1])]
    if not links:
        return None
    known = {bare_doi(record.fields[place][1]) for place in _places(record, "DO", "DI")}
    found = [bare_doi(record.fields[place][1]) for place in links]
    again = [place for place, doi in zip(links, found, strict=True) if doi in known]
    if known:
        return Change(_without(record, again)) if again else None
    return Change(_with(record, links[0], "DO", found[0])) if found[0] else None


def _address(record: Record) -> Change | None:
    """Read the address of the full text in L2 or LK as the record's, if it has no other."""
    links = [at for at in _places(record, "L2", "LK") if _LINK.match(record.fields[at][1])]
    if not links or _places(record, "UR"):
        return None
    return Change(_with(record, links[0], "UR", record.fields[links[0]][1]))


_LINK = re.compile(r"https?://", re.IGNORECASE)
_DOI_LINK = re.compile(r"https?://(?:dx\.)?doi\.org/10\.", re.IGNORECASE)


def _pubmed_number(record: Record) -> Change | None:
    """Read PM as PubMed's number, as M2 has it."""
    places = _places(record, "PM")
    if len(places) != 1 or _PMID.fullmatch(number := record.fields[places[0]][1]) is None:
        return None
    return Change(_with(record, places[0], "M2:PMID", f"PMID: {number}"))


_PMID = re.compile(r"\d{4,8}", re.ASCII)


# ── publishers ────────────────────────────────────────────────────────────────────────────────────


def _country(record: Record) -> Change | None:
    """Leave out the country that Ovid has in CY, and beside the publisher once more."""
    publishers = _places(record, "PB")
    places = {record.fields[place][1] for place in _places(record, "CY")}
    again = [place for place in publishers[1:] if record.fields[place][1] in places]
    return Change(_without(record, again)) if again else None


# ── names ─────────────────────────────────────────────────────────────────────────────────────────

_FEWEST_LETTERS = 5
"""Nobody has so many authors with names of one letter."""


def _letters(record: Record) -> Change | None:
    """Join authors of one character each: a program has taken a text for a list."""
    if sum([len(value) < 2 for _, value in record.fields]) < _FEWEST_LETTERS:
        return None
    for tag in ("AU", "A1"):
        places = _places(record, tag)
        texts = [record.fields[place][1] for place in places]
        if len(texts) < _FEWEST_LETTERS or any(len(text) > 1 for text in texts):
            continue
        joined = "".join(text or " " for text in texts).strip()
        found = problem(Code.BAD_NAME, "letters", tag=tag, value=joined[:80])
        changed = _with(record, places[0], tag, joined)
        return Change(_without(changed, places[1:]), found.at(_line(record, places[0])))
    return None


# ── values that say nothing ───────────────────────────────────────────────────────────────────────


_NO_VALUES = NO_VALUES | {"Specified"}


def _nothing(record: Record) -> Change | None:
    """Leave out empty values, and words that programs write for them."""
    if _NO_VALUES.isdisjoint([value for _, value in record.fields]):
        return None
    places = [
        place
        for place, (key, value) in enumerate(record.fields)
        if says_nothing(tag_of(key), value)
    ]
    pages = _places(record, "SP", "EP")
    if [record.fields[place][1] for place in pages] == ["No", "Specified"]:
        places += pages
    return Change(_without(record, places)) if places else None


class _Step(NamedTuple):
    """A rule, and a quick look at whether it may concern a record with such values."""

    concerns: Callable[[Mapping[str, str]], bool]
    rule: Rule


def _has(*keys: str) -> Callable[[Mapping[str, str]], bool]:
    """Return whether a record has one of some keys."""
    wanted = frozenset(keys)
    return lambda values: not wanted.isdisjoint(values)


_STEPS = (
    _Step(lambda values: "DO" in values or "PB" in values or "DB" in values, _preprint),
    _Step(lambda values: "T2" in values and ("Y2" in values or "DA" in values), _conference),
    _Step(lambda values: "JF" in values and "T2" in values, _subtitle),
    _Step(_has("JO", "JA"), _only_title),
    _Step(_has(*_OTHER_TITLES, "SO"), _same_title),
    _Step(
        lambda values: "Y2" in values and ("Y1" in values or values["Y2"][-2:] == "//"),
        _publication_date,
    ),
    _Step(lambda values: "C2" in values and "DA" in values, _issue_date),
    _Step(_has("U2"), _accession_number),
    _Step(_has("L2", "LK"), _doi_link),
    _Step(lambda values: "UR" not in values and ("L2" in values or "LK" in values), _address),
    _Step(_has("PM"), _pubmed_number),
    _Step(lambda values: "PB" in values and values["PB"] == values.get("CY"), _country),
)
"""In the order in which they are applied."""


_FIRST: tuple[Rule, ...] = (_type, _letters, _nothing, _unnamed)
"""What is applied before these: an empty line among letters is a space, elsewhere nothing."""


def changes(record: Record) -> Iterator[Change]:
    """Yield the changes of a record, one after another."""
    for rule in _FIRST:
        if (change := rule(record)) is not None:
            record = change.record
            yield change
    values = dict(record.fields)
    for step in _STEPS:
        if step.concerns(values) and (change := step.rule(record)) is not None:
            record = change.record
            values = dict(record.fields)
            yield change


_TAGS = frozenset({*_OTHER_TITLES, "SO", "JF", "Y2", "C2", "U2", "L2", "LK", "PM", "PB"})
"""One of these a record has if a step concerns it."""


@lru_cache(1024)
def _look(native: str, keys: tuple[str, ...]) -> tuple[bool, bool]:
    """Return whether a rule may concern a record by its type and keys; whether letters may."""
    are_many = max(keys.count("AU"), keys.count("A1")) >= _FEWEST_LETTERS
    is_known = native in _UNNAMED or native == "CONF"
    return is_known or native not in KNOWN_TYPES or not _TAGS.isdisjoint(keys), are_many


def may_change(record: Record) -> bool:
    """Return whether a rule may concern a record; quick for those that none does."""
    keys, values = zip(*record.fields, strict=True) if record.fields else ((), ())
    is_concerned, are_many = _look(record.type, keys)
    return (
        is_concerned
        or not _NO_VALUES.isdisjoint(values)
        or (are_many and [len(value) < 2 for value in values].count(True) >= _FEWEST_LETTERS)
    )


def _decode(record: Record) -> Record:
    if not may_change(record):
        return record
    for change in changes(record):
        record = change.record
    return record


def _report(record: Record) -> Iterator[Diagnostic]:
    return (change.found for change in changes(record) if change.found is not None)


BY_RECORD = RecordRule("tags told apart by their record", decode=_decode, report=_report)
"""One-way: a record that is written has none of this."""
