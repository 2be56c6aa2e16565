r"""The codes of fields and content controls: the records that reference managers store in them.

===========================  =======================================================================
Zotero                       ``ADDIN ZOTERO_ITEM CSL_CITATION {json}``
Mendeley Desktop             ``ADDIN CSL_CITATION {json}``, ``ADDIN Mendeley Citation{uuid} …``
Mendeley Cite                content control ``MENDELEY_CITATION_v3_<base64>``
EndNote                      ``ADDIN EN.CITE <EndNote>…``, or that in base64 as the field's data
Citavi                       ``ADDIN CitaviPlaceholder{<base64>}``
Papers 2 and 3               ``ADDIN PAPERS2_CITATIONS <citation>…``
Reference Manager            ``ADDIN REFMGR.CITE <Refman>…``
Word                         ``CITATION Tag \l 1033 \m Tag2``; the sources are a part of the file
Paperpile, Google Docs       links that hold keys only
===========================  =======================================================================

EndNote, Bookends and others leave marks such as ``{Smith, 2010 #12}`` where they have not formatted
a document yet: :func:`unformatted` counts them.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import define, field

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.documents.carrier import EmbeddedRecord
from refconv.documents.csl_items import cited, count_of, in_small_letters
from refconv.documents.json_values import value_in
from refconv.documents.office.citavi import citavi_records
from refconv.documents.office.endnote_cites import endnote_records
from refconv.documents.office.older_managers import papers_records, reference_manager_records

LONGEST_DATA = 40_000_000
"""Characters of base64 in one field, at most."""


@define
class Codes:
    """What the codes of a document hold.

    ``cited_tags`` are those of Word's own sources, in small letters, with the offset of the first
    citation; ``problems`` stand with their offsets.
    """

    records: list[EmbeddedRecord] = field(factory=list)
    problems: list[tuple[Problem, int]] = field(factory=list)
    cited_tags: dict[str, int] = field(factory=dict)

    def add(self, code: str, data: str, offset: int) -> bool:
        """Read the code of a field; return whether its result is the printed list.

        Args:
            code: The field's instruction, whole.
            data: The field's data in base64, if it has any.
            offset: Where the field stands in the document's text.
        """
        code = code.strip()
        if _LIST.match(code):
            return True
        for pattern, read in _READERS:
            if pattern.match(code):
                read(self, code, data, offset)
                break
        return False

    def add_control(self, tag: str, offset: int) -> bool:
        """Read the tag of a content control; return whether it holds the printed list."""
        match = _MENDELEY_CITE.match(tag)
        if match is not None:
            text = decoded_base64(tag[match.end() :])
            self._csl(text, "Mendeley Cite", offset, takes_id=True)
        return _LIST_TAG.match(tag) is not None

    def add_link(self, address: str, offset: int) -> None:
        """Read the address of a link, which may stand for a citation without its work."""
        kind = next((kind for start, kind in _LINKS if address.startswith(start)), "")
        if kind:
            self.without(kind, 1, offset)

    def add_csl(self, code: str, field: str, offset: int) -> None:
        """Read a code with a citation in CSL-JSON."""
        is_mendeley = "mendeley" in code[:60].casefold() or "ITEM-" in code[:200]
        self._csl(code, field, offset, takes_id=not is_mendeley)

    def _csl(self, code: str, field: str, offset: int, *, takes_id: bool) -> None:
        found = value_in(_AFTER.split(code, maxsplit=1)[-1])
        if found is None:
            self.problems.append((problem(Code.DOCUMENT, "field", kind=field, kept=0), offset))
            return
        value = found.value
        if not count_of(value):
            value = in_small_letters(value)
        records = cited(value, field, offset, takes_id=takes_id)
        self.records += records
        if found.is_damaged:
            kept = len(records)
            self.problems.append((problem(Code.DOCUMENT, "field", kind=field, kept=kept), offset))
        elif missing := count_of(value) - len(records):
            self.without(field, missing, offset)

    def without(self, kind: str, count: int, offset: int) -> None:
        """Report citations whose works are not in the document."""
        found = problem(Code.DOCUMENT, "no-data", kind=kind, count=count)
        self.problems.append((found, offset))

    # ── the readers ───────────────────────────────────────────────────────────────────────────────

    def _zotero(self, code: str, _data: str, offset: int) -> None:
        self._csl(code, "Zotero field", offset, takes_id=True)

    def _mendeley(self, code: str, _data: str, offset: int) -> None:
        self.add_csl(code, "Mendeley field", offset)

    def _endnote(self, code: str, data: str, offset: int) -> None:
        text = code if "<" in code else decoded_base64(data)
        records, without = endnote_records(text, offset)
        self.records += records
        if without:
            self.without("EndNote", without, offset)
        elif not records and text:
            found = problem(Code.DOCUMENT, "field", kind="EndNote field", kept=0)
            self.problems.append((found, offset))

    def _citavi(self, code: str, _data: str, offset: int) -> None:
        found = value_in(decoded_base64(code[code.find("{") + 1 :].split("}", 1)[0]))
        records = [] if found is None else [*citavi_records(found.value, offset)]
        self.records += records
        if found is None or found.is_damaged:
            damaged = problem(Code.DOCUMENT, "field", kind="Citavi field", kept=len(records))
            self.problems.append((damaged, offset))

    def _papers(self, code: str, data: str, offset: int) -> None:
        self.records += papers_records(code if "<" in code else decoded_base64(data), offset)

    def _reference_manager(self, code: str, data: str, offset: int) -> None:
        text = code if "<" in code else decoded_base64(data)
        self.records += reference_manager_records(text, offset)

    def _word(self, code: str, _data: str, offset: int) -> None:
        for tag in _word_tags(code):
            self.cited_tags.setdefault(tag.casefold(), offset)

    def _link(self, code: str, _data: str, offset: int) -> None:
        if (address := _ADDRESS.match(code)) is not None:
            self.add_link(address[1], offset)

    def _no_data(self, code: str, _data: str, offset: int) -> None:
        mark = code.upper().removeprefix("ADDIN").strip()
        self.without("CNKI" if mark.startswith("CNKI") else "NoteExpress", 1, offset)


_ADDIN = r"(?:ADDIN\s{0,20})?"
_READERS: tuple[tuple[re.Pattern[str], Callable[[Codes, str, str, int], None]], ...] = (
    (re.compile(rf"{_ADDIN}(?:ZOTERO_)?ITEM\b", re.IGNORECASE), Codes._zotero),
    (re.compile(rf"{_ADDIN}(?:Mendeley Citation|CSL_CITATION)", re.IGNORECASE), Codes._mendeley),
    # EN.CITE.DATA repeats the data of the field around it.
    (re.compile(rf"{_ADDIN}EN\.CITE(?!\.DATA)", re.IGNORECASE), Codes._endnote),
    (re.compile(rf"{_ADDIN}CitaviPlaceholder\{{", re.IGNORECASE), Codes._citavi),
    (re.compile(rf"{_ADDIN}PAPERS2_CITATIONS", re.IGNORECASE), Codes._papers),
    (re.compile(rf"{_ADDIN}REFMGR\.CITE", re.IGNORECASE), Codes._reference_manager),
    (re.compile(r"CITATION\s", re.IGNORECASE), Codes._word),
    (re.compile(r"HYPERLINK\s", re.IGNORECASE), Codes._link),
    (re.compile(r"ADDIN\s{1,20}(?:CNKISM\.Ref|NE\.Ref)", re.IGNORECASE), Codes._no_data),
)
_LIST = re.compile(
    rf"{_ADDIN}(?:ZOTERO_BIBL|BIBL\b|Mendeley Bibliography|CSL_BIBLIOGRAPHY|EN\.REFLIST"
    r"|BIBLIOGRAPHY\b|CitaviBibliography|PAPERS2_BIBLIOGRAPHY|PAPERS2\.BIBLIOGRAPHY"
    r"|REFMGR\.REFLIST|CNKISM\.Bib|NE\.Bib)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"HYPERLINK\s{1,20}\"?([^\"\s]{1,2000})", re.IGNORECASE)
_LINKS = (
    ("https://paperpile.com/c/", "Paperpile"),
    ("https://www.zotero.org/google-docs/", "Zotero in Google Docs"),
)
# Mendeley may name the citation in braces before it.
_AFTER = re.compile("CSL_CITATION", re.IGNORECASE)
_MENDELEY_CITE = re.compile(r"MENDELEY_CITATION_v\d{1,2}_")
_LIST_TAG = re.compile(r"MENDELEY_BIBLIOGRAPHY|CitaviBibliography|EndNoteBibliography")


def decoded_base64(text: str) -> str:
    """Return the text in base64, whose padding may lack, and whose letters may be those of URLs.

    >>> decoded_base64("eyJhIjogMX0")
    '{"a": 1}'
    """
    letters = _NO_LETTER.sub("", text[:LONGEST_DATA].replace("-", "+").replace("_", "/"))
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    data = base64.b64decode(letters + "=" * (-len(letters) % 4))
    return data.decode("utf-8-sig", "replace")


_NO_LETTER = re.compile(r"[^A-Za-z0-9+/]")


def _word_tags(code: str) -> Iterator[str]:
    r"""Yield the tags of a CITATION field.

    >>> [*_word_tags(r"CITATION Ng01 \l 1033 \m Roe04 \p 12")]
    ['Ng01', 'Roe04']
    """
    words = code.split()
    for before, word in pairwise(words):
        if before.casefold() in ("citation", "\\m"):
            yield word


# ── citations that are not formatted ──────────────────────────────────────────────────────────────

_UNFORMATTED = (
    # "{Smith, 2010 #12; Lee, 2011 #15}"; Bookends has a comma before the number.
    (re.compile(r"\{[^{}#\n]{1,200}[ ,]#\d{1,7}[^{}\n]{0,400}\}"), "EndNote or Bookends"),
    (re.compile(r"\{\{\d{1,7} [^{}\n]{1,200}\}\}"), "RefWorks"),
    (re.compile(r"\{[^{}|\n]{0,80}\|[^{}\n]{1,300}\|\s?zu:\d[^{}\n]{0,40}\}"), "Zotero's RTF scan"),
)


def unformatted(text: str) -> Iterator[tuple[str, int]]:
    """Yield the citations of a text that a program has not formatted: its name, and how many.

    >>> [*unformatted("As he says {Smith, 2010 #12; Lee, 2011 #15}, it is so.")]
    [('EndNote or Bookends', 1)]
    """
    if "{" in text:
        for pattern, kind in _UNFORMATTED:
            if count := len(pattern.findall(text)):
                yield kind, count
