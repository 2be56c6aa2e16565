"""The article's own record in JATS: ``front`` → CSL-JSON."""

from __future__ import annotations

from typing import Any

from refconv.documents.articles.jats_citations import people_of
from refconv.documents.articles.xml_texts import rich
from refconv.documents.people import csl_date
from refconv.documents.xml_trees import Node

_ROLES = {"author": "author", "editor": "editor", "translator": "translator"}
_IDENTIFIERS = {"doi": "DOI", "pmid": "PMID", "pmc": "PMCID", "pmcid": "PMCID"}
# The date of the issue goes first; one online alone is that of the article.
_DATES = ("ppub", "collection", "epub-ppub", "pub", "epub", "")
_HISTORY = {"received": "received", "accepted": "accepted", "rev-recd": "revised"}
_TEXTS = (("volume", "volume"), ("issue", "issue"))


def article_item(article: Node, metadata: Node) -> dict[str, Any]:
    """Return an article's own record as a CSL-JSON item.

    Args:
        article: The ``article`` element.
        metadata: Its ``article-meta``.
    """
    journal = next(article.all("journal-meta"), Node(""))
    item: dict[str, Any] = {"type": "article-journal"}
    title = next(metadata.all("article-title"), None)
    if title is not None:
        item["title"] = rich(title)
    item["container-title"] = next((one.text() for one in journal.all("journal-title")), "")
    item["container-title-short"] = next(
        (one.text() for one in journal.all("abbrev-journal-title")), ""
    )
    item["publisher"] = next((one.text() for one in journal.all("publisher-name")), "")
    item["ISSN"] = ", ".join(dict.fromkeys(one.text() for one in journal.all("issn")))
    for name, variable in _TEXTS:
        item[variable] = metadata.child_text(name)
    first, last = metadata.child_text("fpage"), metadata.child_text("lpage")
    item["page"] = "-".join(filter(None, (first, last if last != first else "")))
    if not item["page"]:
        item["page"] = item["number"] = metadata.child_text("elocation-id")
    for one in metadata.children("article-id"):
        variable = _IDENTIFIERS.get(one.attributes.get("pub-id-type", ""), "")
        if variable:
            item[variable] = one.text()
    if item.get("PMCID", "").isdecimal():
        item["PMCID"] = f"PMC{item['PMCID']}"
    _take_contributors(metadata, item)
    _take_dates(metadata, item)
    abstract = metadata.first("abstract")
    item["abstract"] = rich(abstract) if abstract is not None else ""
    item["language"] = article.attributes.get("lang", "")
    return item


def _take_contributors(metadata: Node, item: dict[str, Any]) -> None:
    orcids: dict[str, list[str | None]] = {}
    for one in metadata.all("contrib"):
        role = _ROLES.get(one.attributes.get("contrib-type", "author"), "")
        names = one.children("name", "string-name", "collab", "name-alternatives")
        people = [person for name in names[:1] for person in people_of(name)]
        if not role or not people:
            continue
        item.setdefault(role, []).extend(people)
        orcid = next(
            (
                node.text().rstrip("/").rsplit("/", 1)[-1]
                for node in one.all("contrib-id")
                if node.attributes.get("contrib-id-type") == "orcid"
            ),
            None,
        )
        orcids.setdefault(role, []).extend([orcid, *[None] * (len(people) - 1)])
    given = {role: some for role, some in orcids.items() if any(some)}
    if given:
        item["custom"] = {"refconv": {"orcid": given}}


def _take_dates(metadata: Node, item: dict[str, Any]) -> None:
    dates = {
        one.attributes.get("pub-type") or one.attributes.get("date-type", ""): _date(one)
        for one in metadata.children("pub-date")
    }
    kinds = [kind for kind in _DATES if dates.get(kind)] or [kind for kind in dates if dates[kind]]
    if kinds:
        item["issued"] = dates[kinds[0]]
    if dates.get("epub") and kinds[0] != "epub":
        item["available-date"] = dates["epub"]
    history = {
        _HISTORY[kind]: _date(one)
        for group in metadata.children("history")
        for one in group.children("date")
        if (kind := one.attributes.get("date-type", "")) in _HISTORY and _date(one)
    }
    if history:
        item.setdefault("custom", {}).setdefault("refconv", {})["dates"] = history


def _date(node: Node) -> dict[str, Any]:
    """Return a date of parts; its ISO form if it has one."""
    exact = node.attributes.get("iso-8601-date", "")
    if exact:
        return csl_date(exact)
    parts = [node.child_text(name) for name in ("year", "month", "day")]
    if all(part.isdecimal() for part in parts if part):
        return csl_date("-".join(part for part in parts if part))
    return csl_date(" ".join(part for part in reversed(parts) if part))
