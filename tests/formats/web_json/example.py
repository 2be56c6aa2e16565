"""Examples of the JSON of databases for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import JSON_TOKENS, Example

_CROSSREF = Example(
    sample='{"DOI": "10.1000/1", "type": "book", "title": ["Being There"], "published": {}}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: f'{{"type": "{native}", "title": []{lines and ", "}{lines}}}',
    file=lambda entries: (
        f'{{"message-type": "work-list", "message": {{"items": [{",".join(entries)}]}}}}'
    ),
    words=(
        *(
            '{"status": "ok", "message": {"items": [',
            '{"DOI": "10.1000/1"',
            '"title": ["A"]',
            "}, {",
        ),
        *('"author": [{"family": "A", "name": "B"', '"issued": {"date-parts": [[2001, 5]]', "null"),
        *('"container-title": ["', '"event": {"start": {', '"institution": [{"place": [', "}]}}"),
    ),
)

_ZOTERO = Example(
    sample='[{"key": "AB", "data": {"itemType": "book", "title": "Being There"}}]',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: f'{{"itemType": "{native}"{lines and ", "}{lines}}}',
    file=lambda entries: f"[{','.join(entries)}]",
    words=(
        *(
            '[{"key": "A", "data": {',
            '"itemType": "note"',
            '"itemType": "attachment"',
            "}}]",
            "null",
        ),
        *('"creators": [{"creatorType": "editor", "name": "', '"extra": "PMID: 1\\ntype: book'),
        *('"tags": [{"tag": "', '"date": "2004-07-00 July 2004"', '"parentItem": "A"', "}}, {"),
    ),
)

_OPENALEX = Example(
    sample='{"id": "https://openalex.org/W1", "title": "Being There", "type": "book"}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: f'{{"authorships": [], "type": "{native}"{lines and ", "}{lines}}}',
    file=lambda entries: f'{{"meta": {{}}, "results": [{",".join(entries)}]}}',
    words=(
        *(
            '{"meta": {}, "results": [{',
            '"authorships": [{"author": {',
            '"biblio": {',
            "null",
            "}]}",
        ),
        *('"primary_location": {"source": {', '"abstract_inverted_index": {"a": [0, ', '"ids": {'),
    ),
)

_DATACITE = Example(
    sample='{"data": {"type": "dois", "attributes": {"titles": [{"title": "Being There"}]}}}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: (
        '{"type": "dois", "attributes": {"types": {"resourceTypeGeneral": '
        f'"{native}"}}{lines and ", "}{lines}}}}}'
    ),
    file=lambda entries: f'{{"data": [{",".join(entries)}]}}',
    words=(
        *('{"data": [{"type": "dois", "attributes": {', '"titles": [{"title": "', "null", "}}]}"),
        *('"creators": [{"name": "A, B"', '"dates": [{"date": "2001', '"relatedItems": [{'),
        *('"types": {"resourceTypeGeneral": "Text"', '"container": {', '"contributors": [{'),
    ),
)

_SEMANTIC_SCHOLAR = Example(
    sample='{"paperId": "ab12", "title": "Being There"}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: (
        f'{{"title": "", "paperId": "", "publicationTypes": ["{native}"]{lines and ", "}{lines}}}'
    ),
    file=lambda entries: f'{{"total": 1, "data": [{",".join(entries)}]}}',
    words=(
        *('{"total": 1, "data": [{', '"paperId": "a", "title": "', '"authors": [{"name": "', "}]}"),
        *(
            '"journal": {"volume": "',
            '"externalIds": {"ArXiv": "',
            '"publicationTypes": ["Book"',
            "null",
        ),
    ),
)

_EUROPE_PMC = Example(
    sample='{"id": "1", "source": "MED", "title": "Being There", "pubYear": "1997"}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: f'{{"title": "", "pubType": "{native}"{lines and ", "}{lines}}}',
    file=lambda entries: f'{{"version": "6", "resultList": {{"result": [{",".join(entries)}]}}}}',
    words=(
        *(
            '{"resultList": {"result": [{',
            '"authorString": "A B, C D."',
            '"authorList": {"author": [',
        ),
        *('"journalInfo": {"journal": {', '"pubYear": "2004"', '"keywordList": {', "null", "}]}}"),
    ),
)

_SUMMARY = Example(
    sample='{"result": {"uids": ["1"], "1": {"uid": "1", "title": "A", "pubdate": "1997"}}}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: (
        f'{{"uid": "1", "sortpubdate": "", "title": "", "pubtype": ["{native}"]'
        f"{lines and ', '}{lines}}}"
    ),
    file=lambda entries: f"[{','.join(entries)}]",
    words=(
        *('{"result": {"uids": ["1"], "1": {', '"uid": "1", "pubdate": "2004 May 3"', "null", "}}"),
        *('"authors": [{"name": "Bell A", "authtype": "', '"articleids": [{"idtype": "doi"'),
    ),
)

EXAMPLES = {
    "pubmed-summary": _SUMMARY,
    "europe-pmc": _EUROPE_PMC,
    "crossref": _CROSSREF,
    "zotero-json": _ZOTERO,
    "openalex": _OPENALEX,
    "datacite": _DATACITE,
    "semantic-scholar": _SEMANTIC_SCHOLAR,
}
