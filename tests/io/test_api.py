"""The public functions, and what becomes of bad input, in every format."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv import Code, Name, Reference, Severity
from refconv.formats.sniff import guess
from refconv.strategies import references
from tests.formats.examples import examples

BOOK = Reference(
    type="book", title="Being There", author=(Name(family="Clark", given="Andy"),), issued="1997"
)
BIB = "@book{clark1997, title = {Being There}, author = {Clark, Andy}, year = 1997}"
RIS = "TY  - BOOK\r\nTI  - Being There\r\nAU  - Clark, Andy\r\nPY  - 1997\r\nER  - \r\n"
CSL = '[{"id": "clark1997", "type": "book", "title": "Being There"}]'
TEXT = "Clark A. Being there. Cambridge: MIT Press; 1997."
ENW = "%0 Book\r\n%T Being There\r\n%A Clark, Andy\r\n%D 1997\r\n"
XML = (
    "<xml><records><record><ref-type name='Book'>6</ref-type>"
    "<titles><title>Being There</title></titles></record></records></xml>"
)
NBIB = "PMID- 24381239\nTI  - Being There.\nFAU - Clark, Andy\n"
PUBMED = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>24381239</PMID><Article>"
    "<ArticleTitle>Being There.</ArticleTitle>"
    "</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)
MODS = "<mods><titleInfo><title>Being There</title></titleInfo></mods>"

GUESSED = [
    (BIB, "bibtex"),
    ("% a comment\n\n  @Article ( x,\n title = 1)", "bibtex"),
    ('@string{a = "b"}', "bibtex"),
    (RIS, "ris"),
    ("Provider: somebody\n1.\nTY  - JOUR", "ris"),
    (CSL, "csl-json"),
    ("[]", "csl-json"),
    ('{"references": []}', "csl-json"),
    (ENW, "enw"),
    (XML, "endnote-xml"),
    (NBIB, "nbib"),
    (PUBMED, "pubmed-xml"),
    (MODS, "mods"),
    (TEXT, "text"),
    ("[1] Smith J. A title. 2020.", "text"),
    ("Write to me@example.org, please", "text"),
    # (Taken apart in every way, it would take longer than anyone waits.)
    ("@a(" + " " * 99_000 + "x", "text"),
    ("", "text"),
]


@pytest.mark.parametrize(("text", "format"), GUESSED)
def test_a_format_is_told_by_its_content(text: str, format: str) -> None:
    assert guess(text) == format


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.bib", BIB),
        ("a.ris", RIS),
        ("a.json", CSL),
        ("a.enw", ENW),
        ("a.xml", XML),
        ("b.xml", PUBMED),
        ("c.xml", MODS),
        ("a.nbib", NBIB),
        ("b.txt", NBIB),
        ("a.txt", BIB),
        ("a.x", "\ufeff" + RIS),
    ],
)
def test_load(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")

    read = refconv.load(tmp_path / name)

    assert [r.title for r in read] == ["Being There"]
    assert len(read) == 1
    assert read.diagnostics == ()


def test_diagnostics_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[\n{"id": 1 "type": "book"}]', "utf-8")

    (said,) = refconv.load(tmp_path / "a.json").diagnostics

    assert str(said).startswith(f"{tmp_path / 'a.json'}:2:10: warning: ")
    assert str(said).endswith("[syntax]")


def test_write_takes_one_several_or_what_was_read() -> None:
    one = refconv.write(BOOK, "bibtex").text

    assert refconv.write([BOOK], "bibtex").text == one
    assert refconv.write(refconv.read(one, "bibtex"), "bibtex").text == one


def test_dump_and_convert(tmp_path: Path) -> None:
    source, target = tmp_path / "in.bib", tmp_path / "out.ris"
    source.write_text(BIB, "utf-8")

    converted = refconv.convert(source, target)

    assert [r.title for r in refconv.load(target)] == ["Being There"]
    assert [r.title for r in converted.references] == ["Being There"]
    assert converted.as_csl()[0]["id"] == "clark1997"
    assert (converted.diagnostics, converted.losses) == ((), ())


def test_losses_name_the_file(tmp_path: Path) -> None:
    author = Name(family="Clark", orcid="0000-0002-1825-0097")

    written = refconv.dump(Reference(id="x", author=[author]), tmp_path / "out.ris")

    assert [str(loss) for loss in written.losses] == [
        f"{tmp_path / 'out.ris'}: loss: x: author[0].orcid lost: '0000-0002-1825-0097'"
    ]


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.bib"
    target.write_text("as it was", "utf-8")
    target.chmod(0o640)

    def fails(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        with pytest.raises(OSError, match="disk full"):
            refconv.dump(BOOK, target)
    assert target.read_text("utf-8") == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["out.bib"]

    refconv.dump(BOOK, target)
    assert target.read_text("utf-8").startswith("@book{clark1997")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_programming_errors_are_exceptions(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown format 'marc'"):
        refconv.read("", "marc")
    with pytest.raises(ValueError, match="can only be read"):
        refconv.write(BOOK, "text")
    with pytest.raises(ValueError, match="unknown program"):
        refconv.write(BOOK, "ris", for_="mendeley")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no format has the suffix"):
        refconv.dump(BOOK, tmp_path / "out.doc")


EMPTY = [
    (name, content) for name in refconv.FORMATS for content in (b"", b" \n\t\n", b"\xef\xbb\xbf")
]


@pytest.mark.parametrize(("name", "content"), EMPTY)
def test_an_empty_file_says_so(name: str, content: bytes) -> None:
    read = refconv.read(content, name)

    assert len(read) == 0
    assert Code.EMPTY in [said.code for said in read.diagnostics]


@pytest.mark.parametrize("name", refconv.FORMATS)
def test_a_binary_file_says_so(name: str) -> None:
    read = refconv.read(b"%PDF-1.7\n%\xe2\xe3", name)

    assert len(read) == 0
    assert [(d.code, d.severity) for d in read.diagnostics] == [(Code.BINARY, Severity.ERROR)]


# Of four entries the second is broken: the others are read, and the line of the break is told.
ENTRIES = "@misc{a, title={A}}\n%s\n@misc{c, title={C}}\n@misc{d, title={D}}\n"
RECORDS = "TY  - BOOK\nID  - a\nER  - \n%s\nTY  - BOOK\nID  - d\n"
ITEMS = '[{"id": "a", "type": "book"},\n%s,\n{"id": "d", "type": "book"}]'
BROKEN = {
    "unbalanced brace": ("bibtex", ENTRIES % "@misc{b, title={B\n}", {"a", "c", "d"}, 2),
    "missing comma": ("bibtex", ENTRIES % "@misc{b, title={B}\n year=2001}", {*"abcd"}, 2),
    "duplicate field": ("bibtex", ENTRIES % "@misc{b, title={B},\n title={X}}", {*"abcd"}, 3),
    "duplicate key": ("bibtex", ENTRIES % "@misc{a, title={B}}", {*"acd"}, 2),
    "undefined macro": ("bibtex", ENTRIES % "@misc{b, title=bee}", {*"abcd"}, 2),
    "missing ER": (
        "ris",
        RECORDS % "TY  - BOOK\nID  - b\nTY  - BOOK\nID  - c\nER  - ",
        {*"abcd"},
        4,
    ),
    "no JSON": ("csl-json", ITEMS % '{"id": "b", "type": }', {*"ad"}, 2),
}


@pytest.mark.parametrize(("format", "text", "ids", "line"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_said_and_the_rest_is_read(
    format: str, text: str, ids: set[str], line: int
) -> None:
    read = refconv.read(text, format)

    assert {reference.id for reference in read} >= ids
    assert line in [said.line for said in read.diagnostics]


@pytest.mark.parametrize("name", refconv.FORMATS)
def test_a_byte_order_mark_costs_nothing(name: str) -> None:
    content = examples()[name].sample

    assert (
        refconv.read("\ufeff" + content, name).references == refconv.read(content, name).references
    )


def test_blocks_go_along() -> None:
    read = refconv.read('@string{cup = "Cambridge"}\n@comment{x}\n' + BIB, "bibtex")

    text = refconv.write(read, "bibtex", blocks=read.blocks).text

    assert "@string" in text
    assert "@comment" in text


@given(st.lists(references(), max_size=3))
def test_csl_json_keeps_to_the_schema(
    data_schema: jsonschema.Validator, some: list[Reference]
) -> None:
    data_schema.validate(json.loads(refconv.write(some, "csl-json").text))
    data_schema.validate([reference.as_csl() for reference in some])


@given(references())
def test_as_csl_is_what_is_written(reference: Reference) -> None:
    (written,) = json.loads(refconv.write(reference, "csl-json").text)
    (assigned,) = refconv.assign_ids([reference])

    assert refconv.write(reference, "csl-json").losses or written == assigned.as_csl()


@pytest.fixture(scope="session")
def data_schema(data_folder: Path) -> jsonschema.Validator:
    schema = json.loads((data_folder / "csl-data.json").read_text("utf-8"))
    return jsonschema.Draft7Validator(schema)


def test_a_diagnostic_of_a_line_names_the_column_of_its_first_word() -> None:
    read = refconv.read("@book{a,\n  title = {T},\n\tyear = {2001-02-31},\n}", "bibtex")

    assert [(said.line, said.column) for said in read.diagnostics] == [(3, 2)]
