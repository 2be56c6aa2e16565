"""Rich text in EndNote's XML: ``<style face="italic">`` runs, beside CSL's ``<i>``.

EndNote has no small capitals, and nothing that protects the case of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from refconv.formats.xml.elements import Element
from refconv.values.markup import runs

Run: TypeAlias = tuple[tuple[str, ...], str]
"""A text and its faces, the outermost first."""

_FACES: Mapping[str, str] = {
    "<i>": "italic",
    "<b>": "bold",
    "<sup>": "superscript",
    "<sub>": "subscript",
}
_TAGS = {face: tag[1:-1] for tag, face in _FACES.items()}
# A break of the file's own layout, with what surrounds it.
_LAYOUT = re.compile(r"(?<![ \t])[ \t]*+\n[ \t\n]*+")
# Characters that XML or a line has no place for, and what stands in their place.
_REPLACED: tuple[tuple[Iterable[int], str], ...] = (
    ((*range(9), *range(14, 28), 0xFFFE, 0xFFFF), ""),
    ((9, 11, 12, *range(28, 32)), " "),
    (range(0xD800, 0xE000), "\ufffd"),
)
_CONTROLS = {code: text for codes, text in _REPLACED for code in codes}

# Markup that shows only when other markup is gone is somebody's joke, and taken for characters.
_NESTED = 20


def runs_of(text: str) -> Iterator[Run]:
    """Cut a text with CSL's markup into runs; of neighbours with the same faces one is made."""
    faces: list[str] = []
    before: tuple[str, ...] = ()
    run = ""
    for kind, piece in runs(text) if "<" in text else (("text", text),):
        if kind == "text":
            now = tuple(dict.fromkeys(filter(None, faces)))
            if now != before and run:
                yield before, run
                run = ""
            before, run = now, run + piece
        elif kind == "open":
            faces.append(_FACES.get(piece, ""))
        else:
            faces.pop()
    if run:
        yield before, run


def text_of(runs: Iterable[Run]) -> str:
    """Return runs as a text with CSL's markup."""
    parts: list[str] = []
    opened: list[str] = []
    for faces, text in runs:
        if not faces and not opened:
            parts.append(text)
            continue
        same = 0
        while same < min(len(opened), len(faces)) and opened[same] == faces[same]:
            same += 1
        parts += (f"</{_TAGS[face]}>" for face in reversed(opened[same:]))
        parts += (f"<{_TAGS[face]}>" for face in faces[same:])
        parts.append(text)
        opened = list(faces)
    parts += (f"</{_TAGS[face]}>" for face in reversed(opened))
    return "".join(parts)


def runs_in(element: Element, faces: tuple[str, ...] = ()) -> Iterator[Run]:
    """Yield the runs of an element's own text and of its ``style`` elements."""
    for part in element.content:
        if isinstance(part, str):
            # White space between two elements is layout.
            if faces or "\n" not in part or not part.isspace():
                yield faces, _LAYOUT.sub(" ", part).replace("\r", "\n")
        elif part.name == "style":
            own = (face for face in part.attributes.get("face", "").split() if face in _TAGS)
            yield from runs_in(part, tuple(dict.fromkeys((*faces, *own))))


def tidy(text: str) -> str:
    """Remove control characters and the white space at the ends of lines."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n ")


def idempotent_text(text: str) -> str:
    """Return a text as it is read once it is written as runs."""
    text = tidy(text)
    if "<" not in text:
        return text
    for _ in range(_NESTED):
        again = tidy(text_of(runs_of(text)))
        if again == text:
            return text
        text = again
    return text.replace("<", "")
