"""A reference list, cut into its references.

The order of the work:

1. a list with labels that count up is cut at its labels (:mod:`refconv.text.labels`);
2. a list with keys or bullets is cut at those;
3. any other is cut where lines begin as references do, weighed with the layout: blank lines,
   indents, short lines, how the line before ends;
4. an entry that holds several works is cut into them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from statistics import median
from typing import NamedTuple

from refconv.text.evidence import DATED, LOCATOR, YEAR, beginning, continuation, ending, prose_share
from refconv.text.labels import BULLETED, KEYED, Label, best_chain, candidates, inside
from refconv.text.lines import Line
from refconv.text.residue import Traced, is_residue_line, join_lines, strip_residue, trim
from refconv.text.style import best_cut, evidence_of
from refconv.text.style_weights import WEIGHTS


class Item(NamedTuple):
    """One entry of a list: its lines (label taken off), its printed number, where its label is."""

    lines: tuple[Line, ...]
    number: str | None


def split(lines: Sequence[Line]) -> list[Item]:
    """Cut the lines of one list into its entries."""
    if not lines:
        return []
    return _by_numbers(lines) or _by_marks(lines) or _by_style(lines)


# ---- 1. numbers -------------------------------------------------------------------------------

MOST_LINES_OF_AN_ITEM = 25
# More lines than these before the first number are a list of their own.
MOST_LINES_BEFORE = 6


def _by_numbers(lines: Sequence[Line]) -> list[Item]:
    chain = best_chain(candidates(lines, 0, len(lines)))
    if chain is None:
        return []
    labels = list(chain.labels)
    # A run-on list has its labels inside the lines.
    more = inside(lines, 0, len(lines), labels[0].kind)
    if more:
        everything = sorted([*labels, *more], key=lambda label: (label.line, label.start))
        longer = best_chain(everything)
        if longer and longer.worth > chain.worth:
            labels = list(longer.labels)
    if not _credible(labels, lines):
        return []
    return by_labels(lines, labels)


def by_labels(
    lines: Sequence[Line], labels: Sequence[Label], notes: bool = False
) -> list[Item]:
    """Cut lines at labels that are known to count up; ``notes`` may have text between them."""
    if _is_column(labels, lines):
        return _beside_column(lines, labels)
    items = []
    usual = _usual_length(labels)
    before = lines[: labels[0].line]
    if len(before) > MOST_LINES_BEFORE or (before and labels[0].number > 1):
        items += _by_style(before)
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        piece = _between(lines, label, after)
        number = str(label.number)
        if after is None or (notes and _runs_on(piece)):
            items.append(Item(piece[: _end_of(piece, 1 if notes else usual)], number))
        elif len(piece) <= max(8, 3 * usual + 3) or _is_one(piece):
            items += [Item(part, number) for part in _unnumbered_works(piece)]
        else:
            # Something stands between: a table, a figure, or works without a number of their own.
            parts = _by_style(piece)
            items += [Item(part.lines, number) for part in parts]
    # What follows the last entry may be a list of its own, with numbers that start again.
    end = _last_line(items[-1], lines)
    rest = lines[end + 1 :]
    if len(rest) >= 2:
        items += _by_numbers(rest)
    return items


def _is_column(labels: Sequence[Label], lines: Sequence[Line]) -> bool:
    """Tell labels that were torn from their entries: a column of numbers with nothing beside."""
    alone = sum(
        a.line + 1 == b.line and a.end >= len(lines[a.line].text)
        for a, b in zip(labels, labels[1:], strict=False)
    )
    return alone >= 2 and alone >= 0.3 * len(labels) or (alone == 1 and len(labels) <= 3)


def _beside_column(lines: Sequence[Line], labels: Sequence[Label]) -> list[Item]:
    """Cut a list whose labels stand apart; numbers are given back where they come out even."""
    alone = {label.line for label in labels if label.end >= len(lines[label.line].text)}
    items = _by_style([line for index, line in enumerate(lines) if index not in alone])
    if len(items) == len(labels):
        return [
            item._replace(number=str(label.number))
            for item, label in zip(items, labels, strict=True)
        ]
    return items


def _unnumbered_works(piece: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Cut an entry where a second work, without a number of its own, begins on a new line."""
    cuts = [0]
    if len(piece) > 1 and _lettered(" ".join(line.text for line in piece)):
        return [tuple(piece)]
    for index in range(1, len(piece)):
        line = piece[index]
        if beginning(line.text).weight < 1.6 or ending(piece[index - 1].text) <= 0:
            continue
        before = " ".join(one.text for one in piece[cuts[-1] : index])
        after = " ".join(one.text for one in piece[index : index + 3])
        if _whole(before) and _whole(after) and before[-1] in ".;])0123456789":
            cuts.append(index)
    return [
        tuple(piece[start:stop]) for start, stop in zip(cuts, [*cuts[1:], len(piece)], strict=True)
    ]


