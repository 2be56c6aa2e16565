"""Token classes: words that mean the same in a reference, in any language ("Hrsg." and "eds.").

The classes are the small alphabet from which context features are computed. Words are case folded
and without accents.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from refconv.tag.models import models_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORDS = {
    "and": "and & et und y e og och en i ed и та ve sowie och ja",
    "in": "in im dans en: w в у",
    "al": "al others andere autres alii mitarb colab altri anderen al'",
    "editor": "ed eds edited editor editors edit hrsg hg hrg hgg herausgegeben herausgeber dir "
    "dirs "
    "direction coord coords coordinateur red redaktion cura curatore curatori comp comps eds.) "
    "под ред edds editores hrsgg ediert editeur editeurs compiler bearb bearbeitet orgs org "
    "coordinador compilador haz",
    "translator": "trans transl translated translator translators tr trad traduit traduction "
    "traduzione traducao ubersetzt ubers uebersetzt perevod пер traducido vertaald",
    "volume": "vol vols volume volumes v bd band bde bande t tom tome tomo tomes jg jahrgang т "
    "том cilt tomi annee anno rocnik roc jaarg jaargang ano deel arg bind",
    "issue": "no nr num number issue iss n no. heft h hft numero numeros nos fasc fascicule "
    "suppl supplement suppl. numer sayi №  вып nummer zeszyt cislo hefte s1 numb pt part",
    "page": "p pp page pages pg pgs s. ss seite seiten pag paginas pagine с стр str pags bl blz "
    "sid sider foll ff f ll cols col",
    "month": "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec januar februar marz april mai juni "
    "juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre "
    "decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre spring "
    "summer autumn fall winter okt dez janeiro fevereiro junho julho setembro outubro novembro "
    "dezembro maart mei augustus sommer herbst fruhjahr",
    "edition": "edition edn aufl auflage edicion edizione ausgabe ausg reprint repr nachdruck "
    "revised rev neudr edicao uitg izd изд updated wyd wydanie",
    "thesis": "thesis dissertation diss phd ph.d doctoral doctorat these habilitation masterarbeit "
    "diplomarbeit magisterarbeit tesi tesis tese thesis. master's masters doctorado proefschrift "
    "memoire magister habilitationsschrift bachelor unpublished dottorato inaugural-dissertation",
    "report": "report rep reports technical memo memorandum paper papers working discussion "
    "preprint arxiv e-print e-prints manuscript draft deliverable bericht arbeitspapier rapport "
    "manual handbook specification standard patent rfc iso",
    "press": "press verlag publisher publishers publishing publications publication editions "
    "edition-verlag presses university universitat universite universidad universita "
    "universitatsverlag "
    "editore editrice edizioni editorial books inc ltd gmbh co company corp institute institut "
    "wiley springer elsevier routledge oxford cambridge academic suhrkamp springer-verlag sons "
    "verlagsgesellschaft librairie editeur imprimerie association society department ministry "
    "college school foundation organization center centre laboratory laterza einaudi mulino "
    "gallimard seuil flammarion armand puf izdatelstvo wydawnictwo uitgeverij forlag forlaget sage "
    "mcgraw-hill prentice blackwell palgrave macmillan kluwer birkhauser fischer mohr beck rowohlt "
    "westdeutscher campus vs vandenhoeck hachette harvard princeton yale penguin norton",
    "journal": "journal j zeitschrift revue review rev. revista rivista annals annales annalen "
    "archives archiv archive bulletin bull acta quarterly magazine letters lett transactions "
    "trans. "
    "newsletter jahrbuch cahiers studi blatter ann arch phys chem biol med sci int am br eur res "
    "math stat econ soc psychol nucl appl environ clin neurosci immunol jahrb nature science "
    "gazette times news zeitung tidskrift tijdschrift zh журнал вестник известия quaderni "
    "monatshefte vierteljahrschrift forum z surg pharmacol physiol biochem genet microbiol",
    "meeting": "proceedings proc conference conf symposium symp workshop congress kongress "
    "international meeting colloque atti tagungsband convegno lncs colloquium actes ieee acm "
    "advances lecture notes tagung konferenz intl intern convention",
    "series": "series ser ser. reihe collection coll collana serie schriftenreihe monographs "
    "studies studien schriften beitrage collezione coleccion monographien",
    "id": "doi http https url urn isbn issn pmid pmcid hdl handle www eprint pubmed orcid asin",
    "accessed": "accessed retrieved available visited viewed abgerufen zugriff consulte consultato "
    "online stand gesehen checked access abruf letzter zuletzt visitado acesso geraadpleegt "
    "accesso dostep hentet disponible download downloaded url: besucht recuperado",
    "ordinal": "st nd rd th e eme er ed. ere ª º ter",
    "later": "press forthcoming appear erscheinen submitted published review preparation online "
    "ahead epub ersch accepted druck unpublished",
    "ibid": "ibid ibidem op cit ebd ebda idem id loc siehe vgl see cf ders dies derselbe",
    "suffix": "jr sr iii iv",
    "stop": "of the for on to with from by at an as a de la le les des du der die das dem den del "
    "della delle dei degli di da do dos van von zu zur zum zur fur mit auf aus ein eine einer "
    "los las el un une sur aux au pour par nel nella sul per con como para its their is are "
    "using based between during into or og som av til het een over na do z o и на по для как "
    "uber nach bei als among toward towards their we how what why not und",
}

PUNCTUATION = {
    **{mark: mark for mark in ".,;:()[]<>?!/&+*=#_@%"},
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2212\u00ad~\u223c", "-"),
    **dict.fromkeys("\u2014\u2015", "—"),
    **dict.fromkeys("\u201c\u201f`\u2018", "“"),
    **dict.fromkeys("\u201d\u2019", "”"),
    **dict.fromkeys('"\u201e\u201a\uff02', '"'),
    **dict.fromkeys("\u00ab\u2039\u300a\u300c\u3008", "«"),
    **dict.fromkeys("\u00bb\u203a\u300b\u300d\u3009", "»"),
    "'": "'",
    "\u2026": "...",
    "\u3001": ",",
    "\uff0c": ",",
    "\u3002": ".",
    "\uff0e": ".",
    "\u00b7": "*",
    "\u2022": "*",
    "\uff08": "(",
    "\uff09": ")",
    "\uff1a": ":",
    "\uff1b": ";",
    "{": "(",
    "}": ")",
    "\u2116": "#",
    "|": "/",
}
"""The class of a mark of punctuation."""

CLASS_OF_WORD: dict[str, str] = {
    word: name for name, words in reversed(_WORDS.items()) for word in words.split()
}
"""The class of a word; of the classes that hold it, the first above."""

CLASSES = (
    "",
    *dict.fromkeys(PUNCTUATION.values()),
    "mark",
    *(name for name in _WORDS),
    "1d", "2d", "3d", "4d", "5d", "year",
    "DOI", "URL", "arXiv", "resolver", "number-id",
    "Initial", "letter", "Short", "Cap", "UP", "UPPER", "lower", "mixed", "script",
)  # fmt: skip
"""All token classes; the first stands for padding."""


def journal_keys() -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Return the sorted hashes of journal names and abbreviations, and a table of their low bits.

    They come from a list in the public domain (see ``data/card.json``). The table tells quickly
    that a hash is not among them.
    """
    if not _journals:
        use_journals(models_folder().joinpath("journals.bin").read_bytes())
    return _journals[-1]


def use_journals(data: bytes) -> None:
    """Use this file of journal names from now on: differences of sorted hashes, compressed."""
    import numpy as np  # noqa: PLC0415 (importing refconv must stay light)

    keys = np.cumsum(np.frombuffer(zlib.decompress(data), np.uint32), dtype=np.uint32)
    hint = np.zeros(1 << 22, np.bool_)
    hint[keys & np.uint32(len(hint) - 1)] = True
    _journals.append((keys, hint))


_journals: list[tuple[NDArray[np.uint32], NDArray[np.bool_]]] = []
