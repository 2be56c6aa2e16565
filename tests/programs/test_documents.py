"""Documents that other programs make of known references, read back: none lost, none made up.

LaTeX with BibTeX and biber, pandoc with citeproc, and LibreOffice. What is compared of each
reference is its title, its year and its first author.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

import refconv
from refconv.documents.matching import letters

Work = tuple[str, str, str]
"""Title, year and first author, in letters alone."""


def _article(author: str, title: str, journal: str, year: int, rest: str) -> refconv.Reference:
    volume, issue, page = rest.split("/")
    family, given = author.split(", ")
    return refconv.Reference(
        type="article-journal",
        author=[refconv.Name(family, given), refconv.Name("Roe", "Bo")],
        title=title,
        container_title=journal,
        issued=year,
        volume=volume,
        issue=issue,
        page=page,
    )


def _book(author: str, title: str, publisher: str, place: str, year: int) -> refconv.Reference:
    family, given = author.split(", ")
    return refconv.Reference(
        type="book",
        author=[refconv.Name(family, given)],
        title=title,
        publisher=publisher,
        publisher_place=place,
        issued=year,
    )


WORKS = refconv.assign_ids(
    [
        _article(
            "Ng, Ada", "Rivers of the north and their fish", "Water Studies", 2001, "3/1/4-25"
        ),
        _article("Hale, Nora", "Wind over cold water", "Journal of Seas", 2018, "12/3/44-52"),
        _article("Muir, Karl", "Salt in old towns", "Review of Salt", 1998, "7/2/101-130"),
        _article("Weiß, Anna", "Dunes that do not move", "Desert Letters", 2012, "9/4/5-16"),
        _article("Quist, Per", "Measuring fog by ear", "Annals of Weather", 2015, "41/6/700-712"),
        _book("Moor, Eva", "Ponds of the east", "Lake Press", "Oulu", 1987),
        _book("Lindqvist, Ole", "A short history of bridges", "Harbour Books", "Leeds", 2005),
        _book("Okafor, Chidi", "Maps for people who walk", "Field Press", "Lagos", 2020),
        refconv.Reference(
            type="chapter",
            author=[refconv.Name("Vidal", "Rosa")],
            editor=[refconv.Name("Moor", "Eva")],
            title="Mills on small streams",
            container_title="The uses of water",
            publisher="Lake Press",
            publisher_place="Oulu",
            issued=1994,
            page="33-58",
        ),
        refconv.Reference(
            type="paper-conference",
            author=[refconv.Name("Sato", "Ken"), refconv.Name("Ng", "Ada")],
            title="Counting fish from the air",
            container_title="Proceedings of the Third Conference on Rivers",
            issued=2009,
            page="7-19",
        ),
    ]
)


def _known() -> list[Work]:
    return sorted(map(_work, WORKS))


def _work(reference: refconv.Reference) -> Work:
    people = reference.author or reference.editor
    year = str(reference.issued.year) if reference.issued else ""
    author = letters(people[0].family or people[0].literal) if people else ""
    return letters(reference.title), year, author


def read_back(path: Path) -> list[Work]:
    """Return the works that refconv reads of a document."""
    return sorted(map(_work, refconv.load(path)))


def run(*command: str | Path, cwd: Path) -> None:
    """Run a program; the test is skipped where there is none."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}: make test-clients installs it")
    subprocess.run(command, cwd=cwd, capture_output=True, timeout=120, check=False)


@cache
def has_tex_file(name: str) -> bool:
    """Return whether TeX has a style or a class."""
    if shutil.which("kpsewhich") is None:
        return False
    return subprocess.run(["kpsewhich", name], capture_output=True, check=False).returncode == 0


def need_tex_file(*names: str) -> None:
    """Skip the test where TeX lacks a file."""
    for name in names:
        if not has_tex_file(name):
            pytest.skip(f"needs {name} of TeX: make test-clients installs it")


# ── BibTeX ────────────────────────────────────────────────────────────────────────────────────────

STYLES = (
    *("plain", "abbrv", "alpha", "unsrt", "siam", "ieeetr", "apalike", "amsplain", "amsalpha"),
    *("plainnat", "abbrvnat", "unsrtnat", "IEEEtran", "splncs04", "elsarticle-num"),
    *("elsarticle-harv", "ACM-Reference-Format", "vancouver", "apacite", "chicago", "agsm"),
)


@pytest.mark.parametrize("style", STYLES)
def test_bbl_of_bibtex(style: str, tmp_path: Path) -> None:
    need_tex_file(f"{style}.bst")
    refconv.dump(WORKS, tmp_path / "refs.bib", "bibtex")
    aux = f"\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{refs}}\n"
    (tmp_path / "paper.aux").write_text(aux, "ascii")

    run("bibtex", "paper", cwd=tmp_path)

    assert read_back(tmp_path / "paper.bbl") == _known()
    keys = {reference.id for reference in refconv.load(tmp_path / "paper.bbl")}
    assert keys == {reference.id for reference in WORKS}


# ── LaTeX: PDFs and biblatex ──────────────────────────────────────────────────────────────────────

PROSE = " ".join(["The rivers of the north are long, and so is all that was said of them."] * 30)


def latex(folder: Path, preamble: str, ending: str, *, biber: bool = False) -> Path:
    """Typeset a paper that cites all works; return its PDF."""
    refconv.dump(WORKS, folder / "refs.bib", "biblatex" if biber else "bibtex")
    cited = "\n\n".join(f"{PROSE} \\cite{{{reference.id}}}." for reference in WORKS)
    text = f"{preamble}\n\\begin{{document}}\n\\title{{On rivers}}\\author{{A. Ng}}\\maketitle\n"
    (folder / "paper.tex").write_text(f"{text}{cited}\n{ending}\n\\end{{document}}\n", "utf-8")
    compiler = ("pdflatex", "-interaction=nonstopmode", "paper.tex")
    run(*compiler, cwd=folder)
    run("biber" if biber else "bibtex", "paper", cwd=folder)
    run(*compiler, cwd=folder)
    run(*compiler, cwd=folder)
    return folder / "paper.pdf"


