"""Values that are not LaTeX: addresses, file names and unknown fields."""

from __future__ import annotations

import re

from refconv.formats.bibtex.latex.white_space import one_line

_LONE = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}
_BRACE = re.compile(r"[{}]")


def read_verbatim(source: str) -> str:
    """Read a value that is not LaTeX; the unpaired braces that it cannot hold come back."""
    return with_lone_braces(one_line(source))


def with_lone_braces(text: str) -> str:
    """Put back the unpaired braces that a value cannot hold."""
    if "{\\textbrace" in text:
        for brace, written in _LONE.items():
            text = text.replace(written, brace)
    return text


def read_long(source: str) -> str:
    """Read a value that is too long for its LaTeX to be decoded."""
    return with_lone_braces(source).replace(_BACKSLASH, "\\")


def has_latex(source: str) -> bool:
    """Return whether such a value has commands beside those that :func:`write_long` writes."""
    return "\\" in _WRITTEN.sub("", source)


def write_long(text: str) -> str:
    """Write a text that is too long for its LaTeX to be decoded: no command in it stays one."""
    return write_verbatim(text.replace("\\", "\ue000")).replace("\ue000", _BACKSLASH)


_BACKSLASH = "{\\textbackslash}"
_WRITTEN = re.compile(r"\{\\text(?:backslash|braceleft|braceright)\}")


def write_verbatim(text: str) -> str:
    """Write a value unchanged, but for braces that would not pair up."""
    if ("{" in text or "}" in text) and not _is_balanced(text):
        text = _BRACE.sub(lambda match: _LONE[match[0]], text)
    # Most readers take a backslash before the closing brace for an escape.
    return f"{text} " if text.endswith("\\") else text


def _is_balanced(text: str) -> bool:
    """Return whether braces pair up as BibTeX counts them, and none is escaped."""
    depth = 0
    for match in _ANY_BRACE.finditer(text):
        depth += 1 if match[0] == "{" else -1
        if depth < 0 or len(match[0]) > 1:
            return False
    return depth == 0


_ANY_BRACE = re.compile(r"\\?[{}]")
