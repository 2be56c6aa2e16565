"""Texts of every format that is read in chunks, and a block in which chunks are small."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from refconv.formats import chunks
from refconv.formats.bibtex.syntax import entry_chunks
from refconv.formats.json import items
from refconv.formats.ris import syntax as ris
from refconv.formats.xml import element_chunks as xml_chunks
from refconv.formats.yaml import yaml_entries
from refconv.io.input import input_of_data

CUT = ("bibtex", "biblatex", "ris", "csl-json", "enw", "endnote-xml", "csl-yaml")


every_cut_format = pytest.mark.parametrize("name", CUT)
law = settings(deadline=None, suppress_health_check=list(HealthCheck))


class small_chunks:  # noqa: N801 (used like a function)
    """A context in which chunks hold hardly more than one entry."""

    def __init__(self, length: int = 60) -> None:
        self.patch = pytest.MonkeyPatch()
        self.length = length

    def __enter__(self) -> None:
        for module in (chunks, entry_chunks, xml_chunks, yaml_entries, items, ris):
            self.patch.setattr(module, "CHUNK_SIZE", self.length)
        self.patch.setattr(entry_chunks, "_LOOK_AHEAD", 4000)

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


def chunks_of(text: str, name: str) -> list[str]:
    return [chunk.text for chunk in input_of_data(text, name, None).chunks()]


BIB = [
    "@misc{a, title={A}}\n",
    "@misc{b, title={B {nested} \n@misc{no, entry}}}\n",
    '@misc{c, title="C"}\n\n% a comment\n',
    "@string{x = {X}}\n@misc(d, title=x)\n",
]
RIS = [
    "Provider: X\n1.\n",
    "TY  - JOUR\nTI  - A\nTY wrapped\nER  - \n",
    "\n2.\nTY  - JOUR\nTI  - no end\n\n",
    "ty  - JOUR\nti  - lower case\ner  - \nNL  - a field after ER\n\n",
    "  TY  - JOUR\n  TI  - indented\n  ER  - \n\n",
    "DB  - B\nTI  - no type first\nTY  - JOUR\nTY  - BOOK\nER  - \n",
    "TY  - JOUR\n\n",
]
JSON = [
    '[{"id": "a", "type": "book", "author": [{"family": "F"}, {"family": "G"}]},\n',
    '{"id": "b", "type": "book", "title": "}, {\\""},\n',
    '{"id": "c"  "type": "broken", "author": [{"family": "F"}, {"family": "G"}]},\n',
    '{"id": "d", "type": "book"}]\n',
]
ENW = [
    "A header\n\n",
    "%0 Book\n%T A\n%X First.\n\n%00 no field\nSecond.\n",
    "%0\n%T B\n  %0 wrapped\n\n%A C, D\n%T again\n",
    "%0 Journal Article\n%F key\n%T C\n\n",
]
NBIB = [
    "\nPMID- 1\nTI  - A\n      PMID- wrapped\n\n",
    "PMID- 2\nTI  - B\nno field\n\nPMC - PMC12345\nTI  - C\n",
    "PMID-3\nAB  - D\n      PMID- 4\n",
]
XML = [
    '<?xml version="1.0"?>\n<xml><!-- <record> --><records>\n',
    "<record><titles><title>A &x; &lt;record&gt;</title></titles></record>\n",
    "<record><titles><title><![CDATA[<record>]]></title></titles>\n",
    "<record><titles><title>B</titel></titles></record>\x01\n",
    "<record a='1' a='2'><titles><title>C</title></titles></record>\n",
    "<record><abstract>D --></abstract></record></records>\n</xml>\n",
]
YAML = [
    "---\nreferences:\n- id: a\n",
    "  title: A\n  author:\n  - family: F\n  type: book\n",
    "- id: b\n  title: [open\n",
    "- id: c\n  type: book\n  note: |\n    - id: no item\n",
    "- only words\n",
    "- type: book\n  title: D\n",
    "nocite: x\n...\nSome words.\n- id: no item\n",
]
