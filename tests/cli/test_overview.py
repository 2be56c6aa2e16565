"""The overview of formats: what each can hold, and what it loses."""

from __future__ import annotations

import pytest
from attrs import evolve

from refconv.cli.overview import described, listed, not_carried, sample
from refconv.core.model import BY_NAME, VARIABLES, Date, ItemType, Name, Reference, Variable
from refconv.formats.registry import DOCUMENTS, FORMATS

SAMPLES = [
    ("title", "text"),
    ("volume", "12"),
    ("keyword", ("one", "two")),
    ("issued", Date.on(2024, 5, 17)),
    ("editor", (Name(family="Family", given="Given"),)),
    ("DOI", "10.1000/182"),
]


@pytest.mark.parametrize(("name", "value"), SAMPLES)
def test_each_kind_of_variable_has_a_sample(name: str, value: object) -> None:
    assert sample(BY_NAME[name]) == value


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_the_model_accepts_the_sample_of_every_variable(variable: Variable) -> None:
    value = sample(variable)
    reference = evolve(Reference(), **{variable.attribute: value})
    assert getattr(reference, variable.attribute) == value


ARTICLE, BOOK = ItemType.ARTICLE_JOURNAL, ItemType.BOOK
LOST = [
    # a format, a type; some that are lost, some that are not
    ("csl-json", ARTICLE, set(), {"title", "received", "ORCIDs", "et al.", "other formats' keys"}),
    ("csl-json", BOOK, set(), {"publisher", "ORCIDs"}),
    ("ris", ARTICLE, {"status", "received", "ORCIDs", "et al."}, {"title", "author", "DOI"}),
    ("enw", ARTICLE, {"citation-key", "received", "ORCIDs"}, {"title", "issued", "et al."}),
    ("bibtex", ARTICLE, set(), {"title", "volume", "et al.", "name particles"}),
]


@pytest.mark.parametrize(("format", "kind", "lost", "held"), LOST)
def test_a_format_loses_what_it_has_no_field_for(
    format: str, kind: ItemType, lost: set[str], held: set[str]
) -> None:
    found = {*not_carried(format, kind)}

    assert lost <= found
    assert not held & found


LINES = [
    "bibtex: BibTeX (.bib, .bibtex)",
    "ris: RIS (.ris)",
    "csl-json: CSL-JSON (.json, .csljson)",
    "  read only",
    "  lost of a journal article: nothing",
]


def test_every_format_can_be_described_in_short_lines() -> None:
    lines = [*described(FORMATS)]

    assert {*LINES} <= {*lines}
    assert [line.partition(":")[0] for line in lines if line and line[0] != " "] == [*FORMATS]
    assert max(map(len, lines)) <= 100


def test_the_list_has_a_short_line_for_each_format() -> None:
    lines = [*listed()]

    assert [line.split()[0] for line in lines[:-2]] == [*FORMATS, *DOCUMENTS]
    assert lines[2].split() == ["ris", "RIS", "read,", "written", ".ris"]
    assert max(map(len, lines)) <= 120
