"""BibTeX's types and fields: what reads as what, and what is written for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from refconv import read, write
from refconv.core.codes import Code
from refconv.core.keys import assign_ids
from refconv.core.model import Date, ItemType, Name, Reference


def entry(text: str) -> Reference:
    (reference,) = read(text, "bibtex").references
    return reference


def written(reference: Reference, **more: str) -> dict[str, str]:
    """Return the fields of the entry that is written, and its type under ``@``."""
    lines = write(reference, "bibtex", **more).text.splitlines()  # type: ignore[arg-type]
    pairs = (line.strip().removesuffix(",").split(" = ", 1) for line in lines[1:-1])
    shown = {key: value.removeprefix("{").removesuffix("}") for key, value in pairs}
    return {"@": lines[0][1:].partition("{")[0], **shown}


# ── types ─────────────────────────────────────────────────────────────────────────────────────────

TYPES = {
    "@article": "article-journal",
    "@ARTICLE": "article-journal",
    "@book": "book",
    "@incollection": "chapter",
    "@inbook": "chapter",
    "@inproceedings": "paper-conference",
    "@conference": "paper-conference",
    "@phdthesis": "thesis",
    "@techreport": "report",
    "@online": "webpage",
    "@dataset": "dataset",
    "@software": "software",
    "@patent": "patent",
    "@standard": "standard",
    "@unpublished": "manuscript",
    "@inreference": "entry-encyclopedia",
    "@misc": "document",
    "@madeup": "document",
}


@pytest.mark.parametrize(("native", "kind"), TYPES.items())
def test_types_are_read(native: str, kind: str) -> None:
    assert entry(native + "{a, title={x}}").type == kind


@pytest.mark.parametrize("kind", ItemType)
@pytest.mark.parametrize("client", [None, "zotero"])
def test_every_type_survives(kind: ItemType, client: str | None) -> None:
    reference = Reference(type=kind, id="a", title="x")
    out = write(reference, "bibtex", for_=client)  # type: ignore[arg-type]
    assert read(out.text, "bibtex").references == (reference,)
    # Zotero has fewer types of entries; the word for one is in a field of others.
    assert {loss.path for loss in out.losses} <= ({"type", "genre"} if client else set())


ZOTERO = frozenset(
    """article artwork audio book booklet collection conference inbook incollection inproceedings
    inreference jurisdiction legislation letter manual mastersthesis misc movie mvbook online patent
    phdthesis proceedings report software techreport thesis unpublished video""".split()
)
"""What its importer reads as entries."""


@pytest.mark.parametrize("kind", ItemType)
@pytest.mark.parametrize("native", ["dataset", "mvbook", "suppbook"])
def test_only_known_types_are_written_for_zotero(kind: ItemType, native: str) -> None:
    reference = Reference(type=kind, id="a", custom=(("bibtex:@type", native),))
    assert written(reference, for_="zotero")["@"] in ZOTERO


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("@mastersthesis{a, title={x}}", "Master's thesis"),
        ("@phdthesis{a, title={x}}", "PhD thesis"),
        ("@phdthesis{a, title={x}, type={Habilitation}}", "Habilitation"),
    ],
)
def test_a_degree_is_a_genre(text: str, genre: str) -> None:
    reference = entry(text)
    assert reference.genre == genre
    assert read(write(reference, "bibtex").text, "bibtex").references == (reference,)


def test_the_type_of_an_entry_is_kept() -> None:
    assert written(entry("@conference{a, title={x}}"))["@"] == "conference"
    assert written(entry("@dataset{a, title={x}}"), for_="zotero") == {
        "@": "misc",
        "title": "x",
        "type": "dataset",
    }


# ── fields ────────────────────────────────────────────────────────────────────────────────────────

READ = [
    ("@article{a, journaltitle={J}, journalsubtitle={S}}", {"container_title": "J: S"}),
    ("@article{a, journal={J}, shortjournal={J.}}", {"container_title_short": "J."}),
    ("@inbook{a, booktitle={B}}", {"container_title": "B"}),
    ("@inbook{a, journal={B}}", {"container_title": "B"}),
    ("@book{a, title={T}, subtitle={S}}", {"title": "T: S"}),
    ("@book{a, title={Why?}, subtitle={S}}", {"title": "Why? S"}),
    ("@article{a, number={3}}", {"issue": "3", "number": ""}),
    ("@article{a, number=2, eid={e005678}}", {"page": "e005678", "number": "e005678"}),
    ("@techreport{a, number={TR-1}, institution={I}}", {"number": "TR-1", "publisher": "I"}),
    ("@book{a, series={S}, number={3}}", {"collection_title": "S", "collection_number": "3"}),
    ("@phdthesis{a, school={MIT}}", {"publisher": "MIT"}),
    ("@manual{a, organization={O}}", {"publisher": "O"}),
    ("@book{a, location={Paris}}", {"publisher_place": "Paris"}),
    (
        "@inproceedings{a, venue={Glasgow}, location={New York}}",
        {"publisher_place": "New York", "event_place": "Glasgow"},
    ),
    ("@inproceedings{a, location={Glasgow}}", {"publisher_place": "Glasgow"}),
    (
        "@inproceedings{a, address={New York}, location={Glasgow}}",
        {"publisher_place": "New York", "event_place": "Glasgow"},
    ),
    ("@article{a, pages={1--10}}", {"page": "1-10"}),
    ("@article{a, pages={503–9}}", {"page": "503-9"}),
    ("@article{a, doi={https://doi.org/10.1/a\\_b}}", {"DOI": "10.1/a_b"}),
    ("@article{a, doi={http://doi.acm.org/10.1145/1.2}}", {"DOI": "10.1145/1.2"}),
    ("@misc{a, url={\\url{http://x.org/a_b}}}", {"URL": "http://x.org/a_b"}),
    ("@article{a, doi={{10.1/a}}, issn={{0360-1323}}}", {"DOI": "10.1/a", "ISSN": "0360-1323"}),
    ("@misc{a, tags={b, c}}", {"keyword": ("b", "c")}),
    ("@misc{a, bdsk-url-1={http://x.org}}", {"URL": "http://x.org"}),
    (
        "@misc{a, howpublished={\\href{http://x.org}{b}}}",
        {"URL": "http://x.org", "medium": "\\href{http://x.org}{b}"},
    ),
    (
        "@video{a, editor={X, Y and others}, editortype={director}}",
        {"director": (Name(family="X", given="Y"),), "editor": (), "et_al": {"director"}},
    ),
    ("@misc{a, howpublished={\\url{http://x.org/}}}", {"URL": "http://x.org/", "medium": ""}),
    ("@misc{a, howpublished={Talk}}", {"medium": "Talk"}),
    ("@article{a, pmcid={123}}", {"PMCID": "PMC123"}),
    ("@misc{a, keywords={a, b}}", {"keyword": ("a", "b")}),
    ("@misc{a, keywords={a, b; c}}", {"keyword": ("a, b", "c")}),
    ("@misc{a, langid={english}}", {"language": "english"}),
    ("@misc{a, urldate={2020-01-02}}", {"accessed": Date.on(2020, 1, 2)}),
    ("@book{a, year=2020, origyear={1850}}", {"original_date": Date.on(1850)}),
    (
        '@misc{a, author={A, B}, author+an:orcid={1="0-1"}}',
        {"author": (Name("A", "B", orcid="0-1"),)},
    ),
    ("@misc{a, author={{WHO} and others}}", {"author": (Name(literal="WHO"),)}),
    (
        "@misc{a, eprint={2401.1}, archivePrefix={arXiv}, primaryClass={cs.LG}}",
        {"genre": "preprint", "archive": "arXiv", "archive_location": "2401.1"},
    ),
    ("@article{a, entrysubtype={newspaper}}", {"type": ItemType.ARTICLE_NEWSPAPER}),
    ("@misc{a, abstract={One.\n\nTwo.}}", {"abstract": "One.\n\nTwo."}),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_fields_are_read(text: str, expected: dict[str, object]) -> None:
    reference = entry(text)
    assert {name: getattr(reference, name) for name in expected} == expected


ARTICLE = Reference(
    type=ItemType.ARTICLE_JOURNAL,
    id="a",
    title='The <span class="nocase">DNA</span> of <i>E. coli</i> & H<sub>2</sub>O',
    author=(Name("Berg", "Jan", non_dropping_particle="van der"), Name(literal="WHO")),
    container_title="J",
    container_title_short="J.",
    issued=Date.on(2024, 3, 5),
    volume="3",
    issue="4",
    page="e005678",
    number="e005678",
    DOI="10.1/a_b",
    URL="http://x.org/a_b%7E",
    ISSN="1234-5678",
    PMID="1",
    keyword=("a", "b"),
    et_al=frozenset({"author"}),
    custom=(("file:attachment", {"path": "x.pdf"}),),
)


def test_an_article_is_written() -> None:
    assert write(ARTICLE, "bibtex").text == (
        "@article{a,\n"
        "  author = {van der Berg, Jan and {WHO} and others},\n"
        "  title = {The {DNA} of \\textit{E. coli} \\& H$_{2}$O},\n"
        "  journal = {J},\n"
        "  shortjournal = {J.},\n"
        "  year = {2024},\n"
        "  month = mar,\n"
        "  date = {2024-03-05},\n"
        "  volume = {3},\n"
        "  number = {4},\n"
        "  eid = {e005678},\n"
        "  pages = {e005678},\n"
        "  doi = {10.1/a_b},\n"
        "  url = {http://x.org/a_b%7E},\n"
        "  issn = {1234-5678},\n"
        "  pmid = {1},\n"
        "  keywords = {a, b},\n"
        "  file = {:x.pdf:PDF},\n"
        "}\n"
    )
    assert not write(ARTICLE, "bibtex").losses


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"type": "report", "number": "1", "publisher": "I"}, {"number": "1", "institution": "I"}),
        ({"type": "thesis", "publisher": "U"}, {"school": "U", "type": "Thesis"}),
        ({"type": "chapter", "container_title": "B"}, {"booktitle": "B"}),
        ({"type": "book", "collection_number": "3"}, {"number": "3"}),
        ({"type": "article-journal", "page": "1-10"}, {"pages": "1--10"}),
        ({"issued": "2020-01/2020-02"}, {"month": 'jan # "--" # feb', "date": "2020-01/2020-02"}),
        (
            {"type": "article", "genre": "preprint", "archive": "arXiv", "archive_location": "1.2"},
            {"@": "misc", "eprint": "1.2", "archiveprefix": "arXiv", "eprinttype": "arxiv"},
        ),
        ({"type": "software", "version": "2"}, {"@": "misc", "type": "software", "version": "2"}),
        ({"type": "book", "original_title": "O"}, {"origtitle": "O"}),
    ],
)
def test_fields_are_written_where_they_are_read(
    values: dict[str, str], fields: dict[str, str]
) -> None:
    shown = written(Reference(id="a", **values))  # type: ignore[arg-type]
    assert {key: shown.get(key) for key in fields} == fields


LOST = [
    ({"title": "a  b"}, None, None),
    ({"title": "<b>x"}, None, None),
    ({"id": "a b,c"}, "id", "abc"),
    ({"custom": (("bibtex:a b", "x"),)}, "custom[0]", None),
    ({"custom": (("ris:XX", "x"),)}, "custom[0]", None),
    ({"custom": (("bibtex:title", "y"),), "title": "x"}, "custom[0]", None),
    ({"custom": (("bibtex:x", "{"),)}, None, None),
    ({"custom": (("bibtex:x", {"a": 1}),)}, "custom[0]", None),
    ({"author": (Name("A", "B", dropping_particle="de"),)}, None, None),
]


@pytest.mark.parametrize(("values", "path", "kept"), LOST)
def test_values_that_cannot_be_written_are_losses(
    values: dict[str, object], path: str | None, kept: str | None
) -> None:
    losses = write(Reference(**{"id": "a", **values}), "bibtex").losses  # type: ignore[arg-type]
    if path is None:
        assert not losses
    else:
        assert (losses[0].path, losses[0].kept) == (path, kept)


def test_an_invalid_doi_is_kept_and_reported() -> None:
    result = read("@misc{a, doi={nonsense}}", "bibtex")
    assert result.references[0].DOI == "nonsense"
    assert [d.code for d in result.diagnostics] == [Code.BAD_IDENTIFIER]


# ── real files ────────────────────────────────────────────────────────────────────────────────────


def test_real_files_round_trip(data_folder: Path) -> None:
    """Only losses that are reported differ; what is read again is written in the same way."""
    names = sorted((data_folder / "files" / "bibtex").glob("*.bib"))
    names += sorted((data_folder / "zotero-import").glob("*.bib"))
    assert names
    for name in names:
        was = read(name.read_bytes(), "bibtex", name=name.name)
        out = write(was, "bibtex")
        back = read(out.text, "bibtex")
        assert len(back) == len(was), name
        changed = {loss.index for loss in (*out.losses, *out.losses.respelled)}
        same = [r for i, r in enumerate(assign_ids(was)) if i not in changed]
        assert same == [r for i, r in enumerate(back) if i not in changed], name
        assert write(back, "bibtex").text == out.text, name


def test_and_others_is_not_written_for_zotero() -> None:
    reference = Reference(id="x", author=[Name(family="King")], et_al={"author"})

    written = write(reference, "bibtex", for_="zotero")

    assert "author = {King}," in written.text
    assert [str(loss) for loss in written.losses] == ["<output>: loss: x: author.et-al lost"]


def test_the_place_of_a_conference_is_written_where_biblatex_and_zotero_look_for_it() -> None:
    reference = Reference(type="paper-conference", id="a", event_place="Glasgow")

    text = write(reference, "bibtex").text

    assert text == "@inproceedings{a,\n  venue = {Glasgow},\n  location = {Glasgow},\n}\n"
    assert read(text, "bibtex").references == (reference,)


@pytest.mark.parametrize(
    "text",
    [
        "@phdthesis{a,\n  title = {T},\n  type = {PhD thesis},\n}\n",
        "@phdthesis{a,\n  title = {T},\n}\n",
        "@misc{a,\n  title = {T},\n  url = {http://x.org/a},\n  howpublished = {http://x.org/a},\n}\n",
    ],
)
def test_a_value_in_two_fields_is_written_in_both(text: str) -> None:
    assert write(read(text, "bibtex"), "bibtex").text == text
