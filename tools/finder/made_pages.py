"""Make up pages around reference strings: prose, a heading, a list in some layout, what follows.

The strings are real ones (``labelled/``) or printed in the tagger's styles; the prose is the
sentences of :mod:`tools.finder.prose` and, if a folder is given, texts without references in it.
Every page knows the span of each reference. For :mod:`tools.finder.train`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.finder.furnishing import Furnished, furnished
from tools.finder.lookalikes import lookalike
from tools.finder.made import FIELD, groups_of
from tools.finder.other_scripts import other_list
from tools.finder.page_words import (
    AFTERWARDS,
    BACK_MATTER,
    DASHES,
    LINKS,
    LIST_HEADINGS,
    TAILED,
    TAILS,
)
from tools.finder.prose import ENGLISH, GERMAN
from tools.tagger.generate import lists
from tools.tagger.material import Material
from tools.tagger.styles import SCHOOLS


class MadePage(NamedTuple):
    """A page: its text, and the start and end of each reference in it."""

    text: str
    spans: list[tuple[int, int]]
    aside: list[tuple[int, int]]

    @property
    def references(self) -> list[str]:
        """The references, each in one line."""
        return [" ".join(self._words(start, end).split()) for start, end in self.spans]

    def _words(self, start: int, end: int) -> str:
        kept = ""
        for first, last in self.aside:
            if start <= first and last <= end:
                kept += self.text[start:first]
                start = last
        return kept + self.text[start:end]


class Pool:
    """Where the strings and the prose of made-up pages are drawn from.

    Args:
        data: The data folder.
        part: ``tune`` or ``held-out``: which strings are drawn.
        prose: Texts without references.
    """

    def __init__(self, data: Path, part: str, prose: Sequence[str]) -> None:
        self.material = Material(data)
        self.groups = [group for group in groups_of(data, part).values() if len(group) > 2]
        self.prose = list(prose)
        self.schools = [name for name in SCHOOLS if (hash_of(name) % 4 == 0) == (part != "tune")]
        self.schools = self.schools or list(SCHOOLS)


def hash_of(text: str) -> int:
    """Return a hash that is the same in every process."""
    return int.from_bytes(text.encode()[:6].ljust(6), "big") % 1009


def made_pages(pool: Pool, seed: int, count: int) -> Iterator[MadePage]:
    """Yield pages: most with a list, some without."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _page(pool, chance)


# The share of pages that have no list.
EMPTY = 0.3


def _page(pool: Pool, chance: random.Random) -> MadePage:
    text, spans, aside = "", [], []
    if chance.random() < 0.7:
        text += prose_of(pool, chance) + "\n"
    if chance.random() < EMPTY:
        return MadePage(text + prose_of(pool, chance) + "\n", [], [])
    for _ in range(1 + (chance.random() < 0.12)):
        if chance.random() < 0.82:
            text += heading_of(chance) + "\n" + "\n" * (chance.random() < 0.3)
        listed = made_list(strings_of(pool, chance), chance)
        spans += [(len(text) + start, len(text) + end) for start, end in listed.spans]
        aside += [(len(text) + start, len(text) + end) for start, end in listed.aside]
        text += listed.text
        text += _after(pool, chance)
    return MadePage(text, spans, aside)


def strings_of(pool: Pool, chance: random.Random) -> list[str]:
    """Draw the strings of one list; fields may be parted by ``FIELD``."""
    size = chance.choice((1, 2, 3, 4, 6, 8, 10, 14, 20, 30))
    kind = chance.random()
    if kind < 0.4 and pool.groups:
        group = chance.choice(pool.groups)
        begin = chance.randrange(max(1, len(group) - size))
        return [text for text in group[begin : begin + size] if len(text) < 900] or group[:1]
    if kind < 0.82:
        return _of_school(pool, chance, size)
    return other_list(chance, size, pool.prose)


def _of_school(pool: Pool, chance: random.Random, size: int) -> list[str]:
    school = chance.choice(pool.schools)
    strings: list[str] = []
    for made in lists(pool.material, size, chance.randrange(1 << 30), (school,)):
        for item in made:
            first = item.spans[0] if item.spans else ("", 0, 0)
            begin = item.spans[1][1] if first[0] == "citation-number" and item.spans[1:] else 0
            strings.append(" ".join(item.text[begin:].split()).strip(" ;|"))
    return [text for text in strings[:size] if len(text) > 20] or strings[:1]


# ---- prose --------------------------------------------------------------------------------------


