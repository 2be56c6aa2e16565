"""Works are told from the prose of the notes that name them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.page.clauses import clauses_of, works_of_notes
from refconv.page.offset_text import Traced

NOTES = Path(__file__).parent / "notes"
_WORK = re.compile("⟦([^⟧]*)⟧")


def marked() -> list[str]:
    """Return the notes of the files; works stand between ⟦ and ⟧."""
    lines = [line for path in sorted(NOTES.glob("*.txt")) for line in path.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def traced(text: str) -> Traced:
    return Traced(text, range(len(text)))


@pytest.mark.parametrize("note", marked())
def test_works_in_notes(note: str) -> None:
    [works] = works_of_notes([traced(_WORK.sub(r"\1", note))])
    assert [work.text.rstrip(" .,;:)") for work in works] == [
        work.rstrip(" .,;:)") for work in _WORK.findall(note)
    ]


def test_notes_do_not_run_into_each_other() -> None:
    some = [traced("Voir A. Roux, La Fin des foires, Paris, Le Pont, 1994"), traced("Ibid., p. 3.")]
    works = works_of_notes(some)
    assert [len(one) for one in works] == [1, 0]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("See A. Muir, Owls, Leeds 1990.", ["See", "A. Muir,", "Owls,", "Leeds 1990."]),
        ("la synthèse de Jean Moor, Titre", ["la synthèse de", "Jean Moor,", "Titre"]),
        ("so (vgl. A. Ott, Zunft, Bonn 1979)", ["so", "(vgl.", "A. Ott,", "Zunft,", "Bonn 1979)"]),
        ("de la Tour, J., Les Ports", ["de la Tour,", "J.,", "Les Ports"]),
        ("", []),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in clauses_of(text)] == clauses


@given(st.text(st.sampled_from("aZ .,;:()[]/«1 et von A.")))
def test_every_letter_is_in_one_clause(text: str) -> None:
    spans = clauses_of(text)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert not {place for place, sign in enumerate(text) if sign.isalnum()} - inside
