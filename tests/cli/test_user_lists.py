"""Lists that a user gives as files."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from refconv.cli.user_lists import journals_of_files, strings_of_file


def test_macros_are_read_with_their_texts(tmp_path: Path) -> None:
    file = tmp_path / "j.bib"
    file.write_text(
        '@string{j = "Journal"}\n@STRING(jw = j # { of } # "W{\\"a}ter")\n@misc{x, title = {T}}',
        "utf-8",
    )

    assert strings_of_file(str(file)) == {"j": "Journal", "jw": "Journal of Wäter"}


LISTS = [
    # files; what is found of "Journal of Water"
    ({"j.csv": "Journal of Water;J. Water\n"}, "J. Water"),
    ({"j.txt": "# a comment\nJournal of Water = J. Water\n"}, "J. Water"),
    ({"j.bib": "@article{a, journal={Journal of Water}, shortjournal={J. Water}}"}, "J. Water"),
    ({"j.bib": "@periodical{a, title={Journal of Water}, shorttitle={J. Water}}"}, "J. Water"),
    ({"full.bib": '@string{jw = "Journal of Water"}', "short.bib": '@string{JW = "J. Water"}'},
     "J. Water"),
    ({"a.csv": "Ice;I\n", "b.csv": "Journal of Water;J. Water\n"}, "J. Water"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "abbreviated"), LISTS)
def test_journals_are_those_of_all_lists(
    files: dict[str, str], abbreviated: str, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")

    found = journals_of_files([str(tmp_path / name) for name in files])

    assert [one.abbreviated for one in found.found("journal of water")] == [abbreviated]


def test_a_file_without_journals_is_refused(tmp_path: Path) -> None:
    (tmp_path / "j.csv").write_text("nothing here\n", "utf-8")

    with pytest.raises(click.UsageError, match=r"j\.csv: no journal with two names"):
        journals_of_files([str(tmp_path / "j.csv")])


def test_a_missing_file_ends_the_process(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        journals_of_files([str(tmp_path / "j.csv")])
