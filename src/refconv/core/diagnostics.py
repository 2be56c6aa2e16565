"""What was wrong or odd in an input, where, and what was done about it.

A codec knows what is wrong with a value but not where it stands: it returns a :class:`Problem`.
With its place a problem is a :class:`Diagnostic`. Both hold a code, a reason and data; the text is
made of them when it is asked for, by the table of :mod:`refconv.core.messages`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Self

from attrs import evolve, field, frozen

from refconv.core.codes import Code, Severity
from refconv.core.messages import MESSAGES


class Data(Mapping[str, Any]):
    """Named texts and numbers, which cannot be changed, so that they can be hashed.

    >>> Data(value="20x4")["value"]
    '20x4'
    """

    __slots__ = ("_values",)

    def __init__(self, /, **values: Any) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"Data({', '.join(f'{name}={value!r}' for name, value in self._values.items())})"


class Span(NamedTuple):
    """A part of the input, in lines and columns.

    Both count from 1; columns count characters. The end is behind the last character. A line of 0
    means the whole file, a column of 0 the whole line, an end of 0 that the end is not known.
    """

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def lower(self, lines: int) -> Span:
        """Return the span so many lines further down; the whole file stays the whole file."""
        end_line = self.end_line and self.end_line + lines
        return self._replace(line=self.line and self.line + lines, end_line=end_line)


class Line(int):
    """The number of a line, and the column of a place in it, which is looked for when needed.

    >>> problem(Code.EMPTY, "empty").at(Line.at(3, lambda: 7)).span[:2]
    (3, 7)
    """

    _find: Callable[[], int]

    @classmethod
    def at(cls, line: int, find: Callable[[], int]) -> Self:
        """Return a line; ``find`` returns the column, from 1."""
        self = cls(line)
        self._find = find
        return self

    @property
    def column(self) -> int:
        """The column."""
        return self._find()


@frozen
class Problem:
    """What is wrong with a value: a code, a reason of that code, and the data of its message."""

    code: Code
    reason: str
    data: Data = field(factory=Data)

    @property
    def message(self) -> str:
        """What is wrong and what was done, in one line."""
        message = MESSAGES[self.code, self.reason]
        template = message.several if self.data.get("count", 1) != 1 else ""
        return one_line((template or message.template).format_map(self.data))

    def including(self, **data: Any) -> Problem:
        """Return the problem with more data."""
        return Problem(self.code, self.reason, Data(**self.data, **data))

    def at(
        self, line: int = 0, column: int = 0, end_line: int = 0, end_column: int = 0
    ) -> Diagnostic:
        """Return the diagnostic of this problem at a place, as in :class:`Span`.

        >>> str(problem(Code.BAD_DATE, "invalid", value="20x4").at(3, 7))
        "<input>:3:7: warning: invalid date '20x4' (kept as text) [bad-date]"
        """
        if not column and isinstance(line, Line):
            column = line.column
        span = Span(int(line), column, end_line, end_column)
        severity = MESSAGES[self.code, self.reason].severity
        return Diagnostic(self.code, self.reason, span, self.data, severity)


def problem(code: Code, reason: str, /, **data: Any) -> Problem:
    """Return the problem of a code and a reason; ``data`` are what its template names."""
    return Problem(code, reason, Data(**data))


@frozen
class Diagnostic:
    """One thing that was wrong or odd in the input, and what was done about it.

    ``reason`` tells the situations of one code apart; ``data`` are the values that the message
    shows, by name. ``name`` is the file's name where there is one.
    """

    code: Code
    reason: str
    span: Span
    data: Data
    severity: Severity
    name: str = ""

    @property
    def message(self) -> str:
        """What is wrong and what was done, in one line."""
        return Problem(self.code, self.reason, self.data).message

    @property
    def line(self) -> int:
        """The line in which it begins, from 1; 0 for the whole file."""
        return self.span.line

    @property
    def column(self) -> int:
        """The column at which it begins, from 1; 0 for the whole line."""
        return self.span.column

    @property
    def place(self) -> str:
        """File, line and column."""
        return one_line(f"{self.name or '<input>'}:{self.line}:{self.column}")

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} [{self.code}]"


class Counts:
    """Counts the diagnostics that are reported once a file, and keeps the first of each.

    >>> counts = Counts()
    >>> counts.take([problem(Code.UNDEFINED_MACRO, "macro", macro="m").at(n) for n in (3, 5)])
    []
    >>> print(*counts.taken())
    <input>:3:0: warning: undefined macro 'm': 2 times (its name is kept) [undefined-macro]
    """

    MOST = 1000
    """Different ones that are counted; more of them are reported one by one."""

    def __init__(self) -> None:
        self._first: dict[Hashable, Diagnostic] = {}
        self._counts: Counter[Hashable] = Counter()

    def take(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Count those that are reported once a file; return the others."""
        return [one for one in diagnostics if not self._is_taken(one)]

    def taken(self) -> list[Diagnostic]:
        """Return the first of each, with the count."""
        return [
            evolve(one, data=Data(**{**one.data, "count": self._counts[key]}))
            for key, one in self._first.items()
        ]

    def _is_taken(self, one: Diagnostic) -> bool:
        if not MESSAGES[one.code, one.reason].several:
            return False
        data = {**one.data}
        count = data.pop("count", 1)
        key = one.code, one.reason, frozenset(data.items())
        if key not in self._first and len(self._first) >= self.MOST:
            return False
        self._first.setdefault(key, one)
        self._counts[key] += count
        return True


def one_line(text: str) -> str:
    r"""Escape what is not printable, such as line ends and a terminal's control characters.

    >>> print(one_line("a\nb"))
    a\nb
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
