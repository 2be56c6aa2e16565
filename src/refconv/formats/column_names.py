"""Names of columns: which variable a column of a table holds, by its heading.

Headings are compared without case, accents, spaces and punctuation: "Author(s)" is ``authors``.
:data:`COLUMNS` has the headings of Scopus, Web of Science, PubMed, Embase, IEEE Xplore, Dimensions,
The Lens, EBSCO, ProQuest, Cochrane, Zotero, EndNote, Paperpile, ReadCube, Rayyan, Covidence and
Publish or Perish as these export them, and those of tables made by hand, in English, German,
French, Spanish, Portuguese and Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_COLUMNS = {
    "ID": "citationkey citekey bibtexkey bibkey id key refid",
    "Type": """itemtype publicationtype documenttype referencetype doctype entrytype reftype
        articletype contenttype sourcetype type kind typeofpublication dokumenttyp dokumentart
        publikationstyp typ typededocument typededocumento tipodedocumento tipo doctypes
        文献类型""",
    "Authors": """authors author authornames authorname authorlist itemauthors creators creator
        authorshipsauthordisplayname autoren autorin autorinnen verfasser verfasserin auteurs
        auteur autores autor autora autori dccreator dccontributorauthor 作者 author作者 责任者""",
    "Author Full Names": "authorfullnames authorsfullnames",
    "Group Authors": "groupauthors corporateauthors corporateauthor",
    "First Author": "firstauthor",
    "ORCIDs": "orcids orcid",
    "Editors": """editors editor bookeditors bookeditor editornames herausgeber herausgeberin
        hrsg editores directeursdepublication organizadores""",
    "Title": """articletitle documenttitle papertitle itemtitle title titles maintitle
        worktitle primarytitle titleprimary studytitle displayname dctitle thesistitle
        reporttitle titel titeldesartikels titre titredelarticle titulo titulodelarticulo
        titulodoartigo titulodelestudio titolo 题名 标题 篇名 title题名""",
    "Publication Title": """publicationtitle sourcetitle journaltitle journalname journal
        fulljournal fulljournalname journalbook journalorbook pubtitle publicationname
        containertitle secondarytitle titlesecondary parenttitle hosttitle periodical
        primarylocationsourcedisplayname zeitschrift zeitschriftentitel zeitschriftenname revue
        titredelarevue nomdelarevue revista nombredelarevista titulodelarevista nomedarevista
        periodico magazine magazinetitle newspaper zeitung booktitle anthologytitle buchtitel
        titredulivre titulodellibro proceedingstitle encyclopediatitle dictionarytitle
        websitetitle blogtitle venue 刊名 文献来源 来源 source文献来源 期刊""",
    "Journal Abbreviation": """journalabbreviation abbreviatedsourcetitle abbreviatedjournal
        journalabbrev journalisoabbreviation isoabbreviation containertitleshort alternatejournal
        journaliso""",
    "Date": """datepublished publisheddate publicationdate publicationdateprint
        dateofpublication publicationdatestring pubdate coverdate issued issuedate date
        erscheinungsdatum datum publikationsdatum datedepublication datedeparution
        fechadepublicacion fecha datadepublicacao published publishedprint 发表时间 出版日期
        pubtime发表时间""",
    "Year": """publicationyear pubyear publyear yearofpublication yearpublished publishedyear
        year copyrightyear jahr erscheinungsjahr publikationsjahr annee anneedepublication
        anneedeparution ano anodepublicacion anodepublicacao anio anno jaar 年 年份
        出版年 year年""",
    "Month": "publicationmonth publishedmonth month monat mois mes",
    "Day": "publicationday day jour dia",
    "Volume": """volume vol journalvolume bibliovolume volumeno volumenumber volno volnumber
        jahrgang band bd tome tomo volumen 卷 卷号""",
    "Issue": """issuenumber journalissue biblioissue issueno issuenr issue heft heftnummer
        ausgabe fascicule fasciculo numero 期 期号""",
    "Number": """articlenumber artno artnumber articleno reportnumber patentnumber documentnumber
        number nummer""",
    "Edition": "edition auflage edicion edicao edizione",
    "Section": "section",
    "Pages": """pages page pagerange pagesrange pagenumbers pagination pp seiten seite
        seitenangabe paginas pagina pagine 页码 页 page页码""",
    "Start Page": """startpage firstpage pagestart pagefirst bibliofirstpage beginningpage spage
        startseite
        pagededebut premierepage paginainicial paginadeinicio""",
    "End Page": """endpage lastpage pageend pagelast bibliolastpage endingpage epage endseite
        pagedefin
        dernierepage paginafinal paginadefin""",
    "Series": """seriestitle bookseriestitle series collectiontitle reihe schriftenreihe
        collection serie""",
    "Series Number": "seriesnumber collectionnumber seriesvolume",
    "Number of Volumes": "numberofvolumes",
    "Number of Pages": """numberofpages numpages pagecount totalpages seitenzahl nombredepages
        numerodepaginas umfang""",
    "Publisher": """publisher publishername verlag editeur editorial editora editore university
        school institution universitat universite universidad universidade 出版社 出版者""",
    "Place": """placeofpublication publicationplace placepublished publisherplace publishercity
        publisherlocation place city location ort verlagsort erscheinungsort lieudepublication lieu
        lugardepublicacion lugar""",
    "Translators": "translators translator ubersetzer traducteurs traducteur traductor tradutor",
    "ISBN": "isbn isbns isbn13 isbn10 isbnissn issnisbn printisbn eisbn electronicisbn",
    "ISSN": """issn issns printissn pissn issnprint issnp eissn electronicissn issnelectronic
        onlineissn issnonline issne""",
    "DOI": """doi itemdoi articledoi doinumber digitalobjectidentifier electronicresourcenumber
        doilink doiurl""",
    "PMID": "pmid pubmedid medlinepmid pubmednumber pubmedpmid pubmed",
    "PMCID": "pmcid pmc pubmedcentralid",
    "URL": """url urls itemurl primarylocationlandingpageurl articleurl documenturl link links
        sourceurl externalurl sourcelinkout
        plink permalink fulltexturl fulltextlink pdflink pdfurl weblink webaddress website webseite
        internetadresse uri lien enlace relatedurl sourceurls""",
    "Accessed": """accessdate dateaccessed accesseddate accessed lastaccessed urldate retrieved
        zugriffsdatum zugriff abrufdatum datedeconsultation fechadeconsulta fechadeacceso
        datadeacesso""",
    "Available": """earlyaccessdate onlinedate publicationdateonline onlinepublicationdate
        epubdate dateonline available publishedonline""",
    "Language": """language languages languageoforiginaldocument languageofarticle
        articlelanguage sprache langue idioma lingua""",
    "Abstract": """abstract abstracts abstractnote abstracttext summary zusammenfassung
        kurzfassung resume resumen resumo 摘要 summary摘要""",
    "Keywords": """authorkeywords keywords keyword manualtags tags indexkeywords indexterms
        keywordsplus automatictags meshterms meshheadings mesh subjects subjectterms ieeeterms
        inspeccontrolledterms inspecnoncontrolledterms descriptors schlagworter schlagworte
        schlusselworter stichworter stichworte motscles palabrasclave palavraschave 关键词
        keyword关键词""",
    "Note": """note notes comments comment remarks anmerkung anmerkungen bemerkung bemerkungen
        notiz notizen kommentar commentaire commentaires remarques notas observaciones
        observacoes""",
    "Genre": "genre thesistype reporttype typeofwork",
    "Archive": "archive nameofdatabase databasename database sourcedatabase datenbank",
    "Accession Number": """accessionnumber accessionno eid utuniquewosid uniquewosid ut wosid
        embaseaccessionid lensid publicationid cochraneid pui archivelocation an""",
    "Library Catalog": "librarycatalog databaseprovider",
    "Call Number": "callnumber signatur",
    "Conference": """conferencename conferencetitle conference eventtitle meetingname tagung
        konferenz congress""",
    "Conference Place": "conferencelocation conferenceplace eventplace",
    "Conference Date": "conferencedate eventdate meetingdate",
    "Medium": "medium",
    "Version": "version",
    "Publication Status": "publicationstatus",
    "Short Title": "shorttitle titleshort",
    "Original Title": "originaltitle",
    "Original Date": "originaldate",
    "Part": "partnumber part",
    "Supplement": "supplement",
    "Series Editors": "serieseditors serieseditor",
    "Book Authors": "bookauthors bookauthor",
    "Contributors": "contributors contributor",
    "Composers": "composers composer",
    "Directors": "directors director",
    "Interviewers": "interviewers interviewer",
    "Performers": "performers castmember",
    "Producers": "producers producer",
    "Recipients": "recipients recipient",
    "Reviewed Authors": "reviewedauthors reviewedauthor",
    "Script Writers": "scriptwriters scriptwriter",
    "Guests": "guests guest",
    # What is read by its meaning in a row, and is no variable.
    "Extra": "extra",
    "arXiv ID": "arxivid arxiv",
    "Other Fields": "otherfields",
}


class KnownColumn(NamedTuple):
    """The column that a heading names; of several in a table, the lowest rank goes first."""

    column: str
    rank: int


COLUMNS: Mapping[str, KnownColumn] = {
    name: KnownColumn(column, rank)
    for column, names in _COLUMNS.items()
    for rank, name in enumerate(names.split())
}
"""By heading, as :func:`folded` returns it."""

_TITLE = (
    r"(?:article|document|item|paper)?[ _]?titles?|titel|titre|t[ií]tulo|authors?|author\(s\)"
    r"|author/s|author[ _]?names|autor(?:en|es)?|auteurs?|display_name"
    r"|(?:title-)?题名|标题|篇名|(?:author-)?作者"
)
_USUAL = (
    r"(?:pub(?:lication|lished)?[ _]?)?year|(?:publication[ _]|published[ _]?)?date|journal"
    r"|journal/book|source(?:[ _]title)?|publication(?:[ _]title)?|journal[ _]title|doi|abstract"
    r"|volume|pages?|publisher|isbn|issn|jahr|zeitschrift|verlag|ann[ée]e|revue|a[ñn]o|revista"
    r"|key|id|item[ _]type|secondary[ _]title|booktitle|cites|seiten|keywords"
    r"|刊名|(?:source-)?文献来源|来源|年份?|摘要|published|venue|type"
)
_MARKS = r"[,;\t|]"
_BEFORE = rf"(?:[^\r\n]*{_MARKS})?[ \"\ufeff]*"

MARK = (
    r"(?i:\ufeff?(?:\s*\"?sep=.\"?[ \t]*[\r\n]++)?(?:[^\r\n]{0,2000}[\r\n]++){0,3}?"
    rf"(?={_BEFORE}(?:{_TITLE})[ \"]*(?:{_MARKS}|[\r\n]|\Z))"
    rf"(?={_BEFORE}(?:{_TITLE}|{_USUAL})[ \"]*{_MARKS}"
    rf"{_BEFORE}(?:{_TITLE}|{_USUAL})[ \"]*(?:{_MARKS}|[\r\n]|\Z))"
    r"[^\r\n]*(?:[\r\n]|\Z))"
)
"""A pattern of the first lines of a table that :func:`recognises`, up to the header's end."""

