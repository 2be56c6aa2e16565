"""Codecs of printed values, one for each kind of label.

They only decode; ``encode`` returns its value, since free text is never written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name
from refconv.values.combinators import same, single
from refconv.values.dates import read_date
from refconv.values.identifiers import ORCID_FORM
from refconv.values.names import parse_names, parse_person
from refconv.values.printed_identifiers import clean_arxiv

# ── texts ─────────────────────────────────────────────────────────────────────────────────────────

_QUOTES = {
    '"': '"', "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u00bb": "\u00ab",
    "\u2018": "\u2019", "\u201a": "\u2018\u2019", "\u2039": "\u203a", "'": "'", "`": "'",
    "\u201d": "\u201d",
    "\u300e": "\u300f", "\u300c": "\u300d", "\u300a": "\u300b", "\u3008": "\u3009",
}  # fmt: skip
_TITLE_EDGES = " \t\u00a0,;:"


def clean_text(raw: str) -> str | None:
    r"""Return a text in one line, without separators at its ends.

    >>> clean_text(" University\nPress, ")
    'University Press'
    """
    return " ".join(raw.split()).strip(_TITLE_EDGES) or None


def clean_title(raw: str) -> str | None:
    """Return a title without outer quotes and final stop; "et al." and "Inc." keep theirs.

    >>> clean_title("“A study of cells.”")
    'A study of cells'
    """
    text = " ".join(raw.split()).strip(_TITLE_EDGES)
    text = _without_stop(text)
    inner = text[1:-1]
    if (
        len(text) > 2
        and text[-1] in _QUOTES.get(text[0], "")
        and not set(inner) & {text[0], text[-1]}
    ):
        text = _without_stop(inner.strip(_TITLE_EDGES))
    return text or None


_KEEPS_STOP = lazy_pattern(
    r"(?:\b(?:[^\W\d_]\.)+[^\W\d_]|\bInc|\bCo|\bLtd|\bal|\betc|\bvs|\.\.)\.\Z"
)


def _without_stop(text: str) -> str:
    return text[:-1].rstrip() if text.endswith(".") and not _KEEPS_STOP.search(text[-12:]) else text


_UNABBREVIATED = lazy_pattern(r"\A[^.]*\.\Z")


def clean_container(raw: str) -> str | None:
    """Return a container without outer quotes; the stop of an abbreviation stays.

    >>> clean_container("Acc. Chem. Res."), clean_container("Nature.")
    ('Acc. Chem. Res.', 'Nature')
    """
    text = " ".join(raw.split()).strip(_TITLE_EDGES)
    return (
        clean_title(text) if _UNABBREVIATED.match(text) or text[:1] in _QUOTES else text
    ) or None


def _joined_by(decode: Callable[[str], str | None], joint: str) -> Codec:
    """Make a codec for a text that may be printed in several parts."""

    def decode_all(raws: Raws) -> Decoded:
        texts = dict.fromkeys(text for raw in raws[0] if (text := decode(raw)))
        return Decoded(joint.join(texts) or None)

    return Codec(decode_all, same)


TEXT = single(clean_text, same)
TITLE = single(clean_title, same)
CONTAINER = single(clean_container, same)
NOTE = _joined_by(clean_text, "; ")

# ── names and dates ───────────────────────────────────────────────────────────────────────────────

_ORCID = lazy_pattern(rf"(?:https?://)?(?:orcid\.org/)?({ORCID_FORM})\s*\Z", re.ASCII)


def _decode_names(raws: Raws) -> Decoded:
    """Parse name lists; a contributor block names one person a value, and is preferred."""
    printed, block = raws[0], raws[1] if len(raws) > 1 else ()
    lists = [parse_names(raw) for raw in printed]
    names = tuple(name for names in lists for name in names.names)
    et_al = any(names.et_al for names in lists)
    if not block:
        return Decoded(NameList(names, et_al) if names or et_al else None)
    people = tuple(person for raw in block if (person := _contributor(raw)))
    known = {person.family or person.literal for person in people}
    unused = tuple(
        (0, i)
        for i, printed_names in enumerate(lists)
        if any((name.family or name.literal) not in known for name in printed_names.names)
    )
    return Decoded(NameList(people), unused)


def _contributor(raw: str) -> Name | None:
    match = _ORCID.search(raw)
    name = parse_person(raw[: match.start()] if match else raw)
    if match is None or name is None:
        return name
    return Name(
        name.family, name.given, name.dropping_particle, name.non_dropping_particle, name.suffix,
        name.literal, match[1],
    )  # fmt: skip


NAMES = Codec(_decode_names, same)
DATE = single(read_date, same)

# ── numbers ───────────────────────────────────────────────────────────────────────────────────────

_DASH = lazy_pattern(r"\s?(?:-{1,3}|[\u00ad\u2010-\u2015\u2212~])\s?")
_BETWEEN_RANGES = lazy_pattern(r"\s?(?:[,;&+]|\b(?:and|und|et|y|e|и|sowie)\b)\s?")
_PAGE_WORD = lazy_pattern(
    r"\A(?:(?:pp?|pgs?|pages?|pág(?:s|inas)?|pag|ss?|seiten?|стр|с|bl|blz)\b[.:]?|S\.)\s*",
    re.IGNORECASE,
)
_PAGE_WORD_INSIDE = lazy_pattern(r"(?<=[\s,;])pp?(?:\.\s?|\s)(?=\d)")
_PAGE = lazy_pattern(r"([^\W\d_]*[.:]?)(\d+)([^\W\d_]?)")
_FIGURES = lazy_pattern(r"(\d+)\s?[-\u2010-\u2015\u2212]\s?(\d+)")


@lru_cache(8192)
def complete_pages(raw: str) -> str | None:
    """Return pages as ``503-509``: one hyphen, last pages completed, commas between ranges.

    A last page that would not be greater than the first stays as it is printed.

    >>> complete_pages("pp. 503–9")
    '503-509'
    """
    if match := _FIGURES.fullmatch(raw):
        return f"{match[1]}-{_whole(match[1], match[2])}"
    text = " ".join(raw.split()).strip(" .,;:()[]")
    text = _PAGE_WORD.sub("", text).strip(" .,;:")
    text = _PAGE_WORD_INSIDE.sub("", text)
    if text.isdecimal():
        return text
    ranges = [_range(part) for part in _BETWEEN_RANGES.split(text) if part]
    return ", ".join(ranges) or None


def _range(text: str) -> str:
    ends = _DASH.split(text)
    if len(ends) != 2:
        return "-".join(filter(None, ends)) if len(ends) > 1 else " ".join(text.split())
    first, last = (_PAGE.fullmatch(end.replace(" ", "")) for end in ends)
    if first is None or last is None:
        return "-".join(" ".join(end.split()) for end in ends if end)
    letters, end = first[1], last[2]
    if last[1] in ("", letters):
        end = _whole(first[2], end)
    return f"{first[0]}-{last[1] or letters}{end}{last[3]}"


def _whole(first: str, last: str) -> str:
    """Return the last page with the figures it shares with the first, if that makes it greater."""
    if len(last) >= len(first):
        return last
    completed = first[: len(first) - len(last)] + last
    return completed if int(completed) > int(first) else last


_VOLUME_WORD = lazy_pattern(
    r"\A(?:volumes?|vols?|bd|band|tom[eo]?|jg|jahrgang|vol|v|т|том|t)\b\.?\s*(?=[\dIVXLC])",
    re.IGNORECASE,
)
_ISSUE_WORD = lazy_pattern(
    r"\A(?:number|numéro|número|issues?|no|nos|nr|heft|h|hft|iss|fasc|n)\b\.?[º°o]?\s*(?"
    r"=[\dIVXLC])|\A[№#º°]\s*",
    re.IGNORECASE,
)
_SUPPLEMENT = lazy_pattern(r"\b(suppl|spec|pt)\.(?=\s|\Z)", re.IGNORECASE)
_NUMBER_EDGES = " \t\u00a0.,;:"


def clean_volume(raw: str) -> str | None:
    """Return a volume without "vol." and the like."""
    text = raw.strip(_NUMBER_EDGES)
    return text if text.isdecimal() else (clean_text(_VOLUME_WORD.sub("", text)) or None)


def clean_issue(raw: str) -> str | None:
    """Return an issue without "no." and brackets; "Suppl." becomes "Suppl"."""
    text = raw.strip(_NUMBER_EDGES)
    if text.isdecimal():
        return text
    if text[:1] in "([" and text[-1:] in ")]":
        text = text[1:-1]
    text = _SUPPLEMENT.sub(r"\1", _ISSUE_WORD.sub("", text))
    return clean_text(_DASH.sub("-", text))


_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first erste 1re première premiere primera prima eerste første",
            "second zweite deuxième seconde segunda seconda tweede anden",
            "third dritte troisième tercera terza derde tredje",
            "fourth vierte quatrième cuarta quarta vierde fjerde",
            "fifth fünfte cinquième quinta vijfde femte",
            "sixth sechste sixième sexta sesta zesde",
            "seventh siebte septième séptima settima",
            "eighth achte huitième octava ottava",
            "ninth neunte neuvième novena nona",
            "tenth zehnte dixième décima decima",
        ),
        1,
    )
    for word in words.split()
}
_EDITION_WORD = (
    r"(?:ed(?:n|s|ition|izione|ición|ição)?|édition|éd|aufl(?:age)?|ausg(?:abe)?|изд(?:ание)?|wyd|vyd|baskı|bs|udg|uppl|utg|kiad|painos"
    r"|uitg(?:ave)?)\.?"
)
_EDITION = lazy_pattern(
    rf"(?:(\d{{1,3}})\.?\s?(?:st|nd|rd|th|e|ème|eme|re|er|ª|º|a|d|\.|\^?[a-z]{{2}})?|([^\W\d_]+))"
    rf"\.?\s*(?:{_EDITION_WORD})?",
    re.IGNORECASE,
)
_EDITION_END = lazy_pattern(rf"(?<![\s,])[\s,]++{_EDITION_WORD}\Z", re.IGNORECASE)


def edition_number(raw: str) -> str | None:
    """Return the number of an edition, or its text if that says more.

    >>> edition_number("2nd ed."), edition_number("3., rev. ed.")
    ('2', '3., rev.')
    """
    text = " ".join(raw.split()).strip(" ,;:()")
    match = _EDITION.fullmatch(text)
    if match and match[1]:
        return match[1]
    if match and match[2].lower() in _ORDINALS:
        return str(_ORDINALS[match[2].lower()])
    if not any(map(str.isdigit, text)):
        return clean_text(raw)
    return clean_text(_EDITION_END.sub("", text))


PAGES = single(complete_pages, same)
VOLUME = single(clean_volume, same)
ISSUE = single(clean_issue, same)
EDITION = single(edition_number, same)


# ── archives ──────────────────────────────────────────────────────────────────────────────────────


def _decode_location(raws: Raws) -> Decoded:
    """Read an arXiv identifier, or else the shelf mark of an archive."""
    identifiers, shelves = raws[0], raws[1] if len(raws) > 1 else ()
    if identifiers:
        unused = tuple((1, i) for i in range(len(shelves)))
        return Decoded(clean_arxiv(identifiers[0]), unused)
    return Decoded(", ".join(filter(None, map(clean_text, shelves))) or None)


LOCATION = Codec(_decode_location, same)
