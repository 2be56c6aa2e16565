"""EndNote's reference types, their numbers in XML, and CSL's types.

Sources: the list of reference types in EndNote's manual; the numbers in what it exports as XML.
"""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.model import ItemType, Reference
from refconv.formats.rules import OF_NO_TYPE, shows_video

# Of the types for one CSL type the first is written. 0: no export with its number was seen.
_TYPES = """
article-journal        17  Journal Article
article-journal        43  Electronic Article
article-magazine       19  Magazine Article
article-newspaper      23  Newspaper Article
article                34  Unpublished Work
book                    6  Book
book                   28  Edited Book
book                   44  Electronic Book
book                    8  Catalog
periodical             57  Serial
periodical              0  Serial Publication
classic                49  Classical Work
classic                51  Ancient Text
chapter                 5  Book Section
chapter                60  Electronic Book Section
paper-conference       10  Conference Proceedings
paper-conference       47  Conference Paper
entry-dictionary       52  Dictionary
entry-encyclopedia     53  Encyclopedia
thesis                 32  Thesis
report                 27  Report
report                 46  Government Document
standard               58  Standard
manuscript             36  Manuscript
pamphlet               24  Pamphlet
webpage                12  Web Page
webpage                48  Online Multimedia
post-weblog            56  Blog
dataset                59  Dataset
dataset                45  Online Database
dataset                55  Aggregated Database
software                9  Computer Program
patent                 25  Patent
bill                    4  Bill
legislation            31  Statute
regulation             50  Legal Rule or Regulation
legal_case              7  Case
hearing                14  Hearing
personal_communication 26  Personal Communication
motion_picture         21  Film or Broadcast
broadcast               3  Audiovisual Material
song                   61  Music
map                    20  Map
graphic                 2  Artwork
figure                 37  Figure
figure                 38  Chart or Table
document               13  Generic
document               54  Grant
document               39  Equation
"""

# CSL types that no type of all versions stands for: each is written as the nearest one, which reads
# as another.
_NEAREST = {
    "interview": "Personal Communication",
    "post": "Web Page",
    "speech": "Conference Paper",
    "review": "Journal Article",
    "review-book": "Journal Article",
    "entry": "Encyclopedia",
    "treaty": "Statute",
    "performance": "Film or Broadcast",
    "musical_score": "Music",
    "collection": "Manuscript",
    "event": "Conference Proceedings",
}

# What newer versions and other programs write.
_ALSO_READ = {
    "Interview": "interview",
    "Discussion Forum": "post",
    "Social Media": "post",
    "Podcast": "broadcast",
    "Television Episode": "broadcast",
    "Press Release": "document",
    "Multimedia Application": "software",
    "Electronic Source": "webpage",
    "Online Source": "webpage",
    "Journal": "article-journal",
    "Article": "article-journal",
    "Conference": "paper-conference",
    "Conference Proceeding": "paper-conference",
    "Dissertation": "thesis",
    "Preprint": "article",
    "Newspaper": "article-newspaper",
    "Magazine": "article-magazine",
    "Edited Book Section": "chapter",
    "Presentation": "speech",
}

_ROWS = tuple(tuple(line.split(maxsplit=2)) for line in _TYPES.strip().split("\n"))

TYPES = (
    *((native, ItemType(kind)) for kind, _, native in _ROWS),
    *((native, ItemType(kind)) for kind, native in _NEAREST.items()),
    *((native, ItemType(kind)) for native, kind in _ALSO_READ.items()),
    # Zotero's video recordings.
    ("Audiovisual Material", ItemType.MOTION_PICTURE),
)
"""Pairs of reference type and CSL type."""

FALLBACK = ("Generic", ItemType.DOCUMENT)
"""What an unknown type is read as, and a CSL type without a pair is written as."""

NUMBERS: Mapping[str, str] = {native: number for _, number, native in _ROWS if number != "0"}
"""The number that XML gives beside the name of a type."""

NAMES: Mapping[str, str] = {number: native for native, number in NUMBERS.items()}


def spelled_for_zotero(reference: Reference, native: str) -> str:
    """Return the type that Zotero reads, as it writes it.

    It has preprints as generic works; an unpublished work would be a manuscript.

    >>> spelled_for_zotero(Reference("article"), "Unpublished Work")
    'Generic'
    """
    # A performance is read as a film.
    if native == "Film or Broadcast" and shows_video(reference):
        return "Audiovisual Material"
    spelled = _SPELLED.get(native, native)
    is_article = spelled == FALLBACK[0] and OF_NO_TYPE in reference.custom
    return "Journal Article" if is_article else spelled


_SPELLED: Mapping[str, str] = {"Unpublished Work": FALLBACK[0], "Presentation": "Conference Paper"}
_SPELLINGS = {native.casefold(): native for native, _ in TYPES}


def native_type(value: str) -> str:
    """Return a type as EndNote spells it, or unchanged if EndNote has no such type."""
    return _SPELLINGS.get(value.casefold(), value)
