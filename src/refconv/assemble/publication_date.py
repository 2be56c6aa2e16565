"""Complete the date of publication."""

from __future__ import annotations

from refconv.assemble.draft import Draft, Fields
from refconv.assemble.repair_rules import STATUS, UNDATED
from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.dates import split_year_suffix

_YEAR = lazy_pattern(r"\d{4}")
_REISSUED = lazy_pattern(
    r"(?:(?=\d{4}\s?\[)|(?=\[))\[?(1[4-9]\d\d|20\d\d)\]?\s?[/,]?\s?\[?(1[4-9]\d\d|20\d\d)\]?"
)
"""Two years, one of them in square brackets: ``1990 [1867]``."""


def complete_date(draft: Draft) -> None:
    """Join a date that is printed in two places, and separate the letter of its year.

    Without a date, a state of publication ("in press") or "n.d." takes its place.

    Of two years the one in square brackets is that of the first edition: ``{issued|1990 [1867]}``.

    Example: ``{issued|2003}. … {issued|12 March}`` is 12 March 2003; ``{issued|2004a}`` is 2004
    with the year suffix "a".
    """
    fields = draft.fields
    dates = fields.get("issued")
    if not dates:
        _set_state(draft)
        return
    if "reprint" in fields:
        dates = _without_first_edition(fields)
    if len(dates) > 1:
        dates = fields["issued"] = _ordered(dates)
    if "original-date" not in fields and (match := _REISSUED.fullmatch(dates[0])):
        first, last = sorted((match[1], match[2]))
        fields["original-date"], fields["issued"] = [first], [last, *dates[1:]]
        return
    if not dates[0].isdecimal():
        year, suffix = split_year_suffix(dates[0])
        if suffix:
            fields["issued"] = [year, *dates[1:]]
            fields["year-suffix"] = [suffix]


def _without_first_edition(fields: Fields) -> list[str]:
    """Set the date of the first edition of a reprint apart; return the other dates.

    Example: "1899. Reprint, New York: Dover, 1994" was published in 1994, and first in 1899.
    """
    dates = fields["issued"]
    del fields["reprint"]
    years = [match.group() for date in dates if (match := _YEAR.search(date))]
    if len(years) == len(dates) == 2 and years[0] != years[1] and "original-date" not in fields:
        first, last = sorted(dates, key=lambda date: _YEAR.findall(date)[0])
        fields["original-date"], fields["issued"] = [first], [last]
    return fields["issued"]


def _set_state(draft: Draft) -> None:
    """Set the date to what is printed instead of one."""
    fields = draft.fields
    for label, pattern in (("status", STATUS), ("issued", UNDATED)):
        found = next((match[0] for gap in draft.remarks if (match := pattern.search(gap))), "")
        if found:
            fields.setdefault(label, [found])
            break
    if "status" in fields:
        fields["issued"] = fields["status"]


def _ordered(dates: list[str]) -> list[str]:
    """Return the dates, the likeliest date of publication first."""
    # A range is the date of a meeting, or belongs to the title.
    full = sorted((d for d in dates if _YEAR.search(d)), key=lambda d: len(_YEAR.findall(d)) > 1)
    yearless = [date for date in dates if not _YEAR.search(date)]
    if len(full) == 1 and len(yearless) == 1:
        return [f"{yearless[0]} {full[0]}"]
    if len({_YEAR.findall(date)[0] for date in full}) == 1:
        # Of dates in the same year, keep the most precise.
        full = [max(full, key=len)]
    return [*full, *yearless]
