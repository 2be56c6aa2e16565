"""Make up whole papers around real records: with a list at the end, footnotes, or both.

The records are real (``records.jsonl.gz`` of the data folder). The styles are those of German and
English social scientists and historians, the prose is in :mod:`tools.finder.prose`. The papers look
like text from a PDF: wrapped lines, hyphens at line ends, running heads, page numbers, footnotes at
the end of pages. For :mod:`tools.finder.score` and :mod:`tools.finder.train`.
"""

from __future__ import annotations

import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.finder.printing import LIST_STYLES, NOTE_STYLES, Record, Style, printed, short, year_of
from tools.finder.prose import WORDS, Words
from tools.tagger.data_folder import rows


class MadePaper(NamedTuple):
    """A paper: its text, the references in it, in order, and the span of its list."""

    text: str
    references: list[str]
    list_span: tuple[int, int]


CITED = 12, 40
"""How many works a paper cites, at least and at most."""


def made_papers(
    folder: Path, seed: int, part: str, count: int = 60, cited: tuple[int, int] = CITED
) -> Iterator[MadePaper]:
    """Yield papers that cite the records of one part."""
    chance = random.Random(seed)
    pools = _pools(folder, part)
    for index in range(count):
        language = ("de", "en")[index % 2]
        with_notes, with_list = ((True, False), (False, True), (True, True))[index % 3]
        size = min(len(pools[language]), chance.randint(*cited))
        works = chance.sample(pools[language], size)
        yield _paper(works, WORDS[language], chance, with_notes, with_list)


_GERMAN = (" und ", " der ", " zur ", " des ", "Die ", "Der ", "Das ", "Zur ", " im ")
_ENGLISH = (" the ", " of ", "The ", " and ", " in ")
_TYPES = {"book", "chapter", "article-journal", "thesis"}


def _pools(folder: Path, part: str) -> dict[str, list[Record]]:
    """Read the records that a paper may cite, by language."""
    pools: dict[str, list[Record]] = defaultdict(list)
    for record in rows(folder, "records.jsonl"):
        if not usable(record):
            continue
        if (zlib.crc32(record["title"].encode()) % 2 == 1) != (part == "tune"):
            continue
        title = record["title"]
        if any(word in title for word in _GERMAN):
            pools["de"].append(record)
        elif any(word in title for word in _ENGLISH):
            pools["en"].append(record)
    return pools


def usable(record: Record) -> bool:
    """Return whether a record has what papers and notes print of one."""
    if record.get("type") not in _TYPES or not year_of(record):
        return False
    names = [*record.get("author", ()), *record.get("editor", ())]
    texts = [record.get(key, "") for key in ("title", "container-title", "publisher")]
    return (
        8 < len(record.get("title", "")) < 160
        and all(name.get("family", "").isalpha() and name.get("given") for name in names)
        and bool(names)
        and len(names) < 5
        and not any(sign in str(text) for text in texts for sign in "{}\\<>[]?")
        and (
            record["type"] == "book"
            or bool(record.get("container-title") or record["type"] == "thesis")
        )
    )


# ---- a paper ----------------------------------------------------------------------------------


# The share of works by a body, not by persons.
BODIES = 0.08


