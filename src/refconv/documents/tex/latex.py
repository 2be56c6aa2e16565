r"""LaTeX: lists of references in ``.bbl`` and ``.tex`` files, however they were made.

- ``thebibliography``, as BibTeX's styles and people write it: each ``\bibitem`` is a string of its
  own, with its key; what the macros of its style label is as they label it;
- the ``.bbl`` of biblatex and the entries of amsrefs: whole records;
- a ``.tex`` file that only names its bibliography: a diagnostic names the file to give instead.

Read :mod:`~refconv.documents.tex.latex_lists` (where the items stand),
:mod:`~refconv.documents.tex.latex_macros` (what macros print) and
:mod:`~refconv.documents.tex.latex_text` (LaTeX to marked text);
:mod:`~refconv.documents.tex.biblatex_bbl` and :mod:`~refconv.documents.tex.amsrefs` for the
records.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord, Item
from refconv.documents.marked import MarkedText, as_document, joined_texts
from refconv.documents.pasted.embedded_text import embedded_files
from refconv.documents.tex.amsrefs import bibs_of, has_bibs
from refconv.documents.tex.biblatex_bbl import entries_of, has_entries
from refconv.documents.tex.latex_lists import bib_items, blocks_of, has_list
from refconv.documents.tex.latex_macros import defined_macros
from refconv.documents.tex.latex_text import Source, decoded_latex, without_comments
from refconv.formats.bibtex.latex.braces import braces

_NAMED = re.compile(
    r"\\(?:bibliography|addbibresource(?:\[[^\[\]]{0,100}\])?|addglobalbib|nobibliography\*?)"
    r"\s{0,9}\{(?P<names>[^{}]{1,400})\}"
)
_SUFFIX = re.compile(r"\.bib\Z", re.IGNORECASE)


def recognises(text: str) -> bool:
    r"""Return whether a text is LaTeX with a list of references, or names one.

    >>> recognises(r"\begin{thebibliography}{9} \bibitem{a} Ng."), recognises("A bibliography")
    (True, False)
    """
    if "\\" not in text:
        return False
    return has_list(text) or has_entries(text) or has_bibs(text) or _is_document(text)


def _is_document(text: str) -> bool:
    return "\\documentclass" in text and "\\begin" in text


def read(text: str) -> Document:
    """Read a LaTeX file; never raises."""
    source = without_comments(text)
    embedded: list[EmbeddedRecord] = []
    if has_entries(text):
        embedded += entries_of(without_comments(text, is_made=True))
    embedded += bibs_of(source) if has_bibs(source.text) else ()
    embedded += embedded_files(text)
    embedded.sort(key=lambda one: one.offset)
    strings, items, unknown = _strings(source)
    diagnostics = [*_unknown(text, unknown)]
    if not (items or embedded or recognises(text)):
        return Document(text, offsets=range(len(text)))
    if not items:
        if not embedded:
            diagnostics += _named_files(source, text)
        return Document(
            text,
            embedded=tuple(embedded),
            diagnostics=tuple(diagnostics),
            offsets=range(len(text)),
            is_searched=False,
        )
    placed = (evolve(one, offset=bisect_left(strings.offsets, one.offset)) for one in embedded)
    return as_document(
        strings,
        items=tuple(items),
        embedded=tuple(placed),
        diagnostics=tuple(diagnostics),
        is_searched=False,
    )


def _strings(source: Source) -> tuple[MarkedText, list[Item], dict[str, int]]:
    """Return the strings of all lists, a line each, with their items and unknown commands."""
    macros = defined_macros(source.text, braces(source.text)) if has_list(source.text) else {}
    parts: list[MarkedText] = []
    items: list[Item] = []
    unknown: dict[str, int] = {}
    length = 0
    for item in bib_items(source):
        blocks: list[tuple[int, int]] = []
        for start, end in blocks_of(source, item):
            part, commands = decoded_latex(source, start, end, macros)
            for command in commands:
                unknown.setdefault(command, source.offset(start))
            if not part.text:
                continue
            if blocks:
                parts.append(_separator(" ", part))
                length += 1
            parts.append(part)
            blocks.append((length, length + len(part.text)))
            length += len(part.text)
        if blocks:
            items.append(Item(blocks[0][0], length, "", item.key, tuple(blocks)))
            parts.append(_separator("\n", parts[-1], -1))
            length += 1
    return joined_texts(parts), items, unknown


def _separator(char: str, beside: MarkedText, place: int = 0) -> MarkedText:
    return MarkedText(char, [beside.offsets[place]])


def _unknown(text: str, commands: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each command that is not known, at its first place."""
    for command, offset in commands.items():
        found = max(text.find(command, offset), 0)
        line = text.count("\n", 0, found) + 1
        column = found - text.rfind("\n", 0, found)
        name = _COMMAND.match(command)
        shown = name[0] if name else command
        yield problem(Code.LATEX_KEPT, "left-out", latex=shown).at(line, column)


_COMMAND = re.compile(r"\\(?:[A-Za-z@]+|.)")


def _named_files(source: Source, text: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic that names the files in which the references of a text are."""
    names: dict[str, int] = {}
    for match in _NAMED.finditer(source.text):
        for name in match["names"].split(","):
            if bare := _SUFFIX.sub("", name.strip()):
                names.setdefault(f"{bare}.bib", source.offset(match.start()))
    if names:
        line = text.count("\n", 0, min(names.values())) + 1
        files = ", ".join(names)
        yield problem(Code.NO_REFERENCES, "bibliography-file", files=files).at(line)
    else:
        yield problem(Code.NO_REFERENCES, "text").at()


CARRIER = Carrier(
    "latex", "LaTeX: a list of references in a .tex or .bbl file", read, recognises=recognises
)
