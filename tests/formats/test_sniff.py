"""Which format a text is in, by its content."""

from __future__ import annotations

import pytest

from refconv.formats.sniff import guess

TEXTS = [
    ("@book{a, title = {T}}", "bibtex"),
    ("% a comment\n\n@comment{x}\n@book{a,", "bibtex"),
    ("TY  - BOOK\nER  - \n", "ris"),
    ("Provider: X\n\nTY  - BOOK\nER  - \n", "ris"),
    ("TY -JOUR\nTI -A\nER -\n", "ris"),
    ("TY\t-\tJOUR\nTI\t-\tA\n", "ris"),
    ("ty  - jour\nti  - a\n", "ris"),
    ("TI  - A\nAU  - B\nJF  - C\nPY  - 2000\n", "ris"),
    ("PMID- 1\nTI  - A\nAU  - B\nJT  - C\n", "nbib"),
    ("TI  - A\nSome prose.\nAU  - B\n", "text"),
    ('[{"type": "book"}]', "csl-json"),
    # An item a line; a single one is the same in both.
    ('{"id": "a", "type": "book"}\n{"id": "b"}\n', "jsonl"),
    ('\ufeff{"id": "a", "type": "book", "issued": {"raw": "2020"}}\r\n\r\n{"id": "b"}', "jsonl"),
    ('{"id": "a", "type": "book"}\n', "csl-json"),
    ('{\n  "id": "a", "type": "book"\n}\n{\n  "id": "b"\n}\n', "csl-json"),
    # EndNote's import format, and Refer, which has no types.
    ("%0 Journal Article\n%T A\n", "enw"),
    ("\ufeff\n%0 Book\n", "enw"),
    ("%A Curie, M.\n%T A\n%D 1898\n", "enw"),
    ("Header\n\n%0 Generic\n", "enw"),
    # EndNote's XML: with or without what stands before its root.
    ('<?xml version="1.0" encoding="UTF-8"?><xml><records></records></xml>', "endnote-xml"),
    ("\n<xml>\n <records>\n", "endnote-xml"),
    ("<!-- by hand --><records><record/></records>", "endnote-xml"),
    ('<?xml version="1.0"?><!DOCTYPE xml><xml><records/></xml>', "endnote-xml"),
    ("PMID- 1\nPT  - Journal Article\n", "nbib"),
    ("<PubmedArticleSet><PubmedArticle>", "pubmed-xml"),
    ("<mods><titleInfo><title>T</title></titleInfo></mods>", "mods"),
    ("<mods:mods><mods:titleInfo>", "mods"),
    ("FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Okoro, U\nER\n", "wos"),
    ("\ufeffFN Thomson Reuters Web of Science\nVR 1.0\nPT B\nTI A title\n", "wos"),
    ("PT J\nTI A title\n", "wos"),
    ("\ufeffPT\tAU\tTI\tSO\t\r\n", "wos"),
    # Tables, by the names of their columns.
    ("Title,Authors,Year\nA,B,2004\n", "csv"),
    ("sep=;\nTitel;Autor;Jahr\n", "csv"),
    ("PMID\tTitle\tCitation\tDOI\n", "csv"),
    ("Title\nAuthors\nA title, and its authors.\n", "text"),
    ("% a comment\n\n  @Article ( x,\n title = 1)", "bibtex"),
    ('@string{a = "b"}', "bibtex"),
    ("Provider: somebody\n1.\nTY  - JOUR", "ris"),
    ("[]", "csl-json"),
    ('{"references": []}', "csl-json"),
    # CSL-YAML: in a block of metadata, alone, or a bare list.
    ("---\nreferences:\n- id: a\n  type: book\n...\n", "csl-yaml"),
    ("# A comment\nnocite: x\nreferences:\n  # one\n  - type: book\n", "csl-yaml"),
    ("Some words.\n\n---\nreferences:\n- type: book\n---\n", "csl-yaml"),
    ("- id: a\n  title: A title\n  type: book\n", "csl-yaml"),
    ("- type: book\n", "csl-yaml"),
    ("- milk\n- bread\n", "text"),
    ("version: 2\nupdates:\n  - package: pip\n", "text"),
    ("# words\ncff-version: 1.2.0\nreferences:\n- type: article\n", "cff"),
    (
        '<?xml version="1.0"?><b:Sources SelectedStyle="" xmlns:b="http://schemas.openxmlformats'
        '.org/officeDocument/2006/bibliography">',
        "word-xml",
    ),
    ('<Sources xmlns="http://purl.oclc.org/ooxml/officeDocument/bibliography"/>', "word-xml"),
    ("A header\n\nRT Journal Article\nSR Electronic(1)\nID 12\n", "refworks"),
    ("RT Book, Whole\nA1 Hale, Nora\n", "refworks"),
    # MARC 21: in XML, with or without its namespace and in an answer of OAI-PMH, and in ISO 2709.
    ('<collection xmlns="http://www.loc.gov/MARC21/slim"><record>', "marcxml"),
    ('<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim">', "marcxml"),
    ("<collection><record><leader>00000nam</leader>", "marcxml"),
    (
        '<OAI-PMH><ListRecords><record><metadata><record xmlns="http://www.loc.gov/MARC21/slim">',
        "marcxml",
    ),
    ("00078nam a2200049   4500001000400000\x1e", "marc"),
    (
        '<rdf:RDF\n xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\n'
        ' xmlns:z="http://www.zotero.org/namespaces/export#">',
        "zotero-rdf",
    ),
    ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></rdf:RDF>', "text"),
    # Hayagriva: a mapping of entries with a type of its own.
    ("harry:\n    type: Book\n    title: A\n", "hayagriva"),
    ("# words\n\n\"a: b\":\n  title: A\n\n  type: 'article'\n", "hayagriva"),
    ("a:\n  title: A\n  parent:\n    type: Periodical\n", "hayagriva"),
    ("references:\n  - id: a\n    type: book\n", "csl-yaml"),
    ("schema:\n  type: object\n", "text"),
    # Text that begins like a line of some format.
    ("Write to me@example.org, please", "text"),
    ("[1] Smith J. A title. 2020.", "text"),
    # (Matched in every way, it would take longer than anyone waits.)
    ("@a(" + " " * 99_000 + "x", "text"),
    ("PT boats were fast.\nTI they were not.\n", "text"),
    ("Curie, M. (1898). Rays.", "text"),
    ("<html><body>", "html"),
    ("", "text"),
]


@pytest.mark.parametrize(("text", "format"), TEXTS)
def test_guess(text: str, format: str) -> None:
    assert guess(text) == format


def test_the_mark_that_comes_first_decides() -> None:
    ris, bibtex = "TY  - BOOK\nTI  - A\nER  - \n", "@book{a,\n}\n"

    assert guess(ris + bibtex) == "ris"
    assert guess(bibtex + ris) == "bibtex"


def test_a_mark_far_from_the_beginning_does_not_count() -> None:
    assert guess("A line.\n" * 20_000 + "TY  - BOOK\n") == "text"
