"""BibTeX and biblatex: one syntax, two tables.

In: the text of a ``.bib`` file; out: references, and the same way back.
Reading order: syntax (text ↔ records), latex (LaTeX ↔ Unicode in values), table (field names ↔
variables), types and rules (entry types, and fields that say more of them), date_codec, name_codec
and field_codecs (values); spelling and syntax.layout (the choices of a user's style). Here they
become two formats, whose writing is idempotent.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from refconv.core.fields import Alias, Carry, Field, FieldMap, Raws
from refconv.core.idempotent import idempotent_custom, idempotent_values
from refconv.core.model import ItemType
from refconv.formats.base import Format, Join, whole
from refconv.formats.bibtex.fast import FAST
from refconv.formats.bibtex.field_codecs import TEXT
from refconv.formats.bibtex.kept_latex import ORDER, with_kept_latex
from refconv.formats.bibtex.latex.for_zotero import encode_for_zotero, names_for_zotero
from refconv.formats.bibtex.name_codec import NAMES, NAMES_ALONE
from refconv.formats.bibtex.rules import (
    DATABASE,
    DATABASE_FOR_ZOTERO,
    ZOTERO_FIELDS,
    plain_rules,
    rules_for,
)
from refconv.formats.bibtex.spelling import PLAIN_SPELLING, Spelling, fast_paths, styled
from refconv.formats.bibtex.syntax.field_values import text_with
from refconv.formats.bibtex.syntax.layout import layout_of, order_rule
from refconv.formats.bibtex.syntax.reader import read_with
from refconv.formats.bibtex.syntax.writer import carry_with, join_with, legal_id, legal_type
from refconv.formats.bibtex.table import (
    ALIASES,
    BIBLATEX_ALIASES,
    BIBLATEX_ROWS,
    ROWS,
    STYLES,
    ZOTERO_ROWS,
)
from refconv.formats.bibtex.types import (
    BIBLATEX_TYPES,
    FALLBACK,
    IMPLIED,
    TYPES,
    is_known_to_zotero,
    plain_type,
    type_for_zotero,
)
from refconv.formats.rules import CONFERENCE_NAME, SONG_PERFORMER
from refconv.formats.style import CHOICES, DEFAULT, Style

_style_of = STYLES.get
_CHUNKING = read_with(_style_of)


def _table(
    rows: tuple[Field, ...],
    aliases: tuple[Alias, ...],
    kinds: tuple[tuple[str, ItemType], ...],
) -> FieldMap:
    thesis = next(native for native, kind in kinds if kind == ItemType.THESIS)
    return FieldMap(
        prefix="bibtex",
        type_key="@type",
        types=kinds,
        fallback=FALLBACK,
        fields=rows,
        fast=FAST,
        aliases=aliases,
        folds_case=True,
        rules=(ORDER, *rules_for(thesis)),
        is_legal_type=legal_type,
    )


_CLASSIC = evolve(
    _table(ROWS, ALIASES, TYPES),
    rules=(ORDER, *plain_rules()),
    spelled_type=plain_type,
    implied_types=IMPLIED,
)

_BIBLATEX = _table(BIBLATEX_ROWS, BIBLATEX_ALIASES, BIBLATEX_TYPES)

# Zotero's one importer leaves out entries of types it does not know.
_ZOTERO = evolve(
    _CLASSIC,
    fields=ZOTERO_ROWS,
    rules=(
        CONFERENCE_NAME,
        SONG_PERFORMER,
        *(DATABASE_FOR_ZOTERO if rule is DATABASE else rule for rule in _CLASSIC.rules),
        ZOTERO_FIELDS,
    ),
    is_legal_type=is_known_to_zotero,
    spelled_type=type_for_zotero,
)

_SPELLING_FOR_ZOTERO = Spelling(encode=encode_for_zotero, names=names_for_zotero)


class _Dialect(NamedTuple):
    """A table, how its records are written, and what the text holds of a raw value."""

    table: FieldMap
    join: Join
    carry: Carry


def _dialect(
    table: FieldMap, spelling: Spelling, style: Style, *, extended: bool = False
) -> _Dialect:
    spelling = styled(spelling, style)
    carry = carry_with(_style_of, spelling, extended=extended)
    layout = layout_of(style, spelling.encode)
    if style.order:
        table = evolve(table, rules=(*table.rules, order_rule(style.order)))
    table = _idempotent(evolve(table, fast=fast_paths(table.fast, spelling)), carry)
    return _Dialect(table, join_with(_style_of, spelling, layout, extended=extended), carry)


def _idempotent(table: FieldMap, carry: Carry) -> FieldMap:
    # Names need more than their field only if they have ORCIDs.
    stable = {TEXT: None, NAMES: _has_no_orcids, NAMES_ALONE: _has_no_orcids}
    table = with_kept_latex(idempotent_values(table, carry, stable), text_with(_style_of), carry)
    return idempotent_custom(table, carry)


def _has_no_orcids(raws: Raws) -> bool:
    return not raws[1]


def _in_style(name: str, title: str, table: FieldMap, *, extended: bool) -> Format:
    """Return a format that is written in any style."""

    def restyle(style: Style) -> Format:
        main = _dialect(table, PLAIN_SPELLING, style, extended=extended)
        zotero = _dialect(_ZOTERO, _SPELLING_FOR_ZOTERO, style)
        spelling = styled(PLAIN_SPELLING, style)
        return Format(
            name=name,
            title=title,
            table=main.table,
            split=whole(_CHUNKING),
            chunking=_CHUNKING,
            join=main.join,
            carry=main.carry,
            legal_id=lambda key: legal_id(spelling.key(key)),
            dialects={"zotero": zotero.table},
            joins={"zotero": zotero.join},
            carries={"zotero": zotero.carry},
            choices=frozenset(CHOICES.values()),
            restyle=restyle,
        )

    return restyle(DEFAULT)


FORMAT = _in_style("bibtex", "BibTeX", _CLASSIC, extended=False)
"""Classic BibTeX, which .bst styles understand."""

BIBLATEX = _in_style("biblatex", "biblatex", _BIBLATEX, extended=True)
"""biblatex, which biber understands."""
