"""Real files, there and back through another format: each value lost on the way is reported."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import refconv
from refconv.core.lens import encode_reference
from refconv.core.model import Reference
from refconv.formats.registry import FORMATS
from refconv.values.markup import runs

FOLDERS = {"bibtex": ("files/bibtex", "zotero-import"), "ris": ("files/ris",)}
TABLES = {name: FORMATS[name].table for name in ("bibtex", "biblatex", "ris")}
SUFFIXES = {"bibtex": ".bib", "ris": ".ris"}
# The least share of fields that come back, of a hundred.
THROUGH_CSL = [("bibtex", 99.9), ("biblatex", 99.9), ("ris", 100.0)]
# What a reference list prints, and what finds the work.
CORE = frozenset(
    """abstract author chapter-number collection-number collection-title container-title DOI edition
    editor event-title genre ISBN ISSN issue issued keyword language note number page publisher
    publisher-place title URL volume""".split()
)


def reads(data_folder: Path, name: str) -> list[refconv.Read]:
    kind = "ris" if name == "ris" else "bibtex"
    paths = (
        path
        for folder in FOLDERS[kind]
        for path in sorted((data_folder / folder).glob(f"*{SUFFIXES[kind]}"))
    )
    return [refconv.read(path.read_bytes(), name) for path in paths]


def there_and_back(
    read: refconv.Read, name: str, other: str
) -> tuple[tuple[Reference, ...], tuple[Reference, ...], tuple[Reference, ...]]:
    """Return what was read, what came back, and what comes back by the losses of both writings."""
    given = refconv.assign_ids(read)
    there = refconv.write(read, other)
    arrived = refconv.read(there.text, other)
    back = refconv.write(arrived, name)
    predicted = refconv.apply(refconv.apply(given, there.losses), back.losses)
    return given, refconv.read(back.text, name).references, predicted


def fields(reference: Reference) -> Counter[tuple[str, str]]:
    """Return a reference's fields by name, markup and white space aside.

    A native type is what is written in its format: ``custom`` need not keep it for that.
    """
    found = Counter((variable.name, plain(str(v))) for variable, v in reference.variables())
    types = {f"{table.prefix}:{table.type_key}" for table in TABLES.values()}
    found.update((key, str(value)) for key, value in reference.custom if key not in types)
    found.update(
        (f"{name}: type", encode_reference(table, reference, FORMATS[name].carry).record.type)
        for name, table in TABLES.items()
    )
    found.update((name, "et al.") for name in reference.et_al)
    return found


def plain(text: str) -> str:
    return " ".join("".join(run for kind, run in runs(text) if kind == "text").split())


@pytest.mark.parametrize(("name", "least"), THROUGH_CSL)
def test_the_round_trip_through_csl_json_is_lossless(
    data_folder: Path, name: str, least: float
) -> None:
    whole, gone = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for read in reads(data_folder, name):
        given, back, predicted = there_and_back(read, name, "csl-json")
        assert back == predicted
        for one, other in zip(given, back, strict=True):
            whole += fields(one)
            gone += fields(one) - fields(other)

    assert 100 - 100 * gone.total() / whole.total() >= least, gone


@pytest.mark.parametrize(("name", "other"), [("bibtex", "ris"), ("ris", "bibtex")])
def test_most_core_values_survive_the_other_format_and_the_rest_are_losses(
    data_folder: Path, name: str, other: str
) -> None:
    whole, gone = Counter[str](), Counter[str]()
    for read in reads(data_folder, name):
        given, back, predicted = there_and_back(read, name, other)
        assert back == predicted
        for one, returned in zip(given, back, strict=True):
            whole.update(key for key, _ in fields(one).elements() if key in CORE)
            missing = fields(one) - fields(returned)
            gone.update(key for key, _ in missing.elements() if key in CORE)

    assert 100 - 100 * gone.total() / whole.total() >= 97, gone
