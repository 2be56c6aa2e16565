"""The types of RIS: ``TY`` beside CSL's types.

Sources: *RIS Format Specifications*, 2011 ("Reference Types"); what Zotero and EndNote write beside
them. Every pair reads, the first for a CSL type writes.
"""

from __future__ import annotations

from refconv.core.model import ItemType

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

TYPES = tuple(
    (native, ItemType(kind)) for kind, natives in _READ.items() for native in natives.split()
) + tuple((native, ItemType(kind)) for kind, native in _NEAREST.items())
"""Pairs of ``TY`` and CSL type."""

FALLBACK = ("GEN", ItemType.DOCUMENT)
"""What an unknown type is read as, and a CSL type without a pair is written as."""

KNOWN_TYPES = frozenset(native for native, _ in TYPES)
