"""The format of a web interface: what all of them have in common."""

from __future__ import annotations

from collections.abc import Sequence

from refconv.core.fields import Field, FieldMap
from refconv.core.model import ItemType
from refconv.formats.base import Format, whole
from refconv.formats.json.kinds import KINDS
from refconv.formats.json.records import (
    Complete,
    Index,
    Parse,
    chunking_of_items,
    no_index,
    unchanged,
)
from refconv.formats.rules import ABBREVIATED_TITLE
from refconv.values.pages import ARTICLE_NUMBER


def service_format(
    name: str,
    title: str,
    type_key: str,
    fields: Sequence[Field],
    parse: Parse,
    *,
    prefix: str = "",
    index: Index = no_index,
    complete: Complete = unchanged,
) -> Format:
    """Return a format that is only read.

    Args:
        name: Its name, also in :data:`~refconv.formats.json.kinds.KINDS`.
        title: What it is, for users.
        type_key: The key under which ``custom`` keeps a type of the interface; ``parse`` returns
            CSL's types.
        fields: The rows of its table.
        parse: Returns the type and the fields of an item.
        prefix: The prefix of its keys in ``custom``; by default the name.
        index: As for :func:`~refconv.formats.json.records.chunking_of_items`.
        complete: As for the same.
    """
    table = FieldMap(
        prefix=prefix or name,
        type_key=type_key,
        types=tuple((str(kind), kind) for kind in ItemType),
        fallback=("document", ItemType.DOCUMENT),
        fields=tuple(fields),
        rules=(ABBREVIATED_TITLE, ARTICLE_NUMBER),
    )
    chunking = chunking_of_items(KINDS[name], parse, index, complete)
    return Format(name=name, title=title, table=table, split=whole(chunking), chunking=chunking)
