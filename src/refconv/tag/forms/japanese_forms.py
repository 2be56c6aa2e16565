"""Chapters in Japanese."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import YEAR

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
