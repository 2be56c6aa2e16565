"""Names of item types in tables, and the CSL type that each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from refconv.core.model import ItemType
from refconv.formats.column_names import folded

_NAMES = {
    "article-journal": """articlejournal journalarticle article journal journalpaper researcharticle
        academicjournal scholarlyjournal scholarlyjournals researchpaper originalarticle
        originalpaper originalresearch ieeejournals ieeemagazines magazines articleinpress
        articleinpress peerreviewedarticle j jour periodicalarticle zeitschriftenartikel
        zeitschriftenaufsatz aufsatz artikel articlederevue articledejournal articuloderevista
        articulo artigodeperiodico artigo articolo""",
    "book": """book books b monograph monographs editedbook ebook buch monographie livre libro livro
        monografia""",
    "chapter": """chapter bookchapter booksection bookseries inbook incollection buchkapitel
        kapitel beitragimsammelband chapitre chapitredelivre capitulo capitulodelibro
        capitulodelivro s""",
    "paper-conference": """paperconference conferencepaper conferenceproceedings
        conferenceproceeding conferencearticle conferenceabstract conference proceedingspaper
        proceedings proceeding inproceedings ieeeconferences meetingabstract c
        konferenzbeitrag tagungsbeitrag communication actesdecolloque ponencia
        articuloenconferencia trabalhoemanais""",
    "thesis": """thesis dissertation dissertations phdthesis phdthesis mastersthesis masterthesis
        doctoralthesis doctoraldissertation dissertationthesis dissertationsandtheses these theses
        tesis tese tesi dissertacao hochschulschrift""",
    "report": """report technicalreport techreport workingpaper researchreport governmentdocument
        bericht rapport informe relatorio""",
    "article": "preprint preprints postedcontent",
    "dataset": "dataset datasets data",
    "webpage": "webpage website web online onlineresource internetseite webseite sitioweb siteweb",
    "post-weblog": "postweblog blogpost blog blogentry",
    "patent": "patent patents p",
    "article-newspaper": "articlenewspaper newspaperarticle newspaper newspapers zeitungsartikel",
    "article-magazine": "articlemagazine magazinearticle magazine",
    "review-book": "reviewbook bookreview buchbesprechung rezension",
    "entry-encyclopedia": "entryencyclopedia encyclopediaarticle encyclopediaentry",
    "entry-dictionary": "entrydictionary dictionaryentry",
    "entry": "referenceentry referenceworkentry entry",
    "software": "software computerprogram computersoftware code",
    "standard": "standard standards ieeestandards",
    "map": "map",
    "motion_picture": "motionpicture film videorecording video",
    "song": "song audiorecording audio",
    "musical_score": "musicalscore musicscore",
    "broadcast": "broadcast tvbroadcast radiobroadcast podcast",
    "graphic": "graphic artwork",
    "figure": "figure",
    "speech": "speech presentation poster",
    "interview": "interview",
    "manuscript": "manuscript unpublished unpublishedwork",
    "personal_communication": "personalcommunication email instantmessage",
    "post": "post forumpost",
    "legislation": "legislation statute",
    "legal_case": "legalcase case",
    "bill": "bill",
    "hearing": "hearing",
    "treaty": "treaty",
    "regulation": "regulation",
    "periodical": "periodical",
    "collection": "collection",
    "classic": "classic classicalwork",
    "event": "event",
    "performance": "performance",
    "pamphlet": "pamphlet",
    "document": "document generic miscellaneous misc other sonstiges autre otro outro",
}

_KINDS: Mapping[str, ItemType] = {
    name: ItemType(kind) for kind, names in _NAMES.items() for name in names.split()
}

_OF_ARTICLES = frozenset(
    """review reviewarticle articlereview systematicreview editorial editorialmaterial letter note
    shortsurvey erratum correction comment commentary retracted retraction casereport clinicaltrial
    datapaper newsitem meetingreport businessarticle shortcommunication""".split()
)
"""Kinds of articles: of the type article, with the name as their genre."""

_SAYING_MORE: Mapping[str, str] = {
    name: genre
    for genre, names in {
        "preprint": "preprint preprints postedcontent",
        "PhD thesis": "phdthesis doctoralthesis doctoraldissertation",
        "Master's thesis": "mastersthesis masterthesis",
        "working paper": "workingpaper",
        "conference abstract": "conferenceabstract meetingabstract",
        "poster": "poster",
        "podcast": "podcast",
        "edited book": "editedbook",
    }.items()
    for name in names.split()
}
"""Names that say more than the type, and the genre that holds it."""

HINTS = (
    ("thesistype", ItemType.THESIS),
    ("patentnumber", ItemType.PATENT),
    ("booktitle", ItemType.CHAPTER),
    ("anthologytitle", ItemType.CHAPTER),
    ("buchtitel", ItemType.CHAPTER),
    ("titredulivre", ItemType.CHAPTER),
    ("titulodellibro", ItemType.CHAPTER),
    ("encyclopediatitle", ItemType.ENTRY_ENCYCLOPEDIA),
    ("dictionarytitle", ItemType.ENTRY_DICTIONARY),
    ("websitetitle", ItemType.WEBPAGE),
    ("blogtitle", ItemType.POST_WEBLOG),
    ("proceedingstitle", ItemType.PAPER_CONFERENCE),
    ("newspaper", ItemType.ARTICLE_NEWSPAPER),
    ("zeitung", ItemType.ARTICLE_NEWSPAPER),
)
"""Headings whose cell shows the type of a reference that names none, in order."""

_OF_COLUMNS = (
    ("Publication Title", ItemType.ARTICLE_JOURNAL),
    ("ISSN", ItemType.ARTICLE_JOURNAL),
    ("Conference", ItemType.PAPER_CONFERENCE),
    ("ISBN", ItemType.BOOK),
    ("Publisher", ItemType.BOOK),
    ("DOI", ItemType.ARTICLE_JOURNAL),
    ("PMID", ItemType.ARTICLE_JOURNAL),
    ("URL", ItemType.WEBPAGE),
)
_SCHOOLS = frozenset("university school universitat universite universidad universidade".split())


class NamedType(NamedTuple):
    """The type of a row, and what its names say beside it."""

    kind: ItemType
    genre: str = ""


def type_of(names: Iterable[str], headings: Sequence[str], columns: Sequence[str]) -> NamedType:
    """Return the type of a reference.

    Args:
        names: What its cells call it, the most telling first; several names may stand in a cell.
        headings: The headings of its cells, folded.
        columns: The columns of its cells.

    >>> type_of(["Review"], [], ["Publication Title"])
    NamedType(kind=<ItemType.ARTICLE_JOURNAL: 'article-journal'>, genre='Review')
    """
    words = [word.strip() for name in names for word in name.replace("|", ";").split(";")]
    kinds: list[ItemType] = []
    genres: list[str] = []
    for word in filter(None, words):
        name = folded(word)
        kind = _KINDS.get(name)
        if name in _OF_ARTICLES:
            genres.append(word)
            kind = ItemType.ARTICLE_JOURNAL
        elif kind is None:
            genres.append(word)
            continue
        elif name in _SAYING_MORE:
            genres.append(_SAYING_MORE[name])
        kinds.append(kind)
    genre = "; ".join(dict.fromkeys(genres))
    if kinds == [ItemType.ARTICLE_JOURNAL] and genre and folded(genre) == "letter":
        # A letter is an article only in a journal.
        is_in_journal = "Publication Title" in columns or "ISSN" in columns
        kinds = kinds if is_in_journal else [ItemType.PERSONAL_COMMUNICATION]
    return NamedType(_chosen(kinds) or _shown(headings, columns), genre)


def _chosen(kinds: Sequence[ItemType]) -> ItemType | None:
    """Return the type of several: a chapter or paper says more than the book that it is in."""
    first = kinds[0] if kinds else None
    if first in (ItemType.BOOK, ItemType.CHAPTER, ItemType.DOCUMENT):
        return next((kind for kind in kinds[1:] if kind not in _SAYING_LESS), first)
    return first


_SAYING_LESS = (ItemType.BOOK, ItemType.DOCUMENT, ItemType.ARTICLE_JOURNAL)


def _shown(headings: Sequence[str], columns: Sequence[str]) -> ItemType:
    """Return the type that the cells of a row show."""
    for heading, kind in HINTS:
        if heading in headings:
            return kind
    if "Publication Title" not in columns and not _SCHOOLS.isdisjoint(headings):
        return ItemType.THESIS
    return next((kind for name, kind in _OF_COLUMNS if name in columns), ItemType.DOCUMENT)
