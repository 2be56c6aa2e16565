"""EndNote's own formats: one table of its generic fields, written as tagged lines or as XML."""

from __future__ import annotations

from attrs import evolve

from refconv.core.fields import Alias, Codec, Field, FieldMap
from refconv.core.idempotent import idempotent_custom
from refconv.formats.base import Format, whole
from refconv.formats.endnote import endnote_xml, enw, paths, rules
from refconv.formats.endnote.fast import FAST
from refconv.formats.endnote.generic_codecs import WITH_MONTH
from refconv.formats.endnote.generic_fields import PATHS, TAGS
from refconv.formats.endnote.table import aliases, rows
from refconv.formats.endnote.types import FALLBACK, TYPES, spelled_for_zotero
from refconv.formats.endnote.zotero_elements import fields_for_zotero
from refconv.formats.reference_managers import ART, ARTICLES, CHAPTER, CONFERENCE, PATENT
from refconv.values.combinators import first_of, same
from refconv.values.inverted_names import NAMES, NAMES_WITH_ET_AL
from refconv.values.line_codecs import NOTES, VERBATIM
from refconv.values.markup import plain

# ── the import format ─────────────────────────────────────────────────────────────────────────────

_ENW = FieldMap(
    prefix="enw",
    type_key="%0",
    types=TYPES,
    fallback=FALLBACK,
    fields=rows(TAGS, plain, NAMES_WITH_ET_AL, NOTES),
    fast=FAST,
    aliases=aliases(TAGS),
    repeats=True,
    rules=rules.ENW_RULES,
    is_legal_type=enw.is_legal_type,
)

# Zotero would make a person of "et al.".
_ENW_FOR_ZOTERO = evolve(_ENW, fields=rows(TAGS, plain, NAMES, NOTES))

ENW = Format(
    name="enw",
    title="EndNote import format, Refer",
    table=idempotent_custom(_ENW, enw.carry),
    split=whole(enw.CHUNKING),
    chunking=enw.CHUNKING,
    join=enw.JOIN,
    carry=enw.carry,
    legal_id=enw.legal_id,
    dialects={"zotero": idempotent_custom(_ENW_FOR_ZOTERO, enw.carry)},
    line_end=enw.LINE_END,
    choices=frozenset({"line_ends", "bom"}),
)

# ── XML ───────────────────────────────────────────────────────────────────────────────────────────


def _either_of(written: tuple[int, ...]) -> Codec:
    """Return a codec for two elements, either of which may hold the value."""
    return first_of(lambda raw: raw or None, keys=2, written=written, repeats=True)


_SHORT_TITLES = ("titles/alt-title", "periodical/abbr-1")


def _xml_rows(
    names: Codec, *, second: tuple[int, ...], short: tuple[int, ...]
) -> tuple[Field, ...]:
    """Return XML's fields; of two elements, ``second`` and ``short`` say which are written."""
    own = (
        Field(
            ("periodical/full-title", "titles/secondary-title"),
            "container-title",
            _either_of((0, 1)),
            ARTICLES,
        ),
        Field(_SHORT_TITLES, "container-title-short", _either_of(short)),
        # Zotero writes the medium of a work of art there.
        Field(("misc2",), "medium", VERBATIM, ART),
        Field(("number", "issue"), "issue", _either_of(second), ARTICLES | CONFERENCE),
        Field(("urls/related-urls/url", "urls/web-urls/url"), "URL", _either_of(second)),
        Field(("dates/year", "dates/pub-dates/date", "dates/month"), "issued", WITH_MONTH),
    )
    replaced = {(row.variable, row.types) for row in own}
    others = rows(PATHS, same, names, VERBATIM)
    return (*own, *(row for row in others if (row.variable, row.types) not in replaced))


_XML = FieldMap(
    prefix="endnote-xml",
    type_key=paths.TYPE,
    types=TYPES,
    fallback=FALLBACK,
    fields=_xml_rows(NAMES_WITH_ET_AL, second=(0,), short=(0, 1)),
    fast=FAST,
    aliases=(
        *aliases(PATHS),
        Alias("urls/text-urls/url", "urls/related-urls/url"),
        # What Zotero writes besides: numbers, and the kind of a work.
        Alias("misc1", "call-num", PATENT),
        Alias("misc1", "number"),
        Alias("misc2", "work-type"),
        Alias("issue", "num-vols", CHAPTER),
    ),
    repeats=True,
    rules=rules.XML_RULES,
    is_legal_type=paths.is_legal_type,
)

# Zotero reads these elements, and makes notes of the others.
_XML_FOR_ZOTERO = evolve(
    _XML,
    fields=fields_for_zotero(
        evolve(_XML, fields=_xml_rows(NAMES, second=(1,), short=(1,))), VERBATIM, NAMES
    ),
    rules=rules.XML_RULES_FOR_ZOTERO,
    spelled_type=spelled_for_zotero,
)

XML = Format(
    name="endnote-xml",
    title="EndNote XML",
    table=idempotent_custom(_XML, paths.carry),
    split=whole(endnote_xml.CHUNKING),
    chunking=endnote_xml.CHUNKING,
    join=endnote_xml.JOIN,
    carry=paths.carry,
    legal_id=paths.legal_id,
    dialects={"zotero": idempotent_custom(_XML_FOR_ZOTERO, paths.carry)},
)
