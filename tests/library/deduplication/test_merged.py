"""Merged references, and libraries without duplicates."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.model import Name, Reference
from refconv.library.deduplication.merged import deduplicate, merge

ANN = Name(family="Ng", given="Ann")


@pytest.mark.parametrize(
    ("attribute", "values", "expected"),
    [
        ("title", ["SNOW AND ICE", "Snow and ice"], "Snow and ice"),
        ("title", ["[Snow and ice].", "Snow and ice"], "Snow and ice"),
        ("title", ["Snow", "Snow: a history"], "Snow: a history"),
        ("page", ["11-9", "11-19", "11"], "11-19"),
        ("container_title", ["Ann Snow", "Annals of Snow"], "Annals of Snow"),
        ("ISSN", ["0028-4793", "1533-4406, 0028-4793"], "0028-4793, 1533-4406"),
        ("DOI", ["10.1000/A", "10.1000/a"], "10.1000/A"),
        ("abstract", ["Snow", "Snow melts."], "Snow melts."),
        ("keyword", [("snow", "ice"), ("Ice", "salt")], ("snow", "ice", "salt")),
    ],
)
def test_the_fullest_value(attribute: str, values: list[Any], expected: Any) -> None:
    merged = merge(Reference(**{attribute: value}) for value in values)

    assert getattr(merged.reference, attribute) == expected
    assert merged.choices == ()
    assert not [key for key, _ in merged.reference.custom]


def test_names_are_completed_from_each_other() -> None:
    merged = merge(
        [
            Reference(author=[Name(family="Ng", given="A."), Name(family="Berg", given="K.")]),
            Reference(author=[Name(family="Ng", given="Ann", orcid="0000-0002-1825-0097")]),
        ]
    )

    assert merged.reference.author == (
        Name(family="Ng", given="Ann", orcid="0000-0002-1825-0097"),
        Name(family="Berg", given="K."),
    )
    assert merged.reference.custom == ()


def test_what_differs_is_kept_and_told() -> None:
    merged = merge(
        [
            Reference(id="a", title="Snow", DOI="10.1000/a", issued=2019, author=[ANN]),
            Reference(id="b", title="Snow", DOI="10.1000/b", issued=2020, volume=1, page="2"),
            Reference(id="c", title="Snow", custom=[("ris:U1", "x")]),
        ]
    )

    assert str(merged.reference.issued) == "2020"
    assert merged.reference.custom == (
        ("bibtex:ids", "b, c"),
        ("merged:issued", {"date-parts": [[2019]]}),
        ("merged:DOI", "10.1000/b"),
        ("ris:U1", "x"),
    )
    assert [(c.variable, c.value, c.member) for c in merged.choices][1] == ("DOI", "10.1000/a", 0)
    assert merged.choices[1].others == ((1, "10.1000/b"),)


def test_an_abbreviated_journal_becomes_the_abbreviation() -> None:
    merged = merge(
        [Reference(container_title="Ann Snow"), Reference(container_title="Annals of Snow")]
    )

    assert merged.reference.container_title_short == "Ann Snow"
    assert merged.reference.custom == ()


def test_an_incomplete_list_of_names_is_completed() -> None:
    short = Reference(author=[ANN], et_al={"author"})
    whole = Reference(author=[ANN, Name(family="Berg")])

    assert merge([short, whole]).reference.et_al == frozenset()
    assert merge([short, short]).reference.et_al == {"author"}


def test_a_type_that_says_something_is_chosen() -> None:
    assert merge([Reference(), Reference(type="book")]).reference.type == "book"


def test_one_reference_stays_as_it_is() -> None:
    one = Reference(id="a", title="Snow")

    assert merge([one]).reference is one
    with pytest.raises(ValueError, match="references must hold at least one reference"):
        merge([])


def test_merging_again_changes_nothing() -> None:
    one = Reference(id="a", title="Snow and ice", DOI="10.1000/a", author=[ANN])
    other = Reference(id="b", title="Snow and sand", DOI="10.1000/b", note="x")
    merged = merge([one, other]).reference

    assert merge([merged, other]).reference == merged
    assert merge([merged, one]).reference == merged
    assert merge([merged, merged]).reference == merged


def test_deduplicate_keeps_the_order_and_the_others() -> None:
    snow = Reference(title="Snow in northern valleys", author=[ANN], issued=2020, page="11-19")
    river, sand = Reference(id="r", title="Rivers"), Reference(id="s", title="Sands")

    result = deduplicate([river, snow, sand, snow.changed(volume="3")])

    assert [reference.title for reference in result] == ["Rivers", snow.title, "Sands"]
    assert result[1].volume == "3"
    assert [group.members for group in result.groups] == [(1, 3)]
    assert [one.reference for one in result.merged] == [result[1]]
    assert deduplicate(result).references == result.references


def test_a_merged_reference_may_be_like_another() -> None:
    snow = Reference(title="Snow in northern valleys", author=[ANN], issued=2020)
    with_doi = snow.changed(DOI="10.1000/a")
    only_doi = Reference(DOI="10.1000/a", publisher="OUP")

    result = deduplicate([snow, with_doi, only_doi])

    assert [group.members for group in result.groups] == [(0, 1, 2)]
    assert len(result) == 1
