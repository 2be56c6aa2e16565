"""Strings that taggers which split at white space get wrong → references."""

from __future__ import annotations

import pytest

import refconv
from refconv.core.model import Reference


def names(people: tuple[refconv.Name, ...]) -> str:
    return "; ".join(f"{name.family}, {name.given}" for name in people)


def shown(reference: Reference, variable: str) -> str:
    value = getattr(reference, variable.replace("-", "_"), None)
    return names(value) if isinstance(value, tuple) else str(value or "")


ROWS = [
    # what follows the colon is a page or an article's number
    ("Larsen N. Isotopes in meteorites. Science 2003, 302:1677.",
     {"container-title": "Science", "volume": "302", "page": "1677"}),
    ("Larsen N. Isotopes in meteorites. Lancet 2003;46:5.", {"volume": "46", "page": "5"}),
    ("Hill A, Jones B. A new method for imaging. Ultramicroscopy 2010;157:103096.",
     {"volume": "157", "page": "103096"}),
    ("Adam J. Ten rules for trials. BMJ Open 2015;10:e005678.",
     {"volume": "10", "page": "e005678"}),
    # pages keep their letters
    ("Rivas MC. A database of domains. Nucleic Acids Res. 2007;35, D156–D161.",
     {"volume": "35", "page": "D156-D161"}),
    ("Marlow D. P., 2004, ApJ, 602, L33", {"volume": "602", "page": "L33"}),
    ("Grant P, Ohlsson T. Sarcoma of soft tissue. Ann Oncol 2013;24 Suppl 6:vi51-6.",
     {"volume": "24", "issue": "Suppl 6", "page": "vi51-vi56"}),
    # spaces, brackets and commas in odd places
    ("Hart WH. Arthritis of the hip. Arch Surg 2001, 24 (8):1353-8",
     {"issued": "2001", "volume": "24", "issue": "8", "page": "1353-1358"}),
    ("Meta JM. Fractures of the pelvis. J Bone Joint Surg (Am) 66 (8): 1210-14, 1984.",
     {"container-title": "J Bone Joint Surg (Am)", "volume": "66", "page": "1210-1214"}),
    ("Lee M. (2018). Firms that learn abroad. European Journal of Marketing, 29 (2, SI), S3–S8.",
     {"volume": "29", "issue": "2, SI", "page": "S3-S8", "issued": "2018"}),
    ("Bauer S et al 2010 The small prototype interferometer Class. Quantum Grav. 27 084023",
     {"title": "The small prototype interferometer", "container-title": "Class. Quantum Grav.",
      "volume": "27", "page": "084023"}),
    ("Yun R. K. (2009). Field Study Inquiry. Design and Methods. Thousand Oaks: Sage.",
     {"title": "Field Study Inquiry. Design and Methods", "container-title": "",
      "publisher": "Sage", "publisher-place": "Thousand Oaks"}),
    ("Sato S, Tanabe Y: A new measure of growth in yeast. BMC Biol 2009, 7:21.",
     {"author": "Sato, S.; Tanabe, Y.", "title": "A new measure of growth in yeast"}),
    # spacing broken by PDF extraction
    ("P.Gasparini and M.Hoch ,J.Phys .Conf .Ser .832 ( 2017)012004",
     {"author": "Gasparini, P.; Hoch, M.", "volume": "832", "page": "012004", "issued": "2017"}),
    ("N. Arda and S. Dima, Nucl. Phys. B688,101 ( 2004),arXiv :hep-ph/0403192",
     {"volume": "B688", "page": "101", "archive-location": "hep-ph/0403192"}),
    # identifiers
    ("John Agnes. “The hidden maps of power”. In: Political Geography 20.4 (2001), pp. 455–462. "
     "issn: 0962-6298.", {"page": "455-462", "ISSN": "0962-6298"}),
    ("Leyden, L., & Wagner, C. (2021). Citation networks. Scientometrics, 126, 1–22. "
     "doi: 10.1007/s11192- 021- 03975- 2.", {"DOI": "10.1007/s11192-021-03975-2", "page": "1-22"}),
    ("Hill J. Guidelines for authors. 2019. Available from: https://www.example.org/guidelines/"
     "authors/ instructions-2019.html",
     {"URL": "https://www.example.org/guidelines/authors/instructions-2019.html"}),
    # parts of books
    ("Bowles S. and H. Gintel. 2000. Does schooling raise earnings? In K. Arro, S. Bowles and "
     "S. Durlau, eds. Meritocracy and Economic Inequality. Princeton: Princeton University Press.",
     {"editor": "Arro, K.; Bowles, S.; Durlau, S.", "title": "Does schooling raise earnings?",
      "container-title": "Meritocracy and Economic Inequality"}),
    ("Müller, H. (1993): Soziale Lagen. In: Beck, U. (Hrsg.): Kinder der Freiheit. Opladen. "
     "145-166", {"publisher-place": "Opladen", "page": "145-166"}),
    ("Maier, K.: Das Gericht im Wandel. In: Archiv für Recht 12 (1999), S. 16-26 und 429-31.",
     {"page": "16-26, 429-431"}),
    # people and pages
    ("KANOHIN F. SALEY M.B. et SAVANÉ I., 1998, Les eaux souterraines, Sécheresse 9(1), 25-34.",
     {"author": "Kanohin, F.; Saley, M. B.; Savané, I."}),
    ("Huber K. Zur Geschichte der Optik. Isis 45, 1999, 209\u00ad222.", {"page": "209-222"}),
    ("Garrec, J., 1984, Hommes du Sahel, Paris, Flammarion, 670 p.",
     {"page": "", "number-of-pages": "670", "publisher": "Flammarion"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_each_value_is_where_it_belongs(text: str, wanted: dict[str, str]) -> None:
    (reference,) = refconv.parse(text).references
    assert {variable: shown(reference, variable) for variable in wanted} == wanted


def test_two_references_in_one_string_are_two() -> None:
    glued = (
        "1. Hill J. A first study of cells. Cell 2001;12:34-5. "
        "2. Jones K. A second study of snow. Nature 2002;33:1-9."
    )
    assert [reference.title for reference in refconv.parse(glued).references] == [
        "A first study of cells",
        "A second study of snow",
    ]


def test_a_dash_stands_for_the_authors_before() -> None:
    text = (
        "Goethe, Karl. Faust. Stuttgart: Cotta, 1808.\n"
        "———. Die Verwandten. Stuttgart: Cotta, 1809.\n"
        "———. Letters. London: Murray, 1810.\n"
    )
    found = [names(reference.author) for reference in refconv.parse(text).references]
    assert found == ["Goethe, Karl", "Goethe, Karl", "Goethe, Karl"]
