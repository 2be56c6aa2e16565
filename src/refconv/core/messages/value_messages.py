"""The messages about values: what codecs find.

The reader of the record adds ``variable``, ``keys`` and ``raw`` to their data.
"""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity

VALUES: Messages = {
    (Code.BAD_VALUE, "unreadable"): Message(
        "no value for {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that its variable can hold.",
        "ris",
        "TY  - JOUR\nKW  - ;\nER  - \n",
    ),
    (Code.BAD_DATE, "unreadable"): Message(
        "no date for {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that can be read as a date.",
        "csl-json",
        '[{"type": "book", "issued": {"date-parts": [["soon"]]}}]',
    ),
    (Code.BAD_DATE, "invalid"): Message(
        "invalid date {value!r} (kept as text)",
        "A value with digits cannot be read as a date.",
        "ris",
        "TY  - JOUR\nPY  - 20x4\nER  - \n",
    ),
    (Code.BAD_DATE, "ambiguous"): Message(
        "{value!r} may name either of two days (only its year {year} is read, the text is kept)",
        "Some countries write the day before the month, others the month before the day.",
        "ris",
        "TY  - JOUR\nPY  - 07/12/2004\nER  - \n",
        Severity.NOTE,
    ),
    (Code.BAD_DATE, "more"): Message(
        "{value!r} says more than the date {date} (kept as text beside it)",
        "A field holds a date and other words.",
        "ris",
        "TY  - JOUR\nPY  - 1988, reprinted 1999\nER  - \n",
        Severity.NOTE,
    ),
    (Code.BAD_DATE, "impossible"): Message(
        "the calendar has no {value} (kept as text)",
        "The parts of a date are no day of the calendar.",
        "csl-json",
        '[{"type": "book", "issued": {"date-parts": [[2004, 2, 30]]}}]',
    ),
    (Code.BAD_DATE, "contradiction"): Message(
        "{values} beside the date {date} (kept unchanged)",
        "Several fields hold the date, and they do not agree.",
        "ris",
        "TY  - JOUR\nPY  - 2019\nDA  - 2020/05/01\nER  - \n",
    ),
    (Code.BAD_NAME, "unreadable"): Message(
        "no name for {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that can be read as a name.",
        "csl-json",
        '[{"type": "book", "author": [1]}]',
    ),
    (Code.BAD_IDENTIFIER, "unreadable"): Message(
        "no {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that can be read as an identifier of its kind.",
        "ris",
        "TY  - JOUR\nDO  - whatever\nM3  - 10.1000/182\nER  - \n",
    ),
    (Code.BAD_IDENTIFIER, "invalid"): Message(
        "invalid {kind} {value!r} (kept unchanged)",
        "An identifier does not have the form that its register gives.",
        "ris",
        "TY  - JOUR\nDO  - 12.34/5\nER  - \n",
    ),
    (Code.BAD_IDENTIFIER, "check-digit"): Message(
        "wrong check digit in {kind} {value!r} (kept unchanged)",
        "An identifier has the right form, but its last digit does not follow from the others.",
        "ris",
        "TY  - BOOK\nSN  - 978-3-16-148410-1\nER  - \n",
    ),
    (Code.BAD_IDENTIFIER, "misplaced"): Message(
        "{kind} {value} stands under {keys} (read as {kind})",
        "A key that is made for the one number holds the other.",
        "bibtex",
        "@book{a, issn = {978-3-16-148410-0}}\n",
        Severity.NOTE,
    ),
    (Code.BAD_IDENTIFIER, "contributor"): Message(
        "wrong check digit in ORCID {value!r} of {person} (left out)",
        "A page prints an ORCID after a name, but it is not right.",
        "text",
        "",
    ),
}
