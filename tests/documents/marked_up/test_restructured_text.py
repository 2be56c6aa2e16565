"""reStructuredText: citations are items, with keys, numbers and links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.documents.marked_up.restructured_text import read, recognises
from tests.documents.texts import PARTS, Row, rows

TEXT = """References
==========

.. [Ng01] Ng, A. and Roe, B. (2001). Rivers of the *Salmo* north.
   *Journal of Water*, **3** (4), 5--16.
.. [2] Lee, C. (2010). `Lakes of the south <https://doi.org/10.1000/2>`_. *Water*, 5, 7.

.. image:: a.png
   :width: 3
"""


def test_citations() -> None:
    assert rows(TEXT) == (
        "rst",
        [
            Row("Ng01", "Ng", "Rivers of the <i>Salmo</i> north", "Journal of Water"),
            Row("", "Lee", "Lakes of the south", "Water", "10.1000/2"),
        ],
    )


def test_a_list_is_searched() -> None:
    text = (
        "References\n----------\n\n* Ng, A. (2001). Rivers of the north. *Journal of"
        " Water*, 3, 5-16.\n"
        "* Lee, C. (2010). Lakes of the south. *Water*, 5, 7-9.\n\n.. _home: https://a.example\n"
    )

    assert [row.title for row in rows(text, "a.rst")[1]] == [
        "Rivers of the north", "Lakes of the south",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["... [sic] and", "a `b` c", ".. and so on"])
def test_what_is_no_restructured_text(text: str) -> None:
    assert not recognises(text)


@given(st.lists(st.sampled_from([*PARTS, ".. ", ".. [a] ", "`a <b>`_"])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
