"""CSL-JSON items as reference managers store them in documents, and as carriers make them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refconv.core.model import BY_NAME
from refconv.documents.carrier import EmbeddedRecord

Item = dict[str, Any]

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# What programs add to an item for themselves.
_OWN = frozenset({"id", "multi", "seeAlso", "system_id", "uris", "uri", "tags", "attachments"})


def record_of(
    item: Mapping[str, Any],
    *,
    offset: int = 0,
    field: str = "",
    same: Iterable[str] = (),
    rank: int = 0,
    is_partial: bool = False,
    item_index: int = -1,
) -> EmbeddedRecord:
    """Return an item as an embedded record; what is empty in it is left out.

    >>> record_of({"type": "book", "title": "Rivers", "volume": ""}).text
    '[{"type": "book", "title": "Rivers"}]'
    """
    tidy = {"type": item.get("type") or "document"}
    tidy |= {key: value for key, value in _tidied(item) if key != "type"}
    text = _ENCODE([tidy]).encode("utf-8", "replace").decode("utf-8")
    keeps_id = "id" in tidy
    return EmbeddedRecord(
        "csl-json", text, offset, field, tuple(same), rank, is_partial, item_index, keeps_id
    )


def _tidied(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in item.items():
        kept = _without_void(value)
        if kept not in (None, "", [], {}):
            yield key, kept


def _without_void(value: Any, depth: int = 6) -> Any:
    """Return a value without nothing, empty texts and the marks of citeproc-js in it."""
    if not depth:
        return value
    if isinstance(value, dict):
        pairs = ((key, _without_void(one, depth - 1)) for key, one in value.items())
        return {
            key: one
            for key, one in pairs
            if one not in (None, "", [], {}) and key not in ("parse-names", "comma-suffix", "multi")
        }
    if isinstance(value, list):
        some = [_without_void(one, depth - 1) for one in value]
        return [one for one in some if one not in (None, "", [], {})]
    return value.strip() if isinstance(value, str) else value


# ── the items of a citation field ─────────────────────────────────────────────────────────────────


def cited(citation: Any, field: str, offset: int, *, takes_id: bool) -> list[EmbeddedRecord]:
    """Return the records of a decoded citation (``citationItems``) of citeproc-js.

    Args:
        citation: The decoded JSON.
        field: What holds it, for the origin.
        offset: Where the citation stands.
        takes_id: Whether an item's own id tells the work, where there is no URI.
    """
    items = citation.get("citationItems") if isinstance(citation, dict) else None
    records = []
    for one in items if isinstance(items, list) else []:
        data = one.get("itemData") if isinstance(one, dict) else None
        if not isinstance(data, dict) or not (data.keys() - _OWN):
            continue
        item = {key: value for key, value in data.items() if key not in _OWN}
        if isinstance(item.get("citation-key"), str):
            item["id"] = item["citation-key"]
        names = [*_uris(one), *_uris(data)]
        if not names and takes_id and (data.get("id") or one.get("id")):
            names = [f"id:{data.get('id') or one.get('id')}"]
        records.append(record_of(item, offset=offset, field=field, same=names))
    return records


def _uris(one: Mapping[str, Any]) -> Iterator[str]:
    for key in ("uris", "uri"):
        value = one.get(key)
        for uri in value if isinstance(value, list) else [value]:
            if isinstance(uri, str) and uri:
                yield f"uri:{uri}"


def count_of(citation: Any) -> int:
    """Return how many works a decoded citation names, with or without data."""
    items = citation.get("citationItems") if isinstance(citation, dict) else None
    return len(items) if isinstance(items, list) else 0


def in_small_letters(value: Any) -> Any:
    """Return decoded JSON whose keys were put in capitals, by Word's "All caps", as they were."""
    if isinstance(value, dict):
        return {_KEYS.get(key.casefold(), key): in_small_letters(one) for key, one in value.items()}
    return [in_small_letters(one) for one in value] if isinstance(value, list) else value


_KEYS = {
    key.casefold(): key
    for key in (
        *BY_NAME,
        *("citationItems", "citationItem", "itemData", "uris", "uri", "id", "type"),
        *("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"),
        *("date-parts", "season", "circa", "raw", "year", "month", "day"),
        *("shortTitle", "journalAbbreviation", "event"),
    )
}
