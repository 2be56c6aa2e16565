"""Lines in, what they announce out."""

from __future__ import annotations

import pytest

from refconv.page.heading_words import WORDS, Heading
from refconv.page.headings import heading, headings, split_inline
from refconv.page.lines import split_lines


@pytest.mark.parametrize("words", WORDS[Heading.LIST])
def test_headings_of_lists(words: str) -> None:
    for line in (words, words.upper(), f"{words}:", f"7. {words}", f"## {words}", f"IV {words}"):
        assert heading(line) is Heading.LIST, line


@pytest.mark.parametrize("kind", [kind for kind in Heading if kind is not Heading.LIST])
def test_other_headings(kind: Heading) -> None:
    taken = {words for other in Heading if other is not kind for words in WORDS[other]}
    for words in WORDS[kind]:
        if words not in taken:
            assert heading(words.capitalize()) is kind, words


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("R E F E R E N C E S", Heading.LIST),
        ("References (54)", Heading.LIST),
        ("References [12]", Heading.LIST),
        ("6.  REFERENCES", Heading.LIST),
        ("Literatur (Auswahl)", Heading.LIST),
        ("С П И С О К  Л И Т Е Р А Т У Р Ы", Heading.LIST),
        ("參考書目", Heading.LIST),
        ("Cite this paper as:", Heading.CITATION),
        ("Seznam příloh", Heading.OTHER),
        ("Anschrift der Verfasserin: Dr. Jutta Thiele, Am Markt 3", None),
        ("参考文献", Heading.LIST),
        ("Figure 3. Map of the network", Heading.OTHER),
        ("Appendix A", Heading.OTHER),
        ("Tabelle 2: Preise", Heading.OTHER),
        ("Bibliographie / Bibliography", Heading.LIST),
        ("Literatur / References", Heading.LIST),
        ("Literature and Sources:", Heading.LIST),
        ("Literatur, Quellen und Webseiten", Heading.LIST),
        ("References (Chapter 3)", Heading.LIST),
        ("References for Chapter 12", Heading.LIST),
        ("Literatur zu Kapitel 4", Heading.LIST),
        ("REFERÊNCIAS - Livros:", Heading.LIST),
        ("Referencias – Artículos", Heading.LIST),
        ("List of works cited", Heading.LIST),
        ("References and suggested reading", Heading.LIST),
        ("References & Links", Heading.LIST),
        ("Literatur und Internetquellen", Heading.LIST),
        ("Список использованных источников и литературы", Heading.LIST),
        ("Литература и интернет-ресурсы", Heading.LIST),
        ("## Bibliography {-}", Heading.LIST),
        ("# References {#refs .unnumbered}", Heading.LIST),
        ("== Références ==", Heading.LIST),
        ("**Works Cited**", Heading.LIST),
        (r"\section*{References}", Heading.LIST),
        ("<h2>Literatur</h2>", Heading.LIST),
        ('<h2 id="refs">References</h2>', Heading.LIST),
        ("Einzelnachweise", Heading.LIST),
        ("References [ edit ]", Heading.LIST),
        ("Literatur [Bearbeiten | Quelltext bearbeiten]", Heading.LIST),
        ("Einzelnachweise[Bearbeiten]", Heading.LIST),
        ("5.2 Sources and literature (54)", Heading.LIST),
        ("/LWHUDWXU", Heading.LIST),
        ("5HIHUHQFHV", Heading.LIST),
        ("References and method", None),
        ("Books and articles", None),
        ("References to earlier work", None),
        ("Sources of income in 1950", None),
        ("Literature, culture and society", None),
        ("The references are given below", None),
        ("Statistics.", None),
        ("Smith J. References. 2004", None),
        ("", None),
    ],
)
def test_shapes(line: str, kind: Heading | None) -> None:
    assert (heading(line) if line else None) is kind


def test_a_line_of_the_record_ends_a_list() -> None:
    lines = split_lines(
        "Literatur\nThiele, J. 2001: Nachbarn.\nAnschrift der Verfasserin: Am Markt 3"
    )
    assert headings(lines) == {0: Heading.LIST, 2: Heading.OTHER}


def test_a_button_beside_every_result_is_no_heading() -> None:
    assert headings(split_lines("1\nCite\nAmes T. Bees.\n2\nCite\nBode R. Heath.")) == {}


def test_a_heading_on_the_line_of_the_first_reference() -> None:
    lines = split_inline(split_lines("References: 1. Ames T. Pollen. J Api. 2001;4:11."))
    assert [line.text for line in lines] == ["References", "1. Ames T. Pollen. J Api. 2001;4:11."]
    assert headings(lines) == {0: Heading.LIST}
    assert lines[1].start == 12
