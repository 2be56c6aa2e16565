"""Which pairs are compared."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from refconv.core.model import Name, Reference
from refconv.library.deduplication.candidates import candidates
from refconv.library.deduplication.compared import compared

PEOPLE = st.sampled_from(["Okoro", "Lindqvist", "Haddad"]).map(lambda f: (Name(family=f),))
REFERENCES = st.builds(
    Reference,
    title=st.lists(st.sampled_from("snow ice sand dune wind".split()), max_size=4).map(" ".join),
    author=PEOPLE,
    issued=st.integers(2000, 2003),
    page=st.sampled_from(["", "1-9", "12-19", "33"]),
)


@given(st.lists(REFERENCES, max_size=12))
def test_each_pair_comes_once_and_in_order(references: list[Reference]) -> None:
    pairs = [*candidates([compared(one) for one in references])]

    assert len({*pairs}) == len(pairs)
    assert {*pairs} <= {*combinations(range(len(references)), 2)}


def test_few_of_many_pairs_are_compared() -> None:
    titles = [f"{a} {b} {c} report" for a in "abcdefghij" for b in "klmnopq" for c in "rstuvw"]
    references = [Reference(title=title, issued=2000 + i) for i, title in enumerate(titles)]

    pairs = [*candidates([compared(one) for one in references])]

    assert len(pairs) < len(titles) ** 2 / 8


def test_a_large_block_is_compared_with_neighbours() -> None:
    references = [
        Reference(title="Editorial", author=[Name(family=f"N{i}")], issued=1900 + i)
        for i in range(100)
    ]

    assert 0 < len([*candidates([compared(one) for one in references])]) < 1300
