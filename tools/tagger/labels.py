"""One label convention for every source: bare values, everything else is no value.

A :class:`Labelled` is a string with the spans of its values. The two labelled corpora follow
different conventions; :func:`unified` brings both to the one in ``README.md``.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from refconv.text.tokens import IDENTIFIERS, RESOLVER, Token, tokenize

LABELS = (
    "citation-number", "author", "editor", "translator", "title", "container-title",
    "collection-title", "issued", "volume", "issue", "page", "publisher", "publisher-place",
    "edition", "genre", "number", "event-title", "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID",
    "arXiv", "accessed", "note",
)  # fmt: skip


class Labelled(NamedTuple):
    """A string with its values: (label, start, end), in order, disjoint.

    ``group`` is what is held out together: the document it stood in, or its made-up family.
    ``whole`` tells real strings (every value labelled) from partly labelled ones.
    """

    text: str
    spans: tuple[tuple[str, int, int], ...]
    source: str
    group: str


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """Read the labelled corpora of the data folder, in one convention."""
    for name in ("anystyle-core", "grobid-citation"):
        path = folder / "labelled" / f"{name}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if labelled := unified(row):
                    yield labelled


def unified(row: dict[str, Any]) -> Labelled | None:
    """Bring one row of a labelled corpus to the convention; ``None`` where it does not add up."""
    text: str = row["text"]
    tokens = [token for token in tokenize(text) if token.text]
    labels = ["O"] * len(tokens)  # per token: label, with a serial number to keep runs apart
    place = 0
    segments: list[tuple[str, int, int]] = []
    if any(label == "source" and re.search(r"\d", segment) for label, segment in row["raw"]):
        return None  # volume and pages are inside
    for label, segment in row["raw"]:
        start = text.find(segment, place)
        if start < 0:
            return None
        place = start + len(segment)
        segments.append((label, start, place))
    segments = _book_titles(text, segments)
    has_author = any(label == "author" for label, *_ in segments)
    has_year = False
    index = 0
    for serial, (label, start, end) in enumerate(segments):
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        run = list(range(first, index))
        if not run:
            continue
        segment = text[start:end]
        if label == "date":
            target = _date_label(text, start, segment, has_year, serial, segments)
            has_year = has_year or bool(re.search(r"\d{4}", segment))
        elif label == "collaboration":
            target = "note" if has_author else "author"
            has_author = True
        else:
            target = _TARGETS.get(label, label)
        for name, chosen in _parts(target, tokens, run):
            for i in chosen:
                labels[i] = f"{name}|{serial}|{chosen[0]}"
    _label_identifiers(tokens, labels)
    group = "anystyle" if row["source"].startswith("anystyle") else row["doc"]
    return Labelled(text, spans_of(tokens, labels), row["source"], group)


def _label_identifiers(tokens: list[Token], labels: list[str]) -> None:
    """An identifier is its own value whatever the corpus calls it; nothing beside it is."""
    known = {labels[i].rsplit("|", 1)[0] for i, t in enumerate(tokens) if t.kind in IDENTIFIERS}
    for i, token in enumerate(tokens):
        if token.kind in IDENTIFIERS:
            labels[i] = f"{token.kind}|id|{i}"
        elif token.kind == RESOLVER or (
            labels[i].split("|")[0] in IDENTIFIERS and labels[i].rsplit("|", 1)[0] in known
        ):
            labels[i] = "O"


def spans_of(tokens: list[Token], labels: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Join runs of equal marks into spans and trim them to bare values."""
    spans: list[tuple[str, int, int]] = []
    i = 0
    while i < len(tokens):
        mark = labels[i]
        j = i
        while j < len(tokens) and labels[j] == mark:
            j += 1
        if mark != "O":
            name = mark.split("|", 1)[0]
            run = _bare(name, tokens, list(range(i, j)))
            if run:
                spans.append((name, tokens[run[0]].start, tokens[run[-1]].end))
        i = j
    return tuple(spans)


