"""The values of a made-up reference: drawn from the material, written as its list's style does."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tools.tagger.containers import containers
from tools.tagger.draw import Draw, Values
from tools.tagger.material import Item
from tools.tagger.people import people_text
from tools.tagger.titles import titled
from tools.tagger.words import by_language, pick

_EDITIONS, _THESES, DATES = by_language("editions"), by_language("theses"), by_language("dates")
_MONTHS = by_language("months")
_PUBLISHERS = {
    language: [tuple(line.split(" | ", 1)) for line in lines]
    for language, lines in by_language("publishers").items()
}


def values_of(draw: Draw) -> Values:
    """Draw a work and write all its values."""
    work = _work(draw)
    values: Values = {"title": titled(draw, work["title"])}
    for part in (_people, _dates, containers, _numbers, _publishers, _kinds, _identifiers):
        part(draw, work, values)
    _drawn(draw, values)
    return values


_LISTS = {
    "reporter": "reporters", "court": "courts", "lawjournal": "law_journals",
    "lawpublisher": "law_publishers", "archive": "archives",
    "medium": "media_kinds", "mediarole": "media_roles",
    "studio": "studios", "version": "versions", "site": "sites", "screen": "web_words",
}  # fmt: skip
"""Fields whose values are lines of a list of ``words/``."""
_SCRIPTS = frozenset({"he", "ar", "ja", "ko"})


def _drawn(draw: Draw, values: Values) -> None:
    """Draw the values that a template requires and that come from lists of words."""
    rng = draw.rng
    for field in sorted(draw.needed):
        if field in _LISTS:
            values[field] = pick(rng, _LISTS[field])
        elif field[-2:] in _SCRIPTS and field[-3:-2] == "_":
            values[field] = _in_script(draw, field[:-3], field[-2:])
    if "holding" in draw.needed:
        parts = [pick(rng, "archive_series"), pick(rng, "shelfmarks")]
        rng.shuffle(parts)
        values["holding"] = ", ".join(parts[: 1 if draw.chance(0.4) else 2])
    if "case" in draw.needed:
        between = rng.choice([" v. ", " v ", " v. ", " v ", " vs. ", " and "])
        first = "R" if draw.chance(0.15) else pick(rng, "case_names")
        second = pick(rng, "parties" if draw.chance(0.6) else "case_names")
        values["case"] = f"In re {second}" if draw.chance(0.06) else first + between + second
    if "pinpoint" in draw.needed:
        values["pinpoint"] = str(int(re.sub(r"\D", "", values["first"]) or 1) + rng.randint(1, 20))


def _in_script(draw: Draw, field: str, script: str) -> str:
    """Draw a value in another script: a person, or a line of its list."""
    rng = draw.rng
    if field in {"author", "editor"}:
        family, given = (pick(rng, f"{part}_{script}") for part in ("families", "givens"))
        comma = {"he": ", ", "ar": "، " if draw.chance(0.7) else ", "}.get(script)
        if comma is None:
            return family + rng.choice(["", " ", ""]) + given
        return f"{family}{comma}{given}" if draw.chance(0.75) else f"{given} {family}"
    if field == "title":
        topic, other = (pick(rng, f"topics_{script}") for _ in range(2))
        return pick(rng, f"titles_{script}").format(a=topic, b=other)
    return pick(rng, f"{field}s_{script}")


def _work(draw: Draw) -> Item:
    rng, kind, language = draw.rng, draw.kind, draw.style.language
    biomedical = draw.material.works["biomedical"]["en"]
    if kind in {"article", "preprint"} and not language and draw.chance(0.4) and biomedical:
        return rng.choice(biomedical)
    pool = _POOLS.get(kind, kind)
    if kind in {"web", "standard", "report"} and draw.chance(0.5):
        pool = rng.choice(["book", "article"])
    if kind == "conference" and draw.chance(0.5):
        pool = "article"
    return draw.material.work(rng, pool, language)


_POOLS = {"preprint": "article", "newspaper": "article", "patent": "conference",
          "standard": "report", "web": "report", "case": "article",
          "film": "book", "archive": "article", "dataset": "article"}  # fmt: skip


def _people(draw: Draw, work: Item, values: Values) -> None:
    rng, pool = draw.rng, draw.material.people
    people = work["author"] or [rng.choice(pool) for _ in range(rng.choice([1, 1, 2, 3]))]
    if draw.chance(0.25):
        people = [rng.choice(pool) for _ in range(rng.choice([1, 2, 2, 3, 4, 6, 9]))]
    values["author"] = people_text(rng, draw.style.names, people)
    if draw.chance(0.45 if draw.kind in {"report", "web", "standard"} else 0.045):
        values["author"] = pick(rng, "bodies") if draw.chance(0.5) else _publisher(draw)[0]
    editors = work.get("editor") or rng.choice(draw.material.editors)
    values["editor"] = people_text(rng, draw.style.editors, editors)
    values["supervisor"] = people_text(rng, draw.style.editors, [rng.choice(pool)])
    values["translator"] = people_text(rng, draw.style.editors, [rng.choice(pool)])


def _dates(draw: Draw, _: Item, values: Values) -> None:
    rng = draw.rng
    year = int(rng.triangular(1500 if draw.habit("old") else 1880, 2026, 2010))
    months = _MONTHS.get(draw.style.language, _MONTHS[""])
    n, d = rng.randint(1, 12), rng.randint(1, 28)
    month, later = months[n - 1], months[n % 12]

    def date(form: str, of: int) -> str:
        return form.format(d=d, n=n, y=of, M=month, m=month[:3], K=later, k=later[:3])

    values["year"] = values["sameyear"] = str(year)
    if draw.chance(0.05):
        values["year"] += rng.choice("abc")
    elif draw.chance(0.012):
        values["year"] = f"{year}{rng.choice('-–/')}{(year + 1) % 100:02}"
    elif draw.chance(0.012):
        values["year"] = pick(rng, "no_years")
    elif draw.chance(0.004):
        values["year"] = f"{year} [{year - 60}]"
    values["date"] = date(draw.style.dates, year)
    values["month"] = month
    values["yearmonth"] = f"{month} {year}" if draw.chance(0.6) else str(year)
    if draw.chance(0.1):
        values["yearmonth"] = f"{month[:3]}. {year}"
    elif draw.chance(0.12):
        values["yearmonth"] = date(pick(rng, "collective_dates"), year)
    elif draw.chance(0.04):
        values["yearmonth"] = (
            f"{rng.choice(['Spring', 'Summer', 'Autumn', 'Winter', 'Fall'])} {year}"
        )
    values["daymonth"] = f"{month[:3]} {d}" if draw.chance(0.5) else f"{d} {month}"
    values["status"] = pick(rng, "statuses")
    values["accessed"] = date(draw.style.dates, rng.randint(1998, 2025))


def _numbers(draw: Draw, work: Item, values: Values) -> None:
    rng = draw.rng
    volume = work.get("volume", "") if draw.chance(0.3) else ""
    if not re.fullmatch(r"[\dA-Z/–-]{1,6}", volume):
        volume = str(int(rng.paretovariate(0.5)) % 400 + 1)
    if draw.habit("letters"):
        volume = rng.choice("ABCDE") + volume
    elif draw.habit("roman") and volume.isdigit():
        volume = roman(int(volume) % 60 + 1)
    elif draw.chance(0.015) and volume.isdigit():
        volume += rng.choice("-–/") + str(int(volume) + 1)
    values["volume"] = volume
    if "issue" in draw.needed or draw.chance(0.65):
        top = rng.choices([12, 60, 400], [8, 1, 0.5])[0]
        values["issue"] = pick(rng, "odd_issues") if draw.chance(0.04) else str(rng.randint(1, top))
    values["supplement"] = pick(rng, "supplements")
    values["page"], values["first"] = _pages(draw)
    values["pages_total"] = str(rng.randint(60, 900))


def _pages(draw: Draw) -> tuple[str, str]:
    rng, style = draw.rng, draw.style
    first = rng.choices([rng.randint(1, 900), rng.randint(900, 9999)], [8, 3])[0]
    last = first + rng.randint(1, 40)
    chance = rng.random()
    if draw.kind == "article" and chance < 0.16:
        number = pick(rng, "article_numbers")
        return number, number
    if draw.kind == "article" and chance < 0.22:
        letter = rng.choice(["S", "D", "E", "W", "vi", "iii", "A", "L", "H", "R", "C"])
        start = f"{letter}{first % 900}"
        if letter.islower():
            return f"{start}{style.dash}{last % 10}", start
        return f"{start}{style.dash}{letter}{first % 900 + 7}", start
    if chance > 0.985:
        low, high = roman(first % 30 + 1).lower(), roman(first % 30 + 9).lower()
        return f"{low}{style.dash}{high}", low
    if style.ranges == "first" or chance > 0.95:
        return str(first), str(first)
    end = _shortened(first, last) if style.ranges == "short" else str(last)
    pages = f"{first}{style.dash}{end}"
    if chance > 0.94:
        join = {"de": " und ", "fr": " et "}.get(style.language, ", ")
        pages += f"{join}{last + 5}{style.dash}{last + 9}"
    return pages, str(first)


def _shortened(first: int, last: int) -> str:
    """``503–9``: only the figures of the last page that differ."""
    start, end = str(first), str(last)
    if len(start) != len(end):
        return end
    same = next((i for i, (a, b) in enumerate(zip(start, end, strict=True)) if a != b), 0)
    return end[same:]


def roman(number: int) -> str:
    """Write a number in Roman figures."""
    result = ""
    for value, figures in (
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            result += figures
            number -= value
    return result


def _publisher(draw: Draw) -> tuple[str, ...]:
    known = _PUBLISHERS.get(draw.style.language)
    if known and draw.chance(0.65):
        return draw.rng.choice(known)
    return draw.rng.choice(_PUBLISHERS[""] if draw.chance(0.4) else draw.material.publishers)


def _publishers(draw: Draw, work: Item, values: Values) -> None:
    rng = draw.rng
    publisher, place = _publisher(draw)
    own = 0.3 if draw.style.language in _PUBLISHERS else 0.7
    if draw.chance(own):
        publisher, place = work.get("publisher", publisher), work.get("publisher-place", place)
    values["school"] = pick(rng, "schools").format(place=re.split("[,/]", place)[0])
    if draw.chance(0.1) and "," not in place:
        place += pick(rng, "place_tails")
    if draw.chance(0.07):
        place += pick(rng, "second_places")
    values["place"], values["publisher"] = place, publisher
    values["body"] = pick(rng, "bodies") if draw.chance(0.4) else publisher
    values["self"] = "Author"


def _kinds(draw: Draw, _: Item, values: Values) -> None:
    rng, language = draw.rng, draw.style.language
    if "edition" in draw.needed or draw.chance(0.25):
        values["edition"] = rng.choice(_EDITIONS.get(language, _EDITIONS[""]))
    if draw.kind == "thesis":
        values["genre"] = rng.choice(_THESES.get(language, _THESES[""]))
    else:
        values["genre"] = pick(rng, "preprint_kinds" if draw.kind == "preprint" else "report_kinds")
    lists = {"patent": "patents", "standard": "standards"}
    values["number"] = pick(rng, lists.get(draw.kind, "report_numbers"))
    values["note"] = rng.choice(["hep-th", "hep-ph", "INSPIRE", "gr-qc", "nucl-th", "astro-ph.CO"])


def _isbn(rng: random.Random) -> str:
    head = "978-" if rng.random() < 0.5 else ""
    group, title = rng.randint(0, 9), rng.randint(100, 9999)
    return f"{head}{group}-{title}-{rng.randint(1000, 9999)}-{rng.randint(0, 9)}"


_ARCHIVES = ("hep-th", "hep-ph", "astro-ph", "cond-mat", "quant-ph", "gr-qc", "math", "nucl-th")
_IDENTIFIERS: dict[str, tuple[float, Callable[[random.Random], str]]] = {
    "DOI": (0.5, lambda rng: pick(rng, "dois")),
    "URL": (0.5, lambda rng: pick(rng, "urls")),
    "ISBN": (0.3, _isbn),
    "ISSN": (0.3, lambda rng: f"{rng.randint(0, 2999):04}-{rng.randint(0, 9999):04}"),
    "PMID": (0.3, lambda rng: str(rng.randint(10**6, 4 * 10**7))),
    "PMCID": (0.15, lambda rng: f"PMC{rng.randint(10**5, 10**7)}"),
    "arXiv": (1.0, lambda rng: (
        f"{rng.randint(7, 25):02}{rng.randint(1, 12):02}.{rng.randint(1, 9999):04}" +
        rng.choice(["", "", "5", "v1"]) if rng.random() < 0.6 else
        f"{rng.choice(_ARCHIVES)}/{rng.choice([93, 96, 99, 0, 2, 5]):02}{rng.randint(1, 12):02}"
        f"{rng.randint(1, 400):03}")),
}  # fmt: skip
"""How often a work has an identifier, and how it looks."""


def _identifiers(draw: Draw, _: Item, values: Values) -> None:
    for name, (share, make) in _IDENTIFIERS.items():
        if name in draw.needed or draw.chance(share):
            values[name] = make(draw.rng)
