"""Split a reference string into tokens, without losing a character.

A token is a run of letters (inner hyphens and apostrophes included), a run of digits, or one mark
of punctuation. Letters are separated from digits, because ``D156`` is a page and ``Phys Rev D77`` a
journal and a volume without a space. Identifiers (DOI, URL, arXiv, ISBN, ISSN, PMID, PMCID) are
found first and are one token, also if PDF extraction inserted spaces.

Every pattern here is linear in the length of the text.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern

IDENTIFIERS = ("DOI", "URL", "arXiv", "ISBN", "ISSN", "PMID", "PMCID")
"""The kinds of tokens that are identifiers, named like the labels."""

RESOLVER = "resolver"
"""The kind of a resolver's address in front of a DOI (``https://doi.org/``)."""


class Token(NamedTuple):
    """One token: the white space before it, its characters, where it starts, its kind.

    ``kind`` is one of :data:`IDENTIFIERS`, :data:`RESOLVER`, or empty for ordinary text. White
    space at the end of a string stands before a last token without characters.
    """

    space: str
    text: str
    start: int
    kind: str = ""

    @property
    def end(self) -> int:
        """The offset just after the token."""
        return self.start + len(self.text)


class Cut(NamedTuple):
    """A string split into tokens, in columns: faster than the tokens of :func:`tokenize`.

    Attributes:
        words: The tokens' characters; for an identifier its kind in angle brackets (``<DOI>``).
        glued: 1 if no white space precedes the token.
        starts: Where each token starts.
        ends: Where each token ends.
    """

    words: list[str]
    glued: list[int]
    starts: list[int]
    ends: list[int]

    def first(self, count: int) -> Cut:
        """Return the first tokens alone."""
        words, glued, starts, ends = self
        return Cut(words[:count], glued[:count], starts[:count], ends[:count])


def kind_of(word: str) -> str:
    """Return the kind of an identifier, given a word of a :class:`Cut`; ``""`` for other text."""
    return word[1:-1] if len(word) > 1 and word[0] == "<" else ""


def tokenize(text: str) -> tuple[Token, ...]:
    """Split a string into tokens; ``join(tokenize(text)) == text`` for every string."""
    tokens: list[Token] = []
    done = 0
    words, _, starts, ends = cut(text)
    for word, start, end in zip(words, starts, ends, strict=True):
        tokens.append(Token(text[done:start], text[start:end], start, kind_of(word)))
        done = end
    if done < len(text):
        tokens.append(Token(text[done:], "", len(text)))
    return tuple(tokens)


def join(tokens: tuple[Token, ...]) -> str:
    """Join tokens again; the inverse of :func:`tokenize`."""
    return "".join(token.space + token.text for token in tokens)


