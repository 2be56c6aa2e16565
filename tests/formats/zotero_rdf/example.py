"""An example of Zotero RDF for the tests of all formats."""

from __future__ import annotations

from collections.abc import Iterable

from tests.formats.examples import XML_TOKENS, Example

HEAD = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"'
    ' xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"'
    ' xmlns:vcard="http://nwalsh.com/rdf/vCard#">\n'
)


def _file(entries: Iterable[str]) -> str:
    return f"{HEAD}{''.join(entries)}</rdf:RDF>\n"


def _entry(native: str, lines: str) -> str:
    return f"<rdf:Description><z:itemType>{native}</z:itemType>{lines}</rdf:Description>\n"


_RDF = Example(
    sample=_file(
        ["<bib:Book><dc:title>Being There</dc:title><dc:date>1997</dc:date></bib:Book>\n"]
    ),
    tokens=XML_TOKENS,
    entry=_entry,
    file=_file,
    words=(
        *("<bib:Article rdf:about='#a'>", "</bib:Article>", "<dc:title>", "</dc:title>"),
        *("<dcterms:isPartOf rdf:resource='#a'/>", "<bib:authors><rdf:Seq><rdf:li><foaf:Person>"),
        *("<foaf:surname>A</foaf:surname>", "<z:itemType>book</z:itemType>", "<dc:date>2001"),
    ),
)

EXAMPLES = {"zotero-rdf": _RDF}
