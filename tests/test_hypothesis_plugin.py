"""Hypothesis draws values of the model by their types."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.edtf import Point
from refconv.core.model import Date, Name, Reference
from refconv.hypothesis_plugin import register

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("type_", [Reference, Name, Date, Point])
@given(st.data())
def test_values_are_drawn_by_their_type(type_: type[object], data: st.DataObject) -> None:
    register()

    assert isinstance(data.draw(st.from_type(type_)), type_)


@pytest.mark.parametrize("first", ["hypothesis", "refconv.strategies", "refconv.hypothesis_plugin"])
def test_hypothesis_and_refconv_may_be_imported_in_any_order(first: str, tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [(name, place)] = project["entry-points"]["hypothesis"].items()
    installed = tmp_path / "installed-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: installed\nVersion: 1\n")
    (installed / "entry_points.txt").write_text(f"[hypothesis]\n{name} = {place}\n")
    program = f"""
import {first}
from hypothesis import strategies as st
from refconv import Reference
print(st.from_type(Reference))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(tmp_path)])},
    )  # fmt: skip

    assert (done.stdout, done.stderr) == ("references()\n", "")
