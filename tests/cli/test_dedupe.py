"""``refconv dedupe``: its output, its report, what it prints, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command import call_command

FIRST = """@preamble{"one"}
@string{js = "Journal of Snow"}
@article{ng2020, title = {Snow in the northern valleys}, author = {Ng, Ann}, journal = js,
  year = 2020, pages = {11--19}, volume = 3}
@book{same, title = {Rivers}, author = {Okoro, U.}, year = 2001}
"""
SECOND = """@preamble{"one"}
@string{jr = "Journal of Rivers"}
@article{snow, title = {Snow in the northern valleys}, author = {Ng, A.}, journal = {J. Snow},
  year = 2021, pages = {11--9}, volume = 3, doi = {10.1000/x}}
@book{same, title = {Lakes of the south}, author = {Haddad, Z.}, year = 2011}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_text(FIRST, "utf-8")
    (tmp_path / "b.bib").write_text(SECOND, "utf-8")
    return tmp_path


def test_files_are_merged_into_one(folder: Path) -> None:
    done = call_command("dedupe", "a.bib", "b.bib", "-o", "all.bib", cwd=folder)

    written = (folder / "all.bib").read_text("utf-8")
    assert re.findall(r"^@\w+\{[\w\"]+", written, re.MULTILINE) == [
        '@preamble{"one"',
        "@string{js",
        "@string{jr",
        "@article{ng2020",
        "@book{same",
        "@book{samea",
    ]
    assert "doi = {10.1000/x}" in written
    assert "ids = {snow}" in written
    assert done.stderr.splitlines() == [
        "all.bib: loss: same: id changed: 'same' (kept as 'samea')",
        "2 of 4 references are merged into 1 reference",
        "note: 1 differing value is not in the output (--report FILE lists them)",
        "3 references, 0 warnings, 2 losses",
    ]
    assert done.returncode == 0


def test_merging_the_result_again_changes_nothing(folder: Path) -> None:
    call_command("dedupe", "a.bib", "b.bib", "-o", "all.bib", cwd=folder)
    once = (folder / "all.bib").read_text("utf-8")

    for other in ("a.bib", "b.bib"):
        call_command("dedupe", "all.bib", other, "-o", "again.bib", cwd=folder)
        assert (folder / "again.bib").read_text("utf-8") == once


def test_the_report_has_what_was_merged_and_the_values_that_differed(folder: Path) -> None:
    options = ("-o", "all.ris", "--report", "dupes.json", "--strict")
    done = call_command("dedupe", "a.bib", "b.bib", *options, cwd=folder)

    report = json.loads((folder / "dupes.json").read_text("utf-8"))
    [group] = report["duplicates"]
    assert group["id"] == "ng2020"
    assert group["reason"].startswith("pages, title")
    assert group["score"] > 0.9
    assert [(one["file"], one["line"], one["id"]) for one in group["members"]] == [
        ("a.bib", 3, "ng2020"),
        ("b.bib", 3, "snow"),
    ]
    assert group["choices"] == [
        {
            "variable": "issued",
            "value": {"date-parts": [[2020]]},
            "member": 0,
            "others": [{"member": 1, "value": {"date-parts": [[2021]]}}],
        }
    ]
    assert report["references"] == 3
    assert len(report["losses"]) == 1
    assert "note: 2 differing values are not in the output (see dupes.json)" in done.stderr
    assert done.returncode == 1  # an id has changed


def test_csl_json_holds_the_values_that_differed(folder: Path) -> None:
    done = call_command("dedupe", "a.bib", "b.bib", "-t", "csl-json", "-q", cwd=folder)

    keys = json.loads(done.stdout)[0]["custom"]["refconv"]["keys"]
    assert [key for key, _ in keys] == ["bibtex:ids", "merged:issued"]
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "given", "code", "message"),
    [
        (["missing.bib"], None, 3, "missing.bib: error"),
        (["a.bib", "--to", "rs"], None, 2, "rs"),
        (["a.bib", "-o", "a.bib"], None, 2, "a.bib"),
        (["a.bib", "-o", "x.bib", "--report", "x.bib"], None, 2, "x.bib is written twice"),
        (["-", "--from", "bibtex"], "% nothing but this\n", 4, "0 references"),
        (["-", "--from", "bibtex"], "@misc{a, title = {A}}\n", 0, "1 reference, 0 warnings"),
    ],
)
def test_exit_codes(
    folder: Path, arguments: list[str], given: str | None, code: int, message: str
) -> None:
    done = call_command("dedupe", *arguments, given=given, cwd=folder)

    assert (done.returncode, message in done.stderr) == (code, True), done.stderr


def test_preprints_are_merged_if_that_is_wanted(tmp_path: Path) -> None:
    article = "title = {Snow in the northern valleys}, author = {Ng, Ann}, year = 2020"
    (tmp_path / "a.bib").write_text(
        f"@article{{a, {article}, journal = {{Snow}}, volume = 1, pages = {{2}}}}\n"
        f"@misc{{b, {article}, eprint = {{2001.00001}}, archiveprefix = {{arXiv}}}}\n",
        "utf-8",
    )

    apart = call_command("dedupe", "a.bib", cwd=tmp_path)
    merged = call_command("dedupe", "a.bib", "--with-preprints", cwd=tmp_path)

    assert apart.stdout.count("title") == 2
    assert merged.stdout.count("title") == 1
