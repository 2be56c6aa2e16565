"""Register the strategies of the model with Hypothesis; its entry point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refconv.core.edtf import Date, Point
from refconv.core.model import Name, Reference

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Make ``st.from_type`` work for the model; Hypothesis calls this while it is imported."""
    from hypothesis import strategies as st  # noqa: PLC0415 (imports this module)

    st.register_type_strategy(Reference, lambda _: _drawn_by("references"))
    st.register_type_strategy(Name, lambda _: _drawn_by("names"))
    st.register_type_strategy(Date, lambda _: _drawn_by("dates"))
    st.register_type_strategy(Point, lambda _: _drawn_by("points"))


def _drawn_by(name: str) -> SearchStrategy[Any]:
    from refconv import strategies  # noqa: PLC0415 (may be what imports Hypothesis)

    strategy: SearchStrategy[Any] = getattr(strategies, name)()
    return strategy
