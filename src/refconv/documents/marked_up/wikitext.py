"""Wikitext: citation templates of several Wikipedias as records, notes with free text as strings.

A ``<ref>`` with a template is that template's record; one without is a string of its own. A
template outside of notes, in a list of works, is a record too. A note that is named and used again
is one work; short citations (``{{sfn}}``) name works of the list and are left out.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Date, ItemType, Name, Reference
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord, Item
from refconv.documents.marked import MarkedText, as_document, joined_texts
from refconv.documents.marked_up.inline_markup import (
    ENTITY,
    HTML_TAGS,
    LINE_BREAK,
    Inline,
    InlineRule,
)
from refconv.documents.marked_up.wikitext_table import IGNORED, TYPES, folded, meaning_of
from refconv.values.date_fields import read_date
from refconv.values.identifiers import bare_doi
from refconv.values.names import parse_names

# ── templates ─────────────────────────────────────────────────────────────────────────────────────


class WikiTemplate(NamedTuple):
    """A template: its name, its parameters with their values, and where it stands."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    start: int
    end: int


_BRACKETS = lazy_pattern(
    r"\{\{|\}\}|\[\[|\]\]|\||<!--[\s\S]{0,5000}?-->|<nowiki>[\s\S]{0,5000}?</nowiki>|<nowiki\s?/>"
)
_DEEPEST = 40


def templates_in(text: str) -> Iterator[WikiTemplate]:
    """Yield the templates of a text, in the order of their ends.

    >>> [one.parameters for one in templates_in("{{cite book|title=A [[b|c]]|{{!}}}}")]
    [(), (('title', 'A [[b|c]]'), ('1', '{{!}}'))]
    """
    # For each open bracket: where it begins, and where its parts begin.
    opened: list[tuple[str, int, list[int]]] = []
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        if mark in ("{{", "[["):
            if len(opened) < _DEEPEST:
                opened.append((mark, match.start(), [match.end()]))
        elif mark == "|":
            if opened:
                opened[-1][2].append(match.end())
        elif mark in ("}}", "]]"):
            wanted = "{{" if mark == "}}" else "[["
            depth = next((d for d in range(len(opened) - 1, -1, -1) if opened[d][0] == wanted), -1)
            if depth < 0:
                continue
            _, start, parts = opened[depth]
            del opened[depth:]
            if wanted == "{{":
                yield _template(text, start, match, parts)


def _template(text: str, start: int, match: re.Match[str], parts: Sequence[int]) -> WikiTemplate:
    ends = [place - 1 for place in parts[1:]] + [match.start()]
    texts = [_COMMENT.sub("", text[a:b]) for a, b in zip(parts, ends, strict=True)]
    parameters: list[tuple[str, str]] = []
    position = 0
    for part in texts[1:]:
        name, equals, value = part.partition("=")
        if not equals or "{{" in name or "[" in name or "<" in name or len(name) > 60:
            position += 1
            name, value = str(position), part
        parameters.append((name.strip(), value.strip()))
    return WikiTemplate(texts[0].strip(), tuple(parameters), start, match.end())


_COMMENT = lazy_pattern(r"<!--[\s\S]{0,5000}?-->")


def type_of_template(name: str) -> str | None:
    """Return the type of a citation template; ``None`` if it is another template.

    >>> type_of_template("Cite_journal"), type_of_template("Infobox person")
    ('article-journal', None)
    """
    words = folded(name).replace("-", " ")
    return TYPES.get(words)


# ── values ────────────────────────────────────────────────────────────────────────────────────────

