"""RIS for EndNote: the tags that it reads, by type."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import Field
from refconv.core.model import Reference
from refconv.formats.ris.endnote_rows import rows_for_endnote
from refconv.io.api import read, write
from refconv.values.line_codecs import TEXT


@pytest.mark.parametrize(
    ("kind", "attribute", "value", "line"),
    [
        ("webpage", "accessed", "2021-02-03", "M1  - 2021/02/03/"),
        ("book", "accessed", "2021-02-03", "Y2  - 2021/02/03/"),
        ("article-journal", "issue", "4", "IS  - 4"),
        ("article-magazine", "issue", "4", "M1  - 4"),
        ("paper-conference", "issue", "4", "M1  - 4"),
        ("article-newspaper", "issue", "4", "C2  - 4"),
        ("patent", "call_number", "QA 7", "CN  - QA 7"),
        ("software", "genre", "Python", "M3  - Python"),
        ("bill", "authority", "Senate", "T3  - Senate"),
        ("article-journal", "PMCID", "PMC1234567", "C2  - PMC1234567"),
    ],
)
def test_a_value_has_the_tag_that_endnote_reads(
    kind: Any, attribute: str, value: Any, line: str
) -> None:
    reference = Reference(type=kind, id="a", **{attribute: value})

    written = write(reference, "ris", for_="endnote")

    assert line in written.text.splitlines()
    assert read(written.text, "ris").references == (reference,)
    assert written.losses == ()


@pytest.mark.parametrize(
    ("kind", "attribute"),
    [
        ("webpage", "volume"),
        ("thesis", "volume"),
        ("article-journal", "edition"),
        ("article-newspaper", "number_of_volumes"),
        ("dataset", "reviewed_title"),
        ("report", "original_title"),
    ],
)
def test_a_value_is_not_written_into_a_field_of_another_meaning(kind: Any, attribute: str) -> None:
    values: dict[str, Any] = {attribute: "7"}
    written = write(Reference(type=kind, **values), "ris", for_="endnote")

    assert [loss.path for loss in written.losses] == [attribute.replace("_", "-")]
    assert "7" not in written.text


def test_lines_of_extra_are_no_rows_for_endnote() -> None:
    row = Field(("M2:scale",), "scale", TEXT)

    assert row not in rows_for_endnote([row])
