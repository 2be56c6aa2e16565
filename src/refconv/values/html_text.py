"""Texts as web pages and publishers' XML have them, as CSL's rich text.

Sources: HTML Living Standard, "Named character references"; NISO JATS 1.3, whose elements stand in
Crossref's titles and abstracts, with ``jats:`` before their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from refconv.core.lazy_pattern import lazy_pattern

# ── entities ──────────────────────────────────────────────────────────────────────────────────────

_ENTITY = lazy_pattern(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_ESCAPED = 3
"""How often databases escape a text that may be escaped already."""


def decode_entities(text: str) -> str:
    """Decode the entities that end in a semicolon; any other ampersand is a character.

    >>> decode_entities("Food &amp; Function &#8211; AT&T")
    'Food & Function – AT&T'
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def decode_all_entities(text: str) -> str:
    """Decode entities until there are none, for texts that several programs have escaped.

    A format that has no entities cannot write one either: it would be read as its character.

    >>> decode_all_entities("Food &amp;amp; Function, p &amp;lt; 0.05")
    'Food & Function, p < 0.05'
    """
    for _ in range(_PASSES):
        if "&" not in text or ";" not in text:
            break
        decoded = decode_entities(_AMPERSANDS.sub("&amp;", text))
        if decoded == text:
            break
        text = decoded
    return text


_AMPERSANDS = lazy_pattern("&(?:amp;){1,100}")
_PASSES = 20
"""More than any program needs."""


def decode_ampersands(text: str) -> str:
    """Decode the ampersands of an address, in which any other entity may be a parameter.

    >>> decode_ampersands("https://example.org/?a=1&amp;copy=2")
    'https://example.org/?a=1&copy=2'
    """
    return _AMPERSANDS.sub("&", text) if "&amp;" in text else text


def escape_entities(text: str) -> str:
    """Return a text that :func:`decode_entities` decodes to the given one.

    >>> escape_entities("the text &lt; in HTML, AT&T")
    'the text &amp;lt; in HTML, AT&T'
    """
    return _ENTITY.sub(_escaped, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _named().get(f"{name};", match[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    is_text = 159 < code < 0xD800 or 0xDFFF < code < 0x110000 or 31 < code < 127
    return chr(code) if is_text else match[0]


def _named() -> Mapping[str, str]:
    from html.entities import html5  # noqa: PLC0415 - 2,000 names, which few texts need

    return html5


def _escaped(match: re.Match[str]) -> str:
    return match[0] if _character(match) == match[0] else f"&amp;{match[0][1:]}"


# ── elements ──────────────────────────────────────────────────────────────────────────────────────

_TAG = lazy_pattern(
    r"<(?P<close>/?)(?:\w{1,8}:)?(?P<name>[A-Za-z][\w-]{0,20})(?:\s[^<>]{0,500})?/?>"
)
_MARKUP: Mapping[str, str] = {
    **dict.fromkeys(("i", "em", "italic"), "i"),
    **dict.fromkeys(("b", "strong", "bold"), "b"),
    **dict.fromkeys(("sub", "inf"), "sub"),
    **dict.fromkeys(("sup",), "sup"),
    **dict.fromkeys(("sc", "scp"), "span"),
}
_OPENING = {"span": '<span style="font-variant:small-caps;">'}
_BLOCKS = frozenset(
    """abstract break br disp-quote div h1 h2 h3 h4 label li list list-item ol p sec section title
    ul""".split()
)
# Elements that are known to be markup; what else stands between angle brackets is text.
_DROPPED = frozenset(
    """a bdi bdo ext-link xref email uri span font u underline strike roman monospace tt
    named-content styled-content inline-formula disp-formula alternatives fn article-title
    trans-title math semantics mrow mi mo mn ms mtext mspace msup msub msubsup mfrac
    msqrt mroot mover munder munderover mstyle mfenced mtable mtr mtd mpadded
    mphantom menclose none mprescripts mmultiscripts img graphic inline-graphic""".split()
)
# What repeats a formula in another form, or is the heading of every abstract.
_REPEATED = lazy_pattern(
    r"<((?:\w{1,8}:)?(?:tex-math|annotation))\b[^<>]{0,500}>[^<]{0,5000}</\1>"
    r"|<((?:\w{1,8}:)?title)>\s*(?:Abstract|ABSTRACT|Summary)\s*[.:]?\s*</\2>"
)
_SPACES = lazy_pattern(r"[ \t\r\f\v]+")
_PARAGRAPHS = lazy_pattern(r"\s*\n\s*")


def rich_text(raw: str) -> str:
    """Return a title in HTML or JATS as CSL's rich text, in one line.

    >>> rich_text("Of <jats:italic>Apis</jats:italic> &amp;amp; others, p &lt; 0.05")
    'Of <i>Apis</i> & others, p < 0.05'
    """
    text = _converted(raw)
    return " ".join(text.split()) if "\n" in text else text


def rich_paragraphs(raw: str) -> str:
    r"""Return a text in HTML or JATS as CSL's rich text; an empty line parts paragraphs.

    >>> rich_paragraphs("<jats:title>Aim</jats:title><jats:p>To\n  see.</jats:p>")
    'Aim\n\nTo see.'
    """
    has_blocks = any(match["name"].lower() in _BLOCKS for match in _TAG.finditer(raw))
    text = _converted(raw.replace("\n", " ") if has_blocks else raw)
    return _PARAGRAPHS.sub("\n\n", text) if has_blocks else text


def _converted(raw: str) -> str:
    if "<" not in raw and "&" not in raw:
        return raw.strip()
    text = _without_tags(_REPEATED.sub("", raw))
    for _ in range(_ESCAPED):
        text = decode_entities(text)
    # Markup that was escaped.
    text = _without_tags(text) if "&" in raw else text
    return _SPACES.sub(" ", text).strip()


def _without_tags(text: str) -> str:
    """Return a text with CSL's tags and line ends in place of other markup."""
    has_spans = "nocase" in text or "small-caps" in text

    def markup(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if (csl := _MARKUP.get(name)) is not None:
            return f"</{csl}>" if match["close"] else _OPENING.get(csl, f"<{csl}>")
        if name == "span" and has_spans:
            return match[0]
        if name in _BLOCKS:
            return "\n"
        return "" if name in _DROPPED else match[0]

    return _TAG.sub(markup, text) if "<" in text else text