_ELEMENTS = "small|big|span|cite|u|abbr"
_WRAPPERS = (
    "small|nowrap|abbr|no wrap|smallcaps|sc|pc|petites capitales|tooltip|title|em|lang-[a-z]{2,3}"
    "|(?:lang|langue|иностранный)\\|[a-z-]{2,8}"
)
_FILES = "File|Image|Category|Datei|Fichier|Archivo|Файл"
_INLINE = Inline(
    (
        InlineRule("drop", r"<!--[\s\S]{0,5000}?-->|<ref\b[^<>]{0,200}/>|<references\s?/?>"),
        InlineRule("text", r"<nowiki>(?P<text>[^<>]{0,2000})</nowiki>"),
        InlineRule(
            "drop", rf"<nowiki\s?/>|__[A-Z]{{4,30}}__|\[\[(?:{_FILES}):[^\[\]]{{0,300}}\]\]"
        ),
        InlineRule("text", r"\[\[[^\[\]|]{1,300}\|(?P<text>[^\[\]]{1,300})\]\]"),
        InlineRule("text", r"\[\[(?P<text>[^\[\]|]{1,300})\]\]"),
        InlineRule(
            "link",
            r"\[(?P<url>(?:https?:)?//[^\s\[\]<>]{1,600})\s{1,5}(?P<text>[^\[\]]{1,400})\]",
        ),
        InlineRule("link", r"\[(?P<url>https?://[^\s\[\]<>]{1,600})\]"),
        InlineRule("keep", r"https?://[^\s<>\[\]|{}\"]{1,600}"),
        InlineRule("b", r"\'\'\'(?!')(?P<text>[^'\n](?:[^'\n]|'(?!'')){0,400})\'\'\'"),
        InlineRule("i", r"''(?!')(?P<text>[^'\n](?:[^'\n]|'(?!')|\'\'\'){0,400}?)''(?!')"),
        *HTML_TAGS,
        LINE_BREAK,
        InlineRule(
            "text",
            rf"<(?:{_ELEMENTS})(?:\s[^<>]{{0,200}})?>(?P<text>[^<>]{{1,600}})</(?:{_ELEMENTS})>",
        ),
        InlineRule(
            "text",
            rf"\{{\{{(?:{_WRAPPERS})\|(?P<text>[^{{}}|]{{1,400}})(?:\|[^{{}}]{{0,200}})?\}}\}}",
        ),
        InlineRule("sup", r"\{\{(?:sup|exp|e|er|ème)\|(?P<text>[^{}|]{1,40})\}\}"),
        InlineRule("sub", r"\{\{(?:sub|ind)\|(?P<text>[^{}|]{1,40})\}\}"),
        InlineRule("drop", r"\{\{[^{}]{0,300}\}\}"),
        ENTITY,
    )
)
_TEMPLATE_DATE = lazy_pattern(
    r"\{\{(?:date|start date|dts|d|birth date|release date|data)[\w\s-]{0,20}\|([^{}]{1,80})\}\}",
    re.IGNORECASE,
)
_DOI_TEMPLATE = lazy_pattern(
    r"\{\{\s?(doi|pmid|pmc|isbn|arxiv|issn)\s?\|\s?([^{}|]{1,120})\}\}", re.IGNORECASE
)
_ETAL = lazy_pattern(r"\{\{\s?et al\.?\s?\}\}|''et al\.?''|\bet al\.?", re.IGNORECASE)
_WRITTEN = lazy_pattern(r"\A\(\((.{0,500})\)\)\Z", re.DOTALL)


def _value(raw: str) -> str:
    """Return a value as rich text in one line, without links and other templates."""
    raw = _TEMPLATE_DATE.sub(lambda match: match[1].replace("|", " "), raw)
    raw = (
        raw.replace("{{!}}", "|").replace("{{'}}", "'").replace("{{=}}", "=").replace("{{-}}", " ")
    )
    text = _INLINE.read(raw, 0, len(raw), {}).in_one_line()
    plain = text.rich(0, len(text.text)).strip()
    written = _WRITTEN.match(plain)
    return written[1] if written else plain


# ── people ────────────────────────────────────────────────────────────────────────────────────────

_ROLES = ("author", "editor", "translator")
_VANCOUVER = lazy_pattern(r"([^,]+?)\s([A-ZÀ-Þ]{1,4}(?:-[A-Z])?)(?:\s(Jr|Sr|II|III|IV|2nd|3rd))?")
_PERSON = lazy_pattern(r"\(\((?:[^()]|\([^)]*\)){1,200}\)\)|[^,;]+")


def _vancouver(raw: str) -> Iterator[Name]:
    """Yield the names of ``vauthors``: ``Smith AB, Jones C Jr, ((World Health Organization))``."""
    for part in (match[0].strip() for match in _PERSON.finditer(raw)):
        if not part or _ETAL.fullmatch(part):
            continue
        if part.startswith("(("):
            yield Name(literal=part.strip("() "))
        elif match := _VANCOUVER.fullmatch(part):
            given = " ".join(f"{letter}." for letter in match[2] if letter != "-")
            yield Name(family=match[1], given=given, suffix=match[3] or "")
        else:
            yield Name(literal=part)


