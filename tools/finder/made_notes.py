"""Make up notes around real records: works with what leads up to them, and prose without any.

The records are real (``records.jsonl``), as are the strings of printed footnotes
(``labelled/linkedbooks-train.jsonl``) where the data folder has them; the sentences are in
:mod:`tools.finder.note_words`. For :mod:`tools.finder.train_notes`.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.finder.made import FIELD, groups_of
from tools.finder.made_papers import usable
from tools.finder.note_words import NOTE_WORDS, NoteWords
from tools.finder.printing import Record, year_of
from tools.finder.prose import ENGLISH, GERMAN
from tools.tagger.data_folder import rows


class MadeNote(NamedTuple):
    """A note, and the start and end of each work in it."""

    text: str
    works: list[tuple[int, int]]


class _Material(NamedTuple):
    """What notes are drawn from: records, strings of footnotes, of archives, sentences."""

    records: list[Record]
    strings: list[str]
    archives: list[str]
    sentences: list[str]


NOTES = 6, 60
"""How many notes stand together, at least and at most."""
PARTS = 4
"""One in so many words, sentences and records is held out."""


def made_notes(
    folder: Path, seed: int, part: str, count: int, prose: Sequence[str] = ()
) -> Iterator[list[MadeNote]]:
    """Yield the notes of ``count`` texts, each in one language and style, of a part.

    ``part`` is "tune", "held-out" or "all". ``prose`` are texts without references.
    """
    material = _material(folder, part, prose)
    chance = random.Random(seed)
    for index in range(count):
        words = _of_part([*NOTE_WORDS.values()][index % len(NOTE_WORDS)], part)
        maker = _Maker(words, material, chance)
        yield [maker.note() for _ in range(chance.randint(*NOTES))]


def _of_part(words: NoteWords, part: str) -> NoteWords:
    """Keep the words of a part; styles are in both, and all is in "all"."""
    if part == "all":
        return words

    def some(given: Sequence[Any]) -> tuple[Any, ...]:
        held = part != "tune"
        return tuple(one for place, one in enumerate(given) if (place % PARTS == 1) == held)

    kept = {name: some(getattr(words, name)) for name in words._fields if name != "styles"}
    return NoteWords(**kept, styles=words.styles)


_SPLIT_SENTENCES = re.compile(r"(?<=[.!?]) +(?=[^\W\d_a-zà-ÿ])")
_SENTENCE = 30, 220


def _material(folder: Path, part: str, prose: Sequence[str]) -> _Material:
    held = part == "held-out"

    def mine(text: str) -> bool:
        return part == "all" or (zlib.crc32(text.encode()) % PARTS == 1) == held

    records = [one for one in rows(folder, "records.jsonl") if usable(one) and mine(one["title"])]
    strings: list[str] = []
    archives: list[str] = []
    for row in rows(folder / "labelled", "linkedbooks-train.jsonl"):
        text = _SPACED.sub("", _BROKEN.sub("", row["text"])).strip(" ;:,.")
        labels = {label for label, _ in row["raw"]}
        if not mine(row["text"]) or not _LEAST < len(text) < _MOST:
            continue
        if row["kind"] == "primary":
            archives.append(text)
        elif row["kind"] == "annotation" and {"title", "author"} <= labels:
            strings.append(text)
    others = groups_of(folder, "held-out" if held else "tune").values()
    strings += [
        text.replace(FIELD, " ").strip(" ;:,.")
        for some in others
        for text in some[:OTHERS]
        if text[0].isalpha()
    ]
    sentences = [
        sentence
        for text in prose
        for sentence in _SPLIT_SENTENCES.split(" ".join(text.split()))[:40]
        if _SENTENCE[0] < len(sentence) < _SENTENCE[1] and sentence[-1] in ".!?"
    ]
    return _Material(records, strings, archives, sentences)


OTHERS = 12
"""So many strings of each group of reference lists stand in notes too."""
# "Pado - va", "pp. 464 - 65 .": scanned print, set anew word by word.
_BROKEN = re.compile(r"(?<=[^\W\d_]) - (?=[a-zà-ÿ])|(?<=\d) (?=- \d)|(?<=\d -) (?=\d)")
_SPACED = re.compile(r" (?=[,.;:)])")
_LEAST, _MOST = 25, 400
# The shares of works that are strings of printed footnotes, that have pages, of
# further works by the same author, works with several authors beside a slash.
STRINGS, WITH_PAGES, SAME, SLASH = 0.25, 0.6, 0.12, 0.25
_NAMES_FIRST = re.compile(r"\{(?:[NICF]|body)\}([,:.] )")
# The share of texts whose style is put together from parts; of works that are in another style.
MIXED, STRAYS = 0.45, 0.08
_QUOTES = (("", ""), ("„", "“"), ("«", "»"), ("“", "”"), ("‘", "’"), ('"', '"'), ("« ", " »"))
_IMPRINTS = ("{P} {Y}", "{P}: {H} {Y}", "{P}: {H}, {Y}", "{P}, {H}, {Y}", "({P}: {H}, {Y})",
             "{H}, {Y}", "{P}, {Y}", "{H}, {P}, {Y}", "{P} : {H}, {Y}", "({P}, {Y})")  # fmt: skip
_ISSUES = ("{v} ({Y})", "{v}, {Y}", "{v}/{i} ({Y})", "{Y}, vol. {v}", "{v} ({Y}), H. {i}",
           "{r} ({Y}), {i}", "n° {i}, {Y}", "vol. {v}, n. {i}, {Y}", "{v}:{i} ({Y})")  # fmt: skip
_EDITED = {
    "fr": (("{E} (dir.)", "{E} (éd.)", "{E} (ed.)"), ("in ", "dans ", "In: ", "in : ")),
    "de": (("{E} (Hg.)", "{E} (Hrsg.)", "{E} (Hgg.)"), ("in: ", "In: ", "in ")),
    "en": (("{E} (ed.)", "{E} (eds)", "{E}, ed."), ("in ", "In ", "in: ")),
    "it": (("{E} (a cura di)", "{E} (ed.)"), ("in ", "In: ")),
    "es": (("{E} (ed.)", "{E} (coord.)", "{E} (eds.)"), ("en ", "En: ", "en: ")),
}
_PAGED = {"fr": "{pp}", "de": "{S}", "en": "{q}", "it": "{qq}", "es": "{qq}"}


def _mixed(language: str, chance: random.Random) -> tuple[str, str, str]:
    """Compose a style: a book, an article, a chapter."""
    name = chance.choice(("{N}", "{N}", "{I}", "{F}", "{C}"))
    name += chance.choice((", ", ": ", ". ", ", "))
    (left, right), then = chance.choice(_QUOTES), chance.choice((", ", ". ", ", "))
    title = f"{name}{left}{{T}}{right}{then}"
    imprint, pages = chance.choice(_IMPRINTS), chance.choice((_PAGED[language], "{pp}"))
    editors, within = (chance.choice(some) for some in _EDITED[language])
    inside = chance.choice((within, within, ""))
    book = title if chance.random() < 0.2 else f"{name}{{T}}{then}"
    return (
        f"{book}{imprint}{pages}",
        f"{title}{inside}{{J}} {chance.choice(_ISSUES)}{pages}",
        f"{title}{within}{editors}, {{B}}{then}{imprint}{pages}",
    )


# The share of further works by the same author that are in the same journal too.
SAME_JOURNAL = 0.3
_THERE = {"fr": "ibid.", "de": "ebd.", "en": "ibid.", "it": "ibid.", "es": "ibíd."}
BY_BODIES = 0.07
"""The share of works by a body, not by persons."""


def _body(match: re.Match[str]) -> str:
    return "{body}" + match[1]


class _Maker:
    def __init__(self, words: NoteWords, material: _Material, chance: random.Random) -> None:
        self.words, self.material, self.chance = words, material, chance
        mixed = chance.random() < MIXED
        self.styles = _mixed(self._language(), chance) if mixed else chance.choice(words.styles)
        # An author of notes has habits.
        self.prosy = chance.choice((0.1, 0.25, 0.5))
        self.leads = chance.choice((0.15, 0.4, 0.7))
        self.many = chance.choice((0.1, 0.3, 0.5))
        self.final = chance.choice((".", ".", ".", ""))

    def note(self) -> MadeNote:
        """Make up a note."""
        kind = self.chance.random()
        if kind < 1 - self.prosy:
            return self._of_works("")
        if kind < 1 - 0.6 * self.prosy:
            return MadeNote(self._filled(self.chance.choice(self._again())), [])
        prose = " ".join(self._sentence() for _ in range(self.chance.randint(1, 3)))
        if self.chance.random() < 0.4:
            return self._of_works(prose + " ")
        return MadeNote(prose, [])

    def _again(self) -> Sequence[str]:
        return self.chance.choice((self.words.again, self.words.again, self.words.archives))

    def _of_works(self, text: str) -> MadeNote:
        """Write one or several works, with what leads up to them and what follows."""
        spans: list[tuple[int, int]] = []
        lead = self._lead() if self.chance.random() < self.leads else ""
        brackets = bool(text) and self.chance.random() < 0.3
        if brackets:
            text, lead = text.rstrip(" .") + " (", lead[:1].lower() + lead[1:]
        text += lead
        while True:
            if spans and self.chance.random() < 0.12:
                text += self._filled(self.chance.choice(self.words.again)).rstrip(".")
            else:
                work = self._work(further=bool(spans))
                if self.chance.random() < 0.2:
                    work += self._filled(self.chance.choice(self.words.pins))
                spans.append((len(text), len(text) + len(work)))
                text += work
                if self.chance.random() < 0.2:
                    text += self._filled(self.chance.choice(self.words.tails))
            if self.chance.random() > self.many:
                break
            text += self._filled(self.chance.choice(self.words.joins))
        text += ")." if brackets else self.final
        if self.chance.random() < 0.3 * self.prosy:
            text += ("" if text.endswith(".") else ".") + " " + self._sentence()
        return MadeNote(text, spans)

    def _lead(self) -> str:
        """Return what leads up to a work: "Sur ces royaumes voir"."""
        verb = self.chance.choice(self.words.verbs)
        if self.chance.random() < 0.5:
            about = self._filled(self.chance.choice(self.words.abouts))
            return f"{about} {verb} "
        if self.chance.random() < 0.15:
            return self._sentence() + " " + verb[:1].upper() + verb[1:] + " "
        return verb[:1].upper() + verb[1:] + " "

    def _sentence(self) -> str:
        if self.material.sentences and self.chance.random() < 0.25:
            return self.chance.choice(self.material.sentences)
        if self.material.archives and self.chance.random() < 0.1:
            return self.chance.choice(self.material.archives).rstrip(".") + "."
        return self._filled(self.chance.choice(self.words.sentences))

    def _filled(self, pattern: str) -> str:
        while "{t}" in pattern:
            pattern = pattern.replace("{t}", self.chance.choice(self.words.topics), 1)
        while "{a}" in pattern:
            pattern = pattern.replace("{a}", self._family(), 1)
        while "{n}" in pattern:
            pattern = pattern.replace("{n}", str(self.chance.randint(2, 480)), 1)
        while "{y}" in pattern:
            pattern = pattern.replace("{y}", str(self.chance.randint(1740, 2015)), 1)
        return pattern

    def _family(self) -> str:
        record = self.chance.choice(self.material.records)
        return str((record.get("author") or record["editor"])[0]["family"])

    # ---- works ----------------------------------------------------------------------------------

    def _work(self, *, further: bool) -> str:
        if self.material.strings and self.chance.random() < STRINGS:
            return self.chance.choice(self.material.strings)
        record = self.chance.choice(self.material.records)
        kind = {"article-journal": 1, "chapter": 2}.get(record["type"], 0)
        names = list(record.get("author") or record["editor"])
        if len(names) > 2 and self.chance.random() < 0.5:
            names = names[:2]
        styles = self.chance.choice(self.words.styles) if self._strays() else self.styles
        pattern = styles[kind]
        if self.chance.random() < BY_BODIES:
            pattern = _NAMES_FIRST.sub(_body, pattern)
            record = {**record, "body": self.chance.choice(BODIES[self._language()])}
        if further and self.chance.random() < SAME:
            lead = _NAMES_FIRST.match(pattern)
            if lead is not None:
                pattern = self.chance.choice(self.words.same) + pattern[lead.end() :]
                if self.chance.random() < SAME_JOURNAL:
                    record = {**record, "container-title": _THERE[self._language()]}
        return self._printed(pattern, record, names)

    def _printed(self, pattern: str, record: Record, names: Sequence[Record]) -> str:
        chance = self.chance
        first = chance.randint(1, 400)
        last = first + chance.randint(1, 40)
        dash = chance.choice("-–")
        pages = f"{first}{dash}{last}" if chance.random() < 0.7 else str(first)
        some = chance.random() < WITH_PAGES
        other = chance.choice(self.material.records)
        editors = list(record.get("editor") or other.get("author") or other["editor"])[:2]
        values = {
            "N": _natural(names, self._and()),
            "I": _initials(names, self._and()),
            "C": _capitals(names),
            "F": _inverted(names),
            "E": _initials(editors, self._and()) if chance.random() < 0.5
            else _natural(editors, self._and()),
            "T": record["title"],
            "B": record.get("container-title") or other["title"],
            "J": record.get("container-title") or "Studia",
            "P": record.get("publisher-place") or chance.choice(PLACES),
            "H": record.get("publisher") or chance.choice(HOUSES),
            "Y": year_of(record),
            "v": str(record.get("volume") or chance.randint(1, 80)),
            "i": str(record.get("issue") or chance.randint(1, 6)),
            "r": _roman(chance.randint(1, 89)),
            "body": record.get("body", ""),
            "pp": f", p. {pages}" if some else "",
            "qq": f", pp. {pages}" if some else "",
            "S": f", S. {pages}" if some else "",
            "q": f", {pages}" if some else "",
            "c": f": {pages}",
        }  # fmt: skip
        return pattern.format(**values).strip(" ,.")

    def _strays(self) -> bool:
        return self.chance.random() < STRAYS

    def _and(self) -> str:
        if self._language() == "de" and self.chance.random() < SLASH:
            return "/"
        return {"fr": "et", "de": "und", "en": "and", "it": "e", "es": "y"}[self._language()]

    def _language(self) -> str:
        return next(name for name, words in NOTE_WORDS.items() if words.styles is self.words.styles)


BODIES = {
    "fr": ("Institut national de la statistique", "Ministère de l'Éducation nationale",
           "Commission européenne", "Comité pour l'histoire des ports", "Collectif du Môle"),
    "de": GERMAN.bodies,
    "en": ENGLISH.bodies,
    "it": ("Ministero per i beni culturali", "Istituto di storia economica", "Comune di Alba"),
    "es": ("Ministerio de Cultura", "Instituto Nacional de Estadística", "Consejo de la Barca"),
}  # fmt: skip
PLACES = ("Paris", "London", "Berlin", "Oxford", "Milano", "Madrid", "New York", "Leiden",
          "Göttingen", "Frankfurt a. M.", "Rennes", "Torino", "Barcelona", "Cambridge")  # fmt: skip
HOUSES = ("Gallimard", "Seuil", "La Découverte", "PUF", "Oxford University Press", "Routledge",
          "Suhrkamp", "C. H. Beck", "Einaudi", "Il Mulino", "Siglo XXI", "Armand Colin", "Brill",
          "Presses universitaires de Rennes", "Éditions de l'EHESS", "Cátedra")  # fmt: skip


def _given(name: Record) -> str:
    return " ".join(f"{part[0]}." for part in str(name["given"]).split() if part[0].isalpha())


def _natural(names: Sequence[Record], word: str) -> str:
    return _listed([f"{one['given']} {one['family']}" for one in names], word)


def _initials(names: Sequence[Record], word: str) -> str:
    return _listed([f"{_given(one)} {one['family']}" for one in names], word)


def _inverted(names: Sequence[Record]) -> str:
    between = " and " if len(names) == 3 else "; "
    return between.join(f"{one['family']}, {one['given']}" for one in names)


def _capitals(names: Sequence[Record]) -> str:
    return ", ".join(f"{one['family'].upper()} {one['given']}" for one in names)


def _listed(printed: Sequence[str], word: str) -> str:
    if len(printed) < 2:
        return "".join(printed)
    if word == "/":
        return "/".join(printed)
    return ", ".join(printed[:-1]) + f" {word} {printed[-1]}"


_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
