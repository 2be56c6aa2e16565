"""Rows of RIS for Zotero: other tags, and lines of its Extra field, by item type.

The rows stand in ``zotero_rows.tsv``, which ``python -m tools.zotero_ris_rows`` makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from attrs import evolve

from refconv.clients.zotero.extra import label_of
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Field, FieldMap, NameList, Raws, Record
from refconv.core.lens import where_written
from refconv.core.model import BY_NAME, ItemType, Reference
from refconv.core.rules import RecordRule, Rule
from refconv.formats.ris import tag_codecs
from refconv.formats.ris.table import TITLE_TAGS
from refconv.formats.ris.tags import MARKUP, key_of
from refconv.formats.ris.zotero_rows import zotero_rows
from refconv.values.combinators import first_of
from refconv.values.line_codecs import DATE, ISSUED, TEXT

WANTED: Mapping[tuple[str, str], str] = {
    ("artwork", "event-place"): "eventPlace",
    ("audioRecording", "author"): "composer",
    ("audioRecording", "performer"): "performer",
    ("patent", "jurisdiction"): "country",
    ("patent", "publisher"): "assignee",
}
"""Fields of an item type for a variable, where CSL's schema does not say which."""

OTHER_LABELS: Mapping[str, tuple[str, ...]] = {
    "genre": ("Kind",),
    "number": ("Item Number",),
    "authority": ("Issued By",),
    "container-title": ("Container",),
    "medium": ("Carrier",),
    "publisher": ("Published By",),
}
"""Labels that stay in Extra, for variables whose own label Zotero drops in some item types."""


def rows_for_zotero(main: tuple[Field, ...], names: Codec) -> Iterator[Field]:
    """Yield the fields of a table with the rows for Zotero in place of some.

    Args:
        main: The fields of RIS for all programs.
        names: The codec of a list of names.
    """
    placed = {name: frozenset[ItemType]() for name, *_ in zotero_rows()}
    for name, tag, label, kinds in zotero_rows():
        placed[name] |= kinds
        if tag == "M2":
            yield Field((f"M2:{name}",), name, _line_codec(name, label), kinds)
        else:
            made = {"names": names, "date": DATE}
            yield Field((tag,), name, made.get(BY_NAME[name].kind, TEXT), kinds)
    for row in map(_with_markup, main):
        if row.types is None:
            # A row for some types goes before one for all.
            yield row
        elif kinds := row.types - placed.get(row.variable, frozenset()):
            yield row if kinds == row.types else evolve(row, types=kinds)


TITLE = first_of(encode=lambda text: text)
"""A title with its markup, which the syntax escapes for Zotero."""


def _encode_issued(date: Date) -> Raws:
    """Write a text that has the year of its date alone: Zotero keeps it as it is."""
    point = date.points[0] if date.points else None
    is_told = point is not None and point.day is None and f"{point.year:04d}" in date.literal
    return ((), (date.literal,)) if is_told else ISSUED.encode(date)


ISSUED_FOR_ZOTERO = evolve(ISSUED, encode=_encode_issued)
"""A date in its two keys."""


def _with_markup(row: Field) -> Field:
    """Return the row of a title as one that keeps its markup, that of the date as Zotero's."""
    if row.codec is ISSUED:
        return evolve(row, codec=ISSUED_FOR_ZOTERO)
    if row.codec is not TEXT or row.keys[0] not in TITLE_TAGS or "title" not in row.variable:
        return row
    return evolve(row, keys=(f"{row.keys[0]}{MARKUP}",), codec=TITLE)


def _line_codec(name: str, label: str) -> Codec:
    if BY_NAME[name].kind == "names":
        return tag_codecs.name_lines(label)
    return tag_codecs.extra_line(name, label)


def _with_kept_lines(reference: Reference) -> Reference:
    """Read lines that no field took into their variables, unless these have a value."""
    found: dict[str, list[str]] = {}
    if reference.type == ItemType.ARTICLE_JOURNAL:
        # EndNote takes M2 of an article for its first page: nothing is written there again.
        return reference
    for key, raw in reference.custom:
        name = key.removeprefix(_LINE_KEY)
        variable = BY_NAME.get(name) if name != key else None
        if variable is None or not isinstance(raw, str) or name == "type":
            continue
        if not getattr(reference, variable.attribute):
            found.setdefault(name, []).append(raw)
    changed: dict[str, Any] = {}
    for name, raws in found.items():
        value = _line_codec(name, raws[0].partition(":")[0]).decode((tuple(raws),)).value
        if value:
            changed[BY_NAME[name].attribute] = value.names if isinstance(value, NameList) else value
    if not changed:
        return reference
    gone = {f"{_LINE_KEY}{name}" for name in found if BY_NAME[name].attribute in changed}
    kept = tuple(pair for pair in reference.custom if pair[0] not in gone)
    return reference.changed(**changed, custom=kept)


_LINE_KEY = "ris:M2:"

KEPT_LINES = Rule(
    "lines of Zotero's Extra field for variables without a tag",
    decode=_with_kept_lines,
    needs=frozenset({"custom"}),
)


def lines_rule(main: FieldMap) -> RecordRule:
    """Return the rule that reads lines of Extra as the tags that RIS has for their variables.

    Args:
        main: The table of RIS for all programs.
    """

    def decode(record: Record) -> Record:
        if not any(key[:3] == "M2:" for key, _ in record.fields):
            return record
        tags = where_written(main, record.type)
        given = {key for key, _ in record.fields}
        fields = [_as_tag(key, raw, tags, given) for key, raw in record.fields]
        return evolve(record, fields=tuple(fields))

    return RecordRule("lines of Zotero's Extra field", decode=decode)


_MOVED = frozenset({"issued", *(row.variable for row in zotero_rows())})


def _as_tag(
    key: str, raw: str, tags: Mapping[str, str], given: AbstractSet[str]
) -> tuple[str, str]:
    name = key[3:]
    if key[:3] != "M2:" or name not in _MOVED:
        return key, raw
    tag = tags.get(name, "M2:")
    if tag[:3] == "M2:":
        # Zotero's own label of a field, as RIS has it for all.
        return key, f"{label_of(name)}: {raw.partition(':')[2].strip()}"
    if tag in given:
        return key, raw
    value = raw.partition(":")[2].strip().replace(" || ", ", ", 1)
    return key_of(tag.partition(":")[0], value), value
