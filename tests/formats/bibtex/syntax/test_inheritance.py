"""Inherited fields; ``words/inherited.txt`` has every renamed field."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.syntax.inheritance import CrossReferences, RawEntry, parent_keys


def entry(type_: str, key: str, **fields: str) -> RawEntry:
    return RawEntry(type_, key, tuple((name, value, 1) for name, value in fields.items()))


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({"title": "A"}, []),
        ({"crossref": " b "}, [("b", 1, False)]),
        ({"XData": "b, c,"}, [("b", 1, True), ("c", 1, True)]),
        ({"crossref": ""}, []),
    ],
)
def test_parents(fields: dict[str, str], keys: list[tuple[str, int, bool]]) -> None:
    assert parent_keys(entry("misc", "a", **fields)) == keys


PARENTS = {
    "p": entry("book", "P", title="Parent", year="2000", shorttitle="P", keywords="k", label="l"),
    "x": entry("xdata", "x", note="n", xdata="a"),
    "a": entry("misc", "a", xdata="x"),
}
CHILDREN = [
    (
        entry("inbook", "c", title="Child", crossref="p"),
        {"title": "Child", "crossref": "p", "booktitle": "Parent", "year": "2000", "keywords": "k"},
    ),
    (
        entry("book", "c", crossref="P", date="1999"),
        {"crossref": "P", "date": "1999", "title": "Parent", "keywords": "k", "shorttitle": "P"},
    ),
    (entry("misc", "c", xdata="a"), {"xdata": "a", "note": "n"}),
    (entry("misc", "c"), {}),
]


@pytest.mark.parametrize(("child", "fields"), CHILDREN)
def test_inherited_fields(child: RawEntry, fields: dict[str, str]) -> None:
    resolved, missing = CrossReferences(dict(PARENTS)).resolve(child)

    assert {name: value for name, value, _ in resolved.fields} == fields
    assert missing == []


def test_a_missing_parent() -> None:
    child = entry("misc", "c", crossref="nobody")

    assert CrossReferences({}).resolve(child) == (child, [("nobody", 1)])
