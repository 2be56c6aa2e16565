"""Set labelled reference strings as lists, in the layouts in which lists are pasted.

The strings are those of the data folder (``labelled/``), the lists are made up: wrapped at random
widths, with hanging indents, blank lines, one field a line, sorted or not, with dashes for repeated
authors, with and without numbers, with DOIs on separate lines. For :mod:`tools.finder.score` and
:mod:`tools.finder.train`.
"""

from __future__ import annotations

import random
import re
import textwrap
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.tagger import marked_text
from tools.tagger.data_folder import rows

FILES = ("anystyle-core", "grobid-citation")
# Separates fields until a list is set.
FIELD = "\x1f"
WIDTHS = (40, 48, 55, 60, 70, 80, 90, 100, 110, 0, 0, 0)
HANGS = (0, 0, 0, 2, 4, 6)
FIRSTS = (0, 0, 0, 0, 3)
# Justified text breaks some lines between fields; sites put every field on a separate line.
BREAKS = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.15, 1.0)
DASHES = ("—", "———", "---", "–", "______", "——")
# Sites put the DOI of a reference on a line below it.
LINKED = (0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.9)
LINKS = ("https://doi.org/{}", "DOI : {}", "doi:{}", "{}", "http://dx.doi.org/{}", "DOI: {}")
NUMBERS = ("[{}] ", "{}. ", "({}) ", "{}) ", "{} ")


class Made(NamedTuple):
    """A list: its text, its references, and the offset of each."""

    text: str
    references: list[str]
    begins: list[int]


def made_lists(folder: Path, seed: int, part: str, *, numbered: float = 0.0) -> Iterator[Made]:
    """Yield lists of the strings of one part; ``numbered`` is the share of lists with numbers."""
    chance = random.Random(seed)
    for strings in groups_of(folder, part).values():
        chance.shuffle(strings)
        at = 0
        while at < len(strings):
            size = chance.randint(3, 40)
            some = [text for text in strings[at : at + size] if _usable(text)]
            at += size
            if len(some) < 3:
                continue
            if chance.random() < 0.6:
                some.sort(key=str.casefold)
                if chance.random() < 0.4:
                    some = _dashed(some, chance)
            label = chance.choice(NUMBERS) if chance.random() < numbered else ""
            yield _set(some, label, chance)


def groups_of(folder: Path, part: str) -> dict[str, list[str]]:
    """Read the strings of a part in groups that share a style.

    The strings of one document do; those of AnyStyle are mixed on purpose.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for group, string in _strings(folder):
        if (zlib.crc32(group.encode()) % 2 == 1) == (part == "tune"):
            groups[group].append(_marked(string))
    return groups


def _strings(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the labelled strings of a data folder, each with its group."""
    for name in FILES:
        for index, string in enumerate(rows(folder / "labelled", f"{name}.jsonl")):
            yield string["doc"] if name == "grobid-citation" else f"core {index // 60}", string
    for path in sorted((folder / "labelled").glob("*.txt")):
        for item in marked_text.read(path):
            raw = [(label, item.text[start:end]) for label, start, end in item.spans]
            yield item.group, {"text": item.text, "raw": raw}


def _marked(string: dict[str, Any]) -> str:
    """Return a labelled string with a separator where a field begins."""
    text = " ".join(string["text"].split())
    at = 0
    marked = ""
    for index, (_, segment) in enumerate(string["raw"]):
        place = text.find(" ".join(segment.split()), at)
        if place > 0 and index and text[place - 1] == " ":
            marked += text[at : place - 1] + FIELD
            at = place
    return marked + text[at:]


def _usable(text: str) -> bool:
    return 25 < len(text) < 900 and text[0].isalnum()


_AUTHORS = re.compile(r"\A[^\W\d_][^\d(\"“]{4,90}?(?=[.,:]?[ \x1f]?\(?(?:1[89]|20)\d\d)")


def _dashed(references: Sequence[str], chance: random.Random) -> list[str]:
    """Replace some authors by a dash, as sorted lists do for repeated ones."""
    dash = chance.choice(DASHES)
    return [
        _AUTHORS.sub(dash, text, count=1) if index and chance.random() < 0.3 else text
        for index, text in enumerate(references)
    ]


def _set(references: Sequence[str], label: str, chance: random.Random) -> Made:
    """Set references as one list in a random layout."""
    width, hang, first = chance.choice(WIDTHS), chance.choice(HANGS), chance.choice(FIRSTS)
    between = "\n\n" if chance.random() < 0.15 else "\n"
    broken = chance.choice(BREAKS)
    linked, link = chance.choice(LINKED), chance.choice(LINKS)
    text, begins, whole = "", [], []
    for number, reference in enumerate(references, start=1):
        fields = [label.format(number)]
        for index, field in enumerate(reference.split(FIELD)):
            if index and chance.random() < broken:
                fields.append(field)
            else:
                fields[-1] += (" " if index else "") + field
        whole.append(reference.replace(FIELD, " "))
        if chance.random() < linked and "10." not in reference:
            fields.append(link.format(_made_doi(chance)))
            whole[-1] += " " + fields[-1]
        lines: list[str] = []
        for field in fields:
            lead = " " * (hang if lines else first)
            later = " " * (0 if first else hang)
            if width:
                lines += textwrap.wrap(field, width, initial_indent=lead, subsequent_indent=later)
            else:
                lines.append(lead + field)
        begins.append(len(text) + first)
        text += "\n".join(lines) + between
    return Made(text, whole, begins)


def _made_doi(chance: random.Random) -> str:
    tail = "".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 6)))
    return (
        f"10.{chance.randint(1000, 99999)}/{tail}.{chance.randint(1, 10 ** chance.randint(2, 7))}"
    )
