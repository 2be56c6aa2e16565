"""Two lines in, one out; and residue taken off."""

from __future__ import annotations

import pytest

from refconv.page.joining import join_lines
from refconv.page.lines import split_lines
from refconv.page.link_text import SURE, WEAK, is_residue_line, strip_residue
from refconv.page.offset_text import Traced

WORDS = frozenset({"organization", "carbon-neutral"})


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The long-run\ntrend", "The long-run trend"),
        ("develop-\nment", "development"),
        ("self-\nreport", "self-report"),
        ("organ-\nization", "organization"),
        ("carbon-\nneutral", "carbon-neutral"),
        ("Müller-\nLüdenscheidt", "Müller-Lüdenscheidt"),
        ("BOU-\nGOT", "BOUGOT"),
        ("1651-\n1657", "1651-1657"),
        ("201–\n229", "201–229"),
        ("Sozial- \nund Kulturpolitik", "Sozial- und Kulturpolitik"),
        ("func\u00ad\ntional", "functional"),
        ("209\u00ad222", "209\u00ad222"),
        ("Wien/\nKöln", "Wien/Köln"),
        ("doi:10.1016/\nj.fish.2001.03.004", "doi:10.1016/j.fish.2001.03.004"),
        ("https://doi.\norg/10.1161/01.str", "https://doi.org/10.1161/01.str"),
        ("https://doi.org/10.\n7554/eLife.21167", "https://doi.org/10.7554/eLife.21167"),
        ("http://a.example/DailyUpda\ntes_63.htm", "http://a.example/DailyUpdates_63.htm"),
        ("https://doi.org/10.1000/abc.\nSmith J", "https://doi.org/10.1000/abc. Smith J"),
        ("http://a.example/x\n(2010)", "http://a.example/x (2010)"),
        ("海岸湿地\n研究", "海岸湿地研究"),
        ("two   blanks\tand a tab", "two blanks and a tab"),
    ],
)
def test_lines_meet(text: str, joined: str) -> None:
    traced = join_lines(split_lines(text), WORDS)
    assert traced.text == joined
    assert len(traced.offsets) == len(joined)
    assert list(traced.offsets) == sorted(traced.offsets)


REFERENCE = "Bode R. Heather honey. Food Moor. 2013;7:230–241."


def stripped(text: str) -> str:
    return strip_residue(Traced(text, range(len(text)))).text


@pytest.mark.parametrize("word", SURE)
def test_sure_residue(word: str) -> None:
    assert stripped(f"{REFERENCE} {word}") == REFERENCE
    assert stripped(f"{REFERENCE} [{word}]") == REFERENCE
    assert is_residue_line(word)


@pytest.mark.parametrize("word", WEAK)
def test_weak_residue(word: str) -> None:
    assert stripped(f"{REFERENCE} {word} Google Scholar") == REFERENCE
    assert stripped(f"{REFERENCE} [{word}]") == REFERENCE
    assert is_residue_line(word)
    # By itself it may be the last word of the reference.
    assert stripped(f"Bode R. The Heather {word}") == f"Bode R. The Heather {word}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{REFERENCE} doi: 10.1000/x.1. [DOI] [PubMed]", f"{REFERENCE} doi: 10.1000/x.1."),
        (f"{REFERENCE} https://doi.org/10.1000/x Google Scholar", f"{REFERENCE} https://doi.org/10.1000/x"),
        (f"{REFERENCE} PMID: 23456789 [PMC free article]", f"{REFERENCE} PMID: 23456789"),
        (f"{REFERENCE} - DOI - PubMed", REFERENCE),
        (f"{REFERENCE} CASPubMedWeb of Science®Google Scholar", REFERENCE),
        (f"{REFERENCE} [CrossRef][Green Version]", REFERENCE),
        (f"{REFERENCE} [Taylor & Francis Online], [Google Scholar]", REFERENCE),
        (f"{REFERENCE} doi:10.1000/x1PubMedGoogle ScholarCrossref", f"{REFERENCE} doi:10.1000/x1"),
        (f"{REFERENCE} CROSSREF PUBMED ISI GOOGLE SCHOLAR", REFERENCE),
        (f"{REFERENCE} Full Text: PDF (1204KB)", REFERENCE),
        (f"{REFERENCE} RSC .", REFERENCE),
        (f"^ Jump up to: a b {REFERENCE}", REFERENCE),
        (f"{REFERENCE} » https://doi.org/10.1000/x", f"{REFERENCE} https://doi.org/10.1000/x"),
        ("Bode R. Heath [Online]. Available: http://a.example", "Bode R. Heath [Online]. Available: http://a.example"),
        (f"{REFERENCE} Return to ref 3 in article", REFERENCE),
        ("Science and the Web of Science. 2001;3:4.", "Science and the Web of Science. 2001;3:4."),
    ],
)  # fmt: skip
def test_identifiers_stay(text: str, left: str) -> None:
    assert stripped(text) == left


def test_a_line_with_more_than_residue_is_kept() -> None:
    assert is_residue_line("Article  CAS  PubMed  Google Scholar")
    assert not is_residue_line("PubMed and its users. J Libr. 2004;2:3.")
