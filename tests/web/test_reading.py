"""Files and pasted text as the page gets them."""

from __future__ import annotations

from typing import Any

import refconv
from refconv.web.messages import references_from_json
from refconv.web.reading import SHOWN_BY_ENTRY, read_for_page, read_to_json
from tests.web.conftest import SEED

BIB = "@string{me = {Doe, Jane}}\n@book{doe2020, author = me, title = {A Book}, file = {a.pdf}\n"


def test_the_seed_page(seed: Any) -> None:
    entries = seed["entries"]

    assert [entry["isPageRecord"] for entry in entries] == [False] * 14 + [True]
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


def test_references_come_back_from_the_browser_as_they_were(seed: Any) -> None:
    items = [entry["record"]["item"] for entry in seed["entries"]]

    assert references_from_json(items) == refconv.load(SEED).references


def test_a_file_has_records_without_strings() -> None:
    read = read_for_page(BIB.encode(), "refs.bib")

    (entry,) = read["entries"]
    assert (read["name"], read["format"]) == ("refs.bib", "BibTeX")
    assert (entry["file"], entry["text"], entry["segments"], entry["place"]) == (
        "refs.bib", "", [], [["line", 2]],
    )  # fmt: skip
    assert entry["record"]["rows"] == [
        ["title", "A Book"], ["author", "Doe, Jane"], ["id", "doe2020"],
    ]  # fmt: skip
    assert entry["record"]["kept"] == [["file:attachment", "a.pdf"]]
    assert read["blocks"] == [["bibtex", "string", "@string{me = {Doe, Jane}}"]]
    assert [(d["place"], d["severity"]) for d in read["diagnostics"]] == [("line 2", "warning")]


def test_a_binary_file_has_a_diagnostic() -> None:
    read = read_for_page(b"%PDF-1.7\n\xff", "paper.pdf")

    assert read["entries"] == []
    assert "PDF" in read["diagnostics"][0]["message"]
    assert read["diagnostics"][0]["place"] == ""


def test_what_an_entry_shows_is_not_among_the_diagnostics() -> None:
    odd = "Roe, Proceedings of the, in: 34 Bd. 7 (Teil) Zeitschrift 1977 Heft 3, quux 12 f."
    read = refconv.parse(f"References\n1. {odd}\n2. {odd}\n")
    assert {str(d.code) for d in read.diagnostics} & {*SHOWN_BY_ENTRY}

    shown = read_to_json(read)["diagnostics"]

    others = [d.message for d in read.diagnostics if d.code not in SHOWN_BY_ENTRY]
    assert [d["message"] for d in shown] == others


def test_offsets_count_as_the_browser_does() -> None:
    text = "Doe J. \U0001d434 title beyond the plane. Nature. 2020;12:34–5."
    (entry,) = read_for_page(f"References\n1. {text}\n".encode())["entries"]
    units = entry["text"].encode("utf-16-le")

    (issued,) = [s for s in entry["segments"] if s[0] == "issued"]
    assert units[2 * issued[1] : 2 * issued[2]].decode("utf-16-le") == "2020"


def test_a_dash_has_the_authors_that_it_stands_for() -> None:
    first = "Morgenstern, Karl. Über den Bildungsroman. Berlin: Verlag, 1820."
    second = "———. Der Roman der Goethezeit. Berlin: Verlag, 1824."
    entries = read_for_page(f"Bibliography\n{first}\n{second}\n".encode())["entries"]

    assert [entry["previousAuthors"] for entry in entries] == ["", "Morgenstern, Karl"]


def test_the_text_comes_with_the_places_of_its_references() -> None:
    text = "A list\n\nReferences\n[1] Doe J. \U0001d434 title in two\nlines. Nature. 2020;12:34.\n"
    text += "[2] Roe R. Of beds. Cell. 1999;7:8-12.\n"
    read = read_for_page(text.encode())

    entry, _ = read["entries"]
    units = read["text"].encode("utf-16-le")
    words = [units[2 * at : 2 * (at + n)].decode("utf-16-le") for _, at, n in entry["places"]]
    assert read["text"] == text
    assert "".join(words).replace("\n", " ") == entry["text"]
    aside = [(units[2 * a : 2 * b].decode("utf-16-le"), why) for a, b, why in read["setAside"]]
    assert aside == [("[2]", "marker")]


def test_a_document_has_the_text_of_its_references() -> None:
    page = b"<html><body><h2>References</h2><ol><li>Doe J. On tests. Nature. 2020;12:34.</li></ol>"
    read = read_for_page(page, "page.html")

    (entry,) = read["entries"]
    (place,) = entry["places"]
    assert read["text"][place[1] : place[1] + place[2]] == entry["text"]


def test_an_identifier_that_a_line_end_may_have_cut_is_noticed() -> None:
    list_ = "References\n1. Doe J. On tests. Nature. 2020;12:34. doi:10.1000/abc\nd7\n"
    (entry,) = read_for_page(list_.encode())["entries"]

    assert [notice[:1] for notice in entry["notices"]] == [["DOI"]]
