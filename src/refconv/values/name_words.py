"""The words of names: what class each is of, how it is written, and a name made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name

PARTICLES = frozenset(
    """van von vom zu zum zur de del della dello dalla delle dei degli di da do dos das du des der
    den het ten ter te la le las los el al bin ibn ben abu af av aus dem 't d'""".split()
)
# Capitalised, they belong to the family of a name in natural order: Vincent Van Gogh.
FAMILY_BEGINNINGS = frozenset(
    """Van Von De Di La Le Du Del Della Den Der Dos Da Des El Al Ben Bin Abu Ter Ten San St St.
    Santa Mc Mac O'""".split()
)
SUFFIXES = {
    "jr": "Jr.", "jr.": "Jr.", "junior": "Jr.", "sr": "Sr.", "sr.": "Sr.", "ii": "II", "iii": "III",
    "iv": "IV", "2nd": "II", "3rd": "III", "4th": "IV", "fils": "fils", "père": "père",
}  # fmt: skip
# Letters by case, as ranges: patterns made of them are compiled when the program starts.
UPPER = "[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯǍȘȚЀ-ЯҐΆ-ΏΑ-Ϋ]"
LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķļłńņňőœřśşšťūůűųźżžа-яёіїєґα-ωά-ώ"
# In capitals beside a family alone: Hangartner JR, Ivanov IV.
SUFFIX_OR_INITIALS = frozenset({"JR", "SR", "II", "IV"})
_INITIALS = lazy_pattern(
    rf"(?:{UPPER}[{LOWER}]{{0,3}}\.[-\u2010\u2011]?)*"  # J.  J.-P.  Yu.  Th.
    rf"(?:{UPPER}\.?|{UPPER}[{LOWER}]{{1,3}}\.|{UPPER}\.?[-\u2010\u2011](?:{UPPER}{{1,2}}|[{LOWER}])\.?)"
)
_CAPITALS = lazy_pattern(rf"{UPPER}{{2,4}}")
_INITIAL = lazy_pattern(rf"[-\u2010\u2011]?{UPPER}[{LOWER}]{{0,3}}(?=\.)|[-\u2010\u2011]?{UPPER}"
                      rf"|[-\u2010\u2011][{LOWER}]")  # fmt: skip


# Of letters alone, nothing but a word is longer.
_LONGEST_OTHER = max(map(len, [*SUFFIXES, *PARTICLES]))


@lru_cache(8192)
def class_of(token: str) -> str:
    """Class a word by a letter.

    ``i`` initials, ``c`` two to four capitals, ``p`` a particle, ``s`` a suffix, ``w`` any other.
    """
    if len(token) > _LONGEST_OTHER and token.isalpha():
        return "w"
    low = token.lower()
    if low in SUFFIXES and (token[0].isupper() or token[0].isdigit() or low in {"fils", "père"}):
        return "s"
    if token in PARTICLES:
        return "p"
    if _INITIALS.fullmatch(token) and token not in FAMILY_BEGINNINGS:
        return "i"
    return "c" if _CAPITALS.fullmatch(token) else "w"


def spaced_initials(token: str) -> str:
    """Write initials apart and with stops: ``JJ`` as ``J. J.``, ``J-P`` as ``J.-P.``."""
    parts = _INITIAL.findall(token)
    text = " ".join(f"{part}." for part in parts)
    return re.sub(r"\s[-\u2010\u2011]", "-", text)


_MAC = lazy_pattern(
    r"Mac(arthur|aulay|donald|dougall|farlane|gregor|innes|intosh|intyre|kay|kenzie|kinnon|lachlan|"
    r"laren|lean|leod|mahon|millan|namara|neil|pherson|rae|taggart)\Z"
)
_WORD = lazy_pattern(r"[^\W\d_]+")


def recased(word: str) -> str:
    """Write a name that stands in capitals as names are written; any other stays as it is."""
    return _recased(word) if word.isupper() else word


@lru_cache(8192)
def _recased(word: str) -> str:
    letters = "".join(_WORD.findall(word))
    if len(letters) < 2:
        return word

    def one(match: re.Match[str]) -> str:
        part = match.group().capitalize()
        if part.startswith("Mc") and len(part) > 3:
            part = "Mc" + part[2:].capitalize()
        return _MAC.sub(lambda mac: "Mac" + mac[1].capitalize(), part)

    return _WORD.sub(one, word)


def written_given(tokens: Sequence[str]) -> str:
    """Write the words of a given name."""
    return " ".join([_written(token) for token in tokens])


@lru_cache(8192)
def _written(token: str) -> str:
    is_initials = class_of(token) in "ic" or token in SUFFIX_OR_INITIALS
    return spaced_initials(token) if is_initials else recased(token)


def make_name(family: list[str], given: list[str], suffix: str) -> Name:
    """Return the name of words: particles and suffixes divided off, capitals recased."""
    if len(family) == 1 and len(given) < 2 and not suffix:
        return Name.unchecked(family=recased(family[0]), given=written_given(given))
    if family and len(family) > 1 and class_of(family[-1]) == "s":
        suffix = suffix or SUFFIXES[family.pop().lower()]
    if len(given) > 1 and class_of(given[-1]) == "s":
        suffix = suffix or SUFFIXES[given.pop().lower()]
    elif len(given) > 1 and class_of(given[0]) == "s":
        suffix = suffix or SUFFIXES[given.pop(0).lower()]
    if len(family) > 1 and family[0].isupper():
        lead = 0
        while lead < len(family) - 1 and family[lead].lower() in PARTICLES:
            lead += 1
        family = [*(word.lower() for word in family[:lead]), *family[lead:]]
    lead = 0
    while lead < len(family) - 1 and family[lead] in PARTICLES:
        lead += 1
    trail = len(given)
    while trail > 1 and given[trail - 1] in PARTICLES:
        trail -= 1
    last, first = " ".join(map(recased, family[lead:])), written_given(given[:trail])
    if last and not (suffix or lead or trail < len(given)):
        return Name.unchecked(family=last, given=first)
    return Name(
        family=last,
        given=first,
        non_dropping_particle=" ".join(family[:lead]),
        dropping_particle=" ".join(given[trail:]),
        suffix=suffix,
    )
