"""The types of RIS beside those of CSL."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.formats.ris.types import FALLBACK, KNOWN_TYPES, TYPES

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
