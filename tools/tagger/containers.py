"""What a made-up work stands in: journals, books, meetings, series."""

from __future__ import annotations

import re

from tools.tagger.draw import Draw, Values
from tools.tagger.material import Item, Journal
from tools.tagger.titles import capitals, titled
from tools.tagger.words import pick, words

_JOURNALS = {code: words(f"journals_{code}") for code in ("de", "fr", "it", "pt")}


def containers(draw: Draw, work: Item, values: Values) -> None:
    """Write what a work stands in: journal, book, meeting, series."""
    rng, style = draw.rng, draw.style
    values["journal"] = _journal(draw, work)
    values["dictionary"] = pick(rng, "dictionaries")
    values["abstracts"] = pick(rng, "dissertation_abstracts")
    container = work.get("container-title", "")
    if draw.kind == "web":
        container = pick(rng, "sites")
    elif not container or draw.kind not in {"chapter", "conference"}:
        container = draw.material.work(rng, "book", style.language)["title"]
    values["container"] = titled(draw, container)
    values["event"] = _event(draw, values["year"][:4])
    values["meeting"] = re.sub(r"^Proc\S* (of the )?", "", values["event"])
    values["proceedings"] = (
        rng.choice(["Proceedings of the ", "Proc. of the ", "Proc. "]) + values["meeting"]
    )
    year = values["year"][:4]
    form = rng.choice(["{a}", "{a}-{y}", "{a} {Y}", "{a}’{y}", "{a}'{y}", "{a}-{Y}", "{a}{y}"])
    before = rng.choice(["", "", "Proc. ", "Proceedings ", "Proceedings of ", "Proc. of "])
    values["short"] = before + form.format(a=pick(rng, "meetings"), y=year[-2:], Y=year)
    if draw.kind == "conference":
        values["container"] = _event(draw, year)
    if {"collection", "seriesnumber"} & draw.needed or draw.chance(0.35):
        values["collection"] = rng.choice(draw.material.collections)
        if draw.kind == "conference" and draw.chance(0.4):
            values["collection"] = pick(rng, "series")
        values["seriesnumber"] = str(int(rng.paretovariate(0.6)) % 2000 + 1)


def _journal(draw: Draw, work: Item) -> str:
    rng, style = draw.rng, draw.style
    short = style.short
    journal: Journal = rng.choice(draw.material.journals)
    if draw.habit("physics"):
        journal = Journal(*(pick(rng, "physics_journals"),) * 2)
    elif short and draw.chance(0.35):
        journal = Journal(*(pick(rng, "medical_journals"),) * 2)
    name = work.get("container-title", "") if draw.kind == "article" else ""
    if name and len(name) < 120 and draw.chance(0.45):
        journal = Journal(name, work.get("container-title-short", journal.short))
    if draw.habit("classics"):
        return pick(rng, "classics_journals")
    if (known := _JOURNALS.get(style.language)) and draw.chance(0.5):
        journal = Journal(*(rng.choice(known),) * 2)
    if draw.kind == "newspaper":
        return pick(rng, "newspapers")
    text = journal.short if short else journal.name
    if short and draw.habit("undotted"):
        text = text.replace(".", "")
    if text.islower() or draw.chance(0.2):
        text = capitals(text)
    return text + pick(rng, "journal_tails") if draw.chance(0.03) else text


def _event(draw: Draw, year: str) -> str:
    rng = draw.rng
    if draw.chance(0.35):
        return rng.choice(draw.material.events)
    name = rng.choice(draw.material.journals).name.replace("Journal of ", "")
    topic = " ".join(w[:1].upper() + w[1:] for w in name.split()[:5])
    ordinal = rng.choice(["", "", "5th ", "12th ", "Third ", "23rd ", "1st ", "Second ", "XXI "])
    text = ordinal + pick(rng, "events").format(topic)
    if draw.chance(0.2) and year.isdigit():
        text = f"{year} {text}"
    if draw.chance(0.3):
        short = "".join(w[0] for w in topic.split() if w[0].isupper())
        text += rng.choice([f" ({short})", f" ({short} {year})", f" ({short}’{year[-2:]})"])
    return (
        rng.choice(["", "", "Proceedings of the ", "Proc. of the ", "Proc. ", "Proceedings of "])
        + text
    )
