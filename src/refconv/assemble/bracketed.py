"""Take what stands in brackets behind a title: the medium, a version, a number."""

from __future__ import annotations

from refconv.assemble.draft import Draft, Fields
from refconv.assemble.media import names_medium
from refconv.assemble.repair_rules import BRACKET_RULES
from refconv.core.lazy_pattern import lazy_pattern

_AT_END = lazy_pattern(r"(?<=\S)\s?([(\[])([^()\[\]]{2,80})[)\]]\s?[.,]?\Z")
_IN_GAP = lazy_pattern(r"([(\[])([^()\[\]]{2,80})[)\]]")
_TITLES = ("title", "container-title")
_SERIAL = frozenset({"volume", "issue"})


def take_bracketed(draft: Draft) -> None:
    """Take the medium, version and number out of the brackets that end a title or stand alone.

    APA prints them behind the title. A word in square brackets that names no medium is part of the
    title, and so is one in an article of a journal (``[letter]``, ``[abstract]``).

    Example: ``{title|The tidewater [Film]}`` is "The tidewater", a film.
    """
    fields = draft.fields
    for label in _TITLES:
        if label in fields:
            fields[label][0] = _without_brackets(fields[label][0], fields)
    for i, gap in enumerate(draft.gaps):
        if "(" in gap or "[" in gap:
            for match in _IN_GAP.finditer(gap):
                if _take(match[1], match[2], fields):
                    draft.gaps[i] = draft.gaps[i].replace(match.group(), "")


def _without_brackets(title: str, fields: Fields) -> str:
    while (match := _AT_END.search(title)) and _take(match[1], match[2], fields):
        title = title[: match.start()]
    return title


def _take(opener: str, words: str, fields: Fields) -> bool:
    """Take the value in a bracket if a rule knows it; return whether one does."""
    if opener == "[" and _SERIAL.isdisjoint(fields) and names_medium(words):
        fields.setdefault("medium", [words])
        return True
    for label, pattern in BRACKET_RULES:
        if (match := pattern.fullmatch(words)) and label not in fields:
            fields[label] = [match[1]]
            return True
    return False
