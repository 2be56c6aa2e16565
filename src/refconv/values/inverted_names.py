"""Names as RIS has them: ``Family, Given, Suffix``, an institution with a comma at its end.

Sources: *RIS Format Specifications*, 2011 ("Author fields"); EndNote's manual, "Entering author
names" (``WHO,``; two commas where a name itself has one; ``et al.,`` as the last of the list).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name
from refconv.values.text import one_line
from refconv.values.uninverted_names import given_first, is_given_first, persons_in

_ET_AL = lazy_pattern(
    r"(?:and |& )?(?:et\.? ?al(?:ii|\.)?|others)\W*|\[?(?:\.\s?\.\s?\.|\u2026)\]?,?", re.IGNORECASE
)
_ET_AL_BEGINS = frozenset("aAeE&oO.[\u2026")
_ET_AL_BEHIND = lazy_pattern(r"[,;]?\s+(?:(?:and|&)\s+)?(?:et\.? al\.?|others)\Z", re.IGNORECASE)
_SUFFIX = lazy_pattern(r"(?:[JS]r|Junior|Senior|Filho|Neto|[IVX]{1,4}|\d(?:st|nd|rd|th))\.?")
# A family name and initials without the comma, as Embase ("Liu R.") and PubMed ("Liu RQ") have it.
_INITIALS = lazy_pattern(
    r"(?P<family>\S[^.,]{1,40}) (?P<given>(?:[A-Z\u0400-\u042f]\.[ -]?){1,5})"
    r"|(?P<one>(?:[a-z]{1,4} )*[^\W\d_][^\s.,\d]{1,40}) (?P<bare>[A-Z]{1,3})"
)
_DROPPING = frozenset("d' da das de del della der di do dos du la le ten ter van von zu".split())


# The group is there if the family name has several words.
_PLAIN = lazy_pattern(r"[\w.'’-]+((?: [\w.'’-]+)+)?, [\w.'’-]+(?: [\w.'’-]+)*")


def is_plain(text: str) -> bool:
    """Return whether a text is a family and a given name, and cannot be anything else."""
    match = _PLAIN.fullmatch(text)
    return (
        match is not None
        and not text[0].islower()
        and text.rpartition(" ")[2] not in _NO_GIVEN
        and (match.lastindex is None or _TWO.match(text) is None)
    )


_NO_GIVEN = _DROPPING | {"al", "al.", "others"}
# A family name of several words may be two persons: "A. B. Family, C. Family", "Family AB, …".
_TWO = lazy_pattern(r"[^,]*(?:\. | [A-Z]{1,3},)")


@lru_cache(4096)
def decode_name(raw: str) -> Name | None:
    """Read one name; ``None`` where there is nothing of one."""
    if is_plain(raw):
        return _plain_name(raw)
    text = raw.strip()
    if ",," in text:
        return Name(literal=text.replace(",,", ","))
    parts = [part.strip() for part in text.split(",")]
    match parts:
        case [one]:
            return _without_comma(one)
        case [whole, ""] if whole:
            return Name(literal=whole)
        case [family, given]:
            return _person(family, given)
        case [family, given, suffix]:
            if _SUFFIX.fullmatch(given) and not _SUFFIX.fullmatch(suffix):
                given, suffix = suffix, given
            return _person(family, given, suffix)
        case _:
            return Name(literal=text) if text.strip(" ,") else None


def _plain_name(text: str) -> Name:
    family, _, given = text.partition(", ")
    return Name.unchecked(family=family, given=given)


def _without_comma(text: str) -> Name | None:
    if not text:
        return None
    if " " not in text:
        return Name(family=text)
    if match := _INITIALS.fullmatch(text):
        family, given = match["family"] or match["one"], match["given"] or match["bare"]
        return _person(family, given.strip())
    return Name(literal=text)


def _person(family: str, given: str, suffix: str = "") -> Name | None:
    if not family[:1].islower() and given.rpartition(" ")[2] not in _DROPPING:
        return Name(family=family, given=given, suffix=suffix) if family or given else None
    words = family.split(" ")
    count = next((i for i, word in enumerate(words[:-1]) if not word[:1].islower()), len(words) - 1)
    first = given.split(" ")
    kept = len(first)
    while kept > 1 and first[kept - 1] in _DROPPING:
        kept -= 1
    parts = {
        "family": " ".join(words[count:]),
        "given": " ".join(first[:kept]),
        "dropping_particle": " ".join(first[kept:]),
        "non_dropping_particle": " ".join(words[:count]),
        "suffix": suffix,
    }
    return Name(**parts) if any(parts.values()) else None


def encode_name(name: Name) -> str:
    """Write one name."""
    if name.literal:
        return name.literal.replace(",", ",,", 1) if "," in name.literal else f"{name.literal},"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    if name.suffix:
        return f"{family}, {given}, {name.suffix}"
    if given:
        return f"{family}, {given}"
    # Without a comma, several words may be taken for a given name and a family.
    return f"{family}," if " " in family else family


class _Value(NamedTuple):
    """The names of a value, whether it says that there are more, and whether it held several."""

    names: list[Name]
    et_al: bool = False
    is_joined: bool = False


def _read(raw: str) -> _Value:
    """Read a value: one name, or several."""
    if raw[:1] in _ET_AL_BEGINS and _ET_AL.fullmatch(raw):
        return _Value([], et_al=True)
    if is_plain(raw):
        return _Value([_plain_name(raw)])
    bare = _ET_AL_BEHIND.sub("", raw, count=1)
    parts = persons_in(bare)
    if parts is None:
        name = decode_name(bare)
        return _Value([] if name is None else [name], bare != raw)
    people = [part for part in parts if not _ET_AL.fullmatch(part)]
    names = [given_first(one) or decode_name(one) for one in people]
    is_listed = bare != raw or len(people) < len(parts)
    return _Value([name for name in names if name is not None], is_listed, is_joined=True)


def _decode(raws: Raws) -> Decoded:
    names: list[Name] = []
    unused: list[tuple[int, int]] = []
    et_al = has_commas = False
    joined = ""
    uninverted: list[int] = []
    for index, raw in enumerate(raws[0]):
        if is_plain(raw):
            names.append(_plain_name(raw))
            has_commas = True
            continue
        value = _read(raw)
        et_al = et_al or value.et_al
        if not value.names:
            unused += [] if value.et_al else [(0, index)]
        elif value.is_joined:
            joined = joined or raw
        elif "," in raw:
            has_commas = True
        elif value.names[0].literal:
            uninverted.append(len(names))
        names += value.names
    if not names and not et_al:
        return Decoded(None)
    turned = _inverted(names, uninverted, is_sure=has_commas)
    return Decoded(NameList(tuple(names), et_al), tuple(unused), _problem(joined, turned))


def _inverted(names: list[Name], places: list[int], *, is_sure: bool) -> str:
    """Read names without a comma as given and family, where they are persons; return the first.

    Args:
        names: The names of a list, which are changed.
        places: Which of them have no comma.
        is_sure: Whether others have one, so that only initials make a person of such a name.
    """
    first = ""
    for place in places:
        text = names[place].literal
        if is_given_first(text, is_sure=is_sure) and (name := given_first(text)) is not None:
            names[place] = name
            first = first or text
    return first


def _problem(joined: str, turned: str) -> Problem | None:
    if joined:
        return problem(Code.BAD_NAME, "several", names=joined[:80])
    return problem(Code.BAD_NAME, "given-first", name=turned[:80]) if turned else None


def _texts(name: Name, depth: int = 0) -> Iterator[str]:
    """Yield the texts that a name is written as: those that are read as a name written so again."""
    text = one_line(encode_name(name))
    if depth > _DEPTH or not text:
        return
    read = _read(text)
    if [one_line(encode_name(one)) for one in read.names] == [text] and not read.et_al:
        yield text
    else:
        for one in read.names:
            yield from _texts(one, depth + 1)


# Names that no rule settles within so many readings are none.
_DEPTH = 4


def _encode(value: NameList) -> Raws:
    return (tuple(text for name in value.names for text in _texts(name)),)


def _encode_with_et_al(value: NameList) -> Raws:
    (names,) = _encode(value)
    return ((*names, "et al.,") if value.et_al else names,)


def _without_commas(name: Name) -> Name:
    """Return an institution's name without the commas in it, if anything else is left."""
    if not name.literal.strip(" ,"):
        return name
    return evolve(name, literal=" ".join(name.literal.replace(",", " ").split()))


def _texts_without_commas(name: Name) -> Iterator[str]:
    for text in _texts(_without_commas(name)):
        # A person may be read as an institution, which has commas then.
        read = decode_name(text)
        bare = read and _without_commas(read)
        if bare is None or bare == read:
            yield text
        else:
            yield from _texts(bare)


def _encode_without_commas(value: NameList) -> Raws:
    return (tuple(text for name in value.names for text in _texts_without_commas(name)),)


NAMES = Codec(_decode, _encode)
"""Names; that a list is incomplete is not written, since Zotero would make a person of it."""

NAMES_WITH_ET_AL = Codec(_decode, _encode_with_et_al)
"""Names, with the ``et al.,`` that EndNote takes for the end of an incomplete list."""

NAMES_WITHOUT_COMMAS = Codec(_decode, _encode_without_commas)
"""Names for Zotero, which makes a person of an institution with a comma in its name."""
