"""Damage that reference lists suffer, applied to made-up and to real strings.

A damaged string keeps its labels: every edit is an edit of (character, value number) pairs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from tools.tagger.labels import Labelled

Marked = list[tuple[str, int]]
Habit = Callable[[random.Random, Marked], Marked]


def damaged(rng: random.Random, items: Sequence[Labelled], share: float = 0.45) -> list[Labelled]:
    """Damage a list in a few ways, the same for all its strings."""
    habits: list[Habit] = []
    if rng.random() < share:
        habits = [habit for habit, chance in _HABITS if rng.random() < chance]
    if rng.random() < 0.28:
        habits.append(_numbering(rng))
    if rng.random() < 0.06:
        habits.append(_trailing(rng))
    return [_apply(rng, item, habits, place) for place, item in enumerate(items)]


def _apply(rng: random.Random, item: Labelled, habits: list[Habit], place: int) -> Labelled:
    marks = [-1] * len(item.text)
    labels = [label for label, *_ in item.spans]
    for number, (_, start, end) in enumerate(item.spans):
        marks[start:end] = [number] * (end - start)
    pairs: Marked = list(zip(item.text, marks, strict=True))
    number = rng.randint(1, 200) if place == 0 else place + 1
    for habit in habits:
        if getattr(habit, "numbers", False):
            labels.append("citation-number")
            pairs = [*habit(rng, [(c, len(labels) - 1) for c in str(number)]), *pairs]
        else:
            pairs = habit(rng, pairs)
    text = "".join(c for c, _ in pairs)
    spans = []
    for number, label in enumerate(labels):
        places = [i for i, (_, mark) in enumerate(pairs) if mark == number]
        if places:
            start, end = places[0], places[-1] + 1
            while end > start and text[end - 1].isspace():
                end -= 1
            while start < end and text[start].isspace():
                start += 1
            if start < end:
                spans.append((label, start, end))
    spans.sort(key=lambda span: span[1])
    clean = [s for i, s in enumerate(spans) if i == 0 or s[1] >= spans[i - 1][2]]
    return item._replace(text=text, spans=tuple(clean))


def _pdf_spacing(rng: random.Random, pairs: Marked) -> Marked:
    """Move spaces to the wrong side of punctuation: ``Phys .Rev .D 77 ,1 (2001 )``."""
    rate = rng.choice([0.3, 0.6, 0.9])
    result: Marked = []
    i = 0
    while i < len(pairs):
        char, mark = pairs[i]
        following = pairs[i + 1][0] if i + 1 < len(pairs) else ""
        if char in ".,:;)" and following == " " and result and rng.random() < rate:
            result += [(" ", mark if mark == result[-1][1] else -1), (char, mark)]
            i += 2
            continue
        if char in "-–/" and following.isalnum() and rng.random() < rate * 0.3:
            result += [(char, mark), (" ", mark)]
        elif char == " " and following == "(" and rng.random() < rate * 0.4:
            result += [pairs[i + 1], (" ", mark)]
            i += 2
            continue
        elif char == " " and rng.random() < rate * 0.06:
            pass
        else:
            result.append((char, mark))
        i += 1
    return result


def _lost_spaces(rng: random.Random, pairs: Marked) -> Marked:
    """Remove a space after punctuation or between words."""
    rate = rng.choice([0.02, 0.1, 0.4])
    result: Marked = []
    for char, mark in pairs:
        before = result[-1][0] if result else ""
        if char == " " and rng.random() < (rate if before in ".,;:" else rate * 0.05):
            continue
        result.append((char, mark))
    return result


def _hyphens(rng: random.Random, pairs: Marked) -> Marked:
    """Break words as at line ends: ``pertur- bations``, ``perturba-tions``, a soft hyphen."""
    small = [char.isalpha() and char.islower() for char, _ in pairs]
    inside = [i for i in range(3, len(pairs) - 3) if all(small[i - 2 : i + 3])]
    for i in sorted(rng.sample(inside, min(len(inside), rng.choice([0, 1, 1, 2]))), reverse=True):
        mark = pairs[i][1]
        for char in reversed(rng.choice(["- ", "-", "-", "\u00ad", "\u00ad "])):
            pairs.insert(i, (char, mark))
    return pairs


def _straight(rng: random.Random, pairs: Marked) -> Marked:
    """Replace typographic quotes and dashes by plain ones, or by others."""
    quote = rng.choice(['"', "''", "“", "„", "»"])
    table = {
        "“": quote,
        "”": quote if quote != "„" else "“",
        "‘": "'",
        "’": "'",
        "–": "-",
        "«": '"',
        "»": '"',
    }
    if quote == "»":
        table["”"] = "«"
    return [(c, mark) for char, mark in pairs for c in table.get(char, char)]


def _dashes(rng: random.Random, pairs: Marked) -> Marked:
    dash = rng.choice(["–", "—", "-", "‐", "−", "\u00ad", "~"])
    return [(dash if char in "–-" and i and pairs[i - 1][0].isdigit() else char, mark)
            for i, (char, mark) in enumerate(pairs)]  # fmt: skip


def _dropped(rng: random.Random, pairs: Marked) -> Marked:
    """Remove or double a mark of punctuation here and there."""
    result: Marked = []
    for char, mark in pairs:
        chance = rng.random()
        if char in ".,:;" and chance < 0.04:
            continue
        result.append((char, mark))
        if char in ".," and chance > 0.985:
            result.append((char, -1))
    return result


def _double_spaces(rng: random.Random, pairs: Marked) -> Marked:
    return [
        pair for pair in pairs for _ in range(2 if pair[0] == " " and rng.random() < 0.1 else 1)
    ]


def _capitals(rng: random.Random, pairs: Marked) -> Marked:
    """Capitalise the words of the first value."""
    if not rng.random() < 0.9:
        return pairs
    return [
        (char.upper() if mark == 0 and len(char.upper()) == 1 else char, mark)
        for char, mark in pairs
    ]


def _accents(rng: random.Random, pairs: Marked) -> Marked:
    """Remove or detach accents, as old encodings do."""
    table = dict(zip("äöüéèêàçñóíá", rng.choice(["aoueeeacnoia", "¨´`^~¸........"]), strict=False))
    return [(table.get(char, char) if rng.random() < 0.8 else char, mark) for char, mark in pairs]


def _ocr(rng: random.Random, pairs: Marked) -> Marked:
    table = {
        "l": "1",
        "O": "0",
        "0": "O",
        "1": "l",
        "5": "S",
        "rn": "m",
        ".": ",",
        ",": ".",
        "e": "c",
    }
    return [(table.get(char, char) if rng.random() < 0.006 else char, mark) for char, mark in pairs]


_HABITS: tuple[tuple[Habit, float], ...] = (
    (_straight, 0.3), (_dashes, 0.2), (_hyphens, 0.2), (_pdf_spacing, 0.22), (_lost_spaces, 0.3),
    (_dropped, 0.3), (_double_spaces, 0.1), (_accents, 0.06), (_ocr, 0.08), (_capitals, 0.03),
)  # fmt: skip


def _numbering(rng: random.Random) -> Habit:
    form = rng.choice(["[{}] ", "{}. ", "({}) ", "{} ", "{}) ", "[{}]", "{}.", "{}\t", "[{}]. "])
    before, after = form.split("{}")

    def habit(_: random.Random, pairs: Marked) -> Marked:
        return [*((c, -1) for c in before), *pairs, *((c, -1) for c in after)]

    habit.numbers = True  # type: ignore[attr-defined]
    return habit


_TAILS = (
    " [PubMed]", " [CrossRef]", " Google Scholar", " [PubMed] [Google Scholar]", " [DOI] [PubMed]",
    " Crossref. PubMed.", " CrossRef Google Scholar", "[Medline]", " [CrossRef] [PubMed]",
)  # fmt: skip


def _trailing(rng: random.Random) -> Habit:
    tail = rng.choice(_TAILS)

    def habit(inner: random.Random, pairs: Marked) -> Marked:
        return [*pairs, *((c, -1) for c in tail)] if inner.random() < 0.8 else pairs

    return habit


def noised(rng: random.Random, items: Sequence[Labelled]) -> list[Labelled]:
    """Damage real strings, each differently; identifiers stay whole."""
    result = []
    for item in items:
        habits = [habit for habit, chance in _HABITS if rng.random() < chance]
        if re.search(r"\s[.,;]", item.text):
            habits = []
        result.append(_apply(rng, item, habits, 1))
    return result
