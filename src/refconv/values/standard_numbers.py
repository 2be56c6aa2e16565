"""ISSNs and ISBNs in fields: several in one value, with words beside them, under the other's name.

The model holds all numbers of a kind as one text, each once and joined by :data:`JOINT`:
``1932-8494, 1932-8486`` for a journal in print and online. Sources: ISO 3297 (ISSN), ISO 2108
(ISBN); what Scopus, PubMed, Web of Science and libraries write beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference
from refconv.core.rules import Rule
from refconv.values.identifiers import is_isbn, is_issn
from refconv.values.text import one_line

JOINT = ", "
"""Stands between several numbers of a kind."""

_PLAIN_ISSN = lazy_pattern(r"\d{4}-\d{3}[\dX]", re.ASCII)
_PLAIN_ISBN = lazy_pattern(r"97[89](?:-?\d){10}", re.ASCII)
_HYPHENS = lazy_pattern("[\u2010-\u2015\u2212\u00ad]")
_NUMBER = lazy_pattern(
    r"""(?<![\w-]) (?: (?P<isbn13> 97[89] (?:[- ]?\d){10} )
                     | (?P<issn> \d{4} -? \d{3} [\dXx] )
                     | (?P<isbn10> \d (?:[- ]?\d){8} [- ]? [\dXx] ) ) (?![\w-])""",
    re.VERBOSE | re.ASCII,
)
_LABEL = lazy_pattern(r"(?<![a-z])(?:[elp]-?)?is[sb]n(?:-?l\b|-?1[03]\b)?", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W\d_]+(?:-[^\W_]+)*|\d+")
# What says of which edition a number is.
_QUALIFIERS = frozenset(
    """print printed electronic online linking digital web www internet cd rom cdrom cd-rom usb dvd
    pbk pb paper paperback softcover softback broschur brosch br broche kart hbk hb hc cloth
    hardback hardcover hardbound gebunden geb relie rel rustica cartone encuadernado ebook e-book
    ebk epub pdf mobi kindle eng alk set vol v bd complete undefined and or et und y pod ringbound
    library binding trade mass market spiral loose leaf impreso impresa linea imprime en ligne
    gedruckt druck druckausgabe ausgabe edition ed version elektronisch international standard
    serial book number on line p e l nr no""".split()
)


class Numbers(NamedTuple):
    """The standard numbers in a text, in the spelling of their registers.

    ``is_plain`` if there is nothing else in it but words that say of which edition they are.
    """

    issns: tuple[str, ...] = ()
    isbns: tuple[str, ...] = ()
    is_plain: bool = False


def numbers_in(text: str) -> Numbers:
    """Return the ISSNs and ISBNs in a text.

    Eight digits without a hyphen are an ISSN if they are labelled or have the right check digit.

    >>> numbers_in("9781450362016 (ISBN); 20411723 (ISSN)")
    Numbers(issns=('2041-1723',), isbns=('9781450362016',), is_plain=True)
    """
    if _PLAIN_ISSN.fullmatch(text):
        return Numbers((text,), (), is_plain=True)
    if not text or len(text) > _LONGEST:
        return Numbers()
    is_labelled = re.search("issn", text, re.IGNORECASE) is not None
    bare = _LABEL.sub(" ", _HYPHENS.sub("-", text))
    issns: dict[str, str] = {}
    isbns: dict[str, str] = {}
    rest: list[str] = []
    end = 0
    for match in _NUMBER.finditer(bare):
        rest.append(bare[end : match.start()])
        end = match.end()
        number = match[0].upper()
        if match["issn"] is None:
            isbns.setdefault(re.sub("[- ]", "", number), "-".join(number.split()))
        elif "-" in number or is_labelled or is_issn(number):
            issn = f"{number[:4]}-{number[-4:]}"
            issns.setdefault(issn, issn)
        else:
            rest.append(number)
    rest.append(bare[end:])
    words = _WORD.findall(" ".join(rest).casefold())
    is_plain = bool(issns or isbns) and _QUALIFIERS.issuperset(
        word for word in words if not (word.isdigit() and len(word) < 4)
    )
    return Numbers((*issns.values(),), (*isbns.values(),), is_plain)


_LONGEST = 400
"""A text with more characters is no list of numbers."""


def joined_numbers(texts: Iterable[str]) -> str:
    """Return numbers as one text of the model, each once.

    >>> joined_numbers(["1932-8494", "1932-8486", "1932-8494"])
    '1932-8494, 1932-8486'
    """
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(re.sub("[- ]", "", text).upper(), text)
    return JOINT.join(found.values())


def kind_of_number(text: str) -> str:
    """Return what a value is that may be either: ISSN, ISBN, "digits" for eight alone, or empty.

    >>> kind_of_number("0028-0836 (Print)"), kind_of_number("12345679"), kind_of_number("TR-12")
    ('ISSN', 'digits', '')
    """
    if _EIGHT_DIGITS.fullmatch(text):
        return "digits"
    found = numbers_in(text)
    if not found.is_plain:
        return _kind_of_beginning(text)
    if found.isbns:
        are_known = all(len(isbn) > _ISBN10 or is_isbn(isbn) for isbn in found.isbns)
        return "ISBN" if are_known or _LABEL.search(text) else ""
    return "ISSN"


_ISBN10 = 13
"""The longest spelling of ten digits."""

_EIGHT_DIGITS = lazy_pattern(r"\d{7}[\dXx]", re.ASCII)
_BEGINS_ISSN = lazy_pattern(r"\d{4}-\d{3}[\dXx](?!\d)", re.ASCII)
_BEGINS_ISBN = lazy_pattern(r"97[89](?:[- ]?\d){10}(?!\d)", re.ASCII)


def _kind_of_beginning(text: str) -> str:
    if _BEGINS_ISSN.match(text):
        return "ISSN"
    return "ISBN" if _BEGINS_ISBN.match(text) else ""


# ── codecs ────────────────────────────────────────────────────────────────────────────────────────


def decode_numbers(kind: str, *, shared: bool = False) -> Callable[[Raws], Decoded]:
    """Return a function that decodes the raw values of all keys as the numbers of a kind.

    Args:
        kind: ``ISSN`` or ``ISBN``.
        shared: Whether the keys are made for numbers of both kinds, so that a number of the other
            one is not reported.
    """
    other_kind = "ISBN" if kind == "ISSN" else "ISSN"

    def decode(raws: Raws) -> Decoded:
        own: list[str] = []
        misplaced: list[str] = []
        unused: list[tuple[int, int]] = []
        texts: list[tuple[int, int]] = []
        for place in [(p, i) for p, values in enumerate(raws) for i in range(len(values))]:
            found = numbers_in(str(raws[place[0]][place[1]]))
            if not found.is_plain:
                texts.append(place)
                continue
            numbers, others = found.issns, found.isbns
            if kind == "ISBN":
                numbers, others = others, numbers
            own += numbers
            misplaced += others
            if others:
                unused.append(place)
        moved = None
        if misplaced and not shared:
            value = joined_numbers(misplaced)
            moved = problem(Code.BAD_IDENTIFIER, "misplaced", kind=other_kind, value=value)
        if not own:
            return _decode_texts(raws, texts, unused, moved)
        if texts and moved is None:
            other, taken = raws[texts[0][0]][texts[0][1]], joined_numbers(own)
            moved = problem(Code.DUPLICATE_FIELD, "values", value=other, taken=taken)
        return Decoded(joined_numbers(own), tuple(unused + texts), moved)

    return decode


def _decode_texts(
    raws: Raws, texts: list[tuple[int, int]], unused: list[tuple[int, int]], moved: Problem | None
) -> Decoded:
    """Return the first of values that are no numbers."""
    if not texts:
        return Decoded(None, problem=moved)
    p, i = texts[0]
    first = raws[p][i]
    value = one_line(str(first)) or None
    others = [place for place in texts[1:] if raws[place[0]][place[1]] != first]
    if others and moved is None:
        other = raws[others[0][0]][others[0][1]]
        moved = problem(Code.DUPLICATE_FIELD, "values", value=other, taken=first)
    return Decoded(value, tuple(unused + others), moved)


def encode_numbers(value: str) -> str:
    """Return the numbers of a value without words; any other text as it is.

    >>> encode_numbers("20411723 (ISSN)"), encode_numbers("none")
    ('2041-1723', 'none')
    """
    found = numbers_in(value)
    if not found.is_plain or (found.issns and found.isbns):
        return value
    return joined_numbers(found.issns or found.isbns)


def number_codec(kind: str, *, keys: int = 1) -> Codec:
    """Return the codec of a number's own keys, which writes all numbers under the first."""
    others: Raws = ((),) * (keys - 1)
    return Codec(decode_numbers(kind), lambda value: ((encode_numbers(value),), *others))


