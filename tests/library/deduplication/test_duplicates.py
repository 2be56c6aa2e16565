"""Groups of duplicates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from refconv.core.model import Name, Reference
from refconv.core.progress import Progress, watcher
from refconv.library.deduplication.duplicates import find_duplicates

NG = Name(family="Ng", given="Ann")
SNOW = Reference(
    type="article-journal",
    title="Snow in the northern valleys",
    author=[NG],
    issued=2020,
    container_title="Annals of Snow",
    volume=3,
    page="11-19",
)
RIVERS = Reference(title="Rivers of the south", author=[Name(family="Haddad")], issued=2001)


def members(*references: Reference) -> list[tuple[int, ...]]:
    return [group.members for group in find_duplicates(references)]


def test_groups_are_in_the_order_of_their_first_members() -> None:
    copies = [SNOW, RIVERS, SNOW.changed(page="11-9"), RIVERS.changed(publisher="OUP"), SNOW]

    assert members(*copies) == [(0, 2, 4), (1, 3)]


def test_nothing_is_a_duplicate_of_nothing() -> None:
    assert members() == members(SNOW) == members(Reference(), Reference()) == []


def test_equal_references_are_duplicates_even_with_few_values() -> None:
    one = Reference(type="webpage", title="Snow", id="a")

    assert members(one, one.changed(id="b")) == [(0, 1)]
    assert members(one, one.changed(publisher="OUP")) == []


def test_a_generic_title_is_not_enough() -> None:
    one = Reference(type="article-journal", title="Editorial", container_title="Snow", volume=1)

    assert members(one, one.changed(volume=2), one.changed(page="7")) == []


def test_a_record_with_few_values_does_not_join_two_publications() -> None:
    talk = SNOW.changed(
        type="paper-conference", volume=2, page="S77", container_title="Snow Congress Papers"
    )
    few = SNOW.changed(volume="", page="", container_title="")

    assert members(SNOW, few, talk) == [(0, 1)]


def test_any_iterable_is_taken_and_wrong_ones_are_named() -> None:
    def some() -> Iterator[Reference]:
        yield from (SNOW, SNOW)

    assert len(find_duplicates(some())) == 1
    with pytest.raises(TypeError, match=r"references\[0\] must be a Reference, not str"):
        find_duplicates(["snow"])  # type: ignore[list-item]


def test_the_members_of_a_group() -> None:
    given = (RIVERS, SNOW, SNOW)

    (group,) = find_duplicates(given)

    assert group.of(given) == (SNOW, SNOW)
    assert group.reason.startswith("pages, title")


def test_progress_is_reported() -> None:
    seen: list[Progress] = []
    token = watcher.set(seen.append)
    find_duplicates([SNOW, SNOW.changed(page="")])
    watcher.reset(token)

    assert seen
