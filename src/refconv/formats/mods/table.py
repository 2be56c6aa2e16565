"""The table of MODS, which is only read: which element holds which variable.

Source: Library of Congress, *MODS User Guidelines*, version 3. A key is the path of an element,
with what its attributes say of it (``identifier:doi``); before it stands ``host/`` or ``series/``
where the element belongs to what the item is part of. Names have the key of their role.
"""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.fields import Field, FieldMap
from refconv.core.model import ItemType
from refconv.formats.rules import ABBREVIATED_TITLE
from refconv.values import read_only as codecs
from refconv.values.pages import ARTICLE_NUMBER
from refconv.values.read_only import DATE, ISBN, ISSN, ONE, TEXT
from refconv.values.standard_numbers import misplaced_numbers
from refconv.values.structured_names import NAMES

# Genres of MARC, bibutils and Zotero.
_GENRES = """
article-journal         journal article;journalArticle;academic journal;article;review
article-magazine        magazine article;magazineArticle;magazine
article-newspaper       newspaper article;newspaperArticle;newspaper
book                    book;collection;edited book;handbook
chapter                 book chapter;bookSection;book section
paper-conference        conference publication;conferencePaper;conference paper
entry-dictionary        dictionary;dictionaryEntry
entry-encyclopedia      encyclopedia;encyclopediaArticle
thesis                  thesis;Ph.D. thesis;Masters thesis;dissertation;academic thesis
report                  report;technical report
patent                  patent
map                     map;atlas
manuscript              manuscript;unpublished
webpage                 web site;web page;webpage;website;electronic
dataset                 dataset;numeric data;database
software                computer program;computerProgram
motion_picture          motion picture;film;videorecording
song                    sound;audioRecording
hearing                 hearing
legal_case              legal case and case notes;case
legislation             legislation;statute
personal_communication  letter;communication;personal communication
interview               interview
speech                  speech;presentation
graphic                 art original;artwork;picture
"""
RESOURCES = {
    "software, multimedia": "software",
    "moving image": "motion_picture",
    "cartographic": "map",
    "still image": "graphic",
    "notated music": "musical_score",
    "sound recording": "song",
    "sound recording-musical": "song",
}
KINDS = {
    genre.casefold(): ItemType(kind)
    for kind, _, genres in (line.partition(" ") for line in _GENRES.strip().split("\n"))
    for genre in genres.strip().split(";")
}

# Codes and terms of MARC's relators, and words of German and Romance catalogues.
_AUTHORS = (
    *("dis", "dissertant", "inv", "inventor", "prg", "programmer", "ctg", "cartographer"),
    *("art", "artist", "spk", "speaker", "ive", "interviewee", "corporate author"),
    *("verfasser", "verfasserin", "autor", "autora", "auteur", "autore"),
)
_EDITORS = (
    *("red", "redaktor", "edc", "editor of compilation", "volume editor", "éditeur scientifique"),
    *("hrsg", "hg", "herausgeber", "herausgeberin", "curatore", "coordinador"),
)
_OTHERS = (
    *("ths", "thesis advisor", "dgs", "degree supervisor", "supervisor", "advisor"),
    *("aui", "author of introduction, etc", "aft", "author of afterword, colophon, etc"),
)

ROLES: Mapping[str, str] = {
    **dict.fromkeys(("aut", "author", "creator", "cre", "", *_AUTHORS), "author"),
    **dict.fromkeys(("edt", "editor", *_EDITORS), "editor"),
    **dict.fromkeys(("trl", "translator", "übersetzer", "traducteur", "traductor"), "translator"),
    **dict.fromkeys(("ctb", "contributor", *_OTHERS), "contributor"),
    **dict.fromkeys(("cur", "curator"), "curator"),
    **dict.fromkeys(("hst", "host"), "host"),
    **dict.fromkeys(("nrt", "narrator"), "narrator"),
    **dict.fromkeys(("orm", "organizer", "organizer of meeting"), "organizer"),
    **dict.fromkeys(("aus", "screenwriter", "author of screenplay, etc"), "script-writer"),
    **dict.fromkeys(("pbd", "publishing director"), "editorial-director"),
    **dict.fromkeys(("com", "compiler"), "compiler"),
    **dict.fromkeys(("drt", "director"), "director"),
    **dict.fromkeys(("ill", "illustrator"), "illustrator"),
    **dict.fromkeys(("cmp", "composer"), "composer"),
    **dict.fromkeys(("prf", "performer"), "performer"),
    **dict.fromkeys(("pro", "producer"), "producer"),
    **dict.fromkeys(("rcp", "addressee", "recipient"), "recipient"),
    **dict.fromkeys(("ivr", "interviewer"), "interviewer"),
}