def _people(parts: Mapping[tuple[str, int], str], role: str) -> tuple[Name, ...]:
    """Return the people of a role, in their order."""
    numbers = sorted({number for meaning, number in parts if meaning.startswith(f"{role}.")})
    names: list[Name] = []
    for number in numbers:
        last = parts.get((f"{role}.last", number), "")
        first = parts.get((f"{role}.first", number), "")
        if last:
            names.append(Name(family=last, given=first) if first else _single(last))
            continue
        whole = parts.get((f"{role}.whole", number), "") or first
        if whole:
            names += _whole(_ETAL.sub("", whole), is_numbered=len(numbers) > 1)
    vancouver = parts.get((f"{role}.vancouver", 1), "")
    return (*names, *_vancouver(vancouver))


def _single(last: str) -> Name:
    """Return a name without a given one: a body if it has several words, or a whole name."""
    found = parse_names(last).names
    return (
        found[0]
        if len(found) == 1 and "," in last
        else Name(family=last)
        if " " not in last
        else Name(literal=last)
    )


def _whole(text: str, *, is_numbered: bool) -> Sequence[Name]:
    """Return the names of a text: one person if there are parameters for the others."""
    text = text.strip(" ,;")
    if not text:
        return ()
    found = parse_names(text).names
    if is_numbered and len(found) > 1 and ";" not in text:
        return (Name(literal=text),) if "," not in text else found[:1]
    return found


# ── records ───────────────────────────────────────────────────────────────────────────────────────

_IDENTIFIERS = ("DOI", "PMID", "PMCID", "ISBN", "ISSN")
_JOURNAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper"})


def reference_of(template: WikiTemplate) -> Reference | None:
    """Return the work of a citation template; ``None`` if it says nothing of one."""
    parts: dict[tuple[str, int], str] = {}
    custom: list[tuple[str, str]] = []
    editors: list[int] = []
    kind = type_of_template(template.name) or "-"
    for name, raw in template.parameters:
        meaning, number = meaning_of(name)
        meaning = _in_template(meaning, name, template.name, kind)
        if meaning == "-" or not raw or folded(name) in IGNORED:
            continue
        value = raw if meaning.endswith((".vancouver", ".mask")) else _value(raw)
        if not value:
            continue
        if not meaning:
            custom.append((f"wikitext:{name}", value))
        elif meaning == "editor.whole" and value in _YES:
            editors.append(number)
        elif (meaning, number) not in parts:
            parts[meaning, number] = value
    _move(parts, editors)
    values = {meaning: value for (meaning, number), value in parts.items() if number == 1}
    people = {role: _people(parts, role) for role in _ROLES}
    if not any(
        values.get(name) for name in ("title", "chapter", "container", "url", *_IDENTIFIERS)
    ):
        return None
    fields = _fields(values, _type(kind, values))
    et_al = frozenset({"author"} if _is_et_al(template) else ())
    return Reference(
        **fields,
        author=people["author"],
        editor=people["editor"],
        translator=people["translator"],
        custom=tuple(custom),
        et_al=et_al if people["author"] else frozenset(),
    )


_YES = frozenset({"oui", "yes", "sí", "sì"})


def _move(parts: dict[tuple[str, int], str], editors: Sequence[int]) -> None:
    """Make those authors editors whom a parameter marks so (``directeur1=oui``)."""
    for number in editors:
        for part in ("last", "first", "whole"):
            if (value := parts.pop((f"author.{part}", number), None)) is not None:
                parts[f"editor.{part}", number] = value


def _is_et_al(template: WikiTemplate) -> bool:
    names = {"display-authors", "et-al", "et-al.", "etal"}
    return any(
        (folded(name) in names and ("etal" in value.replace(" ", "") or value in ("oui", "1")))
        or (meaning_of(name)[0].startswith("author") and _ETAL.search(value))
        for name, value in template.parameters
    )


def _in_template(meaning: str, name: str, template: str, kind: str) -> str:
    """Return what a parameter means in a template, where that differs."""
    words, key = folded(template), folded(name)
    if meaning == "издание":
        return "container" if kind == "article-journal" else "edition"
    if words == "internetquelle" and key in ("hrsg", "herausgeber"):
        return "publisher"
    return meaning


