"""The rules of BibTeX, in their order; each is tested beside those of all formats."""

from __future__ import annotations

import pytest

import refconv
from refconv import Name, Reference
from refconv.clients.zotero.stored import stored
from refconv.core.rules import TypeRule
from refconv.formats.bibtex import rules
from refconv.formats.bibtex.rules import rules_for
from refconv.values.embedded_identifiers import ARXIV_ELSEWHERE, IDENTIFIERS_IN_NOTES

ROE = (Name(family="Roe", given="Kim"),)


@pytest.mark.parametrize(
    ("thesis", "native", "degree"),
    [
        ("phdthesis", "phdthesis", "PhD thesis"),
        ("phdthesis", "mastersthesis", "Master's thesis"),
        ("thesis", "thesis", "Licentiate"),
    ],
)
def test_the_degree_of_a_thesis(thesis: str, native: str, degree: str) -> None:
    rule = next(rule for rule in rules_for(thesis) if rule.name == "degree of a thesis")
    reference = Reference("thesis", genre=degree)
    written = reference if degree == "Licentiate" else Reference("thesis")
    custom = [("bibtex:@type", native)] if native != thesis else []

    assert isinstance(rule, TypeRule)
    assert rule.encode is not None
    assert rule.decode is not None
    assert rule.encode(reference, native) == written
    read = rule.decode(written.changed(custom=custom))
    assert read == reference.changed(custom=custom)


def test_the_rules_have_an_order() -> None:
    degree, subtype = rules_for("thesis")[-2:]

    assert rules_for("thesis")[:-2] == (
        rules.NUMBERS,
        IDENTIFIERS_IN_NOTES,
        ARXIV_ELSEWHERE,
        rules.PUBMED,
        rules.DATABASE,
        rules.FILES,
        rules.TIDY,
        rules.ADDRESS,
        rules.PLACES,
        rules.ARTICLE_NUMBER,
        rules.EDITOR_TYPE,
    )
    assert degree.name == "degree of a thesis"
    assert subtype is rules.SUBTYPE


# (fields of an entry, values of its reference)
READ = [
    ("@misc{a, howpublished = {\\url{https://x.org/a}}}", {"URL": "https://x.org/a"}),
    ("@misc{a, bdsk-url-1 = {https://x.org/a}}", {"URL": "https://x.org/a"}),
    ("@misc{a, howpublished = {Vinyl}}", {"URL": "", "medium": "Vinyl"}),
    (
        "@inproceedings{a, location = {Rome}, address = {Paris}}",
        {"event_place": "Rome", "publisher_place": "Paris"},
    ),
    ("@book{a, editor = {Roe, Kim}, editortype = {compiler}}", {"compiler": ROE, "editor": ()}),
    ("@book{a, editor = {Roe, Kim}, editortype = {other}}", {"editor": ROE}),
    ("@article{a, entrysubtype = {newspaper}}", {"type": "article-newspaper"}),
    ("@article{a, entrysubtype = {map}}", {"type": "article-journal"}),
    ("@misc{a, type = {dataset}}", {"type": "dataset", "genre": ""}),
    ("@misc{a, type = {flyer}}", {"type": "document", "genre": "flyer"}),
    (
        "@misc{a, eprint = {2101.00001}, archiveprefix = {arXiv}}",
        {"type": "article", "genre": "preprint"},
    ),
    ("@mastersthesis{a}", {"type": "thesis", "genre": "Master's thesis"}),
    ("@article{a, pages = {e12}}", {"page": "e12", "number": "e12"}),
]


@pytest.mark.parametrize(("entry", "values"), READ)
def test_what_the_rules_read(entry: str, values: dict[str, object]) -> None:
    (reference,) = refconv.read(entry, "bibtex").references

    assert {name: getattr(reference, name) for name in values} == values


PRINTED = [
    ("[Online]. Available: https://x.org/z", "https://x.org/z"),
    ("Available at \\url{http://x.org/a_b}.", "http://x.org/a_b"),
    ("\\href{https://x.org/a}{the page}", "https://x.org/a"),
    ("Leaflet", ""),
]


@pytest.mark.parametrize(("printed", "address"), PRINTED)
def test_an_address_in_howpublished_is_that_of_the_work(printed: str, address: str) -> None:
    read = refconv.read(f"@misc{{a, howpublished = {{{printed}}}}}", "bibtex")

    assert read.references[0].URL == address
    written = refconv.write(read, "bibtex")
    assert written.losses == ()
    assert refconv.read(written.text, "bibtex").references == read.references


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        # Zotero makes a line "Backup Publisher" of a second publisher.
        ("publisher = {P}, organization = {O}", {"publisher": "P"}),
        ("organization = {O}", {"publisher": "O"}),
        ("rights = {CC}", {"rights": "CC"}),
        # Only some archives are known; it makes lines with an underscore of others.
        ("eprint = {1}, eprinttype = {Other}", {}),
    ],
)
def test_zotero_is_given_no_field_that_it_makes_a_line_of(
    entry: str, fields: dict[str, str]
) -> None:
    text = refconv.write(
        refconv.read(f"@book{{a, {entry}}}", "bibtex"), "bibtex", for_="zotero"
    ).text

    (item,) = stored(text, "bibtex")

    assert (dict(item.fields), item.extra) == (fields, ())


def test_zotero_divides_no_keyword() -> None:
    reference = Reference(type="book", keyword=("c; d", "e"))

    written = refconv.write(reference, "bibtex", for_="zotero")

    assert stored(written.text, "bibtex")[0].tags == {"c; d", "e"}
    assert written.losses == ()


def test_a_comma_in_a_keyword_is_a_low_quote_for_zotero() -> None:
    written = refconv.write(Reference(type="book", keyword=("a, b",)), "bibtex", for_="zotero")

    assert stored(written.text, "bibtex")[0].tags == {"a\u201a b"}
    assert [loss.path for loss in written.losses] == ["keyword"]
