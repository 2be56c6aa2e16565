"""CSL-JSON: rows derived from the model, which speaks CSL already.

Sources: CSL 1.0.2 schema (csl-data.json); the CSL specification, Appendix IV. What CSL has no room
for lies in ``custom.refconv`` (:mod:`refconv.csl`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from refconv import csl
from refconv.codecs import is_article_number, same, single, with_article_number
from refconv.fields import (
    Alias,
    Codec,
    Decoded,
    Field,
    FieldMap,
    NameList,
    Raw,
    Raws,
    Record,
)
from refconv.formats.base import Format, Split
from refconv.model import BY_NAME, VARIABLES, Date, ItemType, Name, Reference, Variable
from refconv.report import Block, Code, Diagnostic

# ── values ────────────────────────────────────────────────────────────────────────────────────────


def _as_text(raw: Raw) -> str | None:
    """Read a text or number; JSON's booleans are neither."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    return str(raw)


def _decode_date(raws: Raws) -> Decoded:
    raw = raws[0][0]
    date = Date.from_csl(raw) if isinstance(raw, dict) else None
    if isinstance(raw, str):
        # The CSL specification allows an EDTF string, its schema does not.
        date = Date.of(raw)
    if date is None:
        return Decoded(None, code=Code.BAD_DATE)
    return Decoded(date, () if _says(raw, date) else ((0, 0),))


def _says(raw: Any, date: Date) -> bool:
    """Tell whether a date says all that its source did, spelling and empty members aside."""
    if isinstance(raw, str):
        return True
    said = {key for key, value in raw.items() if value not in (None, "", False, 0)}
    return said <= {*date.as_csl(), "literal", "raw"} and not (
        {"literal", "raw"} <= said
        or ("literal" in said and "date-parts" in said and not date.literal)
    )


def _decode_names(raws: Raws) -> Decoded:
    listed, orcids, et_al = raws
    names: list[Name] = []
    complete = True
    people = listed[0] if listed else []
    ids = orcids[0] if orcids else []
    if not isinstance(people, list) or not isinstance(ids, list):
        return Decoded(None, code=Code.BAD_NAME)
    for person, orcid in zip(people, [*ids, *[None] * len(people)], strict=False):
        name = Name.from_csl(person, orcid or "") if isinstance(person, dict) else None
        if isinstance(person, str) and person:
            name = Name(literal=person, orcid=orcid or "")
        complete = complete and name is not None and name.as_csl() == person
        if name is not None:
            names.append(name)
    if not names and not et_al:
        return Decoded(None, code=Code.BAD_NAME)
    unused = () if complete or not listed else ((0, 0),)
    return Decoded(NameList(tuple(names), bool(et_al)), unused)


def _encode_names(value: NameList) -> Raws:
    people = tuple([name.as_csl() for name in value.names] for _ in range(bool(value.names)))
    orcids = [name.orcid or None for name in value.names]
    return people, (orcids,) if any(orcids) else (), (True,) if value.et_al else ()


def _decode_list(raws: Raws) -> Decoded:
    texts, lists = raws
    values = lists[0] if lists else texts[0]
    if isinstance(values, str):
        values = csl.unpack_list(values)
    if not isinstance(values, list | tuple) or not all(isinstance(v, str) for v in values):
        return Decoded(None)
    return Decoded(tuple(values) or None)


def _list_codec(name: str) -> Codec:
    def encode(values: tuple[str, ...]) -> Raws:
        flat = dict(csl.pack_list(name, values))
        return tuple((flat[key],) if key in flat else () for key in (name, f"lists/{name}"))

    return Codec(_decode_list, encode)


TEXT = single(_as_text, same)
DATE = Codec(_decode_date, lambda date: ((date.as_csl(),),))
NAMES = Codec(_decode_names, _encode_names)

# ── the table ─────────────────────────────────────────────────────────────────────────────────────


def _row(variable: Variable) -> Field:
    name = variable.name
    match variable.kind:
        case "names":
            return Field((name, f"orcid/{name}", f"et-al/{name}"), name, NAMES)
        case "date":
            return Field((variable.key,), name, DATE)
        case "list":
            return Field((name, f"lists/{name}"), name, _list_codec(name))
        case _:
            return Field((name,), name, TEXT)


def _complete(reference: Reference) -> Reference:
    # ``number`` on an article is anybody's guess in CSL-JSON, so that only a page speaks for it.
    return with_article_number(reference) if is_article_number(reference.page) else reference


_KINDS = frozenset(str(kind) for kind in ItemType)

TABLE = FieldMap(
    prefix="csl",
    type_key="csl:type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    rows=tuple(_row(variable) for variable in VARIABLES),
    # Names that the schema still has for older files.
    aliases=(
        Alias("journalAbbreviation", "container-title-short"),
        Alias("shortTitle", "title-short"),
        Alias("event", "event-title"),
    ),
    keeps_foreign=True,
    complete=_complete,
    is_legal_type=_KINDS.__contains__,
)
"""Strict CSL-JSON."""

# ── what Zotero's reader takes ────────────────────────────────────────────────────────────────────

# Measured: an item of a type that Zotero's reader does not list makes it refuse the whole file.
_ZOTERO_UNLISTED = {
    "classic": "book",
    "collection": "manuscript",
    "document": "article",
    "event": "article",
    "hearing": "report",
    "performance": "motion_picture",
    "periodical": "book",
    "regulation": "legislation",
    "software": "book",
    "standard": "report",
}


