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
    ("two in a line", "TY  - X\nTI  - A   PY  - 1\nER  -", "1TY=X 2TI=A 2PY=1 3ER="),
    ("two in a line, the first empty", "TY  - X\nTI  -    PY  - 1\nER  -", "1TY=X 2TI= 2PY=1 3ER="),
    ("two in a line, with a tab", "TY  - X\nTI - A\tPY - 1\nER  -", "1TY=X 2TI=A 2PY=1 3ER="),
    ("a record in a line", "TY  - X   TI  - A   ER  - ", "1TY=X 1TI=A 1ER="),
    ("two in a wrapped line", "TY  - X\nTI  - A\nB   PY  - 1\nER  -", "1TY=X 2TI=A_B 3PY=1 4ER="),
    ("no tag behind a gap", "TY  - X\nTI  - A   QQ  - 1\nER  -", "1TY=X 2TI=A___QQ__-_1 3ER="),
    ("TY behind fields", "DB  - Y\nTI  - A\nTY  - X\nVL  - 1\nER  -",
     "1TY=X 1DB=Y 2TI=A 4VL=1 5ER="),
    ("TY last", "TI  - A\nTY  - X\nER  - \n\nTI  - B\nTY  - Y\nER  -",
     "1TY=X 1TI=A 3ER= 5TY=Y 5TI=B 7ER="),
    ("TY behind fields and ER", "TY  - X\nER  -\n\nDB  - Z\nTY  - Y\nER  -",
     "1TY=X 2ER= 4TY=Y 4DB=Z 6ER="),
    ("a title behind fields and ER", "TY  - X\nER  -\n\nDB  - Z\nTI  - A\nER  -",
     "1TY=X 2ER= 4TY=GEN 4DB=Z 5TI=A 6ER="),
    ("fields behind ER and a line", "TY  - X\nER  -\n\nNL  - A\nB\n\nTY  - Y\nER  -",
     "1TY=X 4NL=A_B 2ER= 7TY=Y 8ER="),
    ("several TY", "TY  - X\nTY  - Y\nTY  - Z\nTI  - A\nER  -", "1TY=X 4TI=A 5ER="),
    ("an empty TY and another", "TY  - \nTY  - Y\nTI  - A\nER  -", "1TY=Y 3TI=A 4ER="),
    ("TY alone", "TY  - X\n\nTY  - Y\nTI  - A\nER  -", "3TY=Y 4TI=A 5ER="),
    ("no TY, no ER", "TI  - A\nAU  - B\n\nTI  - C\nAU  - D",
     "1TY=GEN 1TI=A 2AU=B 4ER= 4TY=GEN 4TI=C 5AU=D 0ER="),
    ("no TY, empty lines", "AU  - A\n\nAU  - B\n\nTI  - C", "1TY=GEN 1AU=A 3AU=B 5TI=C 0ER="),
    ("no TY, but a journal", "TI  - A\nJF  - B\nER  -", "1TY=JOUR 1TI=A 2JF=B 3ER="),
    ("another TY, and a journal", "TY  - HTML\nJF  - B\nER  -", "1TY=JOUR 2JF=B 3ER="),
    ("the name of a type", "TY  - Book Chapter\nTI  - B\nER  -", "1TY=CHAP 2TI=B 3ER="),
    ("ER without dash", "TY  - X\nTI  - A\nER\nTY  - Y\nER", "1TY=X 2TI=A 3ER= 4TY=Y 5ER="),
    ("a word like ER", "TY  - X\nAB  - A\nER\nB\nER  -", "1TY=X 2AB=A_ER\nB 5ER="),
    ("no space after a single one", "TY -JOUR\nTI -A\nER -", "1TY=JOUR 2TI=A 3ER="),
    ("no space before the dash", "TY- JOUR\nTI- A\nER-", "1TY=JOUR 2TI=A 3ER="),
    ("words with a dash", "TY  - X\nAB  - A\nCT-scan\nER  -", "1TY=X 2AB=A\nCT-scan 4ER="),
    ("three spaces", "TY   - JOUR\nTI   - A\nER   - ", "1TY=JOUR 2TI=A 3ER="),
    ("a count", "Record #1 of 2\n\nTY  - X\nTI  - A\n\nRecord #2 of 2\n\nTY  - Y\nER  -",
     "3TY=X 4TI=A 8ER= 8TY=Y 9ER="),
    ("a number without ER", "TY  - X\nTI  - A\n2.\nTY  - Y\nER  -", "1TY=X 2TI=A 4ER= 4TY=Y 5ER="),
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
    ("My list\nof 2001\n\nTY  - X\nER  - ", [(Code.STRAY_TEXT, 1)]),
    ("Provider: X\nDatabase: Y\n\nTY  - X\nER  - ", [(Code.SYNTAX, 1)]),
    ("TY  - X\nTI  - A     PY  - 1\nER  - ", [(Code.SYNTAX, 2)]),
    ("TI  - A\nTY  - JOUR\nER  - ", [(Code.SYNTAX, 2)]),
    ("TY  - JOUR\nTY  - BOOK\nTI  - A\nER  - ", [(Code.DUPLICATE_FIELD, 2)]),
    ("TY  - JOUR\n\nTY  - BOOK\nTI  - A\nER  - ", [(Code.SYNTAX, 1)]),
    ("TY  - HTML\nJF  - A\nER  - ", [(Code.UNKNOWN_TYPE, 1)]),
    ("TY  - Article\nTI  - A\nER  - ", [(Code.UNKNOWN_TYPE, 1)]),
    ("TY  - NONE\nTI  - A\nER  - ", []),
    ("TY  - X\nand more\nER  - ", [(Code.STRAY_TEXT, 2)]),
    ("TY  - X\nER  - 12", [(Code.SYNTAX, 2)]),
    ("TY  - X\nER  - ", []),
]


