"""Titles: their forms, kinds, and how two of them agree."""

from __future__ import annotations

import pytest

from refconv.library.deduplication.title_forms import Agreement, agreement, forms_of, kinds_of

SNOW = "Effects of salt on the melting of snow in mountain towns"


def agree(a: str, b: str) -> Agreement:
    return max(agreement(one, other) for one in forms_of(a) for other in forms_of(b))


@pytest.mark.parametrize(
    "title",
    [
        f"{SNOW}.",
        f"[{SNOW}].",
        SNOW.upper(),
        f"{SNOW} [see comment]",
        f"{SNOW} [Review] [45 refs]",
        f"{SNOW} [Erratum appears in J Snow 2001;3:4]",
        f"{SNOW}. [German]",
        f"RETRACTED: {SNOW}",
        "Effects of salt on the melting of snow in mountain-towns",
        "The effects of salt on the melting of snow in the mountain towns",
        f"Die Wirkung von Salz auf die Schneeschmelze [{SNOW}]",
        "<i>Effects</i> of salt on the melting of snow in mountain towns",
    ],
)
def test_the_same_title(title: str) -> None:
    assert agree(SNOW, title) == Agreement.SAME


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Effects of salts on the meltting of snow in mountain towns", Agreement.RESPELLED),
        ("Effects of salt on snow melting in mountain towns", Agreement.SAME),
        (f"{SNOW}: a survey of ten winters", Agreement.SHORTER),
        (f"{SNOW}: part II", Agreement.NUMBERS),
        (f"{SNOW} 2", Agreement.NUMBERS),
        ("Effects of salt on the melting of ice in mountain towns", Agreement.REWORDED),
        ("Effects of sand on the sound of dunes in coastal villages", Agreement.DIFFERENT),
        ("Rivers", Agreement.DIFFERENT),
    ],
)
def test_agreement(title: str, expected: Agreement) -> None:
    if expected is Agreement.SAME:
        expected = Agreement.RESPELLED  # the words are the same, in another order
    assert agree(SNOW, title) == agree(title, SNOW) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Melting snow. Part II", "Melting snow: part 2"),
        ("A two-year study of melting snow", "A 2-year study of melting snow"),
        ("Melting snow, part B", "Melting snow: Part 2"),
        ("Health care of river towns", "Healthcare of river towns"),
        ("Sulphate and anaemia in river towns", "Sulfate and anemia in river towns"),
    ],
)
def test_numbers_and_compounds_in_other_forms(a: str, b: str) -> None:
    assert agree(a, b) >= Agreement.RESPELLED


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Melting snow in river towns, phase II", "Melting snow in river towns, phase III"),
        ("Report on melting snow 2010", "Report on melting snow 2011"),
        ("Melting snow in river towns. I", "Melting snow in river towns. II"),
    ],
)
def test_other_numbers(a: str, b: str) -> None:
    assert agree(a, b) == Agreement.NUMBERS


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"Erratum: {SNOW}", {"correction"}),
        (f"Corrigendum to '{SNOW}'", {"correction"}),
        (f"{SNOW} (vol 12, pg 34, 2001)", {"correction"}),
        (f"Correction to: {SNOW}", {"correction"}),
        (f"Retraction: {SNOW}", {"retraction"}),
        (f"{SNOW}: reply", {"reply"}),
        (f"{SNOW} - authors' response", {"reply"}),
        (f"Comment on: {SNOW}", {"comment"}),
        (f"Re: {SNOW}", {"comment"}),
        (f"{SNOW}: study protocol", {"protocol"}),
        (SNOW, set()),
        (f"{SNOW} [corrected]", set()),
        (f"RETRACTED ARTICLE: {SNOW}", set()),
        ("Correction of flow in river beds", set()),
        ("Response of rivers to warm winters", set()),
    ],
)
def test_kinds(title: str, expected: set[str]) -> None:
    assert kinds_of(title) == expected