def _book_titles(text: str, segments: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """A book that one corpus calls a container without contents is a title."""
    names = [label for label, *_ in segments]
    if "title" in names or not {"publisher", "location"} & set(names) or "issue" in names:
        return segments
    return [
        ("title", start, end)
        if label == "container-title" and not re.search(r"\b[Ii]n\W*$", text[:start])
        else (label, start, end)
        for label, start, end in segments
    ]


_TARGETS = {
    "pages": "page",
    "location": "publisher-place",
    "journal": "container-title",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "arxiv": "arXiv",
    "source": "container-title",
    "director": "author",
    "producer": "author",
    "medium": "note",
    "institution": "publisher",
    "idno-": "number",
    "idno-report": "number",
    "idno-pii": "note",
    "biblScope-": "note",
    "chapter": "note",
    "title-": "title",
}

_ACCESS = re.compile(
    r"(accessed|retrieved|visited|viewed|abgerufen|zugriff|consult|stand|available|web)\W*(\w+\W+)?$",
    re.IGNORECASE,
)


def _date_label(
    text: str,
    start: int,
    segment: str,
    has_year: bool,
    serial: int,
    segments: list[tuple[str, int, int]],
) -> str:
    if _ACCESS.search(text[max(0, start - 25) : start]) or re.match(
        r"\W*(accessed|retrieved|visited|viewed)", segment, re.IGNORECASE
    ):
        return "accessed"
    follows = segments[serial + 1][0] if serial + 1 < len(segments) else ""
    if has_year and follows == "url" and re.search(r"\d{4}", segment):
        return "accessed"
    return "issued"


# ── cutting a segment into bare values ──────────────────────────────────────────────────────────

_EDGE = frozenset(".,;:()[]{}<>/-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\"'“”„‘’‚«»‹›`*&=|•·") | {
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


def _bare(name: str, tokens: list[Token], run: list[int]) -> list[int]:
    """Drop edges, brackets, quotes and key words from a run of tokens."""
    lead, trail = _LEAD.get(name, frozenset()), _TRAIL.get(name, frozenset())
    while run:
        first, last = tokens[run[0]].text, tokens[run[-1]].text
        closed = last in ")]" and _opened(tokens, run, last)
        if first in _EDGE and not (name == "author" and first in _DITTO):
            run = run[1:]
        elif first.casefold() in lead and len(run) > 1 and not _initial(tokens, run[0], name):
            run = run[1:]
        elif closed and (cut := _role(tokens, run, trail)):
            run = run[:-cut]
        elif last in _EDGE and not closed:
            run = run[:-1]
        elif last.casefold() in trail and len(run) > 1 and not _initial(tokens, run[-1], name):
            run = run[:-1]
        else:
            break
    return run


def _role(tokens: list[Token], run: list[int], words: frozenset[str]) -> int:
    """How many tokens a bracket of key words at the end has: ``(eds.)``."""
    for back in range(2, min(len(run), 8)):
        text = tokens[run[-back]].text
        if text in "([":
            return back if back > 2 else 0
        if not (text.casefold() in words or text in _EDGE):
            return 0
    return 0


_DITTO = frozenset(["—", "---", "——", "———", "--"])


def _initial(tokens: list[Token], i: int, name: str) -> bool:
    """Whether a key word is really a person's initial."""
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


def _parts(
    target: str, tokens: list[Token], run: list[int]
) -> Iterable[tuple[str, list[int]]]:
    """Cut a segment that holds several values."""
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
    if any(word == "vols" for word in words) and words and words[0].isdigit():
        return []  # "4 vols." counts volumes
    result: list[tuple[str, list[int]]] = []
    state = "volume"
    taken: set[str] = set()
    current: list[int] = []

    def flush() -> None:
        nonlocal current
        if current:
            result.append((state, current))
            taken.add(state)
            current = []

    depth = 0
    for i, word in zip(run, words, strict=True):
        if word in "([":
            flush()
            depth += 1
            state = "issue" if "volume" in taken else "volume"
        elif word in ")]":
            flush()
            depth -= 1
            state = "page"
        elif word in _VOLUME_WORDS and not current:
            state = "volume"
        elif word in _ISSUE_WORDS and not (current and state == "issue"):
            flush()
            state = "issue"
            if word in _SUPPLEMENT:
                current = [i]
        elif word == ":" and depth <= 0:
            flush()
            state = "page" if "volume" in taken else state
        elif word in ",;/." and depth <= 0:
            if word == "/" and state == "issue":
                current.append(i)
                continue
            if not current:
                continue
            flush()
            state = "issue" if "volume" in taken and "issue" not in taken else "page"
            if "page" in taken:
                break
        elif word in _EDGE and not current:
            continue
        else:
            current.append(i)
    flush()
    kept = [(name, part) for name, part in result if any(_NUMBER.search(tokens[i].text) or
            tokens[i].text.isupper() for i in part)]  # fmt: skip
    seen: set[str] = set()
    return [p for p in kept if not (p[0] in seen or seen.add(p[0]))]  # type: ignore[func-returns-value]


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


Labeller = Callable[[dict[str, Any]], Labelled | None]
