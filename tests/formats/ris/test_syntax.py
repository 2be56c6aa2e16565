"""RIS, syntax: records to text and back."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Split
from refconv.formats.ris import FORMAT, syntax
from refconv.formats.ris.syntax import JOIN, carry, legal_id, split_plainly, split_with_care

split = FORMAT.split
RECORD = Record("JOUR", "hughes2024", (("TI", "A title"), ("AU", "Hughes, A."), ("X9", "x")))
TEXT = "".join(
    f"{line}\r\n"
    for line in (
        "TY  - JOUR",
        "ID  - hughes2024",
        "TI  - A title",
        "AU  - Hughes, A.",
        "X9  - x",
        "ER  - ",
        "",
    )
)

# (key, value, what comes back)
CARRIED = [
    ("TI", " a  b\t", "a  b"),
    ("TI", "a\r\nER  - \nTY  - JOUR", "a ER  - TY  - JOUR"),
    ("TI", "form\ffeed, \x00nul, line\u2028separator", "form feed, nul, line separator"),
    ("TI", "\ud800 is half of a pair", "\ufffd is half of a pair"),
    ("AB", "one\ntwo", "one\ntwo"),
    ("AB", "one\n\n two ", "one\ntwo"),
    ("AB", "one\nER  - \nty  - x\nAU - y", "one ER  - ty  - x AU - y"),
    ("TI", "a   TI  - b", "a TI  - b"),
    ("TI", "a   XX  - b", "a   XX  - b"),
    ("AB", "one  TI  - two\nthree", "one TI  - two\nthree"),
    ("AB", "the\nER\nhere", "the ER\nhere"),
    ("AB", "one\nTY -JOUR\ntwo", "one TY -JOUR\ntwo"),
    ("AB", "one\nRecord #1 of 2\ntwo", "one Record #1 of 2\ntwo"),
    ("N1", f"{'x' * 60}\n{'y' * 60}\nz", f"{'x' * 60} {'y' * 60} z"),
    ("X9", "", None),
    ("TI", "a &amp; b", "a & b"),
    ("TI", "a &amp;amp;amp; b", "a & b"),
    ("TI", "a & b < c; d", "a & b < c; d"),
    ("TI", "<em>a</em> <p>b", "a b"),
    ("AB", "<p>a</p><p>b</p>", "a\nb"),
    ("AU", "<p>", "<p>"),
    ("VL", "n/a", None),
    ("Y2", "///", None),
    ("M1", "0", None),
    ("TI", "NA", "NA"),
    ("X9", "\x01", None),
    ("X9", 7, None),
    ("TY", "JOUR", None),
    ("ER", "", None),
    ("title", "a", None),
    ("ti", "a", None),
    ("M2:PMID", "PMID: 1", "PMID: 1"),
    ("M2:PMID", "1", None),
    ("M2", "PMID: 1", None),
]


def test_join() -> None:
    assert JOIN([RECORD]) == TEXT
    assert JOIN([RECORD, RECORD]) == TEXT * 2
    assert JOIN([]) == ""


def test_what_is_joined_is_split_again() -> None:
    (record,) = split(TEXT).records

    assert (record.type, record.id, record.fields) == (RECORD.type, RECORD.id, RECORD.fields)
    assert (record.line, record.lines) == (1, (3, 4, 5))
    assert FORMAT.line_end == "\r\n"


LINES = st.sampled_from(
    ["TY  - JOUR", "TY  -", "ER  - ", "ER  -", "ER  - x", "ID  - a", "TI  - A title ", "AU  - A, B",
     "SN  - 1234-5678", "AN  - 12345678", "AB  -x", "X9  - ", "Kw  - a", "DA  - 2020\u2028", "",
     " ", "1.", "more text", " TI  - b", "AU - B", "\ufeffTY  - BOOK", "TI  - a\r", "TY  - jour",
     "TI  - a   AU  - b", "TI  -   AU  - b", "TY  - Book", "ER", "Record #1 of 2", "DB  - c",
     "TI  - a\t \tb", "TI  - a\tAU  - b", "TI  - &amp; <p>c"]
)  # fmt: skip


RECORDS = st.sampled_from(
    ["TY  - JOUR\nTI  - T\nKW  - a\nER  - ", "TY  - BOOK\nAU  - A, B\nER  - \n",
     "TY  - JOUR\nUR  - http://a\nL1  - b\nER  - \n\n", "TY  - JOUR\nER  - "]
)  # fmt: skip


@given(lines=st.lists(LINES | RECORDS, max_size=12), end=st.sampled_from(["", "\n"]))
def test_the_fast_path_splits_as_the_general_one_does(lines: list[str], end: str) -> None:
    chunk = Chunk("\n".join(["TY  - JOUR", *lines, "ER  - "]) + end, line=3)
    plain, general = split_plainly(chunk), split_with_care(chunk)

    assert plain is None or in_order(plain) == in_order(general)


def in_order(split: Split) -> Split:
    """Return a split with its diagnostics in the order in which they are reported."""
    return evolve(split, diagnostics=tuple(sorted(split.diagnostics, key=lambda one: one.line)))


def test_care_is_taken_only_of_what_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []

    def noted(chunk: Chunk) -> Split:
        texts.append(chunk.text)
        return split_with_care(chunk)

    monkeypatch.setattr(syntax, "split_with_care", noted)
    plain, odd = "TY  - JOUR\nTI  - T\nER  - \n\n", "TY  - JOUR\nTI  - of two\nlines\nER  - \n\n"
    split = split_plainly(Chunk(plain * 2 + odd * 2 + plain))

    assert split is not None
    assert [dict(record.fields)["TI"] for record in split.records] == [
        *["T"] * 2, *["of two lines"] * 2, "T",
    ]  # fmt: skip
    assert texts == [odd * 2]
    assert [record.line for record in split.records] == [1, 5, 9, 14, 19]


def test_most_records_take_the_fast_path() -> None:
    assert split_plainly(Chunk("\n" + TEXT.replace("\r", "") * 2)) is not None


def test_of_several_ids_the_first_is_the_records() -> None:
    record = Record("JOUR", "", (("ID", "other"),))

    assert split("TY  - JOUR\nID  - a\nID  - b\nER  - ").records[0].fields == (("ID", "b"),)
    assert split(JOIN([record])).records[0].fields == record.fields


@pytest.mark.parametrize(("key", "value", "back"), CARRIED)
def test_carry(key: str, value: object, back: str | None) -> None:
    assert carry(key, value) == back


@pytest.mark.parametrize(
    ("key", "back"), [(row[0], row[2]) for row in CARRIED if row[2] is not None]
)
def test_a_value_that_is_carried_is_read_again(key: str, back: str) -> None:
    record = Record("JOUR", "a", ((key, back), ("PY", "2000")))

    assert [r.fields for r in split(JOIN([record, record])).records] == [record.fields] * 2


@pytest.mark.parametrize(
    ("key", "legal"), [("a b", "a b"), (" a\nb ", "a b"), ("\x07", ""), ("É:1", "É:1")]
)
def test_legal_id(key: str, legal: str) -> None:
    assert legal_id(key) == legal


def test_short_headers_are_written_before_the_records() -> None:
    header = Block("header", "My list\nof 2001", 1)

    text = JOIN([RECORD], [header, Block("comment", "later", 9)])

    assert text == f"My list\r\nof 2001\r\n\r\n{TEXT}later\r\n\r\n"
    assert [(block.kind, block.text) for block in split(text).blocks] == [
        ("header", "My list\nof 2001"),
        ("comment", "later"),
    ]
    assert JOIN([RECORD], [header] * 3) == TEXT
    assert JOIN([RECORD], [Block("header", "TY  - JOUR", 1)]) == TEXT
    assert JOIN([RECORD], [Block("header", "Provider: X", 1)]) == TEXT
