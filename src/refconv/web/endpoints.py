"""What the server answers to each message. It keeps nothing: a message holds all it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from refconv.clients.zotero import connector
from refconv.library import find_duplicates, merge
from refconv.review.cutting import boundary_lines
from refconv.review.editing import edit, edit_names
from refconv.review.recurrence import apply_correction, correction_pattern
from refconv.review.relabelling import relabel
from refconv.review.training import training_lines
from refconv.web import zotero_connector
from refconv.web.cuts import Pair, cut_entries, same_cuts, same_joins
from refconv.web.exports import export
from refconv.web.messages import (
    InvalidMessageError,
    JsonObject,
    blocks_from_json,
    list_in,
    place_in,
    record_to_json,
    references_from_json,
    segments_from_json,
    segments_to_json,
    spans_from_json,
    text_in,
)

Endpoint: TypeAlias = Callable[[JsonObject], JsonObject]


def _relabel(message: JsonObject) -> JsonObject:
    """Strings with their segments before and after a correction → their records."""
    entries = list_in(message, "entries")
    references = references_from_json([entry.get("item") for entry in entries])
    records = []
    for entry, reference in zip(entries, references, strict=True):
        text, previous = text_in(entry, "text"), text_in(entry, "previousAuthors")
        before = segments_from_json(text, entry.get("before"))
        after = segments_from_json(text, entry.get("after"))
        records.append(record_to_json(relabel(reference, text, before, after, previous)))
    return {"records": records}


def _recur(message: JsonObject) -> JsonObject:
    """A corrected string and others → the others that it applies to, with their segments."""
    text = text_in(message, "text")
    before = segments_from_json(text, message.get("before"))
    after = segments_from_json(text, message.get("after"))
    pattern = correction_pattern(text, before, after)
    if pattern is None:
        return {"found": []}
    found = []
    for index, other in enumerate(list_in(message, "others")):
        string = text_in(other, "text")
        present = segments_from_json(string, other.get("segments"))
        segments = apply_correction(pattern, string, present)
        if segments:
            found.append([index, segments_to_json(string, segments)])
    return {"found": found}


def _edit(message: JsonObject) -> JsonObject:
    """References, each with a new value → their records."""
    edits = list_in(message, "edits")
    references = references_from_json([one.get("item") for one in edits])
    records = [
        record_to_json(edit(reference, text_in(one, "name"), text_in(one, "text")))
        for one, reference in zip(edits, references, strict=True)
    ]
    return {"records": records}


def _names(message: JsonObject) -> JsonObject:
    """References, each with new names of one of its variables, in parts → their records."""
    edits = list_in(message, "edits")
    references = references_from_json([one.get("item") for one in edits])
    records = []
    for one, reference in zip(edits, references, strict=True):
        names = [
            {part: text_in(person, part) for part in person} for person in list_in(one, "names")
        ]
        et_al = one.get("etAl") is True
        records.append(
            record_to_json(edit_names(reference, text_in(one, "name"), names, et_al=et_al))
        )
    return {"records": records}


def _duplicates(message: JsonObject) -> JsonObject:
    """References → the groups of those that are of one publication, and what is alike in each."""
    groups = find_duplicates(references_from_json(message.get("items")))
    return {"groups": [[[*group.members], group.reason, group.score] for group in groups]}


def _merge(message: JsonObject) -> JsonObject:
    """References of one publication → the record with the values of all."""
    references = references_from_json(message.get("items"))
    if not references:
        raise InvalidMessageError("items is empty")
    return {"records": [record_to_json(merge(references).reference)]}


def _cut(message: JsonObject) -> JsonObject:
    """Texts each of which is a reference → their entries; a blank text has none."""
    texts = list_in(message, "texts", str)
    return {"entries": cut_entries(texts, text_in(message, "previousAuthors"))}


def _recut(message: JsonObject) -> JsonObject:
    """A string that was split at a place, and others → those to split alike, with their parts."""
    text = text_in(message, "text")
    others = [text_in(other, "text") for other in list_in(message, "others")]
    return {"found": same_cuts(text, place_in(message, "at", text), others)}


def _rejoin(message: JsonObject) -> JsonObject:
    """Two strings that were joined, and other pairs → those to join alike, with the result."""
    pairs = [_pair(pair) for pair in list_in(message, "pairs")]
    return {"found": same_joins(_pair(message), pairs)}


def _pair(message: JsonObject) -> Pair:
    first, second = text_in(message, "first"), text_in(message, "second")
    return Pair(first, second, text_in(message, "number"), text_in(message, "text"))


def _boundaries(message: JsonObject) -> JsonObject:
    """Texts with the places of their references → a file to train finding references with."""
    inputs = []
    for one in list_in(message, "inputs"):
        text = text_in(one, "text")
        spans = [spans_from_json(text, span) for span in list_in(one, "spans", list)]
        inputs.append((text, spans, text_in(one, "name")))
    return {"text": boundary_lines(inputs), "file": "boundaries.jsonl"}


def _export(message: JsonObject) -> JsonObject:
    """References, blocks and a target → the file, and what it loses."""
    blocks = blocks_from_json(list_in(message, "blocks", list))
    references = references_from_json(message.get("items"))
    return export(references, text_in(message, "target"), blocks)


def _zotero(message: JsonObject) -> JsonObject:
    """References → how sending them to Zotero went; with ``preview``, what would be lost."""
    target = zotero_connector.target_for(text_in(message, "target"))
    output = export(references_from_json(message.get("items")), target)
    if message.get("preview") is True:
        where, error = connector.selected()
        lost = {"losses": output["losses"], "summary": output["summary"]}
        return {"target": target, "where": where, "error": error, **lost}
    return {"target": target, **zotero_connector.send(output["text"])._asdict()}


def _training(message: JsonObject) -> JsonObject:
    """Corrected strings → a file of labelled references to train with."""
    strings = [
        (text_in(entry, "text"), segments_from_json(entry.get("text"), entry.get("segments")))
        for entry in list_in(message, "entries")
    ]
    text = training_lines(strings, text_in(message, "document"))
    return {"text": text, "file": "corrections.jsonl"}


ENDPOINTS: Mapping[str, Endpoint] = {
    "relabel": _relabel,
    "recur": _recur,
    "edit": _edit,
    "names": _names,
    "duplicates": _duplicates,
    "merge": _merge,
    "cut": _cut,
    "recut": _recut,
    "rejoin": _rejoin,
    "boundaries": _boundaries,
    "export": _export,
    "zotero": _zotero,
    "training": _training,
}
"""By the name in the address, ``api/NAME``."""
