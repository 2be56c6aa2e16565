"""BBCode of forums."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.documents.marked_up.bbcode import read, recognises
from tests.documents.texts import PARTS, Row, rows

TEXT = """[b]My list[/b]
[list]
[*]Ng, A. & Roe, B. (2001). Rivers of the [i]Salmo[/i] north. [i]Journal of Water[/i], [b]3[/b], 5.
[*]Lee, C. (2010). [url=https://doi.org/10.1000/2]Lakes of the south[/url]. [i]Water[/i], 5, 7.
[/list]
"""


def test_a_post() -> None:
    assert rows(TEXT) == (
        "bbcode",
        [
            Row("", "Ng", "Rivers of the <i>Salmo</i> north", "Journal of Water"),
            Row("", "Lee", "Lakes of the south", "Water", "10.1000/2"),
        ],
    )


@pytest.mark.parametrize("text", ["Ng [b] and [i]", "[1] a [2]", "[i]"])
def test_what_is_no_bbcode(text: str) -> None:
    assert not recognises(text)


@given(st.lists(st.sampled_from([*PARTS, "[i]", "[/i]", "[url=a]", "[/url]", "[*]"])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