_TELLING = frozenset({"Title", "Authors", "Author Full Names", "Publication Title", "DOI"})
"""Columns one of which every table of references has."""

_LONGEST = 500
"""Characters of a heading: a longer cell is text."""


@lru_cache(4096)
def folded(name: str) -> str:
    """Return a heading without case, accents, spaces and punctuation.

    >>> folded("Author(s) ID"), folded("Année")
    ('authorsid', 'annee')
    """
    if name.isascii():
        return "".join(char for char in name.lower() if char.isalnum())
    from unicodedata import normalize  # noqa: PLC0415 - the list of formats needs none of it

    text = normalize("NFKD", name.casefold())
    return "".join(char for char in text if char.isalnum())


def column_of(name: str) -> KnownColumn | None:
    """Return the column that a heading names, ``None`` if none is known.

    >>> column_of("Source title").column
    'Publication Title'
    """
    return COLUMNS.get(folded(name))


def recognises(header: Sequence[str]) -> bool:
    """Return whether the cells of a row are headings of a table of references.

    At least two columns are known, and one of them is a title, authors, a container or a DOI.

    >>> recognises(["Title", "Authors", "Mood"]), recognises(["a", "b"])
    (True, False)
    """
    if not all(len(cell) <= _LONGEST for cell in header):
        return False
    known = {place.column for cell in header if (place := column_of(cell)) is not None}
    return len(known) > 1 and not known.isdisjoint(_TELLING)
