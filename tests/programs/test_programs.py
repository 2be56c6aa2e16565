"""Other programs read what refconv writes of the seed's references, and find every field.

Not part of ``make test``: ``make test-clients`` installs the programs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import refconv
from tests.programs.records import RECORDS

ROOT = Path(__file__).parent.parent.parent
PAGE = next((ROOT / "seeds").glob("000_*"))


@pytest.fixture(scope="module")
def references() -> tuple[refconv.Reference, ...]:
    return refconv.load(PAGE).references


def run(*command: str | Path, cwd: Path | None = None) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}: make test-clients installs it")
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=cwd)
    return done.stdout


PANDOC = {"bibtex": ".bib", "csl-json": ".json"}


@pytest.mark.parametrize("name", PANDOC)
def test_pandoc_reads_the_written_values(
    name: str, tmp_path: Path, references: tuple[refconv.Reference, ...]
) -> None:
    path = tmp_path / f"references{PANDOC[name]}"
    refconv.dump(references, path)
    reader = {"csl-json": "csljson"}.get(name, name)

    items = json.loads(run("pandoc", "-f", reader, "-t", "csljson", path))

    assert [shown(item) for item in items] == [shown(r.as_csl()) for r in references]


def shown(item: dict[str, Any]) -> dict[str, Any]:
    """Return the values that pandoc shows of an item, in one spelling."""
    page = str(item.get("page", ""))
    return {
        "title": item["title"].lower().replace("’", "'"),
        # pandoc makes a literal name of "and others".
        "author": [f"{a['family']}, {a['given']}" for a in item["author"] if "family" in a],
        "journal": item["container-title"],
        "year": int(item["issued"]["date-parts"][0][0]),
        "volume": str(item.get("volume", "")),
        "page": page.replace("–", "-"),
        "DOI": item.get("DOI", "").lower(),
    }


MODS = "{http://www.loc.gov/mods/v3}"


def test_bibutils_reads_the_written_values(
    tmp_path: Path, references: tuple[refconv.Reference, ...]
) -> None:
    refconv.dump(references, tmp_path / "references.ris")

    records = ET.fromstring(run("ris2xml", tmp_path / "references.ris").lstrip("\ufeff"))

    assert [mods(record) for record in records] == [
        {
            "id": reference.id,
            "title": reference.title,
            "author": [name.family for name in reference.author],
            "journal": reference.container_title,
            "volume": reference.volume,
            "page": reference.page,
            "DOI": reference.DOI,
        }
        for reference in refconv.assign_ids(references)
    ]


def mods(record: ET.Element) -> dict[str, Any]:
    """Return the values that bibutils found in a RIS record."""

    def texts(path: str) -> list[str]:
        found = record.findall(path.replace("/", f"/{MODS}").replace("^", MODS))
        return [element.text for element in found if element.text]

    first = "".join(texts("^part/extent/start") + texts("^part/detail[@type='page']/number"))
    last = "".join(texts("^part/extent/end"))
    return {
        "id": record.get("ID"),
        # MODS has the title's halves apart.
        "title": ": ".join(texts("^titleInfo/title") + texts("^titleInfo/subTitle")),
        "author": texts("^name/namePart[@type='family']"),
        "journal": "".join(texts("^relatedItem/titleInfo/title")),
        "volume": "".join(texts("^part/detail[@type='volume']/number")),
        "page": f"{first}-{last}" if last else first,
        "DOI": "".join(texts("^identifier[@type='doi']")),
    }


def test_bibtex_prints_the_written_values(
    tmp_path: Path, references: tuple[refconv.Reference, ...]
) -> None:
    refconv.dump(references, tmp_path / "references.bib")
    (tmp_path / "paper.aux").write_text(
        "\\citation{*}\n\\bibstyle{plain}\n\\bibdata{references}\n", "ascii"
    )

    run("bibtex", "paper", cwd=tmp_path)

    log = (tmp_path / "paper.blg").read_text("utf-8")
    bbl = (tmp_path / "paper.bbl").read_text("utf-8", errors="replace")
    assert "error" not in log.lower()
    assert bbl.count("\\bibitem") == len(references)
    assert "et~al." in bbl  # what "and others" is for
    # The styles ask for a volume or pages where the source has none; of nothing else.
    warnings = [line for line in log.splitlines() if line.startswith("Warning")]
    assert all("empty" in line for line in warnings)


def test_bibtex_prints_every_item_type(tmp_path: Path) -> None:
    refconv.dump(RECORDS, tmp_path / "references.bib", "bibtex")
    (tmp_path / "paper.aux").write_text(
        "\\citation{*}\n\\bibstyle{plain}\n\\bibdata{references}\n", "ascii"
    )

    run("bibtex", "paper", cwd=tmp_path)

    log = (tmp_path / "paper.blg").read_text("utf-8")
    printed = " ".join((tmp_path / "paper.bbl").read_text("utf-8").replace("~", " ").split())
    assert "error" not in log.lower()
    for reference in RECORDS:
        assert reference.issued is not None
        (entry,) = [e for e in printed.split("\\bibitem") if e.startswith(f"{{{reference.id}}}")]
        shown = (reference.author[0].family or reference.author[0].literal, reference.volume)
        assert all(part in entry for part in shown), entry
        assert str(reference.issued.year) in entry
        assert reference.page.replace("-", "--") in entry


def test_biber_accepts_the_written_file(tmp_path: Path) -> None:
    refconv.dump(RECORDS, tmp_path / "references.bib", "biblatex")

    output = run("biber", "--tool", "--validate-datamodel", "references.bib", cwd=tmp_path)

    assert [line for line in output.splitlines() if not line.startswith("INFO")] == []
    tidied = refconv.load(tmp_path / "references_bibertool.bib", "biblatex")
    assert [seen(reference) for reference in tidied] == [seen(r) for r in RECORDS]


def seen(reference: refconv.Reference) -> tuple[Any, ...]:
    """Return the values that must have survived, with article numbers where they belong."""
    return (
        reference.id,
        reference.type,
        reference.author,
        reference.title,
        reference.container_title,
        reference.issued,
        reference.volume,
        reference.page,
        reference.DOI,
    )


def test_the_wheel_works_in_an_empty_environment(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT)
    (wheel,) = tmp_path.glob("refconv-*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", wheel)

    converted = run(tmp_path / "empty" / "bin" / "refconv", PAGE, "--to", "ris", cwd=tmp_path)

    assert converted.count("ER  - ") == 15
