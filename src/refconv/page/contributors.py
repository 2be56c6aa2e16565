"""Find the contributors of a page: a block of names, most of them with an ORCID."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.lines import Line, Places, lines_with
from refconv.page.patterns import LOWER, PARTICLE, UPPER, any_of
from refconv.values.identifiers import ORCID_FORM, is_orcid


@frozen
class Contributor:
    """A person of a contributor block: the name as printed, the bare ORCID or ``""``."""

    name: str
    orcid: str
    start: int
    end: int


_HAS_ORCID = lazy_pattern(rf"ORCID|{ORCID_FORM}", re.IGNORECASE | re.ASCII)
_ORCID = lazy_pattern(
    r"(?:\(\s*+|(?<!\s)\s*+)(?:ORCID(?:\s?iD)?\s*+[:.]?\s*+)?"
    r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"\b(\d{4}[-‐‑–\s]?\d{4}[-‐‑–\s]?\d{4}[-‐‑–\s]?\d{3}[\dX])\b\s*\)?",
    re.IGNORECASE | re.ASCII,
)
_SUFFIX = any_of(r"Jr\.? Sr\.? II III IV Filho Neto Júnior")
# "Grajales-Cruz", "DeJarnette", "F.", "J.-P."; in one way only.
_PART = rf"(?>(?:{UPPER}(?:{LOWER}|{UPPER}){{0,40}}|{UPPER}{{1,3}}\.?(?:-?{UPPER}\.){{0,3}})\.?)"
_INVERTED = lazy_pattern(
    rf"(?:{PARTICLE} ){{0,3}}{_PART}(?: (?:{PARTICLE} )?{_PART}){{0,4}}, ?(?:{_SUFFIX}, ?)?"
    rf"{_PART}(?: ?(?:{PARTICLE} )?{_PART}){{0,5}}(?:,? {_SUFFIX})?\Z"
)
_NATURAL = lazy_pattern(rf"{_PART}(?: (?:{PARTICLE} )?{_PART}){{1,6}}(?:,? {_SUFFIX})?\Z")
# Affiliation numbers and the like after a name.
_MARK = r"[\s,;*†‡§¶✉\d¹²³⁴⁵⁶⁷⁸⁹⁰|()\[\]•·–-]"
_MARKS = lazy_pattern(rf"(?<!{_MARK}){_MARK}++\Z")
_LONGEST_LINE, _LONGEST_NAME = 200, 60


def contributors(
    text: str, lines: Sequence[Line], within: Sequence[bool]
) -> tuple[list[Contributor], set[int], list[Diagnostic]]:
    """Read the names that stand with ORCIDs, and the names between and beside them.

    ``within`` says of each line whether it may be part of the block. Gives the people in order,
    the numbers of their lines, and what was wrong with an ORCID.
    """
    people: dict[int, Contributor] = {}
    taken: set[int] = set()
    said: list[Diagnostic] = []
    places = Places(text)
    # 1. names with an ORCID on their line, or on the line below
    for index in sorted(lines_with(_HAS_ORCID, text, lines)):
        line = lines[index]
        if not within[index] or len(line.text) > _LONGEST_LINE:
            continue
        match = _ORCID.search(line.text)
        if match is None:
            continue
        named = index
        name = _MARKS.sub("", line.text[: match.start()])
        if not name and index and index - 1 not in taken:
            named, name = index - 1, _MARKS.sub("", lines[index - 1].text)
        if not (_INVERTED.match(name) or _NATURAL.match(name)):
            continue
        orcid = _bare(match.group(1))
        if not is_orcid(orcid):
            found = problem(Code.BAD_IDENTIFIER, "contributor", value=orcid, person=name)
            span = places.span(line.start + match.start(1), line.start + match.end(1))
            said.append(found.at(*span))
            orcid = ""
        people[named] = Contributor(name, orcid, lines[named].start, line.end)
        taken |= {named, index}
    # 2. names without one, as far as the lines between and around are nothing else
    if people:
        first, last = min(people), max(people)
        while first > 0 and _plain_name(lines[first - 1].text):
            first -= 1
        while last + 1 < len(lines) and _plain_name(lines[last + 1].text):
            last += 1
        for index in range(first, last + 1):
            line = lines[index]
            if index not in taken and _plain_name(line.text):
                name = _MARKS.sub("", line.text)
                people[index] = Contributor(name, "", line.start, line.start + len(name))
                taken.add(index)
    return [people[index] for index in sorted(people)], taken, said


def _bare(printed: str) -> str:
    digits = re.sub(r"[^\dX]", "", printed.upper())
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def _plain_name(line: str) -> bool:
    return len(line) <= _LONGEST_NAME and _INVERTED.match(_MARKS.sub("", line)) is not None
