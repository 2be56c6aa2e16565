"""What other programs store of the files that refconv writes.

:mod:`~refconv.clients.zotero` models what Zotero stores of a file, by measurement;
:mod:`~refconv.clients.endnote` what EndNote stores of RIS, by documents alone. The tables that
write for a client stand beside the format's own (``dialects`` of
:class:`refconv.formats.base.Format`).
"""

from typing import Literal, TypeAlias

Client: TypeAlias = Literal["zotero", "endnote"]
CLIENTS: tuple[Client, ...] = ("zotero", "endnote")
"""The programs that files can be written for."""
