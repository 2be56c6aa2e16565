"""Names that are not written as BibTeX wants them: where several persons stand between two "and".

BibTeX would read ``Smith J; Jones K`` as one person. What can only be meant as several, as a body,
or as a family name before its initials is read so, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.name_words import LOWER, SUFFIX_OR_INITIALS, UPPER, class_of
from refconv.values.names import is_institution, parse_names

_WORD = rf"{UPPER}[^\W\d_]{{0,40}}(?:['’-][^\W\d_]{{1,40}}){{0,3}}"
_PARTICLE = r"[a-zà-ÿ']{1,7}"
_FAMILY = rf"(?:(?:{_PARTICLE}|{_WORD}) ){{0,3}}(?=[^ ]{{2}}){_WORD}"
_DOTTED = rf"{UPPER}[{LOWER}]?\.(?:[ -]?{UPPER}[{LOWER}]?\.){{0,3}}"
_INITIALS = rf"(?:{UPPER}{{1,3}}|{_DOTTED})"
_FAMILY_FIRST = lazy_pattern(rf"{_FAMILY} {_INITIALS}")
_INITIALS_FIRST = lazy_pattern(rf"(?:{_DOTTED} ?|{UPPER}{{1,3}} ){_FAMILY}")
_NAME_AND_INITIALS = lazy_pattern(rf"(?P<family>{_FAMILY}) (?P<initials>{_INITIALS})")
_HOMONYM = lazy_pattern(r"(?<=\S) (\d{4})(?= *(?:,|\Z))", re.ASCII)
_COMPANY = lazy_pattern(r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|Corp|GmbH|plc|PLC|Pty Ltd|Co\. Ltd)\.?")
_SMALL_WORDS = lazy_pattern(r"\b(?:of|for|für|pour|the)\b ?")
_AMPERSAND = lazy_pattern(r"[ ,]*(?:\\&|&)[ ~]*")
_AND = lazy_pattern(r"\Aand ", re.IGNORECASE)
_LEAST = 2


def homonym_number(text: str) -> tuple[str, str]:
    """Return a name without the number that DBLP puts behind it, and that number.

    >>> homonym_number("Li Chen 0003")
    ('Li Chen', '0003')
    """
    match = _HOMONYM.search(text)
    return (text, "") if match is None else (text[: match.start()] + text[match.end() :], match[1])


def cuts(source: str, masked: str) -> list[str] | None:
    """Return the persons of an item between two "and", as they are written; ``None`` for one.

    Args:
        source: The item.
        masked: The same, with its groups in braces masked.
    """
    if ";" in masked:
        pieces = _cut(source, masked, lazy_pattern(";"))
        return pieces if len(pieces) >= _LEAST else None
    if "&" in masked:
        pieces = _cut(source, masked, _AMPERSAND)
        if len(pieces) >= _LEAST and all(map(_may_be_person, pieces)):
            return [one for piece in pieces for one in _at_commas(piece) or [piece]]
        return None
    return _at_commas(source, masked)


def _cut(source: str, masked: str, at: re.Pattern[str]) -> list[str]:
    pieces: list[str] = []
    place = 0
    for match in [*at.finditer(masked), None]:
        end = len(source) if match is None else match.start()
        pieces.append(_AND.sub("", source[place:end].strip(" ,")))
        place = end if match is None else match.end()
    return [piece for piece in pieces if piece]


def _may_be_person(text: str) -> bool:
    return (" " in text or "," in text) and not _is_institution(text)


def _at_commas(source: str, masked: str | None = None) -> list[str] | None:
    """Cut an item at its commas, where each part is a person; ``None`` if they are parts of one."""
    pieces = _cut(source, source if masked is None else masked, lazy_pattern(","))
    if len(pieces) < _LEAST:
        return None
    if any(all(map(form.fullmatch, pieces)) for form in (_FAMILY_FIRST, _INITIALS_FIRST)):
        return None if any(map(_SUFFIXED.search, pieces)) else pieces
    several_words = all(" " in piece for piece in pieces)
    has_suffix = any(class_of(piece) == "s" for piece in pieces)
    if len(pieces) > _LEAST and several_words and not has_suffix:
        return None if any(map(_is_institution, pieces)) else pieces
    if len(pieces) > _LEAST + 1 and len(pieces) % 2 == 0 and _alternate(pieces):
        pairs = zip(pieces[::2], pieces[1::2], strict=True)
        return [f"{family}, {given}" for family, given in pairs]
    return _mixed(pieces) if len(pieces) > _LEAST + 1 else None


# A family name with its suffix, as in "Gallup Jr., Gordon G.".
_SUFFIXED = lazy_pattern(r" (?:Jr|Sr)\.?\Z")


def _mixed(pieces: Sequence[str]) -> list[str] | None:
    """Cut a list of names in several orders, as a printed list is cut."""
    if any(char in piece for piece in pieces for char in "\\{"):
        return None
    names = parse_names(", ".join(pieces)).names
    if len(names) < _LEAST or not all(name.family and name.given for name in names):
        return None
    families = [f"{name.non_dropping_particle} {name.family}".strip() for name in names]
    parts = zip(
        families, [name.suffix for name in names], [name.given for name in names], strict=True
    )
    return [", ".join(filter(None, of_one)) for of_one in parts]


def _alternate(pieces: Sequence[str]) -> bool:
    """Return whether families and given names stand in turn, as in ``A, B., C, D.``."""
    families, given = pieces[::2], pieces[1::2]
    initials = lazy_pattern(_INITIALS)
    if any(map(initials.fullmatch, families)):
        return False
    return all(map(initials.fullmatch, given)) and not any(map(_is_institution, families))


def is_body(source: str, masked: str) -> bool:
    """Return whether a name without braces names a body: "European Research Council"."""
    name, comma, behind = masked.partition(",")
    if comma:
        return _COMPANY.fullmatch(behind.strip(" ~")) is not None
    words = source.split()
    if len(words) < _LEAST:
        return False
    is_company = _COMPANY.fullmatch(words[-1]) is not None
    return is_company or words[0] in ("The", "the") or "&" in name or _is_institution(source)


def is_body_with_and(first: str, second: str) -> bool:
    """Return whether a body's name goes on behind "and": "Department of Health", "Human Services".

    Only a name with "of" or "for" may, and only with one word or a plural behind "and".
    """
    if "," in first or "," in second or not _is_institution(first) or not _OF.search(first):
        return False
    return second.isalpha() or (second.endswith("s") and second.replace(" ", "").isalpha())


_OF = lazy_pattern(r"\b(?:of|for) [^,]{1,80}\Z")


def _is_institution(text: str) -> bool:
    return is_institution(_SMALL_WORDS.sub("", text))


def initials_behind(text: str, *, are_all: bool) -> tuple[str, str]:
    """Return the family and the initials of a name that ends in initials, else two empty texts.

    Initials with stops can be nothing else. Capitals alone may be a family name (``Weinan E``),
    unless all names of the list end in them (``are_all``).
    """
    match = _NAME_AND_INITIALS.fullmatch(text)
    if match is None:
        return "", ""
    if class_of(match["initials"]) == "s" and match["initials"] not in SUFFIX_OR_INITIALS:
        return "", ""
    is_sure = are_all or "." in match["initials"]
    return (match["family"], match["initials"]) if is_sure else ("", "")


def end_in_initials(names: Sequence[str]) -> bool:
    """Return whether all names of a list, at least two, end in initials."""
    if len(names) < _LEAST or not all(map(_FAMILY_FIRST.fullmatch, names)):
        return False
    # "Wei WU and Jin LI" have their families in capitals.
    return not all(_SYLLABLE.fullmatch(name.rpartition(" ")[2]) for name in names)


_SYLLABLE = lazy_pattern(r"(?=[A-Z]*[AEIOUY])[A-Z]{2,3}")


def without_last_comma(name: str) -> str:
    """Return a name without the comma of the list that it stands in: ``Smith, J.,``."""
    match = _LAST_COMMA.fullmatch(name)
    return name if match is None else match[1]


_LAST_COMMA = lazy_pattern(rf"([^,]{{1,80}}, ?{_INITIALS}),")
