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
    r"[A-Z][^“”,;]{0,60}?(?:, (?:[Bb]ox|[Ff]older|[Ff]ol\.|[Ff]asc\.|[Bb]usta|b\.|f\.|c\.|Nr\."
    r"|No\."
    r"|vol\.|[A-Z])[^“”,;]{0,50}){0,4}"
)
RECORDS: Mapping[str, str] = {
    "letter in an archive": (
        rf"(?P<author>[A-ZÀ-Þ][^\d,“”]{{1,40}}(?:, [A-ZÀ-Þ][^\d,“”]{{1,30}}?)?) to (?"
        rf"P<recipient>{PERSON}|[A-ZÀ-Þ][^\W\d_]{{2,20}}), "
        rf"(?P<issued>{DATE}|{YEAR}), (?P<archive_location>{_SHELF}), (?P<archive>{_ARCHIVE})"
        r"(?:, (?P<archive_place>[A-Z][^,;\d]{2,40}))?"
    ),
    "document of a German archive": (
        r"(?P<archive>(?:Bundesarchiv|BArch|(?:[A-ZÄÖÜ][\w-]{2,25}(?:es|s)? )?(?:Haupt|Landes"
        r"|Stadt|Staats"
        r"|Universitäts|Kreis|Diözesan)[\w-]{0,12}[Aa]rchiv|Geheimes Staatsarchiv|GStA(?: PK)?"
        r"|StA|HStA|LASA"
        r"|[A-ZÄÖÜ][\w-]{2,20}archiv)(?: [A-ZÄÖÜ(][^,;]{2,40})?), "
        r"(?P<archive_location>(?=[^“”]{0,60}\d)[A-ZÄÖÜ\d][^“”„:]{1,60}?,? (?:Bll?|fol|Nr|Akte"
        r"|f)\. ?\d[\w –-]{0,15})"
        rf"(?:, (?P<issued>{DATE}|{YEAR}))?"
    ),
    "document in an archive": (
        rf"(?P<archive>{_ARCHIVE}),? (?P<archive_location>(?=[^“”‘]{{0,60}}\d)"
        rf"[A-Z][^“”‘’]{{2,90}}?)"
        rf"(?:, (?P<author>[A-ZÀ-Þ][^\W\d_]{{1,20}}) to (?P<recipient>[A-ZÀ-Þ][^\W\d_]{{1,20}})|, "
        rf"[“‘](?P<title>[^“”‘’]{{3,120}}?),?[”’])?,? "
        rf"(?P<issued>{DATE})"
    ),
    "interview": (
        rf"(?P<author>[A-ZÀ-Þ][^\d.“”\"]{{1,40}})\. (?:[“\"](?P<title>[^“”\"]{{3,120}}?)"
        rf"[.,]?[”\"]\.? )?"
        rf"(?P<genre>(?:Personal |Telephone |Oral history )?[Ii]nterview) (?:by|with) "
        rf"(?P<interviewer>{PERSON})"
        rf"[.,] (?P<issued>{DATE})(?:[.,] (?P<medium>Transcript|Audio|Video|Recording|Tape "
        rf"recording|Notes))?"
        rf"(?:[.,] (?P<archive_collection>[A-Z][^,“”\d]{{3,60}}(?:Collection|Project|Archive"
        rf"|Program|Papers)))?"
        rf"(?:[.,] (?P<archive>[A-Z][^“”\d]{{3,80}}?))?"
    ),
    "map of a survey": (
        rf"(?P<author>[A-ZÀ-Þ][^.“”\"\d]{{3,60}})\. (?P<title>[^“”\"\[\]]{{3,120}}?) \["
        rf"(?P<medium>[^\[\]]{{0,20}}"
        rf"[Mm]ap)\][.,] (?P<scale>(?:[Ss]cale )?1 ?: ?\d[\d ,.]{{2,12}}\d)[.,] (?:"
        rf"(?P<edition>\d{{1,2}})(?:st|nd|rd"
        rf"|th) ed(?:ition|n)?[.,] )?(?P<publisher_place>[A-ZÀ-Þ][^:;\d]{{2,40}}): "
        rf"(?P<publisher>[^:;\d]{{2,60}})"
        rf"[;,] (?P<issued>{YEAR})"
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
    "patent under its number": (
        rf"(?P<genre>[A-Z]\w+(?: \w+)? [Pp]atent(?: [Aa]pplication)?) (?:[Nn]o\. )?"
        rf"(?P<number>\d[\d,/]{{5,12}}\d"
        rf"(?: ?[A-Z]\d?)?)\. (?P<title>[^.“”]{{3,160}}?)\. (?:Inventors?: "
        rf"(?P<author>[^:“”]{{3,120}}?)\. )?"
        rf"(?:(?:Assignee|Applicant)s?: (?P<publisher>[^:“”]{{2,80}}?)\. )?(?P<issued>{YEAR}"
        rf"(?: [A-Z][a-z]{{2}}(?: \d{{1,2}})?)?)"
    ),
    "book with a quotation in its title": (
        rf"(?P<author>{PEOPLE}), (?P<title>„[^“”„]{{3,100}}“[.:] (?!In:? )"
        rf"[A-ZÄÖÜ][^“”„]{{4,150}}?), "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:(?:/| u\. a\.| am )[A-ZÄÖÜ]?[^\W\d_]*)?) "
        rf"(?P<issued>{YEAR})(?:, S\. (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?: ff?\.)?)?"
    ),
}
