"""RIS, syntax: records to text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk
from refconv.formats.ris import FORMAT
from refconv.formats.ris.syntax import JOIN, carry, legal_id, split_plainly, split_with_care
from refconv.formats.ris.tags import key_of
from refconv.values.markup import plain

split = FORMAT.split
RECORD = Record("JOUR", "hughes2024", (("TI", "A title"), ("AU", "Hughes, A."), ("X9", "")))
TEXT = "".join(
    f"{line}\r\n"
    for line in (
        "TY  - JOUR",
        "ID  - hughes2024",
        "TI  - A title",
        "AU  - Hughes, A.",
        "X9  - ",
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
    ("N1", f"{'x' * 60}\n{'y' * 60}\nz", f"{'x' * 60} {'y' * 60} z"),
    ("X9", "", ""),
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

# (tag, value, key)
KEYS = [
    ("M2", "PMID: 12345", "M2:PMID"),
    ("M2", "citation key: x2020", "M2:citation-key"),
    ("M2", "type: preprint", "M2:type"),
    ("M2", "17", "M2"),
    ("AN", "26957754", "AN:PMID"),
    ("AN", "PMC3654245", "AN:PMCID"),
    ("AN", "WOS:000123456", "AN"),
    ("U1", "23690738[pmid]", "U1:PMID"),
    ("U2", "PMC4756000[pmcid]", "U2:PMCID"),
    ("M3", "doi: 10.1063/1.1954747", "M3:DOI"),
    ("M3", "Article", "M3"),
    ("N1", "10.1063/1.1954747", "N1:DOI"),
    ("N1", "see doi: 10.1063/1.1954747", "N1"),
    ("SN", "0021-9606", "SN:ISSN"),
    ("SN", "03064530 (ISSN)", "SN:digits"),
    ("SN", "978-3-16-148410-0", "SN:ISBN"),
    ("SN", "0-306-40615-2", "SN:ISBN"),
    ("SN", "0-306-40615-3", "SN"),
    ("ET", "2016/01/30", "ET:date"),
    ("ET", "2nd", "ET"),
    ("PY", "2013/02/15/received", "PY:received"),
    ("Y2", "/", "Y2:empty"),
    ("TI", "PMID: 1", "TI"),
]

MARKED = [
    ("<i>E. coli</i> H<sub>2</sub>O", "E. coli H2O"),
    ('a <span class="nocase">DNA</span>', "a DNA"),
    ('<span style="font-variant:small-caps;">a</span>', "a"),
    ("p < 0.05 and <i>n", "p < 0.05 and <i>n"),
    ("<i>a<b>b</i>", "a<b>b"),
    ("<<i>i>a<</i>/i>", "a"),
    ("<\x00i>a</i>", "a"),
]


def test_join() -> None:
    assert JOIN([RECORD]) == TEXT
    assert JOIN([RECORD, RECORD]) == TEXT * 2
    assert JOIN([]) == ""


def test_split_gives_back_what_was_joined() -> None:
    (record,) = split(TEXT).records

    assert (record.type, record.id, record.fields) == (RECORD.type, RECORD.id, RECORD.fields)
    assert (record.line, record.lines) == (1, (3, 4, 5))
    assert FORMAT.line_end == "\r\n"


LINES = st.sampled_from(
    ["TY  - JOUR", "TY  -", "ER  - ", "ER  -", "ER  - x", "ID  - a", "TI  - A title ", "AU  - A, B",
     "SN  - 1234-5678", "AN  - 12345678", "AB  -x", "X9  - ", "Kw  - a", "DA  - 2020\u2028", "",
     " ", "1.", "more text", " TI  - b", "AU - B", "\ufeffTY  - BOOK", "TI  - a\r", "TY  - jour"]
)  # fmt: skip


@given(lines=st.lists(LINES, max_size=12), end=st.sampled_from(["", "\n"]))
def test_plain_records_are_cut_as_all_others_are(lines: list[str], end: str) -> None:
    chunk = Chunk("\n".join(["TY  - JOUR", *lines, "ER  - "]) + end, line=3)
    plain = split_plainly(chunk)

    assert plain is None or plain == split_with_care(chunk)


def test_what_most_files_hold_is_plain() -> None:
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
def test_what_is_carried_comes_back(key: str, back: str) -> None:
    record = Record("JOUR", "a", ((key, back), ("PY", "2000")))

    assert [r.fields for r in split(JOIN([record, record])).records] == [record.fields] * 2


@pytest.mark.parametrize(("tag", "value", "key"), KEYS)
def test_a_tag_is_told_apart_by_its_value(tag: str, value: str, key: str) -> None:
    assert key_of(tag, value) == key


@pytest.mark.parametrize(("text", "bare"), MARKED)
def test_markup_is_taken_off(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("key", "legal"), [("a b", "a b"), (" a\nb ", "a b"), ("\x07", ""), ("É:1", "É:1")]
)
def test_legal_id(key: str, legal: str) -> None:
    assert legal_id(key) == legal


def test_headers_stand_before_the_records_as_long_as_zotero_still_reads_the_file() -> None:
    header = Block("header", "Provider: X\nDatabase: Y", 1)

    text = JOIN([RECORD], [header, Block("comment", "later", 9)])

    assert text == f"Provider: X\r\nDatabase: Y\r\n\r\n{TEXT}later\r\n\r\n"
    assert [(block.kind, block.text) for block in split(text).blocks] == [
        ("header", "Provider: X\nDatabase: Y"),
        ("comment", "later"),
    ]
    assert JOIN([RECORD], [header] * 3) == TEXT
    assert JOIN([RECORD], [Block("header", "TY  - JOUR", 1)]) == TEXT
