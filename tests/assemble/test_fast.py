"""The fast paths of labels; ``tests/core/test_fast.py`` compares each with its codec."""

from __future__ import annotations

import pytest

from refconv.assemble.fast import FAST, decode_names
from refconv.assemble.label_table import TABLE
from tests.assemble.test_label_table import ROWS

CODECS = {key: field.codec for field in TABLE.fields for key in field.keys}


def test_every_codec_of_the_table_has_a_fast_path() -> None:
    assert {*CODECS.values()} == {*FAST}


@pytest.mark.parametrize(("label", "printed"), [row[:2] for row in ROWS if row[0] != "contributor"])
def test_one_value_is_decoded_as_by_the_codec(label: str, printed: str) -> None:
    codec = CODECS[label]
    decode = FAST[codec].decode_one
    assert decode is not None

    assert decode(printed) == codec.decode(((printed,),)).value


def test_no_names_are_none() -> None:
    assert decode_names(" , ") is None
