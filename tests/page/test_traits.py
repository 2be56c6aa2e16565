"""Every row of the tables of traits and faults, by an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.page.patterns import Rule
from refconv.page.traits import FAULTS, TRAITS
from tests.page.samples import HAS, HAS_NOT


@pytest.mark.parametrize("rule", [*TRAITS, *FAULTS], ids=lambda rule: rule.name)
def test_each_trait_and_fault_is_recognised(rule: Rule) -> None:
    assert rule.within({**HAS, **HAS_NOT}[rule.name])
    assert not rule.pattern.search("Heather honey of the high moor")


HINTED = [rule for rule in (*TRAITS, *FAULTS) if rule.hints]


@pytest.mark.parametrize("rule", HINTED, ids=lambda rule: rule.name)
@given(data=st.data())
def test_every_match_has_a_hint(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(rule.pattern.pattern))

    assert rule.within(text) or not rule.pattern.search(text)
