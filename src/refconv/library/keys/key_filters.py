"""What changes a part of a citation key: filters of a formula, modifiers of a JabRef marker."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TypeAlias

from refconv.core.edtf import Date
from refconv.core.keys import ascii_letters
from refconv.library.keys.key_parts import (
    FUNCTION_WORDS,
    JABREF_WORDS,
    NextPatternError,
    jabref_words,
    significant_words,
    year_of,
)

Filter: TypeAlias = Callable[..., str]
"""Called with a text and the arguments of the pattern; returns a text."""

UNSAFE = re.compile(r"[\s\"#%'(),={}\\~|\[\]`^<>&$;*\x00-\x1f\x7f-\uffff]+")
"""What no key holds: what BibTeX forbids (biblatex manual 2.3.1), shells and documents misread."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def clean(text: str) -> str:
    """Return a text in ASCII without characters that no key holds.

    >>> clean("Müßig, Ørsted {&} Иванов")
    'MussigOrstedIvanov'
    """
    return UNSAFE.sub("", ascii_letters(text))


def _clean(text: str) -> str:
    """Transliterate to ASCII and remove what no key holds, but for spaces."""
    return " ".join(map(clean, text.split()))


def _transliterate(text: str, mode: str = "minimal") -> str:
    """Transliterate to ASCII; ``german`` writes ä, ö and ü as ae, oe and ue."""
    if mode in ("german", "de"):
        text = unicodedata.normalize("NFC", text).translate(_GERMAN)
    return ascii_letters(text)


def _lower(text: str) -> str:
    return text.lower()


def _upper(text: str) -> str:
    return text.upper()


def _capitalize(text: str) -> str:
    """Begin each word with a capital."""
    return re.sub(r"(?:^|(?<=\s))\S", lambda found: found[0].upper(), text)


