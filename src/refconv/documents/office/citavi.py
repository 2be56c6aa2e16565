"""The references in Citavi's placeholders: Citavi's JSON → CSL-JSON.

The JSON is Newtonsoft's: an object has an ``$id``, and where it comes again there is only
``{"$ref": "5"}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from refconv.documents.carrier import EmbeddedRecord
from refconv.documents.csl_items import record_of

TYPES: Mapping[str, str] = {
    "JournalArticle": "article-journal",
    "Book": "book",
    "BookEdited": "book",
    "CollectedWorks": "book",
    "Contribution": "chapter",
    "ContributionInLegalCommentary": "chapter",
    "ConferenceProceedings": "book",
    "Thesis": "thesis",
    "InternetDocument": "webpage",
    "NewspaperArticle": "article-newspaper",
    "UnpublishedWork": "manuscript",
    "Manuscript": "manuscript",
    "ArchiveMaterial": "manuscript",
    "Patent": "patent",
    "CourtDecision": "legal_case",
    "StatuteOrRegulation": "legislation",
    "Standard": "standard",
    "Lecture": "speech",
    "PressRelease": "report",
    "SpecialIssue": "periodical",
    "Map": "map",
    "Movie": "motion_picture",
    "AudioBook": "song",
    "MusicAlbum": "song",
    "MusicTrack": "song",
    "RadioPlay": "broadcast",
    "Broadcast": "broadcast",
    "ComputerProgram": "software",
    "PersonalCommunication": "personal_communication",
    "InterviewMaterial": "interview",
}
"""CSL's type of each type of Citavi."""

_TEXTS = (
    ("Volume", "volume"),
    ("Number", "issue"),
    ("Edition", "edition"),
    ("Isbn", "ISBN"),
    ("Issn", "ISSN"),
    ("Doi", "DOI"),
    ("OnlineAddress", "URL"),
    ("PlaceOfPublication", "publisher-place"),
    ("NumberOfVolumes", "number-of-volumes"),
    ("PubMedId", "PMID"),
    ("ShortTitle", "title-short"),
    ("Abstract", "abstract"),
    ("LanguageCode", "language"),
    ("Notes", "note"),
)
_PEOPLE = (
    ("Authors", "author"),
    ("Editors", "editor"),
    ("Translators", "translator"),
    ("Collaborators", "contributor"),
)
# A part has these from the work that it is in.
_OF_PARENT = ("issued", "publisher", "publisher-place", "ISBN", "volume", "edition", "editor")
_YEAR = re.compile(r"\b\d{4}\b")
_RANGE = re.compile(r"<os>([^<]{0,200})</os>")


def citavi_records(payload: Any, offset: int) -> Iterator[EmbeddedRecord]:
    """Yield the references of a placeholder's payload."""
    objects: dict[str, dict[str, Any]] = {}
    _collect(payload, objects)
    entries = payload.get("Entries") if isinstance(payload, dict) else None
    for entry in _list(entries, objects):
        reference = _object(entry.get("Reference"), objects)
        if not reference:
            continue
        key = reference.get("Id") or entry.get("ReferenceId")
        same = (f"citavi:{key}",) if isinstance(key, str) else ()
        yield record_of(_item(reference, objects), offset=offset, field="Citavi field", same=same)


def _collect(value: Any, objects: dict[str, dict[str, Any]], depth: int = 60) -> None:
    """Collect the objects that have an ``$id``."""
    if not depth:
        return
    if isinstance(value, dict):
        if isinstance(value.get("$id"), str):
            objects.setdefault(value["$id"], value)
        for one in value.values():
            _collect(one, objects, depth - 1)
    elif isinstance(value, list):
        for one in value:
            _collect(one, objects, depth - 1)


def _object(value: Any, objects: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return an object, or that which it refers to; an empty one for anything else."""
    if isinstance(value, dict) and isinstance(value.get("$ref"), str):
        value = objects.get(value["$ref"])
    return value if isinstance(value, dict) else {}


def _list(value: Any, objects: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        value = value.get("$values")
    return [_object(one, objects) for one in value] if isinstance(value, list) else []


def _item(
    reference: Mapping[str, Any], objects: Mapping[str, dict[str, Any]], depth: int = 2
) -> dict[str, Any]:
    """Return a reference as a CSL-JSON item; a part takes what it lacks from its parent."""
    native = reference.get("ReferenceType")
    kind = TYPES.get(native, "document") if isinstance(native, str) else "document"
    titles = [_text(reference.get(key)) for key in ("Title", "Subtitle")]
    item: dict[str, Any] = {"type": kind, "title": ": ".join(filter(None, titles))}
    for key, variable in _TEXTS:
        item[variable] = _text(reference.get(key))
    for key, variable in _PEOPLE:
        item[variable] = [_name(one) for one in _list(reference.get(key), objects)]
    bodies = [_name(one) for one in _list(reference.get("Organizations"), objects)]
    if not item["author"]:
        item["author"] = bodies
    publishers = [_text(one.get("Name")) for one in _list(reference.get("Publishers"), objects)]
    item["publisher"] = "; ".join(filter(None, publishers))
    item["issued"] = _date(reference, ("Year", "YearResolved", "Date"))
    item["accessed"] = _date(reference, ("AccessDate",))
    item["container-title"] = _text(_object(reference.get("Periodical"), objects).get("Name"))
    item["collection-title"] = _text(_object(reference.get("SeriesTitle"), objects).get("Name"))
    item["page"] = _pages(reference.get("PageRange"))
    parent = _object(reference.get("ParentReference"), objects)
    if parent and depth:
        whole = _item(parent, objects, depth - 1)
        item["container-title"] = item["container-title"] or whole["title"]
        item["container-author"] = whole["author"]
        for variable in _OF_PARENT:
            item[variable] = item[variable] or whole[variable]
    return item


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, str | int) and value is not True else ""


def _name(person: Mapping[str, Any]) -> dict[str, str]:
    family, prefix = _text(person.get("LastName")), _text(person.get("Prefix"))
    given = " ".join(
        filter(None, (_text(person.get("FirstName")), _text(person.get("MiddleName"))))
    )
    suffix = _text(person.get("Suffix"))
    if family and not (given or prefix or suffix):
        return {"literal": family}
    return {"family": family, "given": given, "non-dropping-particle": prefix, "suffix": suffix}


def _date(reference: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """Return the first date that there is: a year, or a text."""
    text = next(filter(None, (_text(reference.get(key)) for key in keys)), "")
    if not text:
        return {}
    if re.fullmatch(r"\d{4}", text):
        return {"date-parts": [[int(text)]]}
    return {"raw": text}


def _pages(value: Any) -> str:
    """Return the printed range of pages, the last ``os`` element of the XML that holds them."""
    found = _RANGE.findall(value) if isinstance(value, str) else []
    return found[-1].strip() if found else ""
