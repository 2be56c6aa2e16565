"""Zotero's item types, fields and labels."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.schema import (
    escaped,
    field_for,
    general_name,
    item_types,
    label,
    own_name,
    unescaped,
)


def test_every_type_has_fields_and_roles() -> None:
    assert len(item_types()) == 37
    for kind, schema in item_types().items():
        assert {"extra", "abstractNote", "citationKey"} <= schema.fields, kind
        assert schema.roles, kind


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("book", "author"),
        ("patent", "inventor"),
        ("hearing", "contributor"),
        ("map", "cartographer"),
    ],
)
def test_the_first_role_is_the_primary_one(kind: str, role: str) -> None:
    assert item_types()[kind].roles[0] == role


@pytest.mark.parametrize(
    ("kind", "general", "own"),
    [
        ("thesis", "publisher", "university"),
        ("preprint", "publisher", "repository"),
        ("bookSection", "publicationTitle", "bookTitle"),
        ("case", "title", "caseName"),
        ("patent", "date", "issueDate"),
        ("report", "number", "reportNumber"),
        ("report", "type", "reportType"),
        ("book", "publisher", "publisher"),
        ("dataset", "type", "type"),
        ("book", "issue", None),
        ("computerProgram", "type", None),
        ("bill", "publicationTitle", None),
    ],
)
def test_names_of_fields(kind: str, general: str, own: str | None) -> None:
    assert own_name(general, kind) == own
    if own is not None:
        assert general_name(own, kind) == general


@pytest.mark.parametrize(
    ("variable", "kind", "field"),
    [
        ("container-title", "webpage", "websiteTitle"),
        ("publisher", "report", "institution"),
        ("editor", "book", "editor"),
        ("editor", "webpage", None),
        ("division", "book", None),
    ],
)
def test_fields_of_variables(variable: str, kind: str, field: str | None) -> None:
    assert field_for(variable, kind) == field


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("numberOfVolumes", "Number Of Volumes"),
        ("edition", "Edition"),
        ("DOI", "DOI"),
        ("PMCID", "PMCID"),
        ("archiveID", "Archive ID"),
    ],
)
def test_labels(name: str, shown: str) -> None:
    assert label(name) == shown


@pytest.mark.parametrize("value", ["", "a\\n", "a\nb\tc", "\\", "\\\\t"])
def test_values_in_tables(value: str) -> None:
    assert unescaped(escaped(value)) == value
    assert not set(escaped(value)) & {"\n", "\t"}
