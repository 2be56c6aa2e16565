"""CSL-JSON as people, scripts and language models write it, as the schema has it.

Keys of BibTeX, Crossref and Zotero, types under other names, arrays where a text belongs, a year
without a date: what such an item plainly means is read, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isnan
from typing import Any

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.model import VARIABLES, ItemType
from refconv.values.json_codecs import first_text, object_of, texts_of
from refconv.values.pages import normal_pages
from refconv.values.structured_dates import date_of_json

# ── keys ──────────────────────────────────────────────────────────────────────────────────────────

_KEYS = """
id                  id key citekey citationkey bibkey
type                type entrytype itemtype typeofwork
title               title
author              authors creator creators authorlist
editor              editors
container-title     journal journaltitle publicationtitle booktitle publicationname venue container
container-title     proceedingstitle
container-title-short shortcontainertitle journalabbrev journalabbreviation
collection-title    series seriestitle
issued              year date publicationdate publicationyear published pubdate pubyear
page                pages pagerange
issue               journalissue
abstract            abstractnote summary
keyword             keywords tags subjects
URL                 link
language            lang
publisher           institution school university
publisher-place     address place location publisherlocation
accessed            accessdate urldate
number              articlenumber reportnumber
number-of-pages     numpages
note                notes extra
PMID                pubmedid
PMCID               pmcid pmc
"""


def bare(key: str) -> str:
    """Return a key in small letters, without what stands between its words.

    >>> bare("Container_Title")
    'containertitle'
    """
    return re.sub(r"[\s_-]", "", key).lower()


NAMES_OF_KEYS: Mapping[str, str] = {
    **{key: name for name, *keys in (line.split() for line in _KEYS.strip().split("\n"))
       for key in keys},
    **{bare(one.name): one.name for one in VARIABLES},
}  # fmt: skip
"""The variable of each key that other programs write, in small letters alone."""

_PARTS_OF_DATE = ("month", "day", "season")
_JOURNAL = frozenset({"journal", "journaltitle", "publicationtitle", "publicationname"})

# ── types ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
article-journal     journal journalpaper researcharticle editorial letter jour
article-magazine    magazine
article-newspaper   newspaper news
article             preprint postedcontent
book                monograph editedbook referencebook proceedings collection booklet ebook mvbook
chapter             chap bookchapter booksection bookpart inbook incollection inreference
paper-conference    inproceedings conference conferencepaper proceedingsarticle
paper-conference    conferenceproceedings
thesis              thes phdthesis mastersthesis dissertation
report              rprt techreport technicalreport whitepaper
manuscript          unpublished
webpage             online electronic website misconline www
post-weblog         blogpost blog
post                forumpost
software            computerprogram
motion_picture      film videorecording movie
song                audiorecording music
graphic             artwork image
speech              presentation talk
personal_communication email instantmessage
legal_case          case
legislation         statute
entry-encyclopedia  encyclopediaarticle
entry-dictionary    dictionaryentry
entry               referenceentry
review              peerreview
document            misc other manual component generic
"""
KINDS_OF_TYPES: Mapping[str, str] = {
    **{native: kind for kind, *natives in (line.split() for line in _TYPES.strip().split("\n"))
       for native in natives},
    **{form: str(kind) for kind in ItemType for form in (
        bare(kind), bare("".join(reversed(re.split("[-_]", kind)))))},
}  # fmt: skip
"""The CSL type of each type that other programs write; ``journalArticle`` is article-journal."""

CSL_TYPES = frozenset(map(str, ItemType))

# ── items ─────────────────────────────────────────────────────────────────────────────────────────

_KINDS: Mapping[str, str] = {one.name: one.kind for one in VARIABLES}
_TEXTS = ("text", "number")
_REGULAR: Mapping[str, type | tuple[type, ...]] = {
    "text": (str, int, float),
    "number": (str, int, float),
    "date": dict,
    "names": list,
    "list": (str, list),
}


