"""The styles of reference lists."""

from __future__ import annotations

import pytest

from refconv.documents.office.word_styles import is_list_style, list_styles


@pytest.mark.parametrize(
    "name",
    ["Bibliography", "bibliography", "EndNote Bibliography", "CitaviBibliographyEntry",
     "Bibliography_20_1", "References", "Reference list", "Literaturverzeichnis", "MDPI_bibitem"],
)  # fmt: skip
def test_of_a_list(name: str) -> None:
    assert is_list_style(name)


@pytest.mark.parametrize(
    "name", ["Normal", "Heading 1", "footnote reference", "Bibliography Heading",
             "EndNote Bibliography Title", "CitaviBibliographyHeading", "Header", ""],
)  # fmt: skip
def test_of_none(name: str) -> None:
    assert not is_list_style(name)


def test_ids_by_name() -> None:
    xml = b"""<w:styles xmlns:w="x"><w:style w:type="paragraph" w:styleId="a7">
    <w:name w:val="Bibliography"/></w:style><w:style w:type="character" w:styleId="b">
    <w:name w:val="References"/></w:style></w:styles>"""

    assert list_styles(xml) == {"a7"}
