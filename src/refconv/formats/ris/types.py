"""The types of RIS: ``TY`` beside CSL's types.

Sources: *RIS Format Specifications*, 2011 ("Reference Types"); what Zotero and EndNote write beside
them. Every pair reads, the first for a CSL type writes. Of a record without a known type, the other
fields show what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from refconv.core.model import ItemType
from refconv.formats.ris.tags import key_of, tag_of

_READ = {
    "article-journal": "JOUR EJOUR ABST INPR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    # Both Zotero and EndNote show an unpublished work as the article that a preprint is.
    "article": "UNPB",
    "periodical": "JFULL",
    "book": "BOOK EBOOK EDBOOK SER CTLG",
    "classic": "CLSWK ANCIENT",
    "chapter": "CHAP ECHAP",
    "paper-conference": "CONF CPAPER",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "thesis": "THES",
    "report": "RPRT GOVDOC",
    "standard": "STAND STD",
    "manuscript": "MANSCPT UNPD",
    "pamphlet": "PAMP",
    "webpage": "ELEC WEB",
    "post-weblog": "BLOG",
    "post": "ICOMM",
    "dataset": "DATA DBASE AGGR",
    "software": "COMP",
    "patent": "PAT",
    "bill": "BILL UNBILL",
    "legislation": "STAT",
    "regulation": "LEGAL",
    "legal_case": "CASE",
    "hearing": "HEAR",
    "personal_communication": "PCOMM",
    "interview": "INTV",
    "speech": "SLIDE",
    "broadcast": "ADVS POD",
    "motion_picture": "MPCT VIDEO MULTI",
    "song": "SOUND",
    "musical_score": "MUSIC",
    "map": "MAP",
    "graphic": "ART",
    "figure": "FIGURE CHART",
    "document": "GEN GRNT GRANT EQUA PRESS OTHER",
}

# CSL types that no RIS type stands for: each is written as the nearest one, which reads as another.
_NEAREST = {
    "review": "JOUR",
    "review-book": "JOUR",
    "entry": "ENCYC",
    "treaty": "STAT",
    "performance": "MPCT",
    "collection": "MANSCPT",
}

# Zotero writes preprints as GEN, too: what else a record has tells them apart.
_SHARED = (("GEN", ItemType.ARTICLE),)

TYPES = (
    tuple((native, ItemType(kind)) for kind, natives in _READ.items() for native in natives.split())
    + tuple((native, ItemType(kind)) for kind, native in _NEAREST.items())
    + _SHARED
)
"""Pairs of ``TY`` and CSL type."""

FALLBACK = ("GEN", ItemType.DOCUMENT)
"""What an unknown type is read as, and a CSL type without a pair is written as."""

NATIVE_KINDS = dict(reversed(TYPES))
"""The CSL type of each ``TY``."""

KNOWN_TYPES = frozenset(NATIVE_KINDS)

# Names of types, as other programs spell them where RIS has a short word.
_NAMED = {
    name.strip(): native
    for native, names in {
        "JOUR": """article, journal article, journal, research article, original article, review,
            review article, editorial, letter, article in press, early access""",
        "MGZN": "magazine, magazine article",
        "NEWS": "newspaper, newspaper article",
        "BOOK": "books, monograph, book whole, edited book, e-book",
        "CHAP": """chapter, book chapter, book section, section, inbook, incollection, book part,
            e-book chapter""",
        "CONF": """conference, conference paper, conference proceedings, conference proceeding,
            proceedings, proceedings article, proceedings paper, inproceedings, conf. paper""",
        "THES": """thesis, dissertation, phd thesis, doctoral thesis, doctoral dissertation,
            phdthesis, mastersthesis, master's thesis, masters thesis, dissertation/thesis""",
        "RPRT": "report, technical report, techreport, working paper",
        "UNPB": "preprint, posted content, posted-content, unpublished work",
        "ELEC": "website, web site, webpage, web page, online, internet, electronic",
        "DATA": "dataset, data set",
        "COMP": "software, computer program",
        "PAT": "patent",
        "STAND": "standard",
        "GEN": "generic, misc, miscellaneous",
    }.items()
    for name in " ".join(names.split()).split(",")
}


def named_type(value: str) -> str | None:
    """Return the type that a name stands for, if it is a known one.

    >>> named_type("Journal Article"), named_type("JOUR")
    ('JOUR', None)
    """
    name = value.casefold().replace("_", " ").strip()
    return _NAMED.get(name) or _NAMED.get(name.replace("-", " "))


class _Evidence(NamedTuple):
    """What shows a type: for each set of tags, one that has a value; and words in the last one."""

    native: str
    tags: tuple[frozenset[str], ...]
    words: re.Pattern[str] | None = None


def _evidence(native: str, *tags: str, words: str = "") -> _Evidence:
    found = re.compile(words, re.IGNORECASE) if words else None
    return _Evidence(native, tuple(frozenset(one.split()) for one in tags), found)


_CONFERENCE = r"\b(?:conference|proceedings|symposium|workshop|congress)\b"
_ISSUE, _JOURNAL = "VL VO IS", "JF JO JA J1 J2"
_EVIDENCE = (
    _evidence("THES", "M3", words=r"\b(?:thesis|dissertation)\b"),
    _evidence("RPRT", "M3", words=r"\breport\b"),
    _evidence("PAT", "M3", words=r"\bpatent\b"),
    _evidence("JOUR", f"{_JOURNAL} T2", _ISSUE),
    _evidence("CONF", f"{_JOURNAL} T2 BT C3", words=_CONFERENCE),
    _evidence("JOUR", _JOURNAL),
    _evidence("CHAP", "TI T1 CT", "BT"),
    _evidence("CHAP", "T2", "PB CY ED A2 A3 SN:ISBN"),
    _evidence("JOUR", "T2"),
    _evidence("JOUR", _ISSUE, "SP DO DI SN:ISSN"),
    _evidence("BOOK", "PB CY SN:ISBN"),
    _evidence("ELEC", "UR"),
)
"""In order: what a record is that has these fields, and no type."""


def evident_type(fields: Iterable[tuple[str, str]]) -> str | None:
    """Return the type that a record's fields show.

    Args:
        fields: Pairs of a tag, or a key, and a value.

    >>> evident_type([("TI", "Ponds"), ("JF", "Pond Science"), ("VL", "3")])
    'JOUR'
    """
    values: dict[str, list[str]] = {}
    for key, value in fields:
        if value:
            tag = tag_of(key)
            values.setdefault(tag, []).append(value)
            values.setdefault(key_of(tag, value), []).append(value)
    return next((one.native for one in _EVIDENCE if _is_shown(one, values)), None)


def _is_shown(evidence: _Evidence, values: dict[str, list[str]]) -> bool:
    found = [[value for tag in tags for value in values.get(tag, ())] for tags in evidence.tags]
    if not all(found):
        return False
    return evidence.words is None or any(map(evidence.words.search, found[-1]))
