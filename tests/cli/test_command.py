"""Runs of the command, from its options to files, exit codes and lines on stderr."""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path

import click
import pytest

import refconv
from refconv.cli.command import Options, run
from tests.command import COMMAND, ENTRY, ENVIRONMENT, run_command

SEEDS = Path(__file__).parents[2] / "seeds"
BIB = "@book{clark1997,\n title = {Being There},\n title = {Again},\n author = {Clark, Andy}\n}\n"
DEFAULTS = Options(
    inputs=(), output="out.ris", html=None, from_=None, to=None, for_=None,
    no_page_record=False, encoding=None, lines=False, strict=False, quiet=False, verbose=False,
    report=None, jobs=1,
)  # fmt: skip
ONE, ODD = "@misc{a, title={A}}\n", "@misc{b, title={B}, title={C}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A current folder with some inputs; the settings that the command changes are restored."""
    for name, text in (("one.bib", ONE), ("odd.bib", ODD), ("empty.bib", "")):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "fixed.ris").touch(0o444)
    for name, text in (
        ("words.txt", "Ng A.\nSome words.\n"),
        ("comment.bib", "% nothing but this\n"),
        ("ris.bib", "TY  - BOOK\nTI  - A\nER  - \n"),
        ("table.csv", "Plant,Height,Colour\nPoppy,60,red\nAster,80,blue\n"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "latin.bib").write_bytes("@misc{l, title={Łódź}}\n".encode("cp1250"))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n\xff")
    monkeypatch.chdir(tmp_path)
    threshold, is_enabled = gc.get_threshold(), gc.isenabled()
    yield tmp_path
    gc.set_threshold(*threshold)
    if is_enabled:
        gc.enable()


def exit_code(options: Options) -> object:
    """Run the command in this process, and return its exit code."""
    try:
        copy_context().run(run, options)
    except SystemExit as ended:
        return ended.code
    return 0


RUNS: list[tuple[str, dict[str, object], int, str]] = [
    # the inputs, other options; the exit code and the last line on stderr
    ("one.bib", {}, 0, "1 reference, 0 warnings, 0 losses"),
    ("one.bib", {"strict": True}, 0, "1 reference, 0 warnings, 0 losses"),
    ("empty.bib", {"strict": True}, 0, "0 references, 0 warnings, 0 losses"),
    ("odd.bib", {}, 0, "1 reference, 1 warning, 1 loss"),
    ("odd.bib", {"strict": True}, 1, "1 reference, 1 warning, 1 loss"),
    ("one.bib", {"output": "out.bib"}, 0, "1 reference, 0 warnings, 0 losses"),
    ("odd.bib", {"quiet": True}, 0, ""),
    ("odd.bib", {"quiet": True, "strict": True}, 1, ""),
    ("one.bib odd.bib", {}, 0, "2 references, 1 warning, 1 loss"),
    # An input with content that gives nothing.
    ("one.bib paper.pdf", {}, 4, "1 reference, 1 error, 0 warnings, 0 losses"),
    ("comment.bib", {}, 4, "0 references, 1 warning, 0 losses"),
    ("table.csv", {}, 4, "0 references, 1 error, 0 warnings, 0 losses"),
    # Strings that are references, whatever they are.
    ("words.txt", {}, 4, "0 references, 1 warning, 0 losses"),
    ("words.txt", {"lines": True}, 0, "2 references, 0 warnings, 0 losses"),
    # A file whose name says something else than its content.
    ("ris.bib", {}, 0, "1 reference, 1 warning, 0 losses"),
    ("ris.bib", {"strict": True}, 1, "1 reference, 1 warning, 0 losses"),
    ("latin.bib", {"encoding": "cp1250", "strict": True}, 0, "1 reference, 0 warnings, 0 losses"),
    ("missing.bib", {}, 3, "missing.bib: error: No such file or directory"),
    ("one.bib", {"output": "missing/out.ris"}, 3,
     "missing/out.ris: error: No such file or directory (there is no folder 'missing')"),
    ("one.bib", {"html": "missing/page.html"}, 3,
     "missing/page.html: error: No such file or directory (there is no folder 'missing')"),
    ("one.bib", {"report": "missing/report.json"}, 3,
     "missing/report.json: error: No such file or directory (there is no folder 'missing')"),
    ("one.bib new.ris", {}, 3,
     "new.ris: error: No such file or directory (to write it: refconv one.bib -o new.ris)"),
    ("parse", {}, 3, "parse: error: No such file or directory "
     "(commands: convert, check, dedupe, formats, serve; or name the files to convert)"),
    ("serv", {}, 3, "serv: error: No such file or directory (did you mean 'refconv serve'?)"),
    (".", {}, 3, ".: error: Is a directory (name the files in it)"),
    ("one.bib", {"output": "fixed.ris"}, 3,
     "fixed.ris: error: the file is read-only (left unchanged)"),
    ("one.bib", {"report": "fixed.ris"}, 3,
     "fixed.ris: error: the file is read-only (left unchanged)"),
]  # fmt: skip


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("inputs", "options", "code", "line"), RUNS)
def test_a_run_has_an_exit_code_and_a_last_line(
    inputs: str,
    options: dict[str, object],
    code: int,
    line: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = DEFAULTS._replace(inputs=tuple(inputs.split()), **options)  # type: ignore[arg-type]

    assert exit_code(given) == code
    assert capsys.readouterr().err.rpartition("\n")[0].rpartition("\n")[2] == line


FILES: list[tuple[dict[str, object], set[str]]] = [
    # options; the files that are written
    ({}, {"out.ris"}),
    ({"output": "out.json"}, {"out.json"}),
    ({"output": "out.x", "to": "ris"}, {"out.x"}),
    ({"output": None, "html": "page.html"}, {"page.html"}),
    ({"html": "page.html", "report": "report.json"}, {"out.ris", "page.html", "report.json"}),
]


@pytest.mark.parametrize(("options", "names"), FILES)
def test_only_the_named_files_are_written(
    options: dict[str, object], names: set[str], folder: Path
) -> None:
    before = {path.name for path in folder.iterdir()}

    assert exit_code(DEFAULTS._replace(inputs=("one.bib",), **options)) == 0  # type: ignore[arg-type]
    assert {path.name for path in folder.iterdir()} - before == names


WRONG = [
    ({"lines": True, "from_": "ris"}, "--lines is for free text, not for --from ris"),
    ({"encoding": "klingon"}, r"unknown encoding 'klingon' \(encoding takes"),
    ({"output": "out.doc"}, r"no format has the suffix '\.doc' .*; use --to"),
    ({"output": "one.bib", "to": "ris"}, r"one\.bib is the input file"),
    ({"html": "one.bib"}, r"one\.bib is the input file"),
    ({"report": "out.ris"}, r"out\.ris is written twice"),
    ({"report": "./out.ris"}, r"\./out\.ris is written twice"),
    ({"html": "out.ris"}, r"out\.ris is written twice"),
    ({"html": "page.html", "report": "page.html"}, r"page\.html is written twice"),
    ({"output": None, "report": "-"}, r"stdout is written twice"),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("options", "message"), WRONG)
def test_wrong_usage_is_an_error(options: dict[str, object], message: str) -> None:
    with pytest.raises(click.UsageError, match=message):
        exit_code(DEFAULTS._replace(inputs=("one.bib",), **options))  # type: ignore[arg-type]


TARGETS: list[tuple[dict[str, str | None], bool, str]] = [
    # options; whether there is a target, and the output
    ({"output": None}, False, "-"),
    ({"output": "-"}, True, "-"),
    ({"output": "a.ris"}, True, "a.ris"),
    ({"output": None, "to": "ris"}, True, "-"),
    ({"output": None, "html": "a.html"}, False, os.devnull),
    ({"output": None, "html": "a.html", "to": "ris"}, True, "-"),
    ({"output": "a.ris", "html": "a.html"}, True, "a.ris"),
]


@pytest.mark.parametrize(("options", "has_target", "written"), TARGETS)
def test_nothing_but_the_page_is_written_where_only_the_page_is_named(
    options: dict[str, str | None], has_target: bool, written: str
) -> None:
    given = DEFAULTS._replace(**options)  # type: ignore[arg-type]

    assert (given.has_target, given.written) == (has_target, written)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="writes to /dev/full")
