"""Train the chain that finds works in notes: ``python -m tools.finder.train_notes DATA``.

Makes notes up around real works, and writes ``notes.bin`` and its card into the package. Everything
random is drawn from one seed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from refconv.page import chain
from refconv.page.clauses import signals_of_notes
from tools.finder.chain_learner import WINDOW, Settings, Window, learn
from tools.finder.made_notes import MadeNote, made_notes
from tools.finder.train import MODEL, SEED, digest
from tools.tagger.data_folder import found

TEXTS = 900
SOURCES = {
    "records.jsonl": "Glottolog (CC-BY 4.0), CDL bibliography (MIT), Better BibTeX tests (MIT), "
    "N. H. F. Beebe's bibliographies (public domain)",
    "labelled/linkedbooks-train.jsonl": "LinkedBooks, EPFL, MIT",
    "labelled/anystyle-core.jsonl": "AnyStyle, res/parser/core.xml, BSD-2-Clause",
    "labelled/grobid-citation.jsonl": "GROBID citation corpus, CC-BY",
}


def labels_of(note: MadeNote, clauses: Sequence[tuple[int, int]]) -> str:
    """Label the clauses of a note: ``B`` begins a work, ``I`` goes on with it, ``O`` is other.

    >>> labels_of(MadeNote("See A. Ng, Owls, 1990.", [(4, 21)]), [(0, 3), (4, 10), (11, 22)])
    'OBI'
    """
    labels = ""
    last = None
    for start, end in clauses:
        middle = (start + end) / 2
        mine = next((work for work in note.works if work[0] <= middle < work[1]), None)
        labels += "O" if mine is None else "I" if mine == last else "B"
        last = mine
    return labels


FORGOTTEN = 0.3
"""The share of words that are left out of the signals: notes have other words than made-up ones."""
_OF_WORDS = tuple("wlv")


def windows_of(texts: Sequence[Sequence[MadeNote]], chance: random.Random) -> Iterator[Window]:
    """Yield the clauses of texts, with their labels, in windows."""
    for notes in texts:
        signals, cut = signals_of_notes([note.text for note in notes])
        for index, own in enumerate(signals.own):
            if chance.random() < FORGOTTEN:
                signals.own[index] = [name for name in own if not name.startswith(_OF_WORDS)]
        labels = "".join(map(labels_of, notes, cut))
        for begin in range(0, len(labels), WINDOW):
            part = slice(begin, begin + WINDOW)
            yield Window(signals.wide[part], signals.own[part], labels[part])


def train(texts: Sequence[Sequence[MadeNote]], settings: Settings) -> bytes:
    """Train on the notes of texts, and return the model file."""
    chance = random.Random(settings.seed)
    windows = [*windows_of(texts, chance)]
    chance.shuffle(windows)
    return chain.dumps(learn(windows, settings))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write the model and its card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--prose", type=Path, help="a folder of texts without references")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--texts", type=int, default=TEXTS, help="how many texts are made up")
    parser.add_argument("--part", choices=("tune", "all"), default="all")
    parser.add_argument("--epochs", type=int, default=8)
    given = parser.parse_args(arguments)
    paths = sorted(given.prose.glob("*.txt")) if given.prose else []
    prose = [path.read_text(encoding="utf-8") for path in paths]
    texts = [*made_notes(given.data, SEED, given.part, given.texts, prose)]
    settings = Settings(epochs=given.epochs, rounds=1, seed=SEED)
    model = train(texts, settings)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "notes.bin").write_bytes(model)
    (given.out / "notes.json").write_text(card(settings, model, texts, given.data, prose))
    print(f"{len(texts)} texts, {len(model)} bytes")


def card(
    settings: Settings,
    model: bytes,
    texts: Sequence[Sequence[MadeNote]],
    folder: Path,
    prose: Sequence[str],
) -> str:
    """Return the model card: what the model is made of, and how."""
    named = [(name, found(folder, name)) for name in SOURCES]
    made_up = sorted(folder.glob("labelled/*.txt"))
    files = {name: path for name, path in named if path} | {
        str(path.relative_to(folder)): path for path in made_up
    }
    content = {
        "model": "linear-chain conditional random field over clauses, read by refconv.page.clauses",
        "labels": "B begins a work, I goes on with it, O is anything else",
        "learning": settings._asdict(),
        "made-up texts": len(texts),
        "notes": sum(map(len, texts)),
        "works": sum(len(note.works) for notes in texts for note in notes),
        "sources": {
            name: {"licence": SOURCES.get(name, "made up"), "sha256": digest(path.read_bytes())}
            for name, path in files.items()
        },
        "texts without references": len(prose),
        "sha256": digest(model),
        "bytes": len(model),
        "limits": "The notes are made up, in French, German, English, Italian and Spanish.",
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
