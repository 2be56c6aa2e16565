"""Add page furniture to a made-up list: running heads, page numbers, page breaks."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

# How heads of pages are printed; ``{p}`` is the page.
HEADS = (
    "{p}", "- {p} -", "Page {p}", "{p}   Voss and Lenz",
    "Journal of Moor Studies 12 (2014)   {p}",
    "A. Thiele: Notes on the moor   {p}", "{p} | Moor Studies",
    "Moor Stud. 2014, 12, x   {p} of 40",
    "Seite {p}", "THE MOOR AND ITS TOWNS", "Author manuscript; available in PMC 2015 May 1.",
)  # fmt: skip
PAGE = (25, 40, 55)


class Furnished(NamedTuple):
    """A list with furniture: its text, and the spans of its references and of the furniture."""

    text: str
    spans: list[tuple[int, int]]
    aside: list[tuple[int, int]]


def furnished(text: str, spans: Sequence[tuple[int, int]], chance: random.Random) -> Furnished:
    """Add furniture between some lines of a list."""
    if chance.random() > 0.25 or text.count("\n") < 8:
        return Furnished(text, list(spans), [])
    heads = chance.sample(HEADS, chance.choice((1, 1, 2)))
    feed = chance.choice(("", "", "\f", "\n"))
    page, every = chance.randint(1, 300), chance.choice(PAGE)
    out = ""
    added: list[tuple[int, int]] = []
    aside: list[tuple[int, int]] = []
    for count, line in enumerate(text.splitlines(keepends=True), start=chance.randint(1, every)):
        if count % every == 0:
            page += 1
            more = feed + "".join(head.format(p=page) + "\n" for head in heads)
            more += "\n" * chance.randint(0, 1)
            added.append((len(out) - sum(size for _, size in added), len(more)))
            aside.append((len(out), len(out) + len(more)))
            out += more
        out += line

    def moved(place: int, *, end: bool) -> int:
        return place + sum(size for at, size in added if at < place or (at == place and not end))

    return Furnished(out, [(moved(a, end=False), moved(b, end=True)) for a, b in spans], aside)