def _paper(
    cited: list[Record], words: Words, chance: random.Random, with_notes: bool, with_list: bool
) -> MadePaper:
    for index, record in enumerate(cited):
        if chance.random() < BODIES:
            cited[index] = {**record, "author": [{"literal": chance.choice(words.bodies)}]}
    style, note_style = chance.choice(LIST_STYLES), chance.choice(NOTE_STYLES)
    width = chance.choice((60, 66, 72, 80, 90, 100))
    noted = cited if not with_list else chance.sample(cited, len(cited) // 2)
    notes: list[str] = []
    references: list[str] = []
    if with_notes:
        notes, references = _notes(noted, note_style, words, chance)
    text = _set(notes, cited, width, words, chance)
    begin = end = len(text)
    if with_list:
        printed, listed = _list(cited, style, words, chance, width)
        text += chance.choice(words.lists) + "\n"
        begin, end = len(text), len(text) + len(printed)
        text += printed + chance.choice(words.afterwards) + "\n"
        references += listed
    return MadePaper(text, references, (begin, end))


def _notes(
    cited: Sequence[Record], style: Style, words: Words, chance: random.Random
) -> tuple[list[str], list[str]]:
    """Write footnotes: with one or two works, with works cited again, with prose."""
    notes: list[str] = []
    references: list[str] = []
    left = list(cited)
    while left:
        kind = chance.random()
        if kind < 0.55 or not notes:
            some = [left.pop() for _ in range(min(len(left), 1 + (chance.random() < 0.25)))]
            strings = [
                printed(record, style, words, chance)
                + (
                    f", {words.here} {words.pages} {chance.randint(3, 400)}"
                    if chance.random() < 0.3
                    else ""
                )
                for record in some
            ]
            references += strings
            lead = chance.choice(words.leads) if chance.random() < 0.4 else ""
            notes.append(lead + "; ".join(strings) + ".")
        elif kind < 0.7:
            notes.append(chance.choice(words.again).format(chance.randint(3, 300)))
        elif kind < 0.82:
            record = chance.choice(cited)
            title = " ".join(record["title"].split()[:2]).rstrip(":.,")
            notes.append(f"{short(record)}, {title}, {words.pages} {chance.randint(3, 300)}.")
        else:
            some_prose = chance.sample(words.sentences, chance.randint(1, 2))
            notes.append(" ".join(_filled(pattern, words, chance) for pattern in some_prose))
    return notes, references


def _paragraphs(
    notes: int, cited: Sequence[Record], words: Words, chance: random.Random
) -> Iterator[tuple[str, int]]:
    """Yield paragraphs with note marks and citations in brackets, and the last note number."""
    number = 0
    while True:
        sentences = []
        for pattern in chance.sample(words.sentences, chance.randint(3, 7)):
            sentence = _filled(pattern, words, chance)
            if chance.random() < 0.2:
                record = chance.choice(cited)
                place = f"{short(record)} {year_of(record)}: {chance.randint(2, 300)}"
                sentence = f"{sentence[:-1]} ({place})."
            if number < notes and chance.random() < 0.4:
                number += 1
                sentence += f"{number}"
            sentences.append(sentence)
        yield " ".join(sentences), number
        if chance.random() < 0.15:
            yield chance.choice(words.headings), number


def _filled(pattern: str, words: Words, chance: random.Random) -> str:
    """Fill in a sentence: a number, a year, a place, two things."""
    return pattern.format(
        n=chance.randint(3, 990),
        y=chance.randint(1950, 2009),
        p=chance.choice(words.places),
        w=chance.choice(words.things),
        v=chance.choice(words.things),
    )


PAGE, LEAST_PARAGRAPHS = 44, 12


def _set(
    notes: Sequence[str], cited: Sequence[Record], width: int, words: Words, chance: random.Random
) -> str:
    """Set a paper page by page, with the notes at the end of the page that refers to them."""
    head, author = chance.choice(words.titles), chance.choice(words.authors)
    left, right = chance.choice(
        (("{page} {author}", "{head} {page}"), ("{page} {head}",) * 2, ("{page}", "{page}"))
    )
    at_feet = chance.random() < 0.8
    waiting = [_wrapped(f"{number} {note}", width, chance) for number, note in enumerate(notes, 1)]
    lines = [head, author, ""]
    page, set_notes, first = chance.randint(1, 300), 0, 0
    for count, (paragraph, called) in enumerate(_paragraphs(len(notes), cited, words, chance)):
        lines += _wrapped(paragraph, width, chance)
        due = [line for note in waiting[set_notes:called] for line in note] if at_feet else []
        over = count >= LEAST_PARAGRAPHS and called == len(notes)
        if len(lines) - first + len(due) >= PAGE or over:
            lines += due
            set_notes = called
            page += 1
            side = right if page % 2 else left
            lines.append(side.format(head=head, page=page, author=author))
            first = len(lines)
        if over:
            break
    if not at_feet:
        lines.append(chance.choice(words.notes))
        lines += [line for note in waiting for line in note]
    return "\n".join(lines) + "\n"


def _list(
    cited: Sequence[Record], style: Style, words: Words, chance: random.Random, width: int
) -> tuple[str, list[str]]:
    """Set the list at the end of a paper."""
    strings = sorted((printed(record, style, words, chance) for record in cited), key=str.casefold)
    hang = chance.choice((0, 0, 0, 4))
    lines: list[str] = []
    for string in strings:
        first, *more = _wrapped(string, width - hang, chance)
        lines += [first, *(" " * hang + line for line in more)]
        if chance.random() < 0.04:
            lines.append(f"{chance.randint(100, 400)}" if chance.random() < 0.5 else "\f")
    return "\n".join(lines) + "\n", strings


def _wrapped(text: str, width: int, chance: random.Random) -> list[str]:
    """Wrap a paragraph, with some words hyphenated at line ends."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        room = width - len(line) - 2
        if len(line) + len(word) + 1 <= width:
            line += (" " if line else "") + word
        elif room >= 4 and len(word) > 7 and word.isalpha() and chance.random() < 0.6:
            cut = min(room, len(word) - 3)
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*filter(None, lines), line]
