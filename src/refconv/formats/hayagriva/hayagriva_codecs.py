"""Codecs of Hayagriva: texts with protected capitals, names, dates, and values that typst checks.

Typst refuses a whole file for one date, language, address or number that is none, so such values
are not written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, NameList, Raw, Raws
from refconv.core.model import Name
from refconv.values.combinators import first_of
from refconv.values.date_fields import decode_one
from refconv.values.identifiers import bare_doi
from refconv.values.inverted_names import decode_name, encode_name
from refconv.values.markup import plain, runs

# ── texts ─────────────────────────────────────────────────────────────────────────────────────────

_NOCASE = '<span class="nocase">'
_MARK = re.compile(r"\\([{}$\\])|([{}])|(\$[^$]{1,500}\$)")
_SPECIAL = re.compile(r"[{}$\\]")


def decode_text(raw: Raw) -> str | None:
    r"""Read a text: what stands in braces keeps its capitals.

    >>> decode_text("The {SARS} virus")
    'The <span class="nocase">SARS</span> virus'
    """
    if not isinstance(raw, str):
        return None
    parts: list[str] = []
    opened: list[int] = []
    place = 0
    for match in _MARK.finditer(raw):
        parts.append(raw[place : match.start()])
        place = match.end()
        if match[2] == "{":
            opened.append(len(parts))
            parts.append("{")
        elif match[2] and opened:
            begun = opened.pop()
            parts[begun] = "" if opened else _NOCASE
            parts.append("" if opened else "</span>")
        else:
            parts.append(match[1] or match[0])
    return "".join((*parts, raw[place:])) or None


def encode_text(text: str) -> str:
    """Write a text as :func:`decode_text` reads it; other markup than protected capitals goes."""
    for written in (_braced(text), _escaped(plain(text))):
        if plain_but_nocase(decode_text(written) or "") == plain_but_nocase(text):
            return written
    return _escaped(plain(text))


def plain_but_nocase(text: str) -> str:
    """Remove CSL's markup from a text, but that of protected capitals."""
    return "".join(
        _spelled(kind, run) if kind == "text" or run == _NOCASE else "" for kind, run in runs(text)
    )


def _spelled(kind: str, run: str) -> str:
    return run if kind in ("text", "open") else "</span>"


def _braced(text: str) -> str:
    pieces = []
    for kind, run in runs(text):
        if kind == "text":
            pieces.append(_escaped(run))
        elif run == _NOCASE:
            pieces.append("{" if kind == "open" else "}")
    return "".join(pieces)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def text_codec(keys: int = 1, *, repeats: bool = False) -> Codec:
    """Return the codec of a text in the first of some keys."""
    return first_of(decode_text, encode_text, keys=keys, repeats=repeats)


def verbatim_codec(
    keys: int = 1, is_legal: Callable[[str], object] = lambda _: True, *, repeats: bool = False
) -> Codec:
    """Return the codec of a text as it is, in the first of some keys.

    Args:
        keys: How many keys there are.
        is_legal: Whether typst accepts a text; any other is not written.
        repeats: As for :func:`first_of`.
    """
    plain_codec = first_of(_as_text, keys=keys, repeats=repeats)

    def encode(value: str) -> Raws:
        return plain_codec.encode(value) if is_legal(value) else ((),) * keys

    return Codec(plain_codec.decode, encode)


def _as_text(raw: Raw) -> str | None:
    return raw if isinstance(raw, str) and raw else None


_URL = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{1,20}://(?:[\w.~%-]{1,99}@)?[\w-][\w.-]{0,250}(?::\d{1,5})?(?:[/?#]\S*)?"
    r"|(?:mailto|urn|doi):\S+"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_DURATION = re.compile(r"(?:\d{1,3}:){1,3}\d\d(?:,\d{1,3})?")


