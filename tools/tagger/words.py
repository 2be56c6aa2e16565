"""The lists of words in ``words/``."""

from __future__ import annotations

import random
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


def words(name: str) -> tuple[str, ...]:
    """Read a list of ``words/``, a line each."""
    return tuple((FOLDER / f"{name}.txt").read_text("utf-8").splitlines())


def by_language(name: str) -> dict[str, tuple[str, ...]]:
    """Read a list of words in each language that has one; ``""`` stands for the others."""
    languages = {path.stem[len(name) + 1 :] for path in FOLDER.glob(f"{name}_??.txt")}
    return {"": words(name), **{code: words(f"{name}_{code}") for code in sorted(languages)}}


_WORDS = {path.stem: words(path.stem) for path in FOLDER.glob("*.txt")}


def pick(rng: random.Random, name: str) -> str:
    """Draw a line of a list; replace each ``#`` by a digit and each ``@`` by a word."""
    line = rng.choice(_WORDS[name])
    line = re.sub("@", lambda _: rng.choice(_WORDS["web_words"]), line)
    return re.sub("#", lambda _: rng.choice("0123456789"), line)