_NO_PARTS: tuple[Any, ...] = (None, [], [[]], [[None]], [[""]])
"""What programs write for the parts of a date that they do not know."""


def is_regular(item: Mapping[str, Any], known: frozenset[str]) -> bool:
    """Return whether an item has the keys, the type and the kinds of values that CSL has."""
    kind: Any = item.get("type")
    if not isinstance(kind, str) or kind not in CSL_TYPES:
        return False
    for key, value in item.items():
        kind = _KINDS.get(key)
        if kind is None and key not in known and key != "custom":
            return False
        if kind is not None and (not isinstance(value, _REGULAR[kind]) or not value):
            return False
        if kind == "names" and _has_whole_names(value):
            return False
        if kind == "date" and len(value) == 1 and value.get("date-parts", 1) in _NO_PARTS:
            return False
    return True


def tidied(
    item: Mapping[str, Any], known: frozenset[str]
) -> tuple[dict[str, Any], dict[str, Problem]]:
    """Return an item with CSL's keys, type and kinds of values, and what was read in which way.

    Args:
        item: The item.
        known: The keys that the format has.

    >>> tidied({"type": "article", "journal": "J", "year": 2010}, frozenset())[0]
    {'type': 'article-journal', 'container-title': 'J', 'issued': {'year': 2010}}
    """
    found: dict[str, Problem] = {}
    tidy: dict[str, Any] = {}
    for key, value in item.items():
        name = key if key in known or key == "custom" else _name_of(key, item, tidy)
        if _is_void(name, value):
            continue
        tidy[name] = value
        if name != key and name in known:
            if name == "page":
                tidy[name] = normal_pages(first_text(value))
            found[f"key {key}"] = problem(Code.UNKNOWN_KEY, "other", key=key, taken=name)
    _take_date(item, tidy, known)
    _take_identifiers(tidy)
    _take_parts(tidy, found, known)
    for name, value in [*tidy.items()]:
        if _KINDS.get(name) in _TEXTS and isinstance(value, list | dict):
            tidy |= _text_of(name, value)
        elif _KINDS.get(name) == "names" and _has_whole_names(value):
            found[f"names {name}"] = problem(Code.BAD_NAME, "whole", role=name)
    _take_type(item, tidy, found)
    return tidy, found


def _name_of(key: str, item: Mapping[str, Any], tidy: Mapping[str, Any]) -> str:
    """Return the variable that a key stands for; the key itself if it stands for none."""
    name = NAMES_OF_KEYS.get(bare(key))
    return key if name is None or name in item or name in tidy else name


def _is_void(name: str, value: Any) -> bool:
    """Return whether a value says nothing: null, not a number, a date without a year."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return True
    if _KINDS.get(name) != "date" or not isinstance(value, dict) or value.keys() - {"date-parts"}:
        return False
    return not any(_texts_in(value.get("date-parts")))


def _texts_in(raw: Any) -> Iterator[str]:
    return texts_of(raw) if isinstance(raw, list | str) else iter(())


def _take_date(item: Mapping[str, Any], tidy: dict[str, Any], known: frozenset[str]) -> None:
    """Join year, month and day where each has a key of its own, or a date beside a year."""
    parts = {part: tidy[part] for part in _PARTS_OF_DATE if part in tidy and part not in known}
    if isinstance(tidy.get("issued"), str | int | float) and (parts or "year" in item):
        date = date_of_json({"year": tidy["issued"], **parts})
        if date is not None and date.start is not None:
            tidy["issued"] = {"year": tidy["issued"], **parts}
            for part in parts:
                del tidy[part]
    year, date = tidy.get("year"), date_of_json(tidy.get("issued"))
    if year is not None and date is not None and str(date.year) == first_text(year):
        del tidy["year"]


def _take_identifiers(tidy: dict[str, Any]) -> None:
    """Read BibJSON's list of identifiers: ``[{"type": "doi", "id": "10.1000/182"}]``."""
    listed = tidy.get("identifier")
    rest = []
    for one in listed if isinstance(listed, list) else []:
        number = object_of(one)
        name = NAMES_OF_KEYS.get(bare(first_text(number.get("type"))), "")
        if name in _IDENTIFIERS and name not in tidy and first_text(number.get("id")):
            tidy[name] = number["id"]
        else:
            rest.append(one)
    if isinstance(listed, list):
        tidy["identifier"] = rest
        if not rest:
            del tidy["identifier"]


