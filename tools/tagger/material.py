"""The material of made-up references: records, titles and journals of the data folder."""

from __future__ import annotations

import csv
import hashlib
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tools.tagger.data_folder import opened, rows

Person = tuple[str, str]
Item = dict[str, Any]


class Journal(NamedTuple):
    """A journal's name and its abbreviation."""

    name: str
    short: str


class Material:
    """Pools to draw from: works by type and language, people, publishers, journals.

    Without a folder they are empty, to be filled by :meth:`add`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.works: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
        self.people: list[Person] = []
        self.publishers: list[tuple[str, str]] = []
        self.collections: list[str] = []
        self.events: list[str] = []
        self.editors: list[list[Person]] = []
        self.journals: list[Journal] = []
        if folder is not None:
            self._read(folder)

    def _read(self, folder: Path) -> None:
        for row in rows(folder, "records.jsonl"):
            if not is_reserved(row):
                self.add(row)
        for row in rows(folder, "biomedical_titles.jsonl"):
            title = tidy(row["title"])
            people = _typed_people(row.get("authors") or "")
            if title and people:
                self.works["biomedical"]["en"].append({"title": title, "author": people})
        self.journals += _journals(folder)

    def add(self, row: Item) -> None:
        """Add a record of CSL-JSON."""
        title = tidy(row.get("title", ""))
        if not 6 <= len(title) <= 260:
            return
        language = language_of(title)
        if language == "de":
            title = _german_case(title)
        people = _people(row.get("author", []))
        editors = _people(row.get("editor", []))
        item: Item = {"title": title, "author": people, "editor": editors, "src": row.get("src")}
        item |= _kept_values(row)
        kind = _KINDS.get(row.get("type") or "")
        if kind == "book" and not people and editors:
            kind = "edited"
        if kind:
            self.works[kind][language].append(item)
        self._add_parts(item, kind)

    def _add_parts(self, item: Item, kind: str | None) -> None:
        """Add the people, publishers, series and events of a record, for other works too."""
        editors = item["editor"]
        self.people += item["author"]
        if editors:
            self.editors.append(editors)
        if kind == "conference" and (event := item.get("container-title")):
            self.events.append(event)
        self._add_publisher(item)

    def _add_publisher(self, item: Item) -> None:
        """Add the publisher and the series of a work."""
        publisher, place = item.get("publisher", ""), item.get("publisher-place", "")
        if publisher and place and _clean(publisher, 70) and _clean(place, 30):
            self.publishers.append((publisher, place))
        if collection := item.get("collection-title"):
            self.collections.append(collection)

    def work(self, rng: random.Random, kind: str, language: str) -> Item:
        """Draw a work of a type, mostly in a language if there are enough in it."""
        pool = self.works[kind]
        if language and len(pool.get(language, ())) >= 30 and rng.random() < 0.8:
            return rng.choice(pool[language])
        names = list(pool)
        chosen = pool[rng.choices(names, [_OFTEN.get(name, 1) for name in names])[0]]
        work = rng.choice(chosen)
        if work["src"] == "glottolog" and rng.random() < 0.5:
            work = rng.choice(chosen)  # most records are of one field: linguistics
        return work


_KEPT = (
    "container-title", "container-title-short", "volume", "issue", "page", "publisher",
    "publisher-place", "edition", "collection-title", "collection-number",
)  # fmt: skip
_OFTEN = {"en": 12, "xx": 2}
"""Weights of languages for styles without a language; 1 for the others."""

_KINDS = {
    "article-journal": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "chapter",
    "paper-conference": "conference",
    "thesis": "thesis",
    "report": "report",
    "manuscript": "report",
    "webpage": "web",
}


def _kept_values(row: Item) -> Iterator[tuple[str, str]]:
    """Yield the values of a record that references are made of."""
    for key in _KEPT:
        text = str(row.get(key, ""))
        dirty = key in {"publisher", "publisher-place"} and not _clean(text, 80)
        if not dirty and (value := tidy(text)):
            yield key, value


def is_reserved(item: Item) -> bool:
    """Return whether a record is held out: a twelfth of them."""
    return hashlib.sha256(item.get("title", "").encode()).digest()[0] < 256 // 12


def _clean(text: str, most: int) -> bool:
    """Return whether a publisher or a place holds nothing else."""
    return len(text) <= most and not re.search(r"http|[;=\d\[\]]|\bet al", text)


def tidy(text: str) -> str:
    """Return text on one line, without markup and without a full stop at the end."""
    text = re.sub(r"<[^>]+>|[{}\\$]", "", text)
    return " ".join(text.split()).rstrip(" .,;:")


def _people(names: list[dict[str, str]]) -> list[Person]:
    result: list[Person] = []
    for name in names:
        family = tidy(
            " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
        )
        given = " ".join(name.get("given", "").split())
        odd = re.search(r"[\d()\[\]_=?]|[^\W\d_]{0}['´`¨]$", family + given)
        if family[:1].isalpha() and family not in {"others", "Anonymous"} and not odd:
            result.append((family[:40], given[:40]))
    return result


def _typed_people(text: str) -> list[Person]:
    """Read ``A B Smith; C Jones`` and ``A. B. Smith, C. Jones and D. Doe``."""
    result: list[Person] = []
    parts = text.split(";") if ";" in text else re.split(r",| and ", text)
    for part in parts:
        words = part.replace(".", ". ").split()
        if 2 <= len(words) <= 5 and not re.search(r"\d", part):
            result.append((words[-1].strip("., "), " ".join(words[:-1])))
    return [(f, g) for f, g in result if len(f) > 1]


def _journals(folder: Path) -> Iterator[Journal]:
    with opened(folder, "journals.csv") as lines:
        for name, short in csv.reader(lines):
            odd = name == "title" or name == name.lower() or re.search(r'[$\\{}"\d]', name)
            if not odd and 2 < len(short) < 60 and len(name) < 90:
                yield Journal(tidy(name), short.strip())


_STOP = {
    "de": "der die das und des von zur zum im ein eine für den dem über auf bei aus als".split(),
    "fr": "le la les des du et une dans sur pour au aux l un en d".split(),
    "es": "el los las del y en la una por con al para".split(),
    "it": "il della e nel dei gli delle una nella per del alla degli lo i tra".split(),
    "id": "dan yang dalam di pada dari dengan untuk bahasa orang".split(),
    "pt": "da do das dos em uma na no ao para e os".split(),
    "nl": "het van een en voor op het de".split(),
    "en": "the of and in a for on to with an from by as at".split(),
}


def language_of(title: str) -> str:
    """Guess the language of a title by its function words; ``xx`` without any."""
    words = re.findall(r"[^\W\d_]+", title.casefold())
    counts = {name: sum(w in set(stop) for w in words) for name, stop in _STOP.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "xx"


_GERMAN_NOUN = re.compile(
    r"\w*(ung|heit|keit|schaft|tion|tät|ismus|lehre|kunde|buch|sprache|sprachen|ungen|tum|nis|ologie"
    r"|graphie|ment|geschichte|wissenschaft|literatur|politik|kritik|theorie|methode|analyse|studie)$"
)


def _german_case(title: str) -> str:
    """Capitalise German nouns, as far as endings show them: the records lost the capitals."""
    words = title.split(" ")
    for i, w in enumerate(words[1:], 1):
        after = words[i - 1].casefold()
        last = i + 1 == len(words) or words[i + 1].casefold() in _STOP["de"] or w[-1] in ",:"
        bare = w.rstrip(",:;.")
        if w.islower() and (_GERMAN_NOUN.match(bare) or (
            len(bare) > 4 and last and after in {*_STOP["de"], "einer", "eines", "zur", "vom"}
        )):  # fmt: skip
            words[i] = w[0].upper() + w[1:]
    return " ".join(words)
