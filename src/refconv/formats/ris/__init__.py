"""RIS, the format of Reference Manager: over rispy, and the tables that Zotero and EndNote read."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from refconv.core.fields import Codec, Field, FieldMap
from refconv.core.idempotent import idempotent_custom
from refconv.formats.base import Format, whole
from refconv.formats.ris.endnote_rows import rows_for_endnote
from refconv.formats.ris.fast import FAST
from refconv.formats.ris.rules import KEY_OF_CLIENT, RULES, RULES_FOR_ZOTERO
from refconv.formats.ris.syntax import CHUNKING, JOIN, LINE_END, carry, is_legal_type, legal_id
from refconv.formats.ris.table import ALIASES, EXTRA, rows
from refconv.formats.ris.tags import tag_of
from refconv.formats.ris.types import FALLBACK, TYPES
from refconv.formats.ris.zotero_lines import (
    ISSUED_FOR_ZOTERO,
    KEPT_LINES,
    TITLE,
    lines_rule,
    rows_for_zotero,
)
from refconv.formats.ris.zotero_types import spelled_for_zotero
from refconv.values.inverted_names import NAMES_WITH_ET_AL, NAMES_WITHOUT_COMMAS
from refconv.values.line_codecs import ISSUED, TEXT

_MAIN = FieldMap(
    prefix="ris",
    type_key="TY",
    types=TYPES,
    fallback=FALLBACK,
    fields=rows(),
    fast=FAST,
    aliases=ALIASES,
    repeats=True,
    rules=RULES,
    is_legal_type=is_legal_type,
)

TABLE = evolve(_MAIN, rules=(KEPT_LINES, lines_rule(_MAIN), *RULES))
"""What Zotero and EndNote both show; it reads all that any of them writes."""


def _with(extra: tuple[Field, ...], names: Codec) -> tuple[Field, ...]:
    """Return the fields with ``extra`` ones in the places of theirs, names written by a codec."""
    replaced = {(row.variable, row.types) for row in extra}
    own = (row for row in rows(names) if (row.variable, row.types) not in replaced)
    return (*own, *extra)


def _in_order(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return fields in the order of RIS's own, lines of Extra last."""
    places = {row.variable: place for place, row in reversed([*enumerate(rows())])}

    def place(row: Field) -> tuple[bool, int]:
        is_line = tag_of(row.keys[0]) == "M2"
        return is_line, 0 if is_line else places[row.variable]

    return tuple(sorted(fields, key=place))


ZOTERO = evolve(
    TABLE,
    fields=_in_order(rows_for_zotero(_with(EXTRA, NAMES_WITHOUT_COMMAS), NAMES_WITHOUT_COMMAS)),
    rules=(*RULES_FOR_ZOTERO, KEY_OF_CLIENT),
    spelled_type=spelled_for_zotero,
    fast={**FAST, TITLE: FAST[TEXT], ISSUED_FOR_ZOTERO: FAST[ISSUED]},
)
"""With lines for Zotero's Extra field (M2), where it reads fields that RIS has no tag for."""

ENDNOTE = evolve(
    TABLE,
    fields=tuple(rows_for_endnote(rows(NAMES_WITH_ET_AL))),
    rules=(*RULES, KEY_OF_CLIENT),
)
"""With ``et al.,`` at the end of a list of names, and the key in the field Label."""

FORMAT = Format(
    name="ris",
    title="RIS",
    table=idempotent_custom(TABLE, carry),
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=JOIN,
    carry=carry,
    legal_id=legal_id,
    dialects={
        "zotero": idempotent_custom(ZOTERO, carry),
        "endnote": idempotent_custom(ENDNOTE, carry),
    },
    line_end=LINE_END,
    choices=frozenset({"line_ends", "bom"}),
)
