"""The file of journal names, for the feature ``journals``."""

from __future__ import annotations

import csv
import zlib
from pathlib import Path

import numpy as np

from refconv.tag.token_features import LONGEST_NAME, name_keys, token_type
from refconv.tag.tokens import cut
from tools.tagger.data_folder import opened


def journal_file(folder: Path) -> bytes:
    """Return the file of the hashes of ``journals.csv``: sorted, as differences, compressed."""
    keys: set[int] = set()
    with opened(folder, "journals.csv") as lines:
        for row in csv.reader(lines):
            for name in row:
                hashes = [token_type(word).hash_number for word in cut(name).words if word != "."]
                words = np.array(hashes, np.uint64)
                if 1 <= len(words) <= LONGEST_NAME and len(name) > 2:
                    *_, key = name_keys(words, len(words))
                    keys.add(int(key[0]))
    ordered = np.array(sorted(keys), np.uint32)
    return zlib.compress(np.diff(ordered, prepend=np.uint32(0)).astype(np.uint32).tobytes(), 9)
