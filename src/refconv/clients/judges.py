"""Which program's reader judges the files of which format."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

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
    return _endnote(format_name) if client == "endnote" else None


def judged_types(client: Client | None, format_name: str) -> AbstractSet[str] | None:
    """Return the native types for which :func:`judge_for` has a model; ``None`` if for all.

    >>> "JOUR" in judged_types("endnote", "ris"), judged_types("zotero", "ris")
    (True, None)
    """
    if client != "endnote" or format_name != "ris":
        return None
    from refconv.clients.endnote.endnote_fields import CSL_TYPES  # noqa: PLC0415

    return CSL_TYPES.keys()


def _endnote(format_name: str) -> Judge | None:
    if format_name != "ris":
        return None
    from refconv.clients.endnote.endnote_losses import judge_endnote  # noqa: PLC0415
    from refconv.clients.endnote.endnote_ris import read_ris_of_endnote  # noqa: PLC0415

    def judge_text(reference: Reference, text: str, knows_type: KnowsType) -> list[Judged]:
        records = read_ris_of_endnote(text)
        return judge_endnote(reference, records[0] if len(records) == 1 else None, knows_type)

    return judge_text


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
