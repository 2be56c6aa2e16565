"""Items of Zotero's web interface: ``[{"key": …, "data": {"itemType": …}}]``, or their data alone.

Better BibTeX's JSON has the same items. Source: Zotero's schema 41 (``csl`` and ``meta``), and what
Zotero 7 was measured to export as CSL-JSON.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from refconv.clients.zotero.extra import bare_label, lines_of
from refconv.core.fields import Codec, Decoded, Field, Raws
from refconv.core.model import BY_NAME, VARIABLES, ItemType, Variable
from refconv.formats.base import Chunk
from refconv.formats.json.kinds import KINDS
from refconv.formats.json.records import Item, ParsedItem, is_empty, values_of
from refconv.formats.web_json.service_format import service_format
from refconv.values import json_codecs as codecs
from refconv.values.json_codecs import DATE, LIST, NAMES, TEXT, TITLE, first_text, texts_of
from refconv.values.read_only import reading
from refconv.values.structured_dates import date_of_json
from refconv.values.structured_names import names_of_json

# ── types and roles ───────────────────────────────────────────────────────────────────────────────

_TYPES = """
graphic                 artwork
song                    audioRecording
bill                    bill
post-weblog             blogPost
book                    book
chapter                 bookSection
legal_case              case
software                computerProgram
paper-conference        conferencePaper
dataset                 dataset
entry-dictionary        dictionaryEntry
document                document
personal_communication  email instantMessage letter
entry-encyclopedia      encyclopediaArticle
motion_picture          film videoRecording
post                    forumPost
hearing                 hearing
interview               interview
article-journal         journalArticle
article-magazine        magazineArticle
manuscript              manuscript
map                     map
article-newspaper       newspaperArticle
patent                  patent
broadcast               podcast radioBroadcast tvBroadcast
article                 preprint
speech                  presentation
report                  report
standard                standard
legislation             statute
thesis                  thesis
webpage                 webpage
"""
TYPES: Mapping[str, str] = {
    native: kind
    for kind, *natives in (line.split() for line in _TYPES.strip().split("\n"))
    for native in natives
}
_NO_REFERENCES = frozenset({"attachment", "note", "annotation"})

ROLES: Mapping[str, str] = {
    **{role: role for role in ("chair", "composer", "contributor", "director", "editor", "guest")},
    **{role: role for role in ("host", "interviewer", "narrator", "organizer", "producer")},
    **{role: role for role in ("recipient", "translator", "performer")},
    **dict.fromkeys(
        """artist author cartographer creator inventor interviewee podcaster presenter programmer
        sponsor""".split(),
        "author",
    ),
    "bookAuthor": "container-author",
    "castMember": "performer",
    "executiveProducer": "executive-producer",
    "originalCreator": "original-author",
    "reviewedAuthor": "reviewed-author",
    "scriptwriter": "script-writer",
    "seriesCreator": "series-creator",
    "seriesEditor": "collection-editor",
}
"""The variable of each role; those of an item's main creators are ``author``."""

# ── fields ────────────────────────────────────────────────────────────────────────────────────────

_FIELDS = """
title               title caseName nameOfAct subject
title-short         shortTitle
abstract            abstractNote
container-title     publicationTitle bookTitle proceedingsTitle blogTitle dictionaryTitle
container-title     encyclopediaTitle forumTitle programTitle websiteTitle sessionTitle code
container-title     reporter
container-title-short journalAbbreviation
collection-title    series seriesTitle
collection-number   seriesNumber
volume              volume codeVolume codeNumber reporterVolume
issue               issue priorityNumbers
page                pages codePages firstPage
number              number archiveID billNumber docketNumber documentNumber episodeNumber identifier
number              patentNumber publicLawNumber reportNumber
edition             edition
version             versionNumber
part                partNumber
part-title          partTitle
chapter-number      session
number-of-pages     numPages
number-of-volumes   numberOfVolumes
publisher           publisher company distributor institution label network repository studio
publisher           university assignee
publisher-place     place repositoryLocation
original-publisher  originalPublisher
original-publisher-place originalPlace
authority           authority court issuingAuthority legislativeBody organization
event-title         conferenceName meetingName
event-place         eventPlace
genre               genre letterType manuscriptType mapType postType presentationType
genre               programmingLanguage reportType thesisType type websiteType
medium              medium artworkMedium audioFileType audioRecordingFormat format interviewMedium
medium              system videoRecordingFormat
dimensions          artworkSize runningTime
scale               scale
jurisdiction        country
section             section committee
status              status legalStatus
references          references history
archive             archive
archive_location    archiveLocation
call-number         callNumber applicationNumber
source              libraryCatalog
DOI                 DOI
ISBN                ISBN
ISSN                ISSN
PMID                PMID
PMCID               PMCID
URL                 url
language            language
issued              date dateDecided dateEnacted issueDate
submitted           filingDate
original-date       originalDate priorityDate
accessed            accessDate
citation-key        citationKey
note                extra
"""
KEYS: dict[str, tuple[str, ...]] = {}
for _variable, *_keys in (line.split() for line in _FIELDS.strip().split("\n")):
    KEYS[_variable] = (*KEYS.get(_variable, ()), *_keys)
