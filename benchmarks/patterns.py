"""Measure how the time of each regular expression grows: python -m benchmarks.patterns [WORD].

Each pattern of refconv is applied as its module applies it (``match``, ``search``, ``sub`` …) to
the strings that :mod:`benchmarks.regexes` makes for it, with and without an end that matches
nowhere. Patterns whose time grows faster than their string are printed with the exponent: 1 if
twice the length takes twice the time, 2 if it takes four times as long. Patterns in ``BOUNDED``
only see short strings; for them the time of the longest string is printed.
"""

from __future__ import annotations

import math
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.regexes import Use, strings, uses

SHORT, LONG = 4000, 16_000
LEAST = 0.002
"""Seconds for :data:`SHORT` characters below which a string is not measured further."""
GROWS = 1.35
_SUSPECT = 1.2
_CLEAR = 1.5
PATIENCE = 0.2
"""Seconds after which a shorter string is measured instead."""
BRIEF = 0.01
"""Seconds that a pattern in :data:`BOUNDED` may take on its longest string."""
ENDS = ("\0", "")

BOUNDED: Mapping[str, tuple[int, str]] = {
    "page/headings.py _NUMBERING": (80, "a heading"),
    "page/headings.py _COUNT": (80, "a heading"),
    "page/link_text.py _BACK": (60, "the end of a reference"),
    "assemble/label_codecs.py _KEEPS_STOP": (12, "the end of a value"),
    "values/names.py _ROLE_AFTER": (30, "the end of a list of names"),
}
"""Patterns that grow faster → the longest string that they see, and what that is."""


class Worst(NamedTuple):
    """The string on which a pattern grows fastest."""

    exponent: float
    method: str
    before: str
    pump: str
    seconds: float
    length: int

    def __str__(self) -> str:
        text = f"{self.method} of {self.before!r} + {self.pump!r} …"
        return f"n^{self.exponent:.1f}, {text}, {self.seconds:.4f} s at {self.length:,}"


def seconds(use: Use, method: str, text: Any) -> float:
    """Return the seconds of a method on a string, by the thread's clock.

    The timer makes the clock of the process coarse.
    """
    call = getattr(use.pattern, method)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    began = time.thread_time()
    try:
        if method in ("sub", "subn"):
            call(text[:0], text)
        elif method == "finditer":
            for _ in call(text):
                pass
        else:
            call(text)
    except TimeoutError:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - began


def _stop(*_: object) -> None:
    raise TimeoutError


class Attack(NamedTuple):
    """A pattern, a method of it, and the parts of the strings it is applied to."""

    use: Use
    method: str
    before: str
    pump: str
    end: str

    def taken(self, length: int) -> float:
        """Return the seconds for a string of about this length."""
        text: Any = self.before + self.pump * (length // len(self.pump)) + self.end
        if isinstance(self.use.pattern.pattern, bytes):
            text = text.encode()
        return seconds(self.use, self.method, text)

    def result(self, exponent: float, taken: float, length: int) -> Worst:
        """Return the result of a measurement."""
        return Worst(exponent, self.method, self.before, self.pump, taken, length)


def attacks(use: Use) -> Iterator[Attack]:
    """Yield all ways to use a pattern."""
    made = [*strings(use.pattern)]
    for method in use.methods:
        for before, pump in made:
            yield from (Attack(use, method, before, pump, end) for end in ENDS)


def worst(use: Use) -> Worst | None:
    """Return the string on which a pattern grows fastest, if any takes noticeable time."""
    found: Worst | None = None
    for attack in attacks(use):
        one = _growth(attack)
        if one is not None and (found is None or one.exponent > found.exponent):
            found = one
            if one.exponent > _CLEAR:
                break
    return found


def _growth(attack: Attack) -> Worst | None:
    taken = attack.taken
    length, now = SHORT, taken(SHORT)
    if now < LEAST:
        return None
    if now < PATIENCE:
        rough = math.log(now / taken(SHORT // 4), 4)
        if rough < _SUSPECT:
            return attack.result(rough, now, length)
    while now >= PATIENCE and length > 20:
        length, now = length // 2, taken(length // 2)
    while length < LONG and now < 0.1:
        length, now = 2 * length, min(taken(2 * length), taken(2 * length))
    half = min(taken(length // 2) for _ in range(2))
    exponent = math.log2(now / half) if half and now else 0.0
    return attack.result(exponent, now, length)


def costliest(use: Use, length: int) -> Worst:
    """Return the string of this length on which a pattern takes longest."""
    taken = ((attack, attack.taken(length)) for attack in attacks(use))
    attack, _ = max(taken, key=lambda one: one[1])
    return attack.result(1.0, min(attack.taken(length) for _ in range(3)), length)


def main(wanted: str) -> None:
    """Measure the patterns, and print those that grow faster than their string."""
    signal.signal(signal.SIGVTALRM, _stop)
    chosen = [use for use in uses() if wanted in use.place]
    grows, largest = 0, 1.0
    for number, use in enumerate(chosen):
        print(f"\r\033[K{number}/{len(chosen)} {use.place}", end="", file=sys.stderr, flush=True)
        bound = BOUNDED.get(use.name)
        if bound is not None:
            length, why = bound
            found = costliest(use, length)
            fails = found.seconds > BRIEF
            line = f"{found.seconds * 1000:.2f} ms at most: {why} of no more than {length}"
        else:
            result = worst(use)
            if result is None:
                continue
            fails, line = result.exponent > GROWS, str(result)
            largest = max(largest, result.exponent)
        if fails or bound is not None:
            print(f"\r\033[K{use.place}: {line}" + " ✗" * fails, flush=True)
        grows += fails
    print(f"\r\033[K{len(chosen)} patterns, {grows} too slow; largest exponent {largest:.2f}")
    sys.exit(grows > 0)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
