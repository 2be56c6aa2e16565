"""Citation keys: stable, readable, unique (``hughes2024riding``), ASCII."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable

from refconv.core.model import Reference

# Words that do not name a title's subject, in ASCII, of the languages that most titles are in. A
# single letter does not either.
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
    """Keys, or a number for each, in 12 to 24 bytes a key (36 with numbers), however long it is.

    The table holds hashes of the keys: among a million keys, two would have the same hash in one of
    ten million files.
    """

    def __init__(self) -> None:
        self._count = 0
        self._hashes = array("q", bytes(8 * 1024))
        # As many as hashes once a key has a number, none before.
        self._numbers = array("I")

    def get(self, key: str) -> int:
        """Return the number of a key, 0 if the table does not have the key."""
        slot = self._slot(hash(key) or 1)
        return self._numbers[slot] if self._numbers else 0

    def add(self, key: str, number: int = 0) -> bool:
        """Add a key with its number; return whether it is new. A known key keeps its number."""
        hashed = hash(key) or 1
        slot = self._slot(hashed)
        if self._hashes[slot]:
            return False
        self._hashes[slot] = hashed
        if number and not self._numbers:
            self._numbers = array("I", bytes(4 * len(self._hashes)))
        if number:
            self._numbers[slot] = number
        self._count += 1
        if self._count * 3 > len(self._hashes) * 2:
            self._double()
        return True

    def _slot(self, hashed: int) -> int:
        """Return the slot of a hash, or the empty slot where it would be put."""
        hashes, mask = self._hashes, len(self._hashes) - 1
        slot = hashed & mask
        while (found := hashes[slot]) and found != hashed:
            slot = (slot + 1) & mask
        return slot

    def _double(self) -> None:
        hashes, numbers = self._hashes, self._numbers
        size = 2 * len(hashes)
        self._hashes = array("q", bytes(8 * size))
        self._numbers = array("I", bytes(4 * size if numbers else 0))
        for place, hashed in enumerate(hashes):
            if hashed:
                slot = self._slot(hashed)
                self._hashes[slot] = hashed
                if numbers:
                    self._numbers[slot] = numbers[place]


def table_of(keys: Iterable[str]) -> KeyTable:
    """Return a table of the keys that are not empty."""
    table = KeyTable()
    for key in filter(None, keys):
        table.add(key)
    return table


class Ids:
    """Assigns ids, each once, in the order of the references.

    ``taken`` are ids that are never assigned. With ``folds_case`` two ids are different only if
    they differ in more than capitals, as BibTeX demands of the keys of a file.

    >>> ids = Ids()
    >>> [ids.assign("roe2020") for _ in range(3)]
    ['roe2020', 'roe2020a', 'roe2020b']
    """

    def __init__(self, taken: KeyTable | None = None, *, folds_case: bool = False) -> None:
        self._used = KeyTable() if taken is None else taken
        self._fold: Callable[[str], str] = str.lower if folds_case else str
        # The number of variants of a key that are assigned, so that none is tried twice.
        self._variants: dict[str, int] = {}

    def assign(self, wanted: str) -> str:
        """Return the wanted id or, if it is used, its first variant that is not used."""
        if self._used.add(self._fold(wanted)):
            return wanted
        folded = self._fold(wanted)
        number = self._variants.get(folded, 0) + 1
        while not self._used.add(self._fold(key := _variant(wanted, number))):
            number += 1
        self._variants[folded] = number
        return key


def assign_ids(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return the references, those without an id with a new one; other ids stay as they are.

    No new id equals another id, new or old.
    """
    given = tuple(references)
    ids = Ids(table_of(reference.id for reference in given))
    return tuple(r if r.id else r.changed(id=ids.assign(make_key(r))) for r in given)


def make_key(reference: Reference) -> str:
    """Return a key of the first author's family name, the year and the title's first subject word.

    >>> from refconv.core.model import Name, Reference
    >>> make_key(Reference(title="On snow", author=[Name(family="Müller")], issued="2020"))
    'muller2020snow'
    """
    people = reference.author or reference.editor
    name = people[0].family or people[0].literal or people[0].given if people else ""
    words = _WORD.findall(_ascii(_MARKUP.sub("", reference.title)))
    word = next((w for w in words if w not in _EMPTY_WORDS and len(w) > 1), "")
    date = reference.issued or reference.available_date
    year = str(date.year) if date is not None and date.year is not None else ""
    return "".join((*_WORD.findall(_ascii(name)), year.replace("-", "bc"), word)) or "reference"


def ascii_letters(text: str) -> str:
    """Return a text in ASCII: without accents, letters of other scripts transliterated.

    Accents go by Unicode's decomposition (``é`` is ``e``); each other character becomes what
    anyascii's tables have for it, which cover nearly all scripts, a character at a time: ``ß``
    becomes ``ss``, Chinese pinyin, also in Japanese names.

    >>> ascii_letters("Ørsted, Müller, Иванов, 王")
    'Orsted, Muller, Ivanov, Wang'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c)).replace("'", "")
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 (its tables are needed by few)

        text = anyascii(text)
    return text.replace("'", "").replace("\u2019", "")


def _ascii(text: str) -> str:
    """Return a text in lower-case ASCII letters."""
    return ascii_letters(text.lower()).lower()


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _variant(key: str, number: int) -> str:
    """Return the variant of a key by number: ``a``, ``b`` … ``z``, ``aa``, ``ab`` … appended.

    So JabRef and Better BibTeX do. A letter tells variants from the years that keys end in.
    """
    letters = ""
    while number:
        number, place = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return key + letters
