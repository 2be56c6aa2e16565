"""The messages of all diagnostics, in one table: :data:`MESSAGES`.

Each row is one situation: a code, a reason that tells it from the code's other situations, the
template of its message, what it means, and an input that causes it. Reading nothing else,
``docs/diagnostics.md`` is made of this table. A module holds the rows of one kind of input.
"""

from __future__ import annotations

from refconv.core.codes import Messages
from refconv.core.messages.bibtex_messages import BIBTEX
from refconv.core.messages.document_messages import DOCUMENTS
from refconv.core.messages.file_messages import FILES
from refconv.core.messages.free_text_messages import FREE_TEXT
from refconv.core.messages.json_messages import JSON
from refconv.core.messages.record_messages import RECORDS
from refconv.core.messages.table_messages import TABLES
from refconv.core.messages.value_messages import VALUES

MESSAGES: Messages = {
    **FILES,
    **DOCUMENTS,
    **RECORDS,
    **BIBTEX,
    **JSON,
    **TABLES,
    **VALUES,
    **FREE_TEXT,
}
"""The situations, by code and reason."""
