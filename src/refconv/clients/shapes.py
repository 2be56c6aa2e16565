"""Shapes of references: what of a reference decides where a program puts its values.

Most values are plain: words, a year, two pages. Where such a value goes depends on its variable and
on what kind of value it is, not on the value. Two references of one shape have the same losses, but
for the values, so that one of them need be judged, the :func:`probe`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from refconv.core.edtf import Date, Point
from refconv.core.model import BY_NAME, VARIABLES, Custom, ItemType, Name, Reference

Shape: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The attributes that have a value, and the kinds of these values, the item type among them."""

_CONTROLS = r"\x00-\x1f\x7f-\xa0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
# Entities begin with an ampersand; lines of Extra are read by colons, but not after these braces.
_LINES = re.compile(rf"[<>{{}}|~&{_CONTROLS}]")
_LATEX = re.compile(r"[^\w .,:()/'\u2019?!\u2013-]|_|--|''|[?!]{2}|TEL")


class PlainText(NamedTuple):
    """What makes a text no plain one.

    ``ascii`` are the characters of ASCII that stand in plain texts, ``pairs`` the texts that do not
    although their characters do.
    """

    unsafe: re.Pattern[str]
    ascii: bytes
    pairs: tuple[str, ...]

    def has(self, text: str) -> bool:
        """Return whether a text is plain.

        >>> UNSAFE["ris"].has("Übersee"), UNSAFE["ris"].has("R&D"), UNSAFE["bibtex"].has("a--b")
        (True, False, False)
        """
        if not text.isascii():
            return not self.unsafe.search(text) and unicodedata.is_normalized("NFC", text)
        if text.encode().translate(None, self.ascii):
            return False
        # A generator for each text would take longer than the search.
        return not (self.pairs and any(pair in text for pair in self.pairs))


def _plain_text(unsafe: re.Pattern[str], pairs: tuple[str, ...] = ()) -> PlainText:
    return PlainText(unsafe, bytes(n for n in range(128) if not unsafe.search(chr(n))), pairs)


_OF_LINES = _plain_text(_LINES)
_OF_LATEX = _plain_text(_LATEX, ("--", "''", "??", "!!", "?!", "!?", "TEL"))

UNSAFE: Mapping[str, PlainText] = {
    "ris": _OF_LINES,
    "csl-json": _OF_LINES,
    "endnote-xml": _OF_LINES,
    "bibtex": _OF_LATEX,
    "biblatex": _OF_LATEX,
}
"""By format, what makes a text no plain one."""

_MARKUP = re.compile(
    r"[^<>]{0,300}(?:(?:<(i|b|sub|sup)>[^<> ](?:[^<>]{0,58}[^<> ])?</\1>"
    r"|<span class=\"nocase\">[A-Z]{2,20}</span>)[^<>]{0,300}){1,5}"
)

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

_NEVER = frozenset({"note", "annote", "archive", "archive_location"})
"""Variables that are never plain: notes hold fields, archives are those of preprints."""

_KindOf: TypeAlias = Callable[[Any, PlainText], str]


def shape_of(reference: Reference, plain: PlainText) -> Shape | None:
    """Return the shape of a reference; ``None`` if one of its values is not plain."""
    kinds: list[str] = []
    texts: list[str] = []
    given = reference.given()
    for attribute, value in given.items():
        kind_of = _KINDS.get(attribute)
        kind = kind_of(value, plain) if kind_of is not None else ""
        if not kind:
            return None
        kinds.append(kind)
        if value.__class__ is str:
            texts.append(value)
    # A value that stands twice may be found in the place of the other.
    return (tuple(given), tuple(kinds)) if len({*texts}) == len(texts) else None


def _key(value: str, _plain: PlainText) -> str:
    return "key" if _ID.fullmatch(value) else ""


def _exact(form: re.Pattern[str]) -> _KindOf:
    def kind_of(value: str, _plain: PlainText) -> str:
        if form.fullmatch(value) is None:
            return ""
        return "exact_" if "_" in value else "exact"

    return kind_of


def _is_plain(value: str, plain: PlainText) -> bool:
    return value[0].isalnum() and value[-1] != " " and "  " not in value and plain.has(value)


def _text(value: str, plain: PlainText) -> str:
    if not _is_plain(value, plain):
        return ""
    if value[0].isdigit():
        kind = "digits" if _DIGITS.fullmatch(value) else ""
        return kind or ("range" if _RANGE.fullmatch(value) else "")
    if value[-5:].casefold() == "novel" or ":" in value[:6]:
        return ""
    return "words: words" if ":" in value else "words"


def _title(value: str, plain: PlainText) -> str:
    if "<" not in value:
        return _text(value, plain)
    if not _MARKUP.fullmatch(value):
        return ""
    tags = sorted({*_TAG.findall(value)})
    # The marked words are taken for words of the text.
    bare = _ANY_TAG.sub("", value)
    kind = _text(bare, plain) if bare else ""
    return f"{kind} <{' '.join(tags)}>" if kind else ""


_TAG = re.compile(r"<(\w+)")
_ANY_TAG = re.compile(r"<[^<>]+>")


def _word_by_value(value: str, plain: PlainText) -> str:
    # A preprint is one by its addresses too.
    return f"={value}" if _is_plain(value, plain) and value.casefold() != "preprint" else ""


_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d(?P<hour>\d):\d\d:\d\d")


def _date(value: Date, _plain: PlainText) -> str:
    point = value.start
    if not isinstance(point, Point) or value.end is not None or not point.is_plain:
        return ""
    if point.season or not 1000 <= point.year <= 9999:
        return ""
    if value.literal:
        time = _TIME.fullmatch(value.literal)
        # Zotero loses some of the times whose hour ends in zero.
        return "" if time is None else "round time" if time["hour"] == "0" else "time"
    return "day" if point.day else "month" if point.month else "year"