# Of the whole that the item is part of; bibutils puts one host into the other.
_OF_HOST = {"editor": ("host/name:editor",), "translator": ("host/name:translator",)}
_SHORT = ("host/titleInfo:abbreviated", "host/host/titleInfo:abbreviated")
_NUMBERS = (
    "series/part/detail:volume",
    "series/titleInfo/partNumber",
    "host/series/part/detail:volume",
    "host/series/titleInfo/partNumber",
)
_DATES = (
    "originInfo/dateIssued",
    "host/part/date",
    "part/date",
    "host/originInfo/dateIssued",
    "originInfo/copyrightDate",
    "originInfo/dateCreated",
)

ROWS = (
    Field(("titleInfo", "titleInfo:uniform", "titleInfo:translated"), "title", ONE),
    Field(("titleInfo:abbreviated", "titleInfo:alternative"), "title-short", ONE),
    Field(("relatedItem:original/titleInfo",), "original-title", ONE),
    Field(("relatedItem:original/originInfo/dateIssued",), "original-date", codecs.FULLEST_DATE),
    Field(("relatedItem:original/originInfo/publisher",), "original-publisher", ONE),
    Field(("relatedItem:original/originInfo/place",), "original-publisher-place", ONE),
    Field(("relatedItem:reviewOf/titleInfo",), "reviewed-title", ONE),
    Field(("relatedItem:reviewOf/name:author",), "reviewed-author", NAMES),
    *(
        Field((f"name:{role}", *_OF_HOST.get(role, ())), role, NAMES)
        for role in dict.fromkeys(ROLES.values())
    ),
    Field(("host/name:author",), "container-author", NAMES),
    Field(("series/name:editor",), "collection-editor", NAMES),
    Field(("host/titleInfo", "host/host/titleInfo"), "container-title", ONE),
    Field(_SHORT, "container-title-short", ONE),
    Field(("series/titleInfo", "host/series/titleInfo"), "collection-title", ONE),
    Field(_NUMBERS, "collection-number", ONE),
    Field(_DATES, "issued", codecs.FULLEST_DATE),
    Field(("host/part/detail:volume", "part/detail:volume"), "volume", ONE),
    Field(("host/part/detail:issue", "part/detail:issue"), "issue", ONE),
    Field(("host/part/pages", "part/pages"), "page", ONE),
    Field(("part/detail:chapter",), "chapter-number", TEXT),
    Field(("originInfo/edition", "host/originInfo/edition"), "edition", ONE),
    Field(("originInfo/publisher", "host/originInfo/publisher"), "publisher", ONE),
    Field(("originInfo/place", "host/originInfo/place"), "publisher-place", ONE),
    Field(("identifier:doi",), "DOI", codecs.DOI),
    Field(("identifier:isbn", "host/identifier:isbn"), "ISBN", ISBN),
    Field(("identifier:issn", "host/identifier:issn"), "ISSN", ISSN),
    Field(("identifier:pmid", "identifier:pubmed"), "PMID", codecs.PMID),
    Field(("identifier:pmc", "identifier:pmcid"), "PMCID", codecs.PMCID),
    Field(
        ("identifier:report number", "identifier:serial number", "part/detail:number"),
        "number",
        ONE,
    ),
    Field(("location/url", "identifier:uri"), "URL", ONE),
    Field(("location/physicalLocation",), "archive", TEXT),
    Field(("location/shelfLocator", "classification"), "call-number", ONE),
    Field(("language",), "language", codecs.LANGUAGE),
    Field(("abstract",), "abstract", TEXT),
    Field(("note",), "note", codecs.PARAGRAPHS),
    Field(("subject",), "keyword", codecs.LIST),
    Field(("physicalDescription/extent",), "number-of-pages", TEXT),
    Field(("location/url:dateLastAccessed",), "accessed", DATE),
)


_NUMBER_KEYS = tuple(
    f"mods:{host}identifier:{kind}" for host in ("", "host/") for kind in ("isbn", "issn")
)

TABLE = FieldMap(
    prefix="mods",
    type_key="genre",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    fields=ROWS,
    rules=(ABBREVIATED_TITLE, ARTICLE_NUMBER, misplaced_numbers(_NUMBER_KEYS)),
)
