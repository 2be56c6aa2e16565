"""The parts of a citation key that are taken from a reference: people, title, date, any variable.

Names and arguments are those of Better BibTeX's functions (``auth(n=3)``, ``shorttitle(3, 3)``);
:mod:`~refconv.library.keys.key_patterns` translates JabRef's markers (``[auth3]``) to these.
A part may hold spaces: filters need them, and the finished key loses them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from refconv.core.model import BY_NAME, ROLES, VARIABLES, Date, Name, Reference, Variable
from refconv.values.markup import plain

Part: TypeAlias = Callable[..., str]
"""Called with a reference and the arguments of the pattern; returns a text."""


class NextPatternError(Exception):
    """Raised by a test within a pattern that fails: the next alternative is tried."""


# ── people ────────────────────────────────────────────────────────────────────────────────────────

_ANY = ("author", "editor", "translator", *(role for role in ROLES if role != "author"))


def people(reference: Reference, creator: str) -> tuple[Name, ...]:
    """Return the names of a role; for ``*`` those of the first role that has any.

    >>> people(Reference(editor=[Name(family="Roe")]), "*")
    (Name(family='Roe'),)
    """
    roles = _ANY if creator == "*" else (creator.replace("-", "_"),)
    return next((names for role in roles if (names := getattr(reference, role, ()))), ())


def _family(name: Name, *, initials: bool = False, particles: bool = True) -> str:
    particle = name.non_dropping_particle or name.dropping_particle if particles else ""
    family = name.literal or " ".join(filter(None, (particle, name.family))) or name.given
    return family + (_initials(name) if initials else "")


def _initials(name: Name) -> str:
    """Return the initials of the given names.

    >>> _initials(Name(family="Hale", given="Ann-Marie K."))
    'AMK'
    """
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", name.given))


def _families(
    reference: Reference, creator: str, initials: bool, particles: bool = True
) -> list[str]:
    names = people(reference, creator)
    return [_family(name, initials=initials, particles=particles) for name in names]


def _auth(
    reference: Reference,
    n: int = 0,
    m: int = 1,
    creator: str = "*",
    initials: bool = False,
    particles: bool = True,
) -> str:
    """Return the first ``n`` characters (0: all) of the ``m``-th family name."""
    names = people(reference, creator)
    if not 0 < m <= len(names):
        return ""
    family = _family(names[m - 1], particles=particles)
    return (family[:n] if n else family) + (_initials(names[m - 1]) if initials else "")


def _authors(
    reference: Reference,
    n: int = 0,
    creator: str = "*",
    initials: bool = False,
    sep: str = " ",
    particles: bool = True,
) -> str:
    """Return the family names of ``n`` people (0: all), and ``EtAl`` if there are more."""
    names = _families(reference, creator, initials, particles)
    return sep.join([*names[:n], "EtAl"] if n and n < len(names) else names)


def _authors_alpha(
    reference: Reference, creator: str = "*", initials: bool = False, sep: str = " "
) -> str:
    """Return three letters of one name, or the initials of several, as BibTeX's style alpha."""
    names = _families(reference, creator, initials, particles=False)
    if len(names) == 1:
        return names[0][:3]
    most = 3 if len(names) > 4 else 4
    return sep.join(name[:1] for name in names[:most]) + ("+" if len(names) > most else "")


def _auth_ini(
    reference: Reference, n: int = 0, creator: str = "*", initials: bool = False, sep: str = "."
) -> str:
    """Return the first ``n`` characters of each family name."""
    names = _families(reference, creator, initials)
    return sep.join(name[:n] if n else name for name in names)


def _auth_ini_shared(reference: Reference, n: int = 0, creator: str = "*") -> str:
    """Return the beginnings of all family names, in ``n`` characters together (JabRef)."""
    names = _families(reference, creator, initials=False, particles=False)
    if not names or not n:
        return ""
    each, more = divmod(n, len(names))
    return "".join(name[: each + (place < more)] for place, name in enumerate(names))[:n]


def _author_ini(
    reference: Reference, creator: str = "*", initials: bool = False, sep: str = "."
) -> str:
    """Return five characters of the first family name, and the initials of the others."""
    names = _families(reference, creator, initials, particles=False)
    return sep.join([*(name[:5] for name in names[:1]), *(name[:1] for name in names[1:])])


