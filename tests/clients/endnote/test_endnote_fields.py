"""Which field of EndNote a tag of RIS fills, by reference type."""

from __future__ import annotations

import pytest

from refconv.clients.endnote.endnote_fields import CSL_TYPES, fields_of_tags, is_of_type


@pytest.mark.parametrize(
    ("native", "tag", "field"),
    [
        ("JOUR", "T2", "Journal"),
        ("JOUR", "M2", "Start Page"),
        ("JOUR", "C7", "Article Number"),
        ("JOUR", "ET", "Epub Date"),
        ("JOUR", "EP", None),
        ("JOUR", "CY", None),
        ("MGZN", "M1", "Issue Number"),
        ("MGZN", "IS", None),
        ("NEWS", "AU", "Reporter"),
        ("NEWS", "C2", "Issue"),
        ("BOOK", "SP", "Number of Pages"),
        ("BOOK", "A3", "Editor"),
        ("EDBOOK", "AU", "Editor"),
        ("CHAP", "A3", "Series Editor"),
        ("CONF", "C3", "Proceedings Title"),
        ("THES", "VL", "Degree"),
        ("RPRT", "A3", "Publisher"),
        ("ELEC", "M1", "Access Date"),
        ("ELEC", "Y2", None),
        ("PAT", "SN", "Patent Number"),
        ("GEN", "C8", "Custom 8"),
        ("UNPB", "AN", None),
    ],
)
def test_fields_by_type(native: str, tag: str, field: str | None) -> None:
    assert fields_of_tags(native).get(tag) == field


@pytest.mark.parametrize("native", CSL_TYPES)
def test_every_type_has_a_title_and_an_address(native: str) -> None:
    assert {"TI", "UR", "AB", "N1"} <= fields_of_tags(native).keys()


def test_types_may_be_those_that_are_not_named() -> None:
    assert [is_of_type(one, "* -PAT") for one in ("PAT", "CHAP")] == [False, True]
