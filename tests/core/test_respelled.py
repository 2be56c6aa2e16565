"""Which differences between a reference and what is read back are no losses."""

from __future__ import annotations

from typing import Any

import pytest

import refconv
from refconv.core.losses import apply
from refconv.core.model import Date, Name, Reference
from refconv.core.report import Loss, Losses
from refconv.core.respelled import Respelled

DOI = "10.1000/182"
ORCID = "0000-0002-1825-0097"
BERG = Name(family="Berg", given="A.", non_dropping_particle="van")
NOCASE = '<span class="nocase">DNA</span>'


def knows_type(key: str, native: str, kind: str) -> bool:
    return (key, native, kind) == ("bibtex:@type", "techreport", "report")


# what is written, what is read back, path, value, kept; whether nothing is lost
TABLE: list[tuple[Any, ...]] = [
    (Reference(), Reference(), path, value, kept, same)
    for path, value, kept, same in [
        ("title", f"On {NOCASE}", "On DNA", True),
        ("title", "On  DNA\n", "On DNA", True),
        ("title", "On DNA", "on dna", False),
        ("title", "On <i>DNA</i>", "On DNA", False),
        ("title", "On DNA", None, False),
        ("page", "12\N{EN DASH}15", "12-15", True),
        ("page", "12-15", "12", False),
        ("issued", Date.of("2004-05"), Date(literal="2004-05"), True),
        ("issued", Date.of("2004-05"), Date.of("2004"), False),
        ("keyword", ("snow", "ice"), ("snow; ice",), True),
        ("keyword", ("snow", "ice"), ("snow",), False),
        ("author", (BERG,), (Name(family="van Berg", given="A."),), True),
        ("author", (Name(literal="WHO", orcid=ORCID),), (Name(literal="WHO"),), False),
        ("author[0]", Name(literal="WHO"), Name(family="WHO"), True),
        ("author.et-al", True, None, False),
        ("id", "a", "a", False),
        ("type", "report", "document", False),
        ("custom[0]", ("ris:U1", " "), None, True),
        ("custom[0]", ("ris:U1", "x"), None, False),
        ("custom[0]", ("endnote-xml:U1", 0), None, False),
        ("custom[0]", ("endnote-xml:U1", []), None, True),
    ]
] + [
    (Reference(), Reference(**{attribute: said}), "custom[0]", ("ris:M3", raw), None, same)  # type: ignore[arg-type]
    for attribute, said, raw, same in [
        ("DOI", DOI, f"doi:{DOI}", True),
        ("DOI", DOI, f"https://doi.org/{DOI}", True),
        ("DOI", DOI, f"{DOI}1", False),
        ("title", "Snow and ice", "SNOW AND ICE", True),
        ("keyword", ("winter", "glacier"), "glacier", True),
        ("volume", "2004", "2004", False),
        ("type", "report", "report", False),
    ]
] + [
    (
        Reference(author=[one]),
        Reference(author=[other]),
        path,
        "",
        "",
        same,
    )
    for one, other, path, same in [
        (BERG, Name(family="van Berg", given="A."), "author[0].family", True),
        (BERG, Name(family="Berg", given="A.", dropping_particle="van"),
         "author[0].non-dropping-particle", True),
        (BERG, Name(family="Berg", given="A."), "author[0].non-dropping-particle", False),
        (Name(family="Ng", orcid=ORCID), Name(family="Ng"), "author[0].orcid", False),
    ]
] + [
    (Reference(type="report"), Reference(type=kind), "custom[0]", ("bibtex:@type", native), None,
     same)
    for kind, native, same in [
        ("report", "techreport", True),
        ("document", "techreport", False),
        ("report", "report", False),
    ]
]  # fmt: skip


@pytest.mark.parametrize(("reference", "back", "path", "value", "kept", "same"), TABLE)
def test_what_says_the_same_is_no_loss(
    reference: Reference, back: Reference, path: str, value: object, kept: object, same: bool
) -> None:
    assert Respelled(reference, back, knows_type)(path, value, kept) == same


SAME_IN_RIS = {
    "another name for a type": "@techreport{a, title={A}}",
    "biblatex's report": "@report{a, title={A}}",
    "spans against a change of letter case": "@misc{a, title={On {DNA} and {RNA}}}",
    "white space": "@misc{a, abstract={Some\n   words}}",
    "a particle": "@misc{a, author={van Berg, A.}}",
    "a tag without a value": "TY  - JOUR\nU1  - \nY2  - \nER  - \n",
    "a DOI twice": f"TY  - JOUR\nDO  - {DOI}\nM3  - doi:{DOI}\nER  - \n",
}


@pytest.mark.parametrize("text", SAME_IN_RIS.values(), ids=SAME_IN_RIS)
@pytest.mark.parametrize("target", ["ris", "biblatex"])
def test_nothing_is_reported_where_nothing_is_lost(text: str, target: str) -> None:
    references = refconv.read(text).references
    written = refconv.write(references, target)

    assert written.losses == ()
    assert refconv.read(written.text, target).references == apply(
        refconv.assign_ids(references), written.losses
    )


def test_a_real_loss_is_reported_beside() -> None:
    losses = refconv.write(refconv.read("@report{a, shelf={3}}"), "ris").losses

    assert [loss.value for loss in losses] == [("bibtex:shelf", "3")]


def test_losses_are_joined_and_named() -> None:
    one, other = Loss(0, "a", "title", "A"), Loss(1, "b", "note", "a  b", "a b")
    losses = Losses.joined([Losses([one], [other]), Losses(), Losses([other])])

    assert (losses, losses.respelled) == ((one, other), (other,))
    assert {loss.name for loss in (*losses.named("x"), *losses.named("x").respelled)} == {"x"}
