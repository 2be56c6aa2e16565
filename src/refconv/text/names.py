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
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from refconv.fields import NameList
from refconv.model import Name
from refconv.text.evidence import UPPER

# ── incomplete lists ──────────────────────────────────────────────────────────────────────────────

_ET_AL = re.compile(
    r"""[\s,;&]* (?: \b(?:and|und|et|y|e|og|och|en|i|и)\s+ )?
        (?: \bet\.?\s?al(?:ii|iae|ia)?\b\s?\.?        # Latin, also with its words run together
          | \b(?:and|&)\s+(?:\d+\s+)?(?:others|coworkers|co-workers|colleagues|collaborators)\b
          | \bothers\b | \bu\.\s?a\.? | \bu\.?\s?a\.(?=\W*\Z) | \bu\.\s?Mitarb\.? | \bund\s+andere\b
          | \banderen?\b | \bet\s+autres\b | \bet\s+coll\b\.? | \bet\s+collab\b\.? | \bautres\b
          | \by\s+(?:otros|cols?)\b\.? | \be\s+(?:outros|altri|cols?|colab)\b\.? | \baltri\b
          | \bи\s+др(?:угие)?\b\.? | \bдр\. | \bи\s+соавт\b\.? | \bта\s+ін\b\.? | \bi\s+in(?:ni)?\b\.?
          | \bm\.\s?fl\b\.? | \bo\.\s?a\.(?=\W*\Z) | \be\.\s?a\.(?=\W*\Z) | \ba\s+kol\b\.?
          | \bve\s+(?:ark|diğ)\b\.? | \bvd\. | \bet\s+coauthors\b | 等 | ほか | (?<=\w)他\Z | \[?\u2026\]?
          | \.\s?\.\s?\. )\]?\)?""",
    re.VERBOSE | re.IGNORECASE,
)
_ET_AL_HINT = re.compile(
    r"al\b|al[.i]|other|co-?work|colleag|collab|u\. ?[am]|ander|autres|coll?s?\b|otros|outros|altri"
    r"|др|соавт|ін\b|\bin\b|fl\b|[oe]\. ?a\.|kol\b|ark\b|diğ|vd\.|autho|[等ほ他…]|\.\s?\.",
    re.IGNORECASE,
)


def without_et_al(text: str) -> tuple[str, bool]:
    """Take "et al." and its like out of a list; tell whether it was there."""
    if not _ET_AL_HINT.search(text):
        return text, False
    bare, count = _ET_AL.subn(", ", text)
    return (bare, True) if count else (text, False)


def says_et_al(text: str) -> bool:
    """Tell a text that begins with "et al." or its like."""
    return _ET_AL.match(text) is not None


# ── words ─────────────────────────────────────────────────────────────────────────────────────────

_PARTICLES = frozenset(
    """van von vom zu zum zur de del della dello dalla delle dei degli di da do dos das du des der
    den het ten ter te la le las los el al bin ibn ben abu af av aus dem 't d'""".split()
)
# Capitalised, they belong to the family of a name in natural order: Vincent Van Gogh.
_FAMILY_BEGINNINGS = frozenset(
    """Van Von De Di La Le Du Del Della Den Der Dos Da Des El Al Ben Bin Abu Ter Ten San St St. Santa
    Mc Mac O'""".split()
)
_SUFFIXES = {
    "jr": "Jr.", "jr.": "Jr.", "junior": "Jr.", "sr": "Sr.", "sr.": "Sr.", "ii": "II", "iii": "III",
    "iv": "IV", "2nd": "II", "3rd": "III", "4th": "IV", "fils": "fils", "père": "père",
}  # fmt: skip
_LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķļłńņňőœřśşšťūůűųźżžа-яёіїєґα-ωά-ώ"
# In capitals beside a family alone: Hangartner JR, Ivanov IV.
_SUFFIX_OR_INITIALS = frozenset({"JR", "SR", "II", "IV"})
_INITIALS = re.compile(
    rf"(?:{UPPER}[{_LOWER}]{{0,3}}\.[-\u2010\u2011]?)*"  # J.  J.-P.  Yu.  Th.
    rf"(?:{UPPER}\.?|{UPPER}[{_LOWER}]{{1,3}}\.|{UPPER}\.?[-\u2010\u2011](?:{UPPER}|[{_LOWER}])\.?)"
)
_CAPITALS = re.compile(rf"{UPPER}{{2,4}}")
_GLUED = re.compile(rf"(?<={UPPER}\.)(?={UPPER}[{_LOWER}])")
_INITIAL = re.compile(rf"[-\u2010\u2011]?{UPPER}[{_LOWER}]{{0,3}}(?=\.)|[-\u2010\u2011]?{UPPER}"
                      rf"|[-\u2010\u2011][{_LOWER}]")  # fmt: skip


