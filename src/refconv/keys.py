"""Citation keys: stable, readable, unique (``hughes2024riding``), ASCII."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import count

from attrs import evolve

from refconv.model import Reference

# Words that say nothing of a title's subject, in ASCII, of the languages titles mostly are in.
_EMPTY_WORDS = frozenset(
    """a an and are as at by can do does for from how in into is it its of on or that the their this
    to toward towards under upon via was what when where which who why with within without
    das dem den der des die ein eine einer eines im mit ohne oder uber um und von vom vor zu zum zur
    au aux avec ce ces dans de du en et la le les leur ou où par pour que qui sans sur un une
    al con da dei del della delle di e el gli i il las lo los nel no ou para per por se su tra una
    uno het een van voor och om pa""".split()
)
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)\b[^>]*>")
_WORD = re.compile(r"[a-z0-9]+")
_SPECIAL = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)


def assign_ids(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Give every reference without an id one; ids of the source stay as they are.

    The new ids are unique among themselves and among the source's.
    """
    given = tuple(references)
    return unique_ids(given, lambda key: key, taken=(r.id for r in given if r.id), keep=True)


def unique_ids(
    references: Iterable[Reference],
    legal: Callable[[str], str],
    taken: Iterable[str] = (),
    *,
    keep: bool = False,
) -> tuple[Reference, ...]:
    """Give every reference a legal id that no other one has; with ``keep`` only where it has none.

    ``legal`` gives the nearest legal id, or ``""``.
    """
    used = set(taken)
    done: list[Reference] = []
    for reference in references:
        if keep and reference.id:
            done.append(reference)
            continue
        base = legal(reference.id) or make_key(reference)
        key = next(key for key in _variants(base) if key not in used)
        used.add(key)
        done.append(reference if key == reference.id else evolve(reference, id=key))
    return tuple(done)


def make_key(reference: Reference) -> str:
    """Make a key of the first author's family name, the year and the title's first telling word."""
    people = reference.author or reference.editor
    name = people[0].family or people[0].literal or people[0].given if people else ""
    words = _WORD.findall(_ascii(_MARKUP.sub("", reference.title)))
    word = next((w for w in words if w not in _EMPTY_WORDS and len(w) > 1), "")
    date = reference.issued or reference.available_date
    year = str(date.year) if date is not None and date.year is not None else ""
    return "".join((*_WORD.findall(_ascii(name)), year.replace("-", "bc"), word)) or "reference"


def _ascii(text: str) -> str:
    """Spell a text in small ASCII letters."""
    text = text.lower().translate(_SPECIAL)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c)).replace("'", "")
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 (its tables are needed by few)

        text = anyascii(text).lower()
    return text.replace("'", "").replace("\u2019", "")


def _variants(key: str) -> Iterator[str]:
    """Give the key, then with ``a``, ``b`` … ``z``, then with numbers."""
    yield key
    yield from (key + letter for letter in "abcdefghijklmnopqrstuvwxyz")
    yield from (f"{key}{number}" for number in count(27))
