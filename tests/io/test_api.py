"""The public functions: what goes in, what comes out, and their errors."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv import Code, Name, Reference
from refconv.strategies import references
from tests.formats.examples import examples
from tests.io.small_chunks import small_chunks

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
def test_a_file_of_every_format_is_loaded(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")

    read = refconv.load(tmp_path / name)

    assert [r.title for r in read] == ["Being There"]
    assert len(read) == 1
    assert read.diagnostics == ()


def test_diagnostics_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[\n{"id": 1 "type": "book"}]', "utf-8")

    (found,) = refconv.load(tmp_path / "a.json").diagnostics

    assert str(found).startswith(f"{tmp_path / 'a.json'}:2:10: warning: ")
    assert str(found).endswith("[syntax]")


def test_write_takes_one_reference_several_or_a_read() -> None:
    one = refconv.write(BOOK, "bibtex").text

    assert refconv.write([BOOK], "bibtex").text == one
    assert refconv.write(refconv.read(one, "bibtex"), "bibtex").text == one


def test_convert_returns_what_it_read_and_wrote(tmp_path: Path) -> None:
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


def test_programming_errors_are_exceptions(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown format 'pascal'"):
        refconv.read("", "pascal")
    with pytest.raises(ValueError, match="can only be read"):
        refconv.write(BOOK, "text")
    with pytest.raises(ValueError, match="unknown program"):
        refconv.write(BOOK, "ris", for_="mendeley")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no format has the suffix"):
        refconv.dump(BOOK, tmp_path / "out.doc")


@pytest.mark.parametrize("name", refconv.FORMATS)
def test_a_byte_order_mark_changes_nothing(name: str) -> None:
    content = examples()[name].sample

    assert (
        refconv.read("\ufeff" + content, name).references == refconv.read(content, name).references
    )


def test_blocks_are_written_with_the_references() -> None:
    read = refconv.read('@string{cup = "Cambridge"}\n@comment{x}\n' + BIB, "bibtex")

    text = refconv.write(read, "bibtex", blocks=read.blocks).text

    assert "@string" in text
    assert "@comment" in text


@given(st.lists(references(), max_size=3))
def test_csl_json_is_valid_by_its_schema(
    data_schema: jsonschema.Validator, some: list[Reference]
) -> None:
    data_schema.validate(json.loads(refconv.write(some, "csl-json").text))
    data_schema.validate([reference.as_csl() for reference in some])


@given(references())
def test_as_csl_equals_the_written_csl_json(reference: Reference) -> None:
    (written,) = json.loads(refconv.write(reference, "csl-json").text)
    (assigned,) = refconv.assign_ids([reference])

    assert refconv.write(reference, "csl-json").losses or written == assigned.as_csl()


@pytest.fixture(scope="session")
def data_schema(data_folder: Path) -> jsonschema.Validator:
    schema = json.loads((data_folder / "csl-data.json").read_text("utf-8"))
    return jsonschema.Draft7Validator(schema)


def test_iter_load_returns_the_references_of_load(library: dict[str, Path]) -> None:
    for path in library.values():
        loading = refconv.iter_load(path)
        read = refconv.load(path)

        assert tuple(loading) == read.references
        # What is counted comes at the end.
        assert sorted(loading.diagnostics, key=str) == sorted(read.diagnostics, key=str)


def test_iter_load_is_an_iterator_that_closes_its_file(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    path.write_text("TY  - BOOK\nTI  - A\nER  - \nTY  - BOOK\nTI  - B\nER  - \n", "utf-8")

    with refconv.iter_load(path) as loading:
        first = next(loading)
        assert iter(loading) is loading
    assert first.title == "A"
    assert [*loading] == []
    assert next(refconv.iter_load(path)).title == "A"


def test_iter_load_reports_each_diagnostic_as_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title={A}, title={B}}\n@misc{b, title=x}\n", "utf-8")
    reported: list[refconv.Diagnostic] = []

    with small_chunks(20):
        loading = iter(refconv.iter_load(path, on_diagnostic=reported.append))
        next(loading)

        assert [one.code for one in reported] == [Code.DUPLICATE_FIELD]
        assert len(list(loading)) == 1
    assert [one.code for one in reported] == [Code.DUPLICATE_FIELD, Code.UNDEFINED_MACRO]
    assert {one.name for one in reported} == {str(path)}
