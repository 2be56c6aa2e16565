"""Preprint servers, which show that a document of no particular type is a preprint.

Zotero and others write a preprint as a document of no type (RIS ``GEN``, BibTeX ``@misc``), with
its server as the publisher. Sources: Crossref's members that post content (prefixes of DOIs); the
servers' own names.
"""

from __future__ import annotations

import re

from refconv.core.lazy_pattern import lazy_pattern

_SERVER = lazy_pattern(
    r"\b(?:\w{2,12}Rxiv|arXiv|SSRN|Social Science Research Network|Research Square"
    r"|Preprints\.org|Authorea(?: Preprints)?|LingBuzz|Optimization Online|OSF Preprints"
    r"|Center for Open Science|Open Science Framework|Cryptology ePrint Archive"
    r"|PeerJ Preprints|Nature Precedings|SciELO Preprints|Beilstein Archives|MPRA)\b",
    re.IGNORECASE,
)
_DOI = lazy_pattern(
    r"10\.(?:48550/arxiv|1101/(?:20\d\d\.)?\d|21203/rs\.|26434/chemrxiv|20944/preprints|2139/ssrn"
    r"|36227/techrxiv|22541/au\.|31(?:219|222|223|224|225|234|235)/osf\.io|35542/osf\.io"
    r"|64898/20\d\d|1590/scielopreprints|7287/peerj\.preprints)",
    re.IGNORECASE,
)


def is_preprint(doi: str, *names: str) -> bool:
    """Return whether a DOI or a name (of a publisher, a database) is that of a preprint server.

    >>> is_preprint("10.48550/arXiv.2101.00001"), is_preprint("", "bioRxiv"), is_preprint("", "UN")
    (True, True, False)
    """
    return _DOI.match(doi) is not None or any(_SERVER.search(name[:80]) for name in names)
