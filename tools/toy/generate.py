"""Write the toy data: ``python -m tools.toy.generate``.

Everything is made up and drawn from one seed: people, journals, titles, the references in every
school of styles of :mod:`tools.tagger.styles`, and pages around them. The files may be edited by
hand; running this again overwrites all but ``labelled/handwritten.txt``.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tools.finder import marked_pages
from tools.finder.made import made_lists
from tools.finder.made_papers import made_papers
from tools.tagger import marked_text
from tools.tagger.generate import lists
from tools.tagger.material import Material
from tools.tagger.styles import SCHOOLS
from tools.tagger.titles import invented

FOLDER = Path(__file__).parent / "data"
SEED = 14
RECORDS = {"en": 90, "de": 80, "fr": 20, "it": 20}
"""How many records there are in each language."""
REFERENCES = 12
"""How many references of each school there are at least."""
LISTS, PAPERS = 14, 6
"""How many pages of each sort there are."""

FAMILIES = {
    "en": "Abbot Barlow Crane Dunmore Ellery Fenwick Garrow Harker Inman Jessop Keller Larkin "
    "Marsden Norcott Orme Pell Quill Rowan Selby Thorne Upton Venner Wexley Yarrow",
    "de": "Ahlers Brandau Cordes Dornbach Ehlert Falkner Grüber Hövel Immen Jansing Köhnlein "
    "Lüders Möbus Nagel Oster Pfau Quast Rösner Stübing Thiele Uhl Vorster Weiß Zöll",
    "fr": "Aubrac Beauvallon Chabrier Delorme Étienne Fabre Gaillac Hérault Jolivet Lacombe "
    "Mercœur Noirot Poncet Rochefer Sénéchal Valmont",
    "it": "Albani Berti Cortese Donati Ferrante Galli Lucchesi Morandi Nardi Orsini Pellico "
    "Rinaldi Salviati Tomei Vitali Zanchi",
}
GIVEN = {
    "en": "Alice Bruce Clara Daniel Edith Frank Grace Henry Ida James Kate Leo Mary Ned Olive Paul",
    "de": "Anna Bernd Clara Dieter Eva Franz Greta Hans Ilse Jürgen Karl Lotte Max Nora Otto Rolf",
    "fr": "Anne Bruno Claire Denis Élise François Hélène Jean-Luc Marie Noël Paule Rémi",
    "it": "Anna Bruno Carla Dario Elena Fabio Gina Luca Marta Nino Paola Remo",
}
FIELDS = {
    "en": "Snow Research|Comparative Weather|River Studies|Applied Lichenology|Moss and Fern "
    "Science|Urban Beekeeping|Quiet Machines|Lake Chemistry|Island Linguistics|Cloud Medicine",
    "de": "Schneeforschung|Vergleichende Wetterkunde|Flusskunde|Mooskunde|Stille Maschinen",
    "fr": "météorologie comparée|l’étude des rivières|la mousse et la fougère",
    "it": "studi sui fiumi|storia della neve|scienze del lago",
}
JOURNALS = {
    "en": ("Journal of {}", "Annals of {}", "{} Letters", "Archives of {}", "The {} Review"),
    "de": ("Zeitschrift für {}", "Archiv für {}", "Jahrbuch für {}"),
    "fr": ("Revue de {}", "Cahiers de {}"),
    "it": ("Rivista di {}", "Annali di {}"),
}
PUBLISHERS = {
    "en": "Harrow & Finch|London~Northgate University Press|Northgate~Mill Lane Press|Boston",
    "de": "Verlag am Anger|Erfurt~Morgenroth|Leipzig~Dünenverlag|Kiel",
    "fr": "Éditions du Pont|Lyon~Presses du Canal|Rennes",
    "it": "Edizioni del Colle|Perugia~La Lanterna|Torino",
}
TYPES = {
    "article-journal": 10, "book": 6, "chapter": 5, "paper-conference": 3, "thesis": 2, "report": 2
}  # fmt: skip


# ── records ─────────────────────────────────────────────────────────────────────────────────────


def people(rng: random.Random, language: str, count: int) -> list[dict[str, str]]:
    """Draw people, as CSL-JSON has them."""
    families, given = FAMILIES[language].split(), GIVEN[language].split()
    return [
        {"family": family, "given": " ".join(rng.sample(given, rng.choice([1, 1, 2])))}
        for family in rng.sample(families, count)
    ]


def journal(rng: random.Random, language: str) -> tuple[str, str]:
    """Draw the name of a journal and its abbreviation."""
    field = rng.choice(FIELDS[language].split("|"))
    name = rng.choice(JOURNALS[language]).format(field)
    short = [
        word if len(word) < 5 else f"{word[:4]}." for word in name.split() if word[0].isupper()
    ]
    return name, " ".join(short)


def record(rng: random.Random, language: str) -> dict[str, Any]:
    """Make a record up."""
    kind = rng.choices(list(TYPES), list(TYPES.values()))[0]
    publisher, place = rng.choice(PUBLISHERS[language].split("~")).split("|")
    first = rng.randint(1, 600)
    result: dict[str, Any] = {
        "type": kind,
        "title": invented(rng, language),
        "author": people(rng, language, rng.choice([1, 1, 2, 3])),
        "issued": {"date-parts": [[rng.randint(1960, 2025)]]},
    }
    if kind in {"article-journal", "chapter", "paper-conference"}:
        result["page"] = f"{first}-{first + rng.randint(2, 30)}"
    if kind == "article-journal":
        result["container-title"], result["container-title-short"] = journal(rng, language)
        result["volume"] = str(rng.randint(1, 90))
    else:
        result |= {"publisher": publisher, "publisher-place": place}
    if kind in {"chapter", "paper-conference"}:
        result["container-title"] = invented(rng, language)
        result["editor"] = people(rng, language, rng.choice([1, 2]))
    if kind == "paper-conference":
        result["container-title"] = f"Proceedings of the Workshop on {journal(rng, 'en')[0]}"
    if kind == "book" and rng.random() < 0.6:
        result["collection-title"] = f"Studies in {rng.choice(FIELDS['en'].split('|'))}"
    return {**result, "src": "toy"}


def records(rng: random.Random) -> Iterator[dict[str, Any]]:
    """Make all records up, each title once."""
    titles: set[str] = set()
    for language, count in RECORDS.items():
        made = 0
        while made < count:
            one = record(rng, language)
            if one["title"] not in titles:
                titles.add(one["title"])
                made += 1
                yield one


def write_material(rng: random.Random, folder: Path) -> None:
    """Write records and journals."""
    lines = [json.dumps(one, ensure_ascii=False) for one in records(rng)]
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    names = {journal(rng, language) for language in JOURNALS for _ in range(60)}
    with (folder / "journals.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(sorted(names))


# ── labelled references ─────────────────────────────────────────────────────────────────────────


def write_labelled(folder: Path) -> None:
    """Write references of every school, a file each."""
    material = Material(folder)
    (folder / "labelled").mkdir(exist_ok=True)
    for number, school in enumerate(SCHOOLS):
        groups = lists(material, REFERENCES, SEED + number, (school,))
        items = [
            item._replace(group=f"{school} {index}", text=item.text)
            for index, group in enumerate(groups)
            for item in group
            if not set("{}\n") & set(item.text)
        ]
        comment = f"Made-up references in the style of the school {school}."
        marked_text.write(folder / "labelled" / f"{school}.txt", items, comment)


# ── pages ───────────────────────────────────────────────────────────────────────────────────────


def write_pages(folder: Path) -> None:
    """Write pages with lists of references, and papers with notes and a list."""
    (folder / "pages").mkdir(exist_ok=True)
    made = [
        (f"list-{number:02}", one.text, one.references)
        for number, one in enumerate(made_lists(folder, SEED, "tune", numbered=0.4), 1)
    ]
    papers = [
        (f"paper-{number:02}", one.text, one.references)
        for number, one in enumerate(made_papers(folder, SEED, "tune", PAPERS, cited=(6, 10)), 1)
    ]
    for name, text, references in (*made[:LISTS], *papers):
        page = marked_pages.marked(text, references)
        (folder / "pages" / f"{name}.txt").write_text(page, "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the toy data."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=FOLDER)
    folder: Path = parser.parse_args(arguments).out
    folder.mkdir(parents=True, exist_ok=True)
    write_material(random.Random(SEED), folder)
    write_labelled(folder)
    write_pages(folder)


if __name__ == "__main__":
    main()