def _author_last(reference: Reference, creator: str = "*", initials: bool = False) -> str:
    """Return the family name of the last person."""
    return "".join(_families(reference, creator, initials)[-1:])


def _auth_fore_ini(reference: Reference, creator: str = "*") -> str:
    """Return the first initial of the first person."""
    return "".join(_initials(name)[:1] for name in people(reference, creator)[:1])


def _author_last_fore_ini(reference: Reference, creator: str = "*") -> str:
    """Return the first initial of the last person."""
    return "".join(_initials(name)[:1] for name in people(reference, creator)[-1:])


def _first_and(
    reference: Reference, creator: str, initials: bool, sep: str, etal: str, most: int
) -> str:
    """Return the family names of at most two people, or of ``most`` and ``etal``."""
    names = _families(reference, creator, initials)
    return sep.join(names if len(names) <= 2 else [*names[:most], etal])


def _auth_auth_ea(
    reference: Reference, creator: str = "*", initials: bool = False, sep: str = "."
) -> str:
    """Return two family names, and ``ea`` if there are more."""
    return _first_and(reference, creator, initials, sep, "ea", 2)


def _auth_et_al(
    reference: Reference, creator: str = "*", initials: bool = False, sep: str = " "
) -> str:
    """Return one or two family names, or the first and ``EtAl`` if there are more."""
    return _first_and(reference, creator, initials, sep, "EtAl", 1)


def _auth_etal(
    reference: Reference, creator: str = "*", initials: bool = False, sep: str = "."
) -> str:
    """Return one or two family names, or the first and ``.etal`` if there are more."""
    return _first_and(reference, creator, initials, sep, "etal", 1)


def _authshort(
    reference: Reference, creator: str = "*", initials: bool = False, sep: str = "."
) -> str:
    """Return one family name, or up to three initials and ``+`` if there are more."""
    names = _families(reference, creator, initials, particles=False)
    if len(names) == 1:
        return names[0]
    return sep.join(name[:1] for name in names[:3]) + ("+" if len(names) > 3 else "")


# ── title ─────────────────────────────────────────────────────────────────────────────────────────

JABREF_WORDS = frozenset(
    """a an the above about across against along among around at before behind below beneath beside
    between beyond by down during except for from in inside into like near of off on onto since to
    toward through under until up upon with within without and but nor or so yet""".split()
)
"""JabRef's function words, from its documentation of citation key patterns."""

FUNCTION_WORDS = JABREF_WORDS | frozenset(
    """as over per plus than till towards underneath until versus via vs
    das dem den der des die ein eine einem einen einer eines und von vom zu zum zur im
    au aux de des du et la le les un une el los las lo y il gli i della delle dei del di da e
    het een van op o os as uma um""".split()
)
"""Words that a title's first words do not count: articles, prepositions and conjunctions."""

_DASH = re.compile(r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}/:]")
_NO_LETTERS = re.compile(r"[^\w\s]|_")


def significant_words(text: str) -> list[str]:
    """Return the words of a text without function words and single letters (Better BibTeX).

    >>> significant_words("An open-access paper on the <i>E. coli</i> genome")
    ['openaccess', 'paper', 'coli', 'genome']
    """
    divided = plain(text).replace("/", " ").replace(":", " ")
    words = [_NO_LETTERS.sub("", word) for word in divided.split()]
    return [
        word
        for word in words
        if word.lower() not in FUNCTION_WORDS
        and (len(word) > 1 or word.isdigit() or not word.isascii())
        and word
    ]


def jabref_words(text: str) -> list[str]:
    """Return the words of a text, cut at spaces and dashes, without function words (JabRef)."""
    words = [_NO_LETTERS.sub("", word) for word in _DASH.sub(" ", plain(text)).split()]
    return [word for word in words if word and word.lower() not in JABREF_WORDS]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _shorttitle(reference: Reference, n: int = 3, m: int = 0) -> str:
    """Return the first ``n`` significant words of the title, the first ``m`` with a capital."""
    words = significant_words(reference.title)[:n]
    return " ".join(_capital(word) if place < m else word for place, word in enumerate(words))


def _veryshorttitle(reference: Reference, n: int = 1, m: int = 0) -> str:
    """Return the first significant word of the title."""
    return _shorttitle(reference, n, m)


def _title(reference: Reference) -> str:
    """Return the significant words of the title."""
    return " ".join(significant_words(reference.title))


