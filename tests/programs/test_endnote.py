"""bibutils reads what refconv writes for EndNote, and refconv what bibutils writes.

EndNote itself runs nowhere but on a desk; bibutils is the free program that knows both its formats.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import refconv
from refconv import Reference
from tests.programs.records import RECORDS
from tests.programs.test_programs import MODS, mods, run

# What reads a format, and what of a record it passes over: no DOI is known to end2xml.
READERS = [("enw", "end2xml", {"DOI"}), ("endnote-xml", "endx2xml", {""})]


def meant(reference: Reference) -> dict[str, Any]:
    """Return the values that another program should show of a reference."""
    names = (" ".join(filter(None, (n.non_dropping_particle, n.family))) for n in reference.author)
    return {
        "id": reference.id,
        "title": re.sub("<[^>]*>", "", reference.title),
        "author": [*filter(None, names)],
        "journal": reference.container_title,
        "volume": reference.volume,
        "page": reference.page,
        "DOI": reference.DOI,
        "year": str(reference.issued.year) if reference.issued else "",
    }


def shown(record: ET.Element) -> dict[str, Any]:
    """Return the values that bibutils shows of a record; it has no mark of an institution."""
    for short in record.findall(f"{MODS}titleInfo[@type='abbreviated']"):
        record.remove(short)
    for name in record.findall(f"{MODS}name"):
        if "Organization" in "".join(name.itertext()):
            record.remove(name)
    dates = (*record.iter(f"{MODS}dateIssued"), *record.iter(f"{MODS}date"))
    years = (date.text[:4] for date in dates if date.text)
    return {**mods(record), "year": next(years, "")}


@pytest.mark.parametrize(("name", "program", "passed_over"), READERS)
def test_bibutils_reads_the_written_values(
    name: str, program: str, passed_over: set[str], tmp_path: Path
) -> None:
    refconv.dump(RECORDS, tmp_path / "records", name)

    found = ET.fromstring(run(program, tmp_path / "records").lstrip("\ufeff"))

    assert [without(shown(one), passed_over) for one in found] == [
        without(meant(reference), passed_over) for reference in RECORDS
    ]


def without(values: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}


def test_files_of_bibutils_are_read(tmp_path: Path) -> None:
    # Of other types it makes something else.
    articles = RECORDS[:2]
    refconv.dump(articles, tmp_path / "records.ris")
    (tmp_path / "records.mods").write_text(run("ris2xml", tmp_path / "records.ris"), "utf-8")

    read = refconv.read(run("xml2end", tmp_path / "records.mods"), "enw")

    # It loses the journal on its way from RIS, and puts suffixes behind family names.
    lost = {"journal", "author"}
    assert [(one.type, without(meant(one), lost)) for one in read] == [
        (one.type, without(meant(one), lost)) for one in articles
    ]
    assert [str(one.issued) for one in read] == [str(one.issued) for one in articles]
