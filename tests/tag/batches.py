"""Batches of strings, for the tests of this folder."""

from __future__ import annotations

from refconv.tag.batch import Batch, batch_of
from refconv.tag.token_features import token_type
from refconv.tag.tokens import cut


def batch_from(*texts: str) -> Batch:
    strings = []
    for tokens in map(cut, texts):
        types = [token_type(word) for word in tokens.words]
        classes, words = [one.class_number for one in types], [one.hash_number for one in types]
        strings.append((classes, tokens.glued, words))
    return batch_of(strings)
