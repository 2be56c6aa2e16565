"""MARCXML → records; also where an answer of OAI-PMH or SRU wraps each of them."""

from __future__ import annotations

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import Record
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.marc.marc_field import MarcField
from refconv.formats.marc.marc_fields import record_of
from refconv.formats.xml.element_chunks import pieces_of_elements
from refconv.formats.xml.elements import Element, Names

_WRAPPER = "wrapper"


def _record(element: Element, _: list[Diagnostic]) -> Record:
    leader = ""
    fields: list[MarcField] = []
    for child in element.children:
        attributes = child.attributes
        tag = attributes.get("tag", "")
        if child.name == "leader":
            leader = _raw(child)
            if leader[:1].isalpha():
                # White space counts in it, and that at its beginning is often lost.
                leader = f"     {leader}"
        elif child.name == "controlfield":
            fields.append(MarcField(tag, "", (("", _raw(child)),), child.line))
        elif child.name == "datafield":
            indicators = f"{attributes.get('ind1', ' '):.1}{attributes.get('ind2', ' '):.1}"
            subfields = tuple(
                (one.attributes.get("code", " "), one.text()) for one in child.all("subfield")
            )
            fields.append(MarcField(tag, indicators, subfields, child.line))
    if not fields:
        return Record(_WRAPPER, "", (), element.line)
    return record_of(leader, fields, element.line)


def _raw(element: Element) -> str:
    return "".join(part for part in element.content if isinstance(part, str)).strip("\r\n\t")


_ELEMENTS = pieces_of_elements(Names(("record",)), _record)


def split(chunk: Chunk, index: object) -> Split:
    """Return a chunk's records, without the elements that wrap them."""
    found = _ELEMENTS.split(chunk, index)
    wrappers = {one.line for one in found.records if one.type == _WRAPPER}
    return evolve(
        found,
        records=tuple(one for one in found.records if one.type != _WRAPPER),
        diagnostics=tuple(
            one
            for one in found.diagnostics
            if one.code != Code.UNCLOSED_ENTRY or one.line not in wrappers
        ),
    )


CHUNKING = Chunking(_ELEMENTS.cut, split)
