"""Which kind of JSON a text is."""

from __future__ import annotations

import pytest

from refconv.formats.json.kinds import KINDS, foreign_kind, head_value, kind_of
from refconv.formats.sniff import guess

TEXTS = [
    # CSL-JSON, and what people write for it
    ("[]", "csl-json"),
    ('[{"id": "a", "type": "book"}]', "csl-json"),
    ('{"id": "a", "type": "book"}', "csl-json"),
    ('{"items": [{"type": "chapter"}]}', "csl-json"),
    ('{"version": 1, "references": [{"type": "chapter"}]}', "csl-json"),
    ('{"references": []}', "csl-json"),
    ('{"x": {"type": "book"}, "y": {"type": "thesis"}}', "csl-json"),
    ('[1, {"id": "a", "type": "event", "title": "A congress"}]', "csl-json"),
    ('[{"type": "journalArticle"}]', "csl-json"),
    ('[{"type": "article_journal"}]', "csl-json"),
    ('[{"title": "A", "authors": ["Bell, Ann"], "year": 2000}]', "csl-json"),
    ('[{"id": "a", "issued": "2000"}]', "csl-json"),
    ('[{"id": "a", "title": "The "big" one", "type": "book"}]', "csl-json"),
    ('\ufeff [{"type": "book", "abstract": "' + "x" * 200_000, "csl-json"),
    ('[{"id": "a", "type": "book", "custom": {"x": {"authorships": []}}}]', "csl-json"),
    ('[{"key": "AB", "version": 1, "csljson": {"type": "book"}}]', "csl-json"),
    ('{"data": {"count": 1, "bibliography": [{"type": "book"}]}}', "csl-json"),
    ('[{"Title": "A", "Authors": "Bell, A.", "Year": 2010, "Journal": "J"}]', "csl-json"),
    ('{"title": {"0": "A"}, "author": {"0": "Bell"}, "year": {"0": 2010}}', None),
    ('{"posts": [{"title": "A", "author": "Ann", "year": 2020}]}', None),
    # an item a line, of which the first may be broken
    ('{"id": "a"}\n{"id": "b", "type": "book"}\n', "jsonl"),
    ('{"id": "a"\n{"id": "b", "type": "book"}\n', "jsonl"),
    ('{"authorships": []}\n{"authorships": []}\n', "openalex"),
    ('{"a": 1}\n{"a": 2}\n', None),
    ('{"id": "a", "type": "book",\n "title": "A"}\n{"id": "b"}\n', "csl-json"),
    # Crossref
    (
        '{"status": "ok", "message-type": "work", "message": {"DOI": "10.1/x", "score": 1}}',
        "crossref",
    ),
    ('{"message": {"items": []}, "message-type": "work-list"}', "crossref"),
    ('{"items": [{"DOI": "10.1/x", "reference-count": 1}]}', "crossref"),
    ('[{"message-type": "work", "message": {"DOI": "10.1/x"}}]', "crossref"),
    ('{"title": ["A"], "type": "journal-article"}', "crossref"),
    ('{"title": "A", "published-print": {}, "type": "journal-article"}', "crossref"),
    # PubMed
    (
        '{"header": {}, "result": {"uids": ["1"], "1": {"uid": "1", "pubdate": "2004"}}}',
        "pubmed-summary",
    ),
    ('{"result": {"uids": []}}', "pubmed-summary"),
    ('[{"uid": "1", "pubdate": "2004"}]', "pubmed-summary"),
    ('{"result": {"uids": ["1"], "1": {"uid": "1", "taxid": 3}}}', None),
    # Europe PMC
    ('{"version": "6", "resultList": {"result": []}}', "europe-pmc"),
    ('[{"id": "1", "source": "MED", "title": "A", "pubYear": "2004"}]', "europe-pmc"),
    # others
    ('{"type": "FeatureCollection", "features": []}', None),
    ('{"name": "a", "version": "1.0", "author": "Ann", "type": "module"}', None),
    ('{"cells": [], "metadata": {}}', None),
    ('[{"id": 1, "title": "Buy milk", "completed": false}]', None),
    ("{}", None),
    ('{"items": [{"id": 1, "snippet": {}}]}', None),
    # no JSON
    ("[1] Smith J. A title. 2020.", None),
    ("{'id': 'a', 'type': 'book'}", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS, ids=[text[:60] for text, _ in TEXTS])
def test_kinds(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind
    assert kind is None or guess(text) == kind


FOREIGN = [
    ('{"hits": {"hits": [{"metadata": {"titles": []}}]}}', "an answer of INSPIRE"),
    (
        '{"hits": {"hits": [{"links": {}, "metadata": {"title": "A"}}]}}',
        "an answer of Zenodo or InvenioRDM",
    ),
    ('{"result": {"hits": {"hit": []}}}', "an answer of DBLP"),
    ('{"doi": "10.1000/1", "title": "A", "oa_status": "gold"}', "a record of Unpaywall"),
    ('{"items": [{"volumeInfo": {"title": "A"}}]}', "an answer of Google Books"),
    ('{"id": "https://openalex.org/A1"}', "an OpenAlex record that is no work"),
    (
        '{"message-type": "journal", "message": {}}',
        "an answer of Crossref that holds no works",
    ),
    ('{"nbformat": 4, "cells": []}', "a Jupyter notebook"),
    ('{"type": "FeatureCollection", "features": []}', "a map (GeoJSON)"),
]


@pytest.mark.parametrize(("text", "kind"), FOREIGN)
def test_what_is_not_read_has_a_name(text: str, kind: str) -> None:
    assert kind_of(text) is None
    assert foreign_kind(text) == kind


def test_json_of_no_known_kind() -> None:
    assert foreign_kind('{"a": 1}') == "JSON"
    assert foreign_kind('[{"type": "book"}]') is None
    assert foreign_kind("Words.") is None


HEADS = [
    ('{"a": [1, {"b": "c"}], "d"', {"a": ["1", {"b": "c"}]}),
    ('[{"a": "b\\"c"}, {"d": {"e"', [{"a": 'b\\"c'}, {"d": {}}]),
    ('{"a": "b}', {"a": "b}"}),
    ('{"a": {"b": 1}} {"c": 2}', {"a": {"b": 1}}),
    ("[1", None),
]


@pytest.mark.parametrize(("text", "value"), HEADS)
def test_heads(text: str, value: object) -> None:
    assert head_value(text) == value


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 20_000, '{"a":"' + "\\" * 90_000])
def test_a_damaged_head_takes_little_time(text: str) -> None:
    assert kind_of(text) is None


def test_the_kinds_are_formats() -> None:
    from refconv.formats.registry import FILE_FORMATS  # noqa: PLC0415

    assert {*KINDS} <= {*FILE_FORMATS}
