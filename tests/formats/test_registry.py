"""The formats by name: what is listed is there, and is imported only when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import refconv
from refconv.formats import FORMATS, READ_ONLY


def test_every_format_has_the_name_under_which_it_is_listed() -> None:
    assert [format.name for format in refconv.FORMATS.values()] == [*refconv.FORMATS]
    assert [*refconv.FORMATS] == [*FORMATS, "text"]


def test_those_that_are_not_written_are_listed() -> None:
    assert {name for name, format in FORMATS.items() if format.join is None} == READ_ONLY


def test_reading_one_format_imports_no_other() -> None:
    code = (
        "import sys, refconv\n"
        "names = ('bibtex', 'csljson', 'endnote', 'pubmed', 'ris')\n"
        "loaded = lambda: [n for n in names if 'refconv.formats.' + n in sys.modules]\n"
        "before = loaded(); refconv.read('[]', 'csl-json'); print(before, loaded())"
    )
    folder = Path(refconv.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    assert done.stdout.strip() == "[] ['csljson']"
