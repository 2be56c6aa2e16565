"""Examples of EndNote's two formats for the tests of all formats."""

from __future__ import annotations

import re

from tests.formats.examples import (
    TAGGED_TOKENS,
    XML_TOKENS,
    Example,
    tagged_fields,
    xml_file,
)


def _xml_fields(entry: str) -> list[str]:
    """Return the content of an XML record of EndNote, in one line."""
    return [re.sub(r">\s+<", "><", _XML_NOISE.sub("", entry)).strip()]


_XML_NOISE = re.compile(r"<ref-type.*?</ref-type>|</?style[^>]*>|</?record>|<label>x</label>")

_ENW = Example(
    sample="%0 Book\n%A Clark, Andy\n%T Being There\n%D 1997\n",
    tokens=TAGGED_TOKENS,
    entry=lambda native, lines: f"%0 {native}\n{lines}\n",
    fields_of=tagged_fields,
    words=("%0 Journal Article\n", "%A ", "%T ", "%D ", "%J ", "%F ", "%@ ", "%+ ", "%~ "),
)

_XML = Example(
    sample=(
        '<?xml version="1.0"?><xml><records><record><ref-type name="Book">6</ref-type>'
        "<titles><title>Being There</title></titles></record></records></xml>"
    ),
    tokens=XML_TOKENS,
    entry=lambda native, lines: f'<record><ref-type name="{native}">0</ref-type>{lines}</record>',
    file=xml_file,
    fields_of=_xml_fields,
    words=(
        *("<xml><records><record>", "</record></records></xml>", "<style face='italic'>"),
        *("<contributors><authors><author>", "<titles><title>", "<!DOCTYPE x [<!ENTITY a 'b'>]>"),
        *("&amp;", "&a;", "<![CDATA[", "<dates><year>", "<ref-type name='Book'>6</ref-type>"),
    ),
)

EXAMPLES = {"enw": _ENW, "endnote-xml": _XML}
