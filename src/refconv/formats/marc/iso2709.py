"""MARC 21 in ISO 2709 → records, by the separators of its text.

The directory of a record counts bytes, and is often wrong once a file has been converted; here it
names the tags alone, and the fields are in its order. So no library is needed, and a file that was
decoded already can be read. Source: Library of Congress, *MARC 21 Record Structure*.
"""

from __future__ import annotations

import re

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import cut_before
from refconv.formats.marc.marc_field import MarcField
from refconv.formats.marc.marc_fields import record_of

_FIELD_END, _RECORD_END, _SUBFIELD = "\x1e", "\x1d", "\x1f"
_LEADER = re.compile(r"\d{5}[ -~]{3}[ -~]{2}22\d{5}")
_ENTRY = re.compile(r"([0-9A-Z]{3})\d{9}")
CUT = cut_before(re.compile(r"(?<=\x1d)[\r\n]*\d{5}[ -~]{5}22\d{5}"))


def split(chunk: Chunk, _index: object) -> Split:
    """Return the records of a chunk."""
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    once: dict[str, Diagnostic] = {}
    line = chunk.line
    for text in chunk.text.split(_RECORD_END):
        body = text.lstrip("\ufeff\r\n ")
        at = line + text[: len(text) - len(body)].count("\n")
        line += text.count("\n")
        if not body.strip():
            continue
        if _LEADER.match(body) is None:
            words = " ".join(re.sub(r"[\x1e\x1f]", " ", body).split())[:40]
            diagnostics.append(problem(Code.STRAY_TEXT, "record", text=words).at(at))
            continue
        records.append(_record(body, at, diagnostics))
        if body[9] != "a" and not body.isascii() and "marc-8" not in once:
            once["marc-8"] = problem(Code.ENCODING, "marc-8").at(at)
    return Split(tuple(records), tuple(diagnostics), once=once)


def _record(text: str, line: int, diagnostics: list[Diagnostic]) -> Record:
    directory, *contents = text[24:].split(_FIELD_END)
    tags = _ENTRY.findall(directory)
    contents = contents[:-1] if contents and not contents[-1].strip() else contents
    if len(tags) != len(contents):
        found = problem(Code.SYNTAX, "marc", count=len(contents), tags=len(tags))
        diagnostics.append(found.at(line))
    # What the directory does not name is kept without a tag.
    tags += ["999"] * (len(contents) - len(tags))
    fields = [_field(tag, content, line) for tag, content in zip(tags, contents, strict=False)]
    return record_of(text[:24], fields, line)


def _field(tag: str, content: str, line: int) -> MarcField:
    indicators, *subfields = content.split(_SUBFIELD)
    if not subfields:
        return MarcField(tag, "", (("", content),), line)
    pairs = tuple((one[0], " ".join(one[1:].split())) for one in subfields if one)
    return MarcField(tag, indicators, pairs, line)


CHUNKING = Chunking(CUT, split)
