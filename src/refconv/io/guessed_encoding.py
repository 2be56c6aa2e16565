"""The encoding of bytes that are not UTF-8: what the file declares, else what chardet detects."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

# XML names the encoding in its declaration, JabRef in one of the first lines, and the editors of
# TeX and Emacs in a comment.
_DECLARED = re.compile(
    rb"\s*<\?xml[^>]{1,100}?encoding\s*=\s*[\"']([\w-]+)"
    rb"|(?:[^\r\n]{0,200}(?:\r\n?|\n)){0,4}?[ \t]{0,20}%[% \t]{0,20}"
    rb"(?:!TEX[ \t]+encoding[ \t]*=|encoding[ \t]*:"
    rb"|[^\r\n]{0,100}?-\*-[^\r\n]{0,100}?coding[ \t]*[:=])[ \t]*([\w-]+)",
    re.IGNORECASE,
)
# Names of TeXShop, inputenc and BibDesk that Python does not know.
_TEX_NAMES = {
    "isolatin": "latin-1",
    "isolatin2": "iso8859-2",
    "isolatin9": "iso8859-15",
    "latin9": "iso8859-15",
    "windowslatin1": "cp1252",
    "ansinew": "cp1252",
    "macosroman": "mac-roman",
    "applemac": "mac-roman",
    "macintosh": "mac-roman",
}
# The encodings of exports and old .bib files. Chardet knows many more, and then takes a few
# accented letters for one of those that nobody has used for references.
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "mac-roman")
_OTHER = (
    "cp1251 koi8-r koi8-u cp866 cp1253 cp1255 cp1256 cp874 gb18030 big5 cp932 euc-jp cp949"
).split()
# Windows-1252 is by far the usual one, and a few accented letters have nearly the same confidence
# in several encodings. So another must be this many times as likely, unless the text has what no
# text in Windows-1252 has: symbols within words (Polish), or capitals behind small letters (Mac).
_USUAL, _FEW = "cp1252", 0.1
_CLEARLY = {"odd": 0.8, "few": 2.5, "many": 1.8}
_SYMBOL = "[\x80-\x9f\u0192†‡ˆ‰‹›˜™£¤¥§¨¬¯°±²³´¶·¸¹»¼½¾¿×÷þðÞÐ]"
_ODD = re.compile(
    rf"(?<=[^\W\d_]){_SYMBOL}(?=[^\W\d_])|\b[£¯ˆƒ‡](?=[^\W\d_])|(?<=[a-zà-ÿ])[À-ÖØ-ÞŠŽŸŒ](?![A-Z])|(?<=[A-Z])[ŠŽŸŒ](?=[a-z])"
)


def python_encoding(name: str) -> str | None:
    """Return Python's name of an encoding of text; ``None`` if there is none.

    >>> python_encoding("ISO8859_2"), python_encoding("MacOSRoman"), python_encoding("rot13")
    ('iso8859-2', 'mac-roman', None)
    """
    try:
        known = codecs.lookup(_TEX_NAMES.get(name.lower(), name)).name
        # Some of Python's codecs are not for text, or cannot replace errors.
        b"\xff".decode(known, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return known


def declared_encoding(head: bytes) -> str | None:
    """Return the encoding that the beginning of a file declares, by Python's name."""
    match = _DECLARED.match(head)
    if match is None:
        return None
    known = python_encoding((match[1] or match[2]).decode("ascii"))
    # UTF-16 and the like are known by their zero bytes; here they are declared wrongly.
    return None if known is None or known.startswith(("utf-16", "utf-32", "utf-7")) else known


def guessed_encoding(lines: Iterable[bytes], *, is_latin: bool = False) -> str:
    """Return the most likely encoding of lines with bytes beyond ASCII, by Python's name.

    Args:
        lines: Some lines, those in ASCII left out.
        is_latin: Whether the bytes stand alone between ASCII characters, as accented letters do.

    >>> guessed_encoding(["Иванов И. И. Морфология реки".encode("koi8-r")])
    'koi8-r'
    """
    import chardet  # noqa: PLC0415 (only for files that are not UTF-8)

    data = b"\n".join(lines)
    found = chardet.detect_all(
        data,
        ignore_threshold=True,
        compat_names=False,
        include_encodings=_LATIN if is_latin else (*_LATIN, *_OTHER),
    )
    confidence = {str(one["encoding"]): one["confidence"] for one in found if one["encoding"]}
    usual = confidence.pop(_USUAL, 0.0)
    text = data.decode(_USUAL, "refconv-latin1")
    odd, beyond = len(_ODD.findall(text)), sum(not char.isascii() for char in text)
    kind = "odd" if odd > _FEW * beyond else "few" if beyond < 4 else "many"
    best = max(confidence, key=confidence.__getitem__, default=_USUAL)
    is_other = confidence.get(best, 0.0) > _CLEARLY[kind] * usual
    return codecs.lookup(best).name if is_other else _USUAL
