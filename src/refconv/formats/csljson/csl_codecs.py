"""Codecs of CSL-JSON: texts, dates, names and lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isnan
from typing import Any

from attrs import evolve

from refconv.core import csl
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, NameList, Raw, Raws
from refconv.core.model import Date, Name, Point
from refconv.values.combinators import same, single
from refconv.values.html_text import decode_entities, escape_entities, rich_paragraphs
from refconv.values.identifiers import bare_doi
from refconv.values.json_codecs import texts_of
from refconv.values.structured_dates import date_of_json
from refconv.values.structured_names import KEYS_OF_NAMES, names_of_json, orcid_of

_SURROGATES = re.compile("[\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Return whether a text survives as JSON unchanged."""
    return text.isascii() or _SURROGATES.search(text) is None


def without_surrogates(text: str) -> str:
    """Return a text with replacement characters for lone surrogates, which JSON cannot hold."""
    return text if is_plain(text) else _SURROGATES.sub("\ufffd", text)


def as_text(raw: Raw) -> str | None:
    """Read a text or number; JSON's booleans are neither, nor is NaN."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    if isinstance(raw, float):
        return None if isnan(raw) else str(int(raw)) if raw.is_integer() else str(raw)
    return str(raw)


# What no plain text of CSL has: the elements of publishers' XML and of web pages.
_FOREIGN = re.compile(r"</?(?:jats:|mml:|(?:p|em|strong|italic|bold|sec)>)")


def _decode_text(raw: Raw) -> str | None:
    text = as_text(raw)
    if text is None or ("&" not in text and "<" not in text):
        return text
    text = decode_entities(text)
    return rich_paragraphs(text) if _FOREIGN.search(text) else text


def if_plain(raw: Raw) -> str | None:
    """Return a text that has neither entities nor elements: it is read as it is."""
    return raw if isinstance(raw, str) and "&" not in raw and "<" not in raw else None


def is_verbatim(text: str) -> bool:
    """Return whether a text is written and read as it is."""
    return "&" not in text and "<" not in text and (text.isascii() or is_plain(text))


def _decode_date(raws: Raws) -> Decoded:
    raw = raws[0][0]
    date = Date.from_csl(raw) if isinstance(raw, dict) and raw.keys() <= _PLAIN_DATE else None
    date = date or date_of_json(raw)
    if date is None:
        return _impossible(raw)
    date = _with_season_in_words(raw, date)
    if date.start is None and not isinstance(raw, dict) and any(map(str.isdigit, date.literal)):
        return Decoded(date, (), problem(Code.BAD_DATE, "invalid", value=date.literal))
    return Decoded(date, () if _covers(raw, date) else ((0, 0),))


def _with_season_in_words(raw: Raw, date: Date) -> Date:
    """Return a date with what Zotero has in ``season``: whatever it cannot read of its date.

    Of a year that is zero only the text is left, as Zotero shows it.
    """
    season = raw.get("season") if isinstance(raw, dict) else None
    point = date.start
    if not isinstance(season, str) or not season.strip() or not isinstance(point, Point):
        return date
    if date.literal or date.end is not None or not point.is_plain or point.season is not None:
        return date
    if date_of_json({"date-parts": [[1]], "season": season}) != Date(Point(1)):
        # A season, beside a month.
        return date
    text = f"{' '.join(season.split())} {date.edtf()}"
    return Date(literal=text) if point.year == 0 else evolve(date, literal=text)


_PLAIN_DATE = frozenset({"date-parts", "season", "circa"})


def _impossible(raw: Any) -> Decoded:
    """Return a date that is not in the calendar as a literal."""
    parts = raw.get("date-parts") if isinstance(raw, dict) else None
    try:
        numbers = [[int(number) for number in part] for part in parts or ()]
    except (TypeError, ValueError, OverflowError):
        numbers = []
    if not all(numbers) or not 1 <= len(numbers) <= 2 or {*raw} != {"date-parts"}:
        return Decoded(None, problem=problem(Code.BAD_DATE, "unreadable"))
    text = "/".join("-".join(f"{n:02d}" for n in part) for part in numbers)
    found = problem(Code.BAD_DATE, "impossible", value=text)
    return Decoded(Date(literal=text), (), found)


def _covers(raw: Any, date: Date) -> bool:
    """Return whether a date holds all of its raw value, spelling and empty members aside."""
    if not isinstance(raw, dict):
        return True
    filled = {key for key, value in raw.items() if value not in (None, "", False, 0)}
    if "raw" in filled and len(filled & _WHEN) > 1 and date_of_json(raw["raw"]) != date:
        return False
    if "literal" in filled and "date-parts" in filled and not date.literal:
        return False
    if "season" in filled and date.season is None and raw["season"] not in (None, "", 0, "0"):
        point = date.points[0] if date.points else None
        if not date.literal and (point is None or point.month is None):
            return False
    return filled <= {*date.as_csl(), *_WHEN}


_WHEN = frozenset("date-parts season circa literal raw year month day date-time timestamp".split())
"""What an object has that is a date, in one form or another."""


def decode_names(raws: Raws) -> Decoded:
    """Read names, with the ORCIDs and et al. that ``custom.refconv`` holds of them."""
    listed, orcids, et_al = raws
    names: list[Name] = []
    complete, is_cut = True, bool(et_al)
    people = listed[0] if listed else []
    people = [people] if isinstance(people, str | dict) else people
    ids = orcids[0] if orcids else []
    if not isinstance(people, list) or not isinstance(ids, list):
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    if not all(isinstance(orcid, str | None) for orcid in ids):
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    for person, orcid in zip(people, [*ids, *[None] * len(people)], strict=False):
        name = Name.from_csl(person, orcid or "") if isinstance(person, dict) else None
        if name is not None and name.as_csl() == person:
            names.append(name)
            continue
        read, is_whole = _loose_names(person, orcid or "")
        names += read.names
        is_cut = is_cut or read.et_al
        complete = complete and is_whole
    if not names and not is_cut:
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    unused = () if complete or not listed else ((0, 0),)
    return Decoded(NameList(tuple(names), is_cut), unused)


def _loose_names(person: Any, orcid: str) -> tuple[NameList, bool]:
    """Read a name that is not as the schema has it, and whether that is all it says."""
    if isinstance(person, str):
        read = names_of_json([person] if "," in person else {"name": person})
        return read, bool(read.names or read.et_al)
    if not isinstance(person, dict):
        return NameList(()), person is None
    name = Name.from_csl(person, orcid or orcid_of(person))
    read = NameList((name,)) if name is not None else names_of_json([person])
    filled = {key for key, value in person.items() if value}
    return read, filled <= (KEYS_OF_NAMES | _OF_NO_NAME) and bool(read.names)


_OF_NO_NAME = frozenset("sequence authenticated-orcid parse-names isInstitution multi".split())
"""Keys of a name that say nothing of who it is: Crossref's and citeproc's."""


def encode_names(value: NameList) -> Raws:
    """Return the name objects, their ORCIDs, and whether the printed list was incomplete."""
    people = tuple([name.as_csl() for name in value.names] for _ in range(bool(value.names)))
    orcids = [name.orcid or None for name in value.names]
    return people, (orcids,) if any(orcids) else (), (True,) if value.et_al else ()


def _decode_list(raws: Raws) -> Decoded:
    values = next(raw[0] for raw in reversed(raws) if raw)
    if isinstance(values, str):
        values = csl.unpack_list(decode_entities(values))
    if not isinstance(values, list | tuple):
        return Decoded(None)
    if not all(isinstance(value, str) for value in values):
        unused = () if all(isinstance(value, str | int | dict) for value in values) else ((0, 0),)
        return Decoded(tuple(map(decode_entities, texts_of(values))) or None, unused)
    return Decoded(tuple(map(decode_entities, values)) or None)


def list_codec(keys: tuple[str, ...]) -> Codec:
    """Return the codec of a list variable, ``keyword`` or ``categories``, for its keys."""
    name = keys[0]

    def encode(values: tuple[str, ...]) -> Raws:
        flat = dict(csl.pack_list(name, tuple(map(escape_entities, values))))
        return tuple((flat[key],) if key in flat else () for key in keys)

    return Codec(_decode_list, encode)


def _decode_json_names(raws: Raws) -> Decoded:
    decoded = decode_names(raws)
    value = decoded.value
    if value is None or not any("&" in str(name) for name in value.names):
        return decoded
    return decoded._replace(value=_with_parts(value, decode_entities))


def _encode_json_names(value: NameList) -> Raws:
    return encode_names(_with_parts(value, escape_entities))


def _with_parts(value: NameList, change: Callable[[str], str]) -> NameList:
    names = tuple(
        Name.unchecked(**{part: change(text) for part, text in vars(name).items()})
        if "&" in str(name)
        else name
        for name in value.names
    )
    return NameList(names, value.et_al)


def _decode_doi(raw: Raw) -> str | None:
    text = as_text(raw)
    return text if text is None or text.startswith("10.") else bare_doi(text) or text


DOI = single(_decode_doi, same)
"""A DOI; the address of its resolver is taken off."""

TEXT = single(_decode_text, escape_entities)
DATE = Codec(_decode_date, lambda date: ((date.as_csl(),),))
NAMES = Codec(_decode_json_names, _encode_json_names)
# Of CSL's two lists one is a text, which does not always show where a value ends.
KEYWORD = list_codec(("keyword", "lists/keyword"))
CATEGORIES = list_codec(("categories",))
