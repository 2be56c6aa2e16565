"""Articles in JATS and NLM XML: the reference list, tagged or not, and the article's own record.

Source: NISO JATS 1.3, *Journal Archiving and Interchange Tag Set*; older files are in NLM DTD 1
to 3, with ``nlm-citation`` and ``citation``.
"""

from __future__ import annotations

from collections.abc import Iterator

from refconv.documents.articles.jats_articles import article_item
from refconv.documents.articles.jats_citations import citation_item, is_tagged, printed
from refconv.documents.articles.listed_records import Listing
from refconv.documents.articles.xml_texts import article_tree
from refconv.documents.carrier import Carrier, Document
from refconv.documents.csl_items import record_of
from refconv.documents.xml_trees import Node

_CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")


def read(text: str) -> Document:
    """Read an article, several of them, or a reference list alone."""
    root, damage = article_tree(text)
    listing = Listing()
    articles = [*root.all("article")]
    for article in articles or [root]:
        metadata = next(article.all("article-meta"), None)
        if metadata is not None:
            record = record_of(article_item(article, metadata), field="article")
            listing.add_page_record(record)
        for list_ in article.all("ref-list"):
            for ref in list_.all("ref"):
                _add(listing, ref)
    if not articles and not next(root.all("ref-list"), None):
        for ref in root.all("ref"):
            _add(listing, ref)
    return listing.document(damage)


def _add(listing: Listing, ref: Node) -> None:
    label = ref.child_text("label").strip("[]().")
    for citation in _citations(ref):
        text = printed(citation)
        if is_tagged(citation):
            item, is_partial = citation_item(citation)
            listing.add_record(
                record_of(item, field=citation.name, is_partial=is_partial),
                text if citation.name != "element-citation" else "",
                citation.line,
                label,
            )
        elif text:
            listing.add_string(text, citation.line, label)


def _citations(ref: Node) -> Iterator[Node]:
    """Yield the citations of a ``ref``; of several forms of one the one with most tags."""
    for node in ref.children():
        if node.name == "citation-alternatives":
            forms = node.children(*_CITATIONS)
            best = next((one for one in forms if one.name == "element-citation"), None)
            yield from [best] if best is not None else forms[:1]
        elif node.name in _CITATIONS:
            yield node
        elif node.name in ("note", "p"):
            inner = [*node.all(*_CITATIONS)]
            yield from inner or [node]


CARRIER = Carrier("jats", "an article in JATS or NLM XML", read)
