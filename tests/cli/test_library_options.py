"""Runs of the command that select, sort, divide, and write in a style."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import call_command

BIB = """@string{jw = "Journal of Water"}
@article{roe2001,
  title = {Ice of Müller},
  author = {Roe, Ada},
  year = 2001,
  journal = jw,
  abstract = {A},
  keywords = {a, b},
}
@book{ng2018,
  title = {Snow},
  author = {Ng, Bo},
  year = 2018,
}
@book{ahn2019,
  title = {Éclat},
  author = {Ahn, Bo},
  year = 2019,
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_text(BIB, "utf-8")
    (tmp_path / "b.bib").write_text("@book{b,\n  title = {B},\n}\n", "utf-8")
    return tmp_path


RUNS = [
    # options; the keys that are written, the summary
    ("--type book", "ng2018 ahn2019", "2 references, 1 left out"),
    ("--year 2018 --year=-2001", "roe2001 ng2018", "2 references, 1 left out"),
    ("--author bo --type book --year 2019-", "ahn2019", "1 reference, 2 left out"),
    ("--key *2018 --key roe2001", "roe2001 ng2018", "2 references, 1 left out"),
    ("--type map", "", "0 references, 3 left out"),
    ("--limit 2", "roe2001 ng2018", "2 references"),
    ("--sort author", "ahn2019 ng2018 roe2001", "3 references"),
    ("--sort=-year --limit 1", "ahn2019", "1 reference"),
    ("--drop abstract,keywords --drop year", "roe2001 ng2018 ahn2019",
     "3 references, 5 values dropped"),
    ("--keep title --keep author --type book", "ng2018 ahn2019",
     "2 references, 1 left out, 2 values dropped"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "keys", "summary"), RUNS)
def test_what_is_left_out_is_counted(folder: Path, options: str, keys: str, summary: str) -> None:
    done = call_command("a.bib", "-t", "csl-json", *options.split(), cwd=folder)

    assert [item["id"] for item in json.loads(done.stdout)] == keys.split()
    assert (done.stderr, done.returncode) == (f"{summary}, 0 warnings, 0 losses\n", 0)


def test_parts_go_into_numbered_files(folder: Path) -> None:
    done = call_command("a.bib", "b.bib", "-o", "o.bib", "--split", "3", cwd=folder)

    assert done.stderr == "4 references, 2 files, 0 warnings, 0 losses\n"
    first, second = ((folder / f"o-{n}.bib").read_text("utf-8") for n in (1, 2))
    assert first.count("\n@") == 3
    assert first.startswith('@string{jw = "Journal of Water"}\n')
    assert second == (folder / "b.bib").read_text("utf-8")


def test_each_input_has_its_file(folder: Path) -> None:
    done = call_command("a.bib", "b.bib", "-t", "ris", "--out-dir", "x/y", cwd=folder)

    assert done.stderr == "4 references, 2 files, 0 warnings, 0 losses\n"
    assert (
        folder / "x/y/b.ris"
    ).read_bytes() == b"TY  - BOOK\r\nID  - b\r\nTI  - B\r\nER  - \r\n\r\n"
    assert (folder / "x/y/a.ris").read_text("utf-8").count("TY  -") == 3


STYLES = [
    ("--ascii --key roe*", '  title = {Ice of M{\\"u}ller},\n'),
    ("--style indent=4 --style align=yes", "    title    = {Ice of Müller},\n"),
    ("--strings a.bib", "  journal = jw,\n"),
    ("-t jsonl --ascii", "Ice of M\\u00fcller"),
    ("-t ris --style line-ends=lf --style bom=yes", "\ufeffTY  - JOUR\nID  - roe2001\n"),
]


@pytest.mark.parametrize(("options", "part"), STYLES)
def test_the_output_is_written_in_the_style(folder: Path, options: str, part: str) -> None:
    assert part in call_command("a.bib", *options.split(), cwd=folder).stdout


def test_options_beat_settings_and_settings_may_be_left_out(folder: Path) -> None:
    (folder / "refconv.toml").write_text("case = 'title'\ncharacters = 'latex'\n", "utf-8")

    titles = [
        call_command("a.bib", "--key", "roe*", *options, cwd=folder).stdout.split("\n")[4]
        for options in ((), ("--unicode",), ("--style", "case=as-read"), ("--no-config",))
    ]

    assert titles == [
        '  title = {{Ice of M{\\"u}ller}},',
        "  title = {{Ice of Müller}},",
        '  title = {Ice of M{\\"u}ller},',
        "  title = {Ice of Müller},",
    ]


def test_journals_are_named_by_a_list(folder: Path) -> None:
    (folder / "j.csv").write_text("Journal of Water;J. Water\n", "utf-8")
    options = ("--journals", "j.csv", "--journal-names", "dotless", "-t", "csl-json")

    done = call_command("a.bib", *options, cwd=folder)
    again = call_command("-", *options[:2], "-t", "ris", given='@article{a, journal={Sand}}',
                        cwd=folder)  # fmt: skip

    assert json.loads(done.stdout)[0]["container-title"] == "J Water"
    assert done.stderr == "3 references, 1 journal renamed, 0 warnings, 0 losses\n"
    assert again.stderr.splitlines() == [
        "note: no name for the journal 'Sand' in the list (kept unchanged, 1 reference)",
        "1 reference, 0 warnings, 0 losses",
    ]


WRONG = [
    ("--journal-names full", "--journal-names needs a list (--journals FILE)"),
    ("--type boks", "unknown type 'boks' (did you mean 'book'?)"),
    ("--year x", "year must be as 2018, 2015-2020, 2015- or -2020, not 'x'"),
    ("--drop abstrat", "unknown variable 'abstrat' (did you mean 'abstract'?)"),
    ("--sort 99", "unknown variable '99'"),
    ("--style align", "--style is NAME=VALUE, as align=yes, not 'align'"),
    ("--style algin=yes", "unknown style choice 'algin' (did you mean 'align'?)"),
    ("-t csv --style align=yes", "--style: csv has no choice 'align' (it has: bom)"),
    ("-t csl-yaml --style bom=yes", "--style: csl-yaml has no choice 'bom' (it has: none)"),
]


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_wrong_usage_is_named(folder: Path, options: str, message: str) -> None:
    done = call_command("a.bib", *options.split(), cwd=folder)

    assert done.stderr.endswith(f"\nError: {message}\n")
    assert done.returncode == 2
