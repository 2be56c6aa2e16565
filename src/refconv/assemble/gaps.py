"""The text between labelled values: what it says of the reference, and what is left of it.

Most of it joins the parts of a reference and says nothing by itself (boilerplate): "In", "pp.",
"Retrieved from". Some of it holds values that have no label.
"""

from __future__ import annotations

import re
from functools import lru_cache

from refconv.assemble.draft import Draft, Fields
from refconv.assemble.repair_rules import GAP_RULES
from refconv.core.lazy_pattern import lazy_pattern

_INFORMATIVE = lazy_pattern(r"[^\W\d_]|[\[#№/]")
_SHORTEST = 4
"""Characters from which on a gap can hold a word and the space or punctuation around it."""


def find_gaps(draft: Draft) -> None:
    """Set the text before, between and after the values, and where each gap starts.

    Example: ``In {title|T}. {page|1}`` has the gaps "In ", ". " and "".
    """
    starts = [0, *(value.end for value in draft.values)]
    ends = [*(value.start for value in draft.values), len(draft.text)]
    draft.gap_starts = starts
    draft.gaps = [draft.text[start:end] for start, end in zip(starts, ends, strict=True)]


def take_gap_values(draft: Draft) -> None:
    """Take the values out of the gaps that the words beside them identify.

    Sizes and editions are often left without a label. The rules are
    :data:`~refconv.assemble.repair_rules.GAP_RULES`; what is left of a gap goes to ``remarks``.

    Example: in ``{title|Verdi}, 2 vols. ({publisher|Olschki})`` the number of volumes is 2.
    """
    for i, gap in enumerate(draft.gaps):
        if len(gap) >= _SHORTEST and is_informative(gap):
            draft.gaps[i] = left = _taken(gap, draft.fields)
            if len(left) >= _SHORTEST and is_informative(left):
                draft.remarks.append(left)


def _taken(gap: str, fields: Fields) -> str:
    """Move the values of a gap into the fields, and return what is left of the gap."""
    for label, pattern in GAP_RULES:
        if label not in fields and (match := pattern.search(gap)):
            fields[label] = [match[1]]
            gap = gap[: match.start()] + gap[match.end() :]
    return gap


def keep_unlabelled(draft: Draft) -> None:
    """Keep text that neither a label nor boilerplate accounts for.

    Nothing that a reference says may disappear unseen.

    Example: ``{title|T}. A joint publication. {publisher|P}`` keeps "A joint publication".
    """
    draft.unlabelled = [
        (start, text)
        for start, gap in zip(draft.gap_starts, draft.gaps, strict=True)
        if (text := without_boilerplate(gap))
    ]


@lru_cache(16384)
def is_informative(gap: str) -> bool:
    """Return whether a gap has a letter or a sign that may say something of its neighbours."""
    return _INFORMATIVE.search(gap) is not None


_PART = lazy_pattern(
    r"""(?:URL)?\s?https?\s?:\s?/\s?/\s?[\w.]+/(?:abs/|doi/)? | doi\.org | </?\w+>
      | et\s+al | et\s+autres | u\.\s?a\.
      | (?P<word>[^\W\d_]+) | (?P<other>[\W\d_]+?)(?=[^\W\d_]|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = frozenset(
    """in im dans en from of the a at on by and und et y e with as also see u o al others sous
    the to be p pp pg page pages s ss seite seiten стр с ff passim vol vols volume volumes bd
    band t tome tomo tom jg jahrgang v т том no nr n nos number num issue iss heft h fasc № núm
    numéro número suppl supplement part pt article art id ser series chap chapter kapitel ch fig
    edn edition aufl auflage ausgabe wyd изд st nd rd th revised enlarged version ed eds editor
    editors edited hrsg hrsgg hg hgg herausgegeben von éd éds dir dirs la direction de cura di
    coord red под ред comp compiled trans translated transl translator trad traduit par übers
    übersetzt aus dem ders dies idem presented doi url urn http https dx www org isbn issn eissn
    pmid pmcid pmc pubmed pubmedcentral central arxiv eprint pii available online internet
    retrieved accessed access date visited viewed cited last checked abgerufen am zugriff
    letzter consulté le verfügbar unter disponible sur consultado el disponibile stand retirado
    en ligne published posted issued web link file free full text html pdf epub ahead print
    press forthcoming appear submitted data set dataset computer software program thesis phd
    diss dissertation doctoral master masters report technical paper working discussion preprint
    patent conference proceedings proc j m d c r l ol eb дата обращения режим доступа
    págs pág pags disponível em acesso sp spalte sy sayı cilt red i director directors directed
    w coll toim inventor inventors assignee applicant host hosted season episode package blog col
    cols performances performance performed vom opened for
    signature app appl case cases
    joined doc pub codified المجلد العدد ص ج ع כרך עמ בתוך עורך עורכת 巻第
    электронный ресурс 제 권 호 집 쪽 통권 第 期 页 頁 卷 輯 辑 號 号 巻 集 年 月 日 版""".split()
)


@lru_cache(16384)
def without_boilerplate(gap: str) -> str:
    """Return a gap's text, or ``""`` where all of it is boilerplate.

    >>> without_boilerplate(". A joint publication. ")
    'A joint publication'
    >>> without_boilerplate(". Retrieved from ")
    ''
    """
    for match in _PART.finditer(gap):
        word = match.group()
        if match["word"] and word.casefold() not in _WORDS:
            break
        if match["other"] and any(map(str.isdigit, word)):
            break
    else:
        return ""
    return " ".join(gap.split()).strip(" .,;:()[]")
