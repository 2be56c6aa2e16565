"""Made-up reference styles: a small language, and tables of schools written in it.

A template is text with ``{field}``; ``⟦…⟧`` stands only where all its fields do; ``⟪a~b~c⟫`` is a
choice made once for a whole list. A field's value gets the label of :data:`FIELD_LABELS`; what
stands around it none. A name form is ``first / others``: ``F`` family, ``G`` given names, ``I``
initials; the marks after ``I`` say how they are written.
"""

from __future__ import annotations

from typing import NamedTuple

FIELD_LABELS = {
    "author": "author", "editor": "editor", "translator": "translator", "title": "title",
    "container": "container-title", "journal": "container-title",
    "collection": "collection-title", "year": "issued", "date": "issued", "month": "issued",
    "daymonth": "issued", "yearmonth": "issued",
    "volume": "volume", "issue": "issue", "supplement": "issue", "page": "page", "first": "page", "publisher": "publisher",
    "place": "publisher-place", "school": "publisher", "edition": "edition", "genre": "genre",
    "number": "number", "event": "container-title", "meeting": "event-title", "DOI": "DOI", "URL": "URL", "ISBN": "ISBN",
    "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID", "arXiv": "arXiv", "accessed": "accessed",
    "note": "note", "status": "issued", "short": "container-title", "seriesnumber": "volume", "pages_total": "page",
}  # fmt: skip


class Names(NamedTuple):
    """How a style writes a list of people."""

    first: str  # a name form, e.g. "F, I. " or "G F"
    rest: str
    between: str
    last: str
    most: int = 30  # from how many people on the list is cut
    kept: int = 1
    et_al: str = " et al."


class School(NamedTuple):
    """A family of styles: its names, its templates by type, the languages of what it cites."""

    names: tuple[Names, ...]
    templates: dict[str, tuple[str, ...]]
    languages: str = ""
    abbreviated: float = 0.3  # the share of lists with abbreviated journals
    weight: float = 1.0


_N = Names
VANCOUVER = (
    _N("F I", "F I", ", ", ", "), _N("F I", "F I", ", ", ", ", 7, 6, ", et al."),
    _N("F I", "F I", ", ", ", ", 4, 3, ", et al."), _N("F I", "F I", ", ", " and "),
    _N("F I", "F I", ", ", ", ", 4, 3, ", et al"), _N("F I", "F I", "; ", "; "),
    _N("F I", "F I", ", ", " & "), _N("F, I", "F, I", ", ", ", "),
    _N("F I.", "F I.", ", ", ", "), _N("F I.", "F I.", ", ", ", ", 6, 3, ", et al."),
    _N("F I", "F I", ", ", ", ", 3, 1, " et al."), _N("FF I", "FF I", ", ", ", "),
)  # fmt: skip
APA = (
    _N("F, I. ", "F, I. ", ", ", ", & "), _N("F, I. ", "F, I. ", ", ", " & "),
    _N("F, I. ", "F, I. ", ", ", ", & ", 8, 6, ", et al."),
    _N("F, I.", "F, I.", ", ", " & "), _N("F, I. ", "F, I. ", ", ", ", and "),
    _N("F, I.", "F, I.", ", ", ", "), _N("F, I.", "F, I.", ", ", " and "),
    _N("F, I. ", "F, I. ", ", ", " and ", 4, 1, " et al."), _N("F, I. ", "F, I. ", "; ", "; "),
    _N("F, I.", "F, I.", "; ", "; "), _N("F, I", "F, I", ", ", " and "),
    _N("F, G", "F, G", ", ", " & "), _N("F, I. ", "F, I. ", ", ", " y "),
)  # fmt: skip
CHICAGO = (
    _N("F, G", "G F", ", ", ", and "), _N("F, G", "G F", ", ", " and "),
    _N("F, G", "F, G", "; ", "; "), _N("F, G", "G F", ", ", ", and ", 4, 1, ", et al."),
    _N("F, G", "F, G", ", ", " and "), _N("F, I. ", "I. F", ", ", ", and "),
    _N("F, I. ", "I. F", ", ", " and "), _N("F, G", "F, G", ", ", ", and "),
    _N("F, G", "F, G", " and ", " and "),
)  # fmt: skip
FORENAME = (
    _N("I. F", "I. F", ", ", ", and "), _N("I. F", "I. F", ", ", " and "),
    _N("I. F", "I. F", ", ", ", "), _N("I.F", "I.F", ", ", ", "), _N("I.F", "I.F", ", ", " and "),
    _N("G F", "G F", ", ", " and "), _N("G F", "G F", ", ", ", and "), _N("G F", "G F", ", ", ", "),
    _N("I. F", "I. F", ", ", " and ", 4, 1, " et al."), _N("I F", "I F", ", ", " and "),
    _N("I. F", "I. F", ", ", ", and ", 7, 6, ", et al."), _N("I. F", "I. F", ", ", ", & "),
    _N("G F", "G F", ", ", " & "), _N("I.-F", "I.-F", ", ", " and "), _N("I. FF", "I. FF", ", ", ", "),
)  # fmt: skip
GERMAN = (
    _N("F, G", "F, G", "/", "/"), _N("F, G", "F, G", " / ", " / "), _N("F, G", "G F", ", ", " und "),
    _N("F, I. ", "F, I. ", "/", "/"), _N("F, I.", "F, I.", "; ", "; "), _N("F, G", "F, G", "; ", "; "),
    _N("F, G", "F, G", ", ", " und "), _N("F, G", "F, G", " und ", " und "), _N("G F", "G F", ", ", " und "),
    _N("G F", "G F", "/", "/"), _N("FF, G", "FF, G", " / ", " / "), _N("F, I. ", "F, I. ", ", ", " & "),
    _N("F, I. ", "F, I. ", ", ", " und ", 4, 1, " u.a."), _N("F, G", "F, G", ", ", ", ", 4, 1, " et al."),
    _N("F, G", "F, G", " – ", " – "), _N("F I", "F I", ", ", ", "), _N("F, I.", "F, I.", "/", "/", 4, 1, " u. a."),
    _N("I. F", "I. F", ", ", " u. "), _N("F, I.", "F, I.", ", ", " u. "),
)  # fmt: skip
FRENCH = (
    _N("FF I.", "FF I.", ", ", ", "), _N("FF G", "FF G", ", ", ", "), _N("F G", "F G", ", ", " et "),
    _N("FF, G", "FF, G", ", ", " et "), _N("F I.", "F I.", ", ", ", "), _N("FF I.", "FF I.", ", ", " et "),
    _N("FF (G)", "FF (G)", ", ", ", "), _N("F (I.)", "F (I.)", ", ", ", "), _N("G FF", "G FF", ", ", " et "),
    _N("G F", "G F", ", ", " et "), _N("F, G", "G F", ", ", " et "), _N("F I. ", "F I. ", ", ", " & "),
    _N("FF I.", "FF I.", " ", " et "), _N("F, I.", "F, I.", ", ", " et "), _N("FF I", "FF I", ", ", ", "),
    _N("FF, G", "FF, G", " ; ", " ; "), _N("I. F", "I. F", ", ", " et "), _N("F G", "F G", ", ", ", "),
    _N("F (G)", "F (G)", ", ", " et "), _N("F I. ", "F I. ", ", ", ", ", 4, 1, " et al."),
)  # fmt: skip
ROMANCE = (
    _N("I. F", "I. F", ", ", ", "), _N("I. FF", "I. FF", ", ", ", "), _N("G F", "G F", ", ", " e "),
    _N("F, G", "F, G", "; ", "; "), _N("FF, G", "FF, G", "; ", "; "), _N("F, I. ", "F, I. ", ", ", " y "),
    _N("FF, G", "G FF", ", ", " y "), _N("F I.", "F I.", ", ", ", "), _N("G FF", "G FF", ", ", " - "),
    _N("I. F", "I. F", ", ", " - "), _N("I.F", "I.F", ", ", ", "), _N("F I., ", "F I.", ", ", " e "),
    _N("F, G", "G F", ", ", " y "), _N("F, G", "F, G", ", ", " e "), _N("FF I.", "FF I.", ", ", ", "),
)  # fmt: skip
RUSSIAN = (
    _N("F I.", "F I.", ", ", ", "), _N("F I. ", "F I. ", ", ", ", "), _N("F, I. ", "F, I. ", ", ", ", "),
    _N("F I.", "F I.", ", ", ", ", 4, 3, " и др."), _N("F I.", "F I.", ", ", ", ", 4, 3, " et al."),
)  # fmt: skip
EAST = (
    _N("F I", "F I", ", ", ", ", 4, 3, ", et al."), _N("FF I", "FF I", ", ", ", ", 4, 3, ", et al."),
    _N("F G", "F G", ", ", ", "), _N("G F", "G F", ", ", " and "),
)  # fmt: skip

