"""Find the page record: the citation the page asks for, its contributors, history and DOI."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from refconv.core.diagnostics import Diagnostic
from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.contributors import Contributor, contributors
from refconv.page.heading_words import Heading
from refconv.page.history import HistoryDate, history, is_history
from refconv.page.joining import join_lines
from refconv.page.likeness import REFERENCE, likeness
from refconv.page.lines import Line
from refconv.page.link_text import strip_residue
from refconv.page.offset_text import Traced
from refconv.page.patterns import YEAR, any_of


class Own(NamedTuple):
    """What was found of the page's own record, and the lines that it took."""

    citation: Traced | None
    contributors: tuple[Contributor, ...]
    history: tuple[HistoryDate, ...]
    doi: str
    taken: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]


def own_record(
    text: str, lines: Sequence[Line], kinds: Mapping[int, Heading], listed: frozenset[int]
) -> Own:
    """Find the page's own record; ``listed`` are the lines that lie in its reference lists."""
    within = [index not in listed for index in range(len(lines))]
    people, by_people, said = contributors(text, lines, within)
    dates, by_dates = history(lines, within)
    citation, by_citation = _citation(lines, kinds, listed)
    return Own(
        citation,
        tuple(people),
        tuple(dates),
        _doi(lines, within),
        frozenset(by_people | by_dates | by_citation),
        tuple(said),
    )


_OWN_DOI = lazy_pattern(
    r"(?:DOI\s*+:?\s*+(?:https?://(?:dx\.)?doi\.org/)?"
    r"|\Ahttps?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)",
    re.IGNORECASE,
)


def _doi(lines: Sequence[Line], within: Sequence[bool]) -> str:
    """Read the DOI that stands on a line of its own."""
    for index, line in enumerate(lines):
        if within[index] and "10." in line.text[:200]:
            match = _OWN_DOI.match(line.text)
            if match:
                return match.group(1).rstrip(".,;)")
    return ""


# ---- the citation -----------------------------------------------------------------------------

# What stands before a citation on its own line.
_INLINE = lazy_pattern(
    any_of(
        r"(?:please )?(?:how to )?cite(?: this)?(?: (?:article|paper|chapter|page|work|report"
        r"|document))?"
        r"(?: as)?;(?:recommended |suggested |preferred |article |full |for )?citation"
        r";to cite this (?:article|paper|version|document|chapter);(?:please )?cite as"
        r";zitiervorschlag;(?:empfohlene )?zitierweise;zitieren sie diesen artikel(?: als)?"
        r";pour citer (?:cet|ce) (?:article|document);référence (?:électronique|papier)"
        r";c[óo]mo citar(?: este (?:artículo|artigo))?;para citar este artículo;citar como"
        r";per citare (?:questo articolo|l['’]articolo);come citare;для цитирования"
        r";образец цитирования;引用本文;(?:本文)?引用格式",
        ";",
    )
    + r"\s*[:：]\s*(?:cite this article as:?\s*)?",
    re.IGNORECASE,
)
# What it begins with: two letters tell most other lines from it at little cost.
_INLINE_FIRST = frozenset(
    "pl ho ci re su pr ar fu fo to zi em po ré có co pa pe дл об 引用 本文".split()
)
# The names of styles in which a page offers its citation, each on its own line.
_STYLE_LINE = lazy_pattern(
    any_of(
        "MDPI and ACS;ACS;AMA;APA;MLA;Chicago(?:/Turabian)?;Harvard;Vancouver;BibTeX;RIS"
        ";EndNote;IEEE"
        ";NLM;Turabian;Copy;Copied",
        ";",
    )
    + r"(?: Style)?(?: \d\w{0,2}(?: ed\.?)?)?\s*\Z",
    re.IGNORECASE,
)
_ENDS_WITH_DOI = lazy_pattern(r"doi\.org/10\.\d+/\S+\Z")
# A citation takes at most so many lines; a line this long is not wrapped.
_MOST_LINES, _UNWRAPPED = 8, 110
# So many lines above it the page's DOI may stand for the first time.
_FAR = 1000