def _runs_on(piece: Sequence[Line]) -> bool:
    """Tell a note from a note after which the page's text goes on."""
    rest = " ".join(line.text for line in piece[_end_of(piece, 1) :])
    return len(rest) > 40 and (not DATED.search(rest) or prose_share(rest) > 0.04)


def _is_one(piece: Sequence[Line]) -> bool:
    """Tell a long reference from one that something else has run into."""
    text = " ".join(line.text for line in piece)
    return len(text) < 1600 and len(YEAR.findall(text)) <= 2


def _credible(labels: Sequence[Label], lines: Sequence[Line]) -> bool:
    """Tell a numbered list from numbers that happen to stand at the beginnings of lines."""
    if len(labels) == 1:
        only = labels[0]
        return only.line == 0 and only.number < 400 and len(lines) <= MOST_LINES_OF_AN_ITEM and only.weight > 0.75
    worth = sum(label.weight for label in labels) / len(labels)
    span = labels[-1].line - labels[0].line + 1
    steady = sum(b.number - a.number == 1 for a, b in zip(labels, labels[1:], strict=False))
    return worth > 0.6 and steady >= 0.6 * (len(labels) - 1) and span <= 16 * len(labels) and (
        len(labels) >= 3 or span + MOST_LINES_OF_AN_ITEM >= len(lines)
    )


def _usual_length(labels: Sequence[Label]) -> float:
    gaps = [b.line - a.line for a, b in zip(labels, labels[1:], strict=False)]
    return median(gaps) if gaps else 3


def _between(lines: Sequence[Line], label: Label, after: Label | None) -> tuple[Line, ...]:
    """Take the lines from a label to the next, or to the end."""
    last = after.line if after else len(lines) - 1
    piece: list[Line] = []
    for index in range(label.line, last + 1):
        line = lines[index]
        start = label.end if index == label.line else 0
        stop = after.start if after and index == after.line else len(line.text)
        cut = line.text[start:stop]
        words = cut.strip()
        if not words:
            continue
        if words.isdigit() and piece and ending(piece[-1].text) > 0.4 and len(words) <= 4:
            continue  # a page number: the entry was complete before it
        at = line.start + start + len(cut) - len(cut.lstrip())
        piece.append(line._replace(text=words, start=at, end=at + len(words)))
    return tuple(piece)


def _end_of(piece: Sequence[Line], usual: float) -> int:
    """Count the lines that belong to an entry after which no label stands."""
    width = max((len(line.text) for line in piece[:12]), default=0)
    so_far = ""
    for index, line in enumerate(piece[:-1]):
        so_far += " " + line.text
        after = piece[index + 1]
        complete = DATED.search(so_far) is not None
        if index >= MOST_LINES_OF_AN_ITEM or (after.blanks and complete and index + 1 >= min(usual, 2)):
            return index + 1
        if complete and ending(line.text) > 0.4:
            reason = continuation(after.text)
            goes_on = reason is not None and not after.blanks
            if reason and reason.name == "link line" and "http" in so_far:
                goes_on = False
            if not goes_on or (len(line.text) < 0.7 * width and index + 1 >= usual):
                return index + 1
    return len(piece)


def _last_line(item: Item, lines: Sequence[Line]) -> int:
    end = item.lines[-1].end if item.lines else 0
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].start < end:
            return index
    return len(lines) - 1


