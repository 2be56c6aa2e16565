"""Archival records, reports, patents, and titles that quote another."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import DATE, PEOPLE, PERSON, YEAR

_ARCHIVE = (
    r"(?:TNA|PRO|NARA|BArch|ASVe|AGI|AHN|BnF|AN|The National Archives|National Archives[^,]{0,40}"
    r"|[^,;]{0,50}(?:Archiv(?:e|es|io|o)?|archiv|Library|Bibliothek|Bibliothèque|Biblioteca|"
    r"Record Office"
    r"|Special Collections)\b[^,;]{0,50})"
)
_SHELF = (
    r"[A-Z][^“”,;]{0,60}?(?:, (?:[Bb]ox|[Ff]older|[Ff]ol\.|[Ff]asc\.|[Bb]usta|b\.|f\.|c\.|Nr\.|No\."
    r"|vol\.|[A-Z])[^“”,;]{0,50}){0,4}"
)
RECORDS: Mapping[str, str] = {
    "letter in an archive": (
        rf"(?P<author>[A-ZÀ-Þ][^\d,“”]{{1,40}}(?:, [A-ZÀ-Þ][^\d,“”]{{1,30}}?)?) to (?"
        rf"P<recipient>{PERSON}|[A-ZÀ-Þ][^\W\d_]{{2,20}}), "
        rf"(?P<issued>{DATE}|{YEAR}), (?P<archive_location>{_SHELF}), (?P<archive>{_ARCHIVE})"
        r"(?:, (?P<archive_place>[A-Z][^,;\d]{2,40}))?"
    ),
    "document in an archive": (
        rf"(?P<archive>{_ARCHIVE}),? (?P<archive_location>(?=[^“”‘]{{0,60}}\d)"
        rf"[A-Z][^“”‘’]{{2,90}}?)"
        rf"(?:, (?P<author>[A-ZÀ-Þ][^\W\d_]{{1,20}}) to (?P<recipient>[A-ZÀ-Þ][^\W\d_]{{1,20}})|, "
        rf"[“‘](?P<title>[^“”‘’]{{3,120}}?),?[”’])?,? "
        rf"(?P<issued>{DATE})"
    ),
    "report of a geological survey": (
        rf"(?P<author>{PEOPLE}), (?P<issued>{YEAR}), (?P<title>[A-Z][^“”]{{6,250}}?): (?"
        rf"P<publisher>[A-Z][A-Za-z. ]{{2,40}}?Survey) "
        r"(?P<genre>(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)? ){0,2}(?:Report|Paper|Bulletin|Circular|Map|"
        r"Series|Memoir|Publication))s? "
        r"(?:[Nn]o\. )?(?P<number>[A-Z]?[\d–-]{1,12}(?:-?[A-Z])?), (?P<number_of_pages>\d{1,4}) p"
    ),
    "patent of inventors": (
        r"(?P<author>[^;“”]{3,120}?), inventors?; (?P<publisher>[^;“”]{2,80}?), (?:assignees?|"
        r"applicants?)\. (?P<title>[^.“”]{3,160}?)\. "
        r"(?P<genre>[A-Z]\w+(?: \w+)? [Pp]atent(?: [Aa]pplication)?) (?P<number>[A-Z]{2} ?[\d,/. "
        r"]{5,14}(?: ?[A-Z]\d?)?)\. "
        rf"(?P<issued>{YEAR}(?: [A-Z][a-z]{{2}}(?: \d{{1,2}})?)?)"
    ),
    "book with a quotation in its title": (
        rf"(?P<author>{PEOPLE}), (?P<title>„[^“”„]{{3,100}}“[.:] (?!In:? )"
        rf"[A-ZÄÖÜ][^“”„]{{4,150}}?), "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:(?:/| u\. a\.| am )[A-ZÄÖÜ]?[^\W\d_]*)?) "
        rf"(?P<issued>{YEAR})(?:, S\. (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?: ff?\.)?)?"
    ),
}
