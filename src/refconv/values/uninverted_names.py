"""Names that are not written as "Family, Given": given before family, and several in one value.

Formats that have a line for each name want the family first, with a comma behind it. Databases and
scripts write ``Jules Q. Verne``, ``Smith J; Jones K`` or a list of Python all the same.
"""

from __future__ import annotations

import re

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name
from refconv.values.name_words import PARTICLES, SUFFIX_OR_INITIALS, class_of
from refconv.values.names import is_institution, parse_names

# What makes a body of two or three words that could be a person's name.
_BODY_WORDS = frozenset(
    """union european research royal international statistics national federal global world media
    press news health security energy systems solutions consulting technologies technology software
    data labs studio studios times post journal magazine editors editorial staff observatory trust
    fund church city state county north south east west nations states kingdom england norway sweden
    finland denmark canada australia america africa asia europe germany france american british
    canadian australian german french inc ltd llc corp gmbh industries enterprises partners
    publishing publishers archive archives network team community house court ministry anonymous
    unknown various several not no""".split()
)
_WORD = lazy_pattern(r"[^\W\d_][\w.'\u2019-]{0,30}")
_QUOTED = lazy_pattern(r"""'((?:[^'\\]|\\.){0,200})'|"((?:[^"\\]|\\.){0,200})\"""")
_LIST = lazy_pattern(r"""[\[(]\s*['"].{0,20000}['"]\s*,?\s*[\])]""", re.DOTALL)
_AND = lazy_pattern(r",?\s+(?:and|&)\s+")
_FEWEST, _MOST = 2, 5
"""How many words a person's name has, of whom the family comes last."""


def _words(text: str) -> list[str]:
    return text.split()


def is_body(text: str) -> bool:
    """Return whether a text of several words names a body rather than a person.

    >>> is_body("European Union"), is_body("Carla Barros")
    (True, False)
    """
    words = [word.strip(".,").casefold() for word in _words(text)]
    first = _words(text)[0] if words else ""
    is_acronym = len(first) > 2 and first.isalpha() and first.isupper() and not text.isupper()
    return is_institution(text) or is_acronym or not _BODY_WORDS.isdisjoint(words)


def _has_initials(words: list[str]) -> bool:
    """Return whether a given name has an initial, so that nothing else is meant.

    Initials have their stops, or are single letters; ``A`` may be a word.
    """
    return any(class_of(word) == "i" and ("." in word or len(word) == 1) for word in words) and (
        words != ["A"]
    )


def is_given_first(text: str, *, is_sure: bool = False) -> bool:
    """Return whether a text is a person's name with the family at its end.

    Args:
        text: The text, without a comma.
        is_sure: Whether a given name must be an initial.

    >>> is_given_first("Jules Q. Verne"), is_given_first("World Health Organization")
    (True, False)
    """
    words = _words(text)
    while len(words) > _FEWEST and class_of(words[-1]) == "s":
        words.pop()
    if not _FEWEST <= len(words) <= _MOST or not all(map(_WORD.fullmatch, words)):
        return False
    *given, family = words
    is_family = len(family) > 1 and family[0].isupper() and class_of(family) != "i"
    is_given = all(word[0].isupper() or word in PARTICLES for word in given)
    if not (is_family and is_given and given[0][0].isupper()) or is_body(text):
        return False
    return _has_initials(given) or not (is_sure or family.isupper())


_FAMILY_FIRST = lazy_pattern(
    r"(?:[a-z]{1,4} ){0,2}[^\W\d_][^\s.,\d]{1,40}(?: [^\W\d_][^\s.,\d]{2,40})? "
    r"(?:(?P<bare>[A-Z]{1,3})|(?:[A-Z]\.[ -]?){1,4})"
)


def _is_family_first(text: str) -> bool:
    match = _FAMILY_FIRST.fullmatch(text)
    return match is not None and match["bare"] not in SUFFIX_OR_INITIALS and not is_body(text)


def _is_initials(text: str) -> bool:
    return all(class_of(word) in "ic" for word in _words(text)) and bool(text)


def given_first(text: str) -> Name | None:
    """Return the name of a person whose family comes last; ``None`` if the text has no such form.

    >>> given_first("L. van der Meer").family
    'Meer'
    """
    if not is_given_first(text):
        return None
    names = parse_names(text).names
    return names[0] if len(names) == 1 and names[0].family and names[0].given else None


def persons_in(text: str) -> list[str] | None:
    """Return the names that a value holds, if it holds several persons; ``None`` if it may not.

    >>> persons_in("Smith, J and Jones, K")
    ['Smith, J', 'Jones, K']
    >>> persons_in("Smith, John") is persons_in("Barnes and Noble") is None
    True
    """
    if text[:1] in "[(" and _LIST.fullmatch(text) is not None:
        return [(one or two).strip() for one, two in _QUOTED.findall(text) if (one or two).strip()]
    if ";" in text:
        return _parted([part.strip() for part in text.split(";") if part.strip()])
    if _AND.search(text) is None:
        return _at_commas(text)
    parts = [part.strip() for part in _AND.split(text) if part.strip()]
    if len(parts) > 1 and all(map(_is_inverted, parts)):
        return parts
    if not all(map(_may_be_several, parts)):
        return None
    return _at_commas(_AND.sub(", ", text), fewest=_FEWEST)


def _parted(parts: list[str]) -> list[str] | None:
    """Return parts between semicolons, if each is a person's name in one of the forms."""
    if len(parts) > 1 and all("," in part for part in parts):
        return parts
    is_any = all(is_given_first(part) or _is_family_first(part) for part in parts)
    return parts if len(parts) > 1 and is_any else None


def _is_inverted(text: str) -> bool:
    """Return whether a text is "Family, Given", of a person."""
    family, comma, given = text.partition(",")
    given = given.strip()
    is_family = 0 < len(_words(family)) < _MOST and not is_given_first(family, is_sure=True)
    is_given = 0 < len(_words(given)) < _MOST and all(map(_WORD.fullmatch, _words(given)))
    return bool(comma) and is_family and is_given and given[0].isupper() and not is_body(text)


def _may_be_several(text: str) -> bool:
    """Return whether a part between words "and" is of names alone."""
    return " " in text and not is_body(text)


def _at_commas(text: str, fewest: int = _FEWEST + 1) -> list[str] | None:
    """Cut a text at its commas, where each part is a person or families and initials take turns.

    ``fewest`` is how many persons without any initials there must be.
    """
    if "," not in text:
        return None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < _FEWEST or not all(parts):
        return None
    if all(map(_is_family_first, parts)) or all(is_given_first(one, is_sure=True) for one in parts):
        return parts
    if len(parts) >= fewest and all(map(is_given_first, parts)):
        return parts
    families, given = parts[::2], parts[1::2]
    if len(parts) < 2 * _FEWEST or len(families) != len(given) or any(map(is_body, families)):
        return None
    take_turns = all(map(_is_initials, given)) and not any(map(_is_initials, families))
    if take_turns or all(map(_is_one_word, parts)):
        return [f"{one}, {other}" for one, other in zip(families, given, strict=True)]
    return None


def _is_one_word(text: str) -> bool:
    """Return whether a text is one name: a family or a given name, written in full."""
    return _NAME.fullmatch(text) is not None and class_of(text) not in "sic"


_NAME = lazy_pattern(r"[^\W\d_a-z][\w'\u2019-]{1,30}")