HYPERREF = "\\usepackage{hyperref}"
NATBIB = "\\usepackage{natbib}"
LAYOUTS = (
    ("{article}", "", "plain"),
    ("{article}", HYPERREF, "alpha"),
    ("[twocolumn]{article}", "", "unsrt"),
    ("[twocolumn]{article}", NATBIB + HYPERREF, "plainnat"),
    ("{report}", NATBIB, "abbrvnat"),
    ("{amsart}", HYPERREF, "plain"),
    ("{IEEEtran}", HYPERREF, "IEEEtran"),
)


@pytest.mark.parametrize(("layout", "packages", "style"), LAYOUTS)
def test_pdf_of_latex(layout: str, packages: str, style: str, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="reads PDFs only with refconv[documents]")
    need_tex_file(f"{style}.bst", f"{layout.rpartition('{')[2].rstrip('}')}.cls", "hyperref.sty")
    preamble = f"\\documentclass{layout}\n\\usepackage[T1]{{fontenc}}{packages}"

    pdf = latex(tmp_path, preamble, f"\\bibliographystyle{{{style}}}\n\\bibliography{{refs}}")

    assert read_back(pdf) == _known()
    if HYPERREF in packages:
        # The marks of each reference name it.
        assert {one.id for one in refconv.load(pdf)} == {one.id for one in WORKS}


@pytest.mark.parametrize("style", ["numeric", "authoryear", "apa", "ieee", "mla"])
def test_biblatex(style: str, tmp_path: Path) -> None:
    need_tex_file("biblatex.sty", f"{style}.bbx", "hyperref.sty")
    preamble = (
        "\\documentclass[twocolumn]{article}\n\\usepackage[T1]{fontenc}\\usepackage{hyperref}"
        f"\\usepackage[style={style},backend=biber]{{biblatex}}\n\\addbibresource{{refs.bib}}"
    )

    pdf = latex(tmp_path, preamble, "\\printbibliography", biber=True)

    assert read_back(tmp_path / "paper.bbl") == _known()
    assert read_back(pdf) == _known()


# ── pandoc ────────────────────────────────────────────────────────────────────────────────────────

FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "html": "html",
    "gfm": "md",
    "markdown-citations": "md",
    "rst": "rst",
    "latex": "tex",
    "jats": "xml",
    "jats+element_citations": "xml",
    "org-citations": "org",
    "asciidoc": "adoc",
    "plain": "txt",
    "tei": "xml",
}


def pandoc(folder: Path, format: str) -> Path:
    """Write a document that cites all works, with the list that citeproc prints."""
    refconv.dump(WORKS, folder / "refs.json", "csl-json")
    cited = "\n\n".join(f"{PROSE} [@{reference.id}]." for reference in WORKS)
    head = "---\ntitle: On rivers\nauthor: Ada Ng\n---\n"
    (folder / "paper.md").write_text(f"{head}{cited}\n\n# References\n", "utf-8")
    path = folder / f"paper.{FORMATS[format]}"
    source = folder / "source.md"
    (folder / "paper.md").rename(source)
    run(
        *("pandoc", "-s", "--citeproc", "--bibliography", "refs.json", "-f", "markdown"),
        *("-t", format, source, "-o", path),
        cwd=folder,
    )
    return path


@pytest.mark.parametrize("format", FORMATS)
def test_documents_of_pandoc(format: str, tmp_path: Path) -> None:
    path = pandoc(tmp_path, format)

    # An article in XML is one of the references itself.
    own = [("onrivers", "", "ng")] if format.startswith("jats") else []
    assert [one for one in read_back(path) if one not in own] == _known()


# ── LibreOffice ───────────────────────────────────────────────────────────────────────────────────

SAVED = ("odt", "fodt", "rtf", "html", "docx", "pdf")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a document as LibreOffice saves it in each format."""
    folder = tmp_path_factory.mktemp("office")
    path = pandoc(folder, "docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffix in SAVED:
        run(
            *("soffice", "--headless", profile, "--convert-to", suffix, "--outdir", "saved", path),
            cwd=folder,
        )
    return folder / "saved"


@pytest.mark.parametrize("suffix", SAVED)
def test_documents_of_libreoffice(suffix: str, saved: Path) -> None:
    if suffix == "pdf":
        pytest.importorskip("pypdfium2", reason="reads PDFs only with refconv[documents]")

    assert read_back(saved / f"paper.{suffix}") == _known()


def _csl_fields() -> Sequence[str]:
    return [json.dumps({"citationItems": [{"itemData": one.as_csl()}]}) for one in WORKS]


def test_the_fields_of_zotero_survive_libreoffice(tmp_path: Path) -> None:
    from tests.documents.builders import complex_field, docx, paragraph  # noqa: PLC0415

    cited = [
        paragraph("So it is ", complex_field(f"ADDIN ZOTERO_ITEM CSL_CITATION {one}"), ".")
        for one in _csl_fields()
    ]
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.'
            'org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
        ),
    }
    (tmp_path / "paper.docx").write_bytes(docx(cited, parts))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for suffix in ("odt", "rtf"):
        run("soffice", "--headless", profile, "--convert-to", suffix, "paper.docx", cwd=tmp_path)

        assert read_back(tmp_path / f"paper.{suffix}") == _known(), suffix
