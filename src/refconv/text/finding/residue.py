"""What links of publishers and libraries leave behind in a copied list: ``[PubMed]``, ``CrossRef``.

It is taken off; a DOI, a PMID or an address in it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from refconv.text.finding.joining import Traced


def _words(text: str) -> tuple[str, ...]:
    return tuple(words for part in text.split(";") if (words := " ".join(part.split())))


# These are residue wherever they end a reference.
SURE = _words(
    """
    Google Scholar; GoogleScholar; CrossRef; Crossref; Cross Ref; Crossref Full Text;
    CrossRef Full Text; PubMed; PubMed Central; PubMed Abstract; PubMed/NCBI; Medline; MEDLINE;
    PMC free article; Web of Science; Web of Science®; ISI Web of Science; Scopus; View in Scopus;
    View Record in Scopus; Cited in Scopus; Cited by; Search ADS; ADS Abstract; NASA ADS; WorldCat;
    View Article; View article; View in Article; View in article; View PDF; Full-text PDF;
    Full Text PDF; Full Text (PDF); Free Full Text; Free full text; Abstract/FREE Full Text;
    Abstract Full Text; BioMed Central Full Text; Publisher Full Text; Full Text Links;
    Full text via publisher; Get full text at publisher; Find full text; Check for full text;
    Download Citation; Download citation; Export Citation; Export citation; OpenURL; SFX;
    Open in a separate window; Open in a new tab; opens in a new window; Opens in a new window;
    Opens in new tab; opens in new tab; Opens in new window; (open in a new window); external link;
    MathSciNet; zbMATH; IOPscience; ChemPort; Chemical Abstracts Service; SPIRES; INSPIRE; InSPIRE;
    Green Version; Order article via Infotrieve; Infotrieve; Find in library; Hathi Trust; LinkOut;
    Go to original source...; Go to original source; Go to PubMed...; First citation in article;
    Return to ref; Paperpile; Zotero; Semantic Scholar; ResearchGate; Locate open access;
    In Google Scholar
    """
)
# These only in brackets, alone on a line, or beside a sure one.
WEAK = _words(
    """
    Article; Book; Chapter; View; CAS; ADS; MATH; Full Text; Full text; Full-text; FullText;
    Abstract; DOI; doi; PDF; HTML; ISI; Link; Preprint; Text; Free; Online; References; BibTeX;
    EndNote; RIS; Permalink; Summary; Citation; arXiv; Google; NCBI; JSTOR; Open Access; Scholar;
    PMC; Publisher; eprint; Print; Supplementary Material; Digital Library;
    Show in Context
    """
)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


_SURE, _ANY = _alternatives(SURE), _alternatives((*SURE, *WEAK))
_GLUE = r"[\s,;·|•/–-]{0,3}"
_COUNTED = r"(?:\s?\(\d{1,6}\))?"
_BRACKETED = rf"\[\s?(?:{_ANY})\s?\]|\((?:{_SURE})\)"
# One word in its brackets, one bare, or several run together ("CASPubMedWeb of Science®").
_UNIT = rf"(?:{_BRACKETED}|(?<!\w)(?:{_ANY}){_COUNTED}(?!\w)|(?<!\w)(?:(?:{_ANY})®?){{2,6}}(?!\w))"
_SURE_UNIT = rf"(?:{_BRACKETED}|(?<!\w)(?:{_SURE}){{1,6}}{_COUNTED}(?!\w))"
_LAST_UNIT = re.compile(rf"{_GLUE}{_UNIT}[\s.,;·|]*\Z")
_LAST_SURE_UNIT = re.compile(rf"{_SURE_UNIT}[\s.,;·|]*\Z")
_IN_BRACKETS = re.compile(rf"\s?(?:{_BRACKETED})")
_WHOLE_LINE = re.compile(rf"(?>{_GLUE}{_UNIT})+[\s.,;·|]*\Z")
_BACK = re.compile(
    r"\s*(?:Return to (?:ref|citation|footnote)\.? ?\S{1,6}(?: in article)?|↩︎?|↵|⏎"
    r"|\^ ?Back(?: to top)?)\s*\Z"
)
# The first letters of residue: they tell most lines from it at little cost.
_HINTS = frozenset(word.strip("(").casefold()[:size] for word in (*SURE, *WEAK) for size in (3, 4))
LONGEST_LINE = 160
_LONGEST_UNIT = 60
_MOST_UNITS = 16


def is_residue_line(text: str) -> bool:
    """Tell a line on which nothing but link residue stands."""
    if len(text) > LONGEST_LINE:
        return False
    begin = text.lstrip("[( ·|•–-").casefold()[:4].rstrip("] ")
    return (begin in _HINTS or begin[:3] in _HINTS) and _WHOLE_LINE.match(text) is not None


# How residue ends, as its first letters above.
_TAILS = frozenset(word[-3:] for word in (*SURE, *WEAK))


def _may_end(text: str) -> bool:
    text = text.rstrip(" \t\u00a0.,;·|")
    return text[-3:] in _TAILS or text.endswith((")", "]", "®", "\n"))


def strip_residue(traced: Traced) -> Traced:
    """Take the link residue off a reference."""
    if "[" in traced.text:
        traced = traced.without(match.span() for match in _IN_BRACKETS.finditer(traced.text))
    text = traced.text
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
    return traced.cut(0, cut if sure or units >= 3 else end).trimmed()