def _title_words(reference: Reference, n: int = 3) -> str:
    return " ".join(jabref_words(reference.title)[:n])


def _title_initials(reference: Reference, n: int = 3) -> str:
    return "".join(word[:1] for word in jabref_words(reference.title)[:n])


def _camel(reference: Reference, n: int = 0) -> str:
    """Return the words of the title, each with a capital."""
    words = [_NO_LETTERS.sub("", word) for word in _DASH.sub(" ", plain(reference.title)).split()]
    return " ".join(map(_capital, words[: n or None]))


def _title_case(reference: Reference) -> str:
    """Return the title, its significant words with a capital (JabRef)."""
    words = plain(reference.title).split()
    return " ".join(
        word.lower() if place and word.lower() in JABREF_WORDS else _capital(word)
        for place, word in enumerate(words)
    )


def _full_title(reference: Reference) -> str:
    """Return the title as it is."""
    return plain(reference.title)


# ── dates, pages, keywords ────────────────────────────────────────────────────────────────────────


def year_of(date: Date | None) -> str:
    """Return the year of a date, ``bc43`` before our era, empty if it is not known."""
    return "" if date is None or date.year is None else str(date.year).replace("-", "bc")


def _date_of(reference: Reference) -> Date | None:
    return reference.issued or reference.available_date


def _year(reference: Reference) -> str:
    """Return the year of publication."""
    return year_of(_date_of(reference))


def _shortyear(reference: Reference) -> str:
    """Return the last two digits of the year."""
    return _year(reference)[-2:]


def _origyear(reference: Reference) -> str:
    """Return the year of the original, or else of publication."""
    return year_of(reference.original_date) or _year(reference)


def _origdate(reference: Reference) -> str:
    """Return the date of the original, or else of publication."""
    return _formatted(reference.original_date or _date_of(reference), "%Y-%m-%d")


def _date(reference: Reference, format: str = "%Y-%m-%d") -> str:
    """Return the date of publication in a format of ``%Y``, ``%y``, ``%m``, ``%d``."""
    return _formatted(_date_of(reference), format)


_SPEC = re.compile(r"%(-?)([Yymd])")


def _formatted(date: Date | None, format: str) -> str:
    """Return a date in a format, cut before the first part that it does not have."""
    if date is None or date.start is None:
        return ""
    start = date.start
    year, month, day = year_of(date), getattr(start, "month", None), getattr(start, "day", None)
    values = {"Y": year, "y": year[-2:], "m": month, "d": day}
    text, place = "", 0
    for match in _SPEC.finditer(format):
        value = values[match[2]]
        if value in (None, ""):
            return text
        text += format[place : match.start()]
        text += str(value) if match[1] or isinstance(value, str) else f"{value:02}"
        place = match.end()
    return text + format[place:]


_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)


def _month_number(reference: Reference) -> int:
    date = _date_of(reference)
    month = getattr(date.start, "month", None) if date is not None and date.start else None
    return month if isinstance(month, int) and 1 <= month <= 12 else 0


def _month(reference: Reference) -> str:
    """Return the month in three letters."""
    return ("", *_MONTHS)[_month_number(reference)]


def _month_name(reference: Reference) -> str:
    return ("", *_MONTH_NAMES)[_month_number(reference)]


def _day(reference: Reference) -> str:
    """Return the day of the month."""
    date = _date_of(reference)
    day = getattr(date.start, "day", None) if date is not None and date.start else None
    return str(day or "")


_PAGE = re.compile(r"[-\N{EN DASH}\N{EM DASH},;\s]+")


def _firstpage(reference: Reference) -> str:
    """Return the first page."""
    return _PAGE.split(reference.page.strip())[0]


def _lastpage(reference: Reference) -> str:
    """Return the last page."""
    return _PAGE.split(reference.page.strip())[-1]


def _pageprefix(reference: Reference) -> str:
    """Return the letters before the first page."""
    found = re.match(r"[^\W\d_]{1,20}(?=\d)", _firstpage(reference))
    return found[0] if found else ""


def _keyword(reference: Reference, n: int = 1) -> str:
    """Return the ``n``-th keyword."""
    return "".join(reference.keyword[n - 1 : n]) if n > 0 else ""


def _keywords(reference: Reference, n: int = 0) -> str:
    """Return the first ``n`` keywords (0: all)."""
    return " ".join(reference.keyword[: n or None])