# ---- 2. keys and bullets ----------------------------------------------------------------------


def _by_marks(lines: Sequence[Line]) -> list[Item]:
    for kind in (KEYED, BULLETED):
        starts = [(index, match) for index, line in enumerate(lines) if (match := kind.pattern.match(line.text))]
        if kind is BULLETED and starts:
            usual = max({m.group(1) for _, m in starts}, key=[m.group(1) for _, m in starts].count)
            starts = [(index, match) for index, match in starts if match.group(1) == usual]
        if not starts or starts[0][0] > (1 if len(starts) > 1 else 0):
            continue
        if len(starts) < 2 and len(lines) > MOST_LINES_OF_AN_ITEM:
            continue
        if len(lines) > 12 * len(starts) + 12:
            continue
        labels = [Label(index, 0, match.end(), kind.name, 0, 1.0) for index, match in starts]
        usual_length = _usual_length(labels)
        items = []
        for label, after, (_, match) in zip(labels, [*labels[1:], None], starts, strict=True):
            piece = _between(lines, label, after)
            if after is None or len(piece) > max(8, 3 * usual_length + 3):
                piece = piece[: _end_of(piece, usual_length)]
            items.append(Item(piece, match.group(1) if kind is KEYED else None))
        return items
    return []


# ---- 3. style and layout ----------------------------------------------------------------------