def _type(kind: str, values: Mapping[str, str]) -> str:
    """Return the type of a work; that of a general template follows from its parameters."""
    if kind == "book" and "chapter" in values:
        return "chapter"
    if kind != "-":
        return kind
    if "container" in values:
        is_journal = "volume" in values or "issue" in values or "ISSN" in values
        has_book = "publisher" in values or "ISBN" in values or "place" in values
        return "chapter" if has_book and not is_journal else "article-journal"
    if "chapter" in values:
        return "chapter"
    if "publisher" in values or "ISBN" in values or "place" in values:
        return "book"
    return "webpage" if "url" in values else "document"


def _fields(values: Mapping[str, str], kind: str) -> dict[str, Any]:
    """Return the variables of a work."""
    title = values.get("title", values.get("title.script", values.get("title.foreign", "")))
    if subtitle := values.get("title.sub"):
        title = f"{title}: {subtitle}" if title else subtitle
    container = values.get("container", "")
    if chapter := values.get("chapter"):
        title, container = chapter, title or container
    fields: dict[str, Any] = {
        "type": ItemType(kind),
        "title": title,
        "container_title": container,
        "collection_title": values.get("series", ""),
        "volume": values.get("volume", ""),
        "issue": values.get("issue", ""),
        "page": _pages(values.get("page", "")),
        "number_of_pages": values.get("number-of-pages", ""),
        "edition": values.get("edition", ""),
        "publisher": values.get("publisher", ""),
        "publisher_place": values.get("place", ""),
        "event_title": values.get("event", ""),
        "genre": values.get("genre", ""),
        "language": values.get("language", ""),
        "note": values.get("others", ""),
        "URL": values.get("url", "").partition(" ")[0],
        "issued": _issued(values),
        "accessed": _date(values.get("accessed", "")),
        "original_date": _date(values.get("original", "")),
        "DOI": bare_doi(values.get("DOI", "")) or values.get("DOI", ""),
        "PMID": values.get("PMID", ""),
        "PMCID": _pmcid(values.get("PMCID", "")),
        "ISBN": values.get("ISBN", ""),
        "ISSN": values.get("ISSN", ""),
    }
    if arxiv := values.get("arxiv"):
        fields |= {"archive": "arXiv", "archive_location": arxiv.removeprefix("arXiv:")}
    if kind == "thesis" and not fields["genre"]:
        fields.pop("genre")
    return {name: value for name, value in fields.items() if value}


def _pmcid(text: str) -> str:
    return f"PMC{text}" if text.isdigit() else text


_DASHES = lazy_pattern(r"\s?[\u2010-\u2015\u2212]\s?|(?<=\d)\s?-{1,3}\s?(?=\d)")
_PAGE_WORDS = lazy_pattern(r"\A(?:pp?\.|S\.|s\.|с\.|págs?\.|pages?|bl[zs]?\.)\s?", re.IGNORECASE)


def _pages(text: str) -> str:
    return _DASHES.sub("-", _PAGE_WORDS.sub("", text))


def _date(text: str) -> Date | None:
    found = read_date(text) if text else None
    return found.date if found else Date(literal=text) if text else None


def _issued(values: Mapping[str, str]) -> Date | None:
    """Return the date of a work: whole, or of day, month and year."""
    if "date" in values and ("year" not in values or values["year"] in values["date"]):
        return _date(values["date"])
    if "year" not in values:
        return None
    words = (values.get("day", ""), values.get("month", ""), values["year"])
    return _date(" ".join(word for word in words if word)) or _date(values["year"])


# ── notes ─────────────────────────────────────────────────────────────────────────────────────────

_REF = lazy_pattern(r"<ref\b[^<>/]{0,200}(?:/(?!>)[^<>/]{0,200}){0,9}>", re.IGNORECASE)
_REF_END = lazy_pattern(r"</ref\s?>", re.IGNORECASE)
_LIST_ITEM = lazy_pattern(r"^[ \t]*[*#:]{1,4}[ \t]*(?P<text>[^\n]{20,3000})$", re.MULTILINE)
_HEADING = lazy_pattern(r"^(={2,5})[ \t]*([^=\n]{1,80}?)[ \t]*\1[ \t]*$", re.MULTILINE)
_LIST_HEADING = lazy_pattern(
    r"references?|bibliograph|works cited|sources|literatur|einzelnachweise|quellen|références"
    r"|bibliografía|referencias|bibliografia|referências|note|литература|примечания|источники"
    r"|bronnen|literatuur|further reading|publications|publikationen|lectura|ouvrages|weblinks",
    re.IGNORECASE,
)
_SHORT = lazy_pattern(
    r"\A\W*[\w’'., &-]{2,60}?\(?\d{4}[a-z]?\)?(?:[,:]\s?(?:pp?\.|S\.|с\.)?\s?[\d–-]{1,12})?\W*\Z"
)


