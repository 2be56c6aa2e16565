"""HTML of any quality → a tree of elements, each with its place in the input.

It follows the HTML Living Standard (§13.2) as far as lists and links need it: void elements, the
end tags that may be left out, the elements whose content is no markup. Nothing raises.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import define, field

from refconv.documents.marked import MarkedText
from refconv.values.html_text import decode_entities

LARGEST = 20_000_000
"""Characters of a page that are read."""
DEEPEST = 400
"""How deep elements are nested; what lies deeper is in the deepest."""

# A tag is bounded, so that no text takes long in which quotation marks or brackets do not pair.
_TOKEN = re.compile(
    r"<!--(?s:.*?)(?:-->|\Z)"
    r"|<[!?][^<>]{0,100000}>?"
    r"|<(/?)([A-Za-z][^\s/<>]{0,100})"
    r"((?>[^<>\"']{0,2000}(?:(?:\"[^\"<]{0,900000}\"|'[^'<]{0,900000}'|\"[^\"]{0,4000}\""
    r"|'[^']{0,4000}')[^<>\"']{0,2000}){0,400}))[\"']?>"
)
_ATTRIBUTE = re.compile(
    r"([^\s=/>\"']{1,200})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?"
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template", "svg"})
# An element ends where one of these begins, unless one of the others stands between.
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section"
    " summary table tbody td tfoot th thead tr ul".split()
)
"""The elements that begin a line."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@define(eq=False)
class HtmlElement:
    """An element: its name and attributes in small letters, its content, its place.

    ``content`` has elements, and spans of the input that are text.
    """

    name: str
    start: int
    raw_attributes: str = ""
    content: list[HtmlElement | tuple[int, int]] = field(factory=list)
    parent: HtmlElement | None = None

    @cached_property
    def attributes(self) -> Mapping[str, str]:
        """The attributes; of a repeated one the first."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.raw_attributes):
            value = next((one for one in match.groups()[1:] if one is not None), "")
            found.setdefault(match[1].casefold(), decode_entities(value))
        return found

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The names of its classes."""
        return tuple(self.attributes.get("class", "").split())

    def children(self) -> Iterator[HtmlElement]:
        """Yield the elements that are its content."""
        return (part for part in self.content if isinstance(part, HtmlElement))

    def all(self, *names: str) -> Iterator[HtmlElement]:
        """Yield the elements within, in order, with one of some names, or all."""
        stack = [*reversed([*self.children()])]
        while stack:
            one = stack.pop()
            if not names or one.name in names:
                yield one
            stack.extend(reversed([*one.children()]))


class Page:
    """A page: its text and its elements."""

    def __init__(self, text: str) -> None:
        self.text = text[:LARGEST]
        self.root = _tree(self.text)

    def plain(self, element: HtmlElement) -> str:
        """Return the text of an element, white space as one space."""
        parts: list[str] = []
        stack: list[HtmlElement | tuple[int, int]] = [element]
        while stack:
            part = stack.pop()
            if isinstance(part, tuple):
                parts.append(self.text[slice(*part)])
            else:
                stack.extend(reversed(part.content))
                if part.name in BLOCKS:
                    parts.append(" ")
        return " ".join(decode_entities("".join(parts)).split())

    def raw(self, element: HtmlElement) -> str:
        """Return the content of an element that holds no markup, such as a script."""
        spans = [part for part in element.content if isinstance(part, tuple)]
        return "".join(self.text[start:end] for start, end in spans)

    def marked(self, start: int, end: int) -> MarkedText:
        """Return a span of the input as text: its entities are the characters they stand for."""
        raw = self.text[start:end]
        if "&" not in raw:
            return MarkedText(raw, range(start, end))
        parts: list[str] = []
        offsets = array("q")
        place = 0
        for match in _ENTITY.finditer(raw):
            parts.append(raw[place : match.start()])
            offsets.extend(range(start + place, start + match.start()))
            decoded = decode_entities(match[0])
            parts.append(decoded)
            offsets.extend([start + match.start()] * len(decoded))
            place = match.end()
        parts.append(raw[place:])
        offsets.extend(range(start + place, end))
        return MarkedText("".join(parts), offsets)


def _tree(text: str) -> HtmlElement:
    root = HtmlElement("", 0)
    open_elements = [root]
    place = 0
    while True:
        match = _TOKEN.search(text, place)
        if match is None:
            break
        _add_text(open_elements[-1], place, match.start())
        place = match.end()
        name = (match[2] or "").casefold()
        if not name:
            continue
        if match[1]:
            _close(open_elements, name)
            continue
        _open(open_elements, name, match)
        if name in _RAW and not match[3].rstrip().endswith("/"):
            end = _end_of_raw(text, name, place)
            _add_text(open_elements[-1], place, end)
            place = end
    _add_text(open_elements[-1], place, len(text))
    return root


def _end_of_raw(text: str, name: str, place: int) -> int:
    """Return where the end tag of an element stands whose content is no markup."""
    match = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, place)
    return match.start() if match is not None else len(text)


def _add_text(element: HtmlElement, start: int, end: int) -> None:
    if start < end:
        element.content.append((start, end))


def _open(open_elements: list[HtmlElement], name: str, match: re.Match[str]) -> None:
    ended, between = _ENDS.get(name, (frozenset[str](), frozenset[str]()))
    if name in BLOCKS and name != "br":
        ended |= {"p"}
    for depth in range(len(open_elements) - 1, max(0, len(open_elements) - 30), -1):
        other = open_elements[depth].name
        if other in between or (other == "p" and "p" not in ended):
            break
        if other in ended:
            del open_elements[depth:]
            if name not in _ENDS:
                break
    element = HtmlElement(name, match.start(), match[3], parent=open_elements[-1])
    open_elements[-1].content.append(element)
    is_closed = name in _VOID or (match[3].endswith("/") and name in ("path", "use", "span"))
    if not is_closed and len(open_elements) < DEEPEST:
        open_elements.append(element)


def _close(open_elements: Sequence[HtmlElement], name: str) -> None:
    """Close an element; an end tag without one is nothing."""
    elements: list[HtmlElement] = open_elements  # type: ignore[assignment]
    for depth in range(len(elements) - 1, 0, -1):
        if elements[depth].name == name:
            del elements[depth:]
            return
        if elements[depth].name in ("table", "td") and name not in ("tr", "tbody", "table", "html"):
            return
