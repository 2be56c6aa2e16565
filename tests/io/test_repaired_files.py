"""Repairing files: only what is repaired changes in the text, or nothing does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.io.repaired_files import check_data, repair_data
from refconv.strategies import references

BIB = """\
% my list
@string{jx = {Journal}}

@Article{roe,   Author="Roe, Jo",
    TITLE = {Ice & {Snow}}, journal = jx # { B},  % aside
    Year=2020, month = feb,
    url={https://doi.org/10.1000/182}
}
@comment{kept}
"""
REPAIRED = BIB.replace("Ice & {", "Ice \\& {").replace(
    "doi.org/10.1000/182}\n", "doi.org/10.1000/182},\n    doi = {10.1000/182}\n"
)


def test_bibtex_is_changed_field_by_field() -> None:
    done = repair_data(BIB.encode(), name="refs.bib")

    assert done.data.decode() == REPAIRED
    assert [one.code for one in done.fixed] == ["doi-in-url", "unescaped-character"]
    assert (done.left, done.refused, done.losses) == ((), "", ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(encoding: str, newline: str) -> None:
    before, after = (
        text.replace("Roe, Jo", "Müller, André").replace("\n", newline) for text in (BIB, REPAIRED)
    )

    done = repair_data(before.encode(encoding), name="refs.bib")

    assert done.data == after.encode(encoding)


RIS = (
    "TY  - JOUR\nAU  - Roe, Jo\nTI  - On ice\nJO  - Ice\nPY  - 2020\n"
    "UR  - https://doi.org/10.1000/182\nZZ  - odd\nER  - \n\nTY  - BOOK\nID  - b\n"
    "AU  - Hale, Ann\nTI  - Snow\nPY  - 2019\nER  - \n"
)


def test_other_formats_are_changed_line_by_line() -> None:
    done = repair_data(RIS.encode(), name="refs.ris")

    assert done.data.decode() == RIS.replace("UR  -", "DO  - 10.1000/182\nUR  -")


def test_a_file_whose_lines_are_not_as_written_is_written_as_a_whole() -> None:
    text = '[{"id":"a","type":"book","title":"A","URL":"https://doi.org/10.1000/182"}]'

    done = repair_data(text.encode(), name="refs.json", select=["doi-in-url"])

    assert done.data != text.encode()
    assert refconv.read(done.data, "csl-json")[0].DOI == "10.1000/182"
    assert [one.code for one in done.fixed] == ["doi-in-url"]


REFUSED = [
    ("@misc{a, title={Äpfel & Überfluß, Öl}, x={".encode() + b"M\xfcller}}", "broken characters"),
    (b"@misc{a,\r\n title={A & B}}\n", "line ends of several kinds"),
    (b"@misc{a, title={A & B}, note = {a}\r}", "line ends of several kinds"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED)
def test_a_file_that_would_change_elsewhere_is_left(data: bytes, why: str) -> None:
    done = repair_data(data, "bibtex")

    assert done.data == data
    assert why in done.refused
    assert done.left
    assert done.fixed == ()


def test_a_format_that_is_only_read_is_left() -> None:
    text = "PMID- 1\nTI  - A\nLID - https://doi.org/10.1000/182\n"
    data = b"<html><meta name='citation_title' content='A'>" + text.encode()

    assert repair_data(data).data == data


def test_an_entry_that_cannot_be_taken_apart_is_left() -> None:
    text = "@misc{a, title = {A} x, url = {https://doi.org/10.1000/182}}\n@misc{b, title={A & B}}"

    done = repair_data(text.encode(), select=["doi-in-url", "unescaped"])

    assert done.data.decode() == text.replace("A & B", "A \\& B")
    assert [one.code for one in done.left] == ["doi-in-url"]


def test_a_file_without_repairs_stays() -> None:
    done = repair_data(b"@article{a, title = {A}}")

    assert done.data == b"@article{a, title = {A}}"
    assert {one.code for one in done.left} == {"missing-field"}


def test_findings_of_a_file_have_its_name() -> None:
    assert str(check_data(b"@book{a,}", "bibtex", name="x.bib")[0]).startswith("x.bib:1: a: no ")


@given(st.lists(references(), max_size=3), st.sampled_from(["bibtex", "ris", "csl-json", "enw"]))
def test_a_repaired_file_holds_the_repaired_references(
    some: list[refconv.Reference], format: str
) -> None:
    data = refconv.write(some, format).text.encode("utf-8", "replace")

    done = repair_data(data, format)

    if done.refused:
        assert done.data == data
        return
    assert [one for one in done.left if one.is_safe] == []
    assert repair_data(done.data, format).data == done.data
    if not done.fixed:
        assert done.data == data


def test_a_change_that_changes_what_is_read_is_not_made() -> None:
    text = "@misc{a, title = {A & B}}\n@misc{b, author = {A #, B % C}, title = {C & D}}\n"

    done = repair_data(text.encode(), "bibtex")

    assert done.refused == ""
    before, after = refconv.read(text), refconv.read(done.data)
    assert after.references == before.references
    assert "A \\& B" in done.data.decode()