@pytest.mark.parametrize(
    ("text", "fields"), [row[1:] for row in FIELDS], ids=[r[0] for r in FIELDS]
)
def test_fields_and_their_lines(text: str, fields: str) -> None:
    read = [
        f"{number}{tag}={value}".replace(" ", "_")
        for number, tag, value in logical_lines(text).fields
    ]

    assert read == fields.split(" ") if fields else not read


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
    text = "My list\nof 2001\n1.\nTY  - X\nER  - see there\n\nEnd of file\n"

    assert logical_lines(text).blocks == [
        Block("header", "My list\nof 2001", 1),
        Block("comment", "see there", 5),
        Block("comment", "End of file", 7),
    ]


def test_time_grows_with_the_number_of_continuation_lines() -> None:
    lines = "\n".join(["a line of an abstract"] * 200_000)

    (record,) = FORMAT.split(f"TY  - JOUR\nAB  - {lines}\nER  - ").records

    assert record.fields == (("AB", lines),)


BANNERS = [
    "Record #3 of 18",
    "Provider: A Publisher",
    'Content: text/plain; charset="UTF-8"',
    "Link to the Ovid Full Text or citation: https://a.example",
    "____________________",
]


@pytest.mark.parametrize("line", BANNERS)
def test_lines_of_databases_are_set_aside(line: str) -> None:
    record = "TY  - X\nTI  - A\nER  - \n"

    read = logical_lines(f"{line}\n\n{record}\n{line}\n{record}")

    assert [value for _, tag, value in read.fields if tag == "TI"] == ["A", "A"]
    assert (read.blocks, read.diagnostics) == ([], [])
    assert [(name, one.line) for name, one in read.once.items()] == [("ris-banner", 1)]


def test_the_address_below_a_link_is_set_aside() -> None:
    text = "TY  - X\nER  - \n\nLink to the Ovid Full Text or citation:\nhttps://a.example/1\n"

    assert logical_lines(text).blocks == []
