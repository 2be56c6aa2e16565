"""What Papers and Reference Manager store in a Word file: XML → CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from refconv.documents.carrier import EmbeddedRecord
from refconv.documents.csl_items import record_of
from refconv.documents.xml_trees import tree_of

# ── Papers ────────────────────────────────────────────────────────────────────────────────────────

_PAPERS_TEXTS = (
    ("title", "title"),
    ("volume", "volume"),
    ("number", "issue"),
    ("doi", "DOI"),
    ("publisher", "publisher"),
    ("location", "publisher-place"),
    ("url", "URL"),
    ("isbn", "ISBN"),
)


def papers_records(text: str, offset: int) -> Iterator[EmbeddedRecord]:
    """Yield the publications of a citation of Papers 2 or 3."""
    root = tree_of(text[text.find("<") :])
    for one in root.all("publication"):
        bundle = one.first("bundle")
        bundle_title = bundle.child_text("publication", "title") if bundle else ""
        item: dict[str, Any] = {"type": "article-journal" if bundle_title else "document"}
        for key, variable in _PAPERS_TEXTS:
            item[variable] = one.child_text(key)
        item["container-title"] = bundle_title
        pages = (one.child_text("startpage"), one.child_text("endpage"))
        item["page"] = "-".join(filter(None, pages))
        item["author"] = [
            {"family": person.child_text("lastName"), "given": person.child_text("firstName")}
            for authors in one.children("authors")
            for person in authors.children("author")
        ]
        item["issued"] = _papers_date(one.child_text("publication_date"))
        key = one.child_text("uuid")
        same = (f"papers:{key}",) if key else ()
        if item["title"]:
            yield record_of(item, offset=offset, field="Papers field", same=same)


def _papers_date(text: str) -> dict[str, Any]:
    """Return the date of ``99YYYYMMDD…``; a month or day of 00 is unknown."""
    match = re.match(r"99(\d{4})(\d\d)?(\d\d)?", text)
    if match is None:
        return {}
    parts = [int(part) for part in match.groups() if part and int(part)]
    return {"date-parts": [parts]}


# ── Reference Manager ─────────────────────────────────────────────────────────────────────────────

_KINDS: Mapping[str, str] = {
    "journal": "article-journal",
    "book, whole": "book",
    "book, chapter": "chapter",
    "report": "report",
    "thesis/dissertation": "thesis",
    "newspaper": "article-newspaper",
    "conference proceeding": "paper-conference",
    "electronic citation": "webpage",
    "internet communication": "webpage",
    "patent": "patent",
}
_MANAGER_TEXTS = (
    ("Title_Primary", "title"),
    ("Volume", "volume"),
    ("Issue", "issue"),
    ("Publisher", "publisher"),
    ("Pub_Place", "publisher-place"),
    ("Web_URL", "URL"),
    ("DOI", "DOI"),
    ("ISSN_ISBN", "ISSN"),
)


def reference_manager_records(text: str, offset: int) -> Iterator[EmbeddedRecord]:
    """Yield the references (``MDL``) of a citation of Reference Manager."""
    root = tree_of(text[text.find("<") :])
    for one in root.all("MDL"):
        native = one.child_text("Ref_Type").casefold()
        kind = _KINDS.get(native, "document")
        item: dict[str, Any] = {"type": kind}
        for key, variable in _MANAGER_TEXTS:
            item[variable] = one.child_text(key)
        if kind in ("book", "chapter"):
            item["ISBN"] = item.pop("ISSN")
        second = one.child_text("Title_Secondary")
        item["container-title"] = one.child_text("Periodical") or second
        if item["container-title"] != second:
            item["collection-title"] = second
        pages = (one.child_text("Start_Page"), one.child_text("End_Page"))
        item["page"] = "-".join(filter(None, pages))
        item["author"] = [_name(name.text()) for name in one.children("Authors_Primary")]
        item["editor"] = [_name(name.text()) for name in one.children("Authors_Secondary")]
        item["issued"] = _manager_date(one.child_text("Date_Primary"))
        key = one.child_text("Ref_ID") or one.child_text("Reference_Id")
        same = (f"refman:{key}",) if key else ()
        yield record_of(item, offset=offset, field="Reference Manager field", same=same)


def _name(text: str) -> dict[str, str]:
    """Return a name written ``Last,F.M.``."""
    family, comma, given = unescape(text).partition(",")
    if not comma:
        return {"literal": family.strip()}
    return {"family": family.strip(), "given": given.strip()}


def _manager_date(text: str) -> dict[str, Any]:
    """Return the date of ``2007/8/3``."""
    parts = [int(part) for part in re.findall(r"\d+", text)[:3]]
    return {"date-parts": [parts]} if parts and parts[0] > 31 else {}
