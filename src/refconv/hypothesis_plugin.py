"""What Hypothesis is told of the model, by entry point.

A module of its own: it is called while Hypothesis is imported, perhaps by
:mod:`refconv.strategies`.
"""

from __future__ import annotations

from types import ModuleType

from hypothesis import strategies as st

from refconv.dates import Date, Point
from refconv.model import Name, Reference


def register() -> None:
    """Let ``st.from_type`` make the model's values."""
    st.register_type_strategy(Reference, lambda _: _module().references())
    st.register_type_strategy(Name, lambda _: _module().names())
    st.register_type_strategy(Date, lambda _: _module().dates())
    st.register_type_strategy(Point, lambda _: _module().points())


def _module() -> ModuleType:
    from refconv import strategies  # noqa: PLC0415 (it may be what is being imported)

    return strategies
