"""Free text → references: two pasted pages, value by value, and strings that are hard to label.

The first page is an article's with a list of 14 references, the second a contributor block.
"""

from pathlib import Path

import pytest

import refconv
from refconv.core.codes import Code, Severity
from refconv.core.diagnostics import Span
from refconv.core.model import Name, Reference
from refconv.core.report import Found, Read
from refconv.io.free_text import _low_confidence as low_confidence
from refconv.io.free_text import _unlabelled as unlabelled
from refconv.page.lines import Places

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def page() -> Read:
    return refconv.parse((SEEDS / "000_477d14e4ec0d59ca.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def block() -> Read:
    return refconv.parse((SEEDS / "003_b6e69932ef178bbd.txt").read_text(encoding="utf-8"))


def short(name: Name) -> str:
    return f"{name.family} {name.given}"


CITED = """
Hughes A. | Teachey D. | Diorio C.
Riding the storm: managing cytokine-related toxicities in CAR-T cell therapy
Semin Immunopathol; 2024; 46; 5; -

Mulvey A. | Trueb L. | Coukos G. | Arber C.
Novel strategies to manage CAR-T cell toxicity
Nat Rev Drug Discov; 2025; -; -; 10.1038/s41573-024-01100-5

Bouziana S. | Bouzianas D.
Anti-CD19 CAR-T cells: Digging in the dark side of the golden therapy
Crit Rev Oncol Hematol; 2021; 157; 103096; -

Melenhorst J. J. | Chen G. M. | Wang M. | Porter D. L. | Chen C. | Collins M. A. | et al.
Decade-long leukemia remissions with the persistence of CD4+ CAR T cells
Nature; 2022; 602; 503-509; -

Mueller K. T. | Waldron E. | Grupp S. A. | Levine J. E. | Laetsch T. W. | Pulsipher M. A. | et al.
Clinical pharmacology of tisagenlecleucel in B-cell acute lymphoblastic leukemia
Clin Cancer Res; 2018; 24; 6175-6184; -

Gargett T. | Brown M. P.
Different cytokine and stimulation conditions influence the expansion and immune phenotype of \
third-generation chimeric antigen receptor T cells specific for tumor antigen GD2
Cytotherapy; 2015; 17; 487-495; -

Elsawy M. | Chavez J. C. | Avivi I. | Larouche J. F. | Wannesson L. | Cwynarski K. | et al.
Patient-reported outcomes in ZUMA-7, a phase 3 study of axicabtagene ciloleucel in second-line \
large B-cell lymphoma
Blood; 2022; 140; 2248-2260; -

Rotte A. | Frigault M. J. | Ansari A. | Gliner B. | Heery C. | Shah B.
Dose–response correlation for CAR-T cells: a systematic review of clinical studies
J Immunother Cancer; 2022; 10; e005678; -

Baguet C. | Larghero J. | Mebarki M.
Early predictive factors of failure in autologous CAR T-cell manufacturing and/or efficacy in \
hematologic malignancies
Blood Adv; 2024; 8; 337-342; -

Dasyam N. | George P. | Weinkove R.
Chimeric antigen receptor T-cell therapies: Optimizing the dose
Br J Clin Pharm; 2020; 86; 1678-1689; -

Schuster S. J. | Tam C. S. | Borchmann P. | Worel N. | McGuirk J. P. | Holte H. | et al.
Long-term clinical outcomes of tisagenlecleucel in patients with relapsed or refractory \
aggressive B-cell lymphomas (JULIET): a multicentre, open-label, single-arm, phase 2 study
Lancet Oncol; 2021; 22; 1403-1415; -

Laetsch T. W. | Maude S. L. | Rives S. | Hiramatsu H. | Bittencourt H. | Bader P. | et al.
Three-Year Update of Tisagenlecleucel in Pediatric and young adult patients with \
relapsed/refractory acute lymphoblastic leukemia in the ELIANA Trial
J Clin Oncol; 2023; 41; 1664-1669; -

Chohan K. L. | Siegler E. L. | Kenderian S. S.
CAR T-cell therapy: the efficacy and toxicity balance
Curr Hematol Malig Rep; 2023; 18; 9-18; -

Frigault M. | Rotte A. | Ansari A. | Gliner B. | Heery C. | Shah B.
Dose fractionation of CAR-T cells. A systematic review of clinical outcomes
J Exp Clin Cancer Res; 2023; 42; 11; -

Bouzianas D. | Bouziana S.
Optimization of CAR T-cell dose: a debated unresolved issue
Bone Marrow Transplant; 2025; -; -; 10.1038/s41409-025-02662-7
"""


def shown(reference: Reference) -> str:
    """Return a reference in three lines, as above."""
    people = [short(name) for name in reference.author]
    people += ["et al."] * ("author" in reference.et_al)
    where = (
        reference.container_title,
        str(reference.issued),
        reference.volume or "-",
        reference.page or "-",
        reference.DOI or "-",
    )
    return "\n".join((" | ".join(people), reference.title, "; ".join(where)))


def test_the_page_has_its_list_and_its_own_citation(page: Read) -> None:
    assert [shown(reference) for reference in page] == CITED.strip().split("\n\n")


def test_every_reference_of_the_page_is_an_article_and_no_more(page: Read) -> None:
    known = {
        "title", "author", "container-title", "issued", "volume", "page", "number", "DOI",
    }  # fmt: skip
    for reference in page:
        assert reference.type == "article-journal"
        assert {variable.name for variable, _ in reference.variables()} <= known
        assert reference.custom == ()
    assert page.diagnostics == ()


def test_article_numbers_of_the_page(page: Read) -> None:
    assert [r.number for r in page if r.number] == ["103096", "e005678"]


def test_the_page_record(page: Read) -> None:
    assert page.page_record is page.references[14]
    text = (SEEDS / "000_477d14e4ec0d59ca.txt").read_text(encoding="utf-8")
    without = refconv.parse(text, page_record=False)
    assert without.references == page.references[:14]
    assert without.page_record is None


def test_origins_point_into_the_page(page: Read) -> None:
    text = (SEEDS / "000_477d14e4ec0d59ca.txt").read_text(encoding="utf-8")
    lines = text.split("\n")
    for reference, origin in zip(page, page.origins, strict=True):
        assert origin.found is not None
        assert text[origin.found.start : origin.found.end] == origin.found.text
        assert lines[origin.line - 1].startswith(origin.found.text[:40])
        values = {s.label: text[s.start : s.end] for s in origin.segments}
        assert values["title"] == reference.title
        assert values["container-title"] == reference.container_title
        assert 0 < origin.confidence <= 1


def test_the_page_as_it_is_found_and_labelled(page: Read) -> None:
    text = (SEEDS / "000_477d14e4ec0d59ca.txt").read_text(encoding="utf-8")
    found = refconv.find(text)
    assert [hit.text for hit in found] == [o.found.text for o in page.origins[:14] if o.found]
    labelled = refconv.segments([hit.text for hit in found])
    assert [s.text for s in labelled[3] if s.label == "page"] == ["503–9"]


PEOPLE = """
Afrough Aimaz 0000-0003-2645-8557, Dima Danai, Razzo Beatrice, Goel Utkarsh 0000-0003-1663-0325,
Sannareddy Aishwarya, Pasvolsky Oren 0000-0001-9193-0059,
Vazquez-Martinez Mariola A. 0009-0007-2643-7840, Ferreri Christopher J. 0000-0003-2997-4856,
Banerjee Rahul 0000-0003-3781-5441, Khouri Jack 0000-0002-2473-6528,
Davis James A. 0000-0001-7978-1652, Gaballa Mahmoud R. 0000-0002-3928-6590,
Lieberman-Cribbin Alex 0009-0004-5462-4991, Rana Masooma S. 0000-0003-1731-085X,
Julian Kelley 0000-0002-2111-2461, Anwer Faiz 0000-0001-6914-7439, Shune Leyla, DeJarnette Shaun,
Grajales-Cruz Ariel F., Ouchveridze Evguenia, De Avila Gabriel,
Susanibar-Adaniya Sandra P. 0000-0003-0703-2518, Portuguese Andrew J. 0000-0003-1010-4578,
Schrum Daniel 0000-0002-9779-2723, Eberwein Erin, Hosoya Hitomi, Mikkilineni Lekha,
Kaur Gurbakhash 0000-0002-2510-6536, McGuirk Joseph P. 0000-0002-0539-4796, Rossi Adriana,
Herr Megan M. 0000-0001-5768-9396, Castaneda Omar 0000-0003-0423-5870, Locke Frederick L.,
Raza Shahzad 0000-0002-2739-2265, Lin Yi 0000-0002-1556-6416, Atrash Shebli 0000-0003-4547-7534,
Sborov Douglas W. 0000-0003-4268-2698, Voorhees Peter M. 0000-0003-1661-718X,
Richard Shambavi 0000-0003-0274-4292, Garfall Alfred L. 0000-0003-2791-5748,
Sidana Surbhi 0000-0003-3288-7614, Patel Krina K. 0000-0002-8894-027X,
Hansen Doris K. 0000-0002-9813-3578, Cowan Andrew J., Anderson Larry D. 0000-0002-6531-9595,
Lee Hans C. 0000-0001-8545-3292
"""


def test_the_block_has_its_contributors_in_order(block: Read) -> None:
    (reference,) = block
    people = [f"{short(name)} {name.orcid}".strip() for name in reference.author]
    assert people == [" ".join(person.split()) for person in PEOPLE.split(",")]
    assert len(people) == 46
    assert sum(bool(name.orcid) for name in reference.author) == 32
    assert reference.et_al == frozenset()
    assert [(name.family, name.suffix) for name in reference.author if name.suffix] == [
        ("Anderson", "Jr.")
    ]


def test_the_blocks_history(block: Read) -> None:
    (reference,) = block
    dates = (reference.received, reference.revised, reference.accepted, reference.available_date)
    assert [str(date) for date in dates] == [
        "2025-06-30", "2025-10-18", "2025-11-11", "2025-11-28",
    ]  # fmt: skip
    assert reference.issued == reference.available_date


def test_the_block_is_the_page_record_and_lacks_a_title(block: Read) -> None:
    (reference,) = block
    assert block.page_record is reference
    assert (reference.type, reference.title, reference.container_title) == (
        "article-journal",
        "",
        "",
    )
    assert reference.custom == ()
    assert [diagnostic.code for diagnostic in block.diagnostics] == [
        Code.MISSING_TITLE,
        Code.MISSING_CONTAINER,
    ]
    assert [diagnostic.line for diagnostic in block.diagnostics] == [1, 1]


def test_a_text_without_references_gives_a_diagnostic() -> None:
    read = refconv.parse("The authors declare no competing interests.\n")
    assert read.references == ()
    assert [diagnostic.code for diagnostic in read.diagnostics] == [Code.NO_REFERENCES]


def test_repeated_authors_and_year_suffixes() -> None:
    read = refconv.parse(
        "References\n\n"
        "Norris, P. 1999. Critical citizens. Oxford: Oxford University Press.\n\n"
        "———. 2001b. Digital divide. Cambridge: Cambridge University Press.\n"
    )
    assert [[short(name) for name in r.author] for r in read] == [["Norris P."], ["Norris P."]]
    assert [r.year_suffix for r in read] == ["", "b"]
    assert all(diagnostic.severity is Severity.NOTE for diagnostic in read.diagnostics)


HARD = [
    ("Gasteiger E, Gattiker A. The proteomics server. Nucleic Acids Res. 2007;35, D156–D161.",
     {"container_title": "Nucleic Acids Res", "volume": "35", "page": "D156-D161"}),
    ("Smith, J., et al. 2004, ApJ, 602, L33",
     {"container_title": "ApJ", "volume": "602", "page": "L33", "title": ""}),
    ("Weller M, Cloughesy T. Standards of care. Neuro Oncol. 2013;24 Suppl 6:vi51-6.",
     {"volume": "24", "issue": "Suppl 6", "page": "vi51-vi56"}),
    ("Altschul SF, Boguski MS. Iterated profile searches. Trends Biochem Sci. 2001, 24 (8):1353-8.",
     {"volume": "24", "issue": "8", "page": "1353-1358"}),
    ("Harris WH. Hip arthroplasty. J Bone Joint Surg (Am) 66 (8): 1200-1210, 1984.",
     {"container_title": "J Bone Joint Surg (Am)", "volume": "66", "issue": "8"}),
    ("Doe J. Something new. Leukemia. 2009;29 (2, SI), S3–S8.",
     {"volume": "29", "issue": "2, SI", "page": "S3-S8"}),
    ("Yin, R. K. (2009). Case Study Research. Design and Methods. Thousand Oaks, CA: Sage.",
     {"title": "Case Study Research. Design and Methods", "publisher": "Sage"}),
    ("Kato S, Watanabe Y: A new method for gene analysis. BMC Genomics 2005, 6:12.",
     {"title": "A new method for gene analysis", "volume": "6", "page": "12"}),
    ("M. Maggiore, Phys. Lett. B688,101 ( 2004),arXiv :hep-ph/0403192",
     {"volume": "688", "page": "101", "archive_location": "hep-ph/0403192"}),
    ("A. Author, J.Phys .Conf .Ser .832 ( 2017)012004",
     {"volume": "832", "page": "012004", "number": "012004"}),
    ("References\nWHO. Malaria 2019. https://www.who.int/malaria/\npublications/malaria-2019/",
     {"URL": "https://www.who.int/malaria/publications/malaria-2019/"}),
    ("Dear M. Regional politics. Political Geography. 2001;20:1-10. issn: 0962-6298",
     {"page": "1-10", "ISSN": "0962-6298"}),
    ("Bornmann L. Growth rates. Scientometrics 2021. doi: 10.1007/s11192- 021- 03975- 2.",
     {"DOI": "10.1007/s11192-021-03975-2", "page": ""}),
    ("Bowles S. Policies. In K. Arrow and S. Durlauf, eds. Meritocracy and Inequality. PUP, 2000.",
     {"type": "chapter", "title": "Policies",
      "container_title": "Meritocracy and Inequality"}),
    ("Müller, H. (1998): Armut. In: Zeitschrift für Soziologie, 27 (2), S. 16-26 und 429-31.",
     {"issue": "2", "page": "16-26, 429-431"}),
    ("KANOHIN F. SALEY M.B. et SAVANÉ I., 2009. Impacts. Revue d'Hydrologie, 26, 209\u00ad222.",
     {"volume": "26", "page": "209-222"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HARD, ids=[text[:40] for text, _ in HARD])
def test_hard_references(text: str, expected: dict[str, str]) -> None:
    (reference,) = refconv.parse(text)
    assert {name: getattr(reference, name) for name in expected} == expected


def test_doubts_have_the_span_of_their_words() -> None:
    text = "1. Ng C.\nA joint publication."
    found = Found(text[3:].replace("\n", " "), 3, len(text), "1", offsets=range(3, len(text)))
    places = Places(text)
    words = unlabelled(found, 5, "A joint", places)
    doubt = low_confidence(found, 0.25, places)

    assert (words.message, words.span) == (
        "'A joint' has no label (kept as text:unlabelled)",
        Span(1, 9, 2, 8),
    )
    assert (doubt.message, doubt.span) == (
        "uncertain labels (25%) in 'Ng C. A joint publication.' (please check)",
        Span(1, 4, 2, 21),
    )
    assert {words.severity, doubt.severity} == {Severity.NOTE}


def in_order(people: tuple[Name, ...]) -> str:
    return "; ".join(f"{name.family}, {name.given}" for name in people)


def value(reference: Reference, variable: str) -> str:
    held = getattr(reference, variable.replace("-", "_"), None)
    return in_order(held) if isinstance(held, tuple) else str(held or "")


# Strings that taggers which split at white space label wrongly.
UNSPACED = [
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
     {"volume": "688", "page": "101", "archive-location": "hep-ph/0403192"}),
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


@pytest.mark.parametrize(("text", "wanted"), UNSPACED)
def test_values_of_unevenly_spaced_references(text: str, wanted: dict[str, str]) -> None:
    (reference,) = refconv.parse(text).references
    assert {variable: value(reference, variable) for variable in wanted} == wanted


def test_two_references_in_one_line_are_split() -> None:
    glued = (
        "1. Hill J. A first study of cells. Cell 2001;12:34-5. "
        "2. Jones K. A second study of snow. Nature 2002;33:1-9."
    )
    assert [reference.title for reference in refconv.parse(glued).references] == [
        "A first study of cells",
        "A second study of snow",
    ]


def test_a_dash_stands_for_the_authors_of_the_reference_before() -> None:
    text = (
        "Goethe, Karl. Faust. Stuttgart: Cotta, 1808.\n"
        "———. Die Verwandten. Stuttgart: Cotta, 1809.\n"
        "———. Letters. London: Murray, 1810.\n"
    )
    found = [in_order(reference.author) for reference in refconv.parse(text).references]
    assert found == ["Goethe, Karl", "Goethe, Karl", "Goethe, Karl"]


NAMES_OF_FILES = [
    ("library.bib", True),
    (" My library (2).RIS\n", True),
    ("thesis.docx", True),
    ("The library", False),
    ("library.exe", False),
    ("a.bib\nb.bib", False),
]


@pytest.mark.parametrize(("text", "is_name"), NAMES_OF_FILES)
def test_a_name_of_a_file_is_no_text(text: str, is_name: bool) -> None:
    read = refconv.read(text)

    assert not read.references
    assert any(one.reason == "name" for one in read.diagnostics) == is_name
