"""Names of the model and BibTeX's, and ORCIDs in annotations."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Name
from refconv.formats.bibtex.name_codec import NAMES, NAMES_ALONE
from refconv.formats.bibtex.syntax.name_lists import OTHERS, NativeName

LEE = NativeName("A.", "", "Lee")
DECODED: list[tuple[Any, NameList | None, tuple[tuple[int, int], ...]]] = [
    ((((LEE,),), ()), NameList((Name("Lee", "A."),)), ()),
    ((((LEE, OTHERS),), ()), NameList((Name("Lee", "A."),), et_al=True), ()),
    ((((LEE,), (LEE,)), ()), NameList((Name("Lee", "A."),)), ()),
    ((((LEE,), (OTHERS,)), ()), NameList((Name("Lee", "A."),)), ((0, 1),)),
    (
        (((LEE,),), ('1="0000-0002-1825-0097"',)),
        NameList((Name("Lee", "A.", orcid="0000-0002-1825-0097"),)),
        (),
    ),
    ((((LEE,),), ('2="0000-0002-1825-0097"',)), NameList((Name("Lee", "A."),)), ((1, 0),)),
    ((("somebody",), ()), None, ()),
]


@pytest.mark.parametrize(("raws", "value", "unused"), DECODED)
def test_names_are_decoded(
    raws: Any, value: NameList | None, unused: tuple[tuple[int, int], ...]
) -> None:
    decoded = NAMES.decode(raws)

    assert (decoded.value, decoded.unused) == (value, unused)


ENCODED = [
    (Name("Lee", "A."), LEE),
    (Name("Berg", "J.", non_dropping_particle="van"), NativeName("J.", "van", "Berg")),
    (
        Name("B", dropping_particle="de", non_dropping_particle="la"),
        NativeName("", "de la", "B"),
    ),
    (Name("King", "M.", suffix="Jr."), NativeName("M.", "", "King", "Jr.")),
    (Name(literal="WHO"), NativeName(literal="WHO")),
]


@pytest.mark.parametrize(("name", "native"), ENCODED)
def test_names_are_encoded(name: Name, native: NativeName) -> None:
    assert NAMES.encode(NameList((name,))) == (((native,),), ())


def test_zotero_takes_others_for_a_person() -> None:
    value = NameList((Name("Lee", "A."),), et_al=True)

    assert NAMES.encode(value) == (((LEE, OTHERS),), ())
    assert NAMES_ALONE.encode(value) == (((LEE,),), ())
    assert NAMES_ALONE.encode(NameList((), et_al=True)) == ((), ())
