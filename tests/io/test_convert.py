"""Whole files are converted chunk by chunk, into one text and in little memory."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import refconv
from refconv.formats.registry import FORMATS
from refconv.io.convert import Conversion
from refconv.io.input import input_of_data
from refconv.io.write import Keys
from refconv.library import Renamed, rename_keys
from tests.io.small_chunks import small_chunks


def test_a_made_id_differs_from_all_later_ids(tmp_path: Path) -> None:
    source = tmp_path / "a.ris"
    source.write_text("TY  - BOOK\nTI  - Same\nER  - \nTY  - BOOK\nID  - same\nER  - \n", "utf-8")

    with small_chunks(10):
        refconv.convert(source, tmp_path / "out.bib")

    assert [r.id for r in refconv.load(tmp_path / "out.bib")] == ["samea", "same"]


TWO = "@misc{a, title={A}, title={B}}\n@misc{b, title={C}}\n"


def converted(texts: list[str], target: str) -> tuple[str, list[str], list[list[str]]]:
    """Return the text of a conversion, what it reported, and the ids of each chunk."""
    output, reported = io.BytesIO(), []
    ids: list[list[str]] = []
    conversion = Conversion(
        FORMATS[target],
        name="out",
        on_report=lambda one: reported.append(str(one)),
        keep=lambda some: ids.append([reference.id for reference in some]),
    )
    inputs = [input_of_data(text, "bibtex", f"{n}.bib") for n, text in enumerate(texts)]
    conversion.run(inputs, output)
    assert conversion.count == sum(map(len, ids))
    return output.getvalue().decode(), reported, ids


CONVERSIONS: list[tuple[list[str], str, list[str], list[str], list[list[str]]]] = [
    ([], "csl-json", [], [], []),
    ([""], "csl-json", [], ["empty"], []),
    ([TWO], "csl-json", ["a", "b"], ["duplicate-field"], [["a"], ["b"]]),
    (["@misc{c}", TWO], "csl-json", ["c", "a", "b"], ["duplicate-field"], [["c"], ["a"], ["b"]]),
    (["@misc{a}", "@misc{a}"], "csl-json", ["a", "aa"], [], [["a"], ["a"]]),
]


@pytest.mark.parametrize(("texts", "target", "written", "codes", "chunks"), CONVERSIONS)
def test_inputs_are_merged_in_their_order(
    texts: list[str], target: str, written: list[str], codes: list[str], chunks: list[list[str]]
) -> None:
    with small_chunks(10):
        text, reported, ids = converted(texts, target)

    assert [item["id"] for item in json.loads(text)] == written
    assert [line.rpartition(" ")[2] for line in reported if "loss: " not in line] == [
        f"[{code}]" for code in codes
    ]
    assert [chunk for chunk in ids if chunk] == chunks


def test_blocks_stand_before_and_behind_the_entries() -> None:
    first = "@comment{x}\n@misc{a, title={A}}\n@string{s = {S}}\n"
    text, _, _ = converted([first, "@preamble{{p}}\n@misc{b}"], "bibtex")
    kinds = re.findall(r"@(\w+)", text)

    assert sorted(kinds) == ["comment", "misc", "misc", "preamble", "string"]
    assert kinds.index("preamble") < kinds.index("misc")


PEAK = """
import resource, sys, refconv
refconv.convert  # what is imported counts for both
with refconv.Writer(sys.argv[2], sys.argv[3], on_loss=lambda _: None) as writer:
    for reference in refconv.iter_load(sys.argv[1], on_diagnostic=lambda _: None):
        writer.write(reference)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize(
    ("source", "target"), [("bibtex", "ris"), ("ris", "csl-json"), ("csl-json", "bibtex")]
)
def test_memory_does_not_grow_with_the_file(
    source: str, target: str, library: dict[str, Path], tmp_path: Path
) -> None:
    whole = refconv.load(library[source]).references
    peaks = []
    for times in (3, 12):
        path = tmp_path / f"{times}"
        refconv.dump([evolve(r, id="") for r in whole] * times, path, source)
        done = subprocess.run(
            [sys.executable, "-c", PEAK, path, tmp_path / "out", target],
            capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(Path(refconv.__file__).parent.parent)},
        )  # fmt: skip
        peaks.append(int(done.stdout))

    assert peaks[1] < peaks[0] * 1.25


MANY = "".join(
    f"@gadget{{k{n}, journal = nature, note = science}}\n@misc{{, year = {n}}}\n" for n in range(6)
)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("length", [10, 10_000])
def test_macros_types_and_missing_keys_are_reported_once_with_their_count(
    jobs: int, length: int, tmp_path: Path
) -> None:
    source = tmp_path / "a.bib"
    source.write_text(MANY, "utf-8")

    with small_chunks(length):
        done = refconv.convert(source, tmp_path / "out.ris", jobs=jobs)

    assert [f"{one.line}: {one.severity}: {one.message}" for one in done.diagnostics] == [
        "1: warning: undefined macro 'nature': 6 times (its name is kept)",
        "1: warning: undefined macro 'science': 6 times (its name is kept)",
        "1: warning: unknown type 'gadget': 6 times (read as document)",
        "2: note: @misc without a key: 6 times (read without one)",
    ]
    assert refconv.load(source).diagnostics == done.diagnostics


LINKED = """\
@inproceedings{c, crossref = {p}, title = {One}, author = {Roe, Jo}}
@inproceedings{d, crossref = {p}, title = {Two}, author = {Roe, Jo}}
@proceedings{p, title = {Ice}, year = 2001, editor = {Hale, Ann}}
"""


def keyed(text: str, keys: Keys, jobs: int = 1) -> tuple[refconv.Read, list[Renamed]]:
    """Return what is read of a conversion to BibTeX, and the keys that have changed."""
    output, renamed = io.BytesIO(), list[Renamed]()
    conversion = Conversion(
        FORMATS["bibtex"], jobs=jobs, keys=keys, on_key=renamed.append, name="out"
    )
    conversion.run([input_of_data(text, "bibtex", "in.bib")], output)
    return refconv.read(output.getvalue(), "bibtex"), renamed


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("keeps", [False, True])
def test_keys_by_a_pattern_are_those_of_the_library(jobs: int, keeps: bool) -> None:
    expected = rename_keys(refconv.read(LINKED), "[auth:lower][year]", keep=keeps)

    with small_chunks(10):
        result, renamed = keyed(LINKED, Keys("[auth:lower][year]", keeps), jobs)

    assert [r.id for r in result] == [r.id for r in expected.references]
    assert [dict(r.custom)["bibtex:crossref"] for r in result[:2]] == (
        ["p", "p"] if keeps else ["hale2001", "hale2001"]
    )
    assert renamed == [*expected.renamed]


def test_without_a_pattern_the_keys_stay() -> None:
    result, renamed = keyed("@misc{a, title={A}}\n@misc{a, title={B}}\n", Keys())

    assert [r.id for r in result] == ["a", "aa"]
    assert renamed == [("a", "aa")]
