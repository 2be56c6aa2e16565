"""Which files a run writes."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from refconv.cli.library_options import LibraryOptions
from refconv.cli.outputs import Files, Output, planned_outputs
from refconv.formats.registry import FILE_FORMATS

RIS = FILE_FORMATS["ris"]


def test_all_inputs_go_into_one_output() -> None:
    assert planned_outputs(LibraryOptions(), ["a", "b"], "o.ris", RIS, "o.ris") == [
        Output("o.ris", range(2))
    ]


def test_each_input_has_its_file_in_a_folder() -> None:
    outputs = planned_outputs(LibraryOptions(out_dir="out"), ["x/a.bib", "-"], None, RIS, "")

    assert outputs == [Output("out/a.ris", range(1)), Output("out/stdin.ris", range(1, 2))]


@pytest.mark.parametrize(
    ("options", "names", "output", "message"),
    [
        (LibraryOptions(split=2), ["a.bib"], None, "--split needs a file to number (-o OUT)"),
        (LibraryOptions(split=2), ["a.bib"], "-", "--split needs a file to number (-o OUT)"),
        (LibraryOptions(out_dir="out"), ["a.bib"], "o.ris",
         "--out-dir names the files itself (leave out --output)"),
        (LibraryOptions(out_dir="out"), ["a.bib", "b/a.bib"], None,
         "out/a.ris is written twice, for a.bib and b/a.bib"),
        (LibraryOptions(out_dir="out"), ["a.bib", "a.bib"], None,
         "out/a.ris is written twice, for a.bib and a.bib"),
    ],
)  # fmt: skip
def test_wrong_usage_is_refused(
    options: LibraryOptions, names: list[str], output: str | None, message: str
) -> None:
    with pytest.raises(click.UsageError) as raised:
        planned_outputs(options, names, output, RIS, output or "-")

    assert raised.value.message == message


def test_numbered_files_never_replace_an_input(tmp_path: Path) -> None:
    files = Files(str(tmp_path / "o.ris"), is_split=True, kept=[str(tmp_path / "o-2.ris")])
    with files.opened(1) as file:
        file.write(b"one")

    with pytest.raises(click.UsageError, match=r"o-2\.ris is an input file"):
        files.opened(2)
    assert [path.name for path in tmp_path.iterdir()] == ["o-1.ris"]


def test_the_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "o.ris"
    files = Files(str(path), is_split=False, kept=[], makes_folder=True)

    with files.opened(1) as file:
        file.write(b"one")

    assert path.read_bytes() == b"one"
    assert files.count == 1
