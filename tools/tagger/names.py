"""The list of known journals that the features look names up in."""

from __future__ import annotations

import csv
import gzip
import zlib
from pathlib import Path

import numpy as np

from refconv.tag.token_features import LONGEST_NAME, looks, name_keys
from refconv.tag.tokens import cut


def journal_file(folder: Path) -> bytes:
    """Make the file of keys from ``journals.csv.gz``: sorted, as differences, compressed."""
    keys: set[int] = set()
    with gzip.open(folder / "journals.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            for name in row:
                hashes = [looks(word).hash_number for word in cut(name).words if word != "."]
                words = np.array(hashes, np.uint64)
                if 1 <= len(words) <= LONGEST_NAME and len(name) > 2:
                    *_, key = name_keys(words, len(words))
                    keys.add(int(key[0]))
    ordered = np.array(sorted(keys), np.uint32)
    return zlib.compress(np.diff(ordered, prepend=np.uint32(0)).astype(np.uint32).tobytes(), 9)
