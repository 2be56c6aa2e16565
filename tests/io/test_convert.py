"""Files are read and written chunk by chunk; what comes out is the same as from one chunk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import refconv
from refconv import Code, Name, Reference
from refconv.formats import chunks
from refconv.formats.bibtex.syntax import entry_chunks
from refconv.formats.csljson import items
from refconv.formats.ris import syntax as ris
from refconv.formats.xml import element_chunks as xml_chunks
from refconv.io.input import input_of_data
from refconv.strategies import references

CUT = ("bibtex", "biblatex", "ris", "csl-json", "enw", "endnote-xml")
every_cut_format = pytest.mark.parametrize("name", CUT)
law = settings(deadline=None, suppress_health_check=list(HealthCheck))


class small_chunks:  # noqa: N801 (used like a function)
    """Within it, chunks hold hardly more than one entry."""

    def __init__(self, length: int = 60) -> None:
        self.patch = pytest.MonkeyPatch()
        self.length = length

    def __enter__(self) -> None:
        for module in (chunks, entry_chunks, xml_chunks, items, ris):
            self.patch.setattr(module, "CHUNK_SIZE", self.length)
        self.patch.setattr(entry_chunks, "_LOOK_AHEAD", 4000)

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


def chunks_of(text: str, name: str) -> list[str]:
    return [chunk.text for chunk in input_of_data(text, name, None).chunks()]


BIB = [
    "@misc{a, title={A}}\n",
    "@misc{b, title={B {nested} \n@misc{no, entry}}}\n",
    '@misc{c, title="C"}\n\n% a comment\n',
    "@string{x = {X}}\n@misc(d, title=x)\n",
]
RIS = [
    "Provider: X\n1.\n",
    "TY  - JOUR\nTI  - A\nTY wrapped\nER  - \n",
    "\n2.\nTY  - JOUR\nTI  - no end\n",
    "ty  - JOUR\nti  - lower case\ner  - \nNL  - a field after ER\n",
    "  TY  - JOUR\n  TI  - indented\n  ER  - \n",
]
JSON = [
    '[{"id": "a", "type": "book", "author": [{"family": "F"}, {"family": "G"}]},\n',
    '{"id": "b", "type": "book", "title": "}, {\\""},\n',
    '{"id": "c"  "type": "broken", "author": [{"family": "F"}, {"family": "G"}]},\n',
    '{"id": "d", "type": "book"}]\n',
]
ENW = [
    "A header\n\n",
    "%0 Book\n%T A\n%X First.\n\n%00 no field\nSecond.\n",
    "%0\n%T B\n  %0 wrapped\n\n%A C, D\n%T again\n",
    "%0 Journal Article\n%F key\n%T C\n\n",
]
NBIB = [
    "\nPMID- 1\nTI  - A\n      PMID- wrapped\n\n",
    "PMID- 2\nTI  - B\nno field\n\nPMC - PMC12345\nTI  - C\n",
    "PMID-3\nAB  - D\n      PMID- 4\n",
]
XML = [
    '<?xml version="1.0"?>\n<xml><!-- <record> --><records>\n',
    "<record><titles><title>A &x; &lt;record&gt;</title></titles></record>\n",
    "<record><titles><title><![CDATA[<record>]]></title></titles>\n",
    "<record><titles><title>B</titel></titles></record>\x01\n",
    "<record a='1' a='2'><titles><title>C</title></titles></record>\n",
    "<record><abstract>D --></abstract></record></records>\n</xml>\n",
]


BEGINNINGS = [
    ("bibtex", BIB, {"@misc{a", "@misc{b", "@misc{c", "@string", "@misc(d"}),
    ("ris", RIS, {"Provide", "TY  - J", "ty  - J", "  TY  -"}),
    ("csl-json", JSON, {'[{"id":', '{"id": '}),
    ("enw", ENW, {"A heade", "%0 Book", "%0\n%T B", "%0 Journ"[:7]}),
    ("nbib", NBIB, {"\n", "PMID- 1", "PMID- 2", "PMID-3\n"}),
    ("endnote-xml", XML, {"<?xml v", "<record"}),
]


@pytest.mark.parametrize(("name", "parts", "beginnings"), BEGINNINGS)
def test_a_piece_ends_where_an_entry_begins(
    name: str, parts: list[str], beginnings: set[str]
) -> None:
    with small_chunks(20):
        cut = chunks_of("".join(parts), name)

    assert "".join(cut) == "".join(parts)
    assert len(cut) > 2
    assert {chunk[:7] for chunk in cut} <= beginnings


SAME = {
    "macros defined before and after": (
        "bibtex",
        "@misc{a, title=x}\n@string{x={One}}\n@misc{b, title=x # { and}}\n@string{x={Two}}\n"
        "@misc{c, title=x}\n@string{y = x # {!}}\n@misc{d, title=y}\n",
    ),
    "parents behind their children and before them": (
        "bibtex",
        "@inproceedings{a, title={A}, crossref={p}}\n@misc{f, title={filler}}\n"
        "@proceedings{p, title={P}, crossref={q}, year=2001}\n@misc{g, title={filler}}\n"
        "@proceedings{q, publisher={Q}}\n@inproceedings{b, title={B}, crossref={P}}\n"
        "@misc{h, crossref={nothing}}\n",
    ),
    "parents that refer to each other": (
        "bibtex",
        "@misc{a, crossref={b}, title={A}}\n@misc{b, crossref={c}, note={B}}\n"
        "@misc{c, crossref={a}, year=1999}\n@misc{c, crossref={c}, title={C}}\n",
    ),
    "an entry that is not closed": (
        "bibtex",
        "@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n@misc{d, title={D}}\n",
    ),
    "braces that never come out even": (
        "bibtex",
        "@misc{a, title={A \\{}}\n@misc{b, title={B}}\n}\n@misc{c, title={C}}\n@misc{d, note={D}}",
    ),
    "keys twice": ("bibtex", "@misc{a, title={A}}\n@misc{b, title={B}}\n@misc{a, title={C}}\n" * 2),
    "control characters": ("bibtex", "@misc{a, title={A\x01}}\n@misc{b, title={B\x02}}\n"),
    "no ER, and text between": ("ris", "".join(RIS) * 2),
    "what a file does again and again": ("ris", "TY - JOUR\nTI - A\n\nIS - 1\nER - \n\n1.\n" * 4),
    "broken items": ("csl-json", "".join(JSON)),
    "a wrapper": ("csl-json", '{"references": [' + '{"id": "a", "type": "book"},\n' * 5 + "]}"),
    "items without an array": ("csl-json", '{"id": "a", "type": "book"}\n' * 5),
    "fields of EndNote's that look like others": ("enw", "".join(ENW) * 2),
    "indented fields": ("enw", "  %0 Book\n  %T A\n%0 Book\n%T B\n" * 3),
    "records of PubMed": ("nbib", "".join(NBIB) * 2),
    "broken XML": ("endnote-xml", "".join(XML) * 2),
    "XML that is cut": ("endnote-xml", "".join(XML)[:-60]),
    "articles": ("pubmed-xml", "<PubmedArticle><MedlineCitation><PMID>1</PMID>" * 5),
    "indented items": (
        "csl-json",
        "[\n"
        + '  {"id": "", "type": "book", "ISBN": "0"}, {"id": "", "type": "book", "ISBN": "1"},\n'
        * 5
        + '  {"id": "c", "type": "book"}]',
    ),
    "items in one line": ("csl-json", "[" + ", ".join(['{"id": "", "type": 2}'] * 9) + ", x, {}]"),
}


@pytest.mark.parametrize(("name", "text"), SAME.values(), ids=SAME)
def test_pieces_know_of_one_another(name: str, text: str) -> None:
    in_one = refconv.read(text, name)
    with small_chunks(30):
        assert len(chunks_of(text, name)) > 1
        in_many = refconv.read(text, name)

    assert in_many == in_one


@every_cut_format
@law
@given(some=st.lists(references(), min_size=2, max_size=5))
def test_what_was_written_reads_the_same_in_pieces(name: str, some: list[Reference]) -> None:
    text = refconv.write(some, name).text
    in_one = refconv.read(text, name)
    with small_chunks():
        in_many = refconv.read(text, name)

    assert in_many == in_one


@every_cut_format
@law
@given(
    text=st.text()
    | st.lists(st.sampled_from([*BIB, *RIS, *JSON, "{", "}", '"', "\n"])).map("".join)
)
def test_pieces_are_the_whole_of_any_text(name: str, text: str) -> None:
    with small_chunks(20):
        cut = chunks_of(text, name)

    assert "".join(cut) == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same references in every format, with all that makes work for the first pass."""
    folder = tmp_path_factory.mktemp("library")
    articles = [
        Reference(
            type="article-journal",
            id="" if number % 3 else f"key{number % 40}",
            title=f"The <i>title</i> of {number % 7}",
            author=[Name(family="Müller", given="A.", orcid="0000-0002-1825-0097")],
            issued="2001",
            custom=[("bibtex:crossref", "parent")] if number % 5 == 0 else (),
        )
        for number in range(300)
    ]
    articles.append(Reference(type="book", id="parent", title="Parent", publisher="P"))
    files = {}
    for name, suffix in (("bibtex", ".bib"), ("ris", ".ris"), ("csl-json", ".json")):
        files[name] = folder / f"library{suffix}"
        refconv.dump(articles, files[name], name)
    bib = files["bibtex"].read_text("utf-8")
    files["bibtex"].write_text(
        "@preamble{{x}}\n"
        + bib.replace("year = {2001}", "year = y")
        + "@comment{z}\n@string{y={2001}}\n@misc{key0, title=y",
        "utf-8",
    )
    # Without ids, so that each gets one that none has.
    ris_text = files["ris"].read_bytes().decode()
    lines = (
        line
        for n, line in enumerate(ris_text.splitlines(keepends=True))
        if n % 2 or not line.startswith("ID")
    )
    files["ris"].write_bytes(("A header\r\n\r\n" + "".join(lines)).encode())
    return files


