"""The tables: a field for each variable of the model, whose names are CSL's, and Zotero's dialect.

Sources: CSL 1.0.2 schema (csl-data.json); the CSL specification, Appendix IV.
"""

from __future__ import annotations

import re
from typing import Any, TypeGuard

from attrs import evolve

from refconv.core.csl import DATE_TEXT
from refconv.core.edtf import Date
from refconv.core.fields import Alias, Codec, Field, FieldMap, NameList, Raws
from refconv.core.model import BY_NAME, VARIABLES, ItemType, Reference, Variable
from refconv.core.rules import Rule
from refconv.formats.csljson.csl_codecs import (
    CATEGORIES,
    DATE,
    DOI,
    KEYWORD,
    NAMES,
    TEXT,
    decode_names,
    encode_names,
)
from refconv.formats.csljson.fast import FAST
from refconv.formats.csljson.fast import encode_names as encode_plain_names
from refconv.formats.csljson.syntax import OLDER_NAMES
from refconv.formats.csljson.zotero_note import NOTE_LINES, UNLISTED
from refconv.formats.rules import CONFERENCE_NAME, YEAR_OF_NO_DATE
from refconv.values.pages import NUMBERED_ARTICLES, is_article_number, with_article_number
from refconv.values.structured_dates import date_of_json

# ── strict CSL-JSON ───────────────────────────────────────────────────────────────────────────────


def _field(variable: Variable) -> Field:
    name = variable.name
    match variable.kind:
        case "names":
            return Field((name, f"orcid/{name}", f"et-al/{name}"), name, NAMES)
        case "date":
            return Field((variable.key,), name, DATE)
        case "list":
            if name == "keyword":
                return Field((name, f"lists/{name}"), name, KEYWORD)
            return Field((name,), name, CATEGORIES)
        case _:
            return Field((name,), name, DOI if name == "DOI" else TEXT)


def _with_number(reference: Reference) -> Reference:
    return with_article_number(reference) if is_article_number(reference.page) else reference


_ARTICLE_NUMBER = Rule(
    "article number of a page",
    _with_number,
    _with_number,
    NUMBERED_ARTICLES,
    needs=frozenset({"page"}),
)
"""Programs write all kinds of numbers as ``number`` of an article: only a page is known to be one.
"""


def _without_texts(reference: Reference) -> Reference:
    """Move the texts beside dates to ``custom``: a processor would print them in place of these."""
    for value in reference.given().values():
        if value.__class__ is Date and value.literal:
            break
    else:
        return reference
    texts = [
        (variable, value)
        for variable, value in reference.variables()
        if variable.kind == "date" and value.start is not None and value.literal
    ]
    if not texts:
        return reference
    dates = {variable.attribute: evolve(value, literal="") for variable, value in texts}
    custom = [(f"{DATE_TEXT}{variable.name}", value.literal) for variable, value in texts]
    return reference.changed(**dates, custom=(*custom, *reference.custom))


def _is_bare(value: object) -> TypeGuard[Date]:
    return isinstance(value, Date) and value.start is not None and not value.literal


def _with_texts(reference: Reference) -> Reference:
    dates: dict[str, Date] = {}
    kept: list[tuple[str, Any]] = []
    for key, text in reference.custom:
        name = key.removeprefix(DATE_TEXT)
        variable = BY_NAME.get(name) if name != key else None
        date = getattr(reference, variable.attribute) if variable is not None else None
        if variable is None or not _is_bare(date) or not isinstance(text, str) or not text:
            kept.append((key, text))
        else:
            dates.setdefault(variable.attribute, evolve(date, literal=text))
    return reference.changed(**dates, custom=tuple(kept)) if dates else reference


_DATE_TEXTS = Rule("texts beside dates", _without_texts, _with_texts)


_KINDS = frozenset(str(kind) for kind in ItemType)

ROWS = tuple(_field(variable) for variable in VARIABLES)

TABLE = FieldMap(
    prefix="csl",
    type_key="csl:type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    fields=ROWS,
    fast=FAST,
    aliases=tuple(Alias(key, of) for key, of in OLDER_NAMES.items()),
    keeps_foreign=True,
    rules=(_ARTICLE_NUMBER, _DATE_TEXTS, evolve(NOTE_LINES, encode=None)),
    is_legal_type=_KINDS.__contains__,
)
"""Strict CSL-JSON."""

