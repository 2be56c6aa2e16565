"""Fields of MARC 21 → the pairs of a record, without the punctuation between subfields.

Sources: Library of Congress, *MARC 21 Format for Bibliographic Data* and *MARC Code List for
Relators*; ISBD, which the punctuation at the end of a subfield is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from refconv.core.fields import Raw, Record
from refconv.formats.marc.marc_field import MarcField, clean
from refconv.formats.marc.unimarc import as_marc21, is_unimarc
from refconv.values.identifiers import find_orcid
from refconv.values.inverted_names import decode_name
from refconv.values.structured_names import Person

Pair: TypeAlias = tuple[int, str, Raw]

_BRACKETS = re.compile(r"^\[([^\[\]]*)\]$")
# A period that ends a sentence, not an abbreviation or an initial.
_PERIOD = re.compile(r"(?<=[^\W\d_]{4})\.$|(?<=[\d)\]])\.$")


def unbracketed(text: str) -> str:
    """Return a text that a cataloguer supplied, without its brackets."""
    text = _PERIOD.sub("", clean(text))
    match = _BRACKETS.match(text)
    return match[1] if match is not None else text.replace("[", "").replace("]", "").strip()


# ── the record ────────────────────────────────────────────────────────────────────────────────────


def record_of(leader: str, fields: Sequence[MarcField], line: int) -> Record:
    """Return the record of a leader and its fields."""
    if is_unimarc(fields):
        fields = [*as_marc21(fields)]
    tags: dict[str, list[MarcField]] = {}
    for field in fields:
        tags.setdefault(field.tag, []).append(field)
    pairs: list[Pair] = []
    is_edited = "100" not in tags and _is_edited(tags)
    for field in fields:
        pairs += _pairs(field, is_edited=is_edited)
    if "008" in tags:
        pairs += _fixed(tags["008"][0], leader)
    names = [field.text().strip() for field in tags.get("001", ())]
    kind = _kind(leader, tags)
    return Record(
        kind,
        names[0] if names else "",
        tuple((key, value) for _, key, value in pairs),
        line,
        tuple(at for at, _, _ in pairs),
    )


_KINDS: Mapping[str, str] = {
    "c": "musical_score",
    "d": "musical_score",
    "e": "map",
    "f": "map",
    "g": "motion_picture",
    "i": "song",
    "j": "song",
    "k": "graphic",
    "m": "software",
    "o": "document",
    "p": "collection",
    "r": "document",
}
_NEWSPAPER = re.compile(r"newspaper|zeitung", re.IGNORECASE)


def _kind(leader: str, tags: Mapping[str, list[MarcField]]) -> str:
    """Return the CSL type: by the leader's type and level, a host, a note on a thesis."""
    kind, level = leader[6:7], leader[7:8]
    if "502" in tags:
        return "thesis"
    if kind in _KINDS:
        return _KINDS[kind]
    if "773" in tags and level not in ("m", "s"):
        return _kind_of_part(tags, level)
    if level == "s":
        return "article-newspaper" if _NEWSPAPER.search(_genre(tags)) else "periodical"
    if level == "i":
        return "webpage"
    contents = tags["008"][0].text()[24:28] if "008" in tags else ""
    if "t" in contents or "088" in tags or "027" in tags:
        return "report"
    return "thesis" if "m" in contents else "book"


def _kind_of_part(tags: Mapping[str, list[MarcField]], level: str) -> str:
    """Return the type of a part: by its host, and whether it is of a meeting."""
    host = tags["773"][0]
    if "711" in tags or "111" in tags:
        return "paper-conference"
    is_serial = level == "b" or host.first("x") or host.first("7")[3:4] == "s"
    numbers = _numbers(host.first("g"), host.first("q"))
    if is_serial or (numbers.get("volume") and not host.first("z")):
        return "article-journal"
    return "chapter"


def _genre(tags: Mapping[str, list[MarcField]]) -> str:
    return " ".join(field.first("a") for field in tags.get("655", ()))


def _fixed(field: MarcField, leader: str) -> Iterator[Pair]:
    """Yield the year and the language of the fixed-length data (008)."""
    text = field.text()
    year, language = text[7:11], text[35:38]
    if re.fullmatch(r"\d{4}", year) and leader[7:8] != "s":
        yield field.line, "008:date", year
    if re.fullmatch(r"[a-z]{3}", language):
        yield field.line, "008:language", language


