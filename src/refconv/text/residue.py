"""A reference in one line: wraps joined, hyphenation undone, what links leave behind removed.

Everything works on a :class:`Traced` string, whose every character remembers its place in the
text that was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from refconv.text.lines import Line


class Traced(NamedTuple):
    """A string and, for each character, its offset in the source."""

    text: str
    offsets: list[int]

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """Cut the given stretches out (ordered, disjoint)."""
        text: list[str] = []
        offsets: list[int] = []
        done = 0
        for start, end in spans:
            text.append(self.text[done:start])
            offsets += self.offsets[done:start]
            done = max(done, end)
        text.append(self.text[done:])
        offsets += self.offsets[done:]
        return Traced("".join(text), offsets)


# ---- 1. wraps ---------------------------------------------------------------------------------

SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010\u2011\u00ad"
_WHITE = re.compile(r"\s+")
_HYPHEN_END = re.compile(rf"(\w+)([{_HYPHENS}])\Z")
_WORD_START = re.compile(r"\w+")
# After a suspended hyphen the word is whole: "Sozial- und", "pre- and post-".
_SUSPENDED = re.compile(r"(?:und|oder|bzw|sowie|and|or|et|ou|y|e|o|och|og|en|of|to|i|a|и|или)\b")
# First halves whose hyphen belongs to the word.
_KEPT_PREFIX = frozenset(
    "self non anti multi cross co pre post semi quasi ex all well long short high low half two three"
    " four five six first second third one inter e x t b df meta open single double full large small".split()
)
_LINK_TAIL = re.compile(r"(?:https?:/{0,2}|www\.|doi\.?(?:org)?/?|(?<![\d.])10\.)\S*\Z", re.IGNORECASE)
_LINK_BREAK = re.compile(r"[/_=&?%:#~-]\Z")
_LINK_REST = re.compile(r"[\w(][\w.()/:;%~=&?#+-]*")
_LINK_MARK = re.compile(r"[/_%=]|\d[.-]\d|\.(?:html?|pdf|php|aspx?|org|com|net)\b|[a-z]\d|\d[a-z]|\A\d{3,}\Z|\A\d+\.\Z", re.I)


def join_lines(lines: Iterable[Line], words: Set[str] = frozenset()) -> Traced:
    """Join lines into one, undoing the hyphenation that stands at their ends.

    ``words`` are the words of the whole text, folded: a broken word is put together as the text
    has it elsewhere.
    """
    text: list[str] = []
    offsets: list[int] = []
    tail = ""
    for line in lines:
        if tail:
            cut, space = _joint(tail, line.text, words)
            if cut:
                text[-1] = text[-1][:-1]
                offsets.pop()
                if not text[-1]:
                    text.pop()
            if space:
                text.append(" ")
                offsets.append((offsets[-1] + 1) if offsets else line.start)
        at = line.start
        for match in _WHITE.finditer(line.text):
            piece = line.text[at - line.start : match.start()]
            text.append(piece)
            offsets.extend(range(at, line.start + match.start()))
            text.append(" ")
            offsets.append(line.start + match.start())
            at = line.start + match.end()
        text.append(line.text[at - line.start :])
        offsets.extend(range(at, line.end))
        tail = line.text[-60:]
    return Traced("".join(text), offsets)


def _joint(before: str, after: str, words: Set[str]) -> tuple[bool, bool]:
    """Decide how two lines meet: (drop the last character of the first, put a space between)."""
    link = _LINK_TAIL.search(before)
    if link and _link_goes_on(link.group(), after):
        return before.endswith(SOFT_HYPHEN), False
    broken = _HYPHEN_END.search(before)
    if broken is None:
        if before[-1] in "–—−/" and before[-2:-1].isalnum():
            return False, False
        # Scripts without spaces between words are joined without one.
        return False, not (_spaceless(before[-1]) and _spaceless(after[0]))
    half, hyphen = broken.groups()
    rest = _WORD_START.match(after)
    if hyphen == SOFT_HYPHEN:
        return True, rest is None
    if rest is None:
        return False, not after.startswith("(")
    other = rest.group()
    if half[-1].isdigit() or other[0].isdigit():
        return False, False
    if _SUSPENDED.match(after):
        return False, True
    if other[0].isupper() and not (half.isupper() and other.isupper()):
        return False, False
    joined = (half + other).casefold()
    if joined in words:
        return True, False
    if f"{half}-{other}".casefold() in words or half.casefold() in _KEPT_PREFIX:
        return False, False
    return not half.isupper() or other.isupper(), False


def _link_goes_on(link: str, after: str) -> bool:
    """Tell whether a DOI or URL at a line's end goes on with the next line's first word."""
    rest = _LINK_REST.match(after)
    if rest is None:
        return after.startswith("/")
    word = rest.group()
    if re.match(r"\(?[12]\d{3}\)?[.,;]?\Z", word) and not _LINK_BREAK.search(link):
        return False
    if link.lower() in {"doi", "doi:", "doi.", "https:", "http:"}:
        return link.lower() != "doi:" or word[0].isdigit()
    if _LINK_BREAK.search(link):
        return True
    if link.endswith("."):
        return word[0].islower() or (word[0].isdigit() and _LINK_MARK.search(word) is not None)
    if link.endswith((",", ";", ")", "]")):
        return False
    return _LINK_MARK.search(word) is not None and not word.endswith(":")


def _spaceless(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


# ---- 2. residue -------------------------------------------------------------------------------

# Words that publishers' and libraries' links leave behind: sure ones count anywhere at an end,
# the others only in brackets, alone on a line, or beside a sure one.
SURE_RESIDUE = (
    "Google Scholar", "GoogleScholar", "CrossRef", "Crossref", "Cross Ref", "View in Scopus", "PMC free article",
    "PubMed Central", "Web of Science", "Web of Science®", "Search ADS", "WorldCat", "View Article", "View article", "View in Article", "View in article", "View PDF",
    "View Record in Scopus", "Full Text PDF", "Full Text (PDF)", "Download Citation", "Export Citation", "Export citation", "Download citation",
    "Open in a separate window", "Open in a new tab", "OpenURL", "MathSciNet", "zbMATH", "NASA ADS", "IOPscience", "ADS Abstract",
    "BioMed Central Full Text", "Free Full Text", "Free full text", "Full text via publisher", "PubMed Abstract", "Publisher Full Text", "Green Version", "Order article via Infotrieve", "Infotrieve",
    "Find full text", "Check for full text", "SFX", "Full-text PDF", "Medline", "MEDLINE", "PubMed", "Abstract/FREE Full Text", "Scopus", "ISI Web of Science", "Find in library",
    "Go to original source...", "Go to original source", "Go to PubMed...", "Get full text at publisher", "Abstract Full Text", "ChemPort", "Chemical Abstracts Service", "First citation in article", "Return to ref", "SPIRES", "INSPIRE", "InSPIRE", "Paperpile", "Zotero",
    "Semantic Scholar", "ResearchGate", "Locate open access", "LinkOut", "opens in a new window", "Opens in a new window", "Opens in new tab", "opens in new tab", "Opens in new window", "external link", "(open in a new window)", "Hathi Trust", "Full Text Links",
    "Cited by", "Cited in Scopus", "Crossref Full Text", "CrossRef Full Text", "In Google Scholar",
)  # fmt: skip
WEAK_RESIDUE = (
    "Article", "Book", "Chapter", "View", "CAS", "ADS", "MATH", "Full Text", "Full text", "Full-text", "FullText", "Abstract", "DOI", "doi", "PDF", "HTML", "ISI", "Link", "Preprint", "Text", "Free", "Online",
    "References", "BibTeX", "EndNote", "RIS", "Permalink", "Summary", "Citation", "arXiv", "Google", "NCBI", "JSTOR", "Open Access", "Scholar", "PMC", "Publisher", "eprint", "Print", "Supplementary Material",
)  # fmt: skip


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


_SURE = _alternatives(SURE_RESIDUE)
_ANY = _alternatives((*SURE_RESIDUE, *WEAK_RESIDUE))
_GLUE = r"[\s,;·|•/–-]{0,3}"
_COUNTED = r"(?:\s?\(\d{1,6}\))?"
# One residue word in its brackets, or bare.
_BRACKETED = rf"\[\s?(?:{_ANY})\s?\]|\((?:{_SURE})\)"
_UNIT = rf"(?:{_BRACKETED}|(?<!\w)(?:{_ANY}){_COUNTED}(?!\w)|(?<!\w)(?:(?:{_ANY})®?){{2,6}}(?!\w))"
_SURE_UNIT = rf"(?:{_BRACKETED}|(?<!\w)(?:{_SURE}){{1,6}}{_COUNTED}(?!\w))"
_TAIL_UNIT = re.compile(rf"{_GLUE}{_UNIT}[\s.,;·|]*\Z")
_TAIL_SURE = re.compile(rf"{_SURE_UNIT}[\s.,;·|]*\Z")
_BRACKETED_ANYWHERE = re.compile(rf"\s?(?:{_BRACKETED})")
_LINE_OF_RESIDUE = re.compile(rf"(?:{_GLUE}{_UNIT})+[\s.,;·|]*\Z")
_RETURN = re.compile(r"\s*(?:Return to (?:ref|citation|footnote)\.? ?\S{1,6}(?: in article)?|↩︎?|↵|⏎|\^ ?Back(?: to top)?)\s*\Z")
_HINT = frozenset(word.split()[0].strip("(").casefold()[:4] for word in (*SURE_RESIDUE, *WEAK_RESIDUE))


def is_residue_line(text: str) -> bool:
    """Tell a line on which nothing but link residue stands."""
    return (
        len(text) <= 160
        and text.lstrip("[( ·|•").casefold()[:4].strip("] ") in _HINTS
        and _LINE_OF_RESIDUE.match(text) is not None
    )


_HINTS = _HINT | {word[:3] for word in _HINT} | {"doi", "cas", "ads", "pdf", "isi", "ris", "pmc", "sfx"}


def strip_residue(traced: Traced) -> Traced:
    """Take the link residue off a reference, keeping every DOI, PMID and address."""
    spans = [match.span() for match in _BRACKETED_ANYWHERE.finditer(traced.text)] if "[" in traced.text else []
    if spans:
        traced = traced.without(spans)
    match = _RETURN.search(traced.text, max(0, len(traced.text) - 60))
    end = match.start() if match else len(traced.text)
    sure = False
    weak_from = end
    # From the end backwards; weak words go only when a sure one stands among them.
    cut = end
    units = 0
    while units < 16:
        window = max(0, cut - 60)
        last = _TAIL_UNIT.search(traced.text[window:cut])
        if last is None:
            break
        sure = sure or _TAIL_SURE.search(traced.text[window:cut]) is not None
        cut = window + last.start()
        units += 1
    if sure or units >= 3:
        weak_from = cut
    return trim(traced.without([(weak_from, len(traced.text))]) if weak_from < len(traced.text) else traced)


_OUTER = " \t\u00a0\u200b\ufeff\u200e\u200f;|·•"


def trim(traced: Traced) -> Traced:
    """Take white space and separators off both ends."""
    text = traced.text
    start = len(text) - len(text.lstrip(_OUTER + ",:.)"))
    # A reference may begin with "..." or a dash, never with a lone stop.
    end = len(text.rstrip(_OUTER))
    return Traced(text[start:end], traced.offsets[start:end])
