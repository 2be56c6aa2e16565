"""Names as RIS has them: ``Family, Given, Suffix``, an institution with a comma at its end.

Sources: *RIS Format Specifications*, 2011 ("Author fields"); EndNote's manual, "Entering author
names" (``WHO,``; two commas where a name itself has one; ``et al.,`` as the last of the list).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.model import Name
from refconv.values.text import one_line

_ET_AL = re.compile(r"(?:and |& )?(?:et\.? ?al(?:ii|\.)?|others)\W*", re.IGNORECASE)
_ET_AL_BEGINS = frozenset("aAeE&oO")
_SUFFIX = re.compile(r"(?:[JS]r|Junior|Senior|Filho|Neto|[IVX]{1,4}|\d(?:st|nd|rd|th))\.?")
# A family name and initials without the comma, as Embase ("Liu R.") and PubMed ("Liu RQ") have it.
_INITIALS = re.compile(
    r"(?P<family>\S[^.,]{1,40}) (?P<given>(?:[A-Z]\.[ -]?){1,5})"
    r"|(?P<one>(?:[a-z]{1,4} )*[^\W\d_][^\s.,\d]{1,40}) (?P<bare>[A-Z]{1,3})"
)
_DROPPING = frozenset("d' da das de del della der di do dos du la le ten ter van von zu".split())


_PLAIN = re.compile(r"[\w.'’-]+(?: [\w.'’-]+)*, [\w.'’-]+(?: [\w.'’-]+)*")


def is_plain(text: str) -> bool:
    """Return whether a text is a family and a given name, and cannot be anything else."""
    return (
        _PLAIN.fullmatch(text) is not None
        and not text[0].islower()
        and text.rpartition(" ")[2] not in _DROPPING
    )


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
    return f"{family}, {given}" if given else family


def _names_in(raw: str) -> list[Name]:
    """Read a value: one name, or several between semicolons."""
    several = [raw]
    if ";" in raw:
        parts = [part for part in raw.split(";") if part.strip()]
        several = parts if all("," in part for part in parts) else several
    return [name for one in several if (name := decode_name(one)) is not None]


def _decode(raws: Raws) -> Decoded:
    names: list[Name] = []
    unused: list[tuple[int, int]] = []
    et_al = False
    for index, raw in enumerate(raws[0]):
        if raw[:1] in _ET_AL_BEGINS and _ET_AL.fullmatch(raw):
            et_al = True
            continue
        if is_plain(raw):
            names.append(_plain_name(raw))
        elif read := _names_in(raw):
            names += read
        else:
            unused.append((0, index))
    if not names and not et_al:
        return Decoded(None)
    return Decoded(NameList(tuple(names), et_al), tuple(unused))


def _texts(name: Name, depth: int = 0) -> Iterator[str]:
    """Yield the texts that a name is written as: those that are read as a name written so again."""
    text = one_line(encode_name(name))
    if depth > _DEPTH or not text or _ET_AL.fullmatch(text):
        return
    read = _names_in(text)
    if [one_line(encode_name(one)) for one in read] == [text]:
        yield text
    else:
        for one in read:
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