def test_a_full_device_is_an_error() -> None:
    done = subprocess.run(
        [*COMMAND, "-", "--to", "ris", "-o", "/dev/full"],
        input=ENTRY % 1, capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 3
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize("way", ["the same path", "a link", "another name", "stdout", "the report"])
def test_the_input_is_never_overwritten(way: str, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(ENTRY % 1, "utf-8")
    other = tmp_path / "b.bib"
    if way == "a link":
        other.symlink_to(path)
    elif way == "another name":
        other.hardlink_to(path)
    outputs = {"the same path": path, "a link": other, "another name": other}
    arguments: list[str | Path] = [path, "-o", outputs.get(way, other)]
    if way == "the report":
        arguments += ["--report", path]
    with path.open("r+b") as file:
        done = subprocess.run(
            [*COMMAND, *(arguments if way != "stdout" else [path])],
            stdout=file if way == "stdout" else subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, check=False, env=ENVIRONMENT,
        )  # fmt: skip

    assert done.returncode == 2
    assert "is the input file" in done.stderr
    assert path.read_text("utf-8") == ENTRY % 1
    if way in ("the same path", "a link"):
        with pytest.raises(ValueError, match="is the input file"):
            refconv.convert(path, other if way == "a link" else path)
        assert path.read_text("utf-8") == ENTRY % 1


def test_strict_and_quiet_change_exit_code_and_output() -> None:
    assert run_command("--strict", given=BIB).returncode == 1
    assert run_command("--strict", given="@book{a, title={A}}").returncode == 0
    assert run_command("--quiet", given=BIB).stderr == ""


def test_files_are_merged_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={A}}", "utf-8")
    (tmp_path / "b.ris").write_text("TY  - BOOK\nID  - b\nTI  - B\nER  - \n", "utf-8")

    done = run_command("b.ris", "a.bib", "-o", "out.json", cwd=tmp_path)

    assert done.returncode == 0
    text = (tmp_path / "out.json").read_text("utf-8")
    assert text.index('"b"') < text.index('"a"')


@pytest.mark.parametrize("arguments", [["nowhere.bib"], ["-", "-o", "nowhere/out.bib"]])
def test_a_file_that_cannot_be_opened_is_an_error(arguments: list[str], tmp_path: Path) -> None:
    done = run_command(*arguments, given=BIB, cwd=tmp_path)

    assert done.returncode == 3
    assert "No such file or directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_binary_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "fixed.ris").touch(0o444)
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff")

    done = run_command(tmp_path / "scan.png")

    assert done.returncode == 4
    assert "this is a picture, not text" in done.stderr


def test_the_page_record_can_be_left_out() -> None:
    page = next(SEEDS.glob("000_*"))

    with_own = run_command(page).stdout.count("\n@") + 1
    without = run_command(page, "--no-page-record").stdout.count("\n@") + 1

    assert (with_own, without) == (15, 14)


def test_the_output_suits_the_program_that_reads_it() -> None:
    given = "@article{a, title={A}, author={King, Jr., Martin and others}, pmid={24381239}}"

    for_zotero = run_command("--to", "ris", "--for", "zotero", given=given).stdout
    for_endnote = run_command("--to", "ris", "--for", "endnote", given=given).stdout

    assert "M2  - PMID: 24381239" in for_zotero
    assert "et al.," not in for_zotero
    assert "AU  - et al.," in for_endnote


def test_a_pipe_with_a_name_is_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(["sh", "-c", "cat one.bib > pipe"], cwd=folder):
        done = run_command(folder / "pipe", "--to", "ris")

    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "ID  - a")