def _take_parts(tidy: dict[str, Any], found: dict[str, Problem], known: frozenset[str]) -> None:
    """Join title and subtitle, and the first and the last page."""
    title, subtitle = first_text(tidy.get("title")), first_text(tidy.get("subtitle"))
    if title and subtitle and "subtitle" not in known:
        tidy["title"] = title if subtitle in title else f"{title}: {subtitle}"
        del tidy["subtitle"]
        found["key subtitle"] = problem(Code.UNKNOWN_KEY, "other", key="subtitle", taken="title")
    ends = {end: next((key for key in tidy if bare(key) in names), "") for end, names in _ENDS}
    if ends["first"] and "page" not in tidy:
        pages = [first_text(tidy.pop(key)) for key in ends.values() if key]
        tidy["page"] = "-".join(dict.fromkeys(filter(None, pages)))
        key = ends["first"]
        found[f"key {key}"] = problem(Code.UNKNOWN_KEY, "other", key=key, taken="page")


_ENDS = (
    ("first", frozenset({"firstpage", "startpage", "pagestart", "spage"})),
    ("last", frozenset({"lastpage", "endpage", "pageend", "epage"})),
)

_IDENTIFIERS = frozenset({"DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL"})


def _text_of(name: str, value: Any) -> dict[str, Any]:
    """Return a text for an array or an object, and what of it does not fit under another key."""
    texts = [*dict.fromkeys(texts_of(value))]
    if not texts:
        return {name: value}
    if name in ("ISSN", "ISBN"):
        return {name: ", ".join(texts)}
    return {name: texts[0], **({f"{name}[1]": texts[1:]} if len(texts) > 1 else {})}


_PARTS_OF_NAMES = frozenset(
    "family given literal suffix dropping-particle non-dropping-particle".split()
)


def _has_whole_names(value: Any) -> bool:
    people = value if isinstance(value, list) else [value]
    return any(
        isinstance(one, str) or (isinstance(one, dict) and _PARTS_OF_NAMES.isdisjoint(one))
        for one in people
    )


def _take_type(item: Mapping[str, Any], tidy: dict[str, Any], found: dict[str, Problem]) -> None:
    """Read a type under another name; an item without one is what its variables show."""
    native = first_text(tidy.get("type"))
    kind = native if native in CSL_TYPES else KINDS_OF_TYPES.get(bare(native), native)
    has_journal = any(bare(key) in _JOURNAL for key in item)
    if kind == "article" and has_journal:
        # BibTeX's article.
        kind = "article-journal"
    if not kind:
        kind = "article-journal" if has_journal else _type_of_variables(tidy)
        found[f"no type {kind}"] = problem(Code.MISSING_TYPE, "items", taken=kind)
    elif native not in (kind, "article"):
        found[f"type {native}"] = problem(Code.UNKNOWN_TYPE, "other", type=native, taken=kind)
    tidy["type"] = kind


def _type_of_variables(item: Mapping[str, Any]) -> str:
    if "ISBN" in item:
        return "chapter" if "container-title" in item else "book"
    if "ISSN" in item or ("container-title" in item and {"volume", "issue", "page"} & item.keys()):
        return "article-journal"
    return "webpage" if "URL" in item and not {"DOI", "publisher"} & item.keys() else "document"


def has_variables(item: Mapping[str, Any], known: frozenset[str]) -> bool:
    """Return whether an object has any key of an item."""
    if any((key in known or bare(key) in NAMES_OF_KEYS) and bare(key) != "type" for key in item):
        return True
    kind = bare(first_text(item.get("type")))
    return kind in KINDS_OF_TYPES