def recognises(text: str) -> bool:
    """Return whether a text is wikitext with citations.

    >>> recognises("{{Cite book |title=Rivers}}"), recognises("{{ x }} in {braces}")
    (True, False)
    """
    if "{{" not in text and "<ref" not in text:
        return False
    names = _NAMES.finditer(text)
    return any(type_of_template(match[1]) for match in names) or (
        any(_refs(text)) and ("[[" in text or "==" in text or "''" in text)
    )


_NAMES = lazy_pattern(r"\{\{\s{0,5}([^\W\d_][\w .’'-]{2,40}?)\s{0,5}(?=\|)")


def read(text: str) -> Document:
    """Read wikitext; never raises."""
    embedded: list[EmbeddedRecord] = []
    taken: list[tuple[int, int]] = []
    for template in sorted(templates_in(text), key=lambda one: one.start):
        if type_of_template(template.name) is None:
            continue
        if taken and template.start < taken[-1][1]:
            continue
        reference = reference_of(template)
        if reference is None:
            continue
        taken.append((template.start, template.end))
        item = json.dumps([reference.as_csl()], ensure_ascii=False)
        embedded.append(EmbeddedRecord("csl-json", item, template.start, template.name))
    strings, items, places = _strings(text, taken)
    found = () if embedded or items else (problem(Code.NO_REFERENCES, "text").at(),)
    placed = (evolve(one, offset=place) for one, place in zip(embedded, places, strict=True))
    return as_document(
        strings, items=tuple(items), embedded=tuple(placed), diagnostics=found, is_searched=False
    )


def _strings(
    text: str, taken: Sequence[tuple[int, int]]
) -> tuple[MarkedText, list[Item], list[int]]:
    """Return the notes and list items that hold a reference without a template.

    Each template has an empty line of its own, so that it has a place in the text too.
    """
    starts = [start for start, _ in taken]

    def holds_template(start: int, end: int) -> bool:
        place = bisect_right(starts, end) - 1
        return place >= 0 and taken[place][1] > start

    parts: list[MarkedText] = []
    items: list[Item] = []
    places: list[int] = []
    length = 0
    notes = [one for one in _notes(text) if not holds_template(*one)]
    for start, end, is_note in sorted(
        [(*one, True) for one in notes] + [(*one, False) for one in taken]
    ):
        if not is_note:
            places.append(length)
            parts.append(MarkedText("\n", (start,)))
            length += 1
            continue
        string = _INLINE.read(text, start, end, {}).in_one_line()
        if not _reads_as_reference(string.text):
            continue
        items.append(Item(length, length + len(string.text)))
        parts += (string, MarkedText("\n", string.offsets[-1:]))
        length += len(string.text) + 1
    return joined_texts(parts), items, places


def _refs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the texts of notes stand, each from its tag to the next one that ends a note."""
    ends = [match.start() for match in _REF_END.finditer(text)]
    for match in _REF.finditer(text):
        place = bisect_right(ends, match.end() - 1)
        if place == len(ends):
            return
        if ends[place] - match.end() <= _LONGEST_NOTE:
            yield match.end(), ends[place]


_LONGEST_NOTE = 8000
"""Characters; a note that is not closed does not take in the rest of a page."""


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where notes and the items of lists of works stand, in order."""
    places = [*_refs(text)]
    headings = [*_HEADING.finditer(text)]
    for index, match in enumerate(headings):
        if _LIST_HEADING.search(match[2]) is None:
            continue
        end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
        places += (one.span("text") for one in _LIST_ITEM.finditer(text, match.end(), end))
    done = 0
    for start, end in sorted(places):
        if start >= done:
            yield start, end
            done = end


_YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b")


def _reads_as_reference(text: str) -> bool:
    """Return whether a note names a work, and is no short citation of one or a remark."""
    if len(text) < _SHORTEST or _SHORT.match(text):
        return False
    return "://" in text or _YEAR.search(text) is not None


_SHORTEST = 25

CARRIER = Carrier("wikitext", "wikitext with citations", read, recognises=recognises)
