"""citeproc-js renders our CSL-JSON, and citation-js reads our RIS: each shows what is meant.

``tests/programs/install`` puts them into ``.venv/clients``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import refconv
from refconv.values.markup import runs
from tests.programs.records import RECORDS

HERE = Path(__file__).parent
PACKAGES = HERE.parent.parent / ".venv" / "clients" / "node_modules"


def node(script: str, package: str, path: Path) -> str:
    if shutil.which("node") is None or not (PACKAGES / package).is_dir():
        pytest.skip(f"needs node and {package}: make test-clients installs them")
    done = subprocess.run(
        ["node", HERE / script, path],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "NODE_PATH": str(PACKAGES)},
    )
    return done.stdout


def plain(text: str) -> str:
    return "".join(run for kind, run in runs(text) if kind == "text")


def test_citeproc_js_renders_the_written_values(tmp_path: Path) -> None:
    refconv.dump(RECORDS, tmp_path / "references.json", "csl-json")

    lines = node("render.js", "citeproc", tmp_path / "references.json").splitlines()

    # It puts labels of its own before numbers.
    lines = [re.sub(r"\| (?:vol|p\.?p?)\. ", "| ", line) for line in lines]
    assert lines == [rendered(reference) for reference in RECORDS]


def rendered(reference: refconv.Reference) -> str:
    people = "; ".join(map(inverted, reference.author))
    parts = (
        people,
        plain(reference.title),
        reference.container_title,
        str(reference.issued),
        reference.volume,
        reference.page,
        reference.DOI,
    )
    return " | ".join(filter(None, parts))


def inverted(name: refconv.Name) -> str:
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return name.literal or ", ".join(filter(None, (family, name.given, name.suffix)))


def test_citation_js_reads_the_written_values(tmp_path: Path) -> None:
    refconv.dump(RECORDS, tmp_path / "references.ris")

    items = json.loads(node("ris.js", "@citation-js/plugin-ris", tmp_path / "references.ris"))

    assert [seen(item) for item in items] == [meant(reference) for reference in RECORDS]


def seen(item: dict[str, Any]) -> dict[str, Any]:
    """Return the values that citation-js shows of an item."""
    people = [
        " ".join(filter(None, (name.get("literal"), name.get("family"), name.get("given"))))
        for name in item.get("author", ())
    ]
    return {
        "author": [person.rstrip(",") for person in people],
        "title": item["title"],
        "container": item.get("container-title", ""),
        "year": int(item["issued"]["date-parts"][0][0]),
        "volume": str(item.get("volume", "")),
        "page": item.get("page", ""),
        "DOI": item.get("DOI", ""),
    }


def meant(reference: refconv.Reference) -> dict[str, Any]:
    people = [
        name.literal
        or " ".join(filter(None, (name.non_dropping_particle, name.family, name.given)))
        for name in reference.author
    ]
    assert reference.issued is not None
    return {
        "author": people,
        "title": plain(reference.title),
        "container": reference.container_title,
        "year": reference.issued.year,
        "volume": reference.volume,
        "page": reference.page,
        "DOI": reference.DOI,
    }
