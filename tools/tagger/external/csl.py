"""Make labelled strings in many CSL styles: ``python -m tools.tagger.external.csl DATA OUT …``.

Writes ``csl-dev.jsonl.gz`` and ``csl-train.jsonl.gz`` into ``OUT``: lists of works of the data
folder, rendered by citeproc-js with every variable marked (``render.js``). Styles are split by
family (what they were derived from), works too: no family and no work is on both sides.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.tagger.external.marked import Markup, labelled_of, write
from tools.tagger.external.works import Works
from tools.tagger.labels import Labelled

RENDER = Path(__file__).with_name("render.js")
_LOCALES = ("en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-PT", "nl-NL", "pl-PL")
_TEMPLATE = re.compile(r'href="[^"]*/([\w-]+)" rel="template"')
_DEFAULT = re.compile(r'default-locale="')
_PART = 0.15
"""The share of the families that is held out."""


def families(styles: Iterable[Path]) -> dict[Path, str]:
    """Return the family of each style: the style it was derived from, over all steps."""
    texts = {path: path.read_text("utf-8", "replace") for path in styles}
    matches = {path.stem: _TEMPLATE.search(text) for path, text in texts.items()}

    def root(name: str) -> str:
        seen = {name}
        while (match := matches.get(name)) and match[1] not in seen:
            name = match[1]
            seen.add(name)
        return name

    return {path: root(path.stem) for path in texts}


def is_dev(family: str) -> bool:
    """Return whether a family is held out."""
    return hashlib.sha256(family.encode()).digest()[0] < 256 * _PART


def jobs(
    rng: random.Random, styles: Sequence[Path], works: Works, count: int, each: int
) -> Iterator[tuple[Path, dict[str, object]]]:
    """Draw styles with works to render."""
    for _ in range(count):
        style = rng.choice(styles)
        own = bool(_DEFAULT.search(style.read_text("utf-8", "replace")))
        locale = rng.choice(_LOCALES) if rng.random() < (0.12 if own else 0.25) else ""
        yield style, {"style": str(style), "locale": locale, "items": works.draw(rng, each)}


_LABELS = {
    "author": "author", "editor": "editor", "translator": "translator", "title": "title",
    "container-author": "editor", "editorial-director": "editor", "collection-editor": "editor",
    "container-title": "container-title", "container-title-short": "container-title",
    "journalAbbreviation": "container-title", "collection-title": "collection-title",
    "collection-number": "volume", "issued": "issued", "volume": "volume", "issue": "issue",
    "page": "page", "page-first": "page", "number-of-pages": "page", "publisher": "publisher",
    "publisher-place": "publisher-place", "event-place": "publisher-place",
    "edition": "edition", "genre": "genre", "number": "number",
    "event": "event-title", "event-title": "event-title", "DOI": "DOI", "URL": "URL",
    "ISBN": "ISBN", "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID", "accessed": "accessed",
    "citation-number": "citation-number", "medium": "note", "archive": "note", "source": "note",
}  # fmt: skip
MARKUP = Markup("\ue000", "\ue001", "\ue002", "NAME", _LABELS)


def render(
    node: Sequence[str], drawn: Iterable[dict[str, object]]
) -> Iterator[list[tuple[str, str]]]:
    """Render jobs; yield for each the ids and marked entries of its items."""
    lines = "".join(json.dumps(job) + "\n" for job in drawn)
    done = subprocess.run([*node], input=lines, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        yield [(str(name), str(text)) for name, text in json.loads(line)]


def made(
    node: Sequence[str], works: Works, styles: dict[Path, str], seed: int, count: int, each: int
) -> Iterator[Labelled]:
    """Render lists and label them."""
    rng = random.Random(seed)
    drawn = list(jobs(rng, sorted(styles), works, count, each))
    answers = render(node, (job for _, job in drawn))
    for (path, _), entries in zip(drawn, answers, strict=True):
        for _, text in entries:
            if item := labelled_of(text, MARKUP, "csl", styles[path]):
                yield item


def main(arguments: Sequence[str] | None = None) -> None:
    """Render both sides."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with records.jsonl.gz")
    parser.add_argument("out", type=Path, help="where the labelled strings go")
    parser.add_argument("--styles", type=Path, required=True, help="a folder of *.csl")
    parser.add_argument("--locales", type=Path, required=True, help="a folder of locales-*.xml")
    parser.add_argument("--citeproc", type=Path, required=True, help="the citeproc-js package")
    parser.add_argument("--dev", type=int, default=450, help="lists for measuring")
    parser.add_argument("--train", type=int, default=2200, help="lists for training")
    options = parser.parse_args(arguments)
    node = ["node", str(RENDER), str(options.citeproc.resolve()), str(options.locales.resolve())]
    styles = families(options.styles.glob("*.csl"))
    options.out.mkdir(parents=True, exist_ok=True)
    for side, count, each in (("dev", options.dev, 4), ("train", options.train, 6)):
        chosen = {path: name for path, name in styles.items() if is_dev(name) == (side == "dev")}
        works = Works(options.data, reserved=side == "dev")
        items = list(made(node, works, chosen, len(side), count, each))
        write(options.out / f"csl-{side}.jsonl.gz", items)
        print(f"{side}: {len(set(chosen.values()))} families, {len(chosen)} styles, "
              f"{len(items)} strings")  # fmt: skip


if __name__ == "__main__":
    main()
