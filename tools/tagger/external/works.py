"""The records that are rendered: a mix of sources and types, some of them held out."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from tools.tagger.data_folder import rows
from tools.tagger.material import is_reserved
from tools.tagger.words import pick

Item = dict[str, Any]

_SOURCES = {"glottolog": 3, "zotero-bbt": 4, "beebe": 2, "cdl": 3}
"""Weights of sources: most records are of one source, and so of one field."""
_TYPES = {"article-journal": 10, "book": 5, "chapter": 4, "paper-conference": 2, "thesis": 1,
          "report": 1, "webpage": 0.5, "article-newspaper": 0.3}  # fmt: skip
_JUNK = re.compile(
    r"change request|[<>{}$\\]|https?:|\bet al\b|\b[A-Z]{3}: |\?\?|^N\.A", re.IGNORECASE
)
_UNPRINTED = {"src", "title-short", "note", "language", "status"}


class Works:
    """Records to draw from, by type and source."""

    def __init__(self, folder: Path, reserved: bool) -> None:
        self.pools: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for item in rows(folder, "records.jsonl"):
            if is_reserved(item) == reserved and _usable(item):
                self.pools[item["type"], item["src"]].append(
                    {key: value for key, value in item.items() if key not in _UNPRINTED}
                )

    def draw(self, rng: random.Random, count: int) -> list[Item]:
        """Draw different works."""
        keys = list(self.pools)
        weights = [_TYPES[kind] * _SOURCES[source] for kind, source in keys]
        found: dict[str, Item] = {}
        while len(found) < count:
            item = rng.choice(self.pools[rng.choices(keys, weights)[0]])
            found[item["id"]] = _completed(rng, item)
        return list(found.values())


def _usable(item: Item) -> bool:
    texts = [str(v) for v in item.values() if isinstance(v, str) and not v.startswith("http")]
    return (
        item.get("type") in _TYPES
        and bool(item.get("issued", {}).get("date-parts", [[]])[:1] not in ([], [[]]))
        and bool(item.get("author") or item.get("editor"))
        and not any(_JUNK.search(text) for text in texts)
        and bool(re.fullmatch(r"[\w.:]+(?:[-–]+[\w.:]+)?", item.get("page", "1")))
        and 8 < len(item["title"]) < 220
    )


def _completed(rng: random.Random, item: Item) -> Item:
    """Add what records of a type often have: a DOI, a month, a day of access."""
    item = {key: value.strip() if isinstance(value, str) else value for key, value in item.items()}
    if "," in item.get("issue", ""):
        item["issue"] = item["issue"].split(",")[0]
    if item["type"] in {"article-journal", "paper-conference"} and rng.random() < 0.45:
        item.setdefault("DOI", pick(rng, "dois"))
    if "URL" in item and rng.random() < 0.7:
        item["accessed"] = {"date-parts": [[2020, rng.randint(1, 12), rng.randint(1, 28)]]}
    parts = item["issued"].get("date-parts", [[]])
    if len(parts) == 1 and len(parts[0]) == 1 and rng.random() < 0.25:
        item["issued"] = {"date-parts": [[*parts[0], rng.randint(1, 12)]]}
    return item
