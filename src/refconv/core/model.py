"""The reference model: CSL 1.0.2's vocabulary as immutable values.

Names and meanings are those of the CSL specification 1.0.2, Appendices III (types) and IV
(variables); a hyphen becomes an underscore in an attribute (``container_title``). An absent text is
``""``, an absent list ``()``, an absent date ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Self, TypeAlias, TypeVar

from attrs import Attribute, evolve, field, fields, frozen

from refconv.core import csl
from refconv.core.arguments import check_type, unknown
from refconv.core.edtf import Date, Edge, Point, shown_parts

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
_T = TypeVar("_T")

# Variables that CSL spells with an underscore, where all others have a hyphen.
_UNDERSCORED = frozenset({"archive_collection", "archive_location"})
# Facts of an article that CSL has no variable for.
_HISTORY = frozenset({"received", "revised", "accepted"})


# ── how values are held ───────────────────────────────────────────────────────────────────────────


def _with_class_defaults(cls: type[_T]) -> type[_T]:
    """Set each attribute's default on the class, where attrs has removed it.

    An instance made by ``unchecked`` stores only the attributes that it is given; Python finds any
    other on the class. A reference has a hundred attributes, of which a dozen are given.
    """
    for attribute in fields(cls):  # type: ignore[arg-type]
        setattr(cls, attribute.name, attribute.default)
    return cls


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

    # Faster than Enum's own, which is written in Python; types are looked up for every record.
    __hash__ = str.__hash__


@_with_class_defaults
@frozen(slots=False, repr=False)
class Name:
    """A person, or with ``literal`` an institution or a name that could not be parsed.

    ``orcid`` is the bare identifier (``0000-0002-1825-0097``).

    Raises:
        TypeError: for a part that is not a text.
        ValueError: if ``literal`` is given beside parts, or neither of them.

    >>> str(Name(family="Berg", given="Jan", non_dropping_particle="van der"))
    'van der Berg, Jan'
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""

    def __attrs_post_init__(self) -> None:
        parts = vars(self)
        # Joining raises for anything but texts, and is the fastest check of seven values.
        try:
            "".join(parts.values())
        except TypeError:
            name = next(part for part, value in parts.items() if not isinstance(value, str))
            _refuse(name, "a text", parts[name])
        is_in_parts = bool(
            self.family
            or self.given
            or self.dropping_particle
            or self.non_dropping_particle
            or self.suffix
        )
        if bool(self.literal) == is_in_parts:
            raise ValueError("a name has either a literal or parts")

    @classmethod
    def unchecked(cls, **parts: str) -> Self:
        """Return a name with these parts, without checking them (for the readers).

        >>> Name.unchecked(family="King", given="Martin") == Name(family="King", given="Martin")
        True
        """
        name = cls.__new__(cls)
        object.__setattr__(name, "__dict__", parts)
        return name

    @classmethod
    def parse(cls, text: str) -> Name:
        """Parse one name as people print it.

        Args:
            text: A person in any usual order, or an institution.

        Raises:
            TypeError: if ``text`` is not a text.
            ValueError: if there is no name in it.

        >>> Name.parse("Smith, John"), Name.parse("World Bank")
        (Name(family='Smith', given='John'), Name(literal='World Bank'))
        """
        from refconv.values.names import (  # noqa: PLC0415 (values import the model)
            parse_names,
            parse_person,
        )

        check_type(text, str, "text", "a text")
        names = parse_names(text).names
        name = names[0] if len(names) == 1 else parse_person(text)
        if name is None:
            raise ValueError(f"no name in {text!r}")
        return name

    def as_csl(self) -> dict[str, Any]:
        """Return the name as CSL-JSON has it, which has no variable for the ORCID."""
        if self.literal:
            return {"literal": self.literal}
        return {key: value for part, key in _NAME_PARTS.items() if (value := getattr(self, part))}

    @classmethod
    def from_csl(cls, data: Mapping[str, Any], orcid: str = "") -> Self | None:
        """Read a CSL-JSON name; ``None`` if it is empty. Parts win over a literal."""
        parts = {part: str(data[key]) for part, key in _NAME_PARTS.items() if data.get(key)}
        if parts:
            return cls.unchecked(**parts, orcid=orcid)
        literal = str(data.get("literal") or "")
        return cls.unchecked(literal=literal, orcid=orcid) if literal else None

    def __repr__(self) -> str:
        return shown_parts(self)

    def __str__(self) -> str:
        family = " ".join(filter(None, (self.non_dropping_particle, self.family)))
        given = " ".join(filter(None, (self.given, self.dropping_particle)))
        return self.literal or ", ".join(filter(None, (family, given, self.suffix)))