ISSN = number_codec("ISSN")
ISBN = number_codec("ISBN")
"""The numbers of a kind, in a key of their own."""


# ── numbers under the other's name ────────────────────────────────────────────────────────────────


def misplaced_numbers(keys: Iterable[str]) -> Rule:
    """Return the rule that gives each number its variable, whichever of the two it stood under.

    Args:
        keys: The keys of ``custom`` that keep what the codecs of both variables have left over.
    """
    names = frozenset(keys)

    def decode(reference: Reference) -> Reference:
        if not any(key in names for key, _ in reference.custom):
            return reference
        for entry in reference.custom:
            if entry[0] not in names or not isinstance(entry[1], str):
                continue
            if (found := numbers_in(entry[1])).is_plain:
                custom = tuple(other for other in reference.custom if other is not entry)
                reference = _with(reference, found).changed(custom=custom)
        return reference

    def encode(reference: Reference) -> Reference:
        issn, isbn = (numbers_in(text) for text in (reference.ISSN, reference.ISBN))
        are_right = not (issn.is_plain and issn.isbns) and not (isbn.is_plain and isbn.issns)
        return reference if are_right else _sorted(reference, issn, isbn)

    return Rule(
        "numbers under the other's name",
        encode,
        decode,
        needs=frozenset({"custom", "ISSN", "ISBN"}),
    )


def _with(reference: Reference, found: Numbers) -> Reference:
    """Return a reference with more numbers; a text that is none is not replaced."""
    issn, isbn = (numbers_in(text) for text in (reference.ISSN, reference.ISBN))
    values = {}
    if found.issns and (issn.is_plain or not reference.ISSN):
        values["ISSN"] = joined_numbers((*issn.issns, *found.issns))
    if found.isbns and (isbn.is_plain or not reference.ISBN):
        values["ISBN"] = joined_numbers((*isbn.isbns, *found.isbns))
    return reference.changed(**values)


def _sorted(reference: Reference, issn: Numbers, isbn: Numbers) -> Reference:
    """Return a reference with the numbers of both variables in their own, if both have room."""
    has_room = (issn.is_plain or not reference.ISSN) and (isbn.is_plain or not reference.ISBN)
    if not has_room:
        return reference
    plain = [found for found in (issn, isbn) if found.is_plain]
    return reference.changed(
        ISSN=joined_numbers(number for found in plain for number in found.issns),
        ISBN=joined_numbers(number for found in plain for number in found.isbns),
    )
