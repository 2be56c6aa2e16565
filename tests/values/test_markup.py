"""CSL's rich text: which tags are markup, and a text without them."""

from __future__ import annotations

import pytest

from refconv.values.markup import plain, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", [("text", "a")]),
        ("", []),
        ("<i>a</i> b", [("open", "<i>"), ("text", "a"), ("close", "<i>"), ("text", " b")]),
        ("a <i>b", [("text", "a <i>b")]),
        ("a</i>", [("text", "a</i>")]),
        ("<i>a<b>b</i>", [("open", "<i>"), ("text", "a<b>b"), ("close", "<i>")]),
        ("p < 0.05", [("text", "p < 0.05")]),
        ("<u>a</u>", [("text", "<u>a</u>")]),
    ],
)
def test_runs(text: str, expected: list[tuple[str, str]]) -> None:
    assert [*runs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<i>Homo</i> <b>sapiens", "Homo <b>sapiens"),
        ('<span class="nocase">RNA</span>', "RNA"),
        ("H<sub>2</sub>O", "H2O"),
        ("<<i>b</i>>a</b>", "a"),
        ("p < 0.05", "p < 0.05"),
        ("<i>E. coli</i> H<sub>2</sub>O", "E. coli H2O"),
        ('<span style="font-variant:small-caps;">a</span>', "a"),
        ("p < 0.05 and <i>n", "p < 0.05 and <i>n"),
        ("<i>a<b>b</i>", "a<b>b"),
        # Markup that appears once other markup, or a control character, is removed.
        ("<<i>i>a<</i>/i>", "a"),
        ("<\x00i>a</i>", "a"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected
