"""Inline markup of plain-text languages: emphasis, links, escapes, as spans of a plain text.

A language is a list of rules; the text that no rule matches stays as it is. Every pattern is
bounded, and each place of the text is looked at once for each level of nesting.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.documents.marked import MarkedSpan, MarkedText, joined_texts
from refconv.values.identifiers import bare_doi


class InlineRule(NamedTuple):
    """A rule of inline markup.

    ``action`` is what becomes of a match: ``i b sub sup sc`` (emphasis of its group ``text``),
    ``text`` (its group ``text``), ``link`` (its groups ``text`` and ``url``, or ``url`` alone),
    ``keep`` (the match as it is), ``escape`` (its last character), ``entity``, ``space`` or
    ``drop``.
    """

    action: str
    pattern: str


class Inline:
    """The inline markup of a language."""

    def __init__(self, rules: Sequence[InlineRule]) -> None:
        self._actions: dict[str, str] = {}
        parts = []
        for index, rule in enumerate(rules):
            name = f"r{index}"
            self._actions[name] = rule.action
            pattern = re.sub(r"\(\?P<(text|url)>", rf"(?P<{name}\1>", rule.pattern)
            parts.append(f"(?P<{name}>{pattern})")
        self._pattern = lazy_pattern("|".join(parts))

    def read(self, source: str, start: int, end: int, urls: Mapping[str, str]) -> MarkedText:
        """Return a part of a text without its markup; ``urls`` are the addresses of names."""
        return self._read(source, start, end, urls, 0)

    def _read(
        self, source: str, start: int, end: int, urls: Mapping[str, str], depth: int
    ) -> MarkedText:
        parts: list[MarkedText] = []
        place = start
        while depth < _DEEPEST and (match := self._pattern.search(source, place, end)) is not None:
            if match.start() > place:
                parts.append(as_it_is(source, place, match.start()))
            parts.append(self._part(source, match, urls, depth))
            place = max(match.end(), place + 1)
            if match.end() == match.start():
                parts.append(as_it_is(source, match.end(), place))
        if place < end:
            parts.append(as_it_is(source, place, end))
        return joined_texts(parts)

    def _part(
        self, source: str, match: re.Match[str], urls: Mapping[str, str], depth: int
    ) -> MarkedText:
        name = next(name for name in self._actions if match.start(name) >= 0)
        action = self._actions[name]
        groups = match.groupdict()
        if action == "link":
            return self._link(source, match, name, urls, depth)
        if action in _FIXED:
            return _FIXED[action](match)
        if groups.get(f"{name}text") is None:
            return as_it_is(source, *match.span())
        inner = self._read(source, *match.span(f"{name}text"), urls, depth + 1)
        if action == "text":
            return inner
        return with_span(inner, action)

    def _link(
        self, source: str, match: re.Match[str], name: str, urls: Mapping[str, str], depth: int
    ) -> MarkedText:
        groups = match.groupdict()
        url = (groups.get(f"{name}url") or "").strip()
        has_text = groups.get(f"{name}text") is not None
        if not has_text:
            return with_span(as_it_is(source, *match.span(f"{name}url")), "link", url)
        inner = self._read(source, *match.span(f"{name}text"), urls, depth + 1)
        address = url if _SCHEME.match(url) else urls.get(url.casefold(), "")
        if not url:
            address = urls.get(inner.text.casefold(), "")
        if not address and not url.startswith(("#", "/", ".", "mailto:")):
            return as_it_is(source, *match.span())
        return linked(inner, address, match.start())


_SCHEME = lazy_pattern(r"(?:https?|ftp)://|www\.|doi:|10\.\d{4,9}/", re.IGNORECASE)
_DEEPEST = 6
_WORDS_OF_LINKS = frozenset(
    """pdf link html code paper url source github website site slides video project page preprint
    full text fulltext bib bibtex ris cite arxiv web read online view pubmed google scholar crossref
    supplement appendix talk poster data repo download access here article publisher
    version""".split()
)
_OTHER = lazy_pattern(r"[^\W\d_]+")


def linked(inner: MarkedText, address: str, offset: int) -> MarkedText:
    """Return the text of a link with its address; what only names the link goes.

    >>> text = MarkedText("PDF", range(3))
    >>> linked(text, "https://example.org/a.pdf", 0).text
    ''
    """
    words = [word.casefold() for word in _OTHER.findall(inner.text)]
    doi = bare_doi(address)
    if doi and words and {*words} <= {"doi", *_WORDS_OF_LINKS}:
        text = f"doi:{doi}"
        return with_span(MarkedText(text, [offset] * len(text)), "link", address)
    if address and words and {*words} <= _WORDS_OF_LINKS:
        return MarkedText("", ())
    if not address:
        return inner
    marked = with_span(inner, "link", address)
    return with_span(marked, "label", "title") if _is_title(inner.text, words) else marked


_YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b")


def _is_title(text: str, words: Sequence[str]) -> bool:
    """Return whether the text of a link reads as a title: words, without an address or a date."""
    return (
        len(words) >= 3
        and len(text) > 12
        and _YEAR.search(text) is None
        and "://" not in text
        and "10." not in text
        and not {"et", "al"} <= {*words}
    )


def as_it_is(source: str, start: int, end: int) -> MarkedText:
    """Return a part of a text without any change."""
    return MarkedText(source[start:end], range(start, end))


def with_span(text: MarkedText, kind: str, value: str = "") -> MarkedText:
    """Return a text with a span over all of it."""
    if not text.text:
        return text
    return MarkedText(
        text.text, text.offsets, (*text.spans, MarkedSpan(0, len(text.text), kind, value))
    )


def _escape(match: re.Match[str]) -> MarkedText:
    return MarkedText(match[0][-1], range(match.end() - 1, match.end()))


def _entity(match: re.Match[str]) -> MarkedText:
    text = html.unescape(match[0])
    return MarkedText(text, [match.start()] * len(text))


_FIXED: Mapping[str, Callable[[re.Match[str]], MarkedText]] = {
    "drop": lambda _match: MarkedText("", ()),
    "space": lambda match: MarkedText(" ", (match.start(),)),
    "escape": _escape,
    "entity": _entity,
    "keep": lambda match: MarkedText(match[0], range(*match.span())),
}

# ── rules that several languages have ─────────────────────────────────────────────────────────────

_TAGS = {"i": "i", "em": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup"}
HTML_TAGS = tuple(
    InlineRule(kind, rf"<{tag}(?:\s[^<>]{{0,80}})?>(?P<text>[^<>]{{1,400}})</{tag}>")
    for tag, kind in _TAGS.items()
)
HTML_LINK = InlineRule(
    "link",
    r"<a\s[^<>]{0,200}?href=[\"'](?P<url>[^\"'<>]{1,400})[\"'][^<>]{0,200}>(?P<text>[^<>]{1,400})</a>",
)
LINE_BREAK = InlineRule("space", r"<br\s?/?>")
ENTITY = InlineRule("entity", r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
BARE_ADDRESS = InlineRule(
    "keep", r"\bhttps?://[^\s<>\[\]\"*`|]{1,600}|\bwww\.[^\s<>\[\]\"*`|]{1,300}"
)
"""An address, whose underscores and stars are none of the markup."""
