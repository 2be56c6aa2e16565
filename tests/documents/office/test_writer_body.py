"""The text of a Writer document, event by event."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Paragraphs
from refconv.documents.office.writer_body import TYPES, WriterBody, bibliography_item
from refconv.documents.xml_events import parse
from tests.documents.builders import writer_paragraph

STYLES = (
    '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="P9" style:parent-style-name="Bibliography_20_1"/>'
)


def read(xml: str) -> Paragraphs:
    body = WriterBody(Paragraphs(), Codes(), {})
    parse(f"<a>{STYLES}{xml}</a>".encode(), body)
    return body.paragraphs


TEXTS = [
    (writer_paragraph("a<b"), ["a<b"]),
    ("<text:p>a<text:s text:c='3'/>b<text:tab/><text:line-break/>c</text:p>", ["a   b\t\nc"]),
    ("<text:h>One</text:h><text:p/>", ["One", ""]),
    ("<text:p>a<office:annotation>x</office:annotation>b</text:p>", ["ab"]),
]


@pytest.mark.parametrize(("xml", "expected"), TEXTS)
def test_texts(xml: str, expected: list[str]) -> None:
    assert [one.text for one in read(xml).all] == expected


def test_emphasis_and_styles_with_parents() -> None:
    (one,) = read("<text:p style-name='P9'>a <text:span style-name='T1'>b</text:span></text:p>").all

    assert (one.text, one.is_item, one.emphasis) == ("a b", True, [(2, 3, "i")])


@pytest.mark.parametrize(
    ("attributes", "variable", "value"),
    [
        ({"bibliography-type": "techreport", "number": "7"}, "number", "7"),
        ({"bibliography-type": "article", "number": "7"}, "issue", "7"),
        ({"month": "May", "year": "2010"}, "issued", {"raw": "May 2010"}),
        ({"booktitle": "Coasts"}, "container-title", "Coasts"),
        ({"school": "Oulu"}, "publisher", "Oulu"),
    ],
)
def test_bibliography_marks(attributes: dict[str, str], variable: str, value: object) -> None:
    assert bibliography_item(attributes)[variable] == value


def test_types_are_those_of_csl() -> None:
    assert {*TYPES.values()} <= {*map(str, ItemType)}
