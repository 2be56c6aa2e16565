"""Books and articles in the forms of law."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import LAW_JOURNAL, LAW_WORD, PEOPLE, YEAR

LITERATURE: Mapping[str, str] = {
    "article in a law review, title in quotes": (
        rf"(?P<author>{PEOPLE}), [‘'“\"](?P<title>[^“”\"\[\]]{{4,250}}?),?[’'”\"],? "
        rf"(?:\((?P<issued>{YEAR})\)|\[(?P<issued2>{YEAR})\])(?: (?P<volume>\d{{1,3}})(?: ?\((?"
        rf"P<issue>[\d–/-]{{1,5}})\)"
        rf"|:(?P<issue2>\d{{1,3}}))?)? (?P<container_title>{LAW_WORD}{LAW_JOURNAL}|"
        rf"[A-Z][A-Za-z]{{1,7}}) "
        rf"(?P<page>\d{{1,5}})(?:,? (?:at )?(?P<locator>\d{{1,5}}(?:[-–]\d{{1,5}})?))?"
    ),
    "article in a law review, year last": (
        rf"(?P<author>{PEOPLE}), [“\"]?(?P<title>[A-Z][^“”\"\[\]]{{4,250}}?),[”\"]? (?"
        rf"P<volume>\d{{1,3}}) "
        rf"(?P<container_title>{LAW_WORD}{LAW_JOURNAL}) (?P<page>\d{{1,5}})"
        rf"(?:, (?P<locator>\d{{1,5}}(?:[-–]\d{{1,5}})?(?: n\.\d{{1,3}})?))? \((?P<issued>{YEAR})"
        rf"\)"
    ),
    "book with publisher and year in brackets": (
        rf"(?P<author>{PEOPLE}), (?P<title>[A-Z][^“”‘\"\[\]()]{{3,200}}?) \((?:(?"
        rf"P<edition>\d{{1,2}}(?:st|nd|rd|th) "
        rf"(?:rev )?edn?|rev edn?), )?(?P<publisher>[A-Z][^(),:;\d]{{1,40}}?),? (?:(?"
        rf"P<edition2>\d{{1,2}}(?:st|nd|rd|th)"
        rf" ed), )?(?P<issued>{YEAR})\)(?: (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?))"
    ),
    "book in capitals": (
        r"(?P<author>[A-ZÀ-Þ][A-ZÀ-Þ.’' &,-]{3,80}?), (?P<title>[A-ZÀ-Þ][A-ZÀ-Þ’'&,:; -]{3,160}?)"
        r"(?: (?P<page>\d{1,4}(?:[-–]\d{1,4})?(?: n\.\d{1,3})?))? \((?:(?P<editor>[A-Z][^()"
        r"\d]{3,60}?) eds?\.,? )?"
        rf"(?:(?P<edition>\d{{1,2}}(?:d|th|st|nd|rd)|rev\.) ed\.,? )?(?P<issued>{YEAR})\)"
    ),
}
