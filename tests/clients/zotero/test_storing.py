"""What Zotero does with every record that it imports."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.same_values import Creator
from refconv.clients.zotero.storing import DraftItem, store, stored_access_date


def fields(**values: str) -> dict[str, str]:
    return values


@pytest.mark.parametrize(
    ("draft", "stored"),
    [
        # Fields that the type does not have are lines of Extra, sorted, before the others.
        (
            DraftItem("book", fields(title="A", pages="3", issue="2"), extra=["free"]),
            {"extra": ("Issue: 2", "Pages: 3", "free")},
        ),
        # Those that say a kind of the type are lost, but for a bare "type".
        (DraftItem("book", fields(reportType="x", genre="y")), {"fields": {}, "extra": ()}),
        (DraftItem("book", fields(type="x")), {"extra": ("Type: x",)}),
        # A general name is the type's own.
        (DraftItem("thesis", fields(publisher="U")), {"fields": fields(university="U")}),
        # The type line comes first; names of fields and roles follow it.
        (
            DraftItem(
                "book",
                fields(title="A", publisher="P", numPages="9"),
                [Creator("editor", "Roe", "A")],
                extra=["free", "type: computerProgram", "Version: 1"],
            ),
            {
                "type": "computerProgram",
                "fields": fields(title="A", company="P", versionNumber="1"),
                "creators": (Creator("programmer", "Roe", "A"),),
                "extra": ("Num Pages: 9", "free"),
            },
        ),
        (
            DraftItem("thesis", fields(university="U", title="A"), extra=["type: case"]),
            {"fields": fields(caseName="A"), "extra": ("University: U",)},
        ),
        # Of lines with the same key the first counts, and none if the record has the field.
        (
            DraftItem("map", fields(language="de"), extra=["Rights: a\nRights: b\nLanguage: en"]),
            {"fields": fields(rights="a", language="de"), "extra": ("Rights: b", "Language: en")},
        ),
        # A line with a general name that the type does not have is lost.
        (DraftItem("thesis", extra=["Publisher: P"]), {"fields": {}, "extra": ()}),
        # Only the abstract keeps its lines.
        (
            DraftItem("map", fields(title="A\nb", abstractNote="A\nb")),
            {"fields": fields(title="A b", abstractNote="A\nb")},
        ),
        (DraftItem("book", fields(title="Mud: A Novel")), {"fields": fields(title="Mud")}),
        (DraftItem("map", fields(title="Mud: A Novel")), {"fields": fields(title="Mud: A Novel")}),
        (DraftItem("map", fields(accessDate="yesterday")), {"fields": {}}),
        (
            DraftItem("map", extra=["Accessed: 2024-03-05"]),
            {"fields": fields(accessDate="2024-03-05")},
        ),
    ],
)
def test_what_is_stored(draft: DraftItem, stored: dict[str, Any]) -> None:
    item = store(draft)

    assert {name: getattr(item, name) for name in stored} == stored


@pytest.mark.parametrize(
    ("date", "stored"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:15:00Z", "2024-03-05 10:15:00"),
        ("2024-03-05 10:15:00", "2024-03-05 10:15:00"),
        ("2024-03", "2024-03-01 00:00:00"),
        ("2024", "2024-01-01 00:00:00"),
        ("5 March 2024", ""),
        ("2024-03-05/2024-03-06", ""),
    ],
)
def test_access_dates(date: str, stored: str) -> None:
    assert stored_access_date(date) == stored