_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "dropping_particle": "dropping-particle",
    "non_dropping_particle": "non-dropping-particle",
    "suffix": "suffix",
}


# ── what the constructor of a reference converts and checks ───────────────────────────────────────

# Each converter is bound to the name of its attribute (:func:`_with_bound_converters`). Its first
# parameter has the type that the constructor accepts, for type checkers too.


def _refuse(name: str, expected: str, value: object) -> NoReturn:
    raise TypeError(f"{name} must be {expected}, not {value!r}")


def _as_text(value: str, name: str = "") -> str:
    return value if isinstance(value, str) else _refuse(name, "a text", value)


def _as_number(value: str | int, name: str = "") -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else _refuse(name, "a text or an int", value)


def _as_type(value: ItemType | str, name: str = "") -> ItemType:
    if isinstance(value, ItemType):
        return value
    if not isinstance(value, str):
        _refuse(name, "an item type", value)
    try:
        return ItemType(value)
    except ValueError:
        raise ValueError(unknown(name, value, map(str, ItemType))) from None


def _as_date(value: Date | str | int | None, name: str = "") -> Date | None:
    if value is None or isinstance(value, Date):
        return value
    if isinstance(value, str):
        return Date.of(value) if value else None
    if isinstance(value, int) and not isinstance(value, bool):
        return Date.on(value)
    return _refuse(name, "a Date, an EDTF text, a year or None", value)


def _as_tuple(
    value: Iterable[_T], kind: type | tuple[type, ...], name: str, expected: str
) -> tuple[_T, ...]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        _refuse(name, expected, value)
    values = tuple(value)
    if not all(isinstance(one, kind) for one in values):
        _refuse(name, expected, values)
    return values


def _as_texts(value: Iterable[str], name: str = "") -> tuple[str, ...]:
    return _as_tuple(value, str, name, "a list of texts")


def _as_names(value: Iterable[Name], name: str = "") -> tuple[Name, ...]:
    return _as_tuple(value, Name, name, "a list of Name")


def _as_set(value: Iterable[str], name: str = "") -> frozenset[str]:
    return frozenset(_as_tuple(value, str, name, "a set of texts"))


def _as_custom(value: Iterable[tuple[str, JSON]], name: str = "") -> Custom:
    expected = "a list of (key, value) pairs"
    pairs = _as_tuple(value, (tuple, list), name, expected)
    if any(len(pair) != 2 or not isinstance(pair[0], str) for pair in pairs):
        _refuse(name, expected, value)
    return in_custom(pairs)


def in_custom(pairs: Iterable[tuple[str, JSON]]) -> Custom:
    """Return entries of ``custom`` in its order: by the prefix of the key, otherwise as given.

    Raises:
        ValueError: for a key without a prefix.
    """
    custom = tuple((key, value) for key, value in pairs)
    for key, _ in custom:
        if ":" not in key:
            raise ValueError(f"a custom key is <prefix>:<native key>, not {key!r}")
    return tuple(sorted(custom, key=lambda pair: pair[0].partition(":")[0]))


