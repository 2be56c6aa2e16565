"""EndNote's XML, read and written."""

from __future__ import annotations

import re
from xml.parsers import expat

import pytest

import refconv
from refconv import Code, Date, Name, Reference


def file(*records: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><xml><records>{"".join(records)}</records></xml>'


def record(content: str, kind: str = '<ref-type name="Journal Article">17</ref-type>') -> str:
    return f"<record>{kind}{content}</record>"


def one(content: str, kind: str = "Journal Article") -> Reference:
    text = file(record(content, f'<ref-type name="{kind}">0</ref-type>'))
    (reference,) = refconv.read(text, "endnote-xml").references
    return reference


ARTICLE = """
<contributors><authors>
  <author><style face="normal" font="default" size="100%">Curie, Marie</style></author>
  <author><style face="normal" font="default" size="100%">WHO,</style></author>
</authors></contributors>
<titles>
  <title><style face="normal">Growth of </style><style face="italic">E. coli</style><style
    face="normal"> in H</style><style face="subscript">2</style><style>O</style></title>
  <secondary-title><style>J Biol Chem</style></secondary-title>
</titles>
<periodical><full-title>Journal of Biological Chemistry</full-title>
<abbr-1>J Biol Chem</abbr-1></periodical>
<pages>1101-3</pages><volume>126</volume><number>3</number>
<keywords><keyword>radium</keyword><keyword>polonium</keyword></keywords>
<dates><year>1898</year><pub-dates><date>Jul 18</date></pub-dates></dates>
<isbn>0001-4036</isbn><accession-num>24381239</accession-num>
<electronic-resource-num>10.1000/rays</electronic-resource-num>
<abstract>First paragraph.&#xD;Second
          one.</abstract>
<label>curie1898</label>
<urls><related-urls><url>https://example.org/</url></related-urls></urls>
<custom2>PMC3539183</custom2>
"""


def test_an_article() -> None:
    read = refconv.read(file(record(ARTICLE)), "endnote-xml")

    assert read.diagnostics == ()
    assert read.references == (
        Reference(
            type="article-journal",
            id="curie1898",
            author=(Name(family="Curie", given="Marie"), Name(literal="WHO")),
            title="Growth of <i>E. coli</i> in H<sub>2</sub>O",
            container_title="Journal of Biological Chemistry",
            container_title_short="J Biol Chem",
            volume="126",
            issue="3",
            page="1101-3",
            issued="1898-07-18",
            ISSN="0001-4036",
            DOI="10.1000/rays",
            PMID="24381239",
            PMCID="PMC3539183",
            URL="https://example.org/",
            keyword=("radium", "polonium"),
            abstract="First paragraph.\nSecond one.",
        ),
    )


def test_text_is_written_in_styles_and_elements_in_order() -> None:
    reference = refconv.read(file(record(ARTICLE)), "endnote-xml").references[0]

    written = refconv.write(reference, "endnote-xml")

    style = '<style face="normal" font="default" size="100%">'
    assert written.losses == ()
    assert '<ref-type name="Journal Article">17</ref-type>' in written.text
    assert f"<author>{style}WHO,</style></author>" in written.text
    assert f"<label>{style}curie1898</style></label>" in written.text
    assert "First paragraph.&#xD;Second one." in written.text
    assert '<style face="italic" font="default" size="100%">E. coli</style>' in written.text
    order = [
        "<ref-type",
        "<contributors>",
        "<titles>",
        "<periodical>",
        "<pages>",
        "<dates>",
        "<urls>",
    ]
    places = [written.text.index(tag) for tag in order]
    assert places == sorted(places)


# As the document type of EndNote's XML has them; last what it has not.
ORDER = """
    database source-app rec-number foreign-keys ref-type
    contributors/authors contributors/secondary-authors contributors/tertiary-authors
    contributors/subsidiary-authors contributors/translated-authors contributors/others
    auth-address auth-affiliation
    titles/title titles/secondary-title titles/tertiary-title titles/alt-title titles/short-title
    titles/translated-title titles/others
    periodical/full-title periodical/abbr-1 periodical/others alt-periodical
    pages volume number issue secondary-volume secondary-issue num-vols edition section
    reprint-edition reprint-status keywords dates/year dates/pub-dates dates/others pub-location
    publisher orig-pub isbn accession-num call-num report-id coden electronic-resource-num abstract
    label image caption notes research-notes work-type reviewed-item availability remote-source
    meeting-place work-location work-extent pack-method size repro-ratio remote-database-name
    remote-database-provider language
    urls/web-urls urls/pdf-urls urls/text-urls urls/related-urls urls/image-urls urls/others
    access-date modified-date custom1 custom2 custom3 custom4 custom5 custom6 custom7
    misc1 misc2 misc3 others
""".split()


def test_elements_are_written_in_the_order_of_the_document_type() -> None:
    content = ""
    for path in reversed(ORDER):
        # No variable takes what stands deeper.
        names = [path] if path == "label" else [*path.split("/"), "part"]
        begin, end = "><".join(names), "></".join(reversed(names))
        content += f"<{begin}>{path}</{end}>" if path != "ref-type" else ""

    text = refconv.write(one(content), "endnote-xml").text

    assert re.findall(r"(?<=>)[a-z][\w/-]*(?=</)|ref-type(?= )", text) == ORDER


def test_for_zotero_values_are_written_where_it_reads_them() -> None:
    reference = refconv.read(file(record(ARTICLE)), "endnote-xml").references[0]

    text = refconv.write(reference, "endnote-xml", for_="zotero").text

    assert "<web-urls><url>" in text
    assert "<issue>" in text
    assert "<alt-title>" not in text
    # Zotero would make a note of an accession number, and has another name for what provides it.
    left_out = reference.changed(PMID="", source="", archive=reference.source)
    assert refconv.read(text, "endnote-xml").references == (left_out,)


def test_an_element_without_a_field_is_kept_with_its_attributes_and_written_again() -> None:
    content = (
        '<database name="A.enl" path="/a">A.enl</database><rec-number>7</rec-number>'
        '<foreign-keys><key app="EN" db-id="x">7</key><key app="ENWeb">8</key></foreign-keys>'
        "<titles><title>T</title></titles><caption>Fig</caption><unknown><deep>er</deep></unknown>"
    )
    read = refconv.read(file(record(content)), "endnote-xml")

    assert read.references[0].custom == (
        ("endnote-xml:database", "A.enl"),
        ("endnote-xml:database@name", "A.enl"),
        ("endnote-xml:database@path", "/a"),
        ("endnote-xml:rec-number", "7"),
        ("endnote-xml:foreign-keys/key", "7"),
        ("endnote-xml:foreign-keys/key@app", "EN"),
        ("endnote-xml:foreign-keys/key@db-id", "x"),
        ("endnote-xml:foreign-keys/key", "8"),
        ("endnote-xml:foreign-keys/key@app", "ENWeb"),
        ("endnote-xml:caption", "Fig"),
        ("endnote-xml:unknown/deep", "er"),
    )
    written = refconv.write(read, "endnote-xml")
    assert written.losses == ()
    assert '<database name="A.enl" path="/a">A.enl</database>' in written.text
    assert refconv.read(written.text).references == refconv.assign_ids(read)


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        ("database", "My.enl", "<database>My.enl</database>"),
        ("source-app", "EndNote", "<source-app>EndNote</source-app>"),
        ("rec-number", "12", "<rec-number>12</rec-number>"),
        ("foreign-keys/key", "7", "<foreign-keys><key>7</key>"),
        ("caption", "Fig", '<caption><style face="normal" font="default" size="100%">Fig</style>'),
    ],
)
def test_elements_about_the_record_have_no_style(key: str, value: str, written: str) -> None:
    reference = Reference("book", "a", title="T", custom=[(f"endnote-xml:{key}", value)])
    result = refconv.write([reference], "endnote-xml")
    assert written in result.text
    assert result.losses == ()


