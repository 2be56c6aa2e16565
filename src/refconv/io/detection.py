"""The format of an input: its content decides, the name and the caller's wish only hint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from refconv.core.arguments import check_type, unknown
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.formats.base import Format
from refconv.formats.foreign import foreign
from refconv.formats.registry import FORMATS, FREE_TEXT, PLACES, named, of_suffix
from refconv.formats.sniff import HEAD, guess, has_mark
from refconv.io.binary import kind_of_suffix


@frozen
class Detected:
    """The format of an input, and what was odd about it.

    ``is_refused`` is whether the input is in no format at all, so that nothing is to be read.
    """

    format: Format
    diagnostics: tuple[Diagnostic, ...] = ()
    is_refused: bool = False


def chosen_format(name: str) -> Format:
    """Return a format by its name or an alias, in letters of any case.

    Raises:
        TypeError: if ``name`` is not a str.
        ValueError: if there is none.

    >>> chosen_format("BibTeX").name, chosen_format("json").name
    ('bibtex', 'csl-json')
    """
    check_type(name, str, "format", "the name of a format")
    name = named(name)
    if name not in FORMATS:
        raise ValueError(unknown("format", name, FORMATS))
    return FORMATS[name]


def detect_format(asked: str | None, name: str | None, head: Callable[[], str]) -> Detected:
    """Return the format of an input.

    Args:
        asked: The format that the caller names.
        name: The file's name.
        head: Returns the first characters of the text, at least :data:`HEAD` if there are so many.

    Raises:
        ValueError: if the format that the caller names is unknown.
    """
    if asked is not None:
        return _asked(chosen_format(asked), head)
    suffix = Path(name or "").suffix.lower()
    text = head()
    found = guess(text)
    hinted = _of_suffix(suffix)
    if found == "text":
        refused = foreign(text, is_whole=len(text) < HEAD)
        if refused is not None:
            return Detected(FORMATS[hinted or "text"], (refused.at(),), is_refused=True)
        return Detected(FORMATS[hinted or "text"])
    if hinted is None or hinted in ("text", found):
        return Detected(FORMATS[found])
    if has_mark(text, hinted):
        return Detected(FORMATS[hinted])
    other = problem(Code.FORMAT, "suffix", suffix=suffix, format=found)
    return Detected(FORMATS[found], (other.at(),))


def _of_suffix(suffix: str) -> str | None:
    """Return the only format whose files' names end so; ``None`` if none or several do."""
    names = [name for name, place in PLACES.items() if suffix in place.suffixes]
    return of_suffix(suffix) if len(names) == 1 else None


def _asked(format: Format, head: Callable[[], str]) -> Detected:
    """Return the format that was asked for, unless the text is plainly in another one."""
    # Free text may hold anything.
    if format.name in FREE_TEXT:
        return Detected(format)
    text = head()
    if has_mark(text, format.name) or (found := guess(text)) in ("text", format.name):
        return Detected(format)
    other = problem(Code.FORMAT, "asked", asked=format.name, format=found)
    return Detected(FORMATS[found], (other.at(),))


def refused_by_name(name: str | None) -> Diagnostic | None:
    """Return the diagnostic of a file that is no text, where its name says what it is."""
    found = kind_of_suffix(Path(name or "").suffix)
    return None if found is None else found.at()
