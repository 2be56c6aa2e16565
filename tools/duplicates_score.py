"""Measure how well duplicates are found: damage references in known ways, and find them again.

::

    python -m tools.duplicates_score records.jsonl.gz --journals journals.csv.gz --count 2000

``records`` holds a CSL-JSON item a line (or a title with ``authors`` and ``year``: journal and
numbers are made up for it). Without it a few references are made up. Of each reference some copies
are made as databases would have them (*damage*), and some that are other publications (*others*).
The table lists, by kind, how many of the damaged copies were found, and how many of the others were
taken for duplicates; precision, recall and F1 count pairs. Everything is the same in each run.
"""

from __future__ import annotations

import argparse
import ast
import csv
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from refconv.core.model import Date, Name, Reference
from refconv.library.deduplication.duplicates import find_duplicates

Change = Callable[[Reference, random.Random], Reference | None]
_VOWELS = "aeiou"


# ── references ────────────────────────────────────────────────────────────────────────────────────


def _opened(path: str) -> TextIO:
    if path.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8")
    return Path(path).open(encoding="utf-8")


def read_journals(path: str | None) -> list[tuple[str, str]]:
    """Return pairs of a journal's title and its abbreviation."""
    if path is None:
        return [
            ("Annals of Snow and Ice Research", "Ann Snow Ice Res"),
            ("The Journal of Clinical Hydrology", "J Clin Hydrol"),
            ("European Archives of River Medicine", "Eur Arch River Med"),
            ("Lakes", "Lakes"),
        ]
    with _opened(path) as file:
        rows = [row for row in csv.reader(file) if len(row) == 2]
    return [(title, short) for title, short in rows if len(title.split()) > 1 and "." in short][::7]


_SUBJECTS = "snow rivers lakes glaciers dunes marshes forests winds tides springs".split()
_EFFECTS = "melting flooding erosion recovery growth decline salinity warming".split()
_PLACES = "northern valleys,coastal towns,high mountains,dry plains,old harbours".split(",")
_FAMILIES = "Okoro Lindqvist Marsh Tanaka Ferrari Nowak Dubois Keller Haddad Silva".split()


def made_up(rng: random.Random) -> Iterator[Mapping[str, Any]]:
    """Yield titles with authors and years that nobody has written."""
    for subject in _SUBJECTS:
        for effect in _EFFECTS:
            place, other = rng.choice(_PLACES), rng.choice(_EFFECTS)
            names = rng.sample(_FAMILIES, rng.randint(1, 4))
            yield {
                "title": f"Effects of {other} on the {effect} of {subject} in the {place}",
                "authors": str([f"{name}, {rng.choice('ABCDE')}." for name in names]),
                "year": str(rng.randint(1990, 2020)),
            }


def references_of(
    items: Iterable[Mapping[str, Any]], journals: Sequence[tuple[str, str]], rng: random.Random
) -> Iterator[Reference]:
    """Yield references of CSL-JSON items, or of titles with authors and years."""
    for item in items:
        if "authors" not in item:
            reference = Reference.from_csl({k: v for k, v in item.items() if k != "src"})
            if len(reference.title) > 12 and reference.issued and reference.author:
                yield reference
            continue
        names = _names_of(item["authors"])
        year = re.sub(r"\D", "", str(item["year"]))[:4]
        if not names or not year or not item["title"]:
            continue
        title, short = rng.choice(journals)
        first, number = rng.randint(2, 1500), rng.randint(10**5, 10**7)
        yield Reference(
            type="article-journal",
            title=item["title"],
            author=names,
            container_title=title,
            container_title_short=short,
            issued=int(year),
            volume=rng.randint(1, 90),
            issue=rng.randint(1, 12),
            page=f"{first}-{first + rng.randint(1, 19)}",
            DOI=f"10.{rng.randint(1000, 1099)}/j.{number}",
            PMID=str(number),
            abstract=f"{item['title']}. " * 2 + " ".join(rng.sample(_LOREM, 30)),
        )


def _names_of(text: str) -> list[Name]:
    """Return the names of a list in Python's syntax, or of a text that divides them."""
    texts = ast.literal_eval(text) if text.startswith("[") else re.split(r"[;|,]\s*", text)
    names = []
    for one in filter(None, texts):
        if ", " in one:
            family, _, given = one.partition(", ")
        else:
            given, _, family = one.rpartition(" ")
        names.append(Name(family=family, given=given))
    return names


