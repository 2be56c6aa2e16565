"""Where Zotero holds what of a reference."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.expected import csl_type, places


@pytest.mark.parametrize(
    ("kind", "variable", "found"),
    [
        ("journalArticle", "container-title-short", ("journalAbbreviation",)),
        ("journalArticle", "part", ("partNumber",)),
        ("patent", "author", ("inventor",)),
        ("patent", "publisher", ("assignee",)),
        ("podcast", "host", ("podcaster",)),
        ("journalArticle", "collection-title", ("series", "seriesTitle")),
    ],
)
def test_places(kind: str, variable: str, found: tuple[str, ...]) -> None:
    assert places(kind)[variable] == found


@pytest.mark.parametrize(
    ("kind", "variable"), [("webpage", "volume"), ("book", "keyword"), ("map", "editor")]
)
def test_variables_without_a_place(kind: str, variable: str) -> None:
    assert variable not in places(kind)


@pytest.mark.parametrize(
    ("kind", "csl"), [("film", "motion_picture"), ("email", "personal_communication")]
)
def test_types(kind: str, csl: str) -> None:
    assert csl_type(kind) == csl
