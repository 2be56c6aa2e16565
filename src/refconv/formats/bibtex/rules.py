"""Rules that no single field can express: exact types, editors, addresses and places.

BibTeX has few types: ``entrysubtype`` (biblatex manual 2.2.2) or ``type`` tells the others apart,
as ``@article`` with ``entrysubtype = {newspaper}`` or ``@misc`` with ``type = {dataset}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from refconv.core.fields import Record
from refconv.core.model import Custom, ItemType, Reference
from refconv.core.rules import AnyRule, RecordRule, Rule, TypeRule
from refconv.formats.bibtex.field_codecs import OTHER_NUMBERS, ZOTERO_ARCHIVES, marked, unmarked
from refconv.formats.bibtex.latex.addresses import unescaped
from refconv.formats.bibtex.latex.white_space import clean, is_tidy, tidy
from refconv.formats.bibtex.types import FALLBACK, IN_PLAIN, READ_AS, TYPES, is_below_doctor
from refconv.values.attachments import file_rule
from refconv.values.databases import is_eprint, is_preprint_server
from refconv.values.embedded_identifiers import ARXIV_ELSEWHERE, IDENTIFIERS_IN_NOTES
from refconv.values.pages import with_article_number
from refconv.values.preprints import is_preprint
from refconv.values.standard_numbers import misplaced_numbers

_SUBTYPE = "bibtex:entrysubtype"
_TYPE = "bibtex:@type"
_EDITOR_TYPE = "bibtex:editortype"
_ROLES = ("director", "compiler", "organizer")
# The word in ``type`` or ``entrysubtype`` for a CSL type without an entry type.
_WORDS: Mapping[ItemType, str] = {
    kind: kind.removeprefix("article-").replace("_", " ").replace("-", " ")
    for native, kind in TYPES
    if READ_AS[native] != kind
}
_KINDS: Mapping[str, ItemType] = {word: kind for kind, word in _WORDS.items()}
_PREPRINT = "preprint"
_DEGREES = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis"}
_THESIS = "Thesis"


def _get(custom: Custom, key: str) -> object:
    return next((value for name, value in custom if name == key), None)


def _with(custom: Custom, key: str, value: str) -> Custom:
    return custom if (key, value) in custom else (*custom, (key, value))


def _without(custom: Custom, key: str) -> Custom:
    return tuple(pair for pair in custom if pair[0] != key)


def _with_role(reference: Reference) -> Reference:
    """Move editors to the variable that ``editortype`` names (biblatex manual 2.3.6)."""
    role = _get(reference.custom, _EDITOR_TYPE)
    if role not in _ROLES or _is_given(reference, str(role)) or not _is_given(reference, "editor"):
        return reference
    reference = _renamed(reference, "editor", str(role))
    return reference.changed(custom=_without(reference.custom, _EDITOR_TYPE))


def _without_role(reference: Reference, _native: str) -> Reference:
    """Move directors and others to ``editor`` with ``editortype``."""
    if not reference.et_al and reference.given().keys().isdisjoint(_ROLES):
        return reference
    roles = [role for role in _ROLES if _is_given(reference, role)]
    if len(roles) != 1 or _is_given(reference, "editor") or _get(reference.custom, _EDITOR_TYPE):
        return reference
    reference = _renamed(reference, roles[0], "editor")
    return reference.changed(custom=((_EDITOR_TYPE, roles[0]), *reference.custom))


def _is_given(reference: Reference, role: str) -> bool:
    return bool(getattr(reference, role)) or role in reference.et_al


def _renamed(reference: Reference, role: str, other: str) -> Reference:
    et_al = {other if name == role else name for name in reference.et_al}
    names: dict[str, Any] = {other: getattr(reference, role), role: ()}
    return reference.changed(et_al=et_al, **names)


def _with_address(reference: Reference) -> Reference:
    """Move the address from ``howpublished`` or BibDesk's field to ``URL``."""
    if not reference.medium and not reference.custom:
        return reference
    address = _ADDRESS.fullmatch(reference.medium)
    if address is not None and reference.URL in ("", address[1]):
        # Styles of classic BibTeX print the one and not the other.
        custom = _with(reference.custom, _HOW_PUBLISHED, reference.medium)
        reference = reference.changed(URL=address[1], medium="", custom=custom)
    elif not reference.URL and (link := _LINK.search(reference.medium)) is not None:
        reference = reference.changed(URL=link[1])
    elif not reference.URL and isinstance(url := _get(reference.custom, _BIBDESK_URL), str):
        reference = reference.changed(URL=url)
    return reference