_LOREM = [
    a + b for a in "ba ce di fo gu ha je ki".split() for b in "lar mon ter vis xon nel".split()
]


# ── how databases have one publication ────────────────────────────────────────────────────────────


def _typos(text: str, rng: random.Random, count: int) -> str:
    letters = [*text]
    places = [i for i, letter in enumerate(letters[1:], 1) if letter.isalpha()]
    for place in rng.sample(places, min(count, len(places))):
        letters[place] = rng.choice(["", letters[place] * 2, rng.choice("aeinrst")])
    return "".join(letters)


def _initials(reference: Reference, _: random.Random) -> Reference:
    def short(name: Name) -> Name:
        if not name.given:
            return name
        given = " ".join(f"{part[0]}." for part in re.split(r"[\s.-]+", name.given) if part)
        return Name(family=name.family, given=given)

    return reference.changed(author=tuple(map(short, reference.author)))


def _short_journal(reference: Reference, _: random.Random) -> Reference | None:
    short = reference.container_title_short
    bare = {"container_title": short.replace(".", ""), "container_title_short": ""}
    return reference.changed(**bare) if short else None


def _short_pages(reference: Reference, _: random.Random) -> Reference | None:
    match = re.fullmatch(r"(\d+)-(\d+)", reference.page)
    if match is None or len(match[1]) != len(match[2]):
        return None
    same = next((i for i, (a, b) in enumerate(zip(*match.groups(), strict=True)) if a != b), 0)
    return reference.changed(page=f"{match[1]}-{match[2][same:]}")


def _without(*names: str) -> Change:
    return lambda reference, _: reference.changed(**dict.fromkeys(names, ""))


def _no_identifiers(reference: Reference) -> Reference:
    return reference.changed(DOI="", PMID="", ISSN="", ISBN="", URL="")


def _like_medline(reference: Reference, rng: random.Random) -> Reference | None:
    changed = _short_pages(_initials(reference, rng), rng)
    changed = changed and _short_journal(changed, rng)
    return changed and changed.changed(title=f"{reference.title.rstrip('.')}.", DOI="", ISSN="")


def _like_embase(reference: Reference, rng: random.Random) -> Reference:
    title = reference.title[:1] + reference.title[1:].lower()
    return _initials(reference, rng).changed(title=title, PMID="", issue="")


def _swapped(reference: Reference, _: random.Random) -> Reference | None:
    first = reference.author[0]
    if not first.given or not first.family:
        return None
    swapped = Name(family=first.given.replace(".", ""), given=first.family)
    return _no_identifiers(reference).changed(author=(swapped, *reference.author[1:]))


def _transliterated(reference: Reference, _: random.Random) -> Reference | None:
    table = str.maketrans(
        {"ö": "oe", "ü": "ue", "ä": "ae", "é": "e", "ø": "o", "å": "aa", "ñ": "n"}
    )
    names = [
        Name(family=name.family.translate(table), given=name.given)
        for name in reference.author
        if name.family
    ]
    changed = reference.changed(author=names)
    return _no_identifiers(changed) if names and changed != reference else None


def _in_press(reference: Reference, _: random.Random) -> Reference | None:
    year = reference.issued and reference.issued.year
    if not year or not reference.container_title or reference.type != "article-journal":
        return None
    return reference.changed(volume="", issue="", page="", PMID="", issued=year - 1)


def _translated(reference: Reference, rng: random.Random) -> Reference | None:
    if not (reference.volume and "-" in reference.page and reference.issue):
        return None
    words = ["".join(rng.sample(word, len(word))) for word in reference.title.split()]
    return _no_identifiers(reference).changed(title=" ".join(words).capitalize())


def _year_off(reference: Reference, rng: random.Random) -> Reference | None:
    year = reference.issued and reference.issued.year
    if not year or not (reference.volume and reference.page):
        return None
    return _no_identifiers(reference).changed(issued=Date.on(year + rng.choice((-1, 1))))


def _subtitle_gone(reference: Reference, _: random.Random) -> Reference | None:
    head, colon, _rest = reference.title.partition(": ")
    long_enough = colon and len(head.split()) >= 4 and reference.page
    return _no_identifiers(reference).changed(title=head) if long_enough else None


