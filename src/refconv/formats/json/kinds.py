"""Which kind of JSON a text is, by the keys of its first items.

A kind is found in the decoded value of a text, or in as much of it as its head has: the order of
keys does not matter, and what an item holds inside its values does not count. The first of
:data:`KINDS` that fits is the kind; CSL-JSON is the last, since many write it by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

Item: TypeAlias = Mapping[str, Any]
Path: TypeAlias = tuple[str, ...]

_LOOKED_AT = 4
"""Items that are looked at: the first may be odd."""


Find: TypeAlias = Callable[[Any], "list[Any] | None"]
"""Returns the items of a decoded value, ``None`` if it is of another kind."""


@frozen
class JsonKind:
    """A kind of JSON whose items have keys of their own.

    Attributes:
        is_item: Whether an object is an item of it.
        wrappers: The keys under which the items, or the only one, may stand in other objects.
        is_page: Whether an object plainly is a page, of whatever items, or of none.
    """

    is_item: Callable[[Item], bool]
    wrappers: tuple[Path, ...] = ()
    is_page: Callable[[Item], bool] = lambda _: False

    def __call__(self, value: Any) -> list[Any] | None:
        """Return the items of a value of this kind, ``None`` if it is of another."""
        is_page = isinstance(value, dict) and self.is_page(value)
        for path in ((), *self.wrappers) if not is_page else self.wrappers:
            found = _at(value, path)
            items = found if isinstance(found, list) else [found]
            if is_page and isinstance(found, list | dict):
                return items
            if any(isinstance(one, dict) and self.is_item(one) for one in items[:_LOOKED_AT]):
                return items
        return self._of_pages(value) if isinstance(value, list) and self.wrappers else None

    def _of_pages(self, pages: list[Any]) -> list[Any] | None:
        """Return the items of a list of pages, as scripts collect them."""
        inside = [self(one) for one in pages[:_LOOKED_AT] if isinstance(one, dict)]
        if not any(found is not None for found in inside):
            return None
        found = (self(one) if isinstance(one, dict) else None for one in pages)
        return [item for items, one in zip(found, pages, strict=True) for item in items or [one]]


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def has(*names: str) -> Callable[[Item], bool]:
    """Return a test for an object that has all of some keys."""
    return lambda item: all(name in item for name in names)


def has_one(*names: str) -> Callable[[Item], bool]:
    """Return a test for an object that has one of some keys."""
    wanted = frozenset(names)
    return lambda item: not wanted.isdisjoint(item)


def _text(item: Item, key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _object(item: Item, key: str) -> Item:
    value = item.get(key)
    return value if isinstance(value, dict) else {}


# ── kinds that are formats ────────────────────────────────────────────────────────────────────────

_CROSSREF_KEYS = frozenset(
    """is-referenced-by-count references-count reference-count content-domain short-container-title
    published-print published-online""".split()
)
_CROSSREF_TYPES = frozenset(
    """journal-article journal-issue journal-volume book-chapter book-part book-section book-series
    book-set book-track proceedings-article proceedings-series posted-content edited-book
    reference-book reference-entry report-component report-series peer-review component monograph
    """.split()
)


def _is_crossref(item: Item) -> bool:
    if not _CROSSREF_KEYS.isdisjoint(item):
        return has_one("DOI", "title", "author", "type")(item)
    has_lists = any(isinstance(item.get(key), list) for key in ("title", "container-title"))
    return has_lists and _text(item, "type") in _CROSSREF_TYPES


def _is_openalex(item: Item) -> bool:
    if has_one("authorships", "abstract_inverted_index")(item):
        return True
    return re.match(r"https?://openalex\.org/(?:works/)?W\d", _text(item, "id")) is not None


def _is_datacite(item: Item) -> bool:
    if "attributes" in item:
        is_doi = has_one("titles", "creators")(_object(item, "attributes"))
        return is_doi or _text(item, "type") == "dois"
    return "creators" in item and has_one("publicationYear", "schemaVersion", "titles")(item)


def _is_zotero(item: Item) -> bool:
    return "itemType" in item or "itemType" in _object(item, "data")


_SUMMARY = JsonKind(
    lambda item: "uid" in item and has_one("fulljournalname", "sortpubdate", "pubdate")(item)
)


def summaries(value: Any) -> list[Any] | None:
    """Return the summaries of PubMed, which stand under the numbers that ``uids`` lists."""
    if not isinstance(value, dict):
        return _SUMMARY(value)
    result = _object(value, "result") or value
    if not isinstance(result.get("uids"), list):
        return _SUMMARY(value)
    found = (result.get(number) for number in result["uids"] if isinstance(number, str))
    items = [one for one in found if one is not None]
    return items if not items or _SUMMARY(items) is not None else None


# ── what plainly is CSL-JSON ──────────────────────────────────────────────────────────────────────

_TYPES = frozenset(
    """articlejournal articlemagazine articlenewspaper bill book broadcast chapter classic dataset
    entrydictionary entryencyclopedia hearing interview legalcase legislation manuscript
    motionpicture musicalscore pamphlet paperconference patent periodical personalcommunication
    postweblog regulation reviewbook speech standard thesis treaty webpage
    journalarticle magazinearticle newspaperarticle bookchapter booksection bookpart proceedings
    proceedingsarticle conferencepaper inproceedings incollection inbook phdthesis mastersthesis
    techreport dissertation monograph postedcontent preprint editedbook referencebook referenceentry
    blogpost computerprogram encyclopediaarticle dictionaryentry""".split()
)
"""Types of CSL, Crossref, BibTeX and Zotero that no other JSON has."""

_CSL_KEYS = frozenset(
    """container-title issued citation-key citation-label collection-title title-short event-title
    publisher-place container-title-short journalAbbreviation number-of-pages original-date
    """.split()
)
"""Variables that no other JSON has."""

_NAMED = frozenset("author authors editor editors creator creators".split())
_PUBLISHED = frozenset(
    """year issued doi journal publisher page pages volume isbn pmid booktitle publicationdate
    publicationyear""".split()
)


def is_csl_item(item: Any) -> bool:
    """Return whether a value plainly is meant to be a CSL-JSON item, however odd it is."""
    if not isinstance(item, dict):
        return False
    if _has_csl_keys(item):
        return True
    kind = _bare_type(item)
    keys = {re.sub("[-_ ]", "", key).lower() for key in item}
    is_named = not _NAMED.isdisjoint(keys)
    if kind in _OTHER_TYPES:
        return is_named or not {"title", "doi", "url", "publisher"}.isdisjoint(keys)
    title = next((value for key, value in item.items() if key.lower() == "title"), None)
    return isinstance(title, str | list) and is_named and not _PUBLISHED.isdisjoint(keys)


def _bare_type(item: Item) -> str:
    return re.sub(r"[-_ ]", "", _text(item, "type")).lower()


def _has_csl_keys(item: Any) -> bool:
    """Return whether an item has a type or a variable that no other JSON has."""
    if not isinstance(item, dict):
        return False
    return _bare_type(item) in _TYPES or not _CSL_KEYS.isdisjoint(item)


_OTHER_TYPES = frozenset(
    """article collection document entry event figure graphic map performance post report review
    software song misc unpublished film dataset online other""".split()
)
"""Types that other JSON has too."""

_CSL = JsonKind(
    lambda item: is_csl_item(item) or is_csl_item(item.get("csljson")),
    (("items",), ("references",), ("data",), ("results",), ("message",), ("message", "items")),
)


def csl_items(value: Any) -> list[Any] | None:
    """Return the items of a CSL-JSON value: a list, one of them, wrapped, or by their ids."""
    if value == []:
        return []
    if not isinstance(value, dict):
        return _CSL(value)
    if isinstance(value.get("csljson"), dict):
        # Zotero's interface, asked for CSL-JSON.
        return [value["csljson"]]
    if not is_csl_item(value):
        if any(value.get(wrapper) == [] for wrapper in _WRAPPERS):
            return []
        members = [*value.values()]
        if all(isinstance(one, dict) for one in members) and _CSL(members) is not None:
            return [one if "id" in one else {"id": key, **one} for key, one in value.items()]
    return _CSL(value) or _inside(value)


_DEEPEST = 3
"""How many objects may stand around a list of items."""


def _inside(value: Item, depth: int = 0) -> list[Any] | None:
    """Return the first list of items somewhere in an object."""
    for one in value.values():
        if isinstance(one, list) and any(map(_has_csl_keys, one[:_LOOKED_AT])):
            return one
        if isinstance(one, dict) and depth < _DEEPEST and not _has_csl_keys(one):
            found = _inside(one, depth + 1)
            if found is not None:
                return found
    return None


_WRAPPERS = ("items", "references")

# ── the kinds ─────────────────────────────────────────────────────────────────────────────────────

KINDS: Mapping[str, Find] = {
    "zotero-json": JsonKind(_is_zotero, (("items",),)),
    "openalex": JsonKind(
        _is_openalex,
        (("results",),),
        lambda page: page.get("results") == [] and "meta" in page,
    ),
    "datacite": JsonKind(_is_datacite, (("data",), ("data", "attributes"))),
    "crossref": JsonKind(
        _is_crossref,
        (("message", "items"), ("message",), ("items",)),
        lambda page: page.get("message-type") in ("work", "work-list"),
    ),
    "semantic-scholar": JsonKind(has("paperId", "title"), (("data",), ("recommendedPapers",))),
    "europe-pmc": JsonKind(
        lambda item: has("id", "source")(item) and has_one("authorString", "pubYear")(item),
        (("resultList", "result"), ("result",)),
        lambda page: "resultList" in page,
    ),
    "pubmed-summary": summaries,
    "csl-json": csl_items,
}
"""By the names of their formats, in the order in which a text is tested for them."""

FOREIGN: Mapping[str, Find] = {
    "an answer of PubMed with numbers only": JsonKind(has("esearchresult")),
    "an answer of INSPIRE": JsonKind(
        lambda item: has_one("titles", "control_number")(_object(item, "metadata")),
        (("hits", "hits"),),
    ),
    "an answer of Zenodo or InvenioRDM": JsonKind(
        lambda item: has("metadata", "links")(item) and "title" in _object(item, "metadata"),
        (("hits", "hits"),),
    ),
    "an answer of DBLP": JsonKind(lambda item: "hits" in _object(item, "result")),
    "an answer of Scopus": JsonKind(has_one("search-results", "abstracts-retrieval-response")),
    "an answer of IEEE Xplore": JsonKind(has("articles", "total_records")),
    "an answer of Springer": JsonKind(has("apiMessage", "records")),
    "an answer of DOAJ": JsonKind(has("bibjson"), (("results",),)),
    "an answer of Google Books": JsonKind(has("volumeInfo"), (("items",),)),
    "an answer of a Solr server": JsonKind(has("responseHeader", "response")),
    "a record of Unpaywall": JsonKind(has("doi", "oa_status")),
    "an ORCID record": JsonKind(has_one("orcid-identifier", "activities-summary")),
    "works of ORCID": JsonKind(has("work-summary"), (("group",),)),
    "a record of Lens": JsonKind(has("lens_id"), (("data",),)),
    "an OpenAlex record that is no work": JsonKind(
        lambda item: re.match(r"https?://openalex\.org/[A-Z]\d", _text(item, "id")) is not None,
        (("results",),),
    ),
    "an answer of Crossref that holds no works": JsonKind(has("message-type", "message")),
    "a document of pandoc": JsonKind(has("pandoc-api-version", "blocks")),
    "items of Wikidata": JsonKind(has_one("claims", "sitelinks"), (("entities",),)),
    "a Jupyter notebook": JsonKind(has("cells", "nbformat")),
    "JSON-LD": JsonKind(has_one("@context", "@graph", "@type")),
    "a map (GeoJSON)": JsonKind(
        lambda item: _text(item, "type") in ("FeatureCollection", "Feature", "GeometryCollection")
    ),
    "a description of a package (package.json)": JsonKind(
        lambda item: "name" in item and has_one("dependencies", "devDependencies")(item)
    ),
    "a JSON schema": JsonKind(has("$schema")),
}
"""Kinds that are not read, by what one is."""


def kind_of(text: str) -> str | None:
    """Return the format of a text in JSON by its head; ``None`` if it is no JSON that is read.

    >>> kind_of('[{"type": "book"}]'), kind_of('{"type": "Feature"}')
    ('csl-json', None)
    """
    value = head_value(text)
    name = next((name for name, find in KINDS.items() if find(value) is not None), None)
    return "jsonl" if name == "csl-json" and _of_lines(text) else name


def foreign_kind(text: str) -> str | None:
    """Return what a text in JSON is that no format reads, such as ``a Jupyter notebook``.

    ``None`` for a text that is not JSON, or that a format reads.
    """
    value = head_value(text)
    if value is None or any(find(value) is not None for find in KINDS.values()):
        return None
    return next((name for name, find in FOREIGN.items() if find(value) is not None), "JSON")


# ── the head of a text ────────────────────────────────────────────────────────────────────────────

_BEGINNING = re.compile(r"\ufeff?\s*+(?=\[\s*+(?:[\[{\]\"]|null|\d+\s*+,)|\{\s*+[\"}])")
_LINE = re.compile(r"\ufeff?[ \t]*+\{[ \t]*+\"")
_HEAD = 100_000
_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*)"?|([\[\]{},:])|([^\s\[\]{},:"]++)', re.DOTALL)


def head_value(text: str) -> Any:
    """Return the value that the head of a text in JSON begins with, as far as it goes.

    What is invalid is skipped; ``None`` if the text does not begin like JSON.
    """
    match = _BEGINNING.match(text)
    if match is None:
        return None
    if values := _of_lines(text):
        return values
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, match.end())[0]
    except (ValueError, RecursionError):
        return _partial(text[match.end() : match.end() + _HEAD])


def _of_lines(text: str) -> list[Any]:
    """Return the values of the first lines of a text, if it has an object on each line.

    A line that is no valid JSON is skipped.
    """
    lines = [line for line in re.split(r"[\r\n]+", text[:_HEAD], maxsplit=9)[:9] if line]
    if len(lines) < _FEWEST_LINES or not all(map(_LINE.match, lines[:_FEWEST_LINES])):
        return []
    values: list[Any] = []
    for line in lines:
        try:
            values.append(json.JSONDecoder(strict=False).decode(line.removeprefix("\ufeff")))
        except (ValueError, RecursionError):
            continue
    return values


_FEWEST_LINES = 2
"""Lines with an object each, from which on a text is such lines."""


def _partial(text: str) -> Any:
    """Return the first value of a text that is cut off or invalid; texts keep their escapes."""
    outer: list[Any] = []
    opened: list[Any] = [outer]
    key: str | None = None
    for match in _TOKEN.finditer(text):
        string, mark, scalar = match.groups()
        top = opened[-1]
        if mark is None:
            value: Any = scalar if string is None else string.replace("\\/", "/")
            key = _put(top, key, value)
        elif mark in "[{":
            value = [] if mark == "[" else {}
            key = _put(top, "" if key is None and isinstance(top, dict) else key, value)
            opened.append(value)
        elif mark in "]}":
            key = None
            opened.pop()
            if len(opened) == 1 or (len(opened) == 2 and _has_enough(outer[0])):
                break
    return outer[0] if outer else None


def _has_enough(value: Any) -> bool:
    """Return whether a value is a list of more items than are looked at."""
    return isinstance(value, list) and len(value) > _LOOKED_AT


def _put(holder: Any, key: str | None, value: Any) -> str | None:
    """Add a value to the list or object that holds it; return the key that waits for its own."""
    if isinstance(holder, list):
        holder.append(value)
        return None
    if key is None:
        return str(value)
    holder[key] = value
    return None
