"""CSL-YAML: the items of CSL-JSON as pandoc reads them from a document's metadata.

In: a ``references`` list in a block of metadata, alone in a file, or a bare list; out: the records
of CSL-JSON, and the same way back. Differences: texts are Markdown, a date is an EDTF text or has
a key for each of its parts.

Sources: pandoc's manual, "Specifying bibliographic data"; CSL 1.0.2 schema.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve

from refconv.core import csl
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date
from refconv.core.fields import Alias, Codec, Decoded, Field, FieldMap, NameList, Raw, Raws, Record
from refconv.core.model import BY_NAME, VARIABLES
from refconv.formats.base import Join
from refconv.formats.csljson.csl_codecs import (
    DATE,
    NAMES,
    TEXT,
    as_text,
    decode_names,
    encode_names,
    without_surrogates,
)
from refconv.formats.csljson.syntax import OLDER_NAMES
from refconv.formats.csljson.syntax import carry as carry_json
from refconv.formats.csljson.table import TABLE
from refconv.formats.yaml.nodes import DEEPEST
from refconv.formats.yaml.values import YamlValues
from refconv.formats.yaml.yaml_entries import YamlEntry, entries_of_list
from refconv.formats.yaml.yaml_text import flow, yaml_lines
from refconv.values.combinators import single
from refconv.values.date_fields import decode_one
from refconv.values.inverted_names import decode_name
from refconv.values.markdown import from_markdown, to_markdown
from refconv.values.months import MONTHS, fold

# ── reading ───────────────────────────────────────────────────────────────────────────────────────

_KNOWN = frozenset({"id", "type", *BY_NAME, *OLDER_NAMES, "doi", "isbn", "issn", "pmid", "url"})


def _record(entry: YamlEntry, values: YamlValues) -> Record:
    kind, name = "", ""
    fields: list[tuple[str, Raw]] = []
    lines: list[int] = []
    for key, node, line in values.pairs(entry.node):
        value = values.value(node, typed=key == "custom")
        if value is None:
            continue
        if key in ("id", "type"):
            text = as_text(value) or ""
            kind, name = (text or kind, name) if key == "type" else (kind, text or name)
            continue
        new = [*csl.unpack({key: value}, _KNOWN)]
        fields += new
        lines += [line] * len(new)
    if not kind:
        values.diagnostics.append(problem(Code.MISSING_TYPE, "item").at(entry.line))
    return Record(kind or "document", name, tuple(fields), entry.line, tuple(lines))


CHUNKING = entries_of_list(_record)

# ── writing ───────────────────────────────────────────────────────────────────────────────────────

_NUMBERS = frozenset(
    variable.name for variable in VARIABLES if variable.kind in ("number", "date")
) | {"ISBN", "ISSN", "PMID"}


def _entry(record: Record) -> str:
    """Write an item, with a variable on each line."""
    item = csl.pack([("id", record.id), ("type", record.type), *record.fields])
    custom = item.pop("custom", None)
    lines = [*yaml_lines(item, _NUMBERS)]
    lines += [f"custom: {flow(custom)}"] if custom else []
    return "\n".join(("- " if not i else "  ") + line for i, line in enumerate(lines)) + "\n"


JOIN = Join(_entry, start="---\nreferences:\n", end="...\n")


def carry(key: str, raw: Raw) -> Raw | None:
    """Return a value as reading returns it; ``None`` for what YAML cannot hold."""
    if ":" in key and _depth(raw) > DEEPEST // 2:
        return None
    return carry_json(key, raw)


def _depth(raw: Any, limit: int = DEEPEST) -> int:
    if limit <= 0 or not isinstance(raw, list | tuple | dict):
        return 0
    inner = raw.values() if isinstance(raw, dict) else raw
    return 1 + max((_depth(one, limit - 1) for one in inner), default=0)


def legal_id(key: str) -> str:
    """Return the nearest id that the format can hold."""
    return without_surrogates(key)


# ── values ────────────────────────────────────────────────────────────────────────────────────────


def _decode_text(raw: Raw) -> str | None:
    text = as_text(raw)
    return None if text is None else from_markdown(text)


MARKDOWN = single(_decode_text, to_markdown)

_SHORT_YEAR = re.compile(r"\d{1,3}", re.ASCII)
_PARTS = ("year", "month", "day")


def _decode_date(raws: Raws) -> Decoded:
    raw = _normal_date(raws[0][0])
    if not isinstance(raw, str):
        return DATE.decode(((raw,),))
    if _SHORT_YEAR.fullmatch(raw):
        raw = raw.zfill(4)
    date = Date.from_edtf(raw)
    return decode_one(((raw,),)) if date is None else Decoded(date)


def _normal_date(raw: Raw) -> Raw:
    """Return a date as CSL-JSON has it, where it has a key for each part, or is a list of such."""
    dates = raw if isinstance(raw, list) else [raw]
    if not dates or not all(isinstance(one, dict) for one in dates):
        return raw
    if not any("year" in one for one in dates):
        return raw if isinstance(raw, dict) or len(dates) > 1 else dates[0]
    parts = []
    others: dict[str, Any] = {}
    for one in dates:
        numbers = [*(_number(one.get(part)) for part in _PARTS)]
        parts.append([number for number in numbers if number])
        others |= {key: value for key, value in one.items() if key not in _PARTS}
    return {"date-parts": parts, **others}


def _number(value: Any) -> str:
    text = as_text(value) or ""
    return str(MONTHS.get(fold(text), text))


def _encode_date(date: Date) -> Raws:
    text = date.edtf()
    if text and not date.literal and Date.from_edtf(text) == date:
        return ((text,),)
    raw = date.as_csl()
    if "date-parts" in raw:
        raw["date-parts"] = [[str(number) for number in part] for part in raw["date-parts"]]
        raw |= {"season": str(raw["season"])} if "season" in raw else {}
        raw |= {"circa": "true"} if "circa" in raw else {}
    return ((raw,),)


_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def _decode_names(raws: Raws) -> Decoded:
    listed, orcids, et_al = raws
    people = [_person(one) for one in _people(listed[0])] if listed else []
    return decode_names(((people,) if listed else (), orcids, et_al))


def _people(raw: Raw) -> list[Any]:
    return raw if isinstance(raw, list) else [raw]


def _person(raw: Any) -> Any:
    """Return a name as CSL-JSON has it."""
    if isinstance(raw, str):
        text = from_markdown(raw)
        name = decode_name(text) if text.count(",") == 1 else None
        return {"literal": text} if name is None else name.as_csl()
    if not isinstance(raw, dict):
        return raw
    person: dict[str, Any] = {}
    for key, value in raw.items():
        if key in _NAME_PARTS:
            texts = [as_text(one) or "" for one in _people(value)]
            value = from_markdown(" ".join(filter(None, texts)))  # noqa: PLW2901
        if value:
            person[key] = value
    return person


def _encode_names(value: NameList) -> Raws:
    people, orcids, et_al = encode_names(value)
    written = [[{k: to_markdown(v) for k, v in one.items()} for one in many] for many in people]
    return tuple(written), orcids, et_al


YAML_DATE = Codec(_decode_date, _encode_date)
YAML_NAMES = Codec(_decode_names, _encode_names)

# What is no prose: pandoc's readers do not look for markup in it, and writers need not escape it.
_VERBATIM = frozenset("DOI URL ISBN ISSN PMID PMCID citation-key language".split())
_CODECS = {DATE: YAML_DATE, NAMES: YAML_NAMES}


def _field(field: Field) -> Field:
    if field.codec is TEXT and field.variable not in _VERBATIM:
        return evolve(field, codec=MARKDOWN)
    return evolve(field, codec=_CODECS.get(field.codec, field.codec))


YAML_TABLE = FieldMap(
    prefix=TABLE.prefix,
    type_key=TABLE.type_key,
    types=TABLE.types,
    fallback=TABLE.fallback,
    fields=tuple(_field(field) for field in TABLE.fields),
    aliases=(
        *TABLE.aliases,
        *(Alias(name.lower(), name) for name in ("DOI", "ISBN", "ISSN", "PMID", "URL")),
    ),
    keeps_foreign=True,
    rules=TABLE.rules,
    is_legal_type=TABLE.is_legal_type,
)
"""CSL-YAML: the table of CSL-JSON with codecs of its own."""
