"""A page's own record: its citation, its contributors with their ORCIDs, its history, its DOI."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from refconv.report import Code, Diagnostic
from refconv.text.evidence import LOWER, PARTICLE, REFERENCE, UPPER, YEAR, likeness
from refconv.text.headings import Heading
from refconv.text.lines import Line
from refconv.text.residue import join_lines, strip_residue, trim, Traced


@frozen
class Contributor:
    """A person of a contributor block: the name as printed, the bare ORCID or ``""``."""

    name: str
    orcid: str
    start: int
    end: int


@frozen
class HistoryDate:
    """A date of the article history: ``kind`` is received, revised, accepted or available-date."""

    kind: str
    text: str
    start: int
    end: int


class Own(NamedTuple):
    """What was found of the page's own record, and the lines that it took."""

    citation: Traced | None
    contributors: tuple[Contributor, ...]
    history: tuple[HistoryDate, ...]
    doi: str
    taken: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]


# ---- 1. contributors --------------------------------------------------------------------------

_ORCID = re.compile(
    r"(?:\(?\s*(?:ORCID(?:\s?iD)?\s*[:.]?\s*)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?)"
    r"\b(\d{4}[-‐‑–\s]?\d{4}[-‐‑–\s]?\d{4}[-‐‑–\s]?\d{3}[\dXx])\b\s*\)?",
    re.IGNORECASE,
)
_HAS_ORCID = re.compile(r"orcid|\d{4}-\d{4}-\d{4}-\d{3}[\dXx]", re.IGNORECASE)
_SUFFIX = r"(?:Jr\.?|Sr\.?|II|III|IV|Filho|Neto|Júnior)"
_PART = rf"(?:{UPPER}(?:{LOWER}|{UPPER}){{0,25}}(?:[-‐'’]{UPPER}(?:{LOWER}|{UPPER}){{0,25}})*|{UPPER}{{1,3}}\.?(?:-?{UPPER}\.)*)\.?"
_INVERTED = re.compile(
    rf"(?:{PARTICLE} ?){{0,3}}{_PART}(?:[ -](?:{PARTICLE} ?)*{_PART}){{0,4}}, ?(?:{SUFFIX}, ?)?{_PART}(?:[ -](?:{PARTICLE} ?)*{_PART}){{0,5}}(?:,? {SUFFIX})?\Z".replace("{SUFFIX}", _SUFFIX)
    if False
    else rf"(?:{PARTICLE} ?){{0,3}}{_PART}(?:[ -](?:{PARTICLE} ?)?{_PART}){{0,4}}, ?(?:{_SUFFIX}, ?)?{_PART}(?:[ -](?:{PARTICLE} ?)?{_PART}){{0,5}}(?:,? {_SUFFIX})?\Z"
)
_NATURAL = re.compile(rf"{_PART}(?: (?:{PARTICLE} ?)?{_PART}){{1,6}}(?:,? {_SUFFIX})?\Z")
_MARKS = re.compile(r"[\s,;*†‡§¶✉\d¹²³⁴⁵⁶⁷⁸⁹⁰|()\[\]•·–-]+\Z")


def orcid_is_valid(orcid: str) -> bool:
    """Verify the check digit of a bare ORCID (ISO 7064 MOD 11-2)."""
    digits = orcid.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1] == ("X" if check == 10 else str(check))


def _contributors(text: str, lines: Sequence[Line]) -> tuple[list[Contributor], set[int], list[Diagnostic]]:
    """Read the names that stand with ORCIDs, and the names between them."""
    people: dict[int, Contributor] = {}
    taken: set[int] = set()
    said: list[Diagnostic] = []
    for index, line in enumerate(lines):
        if len(line.text) > 200 or not _HAS_ORCID.search(line.text):
            continue
        match = _ORCID.search(line.text)
        if match is None:
            continue
        before = line.text[: match.start()]
        name = _MARKS.sub("", before)
        named = index
        if not name and index > 0 and index - 1 not in taken:
            named, name = index - 1, _MARKS.sub("", lines[index - 1].text)
        if not (_INVERTED.match(name) or _NATURAL.match(name)):
            continue
        bare = re.sub(r"\D", "", match.group(1)[:-1]) + match.group(1)[-1].upper()
        orcid = "-".join(bare[at : at + 4] for at in range(0, 16, 4))
        if not orcid_is_valid(orcid):
            place = match.start(1) + line.start
            said.append(
                Diagnostic(
                    Code.BAD_IDENTIFIER,
                    f"the check digit of ORCID {orcid} ({name}) is wrong; it is left out",
                    *place_of(text, place),
                )
            )
            orcid = ""
        start = lines[named].start
        people[named] = Contributor(name, orcid, start, line.end)
        taken |= {named, index}
    if not people:
        return [], set(), said
    # Names without an ORCID stand in the block too: as far as the lines around are nothing else.
    first, last = min(people), max(people)
    index = first - 1
    while index >= 0 and _plain_name(lines[index].text):
        first, index = index, index - 1
    index = last + 1
    while index < len(lines) and _plain_name(lines[index].text):
        last, index = index, index + 1
    for index in range(first, last + 1):
        name = _MARKS.sub("", lines[index].text)
        if index not in taken and _plain_name(lines[index].text):
            people[index] = Contributor(name, "", lines[index].start, lines[index].start + len(name))
            taken.add(index)
    return [people[index] for index in sorted(people)], taken, said


