"""PubMed's tagged format (``.nbib``): ``TAG - value`` lines, wrapped with six spaces.

Source: National Library of Medicine, *MEDLINE/PubMed Data Element (Field) Descriptions*.
"""

from __future__ import annotations

import re

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import cut_before
from refconv.formats.pubmed.table import Pair, pairs_of, record
from refconv.formats.tagged import physical_lines
from refconv.values.html_text import decode_all_entities
from refconv.values.identifiers import find_orcid
from refconv.values.inverted_names import decode_name
from refconv.values.structured_names import ET_AL, Person, spaced_capitals
from refconv.values.text import one_line

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]{1,3})(?P<gap> {0,2})-(?: (?P<value>.*)|(?P<close>.*))")
# What PubMed Central puts before the PMID; in PubMed's records it stands further on.
_HEAD = frozenset({"PMC", "PMCR"})
_SUFFIX = re.compile(r"(?P<given>.*\S)\s+(?P<suffix>[JS]r\.?|[IV]{2,4}|[1-9](?:st|nd|rd|th))")
# What records without a number may begin with.
_UNNUMBERED = frozenset({"OWN", "STAT", "TI"})
# A name in full and its short form.
_FULL = {"AU": "FAU", "ED": "FED"}


@define
class _Field:
    line: int
    tag: str
    lines: list[str]

    @property
    def value(self) -> str:
        return one_line(decode_all_entities(" ".join(filter(None, self.lines))))


def split(chunk: Chunk, _index: object) -> Split:
    """Cut a chunk into records."""
    reader = _Reader()
    for number, line in enumerate(physical_lines(chunk.text), chunk.line):
        reader.line(number, line)
    reader.close()
    return Split(tuple(reader.records), tuple(reader.diagnostics), tuple(reader.blocks))


CHUNKING = Chunking(
    cut_before(re.compile(r"^(?:PMC[ R]-.{0,99}\n){0,2}PMID-", re.MULTILINE)),
    split,
    whole_lines=True,
)


@define
class _Reader:
    records: list[Record] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    blocks: list[Block] = Factory(list)
    fields: list[_Field] = Factory(list)
    is_after_blank: bool = False

    def line(self, number: int, line: str) -> None:
        """Read a line: a field, more of one, or stray text."""
        match = _LINE.fullmatch(line)
        if match is not None and _is_tag(match):
            if self.fields and self._begins(match["tag"]):
                self.close()
            value = match["value"] or match["close"] or ""
            self.fields.append(_Field(number, match["tag"], [value.strip()]))
        elif not line.strip():
            self.is_after_blank = True
            return
        elif self.fields and line[0] == " " and not self.is_after_blank:
            self.fields[-1].lines.append(line.strip())
        else:
            found = problem(Code.STRAY_TEXT, "field", text=line.strip()[:40])
            self.diagnostics.append(found.at(number))
            self.blocks.append(Block("comment", line.strip(), number))
        self.is_after_blank = False

    def _begins(self, tag: str) -> bool:
        """Return whether a tag begins another record."""
        if tag == "PMID":
            return self.is_after_blank or any(field.tag not in _HEAD for field in self.fields)
        if not self.is_after_blank:
            return False
        is_again = tag in _UNNUMBERED and any(field.tag == tag for field in self.fields)
        return tag in _HEAD or is_again

    def close(self) -> None:
        """End the record of the fields."""
        if not self.fields:
            return
        self.records.append(record(_with_people(self.fields), self.fields[0].line))
        self.fields = []


def _is_tag(match: re.Match[str]) -> bool:
    """Return whether a line that begins like a field is one: its dash is in the fifth column."""
    is_padded = len(match["tag"]) + len(match["gap"]) == 4
    return is_padded or (not match["gap"] and not match["close"])


def _with_people(fields: list[_Field]) -> list[Pair]:
    """Return (line, key, value) of fields that are not empty, those of a person as one value."""
    tags = {field.tag for field in fields}
    pairs: list[Pair] = []
    person: Person | None = None
    place = 0
    for line, tag, value in ((field.line, field.tag, field.value) for field in fields):
        orcid = find_orcid(value, undivided=True) if tag == "AUID" else ""
        if not value:
            continue
        if orcid and person is not None:
            person = person._replace(orcid=orcid)
            pairs[place] = (*pairs[place][:2], person)
        elif tag == "CN":
            pairs.append((line, "FAU", Person(literal=value)))
        elif _is_et_al(tag, value):
            pairs.append((line, _FULL.get(tag, tag), ET_AL))
        elif tag in _FULL and _FULL[tag] in tags:
            # The short form of the name before.
            continue
        elif tag in _FULL or tag in _FULL.values():
            person = _person(value)
            place = len(pairs)
            pairs.append((line, _FULL.get(tag, tag), person))
        else:
            pairs += [(line, *pair) for pair in pairs_of(tag, value)]
    return pairs


def _is_et_al(tag: str, value: str) -> bool:
    is_name = tag in _FULL or tag in _FULL.values()
    return is_name and value.casefold().rstrip(".") in ("et al", "et-al")


def _person(value: str) -> Person:
    """Read ``Strauss, Ronald P 3rd``, or ``Strauss RP 3rd`` where there is nothing else."""
    if "," in value:
        family, _, given = (part.strip() for part in value.partition(","))
        match = _SUFFIX.fullmatch(given)
        if match is not None:
            return Person(family, match["given"], match["suffix"])
        return Person(family, given) if family or given else Person(literal=value)
    match = _SUFFIX.fullmatch(value)
    name = decode_name(match["given"] if match is not None else value)
    suffix = match["suffix"] if match is not None else ""
    if name is None or name.literal:
        return Person(literal=value)
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return Person(family, spaced_capitals(name.given), suffix)