@lru_cache(8192)
def _class_of(token: str) -> str:
    """Class a word: ``i``\\ nitials, ``c``\\ apitals, ``p``\\ article, ``s``\\ uffix, ``w``\\ ord."""
    low = token.lower()
    if low in _SUFFIXES and (token[0].isupper() or token[0].isdigit() or low in {"fils", "père"}):
        return "s"
    if token in _PARTICLES:
        return "p"
    if _INITIALS.fullmatch(token) and token not in _FAMILY_BEGINNINGS:
        return "i"
    return "c" if _CAPITALS.fullmatch(token) else "w"


@lru_cache(8192)
def spaced_initials(token: str) -> str:
    """Write initials apart and with stops: ``JJ`` as ``J. J.``, ``J-P`` as ``J.-P.``."""
    parts = _INITIAL.findall(token)
    text = " ".join(f"{part}." for part in parts)
    return re.sub(r"\s[-\u2010\u2011]", "-", text)


_MAC = re.compile(
    r"Mac(arthur|aulay|donald|dougall|farlane|gregor|innes|intosh|intyre|kay|kenzie|kinnon|lachlan|"
    r"laren|lean|leod|mahon|millan|namara|neil|pherson|rae|taggart)\Z"
)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(8192)
def recased(word: str) -> str:
    """Write a name that stands in capitals as names are written; any other stays as it is."""
    letters = "".join(_WORD.findall(word))
    if len(letters) < 2 or not letters.isupper():
        return word

    def one(match: re.Match[str]) -> str:
        part = match.group().capitalize()
        if part.startswith("Mc") and len(part) > 3:
            part = "Mc" + part[2:].capitalize()
        return _MAC.sub(lambda mac: "Mac" + mac[1].capitalize(), part)

    return _WORD.sub(one, word)


def _given(tokens: Sequence[str]) -> str:
    """Write the words of a given name."""
    return " ".join(
        spaced_initials(token)
        if _class_of(token) in "ic" or token in _SUFFIX_OR_INITIALS
        else recased(token)
        for token in tokens
    )


# ── institutions ──────────────────────────────────────────────────────────────────────────────────

_INSTITUTION = re.compile(
    r"""\b(?: Organi[sz]ation | Institut\w* | Universit\w+ | Committee | Collaborations? | Consorti\w+
      | Groupe? | Team | Network | Association | Associazione | Society | Société | Sociedad
      | Gesellschaft | Minist\w+ | Department | Dept | Agency | Agence | Commission | Council | Conseil
      | Cent(?:er|re|ers|res) | Foundation | Fondation | Stiftung | Bureau | Office | Nations
      | Gmb[Hh] | Corp | Corporation | Inc | Ltd | Company | Bundes\w+ | Academy | Académie
      | Akademie | Survey | Authority | Board | Federation | Fédération | Investigators | Trialists
      | Workgroup | Task\ Force | Administration | International | United | Bank | Laborator\w+
      | Project | Programme | Parliament | Government | Republic | Congress | Library | Museum
      | College | School | Hospital | Alliance | Initiative | Forum | Partnership | Panel | Service
      | Comisión | Comité | Instituto | Verband | Verein | Partei | ЮНЕСКО | Министерство | Институт )\b
      | \s(?:of|for|für|pour|para|the)\s | \b(?:WHO|OECD|UNESCO|UNICEF|NASA|NIST|IPCC|FAO)\b""",
    re.VERBOSE,
)
_BEHALF = re.compile(
    r"\A(?:(?:on|in)\s+behalf\s+of\s+(?:the\s+)?|(?:for|from|and|et|und|&)\s+(?:the\s+)?|the\s+)",
    re.IGNORECASE,
)

