"""What a tag of RIS means by what else its record has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refconv.core.fields import Record
from refconv.formats.base import Chunk
from refconv.formats.ris.agreement import BY_RECORD, changes, is_short_for, may_change
from refconv.formats.ris.syntax import split_with_care
from refconv.io.api import read

# (what is special, the type and lines of a record, the type and lines that it is read as)
RECORDS = [
    ("nothing", "JOUR|TI=A|T2=B|J2=C|VL=1", "JOUR|TI=A|T2=B|J2=C|VL=1"),
    # EBSCO
    ("subtitle in T2", "JOUR|TI=A|T2=The b|JF=C|JO=C|J1=C", "JOUR|TI=A: The b|JF=C"),
    ("subtitle behind a question", "JOUR|TI=A?|T2=The b|JF=C|JO=C", "JOUR|TI=A? The b|JF=C"),
    ("subtitle in the title too", "JOUR|TI=A: the b|T2=The b|JF=C|JO=C", "JOUR|TI=A: the b|JF=C"),
    ("JO abbreviates JF", "JOUR|TI=A|T2=B|JF=Cells|JO=Ce.", "JOUR|TI=A: B|JF=Cells|JO=Ce."),
    ("JO abbreviates T2", "JOUR|TI=A|T2=Cells|JF=D|JO=Ce.", "JOUR|TI=A|T2=Cells|JF=D|JO=Ce."),
    ("JF abbreviates T2", "JOUR|TI=A|T2=Cells|JF=Ce.|JO=Ce", "JOUR|TI=A|T2=Cells|JF=Ce.|JO=Ce"),
    ("no other title", "JOUR|TI=A|T2=B|JF=C", "JOUR|TI=A|T2=B|JF=C"),
    ("a chapter", "CHAP|TI=A|T2=B|JF=C|JO=C", "CHAP|TI=A|T2=B|JF=C"),
    # titles once
    ("JO again", "JOUR|TI=A|JF=C|JO=c|JA=C.", "JOUR|TI=A|JF=C|JA=C."),
    ("JO alone", "JOUR|TI=A|JO=C|SO=C|JA=D", "JOUR|TI=A|JF=C|JA=D"),
    ("JA alone", "JOUR|TI=A|JA=C", "JOUR|TI=A|JF=C"),
    ("JO alone, abbreviated", "JOUR|TI=A|JO=C. D.", "JOUR|TI=A|JO=C. D."),
    ("JO alone in a chapter", "CHAP|TI=A|JO=C", "CHAP|TI=A|JO=C"),
    ("J2 again", "JOUR|TI=A|T2=C|J2=C", "JOUR|TI=A|T2=C|J2=C"),
    # Ovid
    ("date in Y2", "JOUR|Y1=2011//|Y2=2011-06-15//|UR=a", "JOUR|Y1=2011//|DA=2011-06-15|UR=a"),
    ("month in Y2", "JOUR|Y1=2011//|Y2=2011-06//", "JOUR|Y1=2011//|DA=2011-06"),
    ("Y2 without address", "JOUR|Y1=2011|Y2=2011/06/15", "JOUR|Y1=2011|DA=2011/06/15"),
    ("Y2 with address", "JOUR|Y1=2011|Y2=2011/06/15|UR=a", "JOUR|Y1=2011|Y2=2011/06/15|UR=a"),
    ("Y2 with PY", "JOUR|PY=2011|Y2=2011/06/15", "JOUR|PY=2011|Y2=2011/06/15"),
    ("Y2 of another year", "JOUR|Y1=2011|Y2=2012/06/15", "JOUR|Y1=2011|Y2=2012/06/15"),
    ("Y2 beside a month", "JOUR|Y1=2011/05|Y2=2011/06/15", "JOUR|Y1=2011/05|Y2=2011/06/15"),
    # Embase
    ("number in U2", "JOUR|DB=Embase|DB=b|U2=L202988", "JOUR|DB=Embase|DB=b|AN=L202988"),
    ("number in U2 and AN", "JOUR|DB=Embase|AN=1|U2=L202988", "JOUR|DB=Embase|AN=1|U2=L202988"),
    ("number in PM", "JOUR|PM=12345678", "JOUR|M2:PMID=PMID: 12345678"),
    ("words in PM", "JOUR|PM=noon", "JOUR|PM=noon"),
    ("DOI in L2 too", "JOUR|L2=http://dx.doi.org/10.1000/a|DO=10.1000/a", "JOUR|DO=10.1000/a"),
    ("DOI in L2", "JOUR|L2=http://dx.doi.org/10.1000/a", "JOUR|DO=10.1000/a"),
    ("another in L2", "JOUR|L2=https://doi.org/10.1000/b|DO=10.1000/a|UR=c",
     "JOUR|L2=https://doi.org/10.1000/b|DO=10.1000/a|UR=c"),
    ("an address in L2", "JOUR|L2=https://a.example|LK=b", "JOUR|UR=https://a.example|LK=b"),
    ("another address in L2", "JOUR|L2=https://a.example|UR=b", "JOUR|L2=https://a.example|UR=b"),
    ("no address in L2", "JOUR|L2=paper.pdf", "JOUR|L2=paper.pdf"),
    # publishers
    ("country in PB", "JOUR|CY=US|PB=Ponds|PB=US", "JOUR|CY=US|PB=Ponds"),
    ("two publishers", "BOOK|CY=Oslo|PB=Ponds|PB=Lakes", "BOOK|CY=Oslo|PB=Ponds|PB=Lakes"),
    # names
    ("letters", "JOUR|A1=R|A1=o|A1=e|A1=,|A1=|A1=K|TI=A", "JOUR|A1=Roe, K|TI=A"),
    ("few letters", "JOUR|AU=R|AU=o|AU=e", "JOUR|AU=R|AU=o|AU=e"),
    # nothing
    ("no values", "JOUR|VL=n/a|IS=|SP=12|EP=-", "JOUR|SP=12"),
    ("no pages", "JOUR|SP=No|EP=Specified", "JOUR"),
    # types
    ("no type that is named", "GEN|TI=A", "GEN|TI=A|TY=GEN"),
    ("a conference", "CONF|T2=B|DA=2018///|PY=2018", "CONF|T2=B|DA=2018///|PY=2018|TY=CONF"),
    ("proceedings", "CONF|TI=A|T2=B|C3=C|DA=2018///", "CONF|TI=A|T2=B|C3=C|DA=2018///"),
    ("a conference of another", "CONF|TI=A|T2=B|DA=2018", "CONF|TI=A|T2=B|DA=2018"),
    ("a named type", "ICOMM|TI=A|M2:type=type: email", "ICOMM|TI=A|M2:type=type: email"),
    ("an unknown type", "HTML|JF=A|VL=1", "JOUR|JF=A|VL=1"),
    ("an unknown type alone", "HTML|TI=A", "HTML|TI=A"),
]  # fmt: skip


def record_of(text: str) -> Record:
    kind, *fields = text.split("|")
    pairs = [one.partition("=") for one in fields]
    return Record(
        kind,
        "",
        tuple((key, value) for key, _, value in pairs),
        1,
        tuple(range(2, len(fields) + 2)),
    )


@pytest.mark.parametrize(
    ("given", "read"), [row[1:] for row in RECORDS], ids=[r[0] for r in RECORDS]
)
def test_records(given: str, read: str) -> None:
    assert BY_RECORD.decode is not None
    changed = BY_RECORD.decode(record_of(given))

    assert "|".join([changed.type, *(f"{key}={value}" for key, value in changed.fields)]) == read
    assert len(changed.lines) == len(changed.fields)


@pytest.mark.parametrize("given", [row[1] for row in RECORDS if row[1] == row[2]])
def test_a_record_without_any_of_it_stays_itself(given: str) -> None:
    assert BY_RECORD.decode is not None
    record = record_of(given)

    assert BY_RECORD.decode(record) is record


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Nat. Commun.", "Nature Communications", True),
        ("nature communications", "Nature Communications", True),
        ("J. Pond Sci.", "Journal of Pond Science", True),
        ("Sci. Pond", "Pond Science", False),
        ("Nature", "Science", False),
    ],
)
def test_abbreviations(short: str, full: str, expected: bool) -> None:
    assert is_short_for(short, full) is expected


# (lines of a JOUR, diagnostics as "reason line")
REPORTED = [
    ("TI  - A\nT2  - B\nJF  - C\nJO  - C", ["ris-subtitle 3"]),
    ("A1  - R\nA1  - o\nA1  - e\nA1  - ,\nA1  - \nA1  - K", ["letters 2"]),
    ("VL  - n/a\nJF  - C\nJO  - C\nY1  - 2011\nY2  - 2011-06-15//", []),
]


@pytest.mark.parametrize(("lines", "expected"), REPORTED)
def test_what_is_reported(lines: str, expected: list[str]) -> None:
    found = read(f"TY  - JOUR\n{lines}\nER  - \n", "ris").diagnostics

    assert [f"{one.reason} {one.line}" for one in found] == expected


def test_tabs_are_white_space() -> None:
    (record,) = split_with_care(Chunk("TY  - JOUR\nTI  - a \t\t b  c\td\nER  - ")).records

    assert record.fields == (("TI", "a b  c d"),)


_FIELDS = st.tuples(
    st.sampled_from("JF T2 TI JO JA SO PY Y1 Y2 UR L2 U2 DB AN PM PB CY AU SP EP M1".split()),
    st.sampled_from(
        """a 0 n/a Nature 2020 2020// 2020-01// embase L1234567 https://doi.org/10.1000/x
        http://a.example 12345 No Specified""".split()
    ).flatmap(lambda value: st.sampled_from([value, ""])),
)


@settings(deadline=None)
@given(st.sampled_from(["JOUR", "BOOK", "ODD"]), st.lists(_FIELDS, max_size=9).map(tuple))
def test_the_quick_look_overlooks_no_rule(native: str, fields: tuple[tuple[str, str], ...]) -> None:
    record = Record(native, "", fields, 1)

    assert may_change(record) or [*changes(record)] == []
