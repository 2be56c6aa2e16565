"""Films, recordings, posts and entries of dictionaries."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import DATE, MONTH, PERSONS, YEAR

_NETWORK = (
    r"(?:Twitter|X|Facebook|Instagram|TikTok|Reddit|LinkedIn|Mastodon|Tumblr|Bluesky|Threads"
    r"|YouTube)"
)
MEDIA: Mapping[str, str] = {
    "film": (
        rf"(?P<title>[^.“”\"\[\]()]{{2,120}})\. (?:[Dd]irected by|[Dd]ir\.) (?"
        rf"P<director>{PERSONS})"
        rf"(?:[,.] (?:[Pp]erformances? by|[Pp]erf\.|[Ss]tarring|[Ww]ritten by [^,.]{{3,60}}, "
        rf"performances by) "
        rf"(?P<performer>{PERSONS}))?[,.] (?:(?P<publisher_place>[A-Z][^\W\d_]+(?: "
        rf"[A-Z][^\W\d_]+)?): )?"
        rf"(?P<publisher>[A-Z0-9][^,:“”\"]{{1,60}}?),(?: (?P<publisher_place2>[A-Z][^\d“”]{{2,30}}"
        rf"?),)? (?P<issued>{YEAR})(?:\. (?P<medium>Film|DVD|Blu-ray|VHS))?"
    ),
    "recording": (
        r"(?P<author>[A-ZÀ-Þ][^.“”\"]{1,60})\. (?P<title>[^.“”\"]{1,80})\. (?"
        r"P<publisher>[A-Z][^.,“”\"]{2,60}), "
        rf"(?P<issued>{YEAR})[.,] (?P<medium>CD|LP|MP3|Vinyl|Audio CD|Cassette)"
    ),
    "post": (
        rf"(?P<author>(?:[^“”\"()@]{{2,60}}? \(@[\w.]{{2,30}}\)|@[\w.]{{2,30}}(?: \([^()"
        rf"]{{2,50}}\))?))\. "
        rf"[“\"](?P<title>[^“”\"]{{2,300}}?)[.,]?[”\"] (?P<container_title>{_NETWORK}), (?"
        rf"P<issued>{DATE})"
        rf"(?:, \d{{1,2}}:\d\d ?[ap]\.?m\.?)?(?:, (?P<URL>(?:https?://)?"
        rf"[\w-]+\.[\w.-]+/\S{{1,200}}[\w/]))?"
    ),
}
_TECHNIQUE = (
    r"(?:(?:[Oo]il|[Aa]crylic|[Tt]empera|[Gg]ouache|[Pp]astel|[Cc]harcoal|[Ii]nk|[Ee]namel"
    r"|[Mm]ixed media)"
    r"(?: (?:and|on|with|over) [a-z][a-z ,-]{2,40})?|[Ww]ater-?colou?rs?(?: on paper)?|[Ff]resco"
    r"|[Bb]ronze"
    r"|[Mm]arble|[Ll]imestone|(?:[Gg]elatin silver|[Aa]lbumen|[Cc]hromogenic)(?: print)?"
    r"|[Ll]ithograph"
    r"|[Ee]tching|[Ww]oodcut|[Ee]ngraving|[Ss]creenprint|[Pp]hotograph|[Ii]nstallation"
    r"|[Ss]culpture)"
)
_LABEL = (
    r"[A-Z0-9][^,“”\"]{0,40}?(?:Records?|Recordings|Music|Entertainment|Sony|Columbia|Capitol"
    r"|EMI|Warner"
    r"|Motown|Def Jam|Island|Universal|Interscope|Virgin|Decca|Deutsche Grammophon|Verve|Blue "
    r"Note)"
    r"(?: [A-Z][a-z]+)?"
)
_SITE = r"(?P<URL>(?:https?://)?[\w-]+\.[\w.-]+(?:/\S{0,200}[\w/])?)"
_APA_NAME = r"[A-ZÀ-Þ][^\d,()“”]{1,30}, (?:[A-ZÀ-Þ]\.[- ]?){1,4}"
_APA_NAMES = rf"{_APA_NAME}(?:,? (?:& )?{_APA_NAME}){{0,6}}"
WORKS_OF_ART: Mapping[str, str] = {
    "work of art": (
        rf"(?P<author>[A-ZÀ-Þ][^\d.“”\"]{{2,50}}(?: [A-Z]\.)?)\. "
        rf"(?P<title>[A-ZÀ-Þ][^“”\"]{{1,100}}?)\. "
        rf"(?P<issued>(?:c(?:a|irca)?\. ?)?{YEAR}(?:[-–]\d{{2,4}})?)[,.] (?P<medium>{_TECHNIQUE})"
        rf"(?:[,.] (?P<dimensions>\d[^A-Z]{{2,50}}(?:in|cm|mm|ft)\.?))?[,.] "
        rf"(?P<archive>[A-Z][^,“”\d]{{3,70}}?)"
        rf"(?:, (?P<archive_place>[A-Z][^“”\d]{{2,40}}?))?"
    ),
    "song of an album": (
        rf"(?P<author>[A-ZÀ-Þ][^.“”\"]{{1,60}})\. [“\"](?P<title>[^“”\"]{{1,120}}?)[.,]?[”\"] "
        rf"(?P<container_title>[A-ZÀ-Þ][^,“”\"]{{1,80}}?), (?P<publisher>{_LABEL}), "
        rf"(?P<issued>{YEAR})"
        rf"(?:[.,] (?P<medium>CD|LP|MP3|Vinyl|Cassette)|, {_SITE})?"
    ),
    "episode of a series": (
        rf"[“\"](?P<title>[^“”\"]{{1,120}}?)[.,]?[”\"] "
        rf"(?P<container_title>[A-ZÀ-Þ][^,“”\"]{{1,80}}?)"
        rf"(?:, created by (?P<series_creator>{PERSONS}))?(?:, directed by "
        rf"(?P<director>{PERSONS}))?"
        rf"(?:, (?:performances? by|starring) (?P<performer>{PERSONS}))?,? [Ss]eason "
        rf"(?P<volume>\d{{1,3}}),? "
        rf"[Ee]pisode (?P<number>\d{{1,4}}),? (?P<publisher>[A-Z][^,“”\"]{{1,50}}?)"
        rf"(?:, (?P<issued>{DATE}|{YEAR}))?(?:[,.] {_SITE})?"
    ),
    "episode of a podcast": (
        rf"(?:[“\"](?P<title>[^“”\"]{{1,120}}?)[.,]?[”\"] "
        rf"(?P<container_title>[A-ZÀ-Þ][^,.“”\"]{{1,80}}?), "
        rf"|(?P<title2>[A-ZÀ-Þ][^,.“”\"]{{1,80}}?)\. )[Hh]osted by (?P<host>{PERSONS})"
        rf"(?:, (?:season (?P<volume>\d{{1,3}}), )?episode (?P<number>\d{{1,4}}))?, "
        rf"(?P<publisher>[A-Z][^,“”\"]{{1,50}}?), (?P<issued>{DATE}|{YEAR})(?:[,.] {_SITE})?"
    ),
    "package of R": (
        rf"(?P<author>[A-ZÀ-Þ][^()“”]{{3,200}}?),? \((?P<issued>{YEAR})\)[.:,] "
        rf"(?P<title>[\w.]{{2,30}}: [^“”]{{5,160}}?)\. "
        rf"R package(?:,)? version (?P<version>\d[\w.-]{{0,15}}\w)(?:[.,;] {_SITE})?"
    ),
    "episode in APA's form": (
        rf"(?:(?P<script_writer>{_APA_NAMES}) \(Writers?\),? (?:& )?)?(?P<director>{_APA_NAMES}) "
        rf"\((?:Writer & )?Directors?\)\. \((?P<issued>{YEAR}(?:, {MONTH}(?: \d{{1,2}})?)?)\)\. "
        rf"(?P<title>[^\[\]]{{2,160}}?) \([Ss]eason (?P<volume>\d{{1,3}}), [Ee]pisode "
        rf"(?P<number>\d{{1,4}})\) "
        rf"\[(?P<medium>[^\[\]]{{5,40}} episode)\]\. In "
        rf"(?P<executive_producer>[A-ZÀ-Þ][^()]{{3,90}}?) "
        rf"\((?:Executive )?(?:Producers?|Creators?)\), (?P<container_title>[^.]{{2,90}})\. "
        rf"(?P<publisher>[A-Z0-9][^“”]{{1,90}}?)"
    ),
}

ENTRIES: Mapping[str, str] = {
    "entry under its word": (
        r"(?P<container_title>[A-ZÀ-Þ][^“”\"\[\]]{3,90}?)(?:, (?P<edition>\d{1,2}(?:st|nd|rd|th) "
        r"ed\.))?,? "
        r"s\.\s?v\. [“\"‘](?P<title>[^“”\"]{1,80}?),?[”\"’],?(?: by (?P<author>[^,\d]{3,60}?),)?"
        rf"(?: (?:accessed|last modified|retrieved)(?: on)? (?P<accessed>{DATE}))?(?:,? (?"
        rf"P<URL>https?://\S{{2,200}}[\w/]))?"
    ),
}