"""The fields of each variable; an item has one of them, as its type is."""

VARIABLES_OF: Mapping[str, str] = {key: name for name, keys in KEYS.items() for key in keys}
"""The variable of each field."""

_ARXIV = "arxiv"
_LABELS: Mapping[str, str] = {
    **{bare_label(one.name): one.name for one in VARIABLES if one.kind != "names"},
    **{bare_label(key): variable for key, variable in VARIABLES_OF.items()},
    **{label: label for label in (_ARXIV, "type")},
}
"""The labels of the lines of Extra that hold variables: names of Zotero's fields, and of CSL's."""

_READ_ELSEWHERE = frozenset("itemType creators extra tags citationKey citekey".split())
_BOOKKEEPING = frozenset(
    """key version library links meta dateAdded dateModified collections relations inPublications
    deleted itemID itemKey libraryID uri select synced parentItem csljson bib citation""".split()
)
"""Keys of Zotero's own; an item's ``key`` is its id if it has no citation key."""


# ── items ─────────────────────────────────────────────────────────────────────────────────────────


def parse(item: Item) -> ParsedItem | str:
    """Parse an item; attachments, notes and annotations are no references."""
    data = _data(item)
    kind = first_text(data.get("itemType"))
    if not kind:
        return "item"
    if kind in _NO_REFERENCES:
        return "zotero-notes"
    lines, note = lines_of("\n".join(texts_of(data.get("extra"))), _LABELS)
    preprint = [*_preprint(kind, data, lines)]
    in_arxiv = ("archiveID", "repository") if ("archive", "arXiv") in preprint else ()
    pairs = [
        (key, raw)
        for key, raw in data.items()
        if key not in _BOOKKEEPING and key not in _READ_ELSEWHERE and key not in in_arxiv
    ]
    pairs += [*_creators(data.get("creators")), *preprint, ("extra", note)]
    pairs.append(("tags", [*_tags(data.get("tags"))]))
    native = TYPES.get(kind, kind)
    named = lines.pop("type", "")
    given = {VARIABLES_OF.get(key, "") for key, raw in data.items() if not is_empty(raw)}
    key = first_text([data.get("citationKey"), data.get("citekey"), lines.pop("citation-key", "")])
    pairs += [(f"extra.{name}" if name in given else name, text) for name, text in lines.items()]
    chosen = TYPES.get(named) or (named if named in _KINDS else native)
    is_reported = bool(_BOOKKEEPING & (data.keys() | item.keys()))
    left_out = "zotero-record" if is_reported else ""
    return ParsedItem(chosen, key or first_text(item.get("key")), pairs, left_out)


_KINDS = frozenset(map(str, ItemType))


def _data(item: Item) -> Item:
    data = item.get("data")
    return data if isinstance(data, dict) and "itemType" in data else item


