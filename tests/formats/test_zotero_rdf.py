"""Zotero RDF: what the rows of its table do not show."""

from __future__ import annotations

import refconv
from refconv import Name
from tests.formats.zotero_rdf.example import HEAD


def read(body: str) -> refconv.Read:
    return refconv.read(f"{HEAD}{body}</rdf:RDF>")


def test_what_contains_an_item_may_stand_elsewhere() -> None:
    found = read(
        '<bib:Article><dcterms:isPartOf rdf:resource="#j"/><dc:title>A</dc:title></bib:Article>'
        '<bib:Journal rdf:about="#j"><dc:title>J</dc:title></bib:Journal>'
        '<bib:BookSection><dcterms:isPartOf rdf:resource="#b"/></bib:BookSection>'
        '<bib:Book rdf:about="#b"><dc:title>B</dc:title></bib:Book>'
    )

    assert (found.format, found.diagnostics) == ("zotero-rdf", ())
    assert [(one.type, one.container_title) for one in found] == [
        ("article-journal", "J"),
        ("chapter", "B"),
    ]


def test_notes_and_attachments_stay_with_their_item() -> None:
    (reference,) = read(
        "<bib:Book><dc:title>A</dc:title><dcterms:isReferencedBy rdf:resource='#n'/>"
        "<link:link rdf:resource='#a'/></bib:Book>"
        "<bib:Memo rdf:about='#n'><rdf:value>&lt;p&gt;Read it&lt;/p&gt;&lt;p&gt;<!---->"
        "&lt;i&gt;twice&lt;/i&gt;.</rdf:value></bib:Memo>"
        "<z:Attachment rdf:about='#a'><z:itemType>attachment</z:itemType>"
        "<rdf:resource rdf:resource='files/1/a.pdf'/></z:Attachment>"
    ).references

    assert reference.annote == "Read it twice."
    assert reference.custom == (("zotero-rdf:attachment", "files/1/a.pdf"),)


def test_others_are_reported() -> None:
    found = read(
        "<bib:Memo><rdf:value>Words.</rdf:value></bib:Memo>"
        "<bib:Journal><dc:title>J</dc:title></bib:Journal><bib:Book><dc:title>B</dc:title></bib:Book>"
    )

    assert [(one.code, one.reason) for one in found.diagnostics] == [
        ("stray-text", "zotero-rdf"), ("stray-text", "xml"),
    ]  # fmt: skip


def test_collections_are_categories() -> None:
    (reference,) = read(
        '<bib:Book rdf:about="#1"><dc:title>A</dc:title></bib:Book><z:Collection>'
        '<dc:title>Botany</dc:title><dcterms:hasPart rdf:resource="#1"/></z:Collection>'
    ).references

    assert reference.categories == ("Botany",)


def test_lines_of_extra_that_are_values() -> None:
    (reference,) = read(
        "<bib:Book><dc:description>Citation Key: moss\nPMID: 12\nA note.</dc:description>"
        "</bib:Book>"
    ).references

    assert (reference.id, reference.PMID, reference.note) == ("moss", "12", "A note.")


def test_institutions_and_other_roles() -> None:
    (reference,) = read(
        "<bib:Book><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lake Board"
        "</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>"
        "<z:counsels><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Roe</foaf:surname>"
        "<foaf:givenname>Kim</foaf:givenname></foaf:Person></rdf:li></rdf:Seq></z:counsels></bib:Book>"
    ).references

    assert reference.author == (Name(literal="Lake Board"),)
    assert reference.custom == (("zotero-rdf:counsel", "Roe, Kim"),)


def test_a_file_that_is_cut() -> None:
    found = refconv.read(f"{HEAD}<bib:Book><dc:title>A</dc:title></bib:Book><bib:Book><dc:ti")

    assert [one.title for one in found][:1] == ["A"]
    assert [one.code for one in found.diagnostics] == ["syntax"]


def test_a_journal_that_is_part_of_itself_ends() -> None:
    (reference,) = read(
        '<bib:Article><dcterms:isPartOf rdf:resource="#j"/><dc:title>A</dc:title></bib:Article>'
        '<bib:Journal rdf:about="#j"><dcterms:isPartOf rdf:resource="#j"/><dc:title>J</dc:title>'
        "</bib:Journal>"
    )

    assert (reference.title, reference.container_title) == ("A", "J")
