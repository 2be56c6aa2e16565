"""Word files: what is read from where, and each work once."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from html import escape
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.codes import Code, Severity
from tests.documents.builders import (
    LAKES,
    LAKES_PRINTED,
    RIVERS,
    RIVERS_PRINTED,
    SANDS_PRINTED,
    W,
    citation,
    complex_field,
    control,
    docx,
    mark,
    paragraph,
    run,
    word_sources,
    zipped,
    zotero,
)

WIND = (
    "<b:Tag>Hal18</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author>"
    "<b:NameList><b:Person><b:Last>Hale</b:Last><b:First>Nora</b:First></b:Person></b:NameList>"
    "</b:Author></b:Author><b:Title>Wind over water</b:Title><b:JournalName>Sea Studies"
    "</b:JournalName><b:Year>2018</b:Year>"
)
BIBL = 'ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY'


def titles(data: bytes) -> list[str]:
    return [reference.title for reference in refconv.read(data)]


def listed(field: str, *entries: str) -> list[str]:
    """Return the paragraphs of a field that prints a list."""
    first, *rest = entries
    start = mark("begin") + code_of(field) + mark("separate") + run(first)
    return [f"<w:p>{start}</w:p>", *map(paragraph, rest), f"<w:p>{mark('end')}</w:p>"]


def code_of(text: str) -> str:
    return complex_field(text).split("</w:r>")[1] + "</w:r>"


# ── the printed list ──────────────────────────────────────────────────────────────────────────────


def test_a_list_is_found_by_its_paragraphs() -> None:
    read = refconv.read(docx(["A thesis", "Rivers are long.", "References", RIVERS_PRINTED,
                              LAKES_PRINTED]))  # fmt: skip

    assert [r.title for r in read] == ["Rivers of the north", "Lakes and seas"]
    assert [(o.carrier, o.paragraph) for o in read.origins] == [("docx", 4), ("docx", 5)]
    assert read.diagnostics == ()


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("Bibliography", ""),
        ("Literaturverzeichnis", "Bibliography"),
        ("EndNoteBibliography", ""),
        ("CitaviBibliographyEntry", ""),
        ("a7", "bibliography"),
    ],
)
def test_a_style_says_that_a_paragraph_is_a_reference(style: str, name: str) -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="{style}">'
        f'<w:name w:val="{name or style}"/></w:style></w:styles>'
    )
    file = docx(
        [*("A sentence stands here, in 2004.",) * 3, paragraph("Moors. 1999.", style=style)],
        {"word/styles.xml": styles},
    )

    (origin,) = refconv.read(file).origins

    assert origin.found is not None
    assert origin.found.text == "Moors. 1999."


def test_automatic_numbers_are_those_that_word_prints() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    entries = [f"<w:p>{number}{run(one)}</w:p>" for one in (RIVERS_PRINTED, LAKES_PRINTED)]

    read = refconv.read(docx(["References", *entries], {"word/numbering.xml": numbering}))

    assert [o.found.number for o in read.origins if o.found] == ["1", "2"]


def test_a_row_of_a_table_is_a_number_and_a_reference() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(f'[{i}]')}</w:tc><w:tc>{paragraph(one)}</w:tc></w:tr>"
        for i, one in enumerate((RIVERS_PRINTED, LAKES_PRINTED), 1)
    )
    read = refconv.read(docx(["References", f"<w:tbl>{rows}</w:tbl>"]))

    assert [(r.title, o.found.number) for r, o in zip(read, read.origins, strict=True) if o.found] \
        == [("Rivers of the north", "1"), ("Lakes and seas", "2")]  # fmt: skip


# ── embedded records ──────────────────────────────────────────────────────────────────────────────


def test_a_cited_work_and_its_string_are_one_reference() -> None:
    file = docx(
        [
            paragraph("See ", zotero(RIVERS, pieces=9), " and again ", zotero(RIVERS), "."),
            *listed(BIBL, RIVERS_PRINTED, SANDS_PRINTED),
        ]
    )
    read = refconv.read(file)

    assert [r.title for r in read] == ["Rivers of the north", "Sands and their winds"]
    assert read.references[0].author[0].given == "Ada"
    assert [(o.field, o.paragraph) for o in read.origins] == [("Zotero field", 2), ("", 3)]
    assert read.diagnostics == ()


def test_a_list_that_is_not_printed() -> None:
    assert titles(docx([paragraph(zotero(RIVERS, LAKES)), paragraph(zotero(LAKES))])) == [
        "Rivers of the north",
        "Lakes and seas",
    ]


NOTES = (
    f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{paragraph(zotero(LAKES))}</w:footnote></w:footnotes>'
)
CODE = f"ITEM CSL_CITATION {citation(RIVERS)}"
CUSTOM = "".join(
    f'<property name="ZOTERO_BREF_abc_{i}"><vt:lpwstr>{escape(part)}</vt:lpwstr></property>'
    for i, part in ((2, CODE[200:]), (1, CODE[:200]))
)
TRANSFERRED = run(f"ITEM CSL_CITATION {citation(RIVERS)}")
MARKED = (
    '<w:bookmarkStart w:id="7" w:name="ZOTERO_BREF_abc"/>'
    f'{run("(Ng 2001)")}<w:bookmarkEnd w:id="7"/>'
)
PROPERTIES = (
    '<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f"{CUSTOM}</Properties>"
)

PLACES = [
    ("in a footnote", docx(["Text."], {"word/footnotes.xml": NOTES}), ["Lakes and seas"]),
    (
        "by a bookmark",
        docx([f"<w:p>{MARKED}</w:p>"], {"docProps/custom.xml": PROPERTIES}),
        ["Rivers of the north"],
    ),
    (
        "in a link, on the way to another program",
        docx(
            [
                "ZOTERO_TRANSFER_DOCUMENT",
                f"<w:p><w:hyperlink>{TRANSFERRED}</w:hyperlink></w:p>",
                f"<w:p><w:hyperlink>{run('DOCUMENT_PREFERENCES {}')}</w:hyperlink></w:p>",
            ]
        ),
        ["Rivers of the north"],
    ),
    (
        "in a simple field",
        docx(
            [
                '<w:p><w:fldSimple w:instr="'
                + f"ADDIN ZOTERO_ITEM CSL_CITATION{citation(RIVERS)}".replace('"', "&quot;")
                + f'">{run("(1)")}</w:fldSimple></w:p>'
            ]
        ),
        ["Rivers of the north"],
    ),
    (
        "in another field",
        docx([paragraph(complex_field("HYPERLINK x", "", inner=zotero(RIVERS)))]),
        ["Rivers of the north"],
    ),
    (
        "over paragraphs",
        docx(
            [
                f"<w:p>{mark('begin')}{code_of('ADDIN ZOTERO_ITEM CSL_CITATION ')}</w:p>",
                f"<w:p>{code_of(citation(RIVERS))}{mark('end')}</w:p>",
            ]
        ),
        ["Rivers of the north"],
    ),
    (
        "deleted",
        docx([f"<w:p><w:del>{zotero(RIVERS)}</w:del><w:ins>{zotero(LAKES)}</w:ins></w:p>"]),
        ["Lakes and seas"],
    ),
    (
        "in a text box, which stands there twice",
        docx(
            [
                "<w:p><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>"
                f"{paragraph(zotero(LAKES))}</w:txbxContent></mc:Choice><mc:Fallback>"
                f"{paragraph(zotero(RIVERS))}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
            ]
        ),
        ["Lakes and seas"],
    ),
    (
        "of Word itself, cited or not, in any part",
        docx([paragraph(complex_field(r"CITATION Hal18 \l 1033"))],
             {"customXml/item1.xml": "<x/>", "customXml/item4.xml": word_sources(WIND)}),
        ["Wind over water"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("place", "file", "expected"), PLACES, ids=[place for place, *_ in PLACES])
def test_where_a_record_may_stand(place: str, file: bytes, expected: list[str]) -> None:
    read = refconv.read(file)

    assert [reference.title for reference in read] == expected, place
    assert read.diagnostics == ()


def test_words_sources_keep_their_tags() -> None:
    other = WIND.replace("Hal18", "Hal19").replace("Wind over water", "Calm over water")
    file = docx(
        [paragraph(complex_field(r"CITATION Nobody \m Hal19 \l 1033"))],
        {"customXml/item1.xml": word_sources(WIND, other)},
    )
    read = refconv.read(file)

    assert [(r.id, o.field) for r, o in zip(read, read.origins, strict=True)] == [
        ("Hal18", "Word source"),
        ("Hal19", "Word source, cited"),
    ]


def test_a_file_may_mix_programs() -> None:
    file = docx(
        [
            paragraph(zotero(RIVERS)),
            paragraph(control("MENDELEY_BIBLIOGRAPHY", paragraph(RIVERS_PRINTED))),
        ],
        {"customXml/item1.xml": word_sources(WIND)},
    )
    assert sorted(titles(file)) == ["Rivers of the north", "Wind over water"]


# ── damage ────────────────────────────────────────────────────────────────────────────────────────

WHOLE = docx(
    [paragraph(zotero(RIVERS)), "References", RIVERS_PRINTED, LAKES_PRINTED],
    {"customXml/item1.xml": word_sources(WIND)},
)


def test_a_file_that_breaks_off_is_read_from_what_is_left() -> None:
    end = WHOLE.index(b"PK\x01\x02")

    read = refconv.read(WHOLE[:end])

    assert "Rivers of the north" in [r.title for r in read]
    assert [(d.code, d.reason) for d in read.diagnostics] == [(Code.DOCUMENT, "archive")]


def test_xml_that_breaks_off_is_read_up_to_there() -> None:
    text = f'<w:document xmlns:w="{W}"><w:body>{paragraph(zotero(RIVERS))}<w:p>'
    read = refconv.read(zipped({"word/document.xml": text}))

    assert [r.title for r in read] == ["Rivers of the north"]
    assert [d.reason for d in read.diagnostics] == ["xml"]


def test_a_damaged_code_gives_what_is_whole() -> None:
    broken = f"ADDIN ZOTERO_ITEM CSL_CITATION {citation(RIVERS, LAKES)}"[:-60]
    read = refconv.read(docx([paragraph(complex_field(broken))]))

    assert [r.title for r in read] == ["Rivers of the north", "Lakes and seas"]
    assert [d.message for d in read.diagnostics] == [
        "a damaged Zotero field (works that could be read: 2)"
    ]


def test_an_archive_that_is_no_word_file_is_reported() -> None:
    read = refconv.read(zipped({"word/documents.txt": "no document"}), "docx")

    assert [(d.code, d.severity) for d in read.diagnostics] == [(Code.DOCUMENT, Severity.ERROR)]


def test_a_bomb_is_not_unpacked() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 200_000_000)

    read = refconv.read(buffer.getvalue())

    assert "part-large" in [d.reason for d in read.diagnostics]


def test_entities_are_never_expanded() -> None:
    text = (
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
        f'<w:document xmlns:w="{W}"><w:body>{paragraph(zotero(RIVERS))}</w:body></w:document>'
    )
    assert titles(zipped({"word/document.xml": text})) == ["Rivers of the north"]


@given(place=st.integers(0, len(WHOLE) - 1), value=st.integers(0, 255))
def test_a_changed_byte_never_raises(place: int, value: int) -> None:
    changed = bytes((*WHOLE[:place], value, *WHOLE[place + 1 :]))

    read = refconv.read(changed, name="a.docx")

    # Whatever is missing is reported.
    assert len(read) == 3 or read.diagnostics


@given(end=st.integers(0, len(WHOLE)))
def test_a_file_that_is_cut_never_raises_and_is_reported(end: int) -> None:
    read = refconv.read(WHOLE[:end], "docx")

    assert len(read) == 3 or read.diagnostics


# ── what is typed by hand ─────────────────────────────────────────────────────────────────────────


def with_notes(paragraphs: Iterable[str], *notes: str) -> bytes:
    """Return a Word file with footnotes."""
    inner = "".join(f"<w:footnote>{paragraph(note)}</w:footnote>" for note in notes)
    part = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator"/>{inner}</w:footnotes>'
    return docx(paragraphs, {"word/footnotes.xml": part})


FOOTNOTES = [
    "See Vic Quo, Sands and Their Winds (Leeds: Salt Press, 1987), 34–36.",
    "Quo, Sands, 12.",
    "Ibid., 14.",
    "Hale, Nora. “Wind over Water.” Sea Studies 12, no. 3 (2018): 45–67; Karl Muir: Salz und Stadt,"
    " Göttingen 1990, S. 45.",
    "I thank Nora Hale for reading this in 2001, and for all her help.",
    "The text was found in 1950 and is now in the archive of Oulu.",
    "Smith (2001, p. 111) says otherwise.",
]
IN_FOOTNOTES = ["Sands and Their Winds", "Wind over Water", "Salz und Stadt"]


@pytest.mark.parametrize(
    ("paragraphs", "others"),
    [
        (["Rivers are long."], []),
        (["References", RIVERS_PRINTED, LAKES_PRINTED], ["Rivers of the north", "Lakes and seas"]),
        ([paragraph(zotero(RIVERS))], ["Rivers of the north"]),
        ([paragraph(LAKES_PRINTED, style="Bibliography")], ["Lakes and seas"]),
    ],
)
def test_footnotes_name_works_whatever_else_the_file_has(
    paragraphs: list[str], others: list[str]
) -> None:
    read = refconv.read(with_notes(["A thesis", *paragraphs], *FOOTNOTES))

    assert [reference.title for reference in read] == [*others, *IN_FOOTNOTES]
    assert read.diagnostics == ()


def test_a_note_that_prints_a_stored_work_is_no_other_work() -> None:
    note = "Ada Ng, “Rivers of the North,” Nature 3 (2001): 4."

    assert titles(with_notes([paragraph(zotero(RIVERS))], note, note)) == ["Rivers of the north"]


def test_a_list_beside_the_marked_one_is_read() -> None:
    marked = paragraph(LAKES_PRINTED, style="Bibliography")

    read = refconv.read(docx([marked, "Further reading", "References", RIVERS_PRINTED,
                              SANDS_PRINTED]))  # fmt: skip

    assert [reference.title for reference in read] == [
        "Lakes and seas",
        "Rivers of the north",
        "Sands and their winds",
    ]


def test_a_reference_in_the_text_beside_stored_works_is_reported() -> None:
    typed = "Hale N. Wind over water. Sea Studies. 2018;12(3):44-52."

    read = refconv.read(docx(["A thesis", typed, paragraph(zotero(RIVERS))]))

    assert [(one.code, one.line) for one in read.diagnostics] == [(Code.UNLISTED_REFERENCE, 2)]


LINK = (
    '<Relationships><Relationship Id="rId5" Target="https://paperpile.com/c/ab/cd"'
    ' TargetMode="External"/></Relationships>'
)


def test_links_of_paperpile_hold_no_work() -> None:
    link = f'<w:hyperlink r:id="rId5" xmlns:r="r">{run("(Ng 2001)")}</w:hyperlink>'

    read = refconv.read(
        docx([paragraph(link, " and ", link), "References", RIVERS_PRINTED],
             {"word/_rels/document.xml.rels": LINK})
    )  # fmt: skip

    assert [reference.title for reference in read] == ["Rivers of the north"]
    (found,) = read.diagnostics
    assert "citations of Paperpile without their works: 2" in found.message


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("As {Smith, 2010 #12; Lee, 2011 #15} and {Ng, 2001 #3}.", "EndNote or Bookends", 2),
        ("As {Smith, 2010, #12} says.", "EndNote or Bookends", 1),
        ("As {{12 Smith 2010}} says.", "RefWorks", 1),
        ("As { | Smith, 2010 | | |zu:12:AB3CD4} says.", "Zotero's RTF scan", 1),
    ],
)
def test_citations_that_are_not_formatted_are_reported(text: str, kind: str, count: int) -> None:
    read = refconv.read(docx([text, "References", RIVERS_PRINTED]))

    (found,) = read.diagnostics
    assert (found.reason, found.data["kind"], found.data["count"]) == ("unformatted", kind, count)


@pytest.mark.parametrize(
    "texts",
    [
        ["So (Ng, 2001).", "And (Roe & Ng, 2010, p. 3).", "All (Hale et al., 1999; Ng, 2001)."],
        ["So it is [1].", "And this [2, 3].", "All of it [4-6]."],
    ],
)
def test_citations_without_a_list_are_reported(texts: list[str]) -> None:
    (found,) = refconv.read(docx(texts)).diagnostics

    assert (found.code, found.reason, found.line) == (Code.NO_REFERENCES, "citations", 1)
