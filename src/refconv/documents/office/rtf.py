r"""Rich Text Format (.rtf): the fields of reference managers, and the text by its paragraphs.

Source: Microsoft, *Rich Text Format Specification* 1.9.1. A field is
``{\field{\*\fldinst code}{\fldrslt result}}``.
"""

from __future__ import annotations

import re

from attrs import define, evolve, field

from refconv.documents.carrier import Carrier, Document
from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Paragraph, Paragraphs

_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z\r\n])|\\[\r\n]|([{}])"
    r"|([^\\{}\r\n]{1,100000})"
)
# Groups that hold no text of the document.
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict header footer headerl headerr headerf footerl footerr"
    " footerf listtable listoverridetable rsidtbl generator themedata colorschememapping datastore"
    " latentstyles xmlnstbl object nonshppict bkmkstart bkmkend fldtype mmathPr pgdsctbl annotation"
    " atnid atnauthor atrfstart atrfend xe tc ftnsep ftnsepc aftnsep aftnsepc".split()
)
_PARAGRAPHS = frozenset({"par", "sect", "page", "row"})
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "cell": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
_ESCAPED = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_DEEPEST = 2_000


@define
class _Group:
    """What holds within a group: whether it is skipped, and whether it is the code of a field."""

    is_skipped: bool = False
    is_star: bool = False
    is_code: bool = False
    is_field: bool = False
    is_list: bool = False
    is_note: bool = False
    unicode_skip: int = 1


@define
class _Reading:
    """A file while it is read."""

    paragraphs: Paragraphs = field(factory=Paragraphs)
    codes: Codes = field(factory=Codes)
    groups: list[_Group] = field(factory=lambda: [_Group()])
    text: list[str] = field(factory=list)
    code: list[str] = field(factory=list)
    encoding: str = "cp1252"
    lists: int = 0
    is_item: bool = False
    # What stands before a note in the paragraph with the note, and whether that is of a list.
    around: list[tuple[list[str], bool]] = field(factory=list)
    # Characters that stand for a Unicode character in programs that know none.
    ignored: int = 0
    high: int = 0

    def add(self, text: str) -> None:
        if self.ignored:
            taken = min(self.ignored, len(text))
            self.ignored -= taken
            text = text[taken:]
        group = self.groups[-1]
        if group.is_skipped or not text:
            return
        if group.is_code:
            self.code.append(text)
            return
        self.text.append(text)
        self.is_item = self.is_item or bool(self.lists and text.strip())

    def end_paragraph(self) -> None:
        text = "".join(self.text).strip()
        is_note = bool(self.around)
        self.paragraphs.all.append(Paragraph(text, self.is_item, is_note=is_note))
        self.text, self.is_item = [], False

    def open_note(self) -> None:
        """Begin the text of a note, which stands within that of a paragraph."""
        self.groups[-1].is_note = True
        self.around.append((self.text, self.is_item))
        self.text, self.is_item = [], False

    def close_note(self) -> None:
        if self.text:
            self.end_paragraph()
        self.text, self.is_item = self.around.pop()

    def open(self) -> None:
        if len(self.groups) < _DEEPEST:
            self.groups.append(
                evolve(self.groups[-1], is_star=False, is_field=False, is_list=False, is_note=False)
            )

    def close(self) -> None:
        if len(self.groups) == 1:
            return
        group = self.groups.pop()
        if group.is_list:
            self.lists -= 1
        if group.is_note:
            self.close_note()
        if group.is_code and not self.groups[-1].is_code:
            code, self.code = "".join(self.code), []
            is_list = self.codes.add(code, "", self.paragraphs.following)
            holder = next((one for one in reversed(self.groups) if one.is_field), None)
            if is_list and holder is not None and not holder.is_list:
                holder.is_list = True
                self.lists += 1

    def _unicode(self, code: int) -> None:
        """Add a character; one beyond 65,535 is written as two halves (UTF-16)."""
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            if self.high:
                self.add(chr(0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00))
            self.high = 0
        else:
            self.add(chr(code))

    def word(self, word: str, number: str | None) -> None:
        """Obey a control word."""
        group = self.groups[-1]
        if word == "u" and number is not None:
            self._unicode(int(number) % 65536)
            self.ignored = group.unicode_skip
        elif word == "uc" and number is not None:
            group.unicode_skip = max(0, min(int(number), 10))
        elif word == "ansicpg" and number is not None:
            self.encoding = f"cp{number}" if _is_known(f"cp{number}") else self.encoding
        elif word == "fldinst":
            group.is_code, group.is_skipped = True, False
        elif word == "field":
            group.is_field = True
        elif word == "footnote" and not (group.is_skipped or group.is_code or group.is_note):
            self.open_note()
        elif word in _SKIPPED or (group.is_star and word not in ("fldrslt", "shppict")):
            group.is_skipped = True
        elif word in _PARAGRAPHS and not (group.is_skipped or group.is_code):
            self.end_paragraph()
        elif word in _SIGNS:
            self.add(_SIGNS[word])
        group.is_star = False


def _is_known(encoding: str) -> bool:
    try:
        "".encode(encoding)
    except LookupError:
        return False
    return True


def read(data: bytes) -> Document:
    """Read an RTF file."""
    reading = _Reading()
    hexes: list[str] = []
    for match in _TOKEN.finditer(data.decode("latin-1")):
        if match[3] is not None:
            # Bytes of one character stand one after the other.
            hexes.append(match[3])
            continue
        if hexes:
            reading.add(bytes.fromhex("".join(hexes)).decode(reading.encoding, "replace"))
            hexes = []
        _take(reading, match)
    while len(reading.groups) > 1:
        reading.close()
    if reading.text:
        reading.end_paragraph()
    return reading.paragraphs.document(reading.codes.records, reading.codes.problems)


def _take(reading: _Reading, match: re.Match[str]) -> None:
    """Obey a token that is no character in hexadecimal digits."""
    word, number, _, sign, brace, text = match.groups()
    if word is not None:
        reading.word(word, number)
    elif brace == "{":
        reading.open()
    elif brace == "}":
        reading.close()
    elif sign == "*":
        reading.groups[-1].is_star = True
    elif sign is not None:
        reading.add(_ESCAPED.get(sign, ""))
    elif text is not None:
        reading.add(text.encode("latin-1").decode(reading.encoding, "replace"))
    else:
        reading.word("par", None)


CARRIER = Carrier("rtf", "an RTF file", read, is_binary=True)
