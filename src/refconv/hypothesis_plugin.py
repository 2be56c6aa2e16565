"""What Hypothesis is told of the model, by entry point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refconv.core.edtf import Date, Point
from refconv.core.model import Name, Reference

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Let ``st.from_type`` make the model's values; Hypothesis calls this while it is imported."""
    from hypothesis import strategies as st  # noqa: PLC0415 (imports this module)

    st.register_type_strategy(Reference, lambda _: _made_by("references"))
    st.register_type_strategy(Name, lambda _: _made_by("names"))
    st.register_type_strategy(Date, lambda _: _made_by("dates"))
    st.register_type_strategy(Point, lambda _: _made_by("points"))


def _made_by(name: str) -> SearchStrategy[Any]:
    from refconv import strategies  # noqa: PLC0415 (perhaps it is what imports Hypothesis)

    made: SearchStrategy[Any] = getattr(strategies, name)()
    return made