def _page_error(reference: Reference, rng: random.Random) -> Reference | None:
    match = re.fullmatch(r"(\d+)-(\d+)", reference.page)
    if match is None or not (reference.volume and reference.container_title):
        return None
    return reference.changed(page=f"{int(match[1]) + rng.randint(1, 9)}-{match[2]}", PMID="")


DAMAGE: Mapping[str, Change] = {
    "no identifiers": lambda one, _: _no_identifiers(one),
    "as MEDLINE": _like_medline,
    "as Embase": _like_embase,
    "upper case": lambda one, _: _no_identifiers(one).changed(title=one.title.upper()),
    "brackets": lambda one, _: _no_identifiers(one).changed(title=f"[{one.title}]."),
    "typos in title": lambda one, rng: _no_identifiers(one).changed(
        title=_typos(one.title, rng, 2)
    ),
    "typo in author": lambda one, rng: _no_identifiers(one).changed(
        author=(Name(family=_typos(one.author[0].family or "Xx", rng, 1)), *one.author[1:])
    ),
    "swapped name": _swapped,
    "transliterated": _transliterated,
    "first author only": lambda one, _: _no_identifiers(one).changed(author=one.author[:1]),
    "no authors": lambda one, _: one.changed(author=(), PMID="") if one.page else None,
    "no pages": _without("page", "PMID", "DOI", "ISSN"),
    "no journal": _without("container_title", "container_title_short", "PMID", "DOI", "ISSN"),
    "title and author": lambda one, _: Reference(
        type=one.type, title=one.title, author=one.author, issued=one.issued
    ),
    "online first": _in_press,
    "other translation": _translated,
    "year off by one": _year_off,
    "no subtitle": _subtitle_gone,
    "wrong first page": _page_error,
    "other DOI form": lambda one, _: (
        one.changed(DOI="", URL=f"https://doi.org/{one.DOI.upper()}") if one.DOI else None
    ),
}


# ── other publications ────────────────────────────────────────────────────────────────────────────


def _elsewhere(reference: Reference, rng: random.Random, years: int = 0) -> Reference:
    """Return a reference with other pages, another volume and no identifiers."""
    year = (reference.issued and reference.issued.year) or 2000
    first = rng.randint(2000, 3000)
    changed = _no_identifiers(reference).changed(issued=year + years, page=f"{first}-{first + 7}")
    return changed.changed(volume=rng.randint(91, 120), issue="", abstract="")


def _abstract_of_meeting(reference: Reference, rng: random.Random) -> Reference:
    found = _elsewhere(reference, rng, -1)
    return found.changed(
        page=f"S{rng.randint(100, 900)}", issue="Suppl 1", container_title_short=""
    )


def _abstract_elsewhere(reference: Reference, rng: random.Random) -> Reference:
    found = _elsewhere(reference, rng, rng.choice((-1, 0)))
    meeting = {"container_title": "Abstracts of the World Congress of Sands", "volume": ""}
    return found.changed(type="paper-conference", container_title_short="", **meeting)


def _titled(template: str) -> Change:
    def change(reference: Reference, rng: random.Random) -> Reference:
        return _elsewhere(reference, rng).changed(title=template.format(reference.title))

    return change


def _opposite(reference: Reference, rng: random.Random) -> Reference:
    title = f"{reference.title} in men"
    return _elsewhere(reference, rng).changed(title=title)