def _by_style(lines: Sequence[Line]) -> list[Item]:
    starts = best_cut(evidence_of(lines), WEIGHTS)
    return [
        Item(tuple(_without_prose(lines[start:stop])), None)
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _without_prose(lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out sentences that run on after a reference, as text goes on after a list."""
    for index in range(1, len(lines)):
        if prose_share(lines[index].text) >= 0.1 and ending(lines[index - 1].text) > 0.4:
            before = " ".join(line.text for line in lines[:index])
            if DATED.search(before) and LOCATOR.search(before):
                return lines[:index]
    return lines


# ---- 4. several works under one number --------------------------------------------------------

_LETTERED = re.compile(r"(?:(?<=[\s;.,])|\A)\(?([a-z])\s?\)\s*(?=\S)")
_SEMICOLON = re.compile(r"(?:;|(?<=[\d)\]])\.)\s+(?=\S)")


def works(traced: Traced) -> list[Traced]:
    """Cut an entry into the works that it names: at ``(a) … (b) …``, or at semicolons."""
    cuts = _lettered(traced.text) or _by_semicolons(traced.text)
    if not cuts:
        return [without_opening(traced)]
    edges = [*cuts, (len(traced.text), len(traced.text))]
    parts = [Traced(traced.text[: cuts[0][0]], traced.offsets[: cuts[0][0]])] if cuts[0][0] > 0 else []
    for (_, start), (stop, _) in zip(edges, edges[1:], strict=False):
        parts.append(Traced(traced.text[start:stop], traced.offsets[start:stop]))
    return [without_opening(part) for part in map(trim, parts) if len(part.text) > 3]


def _lettered(text: str) -> list[tuple[int, int]]:
    """Find the places of (a), (b), (c) … in order."""
    cuts: list[tuple[int, int]] = []
    for match in _LETTERED.finditer(text):
        if ord(match.group(1)) - ord("a") == len(cuts) and (cuts or match.start() < 6):
            cuts.append(match.span())
    return cuts if len(cuts) >= 2 or (cuts and cuts[0][0] == 0) else []


def _by_semicolons(text: str) -> list[tuple[int, int]]:
    """Find the semicolons, and the stops of physicists, between two whole references."""
    cuts: list[tuple[int, int]] = []
    done = 0
    for match in _SEMICOLON.finditer(text):
        before, after = text[done : match.start()], text[match.end() :]
        if len(before) < 15 or len(after) < 12 or not _whole(before):
            continue
        stop = _SEMICOLON.search(after, 12)
        rest = after[: stop.start()] if stop and text[match.start()] == ";" else after[:240]
        if before.count("[") != before.count("]") or before.count("(") != before.count(")"):
            continue
        rule = beginning(after)
        if text[match.start()] == ";" and _SHORT.search(rest):
            pass
        elif text[match.start()] == ";":
            opening = OPENING.match(after)
            if opening:
                rule = beginning(after[opening.end() :])
            begins = rule.weight >= 1.8 or (
                before[-1] in "0123456789)]" and (rule.weight >= 1.3 or _SERIES.match(after))
            )
            if not begins or not _whole(rest):
                continue
        elif not (rule.name == "initials family" and _PHYSICS.search(before) and _PHYSICS.search(rest)):
            continue
        cuts.append((match.start() + 1, match.end()))
        done = match.end()
    return cuts


# A note's short title for a work that it gave before.
_SHORT = re.compile(r"\((?:wie|s\.|vgl\.|see|above,?)? ?(?:Anm|n|note|nota)\.? ?\d+\)|a\. ?a\. ?O\.|\b[Oo]p\. ?cit|\b[Ee]bd\b|\b[Ll]oc\. ?cit|\b[Ii]bid\., \d|\bsupra\b")
# "Phys. Rev. D 70 (2004)", "ibid. 81, 155303": the same authors, another place.
_SERIES = re.compile(r"(?>[A-Z][\w.&]*\.? ?){1,6}[A-Z]?\d{1,4}[ ,(]|[Ii]bid\.?[ ,]")
_PHYSICS = re.compile(r"\d ?\((?:19|20)\d\d\)[^;]{0,40}\Z|\((?:19|20)\d\d\) [A-Z]?\d+|arXiv:|(?:hep|astro|cond|quant|nucl|gr)-\w{2,3}/|\d \((?:19|20)\d\d\)")

_LOCATOR = re.compile(r"(?:1[89]|20)\d\d .{5,160}\d{1,4} [A-Z]?\d{2,6}\b|\d+[^;]{0,12}(?:\(?(?:1[5-9]|20)\d{2}\)?|[:,] ?(?:[A-Za-z]{1,2}\. ?)?[A-Za-z]?\d)|10\.\d{4}|/\d{7}|\d{4}\.\d{4}")


def _whole(text: str) -> bool:
    return _LOCATOR.search(text) is not None and (YEAR.search(text) is not None or "/" in text)


# How notes lead up to a work that they name.
OPENING = re.compile(
    r"(?:(?:[Vv]gl|[Cc]f|[Vv]id|[Cc]fr|[Zz]it)\.?,? (?:auch |dazu |hierzu |etwa |z\. ?B\. |zum Beispiel |ferner |insbes\. |nach |u\. ?a\. |dagegen |also |e\.g\.,? |aussi |anche |también )?(?=[^\W\d_])"
    r"|[Ss]\. (?:auch|dazu|hierzu|etwa|z\. ?B\.) (?=[^\W\d_])"
    r"|(?:[Ss]iehe|[Ss]ee|[Vv]oir|[Vv]éase|[Vv]edi|[Ss]o|[Dd]azu|[Hh]ierzu|[Zz]itiert nach|[Qq]uoted in|[Cc]ited in)(?: (?:auch|also|schon|bereits|etwa|aussi|anche|también|dazu|hierzu|z\. ?B\.|zum Beispiel|e\.g\.|for example|in particular|especially|generally))?[:,]? (?=[A-ZÀ-Þ\"“„«])"
    r"|[Ff]or (?:an? |the )?(?:\w+ ){0,3}(?:reviews?|examples?|discussions?|details|overview|introduction|surveys?|summary)[^.;:]{0,60}[,:] ?(?:see|cf\.)?(?: also| e\.g\.)?:? (?=[A-ZÀ-Þ])"
    r"|[Ff]or (?:reviews?|examples?|details|instance)[,:] ?(?:see:? )?(?=[A-ZÀ-Þ]))"
)


def reference_of(item: Item, words: Set[str]) -> Traced:
    """Give an entry as one line, without link residue."""
    lines = [line for line in item.lines if not is_residue_line(line.text)]
    return trim(strip_residue(join_lines(lines, words)))


def without_opening(work: Traced) -> Traced:
    """Take off what leads up to a work: "Vgl.", "See also", "For a review, see:"."""
    opening = OPENING.match(work.text)
    return work.without([(0, opening.end())]) if opening else work
