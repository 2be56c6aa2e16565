"""Made-up reference lists: each of one style, of works from the material."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.tagger.labels import Labelled
from tools.tagger.material import Item, Journal, Material, Person
from tools.tagger.noise import damaged
from tools.tagger.styles import FIELD_LABELS, MIX, SCHOOLS, Names, School

Part = tuple[str, str]  # text, label (or "")


class Style(NamedTuple):
    """One list's way of writing: templates with their choices made, names, and small habits."""

    school: str
    templates: dict[str, list[str]]
    names: Names
    editors: Names
    short: bool
    dash: str
    ranges: str
    title_case: str
    language: str
    dates: str
    stop: bool


def lists(material: Material, count: int, seed: int, schools: tuple[str, ...] = ()) -> Iterator[
    list[Labelled]
]:  # fmt: skip
    """Make lists until there are ``count`` references."""
    rng = random.Random(seed)
    names = list(schools or SCHOOLS)
    weights = [SCHOOLS[name].weight for name in names]
    made = 0
    while made < count:
        name = rng.choices(names, weights)[0]
        style = new_style(rng, name)
        size = rng.randint(6, 16)
        result = [reference(rng, material, style) for _ in range(size)]
        yield damaged(rng, result)
        made += size


def new_style(rng: random.Random, name: str) -> Style:
    """Draw a style of a school."""
    school = SCHOOLS[name]
    templates = {}
    for kind, variants in school.templates.items():
        chosen = rng.sample(variants, min(len(variants), 1 if rng.random() < 0.7 else 2))
        templates[kind] = [_chosen(rng, variant) for variant in chosen]
    names = rng.choice(school.names)
    editors = _editor_names(rng, school, names)
    if rng.random() < 0.08:
        names = rng.choice(SCHOOLS[rng.choice(list(SCHOOLS))].names)
    return Style(
        name,
        templates,
        names,
        editors,
        rng.random() < school.abbreviated,
        rng.choices(["-", "–", "--", "—", " - ", " – "], [10, 10, 0.7, 0.3, 0.5, 0.5])[0],
        rng.choices(["full", "short", "first"], [8, 3, 0.7])[0],
        rng.choices(["as", "title", "upper"], [6, 3, 0.15])[0],
        school.language if rng.random() < 0.85 else "",
        rng.choice(_DATES.get(school.language, _DATES[""])),
        rng.random() < 0.9,
    )


def _editor_names(rng: random.Random, school: School, names: Names) -> Names:
    form = names.rest if rng.random() < 0.5 else rng.choice(school.names).rest
    if rng.random() < 0.3:
        form = {"F, I. ": "I. F", "F, I.": "I.F", "F, G": "G F", "F I.": "I. F", "FF I.": "I. FF",
                "FF, G": "G FF", "F, I": "I. F"}.get(form, form)  # fmt: skip
    return names._replace(first=form, rest=form)


_CHOICE = re.compile(r"⟪([^⟪⟫]*)⟫")
_OPTION = re.compile(r"⟦([^⟦⟧]*)⟧")
_FIELD = re.compile(r"\{(\w+)\}")


def _chosen(rng: random.Random, template: str) -> str:
    """Make the choices of a template, inner ones first."""
    while _CHOICE.search(template):
        template = _CHOICE.sub(lambda m: rng.choice(m[1].split("~")), template)
    return template


def reference(rng: random.Random, material: Material, style: Style) -> Labelled:
    """Write one made-up reference."""
    kinds = list(style.templates)
    kind = rng.choices(kinds, [MIX[k] for k in kinds])[0]
    template = rng.choice(style.templates[kind])
    needed = frozenset(_FIELD.findall(_OPTION.sub("", template)))
    values = _values(rng, material, style, kind, needed)
    if "{editor}" in template and "{author}" not in template and kind == "book":
        values["editor"] = values.get("author", "")
    parts = _filled(template, values)
    if rng.random() < 0.12:
        parts = _less(rng, parts)
    text, spans = "", []
    for chunk, label in parts:
        if not chunk:
            continue
        if not label and text[-1:] == "." and chunk[0] == ".":
            chunk = chunk[1:]
        if not label and text[-1:] in "?!" and chunk[0] == "." and rng.random() < 0.8:
            chunk = chunk[1:]
        if label:
            spans.append((label, len(text), len(text) + len(chunk)))
        text += chunk
    text = text.rstrip()
    if not style.stop:
        text = text.rstrip(".")
    spans = [(label, a, min(b, len(text))) for label, a, b in spans if a < len(text)]
    return Labelled(text, tuple(bare(text, spans)), "made", style.school)


