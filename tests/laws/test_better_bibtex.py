"""Better BibTeX's import cases: what it makes of a .bib, and what refconv makes of it.

Compared is what both can express: kind, names, title, container, dates, numbers, identifiers, place
and publisher, in one spelling. ``ledger.txt`` names the cases that differ, with the reason; one
that is listed and does not differ fails as well.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import refconv
from refconv.values.markup import runs

LEDGER = Path(__file__).parent / "ledger.txt"
Item: TypeAlias = dict[str, Any]

# Zotero's item types, and the CSL types that stand for them.
KINDS = {
    "artwork": "graphic figure",
    "audioRecording": "song",
    "bill": "bill",
    "book": "book classic collection",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "document": "document",
    "encyclopediaArticle": "entry-encyclopedia entry entry-dictionary",
    "film": "motion_picture",
    "journalArticle": "article-journal review review-book periodical",
    "manuscript": "manuscript",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "preprint": "article",
    "presentation": "speech",
    "report": "report",
    "statute": "legislation regulation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage post post-weblog",
}
KIND_OF = {kind: name for name, kinds in reversed(KINDS.items()) for kind in kinds.split()}
# Zotero's fields, and the variables for them.
FIELDS = {
    "title": "title",
    "publicationTitle": "container-title",
    "journalAbbreviation": "container-title-short",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "edition": "edition",
    "publisher": "publisher",
    "place": "publisher-place",
    "seriesTitle": "collection-title",
    "series": "collection-title",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "url": "URL",
    "abstractNote": "abstract",
    "language": "language",
    "shortTitle": "title-short",
    "versionNumber": "version",
}
ROLES = ("author", "editor", "translator")
AUTHORS = ("author", "director", "inventor", "programmer", "artist", "presenter")
# What Zotero has no field for, these cases have as a line of Extra.
EXTRA = {
    "publisher": "publisher",
    "place": "publisher-place",
    "pages": "page",
    "volume": "volume",
    "edition": "edition",
    "doi": "DOI",
    "issn": "ISSN",
    "isbn": "ISBN",
    "version": "version",
}
# The types that have a field for a variable, where not nearly all have.
PARTS = {"bookSection", "conferencePaper", "encyclopediaArticle"}
PRINTED = {"book", "report", "thesis", *PARTS}
HOLDERS = {
    "publisher": PRINTED | {"computerProgram", "film", "audioRecording"},
    "publisher-place": PRINTED | {"computerProgram", "manuscript"},
    "page": PARTS | {"journalArticle", "newspaperArticle", "report", "statute", "patent"},
    "volume": PARTS | {"book", "journalArticle", "film", "audioRecording"},
    "edition": {"book", "bookSection", "encyclopediaArticle", "newspaperArticle"},
    "DOI": {"journalArticle", "conferencePaper", "dataset", "preprint"},
    "ISBN": PRINTED | {"computerProgram"},
    "ISSN": {"journalArticle", "newspaperArticle"},
    "issue": {"journalArticle"},
    "collection-title": PRINTED | {"computerProgram"},
    "container-title-short": {"journalArticle"},
    "container-title": PARTS | {"journalArticle", "newspaperArticle", "webpage", "broadcast"},
    "version": {"computerProgram", "dataset"},
}
WHOLE, SHORT = "container-title", "container-title-short"
FILMS = {"film", "videoRecording", "tvBroadcast"}


def cases(data_folder: Path) -> list[Path]:
    return sorted((data_folder / "zotero-import").glob("*.bib"))


def plain(text: str) -> str:
    """Return a text without markup, case and spelling that mean nothing."""
    bare = "".join(run for kind, run in runs(text) if kind == "text")
    bare = re.sub(r"</?(?:a|i|b|sub|sup|span|pre|script)\b[^>]*>|[$\u200b]", "", bare)
    bare = unicodedata.normalize("NFKC", bare.replace("ı", "i")).casefold()
    bare = re.sub("[\u2018\u2019\u201c\u201d`'\"]+", "'", bare)
    bare = re.sub("[\u2010-\u2015\u2212-]+", "-", bare)
    return " ".join(bare.split())


# How a variable is spelled is each program's own.
SPELLINGS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(
        ("title", "title-short", WHOLE, SHORT),
        lambda text: re.sub(r"[.:](?: |$)", " ", text).strip(),
    ),
    "page": lambda text: re.sub(r"\s*-\s*", "-", text),
    "ISBN": lambda text: text.replace("-", ""),
    "DOI": lambda text: re.sub(r"^(?:https?://[^/]*/|doi:)", "", text),
    "edition": lambda text: re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text),
    "issued": lambda text: re.sub(r"~|^0+|(?<=-)0+", "", text),
}


def spelled(variable: str, text: str) -> str:
    return SPELLINGS.get(variable, str)(plain(text))


def kind_of(name: str) -> str:
    return "film" if name in FILMS else name


def expected_item(item: Item) -> Item:
    """Take from a Zotero item what CSL can express."""
    found: Item = {"type": kind_of(item["itemType"])}
    extra = item.get("extra") or []
    for line in extra if isinstance(extra, list) else extra.splitlines():
        label, _, value = line.partition(":")
        if variable := EXTRA.get(label.casefold()):
            found[variable] = spelled(variable, value)
    for field, variable in FIELDS.items():
        if item.get(field):
            found[variable] = spelled(variable, str(item[field]))
    if found.get("title", "").startswith(found.get("title-short", " ")):
        del found["title-short"]
    found["issued"] = spelled("issued", str(item.get("date", "")))
    names: dict[str, list[str]] = {}
    creators = item.get("creators", ())
    has_author = any(creator["creatorType"] in AUTHORS for creator in creators)
    for creator in creators:
        role = creator["creatorType"]
        if role in AUTHORS or (role == "contributor" and not has_author):
            role = "author"
        parts = (creator.get("lastName"), creator.get("firstName"), creator.get("name"))
        names.setdefault(role, []).append(plain(" ".join(filter(None, parts))))
    found |= {role: [n for n in names[role] if n != "others"] for role in ROLES if role in names}
    tags = {plain(tag["tag"]) for tag in item.get("tags", ())}
    # A mark of the program's own for items with LaTeX that it did not understand.
    found["keyword"] = sorted(tags - {"#latex"})
    return found


def read_item(reference: refconv.Reference) -> Item:
    """Return a reference in the same terms."""
    csl = reference.as_csl()
    kind = kind_of(KIND_OF.get(csl["type"], csl["type"]))
    found: Item = {"type": kind}
    found |= {v: spelled(v, str(csl[v])) for v in FIELDS.values() if csl.get(v)}
    if kind == "conferencePaper" and reference.event_place:
        # Zotero's place of a paper is where the conference was.
        found["publisher-place"] = spelled("publisher-place", reference.event_place)
    if found.get("title", "").startswith(found.get("title-short", " ")):
        # A short title that is the title's beginning is understood.
        del found["title-short"]
    found["issued"] = spelled("issued", str(reference.issued or ""))
    for role in ROLES:
        people = getattr(reference, role) or (reference.director if role == "author" else ())
        if people:
            found[role] = [plain(" ".join(filter(None, shown(name)))) for name in people]
    found["keyword"] = sorted({plain(word) for word in reference.keyword})
    return found


def shown(name: refconv.Name) -> tuple[str, ...]:
    given = ", ".join(filter(None, (name.given, name.suffix)))
    return (name.literal, name.dropping_particle, name.non_dropping_particle, name.family, given)


def differences(path: Path) -> Iterator[str]:
    """Return where a case differs."""
    items = json.loads(path.with_suffix(".json").read_text("utf-8"))["items"]
    items = [item for item in items if item["itemType"] != "note"]
    filled = (r for r in refconv.load(path, "bibtex") if any(r.variables()))
    read = {str(number): reference for number, reference in enumerate(filled)}
    if len(items) != len(read):
        yield f"{len(items)} items expected, {len(read)} read"
        return
    # Their items have lost the order of the file, and some their keys.
    pairs = []
    for item in sorted(items, key=lambda item: not item.get("citationKey")):
        key = item.get("citationKey")
        place = next((n for n, r in read.items() if r.id == key), next(iter(read)))
        pairs.append((expected_item(item), read.pop(place)))
    for one, reference in pairs:
        other = read_item(reference)
        if reference.page == reference.number and "page" not in one:
            # An article number stands in both; Zotero has one field for it.
            other.pop("page", None)
        if one.get(SHORT) and one.get(SHORT) == other.get(WHOLE):
            # It looks up in a list of journals what the abbreviation in the file stands for.
            one[WHOLE], one[SHORT] = other.get(WHOLE), other.get(SHORT)
        for name in sorted(one.keys() | other.keys()):
            value, found = one.get(name) or None, other.get(name) or None
            unheld = value is None and one["type"] not in HOLDERS.get(name, {one["type"]})
            if value != found and not unheld:
                yield f"{reference.id}: {name}: {value!r} expected, {found!r} read"


def listed() -> dict[str, str]:
    """Read the ledger: cases and reasons."""
    lines = LEDGER.read_text("utf-8").splitlines()
    pairs = (line.rpartition(" | ") for line in lines if line and not line.startswith("#"))
    return {case: reason for case, _, reason in pairs}


def test_the_cases_of_better_bibtex_read_as_listed(data_folder: Path) -> None:
    ledger = listed()
    paths = cases(data_folder)
    found = {path.stem: list(differences(path)) for path in paths}

    unlisted = {case: lines[:5] for case, lines in found.items() if lines and case not in ledger}
    mended = [case for case in ledger if not found.get(case)]

    assert unlisted == {}, "cases that differ and are not in the ledger"
    assert mended == [], "cases in the ledger that no longer differ"
    assert len(ledger) <= len(paths) // 4
