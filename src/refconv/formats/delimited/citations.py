"""Citations in one cell, as PubMed and Embase write them into their tables.

PubMed: ``J Foo. 2010 May 12;12(3):45-50. doi: 10.1000/x. Epub 2010 Apr 1.``
Embase: ``Journal of Foo (2010) 12:3 (45-50). Date of Publication: 1 May 2010``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PUBMED = re.compile(
    r"""(?P<journal>[^;:]{1,200}?)\.\ (?P<Date>\d{4}(?:\ [A-Z][a-z]{2}[A-Za-z0-9 -]{0,20})?)
        (?:;(?P<Volume>[^(:;.]{0,40})(?:\((?P<Issue>[^)]{0,60})\))?)?
        (?::(?P<Pages>[^.;]{1,60}))?\.
        (?P<rest>.*)""",
    re.VERBOSE | re.DOTALL,
)
_REST = re.compile(r"(?: doi: \S{1,300})?(?: (?:Epub|eCollection|Print) \d{4}[^.]{0,20}\.){0,4}\s*")
_EPUB = re.compile(r"Epub (\d{4}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?)\.")
_EMBASE = re.compile(
    r"(?P<journal>[^()]{1,300}?) \((?P<Date>\d{4})\)"
    r"(?: (?P<Volume>[\w-]{1,20})?(?::(?P<Issue>[\w. -]{1,30}?))?)?"
    r"(?: \((?P<Pages>[^)]{1,60})\))?\.?"
    r"(?: Date of Publication: .{4,40})?"
)
_FIELDS = ("Date", "Volume", "Issue", "Pages")


def fields_of_citation(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a citation; one that is in no known form, or says more, is kept too.

    >>> dict(fields_of_citation("J Foo. 2010 May;12(3):45-50. doi: 10.1000/x."))["Pages"]
    '45-50'
    """
    match = _PUBMED.fullmatch(text)
    if match is not None:
        yield from ((name, match[name]) for name in _FIELDS if match[name])
        if epub := _EPUB.search(match["rest"]):
            yield "Available", epub[1]
        if not _REST.fullmatch(match["rest"]):
            yield "Citation", text
        return
    match = _EMBASE.fullmatch(text)
    if match is None:
        yield "Citation", text
        return
    yield "Publication Title", match["journal"]
    yield from ((name, match[name]) for name in _FIELDS if match[name])