# ── types and languages ───────────────────────────────────────────────────────────────────────────

_ZOTERO_TYPES: Mapping[str, str] = {
    "blogpost": "post-weblog",
    "booksection": "chapter",
    "case": "legal_case",
    "computerprogram": "software",
    "conferencepaper": "paper-conference",
    "dictionaryentry": "entry-dictionary",
    "encyclopediaarticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumpost": "post",
    "journalarticle": "article-journal",
    "letter": "personal_communication",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper",
    "preprint": "article",
    "statute": "legislation",
}
"""Zotero's item types that CSL names otherwise, in lower case."""


def _entry_type(reference: Reference) -> str:
    """Return the entry type of BibTeX, as ``Article``."""
    from refconv.formats.registry import FORMATS  # noqa: PLC0415 (few patterns need it)

    return _capital(FORMATS["bibtex"].table.write_type(reference.type))


def _type(reference: Reference, *types: str) -> str:
    """Return the type; with arguments, test that it is one of them (of CSL, BibTeX or Zotero)."""
    if not types:
        return str(reference.type)
    given = {_ZOTERO_TYPES.get(one.lower(), one.lower()) for one in types}
    if not given & {str(reference.type), _entry_type(reference).lower()}:
        raise NextPatternError
    return ""


def _language(reference: Reference, *codes: str) -> str:
    """Return the language; with arguments, test that it is one of them."""
    if not codes:
        return reference.language
    own = reference.language.lower()
    if not any(own == code.lower() or own.startswith(f"{code.lower()}-") for code in codes):
        raise NextPatternError
    return ""


def _journal(reference: Reference, abbrev: str = "abbrev") -> str:
    """Return the journal's abbreviation, or else its name; its name with ``full``."""
    short = "" if abbrev in ("full", "off") else reference.container_title_short
    return plain(short or reference.container_title)


# ── any variable ──────────────────────────────────────────────────────────────────────────────────

_FIELDS: Mapping[str, str] = {
    "address": "publisher-place",
    "abstractnote": "abstract",
    "annotation": "annote",
    "booktitle": "container-title",
    "conferencename": "event-title",
    "date": "issued",
    "eventtitle": "event-title",
    "howpublished": "medium",
    "institution": "publisher",
    "issuetitle": "volume-title",
    "journalabbreviation": "container-title-short",
    "journaltitle": "container-title",
    "keywords": "keyword",
    "location": "publisher-place",
    "organization": "publisher",
    "origdate": "original-date",
    "pages": "page",
    "place": "publisher-place",
    "publicationtitle": "container-title",
    "pagetotal": "number-of-pages",
    "school": "publisher",
    "series": "collection-title",
    "seriestitle": "collection-title",
    "shortjournal": "container-title-short",
    "university": "publisher",
}
"""Names of BibTeX's, biblatex's and Zotero's fields that CSL names otherwise, in lower case."""

_NOT_FIELDS = frozenset({"citation-key", "citation-label"})
"""Variables that repeat the key: a key made of them would change with every run."""

VARIABLE_BY_NAME: Mapping[str, Variable] = {
    name.lower(): variable
    for variable in VARIABLES
    if variable.name not in _NOT_FIELDS
    for name in (variable.name, variable.name.replace("-", "").replace("_", ""))
} | {name: BY_NAME[csl] for name, csl in _FIELDS.items()}
"""The variables by the names that a pattern may use, in lower case."""


def variable_text(reference: Reference, variable: Variable) -> str:
    """Return a variable's value as one text, without markup.

    >>> variable_text(Reference(author=[Name(family="Lovelace", given="Ada")]), BY_NAME["author"])
    'Ada Lovelace'
    """
    value = getattr(reference, variable.attribute)
    match variable.kind:
        case "names":
            return " and ".join(_whole_name(name) for name in value)
        case "date":
            return _formatted(value, "%Y-%m-%d") or (value.literal if value is not None else "")
        case "list":
            return " ".join(value)
        case _:
            return plain(value)


def _whole_name(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, _family(name), name.suffix)))


def field_text(reference: Reference, name: str) -> str:
    """Return the value of a variable by name, or of a key of ``custom`` (``bibtex:groups``).

    Raises:
        LookupError: if there is no such variable.
    """
    if ":" in name:
        return " ".join(str(value) for key, value in reference.custom if key == name)
    return variable_text(reference, VARIABLE_BY_NAME[name.replace(" ", "").lower()])


