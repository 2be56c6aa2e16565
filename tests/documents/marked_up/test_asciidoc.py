"""AsciiDoc: the items of a bibliography list, with their labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.documents.marked_up.asciidoc import read, recognises
from tests.documents.texts import PARTS, Row, rows

TEXT = """[bibliography]
== References

* [[[ng01]]] Ng, A. and Roe, B. (2001). Rivers of the _Salmo_ north. _Journal of Water_, *3*, 5-16.
* [[[lee,2]]] Lee, C. (2010). https://doi.org/10.1000/2[Lakes of the south]. _Water_, *5*, 7.
"""


def test_a_bibliography() -> None:
    assert rows(TEXT) == (
        "asciidoc",
        [
            Row("ng01", "Ng", "Rivers of the <i>Salmo</i> north", "Journal of Water"),
            Row("lee", "Lee", "Lakes of the south", "Water", "10.1000/2"),
        ],
    )


@pytest.mark.parametrize("text", ["see [[1]]", "a == b", "https://a.example [Online]"])
def test_what_is_no_asciidoc(text: str) -> None:
    assert not recognises(text)


@given(st.lists(st.sampled_from([*PARTS, "[[[a]]] ", "== "])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
