"""The messages about JSON and YAML."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity

JSON: Messages = {
    # ── CSL-JSON ──────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "item"): Message(
        "invalid JSON: {reason} (the item is left out)",
        "An item of the array is not valid JSON.",
        "csl-json",
        '[{"id": "a", "type": }]',
    ),
    (Code.SYNTAX, "odd-item"): Message(
        "invalid JSON: {reason} (read all the same)",
        "An item of the array is not valid JSON, but can be read.",
        "csl-json",
        '[{"id": "a", "type": "book", "title": "A\nB"}]',
    ),
    (Code.SYNTAX, "behind-array"): Message(
        "text behind the array (left out)",
        "A file goes on behind its last bracket.",
        "csl-json",
        '[{"id": "a", "type": "book"}] and more',
    ),
    (Code.STRAY_TEXT, "item"): Message(
        "{value} is not an item (left out)",
        "A member of the array is not an object.",
        "csl-json",
        '[1, {"id": "a", "type": "book"}]',
    ),
    (Code.MISSING_TYPE, "item"): Message(
        "no type (read as document)",
        "An item has no type.",
        "csl-yaml",
        "references:\n- id: a\n  title: A\n",
        several="items without a type: {count:,} (read as document)",
    ),
    (Code.MISSING_TYPE, "items"): Message(
        "no type (read as {taken}, by its variables)",
        "An item has no type: it is what its variables show.",
        "csl-json",
        '[{"id": "a", "title": "A"}]',
        several="items without a type: {count:,} (read as {taken}, by their variables)",
    ),
    (Code.UNKNOWN_TYPE, "other"): Message(
        "type {type!r} is not of CSL (read as {taken})",
        "The types of items are BibTeX's, Crossref's or Zotero's.",
        "csl-json",
        '[{"id": "a", "type": "journalArticle", "title": "A"}]',
        Severity.NOTE,
        "type {type!r} is not of CSL: {count:,} times (read as {taken})",
    ),
    (Code.UNKNOWN_KEY, "other"): Message(
        "key {key!r} is not of CSL (read as {taken})",
        "Items have keys of BibTeX, Crossref or Zotero, or in another spelling.",
        "csl-json",
        '[{"id": "a", "type": "book", "title": "A", "doi": "10.1000/182"}]',
        Severity.NOTE,
        "key {key!r} is not of CSL: {count:,} times (read as {taken})",
    ),
    (Code.BAD_NAME, "whole"): Message(
        "names of {role} are not in parts (read as persons or bodies)",
        "CSL has family and given names apart. Here a name is one text.",
        "csl-json",
        '[{"id": "a", "type": "book", "author": ["Bell, Ann", "Carl Dean"]}]',
        Severity.NOTE,
        "names of {role} that are not in parts: {count:,} lists (read as persons or bodies)",
    ),
    # ── YAML ──────────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "yaml"): Message(
        "invalid YAML: {reason} (the entry is cut there)",
        "A text is not valid YAML. The entry with the error is read up to it, the others whole.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  title: [A\n- id: b\n  type: book\n",
        Severity.ERROR,
    ),
    (Code.SYNTAX, "yaml-alias"): Message(
        "no anchor &{alias} before its alias (left out)",
        "An alias (*a) repeats the value that an anchor (&a) before it names.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  title: *b\n",
    ),
    (Code.SYNTAX, "yaml-aliases"): Message(
        "aliases make the entry too large (the rest is left out)",
        "Aliases of aliases could repeat a value any number of times.",
    ),
    (Code.DUPLICATE_FIELD, "yaml"): Message(
        "{key!r} stands twice in a mapping (the second value, {value}, is left out)",
        "A mapping holds each key once.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  author:\n  - family: A\n    family: B\n",
    ),
    (Code.CONTROL_CHARACTER, "yaml"): Message(
        "characters that YAML does not allow (left out)",
        "The text has characters that no YAML may have. Reported once a file.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  title: A\x01B\n",
    ),
    (Code.STRAY_TEXT, "yaml-body"): Message(
        "text outside the metadata: {text!r} (not read)",
        "A document has its references in a block of metadata, and other text beside it.",
        "csl-yaml",
        "---\nreferences:\n- id: a\n  type: book\n---\nSome words.\n",
        Severity.NOTE,
    ),
    (Code.NO_REFERENCES, "yaml"): Message(
        "no entry in this YAML (nothing was read)",
        "The file has none of the lists or mappings that hold entries in this format.",
        "csl-yaml",
        "title: A paper\n",
    ),
    # ── JSON of databases ─────────────────────────────────────────────────────────────────────────
    (Code.LEFT_OUT, "zotero-notes"): Message(
        "notes, attachments and annotations of Zotero are no references (left out)",
        "A library of Zotero holds other items beside references. An attachment's address and path "
        "are kept with the item that it belongs to.",
        "zotero-json",
        '[{"itemType": "book", "title": "A"}, {"itemType": "note", "note": "<p>Read it.</p>"}]',
        Severity.NOTE,
        "notes, attachments and annotations of Zotero are no references ({count:,} left out)",
    ),
    (Code.LEFT_OUT, "zotero-record"): Message(
        "version, collections and dates of Zotero's own record (left out)",
        "An item of Zotero has keys that say nothing of the work, such as version, library, "
        "collections and dateModified.",
        "zotero-json",
        '[{"key": "AB12", "version": 3, "data": {"itemType": "book", "title": "A"}}]',
        Severity.NOTE,
        "version, collections and dates of Zotero's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "openalex-bookkeeping"): Message(
        "cited works, counts, topics and dates of OpenAlex's own record (left out)",
        "A work of OpenAlex has keys that say nothing of the work, such as referenced_works, "
        "cited_by_count, topics and updated_date.",
        "openalex",
        '{"id": "https://openalex.org/W1", "title": "A", "type": "book", "cited_by_count": 3}',
        Severity.NOTE,
        "cited works, counts, topics and dates of OpenAlex's records (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "datacite-bookkeeping"): Message(
        "counts, state and dates of DataCite's own record (left out)",
        "A DOI of DataCite has keys that say nothing of the work, such as state, viewCount, "
        "metadataVersion and updated.",
        "datacite",
        '{"data": {"type": "dois", "attributes": {"doi": "10.1000/1", "state": "findable"}}}',
        Severity.NOTE,
        "counts, state and dates of DataCite's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "semantic-scholar-bookkeeping"): Message(
        "cited papers, counts and computed keys of Semantic Scholar's own record (left out)",
        "A paper of Semantic Scholar has keys that say nothing of the work, such as references, "
        "citationCount, tldr and embedding.",
        "semantic-scholar",
        '{"paperId": "ab12", "title": "A", "citationCount": 3}',
        Severity.NOTE,
        "cited papers, counts and computed keys of Semantic Scholar (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "europe-pmc-bookkeeping"): Message(
        "counts, links and dates of Europe PMC's own record (left out)",
        "An article of Europe PMC has keys that say nothing of the work, such as citedByCount, "
        "hasReferences and firstIndexDate.",
        "europe-pmc",
        '{"id": "1", "source": "MED", "title": "A", "pubYear": "2004", "citedByCount": 3}',
        Severity.NOTE,
        "counts, links and dates of Europe PMC's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "pubmed-summary-bookkeeping"): Message(
        "counts, history and sort keys of PubMed's own record (left out)",
        "A summary of PubMed has keys that say nothing of the work, such as history, pmcrefcount "
        "and sortpubdate.",
        "pubmed-summary",
        '{"result": {"uids": ["1"], "1": {"uid": "1", "title": "A", "sortpubdate": "2004"}}}',
        Severity.NOTE,
        "counts, history and sort keys of PubMed's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "crossref-bookkeeping"): Message(
        "cited works, counts and dates of Crossref's own record (left out)",
        "A work of Crossref has keys that say nothing of the work, such as indexed, deposited, "
        "score and reference-count, and the list of what it cites.",
        "crossref",
        '{"DOI": "10.1000/1", "type": "journal-article", "title": ["A"], "reference-count": 3}',
        Severity.NOTE,
        "cited works, counts and dates of Crossref's own record (left out, {count:,} times)",
    ),
}
