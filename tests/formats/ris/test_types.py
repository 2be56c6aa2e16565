"""The types of RIS beside those of CSL."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.formats.ris.types import FALLBACK, KNOWN_TYPES, TYPES, evident_type, named_type

READ_AS = dict(reversed(TYPES))
WRITTEN_AS = {kind: native for native, kind in reversed(TYPES)}

# Every type of the specification of 2011, and those that EndNote has added since.
SPECIFIED = """ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG
    DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR
    JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND
    STAND STAT THES UNBILL UNPB UNPD VIDEO WEB INTV POD PRESS"""


def test_every_type_of_the_specification_is_known() -> None:
    assert {*SPECIFIED.split()} <= KNOWN_TYPES


@pytest.mark.parametrize(
    ("native", "kind", "written"),
    [
        ("JOUR", "article-journal", "JOUR"),
        ("EJOUR", "article-journal", "JOUR"),
        ("UNPB", "article", "UNPB"),
        ("EDBOOK", "book", "BOOK"),
        ("ECHAP", "chapter", "CHAP"),
        ("CPAPER", "paper-conference", "CONF"),
        ("STD", "standard", "STAND"),
        ("GOVDOC", "report", "RPRT"),
        ("POD", "broadcast", "ADVS"),
        ("GRANT", "document", "GEN"),
    ],
)
def test_a_type_is_written_as_the_first_of_its_pairs(native: str, kind: str, written: str) -> None:
    assert READ_AS[native] == kind
    assert WRITTEN_AS[ItemType(kind)] == written


# Types of CSL that RIS does not have, and what they are written and read as.
NEAREST = [
    ("review", "JOUR", "article-journal"),
    ("review-book", "JOUR", "article-journal"),
    ("entry", "ENCYC", "entry-encyclopedia"),
    ("treaty", "STAT", "legislation"),
    ("performance", "MPCT", "motion_picture"),
    ("collection", "MANSCPT", "manuscript"),
    ("event", "GEN", "document"),
]


@pytest.mark.parametrize(("kind", "native", "read"), NEAREST)
def test_types_without_a_type_of_ris(kind: str, native: str, read: str) -> None:
    assert WRITTEN_AS.get(ItemType(kind), FALLBACK[0]) == native
    assert READ_AS[native] == read


@pytest.mark.parametrize("kind", [kind for kind in ItemType if kind not in {n[0] for n in NEAREST}])
def test_every_other_type_is_read_as_itself(kind: ItemType) -> None:
    assert READ_AS[WRITTEN_AS[kind]] == kind


# (the name, the type it stands for)
NAMES = [
    ("Journal Article", "JOUR"),
    ("journal-article", "JOUR"),
    ("Book Section", "CHAP"),
    ("Dissertation/Thesis", "THES"),
    ("Conference_Paper", "CONF"),
    ("JOUR", None),
    ("HTML", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "native"), NAMES)
def test_a_name_stands_for_a_type(name: str, native: str | None) -> None:
    assert named_type(name) == native
    assert native is None or native in KNOWN_TYPES


# (fields, the type that they show)
EVIDENCE = [
    ("TI=A JF=B VL=1", "JOUR"),
    ("TI=A JO=B", "JOUR"),
    ("TI=A T2=B IS=1", "JOUR"),
    ("TI=A T2=B SP=1", "JOUR"),
    ("TI=A VL=1 DO=10.1/a", "JOUR"),
    ("TI=A VL=1 SN=1932-6203", "JOUR"),
    ("TI=A T2=Grid_Conference SP=1", "CONF"),
    ("TI=A JF=Proceedings_of_Ponds VL=1", "JOUR"),
    ("TI=A BT=B", "CHAP"),
    ("TI=A T2=B PB=C SP=1", "CHAP"),
    ("TI=A PB=C CY=D", "BOOK"),
    ("BT=A PB=C", "BOOK"),
    ("TI=A SN=978-3-16-148410-0", "BOOK"),
    ("TI=A M3=PhD_thesis PB=C", "THES"),
    ("TI=A M3=Technical_report PB=C", "RPRT"),
    ("TI=A UR=https://a.example", "ELEC"),
    ("TI=A AU=B", None),
    ("TI=A JF=", None),
    ("", None),
]


@pytest.mark.parametrize(("fields", "native"), EVIDENCE)
def test_the_type_of_a_record_without_one(fields: str, native: str | None) -> None:
    pairs = [
        (tag, value.replace("_", " "))
        for tag, _, value in (one.partition("=") for one in fields.split())
    ]

    assert evident_type(pairs) == native
