r"""Markdown in the values of bibliographies, as pandoc reads it ↔ CSL's rich text.

Source: pandoc's manual, "Pandoc's Markdown" (emphasis, superscripts and subscripts, small caps,
backslash escapes, smart punctuation). Mathematics and code stay as they are written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.markup import runs

_TOKEN = lazy_pattern(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<verbatim>\$(?=[^\s$])[^$]{0,500}(?<![\s\\])\$(?!\d)|`[^`]{1,500}`)"
    r"|(?P<tag></?[A-Za-z][^<>\\]{0,200}>)"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
    r"|(?P<dash>(?<!-)-{2,3}(?!-))"
    r"|(?P<mark>\*{1,3}|_{1,3}|(?<!~)~(?!~)|\^|\[|\]\{(?:\.(?:nocase|smallcaps)|\.sc)\})"
)
_SPANS: Mapping[str, str] = {
    "]{.nocase}": '<span class="nocase">',
    "]{.smallcaps}": '<span style="font-variant:small-caps;">',
    "]{.sc}": '<span style="font-variant:small-caps;">',
}
_TAGS: Mapping[str, str] = {"*": "i", "_": "i", "**": "b", "__": "b", "~": "sub", "^": "sup"}
_MARKS: Mapping[str, tuple[str, str]] = {
    "<i>": ("*", "*"),
    "<b>": ("**", "**"),
    "<sub>": ("~", "~"),
    "<sup>": ("^", "^"),
    '<span class="nocase">': ("[", "]{.nocase}"),
    '<span style="font-variant:small-caps;">': ("[", "]{.smallcaps}"),
}
_SPECIAL = lazy_pattern(r"[\\*_~^\[\]$`&-]")
_LIVE = lazy_pattern(r"[\\*_~^\[\]$`&]|--")


def from_markdown(text: str) -> str:
    r"""Return a text with CSL's markup for Markdown's.

    >>> from_markdown(r"*Homo sapiens* and H~2~O, 2\*3, A & B")
    '<i>Homo sapiens</i> and H<sub>2</sub>O, 2*3, A & B'
    """
    if _LIVE.search(text) is None:
        return text
    parts: list[str] = []
    opened: list[tuple[str, int]] = []
    place = 0
    for match in _TOKEN.finditer(text):
        parts.append(text[place : match.start()])
        place = match.end()
        if match["mark"] is None:
            parts.append(_literal(match))
        else:
            _mark(match, text, parts, opened)
    parts.append(text[place:])
    return "".join(parts)


def _literal(match: re.Match[str]) -> str:
    if match["escaped"] is not None:
        return match["escaped"]
    if match["entity"] is not None:
        return html.unescape(match[0])
    if match["dash"] is not None:
        return "\u2014" if len(match[0]) == 3 else "\u2013"
    return match[0]


def _mark(match: re.Match[str], text: str, parts: list[str], opened: list[tuple[str, int]]) -> None:
    """Close the markup that a mark ends, or remember it as one that may begin some."""
    mark = match[0]
    kind = "[" if mark in _SPANS else mark
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    depth = next((d for d in range(len(opened) - 1, -1, -1) if opened[d][0] == kind), None)
    closes = mark != "[" and bool(before.strip()) and not (mark[0] == "_" and after.isalnum())
    if depth is not None and closes:
        begun = opened[depth][1]
        inside = "".join(parts[begun + 1 :])
        if inside and not (mark in "~^" and re.search(r"\s", inside)):
            del opened[depth:]
            parts[begun], end = _tags(mark)
            parts.append(end)
            return
    if mark not in _SPANS and after.strip() and not (mark[0] == "_" and before.isalnum()):
        opened[:] = [one for one in opened[-_DEEPEST:] if one[0] != kind or kind == "["]
        opened.append((kind, len(parts)))
    parts.append(mark)


_DEEPEST = 20
"""How many marks may stand open: looking for one takes so long at most."""


def _tags(mark: str) -> tuple[str, str]:
    if mark in _SPANS:
        return _SPANS[mark], "</span>"
    if len(mark) == 3:
        return "<b><i>", "</i></b>"
    return f"<{_TAGS[mark]}>", f"</{_TAGS[mark]}>"


def to_markdown(text: str) -> str:
    r"""Return a text that :func:`from_markdown` reads as this one.

    >>> to_markdown("<i>Homo</i> 2*3"), to_markdown("a *b* c")
    ('*Homo* 2*3', 'a \\*b\\* c')
    """
    if "<" not in text and _LIVE.search(text) is None:
        return text
    for is_escaped, has_marks in _WAYS:
        written = "".join(_pieces(text, is_escaped=is_escaped, has_marks=has_marks))
        if from_markdown(written) == text:
            return written
    return ""


# Plain as long as that is read as the same; then escaped, then with the tags as they are.
_WAYS = ((False, True), (True, True), (True, False))


def _pieces(text: str, *, is_escaped: bool, has_marks: bool) -> Iterator[str]:
    for kind, run in runs(text):
        if kind == "text":
            yield _SPECIAL.sub(r"\\\g<0>", run) if is_escaped else run
        elif has_marks:
            yield _MARKS[run][kind == "close"]
        elif kind == "open":
            yield run
        else:
            yield f"</{run[1:-1].partition(' ')[0]}>"