@pytest.mark.parametrize("source", ["bibtex", "ris", "csl-json"])
@pytest.mark.parametrize("target", ["bibtex", "ris", "csl-json"])
def test_worker_processes_change_nothing(
    source: str, target: str, library: dict[str, Path], tmp_path: Path
) -> None:
    outputs = []
    for jobs in (1, 2, 3):
        path = tmp_path / f"out{jobs}"
        with small_chunks(3000):
            converted = refconv.convert(library[source], path, to=target, jobs=jobs)
        losses = [evolve(loss, name="") for loss in converted.losses]
        outputs.append((path.read_bytes(), converted.references, converted.diagnostics, losses))
    read = refconv.load(library[source])
    written = refconv.write(read, target, blocks=read.blocks if source == target else ())

    assert outputs[0] == outputs[1] == outputs[2]
    assert outputs[0][0] == written.text.encode()
    assert outputs[0][1:3] == (read.references, read.diagnostics)
    assert tuple(outputs[0][3]) == written.losses


def test_made_ids_are_none_that_comes_later(tmp_path: Path) -> None:
    source = tmp_path / "a.ris"
    source.write_text("TY  - BOOK\nTI  - Same\nER  - \nTY  - BOOK\nID  - same\nER  - \n", "utf-8")

    with small_chunks(10):
        refconv.convert(source, tmp_path / "out.bib")

    assert [r.id for r in refconv.load(tmp_path / "out.bib")] == ["samea", "same"]