_LOOKALIKES = 0.2


def prose_of(pool: Pool, chance: random.Random) -> str:
    """Draw some lines that hold no reference."""
    if chance.random() < _LOOKALIKES:
        return lookalike(chance)
    if pool.prose and chance.random() < 0.75:
        lines = chance.choice(pool.prose).split("\n")
        size = chance.choice((3, 8, 20, 40, 80))
        begin = chance.randrange(max(1, len(lines) - size))
        return "\n".join(lines[begin : begin + size])
    words = chance.choice((ENGLISH, GERMAN))
    width = chance.choice((60, 72, 90, 0))
    paragraphs = []
    for _ in range(chance.randint(1, 5)):
        some = chance.sample(words.sentences, min(len(words.sentences), chance.randint(1, 6)))
        paragraphs.append(
            " ".join(_filled(one, words.places, words.things, chance) for one in some)
        )
    return "\n\n".join(wrapped(one, width, 0, chance) for one in paragraphs)


def _filled(
    pattern: str, places: Sequence[str], things: Sequence[str], chance: random.Random
) -> str:
    return pattern.format(
        n=chance.randint(3, 990),
        y=chance.randint(1950, 2022),
        p=chance.choice(places),
        w=chance.choice(things),
        v=chance.choice(things),
    )


def heading_of(chance: random.Random) -> str:
    """Compose a heading of a list from its parts."""
    words = chance.choice(LIST_HEADINGS)
    if chance.random() < 0.12:
        words += chance.choice((" / ", " & ", " and ", " – ")) + chance.choice(LIST_HEADINGS)
    if chance.random() < 0.15:
        words += chance.choice(TAILED)
    if chance.random() < 0.2:
        words = words.upper()
    if chance.random() < 0.2:
        words = f"{chance.randint(2, 9)}{chance.choice(('. ', ' ', ') ', '.  '))}{words}"
    if chance.random() < 0.15:
        words = chance.choice(("# {}", "## {}", "**{}**", "== {} ==", "\\section*{{{}}}")).format(
            words
        )
    elif chance.random() < 0.2:
        words += ":"
    return words


def _after(pool: Pool, chance: random.Random) -> str:
    if chance.random() < 0.45:
        return "\n"
    text = "\n" * chance.randint(0, 2)
    if chance.random() < 0.6:
        text += chance.choice(BACK_MATTER) + "\n"
    for _ in range(chance.randint(0, 3)):
        text += chance.choice(AFTERWARDS).format(y=chance.randint(1990, 2024)) + "\n"
    return text + (prose_of(pool, chance) + "\n" if chance.random() < 0.5 else "")


# ---- layout -------------------------------------------------------------------------------------

MARKERS: tuple[tuple[str, float], ...] = (
    ("", 9.0), ("[{}] ", 3.0), ("{}. ", 3.0), ("({}) ", 1.0), ("{}) ", 0.8), ("{} ", 1.0),
    ("[{}]\n", 0.3), ("{}.\n", 0.5), ("{}: ", 0.4), ("• ", 0.5), ("* ", 0.6), ("- ", 0.6),
    ("* [{}] ", 0.3), (".. [{}] ", 0.3), ("[^{}]: ", 0.3), ("{}.\t", 0.3), ("[{}]. ", 0.2),
    ("► ", 0.15), ("[{key}] ", 0.6), (".. [{key}] ", 0.2), ("[{key}]\n", 0.2), ("{}.", 0.3),
    ("[{}]", 0.4), ("^ ", 0.2), ("({key}) ", 0.1), ("{line}\n", 0.4),
)  # fmt: skip
"""How references are marked, and how often."""

WIDTHS = (0, 0, 0, 0, 45, 55, 64, 72, 80, 90, 105)


class Layout(NamedTuple):
    """How a list is set."""

    marker: str
    width: int
    hang: int
    first: int
    between: str
    broken: float
    hyphens: float
    link: str
    linked: float
    tails: Sequence[str]
    tailed: float
    gaps: float