# What may stand at the end of any item.
_ID = (
    "⟪⟦ doi:{DOI}⟧~⟦ DOI: {DOI}⟧~⟦ https://doi.org/{DOI}⟧~⟦ doi: {DOI}.⟧~⟦, doi:{DOI}⟧~"
    "⟦ http://dx.doi.org/{DOI}⟧~⟦ DOI {DOI}⟧~⟦ https://doi.org/{DOI}.⟧⟫"
)
_LINK = (
    "⟪⟦ Available at: {URL}⟧~⟦ {URL}⟧~⟦ URL: {URL}⟧~⟦ Retrieved from {URL}⟧~⟦ Available from: {URL}⟧~"
    "⟦ [online] {URL}⟧~⟦ <{URL}>⟧~⟦ Online: {URL}⟧~⟦ URL {URL}.⟧~⟦ {URL}.⟧⟫"
)
_SEEN = (
    "⟪⟦ (accessed {accessed})⟧~⟦ [Accessed {accessed}]⟧~⟦, accessed {accessed}⟧~⟦ (visited on {accessed})⟧~"
    "⟦. Accessed {accessed}.⟧~⟦ [accessed {accessed}].⟧~⟦ (last visited {accessed}).⟧⟫"
)
_SEEN_DE = "⟪⟦ (abgerufen am {accessed})⟧~⟦ [Zugriff: {accessed}]⟧~⟦ (Stand: {accessed})⟧~⟦, letzter Zugriff: {accessed}⟧~⟦ [{accessed}]⟧~⟦ (Abruf: {accessed})⟧⟫"
_SEEN_FR = "⟪⟦ (consulté le {accessed})⟧~⟦ [consulté le {accessed}]⟧~⟦, consulté le {accessed}⟧⟫"
_VI = "⟪{volume}⟦({issue})⟧~{volume}⟦ ({issue})⟧~{volume}⟦, no. {issue}⟧~vol. {volume}⟦, no. {issue}⟧~Vol. {volume}⟦ No. {issue}⟧~{volume}⟦:{issue}⟧~{volume}⟦.{issue}⟧~{volume}⟦/{issue}⟧~{volume}⟦, {issue}⟧~Vol. {volume}⟦, Issue {issue}⟧~Volume {volume}⟦, Number {issue}⟧~{volume}⟫"
_PP = "⟪:{page}~: {page}~, {page}~, pp. {page}~, p. {page}~:{page}~, pp.{page}~ pp. {page}~, pages {page}⟫"