@pytest.mark.parametrize("key", ["style", "record", "titles/style", "titles/record/title"])
def test_no_other_element_has_the_name_of_a_record_or_a_style(key: str) -> None:
    entry = (f"endnote-xml:{key}", "x")
    result = refconv.write([Reference("book", "a", title="T", custom=[entry])], "endnote-xml")
    assert [(loss.path, loss.value) for loss in result.losses] == [("custom[0]", entry)]
    assert ">x<" not in result.text


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ('<ref-type name="Book">6</ref-type>', "book"),
        ('<ref-type name="Book">999</ref-type>', "book"),
        ("<ref-type>32</ref-type>", "thesis"),
        ('<ref-type name="electronic article">43</ref-type>', "article-journal"),
        ('<ref-type name="Podcast">0</ref-type>', "broadcast"),
        ("", "document"),
    ],
)
def test_the_type_depends_on_its_name_then_on_its_number(kind: str, expected: str) -> None:
    (reference,) = refconv.read(file(record("", kind)), "endnote-xml").references

    assert reference.type == expected


@pytest.mark.parametrize(
    ("content", "variable", "value"),
    [
        ("<titles><alt-title>J. A.</alt-title></titles>", "container_title_short", "J. A."),
        ("<issue>4</issue>", "issue", "4"),
        ("<edition>2015/03/04</edition>", "available_date", Date.on(2015, 3, 4)),
        ("<custom7>e17</custom7>", "page", "e17"),
        ("<isbn>0001-4036&#xD;1234-5679</isbn>", "ISSN", "0001-4036, 1234-5679"),
        ("<dates><year>2018</year><month>12</month></dates>", "issued", Date.on(2018, 12)),
        ("<titles><title>A &amp; B &lt; C</title></titles>", "title", "A & B < C"),
        ("<titles><title>&lt;i&gt;A&lt;/i&gt;</title></titles>", "title", "<i>A</i>"),
        ("<titles><title>A<style face='italic'/>B</title></titles>", "title", "AB"),
        ("<language><style>English\n   </style></language>", "language", "English"),
    ],
)
def test_elements_and_variables(content: str, variable: str, value: object) -> None:
    assert getattr(one(content), variable) == value