def _plain_name(line: str) -> bool:
    return len(line) <= 60 and _INVERTED.match(_MARKS.sub("", line)) is not None


# ---- 2. history -------------------------------------------------------------------------------

_KINDS = {
    "received": ("received", "submitted", "manuscript received", "eingegangen", "reçu", "recibido", "recebido", "ricevuto", "eingereicht", "received date", "date received", "поступила", "收稿日期", "投稿日"),
    "revised": ("revised", "received in revised form", "revision received", "überarbeitet", "révisé", "revisado", "revised date", "修回日期"),
    "accepted": ("accepted", "accepted for publication", "angenommen", "accepté", "aceptado", "aceito", "accettato", "accepted date", "date accepted", "принята", "录用日期", "接受日期"),
    "available-date": ("first online", "published online", "available online", "first published online", "published", "first published", "online veröffentlicht", "publié en ligne", "publicado en línea", "online first", "epub", "version of record", "publication date", "veröffentlicht", "publié", "publicado", "issue date"),
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_MONTH = r"(?:[^\W\d_]{3,12}\.?)"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)? ?(?:de )?{_MONTH}(?: de)?,? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}-[A-Za-z]{{3}}-\d{{4}}|{_MONTH} \d{{4}})"
)
_WORDS_OF = "|".join(re.escape(word) for word in sorted(_KIND_OF, key=len, reverse=True))
_HISTORY = re.compile(rf"(?<!\w)({_WORDS_OF})(?: on| am| le| el)?\s*[:：]?\s*({_DATE})", re.IGNORECASE)
_HISTORY_WORD = re.compile(rf"(?:{_WORDS_OF})\b[^\n]{{0,80}}\Z", re.IGNORECASE)
_DATE_LINE = re.compile(rf"{_DATE}\.?\Z")
_LABEL_LINE = re.compile(rf"({_WORDS_OF})\s*[:：]?\Z", re.IGNORECASE)


def _history(lines: Sequence[Line]) -> tuple[list[HistoryDate], set[int]]:
    """Read the dates that stand beside or below a word of the history, the first of each kind."""
    dates: dict[str, HistoryDate] = {}
    taken: set[int] = set()
    for index, line in enumerate(lines):
        if len(line.text) > 240:
            continue
        alone = _LABEL_LINE.match(line.text) if len(line.text) < 40 else None
        if alone:
            taken.add(index)
            if index + 1 < len(lines) and _DATE_LINE.match(lines[index + 1].text):
                after = lines[index + 1]
                kind = _KIND_OF[alone.group(1).casefold()]
                dates.setdefault(kind, HistoryDate(kind, after.text, after.start, after.end))
                taken.add(index + 1)
            continue
        if not _HISTORY_WORD.match(line.text) and not re.match(r"\W{0,3}(?:Article history|Handling|Manuscript)", line.text):
            continue
        for match in _HISTORY.finditer(line.text):
            kind = _KIND_OF[match.group(1).casefold()]
            start = line.start + match.start(2)
            dates.setdefault(kind, HistoryDate(kind, match.group(2), start, start + len(match.group(2))))
            taken.add(index)
    return list(dates.values()), taken


# ---- 3. the citation --------------------------------------------------------------------------

