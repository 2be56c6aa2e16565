"""The references of a list in a document: records and printed strings, one a line."""

from __future__ import annotations

from attrs import define, evolve, field

from refconv.core.diagnostics import Problem
from refconv.documents.carrier import Document, EmbeddedRecord, Item


@define
class Listing:
    """Collects the references of a list; ``line`` is always that of the input."""

    _texts: list[str] = field(factory=list)
    _lines: list[int] = field(factory=list)
    _items: list[Item] = field(factory=list)
    _records: list[EmbeddedRecord] = field(factory=list)
    _page_records: list[EmbeddedRecord] = field(factory=list)
    _length: int = 0

    def __bool__(self) -> bool:
        return bool(self._items or self._records)

    def _add(self, text: str, line: int) -> tuple[int, int]:
        start = self._length
        self._texts.append(text)
        self._lines.append(line)
        self._length += len(text) + 1
        return start, start + len(text)

    def add_string(self, text: str, line: int, number: str = "", key: str = "") -> None:
        """Add a printed reference without a record."""
        self._items.append(Item(*self._add(" ".join(text.split()), line), number, key))

    def add_record(
        self, record: EmbeddedRecord, text: str, line: int, number: str = "", key: str = ""
    ) -> None:
        """Add a record, with the string that prints it if there is one."""
        if text:
            self.add_string(text, line, number, key)
            item = len(self._items) - 1
            self._records.append(evolve(record, item=item, offset=self._items[-1].start))
        else:
            start, _ = self._add("", line)
            self._records.append(evolve(record, offset=start))

    def add_page_record(self, record: EmbeddedRecord) -> None:
        """Add the record of the document itself; of several each is one of the references."""
        self._page_records.append(evolve(record, offset=self._length))

    def document(self, damage: Problem | None = None) -> Document:
        """Return the document, with what is wrong with it."""
        is_one = len(self._page_records) == 1
        found = () if damage is None else (damage.at(int(damage.data.get("line", 0))),)
        return Document(
            "\n".join(self._texts),
            tuple(self._items),
            (*self._records, *(() if is_one else self._page_records)),
            self._page_records[0] if is_one else None,
            found,
            lines=tuple(self._lines),
            is_searched=False,
        )
