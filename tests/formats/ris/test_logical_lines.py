"""Lines of RIS: what real files get wrong is corrected, and reported with its line."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.core.report import Block
from refconv.formats.ris import FORMAT
from refconv.formats.ris.logical_lines import logical_lines

# (what is special, the text, its fields by line)
FIELDS = [
    ("as it should be", "TY  - JOUR\r\nTI  - A\r\nER  - \r\n", "1TY=JOUR 2TI=A 3ER="),
    ("bare CR", "TY  - JOUR\rTI  - A\rER  - \r", "1TY=JOUR 2TI=A 3ER="),
    ("a byte order mark", "\ufeffTY  - JOUR\nER  - ", "1TY=JOUR 2ER="),
    ("joined files", "TY  - X\nER  - \n\ufeffTY  - Y\nER  -", "1TY=X 2ER= 3TY=Y 4ER="),
    ("no space after the dash", "TY  -JOUR\nTI  -A\nER  -", "1TY=JOUR 2TI=A 3ER="),
    ("one space", "TY - JOUR\nTI - A\nER -", "1TY=JOUR 2TI=A 3ER="),
    ("a tab", "TY  - JOUR\nA1\t- A\nER  -", "1TY=JOUR 2A1=A 3ER="),
    ("an en dash", "TY  – JOUR\nTI  – A\nER  –", "1TY=JOUR 2TI=A 3ER="),
    ("lower case", "ty  - JOUR\nti  - A\ner  - ", "1TY=JOUR 2TI=A 3ER="),
    ("indented", "  TY  - JOUR\n  TI  - A\n  ER  - ", "1TY=JOUR 2TI=A 3ER="),
    ("no last ER", "TY  - JOUR\nTI  - A", "1TY=JOUR 2TI=A 0ER="),
    ("no ER", "TY  - X\nTI  - A\nTY  - Y\nER  - ", "1TY=X 2TI=A 3ER= 3TY=Y 4ER="),
    ("no TY", "TI  - A\nER  - ", "1TY=GEN 1TI=A 2ER="),
    ("an empty type", "TY  - \nTI  - A\nER  - ", "1TY=GEN 2TI=A 3ER="),
    ("a field after ER", "TY  - X\nER  - \nNL  - A\n\n2.\nTY  - Y", "1TY=X 3NL=A 2ER= 6TY=Y 0ER="),
    ("a record after ER", "TY  - X\nER  - \nTI  - A\nER  - ", "1TY=X 2ER= 3TY=GEN 3TI=A 4ER="),
    ("an empty line", "TY  - X\n\nTI  - A\nER  - ", "1TY=X 3TI=A 4ER="),
    ("repeats", "TY  - X\nDO  - 1\nTI  - A\nDO  - 2\nER  - ", "1TY=X 2DO=1 3TI=A 4DO=2 5ER="),
    ("an unknown tag", "TY  - X\nX9  - 1\nER  - ", "1TY=X 2X9=1 3ER="),
    ("an empty field", "TY  - X\nTI  -\nIS  - \nER  -", "1TY=X 2TI= 3IS= 4ER="),
    ("only ER", "ER  - ", ""),
    ("nothing", "", ""),
]  # fmt: skip

# (tag, its lines, its values)
WRAPPED = [
    ("AU", ["Long-Family,", "      Given"], ["Long-Family, Given"]),
    ("TI", ["A title", "that goes on"], ["A title that goes on"]),
    ("AB", ["First.", "Second."], ["First.\nSecond."]),
    ("AB", ["One.", "", "Two."], ["One.\nTwo."]),
    ("AB", ["x" * 70, "y" * 72, "z"], [f"{'x' * 70} {'y' * 72} z"]),
    ("AB", ["It is", "IT - based", "or is - not", "      TI  - indented"],
     ["It is\nIT - based\nor is - not TI  - indented"]),
    ("KW", ["Adult", "Middle Aged"], ["Adult", "Middle Aged"]),
    ("KW", ["one;", "two"], ["one; two"]),
    ("KW", ["", "one"], ["one"]),
    ("UR", ["https://a.org", "https://b.org"], ["https://a.org", "https://b.org"]),
    ("UR", ["https://a.org/very", "/long"], ["https://a.org/very/long"]),
    ("L1", ["internal-pdf://1/a b.pdf", "internal-pdf://2"], ["internal-pdf://1/a b.pdf", "internal-pdf://2"]),
]  # fmt: skip

# (text, diagnostics as (code, line))
DIAGNOSTICS = [
    ("TY  - X\nTI  - A\nTY  - Y\nER  - ", [(Code.MISSING_END, 1)]),
    ("TY  - X\nER  - \nTY  - X\nTI  - A", [(Code.MISSING_END, 3)]),
    ("TI  - A\nER  - ", [(Code.MISSING_TYPE, 1)]),
    ("TY  - \nER  - ", [(Code.MISSING_TYPE, 1)]),
    ("TY - X\nTI - A\nER - ", [(Code.SYNTAX, 1)]),
    ("TY  - X\n\nTI  - A\n\nIS  - 1\nER  - ", [(Code.SYNTAX, 2)]),
    ("1.\nTY  - X\nER  - \n2.\nTY  - X\nER  - ", [(Code.SYNTAX, 1)]),
    ("TY  - X\nER  - \nER  - ", [(Code.SYNTAX, 3)]),
    ("TY  - X\nER  - \nNL  - A", [(Code.SYNTAX, 3)]),
    ("Provider: X\nDatabase: Y\n\nTY  - X\nER  - ", [(Code.STRAY_TEXT, 1)]),
    ("TY  - X\nand more\nER  - ", [(Code.STRAY_TEXT, 2)]),
    ("TY  - X\nER  - 12", [(Code.SYNTAX, 2)]),
    ("TY  - X\nER  - ", []),
]


@pytest.mark.parametrize(
    ("text", "fields"), [row[1:] for row in FIELDS], ids=[r[0] for r in FIELDS]
)
def test_fields_and_their_lines(text: str, fields: str) -> None:
    read = [f"{number}{tag}={value}" for number, tag, value in logical_lines(text).fields]

    assert read == fields.split()


@pytest.mark.parametrize(("tag", "lines", "values"), WRAPPED)
def test_lines_without_a_tag(tag: str, lines: list[str], values: list[str]) -> None:
    text = f"TY  - JOUR\n{tag}  - " + "\n".join(lines) + "\nPY  - 2000\nER  - "

    assert FORMAT.split(text).records[0].fields == (
        *((tag, value) for value in values),
        ("PY", "2000"),
    )


@pytest.mark.parametrize(("text", "expected"), DIAGNOSTICS)
def test_diagnostics(text: str, expected: list[tuple[Code, int]]) -> None:
    lines = logical_lines(text)
    diagnostics = [*lines.once.values(), *lines.diagnostics]

    assert [(d.code, d.line) for d in diagnostics] == expected


def test_text_outside_of_records_is_kept_as_blocks() -> None:
    text = "Provider: X\nDatabase: Y\n1.\nTY  - X\nER  - see there\n\nEnd of file\n"

    assert logical_lines(text).blocks == [
        Block("header", "Provider: X\nDatabase: Y", 1),
        Block("comment", "see there", 5),
        Block("comment", "End of file", 7),
    ]


def test_time_grows_with_the_number_of_continuation_lines() -> None:
    lines = "\n".join(["a line of an abstract"] * 200_000)

    (record,) = FORMAT.split(f"TY  - JOUR\nAB  - {lines}\nER  - ").records

    assert record.fields == (("AB", lines),)
