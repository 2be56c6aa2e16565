"""How Zotero reads dates that are no ISO dates."""

from __future__ import annotations

import re

_SLASHES = re.compile(
    r"(?P<year>\d{1,4})(?:/(?P<month>\d{1,2})?(?:/(?P<day>\d{1,2})?(?:[ /][^/]*)?)?)?"
)
_YEAR = re.compile(r"\b\d{4}\b")
_WORD = re.compile(r"[A-Za-z]+(?:[\s,.]{1,3}\d{1,2}\b)?")


def date_with_slashes(value: str) -> str:
    """Return a date of RIS as it is stored.

    >>> date_with_slashes("2024/3/5/"), date_with_slashes("2024///Spring")
    ('2024-03-05', '2024')
    >>> date_with_slashes("c. 1850"), date_with_slashes("in press")
    ('c. 1850', '0000 in')
    """
    text = value.strip()
    match = _SLASHES.fullmatch(text)
    if match is not None and not int(match["year"]):
        return ""
    if match is not None:
        parts = [match["year"].zfill(4)]
        for part in (match["month"], match["day"]):
            if part is None or not int(part):
                break
            parts.append(part.zfill(2))
        return "-".join(parts)
    word = None if _YEAR.search(text) else _WORD.search(text)
    return f"0000 {word[0]}" if word else text


_TIME = re.compile(r"/(?P<hour>\d{1,2}):(?P<rest>\d\d:\d\d)(?: ?(?P<half>[ap])m)?\Z", re.IGNORECASE)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_IN_WORDS = re.compile(
    r"(?:(?P<first>\d{1,2})\s+)?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?:\s+(?P<second>\d{1,2}))?,?\s+(?P<year>\d{4})"
)


def date_with_time(value: str) -> str:
    """Return an access date of RIS as it is stored; empty if Zotero cannot read it.

    A time is kept only with its seconds, and lost if its hour ends in zero: Zotero takes the zero
    for a part of the day.

    >>> date_with_time("2024/03/05/09:15:00"), date_with_time("2024/03/05/10:15:00")
    ('2024-03-05 09:15:00', '2024-03-05')
    >>> date_with_time("March 5, 2024"), date_with_time("yesterday")
    ('2024-03-05', '')
    """
    text = value.strip()
    match = _SLASHES.fullmatch(text)
    if match is not None:
        month, day = (int(match[part] or 0) or 1 for part in ("month", "day"))
        date = f"{match['year'].zfill(4)}-{month:02}-{day:02}"
        return f"{date} {time}" if (time := _kept_time(text)) else date
    if (iso := _ISO.fullmatch(text)) is not None:
        return iso[1]
    return _date_in_words(text)


def _kept_time(text: str) -> str:
    match = _TIME.search(text)
    if match is None or match["hour"].endswith("0"):
        return ""
    hour = int(match["hour"])
    if match["half"] and match["half"].lower() == "p" and hour < 12:
        hour += 12
    return f"{hour:02}:{match['rest']}"


def _date_in_words(text: str) -> str:
    match = _IN_WORDS.fullmatch(text)
    month = _MONTHS.get(match["month"][:3].lower()) if match is not None else None
    if match is None or month is None:
        return ""
    day = int(match["first"] or match["second"] or 1)
    return f"{match['year']}-{month:02}-{day:02}"
