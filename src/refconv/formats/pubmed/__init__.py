"""PubMed's two formats, which are only read: MEDLINE's tags, and XML given the same tags."""

from __future__ import annotations

from refconv.formats.base import Format, whole
from refconv.formats.pubmed import medline, pubmed_xml
from refconv.formats.pubmed.table import table

NBIB = Format(
    name="nbib",
    title="PubMed, MEDLINE",
    table=table("nbib"),
    split=whole(medline.CHUNKING),
    chunking=medline.CHUNKING,
)

XML = Format(
    name="pubmed-xml",
    title="PubMed XML",
    table=table("pubmed-xml"),
    split=whole(pubmed_xml.CHUNKING),
    chunking=pubmed_xml.CHUNKING,
)