def _next_in_series(reference: Reference, rng: random.Random) -> Reference:
    words = reference.title.split()
    words[len(words) // 2] = "sandstorms"
    return _elsewhere(reference, rng, 1).changed(title=" ".join(words))


OTHERS: Mapping[str, Change] = {
    "abstract, same journal": _abstract_of_meeting,
    "abstract, proceedings": _abstract_elsewhere,
    "erratum": _titled("Erratum: {}"),
    "correction": _titled("{} (vol 12, pg 34, 2001)"),
    "corrigendum": _titled("Corrigendum to '{}'"),
    "reply": _titled("{}: reply"),
    "comment": _titled("Comment on: {}"),
    "protocol": _titled("{}: study protocol"),
    "part II": _titled("{}. Part II"),
    "phase 3": _titled("{}: phase 3"),
    "later report": lambda one, rng: _elsewhere(one, rng, 1),
    "much later": lambda one, rng: _elsewhere(one, rng, 5),
    "other word": _next_in_series,
    "subgroup": _opposite,
    "same authors": lambda one, rng: _elsewhere(one, rng).changed(title="Sands of the south"),
    "preprint": lambda one, _: _no_identifiers(one).changed(
        type="article", genre="preprint", page="", volume="", issue="", container_title="bioRxiv"
    ),
}


# ── measuring ─────────────────────────────────────────────────────────────────────────────────────


class Score(NamedTuple):
    """What was found of some pairs of duplicates, and what was taken for one."""

    found: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Share of the pairs found that are duplicates."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the duplicates that were found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Library(NamedTuple):
    """References with the number of the publication that each is of, and how each was made."""

    references: list[Reference]
    publications: list[int]
    kinds: list[str]


def library_of(originals: Sequence[Reference], rng: random.Random) -> Library:
    """Return the originals, with two damaged copies and one other publication of each."""
    made = Library([], [], [])
    others = len(originals)
    turn = {"damage": 0, "others": 0}

    def add(reference: Reference, publication: int, kind: str) -> None:
        made.references.append(reference)
        made.publications.append(publication)
        made.kinds.append(kind)

    for publication, original in enumerate(originals):
        add(original, publication, "original")
        for _ in range(2):
            name, change = _next(DAMAGE, turn, "damage")
            if (damaged := change(original, rng)) is not None:
                add(damaged, publication, name)
        name, change = _next(OTHERS, turn, "others")
        if (other := change(original, rng)) is not None:
            add(other, others, name)
            others += 1
    order = [*range(len(made.references))]
    rng.shuffle(order)
    return Library(*([values[place] for place in order] for values in made))


def _next(table: Mapping[str, Change], turn: dict[str, int], kind: str) -> tuple[str, Change]:
    turn[kind] += 1
    return [*table.items()][turn[kind] % len(table)]


def score(library: Library) -> tuple[Score, Counter[str], list[tuple[int, int]]]:
    """Return the score of all pairs, counts by kind, and the pairs that were wrong."""
    groups = find_duplicates(library.references)
    found = {pair for group in groups for pair in combinations(group.members, 2)}
    members: dict[int, list[int]] = {}
    for place, publication in enumerate(library.publications):
        members.setdefault(publication, []).append(place)
    true = {pair for places in members.values() for pair in combinations(places, 2)}
    counts: Counter[str] = Counter()
    for pair in true:
        kinds = {library.kinds[place] for place in pair} - {"original"}
        if len(kinds) == 1:
            counts[f"{min(kinds)} {'found' if pair in found else 'missed'}"] += 1
    wrong = sorted(found - true)
    for pair in wrong:
        kinds = {library.kinds[place] for place in pair} & OTHERS.keys()
        counts[f"{min(kinds, default='originals')} wrong"] += 1
    return Score(len(found & true), len(true - found), len(wrong)), counts, wrong


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", nargs="?", help="JSON Lines, may be compressed")
    parser.add_argument("--journals", help="CSV with a journal's title and its abbreviation a row")
    parser.add_argument("--count", type=int, default=500, help="publications")
    parser.add_argument("--every", type=int, default=1, help="take every such line")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="wrong pairs to print")
    given = parser.parse_args(arguments)
    rng = random.Random(given.seed)
    if given.records is None:
        items: list[Mapping[str, Any]] = [*made_up(rng)]
    else:
        with _opened(given.records) as file:
            items = [json.loads(line) for line in islice(file, 0, None, given.every)]
        rng.shuffle(items)
    originals = references_of(items, read_journals(given.journals), rng)
    library = library_of([*islice(originals, given.count)], rng)
    began = time.perf_counter()
    total, counts, wrong = score(library)
    seconds = time.perf_counter() - began
    for pair in wrong[: given.wrong]:
        sys.stdout.writelines(f"{library.kinds[i]}: {library.references[i]}\n" for i in pair)
    for name in DAMAGE:
        found, missed = counts[f"{name} found"], counts[f"{name} missed"]
        print(f"{name:24} {found:5} found {missed:5} missed")
    for name in (*OTHERS, "originals"):
        print(f"{name:24} {counts[f'{name} wrong']:5} wrong")
    print(
        f"{len(library.references)} references, {seconds:.1f} s: precision {total.precision:.4f}"
        f"  recall {total.recall:.4f}  F1 {total.f1:.4f}"
    )


if __name__ == "__main__":
    main()
