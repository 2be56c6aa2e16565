"""What Zotero stores of what Zotero exports, measured with its own code."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.clients.zotero.item import ZoteroItem, item_differences
from refconv.clients.zotero.stored import READERS, stored

ITEMS, FIELDS = 0.99, 0.997
"""The least shares of items and fields that must be as Zotero stores them."""


def pairs(folder: Path, format_name: str) -> Iterator[tuple[str, ZoteroItem | None]]:
    packed = (folder / "zotero" / "exports" / "pairs_dev.jsonl.gz").read_bytes()
    for pair in map(json.loads, gzip.decompress(packed).decode().splitlines()):
        if pair["format"] == format_name:
            item = pair["stored"]
            yield pair["native"], None if item is None else ZoteroItem.from_json(item)


@pytest.mark.parametrize("format_name", sorted(READERS))
def test_items_of_the_exports(format_name: str, data_folder: Path) -> None:
    equal = different = fields = wrong = 0
    for native, item in pairs(data_folder, format_name):
        found = stored(native, format_name)
        differences = [*item_differences(found[0], item)] if found and item else [("", found, item)]
        is_equal = not differences or (not found and item is None)
        equal, different = equal + is_equal, different + (not is_equal)
        fields += 0 if item is None else len(item.fields)
        wrong += 0 if is_equal else len(differences)

    assert equal / (equal + different) >= ITEMS
    assert 1 - wrong / fields >= FIELDS


@pytest.mark.parametrize("format_name", sorted(READERS))
@pytest.mark.parametrize("text", ["", "\x00", "@", "[]", "{", "TY  - ", "<xml", "\ufeff", "💥" * 9])
def test_nothing_is_stored_of_other_texts(format_name: str, text: str) -> None:
    assert stored(text, format_name) == ()


@pytest.mark.parametrize("format_name", sorted(READERS))
@given(st.text())
def test_no_text_is_an_error(format_name: str, text: str) -> None:
    stored(text, format_name)


def test_a_format_that_no_reader_knows() -> None:
    with pytest.raises(KeyError, match="mods"):
        stored("", "mods")
