"""Write the page of all diagnostics: ``python -m tools.diagnostics_page``.

``docs/diagnostics.md`` is made of :data:`refconv.core.messages.MESSAGES`, and of what reading the
examples there reports. ``--check`` writes nothing and fails if the page is not up to date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import refconv
from refconv.cli.excerpt import Excerpts
from refconv.core.codes import Code, Message
from refconv.core.messages import MESSAGES
from refconv.io.input import input_of_data
from tools.written_page import write_or_check

PAGE = Path(__file__).parent.parent / "docs" / "diagnostics.md"

HEAD = """\
# Diagnostics

What is odd in an input is reported, and what was done about it:

```
refs.ris:2:1: warning: invalid date '20x4' (kept as text) [bad-date]
```

That is the file, the line and the column (both from 1, in characters; 0 means the whole file), the
severity, the message, and a code. On a terminal those of one kind stand together, with their count
and one example: its line of the input follows, with the span underlined (`--verbose` shows each).
In Python, `read(…).diagnostics` has the same as values: `code`, `reason`, `span` (with its end),
`data` (what the message shows, by name), `severity` and `message`. Scripts can rely on codes and
reasons; messages may be reworded.

An undefined macro, a type that is missing or unknown and the like are reported once a file, at the
first place, with their `count`.

A *note* means that nothing is lost, a *warning* that something may be, an *error* that a part of
the input was not read.

This page is made by `python -m tools.diagnostics_page`.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *(line for code in Code for line in section(code))])


def section(code: Code) -> Iterator[str]:
    """Yield the lines about a code."""
    yield from (f"## {code}", "")
    for (other, reason), message in MESSAGES.items():
        if other == code:
            yield from situation(code, reason, message)


def situation(code: Code, reason: str, message: Message) -> Iterator[str]:
    """Yield the lines about one situation of a code."""
    shown = re.sub(r"\{(\w+)[^}]*\}", r"{\1}", message.template)
    yield from (f"**{reason}** ({message.severity}): `{shown}`", "", message.explanation, "")
    if not message.example:
        return
    text = message.example
    source = text if isinstance(text, str) else repr(text)
    yield from (
        f"```{message.format or 'text'}",
        *map(visible, source.rstrip().split("\n")),
        "```",
        "",
    )
    yield from ("```", *reported(code, reason, message), "```", "")


def reported(code: Code, reason: str, message: Message) -> list[str]:
    """Return what the command prints about the situation when it reads the example."""
    text = message.example
    found = refconv.read(text, message.format or None).diagnostics
    one = next(one for one in found if (one.code, one.reason) == (code, reason))
    excerpts = Excerpts({"": input_of_data(text, message.format or None, None)})
    return [str(one), *excerpts.of(one)]


def visible(line: str) -> str:
    """Return a line with its control characters escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


if __name__ == "__main__":
    write_or_check(PAGE, page, "tools.diagnostics_page")
