"""The entries of a YAML file: of its list, and of its mapping."""

from __future__ import annotations

import pytest

from refconv.core.fields import Record
from refconv.formats.base import Chunking, Split, whole
from refconv.formats.yaml.values import YamlValues
from refconv.formats.yaml.yaml_entries import YamlEntry, entries_of_list, entries_of_map


def record(entry: YamlEntry, values: YamlValues) -> Record:
    value = values.value(entry.node)
    return Record("", entry.key or str(value.get("id", "")), (), entry.line)


LIST, MAP = entries_of_list(record), entries_of_map(record)


def read(chunking: Chunking, text: str) -> tuple[list[str], list[str], Split]:
    split = whole(chunking)(text)
    ids = [f"{one.line} {one.id}" for one in split.records]
    return ids, [f"{one.line} {one.message}" for one in split.diagnostics], split


LISTS = [
    ("- id: a\n- id: b\n", ["1 a", "2 b"]),
    ("# words\n---\n- id: a\n", ["3 a"]),
    ("references:\n- id: a\n- id: b\nnocite: x\n", ["2 a", "3 b"]),
    ("title: x\nreferences: [{id: a}, {id: b}]\n", ["2 a", "2 b"]),
    ("references:\n    -   id: a\n    -   id: b\n", ["2 a", "3 b"]),
    ("references: {id: a}\n", ["1 a"]),
    ("type: book\nid: a\n", ["1 a"]),
    ("---\nreferences:\n- id: a\n---\nreferences:\n- id: b\n...\n", ["3 a", "6 b"]),
    ("references:\n", []),
    ("references: []\n", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[str]) -> None:
    ids, found, _ = read(LIST, text)

    assert ids == expected
    assert found == [] or (not expected and found == ["1 no entry in this YAML (nothing was read)"])


def test_other_metadata_is_kept_as_blocks() -> None:
    _, _, split = read(LIST, "title: A\nauthor: [B, C]\nreferences:\n- id: a\n")

    assert [(one.kind, one.text, one.line) for one in split.blocks] == [
        ("metadata", "title: A", 1),
        ("metadata", 'author: ["B", "C"]', 2),
    ]


def test_text_around_the_metadata_is_reported_once() -> None:
    text = "# A heading\n\n---\nreferences:\n- id: a\n...\n\nA body.\n"

    assert read(LIST, text)[:2] == (
        ["5 a"],
        ["1 text outside the metadata: '# A heading' (not read)"],
    )


BROKEN = "did not find expected ',' or ']' (the entry is cut there)"


def test_entries_around_a_broken_one_are_read() -> None:
    text = "references:\n- id: a\n- id: b\n  x: [\n- id: c\n- d\nnocite: x\n"

    assert read(LIST, text)[:2] == (
        ["2 a", "3 b", "5 c"],
        [
            "5 invalid YAML: did not find expected node content (the entry is cut there)",
            '6 "d" is not an item (left out)',
        ],
    )


def test_a_mapping() -> None:
    assert read(MAP, "a:\n  x: 1\n'b c': {x: 1}\n# d:\nd: 1\ne:\n")[:2] == (
        ["1 a", "3 b c"],
        ['5 {"d": "1"} is not an item (left out)', '6 {"e": null} is not an item (left out)'],
    )


def test_a_mapping_with_a_broken_entry() -> None:
    assert read(MAP, "a:\n  x: 1\nb:\n  x: [\nc:\n  x: 1\n")[0] == ["1 a", "3 b", "5 c"]


def test_a_text_without_entries() -> None:
    assert read(MAP, "words") == (
        [],
        ['1 "words" is not an item (left out)'],
        read(MAP, "words")[2],
    )
    assert read(MAP, "# words\n")[1] == ["1 no entry in this YAML (nothing was read)"]
