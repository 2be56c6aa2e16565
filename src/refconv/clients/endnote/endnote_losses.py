"""What EndNote does not hold of a reference as it was: its record against what it ought to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from refconv.clients.endnote.endnote_fields import CSL_TYPES
from refconv.clients.endnote.endnote_places import DAYS, YEARS, endnote_places
from refconv.clients.endnote.endnote_record import ET_AL, EndNoteRecord, stored_name
from refconv.clients.judged import Judged
from refconv.clients.same_values import alike, as_name, same_name, same_text
from refconv.core.edtf import Date
from refconv.core.model import NOT_VARIABLES, VARIABLES, ItemType, Name, Reference
from refconv.core.respelled import KnowsType
from refconv.values.line_codecs import DATE, ISSUED, KEYWORDS


def judge_endnote(
    reference: Reference, record: EndNoteRecord | None, knows_type: KnowsType
) -> list[Judged]:
    """Return what a record lacks of a reference, or holds in another field.

    Args:
        reference: The reference that was written.
        record: What EndNote stores of the text; ``None`` if it refuses it.
        knows_type: Whether a key of ``custom`` holds the native type for a CSL type.
    """
    return [*_EndNoteJudging(reference, record or EndNoteRecord("GEN"), knows_type).all()]


_UNJUDGED = frozenset({"citation-key", *NOT_VARIABLES})
_NOTES = frozenset({"note", "annote"})
_VARIABLES = tuple((v.name, v.attribute, v.kind) for v in VARIABLES if v.name not in _UNJUDGED)
_PLACES = {attribute: place for place, (_, attribute, _) in enumerate(_VARIABLES)}


def _at(places: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    return (_VARIABLES[place] for place in places)


class _EndNoteJudging:
    """The comparison of a reference with a record; every value of the record answers for one."""

    def __init__(self, reference: Reference, record: EndNoteRecord, knows: KnowsType) -> None:
        self._reference, self._record, self._knows_type = reference, record, knows
        self._places = endnote_places(record.type)
        self._kind = CSL_TYPES.get(record.type, ItemType.DOCUMENT)
        self._fields = {name: [*values] for name, values in record.fields.items()}

    def all(self) -> Iterator[Judged]:
        """Yield everything that is not as it was."""
        reference = self._reference
        if self._kind != reference.type:
            yield Judged("type", reference.type, self._kind)
        given = reference.given()
        places = sorted(_PLACES[attribute] for attribute in given if attribute in _PLACES)
        own = [(name, kind, given[attribute]) for name, attribute, kind in _at(places)]
        # First what stands in its own field, so that a value is not looked for in another's.
        missing = [one for one in own if one[2] and not self._holds(*one)]
        found = [one for name, kind, value in missing for one in self._missing(name, kind, value)]
        yield from found
        yield from self._et_al()
        lost = {one.path for one in found}
        for name, kind, value in own:
            if kind == "names" and name not in lost:
                for place, one in enumerate(value):
                    if one.orcid and f"{name}[{place}]" not in lost:
                        yield Judged(f"{name}[{place}].orcid", one.orcid)
        yield from self._custom()
        yield from self._added()

    # ── in its own field ──────────────────────────────────────────────────────────────────────────

    def _holds(self, name: str, kind: str, value: Any) -> bool:
        """Return whether a value stands in its own field, and take that out of the record."""
        if name == "issued":
            return self._holds_issued(value)
        if kind == "names":
            return self._holds_names(name, value)
        if name == "keyword":
            return self._holds_keywords(value)
        if name in _NOTES:
            return self._holds_note(name, value)
        if name == "number" and value == self._reference.page and self._places.get("page"):
            # An article number, which is the page of the article.
            self._take("Article Number", value)
            return True
        for place in self._places.get(name, ()):
            for stored in self._fields.get(place, ()):
                if _same(name, kind, value, stored):
                    self._take(place, stored)
                    return True
        return False

    def _take(self, place: str, stored: str) -> None:
        values = self._fields.get(place, [])
        if stored in values:
            values.remove(stored)

    def _values(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(value for name in names for value in self._fields.get(name, ()))

    def _holds_issued(self, value: Date) -> bool:
        if self._issued() != value:
            return False
        for name in (*YEARS, *DAYS):
            self._fields.pop(name, None)
        return True

    def _issued(self) -> Date | None:
        years, days = self._values(YEARS), self._values(DAYS)
        found: Date | None = ISSUED.decode((years, days)).value if years or days else None
        return found

    def _holds_names(self, name: str, names: Sequence[Name]) -> bool:
        for place in self._places.get(name, ()):
            stored = [*map(stored_name, self._stored_names(place))]
            if len(stored) == len(names) and all(map(same_name, names, stored)):
                self._fields.pop(place)
                return True
        return False

    def _stored_names(self, place: str) -> list[str]:
        return [one for one in self._fields.get(place, ()) if one != ET_AL]

    def _holds_keywords(self, value: Sequence[str]) -> bool:
        wanted = {alike(one) for one in value} - {""}
        if wanted != {alike(one) for one in self._fields.get("Keywords", ())}:
            return False
        self._fields.pop("Keywords", None)
        return True

    def _holds_note(self, name: str, value: str) -> bool:
        places = self._places[name]
        if alike("\n".join(self._values(places))) != alike(value):
            return False
        for place in places:
            self._fields.pop(place, None)
        return True

    # ── elsewhere ─────────────────────────────────────────────────────────────────────────────────

    def _missing(self, name: str, kind: str, value: Any) -> Iterator[Judged]:
        """Yield what stands in the field of a value, or where the value is."""
        if name == "issued":
            kept = self._issued()
            self._fields = {k: v for k, v in self._fields.items() if k not in (*YEARS, *DAYS)}
            yield Judged(name, value, kept, "Year" if kept else "")
        elif kind == "names":
            yield from self._missing_names(name, value)
        else:
            elsewhere = self._elsewhere(name, kind, value)
            place = next((one for one in self._places.get(name, ()) if self._fields.get(one)), "")
            if not place or elsewhere:
                yield Judged(name, value, elsewhere=elsewhere)
                return
            kept = _read(name, kind, self._fields.pop(place))
            yield Judged(name, value, kept, place if kept else "")

    def _missing_names(self, name: str, names: Sequence[Name]) -> Iterator[Judged]:
        place = next((one for one in self._places.get(name, ()) if self._stored_names(one)), "")
        if not place:
            yield Judged(name, tuple(names), elsewhere=self._field_of(names))
            return
        kept = [*map(stored_name, self._stored_names(place))]
        del self._fields[place]
        if len(kept) != len(names):
            yield Judged(name, tuple(names), tuple(map(as_name, kept)), place)
            return
        for index, (one, stored) in enumerate(zip(names, kept, strict=True)):
            if not same_name(one, stored):
                yield Judged(f"{name}[{index}]", one, as_name(stored), place)

    def _field_of(self, names: Sequence[Name]) -> str:
        """Return where names are that are not in their own field."""
        for place in self._fields:
            stored = [*map(stored_name, self._stored_names(place))]
            if len(stored) == len(names) and all(map(same_name, names, stored)):
                del self._fields[place]
                return f"the field {place}"
        return ""

    def _elsewhere(self, name: str, kind: str, value: Any) -> str:
        """Return the field of another name that holds a value."""
        for place, values in self._fields.items():
            for stored in values:
                if _same(name, kind, value, stored):
                    values.remove(stored)
                    return f"the field {place}"
        return ""

    # ── what is no variable ───────────────────────────────────────────────────────────────────────

    def _et_al(self) -> Iterator[Judged]:
        """Yield the lists that are incomplete, and do not say so in EndNote."""
        for name in sorted(self._reference.et_al):
            stored = (self._record.fields.get(place, ()) for place in self._places.get(name, ()))
            if not any(ET_AL in values for values in stored):
                yield Judged(f"{name}.et-al", value=True)

    def _custom(self) -> Iterator[Judged]:
        """Yield the entries of ``custom`` whose value no field holds."""
        for place, (key, raw) in enumerate(self._reference.custom):
            if not raw and raw not in (0, False):
                continue
            if isinstance(raw, str) and (
                not raw.strip() or self._says(raw) or self._knows_type(key, raw, self._kind)
            ):
                continue
            yield Judged(f"custom[{place}]", (key, raw))

    def _says(self, raw: str) -> bool:
        wanted = alike(raw)
        for values in self._fields.values():
            if any(alike(one) == wanted for one in values):
                values[:] = [one for one in values if alike(one) != wanted]
                return True
        return False

    def _added(self) -> Iterator[Judged]:
        """Yield variables that the record has, and the reference has nowhere."""
        self._fields.pop("Label", None)
        if not any(self._fields.values()):
            return
        given = self._reference.given()
        known = {alike(one) for one in given.values() if isinstance(one, str)}
        for name, attribute, kind in _VARIABLES:
            if kind == "names" or name in ("keyword", "issued") or attribute in given:
                continue
            for place in self._places.get(name, ()):
                stored = [one for one in self._fields.pop(place, ()) if alike(one) not in known]
                if stored:
                    empty = None if kind == "date" else ""
                    yield Judged(name, empty, _read(name, kind, stored), place)


def _same(name: str, kind: str, value: Any, stored: str) -> bool:
    if kind == "date":
        return bool(value == DATE.decode(((stored,),)).value)
    return isinstance(value, str) and same_text(name, value, stored)


def _read(name: str, kind: str, values: Sequence[str]) -> Any:
    """Return the values of a field as the value of a variable."""
    if name == "keyword":
        return KEYWORDS.decode((tuple(values),)).value
    if kind == "date":
        return DATE.decode(((values[0],),)).value
    return "\n\n".join(values) if name in _NOTES else values[0]
