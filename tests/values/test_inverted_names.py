"""Names with the family name first, as reference managers' files have them."""

from __future__ import annotations

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Name
from refconv.values.inverted_names import NAMES_WITHOUT_COMMAS

WITHOUT_COMMAS = [
    (Name(literal="Department of Health, England"), ("Department of Health England,",)),
    (Name(family="Smith", given="J."), ("Smith, J.",)),
    # What is read as an institution is written as one.
    (Name(family="0,, ,"), ("0,",)),
    (Name(family="0", given=",", suffix=","), ("0,",)),
]


@pytest.mark.parametrize(("name", "texts"), WITHOUT_COMMAS)
def test_institutions_are_written_without_commas(name: Name, texts: tuple[str, ...]) -> None:
    raws = NAMES_WITHOUT_COMMAS.encode(NameList((name,)))

    assert raws == (texts,)
    if any(raws):
        assert NAMES_WITHOUT_COMMAS.encode(NAMES_WITHOUT_COMMAS.decode(raws).value) == raws
