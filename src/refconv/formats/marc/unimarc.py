"""UNIMARC's fields → those of MARC 21, for catalogues of countries that have it in the same files.

Source: IFLA, *UNIMARC Manual: Bibliographic Format*, 3rd edition. What no row takes is kept under
its tag with a U before it, since MARC 21 gives many of the numbers to something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from refconv.formats.marc.marc_field import MarcField

# UNIMARC's tag; the tag and indicators of MARC 21; pairs of subfield codes.
_ROWS = """
010 020 __ a=a
011 022 __ a=a
101 041 __ a=a c=h
200 245 __ a=a d=b e=b h=n i=p f=c g=c
205 250 __ a=a
210 264 _1 a=a c=b d=c
214 264 _1 a=a c=b d=c
215 300 __ a=a c=b d=c
225 490 __ a=a v=v
300 500 __ a=a
328 502 __ a=a b=b e=c d=d
330 520 __ a=a
461 773 __ t=t x=x y=z v=g
463 773 __ t=t x=x y=z v=g
464 773 __ t=t x=x y=z v=g
606 650 __ a=a x=x y=z z=y
607 651 __ a=a x=x y=z z=y
608 655 __ a=a
610 653 __ a=a
680 050 __ a=a b=b
700 100 1_ a=a 4=4
701 700 1_ a=a 4=4
702 700 1_ a=a 4=4
710 110 2_ a=a b=b 4=4
711 710 2_ a=a b=b 4=4
712 710 2_ a=a b=b 4=4
856 856 40 u=u z=z
"""


def _row(line: str) -> tuple[str, tuple[str, str, Mapping[str, str]]]:
    tag, other, indicators, *codes = line.split()
    pairs = {code[0]: code[2:] for code in codes}
    return tag, (other, indicators.replace("_", " "), pairs)


_FIELDS = dict(map(_row, _ROWS.strip().split("\n")))
_PERSONS = frozenset({"700", "701", "702"})
# UNIMARC's codes of functions (appendix C), and MARC's of relators.
_RELATORS: Mapping[str, str] = {
    "070": "aut", "340": "edt", "651": "edt", "730": "trl", "440": "ill", "230": "cmp",
    "300": "drt", "205": "ctb", "080": "aui", "220": "com", "590": "prf", "630": "pro",
    "550": "nrt", "660": "rcp", "460": "ive", "470": "ivr",
}  # fmt: skip


def is_unimarc(fields: Sequence[MarcField]) -> bool:
    """Return whether a record has UNIMARC's title (200 $a), not MARC 21's (245)."""
    tags = {field.tag for field in fields}
    titles = (field for field in fields if field.tag == "200")
    return "245" not in tags and any("a" in dict(field.subfields) for field in titles)


def as_marc21(fields: Sequence[MarcField]) -> Iterator[MarcField]:
    """Yield UNIMARC's fields as MARC 21 has them."""
    for field in fields:
        if field.tag not in _FIELDS:
            is_control = not field.indicators
            yield field if is_control else field._replace(tag=f"U{field.tag}")
            continue
        tag, indicators, codes = _FIELDS[field.tag]
        pairs = [*_joined(field)] if field.tag in _PERSONS else [*field.subfields]
        kept = [(codes[code], _relator(code, text)) for code, text in pairs if code in codes]
        others = tuple((code, text) for code, text in pairs if code not in codes)
        if kept:
            yield MarcField(tag, indicators, tuple(kept), field.line)
        if others:
            yield MarcField(f"U{field.tag}", field.indicators, others, field.line)


def _joined(field: MarcField) -> Iterator[tuple[str, str]]:
    """Yield the subfields of a person, family and given name as one."""
    given = ", ".join(text for code, text in field.subfields if code == "b")
    for code, text in field.subfields:
        if code == "a":
            yield code, ", ".join(filter(None, (text.rstrip(" ,"), given)))
        elif code != "b":
            yield code, text


def _relator(code: str, text: str) -> str:
    return _RELATORS.get(text.strip(), text) if code == "4" else text
