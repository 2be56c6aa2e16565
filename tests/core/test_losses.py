"""Losses: every difference has a path, and applying the losses returns the kept values."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from refconv.core.losses import apply, differences
from refconv.core.model import Date, Name, Reference
from refconv.core.report import Loss
from refconv.strategies import references

WHOLE = Reference(
    type="article-journal",
    id="a",
    title="Title",
    volume="1",
    issued="2020",
    author=(Name(family="Berg", non_dropping_particle="van"), Name(literal="WHO")),
    et_al={"author"},
    custom=(("ris:U1", "x"), ("ris:U2", "y")),
)
PATHS = [
    (evolve(WHOLE, type="book"), [("type", "article-journal", "book")]),
    (evolve(WHOLE, id="b"), [("id", "a", "b")]),
    (evolve(WHOLE, title="T"), [("title", "Title", "T")]),
    (evolve(WHOLE, volume=""), [("volume", "1", None)]),
    (evolve(WHOLE, issued=None), [("issued", Date.on(2020), None)]),
    (evolve(WHOLE, et_al=()), [("author.et-al", True, None)]),
    (
        evolve(WHOLE, author=(Name(family="van Berg"), WHOLE.author[1])),
        [
            ("author[0].family", "Berg", "van Berg"),
            ("author[0].non-dropping-particle", "van", None),
        ],
    ),
    (
        evolve(WHOLE, author=(WHOLE.author[0], Name(family="WHO"))),
        [("author[1]", Name(literal="WHO"), Name(family="WHO"))],
    ),
    (evolve(WHOLE, author=WHOLE.author[:1]), [("author", WHOLE.author, WHOLE.author[:1])]),
    (evolve(WHOLE, author=()), [("author", WHOLE.author, None)]),
    (evolve(WHOLE, custom=WHOLE.custom[1:]), [("custom[0]", ("ris:U1", "x"), None)]),
    (evolve(WHOLE, custom=[("ris:U9", "z")]), [("custom", WHOLE.custom, (("ris:U9", "z"),))]),
]


@pytest.mark.parametrize(("back", "expected"), PATHS)
def test_paths(back: Reference, expected: list[tuple[object, ...]]) -> None:
    found = [*differences(WHOLE, back)]

    assert [tuple(difference) for difference in found] == expected
    assert apply([WHOLE], [Loss(0, "a", *difference) for difference in found]) == (back,)


@given(references(), references())
def test_every_difference_is_a_loss_that_can_be_applied(one: Reference, other: Reference) -> None:
    losses = [Loss(0, one.id, *difference) for difference in differences(one, other)]

    assert apply([one], losses) == (other,)
    assert (losses == []) == (one == other)


def test_a_loss_in_one_line() -> None:
    lost = Loss(0, "king1963", "author[0].orcid", "0000-0002-1825-0097", name="out.bib")
    changed = Loss(0, "king1963", "page", "1\n2", "1 2", "pages")

    assert str(lost) == ("out.bib: loss: king1963: author[0].orcid lost: '0000-0002-1825-0097'")
    assert str(changed) == "<output>: loss: king1963: page changed: '1 2' (kept as '1 2' in pages)"


def test_a_path_that_is_no_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such place"):
        apply([WHOLE], [Loss(0, "a", "colour", "red")])
