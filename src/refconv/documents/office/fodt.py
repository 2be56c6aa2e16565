"""Flat Writer files (.fodt): the same as .odt in a single XML file."""

from __future__ import annotations

import re

from refconv.documents.carrier import Carrier, Document
from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Paragraphs
from refconv.documents.office.docx import joined_codes
from refconv.documents.office.writer_body import WriterBody
from refconv.documents.xml_events import parse
from refconv.documents.xml_trees import tree_of

_FIELDS = re.compile(r"<meta:user-defined\b[^>]{0,400}>[^<]{0,1000}</meta:user-defined>")
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")


def read(text: str) -> Document:
    """Read a flat Writer file."""
    fields = tree_of(f"<m>{''.join(_FIELDS.findall(text))}</m>".replace("meta:", ""))
    codes = joined_codes(
        (one.attributes.get("name", ""), one.raw_text()) for one in fields.all("user-defined")
    )
    body = WriterBody(Paragraphs(), Codes(), codes)
    # The text is decoded already, whatever it says that it is in.
    data = _DECLARATION.sub("", text).encode("utf-8", "replace")
    damage = parse(data, body)
    if damage is not None:
        body.codes.problems.append((damage, body.paragraphs.following))
    return body.paragraphs.document(body.codes.records, body.codes.problems)


CARRIER = Carrier("fodt", "a flat Writer file", read)
