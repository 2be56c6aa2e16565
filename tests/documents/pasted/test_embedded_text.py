"""Records inside other text are found whole, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from refconv.documents.pasted.embedded_text import embedded_files, records_in

BIBTEX = "@book{ng, title = {Rivers {of} water},\n  year = 2001}"
RIS = "TY  - BOOK\nTI  - Rivers\nPY  - 2001\nER  - \n"
MEDLINE = "PMID- 12345\nTI  - Rivers\n      of water\nDP  - 2001\n"
REFER = "%0 Book\n%A Ng, Ada\n%T Rivers\n"


@pytest.mark.parametrize(
    ("format", "record"), [("bibtex", BIBTEX), ("ris", RIS), ("nbib", MEDLINE), ("enw", REFER)]
)
def test_a_record_in_a_text(format: str, record: str) -> None:
    text = f"Hi, see this:\n{record}\nand that, from 2003."
    (found,) = records_in(text)

    assert found.format == format
    assert text[found.start : found.end].strip() == record.strip()
    assert [one.format for one in embedded_files(text)] == [format]


def test_several_records_in_their_order() -> None:
    text = f"a\n{RIS}\nb\n{BIBTEX}\n{BIBTEX}\nc"

    assert [one.format for one in records_in(text)] == ["ris", "bibtex", "bibtex"]


def test_a_brace_that_is_not_closed_ends_at_the_next_entry_or_paragraph() -> None:
    first, second = records_in(f"@book{{a, title = {{A,\n{BIBTEX}\n\nWords")

    assert second.end - second.start == len(BIBTEX)
    (alone,) = records_in("@book{a, title = {A,\n\nWords of a letter")
    assert alone.end == len("@book{a, title = {A,")
    assert first.end < second.start


@pytest.mark.parametrize(
    "text", ["Write to ng@book{a}", "TY - no", "%0 of them", "@article is a type"]
)
def test_what_is_no_record(text: str) -> None:
    assert records_in(text) == []
