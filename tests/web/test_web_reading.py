"""Files and pasted text as the page gets them."""

from __future__ import annotations

import json
from typing import Any

import refconv
from refconv.web import sheets
from refconv.web.wire import references_of
from tests.web.asking import Asker
from tests.web.conftest import SEED

BIB = "@string{me = {Doe, Jane}}\n@book{doe2020, author = me, title = {A Book}, file = {a.pdf}\n"


def test_the_seed_page(seed: Any) -> None:
    entries = seed["entries"]

    assert [entry["own"] for entry in entries] == [False] * 14 + [True]
    assert entries[7]["text"].startswith("Rotte A, Frigault MJ, Ansari A")
    values = [(label, entries[7]["text"][a:b]) for label, a, b, _ in entries[7]["segments"]]
    assert values[2:] == [
        ("container-title", "J Immunother Cancer"),
        ("issued", "2022"),
        ("volume", "10"),
        ("page", "e005678"),
    ]
    rows = dict(entries[7]["record"]["rows"])
    assert rows["author"].splitlines()[:2] == ["Rotte, A.", "Frigault, M. J."]
    assert rows["container-title"] == "J Immunother Cancer"


def test_records_come_back_from_the_browser_as_they_were(seed: Any) -> None:
    read = refconv.load(SEED)

    assert references_of([entry["record"]["item"] for entry in seed["entries"]]) == read.references


def test_a_file_has_records_without_strings(ask: Asker) -> None:
    sheet = ask.read(BIB, "refs.bib")

    (entry,) = sheet["entries"]
    assert (sheet["format"], entry["text"], entry["segments"], entry["line"]) == (
        "BibTeX",
        "",
        [],
        2,
    )
    assert entry["record"]["rows"] == [
        ["title", "A Book"], ["author", "Doe, Jane"], ["id", "doe2020"],
    ]  # fmt: skip
    assert entry["record"]["kept"] == [["bibtex:file", "a.pdf"]]
    assert sheet["blocks"] == [["bibtex", "string", "@string{me = {Doe, Jane}}"]]
    assert [(remark["place"], remark["note"]) for remark in sheet["remarks"]] == [("line 2", False)]


def test_a_binary_file_is_remarked_on(ask: Asker) -> None:
    sheet = ask.read(b"%PDF-1.7\n\xff", "paper.pdf")

    assert sheet["entries"] == []
    assert "PDF" in sheet["remarks"][0]["message"]


def test_offsets_count_as_the_browser_does(ask: Asker) -> None:
    text = "Doe J. \U0001d434 title beyond the plane. Nature. 2020;12:34–5."
    (entry,) = ask.read(f"References\n1. {text}\n")["entries"]
    units = entry["text"].encode("utf-16-le")

    (title,) = [s for s in entry["segments"] if s[0] == "issued"]
    assert units[2 * title[1] : 2 * title[2]].decode("utf-16-le") == "2020"


def test_a_dash_knows_whom_it_repeats(ask: Asker) -> None:
    first = "Morgenstern, Karl. Über den Bildungsroman. Berlin: Verlag, 1820."
    second = "———. Der Roman der Goethezeit. Berlin: Verlag, 1824."
    entries = ask.read(f"Bibliography\n{first}\n{second}\n")["entries"]

    assert [entry["previous"] for entry in entries] == ["", "Morgenstern, Karl"]


def test_progress_is_told_line_by_line(ask: Asker) -> None:
    lines = ask("/api/read", b"@book{a, title={A}}").body.splitlines()

    told = [json.loads(line) for line in lines]
    assert [*told[-1]] == ["sheet"]
    assert all([*line] == ["progress"] for line in told[:-1])


def test_reading_stops_where_nobody_waits() -> None:
    from refconv.core.progress import watcher  # noqa: PLC0415
    from refconv.web.app import AbandonedError, Watch  # noqa: PLC0415

    watch = Watch()
    watch.abandoned = True
    token = watcher.set(watch)
    try:
        sheets.sheet(b"@book{a, title={A}}")
    except AbandonedError:
        return
    finally:
        watcher.reset(token)
    raise AssertionError("it went on")
