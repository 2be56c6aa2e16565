"""MARC 21, which is only read: records of libraries' catalogues, in XML and in ISO 2709.

Reading order: marc_field, unimarc (its fields as MARC 21 has them), marc_fields (fields → pairs of
a record), marcxml and iso2709 (the two syntaxes), table.
"""

from __future__ import annotations

from refconv.formats.base import Format, whole
from refconv.formats.marc import iso2709, marcxml
from refconv.formats.marc.table import TABLE

XML = Format(
    name="marcxml",
    title="MARCXML",
    table=TABLE,
    split=whole(marcxml.CHUNKING),
    chunking=marcxml.CHUNKING,
)

MARC = Format(
    name="marc",
    title="MARC 21 (ISO 2709)",
    table=TABLE,
    split=whole(iso2709.CHUNKING),
    chunking=iso2709.CHUNKING,
)