def _with_places(reference: Reference) -> Reference:
    """Read ``location`` as the conference's place beside an ``address``, else as the publisher's.

    Which of the two no row took depends on the dialect.
    """
    if reference.type != ItemType.PAPER_CONFERENCE or not reference.custom:
        return reference
    custom = dict(reference.custom)
    location, address = custom.get(_LOCATION), custom.get(_PLACE)
    if isinstance(location, str) and location and not reference.publisher_place:
        event = "" if reference.event_place == location else reference.event_place
        reference = reference.changed(publisher_place=location, event_place=event)
        return reference.changed(custom=_without(reference.custom, _LOCATION))
    if isinstance(location, str) and location == reference.event_place:
        return reference.changed(custom=_without(reference.custom, _LOCATION))
    if isinstance(address, str) and address and not reference.event_place:
        place = reference.publisher_place
        reference = reference.changed(publisher_place=address, event_place=place)
        return reference.changed(custom=_without(reference.custom, _PLACE))
    return reference


_ADDRESS = re.compile(r"(?:\\url\{)?(https?://[^\s{}]+)\}?")
# The address that a link, or a text such as "[Online]. Available: https://…", leads to.
_LINK = re.compile(r"(https?://[^\s{}<>\"]*[^\s{}<>\".,;:)\]])")
_BIBDESK_URL = "bibtex:bdsk-url-1"
_HOW_PUBLISHED, _GENRE = "bibtex:howpublished", "bibtex:type"
_LOCATION, _PLACE = "bibtex:location", "bibtex:address"


def _with_kept_type(reference: Reference, native: str) -> Reference:
    """Write an entry type that plain BibTeX does not have into ``entrysubtype``."""
    kept = _get(reference.custom, _TYPE)
    if not isinstance(kept, str) or kept == native or IN_PLAIN.get(kept) != native:
        return reference
    if _get(reference.custom, _SUBTYPE) is not None:
        return reference
    custom = ((_SUBTYPE, f"@{kept}"), *_without(reference.custom, _TYPE))
    return reference.changed(custom=custom)


def _native_subtype(reference: Reference) -> str:
    """Return the entry type of biblatex that ``entrysubtype`` keeps, if it does."""
    subtype = _get(reference.custom, _SUBTYPE)
    native = subtype[1:] if isinstance(subtype, str) and subtype[:1] == "@" else ""
    return native if native in IN_PLAIN else ""


def _with_written_type(reference: Reference) -> Reference:
    native = _native_subtype(reference)
    if not native or READ_AS[IN_PLAIN[native]] != reference.type or _get(reference.custom, _TYPE):
        return reference
    custom = ((_TYPE, native), *_without(reference.custom, _SUBTYPE))
    return reference.changed(type=READ_AS[native], custom=custom)


def _retyped(reference: Reference) -> Reference:
    subtype = _get(reference.custom, _SUBTYPE)
    if isinstance(subtype, str) and (kind := _kind(reference, subtype)) is not None:
        return reference.changed(type=kind, custom=_without(reference.custom, _SUBTYPE))
    if reference.type != ItemType.DOCUMENT:
        return reference
    if reference.genre == _PREPRINT:
        return reference.changed(type=ItemType.ARTICLE)
    if (kind := _kind(reference, reference.genre)) is not None:
        return reference.changed(type=kind, genre="")
    if not reference.genre and (_is_preprint(reference) or _is_on_server(reference)):
        return reference.changed(type=ItemType.ARTICLE, genre=_PREPRINT)
    return reference


def _kind(reference: Reference, word: str) -> ItemType | None:
    """Read a type's word, if it fits the entry type."""
    kind = _KINDS.get(word)
    fits = kind is not None and any(
        other == kind and READ_AS[native] == reference.type for native, other in TYPES
    )
    return kind if fits else None


def _is_preprint(reference: Reference) -> bool:
    return bool(reference.archive_location) and is_preprint_server(reference.archive)


def _is_on_server(reference: Reference) -> bool:
    """Return whether the publisher or the DOI of a work without a container is a server's."""
    is_alone = not (reference.container_title or reference.volume or reference.genre)
    return is_alone and is_preprint(reference.DOI, reference.publisher)


def _with_degree(reference: Reference, thesis: str) -> Reference:
    if reference.type != ItemType.THESIS:
        return reference
    native = _get(reference.custom, _TYPE) or thesis
    if reference.genre == _THESIS and native == "phdthesis":
        return reference.changed(genre="")
    degree = _DEGREES.get(str(native))
    if degree and reference.genre == degree:
        # Written although the entry type implies it: kept for writing it again.
        return reference.changed(custom=_with(reference.custom, _GENRE, degree))
    return reference.changed(genre=degree) if degree and not reference.genre else reference


