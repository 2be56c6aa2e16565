"""Print a record in the styles of lists and notes of German and English papers."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tools.finder.prose import Words

Record = dict[str, Any]


class Style(NamedTuple):
    """The style of a list or a note: the parts of a reference and what separates them."""

    names: Callable[[Sequence[Record], Words], str]
    year: str
    title: str
    within: str
    end: str


def _inverted(names: Sequence[Record], words: Words) -> str:
    return words.between.join(
        name.get("literal") or f"{name['family']}, {name['given']}" for name in names
    )


def _initials(names: Sequence[Record], words: Words) -> str:
    return _listed([name.get("literal") or _with_initials(name) for name in names], words)


def _with_initials(name: Record) -> str:
    return f"{name['family']}, " + " ".join(f"{given[0]}." for given in name["given"].split())


def _natural(names: Sequence[Record], words: Words) -> str:
    return _listed(
        [name.get("literal") or f"{name['given']} {name['family']}" for name in names], words
    )


def _listed(printed: Sequence[str], words: Words) -> str:
    if len(printed) < 2:
        return "".join(printed)
    return ", ".join(printed[:-1]) + f" {words.and_} " + printed[-1]


LIST_STYLES = (
    Style(_inverted, " ({}): ", "{}. ", "In: {}", "."),
    Style(_inverted, ", {}: ", "{}. ", "In: {}", "."),
    Style(_initials, " ({}): ", "{}. ", "In: {}", "."),
    Style(_initials, " ({}). ", "{}. ", "In {}", "."),
    Style(_initials, " {}. ", "{}. ", "In {}", "."),
    Style(_inverted, " {}. ", "“{}.” ", "In {}", "."),
    Style(_inverted, ": ", "{}, ", "in: {}", "."),
    Style(_inverted, ". ", "{}. ", "In: {}", "."),
    Style(_initials, ", ", "‘{}’, ", "in {}", "."),
)
NOTE_STYLES = (
    Style(_natural, ", ", "{}, ", "in: {}", ""),
    Style(_natural, ": ", "{}. ", "In: {}", ""),
    Style(_natural, ", ", "‘{}’, ", "in {}", ""),
    Style(_inverted, ", ", "{}, ", "in: {}", ""),
)


def printed(record: Record, style: Style, words: Words, chance: random.Random) -> str:
    """Return a reference in a style."""
    people = record.get("author") or record.get("editor")
    names = style.names(people or (), words)
    if not record.get("author"):
        names += f" ({words.editors})"
    text = names + style.year.format(year_of(record)) + style.title.format(record["title"])
    late = year_of(record) if "{}" not in style.year else ""
    return (text + _place(record, style, late, words, chance)).rstrip(" ,.") + style.end


def _place(record: Record, style: Style, late: str, words: Words, chance: random.Random) -> str:
    """Return where a work was published, with the year if it is printed ``late``."""
    pages = f"{words.pages} {record['page']}" if record.get("page") else ""
    imprint = ": ".join(filter(None, (record.get("publisher-place"), record.get("publisher"))))
    imprint = f"{imprint or words.place} {late}".rstrip()
    if record["type"] == "article-journal":
        volume = str(record.get("volume", chance.randint(1, 60)))
        if record.get("issue"):
            volume += chance.choice(("({})", ", H. {}", "/{}", ", {}")).format(record["issue"])
        journal = f"{style.within.format(record['container-title'])} {volume}"
        return ", ".join(filter(None, (journal + (f" ({late})" if late else ""), pages)))
    if record["type"] == "chapter":
        book = record["container-title"]
        if record.get("author") and record.get("editor"):
            book = f"{_listed_editors(record, words)} ({words.editors}), {book}"
        return ", ".join(filter(None, (style.within.format(book) + f". {imprint}", pages)))
    if record["type"] == "thesis":
        return ", ".join(filter(None, (words.thesis, record.get("publisher"), late)))
    return imprint


def _listed_editors(record: Record, words: Words) -> str:
    return _natural(record["editor"], words)


def short(record: Record) -> str:
    """Return a short name of a work, its first author, as a later note has it."""
    people = record.get("author") or record["editor"]
    return str(people[0].get("literal") or people[0]["family"])


def year_of(record: Record) -> str:
    """Return a record's year, or ``""``."""
    parts = record.get("issued", {}).get("date-parts")
    return str(parts[0][0]) if parts and parts[0] else ""