def _field(reference: Reference, name: str) -> str:
    """Return the value of a variable."""
    return field_text(reference, name)


def _names_of_fields() -> Iterator[str]:
    yield from (variable.name for variable in VARIABLES if variable.name not in _NOT_FIELDS)
    yield from _FIELDS


FUNCTIONS: Mapping[str, Part] = {
    "auth": _auth,
    "authors": _authors,
    "authorsn": _authors,
    "authorsAlpha": _authors_alpha,
    "authIni": _auth_ini,
    "authorIni": _author_ini,
    "authorLast": _author_last,
    "authForeIni": _auth_fore_ini,
    "authorLastForeIni": _author_last_fore_ini,
    "authAuthEa": _auth_auth_ea,
    "authEtAl": _auth_et_al,
    "authEtal2": _auth_etal,
    "authshort": _authshort,
    "title": _title,
    "shorttitle": _shorttitle,
    "veryshorttitle": _veryshorttitle,
    "camel": _camel,
    "fulltitle": _full_title,
    "year": _year,
    "shortyear": _shortyear,
    "origyear": _origyear,
    "date": _date,
    "origdate": _origdate,
    "month": _month,
    "day": _day,
    "firstpage": _firstpage,
    "lastpage": _lastpage,
    "pageprefix": _pageprefix,
    "keyword": _keyword,
    "keywords": _keywords,
    "journal": _journal,
    "type": _type,
    "entrytype": _entry_type,
    "language": _language,
    "field": _field,
}
"""The functions of a formula, by Better BibTeX's names."""

Marker: TypeAlias = tuple[Part, tuple[str, ...], Mapping[str, Any]]
"""A function, the arguments that the numbers after the name fill, and arguments that it gets."""


def _people_markers(auth: str, author: str, creator: str) -> dict[str, Marker]:
    """Return JabRef's markers for people: ``[auth]``, ``[edtr]`` and so on."""
    who = {"creator": creator}
    plain_name, glued = {**who, "particles": False}, {**who, "sep": ""}
    return {
        auth: (_auth, ("n", "m"), plain_name),
        f"{auth}FirstFull": (_auth, (), who),
        f"{auth}ForeIni": (_auth_fore_ini, (), who),
        f"{auth}Ini": (_auth_ini_shared, ("n",), who),
        f"{auth}short": (_authshort, (), glued),
        f"{auth}EtAl": (_auth_et_al, (), glued),
        f"{auth}.etal": (_auth_etal, (), who),
        f"{auth}.{auth}.ea": (_auth_auth_ea, (), who),
        f"{author}Ini": (_author_ini, (), glued),
        f"{author}Last": (_author_last, (), who),
        f"{author}LastForeIni": (_author_last_fore_ini, (), who),
        f"{author}s": (_authors, ("n",), {**glued, "particles": False}),
        f"{author}sAlpha": (_authors_alpha, (), glued),
    }


MARKERS: Mapping[str, Marker] = {
    **_people_markers("auth", "author", "*"),
    **_people_markers("pureauth", "pureauthor", "author"),
    **_people_markers("edtr", "editor", "editor"),
    "shorttitle": (_title_words, (), {"n": 3}),
    "shorttitleINI": (_title_initials, (), {"n": 3}),
    "veryshorttitle": (_title_words, (), {"n": 1}),
    "camel": (_camel, ("n",), {}),
    "title": (_title_case, (), {}),
    "fulltitle": (_full_title, (), {}),
    "year": (_year, (), {}),
    "shortyear": (_shortyear, (), {}),
    "origyear": (_origyear, (), {}),
    "date": (_date, (), {}),
    "month": (_month_name, (), {}),
    "day": (_day, (), {}),
    "firstpage": (_firstpage, (), {}),
    "lastpage": (_lastpage, (), {}),
    "pageprefix": (_pageprefix, (), {}),
    "keyword": (_keyword, ("n",), {}),
    "keywords": (_keywords, ("n",), {}),
    "journal": (_journal, (), {"abbrev": "full"}),
    "entrytype": (_entry_type, (), {}),
}
"""JabRef's markers."""

FIELD_NAMES = tuple(dict.fromkeys(_names_of_fields()))
"""The names of variables and fields, for messages."""
