"""The printed references of a web page: which elements they are, and their text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import define, field

from refconv.documents.marked import MarkedSpan, MarkedText
from refconv.documents.web_pages.html_elements import BLOCKS, HtmlElement, Page

# ── which elements are references ─────────────────────────────────────────────────────────────────

# Classes of an element that is one reference: Springer, eLife, Frontiers, ScienceDirect, citeproc,
# arXiv (LaTeXML), Atypon, Wiley, MDPI, Taylor & Francis, Copernicus.
_ITEM = re.compile(
    r"c-article-references__item|reference-list__item|References__item|bib-reference|csl-entry"
    r"|ltx_bibitem|citation-item|references?[-_]?item|references?__item|ref-content"
    r"|bibliography-item|biblio-item|article-references__item|references-list__item"
)
# Classes and ids of what holds references.
_LIST = re.compile(
    r"(?:^|[-_])(?:references?|ref-?list|reflist|bibliography|biblist|bibliograph\w{0,6}|works-?cited"
    r"|literature|citations?-list|csl-bib-body|literaturverzeichnis|referenser|referencias"
    r"|einzelnachweise)(?:$|[-_](?:list|section|body|content|container|\d)"
    r"|list$|s$)",
    re.IGNORECASE,
)
_HEADINGS = re.compile(
    r"(?:\W|\d|\.){0,8}(?:(?:cited |selected |further )?references?(?: and notes| cited| list)?"
    r"|bibliography|works cited|literature(?: cited)?|(?:cited )?sources|further reading"
    r"|(?:selected )?publications|literatur(?:verzeichnis|angaben)?|quellen(?:verzeichnis)?"
    r"|einzelnachweise|références?(?: bibliographiques)?|bibliographie|bibliografía"
    r"|referencias(?: bibliográficas)?|referências(?: bibliográficas)?|bibliografia"
    r"|riferimenti(?: bibliografici)?|(?:список )?литератур[аы]|примечания|参考文献"
    r"|literatuur|referenties|przypisy|källor|referenser)\W{0,3}(?:\(\d+\))?\W{0,3}",
    re.IGNORECASE,
)
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_TEXT = frozenset(
    "script style noscript template svg button form select nav input textarea iframe".split()
)
_YEAR = re.compile(
    r"\b(?:1[5-9]\d\d|20\d\d)[a-z]?\b|\b(?:in press|n\.d\.|forthcoming)\b", re.IGNORECASE
)
_LEAST, _MOST = 4, 250
"""Words of a reference."""
_SHARE = 0.5
"""Of the parts of a list that must look like references."""


def listed(page: Page) -> list[HtmlElement]:
    """Return the elements that are a reference each, in the order of the page."""
    found: list[HtmlElement] = [*_by_class(page)]
    held = _held(found)
    headed = _headed(page)
    for container in (page.root, *page.root.all()):
        if id(container) in held or container.name in _NO_TEXT or not _is_list(container, headed):
            continue
        more = [one for one in _parts(page, container) if id(one) not in held]
        found += more
        held |= _held(more)
    found.sort(key=lambda one: one.start)
    return found


def _held(elements: Iterable[HtmlElement]) -> set[int]:
    """Return elements, what is in them, and what they are in, by identity."""
    held: set[int] = set()
    for one in elements:
        held.add(id(one))
        held.update(id(inner) for inner in one.all())
        parent = one.parent
        while parent is not None and id(parent) not in held:
            held.add(id(parent))
            parent = parent.parent
    return held


def _by_class(page: Page) -> Iterator[HtmlElement]:
    """Yield the elements whose own class says that they are a reference."""
    inside: set[int] = set()
    for one in page.root.all():
        if id(one) in inside:
            continue
        is_cite = one.name == "cite" and "citation" in one.classes
        is_text = "reference-text" in one.classes and not any(
            "citation" in cite.classes for cite in one.all("cite")
        )
        if is_cite or any(_ITEM.fullmatch(name) for name in one.classes):
            if not _is_short(page, one):
                yield one
                inside.update(id(inner) for inner in one.all())
        elif is_text and _is_reference(page, one) and len(page.plain(one).split()) >= 2 * _LEAST:
            yield one


@cache
def _names_list(name: str) -> bool:
    """Return whether a class or an id is that of a list."""
    return _LIST.search(name) is not None


def _headed(page: Page) -> set[int]:
    """Return the elements whose child is the heading of a list, by identity."""
    headed: set[int] = set()
    for one in page.root.all(*_HEADS, "p", "strong", "b", "dt"):
        parent = one.parent
        if parent is not None and _is_heading(page, one):
            headed.add(id(parent))
            # A heading may stand in an element of its own.
            if parent.name in ("div", "header") and parent.parent is not None:
                headed.add(id(parent.parent))
    return headed


def _is_list(element: HtmlElement, headed: set[int]) -> bool:
    """Return whether an element holds a list of references, by its class, id or heading."""
    if not element.raw_attributes:
        return id(element) in headed
    if id(element) in headed or element.attributes.get("role") == "doc-bibliography":
        return True
    return any(map(_names_list, (*element.classes, element.attributes.get("id", ""))))


def _is_heading(page: Page, element: HtmlElement) -> bool:
    """Return whether an element is the heading of a list, or holds nothing else."""
    if element.name in ("div", "header"):
        inner = [*element.children()]
        return bool(inner) and inner[0].name in _HEADS and _is_heading(page, inner[0])
    if element.name not in (*_HEADS, "p", "dt", "strong", "b") or len(element.content) > 8:
        return False
    if sum(part[1] - part[0] for part in element.content if isinstance(part, tuple)) > _LONGEST:
        return False
    text = re.sub(r"\[\w+\]", "", page.plain(element)).strip()
    return len(text) < _LONGEST and _HEADINGS.fullmatch(text) is not None


_LONGEST = 60
"""Characters of a heading."""


def _parts(page: Page, container: HtmlElement) -> list[HtmlElement]:
    """Return the parts of a list that are a reference each; none if few look like one."""
    after = _after_heading(page, container)
    for names in (("li",), ("tr",), ("dd",), ("p",), ("div", "span")):
        some = [one for place in after for one in _outermost(place, names)]
        some = [one for one in some if page.plain(one)]
        good = [one for one in some if _is_reference(page, one)]
        if good and len(good) >= _SHARE * len(some):
            return good
    return []


def _after_heading(page: Page, container: HtmlElement) -> list[HtmlElement]:
    """Return the children of a list behind its heading, up to the next heading; or itself."""
    children = [*container.children()]
    heading = next((i for i, one in enumerate(children) if _is_heading(page, one)), None)
    if heading is None:
        return [container]
    level = children[heading].name
    kept: list[HtmlElement] = []
    for one in children[heading + 1 :]:
        if one.name in _HEADS and (level not in _HEADS or one.name <= level):
            break
        kept.append(one)
    return kept


def _outermost(place: HtmlElement, names: tuple[str, ...]) -> Iterator[HtmlElement]:
    """Yield the elements with some names that are in no other such; ``place`` may be one."""
    stack = [place]
    while stack:
        one = stack.pop()
        if one.name in _NO_TEXT:
            continue
        if one.name in names and not (
            # What holds blocks is no single reference, but for a list's item.
            one.name in ("div", "span") and any(inner.name in BLOCKS for inner in one.all())
        ):
            yield one
        else:
            stack.extend(reversed([*one.children()]))


def _is_reference(page: Page, element: HtmlElement) -> bool:
    words = page.plain(element).split()
    return _LEAST <= len(words) <= _MOST and _YEAR.search(" ".join(words)) is not None


def _is_short(page: Page, element: HtmlElement) -> bool:
    return len(page.plain(element).split()) < _LEAST - 1


# ── their text ────────────────────────────────────────────────────────────────────────────────────

_EMPHASIS = {"i": "i", "em": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup"}
_LINK_WORDS = re.compile(
    r"\W{0,3}(?:article|cas|pubmed(?: central)?|pmc(?: free article)?|google ?scholar|scholar"
    r"|cross ?ref|web of science|isi|view(?: in)? (?:article|record|scopus|pubmed)|scopus|medline"
    r"|ads|free full text|full text|pdf|link|view|open url|find it|export|download|mathscinet|math"
    r"|zbmath|doi|get it|find in library|search|adsabs|nasa ads|jump up|back|abstract|preprint"
    r"|request|return to ref(?:erence)?.{0,20}|return|\^|↑|↩︎?|edit|[a-z])\W{0,3}",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:^|[-_])(?:label|order|counter|number|ref-?num|enumeration)$|mw-cite-backlink|__counter$"
    r"|csl-left-margin|ltx_tag_bibitem",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"reflinks|ref-?links|references__links|reference__links|ref-?buttons|external-?links?$"
    r"|article-references__links|hidden|visually-hidden|sr-only|Z3988|noprint|mw-editsection"
    r"|citation-links|extra-links|refLinks|accessibility",
    re.IGNORECASE,
)
# What a class or a property of microdata says of its element, in the labels of free text.
_SAID = tuple(
    (label, re.compile(pattern, re.IGNORECASE))
    for label, pattern in (
        ("title", r"(?:article|chapter|ref(?:erence)?__?|data)-?_?title|arttitle|atl"),
        ("container-title", r"journal(?:-?title)?|References__source|jtitle|jnl"),
        ("issued", r"(?:pub-?)?year|References__year|pubYear|datePublished"),
        ("volume", r"vol(?:ume)?|References__volume|volumeNumber"),
    )
)


@define
class _Rendering:
    """The text of an element, while it is put together."""

    page: Page
    parts: list[str] = field(factory=list)
    offsets: array[int] = field(factory=lambda: array("q"))
    spans: list[MarkedSpan] = field(factory=list)
    length: int = 0
    labels: list[str] = field(factory=list)

    def add(self, text: MarkedText) -> None:
        self.parts.append(text.text)
        self.offsets.extend(text.offsets)
        self.length += len(text.text)

    def space(self, offset: int) -> None:
        if self.length:
            self.add(MarkedText(" ", [offset]))

    def element(self, element: HtmlElement) -> None:
        """Add the text of an element that is shown."""
        if element.name in _NO_TEXT or self._is_beside(element):
            return
        is_block = element.name in BLOCKS
        if is_block:
            self.space(element.start)
        start = self.length
        for part in element.content:
            if isinstance(part, tuple):
                self._text(part)
            else:
                self._part_of(part)
        self._note(element, start)
        if is_block:
            self.space(element.start)

    def _text(self, span: tuple[int, int]) -> None:
        self.add(self.page.marked(*span))

    def _part_of(self, part: HtmlElement) -> None:
        # Elements of some publishers stand side by side with no space between them.
        if part.classes and part.name in ("span", "div", "a") and self.length:
            last = self.parts[-1][-1:] if self.parts else ""
            first = self._first_of(part)
            if (last.isalnum() and first.isalnum()) or (last in ".,;:" and first.isalpha()):
                self.space(part.start)
        self.element(part)

    def _first_of(self, part: HtmlElement) -> str:
        return self.page.plain(part)[:1] if len(part.content) < 50 else ""

    def _is_beside(self, element: HtmlElement) -> bool:
        """Return whether an element is a label before a reference, or links after it."""
        classes = element.classes
        if any(_LINKS.search(name) for name in classes):
            return True
        if any(_LABELS.search(name) for name in classes):
            if not self.labels:
                self.labels.append(self.page.plain(element))
            return True
        if "display:none" in element.attributes.get("style", "").replace(" ", ""):
            return True
        if element.name == "a":
            return _LINK_WORDS.fullmatch(self.page.plain(element)) is not None
        return False

    def _note(self, element: HtmlElement, start: int) -> None:
        """Note what an element says of its text."""
        end = self.length
        if start >= end:
            return
        if (tag := _EMPHASIS.get(element.name)) is not None:
            self.spans.append(MarkedSpan(start, end, tag))
        if element.name == "a":
            address = element.attributes.get("href", "")
            if re.match(r"(?:https?:)?//", address) and "scholar.google" not in address:
                self.spans.append(MarkedSpan(start, end, "link", address))
        for name in (*element.classes, element.attributes.get("itemprop", "")):
            label = next((label for label, said in _SAID if name and said.fullmatch(name)), "")
            if label:
                self.spans.append(MarkedSpan(start, end, "label", label))
                break


def text_of(page: Page, element: HtmlElement) -> tuple[MarkedText, str]:
    """Return the text of a reference in one line, and the number before it."""
    rendering = _Rendering(page)
    for part in element.content:
        if isinstance(part, tuple):
            rendering.add(page.marked(*part))
        else:
            rendering._part_of(part)
    text = MarkedText("".join(rendering.parts), rendering.offsets, tuple(rendering.spans))
    label = re.sub(r"[^\w+-]", "", rendering.labels[0]) if rendering.labels else ""
    return text.in_one_line(), label if len(label) < 12 else ""


def whole_text(page: Page) -> MarkedText:
    """Return the text of a page, each block in a line of its own."""
    rendering = _Lines(page)
    rendering.element(page.root)
    return MarkedText("".join(rendering.parts), rendering.offsets, tuple(rendering.spans))


class _Lines(_Rendering):
    """The text of a page with a line for each block."""

    def space(self, offset: int) -> None:
        if self.length and not self.parts[-1].endswith("\n"):
            self.add(MarkedText("\n", [offset]))

    def _text(self, span: tuple[int, int]) -> None:
        text = self.page.marked(*span)
        # The input's own line ends are spaces.
        self.add(MarkedText(re.sub(r"[\r\n\t]", " ", text.text), text.offsets))

    def _is_beside(self, element: HtmlElement) -> bool:
        return element.name in ("nav", "footer", "header", "title", "head")
