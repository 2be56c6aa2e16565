"""The functions that make the tables of ``words`` across formats: what is made of a word."""

from __future__ import annotations

import re

import refconv
from refconv.cli import overview
from tests.formats.examples import csl_values


def months(word: str) -> str:
    """Return what a name is in BibTeX, RIS and MEDLINE, once where they agree."""
    texts = {
        "bibtex": f"@misc{{x, year = 2019, month = {{{word}}}}}",
        "ris": f"TY  - JOUR\nDA  - 2019 {word}\nER  - \n",
        "nbib": f"PMID- 1\nDP  - 2019 {word}\n",
    }
    return " | ".join(
        dict.fromkeys(csl_values(refconv.read(text, name)) for name, text in texts.items())
    )


def dates_written(word: str) -> str:
    """Return the lines and elements of a date as the formats write it."""
    date = refconv.Date.of(word)
    reference = refconv.Reference(type="article-journal", id="x", issued=date, accessed=date)
    entries = (refconv.write([reference], name).text for name in ("ris", "enw", "endnote-xml"))
    wanted = r"(?:PY|DA|Y2|%D|%8|%\[) .*\S|<(year|date|access-date)>.*?</\1>"
    found = (match[0] for entry in entries for match in re.finditer(wanted, _PLAIN.sub("", entry)))
    return " | ".join(found)


_PLAIN = re.compile(r"</?style[^>]*>")


_CLEANED = ("bibtex", "biblatex", "ris", "csl-json", "enw", "endnote-xml")


def characters(word: str) -> str:
    """Return what is left of a character in the middle of a title, in each format."""
    reference = refconv.Reference(type="book", id="x", title=f"a{chr(int(word, 16))}b")
    found: dict[str, list[str]] = {}
    for name in _CLEANED:
        read = refconv.read(refconv.write(reference, name).text, name)
        found.setdefault(ascii(read.references[0].title), []).append(name)
    return ", ".join(f"{title} ({', '.join(names)})" for title, names in found.items())


def not_carried(word: str) -> str:
    """Return what a journal article of a format cannot carry, as ``refconv formats`` shows it."""
    return ", ".join(overview.not_carried(word, refconv.ItemType.ARTICLE_JOURNAL))
