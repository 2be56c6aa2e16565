"""Types of Hayagriva: what an entry is, and what it is in.

Source: typst/hayagriva, *The Hayagriva YAML File Format* ("Entry Type"), and what its styles take
each type for. A native type is an entry's own type, with that of its parent where both say more.
"""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.model import ItemType

# The first native type of a CSL type is written; the first CSL type of a native type is read.
_TYPES = """
article-journal        article in periodical
article-newspaper      article in newspaper
post-weblog            article in blog; web in blog; post in blog; misc in blog
paper-conference       article in proceedings; article in conference; anthos in proceedings;
                       chapter in proceedings
chapter                chapter in book; chapter in anthology; anthos in anthology; anthos in book;
                       article in book; article in anthology; misc in book; misc in anthology;
                       chapter; anthos
entry-encyclopedia     entry in reference; article in reference; chapter in reference
entry                  entry
book                   book; anthology; proceedings; reference
periodical             periodical; newspaper; book in periodical
article                article
report                 report; article in report
thesis                 thesis; article in thesis
webpage                web; blog; thread; article in web; misc in web; post in web
post                   post; tweet; post in thread; article in thread; misc in thread
manuscript             manuscript
patent                 patent
legal_case             case
legislation            legislation
software               repository
motion_picture         video
song                   audio
broadcast              video in video; audio in audio; scene in video
graphic                artwork; artwork in exhibition
figure                 artwork in article
performance            performance; scene
event                  exhibition; conference
document               misc; original
article-magazine       article in periodical
review                 article in periodical
review-book            article in periodical
entry-dictionary       entry in reference
classic                book
pamphlet               book
collection             anthology
standard               report
bill                   legislation
regulation             legislation
treaty                 legislation
dataset                repository
map                    artwork
musical_score          audio
"""

_ROWS = [
    row.split(maxsplit=1) for row in _TYPES.replace(";\n" + 23 * " ", "; ").strip().split("\n")
]

TYPES = tuple(
    (native.strip(), ItemType(kind)) for kind, natives in _ROWS for native in natives.split(";")
)
"""Pairs of a native and a CSL type; the first for a CSL type is written."""

FALLBACK = ("misc", ItemType.DOCUMENT)

NATIVE = frozenset(native for native, _ in TYPES)

DEFAULT_PARENTS: Mapping[str, str] = {
    "article": "periodical",
    "chapter": "book",
    "entry": "reference",
    "anthos": "anthology",
    "web": "web",
    "scene": "video",
    "artwork": "exhibition",
    "legislation": "anthology",
    "tweet": "tweet",
    "video": "video",
    "audio": "audio",
}
"""The type of a parent that does not name its own; ``misc`` for all others."""

EVENTS = frozenset({"conference", "exhibition"})
"""Types of parents that are events, which an entry may have beside what it was published in."""


def native_type(own: str, parent: str) -> str:
    """Return the native type of an entry in a parent, empty if it has none.

    >>> native_type("article", "newspaper"), native_type("book", "anthology")
    ('article in newspaper', 'book')
    """
    both = f"{own} in {parent}"
    return both if parent and both in NATIVE else own


def parts(native: str) -> tuple[str, str]:
    """Return the type of an entry, and that of its parent; empty if it does not say.

    >>> parts("article in periodical"), parts("book")
    (('article', 'periodical'), ('book', ''))
    """
    own, _, parent = native.partition(" in ")
    return own, parent