def new_layout(chance: random.Random) -> Layout:
    """Draw a layout."""
    markers, weights = zip(*MARKERS, strict=True)
    rare = chance.random() < 0.12
    return Layout(
        marker=chance.choices(markers, weights)[0],
        width=chance.choice(WIDTHS),
        hang=chance.choice((0, 0, 0, 0, 2, 3, 4, 6, 8)),
        first=chance.choice((0, 0, 0, 0, 0, 0, 2, 4)),
        between="\n\n" if chance.random() < 0.22 else "\n",
        broken=chance.choice((0.0,) * 9 + (0.12, 1.0)),
        hyphens=chance.choice((0.0, 0.4)),
        link=chance.choice(LINKS),
        linked=chance.choice((0.0,) * 5 + (0.4, 0.9)),
        tails=chance.choice(TAILS),
        tailed=chance.choice((0.0,) * 6 + (0.6, 1.0)),
        gaps=0.3 if rare else 0.0,
    )


def made_list(strings: Sequence[str], chance: random.Random) -> Furnished:
    """Set strings as a list: in order or not, with markers, wrapped, with furniture."""
    layout = new_layout(chance)
    some = list(strings)
    if chance.random() < 0.55:
        some.sort(key=str.casefold)
        if chance.random() < 0.3:
            some = _dashed(some, chance)
    number = chance.choice((1,) * 12 + (2, 5, 17, 120))
    text, spans = "", []
    for string in some:
        marker = layout.marker.format(
            number, key=_key(string, chance), line=_key_line(string, chance)
        )
        number += 1 + (chance.random() < layout.gaps) * chance.randint(1, 6)
        begin = len(text)
        text += _entry(string, marker, layout, chance)
        spans.append((begin + layout.first + len(marker), len(text)))
        if chance.random() < layout.tailed:
            text += _with_tail(layout, chance)
        text += layout.between
    return furnished(text, spans, chance)


def _with_tail(layout: Layout, chance: random.Random) -> str:
    separator = chance.choice(("\n", " "))
    return "".join(separator + tail for tail in layout.tails)


def _entry(string: str, marker: str, layout: Layout, chance: random.Random) -> str:
    lead, later = " " * layout.first, " " * (layout.hang if not layout.first else 0)
    fields = string.split(FIELD)
    parts = [fields[0]]
    for field in fields[1:]:
        if chance.random() < layout.broken:
            parts.append(field)
        else:
            parts[-1] += " " + field
    if chance.random() < layout.linked and "10." not in string and "http" not in string:
        parts.append(layout.link.format(_doi(chance)))
    begin = lead + marker
    room = len(later)
    lines = [wrapped(part, layout.width, room, chance, layout.hyphens) for part in parts]
    return begin + ("\n" + later).join(lines)


def wrapped(text: str, width: int, indent: int, chance: random.Random, hyphens: float = 0.0) -> str:
    """Wrap a paragraph; later lines are indented; some words are hyphenated."""
    if not width or len(text) <= width:
        return text
    lines, line = [], ""
    for word in text.split(" "):
        room = width - len(line) - 2
        if len(line) + len(word) < width or not line:
            line += (" " if line else "") + word
        elif room >= 4 and len(word) > 7 and word.isalpha() and chance.random() < hyphens:
            cut = min(room, len(word) - 3)
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return ("\n" + " " * indent).join([*lines, line])


_AUTHORS = re.compile(r"\A[^\W\d_][^\d(\"“]{4,90}?(?=[.,:]?[ \x1f]?\(?(?:1[89]|20)\d\d)")


def _dashed(references: Sequence[str], chance: random.Random) -> list[str]:
    dash = chance.choice(DASHES)
    return [
        _AUTHORS.sub(dash, text, count=1) if index and chance.random() < 0.35 else text
        for index, text in enumerate(references)
    ]


_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?:1[6-9]|20)(\d\d)")


def _key(string: str, chance: random.Random) -> str:
    word, year = _WORD.search(string), _YEAR.search(string)
    name = word[0] if word else "Anon"
    ways: tuple[Callable[[], str], ...] = (
        lambda: name[:3] + (year[1] if year else "00"),
        lambda: name.upper()[:8] + (year[1] if year else "99"),
        lambda: f"{name} {year[0] if year else 2001}",
        lambda: name.upper()[:6],
        lambda: f"{name.lower()}{year[0] if year else 1999}",
    )
    return chance.choice(ways)()


def _key_line(string: str, chance: random.Random) -> str:
    word, year = _WORD.search(string), _YEAR.search(string)
    name = word[0].capitalize() if word else "Anon"
    others = chance.choice(("", "", " et al.", " and Voss"))
    return f"{name}{others}, {year[0] if year else chance.choice((2001, 'n.d.'))}"


def _doi(chance: random.Random) -> str:
    tail = "".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 6)))
    return f"10.{chance.randint(1000, 99999)}/{tail}.{chance.randint(1, 10**6)}"
