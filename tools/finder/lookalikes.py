"""Make up text that looks like references and is none: tables, indexes, contents, front matter."""

from __future__ import annotations

import random
from collections.abc import Callable

NAMES = (
    "Voss", "Lenz", "Thiele", "Brandt", "Okafor", "Dale", "Ng", "Frost", "Gale", "Hart", "Ilves",
    "Jung", "Koch", "Lund", "Moreau", "Novak", "Ortega", "Price", "Quinn", "Ross", "Sala", "Tait",
)  # fmt: skip
PLACES = ("Peru", "Kenya", "Panama", "Upper Lenn", "Arden", "India", "Costa Rica", "Uganda")
THINGS = ("Seed dispersal", "Species richness", "Mass", "Survival", "Density", "Shannon Index")


def lookalike(chance: random.Random) -> str:
    """Return some lines that are no references."""
    return "\n".join(chance.choice(_MAKERS)(chance))


def _year(chance: random.Random) -> int:
    return chance.randint(1960, 2023)


def _studies(chance: random.Random) -> list[str]:
    """A table of studies, each on one or several rows."""
    form = chance.choice(("{a} ({y})", "{a} et al. ({y})", "{a} & {b} ({y})", "{a} et al. {y}"))
    first = chance.random() < 0.5
    lines = ["Study Country Variable Control Treatment Change"]
    for number, name in enumerate(sorted(chance.sample(NAMES, chance.randint(5, 18))), start=1):
        study = form.format(a=name, b=chance.choice(NAMES), y=_year(chance))
        place = chance.choice(PLACES)
        for _ in range(chance.choice((1, 1, 2, 4))):
            row = f"{study} {place} {chance.choice(THINGS)} "
            row += " ".join(f"{chance.uniform(0, 99):.2f}" for _ in range(chance.randint(1, 3)))
            lines.append((f"{number} " if first else "") + row + f" {chance.randint(-90, 200)}")
    return lines


def _index(chance: random.Random) -> list[str]:
    names = sorted(chance.sample(NAMES, 14))
    return ["Index"] + [
        f"{name}, {chance.choice('ABCDEFG')}., {chance.randint(3, 90)}, {chance.randint(91, 300)}"
        for name in names
    ]


def _contents(chance: random.Random) -> list[str]:
    dots = chance.choice((" ........ ", "    ", " . . . . . "))
    page = 1
    lines = [chance.choice(("Contents", "Table of contents", "Inhalt"))]
    for number in range(1, chance.randint(6, 14)):
        page += chance.randint(2, 20)
        lines.append(f"{number}. {chance.choice(THINGS)} in {chance.choice(PLACES)}{dots}{page}")
    return lines


def _front_matter(chance: random.Random) -> list[str]:
    return [
        "---",
        f"title: {chance.choice(THINGS)} in {chance.choice(PLACES)}",
        f"author: {chance.choice(NAMES)}, J.",
        f"date: {_year(chance)}-05-12",
        "bibliography: moor.bib",
        "---",
    ]


def _course(chance: random.Random) -> list[str]:
    if chance.random() < 0.5:
        return _sessions(chance)
    return [
        f"Week {week} ({week} March {_year(chance)}): {chance.choice(THINGS)}. "
        f"Read {chance.choice(NAMES)} ({_year(chance)}), chapter {week}."
        for week in range(1, chance.randint(5, 13))
    ]


def _sessions(chance: random.Random) -> list[str]:
    """A plan of lessons, with dates and what to read before each."""
    word = chance.choice(("Week", "Session", "Lecture", "Sitzung", "Séance", "Class", "Unit"))
    date = chance.choice(("({m} {d}, {y})", "{d} {m} {y}", "– {m} {d}, {y}", "({d}.{n}.{y})"))
    read = chance.choice(
        (
            "Reading: chapter {n}, pp. {p}-{q}.",
            "Reading: chapters {n}-{k}.",
            "Read pp. {p}–{q}.",
            "Text: Kap. {n}, S. {p}-{q}.",
            "Homework {n} due.",
        )
    )
    year, page, lines = _year(chance), chance.randint(1, 20), []
    for number in range(1, chance.randint(4, 14)):
        month = chance.choice(("Sept", "March", "Oct", "April", "May"))
        when = date.format(m=month, d=chance.randint(1, 28), y=year, n=number)
        what = read.format(n=number, k=number + 2, p=page, q=page + chance.randint(5, 30))
        lines.append(f"{word} {number} {when}: {chance.choice(THINGS)}. {what}")
        page += 30
    return lines


def _people(chance: random.Random) -> list[str]:
    return [
        f"{chance.choice('ABCDE')}. {chance.choice(NAMES)} is professor at the University of "
        f"{chance.choice(PLACES)}. Since {_year(chance)} she has led the Institute of Bees. "
        f"She is the author of The Moor (Owl Press, {_year(chance)})."
        for _ in range(chance.randint(1, 5))
    ]


def _changes(chance: random.Random) -> list[str]:
    return [
        f"{n}.{chance.randint(0, 9)} ({_year(chance)}-0{chance.randint(1, 9)}-12) - "
        f"{chance.choice(NAMES)}: fixed a bug in {chance.choice(THINGS).lower()} (#{n * 7})"
        for n in range(chance.randint(4, 12), 0, -1)
    ]


def _credits(chance: random.Random) -> list[str]:
    return [
        f"Copyright (c) {_year(chance)}-{_year(chance)} {chance.choice('JKLM')}. "
        f"{chance.choice(NAMES)} <{chance.choice(NAMES).lower()}@arden.example>"
        for _ in range(chance.randint(2, 8))
    ]


def _captions(chance: random.Random) -> list[str]:
    return [
        f"{chance.choice(('Fig.', 'Figure', 'Table', 'Abb.'))} {n}. {chance.choice(THINGS)} in "
        f"{chance.choice(PLACES)}, {_year(chance)} (after {chance.choice(NAMES)} {_year(chance)})."
        for n in range(1, chance.randint(3, 9))
    ]


def _programme(chance: random.Random) -> list[str]:
    return [
        f"{9 + n}.{chance.choice(('00', '15', '30'))} {chance.choice('ABC')}. "
        f"{chance.choice(NAMES)} ({chance.choice(PLACES)}): {chance.choice(THINGS)}"
        for n in range(chance.randint(4, 9))
    ]


def _cited(chance: random.Random) -> list[str]:
    """Sentences that cite works in brackets."""
    return [
        f"{chance.choice(THINGS)} was studied by {chance.choice(NAMES)} ({_year(chance)}) and "
        f"{chance.choice(NAMES)} et al. ({_year(chance)}; but see {chance.choice(NAMES)}, "
        f"{_year(chance)}, p. {chance.randint(2, 300)})."
        for _ in range(chance.randint(2, 9))
    ]


_MAKERS: tuple[Callable[[random.Random], list[str]], ...] = (
    _studies, _studies, _studies, _index, _contents, _front_matter, _course, _people, _changes,
    _credits, _captions, _programme, _cited,
)  # fmt: skip
