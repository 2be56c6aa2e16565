"""Find the history of an article on its page: received, revised, accepted, first online."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.lines import Line
from refconv.page.patterns import any_of


@frozen
class HistoryDate:
    """A date of the article history: ``kind`` is received, revised, accepted or available-date."""

    kind: str
    text: str
    start: int
    end: int


# Words before a date, case folded.
_WORDS = {
    "received": (
        "received;received date;date received;submitted;manuscript received;eingegangen;eingereicht"
        ";reçu;recibido;recebido;ricevuto;поступила;收稿日期;投稿日"
    ),
    "revised": (
        "revised;revised date;received in revised form;revision received;überarbeitet;révisé"
        ";revisado;修回日期"
    ),
    "accepted": (
        "accepted;accepted date;date accepted;accepted for publication;angenommen;accepté;aceptado"
        ";aceito;accettato;принята;录用日期;接受日期"
    ),
    "available-date": (
        "first online;published online;available online;first published online;first published"
        ";published;online first;epub;version of record;version of record online;issue date"
        ";publication date;online veröffentlicht;veröffentlicht;publié en ligne;publié"
        ";publicado en línea;publicado"
    ),
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split(";")}
_WORD = any_of(";".join(sorted(map(re.escape, _KIND), key=len, reverse=True)), ";")
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = any_of(
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)? ?(?:de )?{_MONTH}(?: de)?,? \d{{4}}"
    rf";{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r";\d{4}[-/.]\d{1,2}[-/.]\d{1,2};\d{1,2}[-/.]\d{1,2}[-/.]\d{4};\d{4}年\d{1,2}月\d{1,2}日"
    rf";\d{{1,2}}-[A-Za-z]{{3}}-\d{{4}};{_MONTH} \d{{4}}",
    ";",
)
_DATED_WORD = lazy_pattern(
    rf"(?<!\w)({_WORD})(?: on| am| le| el)?\s*+[:：]?\s*+({_DATE})", re.IGNORECASE
)
_LINE = lazy_pattern(
    rf"{_WORD}\b.{{0,240}}\Z|\W{{0,3}}(?:Article history|Manuscript)", re.IGNORECASE
)
_WORD_LINE = lazy_pattern(rf"({_WORD})\s*[:：]?\Z", re.IGNORECASE)
_DATE_LINE = lazy_pattern(rf"{_DATE}\.?\Z")
_LONGEST_LINE, _LONGEST_WORD_LINE = 240, 40


# What such a line begins with: that tells most other lines from it at little cost.
_FIRST = frozenset(word[:3] for word in _KIND) | {"art", "man"}


def is_history(line: str) -> bool:
    """Return whether a line belongs to the history, not to the end of a citation."""
    if len(line) > _LONGEST_LINE or (line[0].isalpha() and line[:3].casefold() not in _FIRST):
        return False
    return _LINE.match(line) is not None


def history(lines: Sequence[Line], within: Sequence[bool]) -> tuple[list[HistoryDate], set[int]]:
    """Read the dates that stand beside or below a word of the history, the first of each kind.

    ``within`` says of each line whether it may be part of it.
    """
    dates: dict[str, HistoryDate] = {}
    taken: set[int] = set()
    for index, line in enumerate(lines):
        if not within[index] or not is_history(line.text):
            continue
        word = _WORD_LINE.match(line.text) if len(line.text) < _LONGEST_WORD_LINE else None
        if word:
            taken.add(index)
            after = lines[index + 1] if index + 1 < len(lines) else None
            if after and _DATE_LINE.match(after.text):
                kind = _KIND[word.group(1).casefold()]
                dates.setdefault(kind, HistoryDate(kind, after.text, after.start, after.end))
                taken.add(index + 1)
            continue
        for match in _DATED_WORD.finditer(line.text):
            kind = _KIND[match.group(1).casefold()]
            start, end = line.start + match.start(2), line.start + match.end(2)
            dates.setdefault(kind, HistoryDate(kind, match.group(2), start, end))
            taken.add(index)
    return list(dates.values()), taken
