"""What RIS and EndNote's formats share, since both are made for reference managers.

Groups of item types and codecs; their two-way rules stand in :mod:`refconv.formats.rules`.
"""

from __future__ import annotations

from refconv.clients.zotero.extra import unlabelled
from refconv.core.fields import types
from refconv.values.combinators import first_of, idempotent

ART = types("graphic")
FILMS = types("motion_picture", "broadcast")
"""Types whose first names are a director's."""

CONFERENCE = types("paper-conference")
SERIALS = types("article-journal", "article-magazine", "article-newspaper")
ARTICLES = SERIALS | types("article", "periodical")
BOOKS = types("book", "classic", "pamphlet")
PARTS = types("chapter", "entry-dictionary", "entry-encyclopedia") | CONFERENCE
IN_SERIES = BOOKS | types("report", "software", "map")
"""Types whose second title is the series."""

NUMBERED = types("report", "patent", "standard")
LEGAL = types("bill", "hearing", "legal_case", "legislation", "regulation")
SESSIONS = types("bill", "hearing", "legislation")
"""Types whose edition is a session of parliament."""
THESIS, PATENT, CHAPTER = types("thesis"), types("patent"), types("chapter")

CITATION_KEY = idempotent(first_of(unlabelled("citation key")))

ACCESSION = "accession:"
"""What stands before a number until it is known that the accession number is PubMed's."""


def marked(number: str, pmid: str = "") -> str:
    """Return an accession number, perhaps beside a number of PubMed's, as one marked value.

    >>> marked("12", "7")
    'accession:12;7'
    """
    return f"{ACCESSION}{number}" + (f";{pmid}" if pmid else "")


def accession_of(value: str) -> tuple[str, str]:
    """Return the accession number and the number of PubMed's of a marked value."""
    number, _, pmid = value.removeprefix(ACCESSION).partition(";")
    return number, pmid


def unmarked(pmid: str) -> str:
    """Return a number without the mark of accession numbers."""
    return pmid.removeprefix(ACCESSION)