def _capitalize_only(text: str) -> str:
    """Begin each word with a capital, and write the rest in small letters (JabRef)."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split())


def _title_case(text: str) -> str:
    """As ``capitalize``, but function words in small letters (JabRef)."""
    words = (word.lower() for word in text.split())
    return " ".join(
        word if place and word in JABREF_WORDS else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )


def _sentence_case(text: str) -> str:
    """Begin with a capital, and write the rest in small letters (JabRef)."""
    return text[:1].upper() + text[1:].lower()


def _abbr(text: str, chars: int = 1) -> str:
    """Keep the first characters of each word."""
    return "".join(word[:chars] for word in text.split())


def _truncate(text: str, n: int = 0) -> str:
    """Keep the first ``n`` characters."""
    return text[:n].rstrip() if n else text


def _default(text: str, value: str) -> str:
    """Use another text if there is none."""
    return text or value


def _prefix(text: str, value: str) -> str:
    """Prepend a text to a value that is not empty."""
    return value + text if text else ""


def _postfix(text: str, value: str) -> str:
    """Append a text, if there is something to append it to."""
    return text + value if text else ""


def _condense(text: str, sep: str = "") -> str:
    """Replace spaces."""
    return re.sub(r"\s+", lambda _: sep, text)


def _skipwords(text: str, nopunct: bool = False) -> str:
    """Leave out function words."""
    if nopunct:
        return " ".join(significant_words(text))
    return " ".join(word for word in text.split() if word.lower() not in FUNCTION_WORDS)


def _select(text: str, start: int = 1, n: int = 0) -> str:
    """Keep ``n`` words (0: all) from word ``start`` on; below 0 it counts from the end."""
    words = text.split()
    first = max(len(words) + start, 0) if start < 0 else max(start - 1, 0)
    return " ".join(words[first : first + n if n else None])


def _substring(text: str, start: int = 1, n: int = 0) -> str:
    """Keep ``n`` characters (0: all) from character ``start`` on."""
    first = max(start - 1, 0)
    return text[first : first + n if n else None]


def _ascii(text: str) -> str:
    """Leave out what is not ASCII."""
    return " ".join(re.sub(r"[^ -~]", "", text).split())


def _alphanum(text: str) -> str:
    """Leave out what is no letter or digit."""
    return " ".join(re.sub(r"[^\w\s]|_", "", text).split())


_DASHES = re.compile(r"[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}-]")


def _nopunct(text: str, dash: str = "-") -> str:
    """Leave out punctuation; dashes become ``dash``."""
    parts = _DASHES.split(text)
    return dash.join(
        "".join(c for c in part if unicodedata.category(c) not in ("Pe", "Pf", "Pi", "Po", "Ps"))
        for part in parts
    )


def _nopunctordash(text: str) -> str:
    """Leave out punctuation and dashes."""
    return _nopunct(text, "")


def _numeric(text: str) -> str:
    """Keep a number only."""
    return text if re.match(r"\s*[-+]?\d", text) else ""


def _discard(_text: str) -> str:
    """Leave out the part."""
    return ""


def pattern_of(find: str | re.Pattern[str]) -> re.Pattern[str]:
    """Return a text to find, in any case, as a regular expression."""
    return re.compile(re.escape(find), re.IGNORECASE) if isinstance(find, str) else find


def _replace(text: str, find: str | re.Pattern[str], replace: str) -> str:
    """Replace a text, in any case, or what a regular expression finds."""
    return pattern_of(find).sub(lambda _: replace, text)


def _regex(text: str, find: re.Pattern[str], replace: str) -> str:
    """Replace what a regular expression finds; ``$1`` is its first group (JabRef)."""
    return find.sub(re.sub(r"\$(\d)", r"\\g<\1>", replace), text)


def _match(text: str, match: str | re.Pattern[str]) -> str:
    """Try the next pattern unless this is found."""
    if not pattern_of(match).search(text):
        raise NextPatternError
    return text


def _find(text: str, match: str | re.Pattern[str], passthrough: bool = False) -> str:
    """Keep what is found: its groups, if it has any."""
    found = pattern_of(match).search(text)
    if not found:
        return text if passthrough else ""
    return "".join(group or "" for group in found.groups()) if found.groups() else text


_RELATIONS = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}


def _len(text: str, relation: str = ">", length: int = 0) -> str:
    """Try the next pattern unless the length is as given."""
    if relation not in _RELATIONS:
        raise ValueError(f"no comparison: {relation!r}")
    if not _RELATIONS[relation](len("".join(text.split())), length):
        raise NextPatternError
    return text


def _format_date(text: str, format: str = "%Y-%m-%d") -> str:
    """Write a date in a format of ``%Y``, ``%y``, ``%m``, ``%d``."""
    date = Date.parse(text) if text else None
    start = date.start if date is not None else None
    parts = {"Y": year_of(date), "m": getattr(start, "month", None) or ""}
    parts |= {"y": parts["Y"][-2:], "d": getattr(start, "day", None) or ""}
    return re.sub(r"%-?([Yymd])", lambda found: str(parts[found[1]]), format)


def _title_words(text: str, n: int = 3) -> str:
    """Keep the first ``n`` words that are no function words (JabRef)."""
    return " ".join(jabref_words(text)[:n])


def _first_title_word(text: str) -> str:
    """Keep the first word that is no function word (JabRef)."""
    return _title_words(text, 1)


def _camel(text: str, n: int = 0) -> str:
    """Begin each word with a capital, and keep the first ``n`` (JabRef)."""
    words = text.split()[: n or None]
    return " ".join(word[:1].upper() + word[1:] for word in words)


FILTERS: Mapping[str, Filter] = {
    "lower": _lower,
    "upper": _upper,
    "abbr": _abbr,
    "capitalize": _capitalize,
    "clean": _clean,
    "transliterate": _transliterate,
    "fold": _transliterate,
    "ascii": _ascii,
    "alphanum": _alphanum,
    "nopunct": _nopunct,
    "nopunctordash": _nopunctordash,
    "condense": _condense,
    "skipwords": _skipwords,
    "select": _select,
    "substring": _substring,
    "replace": _replace,
    "find": _find,
    "match": _match,
    "len": _len,
    "prefix": _prefix,
    "postfix": _postfix,
    "default": _default,
    "numeric": _numeric,
    "formatDate": _format_date,
    "discard": _discard,
}
"""The filters of a formula, by Better BibTeX's names."""

MODIFIERS: Mapping[str, Filter] = {
    **FILTERS,
    "capitalize": _capitalize_only,
    "titlecase": _title_case,
    "title_case": _title_case,
    "sentencecase": _sentence_case,
    "sentence_case": _sentence_case,
    "lower_case": _lower,
    "upper_case": _upper,
    "truncate": _truncate,
    "regex": _regex,
    "shorttitle": _title_words,
    "veryshorttitle": _first_title_word,
    "camel": _camel,
}
"""The modifiers of a marker: JabRef's, and the filters above."""
