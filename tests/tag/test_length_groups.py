"""Groups of strings of similar length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from refconv.tag.length_groups import by_length


@given(st.lists(st.integers(1, 300)), st.integers(1, 500))
def test_each_string_is_in_one_group_of_limited_size(lengths: list[int], tokens: int) -> None:
    groups = list(by_length(lengths, tokens))
    assert sorted(i for group in groups for i in group) == list(range(len(lengths)))
    for group in groups:
        assert len(group) == 1 or len(group) * max(lengths[i] for i in group) <= tokens
    assert [lengths[i] for group in groups for i in group] == sorted(lengths)
