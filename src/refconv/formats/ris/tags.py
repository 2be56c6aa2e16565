"""The tags of RIS, and how a tag that means several things is told apart by its value.

``M2  - PMID: 1`` is given the key ``M2:PMID``, ``AN  - 12345678`` the key ``AN:PMID``: a key is a
tag, or a tag and what its value shows it to be, and its raw value is the whole value of the line.
"""

from __future__ import annotations

import re

from refconv.clients.zotero.extra import bare_label, label_of
from refconv.core.model import VARIABLES
from refconv.formats.ris.zotero_rows import labels
from refconv.values.identifiers import PMCID_FORM
from refconv.values.standard_numbers import kind_of_number

KNOWN_TAGS = frozenset(
    """A1 A2 A3 A4 A5 AB AD AI AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CR CT CY DA DB DI DO DP
    ED EP ER ET FD H1 H2 ID IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NL NV OP PB
    PP PY RD RI RN RP SE SF SN SP SR ST SV T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO Y1 Y2
    """.split()
)
"""Tags that are taken for tags even where they are not spelled as the specification has it."""

ONLY_EXTRA = tuple(
    """archive_collection archive-place authority available-date chapter-number citation-label
    citation-number dimensions division event-date event-place event-title
    first-reference-note-number jurisdiction locator medium number-of-pages original-date
    original-publisher original-publisher-place page-first part part-title printing references
    reviewed-genre scale status submitted supplement version volume-title volume-title-short
    year-suffix""".split()
)
"""Variables that RIS has no tag for, or only in some types: lines of Zotero's Extra field."""

_EXTRA = tuple(
    """PMID PMCID arXiv citation-key type received revised accepted container-title
    issued""".split()
)


_NAMES = tuple(variable.name for variable in VARIABLES if variable.kind == "names")
_LABELS = {
    **labels(),
    **{bare_label(label_of(name)): name for name in (*_NAMES, *_EXTRA, *ONLY_EXTRA)},
}
_LABELLED = re.compile(r"([A-Za-z][A-Za-z -]{2,30}?)\s*:\s*(\S.*)")


def _extra(value: str) -> str:
    match = _LABELLED.fullmatch(value)
    return _LABELS.get(bare_label(match[1]), "") if match else ""


_DOI = r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+"
_PROGRAMMING = r"""(?:Ada|Bash|C|C\+\+|C\#|Clojure|COBOL|Dart|Delphi|Elixir|Elm|Erlang|F\#|Fortran|
    Go|Groovy|Haskell|HTML|Java|JavaScript|Julia|Jupyter\ Notebook|Kotlin|LaTeX|Lisp|Lua|MATLAB|
    Objective-C|OCaml|Pascal|Perl|PHP|PowerShell|Prolog|Python|R|Ruby|Rust|Scala|Scheme|Shell|
    SQL|Stata|Swift|TeX|TypeScript|Visual\ Basic|XSLT)(?:\ \d{1,2}(?:\.\d{1,2})?)?"""
_HISTORY = ("received", "revised", "accepted")
_PATTERNS = {
    tag: tuple((re.compile(pattern, re.IGNORECASE | re.ASCII), what) for pattern, what in kinds)
    for tag, kinds in {
        "AN": ((r"\d{4,8}", "PMID"), (PMCID_FORM, "PMCID")),
        "C2": ((PMCID_FORM, "PMCID"),),
        # What the National Library of Medicine exports.
        "U1": ((r"\d{1,8}\s*\[pmid\]", "PMID"),),
        "U2": ((rf"{PMCID_FORM}\s*\[pmcid\]", "PMCID"),),
        "M3": ((_DOI, "DOI"),),
        "N1": ((_DOI, "DOI"),),
        # Ovid lists the families of cited authors, Embase the addresses of the authors.
        "A2": ((r"[^\W\d_][\w '-]{0,40}(?:, [^\W\d_][\w '-]{0,40}){4,200}", "cited"),),
        "M1": ((r"\([^()]{3,1000}\) .{5,}", "address"),),
        # Zotero writes the programming language of a program there.
        "LA": ((f"(?x:{_PROGRAMMING})", "program"),),
        "ET": ((r"\d{4}/[\d/]*", "date"),),
        "PY": tuple((rf"\d{{4}}/.*/{event}", event) for event in _HISTORY),
    }.items()
}


AMBIGUOUS = frozenset({*_PATTERNS, "SN", "M2"})
"""Tags that are told apart by their values."""


def key_of(tag: str, value: str) -> str:
    """Return the key of a line: its tag, with what the value is if the tag means several things."""
    if tag == "SN":
        what = kind_of_number(value)
    elif tag == "M2":
        what = _extra(value)
    else:
        kinds = _PATTERNS.get(tag)
        if kinds is None:
            return tag
        what = next((what for pattern, what in kinds if pattern.fullmatch(value)), "")
    return f"{tag}:{what}" if what else tag


def tag_of(key: str) -> str:
    """Return the tag under which a key is written."""
    return key.partition(":")[0]


MARKUP = ":markup"
"""The end of a key under which Zotero's dialect writes a title with its markup."""

_TAG = re.compile("[A-Z][A-Z0-9]")


def is_tag(tag: str) -> bool:
    """Return whether a text can be the tag of a field."""
    return _TAG.fullmatch(tag) is not None and tag not in ("TY", "ER")


_WORDS = frozenset(
    """n/a N/A NA n.a. nan NaN NAN none None NONE null NULL undefined #N/A Undefined""".split()
)
_DASHES = frozenset({"-", "--", "\u2013", "/", "//", "///", "////", "?"})
_DATES = frozenset({"DA", "PY", "Y1", "Y2"})
# EndNote has a zero where a series has no number.
_ZEROS = {"0": frozenset({"M1"}), "0000": _DATES, "0000///": _DATES, "0000/00/00": _DATES}
NO_VALUES = frozenset({"", *_ZEROS, *_WORDS, *_DASHES})
"""Values that may say nothing."""

_PLAIN_TAGS = frozenset(
    """AB C7 DA DO EP ET IS J1 J2 JA JO L1 L2 L3 L4 LA M1 N2 NV PB PY SE SN SP UR VL VO Y1 Y2
    """.split()
)


def says_nothing(tag: str, value: str) -> bool:
    """Return whether a value is empty, or a word that a program writes for an empty one.

    >>> says_nothing("VL", "n/a"), says_nothing("TI", "None"), says_nothing("Y2", "///")
    (True, False, True)
    """
    if not value or value not in NO_VALUES:
        return not value
    return tag in _ZEROS.get(value, _PLAIN_TAGS)