def is_url(text: str) -> bool:
    """Return whether a text is an absolute address."""
    return _URL.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Return whether a text is a Unicode language identifier."""
    return _LANGUAGE.fullmatch(text) is not None


def is_count(text: str) -> bool:
    """Return whether a text is a whole number."""
    return text.isascii() and text.isdecimal() and len(text) < 10


def is_duration(text: str) -> bool:
    """Return whether a text is a time such as ``01:42:21,802``."""
    return _DURATION.fullmatch(text) is not None


DOI = first_of(lambda raw: bare_doi(raw) if isinstance(raw, str) else None, keys=2)

# ── dates ─────────────────────────────────────────────────────────────────────────────────────────


def date_codec(keys: int) -> Codec:
    """Return the codec of a date in the first of some keys."""

    def decode(raws: Raws) -> Decoded:
        position, texts = next((p, raw) for p, raw in enumerate(raws) if raw)
        text = texts[0]
        others = tuple(
            (p, i)
            for p, raw in enumerate(raws)
            for i, other in enumerate(raw)
            if (p, i) != (position, 0) and other != text
        )
        if not isinstance(text, str) or not text.strip():
            return Decoded(None)
        text = text.strip().zfill(4) if text.strip().isdecimal() else text.strip()
        # Typst's mark of an approximate date stands before it.
        date = Date.from_edtf(f"{text[1:]}~" if text.startswith("~") else text)
        if date is not None:
            return Decoded(date, others)
        decoded = decode_one(((text,),))
        return Decoded(decoded.value, others, decoded.problem)

    return Codec(decode, lambda date: (_encode_date(date), *[()] * (keys - 1)))


def _encode_date(date: Date) -> tuple[str, ...]:
    """Write a day, a month or a year; of an interval and a season only that."""
    if not date.points or not -9999 <= date.points[0].year <= 9999:
        return ()
    point = date.points[0]
    text = ("-" if point.year < 0 else "") + f"{abs(point.year):04d}"
    text += "" if point.month is None else f"-{point.month:02d}"
    text += "" if point.day is None else f"-{point.day:02d}"
    return (("~" if point.circa or point.uncertain else "") + text,)


# ── names ─────────────────────────────────────────────────────────────────────────────────────────

_PARTS = {"name": "family", "given-name": "given", "prefix": "non_dropping_particle", "suffix": ""}


def names_codec(keys: int = 1) -> Codec:
    """Return the codec of the names of the first of some keys; others are kept."""

    def decode(raws: Raws) -> Decoded:
        places = [(p, i) for p, listed in enumerate(raws) for i in range(len(listed))]
        found: tuple[Name, ...] = ()
        unused: list[tuple[int, int]] = []
        for position, i in places:
            listed = raws[position][i]
            people = listed if isinstance(listed, list) else [listed]
            names = [_name(one) for one in people]
            kept = tuple(name for name in names if name is not None)
            if found or not kept:
                unused += [(position, i)] if kept != found else []
                continue
            found = kept
            is_whole = None not in names and not any(_has_more(one) for one in people)
            unused += [] if is_whole else [(position, i)]
        return Decoded(NameList(found) if found else None, tuple(unused))

    def encode(value: NameList) -> Raws:
        people = [_person(name) for name in value.names]
        return (([*people],) if people else (), *[()] * (keys - 1))

    return Codec(decode, encode)


def _has_more(raw: Any) -> bool:
    return isinstance(raw, dict) and not {*raw} <= {*_PARTS}


def _name(raw: Any) -> Name | None:
    """Read a person: a text as BibTeX has it, or its parts."""
    if isinstance(raw, str):
        return decode_name(raw) if raw.strip() else None
    if not isinstance(raw, dict):
        return None
    texts = {key: value for key, value in raw.items() if isinstance(value, str) and value.strip()}
    family, given = texts.get("name", ""), texts.get("given-name", "")
    prefix, suffix = texts.get("prefix", ""), texts.get("suffix", "")
    if not (family or given or prefix or suffix):
        return None
    if not (given or prefix or suffix) and re.search(r"[\s,]", family):
        return Name(literal=family)
    return Name(family=family, given=given, non_dropping_particle=prefix, suffix=suffix)


def _person(name: Name) -> str | dict[str, str]:
    """Write a person as a text if that is read as the same, else in parts."""
    bare = Name.unchecked(**{k: v for k, v in vars(name).items() if k != "orcid" and v})
    text = name.literal or encode_name(bare)
    if text.strip() == text and text.isprintable() and decode_name(text) == bare:
        return text
    if name.literal:
        return {"name": name.literal}
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    parts = {
        "name": name.family or name.given,
        "given-name": given if name.family else name.dropping_particle,
        "prefix": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}
