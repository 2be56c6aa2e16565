"""Printed lists of names into names: the forms that reference styles have.

A list is cut at its separators into pieces, each piece is classed by the shape of its words
(``family initials``, ``initials family``, ``initials`` …), and the pieces are read from left to
right; what no piece can decide alone (``Smith, John`` or ``Smith, Jones``) its neighbours do.

Given initials are written ``J. A.``: EndNote takes ``JA`` for a name. Families in capitals are
recased. A small particle in front of a family is its ``non_dropping_particle``, one after the given
name the ``dropping_particle``; glued ones (``d'Alembert``, ``al-Hassan``) stay in the family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import whitespace
from typing import NamedTuple

from refconv.core.fields import NameList
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name
from refconv.values.et_al import without_et_al
from refconv.values.name_pieces import AND, people_of, piece_of, pieces_of
from refconv.values.name_words import LOWER, UPPER, written_given

# ── institutions ──────────────────────────────────────────────────────────────────────────────────

_INSTITUTION_WORDS = frozenset(
    """Organization Organisation Institute Institut Institutes Instituto Istituto University
    Universität Université Universidad Universidade Università Universitet Committee Comité Comisión
    Commission Collaboration Collaborations Consortium Consorcio Group Groupe Team Network
    Association Associazione Society Société Sociedad Gesellschaft Ministry Ministère Ministerium
    Ministerio Ministero Department Dept Agency Agence Council Conseil Center Centre Centers Centres
    Foundation Fondation Stiftung Bureau Office Nations GmbH Corp Corporation Inc Ltd Company
    Bundesamt Bundesministerium Bundesregierung Bundesanstalt Bundestag Academy Académie Akademie
    Survey Authority Board Federation Fédération Investigators Trialists Workgroup Force
    Administration International United Bank Laboratory Laboratories Laboratoire Project Programme
    Parliament Government Republic Congress Library Museum College School Hospital Alliance
    Initiative Forum Partnership Panel Service Verband Verein Partei WHO OECD UNESCO UNICEF NASA
    NIST IPCC FAO ЮНЕСКО Министерство Институт of for für pour the
    Assembly Secretariat Assembleia Assemblée National Nacional Nationale Nationales Nazionale
    Federal Fédérale Research Statistics Rights Affairs Services Directorate Division Observatory
    Fund Trust Ministério Departamento Secretaria Secretaría Conselho Consejo Consiglio Fundação
    Fundación Fondazione Associação Asociación Organização Organización Prefeitura Câmara Tribunal
    Governo Gobierno Banco Banca Banque Agência Agencia Companhia Biblioteca Comissão Comitê
    Instituto Hochschule Landesamt Zentrum Frontières Autorité Direction Observatoire Chamber
    Union Clinic Bundesbank Register Registry Archives Archive Dictionary Encyclopedia
    Encyclopaedia News Contributors contributors Broadcasting""".split()
)
_WORDS = lazy_pattern(r"[^\W\d_]+")
_IN_CAPITALS = frozenset(word.upper() for word in _INSTITUTION_WORDS if len(word) > 4)
_BEHALF = lazy_pattern(
    r"\A(?:(?:on|in)\s+behalf\s+of\s+(?:the\s+)?|(?:for|from|and|et|und|&)\s+(?:the\s+)?|the\s+)",
    re.IGNORECASE,
)

# ── lists ─────────────────────────────────────────────────────────────────────────────────────────

_LEADING_AND = lazy_pattern(r"\A\s?(?:(?:and|et|und|sowie)\b|&)\s?", re.IGNORECASE)
_ROLES = (
    *"ed eds editor editors editor-in-chief hrsg hrsgg hg hgg herausgeber herausgeberin".split(),
    *"éd éds dir dirs coord coords comp comps compiler compilers red bearb org orgs".split(),
    *"curator curators trans transl translator translators übers trad author ред".split(),
    *("guest editor", "guest editors"),
)
_BEHIND_ROLE = f"{whitespace}\u00a0.,)]"
_ROLE_AFTER = lazy_pattern(
    rf"[\s,;:]*[(\[]?\s*\b(?!ED\b\.?\s*\Z)(?:{'|'.join(_ROLES)})\b\.?\s*[)\]]?[\s.,]*\Z",
    re.IGNORECASE,
)
_ROLE_BEFORE = lazy_pattern(
    r"""[\s(]*(?:in:?\s+(?=edited|hrsg|ed\.))?(?:edited\s+by|ed(?:s|ited)?\.?\s+by|hrsg\.?\s+v"
    r"(?:on|\.)
    |herausgegeben\s+von|translated\s+by|trans(?:l|lated)?\.?\s+by|übers(?:etzt)?\.?\s+v(?:on|\.)
    |sous\s+la\s+dir(?:ection|\.)\s+d(?:e\s|')|a\s+cura\s+di|par|by|by:)\s+(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_ROLE = 30
_GLUED = lazy_pattern(rf"\.(?<={UPPER}\.)(?={UPPER}[{LOWER}])")
_EDGES = " \t\u00a0,;:*†‡§¶#|"
_MARKED = lazy_pattern(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§¶]")
_AFFILIATION = lazy_pattern(
    r"(?<=[^\W\d_])(?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:,[\d¹²³]+)*|[*†‡§¶]+)(?=\s*(?:,|;|\Z|and\b))"
)
_ROLE_INSIDE = lazy_pattern(
    r"\s?\((?:executive )?(?:producers?|directors?|hosts?|writers?|composers?|narrators?"
    r"|creators?)"
    r"(?: (?:&|and) \w+)?\)",
    re.IGNORECASE,
)
# Letter-spaced print: "S c h m i d t, Hans", "S M I T H, J."
_SPACED = lazy_pattern(
    rf"(?<![\w.] ){UPPER} (?:[{LOWER}] ){{2,20}}[{LOWER}](?![{LOWER}.])"
    rf"|(?:(?<=^)|(?<=[;&] )){UPPER}(?: {UPPER}){{3,20}}(?=,)"
)
_LOOSE_STOP = lazy_pattern(r"\s(?<=[^\W\d_]\s)\s*(?=[.,])")
# The French way: Schneider (L.), Schneider (Jean-Louis)
_GIVEN = rf"(?!Eds?\b|Hrsg|Hg\b|Dir\b|Coord|Orgs?\b|Comp\b|Jr\b){UPPER}[{LOWER}]{{2,}}"
_BRACKETED = lazy_pattern(
    rf"\s\(((?:{UPPER}[{LOWER}]?\.[ -]?){{1,4}}|{_GIVEN}(?:[ -]{UPPER}[{LOWER}]+){{0,2}})\)"
)
_COMPANY = lazy_pattern(r"\b(?:and|&|et|und|y|e)\s(?:Co|Sons?|Cie|C\.|Söhne|Hijos|Figli)\.?\Z")
_JOINED = lazy_pattern(r"/\s*+|(?<!\s)\s++(?:/\s*+|[-\u2013]\s++)")
_LOOSE_HYPHEN = lazy_pattern(rf"(?<={UPPER}\.)\s?-\s?(?={UPPER}\.)")


def parse_names(raw: str) -> NameList:
    """Read a printed list of names.

    ``raw`` is the list as printed, with or without its "et al.", "(Eds.)", "by".
    """
    head, al, tail = raw.partition(" et al")
    bare = (raw if len(tail) > 1 else head).strip(_EDGES)
    if bare[:2] in _ARTICLES and _ONE_INVERTED.fullmatch(bare):
        return NameList(tuple(people_of(pieces_of(bare), inverted=True)), bool(al))
    for whole, each, family, given in _COMMON:
        if whole.fullmatch(bare):
            if each is _COMMON[-1].each and _names_institution(bare):
                break
            names = [
                Name.unchecked(family=name[family], given=_given(name[given]))
                for name in each.findall(bare)
            ]
            return NameList(tuple(names), bool(al))
    text, et_al = without_et_al(raw)
    return NameList(tuple(_names(_prepared(text))), et_al)


# The commonest forms, whole and without particles, suffixes or capitals: read in one step, since
# taking a list apart piece by piece costs four times as much.
_PLAIN = (
    rf"{UPPER}(?:['\u2019]{UPPER})?[{LOWER}]+(?:{UPPER}[{LOWER}]+)?(?:[-\u2010]{UPPER}[{LOWER}]+)?"
)
_DOTTED = rf"{UPPER}\.(?:[ -]?{UPPER}\.){{0,3}}"


class _Form(NamedTuple):
    """A form of lists: the whole list, each name, and the groups of its family and given name."""

    whole: re.Pattern[str]
    each: re.Pattern[str]
    family: int
    given: int


def _form(name: str, family: int, given: int) -> _Form:
    bare = re.sub(r"\((?!\?)", "(?:", name)
    joint = "(?:,? (?:and|et|und|y|и|&) )"
    whole = lazy_pattern(f"{bare}(?:, {bare})*(?:{joint}{bare})?[.,]?")
    return _Form(whole, lazy_pattern(name), family, given)


_COMMON = (
    _form(rf"({_PLAIN}) ({UPPER}{{1,3}})(?!{UPPER})", 0, 1),
    _form(rf"({_PLAIN}), ?({_DOTTED}|{UPPER}\b)", 0, 1),
    _form(rf"({_DOTTED}) ?({_PLAIN})", 1, 0),
    _form(rf"({_PLAIN}(?: {UPPER}\.){{0,2}}) (?!Al |De |La |Le |Du |Da )({_PLAIN})", 1, 0),
)


@lru_cache(8192)
def _given(words: str) -> str:
    return written_given(words.split())


def parse_person(raw: str) -> Name | None:
    """Read one person's name, in the order ``Family, Given`` or in the natural one."""
    names = tuple(people_of(pieces_of(_prepared(raw)), inverted=True))
    if len(names) == 1:
        return names[0]
    literal = " ".join(raw.split())
    return Name(literal=literal) if literal else None


def _prepared(text: str) -> str:
    # A cheap look before a dear one: few lists end in a word that tells a role.
    if text[-_LONGEST_ROLE:].lower().rstrip(_BEHIND_ROLE).endswith(_ROLES):
        match = _ROLE_AFTER.search(text, max(0, len(text) - _LONGEST_ROLE))
        text = text[: match.start()] if match else text
    if match := _ROLE_BEFORE.match(text):
        text = text[match.end() :]
    if not text.isascii():
        text = text.replace("\u00a0", " ").replace("\u00ad", "")
        text = text.replace("，", ",").replace("；", ";").replace("、", ", ")
        text = text.replace("،", ",").replace("؛", ";")
    if "(" in text:
        text = _ROLE_INSIDE.sub("", text)
        text = _BRACKETED.sub(r", \1", text)
    if _SPACED.search(text):
        text = _SPACED.sub(lambda match: match.group().replace(" ", ""), text)
    if "-" in text:
        text = _LOOSE_HYPHEN.sub("-", text)
    if _MARKED.search(text):
        text = _AFFILIATION.sub("", text)
    text = _LOOSE_STOP.sub("", text)
    # A stop at the end is the sentence's, or else tells nothing: initials need none there.
    return _GLUED.sub(". ", text).strip(_EDGES).removesuffix(".")


def _names(text: str) -> Iterator[Name]:
    if text and _is_uncased(text):
        yield from _uncased(text)
    elif _COMPANY.search(text):
        yield _institution(text)
    elif ";" in text:
        for part in text.split(";"):
            person = _LEADING_AND.sub("", part, count=1).strip(_EDGES)
            if is_institution(person):
                yield from _mixed(person)
            else:
                yield from people_of(pieces_of(person), inverted=True)
    elif is_institution(text):
        yield from _mixed(text)
    elif _HUMPED.fullmatch(text):
        yield Name(literal=text)
    elif (parts := _inverted_parts(text)) is not None:
        for part in parts:
            yield from people_of(pieces_of(part), inverted=True)
    else:
        if "/" in text or " \u2013 " in text or " - " in text:
            text = _JOINED.sub(" & ", text)
        yield from people_of(pieces_of(text))


_HUMPED = lazy_pattern(r"(?:[A-Z][a-z]+){3,6}|[A-Z]{2,5}[a-z]{2,}(?:[A-Z][a-z]+){1,4}|@\w{2,40}")
"""One word with capitals inside, or a handle: the account of a channel, no surname."""
_ARTICLES = frozenset(
    {"Le", "La", "Du", "De", "Va", "Vo", "Di", "El", "Al", "Te", "Sa", "St", "Be", "Bi", "Ib", "Ma"}
)
"""How a text begins that :data:`_ONE_INVERTED` may match: a cheap look."""
_ONE_INVERTED = lazy_pattern(
    rf"(?:Le|La|Du|Des|De|Van|Von|Di|Del|Della|El|Al|Ter|San|Saint|St\.?|Ben|Bin|Ibn|Mac|Ó|Ní) "
    rf"{UPPER}[\w'’-]+,"
    rf" {UPPER}[\w'’.-]+(?: {UPPER}[\w'’.-]*)?"
)
"""One person, family first, whose family begins with an article or a particle."""


def _inverted_parts(text: str) -> list[str] | None:
    """Return the persons of ``García López, María y Ruiz de la Torre, Juan``; else ``None``.

    Each side of the "and" has one comma, and one of the families has several words.
    """
    if text.count(",") != 2:
        return None
    parts = [part.strip(_EDGES) for part in AND.split(text)]
    if len(parts) != 2 or any(part.count(",") != 1 for part in parts):
        return None
    sides = [[side.split() for side in part.split(",")] for part in parts]
    if all(len(family) < 5 and 0 < len(given) < 5 for family, given in sides) and any(
        len(family) > 1 for family, _ in sides
    ):
        return parts
    return None


def _names_institution(text: str) -> bool:
    words = _WORDS.findall(text)
    if not _INSTITUTION_WORDS.isdisjoint(words):
        return True
    return len(words) > 1 and text.isupper() and not _IN_CAPITALS.isdisjoint(words)


def is_institution(text: str) -> bool:
    """Return whether a text names an institution; a name such as ``Bureau Y`` does not."""
    if not _names_institution(text):
        return False
    tokens = tuple(text.split())
    return not (
        1 < len(tokens) < 4 and "," not in text and piece_of(tokens, first=True).kind == "L"
    )


# What an institution is of, up to an "and": "United Nations, Department of Economic".
_BEFORE_AND = lazy_pattern(
    r"\b(?:Department|Ministry|Office|Committee|Commission|Institute|Centre|Center|Council|Board"
    r"|Bureau"
    r"|Agency|Division|Directorate(?:-General)?|Secretariat|School|Faculty|Society|Association"
    r"|Ministerio"
    r"|Ministère|Ministério|Ministerium|Bundesministerium|Bundesamt)"
    r" (?:of|for|on|de|für|des|del|della|do|da)(?: the)? [^;]{2,60}\Z"
)


def _institutions(text: str) -> list[str]:
    """Return the institutions between "and"s, but for an "and" within what one is of."""
    parts: list[str] = []
    end = 0
    for match in AND.finditer(text):
        before, after = text[end : match.start()], text[match.end() :].partition(",")[0]
        heads = _INSTITUTION_WORDS.difference(_NO_HEADS).intersection(after.split())
        if _BEFORE_AND.search(before) and len(after.split()) <= _FEW and not heads:
            continue
        parts.append(before)
        end = match.end()
    return [*parts, text[end:]]


_FEW = 3
"""Words that may follow an "and" within a name: "Economic and Social Affairs"."""
_NO_HEADS = frozenset("Affairs Service Services Research Statistics Rights of for the".split())
"""Words of institutions that also end what one is of: "Health and Human Services"."""


def _mixed(text: str) -> Iterator[Name]:
    """Read a list with institutions in it, whose names may hold commas and "and"."""
    if not any(
        piece.kind in "LNI"
        for piece in pieces_of(text)
        if not is_institution(" ".join(piece.tokens))
    ):
        parts = _institutions(text)
        if len(parts) > 1 and all(is_institution(part) for part in parts):
            yield from (_institution(part) for part in parts)
        else:
            yield _institution(text)
        return
    people: list[str] = []
    for piece in text.split(","):
        part = piece
        if not is_institution(part):
            people.append(part)
            continue
        yield from people_of(pieces_of(", ".join(people).strip(_EDGES)))
        people = []
        match = AND.search(part)
        left = pieces_of(part[: match.start()]) if match else []
        if match and left and left[0].kind in "LNI" and part[match.end() :].strip(_EDGES):
            # "Abelev B and the ALICE Collaboration"
            yield from people_of(left)
            part = part[match.end() :]
        yield _institution(part)
    yield from people_of(pieces_of(", ".join(people).strip(_EDGES)))


def _institution(text: str) -> Name:
    bare = text.strip(_EDGES)
    while (cut := _BEHALF.sub("", bare)) != bare and cut:
        bare = cut
    return Name(literal=" ".join(bare.split()))


# ── scripts without case ──────────────────────────────────────────────────────────────────────────

_HAN = lazy_pattern("[\u3400-\u9fff]{2,3}")
_HANGUL = lazy_pattern("[\uac00-\ud7a3]{3}")
_TWO_SIGNS = frozenset(
    "欧阳 司马 诸葛 上官 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 歐陽 司馬 諸葛".split()
)


def _is_uncased(text: str) -> bool:
    return not text.isascii() and text.lower() == text.upper()


_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff]")
_CONJUNCTION = lazy_pattern("\\A(?:و\\s|ו(?=[\u05d0-\u05ea]{2,}\\s[\u05d0-\u05ea]{2,}\\Z))\\s?")


def _right_to_left(text: str) -> Iterator[Name]:
    """Read names in Hebrew or Arabic: pairs of family and given name, or given names first."""
    for whole in text.split(";"):
        parts = [_CONJUNCTION.sub("", part.strip(_EDGES)) for part in whole.split(",")]
        parts = [part for part in parts if part]
        paired = len(parts) % 2 == 0 and all(len(part.split()) < 4 for part in parts)
        if paired:
            for family, given in zip(parts[::2], parts[1::2], strict=True):
                yield Name.unchecked(family=family, given=given)
            continue
        for part in parts:
            given, _, family = part.rpartition(" ")
            if given and len(part.split()) < 4:
                yield Name.unchecked(family=family, given=given)
            else:
                yield Name(literal=part)


def _uncased(text: str) -> Iterator[Name]:
    if _RIGHT_TO_LEFT.search(text):
        yield from _right_to_left(text)
        return
    parts = _UNCASED_MARKS.split(text)
    words = text.split()
    if len(parts) == 1 and len(words) > 1 and all(_is_full_name(word) for word in words):
        parts = words
    for part in parts:
        word = part.strip(_EDGES + ".。")
        family, space, given = word.partition(" ")
        if space and len(parts) > 1 and " " not in given and len(word) < 8:
            yield Name.unchecked(family=family, given=given)
        elif _is_full_name(word):
            length = 2 if len(word) > 2 and word[:2] in _TWO_SIGNS else 1
            yield Name.unchecked(family=word[:length], given=word[length:])
        elif word:
            yield Name(literal=word)


def _is_full_name(word: str) -> bool:
    return _HAN.fullmatch(word) is not None or _HANGUL.fullmatch(word) is not None


_UNCASED_MARKS = lazy_pattern(r"[,;/·・\u2024]|(?<=\w)\.(?=\w)")
