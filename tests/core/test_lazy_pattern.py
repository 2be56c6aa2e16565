"""Patterns are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from refconv.core.lazy_pattern import lazy_pattern


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
@pytest.mark.parametrize("text", ["12-ab-3", "ab", ""])
def test_a_lazy_pattern_does_what_a_compiled_one_does(method: str, text: str) -> None:
    lazy, compiled = lazy_pattern(r"[A-C]+", re.IGNORECASE), re.compile(r"[A-C]+", re.IGNORECASE)

    for _ in range(2):
        assert repr(getattr(lazy, method)(text)) == repr(getattr(compiled, method)(text))


def test_replacing_iterating_and_what_a_pattern_knows_of_itself() -> None:
    lazy = lazy_pattern(r"(?P<digit>\d)")

    assert lazy.pattern == r"(?P<digit>\d)"
    assert lazy.sub("#", "a1b2") == "a#b#"
    assert lazy.subn("#", "a1b2") == ("a#b#", 2)
    assert [match["digit"] for match in lazy.finditer("a1b2", 2)] == ["2"]
    assert (lazy.groups, dict(lazy.groupindex)) == (1, {"digit": 1})


def test_it_is_compiled_at_the_first_use_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[tuple[str, int]] = []
    original = re.compile

    def recording(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append((pattern, flags))
        return original(pattern, flags)

    monkeypatch.setattr(re, "compile", recording)

    lazy = lazy_pattern("x+", re.IGNORECASE)
    assert (compiled, lazy.pattern) == ([], "x+")

    lazy.match("X")
    lazy.search("X")
    assert compiled == [("x+", re.IGNORECASE)]


def test_a_function_writes_the_pattern_at_the_first_use() -> None:
    written = []

    def write() -> str:
        written.append("x+")
        return "x+"

    lazy = lazy_pattern(write)
    assert written == []
    assert (lazy.findall("axxbx"), lazy.pattern, written) == (["xx", "x"], "x+", ["x+"])


def test_a_pattern_that_is_wrong_fails_at_its_use() -> None:
    with pytest.raises(re.error, match="unterminated"):
        lazy_pattern("(").search("x")


def test_reading_a_string_compiles_few_of_the_patterns_of_free_text() -> None:
    # In a process of its own, where nothing was compiled before.
    code = """
import refconv.core.lazy_pattern as home
made = []
lazy = home.lazy_pattern
home.lazy_pattern = lambda *given: made.append(lazy(*given)) or made[-1]
import refconv
refconv.parse("Ng A. Rivers and lakes. Nature. 2001;3:4-5.")
print(sum("search" in vars(one) for one in made), len(made))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    compiled, made = map(int, done.stdout.split())

    assert made > 300
    assert compiled < made / 3
