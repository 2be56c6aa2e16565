"""Files and pasted text, read for the page: entries, diagnostics and blocks as JSON."""

from __future__ import annotations

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic
from refconv.core.report import Read
from refconv.io import api
from refconv.io.detection import chosen_format
from refconv.review.review_items import ReviewItem, review_items
from refconv.web.messages import JsonObject, record_to_json, segments_to_json

SHOWN_BY_ENTRY = frozenset({Code.LOW_CONFIDENCE, Code.UNLABELLED_TEXT})
"""Codes of diagnostics that an entry shows itself, so that they are not listed again."""


def read_for_page(data: bytes, name: str = "") -> JsonObject:
    """Read a file, or a pasted text if there is no name."""
    return read_to_json(api.read(data, name=name or None), name)


def read_to_json(read: Read, name: str = "") -> JsonObject:
    """Return what was read of an input."""
    return {
        "name": name,
        "format": chosen_format(read.format).title,
        "entries": [_entry(item, name) for item in review_items(read)],
        "diagnostics": [_diagnostic(d) for d in read.diagnostics if d.code not in SHOWN_BY_ENTRY],
        "blocks": [[read.format, block.kind, block.text] for block in read.blocks],
    }


def _entry(item: ReviewItem, name: str) -> JsonObject:
    return {
        "file": name,
        "line": item.line,
        "isPageRecord": item.is_page_record,
        "number": item.number,
        "text": item.text,
        "segments": segments_to_json(item.text, item.segments),
        "previousAuthors": item.previous_authors,
        "record": record_to_json(item.reference),
    }


def _diagnostic(diagnostic: Diagnostic) -> JsonObject:
    return {
        "place": f"line {diagnostic.line}" if diagnostic.line else "",
        "message": diagnostic.message,
        "severity": str(diagnostic.severity),
    }