# ── iter_load and Writer ──────────────────────────────────────────────────────────────────────────


def test_iter_load_gives_what_load_gives(library: dict[str, Path]) -> None:
    for path in library.values():
        loading = refconv.iter_load(path)
        read = refconv.load(path)

        assert tuple(loading) == read.references
        assert tuple(loading.diagnostics) == read.diagnostics


def test_iter_load_says_what_is_odd_as_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title={A}, title={B}}\n@misc{b, title=x}\n", "utf-8")
    said: list[refconv.Diagnostic] = []

    with small_chunks(20):
        loading = iter(refconv.iter_load(path, on_diagnostic=said.append))
        next(loading)

        assert [one.code for one in said] == [Code.DUPLICATE_FIELD]
        assert len(list(loading)) == 1
    assert [one.code for one in said] == [Code.DUPLICATE_FIELD, Code.UNDEFINED_MACRO]
    assert {one.name for one in said} == {str(path)}


@every_cut_format
def test_a_writer_writes_what_write_writes(
    name: str, library: dict[str, Path], tmp_path: Path
) -> None:
    some = refconv.assign_ids(refconv.load(library["bibtex"]))
    written = refconv.write(some, name)
    path = tmp_path / "out"

    with refconv.Writer(path, name) as writer:
        for reference in some:
            writer.write(reference)

    assert path.read_bytes() == written.text.encode()
    assert [evolve(loss, name="") for loss in writer.losses] == [*written.losses]
    assert {loss.name for loss in writer.losses} <= {str(path)}


