"""Trim the segments of a labelled corpus to bare values."""

from __future__ import annotations

import re
from collections.abc import Iterable

from refconv.tag.tokens import Token

_EDGE = frozenset(
    ".,;:()[]{}<>/-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\"'“”„‘’‚«»‹›`*&=|•·"
) | {
    "''", "``", "--", "---", "...", "..",
}  # fmt: skip
_LEAD: dict[str, frozenset[str]] = {
    "editor": frozenset(
        "in im dans en eds ed edited by hrsg hg herausgegeben von dir sous la direction de a cura "
        "di editors editor the eds éditeur".split()
    ),
    "author": frozenset("by and dir prod".split()),
    "translator": frozenset(
        "translated trans transl tr by übersetzt ubersetzt von trad traduit par fr traduction "
        "tradução traduzione traducción de di da perevod the translator translators übers aus dem "
        "englischen".split()
    ),
    "container-title": frozenset("in im dans".split()),
    "collection-title": frozenset("coll of in reihe".split()),
    "page": frozenset("pp p pages page pag pg s seite seiten ss с стр str bl h".split()),
    "accessed": frozenset(
        "accessed retrieved visited viewed on am abgerufen zugriff consulté le last".split()
    ),
    "issued": frozenset("published posted".split()),
    "ISBN": frozenset(["isbn"]),
    "ISSN": frozenset(["issn"]),
    "DOI": frozenset(["doi"]),
    "arXiv": frozenset(["arxiv"]),
    "URL": frozenset(["url", "at", "online", "available", "from", "retrieved"]),
}
_TRAIL: dict[str, frozenset[str]] = {
    "editor": frozenset(
        "ed eds editor editors hrsg hg hrg hgg dir dirs sous la direction coord coords edited "
        "compiler red éd éds a cura di".split()
    ),
    "author": frozenset("director producers producer writer eds ed".split()),
    "translator": frozenset("trans transl tr translator translators trad".split()),
    "container-title": frozenset(["in"]),
    "page": frozenset("p pp s seiten pages pag".split()),
    "edition": frozenset(
        "ed edn edition aufl auflage éd édition edizione edición ausgabe aufl.".split()
    ),
}


def bare(name: str, tokens: list[Token], run: list[int]) -> list[int]:
    """Drop edges, brackets, quotes and key words from a run of tokens."""
    lead, trail = _LEAD.get(name, frozenset()), _TRAIL.get(name, frozenset())
    while run:
        first, last = tokens[run[0]].text, tokens[run[-1]].text
        closed = last in ")]" and _opened(tokens, run, last)
        if _loose(first, lead, name, tokens, run[0], len(run)):
            run = run[1:]
        elif closed and (cut := _role(tokens, run, trail)):
            run = run[:-cut]
        elif not closed and _loose(last, trail, name, tokens, run[-1], len(run)):
            run = run[:-1]
        else:
            break
    return run


def _role(tokens: list[Token], run: list[int], words: frozenset[str]) -> int:
    """Return how many tokens a bracket of key words at the end has: ``(eds.)``."""
    for back in range(2, min(len(run), 8)):
        text = tokens[run[-back]].text
        if text in "([":
            return back if back > 2 else 0
        if not (text.casefold() in words or text in _EDGE):
            return 0
    return 0


def _loose(
    text: str, words: frozenset[str], name: str, tokens: list[Token], i: int, size: int
) -> bool:
    """Return whether a token at an end is punctuation, or a key word and no person's initial."""
    if text in _EDGE:
        return True
    return text.casefold() in words and size > 1 and not _initial(tokens, i, name)


def _initial(tokens: list[Token], i: int, name: str) -> bool:
    """Return whether a key word is a person's initial."""
    text = tokens[i].text
    if len(text) != 1 or not text.isupper():
        return False
    if name == "page":  # "P04002" is a page, "P 12" and "p.12" a key word and a page
        return i + 1 < len(tokens) and tokens[i + 1].text.isdigit() and not tokens[i + 1].space
    return name in {"editor", "author", "translator"}


def _opened(tokens: list[Token], run: list[int], closer: str) -> bool:
    opener = "(" if closer == ")" else "["
    marks = [tokens[i].text for i in run]
    return marks.count(opener) >= marks.count(closer)


_NUMBER = re.compile(r"\d|^[ivxlcdm]+$", re.IGNORECASE)
_VOLUME_WORDS = frozenset(
    "vol vols volume volumes v bd band bde tom tome tomo t jg jahrgang т том".split()
)
_ISSUE_WORDS = frozenset(
    "no nr n num number issue iss heft h hft número numéro fasc suppl supplement pt part вып "
    "nos # №".split()
)
_SUPPLEMENT = frozenset("suppl supplement pt part si".split())


