"""Words that name a medium."""

from __future__ import annotations

import pytest

from refconv.assemble.media import names_medium


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Film", True),
        ("Video file", True),
        ("TV series episode", True),
        ("Data set", True),
        ("Mobile application software", True),
        ("Facebook page", True),
        ("Oil painting", True),
        ("in Russian", False),
        ("abstract", False),
        ("1968", False),
        ("filming", True),
    ],
)
def test_media(words: str, expected: bool) -> None:
    assert names_medium(words) is expected
