"""The columns that are written: their names, their order, and what they hold."""

from __future__ import annotations

from refconv.core.model import VARIABLES
from refconv.formats.column_names import column_of
from refconv.formats.delimited.table import FIELDS, KEYS, OTHER_FIELDS, WRITTEN

READ_ONLY = {"Authors by Commas"}
"""Keys that no heading has: the header decides."""


def test_every_variable_has_a_field() -> None:
    assert {field.variable for field in FIELDS} == {variable.name for variable in VARIABLES}


def test_a_written_column_is_read_as_itself() -> None:
    read = {name: known.column for name in WRITTEN if (known := column_of(name)) is not None}

    assert read == {name: name for name in WRITTEN}


def test_columns_stand_in_the_order_of_the_fields() -> None:
    keys = [key for field in FIELDS for key in field.keys if key in WRITTEN]

    assert ("ID", "Type", *keys, OTHER_FIELDS) == WRITTEN


def test_every_column_that_is_known_has_a_field() -> None:
    of_rows = {"ID", "Type", "Extra", "arXiv ID", OTHER_FIELDS}
    known = {column for key in KEYS if (column := column_of(key)) is not None}

    assert {one.column for one in known} <= KEYS | of_rows
    assert {key for key in KEYS if not key.startswith("CSL ")} - READ_ONLY == {
        one.column for one in known
    }
