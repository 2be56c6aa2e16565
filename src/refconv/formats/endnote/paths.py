"""The paths of EndNote's XML: what they are, their order, and what an element at one can hold.

A path leads from the record to an element (``titles/title``), or to an attribute of it
(``database@path``). Source: what EndNote exports, and its document type (RSXML.dtd).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from refconv.formats.endnote.generic_fields import PATHS
from refconv.formats.endnote.styles import idempotent_text, tidy
from refconv.formats.endnote.types import FALLBACK, NUMBERS, native_type

TYPE = "ref-type@name"
"""The path of a record's type; beside it stands its number."""

NUMBER = "ref-type"
LABEL = "label"

_ORDER = """
    database source-app rec-number foreign-keys ref-type contributors auth-address auth-affiliation
    titles periodical alt-periodical pages volume number issue secondary-volume secondary-issue
    num-vols edition section reprint-edition reprint-status keywords dates pub-location publisher
    orig-pub isbn accession-num call-num report-id coden electronic-resource-num abstract label
    image caption notes research-notes work-type reviewed-item availability remote-source
    meeting-place work-location work-extent pack-method size repro-ratio remote-database-name
    remote-database-provider language urls access-date modified-date custom1 custom2 custom3
    custom4 custom5 custom6 custom7 misc1 misc2 misc3
    contributors/authors contributors/secondary-authors contributors/tertiary-authors
    contributors/subsidiary-authors contributors/translated-authors titles/title
    titles/secondary-title titles/tertiary-title titles/alt-title titles/short-title
    titles/translated-title periodical/full-title periodical/abbr-1 dates/year dates/pub-dates
    urls/web-urls urls/pdf-urls urls/text-urls urls/related-urls urls/image-urls
""".split()
_RANKS = {path: rank for rank, path in enumerate(_ORDER)}
_PATH = re.compile(r"[A-Za-z_][\w.-]*(?:/[A-Za-z_][\w.-]*){0,7}(?:@[A-Za-z_][\w.-]*)?", re.ASCII)
# What is an element of its own kind.
_RESERVED = frozenset({"record", "style"})
# Elements whose lines are values of their own.
LISTS = frozenset({"isbn"})
# Elements that have no style.
PLAIN = frozenset({"database", "source-app", "rec-number", "foreign-keys", "ref-type"})


@lru_cache(1024)
def rank(path: str) -> tuple[int, int]:
    """Return a path's place among others: elements stand in the order of the document type."""
    parts = path.partition("@")[0].split("/")
    return _RANKS.get(parts[0], len(_RANKS)), _RANKS.get("/".join(parts[:2]), len(_RANKS))


def is_plain(path: str) -> bool:
    """Return whether an element's texts have no faces."""
    return path in LISTS or path.partition("/")[0] in PLAIN


def flat(text: str) -> str:
    """Return a text in one line."""
    return " ".join(tidy(text).split("\n"))


def number_of(native: str) -> str:
    """Return the number of a type, or that of :data:`FALLBACK` if it has none."""
    return NUMBERS.get(native, NUMBERS[FALLBACK[0]])


def carry(key: str, raw: Any) -> str | None:
    """Return a value as :func:`split` returns it; ``None`` if it would not be under its key."""
    path = PATHS.name_of(key)
    if not isinstance(raw, str) or not is_legal_path(path):
        return None
    value = flat(raw) if "@" in path or is_plain(path) else idempotent_text(raw)
    return value if value and PATHS.key_of(path, value) == key else None


def is_legal_path(path: str) -> bool:
    """Return whether an element or attribute can have a path."""
    if path == TYPE or _PATH.fullmatch(path) is None:
        return False
    return not _RESERVED.intersection(path.partition("@")[0].split("/"))


def legal_id(key: str) -> str:
    """Return the nearest id that an element can hold."""
    return idempotent_text(key)


def is_legal_type(native: str) -> bool:
    """Return whether a text can be written as a type and is read as itself."""
    return bool(native) and native == native_type(flat(native))
