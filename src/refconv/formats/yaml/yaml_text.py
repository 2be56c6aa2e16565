r"""Values → YAML text that every reader of YAML reads as the same texts.

>>> print("\n".join(yaml_lines({"title": "A: b", "volume": ["no"]})))
title: "A: b"
volume:
- "no"
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# A letter, then no bracket, no number sign, and no colon but before a character.
_PLAIN = re.compile(r"[^\W\d_](?:[^\s:#{}\[\]]| |:(?=[^\s\[\]{},])){0,2000}")
# What YAML 1.1 takes for a truth value or nothing.
_WORDS = frozenset("y n yes no on off true false null nan inf".split())
_NUMBER = re.compile(r"0|[1-9]\d{0,17}|\d{1,8}(?:-\d{1,8}){1,4}", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9._()/-]{1,200}", re.ASCII)
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# libyaml looks no further for the colon behind a key.
_LONGEST_KEY = 200


def without_surrogates_in_yaml(text: str) -> str:
    """Return a text with replacement characters for lone surrogates, which YAML cannot hold."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def scalar(text: str, *, is_number: bool = False) -> str:
    """Return a text as a scalar in one line, with quotes if it needs them.

    Args:
        text: The text.
        is_number: Whether numbers, ranges of numbers and dates may stand without quotes.
    """
    if is_number and _NUMBER.fullmatch(text):
        return text
    is_plain = (
        (_PLAIN.fullmatch(text) is not None or _DOI.fullmatch(text) is not None)
        and text.isprintable()
        and not text.endswith(" ")
        and text.casefold() not in _WORDS
    )
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    text = json.dumps(without_surrogates_in_yaml(text), ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def flow(value: Any) -> str:
    """Return any value of JSON on one line, its texts in quotes."""
    match value:
        case str():
            return quoted(value)
        case list() | tuple():
            return f"[{', '.join(map(flow, value))}]"
        case dict():
            pairs = (f"{_key(str(key), in_flow=True)} {flow(one)}" for key, one in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return json.dumps(value)


def yaml_lines(
    value: Mapping[str, Any], numbers: frozenset[str] = frozenset(), *, within: bool = False
) -> Iterator[str]:
    """Yield the lines of a mapping of texts, lists and mappings in block style.

    Args:
        value: The mapping.
        numbers: The keys whose values may be numbers without quotes.
        within: Whether the keys of ``numbers`` are those of a mapping around this one.
    """
    for key, inner in value.items():
        is_number = within or key in numbers
        first, *others = _value_lines(inner, numbers, is_number=is_number)
        *before, last = _key(key).split("\n")
        yield from before
        yield f"{last} {first}" if first else last
        yield from others


def _value_lines(inner: Any, numbers: frozenset[str], *, is_number: bool) -> list[str]:
    """Return what stands behind a key, and the lines below it."""
    match inner:
        case str():
            return [scalar(inner, is_number=is_number)]
        case dict() if inner:
            lines = yaml_lines(inner, numbers, within=is_number)
            return ["", *(f"  {line}" for line in lines)]
        case list() | tuple() if inner and all(
            isinstance(one, str | dict) and one for one in inner
        ):
            return ["", *_item_lines(inner, numbers, is_number=is_number)]
        case _:
            return [flow(inner)]


def _item_lines(items: Any, numbers: frozenset[str], *, is_number: bool) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield f"- {scalar(item, is_number=is_number)}"
            continue
        lines = [*yaml_lines(item, numbers, within=is_number)]
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def _key(key: str, *, in_flow: bool = False) -> str:
    """Return a key with its colon."""
    text = quoted(key) if in_flow else scalar(key, is_number=True)
    if len(text) <= _LONGEST_KEY:
        return f"{text}:"
    return f"? {text} :" if in_flow else f"? {text}\n:"
