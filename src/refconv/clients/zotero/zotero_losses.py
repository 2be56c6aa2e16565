"""What Zotero does not hold of a reference as it was: its item against the one it ought to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from operator import itemgetter
from typing import Any

from refconv.clients.judged import Judged
from refconv.clients.same_values import (
    Creator,
    alike,
    as_name,
    note_text,
    read_date,
    same_date,
    same_name,
    same_text,
)
from refconv.clients.zotero.expected import csl_type, places, said
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.schema import label
from refconv.core.edtf import Date
from refconv.core.model import BY_NAME, NOT_VARIABLES, VARIABLES, Name, Reference
from refconv.core.respelled import KnowsType
from refconv.core.substance import substance

_NOTES = frozenset({"note", "annote"})
_UNJUDGED = frozenset({"citation_key"})


def judge(reference: Reference, item: ZoteroItem | None, knows_type: KnowsType) -> list[Judged]:
    """Return what an item lacks of a reference, or holds in another place.

    Args:
        reference: The reference that was written.
        item: What Zotero stores of the text; ``None`` if it refuses it.
        knows_type: Whether a key of ``custom`` holds the native type for a CSL type.
    """
    if item is None:
        item = ZoteroItem(type="document")
    return [*_Judging(reference, item, knows_type).all()]


class _Judging:
    """The comparison of a reference with an item; every value of the item answers for one."""

    def __init__(self, reference: Reference, item: ZoteroItem, knows_type: KnowsType) -> None:
        self._reference, self._item, self._knows_type = reference, item, knows_type
        self._places = places(item.type)
        self._fields = dict(item.fields)
        # Keys are Zotero's own: it makes them anew.
        self._fields.pop("citationKey", None)
        self._extra, self._notes = [*item.extra], [*item.notes]
        self._creators = [*item.creators]
        self._tags = {*item.tags}

    def all(self) -> Iterator[Judged]:
        """Yield everything that is not as it was."""
        reference, item = self._reference, self._item
        if csl_type(item.type) != reference.type:
            yield Judged("type", reference.type, csl_type(item.type))
        given = reference.given()
        missing: list[tuple[int, str, str, Any]] = []
        # First what stands in its own place, so that a value is not looked for in another's.
        for attribute, value in given.items():
            if value and attribute in _BY_ATTRIBUTE:
                place, name, kind = _BY_ATTRIBUTE[attribute]
                if not self._holds(name, kind, value):
                    missing.append((place, name, kind, value))
        lost = {name for _, name, _, _ in missing}
        if "page" in lost and "number" not in lost and reference.number == reference.page:
            place, name, kind = _BY_ATTRIBUTE["number"]
            missing.append((place, name, kind, reference.number))
        missing.sort(key=itemgetter(0))
        found = [
            one for _, name, kind, value in missing for one in self._missing(name, kind, value)
        ]
        whole = [*self._more_names(given)]
        names = tuple(f"{one.path}[" for one in whole)
        found = [one for one in found if not one.path.startswith(names)] if names else found
        yield from found
        yield from whole
        for name in sorted(reference.et_al):
            yield Judged(f"{name}.et-al", value=True)
        yield from self._orcids(given, {one.path for one in (*found, *whole)})
        yield from self._custom()
        yield from self._added(given)

    @cached_property
    def _said(self) -> str:
        return said(self._item)

    @cached_property
    def _wanted(self) -> AbstractSet[str]:
        """The fields of the variables that the reference has: a short value there is theirs."""
        given = (_BY_ATTRIBUTE.get(attribute) for attribute in self._reference.given())
        names = (one[1] for one in given if one is not None)
        return {place for name in names for place in self._places.get(name, ())}

    # ── in its own place ──────────────────────────────────────────────────────────────────────────

    def _holds(self, name: str, kind: str, value: Any) -> bool:
        """Return whether a value stands in its own place, and take that out of the item."""
        if kind == "names":
            return self._holds_names(name, value)
        if name == "keyword":
            wanted = {alike(one) for one in value} - {""}
            if wanted != {alike(tag) for tag in self._tags}:
                return False
            self._tags = set()
            return True
        if name == "number" and value == self._reference.page and "page" in self._places:
            # An article number, which is the page of the article.
            return True
        if name in _NOTES:
            return all(part in self._said for part in _note_parts(value))
        if name == "genre" and self._item.type == "preprint" and value.casefold() == "preprint":
            return True
        for place in self._places.get(name, ()):
            stored = self._fields.get(place)
            if stored and (
                same_date(value, stored) if kind == "date" else same_text(name, value, stored)
            ):
                del self._fields[place]
                return True
        return False

    def _holds_names(self, name: str, names: Sequence[Name]) -> bool:
        # Others may stand among them: persons whose role the item type does not have.
        found: list[Creator] = []
        creators = iter(self._creators_of(name))
        for one in names:
            held = next((it for it in creators if same_name(one, it)), None)
            if held is None:
                return False
            found.append(held)
        for creator in found:
            self._creators.remove(creator)
        return True

    def _creators_of(self, name: str) -> list[Creator]:
        roles = self._places.get(name, ())
        return [one for one in self._creators if one.role in roles]

    def _more_names(self, given: Mapping[str, Any]) -> Iterator[Judged]:
        """Yield lists of names that have persons in the item who are in no list."""
        if not self._creators:
            return
        for name, attribute, kind in _VARIABLES:
            names = given.get(attribute, ()) if kind == "names" else ()
            more = self._creators_of(name) if names else []
            if more:
                roles = self._places.get(name, ())
                kept = tuple(as_name(one) for one in self._item.creators if one.role in roles)
                self._creators = [one for one in self._creators if one not in more]
                yield Judged(name, tuple(names), kept, label(more[0].role))

    # ── elsewhere ─────────────────────────────────────────────────────────────────────────────────

    def _missing(self, name: str, kind: str, value: Any) -> Iterator[Judged]:
        """Yield what stands in the place of a value, or where the value is."""
        if kind == "names":
            yield from self._missing_names(name, value)
            return
        if name == "keyword":
            yield from self._missing_keywords(value)
            return
        place = next((one for one in self._places.get(name, ()) if self._fields.get(one)), "")
        stored = self._fields.pop(place, "")
        elsewhere = self._elsewhere(name, _as_texts(kind, value))
        if not place or name in _NOTES:
            yield Judged(name, value, elsewhere=elsewhere)
            return
        kept = read_date(stored) if kind == "date" else stored
        yield Judged(name, value, kept, label(place), elsewhere)

    def _missing_keywords(self, value: Sequence[str]) -> Iterator[Judged]:
        kept = tuple(sorted(self._tags)) or None
        is_noted = kept is None and all(alike(one) in self._said for one in value)
        self._tags = set()
        elsewhere = self._line_or_note(alike(value[0])) if is_noted else ""
        yield Judged("keyword", value, kept, "Tags" if kept else "", elsewhere)

    def _missing_names(self, name: str, names: Sequence[Name]) -> Iterator[Judged]:
        own = self._creators_of(name)
        if len(own) >= len(names):
            for place, (one, creator) in enumerate(zip(names, own, strict=False)):
                self._creators.remove(creator)
                if not same_name(one, creator):
                    yield Judged(f"{name}[{place}]", one, as_name(creator), label(creator.role))
            return
        kept = tuple(map(as_name, own)) or None
        for creator in own:
            self._creators.remove(creator)
        role = label(own[0].role) if own else ""
        yield Judged(name, tuple(names), kept, role, self._role_of(names))

    def _role_of(self, names: Sequence[Name]) -> str:
        """Return where names are that are not in their own role."""
        left, roles = [*self._creators], []
        for one in names:
            found = next((it for it in left if same_name(one, it)), None)
            if found is None:
                return self._line_or_note(alike(_printed(names[0])))
            roles.append(found.role)
            left.remove(found)
        self._creators = left
        return f"the role {' and '.join(dict.fromkeys(map(_spaced, roles)))}"

    def _elsewhere(self, name: str, texts: Sequence[str]) -> str:
        """Return where one of the spellings of a value is, if not in its own place."""
        own = {alike(label(place)) for place in self._places.get(name, ())}
        wanted = {alike(text) for text in texts} - {""}
        for line in self._extra:
            before, colon, after = line.partition(": ")
            is_own = alike(before).casefold() in {_spaced_label(name), *map(str.casefold, own)}
            if alike(after if colon else line) in wanted and (
                is_own or not colon or _is_telling(after)
            ):
                self._extra.remove(line)
                return "a line of Extra"
        for place, stored in self._fields.items():
            if alike(stored) in wanted and (_is_telling(stored) or place not in self._wanted):
                del self._fields[place]
                return f"the field {label(place)}"
        telling = [text for text in wanted if _is_telling(text)]
        return next(filter(None, map(self._line_or_note, telling)), "")

    def _line_or_note(self, text: str) -> str:
        """Return which of Extra and notes has a text somewhere."""
        if not text:
            return ""
        if any(text in alike(line) for line in self._item.extra):
            return "a line of Extra"
        if any(text in note_text(note) for note in self._item.notes):
            return "a note"
        return "a tag" if any(text == alike(tag) for tag in self._item.tags) else ""

    # ── what is no variable ───────────────────────────────────────────────────────────────────────

    @staticmethod
    def _orcids(given: Mapping[str, Any], reported: AbstractSet[str]) -> Iterator[Judged]:
        """Yield the ORCIDs of names that are not reported themselves."""
        for attribute, value in given.items():
            _, name, kind = _BY_ATTRIBUTE.get(attribute, (0, "", ""))
            if kind == "names" and name not in reported:
                for place, one in enumerate(value):
                    if one.orcid and f"{name}[{place}]" not in reported:
                        yield Judged(f"{name}[{place}].orcid", one.orcid)

    def _custom(self) -> Iterator[Judged]:
        """Yield the entries of ``custom`` whose value the item does not hold."""
        for place, (key, raw) in enumerate(self._reference.custom):
            if isinstance(raw, str) and (not raw.strip() or self._says(raw.strip())):
                continue
            if not raw and raw not in (0, False):
                continue
            if isinstance(raw, str) and self._knows_type(key, raw, csl_type(self._item.type)):
                continue
            yield Judged(f"custom[{place}]", (key, raw))

    def _says(self, raw: str) -> bool:
        text = substance(raw)
        item = self._item
        if raw in self._fields.values():
            # A field that no variable of the reference has filled.
            return True
        values = (*item.fields.values(), *item.tags, *item.attachments)
        names = (f"{one.last}, {one.first}" if one.first else one.last for one in item.creators)
        if any(text == substance(value) for value in (*values, *names)):
            return len(text) >= _SHORTEST
        return len(text) >= _SHORTEST and text in substance(self._said)

    def _added(self, given: Mapping[str, Any]) -> Iterator[Judged]:
        """Yield variables that the item has and the reference has not, not even in ``custom``."""
        if not (self._fields or self._creators):
            return
        custom = {raw.strip() for _, raw in self._reference.custom if isinstance(raw, str)}
        for name, attribute, kind in _VARIABLES:
            if kind == "names" or name in _HELD_TWICE or attribute in given or name == "keyword":
                continue
            for place in self._places.get(name, ()):
                stored = self._fields.pop(place, "")
                if stored and stored.strip() not in custom:
                    kept = read_date(stored) if kind == "date" else stored
                    yield Judged(name, _empty(kind), kept, label(place))
        for role in dict.fromkeys(creator.role for creator in self._creators):
            variable = next((v for v, where in self._places.items() if role in where), "")
            if variable in BY_NAME and not given.get(BY_NAME[variable].attribute):
                names = tuple(as_name(one) for one in self._creators if one.role == role)
                yield Judged(variable, (), names, label(role))


_SHORTEST = 6
"""Characters from which on two values are equal because they are the same one."""
_HELD_TWICE = frozenset({"citation-key", "note", "annote"})
_VARIABLES: tuple[tuple[str, str, str], ...] = tuple(
    (v.name, v.attribute, v.kind) for v in VARIABLES if v.name not in NOT_VARIABLES
)


_BY_ATTRIBUTE: Mapping[str, tuple[int, str, str]] = {
    attribute: (place, name, kind)
    for place, (name, attribute, kind) in enumerate(_VARIABLES)
    if attribute not in _UNJUDGED
}
"""The variables that are judged: their place in the order, name and kind."""


def _empty(kind: str) -> Any:
    return None if kind == "date" else ""


def _is_telling(text: str) -> bool:
    return len(text) >= _SHORTEST


def _spaced(role: str) -> str:
    return label(role).lower()


def _spaced_label(variable: str) -> str:
    return variable.replace("-", " ").replace("_", " ").casefold()


def _printed(name: Name) -> str:
    return name.literal or name.family


def _note_parts(value: str) -> list[str]:
    return [text for line in note_lines(value) if (text := note_text(line))]


def note_lines(value: str) -> list[str]:
    """Return the lines of a note, which may stand in several notes and lines of Extra."""
    return value.split("\n")


def _as_texts(kind: str, value: Any) -> list[str]:
    if kind == "date" and isinstance(value, Date):
        return [text for text in (value.edtf(), value.literal, str(value)) if text]
    if isinstance(value, tuple):
        return ["; ".join(map(str, value))]
    return [str(value)]