def _citation(
    lines: Sequence[Line], kinds: Mapping[int, Heading], listed: frozenset[int]
) -> tuple[Traced | None, set[int]]:
    """Read the string that the page wants to be cited by; the first that reads as a reference."""
    found: Traced | None = None
    taken: set[int] = set()
    index = 0
    while index < len(lines):
        begin, skip = _announced(lines, kinds, listed, index)
        if begin < 0:
            index += 1
            continue
        taken.add(index)
        if index and _OWN_DOI.match(lines[index - 1].text) and "10." in lines[index - 1].text:
            doi = lines[index - 1].text.rpartition("10.")[2]
            within = "this" in lines[index].text.casefold()
            above = lines[max(0, index - _FAR) : index - 1]
            if within or any(doi in line.text for line in above):
                taken.add(index - 1)  # printed again before the citation
        while begin < len(lines) and not skip and _is_label(lines, kinds, begin):
            taken.add(begin)
            begin += 1
        block = _paragraph(lines, kinds, begin, skip)
        candidate = strip_residue(join_lines(block))
        index = max(index + 1, begin)
        if not _is_citation(candidate.text):
            continue
        found = found or candidate
        index = begin + len(block)
        taken.update(range(begin, index))
        # The same citation in other styles.
        while index < len(lines) and _STYLE_LINE.match(lines[index].text):
            end = index + 1 + len(_paragraph(lines, kinds, index + 1, 0))
            taken.update(range(index, end))
            index = end
    return found, taken


def _announced(
    lines: Sequence[Line], kinds: Mapping[int, Heading], listed: frozenset[int], index: int
) -> tuple[int, int]:
    """Return where the citation begins that a line announces: (line, character), or (-1, 0)."""
    if kinds.get(index) is Heading.CITATION and index not in listed:
        return index + 1, 0
    text = lines[index].text
    may_be = len(text) > 24 and text[:2].casefold() in _INLINE_FIRST
    inline = _INLINE.match(text) if may_be else None
    if inline is None or (index in listed and "this" not in inline.group().casefold()):
        return -1, 0
    return index, inline.end()


def _is_label(lines: Sequence[Line], kinds: Mapping[int, Heading], index: int) -> bool:
    return kinds.get(index) is Heading.CITATION or _STYLE_LINE.match(lines[index].text) is not None


def _is_citation(text: str) -> bool:
    dated = YEAR.search(text) is not None or "10." in text
    return dated and likeness(text) >= REFERENCE


# Names of fields that follow a citation on a repository's page.
_FIELDS = frozenset({"DOI", "URL", "ISBN", "ISSN", "Permalink", "License", "Rights", "Language"})


def _paragraph(
    lines: Sequence[Line], kinds: Mapping[int, Heading], begin: int, skip: int
) -> list[Line]:
    """Gather the lines of one citation: to a blank line, a heading, a date of the history."""
    block: list[Line] = []
    for index in range(begin, min(begin + _MOST_LINES, len(lines))):
        line = lines[index]
        if index == begin and skip:
            line = line._replace(text=line.text[skip:], start=line.start + skip)
            if not line.text:
                break
        elif (
            index in kinds
            or _STYLE_LINE.match(line.text)
            or is_history(line.text)
            or line.text.rstrip(" :") in _FIELDS
        ):
            break
        if block and (line.blanks or _is_over(block[-1].text, line.text)):
            break
        block.append(line)
        if len(block) > 1 and _ENDS_WITH_DOI.search(line.text):
            break
    return block


def _is_over(before: str, after: str) -> bool:
    """Return whether a citation has ended with a line."""
    if "10." in before and _OWN_DOI.match(after):
        return True
    return len(before) > _UNWRAPPED and before[-1] in ".0123456789)" and not after[0].islower()
