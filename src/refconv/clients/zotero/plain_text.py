"""How Zotero reads HTML in values, and makes HTML of notes."""

from __future__ import annotations

import html
import re

# The tags of HTML, as a browser finds them: one that is not closed lasts until the end.
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|[!?/][^>]*(?:>|\Z)|[A-Za-z][^>]*(?:>|\Z))", re.DOTALL)


def without_tags(value: str) -> str:
    """Return the text of a value that may be HTML.

    Entities are decoded once; only values with tags or entities lose double spaces.

    >>> without_tags("R&amp;D  of <i>E. coli</i>"), without_tags("a  b")
    ('R&D of E. coli', 'a  b')
    >>> without_tags("5 < 6 &lt;i>")
    '5 < 6 <i>'
    """
    if "<" not in value and "&" not in value:
        return value
    return re.sub(r" {2,}", " ", html.unescape(_TAG.sub("", value)))


def as_html_note(value: str) -> str:
    r"""Return a note in HTML; a text with a tag is taken for HTML.

    >>> as_html_note("a\nb\n\nc"), as_html_note("<b>a</b>")
    ('<p>a<br/>b</p><p>c</p>', '<b>a</b>')
    """
    if re.search(r"<[^<>]+>", value):
        return value
    return as_paragraphs(value.replace("  ", "&nbsp;&nbsp;"))


def as_paragraphs(value: str) -> str:
    r"""Return a text as paragraphs of HTML.

    >>> as_paragraphs("a\n\nb")
    '<p>a</p><p>b</p>'
    """
    text = value.replace("\n\n", "</p><p>").replace("\n", "<br/>")
    return f"<p>{text}</p>"
