"""The reference model: CSL 1.0.2's vocabulary as immutable values.

Names and meanings are those of the CSL specification 1.0.2, Appendices III (types) and IV
(variables); a hyphen becomes an underscore in an attribute (``container_title``). An absent text is
``""``, an absent list ``()``, an absent date ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Literal, Self, TypeAlias, TypeVar

from attrs import Attribute, field, fields, frozen

from refconv.core import csl
from refconv.core.edtf import Date, Edge, Point

__all__ = [
    "BY_NAME",
    "VARIABLES",
    "Custom",
    "Date",
    "Edge",
    "ItemType",
    "Name",
    "Point",
    "Reference",
    "Variable",
]

JSON: TypeAlias = Any
Custom: TypeAlias = tuple[tuple[str, JSON], ...]
Kind: TypeAlias = Literal["text", "number", "list", "date", "names"]
_R = TypeVar("_R", bound="Reference")

# Variables that CSL spells with an underscore, where all others have a hyphen.
_UNDERSCORED = frozenset({"archive_collection", "archive_location"})
# Facts of an article that CSL has no variable for.
_HISTORY = frozenset({"received", "revised", "accepted"})


class ItemType(StrEnum):
    """The item types of CSL 1.0.2."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    CLASSIC = "classic"
    COLLECTION = "collection"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY = "entry"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    EVENT = "event"
    FIGURE = "figure"
    GRAPHIC = "graphic"
    HEARING = "hearing"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MAP = "map"
    MOTION_PICTURE = "motion_picture"
    MUSICAL_SCORE = "musical_score"
    PAMPHLET = "pamphlet"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERIODICAL = "periodical"
    PERSONAL_COMMUNICATION = "personal_communication"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    REVIEW = "review"
    REVIEW_BOOK = "review-book"
    SOFTWARE = "software"
    SONG = "song"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    TREATY = "treaty"
    WEBPAGE = "webpage"

    # As their texts do, rather than by a function of Enum's: types are looked up all the time.
    __hash__ = str.__hash__


