"""What a program does not hold of a reference, as a value."""

from __future__ import annotations

from refconv.clients.judged import Judged


def test_a_value_is_lost_unless_said_otherwise() -> None:
    assert Judged("edition", "2") == ("edition", "2", None, "", "")
