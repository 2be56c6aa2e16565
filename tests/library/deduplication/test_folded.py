"""Texts folded for comparison."""

from __future__ import annotations

import pytest

from refconv.library.deduplication.folded import fold, sound, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Röntgen &amp; Straße", "rontgen and strasse"),
        ("<i>In vivo</i> CO<sub>2</sub>", "in vivo co2"),
        ("CO(2) and H(2)O", "co2 and h2o"),
        ("TNF-α in β cells", "tnf alpha in beta cells"),
        ("Снег", "sneg"),
        ("Snow – and “ice”", "snow and ice"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_greek_text_is_transliterated_and_not_spelled_out() -> None:
    assert "alpha" not in fold("Αθήνα και θάλασσα")


@pytest.mark.parametrize(
    "names",
    [
        ("Müller", "Mueller", "Muller", "MÜLLER"),
        ("Ødegård", "Oedegaard", "Odegard"),
        ("Yakovlev", "Iakovlev", "Jakovlev", "Яковлев"),
        ("Kowalski", "Kovalski", "Kowalsky"),
        ("O'Brien", "OBrien", "O’Brien", "O Brien"),
        ("Stefanov", "Stephanov"),
    ],
)
def test_spellings_of_a_name_share_their_sound(names: tuple[str, ...]) -> None:
    assert len({*map(sound, names)}) == 1


@pytest.mark.parametrize(("a", "b"), [("Lee", "Lin"), ("Smith", "Schmidt"), ("Ng", "Ngo")])
def test_other_names_do_not(a: str, b: str) -> None:
    assert sound(a) != sound(b)
