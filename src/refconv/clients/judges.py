"""Which program's reader judges the files of which format."""

from __future__ import annotations

from refconv.clients import Client
from refconv.clients.judged import Judge, Judged
from refconv.core.model import Reference
from refconv.core.respelled import KnowsType


def judge_for(client: Client | None, format_name: str) -> Judge | None:
    """Return what judges the files of a format that are written for a program.

    ``None`` if refconv has no model of how that program reads the format.

    >>> judge_for("zotero", "ris") is None, judge_for("zotero", "mods") is None
    (False, True)
    """
    if client == "zotero":
        return _zotero(format_name)
    return None


def _zotero(format_name: str) -> Judge | None:
    from refconv.clients.zotero.stored import READERS  # noqa: PLC0415 (large, seldom needed)
    from refconv.clients.zotero.zotero_losses import judge  # noqa: PLC0415

    reader = READERS.get(format_name)
    if reader is None:
        return None

    def judge_text(reference: Reference, text: str, knows_type: KnowsType) -> list[Judged]:
        items = reader(text)
        return judge(reference, items[0] if len(items) == 1 else None, knows_type)

    return judge_text
