"""Remove link text, which sites add to their lists: ``[PubMed]``, ``CrossRef``.

It is taken off; a DOI, a PMID or an address in it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.lines import Line
from refconv.page.offset_text import Traced
from refconv.page.patterns import longest_of


def _words(text: str) -> tuple[str, ...]:
    return tuple(words for part in text.split(";") if (words := " ".join(part.split())))


# These are residue wherever they end a reference.
SURE = _words(
    """
    Google Scholar; GoogleScholar; Search in Google Scholar; In Google Scholar;
    View at Google Scholar; Google Preview; CrossRef; Crossref; Cross Ref; Crossref Full Text;
    CrossRef Full Text; Crossref (DOI); PubMed; PubMed Central; PubMed Abstract; PubMed/NCBI;
    PubMed Citation; Search PubMed; Pubmed/Medline (NLM); Medline; MEDLINE; PMC free article;
    Free PMC Article; Free PMC article; Free article; Europe PMC; Web of Science; Web of Science®;
    Web of Science ®; ISI Web of Science; Scopus; View in Scopus; View Record in Scopus;
    Cited in Scopus; Cited by; Search ADS; ADS Abstract; NASA ADS; NASA/ADS; WorldCat; COPAC;
    View Article; View article; View in Article; View in article; View PDF; View abstract;
    View at Publisher; View at Publisher Site; View at: Publisher Site; View at:; Publisher Site;
    Reference Source; Full-text PDF; Full Text PDF; Full Text (PDF); Full Text: PDF;
    Free Full Text; Free full text; FREE Full Text; Abstract/FREE Full Text;
    Abstract/Free Full Text; Abstract Full Text; BioMed Central Full Text; Publisher Full Text;
    Full Text Links; Full text via publisher; Full Text via CrossRef; Get full text at publisher;
    Find full text; Check for full text; Taylor & Francis Online; Wiley Online Library;
    ScienceDirect; SpringerLink; IEEE Xplore; ACM Digital Library; ACS Full Text;
    ACS Full Text ACS Full Text; Download Citation; Download citation; Export Citation;
    Export citation; OpenURL; OpenURL Placeholder Text; Open Url; SFX; External Resources;
    Open in a separate window; Open in a new tab; opens in a new window; Opens in a new window;
    Opens in new tab; opens in new tab; Opens in new window; (open in a new window);
    (Open in a new window); external link; MathSciNet; zbMATH; IOPscience; ChemPort;
    Chemical Abstracts Service; Chemical Abstracts (CAS); SPIRES; INSPIRE; InSPIRE; Green Version;
    Order article via Infotrieve; Infotrieve; Find in library; Hathi Trust; LinkOut;
    Go to original source...; Go to original source; Go to PubMed...; Go to reference in article;
    Go to reference; Go to Reference; Go to Citation; Go to citation; Show in Context;
    Show Context; First citation in article; Article Location; Article Locations; Return to ref;
    Paperpile; Zotero; There is no corresponding record for this reference; Semantic Scholar;
    ResearchGate; Locate open access
    """
)
# These only in brackets, alone on a line, or beside a sure one.
WEAK = _words(
    """
    Article; Book; Chapter; View; CAS; ADS; MATH; RSC; Full Text; Full text; Full-text; FullText;
    Abstract; DOI; doi; PDF; HTML; ISI; Link; Links; Preprint; Text; Free; Online; References;
    BibTeX; EndNote; RIS; Permalink; Summary; Citation; arXiv; Google; NCBI; JSTOR; Open Access;
    Scholar; PMC; Publisher; eprint; Print; Cite; Share; Supplementary Material; Digital Library
    """
)


_SURE_WORDS = (*SURE, *map(str.upper, SURE))
_GLUE = r"[\s,;·|•/–-]{0,3}"
_COUNTED = r"(?:\s?\(\d{1,6}(?: ?[KM]B)?\))?"


@cache
def _sure() -> str:
    return longest_of(_SURE_WORDS)


@cache
def _any() -> str:
    return longest_of((*_SURE_WORDS, *WEAK))


def _bracketed_words() -> str:
    return rf"\[\s?(?:{_any()})(?:,? (?:{_any()}))*\s?\]|\((?:{_sure()})\)"


def _unit() -> str:
    """Write a pattern for words that stand together.

    Sites glue sure words to what they follow, and words of both kinds to each other
    ("2014.1PubMedGoogle Scholar", "CASPubMedWeb of Science®").
    """
    # What residue begins with: that tells most places at little cost.
    first = re.escape("".join(sorted({word[0] for word in (*_SURE_WORDS, *WEAK, "[")})))
    return (
        rf"(?=[{first}])(?:{_bracketed_words()}|(?<!\w)(?:(?:{_any()})®?){{2,6}}(?!\w)"
        rf"|(?<![A-Z])(?:{_sure()}){{1,6}}{_COUNTED}(?!\w)|(?<!\w)(?:{_any()}){_COUNTED}(?!\w))"
    )


def _sure_unit() -> str:
    return rf"(?:{_bracketed_words()}|(?<![A-Z])(?:{_sure()}){{1,6}}{_COUNTED}(?!\w))"


# (The patterns of hundreds of words are written when they are first used.)
_LAST_UNIT = lazy_pattern(lambda: rf"{_GLUE}{_unit()}[\s.,;·|]*\Z")
_LAST_SURE_UNIT = lazy_pattern(lambda: rf"{_sure_unit()}[\s.,;·|]*\Z")
# In the middle of a reference weak words may be its own ("[Online]. Available"), but not before a
# further work.
_IN_BRACKETS = lazy_pattern(
    lambda: (
        rf"\[(?:\s?(?:{_sure()}|CAS|ADS)\s?\]|(?:{_any()})\](?=\s*(?:[\[;]|\(?[b-z]\)|\Z))),?"
        r"|» (?=https?:)"
    )
)
_WHOLE_LINE = lazy_pattern(lambda: rf"(?>{_GLUE}{_unit()})+[\s.,;·|]*\Z|_{{20,}}\Z")
_BACK = lazy_pattern(
    r"\s*(?:Return to (?:ref|citation|footnote)\.? ?\w{1,5}(?: in article)?|↩︎?|↵|⏎"
    r"|\^ ?Back(?: to top)?|\bRSC ?\.)\s*\Z"
)
_BACK_HINTS = ("Return", "↩", "↵", "⏎", "^", "RSC")
# Marks that lead back to where a reference is cited, before it: "↵", "^ Jump up to: a b".
_BACK_BEFORE = lazy_pattern(
    r"[\s↵↑^»›]*(?:Jump up(?: to)?:? ?[\^↑]?\s*)?(?:[a-z]{1,2} )*(?=[^\sa-z])"
)
# The first letters of residue: they tell most lines from it at little cost.
_HINTS = frozenset(word.strip("(").casefold()[:size] for word in (*SURE, *WEAK) for size in (3, 4))
LONGEST_LINE = 160
_LONGEST_UNIT = 60
_MOST_UNITS = 16
_ARROWS = frozenset("↵↑^»›J")
_DANGLING = frozenset(" ,|·")


def is_residue_line(text: str) -> bool:
    """Return whether a line consists of link text only."""
    if len(text) > LONGEST_LINE:
        return False
    begin = text.lstrip("[( ·|•–-").casefold()[:4].rstrip("] ")
    return (begin in _HINTS or begin[:3] in _HINTS) and _WHOLE_LINE.match(text) is not None


# What a site prints of an abstracting service's record below a reference: the number again, title,
# authors, journal with its CODEN, abstract, and this.
_RECORD_END = "More from SciFinder"
_RECORD_LINK = lazy_pattern(r"https?://chemport\.cas\.org/")
_LONGEST_RECORD = 12


def service_records(lines: Sequence[Line]) -> frozenset[int]:
    """Name the lines on which records of an abstracting service stand."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if _RECORD_END in line.text:
            numbers = (
                before
                for before in range(index - 1, max(-1, index - _LONGEST_RECORD), -1)
                if lines[before].text.isdecimal()
            )
            found.update(range(next(numbers, index), index + 1))
        elif index - 1 in found and _RECORD_LINK.match(line.text):
            found.add(index)
    return frozenset(found)


