"""Word's bibliography sources (``Sources.xml``): elements ↔ records.

Source: ECMA-376, *Office Open XML*, part 1, §22.6 "Bibliography" (shared-bibliography.xsd); which
fields Word shows for a type, in its dialog "Edit Source". A record's keys are the names of the
elements; names of a role are ``Author/Editor``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.edtf import Date, Point
from refconv.core.fields import Codec, Decoded, Field, FieldMap, NameList, Raw, Raws, Record, types
from refconv.core.idempotent import idempotent_custom, idempotent_values
from refconv.core.model import ItemType, Name, Reference
from refconv.core.rules import RecordRule
from refconv.formats.base import Format, Join, whole
from refconv.formats.rules import SERIAL_TITLE
from refconv.formats.xml.element_chunks import pieces_of_elements
from refconv.formats.xml.elements import Element, Names
from refconv.values.combinators import first_of, idempotent
from refconv.values.date_fields import decode_one
from refconv.values.identifiers import bare_doi
from refconv.values.inverted_names import NAMES as INVERTED_NAMES
from refconv.values.inverted_names import decode_name, encode_name
from refconv.values.markup import plain
from refconv.values.months import MONTHS, SEASON_NAMES, SEASONS, fold
from refconv.values.pages import ARTICLE_NUMBER, stable_pages
from refconv.values.text import one_line

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"

_ELEMENTS = frozenset(
    """
    AbbreviatedCaseNumber AlbumTitle BookTitle Broadcaster BroadcastTitle CaseNumber ChapterNumber
    City Comments ConferenceName CountryRegion Court Day DayAccessed Department Distributor DOI
    Edition Guid Institution InternetSiteTitle Issue JournalName LCID Medium Month MonthAccessed
    NumberVolumes Pages PatentNumber PeriodicalTitle ProductionCompany PublicationTitle Publisher
    RecordingNumber RefOrder Reporter ShortTitle StandardNumber StateProvince Station Theater
    ThesisType Title Type URL Version Volume Year YearAccessed
    """.split()
)
_ROLES = frozenset(
    """
    Artist Author BookAuthor Compiler Composer Conductor Counsel Director Editor Interviewee
    Interviewer Inventor Performer ProducerName Translator Writer
    """.split()
)
# The roles whose names may be those of an institution (§22.6.2.5 and .62).
_CORPORATE = frozenset({"Author/Author", "Author/Performer"})
_THESIS = "Report: thesis"
_IS_THESIS = re.compile(r"thes[ie]s|dissertation|disserta[cçt]|tesis|th[eè]se|tese", re.IGNORECASE)

# ── reading ───────────────────────────────────────────────────────────────────────────────────────

_SPACE = re.compile(r"[ \t\r\n]+")


def _text(element: Element) -> str:
    parts = (part if isinstance(part, str) else _text(part) for part in element.content)
    return _SPACE.sub(" ", "".join(parts)).strip(" ")


def _record(element: Element, diagnostics: list[Diagnostic]) -> Record:
    kind = name = ""
    fields: list[tuple[str, Raw]] = []
    lines: list[int] = []
    for child in element.children:
        if child.name == "SourceType" and not kind:
            kind = _text(child)
        elif child.name == "Tag" and not name:
            name = _text(child)
        else:
            new = [*_roles(child)] if child.name == "Author" else [*_field(child)]
            fields += new
            lines += [child.line] * len(new)
    if not kind:
        found = problem(Code.MISSING_TYPE, "record", taken=str(ItemType.DOCUMENT))
        diagnostics.append(found.at(element.line))
    texts = dict(fields)
    if kind == "Report" and _IS_THESIS.search(str(texts.get("ThesisType", ""))):
        kind = _THESIS
    return Record(kind or "Misc", name, tuple(fields), element.line, tuple(lines))


def _field(element: Element) -> Iterator[tuple[str, Raw]]:
    text = _text(element)
    # Word writes nought for no language.
    if text and (element.name, text) != ("LCID", "0"):
        yield element.name, text


def _roles(element: Element) -> Iterator[tuple[str, Raw]]:
    """Yield the names of each role; those of a role that stands twice are one list."""
    people: dict[str, list[str]] = {}
    for role in element.children:
        found = [*_names(role)]
        if found:
            people.setdefault(f"Author/{role.name}", []).extend(found)
    yield from people.items()
    if stray := _SPACE.sub(" ", "".join(p for p in element.content if isinstance(p, str))).strip():
        yield "Author", stray


def _names(role: Element) -> Iterator[str]:
    """Yield the names of a role, each as a text: ``Family, Given``, an institution with a comma."""
    for child in role.children:
        if child.name == "Corporate" and (text := _text(child)):
            yield encode_name(Name(literal=text))
        for person in child.all("Person"):
            parts = {one.name: _text(one) for one in person.children}
            given = " ".join(filter(None, (parts.get("First"), parts.get("Middle"))))
            if given or parts.get("Last"):
                yield _joined(parts.get("Last", ""), given)


def _joined(last: str, given: str) -> str:
    if given:
        return f"{last}, {given}"
    is_literal = " " in last or "," in last
    return encode_name(Name(literal=last)) if is_literal else last


CHUNKING = pieces_of_elements(Names(("Source",)), _record)

# ── writing ───────────────────────────────────────────────────────────────────────────────────────


def _entry(record: Record) -> str:
    """Write a source as Word does; the format has no room for blocks."""
    kind = "Report" if record.type == _THESIS else record.type
    elements = [_element("Tag", record.id)] if record.id else []
    elements.append(_element("SourceType", kind))
    roles: dict[str, list[str]] = {}
    for key, raw in record.fields:
        name, slash, role = key.partition("/")
        if slash:
            roles[role] = raw
        else:
            elements.append(_element(name, raw))
    if roles:
        inner = "".join(_role(role, people) for role, people in roles.items())
        elements.append(f"<b:Author>{inner}</b:Author>")
    return f"<b:Source>\n{''.join(f'  {one}{chr(10)}' for one in elements)}</b:Source>\n"


def _element(name: str, text: str) -> str:
    return f"<b:{name}>{escape(text, quote=False)}</b:{name}>"


def _role(role: str, people: list[str]) -> str:
    if f"Author/{role}" in _CORPORATE and len(people) == 1:
        name = decode_name(people[0])
        if name is not None and name.literal:
            inner = _element("Corporate", name.literal)
            return f"<b:{role}>{inner}</b:{role}>"
    persons = "".join(f"<b:Person>{_person(one)}</b:Person>" for one in people)
    return f"<b:{role}><b:NameList>{persons}</b:NameList></b:{role}>"


def _person(text: str) -> str:
    last, given = _divided(text)
    elements = (("Last", last), ("First", given))
    return "".join(_element(name, part) for name, part in elements if part)


def _divided(text: str) -> tuple[str, str]:
    """Return the last name of a person, and the others; an institution is one last name."""
    name = decode_name(text)
    if name is not None and name.literal:
        return name.literal, ""
    last, _, given = text.partition(", ")
    return last, given


JOIN = Join(
    _entry,
    start=(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<b:Sources xmlns:b="{NAMESPACE}" xmlns="{NAMESPACE}" SelectedStyle="">\n'
    ),
    end="</b:Sources>\n",
)

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def legal_text(text: str) -> str:
    """Return a text as an element holds it: in one line, without what XML does not allow."""
    return _SPACE.sub(" ", _ILLEGAL.sub("", one_line(text))).strip()


def carry(key: str, raw: Raw) -> Raw | None:
    """Return a value as reading returns it; ``None`` if it would not be under its key."""
    name, slash, role = key.partition("/")
    if slash:
        if name != "Author" or role not in _ROLES or not isinstance(raw, list):
            return None
        people = [_as_read(one, key, len(raw)) for one in raw if isinstance(one, str)]
        return [one for one in people if one] or None
    if name not in _ELEMENTS or not isinstance(raw, str) or (name, raw.strip()) == ("LCID", "0"):
        return None
    return legal_text(raw) or None


def _as_read(text: str, key: str, count: int) -> str:
    text = legal_text(text)
    name = decode_name(text)
    if name is not None and name.literal and count == 1 and key in _CORPORATE:
        return encode_name(Name(literal=legal_text(name.literal)))
    last, given = _divided(text)
    return _joined(legal_text(last), legal_text(given)) if last or given else ""


# ── values ────────────────────────────────────────────────────────────────────────────────────────

TEXT = first_of(encode=plain)
PAGES = first_of(stable_pages, stable_pages)
DOI = first_of(bare_doi)


def _texts(keys: int) -> Codec:
    return first_of(encode=plain, keys=keys, repeats=True)


def _decode_names(raws: Raws) -> Decoded:
    """Read the names of the first key that has any; others are kept."""
    places = [(p, i) for p, column in enumerate(raws) for i in range(len(column))]
    for number, (position, i) in enumerate(places):
        raw = raws[position][i]
        if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
            continue
        value = INVERTED_NAMES.decode((tuple(raw),)).value
        if value is not None:
            return Decoded(value, tuple(places[:number] + places[number + 1 :]))
    return Decoded(None)


def names(keys: int = 1) -> Codec:
    """Return the codec of names, which are a list of texts in the first of some keys."""

    def encode(value: NameList) -> Raws:
        (texts,) = INVERTED_NAMES.encode(value)
        return (([*texts],) if texts else (), *[()] * (keys - 1))

    return Codec(_decode_names, encode)


def _decode_date(raws: Raws) -> Decoded:
    """Read a year, a month and a day; what does not belong together is kept."""
    years, months, days = (column[0].strip() if column else "" for column in raws)
    if not years:
        return Decoded(None)
    month = months.strip(".")
    number = MONTHS.get(fold(month)) or SEASONS.get(fold(month), 0) + 20
    number = int(month) if month.isdecimal() and len(month) < 3 else number
    text = years
    if re.fullmatch(r"\d{4}", years) and months and 0 < number < 25 and number != 20:
        text = f"{years}-{number:02d}"
        day = days.strip(".")
        text += f"-{int(day):02d}" if day.isdecimal() and len(day) < 3 and number < 13 else ""
        used = 3 if len(text) > 7 else 2
        if (date := Date.from_edtf(text)) is not None:
            return Decoded(date, () if used == 3 or not days else ((2, 0),))
    unused = tuple((p, i) for p in (1, 2) for i in range(len(raws[p])))
    decoded = decode_one(((years,),))
    return Decoded(decoded.value, unused, decoded.problem)


_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _encode_date(date: Date) -> Raws:
    point = date.start
    simple = isinstance(point, Point) and date.end is None and point.is_plain and not date.literal
    if not isinstance(point, Point) or not simple or not 1000 <= point.year <= 9999:
        return (date.edtf() or date.literal,), (), ()
    year = str(point.year)
    if point.season is not None:
        return (year,), (SEASON_NAMES[point.season - 1].capitalize(),), ()
    month = () if point.month is None else (_MONTHS[point.month - 1],)
    return (year,), month, () if point.day is None else (str(point.day),)


DATE = idempotent(Codec(_decode_date, _encode_date))


def _decode_place(raws: Raws) -> Decoded:
    """Read a city, its state and its country as one place."""
    return Decoded(", ".join(dict.fromkeys(raw for column in raws for raw in column)) or None)


PLACE = Codec(_decode_place, lambda value: ((plain(value),), (), ()))

_LANGUAGES: Mapping[str, str] = {
    "1025": "ar-SA", "1028": "zh-TW", "1029": "cs-CZ", "1030": "da-DK", "1031": "de-DE",
    "1032": "el-GR", "1033": "en-US", "1034": "es-ES", "1035": "fi-FI", "1036": "fr-FR",
    "1037": "he-IL", "1038": "hu-HU", "1040": "it-IT", "1041": "ja-JP", "1042": "ko-KR",
    "1043": "nl-NL", "1044": "nb-NO", "1045": "pl-PL", "1046": "pt-BR", "1048": "ro-RO",
    "1049": "ru-RU", "1050": "hr-HR", "1051": "sk-SK", "1053": "sv-SE", "1055": "tr-TR",
    "1058": "uk-UA", "1060": "sl-SI", "1061": "et-EE", "1062": "lv-LV", "1063": "lt-LT",
    "2052": "zh-CN", "2055": "de-CH", "2057": "en-GB", "2058": "es-MX", "2070": "pt-PT",
    "3079": "de-AT", "3081": "en-AU", "3082": "es-ES", "3084": "fr-CA", "4105": "en-CA",
}  # fmt: skip
# Tags of the languages that Word knows by number: a list would be as long as the registry of tags.
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?")


def _decode_language(raws: Raws) -> Decoded:
    codes = [_LANGUAGES.get(raw, raw) for raw in raws[0]]
    return Decoded(next((code for code in codes if _TAG.fullmatch(code)), None))


LANGUAGE = Codec(_decode_language, lambda value: ((value,) if _TAG.fullmatch(value) else (),))

# ── table ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
article-journal        JournalArticle
article-magazine       ArticleInAPeriodical
article-newspaper      ArticleInAPeriodical
book                   Book
chapter                BookSection
paper-conference       ConferenceProceedings
report                 Report
webpage                InternetSite; DocumentFromInternetSite
song                   SoundRecording
motion_picture         Film
performance            Performance
graphic                Art
interview              Interview
patent                 Patent
legal_case             Case
software               ElectronicSource
document               Misc
post-weblog            InternetSite
post                   InternetSite
dataset                ElectronicSource
broadcast              Film
map                    Art
figure                 Art
musical_score          SoundRecording
entry                  BookSection
entry-dictionary       BookSection
entry-encyclopedia     BookSection
classic                Book
pamphlet               Book
periodical             Book
collection             Book
standard               Report
review                 JournalArticle
review-book            JournalArticle
"""
_ROWS = [row.split(maxsplit=1) for row in _TYPES.strip().split("\n")]
TYPES = (
    (_THESIS, ItemType.THESIS),
    *((native.strip(), ItemType(kind)) for kind, names_ in _ROWS for native in names_.split(";")),
)
NATIVE = frozenset(native for native, _ in TYPES)


