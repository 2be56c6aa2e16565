"""Set made-up notes as pages: below a heading, alone, or at the feet of pages of prose.

For :mod:`tools.finder.score`; the notes are those of :mod:`tools.finder.made_notes`.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.finder.made_notes import MadeNote, made_notes

MARKERS = ("{} ", "{}. ", "[{}] ", "{} ", "({}) ")
WIDTHS = (0, 0, 72, 84, 100)
HEADINGS = ("Notes", "NOTES", "Anmerkungen", "Note", "Notas", "")
SENTENCES = (
    "Les foires de la vallée ont été étudiées par plusieurs générations d'historiens.",
    "Leur déclin reste mal connu, et l'on a longtemps cru que les péages en étaient la cause.",
    "In der Forschung ist die Frage umstritten, und die meisten gehen von einem Bruch aus.",
    "The matter was settled only in the next reign, and not without a good deal of trouble.",
    "Erst im 17. Jahrhundert ändert sich das Bild, wie man an den Rechnungen sieht.",
    "Le mulina della valle furono ricostruite più volte, e i conti ne serbano la memoria.",
    "The towns of the coast had by then lost most of what they once were proud of.",
)


class NotePage(NamedTuple):
    """A page: its text, and the works in its notes."""

    text: str
    references: list[str]


def note_pages(
    folder: Path, seed: int, part: str, count: int, prose: Sequence[str] = ()
) -> Iterator[NotePage]:
    """Yield pages whose notes are of a part, a third of them in each way of setting."""
    chance = random.Random(seed)
    for index, notes in enumerate(made_notes(folder, seed, part, count, prose)):
        marker, width = chance.choice(MARKERS), chance.choice(WIDTHS)
        first = chance.choice((1, 1, 1, chance.randint(2, 40)))
        printed = [
            _wrapped(marker.format(number) + note.text, width)
            for number, note in enumerate(notes, start=first)
        ]
        if index % 3 == 0:
            text = chance.choice(HEADINGS) + "\n" + "\n".join(printed)
        elif index % 3 == 1:
            text = "\n".join(printed)
        else:
            text = _at_feet(printed, width, chance)
        yield NotePage(text + "\n", [work for note in notes for work in _works(note)])


def _works(note: MadeNote) -> list[str]:
    return [note.text[start:end] for start, end in note.works]


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False) if width else text


def _at_feet(notes: Sequence[str], width: int, chance: random.Random) -> str:
    """Set some notes below each page of prose."""
    lines: list[str] = []
    left = list(notes)
    while left:
        for _ in range(chance.randint(2, 5)):
            paragraph = " ".join(chance.sample(SENTENCES, chance.randint(2, 5)))
            lines.append(_wrapped(paragraph, width or 90))
        size = chance.randint(2, 6)
        lines += left[:size]
        left = left[size:]
    return "\n".join(lines)
