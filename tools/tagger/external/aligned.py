"""Label a printed reference by finding each field of the record that it was printed from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tools.tagger.labels import Labelled, relabelled

Item = dict[str, Any]
Span = tuple[str, int, int]

_TEXTS = (
    ("title", "title"), ("container-title", "container-title"),
    ("collection-title", "collection-title"), ("publisher", "publisher"),
    ("publisher-place", "publisher-place"), ("DOI", "DOI"), ("URL", "URL"),
    ("ISBN", "ISBN"), ("ISSN", "ISSN"), ("genre", "genre"),
)  # fmt: skip
_NUMBERS = (("volume", "volume"), ("issue", "issue"), ("edition", "edition"), ("number", "number"))
_NAMES = (
    r"(?:Jan|Feb|Mar|Apr|May|Ma[iy]|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez|Mär|"
    r"jan|févr?|mars|avr|juin|juil|août|sept|oct|nov|déc)\w{0,6}\.?"
)
_MONTH = rf"(?:(?:\d\d?\.?\s)?{_NAMES},?\s(?:\d\d?,?\s)?|\d\d?[./]\s?)?"
_JOINING = frozenset("and & und et y e al others u a jr sr , . ; - ’ '".split())


def aligned(text: str, item: Item, source: str, group: str) -> Labelled | None:
    """Label a printed reference; ``None`` if its title or its people are not found."""
    finder = _Finder(text)
    for key, label in _TEXTS:
        finder.text(label, str(item.get(key, "")))
    people = [name for name in ("author", "editor") if item.get(name)]
    for name in people:
        finder.people(name, item[name])
    if not {"title", *people[:1]} <= finder.labels():
        return None
    if pages := str(item.get("page", "")):
        ends = re.split(r"[-–]+", pages)
        last = r"(?:\s?[-–\u2010-\u2015]+\s?\d+)?" if len(ends) == 2 else ""
        finder.pattern("page", re.escape(ends[0]) + last)
    year = str(item["issued"]["date-parts"][0][0])
    finder.pattern("issued", rf"{_MONTH}{year}[a-z]?(?:\s{_NAMES}(?:\s\d\d?)?)?")
    for key, label in _NUMBERS:
        if value := str(item.get(key, "")):
            finder.pattern(label, re.escape(value))
    return relabelled(text, sorted(finder.spans, key=lambda s: s[1]), source, group)


class _Finder:
    """A text, its letters and digits alone, and the segments found in it."""

    def __init__(self, text: str) -> None:
        self.text_ = text
        self.places = [i for i, c in enumerate(text) if c.isalnum()]
        self.plain = "".join(text[i].casefold()[0] for i in self.places)
        self.spans: list[Span] = []

    def labels(self) -> set[str]:
        """The labels of the segments found."""
        return {label for label, *_ in self.spans}

    def _free(self, start: int, end: int) -> bool:
        return all(end <= a or b <= start for _, a, b in self.spans)

    def _add(self, label: str, start: int, end: int) -> bool:
        if not self._free(start, end):
            return False
        self.spans.append((label, start, end))
        return True

    def text(self, label: str, value: str) -> None:
        """Find a text by its letters and digits."""
        wanted = "".join(c.casefold()[0] for c in value if c.isalnum())
        at = self.plain.find(wanted) if len(wanted) > 2 else -1
        while at >= 0:
            start, end = self.places[at], self.places[at + len(wanted) - 1] + 1
            whole = not self.text_[max(0, start - 1) : start].isalnum() and not (
                self.text_[end : end + 1].isalnum()
            )
            mark = self.text_[end : end + 1] in {"?", "!", ")"} and value[-1:] in {"?", "!", ")"}
            if whole and self._add(label, start, end + mark):
                return
            at = self.plain.find(wanted, at + 1)

    def pattern(self, label: str, pattern: str) -> None:
        """Find a number or a date, standing alone."""
        for match in re.finditer(rf"(?<![\w/]){pattern}(?!\w)", self.text_):
            if self._add(label, *match.span()):
                return

    def people(self, label: str, people: list[dict[str, str]]) -> None:
        """Find a list of people: the longest run of words that are of their names."""
        known = {part.casefold() for name in people for part in _words(name)}
        known |= {part[0] for part in known}
        best: tuple[int, int, int] | None = None
        for start, end, families in self._runs(known, _families(people)):
            if families and self._free(start, end) and (best is None or families > best[2]):
                best = start, end, families
        if best:
            self._add(label, best[0], best[1])

    def _runs(self, known: set[str], families: set[str]) -> Iterator[tuple[int, int, int]]:
        tokens = list(re.finditer(r"\w+|[^\w\s]", self.text_))
        i = 0
        while i < len(tokens):
            j, names = i, [False]
            count = 0
            while j < len(tokens):
                word = tokens[j][0].casefold()
                letters = tokens[j][0].isupper() and len(word) < 5 and set(word) <= known
                if not (letters or word in known or word in _JOINING):
                    break
                names.append(letters or word in known or word in {"al", "others"})
                count += word in families
                j += 1
            inside = [i + k - 1 for k, is_name in enumerate(names) if is_name]
            if inside:
                start, end = tokens[inside[0]].start(), tokens[inside[-1]].end()
                if self.text_[end : end + 1] == "." and end - tokens[inside[-1]].start() < 3:
                    end += 1
                yield start, end, count
            i = max(j, i + 1)


def _words(name: dict[str, str]) -> list[str]:
    return re.findall(r"\w+", " ".join(name.values()))


def _families(people: list[dict[str, str]]) -> set[str]:
    return {
        word.casefold() for name in people for word in re.findall(r"\w+", name.get("family", ""))
    }
