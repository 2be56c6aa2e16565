"""Standards."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import MONTH, YEAR

_BODY = (
    r"(?:ISO(?:/(?:IEC|TS|TR|DIS|FDIS|PAS|HL7|ASTM)){0,2}(?: (?:TS|TR))?|IEC(?: (?:TS|TR))?|ASTM|"
    r"ANSI(?:/[A-Z]{2,6})?"
    r"|DIN(?: EN)?(?: ISO)?(?:/IEC)?|EN(?: ISO)?(?:/IEC)?|BS(?: EN)?(?: ISO)?|NF(?: EN)?(?: ISO)?|"
    r"IEEE(?: Std\.?)?"
    r"|ITU-[TR]|JIS|GB(?:/T)?|ÖNORM|SN EN|UNE(?:-EN)?(?:-ISO)?|UNI(?: EN)?(?: ISO)?|NEN(?:-EN)?|"
    r"SS-EN|CSA|AS/NZS"
    r"|AS|NZS|(?:ABNT )?NBR(?: ISO)?|NIST SP|NFPA|API|SAE|VDI|CEN/TS|ETSI(?: [A-Z]{2})?|3GPP TS)"
)
_NUMBER = (
    rf"(?P<number>{_BODY}[ -]?(?:Standard )?[A-Z]{{0,2}}[ -]?\d(?:[\w./:+–—-]{{0,18}}\w)?"
    r"(?: \([A-Z]\))?)"
)
_SEPARATED = r"(?:[.,:;]? |,? [–—-] )"
STANDARDS: Mapping[str, str] = {
    "standard with publisher behind its place": (
        rf"{_NUMBER}{_SEPARATED}(?:\((?P<issued>{YEAR})\)[.,:]? )?[“\"]?(?"
        rf"P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[”\"]?[.,;] "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:[ -][A-ZÄÖÜ][^\W\d_]+)?(?:, [A-Z]{2})?): "
        rf"(?P<publisher>[A-ZÄÖÜ][^:;\d]{{1,70}}?)(?:[,;] (?P<issued2>{YEAR}))?"
    ),
    "standard with publisher, place and year": (
        rf"{_NUMBER}{_SEPARATED}[“\"]?(?P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[,.]?[”\"]?,? (?"
        rf"P<publisher>{_BODY} International"
        rf"|{_BODY}|International Organization for Standardization|[A-Z][^,;:\d]{{2,60}}),? "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:[ -][A-ZÄÖÜ][^\W\d_]+)?(?:, [A-Z][^\W\d_]{1,12})"
        r"{0,2}),? "
        rf"\(?(?P<issued>{YEAR})\)?"
    ),
    "standard with publisher and place": (
        rf"{_NUMBER}{_SEPARATED}(?P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[.,] (?P<publisher>{_BODY}|"
        rf"International Organization for "
        r"Standardization|International Electrotechnical Commission|European Committee for "
        r"Standardization|Beuth(?: Verlag)?"
        r"|British Standards Institution|Deutsches Institut für Normung|AFNOR|CEN), (?"
        r"P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:, [A-Z][^\W\d_]+)?)"
    ),
    "standard under its title": (
        rf"(?P<title>[A-Z][^“”\"]{{8,200}}?), {_NUMBER}(?:, (?P<issued>{YEAR}))?"
    ),
    "standard": (
        rf"{_NUMBER}{_SEPARATED}[“\"]?(?P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[.,]?[”\"]?(?:,? \(?(?"
        rf"P<issued>(?:{MONTH} )?{YEAR})\)?)?"
    ),
}