# ── fields ────────────────────────────────────────────────────────────────────────────────────────

_SIMPLE: Mapping[str, tuple[str, ...]] = {
    "020": ("a",),
    "022": ("a",),
    "027": ("a",),
    "088": ("a",),
    "210": ("a",),
    "250": ("a",),
    "500": ("a",),
    "520": ("a",),
    "534": ("t",),
}


def _pairs(field: MarcField, *, is_edited: bool) -> Iterator[Pair]:
    """Yield what a field holds, a pair for each value."""
    tag = field.tag
    if tag in ("001", "008"):
        return
    if tag in _SIMPLE:
        yield from _simple(field, _SIMPLE[tag])
    elif tag in ("100", "110", "700", "710"):
        yield from _name(field, is_edited=is_edited)
    elif tag in ("111", "711"):
        yield from _parts(field, {"a": "event", "c": "event:place", "d": "event:date"})
    elif tag == "245":
        yield from _title(field)
    elif tag in ("260", "264"):
        yield from _publication(field)
    elif tag in ("440", "490", "830"):
        yield from _parts(field, {"a": f"{tag}:series", "v": f"{tag}:number"})
    elif tag[:1] == "6" and tag != "655":
        words = [_PERIOD.sub("", clean(t)) for c, t in field.subfields if c in "abcdtvxyz"]
        yield field.line, "subject", "--".join(filter(None, words)) or field.text()
    else:
        yield from _OTHERS.get(tag, _whole)(field)


def _whole(field: MarcField) -> Iterator[Pair]:
    if text := field.text().strip():
        yield field.line, field.tag, text


def _simple(field: MarcField, codes: Sequence[str]) -> Iterator[Pair]:
    """Yield the subfields with some codes; if there is none, the whole field."""
    found = [clean(text) for code, text in field.subfields if code in codes and clean(text)]
    yield from ((field.line, field.tag, text) for text in found)
    if not found:
        yield from _whole(field)


def _parts(field: MarcField, keys: Mapping[str, str]) -> Iterator[Pair]:
    """Yield each subfield under a key of its own."""
    for code, text in field.subfields:
        value = unbracketed(text).strip("() ") if code in "vcd" else _PERIOD.sub("", clean(text))
        if value:
            yield field.line, keys.get(code, f"{field.tag}${code}"), value


def _title(field: MarcField) -> Iterator[Pair]:
    """Yield a title with its remainder and its parts."""
    title = before = ""
    for code, text in field.subfields:
        if code in "abnp" and clean(text):
            joint = {"b": " = " if before.endswith("=") else ": ", "n": ". ", "p": ": "}
            separator = joint.get(code, "; ")
            if code == "p" and not before.rstrip().endswith(","):
                separator = ". "
            title = title.rstrip(".") if code in "np" else title
            title += (separator if title else "") + clean(text).rstrip("." if code in "np" else "")
            before = text.rstrip()
        elif clean(text):
            yield field.line, f"245${code}", clean(text)
    if title:
        yield field.line, "245", _PERIOD.sub("", title)


_COPYRIGHT = re.compile(r"^(?:c|p|©|℗|cop\.|copyright)\s*(?=\d{4})", re.IGNORECASE)


def _publication(field: MarcField) -> Iterator[Pair]:
    """Yield place, publisher and date; those of a manufacturer or distributor are other keys."""
    is_other = field.tag == "264" and field.indicators[1:2] in ("2", "3")
    keys = {"a": "place", "b": "publisher", "c": "date"}
    if field.indicators[1:2] == "4":
        keys["c"] = "copyright"
    for code, text in field.subfields:
        value = unbracketed(text)
        if value and code in keys and not is_other:
            value = _COPYRIGHT.sub("", value) if code == "c" else value
            yield field.line, f"260:{keys[code]}", value
        elif value:
            yield field.line, f"{field.tag}${code}", value


# ── names ─────────────────────────────────────────────────────────────────────────────────────────