# How residue ends, as its first letters above.
_TAILS = frozenset(word[-3:] for word in (*_SURE_WORDS, *WEAK))


def _may_end(text: str) -> bool:
    """Return whether link text may end here; an inexpensive test."""
    text = text.rstrip(" \t\u00a0.,;·|")
    if text[-3:] in _TAILS or text[-1:] == "®":
        return True
    if text[-1:] == ")":
        before, _, within = text[:-1].rpartition("(")
        return before.rstrip()[-3:] in _TAILS or within[:3].casefold() in _HINTS
    return text[-1:] == "]" and text.rpartition("[")[2].strip()[:3].casefold() in _HINTS


def strip_residue(traced: Traced) -> Traced:
    """Take the link residue off a reference."""
    text = traced.text
    if text[:1] in _ARROWS:
        before = _BACK_BEFORE.match(text)
        traced = traced.cut(before.end() if before else 1, len(text))
        text = traced.text
    back = None
    if any(map(text[-_LONGEST_UNIT:].__contains__, _BACK_HINTS)):
        back = _BACK.search(text, max(0, len(text) - _LONGEST_UNIT))
    end = cut = back.start() if back else len(text)
    # From the end backwards; weak words go only where a sure one stands among them.
    sure, units = False, 0
    while units < _MOST_UNITS and _may_end(text[:cut][-_LONGEST_UNIT:]):
        window = max(0, cut - _LONGEST_UNIT)
        last = _LAST_UNIT.search(text[window:cut])
        if last is None:
            break
        sure = sure or _LAST_SURE_UNIT.search(text[window:cut]) is not None
        cut = window + last.start()
        units += 1
    if sure or units >= 3:
        end = cut
        # "…, [Google Scholar]", "» https://doi.org/…"
        while text[end - 1 : end] in _DANGLING:
            end -= 1
    traced = traced.cut(0, end)
    if "[" in text or "»" in text:
        traced = traced.without(_bracketed(traced.text))
    return traced.trimmed()


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Return the places of link text in brackets, each with the space before it."""
    for match in _IN_BRACKETS.finditer(text):
        start, end = match.span()
        spaced = text[start] == "[" and text[start - 1 : start].isspace()
        yield start - spaced, end
