"""Fast paths of the codecs of labels: most labels of a string have one value."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.assemble import label_codecs as codecs
from refconv.core.fast import FastPath
from refconv.core.fields import Codec, NameList
from refconv.values import printed_identifiers as identifiers
from refconv.values.dates import read_date
from refconv.values.names import parse_names


def decode_names(raw: str) -> NameList | None:
    """Decode one list of names."""
    names = parse_names(raw)
    return names if names.names or names.et_al else None


FAST: Mapping[Codec, FastPath] = {
    codecs.NAMES: FastPath(decode_one=decode_names),
    codecs.TITLE: FastPath(decode_one=codecs.clean_title),
    codecs.CONTAINER: FastPath(decode_one=codecs.clean_container),
    codecs.TEXT: FastPath(decode_one=codecs.clean_text),
    codecs.NOTE: FastPath(decode_one=codecs.clean_text),
    codecs.DATE: FastPath(decode_one=read_date),
    codecs.VOLUME: FastPath(decode_one=codecs.clean_volume),
    codecs.ISSUE: FastPath(decode_one=codecs.clean_issue),
    codecs.PAGES: FastPath(decode_one=codecs.complete_pages),
    codecs.EDITION: FastPath(decode_one=codecs.edition_number),
    identifiers.DOI: FastPath(decode_one=identifiers.clean_doi),
    identifiers.URL: FastPath(decode_one=identifiers.clean_url),
    identifiers.ISBN: FastPath(decode_one=identifiers.clean_isbn),
    identifiers.ISSN: FastPath(decode_one=identifiers.clean_issn),
    identifiers.PMID: FastPath(decode_one=identifiers.clean_pmid),
    codecs.LOCATION: FastPath(decode_one=identifiers.clean_arxiv),
    identifiers.PMCID: FastPath(decode_one=identifiers.clean_pmcid),
}
"""The fast path of each codec that has one."""