def _creators(raw: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names of each role, under the role's variable or, if it has none, its own name."""
    roles: dict[str, list[Any]] = {}
    for one in raw if isinstance(raw, list) else []:
        if isinstance(one, dict):
            role = first_text(one.get("creatorType")) or "author"
            whole_name = one.get("lastName") if one.get("fieldMode") == 1 else one.get("name")
            name = {"literal": whole_name} if whole_name else one
            roles.setdefault(ROLES.get(role, role), []).append(name)
    for role, people in roles.items():
        names = names_of_json(people)
        if role in BY_NAME and names.names:
            yield role, names
        else:
            yield f"creators.{role}", [str(name) for name in names.names]


def _tags(raw: Any) -> Iterator[str]:
    for one in raw if isinstance(raw, list) else []:
        yield first_text(one.get("tag") if isinstance(one, dict) else one)


_ARXIV_ID = re.compile(r"\s*(?:arXiv:\s*)?(?P<id>(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?)\b.*")


def _preprint(kind: str, data: Item, lines: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield what makes a preprint of an item, and its place in arXiv."""
    if kind == "preprint" and not data.get("genre"):
        yield "genre", "preprint"
    number = first_text(data.get("archiveID"))
    arxiv = lines.pop(_ARXIV, "") or (number if number.lower().startswith("arxiv:") else "")
    match = _ARXIV_ID.fullmatch(arxiv)
    if match is not None and not data.get("archive") and not data.get("archiveLocation"):
        yield "archive", "arXiv"
        yield "archiveLocation", match["id"]
    elif arxiv and arxiv != number:
        yield "extra.arxiv", arxiv


# ── attachments ───────────────────────────────────────────────────────────────────────────────────

_OF_ATTACHMENT = ("title", "path", "filename", "url", "contentType")


def attachments(chunks: Callable[[], Iterable[Chunk]]) -> Mapping[str, list[dict[str, Any]]]:
    """Return the attachments of a file by the keys of their parents: paths, addresses, titles."""
    found: dict[str, list[dict[str, Any]]] = {}
    for chunk in chunks():
        if '"attachment"' not in chunk.text:
            continue
        for item, _, _ in values_of(chunk, KINDS["zotero-json"], []):
            data = _data(item) if isinstance(item, dict) else {}
            parent = first_text(data.get("parentItem"))
            if parent and data.get("itemType") == "attachment":
                kept = {key: data[key] for key in _OF_ATTACHMENT if data.get(key)}
                found.setdefault(parent, []).append(kept)
    return found


def with_attachments(item: Item, known: Mapping[str, list[dict[str, Any]]]) -> Item:
    """Return an item with the attachments that stand as items of their own."""
    mine = known.get(first_text(item.get("key")) or first_text(_data(item).get("key")))
    if not mine:
        return item
    data = _data(item)
    own = data.get("attachments")
    extended = {**data, "attachments": [*(own if isinstance(own, list) else []), *mine]}
    return extended if data is item else {**item, "data": extended}


# ── table ─────────────────────────────────────────────────────────────────────────────────────────

_TWICE = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?!\d\d:)(?P<words>\S.*)")


def _decode_date(raws: Raws) -> Decoded:
    """Read a date; Zotero's database has it twice: ``2004-07-00 July 2004``."""
    texts = [text for values in raws for raw in values for text in texts_of(raw)]
    match = _TWICE.fullmatch(texts[0]) if texts else None
    if match is not None:
        words = date_of_json(match["words"])
        texts[0] = match["words"] if words is not None and words.start else match["date"]
    return DATE.decode(((texts[0],),)) if texts else Decoded(None)


_CODECS: Mapping[str, Codec] = {
    "DOI": codecs.DOI,
    "ISBN": codecs.NUMBERS,
    "ISSN": codecs.NUMBERS,
    "language": codecs.LANGUAGE,
    "page": codecs.PAGES,
    **dict.fromkeys(("title", "title-short", "container-title", "collection-title"), TITLE),
    **dict.fromkeys(("abstract", "note"), codecs.PARAGRAPHS),
}


def _field(variable: Variable) -> Field:
    name = variable.name
    keys = tuple(dict.fromkeys((*KEYS.get(name, ()), name)))
    match variable.kind:
        case "names":
            return Field((name,), name, NAMES)
        case "date":
            return Field(keys, name, reading(_decode_date))
        case "list":
            return Field(("tags",) if name == "keyword" else keys, name, LIST)
        case _:
            return Field(keys, name, _CODECS.get(name, TEXT))


FORMAT = service_format(
    "zotero-json",
    "Zotero's JSON",
    "itemType",
    tuple(map(_field, VARIABLES)),
    parse,
    prefix="zotero",
    index=attachments,
    complete=with_attachments,
)