def _folded(value: NameList) -> Raws:
    """Fold particles into the family and suffixes into the given name: Zotero reads no others."""
    people = []
    for name in value.names:
        if name.literal:
            people.append({"literal": name.literal})
            continue
        family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
        given = " ".join(filter(None, (name.given, name.dropping_particle)))
        given = ", ".join(filter(None, (given, name.suffix)))
        people.append({k: v for k, v in (("family", family), ("given", given)) if v})
    _, orcids, et_al = _encode_names(value)
    return (people,) if people else (), orcids, et_al


def _for_zotero(row: Field) -> Field:
    if row.codec is NAMES:
        return evolve(row, codec=Codec(_decode_names, _folded))
    if row.variable == "container-title-short":
        return evolve(row, keys=("journalAbbreviation",))
    return row


ZOTERO = FieldMap(
    prefix=TABLE.prefix,
    type_key=TABLE.type_key,
    types=tuple(pair for pair in TABLE.types if pair[0] not in _ZOTERO_UNLISTED)
    + tuple((listed, ItemType(kind)) for kind, listed in _ZOTERO_UNLISTED.items()),
    fallback=("article", ItemType.ARTICLE),
    rows=tuple(_for_zotero(row) for row in TABLE.rows),
    keeps_foreign=True,
    is_legal_type=(_KINDS - {*_ZOTERO_UNLISTED}).__contains__,
)
"""CSL-JSON as Zotero's importer reads it."""

# ── syntax ────────────────────────────────────────────────────────────────────────────────────────

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_WRAPPERS = ("items", "references")
_SURROGATES = re.compile("[\ud800-\udfff]")


def _elements(text: str) -> Iterator[tuple[int, Any] | Diagnostic]:
    """Give the items of an array with their places; broken ones as diagnostics, and go on."""
    place = len(text) - len(text.lstrip())
    if text.startswith("[", place):
        place += 1
    while True:
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        if place >= len(text) or text[place] == "]":
            return
        try:
            item, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            at = getattr(error, "pos", place)
            line, column = _position(text, at)
            reason = getattr(error, "msg", "nested too deeply")
            following = _NEXT_ITEM.search(text, max(at - 1, place))
            done = "the item is left out" + ("" if following else ", nothing follows it")
            yield Diagnostic(Code.SYNTAX, f"{reason}; {done}", line, column)
            if following is None:
                return
            place = following.end()
        else:
            yield place, item
            place = end


def _position(text: str, place: int) -> tuple[int, int]:
    """Give line and column, counted from 1."""
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _unwrapped(item: Any) -> list[Any]:
    """Take the items out of a wrapper object, as pandoc's ``references`` or Zotero's ``items``."""
    if isinstance(item, dict) and "type" not in item:
        for name in _WRAPPERS:
            if isinstance(item.get(name), list):
                return list(item[name])
    return [item]


def split(text: str) -> Split:
    """Cut a CSL-JSON text into records, one an item."""
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    line, counted = 1, 0
    for element in _elements(text):
        if isinstance(element, Diagnostic):
            diagnostics.append(element)
            continue
        place, value = element
        line, counted = line + text.count("\n", counted, place), place
        for item in _unwrapped(value):
            if isinstance(item, dict):
                records.append(_record(item, line, diagnostics))
            else:
                message = f"{json.dumps(item)[:60]} is no item, left out"
                diagnostics.append(Diagnostic(Code.STRAY_TEXT, message, line))
    return Split(tuple(records), tuple(diagnostics))


def _record(item: dict[str, Any], line: int, diagnostics: list[Diagnostic]) -> Record:
    flat = list(csl.unpack(item, _KNOWN))
    head = {key: value for key, value in flat if key in ("id", "type")}
    kind, name = _as_text(head.get("type")) or "", _as_text(head.get("id")) or ""
    if not kind:
        diagnostics.append(Diagnostic(Code.MISSING_TYPE, "no type, read as document", line))
    return Record(kind or "document", name, tuple(p for p in flat if p[0] not in head), line)


_KNOWN = frozenset({"id", "type", *BY_NAME, *(alias.key for alias in TABLE.aliases)})


def join(records: Sequence[Record], blocks: Sequence[Block] = ()) -> str:  # noqa: ARG001
    """Write records as a JSON array, one variable a line; CSL-JSON has no room for blocks."""
    items = (csl.pack([("id", r.id), ("type", r.type), *r.fields]) for r in records)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    # The standard library's own indenting is ten times slower, and gives a date six lines.
    texts = (
        "  {\n" + ",\n".join(f"    {encode(k)}: {encode(v)}" for k, v in item.items()) + "\n  }"
        for item in items
    )
    return "[\n" + ",\n".join(texts) + "\n]\n"


def carry(key: str, raw: Raw) -> Raw | None:  # noqa: ARG001
    """Give a value as JSON gives it back; ``None`` for what JSON cannot hold."""
    if isinstance(raw, str):
        return _SURROGATES.sub("\ufffd", raw) if raw and not raw.isascii() else raw
    try:
        text = json.dumps(raw, allow_nan=False, ensure_ascii=False)
        return json.loads(_SURROGATES.sub("\ufffd", text))
    except (TypeError, ValueError, RecursionError):
        return None


def legal_id(key: str) -> str:
    """Give the nearest id that the format can hold."""
    return _SURROGATES.sub("\ufffd", key)


FORMAT = Format(
    name="csl-json",
    title="CSL-JSON",
    suffixes=(".json", ".csljson"),
    table=TABLE,
    split=split,
    join=join,
    carry=carry,
    legal_id=legal_id,
    dialects={"zotero": ZOTERO},
)