RELATORS: Mapping[str, str] = {
    **dict.fromkeys(("aut", "author", "cre", "creator", "verfasser", "auteur", "dis"), "author"),
    **dict.fromkeys(("edt", "editor", "edc", "herausgeber", "hrsg", "ed"), "editor"),
    **dict.fromkeys(("trl", "translator", "übersetzer", "tr"), "translator"),
    **dict.fromkeys(("ill", "illustrator"), "illustrator"),
    **dict.fromkeys(("com", "compiler", "comp"), "compiler"),
    **dict.fromkeys(("cmp", "composer"), "composer"),
    **dict.fromkeys(("drt", "director", "fmd", "film director"), "director"),
    **dict.fromkeys(("pro", "producer", "fmp", "film producer"), "producer"),
    **dict.fromkeys(("prf", "performer", "act", "actor", "sng", "singer"), "performer"),
    **dict.fromkeys(("nrt", "narrator"), "narrator"),
    **dict.fromkeys(("ivr", "interviewer"), "interviewer"),
    **dict.fromkeys(("rcp", "addressee", "recipient"), "recipient"),
    **dict.fromkeys(("ctb", "contributor"), "contributor"),
    **dict.fromkeys(("cur", "curator"), "curator"),
    **dict.fromkeys(("aus", "screenwriter", "scriptwriter"), "script-writer"),
}
"""Relator codes and terms, and the variables of names in that role."""

_EDITED = re.compile(
    r"\bed(?:ited|itors?|s)?\b\.?|\bhrsg\b|herausgegeben|sous la dir|a cura d", re.IGNORECASE
)


def _is_edited(tags: Mapping[str, list[MarcField]]) -> bool:
    """Return whether the statement of responsibility names editors."""
    return any(_EDITED.search(field.first("c")) for field in tags.get("245", ()))


def _name(field: MarcField, *, is_edited: bool) -> Iterator[Pair]:
    """Yield a name under the key of its role; the title of another work of the name is kept."""
    if field.first("t"):
        yield from _whole(field)
        return
    person = _person(field)
    if person is None:
        yield from _whole(field)
        return
    roles = [
        clean(text).rpartition("/")[2].casefold().rstrip(".")
        for code, text in field.subfields
        if code in "4ej" and clean(text)
    ]
    known = [RELATORS[role] for role in roles if role in RELATORS]
    usual = "editor" if is_edited and field.tag[0] == "7" else "author"
    if known or not roles:
        for role in dict.fromkeys(known or [usual]):
            yield field.line, f"name:{role}", person
    else:
        shown = person.literal or ", ".join(filter(None, (person.family, person.given)))
        yield field.line, f"name:{roles[0]}", shown


def _person(field: MarcField) -> Person | None:
    text = re.sub(r"(?<=\w{3})\.$", "", field.first("a"))
    orcid = find_orcid(" ".join(text for code, text in field.subfields if code in "01"))
    if not text:
        return None
    if field.tag[1:] == "10":
        text = ". ".join((text, *(clean(t).rstrip(".") for c, t in field.subfields if c == "b")))
        return Person(literal=text, orcid=orcid)
    if field.indicators[:1] == "0":
        return Person(literal=" ".join(filter(None, (text, field.first("b")))), orcid=orcid)
    name = decode_name(text)
    if name is None or name.literal:
        return Person(literal=text, orcid=orcid)
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    suffix = field.first("c")
    is_suffix = re.fullmatch(r"[JS]r\.?|[IVX]{1,4}", suffix) is not None
    return Person(family, given, suffix if is_suffix else name.suffix, orcid=orcid)


# ── hosts, identifiers, notes ─────────────────────────────────────────────────────────────────────

