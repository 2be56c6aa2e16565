"""The tagger: strings → labelled segments, by the model that comes with the package."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refconv.report import Segment
from refconv.text.tagger import segments

Row = tuple[str, dict[str, str]]


def values(text: str) -> dict[str, str]:
    """The tagged values of one string, by label."""
    (found,) = segments([text])
    return {segment.label: segment.text for segment in found}


# What a list in the style of a medical journal holds: every part of every one has to be right.
VANCOUVER: list[Row] = [
    (
        "Meyer A, Teague D, Doria C. Taming the wave: managing cytokine-related side effects of "
        "CAR-T cell treatment. Semin Immunopathol. 2024;46:5.",
        {
            "author": "Meyer A, Teague D, Doria C",
            "title": "Taming the wave: managing cytokine-related side effects of CAR-T cell treatment",
            "container-title": "Semin Immunopathol",
            "issued": "2024",
            "volume": "46",
            "page": "5",
        },
    ),
    (
        "Rossi A, Keller MJ, Anand A, et al. Dose–response in T-cell therapies: a review of "
        "clinical studies. J Immunother Cancer. 2022;10:e004321.",
        {
            "author": "Rossi A, Keller MJ, Anand A, et al.",
            "title": "Dose–response in T-cell therapies: a review of clinical studies",
            "container-title": "J Immunother Cancer",
            "issued": "2022",
            "volume": "10",
            "page": "e004321",
        },
    ),
    (
        "Marks B, Dimas D. Anti-CD19 cells: Looking at the dark side. Crit Rev Oncol Hematol. "
        "2021;157:104233.",
        {
            "author": "Marks B, Dimas D",
            "title": "Anti-CD19 cells: Looking at the dark side",
            "container-title": "Crit Rev Oncol Hematol",
            "issued": "2021",
            "volume": "157",
            "page": "104233",
        },
    ),
    (
        "Moll JJ, Chan GM, Wong M, et al. Ten-year remissions with persisting CD4+ T cells. "
        "Nature. 2022;602:503–9.",
        {
            "author": "Moll JJ, Chan GM, Wong M, et al.",
            "title": "Ten-year remissions with persisting CD4+ T cells",
            "container-title": "Nature",
            "issued": "2022",
            "volume": "602",
            "page": "503–9",
        },
    ),
    (
        "Keller M, Rossi A, Shaw B. Splitting the dose of CAR-T cells. A review of clinical "
        "outcomes. J Exp Clin Cancer Res. 2023;42:11.",
        {
            "author": "Keller M, Rossi A, Shaw B",
            "title": "Splitting the dose of CAR-T cells. A review of clinical outcomes",
            "container-title": "J Exp Clin Cancer Res",
            "issued": "2023",
            "volume": "42",
            "page": "11",
        },
    ),
    (
        "Schmidt SJ, Tan CS, Borg P, et al. Outcomes of patients with refractory lymphomas "
        "(ROMEO): a multicentre, open-label, phase 2 study. Lancet Oncol. 2021;22:1403–15.",
        {
            "author": "Schmidt SJ, Tan CS, Borg P, et al.",
            "title": "Outcomes of patients with refractory lymphomas (ROMEO): a multicentre, "
            "open-label, phase 2 study",
            "container-title": "Lancet Oncol",
            "issued": "2021",
            "volume": "22",
            "page": "1403–15",
        },
    ),
    (
        "Maldini A, Tripp L, Arens C. Novel ways to manage toxicity. Nat Rev Drug Discov. 2025. "
        "https://doi.org/10.1038/s41573-024-09999-9",
        {
            "author": "Maldini A, Tripp L, Arens C",
            "title": "Novel ways to manage toxicity",
            "container-title": "Nat Rev Drug Discov",
            "issued": "2025",
            "DOI": "10.1038/s41573-024-09999-9",
        },
    ),
    (
        "Marinos, D., Marinou, S. Choosing the dose of T cells: an open issue. Bone Marrow "
        "Transplant (2025). https://doi.org/10.1038/s41409-025-09999-7",
        {
            "author": "Marinos, D., Marinou, S.",
            "title": "Choosing the dose of T cells: an open issue",
            "container-title": "Bone Marrow Transplant",
            "issued": "2025",
            "DOI": "10.1038/s41409-025-09999-7",
        },
    ),
]


@pytest.mark.parametrize(("text", "wanted"), VANCOUVER)
def test_vancouver(text: str, wanted: dict[str, str]) -> None:
    assert values(text) == wanted


# Where white-space taggers and their rules fall down.
HARD: list[Row] = [
    (
        "Larsen N. Isotopes in meteorites. Science 2003, 302:1677.",
        {"container-title": "Science", "issued": "2003", "volume": "302", "page": "1677"},
    ),
    (
        "Rivas MC, Sola J. A database of protein domains. Nucleic Acids Res. 2007;35:D156–D161.",
        {"container-title": "Nucleic Acids Res", "volume": "35", "page": "D156–D161"},
    ),
    (
        "Marlow, D. P., Finch, J. M., & Oduya, T. 2004, ApJ, 602, L33",
        {"issued": "2004", "container-title": "ApJ", "volume": "602", "page": "L33"},
    ),
    (
        "Grant P, Ohlsson T. Sarcoma of soft tissue: guidelines for diagnosis. Ann Oncol "
        "2013;24 Suppl 6:vi51-6.",
        {"container-title": "Ann Oncol", "volume": "24", "issue": "Suppl 6", "page": "vi51-6"},
    ),
    (
        "Hart WH, Moss T. Arthritis of the hip after dislocation. J Bone Joint Surg 2001, "
        "24 (8):1353-8",
        {"issued": "2001", "volume": "24", "issue": "8", "page": "1353-8"},
    ),
    (
        "Meta JM. Fractures of the pelvis treated by surgery. J Bone Joint Surg (Am) 1984; "
        "66 (8): 1210-14.",
        {"container-title": "J Bone Joint Surg (Am)", "volume": "66", "issue": "8", "page": "1210-14"},
    ),
    (
        "Lee, M., & Park, J. (2018). Firms that learn abroad. European Journal of Marketing, "
        "29 (2, SI), S3–S8.",
        {"container-title": "European Journal of Marketing", "volume": "29", "issue": "2, SI", "page": "S3–S8"},
    ),
    (
        "Bauer S et al 2010 The small prototype interferometer Class. Quantum Grav. 27 084023",
        {
            "author": "Bauer S et al",
            "issued": "2010",
            "title": "The small prototype interferometer",
            "container-title": "Class. Quantum Grav.",
            "volume": "27",
            "page": "084023",
        },
    ),
    (
        "Yun, R. K. (2009). Field Study Research. Design and Methods. Thousand Oaks: Sage.",
        {"title": "Field Study Research. Design and Methods", "publisher": "Sage", "publisher-place": "Thousand Oaks"},
    ),
    (
        "Sato S, Tanabe Y: A new method of measuring growth in yeast. BMC Biol 2009, 7:21.",
        {
            "author": "Sato S, Tanabe Y",
            "title": "A new method of measuring growth in yeast",
            "container-title": "BMC Biol",
            "volume": "7",
            "page": "21",
        },
    ),
    (
        "P.Gasparini and M.Hoch ,J.Phys .Conf .Ser .832 ( 2017)012004",
        {"container-title": "J.Phys .Conf .Ser", "volume": "832", "issued": "2017", "page": "012004"},
    ),
    (
        "N. Arda and S. Dima, Nucl. Phys. B688,101 ( 2004),arXiv :hep-ph/0403192",
        {"volume": "B688", "page": "101", "issued": "2004", "arXiv": "hep-ph/0403192"},
    ),
    (
        "John Agnew. “The hidden geographies of power”. In: Political Geography 20.4 (2001), "
        "pp. 455–462. issn: 0962-6298.",
        {"volume": "20", "issue": "4", "page": "455–462", "ISSN": "0962-6298"},
    ),
    (
        "Leyden, L., & Wagner, C. (2021). Citation networks. Scientometrics, 126, 1–22. "
        "doi: 10.1007/s11192- 021- 03975- 2.",
        {"container-title": "Scientometrics", "page": "1–22", "DOI": "10.1007/s11192-021-03975-2"},
    ),
    (
        "Bowler, S. (2000) ‘Merit and inequality’, In K. Arrowsmith, S. Bowler and S. Durham, "
        "eds. Merit and Economic Inequality. Princeton: Princeton University Press.",
        {
            "title": "Merit and inequality",
            "editor": "K. Arrowsmith, S. Bowler and S. Durham",
            "container-title": "Merit and Economic Inequality",
        },
    ),
    (
        "Beckmann, Ulrike (1997): Kinder der Freiheit. In: Schmidt, Hans (Hrsg.): Neue Wege der "
        "Forschung. Opladen. 145-166",
        {
            "title": "Kinder der Freiheit",
            "editor": "Schmidt, Hans",
            "container-title": "Neue Wege der Forschung",
            "publisher-place": "Opladen",
            "page": "145-166",
        },
    ),
    (
        "Maier, Karl (1990): Soziale Lage und Bildung. In: Zeitschrift für Soziologie 12, "
        "S. 16-26 und 429-31.",
        {"container-title": "Zeitschrift für Soziologie", "volume": "12", "page": "16-26 und 429-31"},
    ),
    (
        "Dahl R. (2011). Who governs the city? City 12(3), 44-58. http://www.example.org/papers/ "
        "city-2011.pdf",
        {"title": "Who governs the city?", "URL": "http://www.example.org/papers/city-2011.pdf"},
    ),
    (
        "KOFFI F. SALE M.B. et SAVARY I. (2009). Impact de la variabilité du climat. European "
        "Journal of Scientific Research, 26, 209-222.",
        {"author": "KOFFI F. SALE M.B. et SAVARY I.", "issued": "2009"},
    ),
    (
        "Foerster H. Learning in networks of neurons. Biol Cybern 2001; 12: 209\u00ad222.",
        {"page": "209\u00ad222"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HARD)
def test_hard_references(text: str, wanted: dict[str, str]) -> None:
    found = values(text)
    assert {label: found.get(label) for label in wanted} == wanted


KINDS: list[Row] = [
    (
        "[12] A. Novak, B. Stone, “Fast sorting of large graphs,” IEEE Trans. Comput., vol. 12, "
        "no. 3, pp. 45–67, Mar. 2010.",
        {
            "citation-number": "12",
            "author": "A. Novak, B. Stone",
            "title": "Fast sorting of large graphs",
            "container-title": "IEEE Trans. Comput.",
            "volume": "12",
            "issue": "3",
            "page": "45–67",
            "issued": "Mar. 2010",
        },
    ),
    (
        "Luhrs, Niko (1984): Soziale Welten. Grundriß einer Theorie. Frankfurt am Main: Suhrkamp.",
        {
            "author": "Luhrs, Niko",
            "issued": "1984",
            "title": "Soziale Welten. Grundriß einer Theorie",
            "publisher-place": "Frankfurt am Main",
            "publisher": "Suhrkamp",
        },
    ),
    (
        "BOURDEAU P., 1979, La différence. Critique du jugement, Paris, Minuit, 670 p.",
        {
            "author": "BOURDEAU P.",
            "issued": "1979",
            "title": "La différence. Critique du jugement",
            "publisher-place": "Paris",
            "publisher": "Minuit",
            "page": "670",
        },
    ),
    (
        "G. Rosso, La repubblica di Venezia, in «Studi veneziani», XII (1970), pp. 12-34.",
        {
            "author": "G. Rosso",
            "title": "La repubblica di Venezia",
            "container-title": "Studi veneziani",
            "volume": "XII",
            "issued": "1970",
            "page": "12-34",
        },
    ),
    (
        "Darnell, Robert. The Great Massacre. Translated by Jean Stewart. New York: Basic Books, 1984.",
        {
            "author": "Darnell, Robert",
            "title": "The Great Massacre",
            "translator": "Jean Stewart",
            "publisher-place": "New York",
            "publisher": "Basic Books",
            "issued": "1984",
        },
    ),
]


@pytest.mark.parametrize(("text", "wanted"), KINDS)
def test_kinds(text: str, wanted: dict[str, str]) -> None:
    assert values(text) == wanted


def lawful(text: str, found: tuple[Segment, ...]) -> None:
    place = 0
    for segment in found:
        assert place <= segment.start < segment.end <= len(text)
        assert segment.text
        assert 0 <= segment.confidence <= 1
        place = segment.end


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(), max_size=4))
def test_segments_are_ordered_disjoint_and_inside(texts: list[str]) -> None:
    tagged = segments(texts)
    assert len(tagged) == len(texts)
    for text, found in zip(texts, tagged, strict=True):
        lawful(text, found)


WORDS = st.sampled_from(
    ["Smith", "J.", ",", ".", "(", ")", "2001", "Nature", "12", ":", "–", "vol.", "In", "eds.", "“", "”",
     "10.1000/x", "doi:", "http://a.org/", " ", "\n", "und", "S.", "e005", "arXiv:1001.0001", "et al."]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_segments_of_reference_like_text(text: str) -> None:
    lawful(text, segments([text])[0])


ODD = ["", " ", "\x00\x01\x1f", "\ufeff", "(((((", "]]]", "…", "\ud800", "a" * 5000, "1 " * 5000]


@pytest.mark.parametrize("text", ODD)
def test_odd_strings(text: str) -> None:
    lawful(text, segments([text])[0])


def test_a_megabyte_takes_no_longer_than_a_page() -> None:
    segments(["warm."])
    start = time.perf_counter()
    lawful(text := "Smith J. A title. Nature 2001;12:13. " * 27_000, segments([text])[0])
    assert time.perf_counter() - start < 5


def test_the_others_of_a_call_do_not_change_a_string() -> None:
    texts = [text for text, _ in VANCOUVER]
    assert [s.text for s in segments(texts)[3]] == [s.text for s in segments([texts[3]])[0]]


def test_threads() -> None:
    texts = [text for text, _ in VANCOUVER + HARD]
    wanted = segments(texts)
    results: list[list[tuple[Segment, ...]]] = []
    threads = [threading.Thread(target=lambda: results.append(segments(texts))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [wanted] * 4


def test_importing_loads_no_model() -> None:
    code = "import sys, refconv.text.tagger; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
