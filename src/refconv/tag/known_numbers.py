"""Numbers whose form says what they are: patents, RFCs, COM documents, preprints, trials.

The tagger sees ``WO 2019/045678 A1`` as a journal, a volume and a page. A pattern of
:data:`KNOWN` labels such a number, wherever the tagger put it, unless it stands inside a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from refconv.core.lazy_pattern import lazy_pattern
from refconv.tag.tokens import Cut

Run = tuple[str, int, int]  # label, first token, the one after the last

KNOWN = lazy_pattern(
    r"""\b(?:
      (?P<patent>(?:WO\s?(?:19|20)?\d\d/\d{4,6}|(?:EP|DE|GB|FR|JP|CN|KR|US)\s?\d{6,12}
        |(?:EP|DE|US)\s\d\s\d{3}\s\d{3}|US\s?\d{4}/\d{7})(?:\s?[ABCTU]\d?)?)
    | (?:U\.?\s?S\.?\s)?[Pp]atent\s(?:[Nn]o\.?\s)?(?P<american>\d[\d,\s]{5,9}\d)
    | (?P<rfc>RFC\s?\d{3,4})
    | (?P<com>(?:COM|SWD|SEC|JOIN)\s?\(\d{2,4}\)\s?\d{1,4}(?:\s(?:final|def\.?))?)
    | (?P<un>(?:UN\sDoc\.?\s)?(?<![/.])(?:A|S|E|ST|CCPR|CAT|CRC|TD|FCCC)/
        (?:RES/|HRC/|ESA/|CONF\.|C\.|CN\.|PV\.)?[\w./-]{2,24}\d
        (?:/(?:Add|Rev|Corr)\.\d)?)
    | (?P<paper>(?:Cm|Cmnd|Cmd)\.?\s\d{3,5})
    | (?P<preprint>(?:bio|med|chem)Rxiv:?\s\d{4}\.\d\d\.\d\d\.\d{5,8}(?:v\d)?)
    | (?P<trial>NCT\d{8})
    )(?![\w/])""",
    re.VERBOSE,
)
_HINT = lazy_pattern(
    r"WO ?\d|[Pp]atent|(?:EP|DE|GB|FR|JP|CN|KR|US) ?\d|RFC|(?:COM|SWD|SEC|JOIN) ?\("
    r"|\b[A-Z]{1,5}/[A-Z0-9]|Cmn?d?\.? \d|Rxiv|NCT\d"
)
_KEPT = frozenset(
    ["title", "author", "DOI", "URL", "editor", "collection-title", "arXiv", "ISSN", "ISBN"]
)
"""Labels of values that may hold such a number as a part."""
_LABELS = {"preprint": ""}
"""The label of each kind of number; ``number`` where there is none. A preprint's is in its DOI."""


def label_known_numbers(text: str, tokens: Cut, runs: list[Run]) -> list[Run]:
    """Label numbers of a known form, and take other labels off them."""
    if not _HINT.search(text):
        return runs
    for match in KNOWN.finditer(text):
        kind = match.lastgroup or ""
        first = bisect_left(tokens.starts, match.start(kind))
        end = bisect_left(tokens.starts, match.end(kind))
        if first == end or tokens.starts[first] != match.start(kind):
            continue
        touched = [run for run in runs if run[1] < end and run[2] > first]
        if text[match.start() - 1 : match.start()] in _OPENERS:
            touched, runs = _without_bracket(tokens, match.start() - 1, touched, runs)
        if any(label in _KEPT and (i, j) != (first, end) for label, i, j in touched):
            continue
        label = _LABELS.get(kind, "number")
        if any(name == "number" and run not in touched for run in runs for name in run[:1]):
            label = ""
        runs = _replaced(runs, touched, (label, first, end))
    return runs


def _without_bracket(
    tokens: Cut, start: int, touched: list[Run], runs: list[Run]
) -> tuple[list[Run], list[Run]]:
    """End a title before the bracket with a number: ``Water still (U.S. Patent No. 8,991,204)``."""
    bracket = bisect_left(tokens.starts, start)
    for run in touched:
        label, i, _ = run
        if label == "title" and i < bracket:
            kept = [other for other in runs if other != run] + [(label, i, bracket)]
            return [one for one in touched if one != run], sorted(kept, key=lambda one: one[1])
    return touched, runs


_OPENERS = frozenset("([")


def _replaced(runs: list[Run], touched: list[Run], new: Run) -> list[Run]:
    """Replace the runs that a run touches by it, and keep what of them stands outside of it."""
    label, first, end = new
    kept = [run for run in runs if run not in touched]
    kept += [(name, i, first) for name, i, _ in touched if i < first and name not in _NUMERIC]
    kept += [(name, end, j) for name, _, j in touched if j > end and name not in _NUMERIC]
    if label:
        kept.append(new)
    return sorted(kept, key=lambda run: run[1])


_NUMERIC = frozenset(["volume", "issue", "page", "number", "citation-number"])
