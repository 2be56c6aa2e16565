"""The laws of finding and merging duplicates, over damaged copies of references."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.core.model import Name, Reference
from refconv.library import DuplicateGroup, deduplicate, find_duplicates, merge
from refconv.library.deduplication.folded import words
from refconv.strategies import references
from tools.duplicates_score import DAMAGE, OTHERS, made_up, read_journals, references_of

law = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))

_RNG = random.Random(1)  # noqa: S311
ORIGINALS = [*islice(references_of(made_up(_RNG), read_journals(None), _RNG), 12)]


@st.composite
def libraries(draw: st.DrawFn) -> list[Reference]:
    """Draw references, copies of them as databases would have them, and other publications."""
    made: list[Reference] = []
    for original in draw(st.lists(st.sampled_from(ORIGINALS), max_size=4, unique_by=id)):
        changes = [{**DAMAGE, **OTHERS}[name] for name in draw(st.lists(NAMES, max_size=3))]
        rng = random.Random(draw(st.integers(0, 99)))  # noqa: S311
        copies = (change(original, rng) for change in changes)
        made += [original, *(copy for copy in copies if copy is not None)]
    made += draw(st.lists(references(), max_size=2))
    return draw(st.permutations(made))


NAMES = st.sampled_from([*DAMAGE, *OTHERS])


def publications(
    groups: Sequence[DuplicateGroup], given: Sequence[Reference]
) -> set[frozenset[int]]:
    """Return the groups as sets of the members' identities."""
    return {frozenset(id(given[member]) for member in group.members) for group in groups}


@law
@given(libraries())
def test_deduplicating_again_changes_nothing(given_references: list[Reference]) -> None:
    once = deduplicate(given_references)

    again = deduplicate(once.references)

    assert again.references == once.references
    assert again.groups == ()


@law
@given(libraries(), st.randoms(use_true_random=False))
def test_the_order_of_the_references_does_not_matter(
    given_references: list[Reference], rng: random.Random
) -> None:
    # Equal references are interchangeable, so each is itself only if it stands once.
    distinct = [one for i, one in enumerate(given_references) if one not in given_references[:i]]
    shuffled = rng.sample(distinct, len(distinct))

    assert publications(find_duplicates(distinct), distinct) == publications(
        find_duplicates(shuffled), shuffled
    )


@law
@given(libraries())
def test_references_stay_in_order_and_merged_ones_stand_where_the_first_stood(
    given_references: list[Reference],
) -> None:
    result = deduplicate(given_references)

    gone = {member for group in result.groups for member in group.members[1:]}
    firsts = [i for i in range(len(given_references)) if i not in gone]
    merged = {
        group.members[0]: one for group, one in zip(result.groups, result.merged, strict=True)
    }
    assert len(result) == len(firsts)
    for reference, place in zip(result, firsts, strict=True):
        expected = merged[place].reference if place in merged else given_references[place]
        assert reference == expected


@law
@given(libraries())
def test_groups_are_disjoint_and_in_order(given_references: list[Reference]) -> None:
    groups = find_duplicates(given_references)

    members = [member for group in groups for member in group.members]
    assert len({*members}) == len(members)
    assert all(list(group.members) == sorted(group.members) for group in groups)
    assert [*groups] == sorted(groups, key=lambda group: group.members)
    assert all(len(group.members) > 1 and 0.5 <= group.score <= 1 for group in groups)


@law
@given(libraries(), st.integers(1, 3))
def test_it_does_not_matter_how_the_references_come(
    given_references: list[Reference], size: int
) -> None:
    chunks = (given_references[i : i + size] for i in range(0, len(given_references), size))

    assert find_duplicates(one for chunk in chunks for one in chunk) == find_duplicates(
        given_references
    )


@law
@given(st.lists(references(), min_size=1, max_size=3))
def test_merging_loses_no_value(given_references: list[Reference]) -> None:
    merged = merge(given_references).reference

    held = {*words(json.dumps(merged.as_csl(), ensure_ascii=False)), *words(shown(merged))}
    for reference in given_references:
        # An initial is held by the name; the last page may be written out.
        lost = {
            word
            for word in words(shown(reference.changed(page="")))
            if not any(one.startswith(word) for one in held)
        }
        assert lost == set()


def shown(reference: Reference) -> str:
    """Return the values of a reference as one text."""
    return " ".join(
        str(one)
        for _, value in reference.variables()
        for one in (value if isinstance(value, tuple) else [value])
    )


@law
@given(st.lists(references(), min_size=1, max_size=3))
def test_merging_the_merged_reference_again_changes_nothing(
    given_references: list[Reference],
) -> None:
    merged = merge(given_references).reference

    assert merge([merged, merged]).reference == merged
    for reference in given_references:
        assert merge([merged, reference]).reference == merged


def test_unrelated_references_change_no_group() -> None:
    one, other = ORIGINALS[0], ORIGINALS[0].changed(DOI="", PMID="", page="")
    noise = [Reference(title=f"Sand {i}", author=[Name(family=f"N{i}")]) for i in range(50)]

    groups = find_duplicates([*noise, one, *noise, other])

    assert (50, 101) in [group.members for group in groups]
