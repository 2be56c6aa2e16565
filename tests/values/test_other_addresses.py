"""Further addresses, under each format's own key and under that of no format."""

from __future__ import annotations

import pytest

import refconv
from refconv import Reference
from refconv.values.other_addresses import KEY, other_addresses


def test_the_key_of_a_format_and_that_of_none() -> None:
    rule = other_addresses("ris:UR")
    own = Reference(custom=[("ris:N9", "x"), ("ris:UR", "https://b.example/")])
    shared = Reference(custom=[("ris:N9", "x"), (KEY, "https://b.example/")])
    assert rule.decode is not None
    assert rule.encode is not None

    assert rule.decode(own) == shared
    assert rule.encode(shared) == own


@pytest.mark.parametrize("name", ["ris", "enw", "endnote-xml"])
def test_a_second_address_is_carried(name: str) -> None:
    text = "TY  - JOUR\nTI  - A\nUR  - https://a.example/\nUR  - https://b.example/\nER  - \n"

    written = refconv.write(refconv.read(text, "ris").references, name)
    (back,) = refconv.read(written.text, name).references

    assert [loss.path for loss in written.losses if loss.path != "id"] == []
    assert (back.URL, back.custom) == ("https://a.example/", ((KEY, "https://b.example/"),))
