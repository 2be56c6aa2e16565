"""Entry types and the item types of CSL.

Where CSL has more types than BibTeX, rules write the exact one into a field.
"""

from __future__ import annotations

from refconv.core.model import ItemType

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
""".split()
_PAIRS = tuple(tuple(pair.split(":")) for pair in _NAMES)
TYPES = tuple((native, ItemType(kind)) for native, kind in _PAIRS)
"""Entry types and CSL's, in order."""

FALLBACK = ("misc", ItemType.DOCUMENT)

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
