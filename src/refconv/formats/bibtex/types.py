"""Entry types and the item types of CSL.

Where CSL has more types than BibTeX, rules write the exact one into a field.
"""

from __future__ import annotations

import re

from refconv.core.model import ItemType, Reference
from refconv.formats.rules import OF_NO_TYPE, is_video

_NAMES = """
    article:article-journal article:article-magazine article:article-newspaper article:periodical
    article:review article:review-book
    book:book mvbook:book collection:book mvcollection:book proceedings:book mvproceedings:book
    manual:book reference:book mvreference:book book:classic book:collection
    booklet:pamphlet
    incollection:chapter inbook:chapter bookinbook:chapter suppbook:chapter suppcollection:chapter
    inproceedings:paper-conference conference:paper-conference
    inreference:entry-encyclopedia inreference:entry-dictionary inreference:entry
    misc:document misc:article misc:broadcast misc:dataset misc:event misc:hearing misc:interview
    misc:map misc:musical_score misc:performance misc:speech misc:standard
    dataset:dataset data:dataset standard:standard
    online:webpage electronic:webpage www:webpage webpage:webpage online:post online:post-weblog
    phdthesis:thesis mastersthesis:thesis thesis:thesis
    techreport:report report:report
    unpublished:manuscript
    patent:patent
    software:software softwareversion:software softwaremodule:software codefragment:software
    artwork:graphic image:graphic artwork:figure
    audio:song music:song movie:motion_picture video:motion_picture performance:performance
    letter:personal_communication
    legislation:legislation legislation:bill legislation:regulation legislation:treaty
    jurisdiction:legal_case legal:legislation legmaterial:legislation
    legadminmaterial:regulation constitution:legislation presentation:speech talk:speech
    periodical:periodical suppperiodical:article-journal review:review preprint:article
    misc:webpage misc:post misc:post-weblog misc:software misc:patent misc:graphic misc:figure
    misc:song misc:motion_picture misc:personal_communication misc:legislation misc:bill
    misc:regulation misc:treaty misc:legal_case
    incollection:entry-encyclopedia incollection:entry-dictionary incollection:entry
""".split()
_PAIRS = tuple(tuple(pair.split(":")) for pair in _NAMES)
TYPES = tuple((native, ItemType(kind)) for native, kind in _PAIRS)
"""Entry types and CSL's, in order."""

FALLBACK = ("misc", ItemType.DOCUMENT)

# ── plain BibTeX ──────────────────────────────────────────────────────────────────────────────────

_PLAIN = """
    thesis:phdthesis report:techreport
    online:misc electronic:misc www:misc webpage:misc
    dataset:misc data:misc standard:misc software:misc softwareversion:misc softwaremodule:misc
    codefragment:misc patent:misc artwork:misc image:misc audio:misc music:misc movie:misc
    video:misc performance:misc letter:misc legislation:misc jurisdiction:misc legal:misc
    legmaterial:misc legadminmaterial:misc constitution:misc presentation:misc talk:misc
    preprint:misc periodical:article suppperiodical:article review:article
    mvbook:book collection:book mvcollection:book reference:book mvreference:book
    mvproceedings:proceedings bookinbook:incollection suppbook:incollection
    suppcollection:incollection inreference:incollection
"""
IN_PLAIN = dict(pair.split(":") for pair in _PLAIN.split())
"""What types of biblatex are in plain BibTeX."""

IMPLIED = frozenset(
    """report online electronic www webpage dataset data standard periodical review
    performance""".split()
)
"""Types of biblatex that are not kept: biblatex writes the first of them, plain BibTeX none."""

_BELOW_DOCTOR = re.compile(
    r"\bmaster|\bm\.? ?(?:a|s|sc|phil|eng|res|ed|b\.?a)\b|\bmathesis|magister|\bmagistra"
    r"|ma[iî]trise|diplom|bachelor|\bb\.? ?(?:a|s|sc|eng)\b|\bbathesis|licen[ct]|laurea|mestrado"
    r"|graduação|\btcc\b|m[aá]ster|maestr[ií]a|undergraduate|honou?rs|specialist",
    re.IGNORECASE,
)


def is_below_doctor(genre: str) -> bool:
    """Return whether a kind of thesis is one of students: "Master's thesis", "Diplomarbeit"."""
    return _BELOW_DOCTOR.search(genre) is not None


def thesis_type(reference: Reference, native: str) -> str:
    """Return the entry type of a thesis by its genre; that of any other reference unchanged."""
    if native in ("phdthesis", "thesis") and is_below_doctor(reference.genre):
        return "mastersthesis"
    return native


def type_for_zotero(reference: Reference, native: str) -> str:
    """Return the entry type for Zotero: ``@thesis`` says no degree.

    >>> type_for_zotero(Reference("thesis"), "phdthesis")
    'thesis'
    """
    if native == "misc" and OF_NO_TYPE in reference.custom:
        return "article"
    if native == "movie" and is_video(reference):
        return "video"
    is_degree = native != "phdthesis" or reference.genre == "PhD thesis"
    return thesis_type(reference, native) if is_degree else "thesis"


def plain_type(reference: Reference, native: str) -> str:
    """Return an entry type that the styles of plain BibTeX know (*BibTeXing* 3.1).

    >>> plain_type(Reference("thesis", genre="Master's thesis"), "thesis")
    'mastersthesis'
    """
    native = thesis_type(reference, native)
    return IN_PLAIN.get(native, native)


# ── Zotero, biblatex ──────────────────────────────────────────────────────────────────────────────

_ZOTERO = frozenset(
    """collection conference inbook manual mastersthesis mvbook proceedings report thesis
    video""".split()
)


def is_known_to_zotero(native: str) -> bool:
    """Return whether Zotero's importer knows a type that is not written for it otherwise.

    It leaves out entries of all others.
    """
    return native in _ZOTERO


READ_AS = dict(reversed(TYPES))
"""The item type that each entry type is read as: the first of its pairs."""

_OF_BIBLATEX = ("thesis", "report", "dataset", "standard", "periodical", "review", "performance")
BIBLATEX_TYPES = (*((native, READ_AS[native]) for native in _OF_BIBLATEX), *TYPES)
"""The same, with the types that only biblatex has first."""
