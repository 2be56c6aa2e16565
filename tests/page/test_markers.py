"""Labels at the beginnings of lines, and the chains they form."""

from __future__ import annotations

import pytest

from refconv.page.furniture import furniture, without
from refconv.page.lines import split_lines
from refconv.page.markers import NUMBERED, best_chain, candidates

EXAMPLES = {
    "square": "[12] Smith J.",
    "corner": "【12】李卫东",
    "round": "(12) Smith J.",
    "paren": "12) Smith J.",
    "dot": "12. Smith J.",
    "superscript": "¹² Smith J.",
    "ref": "Ref. 12: Smith J.",
    "slash": "/12/ Smith J.",
    "bare": "12 Smith J.",
}


def chain(text: str) -> list[int]:
    lines = split_lines(text)
    best = best_chain(candidates(lines, 0, len(lines)))
    return [label.number for label in best.labels] if best else []


@pytest.mark.parametrize("kind", [kind.name for kind in NUMBERED])
def test_kinds(kind: str) -> None:
    (label,) = candidates(split_lines(EXAMPLES[kind]), 0, 1)
    assert (label.kind, label.number) == (kind, 12)


@pytest.mark.parametrize(
    "line",
    ["1995. On the agreement of trees", "12, 345 (1999).", "3.5 million", "1(2):33", "- Smith"],
)
def test_no_labels(line: str) -> None:
    assert candidates(split_lines(line), 0, 1) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Ames T.\n2. Bode R.\n3. Cole W.", [1, 2, 3]),
        ("1] Ames T.\n2] Bode R.\n3] Cole W.", [1, 2, 3]),
        ("1.↵ Ames T.\n2.↵ Bode R.\n3. Cole W.", [1, 2, 3]),
        ("1\nA book of bees\n2\nThe moor\n3\nRest", [1, 2, 3]),
        ("[I] Ames T.\n[2] Bode R.\n[lO] Cole W.", [1, 2]),
        ("5. Ames T.\n6. Bode R.\n7. Cole W.", [5, 6, 7]),
        ("1. Ames T. Bees of\n7. Nature.\n2. Bode R.\n3. Cole W.", [1, 2, 3]),
        ("1. Ames T.\n3. Cole W.\n4. Drew F.", [1, 3, 4]),
    ],
)
def test_chains(text: str, numbers: list[int]) -> None:
    assert chain(text) == numbers


def test_a_list_may_be_longer_than_years() -> None:
    text = "\n".join(f"{n}. Smith J. A study of mice." for n in range(1, 2_201))
    assert chain(text) == [*range(1, 2_201)]


# ---- page furniture ---------------------------------------------------------------------------

PAGES = [
    "\n".join(f"Line {line} on leaf {leaf} goes on and on" for line in "abcdefghij")
    for leaf in "klmn"
]


@pytest.mark.parametrize(
    ("foot", "gone"),
    [
        ("J. Coast. Econ. 31 (2012)", True),
        ("Page {n} of 9", True),
        ("– {n} –", True),
        ("Downloaded from https://a.example on 3 May", True),
        ("Nat Genet 29: 26{n} – 26{n}.", False),
        ("{n}9, 345 (1999).", False),
    ],
)
def test_furniture(foot: str, gone: bool) -> None:
    text = "\n".join(f"{page}\n{foot.format(n=n)}" for n, page in enumerate(PAGES, 1))
    lines = split_lines(text)
    left = "\n".join(line.text for line in without(lines))
    assert (foot.format(n=2) not in left) is gone


def test_a_list_that_comes_back_is_no_furniture() -> None:
    block = "".join(f"Author {letter}. Title {letter}. 2001;3:4\n" for letter in "ABCDEFGHIJKL")
    assert not furniture(split_lines(block * 3))


def test_lines_know_their_places() -> None:
    text = "a\r\n\r\n  b \x0cc"
    lines = split_lines(text)
    assert [(line.text, line.indent, line.blanks, line.page) for line in lines] == [
        ("a", 0, 0, False),
        ("b", 2, 1, False),
        ("c", 0, 0, True),
    ]
    assert all(text[line.start : line.end] == line.text for line in lines)
