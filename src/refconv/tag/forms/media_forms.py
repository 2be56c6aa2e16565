"""Films, recordings, posts and entries of dictionaries."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import DATE, PERSONS, YEAR

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
ENTRIES: Mapping[str, str] = {
    "entry under its word": (
        r"(?P<container_title>[A-ZÀ-Þ][^“”\"\[\]]{3,90}?)(?:, (?P<edition>\d{1,2}(?:st|nd|rd|th) "
        r"ed\.))?,? "
        r"s\.\s?v\. [“\"‘](?P<title>[^“”\"]{1,80}?),?[”\"’],?(?: by (?P<author>[^,\d]{3,60}?),)?"
        rf"(?: (?:accessed|last modified|retrieved)(?: on)? (?P<accessed>{DATE}))?(?:,? (?"
        rf"P<URL>https?://\S{{2,200}}[\w/]))?"
    ),
}
