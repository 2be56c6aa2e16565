"""The choices of how files are written: one class for all formats, each of which has some of them.

Every default is what was written before there was a choice: what most programs read, and what
keeps most of a reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

from attrs import Attribute, evolve, field, fields, frozen

from refconv.core.arguments import check_type, unknown

Characters: TypeAlias = Literal["unicode", "latex", "ascii"]
LetterCase: TypeAlias = Literal["as-read", "none", "proper", "title"]
Months: TypeAlias = Literal["macros", "numbers"]
LineEnds: TypeAlias = Literal["lf", "crlf"]

MACRO_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_:.+/-]*")
"""A name that BibTeX and biber both take for a macro."""

_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_WIDEST_INDENT, _NARROWEST = 16, 20


def _one_of(*words: str, may_be_none: bool = False) -> Callable[[Any, Attribute[Any], Any], None]:
    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if value in words or (may_be_none and value is None):
            return
        raise ValueError(unknown(attribute.name.replace("_", " "), str(value), words))

    return check


def _check_flag(_: Any, attribute: Attribute[Any], value: Any) -> None:
    check_type(value, (bool, type(None)) if attribute.default is None else bool, attribute.name,
               "a bool")  # fmt: skip


def _check_number(_: Any, attribute: Attribute[Any], value: Any) -> None:
    is_indent = attribute.name == "indent"
    if value is None or (is_indent and value == "tab"):
        return
    expected = "an int or 'tab'" if is_indent else "an int"
    check_type(value, int, attribute.name, expected)
    low, high = (0, _WIDEST_INDENT) if is_indent else (_NARROWEST, 100_000)
    if not low <= value <= high:
        raise ValueError(f"{attribute.name} must be from {low} to {high}, not {value}")


def _names(value: str | Iterable[str]) -> tuple[str, ...]:
    given = value.split(",") if isinstance(value, str) else value
    return tuple(name.strip().lower() for name in given if name.strip())


def _pairs(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    check_type(value, (Mapping, tuple, list), "strings", "a mapping of names to texts")
    return tuple(value.items() if isinstance(value, Mapping) else ((a, b) for a, b in value))


def _check_strings(_: Any, __: Attribute[Any], value: tuple[tuple[str, str], ...]) -> None:
    for name, text in value:
        check_type(text, str, f"strings[{name!r}]", "a str")
        if not MACRO_NAME.fullmatch(name) or name.lower() in _MONTHS:
            raise ValueError(f"strings: {name!r} cannot be the name of a macro")


@frozen(kw_only=True)
class Style:
    r"""How files are written; a format leaves out what it has no choice of.

    Attributes:
        characters: BibTeX: ``unicode`` writes letters as they are, which all programs of today
            read; ``latex`` writes a command where LaTeX has one (``{\'e}``), for programs of 8-bit
            TeX; ``ascii`` transliterates the others, too. JSON: ``ascii`` escapes them.
        case: BibTeX: what braces protect in titles from a style's lower case: ``as-read`` what the
            input has marked, ``none`` nothing, ``proper`` proper nouns and acronyms too,
            ``title`` the whole title.
        months: BibTeX: ``macros`` (``month = jan``), which styles print in their language, or
            ``numbers`` (``month = {1}``).
        order: BibTeX: the fields that come first, by name; then the others, as by default: authors,
            title, where it appeared, identifiers, notes.
        align: BibTeX: whether the equals signs of an entry stand below each other.
        width: BibTeX: the most columns of a line, where a value has a space to break at; by
            default each field is one line, which version control compares best.
        trailing_comma: BibTeX: whether the last field ends with a comma, so that one can be added
            below it.
        indent: BibTeX and CSL-JSON: the blanks before a field (2), or ``tab``. With 0, an item of
            CSL-JSON is one line.
        strings: BibTeX: macros by name. A journal that is the text of one is written by its name.
        line_ends: BibTeX, RIS, EndNote and CSL-JSON: ``lf`` or ``crlf``; by default what programs
            of the format expect: ``crlf`` for RIS and EndNote, ``lf`` for the others.
        bom: BibTeX, RIS, EndNote and CSV: whether the file begins with a byte order mark; by
            default only CSV does, because spreadsheets need it.

    Raises:
        ValueError: if a choice has no such value.
        TypeError: if a value is of another type.

    >>> Style(case="titel")
    Traceback (most recent call last):
    ValueError: unknown case 'titel' (did you mean 'title'?)
    """

    characters: Characters = field(
        default="unicode", validator=_one_of("unicode", "latex", "ascii")
    )
    case: LetterCase = field(
        default="as-read", validator=_one_of("as-read", "none", "proper", "title")
    )
    months: Months = field(default="macros", validator=_one_of("macros", "numbers"))
    order: tuple[str, ...] = field(default=(), converter=_names)
    align: bool = field(default=False, validator=_check_flag)
    width: int | None = field(default=None, validator=_check_number)
    trailing_comma: bool = field(default=True, validator=_check_flag)
    indent: int | Literal["tab"] | None = field(default=None, validator=_check_number)
    strings: tuple[tuple[str, str], ...] = field(
        default=(), converter=_pairs, validator=_check_strings
    )
    line_ends: LineEnds | None = field(
        default=None, validator=_one_of("lf", "crlf", may_be_none=True)
    )
    bom: bool | None = field(default=None, validator=_check_flag)

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Style:
        """Return the style of settings, as a file or a command line has them.

        Names may have hyphens, and values may be texts.

        Raises:
            ValueError: for an unknown name, with the nearest one, or a value that does not fit.
            TypeError: if a value is of another type.

        >>> Style.from_settings({"trailing-comma": "no", "indent": "4"}) == Style(
        ...     trailing_comma=False, indent=4)
        True
        >>> Style.from_settings({"ident": 4})
        Traceback (most recent call last):
        ValueError: unknown style choice 'ident' (did you mean 'indent'?)
        """
        values: dict[str, Any] = {}
        for name, value in settings.items():
            if name not in CHOICES:
                raise ValueError(unknown("style choice", name, CHOICES))
            attribute = CHOICES[name]
            values[attribute] = _plain(attribute, value) if isinstance(value, str) else value
        return cls(**values)

    def only(self, names: Iterable[str]) -> Style:
        """Return a style that has only some of the choices, and the default of all others."""
        kept = {*names}
        dropped = {name: getattr(DEFAULT, name) for name in CHOICES.values() if name not in kept}
        return evolve(self, **dropped)

    def changed(self) -> tuple[str, ...]:
        """Return the names of the choices that are not the default.

        >>> Style(bom=True, case="none").changed()
        ('case', 'bom')
        """
        names = CHOICES.values()
        return tuple(name for name in names if getattr(self, name) != getattr(DEFAULT, name))


DEFAULT = Style()
"""The style without any choice."""

CHOICES: Mapping[str, str] = {one.name.replace("_", "-"): one.name for one in fields(Style)}
"""The attributes of a style by their names in settings."""

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _plain(attribute: str, text: str) -> Any:
    """Return what a text stands for in a choice."""
    if attribute in ("align", "trailing_comma", "bom"):
        if text.lower() not in _FLAGS:
            raise ValueError(f"{attribute.replace('_', '-')} must be yes or no, not {text!r}")
        return _FLAGS[text.lower()]
    if attribute in ("width", "indent") and text.isdecimal():
        return int(text)
    return text


@cache
def spaces(indent: int | Literal["tab"] | None, default: int = 2) -> str:
    r"""Return the white space of an indent.

    >>> spaces("tab"), spaces(None), spaces(4)
    ('\t', '  ', '    ')
    """
    return "\t" if indent == "tab" else " " * (default if indent is None else indent)