# fmt: off
_INLINE = re.compile(
    r"(?:please )?(?:(?:how to )?cite (?:this )?(?:article|paper|chapter|page|work|report|document)?(?: as)?|(?:recommended|suggested|preferred|article|full|for) citation|"
    r"citation|to cite this (?:article|paper|version|document|chapter)|cite as|please cite as|zitiervorschlag|zitierweise|empfohlene zitierweise|zitieren sie diesen artikel(?: als)?|"
    r"pour citer (?:cet|ce) (?:article|document)|référence électronique|référence papier|(?:cómo|como) citar(?: este (?:artículo|artigo))?|para citar este artículo|citar como|"
    r"per citare (?:questo articolo|l['’]articolo)|come citare|для цитирования|образец цитирования|引用本文|引用格式|本文引用格式)\s*[:：]\s*(?:cite this article as:?\s*)?",
    re.IGNORECASE,
)
# fmt: on
_STYLE_LINE = re.compile(
    r"(?:MDPI and ACS|ACS|AMA|APA|MLA|Chicago(?:/Turabian)?|Harvard|Vancouver|BibTeX|RIS|EndNote|IEEE|NLM|Turabian|Copy|Copied)(?: Style)?(?: \d\w{0,2}(?: ed\.?)?)?\s*\Z",
    re.IGNORECASE,
)
_OWN_DOI = re.compile(r"(?:DOI|doi)\s*:?\s*(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)|\Ahttps?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)\Z")
MOST_LINES = 8


def _citation(
    lines: Sequence[Line], kinds: Mapping[int, Heading], listed: frozenset[int]
) -> tuple[Traced | None, set[int]]:
    """Read the string that the page wants to be cited by; the first that reads as a reference."""
    found: Traced | None = None
    taken: set[int] = set()
    index = 0
    while index < len(lines):
        begin, skip = index + 1, 0
        if kinds.get(index) is not Heading.CITATION or index in listed:
            inline = _INLINE.match(lines[index].text) if len(lines[index].text) > 24 else None
            if inline is None or (index in listed and "this" not in inline.group().casefold()):
                index += 1
                continue
            begin, skip = index, inline.end()
        taken.add(index)
        while begin < len(lines) and not skip and (_STYLE_LINE.match(lines[begin].text) or kinds.get(begin) is Heading.CITATION):
            taken.add(begin)
            begin += 1
        block = _paragraph(lines, kinds, begin, skip)
        candidate = trim(strip_residue(join_lines(block)))
        if block and likeness(candidate.text) >= REFERENCE and (YEAR.search(candidate.text) or "10." in candidate.text):
            if found is None:
                found = candidate
            taken |= set(range(begin, begin + len(block)))
            index = begin + len(block)
            # The same citation in other styles.
            while index < len(lines) and _STYLE_LINE.match(lines[index].text):
                taken.add(index)
                block = _paragraph(lines, kinds, index + 1, 0)
                taken |= set(range(index + 1, index + 1 + len(block)))
                index += 1 + len(block)
        else:
            index = max(index + 1, begin)
    return found, taken


def _paragraph(lines: Sequence[Line], kinds: Mapping[int, Heading], begin: int, skip: int) -> list[Line]:
    """Gather the lines of one citation: to a blank line, a heading, a date of the history."""
    block: list[Line] = []
    for index in range(begin, min(begin + MOST_LINES, len(lines))):
        line = lines[index]
        if index == begin and skip:
            line = line._replace(text=line.text[skip:], start=line.start + skip)
            if not line.text:
                continue
        elif index in kinds or _STYLE_LINE.match(line.text) or _HISTORY_WORD.match(line.text):
            break
        elif block and (line.blanks or _OWN_DOI.match(line.text) and "10." in block[-1].text):
            break
        elif block and len(block[-1].text) > 110 and block[-1].text[-1] in ".0123456789)" and not line.text[0].islower():
            break
        block.append(line)
        if len(block) > 1 and re.search(r"doi\.org/10\.\d+/\S+\Z", line.text):
            break
    return block


def own_record(text: str, lines: Sequence[Line], kinds: Mapping[int, Heading], listed: frozenset[int]) -> Own:
    """Find the page's own record; ``listed`` are the lines that lie in its reference lists."""
    people, by_people, said = _contributors(text, lines)
    dates, by_dates = _history(lines)
    citation, by_citation = _citation(lines, kinds, listed)
    doi = ""
    for index, line in enumerate(lines):
        if index in listed or len(line.text) > 200 or "10." not in line.text:
            continue
        match = _OWN_DOI.match(line.text)
        if match:
            doi = (match.group(1) or match.group(2)).rstrip(".,;)")
            break
    return Own(
        citation, tuple(people), tuple(dates), doi,
        frozenset(by_people | by_dates | by_citation), tuple(said),
    )  # fmt: skip


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Give the line and column of an offset, both from 1."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
