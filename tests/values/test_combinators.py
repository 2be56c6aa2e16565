"""Codecs made of small functions: which value is taken, which are unused, what is written."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.core.fields import Codec
from refconv.values.combinators import first_of, idempotent, one_of, or_elsewhere, single


def number(raw: str) -> str | None:
    return raw if raw.isdecimal() else None


NUMBER = first_of(number)
EITHER = first_of(number, keys=2, written=(1,), repeats=True)
TOLD_APART = one_of(("any", "number"), str, lambda text: "number" if number(text) else "any")
ELSEWHERE = or_elsewhere(NUMBER, 1)


@pytest.mark.parametrize(
    ("codec", "raws", "value", "unused", "code"),
    [
        (NUMBER, (("1",),), "1", (), None),
        (NUMBER, (("x",),), None, (), None),
        (NUMBER, (("1", "1"),), "1", (), None),
        (NUMBER, (("1", "2"),), "1", ((0, 1),), Code.DUPLICATE_FIELD),
        (NUMBER, (("x", "2"),), "2", ((0, 0),), Code.DUPLICATE_FIELD),
        (NUMBER, (("x", "y"),), None, (), None),
        (EITHER, ((), ("2",)), "2", (), None),
        (EITHER, (("1",), ("2",)), "1", ((1, 0),), None),
        (EITHER, (("x",), ("2",)), "2", ((0, 0),), None),
        (TOLD_APART, (("a",), ("2",)), "a", ((1, 0),), Code.DUPLICATE_FIELD),
        (TOLD_APART, ((), ("2",)), "2", (), None),
        (ELSEWHERE, (("1",), ("2",)), "1", ((1, 0),), None),
        (ELSEWHERE, ((), ("2",)), "2", ((1, 0),), None),
        (ELSEWHERE, (("x",), ("2",)), "2", ((0, 0), (1, 0)), Code.BAD_IDENTIFIER),
        (single(number, str), (("1", "2"),), "1", ((0, 1),), Code.DUPLICATE_FIELD),
        (single(number, str), (("x", "2"),), None, (), None),
    ],
)
def test_decoding(
    codec: Codec,
    raws: tuple[tuple[str, ...], ...],
    value: str | None,
    unused: tuple[tuple[int, int], ...],
    code: Code | None,
) -> None:
    decoded = codec.decode(raws)

    assert (decoded.value, decoded.unused) == (value, unused)
    assert (decoded.problem and decoded.problem.code) == code


@pytest.mark.parametrize(
    ("codec", "value", "raws"),
    [
        (NUMBER, "1", (("1",),)),
        (EITHER, "1", ((), ("1",))),
        (TOLD_APART, "1", ((), ("1",))),
        (TOLD_APART, "a", (("a",), ())),
        (ELSEWHERE, "1", (("1",), ())),
        (idempotent(NUMBER), " 1\n", (("1",),)),
        (idempotent(NUMBER), "x", ((),)),
        (idempotent(NUMBER), "\n", ((),)),
    ],
)
def test_encoding(codec: Codec, value: str, raws: tuple[tuple[str, ...], ...]) -> None:
    assert codec.encode(value) == raws