_OUTER = " .,;:()[]\"“”„‘’«»"


def bare(text: str, spans: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Trim punctuation off the values, as the labelled corpora have it."""
    for label, start, end in spans:
        if text[start] in "([" and text[end - 1] in ")]":
            start, end = start + 1, end - 1
        while end > start and (text[end - 1] in _OUTER):
            if text[end - 1] in ")]" and text.count("([)]"[")]".index(text[end - 1])], start, end):
                break
            end -= 1
        while start < end and text[start] in " .,;:)]”":
            start += 1
        if end > start:
            yield label, start, end


def _filled(template: str, values: dict[str, str]) -> list[Part]:
    while match := _OPTION.search(template):
        fields = _FIELD.findall(match[1])
        inner = match[1] if all(values.get(field) for field in fields) else ""
        template = template[: match.start()] + inner + template[match.end() :]
    parts: list[Part] = []
    done = 0
    for match in _FIELD.finditer(template):
        parts.append((template[done : match.start()], ""))
        parts.append((values.get(match[1], ""), FIELD_LABELS[match[1]]))
        done = match.end()
    parts.append((template[done:], ""))
    return parts


def _less(rng: random.Random, parts: list[Part]) -> list[Part]:
    """Leave a value out, with the text before it: people forget."""
    places = [i for i, (_, label) in enumerate(parts) if label in _FORGOTTEN and i > 2]
    if places:
        i = rng.choice(places)
        before = parts[i - 1][0]
        if not re.search(r"[()\[\]“”«»\"]", before + parts[i + 1][0][:1]):
            return [*parts[: i - 1], *parts[i + 1 :]]
    return parts


_FORGOTTEN = frozenset(["page", "volume", "issue", "issued", "publisher", "publisher-place"])


# ── values ──────────────────────────────────────────────────────────────────────────────────────


def _values(
    rng: random.Random, material: Material, style: Style, kind: str, needed: frozenset[str]
) -> dict[str, str]:
    work = _work(rng, material, style, kind)
    values: dict[str, str] = {}
    values["title"] = _title(rng, style, work["title"])
    people = work["author"] or [rng.choice(material.people) for _ in range(rng.choice([1, 1, 2, 3]))]
    if rng.random() < 0.25:
        people = [rng.choice(material.people) for _ in range(rng.choice([1, 2, 2, 3, 4, 6, 9]))]
    if rng.random() < 0.045 or (kind in {"report", "web", "standard"} and rng.random() < 0.45):
        values["author"] = rng.choice(_BODIES) if rng.random() < 0.5 else _publisher(rng, material)[0]
    else:
        values["author"] = people_text(rng, style.names, people)
    editors = work.get("editor") or rng.choice(material.editors)
    values["editor"] = people_text(rng, style.editors, editors)
    values["translator"] = people_text(rng, style.editors, [rng.choice(material.people)])
    _dates(rng, style, values)
    _journal(rng, material, style, work, kind, values)
    if "issue" in needed:
        values["issue"] = "1"
    _numbers(rng, style, work, kind, values)
    publisher, place = _publisher(rng, material)
    if rng.random() < 0.7:
        publisher, place = work.get("publisher", publisher), work.get("publisher-place", place)
    values["publisher"] = publisher
    values["place"] = _place(rng, place)
    values["school"] = rng.choice(_SCHOOLS).format(place=place.split(",")[0].split("/")[0])
    if "edition" in needed or rng.random() < 0.25:
        values["edition"] = rng.choice(_EDITIONS.get(style.language, _EDITIONS[""]))
    if "seriesnumber" in needed or "collection" in needed or rng.random() < 0.35:
        values["collection"] = rng.choice(material.collections)
        values["seriesnumber"] = str(int(rng.paretovariate(0.6)) % 2000 + 1)
    if kind == "conference" and rng.random() < 0.3:
        values["collection"] = rng.choice(["Lecture Notes in Computer Science", "LNCS", "CEUR Workshop Proceedings", "LNAI", "AIP Conference Proceedings", "ASP Conf. Ser."])
    values["genre"] = rng.choice(_THESES.get(style.language, _THESES[""]) if kind == "thesis" else
                                 _PREPRINTS if kind == "preprint" else _REPORTS)  # fmt: skip
    values["number"] = _report_number(rng, kind)
    values["note"] = rng.choice(["hep-th", "hep-ph", "INSPIRE", "gr-qc", "nucl-th", "astro-ph.CO"])
    _identifiers(rng, values, kind, needed)
    for name in ("genre", "number", "place"):
        values.setdefault(name, "")
    if kind in {"book", "chapter"} and rng.random() < 0.08:
        values["publisher"] = values["publisher"] if rng.random() < 0.5 else ""
    return values


def _work(rng: random.Random, material: Material, style: Style, kind: str) -> Item:
    if kind in {"article", "preprint"} and not style.language and rng.random() < 0.4:
        return rng.choice(material.works["biomedical"]["en"])
    pool = {"preprint": "article", "newspaper": "article", "patent": "conference",
            "standard": "report", "web": "report"}.get(kind, kind)  # fmt: skip
    if kind in {"web", "standard", "report"} and rng.random() < 0.5:
        pool = rng.choice(["book", "article"])
    if kind == "conference" and rng.random() < 0.5:
        pool = rng.choice(["article", "conference"])
    return material.work(rng, pool, style.language)


_SMALL = frozenset("of the and in a for on to with an from by as at or de la der und du des et".split())


def _title(rng: random.Random, style: Style, title: str) -> str:
    if style.title_case == "title" and style.language in {"", "en"}:
        words = title.split(" ")
        words = [w if i and w in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]
        title = " ".join(words)
    elif style.title_case == "upper":
        title = title.upper()
    if rng.random() < 0.05 and ": " in title:
        title = title.replace(": ", rng.choice([". ", " – ", "? ", ".- "]), 1)
        head, sep, tail = title.partition(". ")
        title = head + sep + tail[:1].upper() + tail[1:]
    if rng.random() < 0.02:
        title += rng.choice(["?", "!", " (review)", " [abstract]", "?"])
    if rng.random() < 0.015:
        title = rng.choice(["[{}]", "{} II", "{}, Part 1", "{} (1990–2005)", "{}. III. Results"]).format(title)
    return title


def people_text(rng: random.Random, names: Names, people: list[Person]) -> str:
    """Write a list of people in a form."""
    cut = len(people) >= names.most
    shown = people[: names.kept] if cut else people
    if len(people) > 12 and not cut:
        shown = people[: rng.randint(3, 12)]
    written = [person_text(names.rest if i else names.first, p) for i, p in enumerate(shown)]
    if cut:
        return names.between.join(written) + names.et_al
    if len(written) > 1:
        last = names.last
        if len(written) == 2 and last.startswith(", ") and len(last) > 2 and rng.random() < 0.5:
            last = last[1:]
        text = names.between.join(written[:-1]) + last + written[-1]
    else:
        text = written[0]
    if rng.random() < 0.02 and len(people) > 1:
        text = written[0] + rng.choice([" et al.", ", et al.", " et al", " et. al.", " and others"])
    return text


def person_text(form: str, person: Person) -> str:
    """Write one name: ``F, I. `` → ``Smith, J. R.``."""
    family, given = person
    if "FF" in form:
        family, form = family.upper(), form.replace("FF", "F")
    letters = [w[0] for w in re.split(r"[\s.\-]+", given) if w and w[0].isalpha()]
    initials = ""
    match = re.search(r"I[. -]*", form)
    style = match[0] if match else ""
    if not given:
        return family
    if style:
        if style.startswith("I. ") or style == "I.-":
            initials = " ".join(f"{x.upper()}." for x in letters)
        elif style == "I.":
            initials = "".join(f"{x.upper()}." for x in letters)
        else:
            initials = "".join(x.upper() for x in letters)
        if style == "I " and form.strip().endswith("I"):
            initials = " ".join(x.upper() for x in letters)
        before, after = form[: match.start()], form[match.end() :]  # type: ignore[union-attr]
        glue = " " if after.startswith("F") and style != "I." else ""
        if after.startswith("F") and style == "I.":
            glue = ""
        return (before.replace("F", family) + initials + glue + after.replace("F", family)).strip()
    return re.sub("[FG]", lambda m: family if m[0] == "F" else given, form)


def _dates(rng: random.Random, style: Style, values: dict[str, str]) -> None:
    low = 1500 if style.school in {"notes", "italian"} and rng.random() < 0.1 else 1880
    year = int(rng.triangular(low, 2026, 2010))
    months = _MONTHS.get(style.language, _MONTHS[""])
    n, d = rng.randint(1, 12), rng.randint(1, 28)

    def date(form: str, y: int) -> str:
        return form.format(d=d, n=n, y=y, M=months[n - 1], m=months[n - 1][:3])

    values["year"] = str(year)
    if rng.random() < 0.05:
        values["year"] += rng.choice("abc")
    elif rng.random() < 0.012:
        values["year"] = f"{year}{style.dash if len(style.dash) == 1 else '/'}{(year + 1) % 100:02}"
    elif rng.random() < 0.012:
        values["year"] = rng.choice(["in press", "n.d.", "forthcoming", "o. J.", "s.d.", "to appear", f"{year} [{year - 60}]", "im Druck", "s. d."])
    values["date"] = date(style.dates, year)
    values["month"] = months[n - 1]
    values["yearmonth"] = f"{months[n - 1]} {year}" if rng.random() < 0.6 else str(year)
    if rng.random() < 0.1:
        values["yearmonth"] = f"{months[n - 1][:3]}. {year}"
    if rng.random() < 0.12:
        other = months[n % 12][:3]
        values["yearmonth"] = rng.choice([
            f"{months[n - 1]}, {year}", f"{months[n - 1][:3]}-{other} {year}", f"{months[n - 1]}/{months[n % 12]} {year}",
            f"{year}, {months[n - 1]}", f"{months[n - 1]} {d}, {year}", f"{d} {months[n - 1][:3]}. {year}", f"{year} {months[n - 1][:3]}",
            f"{months[n - 1]}–{months[n % 12]} {year}", f"{n:02}/{year}", f"{d} {months[n - 1]} {year}",
        ])  # fmt: skip
    if rng.random() < 0.04:
        values["yearmonth"] = f"{rng.choice(['Spring', 'Summer', 'Autumn', 'Winter', 'Fall'])} {year}"
    values["daymonth"] = f"{months[n - 1][:3]} {d}" if rng.random() < 0.5 else f"{d} {months[n - 1]}"
    values["status"] = rng.choice(["in press", "to appear", "forthcoming", "submitted", "in preparation", "im Druck", "im Erscheinen"])
    values["accessed"] = date(style.dates, rng.randint(1998, 2025))


def _journal(
    rng: random.Random,
    material: Material,
    style: Style,
    work: Item,
    kind: str,
    values: dict[str, str],
) -> None:
    journal: Journal = rng.choice(material.journals)
    if style.school == "physics" and rng.random() < 0.75:
        journal = Journal(*(rng.choice(_PHYSICS),) * 2)
    elif style.short and rng.random() < 0.35:
        journal = Journal(*(rng.choice(_MEDICAL),) * 2)
    name = work.get("container-title", "") if kind == "article" else ""
    if name and len(name) < 120 and rng.random() < 0.45:
        journal = Journal(name, work.get("container-title-short", journal.short))
    if kind == "newspaper":
        journal = Journal(*(rng.choice(_NEWSPAPERS),) * 2)
    text = journal.short if style.short else journal.name
    if style.short and style.school in {"vancouver", "bmc"}:
        text = text.replace(".", "")
    if text.islower() or rng.random() < 0.2:
        text = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in text.split(" "))
    if rng.random() < 0.03:
        text += rng.choice([" (Am)", " B", " A", ", Series B", " (London)", " Suppl", " [Br]", ", Part A", " C"])
    values["journal"] = text
    container = work.get("container-title", "")
    if kind == "chapter" and not container:
        container = material.work(rng, "book", style.language)["title"]
    if kind == "conference":
        container = _event(rng, material, work, values)
    if not container:
        container = rng.choice(_SITES) if kind == "web" else material.work(rng, "book", style.language)["title"]
    values["container"] = _title(rng, style, container) if kind != "conference" else container
    values["event"] = _event(rng, material, work, values)
    values["meeting"] = re.sub(r"^Proc\S* (of the )?", "", values["event"])


def _event(rng: random.Random, material: Material, work: Item, values: dict[str, str]) -> str:
    if rng.random() < 0.35 and material.events:
        return rng.choice(material.events)
    topic = " ".join(w[:1].upper() + w[1:] for w in rng.choice(
        material.journals).name.replace("Journal of ", "").split()[:5])  # fmt: skip
    ordinal = rng.choice(["", "5th ", "12th ", "Third ", "23rd ", "1st ", "Second ", "2nd ", "XXI "])
    kind = rng.choice(["International Conference on {}", "Conference on {}", "Workshop on {}", "Symposium on {}", "IEEE Conference on {}", "ACM Symposium on {}", "Annual Meeting of the Society for {}", "Int. Conf. {}", "European Conference on {}", "{} Conference", "Congress on {}"])  # fmt: skip
    year = values.get("year", "")[:4]
    text = ordinal + kind.format(topic)
    acronym = rng.choice(_MEETINGS) if rng.random() < 0.7 else "".join(w[0] for w in topic.split() if w[0].isupper())
    values["short"] = rng.choice(["{a}", "{a}-{y}", "{a} {Y}", "{a}’{y}", "{a}'{y}", "{a}-{Y}", "{a}{y}", "{a} '{y}"]).format(a=acronym, y=year[-2:], Y=year)
    if rng.random() < 0.25:
        text = f"{year} {text}" if year.isdigit() else text
    if rng.random() < 0.3:
        short = "".join(w[0] for w in topic.split() if w[0].isupper())
        text += rng.choice([f" ({short})", f" ({short} {year})", f" ({short}’{year[-2:]})", f", {short} {year}"])
    return rng.choice(["", "", "Proceedings of the ", "Proc. of the ", "Proc. ", "Proceedings of "]) + text


def _numbers(rng: random.Random, style: Style, work: Item, kind: str, values: dict[str, str]) -> None:
    volume = work.get("volume", "") if rng.random() < 0.3 else ""
    if not re.fullmatch(r"[\dA-Z/–-]{1,6}", volume):
        volume = str(int(rng.paretovariate(0.5)) % 400 + 1)
    issue = str(rng.choices([rng.randint(1, 12), rng.randint(1, 60), rng.randint(60, 400)], [8, 1, 0.5])[0])
    odd = rng.random()
    if odd < 0.04:
        issue = rng.choice(["Suppl", "Suppl 1", "Suppl. 2", "2, SI", "1-2", "3–4", "1/2", "Pt 1", "S1", "Special Issue", "Part 2", "4 Suppl 1", "3/4"])
    if style.school == "physics" and rng.random() < 0.25:
        volume = rng.choice("ABCDE") + volume
    if style.school in {"italian", "notes", "french"} and rng.random() < 0.25:
        volume = roman(int(volume) % 60 + 1) if volume.isdigit() else volume
    if odd > 0.985:
        volume += rng.choice(["-", "–", "/"]) + str(int(re.sub(r"\D", "", volume) or 1) + 1)
    has_issue = rng.random() < 0.65
    values["volume"] = volume
    if has_issue or values.get("issue"):
        values["issue"] = issue
    if style.school == "vancouver" and odd > 0.96 and "issue" in values:
        values["volume"], values["issue"] = volume, rng.choice(["Suppl 1", "Suppl 6", "Suppl", "Pt 2"])
    values["page"], values["first"] = _pages(rng, style, kind)
    values["supplement"] = rng.choice(["Suppl {}", "Suppl. {}", "Suppl {}", "Supplement {}", "Pt {}", "Suppl", "(Suppl {})", "S{}", "Special Issue"]).format(rng.randint(1, 9)).strip("()")
    values["pages_total"] = str(rng.randint(60, 900))


def _pages(rng: random.Random, style: Style, kind: str) -> tuple[str, str]:
    first = rng.choices([rng.randint(1, 900), rng.randint(900, 9999), rng.randint(9999, 190000)], [8, 3, 0.3 if kind != "article" else 1.2])[0]
    last = first + rng.randint(1, 40)
    chance = rng.random()
    if kind == "article" and chance < 0.16:
        number = rng.choice([
            f"e{rng.randint(1000, 99999)}", f"e{rng.randint(1, 9999):06}", f"{rng.randint(100000, 199999)}", f"{rng.randint(1, 99999):06}", f"{rng.randint(1, 400)}",
            f"E{rng.randint(1, 900)}", f"L{rng.randint(1, 99)}", f"Article {rng.randint(10, 9999)}", f"a{rng.randint(1000, 9999)}", f"{rng.randint(1, 12):02}{rng.randint(1, 999):04}", f"R{rng.randint(1, 999)}",
        ])  # fmt: skip
        return number, number
    if chance < 0.22 and kind == "article":
        letter = rng.choice(["S", "D", "E", "W", "vi", "iii", "A", "L", "H", "R", "C"])
        if letter.islower():
            return f"{letter}{first % 300}{style.dash}{last % 10}", f"{letter}{first % 300}"
        return f"{letter}{first % 900}{style.dash}{letter}{first % 900 + 7}", f"{letter}{first % 900}"
    if chance > 0.985:
        return f"{roman(first % 30 + 1).lower()}{style.dash}{roman(first % 30 + 9).lower()}", str(first)
    if style.ranges == "first" or chance > 0.95 or first > 9999:
        return str(first), str(first)
    if chance > 0.94:
        join = {"de": " und ", "fr": " et "}.get(style.language, ", ")
        return f"{first}{style.dash}{last}{join}{last + 5}{style.dash}{last + 9}", str(first)
    end = str(last)
    if style.ranges == "short":
        start = str(first)
        if len(start) == len(end):
            same = next((i for i, (a, b) in enumerate(zip(start, end, strict=True)) if a != b), 0)
            end = end[same:]
    return f"{first}{style.dash}{end}", str(first)


def roman(number: int) -> str:
    """Write a number in Roman figures."""
    result = ""
    for value, figures in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            result += figures
            number -= value
    return result


def _publisher(rng: random.Random, material: Material) -> tuple[str, str]:
    return rng.choice(_PUBLISHERS) if rng.random() < 0.4 else rng.choice(material.publishers)


def _place(rng: random.Random, place: str) -> str:
    if rng.random() < 0.1:
        place += rng.choice([", MA", ", NY", ", UK", ", CA", ", USA", ", Germany", ", D.C.", ", NJ", ", France"]) if "," not in place else ""
    if rng.random() < 0.07:
        place += rng.choice([" u.a.", "/New York", " and London", ", London", "/Berlin", " & New York", "; New York", "–New York"])
    return place


def _report_number(rng: random.Random, kind: str) -> str:
    n = rng.randint(1, 9999)
    if kind == "patent":
        return rng.choice([f"{rng.randint(3, 11)},{rng.randint(100, 999)},{rng.randint(100, 999)}", f"{rng.randint(3000000, 9999999)}", f"US {n}{n} B2", f"EP{n}123A1", f"WO{rng.randint(1999, 2022)}{n:06}"])
    if kind == "standard":
        return rng.choice([f"ISO {n}", f"ISO/IEC {n}-{n % 9 + 1}", f"3GPP TS {n % 40}.{n % 900:03}", f"IEEE Std {n % 1900}", f"EN {n}", f"DIN {n}", f"ASTM D{n}", f"RFC {n}"])
    return rng.choice([str(n % 900), f"TR-{n % 99}-{n % 50}", f"CS-{1980 + n % 40}-{n % 50}", f"CERN-TH-{1990 + n % 30}-{n % 300:03}", f"{n}", f"{1980 + n % 40}/{n % 99}", f"WP {n % 500}", f"NBER-{n}", f"EPA/{n % 900}/R-{n % 99}", f"DOE/{n}"])


def _identifiers(
    rng: random.Random, values: dict[str, str], kind: str, needed: frozenset[str]
) -> None:
    n = rng.randint(1000, 9999)
    year = values["year"][:4] if values["year"][:4].isdigit() else "2010"
    if "DOI" in needed or rng.random() < 0.5:
        values["DOI"] = rng.choice([
            f"10.{n}/s{n}-0{n % 99}-{n:05}-{n % 9}", f"10.1016/j.{_word(rng)}.{year}.{n % 12 + 1:02}.{n % 90:03}", f"10.1103/PhysRev{rng.choice('ABDEL')}.{n % 99}.{n}", f"10.1038/nature{n}", f"10.1371/journal.pone.{n:07}", f"10.1093/{_word(rng)}/{_word(rng)[:3]}{n % 999:03}", f"10.1002/{_word(rng)}.{n}{n % 90}",
            f"10.1145/{n}{n % 900}.{n}{n % 800}", f"10.1109/{_word(rng).upper()}.{year}.{n}{n % 90}", f"10.1080/{n:08}.{year}.{n}{n % 90}", f"10.1177/{n}{n}", f"10.1007/978-3-{n % 900}-{n}{n % 10}-{n % 9}_{n % 40}", f"10.1017/S{n:04}{n:05}X", f"10.{n}/{_word(rng)}.v{n % 30}i{n % 9}.{n}", f"10.1126/science.{n}{n % 99}",
        ])  # fmt: skip
    host = rng.choice([f"www.{_word(rng)}.org", f"{_word(rng)}.com", f"www.{_word(rng)}.gov", f"{_word(rng)}.edu/~{_word(rng)}", f"www.{_word(rng)}.ac.uk", f"www.{_word(rng)}.de", f"{_word(rng)}.{_word(rng)}.fr", f"www.{_word(rng)}-{_word(rng)}.eu"])
    tail = rng.choice(["", "/", f"/{_word(rng)}.html", f"/{_word(rng)}/{_word(rng)}-{_word(rng)}.pdf", f"/{year}/{n % 12 + 1:02}/{_word(rng)}-{_word(rng)}", f"/index.php?id={n}", f"/{_word(rng)}/{n}", f"/{_word(rng)}_{_word(rng)}.htm", f"/handle/{n}/{n}", f"/article/view/{n}"])
    if "URL" in needed or rng.random() < 0.5:
        values["URL"] = rng.choice(["http://", "https://", "https://", "http://", ""]) + host + tail
        if not values["URL"].startswith("http") and not host.startswith("www"):
            values["URL"] = "http://" + values["URL"]
    archive = rng.choice(["hep-th", "hep-ph", "astro-ph", "cond-mat", "quant-ph", "gr-qc", "math", "nucl-th"])
    values["arXiv"] = rng.choice([f"{rng.randint(7, 25):02}{n % 12 + 1:02}.{n}", f"{rng.randint(15, 25)}{n % 12 + 1:02}.{n}{n % 10}", f"{archive}/{rng.randint(92, 99)}{n % 12 + 1:02}{n % 900:03}", f"{archive}/0{n % 8}{n % 12 + 1:02}{n % 900:03}"])
    if needed & {"ISBN", "ISSN", "PMID"} or rng.random() < 0.3:
        values["ISBN"] = f"{'978-' if n % 2 else ''}{n % 9}-{n}-{n}-{n % 10}"
        values["ISSN"] = f"{n}-{n % 1000:03}{n % 10}"
        values["PMID"] = f"{n}{n}"
    if "PMCID" in needed or rng.random() < 0.15:
        values["PMCID"] = f"PMC{n}{n % 900}"


def _word(rng: random.Random) -> str:
    return rng.choice("data news health science policy index census media world energy research journal library museum stat archive climate social review open history labor tax city trade forum food water".split())




def words(name: str) -> tuple[str, ...]:
    """Read a list of words, a line each."""
    return tuple((Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8").splitlines())


def by_language(name: str) -> dict[str, tuple[str, ...]]:
    """Read a list of words in each language that has one; ``""`` stands for the others."""
    folder = Path(__file__).parent / "words"
    languages = {path.stem[len(name) + 1 :] for path in folder.glob(f"{name}_??.txt")}
    return {"": words(name), **{code: words(f"{name}_{code}") for code in sorted(languages)}}


_PHYSICS = words("physics_journals")
_MEDICAL = words("medical_journals")
_NEWSPAPERS = words("newspapers")
_SITES = words("sites")
_BODIES = words("bodies")
_PUBLISHERS = [line.partition(" | ")[::2] for line in words("publishers")]
_SCHOOLS = words("schools")
_MEETINGS = words("meetings")
_REPORTS = words("report_kinds")
_PREPRINTS = words("preprint_kinds")
_EDITIONS = by_language("editions")
_THESES = by_language("theses")
_DATES = by_language("dates")
_MONTHS = by_language("months")
