"""Citation keys: stable, readable, unique, ASCII."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.keys import KeyTable, assign_ids, make_key
from refconv.core.model import Name, Reference
from refconv.strategies import references

KEYS = [
    (Reference(title="</i " * 100_000 + "Storm"), "storm"),
    (
        Reference(
            title="Riding the storm: managing", author=[Name(family="Hughes")], issued="2024"
        ),
        "hughes2024riding",
    ),
    (
        Reference(title="The <i>E. coli</i> genome", author=[Name(family="Ng")], issued="1999-05"),
        "ng1999coli",
    ),
    (Reference(title="Über Größe", author=[Name(family="Müßig-Ørsted")]), "mussigorstedgrosse"),
    (Reference(title="Стиль", author=[Name(family="Иванов")], issued="2001"), "ivanov2001stil"),
    (
        Reference(title="On it", author=[Name(literal="World Health Organization")]),
        "worldhealthorganization",
    ),
    (
        Reference(title="Proceedings", editor=[Name(family="O’Neil")], issued="-0043"),
        "oneilbc43proceedings",
    ),
    (Reference(title="Cicero", author=[Name(given="Madonna")]), "madonnacicero"),
    (Reference(title="Stories", available_date="2025-11-28"), "2025stories"),
    (Reference(), "reference"),
]


@pytest.mark.parametrize(("reference", "key"), KEYS)
def test_a_key_has_name_year_and_subject(reference: Reference, key: str) -> None:
    assert make_key(reference) == key


def test_ids_that_are_there_stay() -> None:
    given_ids = ["Smith2020", "Smith2020", "with blank", ""]
    assigned = assign_ids(Reference(id=key, title="Two words") for key in given_ids)

    assert [r.id for r in assigned] == ["Smith2020", "Smith2020", "with blank", "two"]


def test_new_ids_differ_from_each_other_and_from_all_others() -> None:
    assigned = assign_ids([Reference(title="Same"), Reference(id="same"), Reference(title="Same")])

    assert [r.id for r in assigned] == ["samea", "same", "sameb"]


def test_variants_have_two_letters_after_z() -> None:
    assigned = assign_ids(Reference(title="Same") for _ in range(30))

    assert [r.id for r in assigned][-5:] == ["samey", "samez", "sameaa", "sameab", "sameac"]


@given(st.lists(references(), max_size=5))
def test_assigning_is_stable_and_changes_only_what_has_none(some: list[Reference]) -> None:
    assigned = assign_ids(some)

    assert assign_ids(assigned) == assigned
    assert all(r.id for r in assigned)
    assert [a for a, r in zip(assigned, some, strict=True) if r.id] == [r for r in some if r.id]
    made = [a.id for a, r in zip(assigned, some, strict=True) if not r.id]
    assert len({*made}) == len(made)
    assert all(key.isascii() for key in made)


@given(
    keys=st.lists(st.tuples(st.text(max_size=2), st.integers(0, 3)), max_size=40),
    filler=st.sampled_from([0, 900, 3000]),
)
def test_a_table_of_keys_keeps_the_first_number_of_each(
    keys: list[tuple[str, int]], filler: int
) -> None:
    table = KeyTable()
    known: dict[str, int] = {}
    for key, number in [*keys, *((f"key{n}", 0) for n in range(filler)), *keys]:
        assert table.add(key, number) == (key not in known)
        known.setdefault(key, number)

    assert all(table.get(key) == number for key, number in known.items())
    assert table.get("none") == 0
