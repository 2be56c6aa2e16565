"""A list of people in pieces, and the pieces read from left to right.

A list is cut at its commas and at its "and"; each piece is classed by the shape of its words, and
what no piece can decide alone (``Smith, John`` or ``Smith, Jones``) its neighbours do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name
from refconv.values.name_words import (
    FAMILY_BEGINNINGS,
    PARTICLES,
    SUFFIX_OR_INITIALS,
    SUFFIXES,
    class_of,
    make_name,
    written_given,
)

AND = lazy_pattern(
    r"(?:\s?[,;]\s?|\s)"
    r"(?:(?:and|et|und|y|e|og|och|en|i|и|та|ve|sowie|AND|ET|UND)\s)+|[\s,;]{0,3}&[\s,]{0,2}"
)
"""What stands before the last of a list."""


class Piece(NamedTuple):
    """A stretch between separators: its words, their classes, its kind, what stands before.

    Kinds: ``L`` family then initials, ``N`` given then family, ``I`` given initials alone, ``W``
    words alone, ``S`` a suffix, ``C`` an institution.
    """

    kind: str
    tokens: tuple[str, ...]
    classes: str
    first: bool

    @property
    def words(self) -> int:
        """How many words stand there, particles aside."""
        return len(self.tokens) - self.classes.count("p")


def pieces_of(text: str) -> list[Piece]:
    """Cut a list into its pieces."""
    pieces: list[Piece] = []
    for chunk in _chunks(text):
        first = True
        for part in chunk.split(","):
            tokens = tuple(part.split())
            if any(map(str.isalnum, part)):
                pieces.append(piece_of(tokens, first))
                first = False
    return pieces


def _chunks(text: str) -> list[str]:
    """Cut a list at its "and"; one between the halves of a family (Ortega y Gasset) stays."""
    chunks: list[str] = []
    start = 0
    for match in AND.finditer(text):
        left, right = text[start : match.start()], text[match.end() :]
        if match.group().strip() in ("y", "e", "i") and " " not in left.strip() and "," not in left:
            head = right.split(",")
            words = head[0].split()
            if (len(words) == 1 and len(head) > 1) or (
                len(words) == 2 and class_of(words[1]) in "ic"
            ):
                continue
        chunks.append(left)
        start = match.end()
    return [*chunks, text[start:]]


def piece_of(tokens: tuple[str, ...], first: bool) -> Piece:
    """Class the words of a piece; ``first`` says that an "and" or nothing stands before it."""
    classes = "".join(map(class_of, tokens))
    if classes.endswith("ws") and classes.count("w") == 1 and tokens[-1] in SUFFIX_OR_INITIALS:
        classes = classes[:-1] + "i"
    if "c" in classes:
        classes = _resolved(tokens, classes)
    return Piece(_kind(classes), tokens, classes, first)


def _resolved(tokens: tuple[str, ...], classes: str) -> str:
    """Decide what short words in capitals are: initials beside a family, a family beside them."""
    if "w" in classes or ("p" in classes and classes.count("c") == 1 and "i" in classes):
        others = classes.replace("c", "")
        if "w" in others:
            return classes.replace("c", "i") if "i" not in others else _caps(classes)
    if "i" in classes:
        return classes.replace("c", "w")
    if len(tokens) > 1:
        is_family = len(tokens[-1]) > 3 or any(token.lower() in PARTICLES for token in tokens)
        return "w" * len(tokens) if is_family else "w" + "i" * (len(tokens) - 1)
    return classes


def _caps(classes: str) -> str:
    """``Smith J JR``, ``J. A. VAN Smith``: beside initials they go with their neighbours."""
    out = list(classes)
    for index, name in enumerate(out):
        if name == "c":
            beside = (
                out[index - 1] if index else "",
                out[index + 1] if index + 1 < len(out) else "",
            )
            out[index] = "i" if "i" in beside else "w"
    return "".join(out)


# (Each in one way only: what a run may take is left to none after it.)
_KINDS = (
    ("S", lazy_pattern(r"s+")),
    ("I", lazy_pattern(r"i+p*s?|i+wp+")),
    ("L", lazy_pattern(r"p*+w[pw]*+s?i+p*s?")),
    ("N", lazy_pattern(r"(?:w?i[iw]*+(?:p++[wc]+|c[wc]*|(?<=w))|w++i[iw]*+(?:p++w+|(?<=w)))s?")),
    ("A", lazy_pattern(r"c")),
    ("W", lazy_pattern(r"[pwc]+s?")),
)


@lru_cache(4096)
def _kind(classes: str) -> str:
    for kind, pattern in _KINDS:
        if pattern.fullmatch(classes):
            return kind
    return "M"


def people_of(pieces: Sequence[Piece], inverted: bool = False) -> Iterator[Name]:
    """Read pieces from left to right; ``inverted`` says that they are one ``Family, Given``."""
    if not pieces:
        return
    vancouver = pieces[0].kind == "L" and len(pieces) > 1
    bare = all(piece.kind == "W" and piece.words == 1 for piece in pieces) and (
        len(pieces) % 2 == 1 or pieces[-1].first
    )
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        suffix, index = _suffix(pieces, index + 1) if piece.kind != "I" else ("", index + 1)
        after = pieces[index] if index < len(pieces) else None
        if piece.kind == "L":
            yield _family_first(piece, suffix)
        elif piece.kind == "M":
            yield from _run_on(piece)
        elif piece.kind == "I" and after is not None and after.kind in "WA" and not after.first:
            # "J. A., Smith": a comma too many.
            yield _natural(piece_of((*piece.tokens, *after.tokens), piece.first), suffix)
            index += 1
        elif piece.kind == "I" and after is not None and after.kind == "N" and after.first:
            # "H. and D. Harvey": a couple.
            yield evolve(_natural(after, ""), given=written_given(list(piece.tokens)))
        elif (
            after is not None
            and not bare
            and _is_given(piece, after, vancouver, inverted)
            and not _has_own_given(after, pieces[index + 1 : index + 2])
        ):
            later, index = _suffix(pieces, index + 1)
            yield make_name(list(piece.tokens), list(after.tokens), suffix or later)
        elif len(pieces) == 1 and _is_acronym(piece):
            yield Name(literal=piece.tokens[0])
        else:
            yield _natural(piece, suffix)


def _suffix(pieces: Sequence[Piece], index: int) -> tuple[str, int]:
    """Return the suffix at a place, empty if there is none, and the place after it."""
    if index < len(pieces) and pieces[index].kind == "S":
        return SUFFIXES[pieces[index].tokens[0].lower()], index + 1
    return "", index


def _is_acronym(piece: Piece) -> bool:
    """Return whether a piece is one word in capitals, as institutions are called."""
    return piece.classes in ("c", "w") and piece.tokens[0].isupper() and len(piece.tokens[0]) < 7


def _is_given(piece: Piece, after: Piece, vancouver: bool, inverted: bool) -> bool:
    """Return whether ``after`` is the given name of the family in ``piece``."""
    if after.first or piece.kind not in "WA":
        return False
    if after.kind in "IA":
        return True
    if inverted:
        return True
    if vancouver:
        return False
    single = piece.words == 1 or piece.classes[0] == "p"
    if after.kind in "NL":
        return single or (after.kind == "L" and after.words == 2)
    return after.kind == "W" and (single or after.words == 1)


def _has_own_given(piece: Piece, following: Sequence[Piece]) -> bool:
    """Return whether initials follow the words, so that they are a family of their own."""
    return piece.kind == "W" and any(p.kind == "I" and not p.first for p in following)


def _family_first(piece: Piece, suffix: str) -> Name:
    """``van der Berg JA``, ``Smith J. A. Jr``, ``de la Cruz M``."""
    tokens, classes = list(piece.tokens), piece.classes
    start = len(classes) - len(classes.lstrip("pwc"))
    family, rest = tokens[:start], tokens[start:]
    return make_name(family, rest, suffix)


def _natural(piece: Piece, suffix: str) -> Name:
    """``J. A. Smith``, ``Ludwig van Beethoven``, ``García Márquez`` alone, ``Plato``."""
    tokens, classes = list(piece.tokens), piece.classes
    while len(tokens) > 1 and classes[-1] == "s":
        suffix = suffix or SUFFIXES[tokens[-1].lower()]
        tokens, classes = tokens[:-1], classes[:-1]
    if len(tokens) == 1:
        return make_name(tokens, [], suffix)
    if capitals := _capitals(tokens):
        return make_name(tokens[:capitals], tokens[capitals:], suffix)
    if "p" in classes[1:-1]:
        start = _family_start(tokens, classes.index("p", 1))
    elif classes[0] == "p":
        start = 0
    elif (classes.startswith("ii") and "i" not in classes.lstrip("i")) or (
        "-" not in tokens[0] and classes[0] == "i" and tokens[0].count(".") > 1
    ):
        start = len(classes) - len(classes.lstrip("i"))
    else:
        start = _family_start(tokens, len(tokens) - 1)
    return make_name(tokens[start:], tokens[:start], suffix)


def _capitals(tokens: Sequence[str]) -> int:
    """How many words in front are a family in capitals, as before its given name: LE ROUX Jean."""
    count = next((i for i, token in enumerate(tokens) if not token.isupper()), 0)
    return count if any(len(token) > 3 and "." not in token for token in tokens[:count]) else 0


def _family_start(tokens: Sequence[str], start: int) -> int:
    """Go back over the capitalised particles in front of a family."""
    while start > 1 and tokens[start - 1] in FAMILY_BEGINNINGS:
        start -= 1
    return start


def _run_on(piece: Piece) -> Iterator[Name]:
    """``KANOHIN F. SALEY M.B.``: a list without commas, cut after each run of initials."""
    tokens, classes = piece.tokens, piece.classes
    runs = re.findall(r"(?<![pwc])[pwc]++i+s?", classes)
    if "".join(runs) != classes:
        yield Name(literal=" ".join(tokens))
        return
    start = 0
    for run in runs:
        part = tokens[start : start + len(run)]
        yield _family_first(Piece("L", part, run, first=True), "")
        start += len(run)
