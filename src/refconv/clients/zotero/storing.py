"""What Zotero does with every record that it imports, whatever its format.

A reader of a format makes a :class:`DraftItem`; :func:`store` returns what is stored of it.
"""

from __future__ import annotations

import re

from attrs import define, field

from refconv.clients.same_values import Creator
from refconv.clients.zotero.extra import fields_of_lines, parsed_line, type_of_line
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.schema import general_name, item_types, label, own_name


@define
class DraftItem:
    """A record as a reader of its format hands it over.

    Attributes:
        type: Zotero's item type.
        fields: Values by the names of Zotero's fields, own or general; the type may lack some.
        creators: In their order; the type may lack some of the roles.
        tags: Its tags.
        notes: Its child notes, in HTML.
        extra: Lines of Extra, and texts with several lines.
        attachments: Paths or addresses.
    """

    type: str
    fields: dict[str, str] = field(factory=dict)
    creators: list[Creator] = field(factory=list)
    tags: list[str] = field(factory=list)
    notes: list[str] = field(factory=list)
    extra: list[str] = field(factory=list)
    attachments: list[str] = field(factory=list)

    def set_first(self, name: str, value: str) -> None:
        """Set a field unless it has a value."""
        if value.strip() and not self.fields.get(name):
            self.fields[name] = value


def store(draft: DraftItem) -> ZoteroItem:
    """Return what Zotero stores of a record."""
    lines = [line for text in draft.extra for line in text.split("\n")]
    kind, lines = _typed(draft.type, lines)
    # Of two names for one field, the one that was set later counts.
    fields: dict[str, str] = {}
    labelled: list[str] = []
    for name, value in draft.fields.items():
        if not value.strip():
            continue
        own = own_name(name, kind) or own_name(general_name(name, draft.type), kind)
        if own is not None:
            fields[own] = value
        elif not _is_dropped(name, draft.type):
            labelled.append(f"{label(name)}: {_one_line(value).strip()}")
    kept = _with_lines(kind, fields, lines)
    _finish(kind, fields)
    return ZoteroItem(
        type=kind,
        fields=fields,
        creators=_in_roles(kind, draft.creators),
        tags=draft.tags,
        notes=draft.notes,
        extra=[*sorted(labelled), *kept],
        attachments=draft.attachments,
    )


def _typed(kind: str, lines: list[str]) -> tuple[str, list[str]]:
    """Return the item type that the lines of Extra make of another, and the other lines."""
    for place, line in enumerate(lines):
        found = type_of_line(line)
        if found is not None:
            return found, lines[:place] + lines[place + 1 :]
    return kind, lines


def _is_dropped(name: str, kind: str) -> bool:
    """Return whether a field that the item type lacks leaves no line either."""
    return name != "type" and (name in _KINDS or general_name(name, kind) == "type")


_KINDS = frozenset(
    "genre letterType manuscriptType mapType postType presentationType reportType thesisType "
    "websiteType".split()
)


def _with_lines(kind: str, fields: dict[str, str], lines: list[str]) -> list[str]:
    """Set the fields that lines of Extra name and that are not set; return the other lines."""
    known = fields_of_lines(kind)
    kept: list[str] = []
    for line in lines:
        parsed = parsed_line(line)
        if parsed is None or parsed.key not in known:
            kept.append(line)
            continue
        name = known[parsed.key]
        if name is not None and fields.get(name):
            kept.append(line)
        elif name is not None:
            fields[name] = parsed.value
    return kept


def _in_roles(kind: str, creators: list[Creator]) -> list[Creator]:
    """Return creators, with the primary role of the type in place of those that it lacks."""
    roles = item_types()[kind].roles
    return [one if one.role in roles else one._replace(role=roles[0]) for one in creators]


# ── values ────────────────────────────────────────────────────────────────────────────────────────

_MANY_LINES = frozenset({"abstractNote"})
"""Fields that keep their line breaks."""

_BREAKS = re.compile(r"[\r\n]+")


def _one_line(value: str) -> str:
    return _BREAKS.sub(" ", value) if "\n" in value or "\r" in value else value


_A_NOVEL = re.compile(r": a novel\Z", re.IGNORECASE)


def _finish(kind: str, fields: dict[str, str]) -> None:
    """Change values as they are when the item is saved."""
    for name, value in fields.items():
        if name not in _MANY_LINES:
            fields[name] = _one_line(value)
    if kind in ("book", "bookSection") and "title" in fields:
        fields["title"] = _A_NOVEL.sub("", fields["title"])
    if "accessDate" in fields:
        fields["accessDate"] = stored_access_date(fields["accessDate"])


_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z?)?)?)?"
)


def stored_access_date(value: str) -> str:
    """Return an access date as it is stored: empty if Zotero cannot read it.

    >>> stored_access_date("2024-03-05T10:15:00Z"), stored_access_date("2024")
    ('2024-03-05 10:15:00', '2024-01-01 00:00:00')
    >>> stored_access_date("yesterday")
    ''
    """
    match = _DATE.fullmatch(value.strip())
    if match is None:
        return ""
    date = f"{match['year']}-{match['month'] or '01'}-{match['day'] or '01'}"
    if match["day"] is None:
        return f"{date} 00:00:00"
    return f"{date} {match['time']}" if match["time"] else date
