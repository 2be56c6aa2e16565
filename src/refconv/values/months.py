"""Months and seasons by name, in the languages that references have.

Names are folded: small letters without accents (:func:`fold`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

# One line a language, or its abbreviations: its months in order.
_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr mai jun jul aug sep oct nov dec
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz apr mai juno julei aug sept okt nov dez
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
janv fevr mars avr mai juin juil aout sept oct nov dec
janv fevr mars avr mai juin juill aout sept oct nov dec
jan fev mar avr mai jui jll aou sept oct nov dec
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene feb mar abr may jun jul ago setiembre oct nov dic
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
genn febbr mar apr magg giu lug ago sett ott nov dic
gen feb mar apr mag giu lug ago set ott nov dic
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
jan fev mar abr mai jun jul ago set out nov dez
januari februari maart april mei juni juli augustus september oktober november december
jan febr mrt apr mei jun jul aug sept okt nov dec
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
янв фев мар апр май июн июл авг сент окт нояб дек
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december
gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre
tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu
"""
_SEASONS = """
spring fruhjahr fruhling printemps primavera voorjaar lente var forar wiosna весна
summer sommer ete verano estate verao zomer sommar estiu lato лето
autumn fall herbst automne otono autunno outono herfst host efterar tardor jesien осень
winter hiver invierno inverno hivern zima vinter зима
"""
# As Web of Science abbreviates them.
_SHORT_SEASONS = "spr sum fal win"


def fold(word: str) -> str:
    """Return a word, which is not empty, as the tables have it.

    >>> fold("März")
    'marz'
    """
    word = word.casefold()
    # Cyrillic letters are whole as they are.
    if word.isascii() or "\u0400" <= word[0] <= "\u04ff":
        return word
    apart = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ł", "l"))
    return "".join(c for c in apart if not unicodedata.combining(c))


MONTHS: Mapping[str, int] = {
    fold(name): month
    for row in _MONTHS.strip().split("\n")
    for month, name in enumerate(row.split(), 1)
}
"""1 for January to 12, by folded name."""

SEASONS: Mapping[str, int] = {
    fold(name): season
    for season, row in enumerate(_SEASONS.strip().split("\n"), 1)
    for name in row.split()
} | {name: season for season, name in enumerate(_SHORT_SEASONS.split(), 1)}
"""1 for spring to 4 for winter, by folded name."""

MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months in English as EndNote abbreviates them, January first."""

SEASON_NAMES = ("spring", "summer", "autumn", "winter")
"""The seasons in English, in their order."""
