r"""The ``.bbl`` file that biber writes for biblatex: whole records, as entries of biblatex.

Source: biblatex's ``biblatex.sty`` and biber's ``Biber::Output::bbl``, versions 2.3 to 3.3 of the
file. An entry stands in every list that it belongs to; it is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refconv.documents.carrier import EmbeddedRecord
from refconv.documents.tex.latex_text import Source
from refconv.formats.bibtex.latex.braces import braces

_ENTRY = re.compile(r"\\entry\s{0,20}(?=\{)")
_END = "\\endentry"
_PART = re.compile(
    r"\\(?P<kind>name|list|field|true|keyw|xref|crossref)\s{0,20}(?=\{)"
    r"|\\verb\s{0,20}\{(?P<verb>[^{}]{1,80})\}\s*\\verb[ ](?P<value>[^\n]*)\n?"
)


def has_entries(text: str) -> bool:
    r"""Return whether a text is a ``.bbl`` of biblatex.

    >>> has_entries("\\refsection{0}\n\\entry{ng}{book}{}\n\\endentry")
    True
    """
    return _MARK.search(text) is not None


_MARK = re.compile(
    r"\\(?:datalist|sortlist|refsection|lossort|citeorder)\b[\s\S]{0,2000}?\\entry\s?\{"
    r"|% \$ biblatex (?:auxiliary file|bbl format version)"
)


class _Entry(NamedTuple):
    key: str
    type: str
    fields: dict[str, str]
    start: int


def entries_of(source: Source) -> Iterator[EmbeddedRecord]:
    """Yield the entries of a file as records of biblatex, each key once."""
    seen: set[str] = set()
    for entry in _entries(source.text, braces(source.text)):
        if entry.key in seen or entry.type == "set":
            continue
        seen.add(entry.key)
        rows = [f"  {name} = {{{value}}}," for name, value in _dated(entry.fields).items()]
        text = "\n".join([f"@{entry.type}{{{entry.key},", *rows, "}"])
        offset = source.offset(entry.start)
        yield EmbeddedRecord("biblatex", text, offset, "biblatex", keeps_id=True)


def _entries(text: str, ends: Mapping[int, int]) -> Iterator[_Entry]:
    heads = [*_ENTRY.finditer(text)]
    limits = [*(match.start() for match in heads), len(text)][1:]
    for match, limit in zip(heads, limits, strict=True):
        groups = [*_groups(text, match.end(), ends, 4)]
        if len(groups) < 3:
            continue
        key, kind, options = (text[start + 1 : end].strip() for start, end in groups[:3])
        body = groups[-1][1] + 1
        stop = text.find(_END, body, limit)
        stop = limit if stop < 0 else stop
        if "dataonly" in options or not key or not kind.isalnum():
            continue
        yield _Entry(key, kind, _fields(text, body, stop, ends), match.start())


def _groups(text: str, place: int, ends: Mapping[int, int], most: int) -> Iterator[tuple[int, int]]:
    """Yield where the groups of braces stand that follow one another from a place on."""
    for _ in range(most):
        while place < len(text) and text[place] in " \t\n":
            place += 1
        end = ends.get(place)
        if end is None:
            return
        yield place, end
        place = end + 1


def _fields(text: str, start: int, stop: int, ends: Mapping[int, int]) -> dict[str, str]:
    found: dict[str, str] = {}
    more: set[str] = set()
    for match in _PART.finditer(text, start, stop):
        if match["verb"] is not None:
            found.setdefault(match["verb"].strip(), match["value"].strip())
            continue
        kind = match["kind"]
        groups = [text[a + 1 : b] for a, b in _groups(text, match.end(), ends, 4)]
        if kind == "true" and groups:
            more.add(groups[0])
        if len(groups) < 2 or groups[0] in _IGNORED:
            continue
        name, *rest = groups
        if kind == "name":
            found[name] = " and ".join(_names(rest[-1]))
        elif kind == "list":
            members = (_plain(text_) for text_ in _members(rest[-1]))
            found[name] = " and ".join(_protected(one) for one in members)
        elif kind == "field":
            found.setdefault(name, _plain(rest[0]))
    for name in [*found]:
        if f"more{name}" in more:
            found[name] += " and others"
    return {name: value for name, value in found.items() if value.strip()}


_IGNORED = frozenset(
    """labelname shortauthor shorteditor sortinit sortinithash labeltitle labelnamesource
    labeltitlesource labeldatesource labelalpha labelprefix labelyear labelmonth labelday extraname
    extradate extradatescope extraalpha extratitle extratitleyear extrayear labelnumber namehash
    fullhash bibnamehash authornamehash authorfullhash authorbibnamehash editornamehash
    editorfullhash editorbibnamehash uniquelist uniquename singletitle uniqueprimaryauthor
    authornamehashraw authorbibnamehashraw fullhashraw dateera datelabelsource urldateera nameaddon
    clonesourcekey entrysetcount related relatedtype relatedstring""".split()
)
"""What biber makes for citations; it says nothing of the work itself."""

# ── names and lists ───────────────────────────────────────────────────────────────────────────────

_NAME_PART = re.compile(r"(family|given|prefix|suffix)\s*=\s*(?=\{)")
_POSITIONS = {1: "family", 3: "given", 5: "prefix", 7: "suffix"}


def _members(content: str) -> Iterator[str]:
    ends = braces(content)
    place = 0
    while (start := content.find("{", place)) >= 0 and start in ends:
        yield content[start + 1 : ends[start]]
        place = ends[start] + 1


def _names(content: str) -> Iterator[str]:
    """Yield the names of a list as BibTeX writes them."""
    for member in _members(content):
        inner = [*_members(member)]
        parts: dict[str, str] = {}
        if len(inner) >= 2 and _NAME_PART.search(inner[1]):
            ends = braces(inner[1])
            for match in _NAME_PART.finditer(inner[1]):
                if match.end() in ends:
                    parts[match[1]] = inner[1][match.end() + 1 : ends[match.end()]]
        elif len(inner) > 3:
            parts = {name: inner[i] for i, name in _POSITIONS.items() if i < len(inner)}
        name = _name({part: _plain(value) for part, value in parts.items()})
        if name:
            yield name


def _name(parts: Mapping[str, str]) -> str:
    family, given = parts.get("family", ""), parts.get("given", "")
    if not given and not parts.get("prefix"):
        return f"{{{family}}}" if " " in family or "," in family else family
    family = f"{{{family}}}" if re.search(r",|\band\b", family) else family
    last = f"{parts['prefix']} {family}" if parts.get("prefix") else family
    rest = [parts["suffix"]] if parts.get("suffix") else []
    return ", ".join([last, *rest, given])


def _protected(text: str) -> str:
    return f"{{{text}}}" if re.search(r"\band\b", text) else text


_SPACING = (
    (re.compile(r"\\bibrangedash\s?"), "--"),
    (re.compile(r"\\bibrangessep\s?"), ", "),
    (re.compile(r"\\bibinitperiod\s?"), "."),
    (re.compile(r"\\bibinithyphendelim\s?"), "-"),
    (re.compile(r"\\bib(?:namedelim[a-i]|initdelim)\s?"), " "),
    (re.compile(r"\\addnbspace\s?|\\addspace\s?"), " "),
    (re.compile(r"\s+"), " "),
)


def _plain(value: str) -> str:
    """Return a value without biblatex's commands for spaces and dashes."""
    for pattern, text in _SPACING:
        value = pattern.sub(text, value)
    return value.strip()


# ── dates ─────────────────────────────────────────────────────────────────────────────────────────

_DATES = ("", "url", "orig", "event")
_NUMBER = re.compile(r"-?\d{1,4}")


def _dated(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with a date for year, month and day, which biber has taken apart."""
    rest = dict(fields)
    for prefix in _DATES:
        start = _date(rest, prefix)
        end = _date(rest, f"{prefix}end")
        if start:
            rest[f"{prefix}date"] = f"{start}/{end}" if end else start
    return rest


def _date(fields: dict[str, str], prefix: str) -> str:
    """Take a date out of some fields, in the form of ISO 8601; none where it is a text."""
    year = fields.get(f"{prefix}year", "")
    if _NUMBER.fullmatch(year) is None:
        return ""
    parts = [fields.pop(f"{prefix}{part}", "") for part in ("year", "month", "day")]
    date = f"{int(parts[0]):04}"
    for part in parts[1:]:
        if not part.isdigit():
            break
        date += f"-{int(part):02}"
    return date