_VOLUME = re.compile(r"\b(?:vol(?:ume)?|bd|band|tome?|v|t)\b\.?\s*(\d+[\w/-]*)", re.IGNORECASE)
_ISSUE = re.compile(
    r"\b(?:no|nr|issue|iss|heft|h|num|n|fasc)\b\.?[°º]?\s*(\d+[\w/-]*)", re.IGNORECASE
)
_PAGES = re.compile(
    r"\b(?:pp?|pages?|seiten?|s|str)\b\.?\s*([A-Za-z]?\d+(?:\s*[-\u2013]\s*[A-Za-z]?\d+)?)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_CODED = re.compile(r"(\d+)(?::(\d+))?(?::\d+)?(?:<(\d+(?:-\d+)?))?")


def _numbers(text: str, coded: str) -> dict[str, str]:
    """Return volume, issue, pages and date of a part in its host (773 $g and $q)."""
    found = {
        name: match[1]
        for name, pattern in (("volume", _VOLUME), ("issue", _ISSUE), ("pages", _PAGES))
        if (match := pattern.search(text)) is not None
    }
    if match := _CODED.fullmatch(coded):
        names = ("volume", "issue", "pages")
        found = {n: value for n, value in zip(names, match.groups(), strict=True) if value} | found
    if match := _YEAR.search(re.sub(_PAGES, "", text)):
        found["date"] = match[1]
    return found


def _host(field: MarcField) -> Iterator[Pair]:
    keys = {"t": "title", "x": "issn", "z": "isbn", "b": "edition", "p": "abbreviation"}
    for code, text in field.subfields:
        value = _PERIOD.sub("", clean(text))
        if code == "a" and value:
            person = _person(MarcField("100", "1 ", (("a", text),), field.line))
            yield field.line, "host:author", person or value
        elif code in "gq" and value:
            yield field.line, f"773${code}", value
        elif value:
            yield field.line, f"host:{keys[code]}" if code in keys else f"773${code}", value
    for name, value in _numbers(field.first("g"), field.first("q")).items():
        yield field.line, f"host:{name}", value


def _identifier(field: MarcField) -> Iterator[Pair]:
    kind = field.first("2").casefold()
    for code, text in field.subfields:
        if code == "a":
            yield field.line, "024:doi" if kind == "doi" else f"024:{kind or 'other'}", clean(text)


_THESIS = re.compile(
    r"(?P<kind>[^()]*\([^()]*\)|[^-]*?)\s*-{2}\s*(?P<place>.*?)[,.]?\s*(?P<year>\d{4})?\.?"
)


def _thesis(field: MarcField) -> Iterator[Pair]:
    """Yield the degree, the university and the year of a note on a thesis."""
    keys = {"b": "thesis:degree", "c": "thesis:university", "d": "thesis:date"}
    found = False
    for code, text in field.subfields:
        if code in keys and clean(text):
            found = True
            yield field.line, keys[code], _PERIOD.sub("", clean(text))
    note = field.first("a")
    match = _THESIS.fullmatch(note) if note and not found else None
    if match is not None:
        for key, name in (("degree", "kind"), ("university", "place"), ("date", "year")):
            if match[name]:
                yield field.line, f"thesis:{key}", match[name]
    elif note:
        yield field.line, "502", note


def _address(field: MarcField) -> Iterator[Pair]:
    for code, text in field.subfields:
        if code == "u" and text.strip():
            # ind2: 0 and 1 are the work itself, 2 what belongs to it.
            key = "856:related" if field.indicators[1:2] == "2" else "856"
            yield field.line, key, text.strip()
        elif text.strip():
            yield field.line, f"856${code}", text.strip()


_EXTENT = re.compile(r"\b(\d+)\]?\s*(?:p\b|pages?\b|S\b|Seiten\b|s\b|str\b|pp\b)", re.IGNORECASE)


def _extent(field: MarcField) -> Iterator[Pair]:
    text = field.first("a")
    if match := _EXTENT.search(text):
        yield field.line, "300:pages", match[1]
    yield from _whole(field)


def _language(field: MarcField) -> Iterator[Pair]:
    for code, text in field.subfields:
        for part in re.findall(r"[a-z]{3}", text) if code in "ah" else [text]:
            yield field.line, {"a": "041", "h": "041:original"}.get(code, f"041${code}"), part


def _call_number(field: MarcField) -> Iterator[Pair]:
    text = " ".join(clean(text) for code, text in field.subfields if code in "abhi")
    yield field.line, "call-number" if text else field.tag, text or field.text()


_OTHERS = {
    "024": _identifier,
    "041": _language,
    "050": _call_number,
    "090": _call_number,
    "300": _extent,
    "502": _thesis,
    "773": _host,
    "856": _address,
}
