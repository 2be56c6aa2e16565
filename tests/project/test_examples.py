"""The examples run, and stay small; ``tests/programs/test_spark.py`` runs that of Spark."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.builders import RIVERS, SANDS_PRINTED, docx, paragraph, zotero
from tests.documents.pdf_builder import column, pdf

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
SEED = next((ROOT / "seeds").glob("000_*"))


def run(name: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / name, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    return done.stdout


def test_convert(tmp_path: Path) -> None:
    assert run("convert.py", SEED, tmp_path / "out.bib") == "15 references\n"
    assert (tmp_path / "out.bib").read_text("utf-8").count("@article{") == 15


def test_select_and_sort(tmp_path: Path) -> None:
    source, target = tmp_path / "a.bib", tmp_path / "b.bib"
    source.write_text(
        "@book{b, author={B, B}, year=2015, abstract={A}}\n@book{a, author={A, A}, year=2016}\n"
        "@book{c, year=2014}\n",
        "utf-8",
    )

    assert run("select_and_sort.py", source, target) == "2 of 3 references\n"
    assert re.findall(r"^@book\{(.)|(abstract)", target.read_text("utf-8"), re.MULTILINE) == [
        ("a", ""), ("b", "")
    ]  # fmt: skip


def test_journal_names(tmp_path: Path) -> None:
    source, names, target = (tmp_path / name for name in ("a.bib", "j.csv", "b.bib"))
    source.write_text(
        "@article{a, journal={Journal of Ice}}\n@article{b, journal={Sand}}\n", "utf-8"
    )
    names.write_text("Journal of Ice;J. Ice\n", "utf-8")

    printed = run("journal_names.py", source, names, target)

    assert printed == "1 renamed; not in the list: Sand\n"
    assert "journal = {J. Ice}" in target.read_text("utf-8")


def test_bibtex_style(tmp_path: Path) -> None:
    source, target = tmp_path / "a.bib", tmp_path / "b.bib"
    source.write_text("@book{a, year=2015, title={Étude of ice in Peru}}\n", "utf-8")

    assert run("bibtex_style.py", source, target) == "0 losses\n"
    assert "  title = {{\\'E}tude of ice in Peru},\n  year  =" in target.read_text("utf-8")


def test_use_from_python() -> None:
    lines = run("use_from_python.py").splitlines()

    assert lines[0].startswith("Knuth (1984). Literate Programming. The Computer Journal 27(2)")
    assert "DO  - 10.1093/comjnl/27.2.97" in lines
    assert lines[-1].endswith("author[0].orcid lost: '0000-0002-1825-0097'")


def test_reference_list() -> None:
    lines = run("reference_list.py", SEED).splitlines()

    assert lines[0].startswith("The page is of Bouzianas, Bouziana (2025)")
    assert sum("%" in line[:5] for line in lines) == 15


def test_web_of_science(tmp_path: Path) -> None:
    path = tmp_path / "savedrecs.ciw"
    path.write_text("PT J\nAF Okoro, Uche\nTI A letter on ice\nFU A fund\nER\n", "utf-8")

    lines = run("web_of_science.py", path).splitlines()

    assert lines[0] == "1 references in wos"
    assert lines[-1] == "1 values that RIS cannot hold"
    assert "TI  - A letter on ice" in path.with_suffix(".ris").read_text("utf-8")


def test_word_file(tmp_path: Path) -> None:
    path = tmp_path / "thesis.docx"
    path.write_bytes(docx([paragraph(zotero(RIVERS)), "References", SANDS_PRINTED]))

    assert run("word_file.py", path).splitlines() == [
        "docx, paragraph 1, Zotero field: Ng (2001). Rivers of the north. Nature 3: 4-5",
        "docx, paragraph 3, printed: Quo (1987). Sands and their winds. Desert Review 5(2): 88-90",
    ]


def test_web_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    head = "<meta name='citation_title' content='Water'><meta name='citation_year' content='2020'>"
    path.write_text(f"<html>{head}<h2>References</h2><ol><li>{SANDS_PRINTED}</ol></html>", "utf-8")

    lines = run("web_page.py", path).splitlines()

    assert lines[0] == "The page is  (2020). Water"
    assert lines[1].startswith("line 1, printed: Quo (1987). Sands and their winds.")


def test_table(tmp_path: Path) -> None:
    path = tmp_path / "search.csv"
    path.write_text('Title;Autor;Jahr;Mood\nÜber Wasser;"Groß, Sam";2018;calm\n', "utf-8")

    lines = run("table.py", path).splitlines()

    assert lines == [
        "1 references in csv",
        "Groß (2018). Über Wasser (other columns: Mood)",
        "0 losses",
    ]
    sheet = (tmp_path / "search-sheet.csv").read_text("utf-8-sig").splitlines()
    assert sheet[0].startswith("ID,Type,Authors,")
    assert sheet[1].startswith('gross2018wasser,document,"Groß, Sam",,,Über Wasser,')


def test_attached_files(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    path = tmp_path / "library.bib"
    path.write_text("@book{hale, file = {:a.pdf:PDF;Notes:b.txt:text/plain}}", "utf-8")

    assert run("attached_files.py", path).splitlines() == ["hale: b.txt", "1 files are missing"]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        '{"id": "hale", "type": "book", "title": "Lakes", "issued": {"date-parts": [[2018]]}}',
        '{"id": "pike", "type": "book", "title": "Sand", "issued": {"date-parts": [[1998]]}}',
        '{"id": "broken"',
    ]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(lines), "utf-8")

    shown = run("json_lines.py", path, tmp_path / "new.jsonl").splitlines()

    assert [line.split(": ")[0] for line in shown[:-1]] == [f"{path}:3:16"]
    assert shown[-1] == "1 of 2 references are from 2015 or later"
    assert (tmp_path / "new.jsonl").read_text("utf-8") == f"{lines[0]}\n"


def test_yaml_for_pandoc(tmp_path: Path) -> None:
    path = tmp_path / "list.ris"
    path.write_text("TY  - BOOK\nID  - moss\nTI  - On moss\nPY  - 1988\nER  - \n", "utf-8")

    assert run("yaml_for_pandoc.py", path) == "@moss:  (1988). On moss\n"
    assert "  title: On moss\n" in path.with_suffix(".yaml").read_text("utf-8")


def test_typst_bibliography(tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text("@article{moss, title = {On moss}, journal = {Plants}, year = 1988}", "utf-8")

    assert run("typst_bibliography.py", path, tmp_path / "l.yml") == "@moss: On moss (Plants)\n"
    assert "    type: periodical\n" in (tmp_path / "l.yml").read_text("utf-8")


def test_word_sources(tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text("@phdthesis{moss, title = {On moss}, year = 1988}", "utf-8")

    assert run("word_sources.py", path, tmp_path / "Sources.xml") == "moss: thesis\n"
    assert "<b:Tag>moss</b:Tag>" in (tmp_path / "Sources.xml").read_text("utf-8")


def test_openalex_to_bibtex(tmp_path: Path) -> None:
    path = tmp_path / "works.json"
    path.write_text(
        '{"meta": {}, "results": [{"id": "https://openalex.org/W1", "title": "A letter on ice",'
        ' "type": "article", "publication_year": 2004, "authorships":'
        ' [{"author": {"display_name": "Uche Okoro"}}]}]}',
        "utf-8",
    )

    lines = run("openalex_to_bibtex.py", path, tmp_path / "works.bib").splitlines()

    assert lines == ["1 references, 1 losses"]
    assert "author = {Okoro, Uche}" in (tmp_path / "works.bib").read_text("utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 20


def test_latex_list(tmp_path: Path) -> None:
    path = tmp_path / "paper.bbl"
    path.write_text(
        "\\begin{thebibliography}{1}\n\\bibitem{ng01}\nAda Ng.\n\\newblock Rivers of the north.\n"
        "\\newblock {\\em Water}, 3:5--16, 2001.\n\\end{thebibliography}\n",
        "utf-8",
    )

    assert run("latex_list.py", path) == "ng01: Ng, Ada: Rivers of the north (2001)\n"


def test_markdown_to_bibtex(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(
        "## References\n\n- Ng, A. (2001). Rivers of the north. *Water*, *3*, 5–16.\n", "utf-8"
    )

    written = run("markdown_to_bibtex.py", path, tmp_path / "notes.bib")

    assert "title = {Rivers of the north}" in written
    assert (tmp_path / "notes.bib").read_text("utf-8").count("@article{") == 1


def test_pdf_references(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="reads PDFs only with refconv[documents]")
    path = tmp_path / "paper.pdf"
    lines = ["References", "", "[1] Ng A. Rivers of the north. Water 2001;3:5-16. doi:10.1000/1"]
    path.write_bytes(pdf([column(lines)]))

    assert run("pdf_references.py", path) == "page 1: Rivers of the north (10.1000/1)\n"


def test_merge_duplicates(tmp_path: Path) -> None:
    first, second, out = (tmp_path / name for name in ("a.bib", "b.bib", "all.ris"))
    entry = "@article{{{0}, author = {{Roe, Jo}}, title = {{Ice on rivers}}, year = {1}, {2}}}"
    first.write_text(entry.format("a", 2020, "pages = {3--19}, volume = 2"), "utf-8")
    second.write_text(entry.format("b", 2021, "pages = {3--19}, volume = 2"), "utf-8")

    assert run("merge_duplicates.py", out, first, second).splitlines() == [
        "2 alike in pages, title, authors, volume: Ice on rivers",
        "  issued: 2020, not 2021",
    ]
    assert out.read_text("utf-8").count("TY  - ") == 1


def test_new_keys(tmp_path: Path) -> None:
    bib, tex = tmp_path / "a.bib", tmp_path / "a.tex"
    bib.write_text("@book{x1, author = {Roe, Jo}, title = {On ice}, year = 2020}", "utf-8")
    tex.write_text(r"As \citep[p. 1]{other, x1} says.", "utf-8")

    run("new_keys.py", bib, tex)

    assert bib.read_text("utf-8").startswith("@book{roe2020ice,")
    assert tex.read_text("utf-8") == r"As \citep[p. 1]{other,roe2020ice} says."


def test_check_library(tmp_path: Path) -> None:
    path, out = tmp_path / "a.bib", tmp_path / "b.bib"
    path.write_text(
        "@misc{a, title = {On ice}, url = {https://doi.org/10.1000/182}, pages = {9--3}}", "utf-8"
    )

    assert run("check_library.py", path, out).splitlines() == [
        "line 1: the DOI 10.1000/182 stands in the URL only [doi-in-url]",
        "line 1: the pages '9-3' end before they begin [page-range]",
        "1 repaired, 1 left",
    ]
    assert "doi = {10.1000/182}" in out.read_text("utf-8")