# Whether and how these are filled decides where others are written.
_DECISIVE = frozenset(
    """page number URL medium genre event_place publisher_place archive archive_location""".split()
)


def _cleaned(reference: Reference, _native: str) -> Reference:
    """Reduce the decisive variables to what a file can hold of them."""
    given = reference.given()
    odd = [name for name in _DECISIVE & given.keys() if not is_tidy(given[name])]
    changed = {name: tidy(clean(given[name])) for name in odd}
    return reference.changed(**changed) if changed else reference


def _without_degree(reference: Reference, native: str) -> Reference:
    """Leave out a degree that the entry type implies; write "Thesis" if it implies a wrong one."""
    if reference.type != ItemType.THESIS:
        return reference
    if reference.genre and reference.genre == _DEGREES.get(native):
        return reference.changed(genre="")
    is_missing = native == "phdthesis" and not reference.genre
    return reference.changed(genre=_THESIS) if is_missing else reference


def _with_subtype(reference: Reference, native: str) -> Reference:
    """Write a type that the entry type does not imply into ``type`` or ``entrysubtype``."""
    if _native_subtype(reference):
        return reference
    reads = READ_AS.get(native, FALLBACK[1])
    genre, kind = reference.genre, reference.type
    if reads == kind or kind not in _WORDS:
        return reference
    if kind == ItemType.ARTICLE and genre == _PREPRINT:
        plain = reference.changed(genre="")
        return plain if _is_preprint(plain) or _is_on_server(plain) else reference
    if reads == ItemType.DOCUMENT and not genre:
        return reference.changed(genre=_WORDS[kind])
    if _get(reference.custom, _SUBTYPE) is None:
        return reference.changed(custom=((_SUBTYPE, _WORDS[kind]), *reference.custom))
    return reference


def _either_way(
    change: Callable[[Reference], Reference],
) -> Callable[[Reference, str], Reference]:
    return lambda reference, _native: change(reference)


TIDY = TypeRule(
    "variables that decide about others, as a file holds them", encode=_cleaned, needs=_DECISIVE
)
"""One-way: white space and control characters are lost, as the syntax loses them."""

ADDRESS = TypeRule(
    "address in howpublished",
    _either_way(_with_address),
    _with_address,
    needs=frozenset({"medium", "custom"}),
)
"""Styles of classic BibTeX print ``howpublished``, not ``url``. What was read stays in ``custom``,
so that it is written again.
"""

PLACES = TypeRule(
    "location of a conference",
    _either_way(_with_places),
    _with_places,
    needs=frozenset({"custom"}),
)
"""ACM's styles and Zotero have a conference's place in ``location``, biblatex the publisher's."""

ARTICLE_NUMBER = TypeRule(
    "article number in both its variables",
    _either_way(with_article_number),
    with_article_number,
    needs=frozenset({"page", "number"}),
)
"""As the rule of the other formats, for the type that type rules give."""

EDITOR_TYPE = TypeRule(
    "kinds of editors",
    _without_role,
    _with_role,
    needs=frozenset({"custom", "et_al", *_ROLES}),
)
"""biblatex manual 2.3.6: ``editortype`` says whom ``editor`` names."""

SUBTYPE = TypeRule("types without an entry type", _with_subtype, _retyped)
"""biblatex manual 2.2.2: ``entrysubtype``; ``@misc`` has ``type`` for that. Preprints are known by
their archive.
"""


def _with_pmid(reference: Reference) -> Reference:
    """Read an eprint of PubMed's as its number (biblatex manual 3.14.7)."""
    number = reference.archive_location
    if reference.archive.lower() != "pubmed" or not number.isdecimal():
        return reference
    if reference.PMID not in ("", number):
        return reference
    return reference.changed(PMID=number, archive="", archive_location="")


PUBMED = Rule("number of PubMed as an eprint", _with_pmid, _with_pmid, needs=frozenset({"archive"}))


def _marked(reference: Reference) -> Reference:
    number = reference.archive_location
    if not number or is_eprint(reference.archive, number):
        return reference
    return reference.changed(archive_location=marked(number))


def _unmarked(reference: Reference) -> Reference:
    number = unmarked(reference.archive_location)
    return (
        reference
        if number == reference.archive_location
        else reference.changed(archive_location=number)
    )


DATABASE = Rule(
    "number of a database, which is not an eprint",
    _marked,
    _unmarked,
    needs=frozenset({"archive_location"}),
)
"""Styles print ``eprint`` as a preprint's number."""


