"""The letters of names, under the name by which other modules know them."""

from refconv.text.patterns import UPPER

__all__ = ["UPPER"]
