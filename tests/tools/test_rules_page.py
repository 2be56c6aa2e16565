"""The page of all rules says what the table says."""

from __future__ import annotations

from tools.rules_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tools.rules_page"