def _marked_for_zotero(reference: Reference) -> Reference:
    number = reference.archive_location
    if not number or reference.archive.lower() in ZOTERO_ARCHIVES:
        return reference
    return reference.changed(archive_location=marked(number))


DATABASE_FOR_ZOTERO = evolve(DATABASE, encode=_marked_for_zotero)
"""The same for all numbers that Zotero does not know."""


def _with_fields_of_zotero(record: Record, _reference: Reference) -> Record:
    """Leave out a second publisher, of which Zotero makes a line, and rename the rights."""
    keys = {key for key, _ in record.fields}
    extra = {"institution", "organization"} if keys & {"publisher", "school"} else set()
    if "rights" not in keys and not extra & keys:
        return record
    names = {"rights": "rights" if "copyright" in keys else "copyright"}
    fields = ((names.get(key, key), raw) for key, raw in record.fields if key not in extra)
    return evolve(record, fields=tuple(fields), lines=())


ZOTERO_FIELDS = RecordRule("fields as Zotero reads them", _with_fields_of_zotero)
"""One-way: the others are read as they are."""

NUMBERS = misplaced_numbers(
    f"bibtex:{key}" for of, keys in OTHER_NUMBERS.items() for key in (of, *keys)
)
"""An ISSN in ``isbn``, and the other way round."""


def _with_degree_in_type(record: Record) -> Record:
    """Read what the type of a thesis implies as if ``type`` of ``@phdthesis`` held it."""
    implied = _IMPLIED_DEGREES.get(record.type)
    if implied is None:
        return record
    genres = [raw for key, raw in record.fields if key.lower() == "type" and raw]
    if genres:
        is_told = record.type == "thesis" or (
            isinstance(genres[0], str) and genres[0] != implied and is_below_doctor(genres[0])
        )
        return evolve(record, type="phdthesis") if is_told else record
    fields = (*record.fields, ("type", implied))
    lines = (*record.lines, record.line) if record.lines else ()
    return evolve(record, type="phdthesis", fields=fields, lines=lines)


_IMPLIED_DEGREES = {"mastersthesis": _DEGREES["mastersthesis"], "thesis": _THESIS}

MASTERS = RecordRule("degree of a master's thesis", decode=_with_degree_in_type)
"""The genre alone tells it from a doctoral thesis, wherever it comes from."""

_PAGES = (ItemType.WEBPAGE, ItemType.POST, ItemType.POST_WEBLOG)


def _with_printed_address(reference: Reference, native: str) -> Reference:
    if reference.type not in _PAGES or native != "misc" or reference.medium or not reference.URL:
        return reference
    return reference.changed(medium=reference.URL)


def _without_printed_address(reference: Reference) -> Reference:
    if reference.type not in _PAGES or not reference.URL:
        return reference
    if reference.medium == reference.URL:
        return reference.changed(medium="")
    if (_HOW_PUBLISHED, reference.URL) in reference.custom:
        custom = [pair for pair in reference.custom if pair != (_HOW_PUBLISHED, reference.URL)]
        return reference.changed(custom=custom)
    return reference


KEPT_TYPE = TypeRule(
    "entry type of biblatex in plain BibTeX",
    _with_kept_type,
    _with_written_type,
    needs=frozenset({"custom"}),
)
"""``entrysubtype = {@video}``: no style of plain BibTeX prints that field."""

PRINTED_ADDRESS = TypeRule(
    "address of a web page where plain styles print it",
    _with_printed_address,
    _without_printed_address,
    needs=frozenset({"URL"}),
)
"""Styles of plain BibTeX print ``howpublished`` of ``@misc``, and no ``url``."""


def plain_rules() -> tuple[AnyRule, ...]:
    """Return the rules of plain BibTeX."""
    return PRINTED_ADDRESS, KEPT_TYPE, *rules_for("phdthesis"), MASTERS


FILES = file_rule("bibtex:file", unescaped)
"""JabRef's, Zotero's and Mendeley's ``file``; the last escapes it as LaTeX."""


def rules_for(thesis: str) -> tuple[AnyRule, ...]:
    """Return the rules of a table that writes theses as an entry type."""
    degree = TypeRule(
        "degree of a thesis", _without_degree, lambda reference: _with_degree(reference, thesis)
    )
    types = (FILES, TIDY, ADDRESS, PLACES, ARTICLE_NUMBER, EDITOR_TYPE, degree, SUBTYPE)
    return (NUMBERS, IDENTIFIERS_IN_NOTES, ARXIV_ELSEWHERE, PUBMED, DATABASE, *types)
