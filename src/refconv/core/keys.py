"""Citation keys: stable, readable, unique (``hughes2024riding``), ASCII."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable

from refconv.core.model import Reference

# Words that say nothing of a title's subject, in ASCII, of the languages titles mostly are in; nor
# does a single letter.
_EMPTY_WORDS = frozenset(
    """an and are as at by can do does for from how in into is it its of on or that the their this
    to toward towards under upon via was what when where which who why with within without
    das dem den der des die ein eine einer eines im mit ohne oder uber um und von vom vor zu zum zur
    au aux avec ce ces dans de du en et la le les leur ou par pour que qui sans sur un une
    al con da dei del della delle di el gli il las lo los nel no para per por se su tra una
    uno het een van voor och om pa""".split()
)
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)\b[^<>]*>")
_WORD = re.compile(r"[a-z0-9]+")


class KeyTable:
    """Keys with a number each, in some 20 bytes a key, however long it is.

    A hash stands for its key: of a million keys, one in ten million files would have two alike.
    """

    def __init__(self) -> None:
        self._count = 0
        self._hashes, self._numbers = array("q", bytes(8 * 1024)), array("I", bytes(4 * 1024))

    def get(self, key: str) -> int:
        """Give a key's number, 0 where it has none."""
        return self._numbers[self._slot(hash(key) or 1)]

    def add(self, key: str, number: int = 0) -> bool:
        """Note a key with its number; give whether it is new, else nothing changes."""
        hashed = hash(key) or 1
        slot = self._slot(hashed)
        if self._hashes[slot]:
            return False
        self._hashes[slot], self._numbers[slot] = hashed, number
        self._count += 1
        if self._count * 3 > len(self._hashes) * 2:
            self._double()
        return True

    def _slot(self, hashed: int) -> int:
        """Find where a hash stands, or the empty place where it would."""
        hashes, mask = self._hashes, len(self._hashes) - 1
        slot = hashed & mask
        while (found := hashes[slot]) and found != hashed:
            slot = (slot + 1) & mask
        return slot

    def _double(self) -> None:
        old = zip(self._hashes, self._numbers, strict=True)
        size = 2 * len(self._hashes)
        self._hashes, self._numbers = array("q", bytes(8 * size)), array("I", bytes(4 * size))
        for hashed, number in old:
            if hashed:
                slot = self._slot(hashed)
                self._hashes[slot], self._numbers[slot] = hashed, number


def table_of(keys: Iterable[str]) -> KeyTable:
    """Make a table of keys that are not empty."""
    table = KeyTable()
    for key in filter(None, keys):
        table.add(key)
    return table


class Ids:
    """Gives out ids, each once, in the order of the references.

    ``taken`` are ids that none may get which asks for another one.
    """

    def __init__(self, taken: KeyTable | None = None) -> None:
        self._used = KeyTable() if taken is None else taken
        # How many variants of a key are given out, so that none is tried twice.
        self._variants: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """Give the id that is wanted, or where it is used, the first variant that is not."""
        if self._used.add(wanted):
            return wanted
        number = self._variants.get(wanted, 0) + 1
        while not self._used.add(key := _variant(wanted, number)):
            number += 1
        self._variants[wanted] = number
        return key


def assign_ids(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Give every reference without an id one; ids of the source stay as they are.

    The new ids are unique among themselves and among the source's.
    """
    given = tuple(references)
    ids = Ids(table_of(reference.id for reference in given))
    return tuple(r if r.id else r.changed(id=ids.give(make_key(r))) for r in given)


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
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c)).replace("'", "")
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 (its tables are needed by few)

        text = anyascii(text).lower()
    return text.replace("'", "").replace("\u2019", "")


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _variant(key: str, number: int) -> str:
    """Give a key with ``a``, ``b`` … ``z``, then with numbers."""
    return f"{key}{_LETTERS[number - 1] if number <= len(_LETTERS) else number}"
