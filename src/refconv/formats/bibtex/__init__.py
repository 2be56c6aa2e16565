"""BibTeX: entry types and fields, classic and biblatex's read, classic ones written.

scanner ─▶ entries ─▶ expand ─▶ latex, names ─▶ Record ─▶ rows (codecs, dates), kinds ─▶ Reference
"""

from __future__ import annotations

from attrs import evolve

from refconv.fields import FieldMap
from refconv.formats.base import Format
from refconv.formats.bibtex.kinds import FALLBACK, TYPES, complete, is_known_to_zotero
from refconv.formats.bibtex.reading import read_with
from refconv.formats.bibtex.rows import ALIASES, ROWS, STYLES
from refconv.formats.bibtex.settle import settled, settling
from refconv.formats.bibtex.writing import carry_with, join_with, legal_id, legal_type

_carry = carry_with(STYLES.get)

_READING = FieldMap(
    prefix="bibtex",
    type_key="@type",
    types=TYPES,
    fallback=FALLBACK,
    rows=settled(ROWS, _carry),
    aliases=ALIASES,
    folds_case=True,
    complete=complete,
    is_legal_type=legal_type,
)

TABLE = settling(_READING, _carry, STYLES)
"""Classic BibTeX."""

ZOTERO = settling(evolve(_READING, is_legal_type=is_known_to_zotero), _carry, STYLES)
"""The same for Zotero, which leaves out entries of types it does not know."""

FORMAT = Format(
    name="bibtex",
    title="BibTeX",
    suffixes=(".bib", ".bibtex"),
    table=TABLE,
    split=read_with(STYLES.get),
    join=join_with(STYLES.get),
    carry=_carry,
    legal_id=legal_id,
    dialects={"zotero": ZOTERO},
)
