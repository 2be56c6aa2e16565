"""MODS, which is only read: records of libraries' catalogues, and what bibutils makes."""

from __future__ import annotations

from refconv.formats.base import Format, whole
from refconv.formats.mods.syntax import CHUNKING
from refconv.formats.mods.table import TABLE

FORMAT = Format(
    name="mods",
    title="MODS",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
)