# ── what Zotero's reader takes ────────────────────────────────────────────────────────────────────


_ELIDED = ("'", "\u2019", "-")
"""Ends of particles that stand before a family name without a space."""


def _encode_for_zotero(value: NameList) -> Raws:
    """Fold particles into the family and suffixes into the given name: Zotero reads no others."""
    people = []
    for name in value.names:
        if name.literal:
            people.append({"literal": name.literal})
            continue
        particle = name.non_dropping_particle
        joint = "" if particle.endswith(_ELIDED) or not particle else " "
        family = f"{particle}{joint}{name.family}"
        given = " ".join(filter(None, (name.given, name.dropping_particle)))
        given = ", ".join(filter(None, (given, name.suffix)))
        people.append({k: v for k, v in (("family", family), ("given", given)) if v})
    _, orcids, et_al = encode_names(value)
    return (people,) if people else (), orcids, et_al


_SEASONS = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}


def _encode_date_for_zotero(date: Date) -> Raws:
    """Write seasons as words, and what Zotero would quote or drop as it is."""
    value = date.as_csl()
    if value.get("season") in _SEASONS:
        value["season"] = _SEASONS[value["season"]]
    text = value.get("literal") if date.start is None else None
    parts = value.get("date-parts", ())
    # It reads no year 0, shows one before it without zeros, and of two dates not that they are
    # about right.
    is_odd = any(part[0] <= 0 for part in parts) or (len(parts) > 1 and "circa" in value)
    if text is None and ("literal" in value or is_odd):
        text = date.edtf()
    if text and any(map(str.isdigit, text)) and date_of_json({"raw": text}) == date:
        return (({"raw": text},),)
    return ((value,),)


_NO_CASE = re.compile(r'<span class="nocase">((?:(?!<span|</span>).)*)</span>', re.DOTALL)


def _any_case(text: str) -> str:
    """Return a text without the spans of words that keep their case: Zotero shows them.

    >>> _any_case('The <span class="nocase">DNA</span>')
    'The DNA'
    """
    while (changed := _NO_CASE.sub(r"\1", text)) != text:
        text = changed
    return text


TEXT_FOR_ZOTERO = evolve(TEXT, encode=lambda text: TEXT.encode(_any_case(text)))
DATE_FOR_ZOTERO = evolve(DATE, encode=_encode_date_for_zotero)
NAMES_FOR_ZOTERO = Codec(decode_names, _encode_for_zotero)


def _plain_names(value: NameList) -> Raws | None:
    for name in value.names:
        if name.suffix or name.non_dropping_particle or name.dropping_particle:
            return None
    return encode_plain_names(value)


_FAST_FOR_ZOTERO = {
    **FAST,
    TEXT_FOR_ZOTERO: FAST[TEXT],
    DATE_FOR_ZOTERO: FAST[DATE],
    NAMES_FOR_ZOTERO: evolve(FAST[NAMES], encode_plain=_plain_names),
}
_CODECS_FOR_ZOTERO = {TEXT: TEXT_FOR_ZOTERO, DATE: DATE_FOR_ZOTERO, NAMES: NAMES_FOR_ZOTERO}


def _for_zotero(field: Field) -> Field:
    if field.variable == "note":
        return field
    key = {"container-title-short": ("journalAbbreviation",)}.get(field.variable, field.keys)
    return evolve(field, keys=key, codec=_CODECS_FOR_ZOTERO.get(field.codec, field.codec))


ZOTERO = FieldMap(
    prefix=TABLE.prefix,
    type_key=TABLE.type_key,
    types=tuple(pair for pair in TABLE.types if pair[0] not in UNLISTED)
    + tuple((listed, ItemType(kind)) for kind, listed in UNLISTED.items()),
    fallback=TABLE.fallback,
    fields=tuple(_for_zotero(field) for field in TABLE.fields),
    fast=_FAST_FOR_ZOTERO,
    rules=(_ARTICLE_NUMBER, CONFERENCE_NAME, YEAR_OF_NO_DATE, _DATE_TEXTS, NOTE_LINES),
    keeps_foreign=True,
    is_legal_type=(_KINDS - {*UNLISTED}).__contains__,
)
"""CSL-JSON as Zotero's importer reads it."""
