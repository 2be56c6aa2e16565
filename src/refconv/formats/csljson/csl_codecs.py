"""Codecs of CSL-JSON: texts, dates, names and lists."""

from __future__ import annotations

import re
from typing import Any

from refconv.core import csl
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, NameList, Raw, Raws
from refconv.core.model import Date, Name
from refconv.values.combinators import same, single

_SURROGATES = re.compile("[\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Return whether a text survives as JSON unchanged."""
    return text.isascii() or _SURROGATES.search(text) is None


def without_surrogates(text: str) -> str:
    """Return a text with replacement characters for lone surrogates, which JSON cannot hold."""
    return text if is_plain(text) else _SURROGATES.sub("\ufffd", text)


def as_text(raw: Raw) -> str | None:
    """Read a text or number; JSON's booleans are neither."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    return str(raw)


def _decode_date(raws: Raws) -> Decoded:
    raw = raws[0][0]
    date = Date.from_csl(raw) if isinstance(raw, dict) else None
    if isinstance(raw, str):
        # The CSL specification allows an EDTF string, its schema does not.
        date = Date.of(raw)
    if date is None:
        return _impossible(raw)
    return Decoded(date, () if _covers(raw, date) else ((0, 0),))


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
    if isinstance(raw, str):
        return True
    filled = {key for key, value in raw.items() if value not in (None, "", False, 0)}
    return filled <= {*date.as_csl(), "literal", "raw"} and not (
        {"literal", "raw"} <= filled
        or ("literal" in filled and "date-parts" in filled and not date.literal)
    )


def decode_names(raws: Raws) -> Decoded:
    """Read name objects, with the ORCIDs and et al. that ``custom.refconv`` holds of them."""
    listed, orcids, et_al = raws
    names: list[Name] = []
    complete = True
    people = listed[0] if listed else []
    ids = orcids[0] if orcids else []
    if not isinstance(people, list) or not isinstance(ids, list):
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    if not all(isinstance(orcid, str | None) for orcid in ids):
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    for person, orcid in zip(people, [*ids, *[None] * len(people)], strict=False):
        name = Name.from_csl(person, orcid or "") if isinstance(person, dict) else None
        if isinstance(person, str) and person:
            name = Name(literal=person, orcid=orcid or "")
        complete = complete and name is not None and name.as_csl() == person
        if name is not None:
            names.append(name)
    if not names and not et_al:
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    unused = () if complete or not listed else ((0, 0),)
    return Decoded(NameList(tuple(names), bool(et_al)), unused)


def encode_names(value: NameList) -> Raws:
    """Return the name objects, their ORCIDs, and whether the printed list was incomplete."""
    people = tuple([name.as_csl() for name in value.names] for _ in range(bool(value.names)))
    orcids = [name.orcid or None for name in value.names]
    return people, (orcids,) if any(orcids) else (), (True,) if value.et_al else ()


def _decode_list(raws: Raws) -> Decoded:
    values = next(raw[0] for raw in reversed(raws) if raw)
    if isinstance(values, str):
        values = csl.unpack_list(values)
    if not isinstance(values, list | tuple) or not all(isinstance(v, str) for v in values):
        return Decoded(None)
    return Decoded(tuple(values) or None)


def list_codec(keys: tuple[str, ...]) -> Codec:
    """Return the codec of a list variable, ``keyword`` or ``categories``, for its keys."""
    name = keys[0]

    def encode(values: tuple[str, ...]) -> Raws:
        flat = dict(csl.pack_list(name, values))
        return tuple((flat[key],) if key in flat else () for key in keys)

    return Codec(_decode_list, encode)


TEXT = single(as_text, same)
DATE = Codec(_decode_date, lambda date: ((date.as_csl(),),))
NAMES = Codec(decode_names, encode_names)
# Of CSL's two lists one is a text, which does not always show where a value ends.
KEYWORD = list_codec(("keyword", "lists/keyword"))
CATEGORIES = list_codec(("categories",))
