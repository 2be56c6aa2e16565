"""What ``make docs`` adds to the pages in ``docs``: a page for each format, made of its table.

A hook of MkDocs (``hooks`` in ``mkdocs.yml``). Links to files outside ``docs`` become their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from refconv.cli.overview import not_carried
from refconv.core.model import ItemType
from refconv.formats.base import Format
from refconv.formats.registry import FORMATS, PLACES

_SHOWN_TYPES = (ItemType.ARTICLE_JOURNAL, ItemType.BOOK, ItemType.CHAPTER, ItemType.WEBPAGE)
_OUTSIDE = re.compile(r"\[([^\]\n]+)\]\(\.\./[^)\s]+\)")


def format_pages() -> Iterator[tuple[str, str]]:
    """Yield the path of each page and its Markdown."""
    yield "formats/index.md", _index()
    for format in FORMATS.values():
        yield f"formats/{format.name}.md", "\n".join(_page(format))


def _index() -> str:
    lines = ["# Formats", "", "| format | | files | |", "|---|---|---|---|"]
    for name, place in PLACES.items():
        uses = "read, written" if place.is_written else "read"
        suffixes = " ".join(f"`{suffix}`" for suffix in place.suffixes)
        lines.append(f"| [`{name}`]({name}.md) | {FORMATS[name].title} | {suffixes} | {uses} |")
    lines += [
        "",
        "The content of a file decides its format. A key that no variable can hold is kept in",
        "`Reference.custom`, and written back to the same format.",
    ]
    return "\n".join(lines) + "\n"


def _page(format: Format) -> Iterator[str]:
    place = PLACES[format.name]
    suffixes = ", ".join(f"`{suffix}`" for suffix in place.suffixes)
    yield from (f"# {format.title}", "", f"Its name is `{format.name}`.")
    yield from ([f"Files end in {suffixes}."] if suffixes else [])
    if format.join is None:
        yield from ("It is read only.", "")
    else:
        programs = " and ".join(f"`--for {client}`" for client in sorted(format.dialects))
        yield f"It is read and written{f', also with {programs}' if programs else ''}."
        yield ""
    yield from _types(format)
    yield from _fields(format)
    if format.join is not None:
        yield from ("## What it cannot hold", "")
        for kind in _SHOWN_TYPES:
            lost = ", ".join(not_carried(format.name, kind)) or "nothing"
            yield from (f"**{kind}**: {lost}", "")


def _types(format: Format) -> Iterator[str]:
    pairs = format.table.types
    if not any(native != kind for native, kind in pairs):
        return
    yield from ("## Types", "", f"| {format.title} | CSL |", "|---|---|")
    yield from (f"| `{native}` | {kind} |" for native, kind in pairs)
    yield ""


def _fields(format: Format) -> Iterator[str]:
    named = [field for field in format.table.fields if field.keys[0] != field.variable]
    if not named:
        return
    yield from ("## Fields", "", "| variable | key | types |", "|---|---|---|")
    for field in named:
        keys = " + ".join(f"`{key}`".replace("|", "\\|") for key in field.keys)
        kinds = "" if field.types is None else ", ".join(sorted(field.types))
        yield f"| {field.variable} | {keys} | {kinds} |"
    yield ""


def on_files(files: Any, config: Any) -> Any:
    """Add the pages of the formats (MkDocs calls it)."""
    from mkdocs.structure.files import File  # noqa: PLC0415 (only make docs installs it)

    for path, text in format_pages():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Replace links to files outside of ``docs`` by their names (MkDocs calls it).

    >>> on_page_markdown("see [names](../src/names.py) and [tables](tables.md)")
    'see `names` and [tables](tables.md)'
    """
    return _OUTSIDE.sub(lambda match: f"`{match[1].strip('`')}`", markdown)
