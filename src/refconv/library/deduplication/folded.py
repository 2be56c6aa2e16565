"""Fold texts for comparison: lower-case ASCII words, without what databases add or leave out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

from refconv.library.deduplication.alike import without_doubles
from refconv.values.markup import plain

_GREEK = {
    ord(letter): f"{name} "
    for letter, name in zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma sigma tau upsilon phi chi psi omega".split(),
        strict=True,
    )
}
_OTHERS = str.maketrans({"\N{MICRO SIGN}": "mu ", "ß": "ss", "&": " and ", "+": " plus "})
_WORD = re.compile(r"[a-z0-9]+")
# "CO(2)" and "IL-2(+)", as MEDLINE wrote them for decades.
_LOWERED = re.compile(r"(?<=[a-z])\((\d{1,2})\)")


def fold(text: str) -> str:
    """Return a text in lower-case ASCII, without markup and accents.

    >>> fold("Über <i>Homo</i> &amp; Ødegård")
    'uber homo  and  odegard'
    """
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = plain(text)
    text = text.casefold().translate(_OTHERS)
    if text.isascii():
        return text
    text = _decomposed(text).translate(_GREEK) if _has_greek_letter(text) else _decomposed(text)
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 (its tables are needed by few)

        text = anyascii(text).lower()
    return text


def _decomposed(text: str) -> str:
    text = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in text if not unicodedata.combining(letter))


_LONE_GREEK = re.compile(r"(?<![\u0370-\u03ff])[\u03b1-\u03c9](?![\u0370-\u03ff])")


def _has_greek_letter(text: str) -> bool:
    """Return whether a Greek letter stands alone, as a symbol; else the text may be Greek."""
    return _LONE_GREEK.search(text) is not None


def words(text: str) -> list[str]:
    """Return the words of a text, folded.

    >>> words("The Röntgen-diagnosis of CO<sub>2</sub>")
    ['the', 'rontgen', 'diagnosis', 'of', 'co2']
    """
    return _WORD.findall(_LOWERED.sub(r"\1", fold(text)))


# Spellings of one sound, in the order in which they are replaced: German and Danish digraphs, and
# what transliterations of Cyrillic, Greek, Arabic and Chinese differ in.
_SOUNDS = tuple(
    pair.split("=")
    for pair in (
        "ae=a oe=o ue=u iu=u ju=u yu=u ia=a ja=a ya=a sch=s sh=s kh=h ch=h ck=k ts=c tz=c cz=c "
        "th=t ph=f x=ks w=v j=i y=i q=k z=s"
    ).split()
)


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """Return a family name as one word that its usual spellings share.

    >>> sound("Müller") == sound("Mueller"), sound("Yakovlev") == sound("Iakovlev")
    (True, True)
    """
    text = "".join(_WORD.findall(fold(name)))
    for spelling, other in _SOUNDS:
        if spelling in text:
            text = text.replace(spelling, other)
    return without_doubles(text)