def parts(target: str, tokens: list[Token], run: list[int]) -> Iterable[tuple[str, list[int]]]:
    """Split a segment that holds several values."""
    if target == "volume":
        return _volume_parts(tokens, run)
    if target == "genre":
        return _genre_parts(tokens, run)
    if target == "issue":
        return [("issue", kept)] if (kept := _after_word(tokens, run, _ISSUE_WORDS)) else []
    return [(target, run)]


def _volume_parts(tokens: list[Token], run: list[int]) -> list[tuple[str, list[int]]]:
    """``Vol. 15, No. 6``, ``6(1)``, ``86(11):2278–2324``, ``16, 1`` … as volume, issue, page."""
    words = [tokens[i].text.casefold() for i in run]
    if "vols" in words and words[0].isdigit():
        return []  # "4 vols." counts volumes
    cutter = _Cutter()
    for i, word in zip(run, words, strict=True):
        if not cutter.feed(i, word):
            break
    cutter.flush(cutter.state)
    parts: dict[str, list[int]] = {}
    for name, part in cutter.parts:
        texts = [tokens[i].text for i in part]
        if any(_NUMBER.search(text) or text.isupper() for text in texts):
            parts.setdefault(name, part)
    return list(parts.items())


class _Cutter:
    """Assigns the words of a volume segment to values."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, list[int]]] = []
        self.state = "volume"
        self._current: list[int] = []
        self._depth = 0

    def _taken(self, name: str) -> bool:
        return any(name == part for part, _ in self.parts)

    def flush(self, state: str) -> None:
        """End the current value, and begin another."""
        if self._current:
            self.parts.append((self.state, self._current))
            self._current = []
        self.state = state

    def feed(self, i: int, word: str) -> bool:
        """Assign the next word; return whether to go on."""
        current = self._current
        if word in {"(", "[", ")", "]"}:
            self._bracket(word)
        elif word in _VOLUME_WORDS and not current:
            self.state = "volume"
        elif word in _ISSUE_WORDS and not (current and self.state == "issue"):
            self.flush("issue")
            self._current = [i] if word in _SUPPLEMENT else []
        elif word in {":", ",", ";", "/", "."} and self._depth <= 0:
            return self._mark(i, word)
        elif current or word not in _EDGE:
            current.append(i)
        return True

    def _bracket(self, word: str) -> None:
        self._depth += 1 if word in {"(", "["} else -1
        self.flush(self.state)
        if word in {"(", "["}:
            self.state = "issue" if self._taken("volume") else "volume"
        else:
            self.state = "page"

    def _mark(self, i: int, word: str) -> bool:
        if word == ":":
            self.flush(self.state)
            self.state = "page" if self._taken("volume") else self.state
        elif word == "/" and self.state == "issue":
            self._current.append(i)
        elif self._current:
            self.flush(self.state)
            free = self._taken("volume") and not self._taken("issue")
            self.state = "issue" if free else "page"
            return not self._taken("page")
        return True


def _after_word(tokens: list[Token], run: list[int], words: frozenset[str]) -> list[int]:
    """Drop a key word in front of a number (but keep "Suppl": it is part of the value)."""
    while run and (tokens[run[0]].text in _EDGE or (
        tokens[run[0]].text.casefold() in words - _SUPPLEMENT
    )):  # fmt: skip
        run = run[1:]
    return run


_REPORT_WORD = re.compile(r"report|rep|memo|memorandum|paper|note|patent|tr$", re.IGNORECASE)


def _genre_parts(tokens: list[Token], run: list[int]) -> list[tuple[str, list[int]]]:
    """``Technical Report No. TR-96-66``: a genre and a number."""
    for at, i in enumerate(run):
        if _REPORT_WORD.match(tokens[i].text):
            rest = run[at + 1 :]
            digits = [j for j in rest if any(c.isdigit() for c in tokens[j].text)]
            if digits and len(rest) <= 9:
                rest = [j for j in rest if not (
                    tokens[j].text.casefold() in {"no", "nr", "number"} or
                    (tokens[j].text in ".#" and j < digits[0] and
                     tokens[j - 1].text.casefold() in {"no", "nr"}))]  # fmt: skip
                if rest and rest[-1] - rest[0] == len(rest) - 1:
                    return [("genre", run[: at + 1]), ("number", rest)]
            break
    return [("genre", run)]
