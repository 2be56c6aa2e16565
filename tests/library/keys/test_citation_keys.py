"""Keys of a library: unique, stable when references are added, and followed by what cites them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.model import Name, Reference
from refconv.library import KeyPatternError, Renamed, assign_keys, rename_keys
from refconv.library.keys.citation_keys import linked, tsv_line
from refconv.strategies import references

ROE = Reference(author=[Name(family="Roe")], issued=2020)
PATTERN = "[auth:lower][year]"
PATTERNS = [PATTERN, "auth + shortyear", "[veryshorttitle]", "'all'", "[auth:upper]"]


def ids(some: tuple[Reference, ...]) -> list[str]:
    return [reference.id for reference in some]


def test_later_references_get_letters() -> None:
    keys = ids(assign_keys([ROE] * 30, PATTERN))

    assert keys[:3] == ["roe2020", "roe2020a", "roe2020b"]
    assert keys[-4:] == ["roe2020z", "roe2020aa", "roe2020ab", "roe2020ac"]


def test_keys_that_differ_in_capitals_are_the_same() -> None:
    other = Reference(author=[Name(family="ROE")], issued=2020)

    assert ids(assign_keys([ROE, other], "[auth][year]")) == ["Roe2020", "ROE2020a"]


def test_keys_can_be_kept() -> None:
    given_keys = ["roe2020", "", "Old", "Old", "with blank"]

    kept = assign_keys([ROE.changed(id=key) for key in given_keys], PATTERN, keep=True)

    assert ids(kept) == ["roe2020", "roe2020a", "Old", "Olda", "with blank"]


def test_a_new_key_differs_from_all_that_are_kept() -> None:
    kept = assign_keys([ROE, ROE.changed(id="ROE2020")], PATTERN, keep=True)

    assert ids(kept) == ["roe2020a", "ROE2020"]


def test_what_names_a_reference_follows() -> None:
    child = ROE.changed(id="c", custom=[("bibtex:crossref", "p"), ("bibtex:related", "c, q,p")])
    parent = Reference(id="p", title="Ice", citation_key="p")

    keyed = rename_keys([child, parent], "[auth:lower]|[veryshorttitle:lower]")

    assert ids(keyed.references) == ["roe", "ice"]
    assert keyed.references[0].custom == (
        ("bibtex:crossref", "ice"),
        ("bibtex:related", "roe, q,ice"),
    )
    assert keyed.references[1].citation_key == "ice"
    assert keyed.renamed == (Renamed("c", "roe"), Renamed("p", "ice"))
    assert keyed.as_tsv() == "c\troe\np\tice\n"


def test_other_keys_of_custom_stay() -> None:
    custom = (("bibtex:note", "p"),)

    assert linked(custom, {"p": "q"}) is custom


def test_a_line_of_the_map_has_two_columns() -> None:
    assert tsv_line(Renamed("a\tb\nc", "d")) == "a b c\td\n"


def test_wrong_arguments_are_named() -> None:
    with pytest.raises(TypeError, match=r"references\[0\] must be a Reference, not int"):
        assign_keys([1], PATTERN)  # type: ignore[list-item]
    with pytest.raises(KeyPatternError, match="unknown marker 'autr'"):
        assign_keys([], "[autr]")


some_references = st.lists(references(), max_size=6)


@given(some_references, st.sampled_from(PATTERNS), st.booleans())
def test_keys_are_unique_and_there(some: list[Reference], pattern: str, keep: bool) -> None:
    keys = ids(assign_keys(some, pattern, keep=keep))

    assert all(keys)
    assert len({*keys}) == len(keys)
    if not keep:
        assert len({key.lower() for key in keys}) == len(keys)


@given(some_references, references(), st.sampled_from(PATTERNS))
def test_an_added_reference_changes_no_key(
    some: list[Reference], added: Reference, pattern: str
) -> None:
    assert ids(assign_keys([*some, added], pattern))[:-1] == ids(assign_keys(some, pattern))


@given(some_references, references(), st.sampled_from(PATTERNS))
def test_an_added_reference_without_a_key_changes_none_that_is_kept(
    some: list[Reference], added: Reference, pattern: str
) -> None:
    more = [*some, added.changed(id="")]

    assert ids(assign_keys(more, pattern, keep=True))[:-1] == ids(
        assign_keys(some, pattern, keep=True)
    )


@given(some_references, st.sampled_from(PATTERNS), st.booleans())
def test_assigning_again_changes_nothing(some: list[Reference], pattern: str, keep: bool) -> None:
    once = assign_keys(some, pattern, keep=keep)

    assert assign_keys(once, pattern, keep=keep) == once
    assert rename_keys(once, pattern, keep=keep).renamed == ()
