"""The item types of Zotero that no ``TY`` stands for: a line of its Extra field names them.

``M2  - type: podcast`` makes a podcast of any record. Source: what Zotero's importer was measured
to make of each ``TY`` and of each line; its own reading of CSL's types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from refconv.core.fields import Record
from refconv.core.model import ItemType, Reference
from refconv.core.rules import RecordRule, TypeRule
from refconv.formats.rules import is_video

LINE_KEY = "ris:M2:type"
"""The key of ``custom`` for such a line."""

LINES: Mapping[str, str] = {
    "GEN": "document",
    "ICOMM": "forumPost",
    "INTV": "interview",
    "JFULL": "document",
    "LEGAL": "statute",
    "MUSIC": "document",
    "PAMP": "document",
    "POD": "podcast",
    "STAND": "standard",
    "UNPB": "preprint",
}
"""What a ``TY`` that is written for a CSL type needs: Zotero reads it as another type alone."""

_KINDS: Mapping[str, ItemType] = {
    name: ItemType(kind)
    for kind, names in {
        "article": "preprint",
        "article-journal": "journalArticle",
        "article-magazine": "magazineArticle",
        "article-newspaper": "newspaperArticle",
        "bill": "bill",
        "book": "book",
        "broadcast": "podcast radioBroadcast tvBroadcast broadcast",
        "chapter": "bookSection chapter",
        "dataset": "dataset",
        "document": "document",
        "entry-dictionary": "dictionaryEntry entry-dictionary",
        "entry-encyclopedia": "encyclopediaArticle entry-encyclopedia",
        "graphic": "artwork graphic",
        "hearing": "hearing",
        "interview": "interview",
        "legal_case": "case legal_case",
        "legislation": "statute legislation",
        "manuscript": "manuscript",
        "map": "map",
        "motion_picture": "film videoRecording motion_picture",
        "paper-conference": "conferencePaper paper-conference",
        "patent": "patent",
        "personal_communication": "email instantMessage letter personal_communication",
        "post": "forumPost post",
        "post-weblog": "blogPost post-weblog",
        "report": "report",
        "software": "computerProgram software",
        "song": "audioRecording song",
        "speech": "presentation speech",
        "standard": "standard",
        "thesis": "thesis",
        "webpage": "webpage",
    }.items()
    for name in names.split()
}
"""The CSL type of each word that may stand in a line."""

_LINE = re.compile(r"type:\s*([A-Za-z_-]{3,30})\s*", re.IGNORECASE)
_RADIO = re.compile(r"\bradio\b", re.IGNORECASE)
_TELEVISION = re.compile(r"\b(?:television|tv)\b", re.IGNORECASE)
_PODCAST = re.compile(r"\bpodcast\b|\baudio/", re.IGNORECASE)


def _broadcast(reference: Reference) -> str:
    """Return what Zotero makes of a broadcast, by its words or else by what is known of it."""
    words = f"{reference.genre} {reference.medium}"
    for form, kind in (
        (_PODCAST, "podcast"),
        (_RADIO, "radioBroadcast"),
        (_TELEVISION, "tvBroadcast"),
    ):
        if form.search(words):
            return kind
    if reference.author and reference.director:
        return "radioBroadcast"
    return "tvBroadcast" if not reference.given().keys().isdisjoint(_OF_NETWORKS) else "podcast"


_OF_NETWORKS = frozenset(
    """archive archive_location container_title event_place publisher publisher_place
    source""".split()
)
"""As Zotero tells broadcasts apart when it reads CSL-JSON."""


def is_podcast(reference: Reference) -> bool:
    """Return whether Zotero makes a podcast of a broadcast."""
    return _broadcast(reference) == "podcast"


def spelled_for_zotero(reference: Reference, native: str) -> str:
    """Return the ``TY`` to write: Zotero takes the first names of ADVS for a director's."""
    if native == "MPCT" and (is_video(reference) or reference.performer):
        return "VIDEO"
    return "POD" if native == "ADVS" and is_podcast(reference) else native


def _with_line(reference: Reference, native: str) -> Reference:
    kind = _broadcast(reference) if native == "ADVS" else LINES.get(native)
    if native == "VIDEO" and reference.performer and not _is_kept(reference, native):
        # Only a video recording's C1 is the cast.
        kind = None if is_video(reference) else "film"
    if kind is None or any(key == LINE_KEY for key, _ in reference.custom):
        return reference
    if kind == "preprint" and reference.genre in ("", "preprint"):
        # The genre is written as that line.
        return reference.changed(genre="preprint")
    return reference.changed(custom=(*reference.custom, (LINE_KEY, f"type: {kind}")))


def _is_kept(reference: Reference, native: str) -> bool:
    return ("ris:TY", native) in reference.custom


def _without_line(reference: Reference) -> Reference:
    lines = [value for key, value in reference.custom if key == LINE_KEY]
    match = _LINE.fullmatch(lines[0]) if lines and isinstance(lines[0], str) else None
    kind = _KINDS.get(match[1]) if match is not None else None
    if kind is None:
        return reference
    custom = tuple(pair for pair in reference.custom if pair != (LINE_KEY, lines[0]))
    native = dict(custom).get("ris:TY")
    if reference.type != kind and isinstance(native, str):
        custom = tuple(pair for pair in custom if pair[0] != "ris:TY")
    if _wants(reference, str(match[1]) if match else ""):
        return reference.changed(custom=custom)
    genre = reference.genre or ("preprint" if kind == ItemType.ARTICLE else "")
    return reference.changed(type=kind, genre=genre, custom=custom)


def _wants(reference: Reference, kind: str) -> bool:
    """Return whether a reference of this type is written with that line."""
    return kind in _LINES_OF.get(reference.type, ())


_LINES_OF: Mapping[str, tuple[str, ...]] = {
    "article": ("preprint",),
    "broadcast": ("podcast", "radioBroadcast", "tvBroadcast"),
    "musical_score": ("document",),
    "pamphlet": ("document",),
    "periodical": ("document",),
    "regulation": ("statute",),
}

TYPE_LINE = TypeRule("item type in a line of Zotero's Extra field", _with_line, _without_line)
"""For Zotero's dialect."""


def _as_read(record: Record, reference: Reference) -> Record:
    native = next((raw for key, raw in reference.custom if key == _TYPE_KEY), None)
    if (native, record.type) not in _COME_BACK:
        return record
    fields = tuple(pair for pair in record.fields if not _is_type_line(*pair))
    return evolve(record, type=str(native), fields=fields)


def _is_type_line(key: str, raw: object) -> bool:
    return key.startswith("M2") and isinstance(raw, str) and _LINE.fullmatch(raw) is not None


_TYPE_KEY = "ris:TY"
_COME_BACK = frozenset({("GEN", "GEN"), ("GEN", "UNPB"), ("ICOMM", "ICOMM")})
"""Types that were read without a line, and those that are written for them."""

AS_READ = RecordRule("type that Zotero has written for several", encode=_as_read)
"""One-way: such a record comes back as it was, for its reader takes it as it took the first one."""

READ_TYPE_LINE = TypeRule(TYPE_LINE.name, decode=_without_line, needs=frozenset({"custom"}))
"""The same, only read."""
