"""MARCXML → records."""

from __future__ import annotations

import refconv

RECORD = (
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>'
    '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{} /</subfield></datafield></record>'
)


def titles(text: str) -> tuple[list[str], list[str]]:
    read = refconv.read(text, "marcxml")
    return [one.title for one in read], [found.code for found in read.diagnostics]


def test_one_record_and_several() -> None:
    assert titles(RECORD.format("A")) == (["A"], [])
    both = f"<collection>{RECORD.format('A')}{RECORD.format('B')}</collection>"
    assert titles(both) == (["A", "B"], [])


def test_records_that_an_answer_wraps() -> None:
    text = "".join(
        f"<record><header><id>{n}</id></header><metadata>{RECORD.format(n)}</metadata></record>"
        for n in "AB"
    )
    assert titles(f"<OAI-PMH><ListRecords>{text}</ListRecords></OAI-PMH>")[0] == ["A", "B"]


def test_a_record_that_is_cut() -> None:
    text = RECORD.format("A").replace("</subfield></datafield>", "</subfeld></datafield>")

    assert titles(text) == (["A"], ["syntax"])


def test_white_space_in_the_leader_counts() -> None:
    text = RECORD.format("A").replace("00000nam a2200000 a 4500", "     cas a22     2a 4500")

    assert refconv.read(text).references[0].type == "periodical"