def test_a_writer_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.bib"
    path.write_text("as it was", "utf-8")

    def fails() -> None:
        with refconv.Writer(path) as writer:
            writer.write(Reference(id="a"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert path.read_text("utf-8") == "as it was"
    assert [one.name for one in tmp_path.iterdir()] == ["out.bib"]


HOSTILE_JSON = {
    "a name that is empty": ('[{"id": "a", "type": "book", "": 1, "custom": {"": 2}}]', {"a"}),
    "a number of too many digits": (
        '[{"id": "a", "volume": %s}, {"id": "b"}]' % ("9" * 5000),
        {"a", "b"},
    ),
    "a line end in a text": ('[{"id": "a", "title": "one\ntwo"}, {"id": "b"}]', {"a", "b"}),
    "nested too deeply": (
        '[{"id": "a", "x": %s}, {"id": "b"}]' % ("[" * 10**5 + "]" * 10**5),
        {"b"},
    ),
    "never closed": ('[{"id": "a"}, {"id": "b", "x": [1, \n{"id": "c"}', {"a"}),
    "text behind the array": ('[{"id": "a"}] and more', {"a"}),
    "two arrays": ('[{"id": "a"}]\n[{"id": "b"}]', {"a", "b"}),
}


@pytest.mark.parametrize(("text", "ids"), HOSTILE_JSON.values(), ids=HOSTILE_JSON)
def test_what_is_readable_of_an_array_is_read(text: str, ids: set[str]) -> None:
    read = refconv.read(text, "csl-json")
    written = refconv.write(read, "csl-json")

    assert {reference.id for reference in read} == ids
    assert refconv.read(written.text, "csl-json").references == refconv.apply(read, written.losses)
    if "two" not in text and '""' not in text and "}]\n[" not in text:
        assert Code.SYNTAX in {said.code for said in read.diagnostics}


# ── memory ────────────────────────────────────────────────────────────────────────────────────────

PEAK = """
import resource, sys, refconv
refconv.convert  # what is imported counts for both
with refconv.Writer(sys.argv[2], sys.argv[3], on_loss=lambda _: None) as writer:
    for reference in refconv.iter_load(sys.argv[1], on_diagnostic=lambda _: None):
        writer.write(reference)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize(
    ("source", "target"), [("bibtex", "ris"), ("ris", "csl-json"), ("csl-json", "bibtex")]
)
def test_memory_does_not_grow_with_the_file(
    source: str, target: str, library: dict[str, Path], tmp_path: Path
) -> None:
    whole = refconv.load(library[source]).references
    peaks = []
    for times in (3, 12):
        path = tmp_path / f"{times}"
        refconv.dump([evolve(r, id="") for r in whole] * times, path, source)
        done = subprocess.run(
            [sys.executable, "-c", PEAK, path, tmp_path / "out", target],
            capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(Path(refconv.__file__).parent.parent)},
        )  # fmt: skip
        peaks.append(int(done.stdout))

    assert peaks[1] < peaks[0] * 1.25
