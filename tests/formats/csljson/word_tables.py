"""The functions that make the tables of ``words`` of CSL-JSON: what is made of a word."""

from __future__ import annotations

import json
from typing import Any

import refconv


def history(word: str) -> str:
    """Return the custom values of a date in CSL-JSON, and what they read as."""
    reference = refconv.Reference(type="book").changed(**{word: "2019-03-05"})
    text = refconv.write([reference], "csl-json").text
    (item,) = json.loads(text)
    back = refconv.read(text, "csl-json").references[0]
    return f"{json.dumps(item['custom'])} | {getattr(back, word)}"


def custom_names(word: str) -> str:
    """Return the custom values of names in CSL-JSON, if they read as the same names."""
    curie = refconv.Name(family="Curie", orcid="0000-0002-1825-0097")
    values: dict[str, Any] = {word.replace("-", "_"): (curie,), "et_al": {word}}
    reference = refconv.Reference(type="book", id="x", **values)
    text = refconv.write([reference], "csl-json").text
    assert refconv.read(text, "csl-json").references == (reference,)
    return json.dumps(json.loads(text)[0]["custom"])


def wrapped(word: str) -> str:
    """Return the titles of items that stand under a key."""
    text = json.dumps({word: [{"id": "x", "type": "book", "title": "T"}]})
    return ", ".join(reference.title for reference in refconv.read(text, "csl-json").references)
