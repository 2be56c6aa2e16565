"""The words that join the parts of a reference and say nothing by themselves."""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(
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
    электронный ресурс 제 권 호 집 쪽 통권 第 期 页 頁 卷 輯 辑 號 号 巻 集 年 月 日 版""".split()
)


@lru_cache(16384)
def substance(gap: str) -> str:
    """Give what a stretch between values says beyond joining them; ``""`` where that is nothing."""
    for match in _PART.finditer(gap):
        word = match.group()
        if match["word"] and word.casefold() not in _WORDS:
            break
        if match["other"] and any(map(str.isdigit, word)):
            break
    else:
        return ""
    return " ".join(gap.split()).strip(" .,;:()[]")


_TALKING = re.compile(r"[^\W\d_]|[\[#№/]")


@lru_cache(16384)
def talks(gap: str) -> bool:
    """Tell whether a stretch between two values may say anything of them."""
    return _TALKING.search(gap) is not None