def _row(keys: str, variable: str, kinds: str, codec: Codec | None = None) -> Field:
    found = tuple(keys.split())
    return Field(found, variable, codec or _texts(len(found)), types(*kinds.split()))


_SERIALS = "article-journal article-magazine article-newspaper"
ROWS = (
    _row("JournalName PublicationTitle", "container-title", "article-journal"),
    _row("PeriodicalTitle PublicationTitle", "container-title", "article-magazine"),
    _row("BookTitle PublicationTitle", "container-title", "chapter"),
    _row("ConferenceName BookTitle", "container-title", "paper-conference"),
    _row("InternetSiteTitle PublicationTitle", "container-title", "webpage"),
    _row("AlbumTitle PublicationTitle", "container-title", "song"),
    _row("BroadcastTitle PublicationTitle", "container-title", "interview motion_picture"),
    _row("Reporter", "container-title", "legal_case"),
    Field(("PublicationTitle",), "container-title", TEXT),
    _row("Institution Publisher", "publisher", "thesis"),
    _row("Publisher Institution", "publisher", "report"),
    _row("ProductionCompany Distributor Publisher", "publisher", "motion_picture performance song"),
    _row("Publisher Distributor Broadcaster", "publisher", "interview"),
    _row("Publisher ProductionCompany", "publisher", "webpage software"),
    Field(("Publisher",), "publisher", TEXT),
    _row("Author/Artist Author/Author", "author", "graphic song", names(2)),
    _row("Author/Interviewee Author/Author", "author", "interview", names(2)),
    _row("Author/Inventor Author/Author", "author", "patent", names(2)),
    Field(("Author/Author",), "author", names()),
    Field(("Author/Editor",), "editor", names()),
    Field(("Author/Translator",), "translator", names()),
    Field(("Author/BookAuthor",), "container-author", names()),
    Field(("Author/Compiler",), "compiler", names()),
    Field(("Author/Composer",), "composer", names()),
    Field(("Author/Director",), "director", names()),
    Field(("Author/Performer",), "performer", names()),
    Field(("Author/ProducerName",), "producer", names()),
    Field(("Author/Writer",), "script-writer", names()),
    Field(("Author/Interviewer",), "interviewer", names()),
    Field(("Title",), "title", TEXT),
    Field(("ShortTitle",), "title-short", TEXT),
    Field(("Year", "Month", "Day"), "issued", DATE),
    Field(("YearAccessed", "MonthAccessed", "DayAccessed"), "accessed", DATE),
    Field(("City", "StateProvince", "CountryRegion"), "publisher-place", PLACE),
    Field(("Volume",), "volume", TEXT),
    Field(("Issue",), "issue", TEXT),
    Field(("Pages",), "page", PAGES),
    Field(("Edition",), "edition", TEXT),
    Field(("ChapterNumber",), "chapter-number", TEXT),
    Field(("NumberVolumes",), "number-of-volumes", TEXT),
    _row("PatentNumber", "number", "patent", TEXT),
    _row("CaseNumber", "number", "legal_case", TEXT),
    _row("RecordingNumber", "number", "song", TEXT),
    _row("StandardNumber", "number", "report thesis", TEXT),
    _row("StandardNumber", "ISSN", _SERIALS, TEXT),
    Field(("StandardNumber",), "ISBN", TEXT),
    _row("Court", "authority", "legal_case", TEXT),
    _row("Type", "genre", "patent", TEXT),
    Field(("ThesisType",), "genre", TEXT),
    Field(("Medium",), "medium", TEXT),
    Field(("Version",), "version", TEXT),
    Field(("Theater",), "event-place", TEXT),
    Field(("URL",), "URL", first_of()),
    Field(("DOI",), "DOI", DOI),
    Field(("Comments",), "note", TEXT),
    Field(("LCID",), "language", LANGUAGE),
)


