"""CSL's rich text: which tags in a text are markup, and which ``<`` are just characters."""

from __future__ import annotations

from collections.abc import Iterator

from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.text import one_line

_TAG = lazy_pattern(
    r'<(?:i|b|sup|sub|span class="nocase"|span style="font-variant:small-caps;")>'
    r"|</(?:i|b|sup|sub|span)>"
)


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text into ("text", run), ("open", tag) and ("close", its opening tag).

    Only tags that pair up are markup; all others are part of a run.
    """
    tags = list(_TAG.finditer(text))
    partner: dict[int, str] = {}
    opened: list[int] = []
    for index, tag in enumerate(tags):
        if not tag[0].startswith("</"):
            opened.append(index)
            continue
        # The innermost open tag of that name; whatever stands open inside it is no markup.
        depth = next(
            (
                d
                for d in range(len(opened) - 1, _floor(opened), -1)
                if _name(tags[opened[d]][0]) == tag[0][2:-1]
            ),
            None,
        )
        if depth is not None:
            partner[opened[depth]] = tags[opened[depth]][0]
            partner[index] = tags[opened[depth]][0]
            del opened[depth:]
    start = 0
    for index, tag in enumerate(tags):
        if index in partner:
            if start < tag.start():
                yield "text", text[start : tag.start()]
            yield ("close" if tag[0].startswith("</") else "open"), partner[index]
            start = tag.end()
    if start < len(text):
        yield "text", text[start:]


_DEEPEST = 100


def _floor(opened: list[int]) -> int:
    """Return where the search for a partner ends, so that time grows with the length alone."""
    return max(-1, len(opened) - 1 - _DEEPEST)


def _name(tag: str) -> str:
    return tag[1:-1].partition(" ")[0]


def plain(text: str) -> str:
    """Remove CSL's rich-text markup from a text; a tag without its partner is no markup.

    >>> plain("<i>Homo</i> <b>sapiens")
    'Homo <b>sapiens'
    """
    for _ in range(_NESTED):
        if "<" not in text:
            break
        # Control characters will go, and what they had broken may then be markup.
        stripped = _without_markup("\n".join(map(one_line, text.split("\n"))))
        if stripped == text:
            break
        text = stripped
    return text


# How often markup may appear only once other markup is gone.
_NESTED = 20


def _without_markup(text: str) -> str:
    return "".join(run for kind, run in runs(text) if kind == "text")
