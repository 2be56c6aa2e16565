"""Fast paths of EndNote's codecs: dates, which come again and again."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.fast import FastPath, cached
from refconv.core.fields import Codec
from refconv.formats.endnote.generic_codecs import ACCESSED, DATE, WITH_MONTH, YEAR_AND_DATE

FAST: Mapping[Codec, FastPath] = {
    codec: cached(codec) for codec in (ACCESSED, DATE, WITH_MONTH, YEAR_AND_DATE)
}
"""The fast path of each codec that has one."""
