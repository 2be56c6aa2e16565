"""Labelled segments into a record.

The order of the work, for each reference string:

1. segments of one value that was cut in two are joined, and values take in the brackets and quotes
   that they hold one half of;
2. the words between segments correct labels and complete values (:mod:`refconv.assemble.repair`);
3. a value that holds several is cut into them (``CUTS``);
4. dates in two places are put together, a dash is filled with the authors that it repeats;
5. the item type is told (:mod:`refconv.assemble.item_types`);
6. what no label and no table accounts for is kept as ``unlabelled``.

The tables are in :mod:`refconv.assemble.repair_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from refconv.assemble.gap_words import substance, talks
from refconv.assemble.item_types import genre_in, item_type, tells_type
from refconv.assemble.repair import Fields, labelled, taken
from refconv.assemble.repair_rules import CUTS, DITTO, JOINTS, PAIRS, STATUS, UNDATED
from refconv.core.fields import Record
from refconv.core.model import ItemType
from refconv.core.report import Segment
from refconv.values.dates import split_year_suffix


class Assembled(NamedTuple):
    """What a string gives: its record, and for the next one its authors as printed.

    ``unlabelled`` holds what no label accounts for, each stretch with its offset in the string.
    """

    record: Record
    author: str
    unlabelled: tuple[tuple[int, str], ...]


def assemble(
    text: str, segments: Sequence[Segment], previous: str = "", line: int = 0
) -> Assembled:
    """Make a record of a labelled reference string.

    Args:
        text: The string, one reference in one line.
        segments: Its labelled segments, whose offsets count characters of ``text``.
        previous: The authors of the reference before, as printed.
        line: The line that the string begins in.
    """
    values = _joined(text, segments)
    ends, gaps = [0], []
    for value in values:
        gaps.append(text[ends[-1] : value.start])
        ends.append(value.end)
    gaps.append(text[ends[-1] :])
    fields = labelled(text, values, gaps)
    for label in [label for label in fields if label in CUTS]:
        _cut(fields, label)
    between: list[str] = []
    for i, gap in enumerate(gaps):
        if len(gap) > 3 and talks(gap):
            gaps[i] = rest = taken(gap, fields)
            between += [rest] if len(rest) > 3 and talks(rest) else []
    _date(fields, between)
    _fill_ditto(fields, gaps[0], previous)
    kind = _typed(fields, between)
    unlabelled = tuple(
        [(end, said) for end, gap in zip(ends, gaps, strict=True) if (said := substance(gap))]
    )
    entries = [(label, value) for label, texts in fields.items() for value in texts]
    entries += [("unlabelled", said) for _, said in unlabelled]
    author = ", ".join(fields.get("author") or fields.get("editor") or ())
    return Assembled(Record(str(kind), "", tuple(entries), line), author, unlabelled)


# ── 1. whole values ───────────────────────────────────────────────────────────────────────────────

_PAIRED = re.compile("[" + re.escape("".join({*PAIRS, *PAIRS.values()})) + "]")


def _joined(text: str, segments: Sequence[Segment]) -> list[Segment]:
    values: list[Segment] = []
    for segment in segments:
        label, last = segment.label, values[-1] if values else None
        if (
            last is not None
            and last.label == label
            and (joint := JOINTS.get(label))
            and joint.fullmatch(text, last.end, segment.start)
        ):
            whole = text[last.start : segment.end]
            values[-1] = evolve(last, text=whole, end=segment.end)
        else:
            values.append(segment)
    for i, value in enumerate(values):
        if _PAIRED.search(value.text):
            first = values[i - 1].end if i else 0
            last_end = values[i + 1].start if i + 1 < len(values) else len(text)
            values[i] = _balanced(text, value, first, last_end)
    return values


def _balanced(text: str, value: Segment, first: int, last: int) -> Segment:
    """Take in the other half of a pair of which a value holds one, if it stands beside it."""
    inside, start, end = value.text, value.start, value.end
    for opener, closer in PAIRS.items():
        same = opener == closer
        surplus = inside.count(opener) % 2 if same else inside.count(opener) - inside.count(closer)
        if surplus > 0 and end < last and text[end] == closer:
            return evolve(value, text=inside + closer, end=end + 1)
        if (surplus < 0 or (surplus and same)) and start > first and text[start - 1] == opener:
            return evolve(value, text=opener + inside, start=start - 1)
    return value


# ── 3. cuts ───────────────────────────────────────────────────────────────────────────────────────


def _cut(fields: Fields, label: str) -> None:
    """Cut a value that holds several."""
    value = fields[label][0].strip()
    if len(fields[label]) > 1 or value.isdecimal():
        return
    for row in CUTS[label]:
        match = row.pattern.fullmatch(value)
        if match is None:
            continue
        parts = dict(zip(row.into, ([part] for part in match.groups()), strict=True))
        if row.into == ("DOI",) and fields.get("DOI") == parts["DOI"]:
            # The address says no more than the DOI does.
            del fields[label]
            return
        if not any(other in fields for other in row.into if other != label):
            del fields[label]
            fields.update(parts)
            return


# ── 4. dates and repeated authors ─────────────────────────────────────────────────────────────────

_YEAR = re.compile(r"\d{4}")


def _date(fields: Fields, between: Sequence[str]) -> None:
    """Put a date together that is printed in two places, and take the letter off its year."""
    dates = fields.get("issued")
    if not dates:
        for label, pattern in (("status", STATUS), ("issued", UNDATED)):
            said = next((match.group() for gap in between if (match := pattern.search(gap))), "")
            if said:
                fields.setdefault(label, [said])
                break
        if "status" in fields:
            fields["issued"] = fields["status"]
        return
    if len(dates) > 1:
        dates = fields["issued"] = _ordered(dates)
    if not dates[0].isdecimal():
        year, suffix = split_year_suffix(dates[0])
        if suffix:
            fields["issued"] = [year, *dates[1:]]
            fields["year-suffix"] = [suffix]


def _ordered(dates: list[str]) -> list[str]:
    """Order dates, the likeliest first."""
    # A range is a meeting's, or stands in the title.
    full = sorted((d for d in dates if _YEAR.search(d)), key=lambda d: len(_YEAR.findall(d)) > 1)
    rest = [date for date in dates if not _YEAR.search(date)]
    if len(full) == 1 and len(rest) == 1:
        return [f"{rest[0]} {full[0]}"]
    if len({_YEAR.findall(date)[0] for date in full}) == 1:
        # The same year more than once: the fullest date says it.
        full = [max(full, key=len)]
    return [*full, *rest]


_AND = re.compile(r"(?:and|und|et|&)(?!\w)")


def _fill_ditto(fields: Fields, head: str, previous: str) -> None:
    """Put the authors of the reference before in the place of a dash."""
    authors = fields.get("author")
    match = DITTO.match(authors[0] if authors else head.lstrip())
    if match is None or not previous:
        return
    rest = authors[0][match.end() :].strip() if authors else ""
    joint = (" " if _AND.match(rest) else ", ") if rest else ""
    fields["author"] = [previous + joint + rest, *(authors[1:] if authors else ())]


# ── 5. the type ───────────────────────────────────────────────────────────────────────────────────

_BOOKS = frozenset({ItemType.BOOK, ItemType.THESIS, ItemType.REPORT})
# Labels that on a report hold its number.
_NUMBERS = ("issue", "volume")
_NAMED_KINDS = frozenset(
    {ItemType.THESIS, ItemType.REPORT, ItemType.PATENT, ItemType.DATASET, ItemType.SOFTWARE}
)


def _typed(fields: Fields, between: list[str]) -> ItemType:
    """Tell the item type, and fill what follows from it."""
    rest = [gap for gap in between if tells_type(gap)]
    kind = item_type({**fields, "rest": rest} if rest else fields)
    fields.pop("in", None)
    if kind in _BOOKS and "title" not in fields and "container-title" in fields:
        fields["title"] = fields.pop("container-title")
    for label in _NUMBERS if kind == ItemType.REPORT else ():
        if label in fields and "number" not in fields:
            fields["number"] = fields.pop(label)
    if "arXiv" in fields:
        fields["archive"] = ["arXiv"]
    if kind == ItemType.ARTICLE:
        fields.setdefault("genre", ["preprint"])
    elif "genre" not in fields and kind in _NAMED_KINDS:
        genre = next((found for gap in between if (found := genre_in(gap))), "")
        fields |= {"genre": [genre]} if genre else {}
    return kind