def _with_bound_converters(_: type, attributes: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Return the attributes, the converter of each bound to its name (attrs' field transformer)."""
    bound: list[Attribute[Any]] = []
    for attribute in attributes:
        convert: Any = attribute.converter
        bound.append(attribute.evolve(converter=partial(convert, name=attribute.name)))
    return bound


_NAMES, _NUMBER, _DATE, _LIST = ({"kind": kind} for kind in ("names", "number", "date", "list"))


def _text() -> Any:
    return field(default="", converter=_as_text, metadata={"kind": "text"})


# ── the reference ─────────────────────────────────────────────────────────────────────────────────


OTHER_NAMES: Mapping[str, str] = {
    "address": "publisher_place",
    "authors": "author",
    "booktitle": "container_title",
    "citekey": "id",
    "city": "publisher_place",
    "date": "issued",
    "doi": "DOI",
    "editors": "editor",
    "isbn": "ISBN",
    "issn": "ISSN",
    "journal": "container_title",
    "key": "id",
    "keywords": "keyword",
    "pages": "page",
    "place": "publisher_place",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "url": "URL",
    "year": "issued",
}
"""What attributes of a reference are called elsewhere, for the message where one is asked for."""


@_with_class_defaults
@frozen(slots=False, repr=False, eq=False, field_transformer=_with_bound_converters)
class Reference:
    """One bibliographic item.

    ``et_al`` names the variables (in CSL's spelling) whose list of names was printed incomplete.
    ``custom`` keeps, in order and with repeats, every native key that no variable takes:
    ``("bibtex:groups", "Ice")``. Text may hold CSL's rich-text markup (``<i> <b> <sub> <sup>``,
    ``<span class="nocase">``, ``<span style="font-variant:small-caps;">``).

    The constructor converts the obvious: an ``int`` for a number variable to text, a year or an
    EDTF text to :class:`Date`, a list to a tuple. The readers use :meth:`unchecked`.

    Raises:
        TypeError: for any other value that is not of the attribute's type; it names the attribute.
        ValueError: for a type that CSL does not have, or a custom key without a prefix.

    >>> reference = Reference(type="book", title="A title", issued=2020, volume=4)
    >>> str(reference.issued), reference.volume
    ('2020', '4')
    """

    type: ItemType = field(default=ItemType.DOCUMENT, converter=_as_type)
    id: str = field(default="", converter=_as_text)
    """Citation key; empty if the input has none (:func:`refconv.assign_ids` makes them)."""
    title: str = _text()
    """Title."""
    author: tuple[Name, ...] = field(default=(), converter=_as_names, metadata=_NAMES)
    """Author."""
    container_title: str = _text()
    """What contains it: a journal, a book, proceedings."""
    issued: Date | None = field(default=None, converter=_as_date, metadata=_DATE)
    """When it was published."""
    volume: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Volume."""
    issue: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Issue of a volume."""
    page: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Pages it takes in its container, or its article number."""
    number: str = field(default="", converter=_as_number, metadata=_NUMBER)
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
    chapter_number: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Chapter."""
    citation_number: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Number in the reference list."""
    collection_number: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Number in the series."""
    edition: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Edition."""
    first_reference_note_number: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Note in which it is first cited."""
    locator: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Cited place within the item."""
    number_of_pages: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """How many pages it has."""
    number_of_volumes: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """How many volumes it has."""
    page_first: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """First of those pages."""
    part: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Part of a multipart item."""
    printing: str = field(default="", converter=_as_number, metadata=_NUMBER)
    """Printing."""
    supplement: str = field(default="", converter=_as_number, metadata=_NUMBER)
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
    custom: Custom = field(default=(), converter=_as_custom)

    def __attrs_post_init__(self) -> None:
        given = {name: value for name, value in vars(self).items() if value}
        object.__setattr__(self, "__dict__", given)

    @classmethod
    def unchecked(cls, **values: Any) -> Self:
        """Return a reference with these values, without converting or checking them.

        The readers use it for values that their codecs have made. An empty value is left out, since
        the default of every attribute but ``type`` is empty.

        >>> Reference.unchecked(type=ItemType.BOOK, title="A", note="").given()
        {'type': <ItemType.BOOK: 'book'>, 'title': 'A'}
        """
        reference = cls.__new__(cls)
        if not all(values.values()):
            values = {name: value for name, value in values.items() if value}
        object.__setattr__(reference, "__dict__", values)
        return reference

    def changed(self, **values: Any) -> Self:
        """Return the reference with other values, which are converted as the constructor does.

        Raises:
            TypeError: as the constructor, and for a name that is not an attribute.

        >>> Reference(title="A").changed(title="B", volume=2)
        Reference(type='document', id='', title='B', volume='2')
        """
        for name in values.keys() - _CONVERTERS.keys():
            raise TypeError(unknown("variable", name, _CONVERTERS))
        for name, value in values.items():
            values[name] = _CONVERTERS[name](value)
        return self.unchecked(**(vars(self) | values))

    if not TYPE_CHECKING:  # or a type checker would take any name for an attribute

        def __getattr__(self, name: str) -> Any:
            hint = f" (it is {OTHER_NAMES[name]!r})" if name in OTHER_NAMES else ""
            raise AttributeError(f"a Reference has no attribute {name!r}{hint}")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return vars(self) == vars(other)

    def __hash__(self) -> int:
        # Values in ``custom`` need not be hashable.
        return hash(frozenset(pair for pair in vars(self).items() if pair[0] != "custom"))

    def given(self) -> Mapping[str, Any]:
        """Return the attributes that are not empty, with their values."""
        return vars(self)

    def variables(self) -> Iterator[tuple[Variable, Any]]:
        """Yield every variable that is not empty, with its value."""
        given = vars(self)
        for variable in VARIABLES:
            if variable.attribute in given:
                yield variable, given[variable.attribute]

    @classmethod
    def from_csl(cls, item: Mapping[str, Any]) -> Reference:
        """Read a CSL-JSON item: the inverse of :meth:`as_csl`.

        What no variable takes is kept in ``custom``. To read whole files, with a report of what is
        odd in them, use :func:`refconv.read`.

        Raises:
            TypeError: if ``item`` is not a mapping.

        >>> Reference.from_csl({"type": "book", "title": "A", "issued": {"date-parts": [[2020]]}})
        Reference(type='book', id='', title='A', issued=Date.of('2020'))
        """
        from refconv.formats.csljson import read_item  # noqa: PLC0415 (formats import the model)

        check_type(item, Mapping, "item", "a CSL-JSON item (a mapping)")
        return read_item(item)

    def as_csl(self) -> dict[str, Any]:
        """Return a CSL-JSON item; what CSL has no variable for is in its ``custom``."""
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


_CONVERTERS: Mapping[str, Any] = {a.name: a.converter for a in fields(Reference)}


@frozen
class Variable:
    """A CSL variable: its name, its attribute on :class:`Reference`, its kind of value."""

    name: str
    attribute: str
    kind: Kind

    @property
    def key(self) -> str:
        """Its key in the flat form of a CSL-JSON item (:mod:`refconv.core.csl`)."""
        return f"dates/{self.name}" if self.name in _HISTORY else self.name

    def as_csl(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Yield a value of this variable as pairs of a flat CSL-JSON item."""
        match self.kind:
            case "names":
                yield self.key, [name.as_csl() for name in value]
                if any(name.orcid for name in value):
                    yield f"orcid/{self.name}", [name.orcid or None for name in value]
            case "date":
                # A processor would print the text in place of the date.
                bare = evolve(value, literal="") if value.start is not None else value
                yield self.key, bare.as_csl()
                if bare is not value and value.literal:
                    yield f"{csl.DATE_TEXT}{self.name}", value.literal
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

NOT_VARIABLES = frozenset(a.name for a in fields(Reference) if "kind" not in a.metadata)
"""The attributes of a reference that are not variables: id, type, et_al and custom."""

BY_NAME: Mapping[str, Variable] = {variable.name: variable for variable in VARIABLES}
"""The same by CSL name."""

ROLES: Mapping[str, str] = {v.attribute: v.name for v in VARIABLES if v.kind == "names"}
"""The CSL names of the variables that hold names, by attribute."""
