"""Citation templates of Wikipedias: their types, and what their parameters mean.

Sources: the templates' documentation at en, de, fr, es, it, pt, ru, nl and pl.wikipedia.org
(Citation Style 1; Literatur, Internetquelle; Article, Ouvrage, Chapitre, Lien web; Cita libro …).
A name is written as :func:`folded` writes it, ``#`` stands for a number at its end or inside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TEMPLATES = """
article-journal    cite journal; vcite journal; vancite journal; cite doi; cite pmid; article
article-journal    cita publicación; cita pubblicazione; citar periódico; citar jornal académico
article-journal    статья; citeer journal; cytuj pismo; cite paper; citation journal; citar artigo
article-journal    artikkelviite; tidskriftsref; cita revista; citar revista
book               cite book; vcite book; ouvrage; cita libro; citar livro; книга; citeer boek
book               cytuj książkę; kirjaviite; bokref; cite ebook; bibliografia
chapter            chapitre; cite contribution; cite chapter
webpage            cite web; vcite web; internetquelle; lien web; cita web; citar web; citeer web
webpage            cytuj stronę; cite website; webbref; verkkoviite; cite url; cite tweet; cite blog
webpage            cite press release; cita comunicado; cite podcast; cite mailing list; cite social
article-newspaper  cite news; vcite news; cita noticia; cita news; citar jornal; citar notícia
article-newspaper  citeer nieuws; cite newspaper; tidningsref; cite newspaper the times
article-magazine   cite magazine; cytuj magazyn
paper-conference   cite conference; cita conferencia; cita conferenza; citar conferência
paper-conference   cite proceedings
thesis             cite thesis; thèse; cita tesis; citar tese; cita tesi; cite dissertation
report             cite report; cite techreport; cite tech report; cita informe; citar relatório
report             cite document; cite working paper
entry-encyclopedia cite encyclopedia; cite encyclopaedia; cite dictionary; cita enciclopedia
entry-encyclopedia citar enciclopédia; article encyclopédique; cite eb1911; citar enciclopedia
article            cite arxiv; cite biorxiv; cite medrxiv; cite ssrn; cite citeseerx
motion_picture     cite av media; cite video; cite film; cite dvd notes; cite av media notes; vidéo
interview          cite interview; cita entrevista; citar entrevista
broadcast          cite episode; cite serial
patent             cite patent
map                cite map; cita mapa
bill               cite court
-                  citation; literatur; cytuj; cita; publikation; публикация; source; citar
-                  bronvermelding anderstalige wikipedia; vcite; cite; cite q
"""

TYPES: Mapping[str, str] = {
    name.strip(): kind
    for kind, names in (line.split(None, 1) for line in _TEMPLATES.strip().split("\n"))
    for name in names.split(";")
}
"""The type of each template; ``-`` where its parameters decide."""

_PARAMETERS = """
author.last      last# surname# author-last# author#-last family#
author.last      apellido# apellidos# nom# cognome# sobrenome# ultimo# último# achternaam# nazwisko#
author.last      efternamn# sukunimi# autor-apellido# фамилия#
author.first     first# given# author-first# author#-first forename# firstname#
author.first     nombre# nombres# prénom# nome# primeiro# voornaam# imię# förnamn# etunimi# имя#
author.whole     author# authors subject# host# people credits collaboration# inventor# inventors
author.whole     autor# autoren auteur# auteurs autore# autori autores# автор# автор-список
author.whole     autorzy inventor author-list
author.vancouver vauthors
author.mask      display-authors author-mask# display-editors et-al et-al. etal
editor.last      editor-last# editor#-last editor-surname# editor-apellido# editor-apellidos#
editor.last      editor-sobrenome# curatore-cognome# nazwisko-redaktora# editor-achternaam#
editor.first     editor-first# editor#-first editor-given# editor-nombre# editor-nome#
editor.first     editor-nombres# imię-redaktora# editor-voornaam#
editor.whole     editor# editors hrsg herausgeber curatore# ответственный redaktor# red directeur#
editor.whole     auteurs-ouvrage directeur-publication
editor.vancouver veditors
translator.last  translator-last# translator#-last translator-surname#
translator.first translator-first# translator#-first translator-given#
translator.whole translator# übersetzer traducteur traductor# traductores traduttore tradutor#
translator.whole vertaler tłumacz# переводчик traduction
others           others andere otros altri outros inni
title            title titel titre título titulo titolo заглавие название tytuł título-libro
title.sub        untertitel titelerg sous-titre subtítulo subtitulo sottotitolo подзаголовок
title.script     script-title
title.foreign    trans-title trad-título
chapter          chapter contribution entry article section kapitel titre-chapitre capítulo capitulo
chapter          capitolo contributo часть rozdział hoofdstuk chapitre
container        journal magazine newspaper periodical work website sammelwerk werk périodique
container        titre-ouvrage site publicación periódico revista obra sitioweb sitio-web rivista
container        pubblicazione giornale opera sito jornal periodico tijdschrift krant czasopismo
container        tytuł-pracy-zbiorowej praca tidskrift encyclopedia encyclopaedia
container        dictionary book-title booktitle enciclopedia enciclopédia mailinglist newsgroup
container        website-titel tytuł-tomu opublikowany weblog серия-статьи program
издание          издание
series           series reihe collection serie collana série серия seria reeks version
date             date datum fecha data дата publication-date air-date
year             year jahr année annee año ano anno rok год jaar
month            month monat mois mes mese mês месяц miesiąc maand
day              day tag jour día dia giorno число day dzień
original         orig-date orig-year origyear orig-date año-original anno-originale anooriginal
accessed         access-date accessdate abruf zugriff consulté-le fechaacceso fecha-acceso accesso
accessed         acessodata datum-abfrage дата-обращения data-dostępu bezochtdatum access-dt
accessed         consulta acesso-em acedido-a datadeaccesso
volume           volume band tome volumen том wolumin tom vol jahrgang jg deel
issue            issue number nummer numéro numero número выпуск номер numer heft nr
page             pages page pp p at seiten s seite passage páginas página pagine pagina pagini
page             страницы страница strony strona pagina's pag pg
number-of-pages  total-pages pages-totales umfang страниц páginas-totales totpagine paginas
edition          edition auflage numéro-édition edición edizione edição wydanie druk изд
publisher        publisher institution verlag éditeur editorial editore editora издательство
publisher        uitgever wydawca school university institución förlag kustantaja
place            location place publication-place ort lieu ubicación città cidade local место
place            plaats miejsce lugar lieu-édition
event            conference event konferenz conférence congreso convegno conferência
genre            degree type tipo typ thesistype
agency           agency agencia agenzia agência
language         language lang sprache langue idioma lingua язык taal język språk
url              url online lire-en-ligne ссылка link chapter-url url-capítulo présentation-en-ligne
archive-url      archive-url archiveurl archiv-url archivurl urlarchivo urlarchivio archive
DOI doi
PMID pmid
PMCID pmc
arxiv arxiv eprint
ISBN isbn isbn#
ISSN issn issn# eissn
"""

_NUMBER = re.compile(r"\d{1,3}")
_BREAKS = re.compile(r"[\s_-]+")


def folded(name: str) -> str:
    """Return a parameter's or a template's name without case and with hyphens between words.

    >>> folded("Access_Date "), folded("last 2")
    ('access-date', 'last-2')
    """
    return _BREAKS.sub("-", name.strip().casefold())


PARAMETERS: Mapping[str, str] = {
    name: meaning
    for meaning, *names in (line.split() for line in _PARAMETERS.strip().split("\n"))
    for name in names
}
"""What each parameter means."""

IGNORED = frozenset(
    """url-status urlstatus dead-url deadurl ref name-list-style mode postscript df cs1-dates
    url-access doi-access jstor-access archive-date archivedate archiv-datum fechaarchivo
    dataarchivio arquivodata archive-format format nopp no-pp quote quote-page quotes zitat citation
    texte-lang trans-quote script-quote title-link author-link# authorlink# author#-link
    editor-link# editorlink# editor#-link first#-link lien-auteur# enlaceautor# wkautore#
    autorlink# ссылка-автор author-format doi-broken-date last-author-amp lastauthoramp
    subject-link# subscription registration via-link kommentar plume separator id-format
    offline archiv-bot urlmorta urltrad bot checked wikidata arg# 1 2 ibid
    suscripción sinedd yesplantilla""".split()
)
"""Parameters about the citation, not the work."""


def meaning_of(name: str) -> tuple[str, int]:
    """Return what a parameter means, and its number; ``""`` if it is not known.

    >>> meaning_of("editor2-last"), meaning_of("nazwisko"), meaning_of("colour")
    (('editor.last', 2), ('author.last', 1), ('', 1))
    """
    key = folded(name)
    if key in PARAMETERS:
        return PARAMETERS[key], 1
    match = _NUMBER.search(key)
    if match is None:
        bare = f"{key}#"
        return PARAMETERS.get(bare, "-" if key in IGNORED or bare in IGNORED else ""), 1
    number = int(match[0])
    for form in _forms(key, match):
        if form in PARAMETERS:
            return PARAMETERS[form], number
        if form in IGNORED:
            return "-", number
    return ("-" if key in IGNORED else ""), number


def _forms(key: str, match: re.Match[str]) -> tuple[str, ...]:
    """Return the spellings of a name with a number: inside, and at the end."""
    start, end = match.span()
    before, after = key[:start].rstrip("-"), key[end:]
    inside = f"{before}#{after}"
    at_end = f"{before}{after}#"
    hyphened = f"{before}-{after.lstrip('-')}#" if after else f"{before}#"
    return inside, at_end, hyphened