def cut(text: str) -> Cut:
    """Split a string into tokens, as columns."""
    # White space and tokens in turn, white space at both ends.
    token = _ASCII_TOKEN if text.isascii() else _TOKEN
    pieces: list[str] = []
    kinds: list[tuple[int, str]] = []
    done = 0
    for start, end, kind in identifiers(text) if _may_hold_identifiers(text) else ():
        pieces += token.split(text[done:start])
        kinds.append((len(pieces) // 2, f"<{kind}>"))
        pieces.append(text[start:end])
        done = end
    pieces += token.split(text[done:])
    ends = [*accumulate(map(len, pieces))]
    words, starts = pieces[1::2], ends[:-1:2]
    for place, kind in kinds:
        words[place] = kind
    return Cut(words, [0 if space else 1 for space in pieces[:-1:2]], starts, ends[1::2])


def _may_hold_identifiers(text: str) -> bool:
    """Return quickly whether a text may hold identifiers."""
    folded = text.casefold()
    return any(map(folded.__contains__, _HINTS))


def identifiers(text: str) -> list[tuple[int, int, str]]:
    """Find the identifiers of a string: start, end and kind of each, in order, disjoint."""
    found: list[tuple[int, int, str]] = []
    place = 0
    while match := _IDENTIFIER.search(text, place):
        group = match.lastgroup or ""
        start, end = match.span(group)
        kind = group.rstrip("_")
        if kind in _LONG:
            end = _whole(text, start, end, kind)
        if match["resolver"]:
            found.append((*match.span("resolver"), RESOLVER))
        found.append((start, end, kind))
        place = end
    return found


def rejoined(kind: str, text: str) -> str:
    """Return an identifier without white space of line breaks or PDF extraction inside."""
    bare = "".join(text.split()).replace("\N{SOFT HYPHEN}", "")
    if kind in {"ISBN", "ISSN"}:
        return bare if "-" in bare else " ".join(text.split())
    return bare


# ── ordinary tokens ─────────────────────────────────────────────────────────────────────────────

# Letters, and combining accents.
_LETTERS = "(?:[^\\W\\d_]++|[\u0300-\u036f]++[^\\W\\d_]*+)(?:[\u0300-\u036f]++[^\\W\\d_]*+)*"
_TOKEN = lazy_pattern(
    rf"({_LETTERS}(?:[-\u2010\u2011\u00ad'\u2019]{_LETTERS})*"  # a word, an inner hyphen with it
    r"|\d+|-{2,}|\.{2,}|'{2}|`{2}|[^\s])"
)
# The same for ASCII text, in half the time.
_ASCII_TOKEN = lazy_pattern(r"([A-Za-z]+(?:[-'][A-Za-z]+)*|\d+|-{2,}|\.{2,}|'{2}|`{2}|[^\s])")

# ── identifiers ─────────────────────────────────────────────────────────────────────────────────

# Every identifier contains one of these, case folded.
_HINTS = ("10.", "10 .", "/", "http", "www.", "ftp:", "rx", "ssn", "sbn", "pm", "ubm", "978", "979")
_ARCHIVES = (
    "hep ?- ?(?:ph|th|ex|lat)|astro ?- ?ph|gr ?- ?qc|quant ?- ?ph|cond ?- ?mat|math ?- ?ph|"
    "nucl ?- ?(?:th|ex)|math|physics|nlin|cs|q ?- ?bio|chao ?- ?dyn|solv ?- ?int|q ?- ?alg|"
    "alg ?- ?geom|dg ?- ?ga|cmp ?- ?lg|patt ?- ?sol"
)
_ADDRESS = r"[^\s\"\u201d\u00bb]"
_DOMAINS = "com|org|net|edu|gov|io|info|eu|de|fr|it|uk|ch|at|es|nl|se|no|jp|cn|ca|au|us"
# (The lookaheads hold the first letters of the alternatives, which most places fail quickly.)
_IDENTIFIER = lazy_pattern(
    r"(?=[hdlfw1])(?:"
    r"(?P<resolver>(?:https? ?: ?/ ?/ ?)?(?:dx ?\. ?)?(?:doi|link\.aps) ?\. ?org ?/ ?"
    r"(?:abs/|doi/)?)?"
    r"\b(?P<DOI>10 ?\. ?\d{4,9}(?:\.\d{1,9})? ?/ ?"
    r"[^\s\"\u201c\u201d\u2018\u2019\u00ab\u00bb]{1,400})"
    rf"|(?P<URL>(?:https?|ftp) ?: ?/ ?/ ?{_ADDRESS}{{1,900}}|\bwww\.{_ADDRESS}{{1,900}})"
    r")"
    r"|\b(?P<URL_>[a-z0-9-]{1,63}+(?:\.[a-z0-9-]{1,63}+){0,3}"
    rf"\.(?:{_DOMAINS})/{_ADDRESS}{{0,900}})"
    r"|(?=[acdeghimnpqs9-])\b(?:"
    r"arxiv ?[:.]? {0,2}(?P<arXiv>\d{4} ?\. ?\d{4,5}(?: ?v\d{1,2})?"
    rf"|(?:{_ARCHIVES})(?: ?\. ?[A-Z]{{2}})? ?/ ?\d{{7}}(?:v\d{{1,2}})?)"
    rf"|(?P<arXiv_>(?:{_ARCHIVES})(?:\.[A-Z]{{2}})? ?/ ?\d{{7}}(?:v\d{{1,2}})?)\b"
    r"|e?-?issn(?: ?\([a-z]{1,12}\))? ?[:.]? {0,2}"
    r"(?P<ISSN>\d{4} ?[-\u2010-\u2013]? ?\d{3}[\dx])\b"
    r"|isbn(?:-?1[03])?(?: ?\([a-z0-9]{1,12}\))? ?[:.]? {0,2}"
    r"(?P<ISBN>(?:97[89][- \u2010-\u2013]{0,2})?\d(?:[- \u2010-\u2013]?\d){8}"
    r"[- \u2010-\u2013]?[\dx])\b"
    r"|(?P<ISBN_>97[89][-\u2010-\u2013 ]?\d(?:[-\u2010-\u2013]?\d){8,9})\b"
    r"|p(?:ub)?m(?:ed )?id ?[:.]? {0,2}(?P<PMID>\d{4,8})\b"
    r"|pubmed ?: {0,2}(?P<PMID_>\d{4,8})\b"
    r"|(?P<PMCID>pmc ?\d{4,8})\b"
    r")",
    re.IGNORECASE,
)
# DOI and URL extend to white space at first, and are then shortened or joined.
_LONG = {"DOI", "URL"}
_LINK_TEXT = lazy_pattern(
    r"[\[<>{}|\\^`]|URL|Google|PubMed|Cross[Rr]ef|Medline|,?arXiv|,?PMID|,PMC\d|(?<![/,])PMC\d|https?:|[,;]?doi:"
)
_SICI = lazy_pattern(r"10 ?\.\d+/\(?SICI", re.IGNORECASE)
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_PIECE = lazy_pattern(r"\s{1,2}([^\s\"\u201c\u201d\u00ab\u00bb]{1,400})")
_DOI_PIECE = lazy_pattern(r"[-./_]?[a-z0-9(.]*\d|[-./_]+[a-z0-9]", re.ASCII)
_URL_PIECE = lazy_pattern(r"[/?=&%#~_][\w/?=&%#~.-]|[\w%~-]*[/=?&%_~\d.-](?=\w)|[a-z\d-]{2,}/")
_DOI_OPEN = lazy_pattern(r"[-/_]$|/[a-z]{1,20}\.$|\(\d{0,9}$|/j$|/j\.[a-z]{1,20}\.$")
_URL_OPEN = lazy_pattern(r"[/_=?&%~-]$|//www\.$|//[a-z-]+\.$|\d{4}\.$")


def _whole(text: str, start: int, end: int, kind: str) -> int:
    """Return the end of a DOI or URL: behind breaks inside it, before what is no part of it."""
    if kind == "URL" and start and text[start - 1] == "<":
        close = text.find(">", start, start + 400)
        if close > 0 and text.count("://", start, close) <= 1:
            return close
    end = _cut(text, start, end, kind)
    is_open, fits = (_DOI_OPEN, _DOI_PIECE) if kind == "DOI" else (_URL_OPEN, _URL_PIECE)
    for _ in range(12):
        piece = _PIECE.match(text, end)
        if piece is None:
            break
        word = piece[1]
        glued = (
            word[0] in "/._-?=&%#~" and len(word) > 1 and (word[1].islower() or word[1].isdigit())
        )
        if not (glued or is_open.search(text[max(start, end - 40) : end])) or not fits.match(word):
            break
        if _LINK_TEXT.match(word):
            break
        grown = _cut(text, start, piece.end(), kind)
        if grown <= piece.start(1):
            break
        end = grown
    return _trimmed(text, start, end)


def _cut(text: str, start: int, end: int, kind: str) -> int:
    """Return the end before link text and before an unmatched closing bracket."""
    if kind == "DOI" and _SICI.match(text, start):
        return end
    if residue := _LINK_TEXT.search(text, start + 8, end):
        end = residue.start()
    if kind == "DOI":
        for mark in ",;":
            at = text.find(mark, start, end)
            end = at if at > 0 else end
    opened = 0
    for index in range(start, end):
        if text[index] in "([":
            opened += 1
        elif text[index] in ")]":
            opened -= 1
            if opened < 0:
                return index
    return end


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end before punctuation that belongs to the sentence."""
    while end > start + 1 and text[end - 1] in ".,;:!?'\u2019*\u2026":
        end -= 1
    while end > start + 1 and (opener := _CLOSERS.get(text[end - 1])):
        if text.count(opener, start, end) >= text.count(text[end - 1], start, end):
            break
        end -= 1
        while end > start + 1 and text[end - 1] in ".,;:":
            end -= 1
    return end
