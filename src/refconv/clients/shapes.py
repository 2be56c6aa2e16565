"""Shapes of references: what of a reference decides where a program puts its values.

Most values are plain: words, a year, two pages. Where such a value goes depends on its variable and
on what kind of value it is, not on the value. Two references of one shape have the same losses, but
for the values, so that one of them need be judged, the :func:`probe`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from refconv.core.edtf import Date, Point
from refconv.core.model import VARIABLES, ItemType, Name, Reference

Shape: TypeAlias = tuple[ItemType, tuple[tuple[str, str], ...]]
"""The item type, and each attribute with the kind of its value."""

_CONTROLS = r"\x00-\x1f\x7f-\xa0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
# Entities begin with an ampersand; lines of Extra are read by colons, but not after these braces.
_LINES = re.compile(rf"[<>{{}}|~&{_CONTROLS}]")
_LATEX = re.compile(r"[^\w .,:()/'\u2019?!\u2013-]|_|--|''|[?!]{2}|TEL")
UNSAFE: Mapping[str, re.Pattern[str]] = {
    "ris": _LINES,
    "csl-json": _LINES,
    "endnote-xml": _LINES,
    "bibtex": _LATEX,
    "biblatex": _LATEX,
}
"""By format, what makes a text no plain one."""

_MARKUP = re.compile(r"[^<>]{0,300}(?:<(i|b|sub|sup)>[^<> ]{1,60}</\1>[^<>]{0,300}){1,5}")

_ID = re.compile(r"[^\W\d_]\w{2,60}")
_DIGITS = re.compile(r"[1-9][0-9]{0,5}")
_RANGE = re.compile(r"[1-9][0-9]{0,5}[-\u2013][1-9][0-9]{0,5}")
_EXACT: Mapping[str, tuple[re.Pattern[str], str]] = {
    "DOI": (re.compile(r"10\.\d{4,5}/[a-z0-9./_-]*[a-z0-9]", re.ASCII), "10.{}/zq"),
    "URL": (re.compile(r"https?://[A-Za-z0-9./?=+_-]*[A-Za-z0-9/]", re.ASCII), "https://a.org/{}"),
    "ISSN": (re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]"), "1234-5679"),
    "ISBN": (re.compile(r"97[89]-[0-9-]{13}"), "978-3-16-148410-0"),
    "PMID": (re.compile(r"[1-9][0-9]{6,7}"), "1234{}"),
    "PMCID": (re.compile(r"PMC[1-9][0-9]{5,7}"), "PMC12{}"),
}
"""Variables that are plain in one form only, and a value of that form."""

_BY_VALUE = frozenset({"genre", "language"})
"""Variables of few values, some of which mean more than a word."""
_NEVER = frozenset({"note", "annote", "archive", "archive_location", "custom", "et_al"})
"""Attributes that are never plain: notes hold fields, archives are those of preprints."""

_KINDS = {variable.attribute: variable.kind for variable in VARIABLES}


def shape_of(reference: Reference, unsafe: re.Pattern[str]) -> Shape | None:
    """Return the shape of a reference; ``None`` if one of its values is not plain."""
    kinds: list[tuple[str, str]] = []
    texts: list[str] = []
    for attribute, value in reference.given().items():
        if attribute == "type":
            continue
        if attribute in _NEVER:
            return None
        kind = _kind_of(attribute, value, unsafe)
        if not kind:
            return None
        kinds.append((attribute, kind))
        if isinstance(value, str):
            texts.append(value)
    # A value that stands twice may be found in the place of the other.
    return (reference.type, tuple(kinds)) if len({*texts}) == len(texts) else None


def _kind_of(attribute: str, value: Any, unsafe: re.Pattern[str]) -> str:
    if attribute in ("id", "citation_key"):
        return "key" if _ID.fullmatch(value) else ""
    exact = _EXACT.get(attribute)
    if exact is not None:
        with_underscore = "exact_" if "_" in value else "exact"
        return with_underscore if exact[0].fullmatch(value) else ""
    return _BY_KIND[_KINDS[attribute]](attribute, value, unsafe)


def _text(attribute: str, value: str, unsafe: re.Pattern[str]) -> str:
    tags = ""
    if "<" in value and attribute == "title" and _MARKUP.fullmatch(value):
        tags = " ".join(sorted({*_TAG.findall(value)}))
        value = _ANY_TAG.sub("", value)
    if unsafe.search(value) or "  " in value or value[-1] == " " or not value[0].isalnum():
        return ""
    if not (value.isascii() or unicodedata.is_normalized("NFC", value)):
        return ""
    if attribute in _BY_VALUE:
        # A preprint is one by its addresses too.
        return "" if value.casefold() == "preprint" else f"={value}"
    if value[0].isdigit():
        kind = "digits" if _DIGITS.fullmatch(value) else ""
        return kind or ("range" if _RANGE.fullmatch(value) else "")
    if value[-5:].casefold() == "novel" or ":" in value[:6]:
        return ""
    return ("words: words" if ":" in value else "words") + (f" <{tags}>" if tags else "")


_TAG = re.compile(r"<(\w+)>")
_ANY_TAG = re.compile(r"</?\w+>")

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d(?P<hour>\d):\d\d:\d\d")


def _date(_attribute: str, value: Date, _unsafe: re.Pattern[str]) -> str:
    point = value.start
    if not isinstance(point, Point) or not point.is_plain or value.end is not None:
        return ""
    if point.season or not 1000 <= point.year <= 9999:
        return ""
    if value.literal:
        time = _TIME.fullmatch(value.literal)
        # Zotero loses some of the times whose hour ends in zero.
        return "" if time is None else "round time" if time["hour"] == "0" else "time"
    return "day" if point.day else "month" if point.month else "year"


def _names(_attribute: str, value: tuple[Name, ...], unsafe: re.Pattern[str]) -> str:
    kinds = {_name_kind(one, unsafe) for one in value}
    if "" in kinds:
        return ""
    return " and ".join(sorted(kinds)) + ("s" if len(value) > 1 else "")


def _name_kind(name: Name, unsafe: re.Pattern[str]) -> str:
    if name.suffix or name.orcid or name.dropping_particle or name.non_dropping_particle:
        return ""
    if name.literal:
        text = name.literal
        is_plain = text.replace(" ", "").isalpha() and text[0].isupper() and " " in text
        return "body" if is_plain and not unsafe.search(text) else ""
    words = name.family.replace("-", " ").split(" ")
    if not all(len(word) > 1 and word.isalpha() and word[0].isupper() for word in words):
        return ""
    given = name.given.split(" ")
    if not name.given or not all(map(_is_given, given)):
        return ""
    composed = unicodedata.is_normalized("NFC", name.family + name.given)
    return "person" if composed else ""


def _is_given(word: str) -> bool:
    """Return whether a word is an initial with its period, or a name that is no initials."""
    if len(word) == 2 and word[1] == ".":
        return word[0].isalpha() and word[0].isupper()
    return len(word) > 1 and word.isalpha() and word[0].isupper() and word[1:].islower()


def _list(attribute: str, value: tuple[str, ...], unsafe: re.Pattern[str]) -> str:
    if attribute != "keyword" or len({*value}) != len(value):
        return ""
    for one in value:
        if "," in one or ";" in one or ":" in one or not _text("", one, unsafe):
            return ""
    return "word" if len(value) == 1 else "words"


_BY_KIND: Mapping[str, Callable[[str, Any, re.Pattern[str]], str]] = {
    "text": _text,
    "number": _text,
    "date": _date,
    "names": _names,
    "list": _list,
}

# ── the probe ─────────────────────────────────────────────────────────────────────────────────────

_WORDS = "abcdefghijklmnopqrstuvwxyz"


def probe(shape: Shape) -> Reference:
    """Return a reference of a shape; no two of its values are alike."""
    values = {
        attribute: _probe_value(attribute, kind, place)
        for place, (attribute, kind) in enumerate(shape[1])
    }
    return Reference(type=shape[0], **values)


def _word(place: int) -> str:
    return f"zq{_WORDS[place // 26]}{_WORDS[place % 26]}"


def _probe_value(attribute: str, kind: str, place: int) -> Any:
    word, number = _word(place), 1701 + place
    if attribute in _EXACT:
        underscore = "_b" if kind.endswith("_") else ""
        return _EXACT[attribute][1].format(number) + underscore
    if kind.startswith("="):
        return kind[1:]
    made: Mapping[str, Any] = {
        "key": f"{word}key",
        "digits": str(number),
        "range": f"{number}-{number + 9}",
        "words": (word, f"{word}b") if attribute == "keyword" else f"{word.title()} probe",
        "word": (word,),
        "words: words": f"{word.title()} longer: {word}",
        "year": Date.parse(str(number)),
        "month": Date.parse(f"{number}-04"),
        "day": Date.parse(f"{number}-04-17"),
        "time": Date(Point(number, 4, 17), literal=f"{number}-04-17T11:12:13"),
        "round time": Date(Point(number, 4, 17), literal=f"{number}-04-17T10:12:13"),
    }
    if " <" in kind:
        whole, _, tags = kind.partition(" <")
        marked = " ".join(f"<{tag}>{tag}mark</{tag}>" for tag in tags.rstrip(">").split())
        return f"{made[whole]} {marked}"
    return made[kind] if kind in made else _probe_names(kind, word.title())


def _probe_names(kind: str, word: str) -> tuple[Name, ...]:
    names = {
        "person": Name(family=word, given="Quentin"),
        "body": Name(literal=f"{word} Society"),
    }
    found = [names[one] for one in kind.removesuffix("s").split(" and ")]
    if kind.endswith("s") and len(found) == 1:
        other = Name(family=f"{word}son", given="R. Q.")
        found.append(other if found[0].family else Name(literal=f"{word} Club"))
    return tuple(found)
