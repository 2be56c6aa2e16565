"""BibTeX and biblatex: one syntax, two tables.

In: the text of a ``.bib`` file; out: references, and the same way back.
Reading order: syntax (text ↔ records), latex (LaTeX ↔ Unicode in values), table (field names ↔
variables), types and rules (entry types, and fields that say more of them), date_codec, name_codec
and field_codecs (values). Here they become two formats, whose writing is idempotent.
"""

from __future__ import annotations

from attrs import evolve

from refconv.core.fields import Alias, Carry, Field, FieldMap, Raws
from refconv.core.idempotent import idempotent_custom, idempotent_values
from refconv.core.model import ItemType
from refconv.formats.base import Format, whole
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
from refconv.formats.bibtex.syntax.field_values import text_with
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
    thesis_type_for_zotero,
)

_style_of = STYLES.get
_CHUNKING = read_with(_style_of)
_carry = carry_with(_style_of)
_carry_extended = carry_with(_style_of, extended=True)


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


def _idempotent(table: FieldMap, carry: Carry) -> FieldMap:
    # Names need more than their field only if they have ORCIDs.
    stable = {TEXT: None, NAMES: _has_no_orcids, NAMES_ALONE: _has_no_orcids}
    table = with_kept_latex(idempotent_values(table, carry, stable), text_with(_style_of), carry)
    return idempotent_custom(table, carry)


def _has_no_orcids(raws: Raws) -> bool:
    return not raws[1]


_CLASSIC = evolve(
    _table(ROWS, ALIASES, TYPES),
    rules=(ORDER, *plain_rules()),
    spelled_type=plain_type,
    implied_types=IMPLIED,
)

_carry_for_zotero = carry_with(_style_of, encode=encode_for_zotero)

# Zotero's one importer leaves out entries of types it does not know.
_ZOTERO = _idempotent(
    evolve(
        _CLASSIC,
        fields=ZOTERO_ROWS,
        rules=(
            *(DATABASE_FOR_ZOTERO if rule is DATABASE else rule for rule in _CLASSIC.rules),
            ZOTERO_FIELDS,
        ),
        is_legal_type=is_known_to_zotero,
        spelled_type=thesis_type_for_zotero,
    ),
    _carry_for_zotero,
)
_JOIN_FOR_ZOTERO = join_with(_style_of, encode=encode_for_zotero, changed_names=names_for_zotero)

FORMAT = Format(
    name="bibtex",
    title="BibTeX",
    table=_idempotent(_CLASSIC, _carry),
    split=whole(_CHUNKING),
    chunking=_CHUNKING,
    join=join_with(_style_of),
    carry=_carry,
    legal_id=legal_id,
    dialects={"zotero": _ZOTERO},
    joins={"zotero": _JOIN_FOR_ZOTERO},
    carries={"zotero": _carry_for_zotero},
)
"""Classic BibTeX, which .bst styles understand."""

_BIBLATEX = _table(BIBLATEX_ROWS, BIBLATEX_ALIASES, BIBLATEX_TYPES)

BIBLATEX = Format(
    name="biblatex",
    title="biblatex",
    table=_idempotent(_BIBLATEX, _carry_extended),
    split=whole(_CHUNKING),
    chunking=_CHUNKING,
    join=join_with(_style_of, extended=True),
    carry=_carry_extended,
    legal_id=legal_id,
    dialects={"zotero": _ZOTERO},
    joins={"zotero": _JOIN_FOR_ZOTERO},
    carries={"zotero": _carry_for_zotero},
)
"""biblatex, which biber understands."""
