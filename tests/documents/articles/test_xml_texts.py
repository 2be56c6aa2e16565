"""Articles in XML: no document type, entities of HTML, emphasis as rich text, lines."""

from __future__ import annotations

import pytest

from refconv.documents.articles.xml_texts import article_tree, rich

HEAD = """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- a --><!DOCTYPE a PUBLIC "-//X//DTD" "a.dtd" [
<!ENTITY own "x">
]>
"""


def test_heads_and_lines() -> None:
    tree, damage = article_tree(f"{HEAD}<a>\n<b>&eacute; &own;</b></a>")
    node = next(tree.all("b"))

    assert damage is None
    assert (node.text(), node.line) == ("é &own;", 6)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("On <italic>Homo</italic>", "On <i>Homo</i>"),
        ("CO<sub>2</sub> <bold>now</bold>", "CO<sub>2</sub> <b>now</b>"),
        ('<hi rend="italic">A</hi> <hi>b</hi>', "<i>A</i> b"),
        ("A<xref>1</xref>\n  b", "A b"),
        ("<italic> </italic>A", "A"),
    ],
)
def test_rich_text(xml: str, expected: str) -> None:
    assert rich(article_tree(f"<t>{xml}</t>")[0]) == expected
