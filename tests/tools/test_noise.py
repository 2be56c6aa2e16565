"""The count of reports by kind: what is counted, and in which order."""

from __future__ import annotations

from pathlib import Path

from tools.noise import table

TOY = {
    "a.bib": "@misc{a, shelf = {3}}\n@misc{b, shelf = {4}, doi = {12.34/5}}\n",
    "in/b.ris": "TY  - JOUR\nDO  - 12.34/6\nDO  - 12.34/6\nER  - \nER  - \n",
    "expected.json": "[1]",
}


def made(folder: Path) -> Path:
    for name, text in TOY.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def lines(folder: Path, only: str | None = None) -> list[list[str]]:
    """Return the words of each line of the table, without the example."""
    return [line[:70].split() for line in table([made(folder)], only)]


def test_reports_are_counted_by_kind_the_most_frequent_first(tmp_path: Path) -> None:
    assert [line for line in lines(tmp_path, "bibtex") if line[1] != "to"] == [
        ["1", "reading", "warning"],
        ["1", "bibtex:", "bad-identifier/invalid", "DOI"],
        ["2", "bibtex:", "custom", "bibtex:shelf", "lost"],
    ]


def test_groups_come_before_their_kinds_with_their_sums(tmp_path: Path) -> None:
    groups = [line for line in lines(tmp_path) if line[1] in {"reading", "to"}]

    assert [line[1:] for line in groups] == [
        ["reading", "warning"],
        ["reading", "note"],
        ["to", "ris"],
    ]
    assert groups[0] == ["2", "reading", "warning"]


def test_each_kind_has_an_example(tmp_path: Path) -> None:
    shown = [line for line in table([made(tmp_path)]) if "shelf lost" in line]

    assert shown[0].rstrip().endswith("a.bib: custom[0] bibtex:shelf lost: '3'")