SCHOOLS: dict[str, School] = {
    "vancouver": School(VANCOUVER, {
        "article": (
            "{author}. {title}. {journal} {volume}⟦ ({supplement})⟧: {page}, {year}.", "{author}. {title}. {journal}. {year} {month};{volume}⟦({issue})⟧:{page}. doi: {DOI}. PubMed PMID: {PMID}.", "{author}. “{title}.” {journal} {year}; {volume}:{page}.", "{author}. {title}. {journal} {year}; {volume}, pages {page}.", "{author}. {title} {journal} {year}; {volume}:{page}.", "{author}. {title}. {journal} ({year}) {volume}⟦({issue})⟧:{page}.", "{author}. {title}. {journal}. {year}; {volume} {supplement}:{page}.",
            
            "{author}. {title}. {journal}. {year};{volume}⟦({issue})⟧:{page}.",
            "{author}. {title}. {journal} {year};{volume}⟦({issue})⟧:{page}." + _ID,
            "{author}. {title}. {journal} {year}⟪; ~;~, ⟫{volume}⟦⟪ (~(⟫{issue})⟧⟪: ~:⟫{page}.",
            "{author}. {title}. {journal}. {yearmonth};{volume}⟦({issue})⟧:{page}." + _ID,
            "{author}. {title}. {journal}. {year}⟦ {daymonth}⟧;{volume}⟦({issue})⟧:{page}.⟦ PMID: {PMID}⟧⟪⟦. PMCID: {PMCID}.⟧~.⟫",
            "{author}⟪. ~, ~: ⟫{title}⟪. ~, ⟫{journal}⟪ ~, ~. ⟫{volume}⟪:~: ~, ⟫{page}⟪, {year}~ ({year})⟫⟪.~⟫",
            "{author}. {title}. {journal} {volume}⟦({issue})⟧: {page}, {year}.",
            "{author}. {title}. {journal} ({year}) {volume}⟪:~: ⟫{page}.⟦ doi:{DOI}⟧",
            "{author} ({year}) {title}. {journal} {volume}⟦({issue})⟧⟪:~: ⟫{page}" + _ID,
            "{author}. {title}. {journal}. {year}. " + "⟪https://doi.org/~doi: ⟫{DOI}⟪~.⟫",
            "{author}. {title}. {journal}. {year}⟦;{volume}⟧⟦:{page}⟧⟦. doi: {DOI}⟧. ⟪[Epub ahead of print]~Epub {daymonth}~⟫",
        ),
        "book": (
            "{author}. {title}.⟦ {edition} ed.⟧ {place}: {publisher}; {year}.",
            "{author}. {title}⟦. {edition} edn⟧. {publisher}⟪: ~, ⟫{place}, {year}.",
            "{author} ({year}) {title}⟦, {edition} edn⟧. {publisher}, {place}",
            "{author}. {title}. {place}: {publisher}, {year}.⟦ p. {page}.⟧",
        ),
        "chapter": (
            "{author}. {title}. In: {editor}, ⟪editors~editor~eds~eds.⟫⟪. ~ ⟫{container}.⟦ {edition} ed.⟧ {place}: {publisher}; {year}. p. {page}.",
            "{author} ({year}) {title}. In: {editor} (⟪eds~ed~Eds.⟫) {container}. {publisher}, {place}, pp {page}",
            "{author}. {title}. In {container}. Edited by {editor}. {place}: {publisher}; {year}:{page}.",
            "{author}: {title}. In {container}⟦ Volume {volume}⟧. {edition} edition. Edited by {editor}. {publisher}; {year}:{page}.",
        ),
        "conference": (
            "{author}. {title}. In: {event}; {daymonth}, {year}; {place}. ⟦{publisher}; ⟧⟦p. {page}.⟧",
            "{author}. {title}. Proceedings of the {event}. {year}⟪. p. ~:⟫{page}.",
        ),
        "thesis": ("{author}. {title} [⟪{genre}⟫]. {place}: {school}; {year}.", "{author} ({year}) {title}. {genre}, {school}, {place}"),
        "report": ("{author}. {title}. {place}: {publisher}; {year}.⟦ Report No.: {number}.⟧",),
        "web": ("{author}. {title}. {year}. {URL}. Accessed {accessed}.", "{title} [Internet]. {publisher}; {year} [cited {accessed}]. Available from: {URL}",
                "{author}. {title} [Internet]. {place}: {publisher}; {year} [cited {accessed}]. Available from: {URL}"),
        "preprint": ("{author}. {title}. {genre}. {year}" + _ID + ".", "{author}. {title}. arXiv:{arXiv}. {year}."),
    }, abbreviated=0.8, weight=2.5),
    "bmc": School((VANCOUVER[0], VANCOUVER[1], VANCOUVER[3], _N("F I", "F I", ", ", ", ", 5, 5, ", et al")), {
        "article": (
            "{author}: {title}. {journal} {year}, {volume}⟦({issue})⟧:{page}.",
            "{author}: {title}. {journal} {volume}: {page}, {year}",
            "{author}: {title}. {journal} {volume} ({year}), {page}",
            "{author}: {title}. {journal} {volume}⟦({issue})⟧, {page} ({year})",
            "{author}: ⟪“{title}”~\"{title}\"~{title}⟫, {journal} ({year}), ⟪vol. ~Vol.~⟫{volume}, {page}.",
        ),
        "book": ("{author}: {title}.⟦ {edition} edition.⟧ {place}: {publisher}; {year}.", "{author}: {title}. {publisher}, {place} ({year})"),
        "chapter": ("{author}: {title}. In {container}. Edited by {editor}. {place}: {publisher}; {year}:{page}.",
                    "{author}: {title}. In: {editor} (eds.) {container}, pp. {page}. {publisher}, {place} ({year})"),
        "conference": ("{author}: {title}. In: {editor} (eds.) {container}. {collection}, vol. {seriesnumber}, pp. {page}. {publisher}, {place} ({year})",
                       "{author}: {title}. In: {event}, pp. {page}. {publisher} ({year})⟦. doi:{DOI}⟧"),
        "thesis": ("{author}: {title}. {genre}. {school}, {place}; {year}.",),
        "web": ("{author}: {title}. {URL}⟪ ({year})~, {year}⟫", "{title} [{URL}]"),
        "report": ("{author}: {title}. {genre} {number}, {publisher} ({year})",),
    }, abbreviated=0.7, weight=1.2),
    "apa": School(APA, {
        "article": (
            "{author} ({year}). {title}. {journal}, {volume}⟦({issue})⟧, {page}." + _ID,
            "{author} ({year}). {title}. {journal}, ⟪{volume}⟦ ({issue})⟧~{volume}⟫⟪, ~: ~:⟫{page}⟪.~⟫",
            "{author}⟪, ~ ⟫{year}. {title}. {journal}⟪ ~, ~. ⟫" + _VI + _PP + "." + _ID,
            "{author}⟪ ~, ⟫({year})⟪. ~: ~, ~ ⟫⟪‘{title}’~“{title}”~{title}⟫⟪, ~. ⟫{journal}⟪, ~ ~. ⟫" + _VI + _PP + "." + _ID,
            "{author} ({year})⟪. ~ ⟫{title}⟪. ~, ⟫{journal} {volume}⟦⟪(~ (⟫{issue})⟧⟪: ~:~, ⟫{page}⟪.~⟫",
            "{author}, {year}, {title}: {journal}, v. {volume}⟦, no. {issue}⟧, p. {page}" + "⟪.~⟦, doi:{DOI}.⟧⟫",
            "{author} ({year}). {title}. {journal}.⟦ https://doi.org/{DOI}⟧",
            "{author} ({date}). {title}. {journal}⟦, {volume}⟧⟦({issue})⟧, ⟪p. ~⟫{page}.",
            "{author} ({status}). {title}. {journal}.",
        ),
        "book": (
            "{author} ({year}). {title}⟦ ({edition} ed.)⟧. {place}: {publisher}.",
            "{author} ({year}). {title}⟦ ({edition} ed⟦, Vol. {volume}⟧.)⟧. {publisher}.",
            "{author} ({year})⟪ ~, ~. ~: ⟫{title}⟪, ~. ⟫⟦{edition} ⟪ed~edn~edition⟫⟪, ~. ⟫⟧⟪{place}: {publisher}~{publisher}, {place}~{publisher}: {place}~{publisher}⟫⟪.~⟫",
            "{author}⟪ ~, ⟫{year}. {title}. ⟪{publisher}, {place}~{place}: {publisher}~{place}, {publisher}⟫.⟦ {pages_total} ⟪p~pp⟫.⟧",
            "{author} ({year}). {title} ({translator}, Trans.). {place}: {publisher}.",
            "{editor} (Eds.). ({year}). {title}. {place}: {publisher}.",
            "{editor} ⟪(eds)~(eds.)~eds.~(ed.)⟫ ⟪({year})~{year}⟫⟪. ~, ~ ⟫{title}. {place}: {publisher}.",
            "{author} ({year}). {title}. {collection}⟦, {seriesnumber}⟧. {place}: {publisher}.",
        ),
        "chapter": (
            "{author} ({year}). {title}. In {container}, {editor} (eds.), {publisher}⟪, {place}~⟫.", "{author} ({year}). {title}. In {editor} (Eds.), {container}, {edition} edition (pp. {page}). {place}: {publisher}.", "{author} ({year}) {title}. In {editor} (Eds.) {container}. {place}: {publisher}.",
            
            "{author} ({year}). {title}. In {editor} (⟪Eds.~Ed.~eds.⟫), {container}⟦ (⟦{edition} ed., ⟧pp. {page})⟧. {place}: {publisher}.",
            "{author} ({year}). {title}. In {editor} (Eds.), {container} (pp. {page}). {publisher}." + _ID,
            "{author}⟪ ~, ⟫⟪({year})~{year}⟫⟪, ~. ⟫⟪‘{title}’~“{title}”~{title}⟫⟪, ~. ⟫⟪in ~In: ~In ~in: ⟫{editor} ⟪(eds)~(eds.)~(ed.)~eds.~(Ed.)⟫⟪, ~ ~: ~. ⟫{container}⟪. ~, ⟫⟪{place}: {publisher}~{publisher}, {place}~{publisher}: {place}⟫⟪, pp. {page}~: {page}~, {page}~. pp. {page}⟫.",
            "{author}⟪, ~ ⟫{year}. {title}. In: {container}⟦ (ed. {editor})⟧, pp. {page}. {publisher}, {place}.",
            "{author}⟪. ~, ~ ⟫{year}. {title}. In {editor}, {container}, ⟪pp. ~⟫{page}. {place}: {publisher}.",
            "{author} ({year}). {title}. In {editor}: {container}. {place}: {publisher}.",
            "{author} ({year}). {title}. In: {editor} (Eds.), {container}. {publisher}, {place}, pp. {page}.",
        ),
        "conference": (
            "{author} ({year}). {title}. In Proc. of the {container}, {place}.", "{author} ({year}). {title}. In Proceedings {short}.", "{author}, {year}. {title}. {container}. {place}.", "{author} ({year}). {title}. In {container}, pp. {page}. {publisher}.",
            
            "{author} ({year}). {title}. In {event} (pp. {page}). {place}⟪: {publisher}~⟫.",
            "{author} ({year}⟦, {month}⟧). {title}. Paper presented at the {meeting}, {place}.",
            "{author}⟪, ~ ⟫⟪({year})~{year}⟫. {title}. ⟪In: ~In ~⟫Proceedings of the {event}⟪, ~. ⟫⟦{place}⟪, ~. ⟫⟧⟦{publisher}, ⟧pp. {page}.",
        ),
        "thesis": (
            "{author} ({year}). {title} ({genre}). {school}, {place}.", "{author} ({year}). {title} ({genre}, {school}).",
            "{author} ({year}). {title}. {genre}⟪, ~. ⟫{school}⟪, {place}~⟫.", "{author}⟪, ~ ⟫{year}. {title}. {genre}, {school}⟪, {place}~⟫.",
        ),
        "report": (
            "{author} ({year}). {title} ({genre} No. {number}). {place}: {publisher}.", "{author} ({year}). {title}. {genre} {number}, {publisher}, {place}.",
            "{author} ({year}). {title}. {place}: {publisher}.⟦ Retrieved from {URL}⟧", "{publisher}. ({year}). {title}. {place}: Author.",
            "{author}⟪, ~ ⟫{year}. {title}. {publisher}⟪, {place}~⟫." + _LINK,
        ),
        "web": (
            "{author} ({date}). {title}. Retrieved {accessed}, from {URL}", "{author} ({year}). {title}. Retrieved from {URL}",
            "{title}. (n.d.). Retrieved {accessed}, from {URL}", "{author}⟪ ({year})~, {year}⟫⟪. ~, ⟫{title}⟪. ~, ⟫" + _LINK.strip() + _SEEN,
            "{title} ({year}). {URL}",
        ),
        "newspaper": (
            "{title}. ({year}, {month}). {journal}⟦, {volume}({issue})⟧, p. {page}.", "{author}. ({year}). {title}. {journal} {daymonth}.",
            "{author} ({date}). {title}. {journal}⟦, p. {page}⟧.", "{author} ({date}). {title}. {journal}. Retrieved from {URL}", "{title} ({date}). {journal}⟦, p. {page}⟧.",
                      "{author} ({year}) ‘{title}’, {journal}, {daymonth}⟦, p. {page}⟧."),
        "preprint": ("{author} ({year}). {title}. arXiv preprint arXiv:{arXiv}.", "{author} ({year}). {title}. {genre}." + _ID),
    }, abbreviated=0.12, weight=3.0),
    "chicago": School(CHICAGO, {
        "article": (
            "{author}. \"{title},\" {journal}, Vol. {volume}⟦, No. {issue}⟧ ({yearmonth}), pp. {page}.", "{author}. {year}. “{title}.” {journal} {volume} ({daymonth}): {page}.", "{author}. {year}. {title}. {journal} {volume} (no. {issue}).",
            
            "{author}. “{title}.” {journal} {volume}⟦, no. {issue}⟧ ({year}): {page}." + _ID,
            "{author}. “{title}.” {journal} {volume} ({yearmonth}): {page}.",
            "{author}. {year}. “{title}.” {journal} {volume}⟪⟦ ({issue})⟧~⟦, no. {issue}⟧~⟦({issue})⟧⟫⟪: ~:⟫{page}." + _ID,
            "{author}. {year}. {title}. {journal} {volume}⟦({issue})⟧⟪: ~:~. ⟫{page}.",
            "{author}. ⟪\"{title}.\"~“{title}”.~\"{title}\"⟫ {journal} {volume}⟦⟪.~ (~:⟫{issue}⟪)~⟫⟧ ({year}): {page}.⟪ Print.~ Web. {accessed}.~⟫",
            "{author}. “{title}.” {journal}, vol. {volume}⟦, no. {issue}⟧, {year}, pp. {page}.⟦ {URL}.⟧",
            "{author}, “{title},” {journal} {volume}⟦, no. {issue}⟧ ({year}): {page}.",
        ),
        "book": (
            "{title}. Ed. {editor}. {place}: {publisher}, {year}.", "{title}. Edited by {editor}. {place}: {publisher}, {year}.", "{title}. {place}: {publisher}, {year}.", "{author}. {title} (translated by {translator}). {place}: {publisher}.", "{author}. {title}. {place}: {publisher}, {year} [{pages_total}].", "{author}. {title}. {volume} vols. {place}: {publisher}, {year}.",
            
            "{author}. {title}.⟦ {edition} ed.⟧ {place}: {publisher}, {year}.", "{author}. {year}. {title}.⟦ {edition} ed.⟧ {place}: {publisher}.",
            "{author}. {title}. Translated by {translator}. {place}: {publisher}, {year}.", "{author}. {title}. Trans. {translator}. {place}: {publisher}, {year}.⟪ Print.~⟫",
            "{editor}, eds. {title}. {place}: {publisher}, {year}.", "{editor}, ed. {year}. {title}. {place}: {publisher}.",
            "{author}. {title}. {publisher}, {year}.", "{author}. {title}. Vol. {volume}. {place}: {publisher}, {year}.",
            "{author}. {title}. Edited by {editor}. {place}: {publisher}, {year}.", "{author}. {title}. {collection}⟦, {seriesnumber}⟧. {place}: {publisher}, {year}.",
            "{author}. {title}. {place}, {year}.", "{author}. {year}. {title}. ({collection}⟪ ~, ⟫{seriesnumber}.) {place}: {publisher}.",
        ),
        "chapter": (
            "{author}. “{title}.” In {container}, edited by {editor}⟦, {page}⟧. {place}: {publisher}, {year}.",
            "{author}. {year}. “{title}.” In {container}, ⟪edited by~ed.~eds.⟫ {editor}⟦, {page}⟧. {place}: {publisher}.",
            "{author}. \"{title}.\" {container}. Ed. {editor}. {place}: {publisher}, {year}. {page}.⟪ Print.~⟫",
            "{author}. “{title}.” {container}, edited by {editor}, {publisher}, {year}, pp. {page}.",
            "{author}. {year}. {title}. In {editor} (eds.), {container}, {page}. {place}: {publisher}.",
            "{author}. {year}. {title}. In: {editor} (⟪eds~ed~eds.⟫): {container}. {place}: {publisher}. {page}.",
            "{author}. “{title}.” In {container}. {place}: {publisher}, {year}. {page}.", "{author}. “{title}.” In {editor}, {page}.", "{author}. “{title}.” In {editor}, {container}, {page}. {place}: {publisher}, {year}.", "{author}. “{title}.” In {container}, vol. {volume}, edited by {editor}, {page}. {place}: {publisher}, {year}.", "{author}. {title}. In {container}, volume {seriesnumber} of {collection}, pages {page}. {publisher}, {place}, {year}.",
        ),
        "thesis": ("{author}. “{title}.” {genre}, {school}, {year}.", "{author}. {year}. {title}. {genre}, {school}⟪, {place}~⟫.", "{author}. {title}. Diss. {school}, {year}."),
        "web": ("{author}. “{title}.” {container}. {date}. {URL}.", "{author}. {year}. “{title}.” Accessed {accessed}. {URL}.", "“{title}.” {container}. Last modified {date}. {URL}.",
                "{author}. \"{title}.\" {container}. {publisher}, {date}. Web. {accessed}. <{URL}>."),
        "newspaper": (
            "{author}. \"{title}.\" {journal} {date}: {page}.", "{author}. {year}. {title}. {journal} {daymonth}.", "{author}. {year}. \"{title}\". {journal}, {daymonth}. Online: {URL} (accessed {accessed}).",
            "{author}. “{title}.” {journal}, {date}⟦, {page}⟧.", "{author}. {year}. “{title}.” {journal}, {daymonth}.", "“{title}.” {journal} {date}: {page}."),
        "report": ("{author}. {year}. {title}. {place}: {publisher}.", "{author}. {title}. {genre} no. {number}. {place}: {publisher}, {year}."),
        "conference": ("{author}. {year}. “{title}.” In Proceedings of the {event}, {page}. {place}: {publisher}.", "{author}. “{title}.” Paper presented at the {meeting}, {place}, {date}."),
    }, abbreviated=0.1, weight=2.0),
    "notes": School(FORENAME + CHICAGO[:1], {
        "article": (
            "{author}, “{title},” {journal} {volume}⟦, no. {issue}⟧ ({year}): {page}.", "{author}, ‘{title}’, {journal}, {volume}⟦⟪.~:~, no. ~/⟫{issue}⟧ ({year}), ⟪pp. ~⟫{page}.",
            "{author}, ⟪‘{title}’~“{title}”~\"{title}\"⟫, {journal}⟪ ~, ⟫{volume}⟪:{issue}~, no. {issue}~⟫ ({yearmonth})⟪, ~: ⟫{page}⟪.~⟫",
            "{author}, ‘{title}’ ({year}) {volume}⟦({issue})⟧ {journal} {first}.", "{author}, {title}, {volume} {journal} {first} ({year}).", "{author}, “{title},” {volume} {journal} {first}, {page} ({year}).",
            "See {author}, “{title},” {journal} {volume} ({year}): {page}.", "{author}, ‘{title}’, {journal}, {yearmonth}, ⟪pp. ~p. ~⟫{page}.",
        ),
        "book": (
            "{author}, {title} ({place}: {publisher}, {year})⟦, {page}⟧.", "{author}, {title} ({place}, {year})⟦, pp. {page}⟧.", "{author}, {title}⟦, {edition} ed.⟧ ({place}: {publisher}, {year})⟦, ⟪p. ~pp. ~⟫{page}⟧.",
            "{author}, {title} ({publisher}⟦, {edition} ed⟧ {year})⟦ {page}⟧.", "{author}, {title}, {place}: {publisher}, {year}⟦, p. {page}⟧.", "{author}, {title}, trans. {translator} ({place}: {publisher}, {year})⟦, {page}⟧.",
            "{author}, {title} ({place}: {publisher}, {year})⟦, vol. {volume}⟧⟦, p. {page}⟧.", "{editor}, eds., {title} ({place}: {publisher}, {year})⟦, {page}⟧.", "{editor} (eds), {title} ({place}: {publisher}, {year}).",
        ),
        "chapter": (
            "{author}, “{title},” in {container}, ed. {editor} ({place}: {publisher}, {year}), {page}.", "{author}, ‘{title}’, in {editor} ⟪(eds)~(ed.)~(eds.)~, eds⟫, {container} ({place}: {publisher}, {year}), ⟪pp. ~⟫{page}.",
            "{author}, ‘{title}’ in {editor} (eds), {container} ({publisher} {year}) {page}.", "{author}, ‘{title}’, in {container}, ed. by {editor} ({place}, {year}), pp. {page}.",
        ),
        "thesis": ("{author}, “{title}” ({genre}, {school}, {year})⟦, {page}⟧.", "{author}, ‘{title}’, {genre}, {school}⟪, {year}~ ({year})⟫."),
        "newspaper": ("{author}, “{title},” {journal}, {date}⟦, {page}⟧.", "‘{title}’, {journal}, {date}⟦, p. {page}⟧.", "{journal}, {date}⟦, p. {page}⟧."),
        "web": ("{author}, “{title},” {container}, {date}, {URL}.", "{author}, ‘{title}’ ({container}, {date}) <{URL}> accessed {accessed}."),
    }, abbreviated=0.1, weight=1.5),
    "ieee": School(FORENAME, {
        "article": (
            "{author}. {title}. {journal} {volume}, {issue} ({yearmonth}), {page}.", "{author}, “{title},” {journal}, {volume}⟦:{issue}⟧, pp. {page}, {year}.", "{author}. {title}. {journal}, {volume}, {year}.", "{author}, {title}, {journal}, v.{volume}⟦ n.{issue}⟧, p.{page}, {yearmonth}⟦ [doi>{DOI}]⟧", "{author}. {title}, {journal}, Special Issue on {container}, vol. {volume}, no. {issue}, pp. {page}, {year}.", "{author}. {title}. Submitted to {journal}, {year}.",
            
            "{author}, “{title},” {journal}, vol. {volume}⟦, no. {issue}⟧, pp. {page}, {yearmonth}." + _ID, "{author}, ⟪\"{title},\"~“{title}”,~\"{title}\",~{title},⟫ {journal}, ⟪vol. ~Vol. ~vol.⟫{volume}⟦, ⟪no. ~No. ~n. ⟫{issue}⟧, ⟪pp. ~pp.~pages ⟫{page}, {year}⟪.~⟫",
            "{author}. {title}. {journal}, {volume}⟦({issue})⟧:{page}, {yearmonth}.", "{author}. {title}. {journal}, {volume}⟦({issue})⟧, {year}.", "{author}, {title}. {journal} {volume}⟦({issue})⟧ ({year}) {page}.", "{author}, {title}, {journal} {volume}⟦({issue})⟧, {page} ({year}).",
            "{author}. {year}. {title}. {journal} {volume}⟦, {issue}⟧ ({yearmonth}), {page}." + _ID, "{author}. {title}. {journal}, pages {page}, {year}.", "{author}, {title}, {journal}, {volume} ({year}), ⟪pp. ~⟫{page}.", "{author}. ⟪{title}~“{title}”⟫. {journal}, vol. {volume}⟦, no. {issue}⟧, pp. {page}, {year}.",
            "{author}. {title}. {journal}, {status}.", "{author}, “{title},” {journal}, ⟪{date}~{yearmonth}⟫.",
        ),
        "book": (
            "{author}. {title}. {publisher}, {year}. ISBN {ISBN}.", "{author}. {title} {publisher}, {year}.", "{author}: {title}, {publisher} ({year})",
            "{author}, {title}⟦, {edition} ed⟧. {place}: {publisher}, {year}.", "{author}. {title}. {publisher}⟪, {place}~⟫, {year}.", "{author}, {title}. {publisher}, {year}.", "{author}, {title}, {publisher}⟦, {edition} edition⟧, {year}⟪.~⟫", "{author}, {title} ({publisher}, {place}, {year}).",
                 "{author}. {title}, volume {volume} of {collection}. {publisher}, {place}, {year}.", "{author}, {title}, {collection}, Vol. {volume}, {publisher}, {place}, {year}.", "{editor}, editors. {title}. {publisher}, {year}.", "{author}, {title}, {publisher}, {place}, {year}⟦, {pages_total} p⟧.", "{author}. {title}. {publisher}, {edition} edition, {year}."),
        "chapter": ("{author}, “{title},” in {container}⟦, {edition} ed.⟧, {editor}, Eds. {place}: {publisher}, {year}, pp. {page}.", "{author}. {title}. In {editor}, editors, {container}, ⟪chapter 3, ~⟫pages {page}. {publisher}, {place}, {year}.", "{author}. {title}. In {container}, pages {page}. {publisher}, {year}.",
                    "{author}, {title}, in: {editor} (Eds.), {container}, {publisher}, {place}, {year}, pp. {page}."),
        "conference": (
            "{author}, {title}, in {container} ({place}, {date}), pp. {page}.", "{author}, “{title},” in {container}, {editor} (eds.), {publisher}, {year}, pp. {page}.", "{author}. {title}. In {container} ({year}), {editor}, Eds., vol. {seriesnumber} of {collection}, {publisher}, pp. {page}.", "{author}. {title}. In {container} ({place}, {yearmonth}), {publisher}, pp. {page}.", "{author}, \"{title},\" {container}, pp. {page}, {place}, {yearmonth}.", "{author}. {title}. In Proc. of {container}, {place}, {year}.", "{author}. {title}, {container}, {place}, {date}.", "{author}. {title}. In {short}, {year}.", "{author}. {title}. In Proc. {short}, pp. {page}, {year}.", "{author}, {title}, in: Proceedings of {short}, {year}.",
            
            "{author}, “{title},” in {container}, {place}, {yearmonth}, pp. {page}.", "{author}. {title}. In {container}, pages {page}⟦, {place}⟧⟪, {yearmonth}~, {year}⟫.", "{author}. {title}. In {editor}, editors, {container}, volume {seriesnumber} of {collection}, pages {page}⟦, {place}⟧, {year}. {publisher}.",
            "{author}. {year}. {title}. In {container}⟪ ({place}), ~. ⟫⟦{publisher}, ⟧{page}." + _ID, "{author}, “{title},” {container}, {place}, {date}⟦, pp. {page}⟧.", "{author}. {title}. {container}, {year}.", "{author}, \"{title}\", ⟪In ~in ~⟫{container}, ⟪vol. {volume}, ~⟫pp. {page}, {publisher}, {year}.",
            "{author}, {title}, in: {container}, {year}, pp. {page}.", "{author}, {title}, in: {container}, {collection}, vol. {seriesnumber}, {publisher}, {year}, pp. {page}.", "{author}, {title}, {event}, {place}, {date}.",
        ),
        "thesis": ("{author}, “{title},” {genre}, {school}, {place}, {year}.", "{author}. {title}. {genre}, {school}⟪, {place}~⟫, {yearmonth}.", "{author}, {title}, {genre}, {school} ({year})."),
        "report": ("{author}. {title}. {genre} {number}, {school}⟪, {place}~⟫, {yearmonth}.", "{author}, “{title},” {school}, {place}, {genre} {number}, {year}.", "{author}. {title}. {genre}, {school}, {year}.", "{author}, {title}, {genre} No. {number}, {school} ({year})."),
        "web": ("{author}. “{title}.” [Online]. Available: {URL}", "{title}. {URL}⟪, {year}~⟫.", "{author}. {title}. {URL}⟦, {year}⟧.", "{title}, {URL}⟦ (accessed {accessed})⟧."),
        "preprint": ("{author}, “{title},” arXiv preprint arXiv:{arXiv}, {year}.", "{author}. {title}. CoRR, abs/1234, {year}.", "{author}. {title}, {year}. arXiv:{arXiv}.", "{author}, {title}, arXiv:{arXiv} ({year}).", "{author}. {title}. Preprint, {school}, {year}."),
        "patent": ("{author}, “{title},” U.S. Patent {number}, {date}.", "{author}. {title}. US Patent {number}, {year}."),
        "standard": ("{number}, “{title},” {publisher}, {year}.", "{number}: {title}, {year}.", "{number}: \"{title}\"."),
    }, abbreviated=0.5, weight=3.0),
    "physics": School(FORENAME + VANCOUVER[:4] + (_N("F I ", "F I ", ", ", " and "), _N("F, I. ", "F, I. ", ", ", ", & ", 4, 3, ", et al."), _N("F, I. ", "F, I. ", ", ", ", ", 4, 3, ", et al."), _N("F I.", "F I.", ", ", ", ", 4, 3, ", et al.")), {
        "article": (
            "{author}, {title}, {year} {journal} {volume} {first}.", "{author}, {year} {journal} {volume} {first}", "{author}, {title}, {journal} {volume} ({year}) {first} [{arXiv}].", "{author}, {journal}, {volume}, {first} ({year}).", "{author}, {journal} {volume} ({status}).", "{author}, {title}, {journal} {volume} ({yearmonth}) {page}.", "{author}. {year}, {journal}, {volume}, {first}",
            
            "{author}, {journal} {volume}, {first} ({year}).", "{author}, {journal} {volume} ({year}) {first}.", "{author} {year} {journal} {volume} {page}", "{author} {year} {title} {journal} {volume} {page}", "{author}, {title}, {journal} {volume}, {first} ({year})." + _ID,
            "{author}, {title}, {journal} {volume} ({year}) {first}" + "⟪.~⟦, arXiv:{arXiv}⟧.~⟦ [arXiv:{arXiv}]⟧.⟫", "{author}, {year}, {journal}, {volume}, {first}", "{author} {year}, {journal}, {volume}, {first}", "{author}, ⟪“{title},”~\"{title},\"⟫ {journal} {volume}⟦({issue})⟧, {page} ({year}).",
            "{author}, {journal} {volume}⟦, no. {issue}⟧, {first} ({year})⟦ [arXiv:{arXiv}]⟧.", "{author}. {title}. {journal} {volume}, {page} ({year}).", "{author}. {title}. {journal} {volume}⟦ ({issue})⟧, {page} ({year})⟪.~⟫", "{author} ({year}) {journal} {volume}:{first}", "{author}; {journal} {year}, {volume}, {page}.",
            "{author}, {journal}, {year}, {volume}, {page}.", "{author}, {journal}, {volume} ({year}) {page}⟦ [{note}]⟧.", "{journal} {volume}, {first} ({year}).", "{author}, {title}, {journal}, {volume}, {page}, ({year}).", "{author}, {title}, {journal} {volume} ({year}), no. {issue}, {page}.",
        ),
        "book": ("{author}, {title} ({publisher}, {place}, {year}).", "{author}, {title} ({publisher}, {year})⟦, p. {page}⟧.", "{author} {year} {title} ({place}: {publisher})⟦ p {page}⟧", "{author}, {title}, {publisher}, {place} ({year}).", "{author}, {title}, {publisher}, {place}, {year}.", "{author}, {year}, {title} ({place}: {publisher})", "{author} {year}, {title} ({publisher})", "{author}, {title}, {collection}⟪ Vol. ~ ~, Vol. ⟫{seriesnumber} ({publisher}, {place}, {year})."),
        "chapter": ("{author}, in {container}, edited by {editor} ({publisher}, {place}, {year}), p. {first}.", "{author}, {title}, in {container}, ⟪ed. by ~eds. ~ed. ⟫{editor} ({publisher}, {place}, {year}), ⟪pp. ~p. ⟫{page}.", "{author} {year}, in {container}, ed. {editor} ({place}: {publisher}), {page}", "{author}, {year}, in {editor}, eds, {container}. {publisher}, {place}, p. {first}",
                    "{author}, in: {editor} (Eds.), {container}, {publisher}, {year}, p. {first}.", "{author} {year} {title} {container} ed {editor} ({place}: {publisher}) pp {page}"),
        "thesis": ("{author}, {genre}, {school}, {year}.", "{author}, {genre}, {school} ({year}).", "{author} {year} {title} {genre} {school}", "{author} {year}, {genre}, {school}"),
        "preprint": ("{author}, arXiv:{arXiv}.", "{author}, arXiv:{arXiv} ({year}).", "{author} {year}, arXiv:{arXiv}", "{author}, {title}, arXiv:{arXiv}.", "{author}, {arXiv}.", "{author}. {title}. Preprint at http://arxiv.org/abs/{arXiv} ({year})."),
        "conference": ("{author}, in {container}, {place}, {year}, edited by {editor} ({publisher}, {place}, {year}), p. {first}.", "{author}, {title}, in {container}, {place}, {date}.", "{author} {year}, in {container}, {first}", "{author}, {title}, {container} ({year}) {first}."),
        "report": ("{author}, {genre} No. {number}, {year}.", "{author}, {title}, {number} ({year}).", "{author}, {title}, {genre} {number}, {school}, {year}."),
    }, abbreviated=0.95, weight=2.5),
    "nature": School((_N("F, I. ", "F, I. ", ", ", " & ", 6, 1, " et al."), _N("F, I. ", "F, I. ", ", ", " & "), _N("F, I.", "F, I.", ", ", " & "), _N("F, I. ", "F, I. ", "; ", "; "), _N("F, I.", "F, I.", ", ", ", "), _N("I. F", "I. F", ", ", ", ")), {
        "article": (
            "{author} {title}. {journal} {volume}, {page} ({year}).", "{author} {title}. {journal} {volume}, {page} ({year})." + _ID, "{author} {title}. {journal} ({year}). https://doi.org/{DOI}", "{author} {title}. {journal} {year}, {volume}, {page}.", "{author} {journal} {year}, {volume}⟦ ({issue})⟧, {page}.", "{author}, {title}. {journal} {volume}⟦({issue})⟧, {page} ({year})." + _ID,
            "{author} {title}. {journal} {volume}, {page} ({year})⟪.~⟫", "{author}, {title}. {journal}. {volume}, {page} ({year}).", "{author} {title}. {journal} {year}, {volume}⟦ ({issue})⟧, {page}." + _ID,
        ),
        "book": ("{author} {title} ({publisher}, {year}).", "{author} {title}⟦; {edition} ed.⟧; {publisher}: {place}, {year}⟦; pp {page}⟧.", "{author}, {title} ({publisher}, {place}, {year})."),
        "chapter": ("{author} in {container} (eds {editor}) {page} ({publisher}, {year}).", "{author} {title}. In {container}; {editor}, Eds.; {publisher}: {place}, {year}; pp {page}.", "{author} {title}. in {container} (ed. {editor}) {page} ({publisher}, {year})."),
        "thesis": ("{author} {title}. {genre}, {school} ({year}).", "{author} {genre}, {school}, {place}, {year}."),
        "preprint": ("{author} {title}. Preprint at {URL} ({year}).", "{author} {title}. Preprint at https://arxiv.org/abs/{arXiv} ({year})."),
    }, abbreviated=0.9, weight=1.3),
    "biblatex": School((_N("G F", "G F", ", ", " and "), _N("F, G", "G F", ", ", ", and "), _N("I. F", "I. F", ", ", ", and "), _N("F, I. ", "F, I. ", ", ", ", and "), _N("F, G", "F, G", ", ", " and "), _N("F, G", "G F", ", ", " and "), _N("F, G", "F, G", ", ", ", and ", 4, 3, ", et al."), _N("G F", "G F", ", ", " and ", 4, 1, " et al."), _N("F, I. ", "I. F", ", ", " and "), _N("F I", "F I", ", ", " and "), _N("FF, G", "G FF", ", ", " and "), _N("F, I. ", "F, I. ", ", ", " & ")), {
        "article": (
            "{author}. ⟪“{title}”~\"{title}\"~{title}⟫. In: {journal} {volume}⟦.{issue}⟧ ({yearmonth}), pp. {page}.⟦ ⟪doi~DOI⟫: {DOI}.⟧⟦ url: {URL}⟪ (visited on {accessed})~⟫.⟧", "{author} ({year}). “{title}”. In: {journal} {volume}⟦.{issue}⟧, pp. {page}.⟦ ⟪issn~ISSN⟫: {ISSN}.⟧⟦ doi: {DOI}.⟧",
            "{author} ({year}). {title}. {journal} {volume}⟦({issue})⟧, {page}.⟦ {URL}⟧", "{author}. “{title}”. {journal} {volume}⟦, no. {issue}⟧ ({yearmonth}): {page}.⟦ https://doi.org/{DOI}.⟧", "{author}, “{title}”, {journal} {volume}⟦, {issue}⟧ ({year}), {page}.", "{author}, ‘{title}’, {journal}, {volume}⟦/{issue}⟧ ({year}), {page}.",
            "{author}. “{title}”. eng. In: {journal} {volume}⟦.{issue}⟧ ({yearmonth}). ⟦⟪Publisher: ~⟫{publisher}, ⟧pp. {page}.⟦ issn: {ISSN}.⟧⟦ doi: {DOI}.⟧⟦ pmid: {PMID}.⟧", "{author}. “{title}”. In: {journal} {volume}⟦.{issue}⟧ ({year}), {page}.⟦ eprint: {arXiv}.⟧", "{author}. {title}. {journal}. {year}⟦; {volume}⟧⟦({issue})⟧⟦:{page}⟧.⟦ doi: {DOI}.⟧",
        ),
        "book": ("{author}. {title}.⟦ {edition} ed.⟧ {place}: {publisher}, {year}.⟦ isbn: {ISBN}.⟧", "{author} ({year}). {title}.⟦ {edition} ed.⟧ {place}: {publisher}.⟦ isbn: {ISBN}.⟧", "{author}. {title}.⟦ {collection} {seriesnumber}.⟧ {place}: {publisher}, {year}⟦. {pages_total} pp.⟧⟦ isbn: {ISBN}.⟧", "{editor}, eds. {title}. {place}: {publisher}, {year}.", "{editor}, eds. ({year}). {title}. {place}: {publisher}.", "{author}, {title}⟦, {edition} edition⟧, {place}: {publisher}, {year}.", "{author}. {title}. Trans. by {translator}. {place}: {publisher}, {year}."),
        "chapter": ("{author}. “{title}”. In: {container}. Ed. by {editor}. {place}: {publisher}, {year}, pp. {page}.⟦ isbn: {ISBN}.⟧", "{author} ({year}). “{title}”. In: {container}. Ed. by {editor}.⟦ Vol. {seriesnumber}. {collection}.⟧ {place}: {publisher}, pp. {page}.", "{author}. {title}. In {editor}, editors, {container}, pages {page}. {publisher}, {place}, {year}.", "{author}, “{title}”, in: {container}, ed. by {editor}, {place}: {publisher}, {year}, {page}."),
        "conference": ("{author}. “{title}”. In: {container}. {place}: {publisher}, {yearmonth}, pp. {page}.⟦ doi: {DOI}.⟧", "{author} ({year}). “{title}”. In: {container}. {event}. {collection} {seriesnumber}. {place}: {publisher}, pp. {page}.", "{author}. “{title}”. In: {container}. ({place}, {date}). Ed. by {editor}. {publisher}, {year}, pp. {page}."),
        "thesis": ("{author}. “{title}”. {genre}. {place}: {school}, {yearmonth}.", "{author} ({year}). “{title}”. {genre}. {school}.⟦ url: {URL}.⟧", "{author}. {title}. {genre}. {school}, {year}."),
        "report": ("{author}. {title}. {genre} {number}. {place}: {school}, {year}.", "{author} ({year}). {title}. {genre} {number}. {school}.⟦ url: {URL} (visited on {accessed}).⟧"),
        "web": ("{author}. {title}. {date}. url: {URL} (visited on {accessed}).", "{author} ({year}). {title}. url: {URL} (visited on {accessed}).", "{title}. {year}. url: {URL}.", "{author}. {title}. {URL} (visited on {accessed})."),
        "preprint": ("{author}. {title}. {year}. arXiv: {arXiv} [cs.LG].", "{author} ({year}). “{title}”. In: arXiv: {arXiv} [hep-th].", "{author}. “{title}”. arXiv:{arXiv} ({date})."),
    }, abbreviated=0.25, weight=2.0),
    "german": School(GERMAN, {
        "article": (
            "{author} ({year}): {title}. In: {journal}⟪, ~ ⟫⟪{volume}⟦, H. {issue}⟧~{volume}. Jg., H. {issue}~Jg. {volume}⟦, Heft {issue}⟧~{volume}⟦ ({issue})⟧~{volume}⟦, {issue}⟧~Bd. {volume}~{volume}⟦/{issue}⟧~{volume}⟦({issue})⟧~{volume}⟦, Nr. {issue}⟧~Heft {issue}⟫⟪, S. ~: ~, ~, S.⟫{page}.",
            "{author}, {year}: {title}. {journal} {volume}⟦({issue})⟧: {page}.", "{author} ({year}): {title}, in: {journal}⟪, ~ ⟫⟪{volume}~Jg. {volume}~Bd. {volume}~{volume} ({issue})⟫⟪, S. ~: ~, ⟫{page}.", "{author}: {title}. In: {journal} {volume}⟦ ({issue})⟧ ({year}), S. {page}.", "{author}: {title}. In: {journal} {volume} ({year})⟪ H. {issue}~, Nr. {issue}~/{issue}~⟫, S. {page}.",
            "{author}, {title}, in: {journal} {volume} ({year}), S. {page}.", "{author}, {title}. {journal} {volume}, {page} ({year})", "{author} ({year}). {title}. {journal}, {volume}⟦ ({issue})⟧, ⟪S. ~⟫{page}.", "{author}: \"{title}\". {journal} {issue}/{year}: {page}.", "{author}: ⟪„{title}“~»{title}«⟫, in: {journal} {volume} ({year}), S. {page}.",
            "{author} ⟪({year})~{year}⟫: ⟪„{title}“~{title}⟫, {journal}, {volume}⟦ ({issue})⟧, S. {page}.", "{author}: {title}. {journal} {year}, {page}", "{author} ({year}): {title}. In: {journal}, {volume}: {page}.", "{author}, {title}, {journal} {year}, ⟪S. ~⟫{page}.", "{author}: {title}, in: {journal} {issue} ({year}), {page}.", "{author}, {year}: {title}, in: {journal}, Jg. {volume}, H. {issue}, S. {page}.",
        ),
        "book": (
            "{author} ({year}): {title}.⟦ {edition} Aufl.⟧ {place}: {publisher}.", "{author}, {year}: {title}. {place}: {publisher}.", "{author}: {title}. {place}⟪: {publisher}~⟫⟪, ~ ⟫{year}.", "{author}, {title}, {place} {year}.", "{author}: {title}. {place} {year}.", "{author} ({year}): {title}⟪, ~. ⟫⟦{edition} Auflage, ⟧{place}.", "{author} ({year}): {title}. {publisher}⟪, ~: ⟫{place}.", "{author} ({year}). {title}⟦ ({edition} Aufl.)⟧. {place}: {publisher}.",
            "{author}: {title}.⟦ {edition} Aufl.⟧ {publisher}, {place} {year}⟦ (= {collection}⟪, Bd. ~ ⟫{seriesnumber})⟧.", "{editor} (⟪Hrsg.~Hg.~Hgg.⟫) ({year}): {title}. {place}: {publisher}.", "{editor} (Hrsg.): {title}. {place}: {publisher} {year}.", "{editor} (⟪Hrsg.~Hg.⟫), {year}: {title}. {place}: {publisher}.", "{author}, {title}, {place}: {publisher}, {year}⟦, S. {page}⟧.", "{author}: {title}. {edition} Auflage. {place}: {publisher}, {year}. ISBN {ISBN}.",
            "{author} ({year}): {title}, {place}⟦ ({collection} {seriesnumber})⟧.", "{author}, {title} ({collection} {seriesnumber}), {place} {year}.", "{author} ({year}): {title}. Aus dem Englischen von {translator}. {place}: {publisher}.",
        ),
        "chapter": (
            "{author} ({year}): {title}. In: {editor}: {container}. {place}: {publisher}, {page}.", "{author}: {title}. In: {editor}: {container}, {place} {year}, S. {page}.", "{author} ({year}): {title}. In: {editor} (Hrsg.), {container}. {place}⟪, ~: ⟫{page}.", "{author} ({year}): {title}. In: {editor} (Hrsg.): {container}. Bd. {volume}. {place}: {publisher}, S. {page}.",
            
            "{author} ({year}): {title}. In: {editor} (⟪Hrsg.~Hg.~Hrg.⟫)⟪: ~, ⟫{container}. {place}⟪: {publisher}~⟫⟪, S. ~, ~: ~. S. ⟫{page}.", "{author}, {year}: {title}. S. {page} in: {editor} (⟪Hrsg.~Hg.⟫), {container}. {place}: {publisher}.", "{author}: {title}. In: {editor} (⟪Hrsg.~Hg.⟫)⟪: ~, ⟫{container}. {place}⟪: {publisher}~⟫⟪, ~ ⟫{year}, S. {page}.", "{author}, {title}, in: {editor} (⟪Hrsg.~Hg.⟫), {container}, {place} {year}, S. {page}.",
            "{author} ({year}). {title}. In {editor} (Hrsg.), {container} (S. {page}). {place}: {publisher}.", "{author}: ⟪„{title}“~»{title}«⟫, in: {editor} (Hg.): {container}, {place}: {publisher} {year}, S. {page}.", "{author} ({year}): {title}. In: {container}. Hrsg. v. {editor}. {place}⟪: {publisher}~⟫, S. {page}.", "{author}: {title}. In: {container}. Hg. von {editor}. {place}: {publisher} {year}, S. {page}.", "{author} ({year}): {title}, in: {editor} (⟪Hrsg.~Hg.⟫)⟪: ~, ⟫{container}, {place}⟪: {publisher}~⟫, S. {page}.",
            "{author} ({year}): {title}. In: {editor} (Hrsg.): {container}. {publisher}, {place}, S. {page}.", "{author}: {title}. In: {container}. {place} {year}, {page}.",
        ),
        "thesis": ("{author} ({year}): {title}. {genre}, {school}⟪, {place}~⟫.", "{author}: {title}. {genre}, {school} {year}.", "{author}, {title}, {genre} {place} {year}.", "{author} ({year}): {title}. {place}: {genre}."),
        "report": ("{author} ({year}): {title}. {place}.", "{publisher} ({year}): {title}. {place}.", "{author} ({year}): {title}. {genre} {number}. {place}: {publisher}.", "{author} (⟪Hrsg.~Hg.⟫) ({year}): {title}. {place}."),
        "web": ("{author} ({year}): {title}. ⟪Online: ~URL: ~In: ~Online verfügbar unter ~~Internet: ⟫{URL}" + _SEEN_DE + "⟪.~⟫", "{title}. {URL}" + _SEEN_DE, "{author}: {title}, {URL}" + _SEEN_DE),
        "newspaper": ("{author} ({year}): {title}. In: {journal}⟪ vom ~, ⟫{date}⟦, S. {page}⟧.", "{author}: {title}, in: {journal} vom {date}⟦, S. {page}⟧.", "{journal}, {date}, S. {page}: {title}"),
        "conference": ("{author} ({year}): {title}. Vortrag auf der {meeting}, {date}, {place}.", "{author}: {title}. In: {container}, {place} {year}, S. {page}."),
    }, "de", 0.15, 3.0),
    "french": School(FRENCH, {
        "article": (
            "{author}, {year}, « {title} », {journal}, ⟪vol. {volume}⟦, n° {issue}⟧~{volume}⟦({issue})⟧~n° {issue}~t. {volume}~{volume}⟦, {issue}⟧~vol. {volume}⟦, no {issue}⟧~{volume}-{issue}⟫, ⟪p. ~pp. ~⟫{page}.", "{author} ({year}), ⟪« {title} »~“{title}”~{title}~«{title}»⟫, {journal}, ⟪vol. {volume}⟦, n°{issue}⟧~n°{issue}~{volume}~{volume}⟦({issue})⟧⟫, ⟪p. ~pp. ~⟫{page}.",
            "{author}, « {title} », {journal}, ⟪vol. {volume}⟦, n° {issue}⟧~n° {issue}~t. {volume}⟫, {yearmonth}, p. {page}.", "{author}. {title}. {journal}, {year}, ⟪vol. {volume}⟦, n° {issue}⟧~{volume}⟫, p. {page}.", "{author} ({year}). {title}. {journal}, {volume}⟦({issue})⟧, {page}.", "{author}, « {title} », {journal}, n° {issue}, {year}, p. {page}.", "{author} {year} « {title} », {journal} {volume}⟦, {issue}⟧ : {page}.",
            "{author}, {year}. {title}. {journal}, {volume}, {page}.", "{author}. « {title} ». {journal}, {yearmonth}, vol. {volume}⟦, no {issue}⟧, p. {page}." , "{author}, «{title}», {journal} {volume} ({year}), p. {page}.", "{author}, ({year}), « {title} », {journal}, n° {issue}, pp. {page}.",
        ),
        "book": (
            "{author}, {year}, {title}, {place}, {publisher}⟦, {pages_total} p⟧.", "{author} ({year}), {title}, {place}, {publisher}⟦, coll. « {collection} »⟧⟦, {pages_total} p.⟧", "{author}, {title}, {place}, {publisher}, ⟦coll. « {collection} », ⟧{year}⟦, p. {page}⟧.", "{author}. {title}. {place} : {publisher}, {year}⟦, {pages_total} p⟧.", "{author} {year} {title}, {place}, {publisher}.", "{author}, {title}, {publisher}, {place}, {year}.", "{author}, {title}, {publisher}, {year}.", "{author} ({year}). {title}. {place} : {publisher}.", "{editor} (⟪dir.~éd.~éds~sous la dir. de~ed.⟫)⟪, {year}, ~ ({year}), ⟫{title}, {place}, {publisher}⟦, {pages_total} p⟧.",
            "{author}, {title}, trad. {translator}, {place}, {publisher}, {year}.", "{author}, {title}, {place}, {year}⟦, t. {volume}⟧⟦, p. {page}⟧.", "{author}, {title}, {place}, {publisher} (⟪{collection}~« {collection} »⟫), {year}.", "{author}, ({year}), {title}, {publisher}, {place}.", "{author}. {title}. {edition} éd. {place} : {publisher}, {year}.",
        ),
        "chapter": (
            "{author}, {year}, « {title} », ⟪in ~dans ~in : ~In ⟫{editor} (⟪dir.~éds~éd.~eds~ed.⟫), {container}, {place}, {publisher}, ⟪p. ~pp. ~⟫{page}.", "{author} ({year}), « {title} », ⟪in ~dans ⟫{editor} (⟪dir.~éds.~sous la dir.⟫), {container}, {place}, {publisher}, ⟪p. ~pp. ⟫{page}.", "{author}, « {title} », ⟪in ~dans ⟫{editor} (dir.), {container}, {place}, {publisher}, {year}, p. {page}.", "{author}, « {title} », in {container}, {place}, {publisher}, {year}, p. {page}.", "{author} ({year}). {title}. In {editor} (dir.), {container} (p. {page}). {place} : {publisher}.",
            "{author}. {title}. In : {editor} (éd.). {container}. {place} : {publisher}, {year}, p. {page}.", "{author} {year} « {title} », ⟪in ~dans ⟫{editor} (éd.), {container}, {place}, {publisher} : {page}.", "{author}, « {title} », {container}, éd. {editor}, {place}, {year}, p. {page}.",
        ),
        "thesis": ("{author}, {year}, {title}, {genre}, {school}⟪, {place}~⟫⟦, {pages_total} p⟧.", "{author}, {title}, {genre}, {school}, {year}.", "{author} ({year}), {title}, {genre}, {school}."),
        "report": ("{author}, {year}, {title}, {place}, {publisher}.", "{author} ({year}), {title}, {genre}, {publisher}.", "{author}, {title}, {genre}, {place}, {year}."),
        "web": ("{author}, {year}, « {title} », {container}, [en ligne] {URL}" + _SEEN_FR + ".", "{author}, « {title} », {container}, {date}, URL : {URL}" + _SEEN_FR + ".", "{author} ({year}). {title}. Repéré à {URL}"),
        "newspaper": ("{author}, « {title} », {journal}, {date}⟦, p. {page}⟧.", "{author}, {year}, « {title} », {journal}, {daymonth}."),
    }, "fr", 0.1, 2.5),
    "italian": School(ROMANCE, {
        "article": ("{author}, {title}, in «{journal}», ⟪{volume}~n. {issue}~{volume}⟦, {issue}⟧~vol. {volume}⟦, n. {issue}⟧⟫ ⟪({year})~, {year}⟫, pp. {page}.", "{author}, {title}, «{journal}», {volume}⟦, {issue}⟧ ({year}), pp. {page}.", "{author}, ⟪“{title}”~«{title}»~‘{title}’⟫, {journal}, {volume}⟦ ({issue})⟧⟪, {year}~ ({year})⟫, ⟪pp. ~p. ~⟫{page}.", "{author}, {title}, in “{journal}”, {volume}, {year}⟦, n. {issue}⟧, pp. {page}.", "{author} ({year}), {title}, in «{journal}», {volume}⟦, {issue}⟧, pp. {page}."),
        "book": ("{author}, {title}, {place}, {publisher}, {year}⟦, p. {page}⟧.", "{author}, {title}, {publisher}, {place} {year}⟦, pp. {page}⟧.", "{author}, {title}, {place} {year}⟦, p. {page}⟧.", "{author}, {title}, {place}: {publisher}, {year}.", "{author} ({year}), {title}, {publisher}, {place}.", "{author}, {title}, a cura di {editor}, {place}, {publisher}, {year}.", "{title}, a cura di {editor}, {place}, {publisher}, {year}.", "{author}, {title}, {volume}, {place} {year}.", "{author}, {title}, trad. it. di {translator}, {publisher}, {place} {year}.", "{editor} (a cura di), {title}, {publisher}, {place} {year}.", "{author}, {title}, {place}, {year}⟦, vol. {volume}⟧.", "{author}, {title}, {publisher}, {year}."),
        "chapter": ("{author}, {title}, in {container}, a cura di {editor}, {place}, {publisher}, {year}, pp. {page}.", "{author}, {title}, in {editor} (⟪a cura di~eds.~ed.⟫), {container}, {publisher}, {place} {year}, pp. {page}.", "{author}, {title}, in {container}, {place} {year}, pp. {page}.", "{author}, {title}, in {container}, ⟦vol. {volume}, ⟧{place}, {publisher}, {year}, pp. {page}."),
        "thesis": ("{author}, {title}, {genre}, {school}, {year}.",),
        "newspaper": ("{author}, {title}, in «{journal}», {date}⟦, p. {page}⟧.",),
    }, "it", 0.1, 1.8),
    "spanish": School(ROMANCE, {
        "article": ("{author} ({year})⟪. ~: ~, ⟫⟪“{title}”~«{title}»~{title}⟫⟪. ~, ⟫{journal}, ⟪vol. {volume}⟦, núm. {issue}⟧~{volume}⟦({issue})⟧~n.º {issue}~{volume}~{volume}, n. {issue}~v. {volume}, n. {issue}⟫, ⟪pp. ~p. ~⟫{page}.", "{author}. {title}. {journal}, {place}, v. {volume}, n. {issue}, p. {page}, ⟪{yearmonth}~{year}⟫.", "{author}, “{title}”, {journal}, ⟪núm. {issue}~vol. {volume}⟦, núm. {issue}⟧~{volume}⟫ ({year}), pp. {page}.", "{author}. {title}. {journal}. {year};{volume}⟦({issue})⟧:{page}."),
        "book": ("{author} ({year})⟪. ~: ~, ⟫{title}⟪. ~, ⟫{place}⟪: ~, ⟫{publisher}.", "{author}. {title}.⟦ {edition}. ed.⟧ {place}: {publisher}, {year}⟦. {pages_total} p⟧.", "{author}, {title}, {place}, {publisher}, {year}⟦, p. {page}⟧.", "{author}, {title}, {publisher}, {place}, {year}.", "{editor} (⟪coord.~eds.~comp.~ed.~Orgs.~org.⟫)⟪, ~ ({year}). ~. ⟫{title}. {place}: {publisher}⟪, {year}~⟫."),
        "chapter": ("{author} ({year})⟪. ~: ~, ⟫⟪“{title}”~«{title}»~{title}⟫⟪. En ~, en ~. En: ~. In: ⟫{editor} (⟪eds.~coords.~ed.~comps.~Org.⟫)⟪, ~: ~. ⟫{container}⟪. ~, ⟫{place}⟪: ~, ⟫{publisher}, ⟪pp. ~p. ⟫{page}.", "{author}. {title}. In: {editor} (⟪Org.~Ed.~Coord.⟫). {container}. {place}: {publisher}, {year}. p. {page}."),
        "thesis": ("{author}. {title}. {year}. {genre} – {school}, {place}⟪, {year}~⟫.", "{author} ({year}). {title}. {genre}, {school}, {place}."),
        "web": ("{author} ({year}). {title}. Disponible en: {URL}⟦ (consultado el {accessed})⟧.", "{author}. {title}. {year}. Disponível em: <{URL}>. Acesso em: {accessed}."),
        "newspaper": ("{author}. {title}. {journal}, {place}, {date}.", "{author}, “{title}”, {journal}, {date}⟦, p. {page}⟧."),
    }, "es", 0.15, 1.2),
    "gost": School(RUSSIAN, {
        "article": ("{author} {title} // {journal}. {year}. ⟪Т. ~Vol. ~V. ~⟫{volume}⟦, ⟪№ ~No. ⟫{issue}⟧. ⟪С. ~P. ~pp. ⟫{page}.", "{author} {title} // {journal}. – {year}. – ⟪Т. ~Vol. ⟫{volume}⟦. – № {issue}⟧. – ⟪С. ~P. ⟫{page}.", "{author} {title} // {journal}, {year}, ⟪vol. ~т. ~v.⟫{volume}⟦, ⟪no. ~№ ⟫{issue}⟧, ⟪pp. ~с. ~p. ⟫{page}.", "{author} // {journal}. {year}. V. {volume}. № {issue}. P. {first}.", "{author} {title}. – {journal}, {year}, t. {volume}⟦, Nr. {issue}⟧, p. {page}."),
        "book": ("{author} {title}. {place}: {publisher}, {year}.⟦ {pages_total} ⟪с~p⟫.⟧", "{author} {title}. – {place}: {publisher}, {year}.⟦ – {pages_total} ⟪с~s~p⟫.⟧", "{author} {title}. {place}, {year}."),
        "chapter": ("{author} {title} // {container} / ⟪Ed. by ~Под ред. ~Eds. ⟫{editor}. {place}: {publisher}, {year}. ⟪С. ~P. ⟫{page}.", "{author} {title} // {container}. {place}, {year}. ⟪С. ~P. ⟫{page}."),
        "conference": ("{author} {title} // {event}. {place}, {year}. P. {page}.",),
        "thesis": ("{author} {title}: {genre}. {place}, {year}.",),
    }, "", 0.4, 1.0),
    "gbt": School(EAST, {
        "article": ("{author}. {title}[J]. {journal}, {year}, {volume}⟦({issue})⟧: {page}.", "{author}. {title} [J]. {journal}, {year}⟦, {volume}⟧⟦ ({issue})⟧: {page}.", "{author}, {title}[J]. {journal}, {year}, {volume}({issue}): {page}."),
        "book": ("{author}. {title}[M].⟦ {edition} ed.⟧ {place}: {publisher}, {year}⟦: {page}⟧.",),
        "conference": ("{author}. {title}[C]//{container}. {place}: {publisher}, {year}: {page}.", "{author}. {title}[C]// {event}. {publisher}, {year}: {page}."),
        "thesis": ("{author}. {title}[D]. {place}: {school}, {year}.",),
        "web": ("{author}. {title}[EB/OL]. ({accessed})[{year}]. {URL}.",),
    }, "", 0.4, 0.7),
    "slavic": School(CHICAGO + FRENCH[4:5] + ROMANCE[:3] + VANCOUVER[:1], {
        "article": ("{author}: {title}. „{journal}” {year}, ⟪nr ~t. ⟫{issue}⟦, s. {page}⟧.", "{author}, {title}, „{journal}” {year}, ⟪t. {volume}, ~⟫nr {issue}, s. {page}.", "{author}: {title}. {journal}, {volume}⟦, č. {issue}⟧, s. {page}⟪ ({year})~, {year}⟫.", "{author}. {title}. {journal}, {year}, roč. {volume}, č. {issue}, s. {page}.⟦ ISSN {ISSN}.⟧", "{author} ({year}), {title}, {journal} {volume}⟦, nr {issue}⟧, s. {page}.", "{author}, “{title}”, {journal}, cilt {volume}, sayı {issue}, {year}, s. {page}.",
                    "{author}. {year}. {title}. {journal} {volume}⟦({issue})⟧: {page}."),
        "book": ("{author}: {title}. {place}: {publisher}, {year}.", "{author}, {title}, {publisher}, {place} {year}⟦, s. {page}⟧.", "{author}. {title}. {edition}. vyd. {place}: {publisher}, {year}. {pages_total} s. ISBN {ISBN}.", "{author} ({year}), {title}. {publisher}, {place}.", "{author}: {title}. {publisher}. {place} {year}."),
        "chapter": ("{author}, {title}, [w:] {container}, red. {editor}, {publisher}, {place} {year}, s. {page}.", "{author}. {title}. In: {editor} (red.). {container}. {place}: {publisher}, {year}, s. {page}.", "{author} ({year}), {title}, i: {editor} (red.), {container}. {place}: {publisher}, s. {page}."),
        "web": ("{author}. {title}. {URL} ({accessed}).", "{author} ({year}). {title}. [online]. Dostupné z: {URL}"),
    }, "", 0.1, 0.8),
    "plain": School(VANCOUVER[:3] + APA[:4] + CHICAGO[:2] + FORENAME[:6], {
        # Hastily typed lists: anything anywhere, often without a clear mark between two values.
        "article": (
            "{author}, {title}, {journal} {yearmonth}", "{journal} {volume}, {first}", "{journal}, {volume}, {page}, {yearmonth}", "{author} {title} {journal}. {year};{volume}:{page}", "{author}, {journal}, {status}", "{author}, {title}, submitted to {journal}",
            "{author}⟪. ~, ~ ~: ⟫{title}⟪. ~, ⟫{journal}⟪, ~ ~. ⟫{year}", "{author} {title} {journal} {year}⟪;~ ~, ⟫{volume}⟦({issue})⟧⟪:~, ⟫{page}", "{title}. {author}. {journal} {year};{volume}:{page}", "{title}. {journal} {volume}⟦({issue})⟧, {page} ({year})", "{title}, {journal}, {year}", "{journal} {year};{volume}⟦({issue})⟧:{page}", "{journal}, {volume}⟦({issue})⟧, {page}, {year}", "{author}⟪ ~, ⟫{year}⟪ ~, ~. ⟫{title}⟪ ~, ~. ⟫{journal}⟪ ~, ⟫{volume}⟪ ~: ~, ~:⟫{page}", "{author}, ({year}) {title}, {journal}, {volume}, {page}", "{author} {year}. {title}. {journal} {volume}: {page}.",
                    "{author}. {title}. {journal}, Vol. {volume}, {year}.", "{author}, \"{title}\" {journal} {volume} ({year}) p. {first}", "{author}, {journal} {year}"),
        "book": ("{author}⟪. ~, ~ ~: ⟫{title}⟪. ~, ⟫{publisher}⟪ ~, ⟫{year}", "{author}, {title}, {year}", "{title}. {publisher}, {year}.", "{title}. {place}: {publisher}; {year}.", "{author} {title} {place} {publisher} {year}", "{author} ({year}) {title}. {publisher}", "{author}. {title}. {year}. {publisher}. {place}.", "{title}. {place}, {year}.", "{author}, {title}. {place}: {publisher}", "{author}. {title}."),
        "chapter": ("{author}. {title}. In: {container}. {year}. p {page}", "{author}, {title} in {container}, {publisher} {year}", "{author}. {title}. {container}, {publisher}, {year}, pp. {page}."),
        "web": ("{URL}", "{title} {URL}", "{author}, {title}, {URL}, {year}", "{title}, {publisher}, {URL} ({accessed})"),
        "newspaper": ("{journal}, {date}", "{title}. {journal}, {date}", "{author}, {journal}, {date}, {page}"),
        "conference": ("{author}, {title}, {event}, {place}, {year}", "{title}. {event}, {place}, {date}", "{author}. {title}. {event}, {year}."),
        "report": ("{author}, {title}, {number}, {year}", "{publisher}, {title}, {year}", "{publisher}. {title}. {place}; {year}.", "{author}, {year}. {title}. {publisher}, {place}, {number}"),
        "thesis": ("{author}. {title}, {genre}. {school}, {year}", "{author}: {genre}, {school} {year}"),
    }, "", 0.4, 1.5),
}  # fmt: skip
"""The schools by name: what is held out together."""

MIX: dict[str, float] = {
    "article": 10, "book": 5, "chapter": 4, "conference": 2, "thesis": 1, "report": 1, "web": 1,
    "preprint": 0.7, "newspaper": 0.6, "patent": 0.15, "standard": 0.15,
}  # fmt: skip
"""How often each type is drawn, where the school knows it."""
