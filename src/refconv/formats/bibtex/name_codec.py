"""The names of the model from BibTeX's, and back; ORCIDs stand in biblatex's annotations.

Source: biblatex manual 3.7 (data annotations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.model import Name
from refconv.formats.bibtex.latex.white_space import clean, tidy
from refconv.formats.bibtex.syntax.name_lists import OTHERS, NativeName
from refconv.values.identifiers import bare_orcid

_ANNOTATION = re.compile(r'\s*(\d+)\s*=\s*"([^"]*)"\s*(?:;|\Z)')


def _decode_names(raws: Raws) -> Decoded:
    lists, annotations = raws
    names, *repeats = lists or ((),)
    if not isinstance(names, tuple):
        return Decoded(None, problem=problem(Code.BAD_NAME, "unreadable"))
    if len(lists) == 1 and not annotations and OTHERS not in names:
        return Decoded(NameList(tuple([_name(name, "") for name in names])))
    unused = [(0, i) for i, other in enumerate(repeats, 1) if other != names]
    orcids = dict(_orcids(annotations[0])) if annotations else {}
    people = tuple(
        [_name(name, orcids.pop(i, "")) for i, name in enumerate(names, 1) if name != OTHERS]
    )
    is_complete = (
        annotations and len(list(_orcids(annotations[0]))) == annotations[0].count('"') // 2
    )
    unused += [(1, i) for i in range(1 if is_complete and not orcids else 0, len(annotations))]
    if not lists:
        return Decoded(None)
    return Decoded(NameList(people, OTHERS in names), tuple(unused))


def _orcids(annotation: str) -> Iterator[tuple[int, str]]:
    place = 0
    while (match := _ANNOTATION.match(annotation, place)) is not None:
        yield int(match[1]), bare_orcid(match[2])
        place = match.end()


def _name(native: NativeName, orcid: str) -> Name:
    first, von, last, jr, literal = native
    if not (von or jr or literal or orcid):
        return Name.unchecked(family=last, given=first)
    if literal:
        return Name(literal=literal, orcid=orcid)
    return Name(family=last, given=first, non_dropping_particle=von, suffix=jr, orcid=orcid)


def _encode_names(value: NameList) -> Raws:
    names = [native_name(name) for name in value.names]
    orcids = [f'{i}="{name.orcid}"' for i, name in enumerate(value.names, 1) if name.orcid]
    names += [OTHERS] * value.et_al
    return (tuple(names),), ("; ".join(orcids),) if orcids else ()


def native_name(name: Name) -> NativeName:
    """Return a name in BibTeX's parts; both kinds of particles are its ``von`` part."""
    von = name.non_dropping_particle
    if name.dropping_particle:
        von = f"{name.dropping_particle} {von}" if von else name.dropping_particle
    return NativeName(name.given, von, name.family, name.suffix, name.literal)


def _encode_alone(value: NameList) -> Raws:
    # A name without a printable character would be read as "others".
    names = tuple(name for name in value.names if any(map(_is_printed, native_name(name))))
    return _encode_names(NameList(names)) if names else ((), ())


def _is_printed(part: str) -> bool:
    return bool(part) and bool(tidy(clean(part)))


NAMES = Codec(_decode_names, _encode_names)
"""Names, and their ORCIDs as an annotation."""

NAMES_ALONE = Codec(_decode_names, _encode_alone)
"""The same without ``and others``, which Zotero takes for a person."""
