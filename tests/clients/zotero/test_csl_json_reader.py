"""What Zotero stores of CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refconv.clients.zotero.csl_json_reader import csl_field_of, item_type_of, read_csl_json


def read(**values: Any) -> Any:
    (item,) = read_csl_json(
        json.dumps([{name.replace("_", "-"): one for name, one in values.items()}])
    )
    return item


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"type": "article"}, "preprint"),
        ({"type": "treaty"}, "document"),
        ({"type": "bill", "publisher": "P"}, "hearing"),
        ({"type": "book", "version": "2"}, "computerProgram"),
        ({"type": "song", "number": "2"}, "podcast"),
        ({"type": "motion_picture", "volume": "2"}, "videoRecording"),
        ({"type": "broadcast"}, "podcast"),
        ({"type": "broadcast", "publisher": "P"}, "tvBroadcast"),
        (
            {"type": "broadcast", "publisher": "P", "author": [{}], "director": [{}]},
            "radioBroadcast",
        ),
    ],
)
def test_types(item: dict[str, Any], kind: str) -> None:
    assert item_type_of(item) == kind


@pytest.mark.parametrize(
    ("variable", "kind", "field"),
    [
        ("container-title", "bookSection", "bookTitle"),
        ("collection-title", "journalArticle", "seriesTitle"),
        ("number", "report", "reportNumber"),
        ("number", "book", None),
        ("event-place", "conferencePaper", "eventPlace"),
        ("event-place", "film", None),
        ("keyword", "book", None),
    ],
)
def test_fields(variable: str, kind: str, field: str | None) -> None:
    assert csl_field_of(variable, kind) == field


@pytest.mark.parametrize(
    "text",
    [
        '[{"type": "book"}, {"type": "software"}]',
        '[{"title": "A"}]',
        '[{"type": ["book"]}]',
        '{"items": []}',
        "[[]]",
        "[",
        "[" * 100_000,
        "",
    ],
)
def test_a_file_is_refused_whole(text: str) -> None:
    assert read_csl_json(text) == ()


def test_values_are_texts() -> None:
    item = read(
        type="article-journal", title="A", volume=12, ISSN=["1234-5679", "1"], abstract=None
    )

    assert item.fields == {"title": "A", "volume": "12", "ISSN": "1234-5679,1"}


def test_names_are_in_the_order_of_roles_with_the_parts_that_are_read() -> None:
    item = read(
        type="book",
        translator=[{"family": "Doe", "given": "C.", "suffix": "Jr."}],
        author=[{"family": "Roe", "non-dropping-particle": "van"}, {"literal": "Acme"}, "x", {}],
        performer=[{"given": "B."}],
        illustrator=[{"family": "Lost"}],
        editor="Lost",
    )

    assert [(one.role, one.last, one.first) for one in item.creators] == [
        ("author", "Roe", ""),
        ("author", "Acme", None),
        ("author", "", "B."),
        ("translator", "Doe", "C."),
    ]


def test_lines_of_the_note_are_read() -> None:
    item = read(type="book", note="type: map\nRights: CC\nfree", keyword="lost")

    assert (item.type, item.fields, item.extra) == ("map", {"rights": "CC"}, ("free",))
