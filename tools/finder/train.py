"""Train the chain that labels lines: ``python -m tools.finder.train DATA [--prose FOLDER]``.

Reads the labelled pages of the data folder and the pages of the tests, makes pages up around
labelled strings, and writes ``chain.bin`` and its card into the package. Everything random is drawn
from one seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from refconv.page import chain
from refconv.page.chain import Chain
from tools.finder.chain_learner import WINDOW, Settings, Window, learn
from tools.finder.examples import Example, example, spanned
from tools.finder.made import made_lists
from tools.finder.made_pages import Pool, made_pages
from tools.finder.made_papers import made_papers
from tools.finder.marked_pages import document as marked_document
from tools.tagger.data_folder import found, rows

REAL = ("grobid_lists", "grobid_docs", "grobid_docs_numbered", "scielo", "theses")
ROOT = Path(__file__).parents[2]
PAGES = ROOT / "tests/page/pages"
MODEL = ROOT / "src/refconv/tag/data"
SEED = 20


def real(folder: Path) -> Iterator[Example]:
    """Yield the labelled pages of a data folder."""
    for kind in REAL:
        if not found(folder / "pages", f"{kind}.jsonl"):
            continue
        for document in rows(folder / "pages", f"{kind}.jsonl"):
            one = example(f"{kind}/{document['doc']}", document["text"], document["references"])
            if one:
                yield one
    for path in sorted((folder / "pages").glob("*.txt")):
        marked = marked_document(path)
        one = example(f"marked/{path.stem}", marked["text"], marked["references"])
        if one:
            yield one


def pages_of(folder: Path) -> Iterator[Example]:
    """Yield the pages of the tests: authored, in the layouts in which pages are pasted."""
    for path in sorted(folder.glob("*.txt")):
        parts = path.read_text(encoding="utf-8").split("\n=== ")[1:]
        sections = dict(part.split("\n", 1) for part in parts)
        lines = [line for line in sections["found"].splitlines() if line]
        references = [line.split(" | ", 1)[-1] if " | " in line[:40] else line for line in lines]
        one = example(f"pages/{path.stem}", sections["text"], references)
        if one:
            yield one


def made(folder: Path, prose: Sequence[str], pages: int, papers: int) -> Iterator[Example]:
    """Yield made-up pages, lists and papers, and texts without references."""
    pool = Pool(folder, "tune", prose)
    for index, page in enumerate(made_pages(pool, SEED, pages)):
        one = spanned(f"made/{index}", page.text, page.spans, page.aside)
        if one:
            yield one
    for index, listed in enumerate(made_lists(folder, SEED, "tune", numbered=NUMBERED)):
        one = example(f"list/{index}", listed.text, listed.references)
        if one:
            yield one
    for index, paper in enumerate(made_papers(folder, SEED, "tune", papers)):
        one = example(f"paper/{index}", paper.text, paper.references)
        if one:
            yield one
    for index, text in enumerate(prose):
        one = spanned(f"prose/{index}", text[:LONGEST_PROSE], [], [])
        if one:
            yield one


LONGEST_PROSE = 9000
NUMBERED = 0.4
"""The share of made-up lists with numbers."""
TIMES = {"made": 1, "list": 1, "paper": 1, "prose": 1, "pages": 3}
"""How often examples count; labelled pages are few: twice."""
OUTSIDE = 0.3
"""The share of windows without a reference that are learned from, in long texts."""
LONG = 300


def windows_of(examples: Sequence[Example], chance: random.Random) -> list[Window]:
    """Cut examples into windows."""
    windows = []
    for one in examples:
        size = len(one.labels)
        times = TIMES.get(one.name.partition("/")[0], 2)
        for begin in range(0, size, WINDOW):
            part = slice(begin, begin + WINDOW)
            labels = one.labels[part]
            empty = "B" not in labels and "I" not in labels
            if empty and size > LONG and chance.random() > OUTSIDE:
                continue
            windows += [Window(one.signals.wide[part], one.signals.own[part], labels)] * times
    return windows


def train(examples: Sequence[Example], settings: Settings) -> Chain:
    """Train on examples."""
    return learn(windows_of(examples, random.Random(settings.seed)), settings)


def fold_of(name: str) -> int:
    """Return the quarter that an example is held out with."""
    return zlib.crc32(name.rsplit("/", maxsplit=1)[-1].encode()) % 4


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write the model and its card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--prose", type=Path, help="a folder of texts without references")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--pages", type=int, default=2200, help="how many pages are made up")
    parser.add_argument("--papers", type=int, default=100, help="how many papers are made up")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--without", type=int, help="hold out a quarter of the labelled pages")
    given = parser.parse_args(arguments)
    texts = sorted(given.prose.glob("*.txt")) if given.prose else []
    prose = [path.read_text(encoding="utf-8") for path in texts]
    examples = [one for one in (*real(given.data), *pages_of(PAGES))
                if given.without is None or fold_of(one.name) != given.without]  # fmt: skip
    examples += made(given.data, prose, given.pages, given.papers)
    settings = Settings(epochs=given.epochs, seed=SEED)
    model = chain.dumps(train(examples, settings))
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "chain.bin").write_bytes(model)
    (given.out / "chain.json").write_text(card(settings, model, examples, given.data, prose))
    print(f"{len(examples)} texts, {len(model)} bytes")


SOURCES = {
    "records.jsonl": "Glottolog (CC-BY 4.0), CDL bibliography (MIT), Better BibTeX tests (MIT), "
    "N. H. F. Beebe's bibliographies (public domain)",
    "biomedical_titles.jsonl": "systematic-review-datasets, MIT",
    "journals.csv": "JabRef abbreviation lists, CC0",
    "labelled/anystyle-core.jsonl": "AnyStyle, res/parser/core.xml, BSD-2-Clause",
    "labelled/grobid-citation.jsonl": "GROBID citation corpus, CC-BY",
    "pages/grobid_lists.jsonl": "GROBID reference segmenter corpus, annotations CC-BY",
    "pages/grobid_docs.jsonl": "GROBID segmentation corpus, annotations CC-BY",
    "pages/grobid_docs_numbered.jsonl": "GROBID segmentation corpus, annotations CC-BY",
    "pages/scielo.jsonl": "SciELO articles, CC-BY, from packtools (BSD-2-Clause)",
    "pages/theses.jsonl": "AnyStyle finder data, BSD-2-Clause",
}


def card(
    settings: Settings,
    model: bytes,
    examples: Sequence[Example],
    folder: Path,
    prose: Sequence[str],
) -> str:
    """Return the model card: what the model is made of, and how."""
    kinds = [one.name.partition("/")[0] for one in examples]
    named = [(name, found(folder, name)) for name in SOURCES]
    made_up = sorted(folder.glob("labelled/*.txt")) + sorted(folder.glob("pages/*.txt"))
    files = {name: path for name, path in named if path} | {
        str(path.relative_to(folder)): path for path in made_up
    }
    content = {
        "model": "linear-chain conditional random field over lines, read by refconv.page.chain",
        "labels": chain.LABELS,
        "learning": settings._asdict(),
        "texts": {kind: kinds.count(kind) for kind in sorted({*kinds})},
        "sources": {
            name: {"licence": SOURCES.get(name, "made up"), "sha256": digest(path.read_bytes())}
            for name, path in files.items()
        },
        "texts without references": {
            "count": len(prose),
            "source": "documentation, manual pages and licences of Debian packages; none is kept",
            "sha256": digest("\n".join(prose).encode()),
        },
        "sha256": digest(model),
        "bytes": len(model),
        "limits": "Works inside of notes are found by their numbers (refconv.page.notes).",
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def digest(data: bytes) -> str:
    """Return the SHA-256 of data."""
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
