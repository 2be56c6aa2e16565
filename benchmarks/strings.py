"""Print made-up reference strings, half of them damaged: python -m benchmarks.strings 100.

They come from the generator of the tagger's training data (``tools/tagger``), from made-up works
instead of records, so that no data is needed. Each list has a style and damage of its own: spaces
that a PDF added or left out, broken words, other dashes and quotes, missing stops, numbers.
"""

from __future__ import annotations

import random
import sys
from typing import Any

from benchmarks.entries import Entry, entries
from tools.tagger.generate import lists
from tools.tagger.material import Journal, Material
from tools.tagger.titles import invented
from tools.tagger.words import words

TYPES = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "book": "book",
    "incollection": "chapter",
    "phdthesis": "thesis",
    "techreport": "report",
    "misc": "webpage",
}
PLACES = ("London", "New York", "Berlin", "Paris", "Torino", "Cambridge, MA", "Leiden", "Kraków")
LANGUAGES = ("en", "en", "en", "de", "fr", "it")
WORKS = 4_000


def made_up(count: int) -> list[str]:
    """Return a number of strings, the same at every run."""
    made = [item.text for items in lists(_material(), count, seed=1) for item in items]
    return [" ".join(text.split()) for text in made[:count]]


def _material() -> Material:
    """Return made-up works, journals and publishers."""
    chance = random.Random(1)  # noqa: S311 (nothing secret)
    material = Material()
    for entry in entries(WORKS):
        record = _record(chance, entry)
        material.add(record)
        if entry.kind[1] == "article":
            people = [(family.plain, given) for family, given in entry.authors]
            article = {"title": record["title"], "author": people}
            material.works["biomedical"]["en"].append(article)
    material.journals += [Journal(name, name) for name in words("medical_journals")]
    material.journals += [Journal(name, name) for name in words("physics_journals")]
    return material


def _record(chance: random.Random, entry: Entry) -> dict[str, Any]:
    """Return an entry as CSL-JSON, with a title of real words."""
    people = [{"family": family.plain, "given": given} for family, given in entry.authors]
    return {
        "type": TYPES[entry.kind[1]],
        "title": invented(chance, chance.choice(LANGUAGES)),
        "author": people,
        "editor": people[:2] if entry.kind[1] in ("inproceedings", "incollection") else [],
        "container-title": entry.container,
        "collection-title": entry.container.replace("Journal of", "Studies in"),
        "publisher": entry.publisher,
        "publisher-place": chance.choice(PLACES),
        "volume": str(entry.volume),
        "issue": str(entry.issue),
        "page": f"{entry.page}-{entry.last}",
    }


if __name__ == "__main__":
    sys.stdout.write("\n".join(made_up(int(sys.argv[1]))) + "\n")
