"""Lines of pages in, those of the text itself out."""

from __future__ import annotations

import pytest

from refconv.page.furniture import without
from refconv.page.line_numbers import without_line_numbers
from refconv.page.lines import split_lines

THINGS = "mill well barn gate yard lane pond fold kiln byre oven shed loft weir ford".split()
PROSE = [f"The {thing} of the town had been moved before the war" for thing in THINGS]


def left(text: str) -> list[str]:
    return [line.text for line in without(split_lines(text))]


def paged(*feet: str) -> str:
    size = len(PROSE) // len(feet)
    return "\n".join(
        line
        for page, foot in enumerate(feet)
        for line in (*PROSE[page * size : (page + 1) * size], foot)
    )


@pytest.mark.parametrize(
    "feet",
    [
        # heads of left and of right pages
        ("44 Ines Wolter", "Mills and Wells 45", "46 Ines Wolter", "Mills and Wells 47"),
        # page numbers that count on after blank lines
        ("\nBIBLIOGRAPHY\n\n118\n", "\nBIBLIOGRAPHY\n\n119\n", "\n120\n"),
    ],
)
def test_heads_that_count_up(feet: tuple[str, ...]) -> None:
    size = len(PROSE) // len(feet) * len(feet)
    assert left(paged(*feet)) == PROSE[:size]


def test_a_head_seen_once_is_known_by_the_title() -> None:
    text = "\n".join(["Mills and Wells", "Ines Wolter", *PROSE, "12 Mills and Wells", *PROSE[:3]])
    assert left(text) == ["Mills and Wells", "Ines Wolter", *PROSE, *PROSE[:3]]


def test_numbers_beside_link_words_are_labels() -> None:
    text = "\n".join(
        f"{n}\nA book of the {thing}\nPubMed\nGoogle Scholar" for n, thing in enumerate(THINGS, 1)
    )
    assert left(text) == text.split("\n")


@pytest.mark.parametrize("pattern", ["{n} {line}", "{n}\n{line}", "{line}\n{n}"])
def test_line_numbers_of_a_manuscript(pattern: str) -> None:
    lines = [*PROSE, *PROSE]
    text = "\n".join(pattern.format(n=n, line=line) for n, line in enumerate(lines, start=95))
    assert [line.text for line in without_line_numbers(split_lines(text))] == lines


@pytest.mark.parametrize("pattern", ["{n} {line}", "{n}\n{line}"])
def test_labels_of_a_list_are_no_line_numbers(pattern: str) -> None:
    lines = [f"Ames T, Bode {letter}. Bees. 2001;4:5." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    text = "\n".join(pattern.format(n=n, line=line) for n, line in enumerate(lines, start=1))
    assert len(without_line_numbers(split_lines(text))) == len(split_lines(text))


# ---- what comes back and is no furniture --------------------------------------------------------

LIST = [
    f"Voss {letter}. A study of the {thing} in the towns of the moor and of the fens. Arden: Owl"
    for letter, thing in zip("ABCDEFGHIJKLMNO", THINGS, strict=True)
]


def test_a_last_word_that_comes_back_is_text() -> None:
    text = "\n".join(line + "\nPress.\n2014." * (n % 4 == 0) for n, line in enumerate(LIST))
    assert left(text) == text.split("\n")


def test_a_reference_in_the_list_of_every_chapter_is_text() -> None:
    one = "Ames T. Pollen and weather. J Api Res. 2001;40:11-19."
    chapters = ["\n".join([*PROSE[n : n + 9], "", "References", one, ""]) for n in range(4)]
    assert left("\n".join(chapters)).count(one) == 4


def test_heads_with_several_spaces_inside_are_one() -> None:
    heads = [f"\f{' ' * n}Mills and{' ' * (3 + n)}Wells" for n in range(4)]
    pages = [[f"{line} of {word}" for line in PROSE] for word in THINGS[:4]]
    text = "\n".join("\n".join([head, *page]) for head, page in zip(heads, pages, strict=True))
    assert left(text) == [line for page in pages for line in page]
