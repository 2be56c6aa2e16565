"""Made-up reference lists: each of one style, of works from the material."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from tools.tagger.draw import Draw, Style, Values
from tools.tagger.labels import Labelled
from tools.tagger.material import Material
from tools.tagger.noise import damaged
from tools.tagger.styles import FIELD_LABELS, MIX, SCHOOLS, Names, School
from tools.tagger.values import DATES, values_of
from tools.tagger.words import pick

Part = tuple[str, str]  # text, label (or "")


def lists(
    material: Material, count: int, seed: int, schools: tuple[str, ...] = ()
) -> Iterator[list[Labelled]]:
    """Make lists until there are ``count`` references."""
    rng = random.Random(seed)
    names = list(schools or SCHOOLS)
    weights = [SCHOOLS[name].habits["weight"] for name in names]
    made = 0
    while made < count:
        style = new_style(rng, rng.choices(names, weights)[0])
        size = rng.randint(6, 16)
        items = [reference(rng, material, style) for _ in range(size)]
        if rng.random() < _DITTO:
            items = [items[0], *_dittos(rng, items[1:])]
        yield damaged(rng, items)
        made += size


_DITTO = 0.08
"""How many lists write a dash for the authors of the reference before."""


def _dittos(rng: random.Random, items: Sequence[Labelled]) -> Iterator[Labelled]:
    """Put a dash in the place of some authors that stand first: it is no value."""
    dash = pick(rng, "dittos")
    for item in items:
        label, start, end = item.spans[0] if item.spans else ("", 0, 0)
        if label != "author" or start or rng.random() < 0.5:
            yield item
            continue
        moved = len(dash) - end
        spans = tuple((name, a + moved, b + moved) for name, a, b in item.spans[1:])
        yield item._replace(text=dash + item.text[end:], spans=spans)


# ── styles ──────────────────────────────────────────────────────────────────────────────────────

_CHOICE = re.compile(r"⟪([^⟪⟫]*)⟫")
_OPTION = re.compile(r"⟦([^⟦⟧]*)⟧")
_FIELD = re.compile(r"\{(\w+)\}")
_TURNED = {"F, I. ": "I. F", "F, I.": "I.F", "F, G": "G F", "F I.": "I. F", "FF I.": "I. FF",
           "FF, G": "G FF", "F, I": "I. F"}  # fmt: skip
_DASHES = {"-": 10, "–": 10, "--": 0.7, "—": 0.3, " - ": 0.5, " – ": 0.5}
_RANGES = {"full": 8, "short": 3, "first": 0.7}
_CASES = {"as": 6, "title": 3, "upper": 0.15}


def new_style(rng: random.Random, name: str) -> Style:
    """Draw a style of a school."""
    school = SCHOOLS[name]
    names = rng.choice(school.names)
    if rng.random() < 0.08:
        names = rng.choice(SCHOOLS[rng.choice(list(SCHOOLS))].names)

    def one_of(shares: dict[str, float]) -> str:
        return rng.choices(list(shares), list(shares.values()))[0]

    return Style(
        name=name,
        school=school,
        templates={
            kind: [_chosen(rng, t) for t in rng.sample(variants, min(len(variants), _few(rng)))]
            for kind, variants in school.templates.items()
        },
        names=names,
        editors=_editor_names(rng, school, names),
        short=rng.random() < school.habits["abbreviated"],
        dash=one_of(_DASHES),
        ranges=one_of(_RANGES),
        title_case=one_of(_CASES),
        language=school.language if rng.random() < 0.85 else "",
        dates=rng.choice(DATES.get(school.language, DATES[""])),
        stop=rng.random() < 0.9,
    )


def _few(rng: random.Random) -> int:
    return 1 if rng.random() < 0.7 else 2


def _editor_names(rng: random.Random, school: School, names: Names) -> Names:
    form = names.rest if rng.random() < 0.5 else rng.choice(school.names).rest
    if rng.random() < 0.3:
        form = _TURNED.get(form, form)
    return names._replace(first=form, rest=form)


def _chosen(rng: random.Random, template: str) -> str:
    """Make the choices of a template, inner ones first."""
    while _CHOICE.search(template):
        template = _CHOICE.sub(lambda m: rng.choice(m[1].split("~")), template)
    return template


# ── references ──────────────────────────────────────────────────────────────────────────────────


def reference(rng: random.Random, material: Material, style: Style) -> Labelled:
    """Write one made-up reference."""
    kinds = list(style.templates)
    kind = rng.choices(kinds, [MIX[k] for k in kinds])[0]
    template = rng.choice(style.templates[kind])
    needed = frozenset(_FIELD.findall(_OPTION.sub("", template)))
    values = values_of(Draw(rng, material, style, kind, needed))
    if kind == "book" and "editor" in needed and "author" not in needed:
        values["editor"] = values["author"]
    parts = _filled(template, values)
    if rng.random() < 0.12:
        parts = _less(rng, parts)
    return _written(rng, parts, style)


def _filled(template: str, values: Values) -> list[Part]:
    """Put values into a template; leave out the options that have none."""
    while match := _OPTION.search(template):
        there = all(values.get(field) for field in _FIELD.findall(match[1]))
        template = template[: match.start()] + match[1] * there + template[match.end() :]
    parts: list[Part] = []
    done = 0
    for match in _FIELD.finditer(template):
        parts.append((template[done : match.start()], ""))
        parts.append((values.get(match[1], ""), FIELD_LABELS[match[1]]))
        done = match.end()
    return [*parts, (template[done:], "")]


_FORGOTTEN = frozenset(["page", "volume", "issue", "issued", "publisher", "publisher-place"])


def _less(rng: random.Random, parts: list[Part]) -> list[Part]:
    """Leave a value out, with the text before it: people forget."""
    places = [i for i, (_, label) in enumerate(parts) if label in _FORGOTTEN and i > 2]
    if places:
        i = rng.choice(places)
        if not re.search(r"[()\[\]“”«»\"]", parts[i - 1][0] + parts[i + 1][0][:1]):
            return [*parts[: i - 1], *parts[i + 1 :]]
    return parts


def _written(rng: random.Random, parts: list[Part], style: Style) -> Labelled:
    """Join the parts, without doubling full stops."""
    text = ""
    spans: list[tuple[str, int, int]] = []
    for part, label in parts:
        after_mark = text[-1:] in "?!" and text and rng.random() < 0.8
        doubled = part.startswith(".") and not label and (text.endswith(".") or after_mark)
        added = part[1:] if doubled else part
        if label and added:
            spans.append((label, len(text), len(text) + len(added)))
        text += added
    text = text.rstrip() if style.stop else text.rstrip(" .")
    inside = [(label, a, min(b, len(text))) for label, a, b in spans if a < len(text)]
    return Labelled(text, tuple(_whole_dates(text, bare(text, inside))), "made", style.name)


def _whole_dates(
    text: str, spans: Iterable[tuple[str, int, int]]
) -> Iterator[tuple[str, int, int]]:
    """Join a year and a day or month that stand side by side: they are one date."""
    held: tuple[str, int, int] | None = None
    for span in spans:
        if held and held[0] == span[0] == "issued" and not text[held[2] : span[1]].strip(" ,."):
            held = (*held[:2], span[2])
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


_OUTER = ' .,;:()[]"“”„‘’«»'
_OPENERS = {")": "(", "]": "["}


def bare(text: str, spans: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Trim punctuation off the values, as the labelled corpora have it."""
    for label, first, last in spans:
        start, end = first, last
        if text[start] in "([" and text[end - 1] in ")]":
            start, end = start + 1, end - 1
        while end > start and text[end - 1] in _OUTER:
            opener = _OPENERS.get(text[end - 1])
            if opener and opener in text[start:end]:
                break
            end -= 1
        while start < end and text[start] in " .,;:)]”":
            start += 1
        if end > start:
            yield label, start, end