RUNS = [
    ("plain", '<style face="normal">plain</style>'),
    ("<i>a</i> b", '<style face="italic">a</style><style face="normal"> b</style>'),
    (
        "<b>a<i>b</i></b>",
        '<style face="bold">a</style><style face="bold italic">b</style>',
    ),
    ("x<sup>2</sup>", '<style face="normal">x</style><style face="superscript">2</style>'),
]


@pytest.mark.parametrize(("text", "xml"), RUNS)
def test_rich_text_is_runs_of_styles(text: str, xml: str) -> None:
    written = refconv.write(Reference(id="a", title=text), "endnote-xml")

    assert f"<title>{xml}</title>" in written.text.replace(' font="default" size="100%"', "")
    assert one(f"<titles><title>{xml}</title></titles>").title == text
    assert written.losses == ()


def test_markup_without_a_face_of_endnotes_is_a_loss() -> None:
    title = '<span style="font-variant:small-caps;">DNA</span>'
    written = refconv.write(Reference(id="a", title=title), "endnote-xml")

    assert [(loss.path, loss.kept) for loss in written.losses] == [("title", "DNA")]


def test_a_span_against_a_change_of_case_is_left_out_and_is_no_loss() -> None:
    title = '<span class="nocase">DNA</span>'
    losses = refconv.write(Reference(id="a", title=title), "endnote-xml").losses

    assert [(loss.path, loss.kept) for loss in losses.respelled] == [("title", "DNA")]
    assert not losses


@pytest.mark.parametrize("code", [0, 8, 0x0B, 0x0E, 0x1B, 0x1F, 0xD800, 0xFFFE, 0xFFFF])
def test_any_characters_are_written_as_legal_xml(code: int) -> None:
    reference = Reference(id="a", title=f"a{chr(code)}b", keyword=(f"c{chr(code)}",))

    text = refconv.write(reference, "endnote-xml").text

    assert expat.ParserCreate().Parse(text.encode(), True) == 1


def test_records_that_are_not_closed() -> None:
    text = "<xml><records><record><pages>1</pages><record><pages>2</pages></record></records></xml>"
    read = refconv.read(text, "endnote-xml")

    assert [reference.page for reference in read] == ["1", "2"]
    assert {one.code for one in read.diagnostics} == {Code.MISSING_TYPE, Code.UNCLOSED_ENTRY}
