"""Which fields of EndNote hold which variables, by reference type."""

from __future__ import annotations

import pytest

from refconv.clients.endnote.endnote_fields import CSL_TYPES, fields_of_tags
from refconv.clients.endnote.endnote_places import DAYS, YEARS, endnote_places
from refconv.core.model import BY_NAME


@pytest.mark.parametrize(
    ("native", "variable", "places"),
    [
        ("JOUR", "container-title", ("Journal",)),
        ("JOUR", "editor", ()),
        ("CHAP", "editor", ("Editor",)),
        ("CHAP", "collection-editor", ("Series Editor",)),
        ("CONF", "container-title", ("Proceedings Title",)),
        ("CPAPER", "container-title", ("Conference Name",)),
        ("THES", "publisher", ("University",)),
        ("RPRT", "publisher", ("Institution",)),
        ("RPRT", "number", ("Report Number", "Document Number")),
        ("STAND", "author", ("Institution",)),
        ("NEWS", "issue", ("Issue",)),
        ("PAT", "author", ("Inventor",)),
        ("COMP", "edition", ()),
        ("COMP", "version", ("Version",)),
        ("GEN", "editor", ("Secondary Author",)),
    ],
)
def test_places_by_type(native: str, variable: str, places: tuple[str, ...]) -> None:
    assert endnote_places(native).get(variable, ()) == places


@pytest.mark.parametrize("native", CSL_TYPES)
def test_places_are_fields_of_the_type_and_hold_variables(native: str) -> None:
    places, own = endnote_places(native), {*fields_of_tags(native).values()}

    assert {field for fields in places.values() for field in fields} <= own
    assert places.keys() <= BY_NAME.keys()
    assert own & {*YEARS, *DAYS}
