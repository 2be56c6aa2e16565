"""The law of programs: what one stores of a file is what the losses say.

``stored(write(references, for_=client))`` is what the program holds of ``apply(references,
losses)``, in its own terms: judging the references with their losses applied finds nothing more.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.clients.endnote.endnote_fields import CSL_TYPES
from refconv.clients.endnote.endnote_losses import judge_endnote
from refconv.clients.endnote.endnote_ris import read_ris_of_endnote
from refconv.clients.judged import Judged
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.stored import READERS, stored
from refconv.clients.zotero.zotero_losses import judge
from refconv.core.keys import assign_ids
from refconv.core.losses import apply
from refconv.core.model import ItemType, Reference
from refconv.core.report import Losses
from refconv.io.api import read, write
from refconv.io.write import is_known_type
from refconv.strategies import references

law = settings(deadline=None, suppress_health_check=list(HealthCheck))
every_format = pytest.mark.parametrize("name", sorted(READERS))


def unreported(reference: Reference, losses: Losses, item: ZoteroItem | None) -> list[Judged]:
    """Return what Zotero holds otherwise of a reference with its losses applied.

    A value that is kept elsewhere is not in its place; where it is, it looks like an added one.
    """
    (applied,) = apply(assign_ids([reference]), losses)
    return beside_moved(judge(applied, item, is_known_type), losses)


def beside_moved(found: list[Judged], losses: Losses) -> list[Judged]:
    """Return what is judged, without what only looks added, since a value was moved there."""
    moved = any(loss.elsewhere for loss in losses)
    return [one for one in found if not (moved and is_only_more(one))]


def is_only_more(one: Judged) -> bool:
    """Return whether a place holds what it should, or nothing, and more."""
    if isinstance(one.value, tuple) and isinstance(one.kept, tuple):
        return len(one.value) < len(one.kept)
    return not one.value


@every_format
@law
@given(reference=references())
def test_zotero_stores_the_reference_with_the_losses_applied(
    name: str, reference: Reference
) -> None:
    written = write(reference, name, for_="zotero")

    items = stored(written.text, name)

    item = items[0] if len(items) == 1 else None
    assert unreported(reference, written.losses, item) == []


@law
@given(reference=references(), kind=st.sampled_from(ItemType))
def test_endnote_stores_the_reference_with_the_losses_applied(
    reference: Reference, kind: ItemType
) -> None:
    given_reference = reference.changed(type=kind)
    written = write(given_reference, "ris", for_="endnote")

    (applied,) = apply(assign_ids([given_reference]), written.losses)
    records = read_ris_of_endnote(written.text)
    if records[0].type not in CSL_TYPES:
        # There EndNote is taken to read what refconv reads.
        assert read(written.text, "ris").references == (applied,)
        return
    record = records[0] if len(records) == 1 else None
    found = judge_endnote(applied, record, is_known_type)
    assert beside_moved(found, written.losses) == []


SOURCES = ("bibtex", "csl-json", "endnote-xml", "ris")
_EVERY = 10
"""One of so many items; all of them take minutes."""


@every_format
@pytest.mark.parametrize("source", SOURCES)
def test_what_becomes_of_the_exports_is_reported(source: str, name: str, data_folder: Path) -> None:
    packed = (data_folder / "zotero" / "exports" / "pairs_dev.jsonl.gz").read_bytes()
    pairs = [*map(json.loads, gzip.decompress(packed).decode().splitlines())]
    natives = [pair["native"] for pair in pairs if pair["format"] == source]
    for native in natives[::_EVERY]:
        for reference in read(native, source).references:
            written = write(reference, name, for_="zotero")
            items = stored(written.text, name)

            item = items[0] if len(items) == 1 else None
            assert unreported(reference, written.losses, item) == []
