"""EndNote's own formats: one table of its generic fields, written as tagged lines or as XML."""

from __future__ import annotations

from attrs import evolve

from refconv.core.fields import Alias, Codec, Field, FieldMap
from refconv.core.model import Reference
from refconv.formats.base import Format, whole
from refconv.formats.endnote import enw, paths, rules, xml
from refconv.formats.endnote.codecs import WITH_MONTH, any_of
from refconv.formats.endnote.fast import FAST
from refconv.formats.endnote.table import ARTICLES, aliases, rows
from refconv.formats.endnote.types import FALLBACK, TYPES
from refconv.formats.endnote.vocabulary import PATHS, TAGS
from refconv.formats.ris.codecs import NOTES, VERBATIM
from refconv.formats.ris.rules import CONFERENCE
from refconv.formats.settling import settling
from refconv.values.combinators import same
from refconv.values.inverted_names import NAMES, NAMES_WITH_ET_AL
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
    prepare=rules.preparing("enw:%0"),
    complete=rules.completing("enw:%0", "enw:%M:PMID"),
    is_legal_type=enw.is_legal_type,
)

# Zotero would make a person of "et al.".
_ENW_FOR_ZOTERO = evolve(_ENW, fields=rows(TAGS, plain, NAMES, NOTES))

ENW = Format(
    name="enw",
    title="EndNote import format, Refer",
    table=settling(_ENW, enw.carry),
    split=whole(enw.CHUNKING),
    chunking=enw.CHUNKING,
    join=enw.JOIN,
    carry=enw.carry,
    legal_id=enw.legal_id,
    dialects={"zotero": settling(_ENW_FOR_ZOTERO, enw.carry)},
    line_end=enw.LINE_END,
)

# ── XML ───────────────────────────────────────────────────────────────────────────────────────────


def _xml_rows(
    names: Codec, *, second: tuple[int, ...], short: tuple[int, ...]
) -> tuple[Field, ...]:
    """Give XML's rows, with those of two elements: ``second`` and ``short`` are written of them."""
    own = (
        Field(
            ("periodical/full-title", "titles/secondary-title"),
            "container-title",
            any_of(2, (0, 1)),
            ARTICLES,
        ),
        Field(("titles/alt-title", "periodical/abbr-1"), "container-title-short", any_of(2, short)),
        Field(("number", "issue"), "issue", any_of(2, second), ARTICLES | CONFERENCE),
        Field(("urls/related-urls/url", "urls/web-urls/url"), "URL", any_of(2, second)),
        Field(("dates/year", "dates/pub-dates/date", "dates/month"), "issued", WITH_MONTH),
    )
    replaced = {(row.variable, row.types) for row in own}
    others = rows(PATHS, same, names, VERBATIM)
    return (*own, *(row for row in others if (row.variable, row.types) not in replaced))


_prepare = rules.preparing(f"endnote-xml:{paths.TYPE}")


def _prepared(reference: Reference) -> Reference:
    return rules.in_order(_prepare(reference))


_XML = FieldMap(
    prefix="endnote-xml",
    type_key=paths.TYPE,
    types=TYPES,
    fallback=FALLBACK,
    fields=_xml_rows(NAMES_WITH_ET_AL, second=(0,), short=(0, 1)),
    fast=FAST,
    aliases=(*aliases(PATHS), Alias("urls/text-urls/url", "urls/related-urls/url")),
    repeats=True,
    hint=rules.without_number,
    prepare=_prepared,
    complete=rules.completing(f"endnote-xml:{paths.TYPE}", "endnote-xml:accession-num:PMID"),
    is_legal_type=paths.is_legal_type,
)

# Zotero reads these elements, and makes notes of the others.
_XML_FOR_ZOTERO = evolve(_XML, fields=_xml_rows(NAMES, second=(1,), short=(1,)))

XML = Format(
    name="endnote-xml",
    title="EndNote XML",
    table=settling(_XML, paths.carry),
    split=whole(xml.CHUNKING),
    chunking=xml.CHUNKING,
    join=xml.JOIN,
    carry=paths.carry,
    legal_id=paths.legal_id,
    dialects={"zotero": settling(_XML_FOR_ZOTERO, paths.carry)},
)
