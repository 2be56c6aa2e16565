"""The text of a part of a Word file, event by event."""

from __future__ import annotations

import pytest

from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Paragraphs
from refconv.documents.office.word_body import Shared, WordBody
from refconv.documents.office.word_numbering import Numbering
from refconv.documents.xml_events import parse
from tests.documents.builders import W, complex_field, control, mark, paragraph, run

FACES = '<w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t>in vivo</w:t></w:r>'
LOW = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'


def read(*paragraphs: str) -> Shared:
    shared = Shared(Paragraphs(), Codes(), Numbering(), frozenset({"list"}), {})
    body = WordBody(shared, {})
    parse(f'<w:b xmlns:w="{W}">{"".join(paragraphs)}</w:b>'.encode(), body)
    body.close()
    return shared


TEXTS = [
    (paragraph("a", "b"), ["ab"]),
    (f"<w:p>{run('a')}<w:r><w:tab/><w:br/><w:t>b</w:t></w:r></w:p>", ["a\t\nb"]),
    (paragraph("a", complex_field("PAGE", "7"), "b"), ["a7b"]),
    (paragraph(mark("begin"), "not shown", mark("end"), "b"), ["b"]),
    (paragraph(mark("end"), "b"), ["b"]),
    (f"<w:p><w:del>{run('a')}</w:del><w:moveFrom>{run('b')}</w:moveFrom>{run('c')}</w:p>", ["c"]),
    (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('c')}</w:p>", ["c"]),
    (paragraph(control("any", "c")), ["c"]),
    (f"<w:p>{run('outer')}<w:pict>{paragraph('inner')}</w:pict></w:p>", ["inner", "outer"]),
]


@pytest.mark.parametrize(("xml", "expected"), TEXTS)
def test_texts(xml: str, expected: list[str]) -> None:
    assert [one.text for one in read(xml).paragraphs.all] == expected


def test_paragraphs_of_a_list() -> None:
    shared = read(
        paragraph("before"),
        f"<w:p>{mark('begin')}{complex_field('x')[:0]}<w:r><w:instrText>BIBLIOGRAPHY</w:instrText>"
        f"</w:r>{mark('separate')}{run('one')}</w:p>",
        paragraph("two"),
        f"<w:p>{mark('end')}{run('after')}</w:p>",
        paragraph(control("CitaviBibliography", paragraph("three"))),
        paragraph("four", style="list"),
        paragraph("five"),
    )
    items = [one.text for one in shared.paragraphs.all if one.is_item]

    assert items == ["one", "two", "three", "four"]


def test_emphasis() -> None:
    (one,) = read(f"<w:p>{run('CO')}{LOW}{run(' ')}{FACES}</w:p>").paragraphs.all

    assert [(one.text[a:b], tag) for a, b, tag in one.emphasis] == [("2", "sub"), ("in vivo", "i")]