@frozen(slots=False)
class Name:
    """A person, or with ``literal`` an institution or a name that could not be taken apart.

    ``orcid`` is the bare identifier (``0000-0002-1825-0097``).

    Raises:
        ValueError: where ``literal`` stands beside parts, or there is nothing at all.
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""

    def __attrs_post_init__(self) -> None:
        is_in_parts = bool(
            self.family
            or self.given
            or self.dropping_particle
            or self.non_dropping_particle
            or self.suffix
        )
        if bool(self.literal) == is_in_parts:
            raise ValueError("a name has either a literal or parts")

    def as_csl(self) -> dict[str, Any]:
        """Give the name as CSL-JSON has it; it has no room for the ORCID."""
        if self.literal:
            return {"literal": self.literal}
        return {key: value for part, key in _NAME_PARTS.items() if (value := getattr(self, part))}

    @classmethod
    def person(cls, family: str, given: str) -> Self:
        """Make what most names are, quickly: a family and a given name, not both of them empty."""
        # As in a reference: what is not given is the class's own.
        name = cls.__new__(cls)
        object.__setattr__(name, "__dict__", {"family": family, "given": given})
        return name

    @classmethod
    def from_csl(cls, data: Mapping[str, Any], orcid: str = "") -> Self | None:
        """Read a CSL-JSON name; ``None`` where it names nobody. Parts win over a literal."""
        parts = {part: str(data[key]) for part, key in _NAME_PARTS.items() if data.get(key)}
        if parts:
            return cls(**parts, orcid=orcid)
        literal = str(data.get("literal") or "")
        return cls(literal=literal, orcid=orcid) if literal else None

    def __str__(self) -> str:
        family = " ".join(filter(None, (self.non_dropping_particle, self.family)))
        given = " ".join(filter(None, (self.given, self.dropping_particle)))
        return self.literal or ", ".join(filter(None, (family, given, self.suffix)))


for _part in fields(Name):
    setattr(Name, _part.name, _part.default)

_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "dropping_particle": "dropping-particle",
    "non_dropping_particle": "non-dropping-particle",
    "suffix": "suffix",
}


_NAMES, _DATE, _LIST = ({"kind": kind} for kind in ("names", "date", "list"))


def _text() -> Any:
    return field(default="", metadata={"kind": "text"})


def _number() -> Any:
    return field(default="", metadata={"kind": "number"})


def _as_type(kind: ItemType | str) -> ItemType:
    return kind if isinstance(kind, ItemType) else ItemType(kind)


def _as_texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


def _as_names(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(names)


def _as_date(value: Date | str | None) -> Date | None:
    return (Date.of(value) if value else None) if isinstance(value, str) else value


def _as_set(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


def in_custom(pairs: Iterable[tuple[str, JSON]]) -> Custom:
    """Order native keys by the format they come from: that is all their order means."""
    custom = tuple((key, value) for key, value in pairs)
    for key, _ in custom:
        if ":" not in key:
            raise ValueError(f"a custom key is <prefix>:<native key>, not {key!r}")
    return tuple(sorted(custom, key=lambda pair: pair[0].partition(":")[0]))


@frozen(slots=False, repr=False, eq=False)
class Reference:
    """One bibliographic item.

    ``et_al`` names the variables (in CSL's spelling) whose list of names was printed incomplete.
    ``custom`` keeps, in order and with repeats, every native key that no variable takes:
    ``("bibtex:file", "x.pdf")``. Text may hold CSL's rich-text markup (``<i> <b> <sub> <sup>``,
    ``<span class="nocase">``, ``<span style="font-variant:small-caps;">``).

    A reference holds what it says and no more: of its hundred variables few are given, and what is
    not is the class's own.

    Raises:
        ValueError: for a type that CSL does not have, or a custom key without a prefix.
    """

    type: ItemType = field(default=ItemType.DOCUMENT, converter=_as_type)
    id: str = ""
    """Citation key; empty where the source has none (:func:`refconv.assign_ids` makes them)."""
    title: str = _text()
    """Title."""
    author: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Author."""
    container_title: str = _text()
    """What contains it: a journal, a book, proceedings."""
    issued: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When it was published."""
    volume: str = _number()
    """Volume."""
    issue: str = _number()
    """Issue of a volume."""
    page: str = _number()
    """Pages it takes in its container, or its article number."""
    number: str = _number()
    """Number of a report, patent …, or an article number."""
    DOI: str = _text()
    """Digital Object Identifier, without a resolver in front."""
    citation_key: str = _text()
    """Key by which a document cites it."""
    language: str = _text()
    """Language, as a BCP 47 tag where the source has one."""
    abstract: str = _text()
    """Abstract."""
    annote: str = _text()
    """Note of its reader."""
    archive: str = _text()
    """Archive or repository that holds it."""
    archive_collection: str = _text()
    """Collection within the archive."""
    archive_location: str = _text()
    """Place within the archive."""
    archive_place: str = _text()
    """Where the archive is."""
    authority: str = _text()
    """Issuing or judicial authority."""
    call_number: str = _text()
    """Call number."""
    citation_label: str = _text()
    """Formatted label, such as "Fer78"."""
    collection_title: str = _text()
    """Series."""
    container_title_short: str = _text()
    """Abbreviation of that."""
    dimensions: str = _text()
    """Size or length."""
    division: str = _text()
    """Minor subdivision of a court."""
    event_title: str = _text()
    """Conference or other event."""
    event_place: str = _text()
    """Where the event took place."""
    genre: str = _text()
    """Kind, such as "PhD thesis" or "preprint"."""
    ISBN: str = _text()
    """International Standard Book Number."""
    ISSN: str = _text()
    """International Standard Serial Number."""
    jurisdiction: str = _text()
    """Where a legal item applies."""
    medium: str = _text()
    """Medium, such as "DVD"."""
    note: str = _text()
    """Note to be printed."""
    original_publisher: str = _text()
    """Publisher of the original."""
    original_publisher_place: str = _text()
    """Place of that publisher."""
    original_title: str = _text()
    """Title of the original."""
    part_title: str = _text()
    """Title of the part."""
    PMCID: str = _text()
    """PubMed Central number, with its "PMC"."""
    PMID: str = _text()
    """PubMed number."""
    publisher: str = _text()
    """Publisher, university or institution."""
    publisher_place: str = _text()
    """Where the publisher is."""
    references: str = _text()
    """Related resources or procedural history."""
    reviewed_genre: str = _text()
    """Kind of the item under review."""
    reviewed_title: str = _text()
    """Title of the item under review."""
    scale: str = _text()
    """Scale of a map."""
    section: str = _text()
    """Section of a newspaper or law."""
    source: str = _text()
    """Where the record was found."""
    status: str = _text()
    """State of publication, such as "forthcoming"."""
    title_short: str = _text()
    """Short title."""
    URL: str = _text()
    """Where it stands on the web."""
    version: str = _text()
    """Version."""
    volume_title: str = _text()
    """Title of the volume."""
    volume_title_short: str = _text()
    """Abbreviation of that."""
    year_suffix: str = _text()
    """Letter that tells apart works of one year."""
    chapter_number: str = _number()
    """Chapter."""
    citation_number: str = _number()
    """Number in the reference list."""
    collection_number: str = _number()
    """Number in the series."""
    edition: str = _number()
    """Edition."""
    first_reference_note_number: str = _number()
    """Note in which it is first cited."""
    locator: str = _number()
    """Cited place within the item."""
    number_of_pages: str = _number()
    """How many pages it has."""
    number_of_volumes: str = _number()
    """How many volumes it has."""
    page_first: str = _number()
    """First of those pages."""
    part: str = _number()
    """Part of a multipart item."""
    printing: str = _number()
    """Printing."""
    supplement: str = _number()
    """Supplement number."""
    keyword: tuple[str, ...] = field(default=(), converter=_as_texts, metadata=_LIST)
    """Keywords."""
    categories: tuple[str, ...] = field(default=(), converter=_as_texts, metadata=_LIST)
    """Categories of the reader's own."""
    accessed: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When the item was last consulted."""
    available_date: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When it first stood online."""
    event_date: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When the event took place."""
    original_date: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When the original appeared."""
    submitted: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When it was submitted."""
    received: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When the journal received it."""
    revised: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When the journal received its revision."""
    accepted: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When the journal accepted it."""
    chair: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Chair of a session or panel."""
    collection_editor: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Editor of the series."""
    compiler: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Compiler of a collection."""
    composer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Composer, as of a musical score."""
    container_author: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Author of the containing item, such as a book."""
    contributor: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Minor contributor."""
    curator: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Curator of an exhibit or collection."""
    director: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Director, as of a film."""
    editor: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Editor."""
    editorial_director: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Managing editor ("Directeur de la Publication")."""
    executive_producer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Executive producer, as of a series."""
    guest: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Guest on a programme."""
    host: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Host of a programme."""
    interviewer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Interviewer."""
    illustrator: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Illustrator."""
    narrator: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Narrator, as of an audio book."""
    organizer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Organizer of an event."""
    original_author: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Original creator of a work."""
    performer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Performer."""
    producer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Producer."""
    recipient: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Recipient, as of a letter."""
    reviewed_author: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Author of the item under review."""
    script_writer: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Writer of a script or screenplay."""
    series_creator: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Creator of a series."""
    translator: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Translator."""
    et_al: frozenset[str] = field(default=frozenset(), converter=_as_set)
    custom: Custom = field(default=(), converter=in_custom)

    def __attrs_post_init__(self) -> None:
        _hold(self, vars(self))

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Make a reference of attributes whose values are already of the types they shall have."""
        return _hold(cls.__new__(cls), values)

    def changed(self, **values: Any) -> Self:
        """Give the reference with other values in the places of its own."""
        if not values.keys() <= _ATTRIBUTES:
            raise TypeError(f"a reference has no {', '.join(values.keys() - _ATTRIBUTES)}")
        for name in _CONVERTERS.keys() & values.keys():
            values[name] = _CONVERTERS[name](values[name])
        return self.of(vars(self) | values)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return vars(self) == vars(other)

    def __hash__(self) -> int:
        # What stands in ``custom`` need not be hashable.
        return hash(frozenset(pair for pair in vars(self).items() if pair[0] != "custom"))

    def given(self) -> Mapping[str, Any]:
        """Give what it says: its attributes that are not empty, with their values."""
        return vars(self)

    def variables(self) -> Iterator[tuple[Variable, Any]]:
        """Give every variable that is set, with its value."""
        given = vars(self)
        for variable in VARIABLES:
            if variable.attribute in given:
                yield variable, given[variable.attribute]

    def as_csl(self) -> dict[str, Any]:
        """Give the reference as a CSL-JSON item; what CSL has no room for is in ``custom``."""
        return csl.pack([("id", self.id), ("type", str(self.type)), *self._flat()])

    def _flat(self) -> Iterator[tuple[str, Any]]:
        for variable, value in self.variables():
            yield from variable.as_csl(value)
        yield from ((f"et-al/{name}", True) for name in BY_NAME if name in self.et_al)
        yield from self.custom

    def __repr__(self) -> str:
        shown = {variable.attribute: value for variable, value in self.variables()}
        shown = {"type": str(self.type), "id": self.id, **shown}
        shown |= {"et_al": set(self.et_al)} if self.et_al else {}
        shown |= {"custom": self.custom} if self.custom else {}
        return f"Reference({', '.join(f'{key}={value!r}' for key, value in shown.items())})"

    def __str__(self) -> str:
        names = [str(name.literal or name.family or name) for name in self.author or self.editor]
        people = ", ".join(names[:3]) + (" et al." if len(names) > 3 or self.et_al else "")
        numbers = self.volume + (f"({self.issue})" if self.issue else "")
        where = ": ".join(filter(None, (numbers, self.page)))
        parts = (
            f"{people} ({self.issued})" if self.issued else people,
            self.title,
            " ".join(filter(None, (self.container_title, where))) or self.publisher,
            f"https://doi.org/{self.DOI}" if self.DOI else self.URL,
        )
        return ". ".join(part for part in parts if part) or f"[{self.id or self.type}]"


