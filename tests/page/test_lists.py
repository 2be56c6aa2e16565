"""A list in, its references out: (number, text)."""

from __future__ import annotations

import pytest

from refconv.page.document import read_page

A = "Ames T. Pollen and weather. J Api Res. 2001;40:11-19."
B = "Bode R, Carr L. Heather honey. Food Moor. 2013;7:230-241."
C = "Cole W. Rhythms of Rest. Arden: Owl Press; 2011."


def entries(text: str) -> list[tuple[str | None, str]]:
    return [(found.number, found.text) for found in read_page(text).found]


NUMBERED = [("1", A), ("2", B), ("3", C)]
PLAIN = [(None, A), (None, B), (None, C)]


@pytest.mark.parametrize(
    "pattern",
    [
        *("{n}. {t}", "[{n}] {t}", "({n}) {t}", "{n}) {t}", "{n} {t}", "{n}.{t}", "[{n}]{t}"),
        *("{n}\n{t}", "[{n}]\n{t}", "{n}.\n{t}", "  {n}. {t}", "Ref. {n}: {t}", "/{n}/ {t}"),
        "【{n}】{t}",
    ],
)
def test_numbers(pattern: str) -> None:
    text = "\n".join(pattern.format(n=n, t=t) for n, t in NUMBERED)
    assert entries(text) == NUMBERED


@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "* ", "▪ ", "^ ", "[ ] ", "•\t"])
def test_bullets(mark: str) -> None:
    assert entries("\n".join(mark + text for text in (A, B, C))) == PLAIN


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n \n", "\n\n\n"])
def test_one_a_line(between: str) -> None:
    assert entries(between.join((A, B, C))) == PLAIN


WRAPPED = (
    ("Ames T. Pollen and weather. J Api", "Res. 2001;40:11-19."),
    ("Bode R, Carr L. Heather honey. Food", "Moor. 2013;7:230-241."),
    ("Cole W. Rhythms of Rest. Arden: Owl", "Press; 2011."),
)


@pytest.mark.parametrize(
    ("inside", "between"),
    [("\n", "\n\n"), ("\n   ", "\n"), ("\n", "\n"), ("\n\t", "\n\n")],
    ids=["blank lines", "hanging", "style", "both"],
)
def test_wrapped(inside: str, between: str) -> None:
    assert entries(between.join(inside.join(lines) for lines in WRAPPED)) == PLAIN


def test_numbers_that_start_again() -> None:
    text = "\n".join(f"{n}. {t}" for n, t in [*NUMBERED, *NUMBERED])
    assert entries(text) == [*NUMBERED, *NUMBERED]


def test_a_number_that_wraps_to_a_line_is_no_label() -> None:
    text = f"1. {A}\n2. Bode R. A long title about the year\n12. Food Moor. 2013;7:230.\n3. {C}"
    assert [number for number, _ in entries(text)] == ["1", "2", "3"]


def test_a_page_number_inside_an_entry_is_left_out() -> None:
    text = f"1. {A}\n2. {B}\n17\n3. {C}"
    assert entries(text) == NUMBERED


def test_a_list_in_one_paragraph() -> None:
    assert entries(f"[1] {A} [2] {B} [3] {C}") == NUMBERED


def test_keys() -> None:
    text = f"[Ame01] {A}\n[Bode and Carr 2013] {B}\n[Col11] {C}"
    assert [number for number, _ in entries(text)] == ["Ame01", "Bode and Carr 2013", "Col11"]


def test_keys_on_lines_of_their_own() -> None:
    text = f"Ames, 2001\n{A}\nBode and Carr, 2013a\n{B}\nCole et al., in press\n{C}"
    keys = ["Ames, 2001", "Bode and Carr, 2013a", "Cole et al., in press"]
    assert entries(text) == list(zip(keys, (A, B, C), strict=True))


@pytest.mark.parametrize("text", ["", "•", "[1]", "[Knu12]"])
def test_labels_with_nothing_beside_them(text: str) -> None:
    assert not any(words for _, words in entries(text))