def _with_thesis(record: Record, _: Reference) -> Record:
    """Write what makes a report a thesis, if its own words do not say so."""
    if record.type != _THESIS:
        return record
    texts = dict(record.fields)
    genre = texts.get("ThesisType")
    if genre is None:
        return evolve(record, fields=(*record.fields, ("ThesisType", _PLAIN_THESIS)), lines=())
    return record if _IS_THESIS.search(genre) else evolve(record, type="Report")


def _without_thesis(record: Record) -> Record:
    pair = ("ThesisType", _PLAIN_THESIS)
    if record.type != _THESIS or pair not in record.fields:
        return record
    place = record.fields.index(pair)
    fields = record.fields[:place] + record.fields[place + 1 :]
    return evolve(record, fields=fields, lines=record.lines[:place] + record.lines[place + 1 :])


_PLAIN_THESIS = "Thesis"
"""The type of a thesis of which no more is known."""


def _table() -> FieldMap:
    table = FieldMap(
        prefix="word",
        type_key="SourceType",
        types=TYPES,
        fallback=("Misc", ItemType.DOCUMENT),
        fields=ROWS,
        rules=(
            SERIAL_TITLE,
            ARTICLE_NUMBER,
            RecordRule("kind of a thesis", _with_thesis, _without_thesis),
        ),
        is_legal_type=NATIVE.__contains__,
    )
    stable: Any = {}
    return idempotent_custom(idempotent_values(table, carry, stable), carry)


TABLE = _table()

FORMAT = Format(
    name="word-xml",
    title="Word's bibliography sources",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=JOIN,
    carry=carry,
    legal_id=legal_text,
)
