"""PubMed's XML: articles and book articles, as the pairs that MEDLINE's tags would give.

Source: National Library of Medicine, *PubMed DTD* (``PubmedArticleSet``). An element that has no
tag is kept under its path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import Record
from refconv.formats.pubmed.table import Pair, pairs_of, record
from refconv.formats.xml.element_chunks import pieces_of_elements
from refconv.formats.xml.elements import Element, Names
from refconv.values.identifiers import find_orcid
from refconv.values.structured_names import ET_AL, Person, spaced_capitals

_MARKUP = {"i": "i", "b": "b", "sub": "sub", "sup": "sup", "italic": "i", "bold": "b"}

_Tagged: TypeAlias = Iterator[tuple[str, str | Person]]


def _record(element: Element, _: list[Diagnostic]) -> Record:
    return record([*_pairs(element, "")], element.line)


CHUNKING = pieces_of_elements(
    Names(("PubmedArticle", "PubmedBookArticle"), ("MedlineCitation", "BookDocument")), _record
)
"""Articles and book articles, or what they hold where a file has only that."""


def _pairs(element: Element, path: str) -> Iterator[Pair]:
    """Yield what is in an element as (line, key, value)."""
    for child in element.children:
        inner = f"{path}/{child.name}" if path else child.name
        handler = _HANDLERS.get(_short(inner))
        if handler is not None:
            for tag, value in handler(child):
                if isinstance(value, Person):
                    yield child.line, tag, value
                elif value:
                    yield from ((child.line, *pair) for pair in pairs_of(tag, value))
        elif _is_container(child):
            yield from _pairs(child, inner)
        elif text := child.text():
            yield child.line, inner, text


def _is_container(element: Element) -> bool:
    """Return whether an element holds elements, not a text with markup."""
    texts = "".join(part for part in element.content if isinstance(part, str))
    return not texts.strip() and any(True for _ in element.children)


def _short(path: str) -> str:
    """Return a path without its beginning, which depends on what a file holds."""
    for prefix in ("MedlineCitation/", "BookDocument/", "Article/"):
        path = path.removeprefix(prefix)
    return path


def rich(element: Element) -> str:
    """Return an element's text with CSL's markup, white space as one space."""
    return " ".join("".join(_runs(element)).split())


def _runs(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif (tag := _MARKUP.get(part.name)) is not None:
            yield f"<{tag}>"
            yield from _runs(part)
            yield f"</{tag}>"
        else:
            yield from _runs(part)


# ── elements that have a structure ────────────────────────────────────────────────────────────────


def _tag(tag: str) -> Callable[[Element], _Tagged]:
    """Return a function that yields the text of an element under a tag."""
    return lambda element: iter([(tag, rich(element))])


def _people(element: Element) -> _Tagged:
    kind = element.attributes.get("Type", "authors")
    tag = "FED" if kind == "editors" else "FAU"
    for person in element.children:
        # A name that was wrong stands beside the right one.
        name = _person(person)
        if name[:4] != ET_AL[:4] and person.attributes.get("ValidYN") != "N":
            yield tag, name
            yield from (("AD", one.text()) for one in person.all("AffiliationInfo", "Affiliation"))
            yield from (("AD", one.text()) for one in person.all("Affiliation"))
    if element.attributes.get("CompleteYN") == "N":
        yield tag, ET_AL


def _person(element: Element) -> Person:
    parts = {child.name: child.text() for child in element.children}
    orcids = (
        find_orcid(one.text(), undivided=True)
        for one in element.all("Identifier")
        if one.attributes.get("Source", "").upper() == "ORCID"
    )
    orcid = next(filter(None, orcids), "")
    if literal := parts.get("CollectiveName", ""):
        return Person(literal=literal, orcid=orcid)
    given = (
        parts.get("ForeName")
        or parts.get("FirstName")
        or spaced_capitals(parts.get("Initials", ""))
    )
    return Person(parts.get("LastName", ""), given, parts.get("Suffix", ""), orcid=orcid)


def _date(element: Element) -> str:
    """Return ``2016 Apr 19``, or what stands there in words."""
    parts = {child.name: child.text() for child in element.children}
    if words := parts.get("MedlineDate", ""):
        return words
    month = parts.get("Month") or parts.get("Season", "")
    return " ".join(filter(None, (parts.get("Year", ""), month, parts.get("Day", ""))))


def _dated(tag: str) -> Callable[[Element], _Tagged]:
    """Return a function that yields the date in an element under a tag."""
    return lambda element: iter([(tag, _date(element))])


def _electronic(element: Element) -> _Tagged:
    yield "DEP" if element.attributes.get("DateType") == "Electronic" else "DP", _date(element)


def _history(element: Element) -> _Tagged:
    numbers = _date(element).replace(" ", "/")
    yield "PHST", f"{numbers} [{element.attributes.get('PubStatus', '')}]"


def _identifier(tag: str, attribute: str) -> Callable[[Element], _Tagged]:
    """Return a function that yields an identifier under a tag, its kind in brackets after it."""

    def tagged(element: Element) -> _Tagged:
        kind = element.attributes.get(attribute, "")
        if kind == "pmc":
            yield "PMC", element.text()
        elif kind != "pubmed":
            yield tag, f"{element.text()} [{kind}]" if kind else element.text()

    return tagged


def _abstract(element: Element) -> _Tagged:
    """Yield an abstract, the labels of its parts in capitals before them."""
    parts = []
    for part in element.all("AbstractText"):
        label = part.attributes.get("Label", "")
        text = rich(part)
        parts.append(f"{label}: {text}" if label and text else text)
    yield "AB", " ".join(filter(None, parts))
    yield from (("CI", one.text()) for one in element.all("CopyrightInformation"))


def _heading(element: Element) -> _Tagged:
    """Yield a heading as MEDLINE has it: ``Health/*history``, a star before the major topic."""
    names = (
        ("*" if child.attributes.get("MajorTopicYN") == "Y" else "") + child.text()
        for child in element.children
        if child.name in ("DescriptorName", "QualifierName")
    )
    yield "MH", "/".join(names)


def _grant(element: Element) -> _Tagged:
    yield "GR", "/".join(child.text() for child in element.children)


def _issn(element: Element) -> _Tagged:
    kind = element.attributes.get("IssnType", "")
    yield "IS", f"{element.text()} ({kind})" if kind else element.text()


def _linking_issn(element: Element) -> _Tagged:
    yield "IS", f"{element.text()} (Linking)"


def _pages(element: Element) -> _Tagged:
    parts = {child.name: child.text() for child in element.children}
    ends = filter(None, (parts.get("StartPage"), parts.get("EndPage")))
    yield "PG", parts.get("MedlinePgn") or "-".join(ends)


_BOOK = "Book/"
_HANDLERS: Mapping[str, Callable[[Element], _Tagged]] = {
    "PMID": _tag("PMID"),
    "DateCompleted": _dated("DCOM"),
    "DateRevised": _dated("LR"),
    "ContributionDate": _dated("CTDT"),
    "Journal/ISSN": _issn,
    "MedlineJournalInfo/ISSNLinking": _linking_issn,
    "MedlineJournalInfo/MedlineTA": _tag("TA"),
    "MedlineJournalInfo/Country": _tag("PL"),
    "MedlineJournalInfo/NlmUniqueID": _tag("JID"),
    "Journal/Title": _tag("JT"),
    "Journal/ISOAbbreviation": _tag("TA:iso"),
    "Journal/JournalIssue/Volume": _tag("VI"),
    "Journal/JournalIssue/Issue": _tag("IP"),
    "Journal/JournalIssue/PubDate": _dated("DP"),
    "ArticleDate": _electronic,
    "ArticleTitle": _tag("TI"),
    "VernacularTitle": _tag("TT"),
    "Pagination": _pages,
    "ELocationID": _identifier("LID", "EIdType"),
    "Abstract": _abstract,
    "AuthorList": _people,
    "Language": _tag("LA"),
    "PublicationTypeList/PublicationType": _tag("PT"),
    "PublicationType": _tag("PT"),
    "GrantList/Grant": _grant,
    "KeywordList/Keyword": _tag("OT"),
    "MeshHeadingList/MeshHeading": _heading,
    "PubmedData/History/PubMedPubDate": _history,
    "PubmedBookData/History/PubMedPubDate": _history,
    "PubmedData/ArticleIdList/ArticleId": _identifier("AID", "IdType"),
    "PubmedBookData/ArticleIdList/ArticleId": _identifier("AID", "IdType"),
    "PubmedData/PublicationStatus": _tag("PST"),
    "PubmedBookData/PublicationStatus": _tag("PST"),
    "ArticleIdList/ArticleId": _identifier("AID", "IdType"),
    f"{_BOOK}BookTitle": _tag("BTI"),
    f"{_BOOK}CollectionTitle": _tag("CTI"),
    f"{_BOOK}VolumeTitle": _tag("VTI"),
    f"{_BOOK}Volume": _tag("VI"),
    f"{_BOOK}Edition": _tag("EN"),
    f"{_BOOK}Isbn": _tag("ISBN"),
    f"{_BOOK}ReportNumber": _tag("RPN"),
    f"{_BOOK}Publisher/PublisherName": _tag("PB"),
    f"{_BOOK}Publisher/PublisherLocation": _tag("PL"),
    f"{_BOOK}PubDate": _dated("DP"),
    f"{_BOOK}AuthorList": _people,
    f"{_BOOK}ELocationID": _identifier("LID", "EIdType"),
}
"""What the elements that have a tag give, by their paths."""