def test_keys_by_a_pattern_and_their_map(folder: Path) -> None:
    (folder / "two.bib").write_text(
        "@book{x, author={Roe, Jo}, year=2020}\n@book{y, author={Roe, Jo}, year=2020}\n", "utf-8"
    )
    made = DEFAULTS._replace(
        inputs=("two.bib",), output="new.bib", keys="[auth:lower][year]", key_map="keys.tsv"
    )

    assert exit_code(made) == 0
    assert [r.id for r in refconv.load("new.bib")] == ["roe2020", "roe2020a"]
    assert Path("keys.tsv").read_text("utf-8") == "x\troe2020\ny\troe2020a\n"

    assert exit_code(made._replace(keep_keys=True)) == 0
    assert [r.id for r in refconv.load("new.bib")] == ["x", "y"]
    assert Path("keys.tsv").read_text("utf-8") == ""


@pytest.mark.usefixtures("folder")
def test_a_wrong_pattern_is_wrong_usage() -> None:
    options = DEFAULTS._replace(inputs=("one.bib",), keys="[autr]")

    with pytest.raises(click.UsageError, match="unknown marker 'autr' at character 2"):
        copy_context().run(run, options)


@pytest.mark.usefixtures("folder")
def test_a_key_map_that_cannot_be_written_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    options = DEFAULTS._replace(inputs=("one.bib",), keys="[auth]", key_map="no/keys.tsv")

    assert exit_code(options) == 3
    assert "no/keys.tsv: error:" in capsys.readouterr().err
