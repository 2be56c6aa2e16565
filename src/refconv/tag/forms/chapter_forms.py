"""Chapters and books whose style prints them in a fixed order: Japanese, ACS, AMS."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import YEAR

_HOUSE = (
    r"[A-Z][^,“”]{0,50}?(?:Press|Springer|Soc(?:\.|iety)|Wiley|Birkhäuser|Verlag|Academic|Dover"
    r"|Elsevier"
    r"|North-Holland|Publ(?:\.|ish\w+)|SIAM)[^,“”]{0,30}?"
)
_INITIALS = r"[A-ZÀ-Þ]\.(?:[- ]?[A-ZÀ-Þ]\.){0,3}"
CHAPTERS: Mapping[str, str] = {
    "chapter in the style of the ACS": (
        rf"(?P<author>[A-ZÀ-Þ][^,;]{{1,30}}, {_INITIALS}(?:; [A-ZÀ-Þ][^,;]{{1,30}}, "
        rf"{_INITIALS}){{0,20}}) "
        rf"(?:(?P<title>[A-ZÀ-Þ][^;“”]{{5,200}}?)\. )?In "
        rf"(?P<container_title>[A-ZÀ-Þ][^;]{{3,160}}?)"
        rf"(?:, (?P<edition>\d{{1,2}})(?:st|nd|rd|th) ed\.)?; (?P<editor>[A-ZÀ-Þ][^,;]{{1,30}}, "
        rf"{_INITIALS}"
        rf"(?:[;,] [A-ZÀ-Þ][^,;]{{1,30}}, {_INITIALS}){{0,9}}), Eds?\.; "
        rf"(?:(?P<collection_title>[A-ZÀ-Þ][^;:\d]{{3,90}}?),? (?:Vol\. )?"
        rf"(?P<collection_number>\d{{1,5}}); )?"
        rf"(?P<publisher>[A-ZÀ-Þ][^;:]{{1,80}}): (?P<publisher_place>[A-ZÀ-Þ][^;:\d]{{1,50}}), "
        rf"(?P<issued>{YEAR})"
        rf"(?:[;,] Vol\. (?P<volume>\d{{1,4}}))?(?:[;,] (?:Chapter \d{{1,3}}, )?pp? ?"
        rf"(?P<page>\d{{1,5}}(?:[-–]\d{{1,5}})?))?"
    ),
    "book of a series in the style of the AMS": (
        rf"(?P<author>{_INITIALS} [^,\d“”]{{2,60}}?), (?P<title>[A-ZÀ-Þ][^“”\"]{{3,140}}?), "
        rf"(?P<collection_title>"
        rf"(?=[^,]{{0,60}}\.)[A-ZÀ-Þ][^,\d“”]{{3,60}}), vol\. (?P<collection_number>\d{{1,5}}), "
        rf"(?P<publisher>{_HOUSE}), (?P<publisher_place>[A-ZÀ-Þ][^,\d“”]{{1,30}}(?:, "
        rf"[A-Z][\w.]{{1,12}})?), "
        rf"(?P<issued>{YEAR})(?:\. MR ?\d{{5,8}}.{{0,30}})?"
    ),
}
JAPANESE: Mapping[str, str] = {
    "chapter in Japanese": (
        rf"(?P<author>[^「」『』\d（(]{{2,40}}?)(?:[（(](?P<issued>{YEAR})年?[）)])?「(?"
        rf"P<title>[^「」]{{2,80}})」[、,，]? ?"
        rf"(?P<editor>[^「」『』、,，]{{2,30}}?)編著?『(?P<container_title>[^『』]{{2,80}})』(?"
        rf"P<publisher>[^、,，\d]{{2,30}})"
        rf"(?:[、,，] ?(?P<issued2>{YEAR})年?)?(?:[、,，] ?(?:pp?\. ?)?(?P<page>\d{{1,4}}(?"
        rf":[-–－]\d{{1,4}})?)頁?)?。?"
    ),
}