# Names of ASCII as :func:`_name_kind` tells them.
_PERSON = re.compile(
    r"[A-Z][A-Za-z]+(?:[ -][A-Z][A-Za-z]+)*/(?:[A-Z]\.|[A-Z][a-z]+)(?: (?:[A-Z]\.|[A-Z][a-z]+))*"
)


def _names(value: tuple[Name, ...], plain: PlainText) -> str:
    kinds = {
        "person"
        if len(vars(one)) == 2 and _PERSON.fullmatch(f"{one.family}/{one.given}")
        else _name_kind(one, plain)
        for one in value
    }
    if "" in kinds:
        return ""
    return " and ".join(sorted(kinds)) + ("s" if len(value) > 1 else "")


def _name_kind(name: Name, plain: PlainText) -> str:
    if name.suffix or name.orcid or name.dropping_particle or name.non_dropping_particle:
        return ""
    if name.literal:
        text = name.literal
        is_plain = text.replace(" ", "").isalpha() and text[0].isupper() and " " in text
        return "body" if is_plain and not plain.unsafe.search(text) else ""
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


def _keywords(value: tuple[str, ...], plain: PlainText) -> str:
    if len({*value}) != len(value):
        return ""
    for one in value:
        if "," in one or ";" in one or ":" in one or not _text(one, plain):
            return ""
    return "word" if len(value) == 1 else "words"


_UNREAD = frozenset(
    f"bibtex:{key}"
    for key in """added-at bibsource biburl creationdate date-added date-modified groups interhash
    intrahash modificationdate owner timestamp""".split()
)
"""Keys of what reference managers note of an entry: no rule and no program reads them."""

_WORDS_OF_LINES = "\n".join(
    [*(name.replace("-", " ").replace("_", " ").casefold() for name in BY_NAME), *ItemType]
)
"""What lines of Extra have beside values: in these a kept value would be found."""


def _kept(value: Custom, plain: PlainText) -> str:
    """Return the keys of what is kept of reference managers; empty if anything else is kept."""
    for key, raw in value:
        if key not in _UNREAD or not isinstance(raw, str) or not raw.isascii():
            return ""
        if not raw or ":" in raw.replace("://", "") or not _is_plain(raw, plain):
            return ""
        if raw.lower() in _WORDS_OF_LINES:
            return ""
    return " ".join([key for key, _ in value])


_BY_KIND: Mapping[str, _KindOf] = {
    "text": _text,
    "number": _text,
    "date": _date,
    "names": _names,
}

_KINDS: Mapping[str, _KindOf] = {
    **{
        one.attribute: _BY_KIND[one.kind]
        for one in VARIABLES
        if one.kind in _BY_KIND and one.attribute not in _NEVER
    },
    **{attribute: _exact(form) for attribute, (form, _) in _EXACT.items()},
    # variables of few values, some of which mean more than a word
    **dict.fromkeys(("genre", "language"), _word_by_value),
    "type": lambda value, _: value,
    "id": _key,
    "citation_key": _key,
    "title": _title,
    "keyword": _keywords,
    "custom": _kept,
}
"""By attribute, the kind of a value, empty if that is not plain; the others never are."""

# ── the probe ─────────────────────────────────────────────────────────────────────────────────────

_WORDS = "abcdefghijklmnopqrstuvwxyz"


def probe(shape: Shape) -> Reference:
    """Return a reference of a shape; no two of its values are alike."""
    values = {
        attribute: _probe_value(attribute, kind, place)
        for place, (attribute, kind) in enumerate(zip(*shape, strict=True))
    }
    return Reference(**values)


def _word(place: int) -> str:
    return f"zq{_WORDS[place // 26]}{_WORDS[place % 26]}"


def _probe_value(attribute: str, kind: str, place: int) -> Any:
    word, number = _word(place), 1701 + place
    if attribute in _EXACT:
        underscore = "_b" if kind.endswith("_") else ""
        return _EXACT[attribute][1].format(number) + underscore
    if attribute == "type":
        return kind
    if kind.startswith("="):
        return kind[1:]
    if attribute == "custom":
        keys = enumerate(kind.split(" "))
        return tuple((key, f"{word.title()}{number} kept") for number, key in keys)
    if attribute == "keyword":
        return (word, f"{word}b") if kind == "words" else (word,)
    whole, _, tags = kind.partition(" <")
    made = _MADE.get(whole)
    if made is None:
        return _probe_names(kind, word.title())
    value = made(word, number)
    return " ".join((value, *map(_marked, tags.rstrip(">").split()))) if tags else value


_MADE: Mapping[str, Callable[[str, int], Any]] = {
    "key": lambda word, _: f"{word}key",
    "digits": lambda _, number: str(number),
    "range": lambda _, number: f"{number}-{number + 9}",
    "words": lambda word, _: f"{word.title()} probe",
    "words: words": lambda word, _: f"{word.title()} longer: {word}",
    "year": lambda _, number: Date(Point(number)),
    "month": lambda _, number: Date(Point(number, 4)),
    "day": lambda _, number: Date(Point(number, 4, 17)),
    "time": lambda _, number: Date(Point(number, 4, 17), literal=f"{number}-04-17T11:12:13"),
    "round time": lambda _, number: Date(Point(number, 4, 17), literal=f"{number}-04-17T10:12:13"),
}
"""By kind, a value made of a word and a number."""


def _marked(tag: str) -> str:
    if tag == "span":
        return '<span class="nocase">ZQMARK</span>'
    return f"<{tag}>{tag}mark</{tag}>"


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