# ── lists ─────────────────────────────────────────────────────────────────────────────────────────

_AND = re.compile(
    r"(?:\s*[,;]\s*|\s+)(?:(?:and|et|und|y|e|og|och|en|i|и|та|ve|sowie|AND|ET|UND)\s+)+|[\s,;]*&[\s,]*"
)
_LEADING_AND = re.compile(r"(?:[\s,;]*(?:(?:and|et|und|sowie)\b|&))+\s*", re.IGNORECASE)
_ROLE_AFTER = re.compile(
    r"""[\s,;:]*[(\[]?\s*\b(?!ED\b\.?\s*\Z)(?:eds?|editors?|hrsgg?|hgg?|herausgeber(?:in)?|éds?|dirs?
        |coords?|comps?|compilers?|red|bearb|orgs?|curators?|trans|transl|translators?|übers|trad
        |author|editor-in-chief|guest\ editors?|ред)\b\.?\s*[)\]]?[\s.,]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    r"""[\s(]*(?:in:?\s+(?=edited|hrsg|ed\.))?(?:edited\s+by|ed(?:s|ited)?\.?\s+by|hrsg\.?\s+v(?:on|\.)
        |herausgegeben\s+von|translated\s+by|trans(?:l|lated)?\.?\s+by|übers(?:etzt)?\.?\s+v(?:on|\.)
        |sous\s+la\s+dir(?:ection|\.)\s+d(?:e\s|')|a\s+cura\s+di|par|by|by:)\s+(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_ROLE = 30
_EDGES = " \t\u00a0,;:*†‡§¶#|"
_AFFILIATION = re.compile(r"(?<=[^\W\d_])(?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:,[\d¹²³]+)*|[*†‡§¶]+)(?=\s*(?:,|;|\Z|and\b))")
_LOOSE_STOP = re.compile(r"(?<=[^\W\d_])\s+(?=[.,])")
_LOOSE_HYPHEN = re.compile(rf"(?<={UPPER}\.)\s?-\s?(?={UPPER}\.)")


class _Piece(NamedTuple):
    """A stretch between separators: its words, their classes, its kind, what stands before.

    Kinds: ``L`` family then initials, ``N`` given then family, ``I`` given initials alone, ``W``
    words alone, ``S`` a suffix, ``C`` an institution.
    """

    kind: str
    tokens: tuple[str, ...]
    classes: str
    first: bool

    @property
    def words(self) -> int:
        """How many words stand there, particles aside."""
        return len(self.tokens) - self.classes.count("p")


def parse_names(raw: str) -> NameList:
    """Read a printed list of names.

    ``raw`` is the list as printed, with or without its "et al.", "(Eds.)", "by".
    """
    head, al, tail = raw.partition(" et al")
    bare = (raw if len(tail) > 1 else head).strip(_EDGES)
    for whole, pattern, family, given in _COMMON:
        if whole.fullmatch(bare):
            if pattern is _COMMON[-1][1] and _INSTITUTION.search(bare):
                break
            names = [_plain(match[family], match[given]) for match in pattern.finditer(bare)]
            return NameList(tuple(names), bool(al))
    text, et_al = without_et_al(raw)
    return NameList(tuple(_names(_prepared(text))), et_al)


# The commonest forms, whole and without particles, suffixes or capitals: read in one step, since
# taking a list apart piece by piece costs four times as much.
_PLAIN = (
    rf"{UPPER}[{_LOWER}]*(?:['\u2019]?{UPPER})?[{_LOWER}]+(?:[-\u2010]{UPPER}[{_LOWER}]+)?"
)
_DOTTED = rf"{UPPER}\.(?:[ -]?{UPPER}\.){{0,3}}"


def _common(name: str, joint: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    bare = re.sub(r"\((?!\?)", "(?:", name)
    return re.compile(f"{bare}(?:, {bare})*(?:{joint}{bare})?[.,]?"), re.compile(name)


_JOINT = "(?:,? (?:and|et|und|y|и|&) )"
_COMMON = (
    (*_common(rf"({_PLAIN}) ({UPPER}{{1,3}})(?!{UPPER})", _JOINT), 1, 2),
    (*_common(rf"({_PLAIN}), ?({_DOTTED}|{UPPER}\b)", _JOINT), 1, 2),
    (*_common(rf"({_DOTTED}) ?({_PLAIN})", _JOINT), 2, 1),
    (*_common(rf"({_PLAIN}(?: {UPPER}\.){{0,2}}) (?!Al |De |La |Le |Du |Da )({_PLAIN})", _JOINT), 2, 1),
)


@lru_cache(8192)
def _plain(family: str, given: str) -> Name:
    return Name(family=family, given=_given(given.split()))


def parse_person(raw: str) -> Name | None:
    """Read one person's name, in the order ``Family, Given`` or in the natural one."""
    names = tuple(_people(_pieces(_prepared(raw)), inverted=True))
    if len(names) == 1:
        return names[0]
    literal = " ".join(raw.split())
    return Name(literal=literal) if literal else None


def _prepared(text: str) -> str:
    if match := _ROLE_AFTER.search(text, max(0, len(text) - _LONGEST_ROLE)):
        text = text[: match.start()]
    if match := _ROLE_BEFORE.match(text):
        text = text[match.end() :]
    if not text.isascii():
        text = text.replace("\u00a0", " ").replace("\u00ad", "")
        if "\uff00" <= max(text):
            text = text.replace("，", ",").replace("；", ";")
        text = text.replace("、", ", ")
    if "-" in text:
        text = _LOOSE_HYPHEN.sub("-", text)
    if "*" in text or any(map(str.isnumeric, text)):
        text = _AFFILIATION.sub("", text)
    text = _LOOSE_STOP.sub("", text)
    # A stop at the end is the sentence's, or else tells nothing: initials need none there.
    return _GLUED.sub(" ", text).strip(_EDGES).removesuffix(".")


def _names(text: str) -> Iterator[Name]:
    if not text:
        return
    if _is_uncased(text):
        yield from _uncased(text)
    elif ";" in text:
        for part in text.split(";"):
            part = _LEADING_AND.sub("", part, count=1).strip(_EDGES) if part.strip() else ""
            yield from _people(_pieces(part), inverted=True) if not _corporate(part) else _mixed(part)
    elif _corporate(text):
        yield from _mixed(text)
    else:
        if "/" in text or " \u2013 " in text or " - " in text:
            text = re.sub(r"\s*/\s*|\s+[-\u2013]\s+", " & ", text)
        yield from _people(_pieces(text))


def _corporate(text: str) -> bool:
    """Tell an institution; a name such as ``Bureau Y`` is none."""
    if _INSTITUTION.search(text) is None:
        return False
    tokens = tuple(text.split())
    return not (1 < len(tokens) < 4 and "," not in text and _piece(tokens, first=True).kind == "L")


_ACRONYM_END = re.compile(r"\s*\(\w{2,12}\)\Z")


def _mixed(text: str) -> Iterator[Name]:
    """Read a list with institutions in it, whose names may hold commas and "and"."""
    if not any(piece.kind in "LNI" for piece in _pieces(text) if not _corporate(" ".join(piece.tokens))):
        parts = _AND.split(text)
        if len(parts) > 1 and all(_corporate(part) for part in parts):
            yield from (_institution(part) for part in parts)
        else:
            yield _institution(text)
        return
    people: list[str] = []
    for part in text.split(","):
        if not _corporate(part):
            people.append(part)
            continue
        yield from _people(_pieces(", ".join(people).strip(_EDGES)))
        people = []
        left, joint, right = part, "", ""
        if match := _AND.search(part):
            left, joint, right = part[: match.start()], match.group(), part[match.end() :]
        if joint and left.strip() and not _corporate(left) and _pieces(left.strip())[0].kind in "LNI":
            yield from _people(_pieces(left.strip()))
            yield _institution(right)
        else:
            yield _institution(part)
    yield from _people(_pieces(", ".join(people).strip(_EDGES)))


def _institution(text: str) -> Name:
    bare = text.strip(_EDGES)
    while (cut := _BEHALF.sub("", bare)) != bare and cut:
        bare = cut
    return Name(literal=" ".join(bare.split()))


# ── pieces ────────────────────────────────────────────────────────────────────────────────────────


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for chunk in _chunks(text):
        first = True
        for part in chunk.split(","):
            tokens = tuple(part.split())
            if tokens and tokens != (".",):
                pieces.append(_piece(tokens, first))
                first = False
    return pieces


def _chunks(text: str) -> list[str]:
    """Cut a list at its "and"; one between the halves of a family (Ortega y Gasset) stays."""
    if not _AND.search(text):
        return [text]
    chunks: list[str] = []
    start = 0
    for match in _AND.finditer(text):
        left, right = text[start : match.start()], text[match.end() :]
        if match.group().strip() in ("y", "e", "i") and " " not in left.strip() and "," not in left:
            head = right.split(",")
            words = head[0].split()
            if (len(words) == 1 and len(head) > 1) or (len(words) == 2 and _class_of(words[1]) in "ic"):
                continue
        chunks.append(left)
        start = match.end()
    return [*chunks, text[start:]]


def _piece(tokens: tuple[str, ...], first: bool) -> _Piece:
    classes = "".join(map(_class_of, tokens))
    if classes.endswith("ws") and classes.count("w") == 1 and tokens[-1] in _SUFFIX_OR_INITIALS:
        classes = classes[:-1] + "i"
    if "c" in classes:
        classes = _resolved(tokens, classes)
    return _Piece(_kind(classes), tokens, classes, first)


def _resolved(tokens: tuple[str, ...], classes: str) -> str:
    """Decide what short words in capitals are: initials beside a family, a family beside them."""
    if "w" in classes or ("p" in classes and classes.count("c") == 1 and "i" in classes):
        others = classes.replace("c", "")
        if "w" in others:
            return classes.replace("c", "i") if "i" not in others else _caps(classes)
    if "i" in classes:
        return classes.replace("c", "w")
    if len(tokens) > 1:
        is_family = len(tokens[-1]) > 3 or any(token.lower() in _PARTICLES for token in tokens)
        return "w" * len(tokens) if is_family else "w" + "i" * (len(tokens) - 1)
    return classes


def _caps(classes: str) -> str:
    """``Smith J JR``, ``J. A. VAN Smith``: beside initials they go with their neighbours."""
    out = list(classes)
    for index, name in enumerate(out):
        if name == "c":
            beside = (out[index - 1] if index else "", out[index + 1] if index + 1 < len(out) else "")
            out[index] = "i" if "i" in beside else "w"
    return "".join(out)


_KINDS = (
    ("S", re.compile(r"s+")),
    ("I", re.compile(r"i+p*s?|i+wp+")),
    ("L", re.compile(r"[pw]*w[pw]*s?i+p*s?")),
    ("N", re.compile(r"w?i[iw]*p*[wc]+s?|w+i+[iw]*p*w+s?")),
    ("A", re.compile(r"c")),
    ("W", re.compile(r"[pwc]+s?")),
)


@lru_cache(4096)
def _kind(classes: str) -> str:
    for kind, pattern in _KINDS:
        if pattern.fullmatch(classes):
            return kind
    return "M"


# ── people ────────────────────────────────────────────────────────────────────────────────────────


def _people(pieces: Sequence[_Piece], inverted: bool = False) -> Iterator[Name]:
    """Read pieces from left to right; ``inverted`` says that they are one ``Family, Given``."""
    if not pieces:
        return
    vancouver = pieces[0].kind == "L" and len(pieces) > 1
    bare = all(piece.kind == "W" and piece.words == 1 for piece in pieces) and (
        len(pieces) % 2 == 1 or pieces[-1].first
    )
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        index += 1
        suffix = ""
        if after is not None and after.kind == "S" and piece.kind != "I":
            suffix = _SUFFIXES[after.tokens[0].lower()]
            index += 1
            after = pieces[index] if index < len(pieces) else None
        if piece.kind == "L":
            yield _family_first(piece, suffix)
        elif piece.kind == "N":
            yield _natural(piece, suffix)
        elif piece.kind == "M":
            yield from _run_on(piece)
        elif piece.kind == "S":
            continue
        elif piece.kind == "I" and after is not None and after.kind in "WA" and not after.first:
            # "J. A., Smith": a comma too many.
            yield _natural(_piece((*piece.tokens, *after.tokens), piece.first), suffix)
            index += 1
        elif (
            after is not None
            and not bare
            and _is_given(piece, after, vancouver, inverted)
            and not _has_own_given(after, pieces[index + 1 : index + 2])
        ):
            index += 1
            if not suffix and index < len(pieces) and pieces[index].kind == "S":
                suffix = _SUFFIXES[pieces[index].tokens[0].lower()]
                index += 1
            yield _inverted(piece, after, suffix)
        elif piece.kind == "A":
            yield Name(literal=piece.tokens[0]) if len(pieces) == 1 else Name(family=piece.tokens[0])
        elif len(pieces) == 1 and piece.classes == "w" and _is_acronym(piece.tokens[0]):
            yield Name(literal=piece.tokens[0])
        else:
            yield _natural(piece, suffix)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) < 7


def _is_given(piece: _Piece, after: _Piece, vancouver: bool, inverted: bool) -> bool:
    """Tell whether ``after`` is the given name that belongs to the family in ``piece``."""
    if after.first or piece.kind not in "WA":
        return False
    if after.kind in "IA":
        return True
    if inverted:
        return True
    if vancouver:
        return False
    single = piece.words == 1 or piece.classes[0] == "p"
    if after.kind in "NL":
        return single or (after.kind == "L" and after.words == 2)
    return after.kind == "W" and (single or after.words == 1)


def _has_own_given(piece: _Piece, following: Sequence[_Piece]) -> bool:
    """Tell words that are a family, since initials follow (the one before has no given name)."""
    return piece.kind == "W" and any(p.kind == "I" and not p.first for p in following)


def _family_first(piece: _Piece, suffix: str) -> Name:
    """``van der Berg JA``, ``Smith J. A. Jr``, ``de la Cruz M``."""
    tokens, classes = list(piece.tokens), piece.classes
    start = next(i for i, name in enumerate(classes) if i and name in "is")
    family, rest = tokens[:start], tokens[start:]
    return _name(family, rest, suffix)


def _natural(piece: _Piece, suffix: str) -> Name:
    """``J. A. Smith``, ``Ludwig van Beethoven``, ``García Márquez`` alone, ``Plato``."""
    tokens, classes = list(piece.tokens), piece.classes
    while len(tokens) > 1 and classes[-1] == "s":
        suffix = suffix or _SUFFIXES[tokens[-1].lower()]
        tokens, classes = tokens[:-1], classes[:-1]
    if len(tokens) == 1:
        return _name(tokens, [], suffix)
    if "p" in classes[1:-1]:
        start = classes.index("p", 1)
    elif classes[0] == "p":
        start = 0
    elif classes.startswith("ii") and "i" not in classes.lstrip("i"):
        start = len(classes) - len(classes.lstrip("i"))
    elif "-" not in tokens[0] and classes[0] == "i" and tokens[0].count(".") > 1:
        start = len(classes) - len(classes.lstrip("i"))
    else:
        start = len(tokens) - 1
        while start > 1 and tokens[start - 1] in _FAMILY_BEGINNINGS:
            start -= 1
    return _name(tokens[start:], tokens[:start], suffix)


def _inverted(piece: _Piece, after: _Piece, suffix: str) -> Name:
    return _name(list(piece.tokens), list(after.tokens), suffix)


def _run_on(piece: _Piece) -> Iterator[Name]:
    """``KANOHIN F. SALEY M.B.``: a list without commas, cut after each run of initials."""
    tokens, classes = piece.tokens, piece.classes
    runs = re.findall(r"[pwc]+i+s?", classes)
    if "".join(runs) != classes:
        yield Name(literal=" ".join(tokens))
        return
    start = 0
    for run in runs:
        part = tokens[start : start + len(run)]
        yield _family_first(_Piece("L", part, run, first=True), "")
        start += len(run)


def _name(family: list[str], given: list[str], suffix: str) -> Name:
    """Put a name together: particles and suffixes taken off, words recased."""
    if family and len(family) > 1 and _class_of(family[-1]) == "s":
        suffix = suffix or _SUFFIXES[family.pop().lower()]
    if len(given) > 1 and _class_of(given[-1]) == "s":
        suffix = suffix or _SUFFIXES[given.pop().lower()]
    elif len(given) > 1 and _class_of(given[0]) == "s":
        suffix = suffix or _SUFFIXES[given.pop(0).lower()]
    if len(family) > 1 and family[0].isupper():
        lead = 0
        while lead < len(family) - 1 and family[lead].lower() in _PARTICLES:
            lead += 1
        family = [*(word.lower() for word in family[:lead]), *family[lead:]]
    lead = 0
    while lead < len(family) - 1 and family[lead] in _PARTICLES:
        lead += 1
    trail = len(given)
    while trail > 1 and given[trail - 1] in _PARTICLES:
        trail -= 1
    return Name(
        family=" ".join(map(recased, family[lead:])),
        given=_given(given[:trail]),
        non_dropping_particle=" ".join(family[:lead]),
        dropping_particle=" ".join(given[trail:]),
        suffix=suffix,
    )


# ── scripts without case ──────────────────────────────────────────────────────────────────────────

_HAN = re.compile("[\u3400-\u9fff]{2,3}")
_HANGUL = re.compile("[\uac00-\ud7a3]{3}")
_TWO_SIGNS = frozenset("欧阳 司马 诸葛 上官 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 歐陽 司馬 諸葛".split())


def _is_uncased(text: str) -> bool:
    return not text.isascii() and text.lower() == text.upper()


def _uncased(text: str) -> Iterator[Name]:
    parts = _UNCASED_MARKS.split(text)
    words = text.split()
    if len(parts) == 1 and len(words) > 1 and all(_is_full_name(word) for word in words):
        parts = words
    for part in parts:
        word = part.strip(_EDGES + ".。")
        family, space, given = word.partition(" ")
        if space and len(parts) > 1 and " " not in given and len(word) < 8:
            yield Name(family=family, given=given)
        elif _is_full_name(word):
            length = 2 if len(word) > 2 and word[:2] in _TWO_SIGNS else 1
            yield Name(family=word[:length], given=word[length:])
        elif word:
            yield Name(literal=word)


def _is_full_name(word: str) -> bool:
    return _HAN.fullmatch(word) is not None or _HANGUL.fullmatch(word) is not None


_UNCASED_MARKS = re.compile(r"[,;/·・\u2024]|(?<=\w)\.(?=\w)")