def _hold(reference: _R, values: Mapping[str, Any]) -> _R:
    """Let a reference hold those of its values that say something; every default is empty."""
    # A copy in any case: nobody else shall change it.
    is_full = all(values.values())
    given = dict(values) if is_full else {name: value for name, value in values.items() if value}
    object.__setattr__(reference, "__dict__", given)
    return reference


for _attribute in fields(Reference):
    setattr(Reference, _attribute.name, _attribute.default)
_ATTRIBUTES = frozenset(attribute.name for attribute in fields(Reference))
_CONVERTERS: Mapping[str, Any] = {
    a.name: a.converter for a in fields(Reference) if a.converter is not None
}


@frozen
class Variable:
    """A CSL variable: its name, its attribute on :class:`Reference`, its kind of value."""

    name: str
    attribute: str
    kind: Kind

    @property
    def key(self) -> str:
        """Where a CSL-JSON item has it, as a key of the flat form of :mod:`refconv.core.csl`."""
        return f"dates/{self.name}" if self.name in _HISTORY else self.name

    def as_csl(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Give a value of this variable as pairs of a flat CSL-JSON item."""
        match self.kind:
            case "names":
                yield self.key, [name.as_csl() for name in value]
                if any(name.orcid for name in value):
                    yield f"orcid/{self.name}", [name.orcid or None for name in value]
            case "date":
                yield self.key, value.as_csl()
            case "list":
                yield from csl.pack_list(self.name, value)
            case _:
                yield self.key, value


def _variable(attribute: Attribute[Any]) -> Variable:
    name = attribute.name
    if name not in _UNDERSCORED:
        name = name.replace("_", "-")
    return Variable(name, attribute.name, attribute.metadata["kind"])


VARIABLES = tuple(_variable(a) for a in fields(Reference) if "kind" in a.metadata)
"""Every variable of the model, in the order in which it is shown and written."""

OWN = frozenset(a.name for a in fields(Reference) if "kind" not in a.metadata)
"""The attributes of a reference that are no variables."""

BY_NAME: Mapping[str, Variable] = {variable.name: variable for variable in VARIABLES}
"""The same by CSL name."""

ROLES: Mapping[str, str] = {v.attribute: v.name for v in VARIABLES if v.kind == "names"}
"""The CSL names of the variables that hold names, by attribute."""
