"""Choose the item type of a reference from its labels and words.

:data:`EVIDENCE` is an ordered table: the first row whose labels and words fit decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from refconv.assemble.draft import Draft, Fields
from refconv.assemble.media import MEDIA, WITH_CONTAINER
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import ItemType

Evidenced = Mapping[str, Sequence[str]]
"""Printed values by label. ``gaps`` holds text between the values that names a type; ``in`` is
there where "In" (or the like) stands before a container.
"""


class TypeEvidence(NamedTuple):
    """A type, the labels that it needs, those that it must lack, and words that name it.

    Of each tuple of ``needs`` one label must be there. ``words`` must be found in a value of one of
    the labels ``where``; they match lower-cased text.
    """

    type: ItemType
    needs: tuple[tuple[str, ...], ...] = ()
    lacks: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    words: re.Pattern[str] | None = None

    def fits(self, labels: frozenset[str]) -> bool:
        """Return whether a reference with these labels may have this type."""
        return (
            labels.isdisjoint(self.lacks)
            and (self.words is None or not labels.isdisjoint(self.where))
            and all(not labels.isdisjoint(any_of) for any_of in self.needs)
        )

    def is_found(self, fields: Evidenced) -> bool:
        """Return whether the row's words, if it has any, are found in a reference."""
        if self.words is None:
            return True
        for label in self.where:
            for value in fields.get(label, ()):
                if self.words.search(value.lower()):
                    return True
        return False


def _row(
    kind: str, needs: str = "", lacks: str = "", where: str = "", words: str = ""
) -> TypeEvidence:
    return TypeEvidence(
        ItemType(kind),
        tuple(tuple(label.split("|")) for label in needs.split()),
        tuple(lacks.split()),
        tuple(where.split()),
        lazy_pattern(words, re.VERBOSE) if words else None,
    )


_KIND = "genre gaps note"
_THESIS = r"""\b(?: ph\.?\s?d\b | d\.?\s?phil |
    (?:doctoral|doctorate|master'?s?|master’s|bachelor'?s?
    |m\.?\s?sc\.?|m\.?\s?a\.?|diploma|licentiate|honou?rs)\s+(?:thesis|dissertation) | thesis |
    dissertation | disserta[çz]\w+ | monografia | diss\b | thèse | these\b |
    tesis | tesi\b | tese\b | habilitation\w* |
    diplomarbeit | (?:master|bachelor|magister|doktor)arbeit | proefschrift | mémoire |
    avhandling | дис(?:сертация|\.) | автореф )"""
_PROCEEDINGS = r"""\b(?: proc(?:eedings|s)?\b | conf(?:erence)?\b | symp(?:osium)?\b(?!\sser) |
    workshops? | congress | colloqui\w+ | tagung\w* | kongress | konferenz | convegno | congreso
    | actes\sdu | atti\sdel | adv(?:ances|\.)\s(?:in\s)?neural\sinf | nips | neurips | icml | iclr |
    cvpr | sigir | siggraph | sigmod | interspeech | icassp | lrec | emnlp | naacl | coling |
    meeting\sof\sthe )"""
# Journals that are called proceedings.
_SOCIETY = r"""(?: nat(?:iona)?l?\.?\s*acad | r(?:oyal)?\.?\s*soc | of\sthe\sieee\b |
    math(?:ematical)?\.?\s*soc | phil(?:osophical)?\.?\s*soc | soc(?:iety)?\.?\s*exp |
    am(?:erican)?\.?\s*phil | aristotel | prehist | amer(?:ican)?\.?\s*(?:math|thorac) |
    nutr(?:ition)? | phys(?:ical)?\.?\s*soc | zool | biol )"""
_PREPRINT = r"""\b(?: arxiv | bio\s?rxiv | med\s?rxiv | chemrxiv | psyarxiv | socarxiv |
    techrxiv | ssrn | research\ssquare | preprints?\.org | preprints? | osf\.io )\b"""
_REPORT = r"""\b(?:
    (?:technical|research|final|annual|internal|tech\.?)\s+(?:report|rep\b|memo(?:randum)?|note)
    | (?:working|discussion|white|policy|occasional)\s+papers? | report | rapport | bericht |
    arbeitspapier | informe | relat[óo]rio | rapporto |
    memorandum | deliverable | tr[- ]?\d+ | discussion\spaper )\b"""
_NEWSPAPER = r"""\b(?:
    (?:new\syork|los\sangeles|financial|sunday|irish|japan|straits|the)\s+times |
    (?:the\s)?guardian | washington\spost | wall\sstreet\sjournal | (?:daily|sunday)\s\w+ |
    le\smonde | le\sfigaro | libération | el\spaís | el\smundo | la\srepubblica |
    corriere\sdella\ssera | \w*zeitung | die\szeit | tageszeitung | frankfurter\sallgemeine |
    frankfurter\srundschau | herald | tribune | der\sspiegel | usa\stoday | independent |
    telegraph | los\sangeles | boston\sglobe | известия )\b"""
_STANDARD = (
    r"\b(?:iso(?:/iec)?|iec|ansi|din(?:\sen)?|ieee\s(?:std|p)|3gpp\st[sr]|astm|rfc|bs(?:\sen)?|"
    r"nf\sen"
    r"|en|itu-[tr]|önorm|une|nen|as/nzs|(?:abnt\s)?nbr|nfpa|csa|vdi)"
    r"\s?[-:]?\s?[a-z]?\.?\d{2,}"
)
_PATENT = (
    r"\bpatents?\b|\bu\.?s\.?\s?\d,?\d{3},?\d{3}\b"
    r"|\A(?:wo|ep|de|us|gb|jp|cn)\s?\d[\d/\s]{5,12}\s?[abu]\d?\Z"
)
_DATA = r"\bdata\s?sets?\b|\[data\]|\bdata\sfiles?\b"
_UNPUBLISHED = r"\bunpublished|\bmanuscript\b|\bunveröff"
_MEETING = rf"{_PROCEEDINGS}(?!.*{_SOCIETY})"
_HOUSE = "publisher|publisher-place|ISBN|edition"
_MAGAZINE = r"""\b(?: magazine | economist | newsweek | new\syorker | atlantic | new\sscientist |
    scientific\samerican | national\sgeographic | harper['’]s | l['’]express | le\spoint | stern |
    the\snation | rolling\sstone | vanity\sfair )\b"""
_SERIAL = r"""\b(?: journal | revista | revue | review | annals | annales | archives | zeitschrift |
    bulletin | proceedings | transactions | quarterly | letters | studies | rev\b | ann\b | arch\b |
    bull\b | int\b | research | science\w* | medicine | cahiers | rivista | tidsskrift )"""
_NETWORK = r"""\A(?: twitter | x\s\( | x\Z | facebook | instagram | tiktok | reddit | linkedin |
    mastodon | tumblr | bluesky | threads | weibo | telegram )\b"""
_DATA_ARCHIVE = r"""\b(?: data\s(?:archive|archives|cent(?:er|re)|repository|publisher|library) |
    dataverse | zenodo | dryad | figshare | pangaea | icpsr | gbif | mendeley\sdata | earthdata |
    genbank | protein\sdata\sbank )\b"""

# ── law ──

_PARTIES = r"""\A(?: [^:“”"]{1,120}\s(?:v|vs)\.?\s\S[^:]{1,120}
    | (?:in\sre|ex\sparte|re|matter\sof)\s.+
    | (?:joined\s)?cases?\s[ctf]?\s?[-‑–]?\s?\d.+ )\Z"""
_DECISIONS = r"""\A(?: bghz | bghst | bverfge | bverwge | bage | bfhe | bsge | rgz | rgst | bge
    | ecr |
    ehrr | i\.?c\.?j\.?\srep(?:orts)?\.? )\Z"""
_STATUTES = r"""\A(?: stat\.? | u\.?\s?s\.?\s?c\.?(?:\s?[as]\.)? | (?:r|g|gv)?bl\.?
    | [rg]?v?bgbl\.?.* |
    diario\soficial | boletín\soficial.* | boe | gaceta\soficial | diário\sda\srepública
    | gazzetta\sufficiale | oj | official\sjournal\sof\sthe\seuropean.* | abl\.? | r?\.?s\.?[co]\.?
    | (?:r?s(?:bc|a|m|ns|nb|q)) | cqlr | jorf | j\.?o\.? )\Z"""
_RULES = r"\A(?: c\.?\s?f\.?\s?r\.? | fed\.\s?reg\. )\Z"
_DEBATES = r"\A(?: (?:hc|hl|wa|pbc)\sdeb\w* | cong\.\srec\. )\Z"
_LABELS_OF_RECORDS = r"""\b(?: records? | recordings | sony\smusic | warner\smusic | motown
    | def\sjam    | interscope | decca | deutsche\sgrammophon | verve | blue\snote | emi )\Z"""
_GAZETTES = r"""\A(?: unts | u\.n\.t\.s\. | lnts | l\.n\.t\.s\. | ilm | i\.l\.m\. | u\.?s\.?t\.?
    | ats |
    cts | tias | ukts | c?ets | bgbl\.?\sii )\Z"""
_ACT = r"""\A(?:the\s)?[^:?“”"]{3,120}\b(?: act | measure | ordinance | code | constitution
    | regulations |
    rules | order )(?:\s\([^()]+\))?(?:,?\s(?:of\s)?\d{4})\b
    | \A(?:council\s|commission\s)?(?:implementing\s|
    delegated\s)?(?:regulation|directive|decision)\s(?:\(\w+\)\s|no\.?\s)?\d+/\d+
    | \A\w*gesetz(?:buch)?\b |
    \A(?:loi|décret|ordonnance|arrêté)\s(?:n[°o]|du\s)
    | \A(?:lei|decreto(?:-lei)?|portaria|resolução|ley|
    real\sdecreto|decreto\slegislativo|legge)\s(?:complementar\s|federal\s)?(?:n[.ºo°]|núm|\d) |
    \Aconstituição\s | \Aconstitución\s(?:política|española|nacional)"""
_TREATY = r"""\A[^:?“”"]{0,90}\b
    (?:convention|treaty|protocol|covenant|statute\sof\sthe\sinternational)\s
    (?:on|for|relating|between|against|concerning|to|of|and)\b"""
_BILL = r"\A(?: h\.?\s?r\.? | s\. | [hs]\.\s?(?:j|con)\.?\s?res\. | [hs]\.\s?res\. )\s?\d"
_REPORT_NUMBER = r"""\A(?: com\s?\(\d | cm(?:nd|d)?\.?\s?\d | hc\s?\d | hl\s?(?:paper\s)?\d | a/
    | s/res | e/cn |
    un\sdoc | rfc\s |
    (?:s|h\.\s?r|h)\.\s(?:exec\.\s|misc\.\s)?(?:rep|doc)\.
    | (?:scot\s)?law\scom | open-file | nber | swd\s?\( | sec\s?\( | st/
    | (?:who|epa|nistir?|nasa|tr|ornl)[/-] )"""
_STATE_PRESS = r"""\b(?: government\sprinting\soffice | government\spublishing\soffice | gpo\b
    | hmso |
    stationery\soffice )"""

EVIDENCE: tuple[TypeEvidence, ...] = (
    # GB/T 7714 prints the type as a code.
    _row("article-journal", where="gaps", words=r"\[j(?:/ol)?\]"),
    _row("book", where="gaps", words=r"\[m(?:/ol)?\]"),
    _row("thesis", where="gaps", words=r"\[d(?:/ol)?\]"),
    _row("paper-conference", where="gaps", words=r"\[c(?:/ol)?\]"),
    _row("report", where="gaps", words=r"\[r(?:/ol)?\]"),
    _row("article-newspaper", where="gaps", words=r"\[n(?:/ol)?\]"),
    _row("patent", where="gaps", words=r"\[p(?:/ol)?\]"),
    _row("standard", where="gaps", words=r"\[s(?:/ol)?\]"),
    _row("webpage", where="gaps", words=r"\[eb(?:/ol)?\]"),
    _row("dataset", where="gaps", words=r"\[d[bs](?:/ol)?\]"),
    _row("software", where="gaps", words=r"\[cp(?:/ol)?\]"),
    _row("map", where="gaps", words=r"\[cm(?:/ol)?\]"),
    # Law.
    _row("hearing", "title", "issue publisher", "title", r"\bhearings?\s(?:before|on)\b"),
    _row("hearing", where="container-title", words=_DEBATES),
    _row("bill", "number", "author", "number", _BILL),
    _row("treaty", where="container-title", words=_GAZETTES),
    _row("regulation", where="container-title", words=_RULES),
    _row("legislation", "", "author", "container-title", _STATUTES),
    _row("legislation", "section", "author"),
    _row("legal_case", where="container-title", words=_DECISIONS),
    _row("legal_case", "authority", "author publisher"),
    _row(
        "legal_case", "title volume|number|page|container-title", "author issue publisher editor",
        "title", _PARTIES,
    ),
    _row("legislation", "title", "editor container-title volume edition genre", "title", _ACT),
    _row(
        "treaty", "title", "author editor container-title publisher edition volume number", "title",
        _TREATY,
    ),
    # Words in brackets that name a medium.
    _row("post", "medium", "volume issue page", "container-title publisher", _NETWORK),
    *(
        _row(kind, "", "" if kind in WITH_CONTAINER else "issue page", "medium", rf"\A(?:{words})")
        for kind, words in MEDIA.items()
    ),
    # Words that name a type.
    _row("thesis", where="genre", words=_THESIS),
    _row("thesis", where="gaps note", lacks="volume", words=_THESIS),
    _row("patent", where="genre gaps number note", words=_PATENT),
    _row("dataset", where=_KIND, words=_DATA),
    _row(
        "software", where=_KIND,
        words=r"\b(?:computer\s)?(?:software|program(?:me)?)\b|\b[rp]\w*\spackage\b|source\scode",
    ),
    _row("personal_communication", "recipient"),
    _row("personal_communication", where=_KIND, words=r"\b(?:personal|private)\scomm"),
    _row("personal_communication", "title", "container-title publisher volume", "title",
         r"\A(?:letter|letters|e-?mail|telegram)\s(?:to|from)\b"),
    _row("manuscript", where=_KIND, lacks="container-title", words=_UNPUBLISHED),
    _row("interview", "interviewer"),
    _row("manuscript", "archive|archive_location", "container-title publisher volume arXiv"),
    _row("interview", where="genre gaps", words=r"\binterview"),
    _row("interview", "title", "publisher volume", "title",
         r"\A(?:personal\s|telephone\s|oral\shistory\s)?interview(?:ed)?(?:\s(?:by|with|of)\b|\Z)"),
    _row("broadcast", "series-creator|executive-producer"),
    _row("broadcast", "", "host", "gaps", r"\bepisode\b"),
    _row("motion_picture", "director|performer"),
    _row("motion_picture", where="genre gaps", words=r"\b(?:film|motion\spicture|dvd|video)\b"),
    _row(
        "motion_picture", "", "volume issue page", "container-title publisher",
        r"\A(?:youtube|vimeo|netflix|ted\b)",
    ),
    _row("song", "host"),
    _row("song", "title container-title", "volume issue page editor ISBN", "publisher",
         _LABELS_OF_RECORDS),
    _row("map", where="gaps note title", words=r"\b1\s?:\s?\d{2,3}[.,\s]?\d{3}\b"),
    _row("post-weblog", "URL|accessed", "volume page", "gaps", r"\bblog\b"),
    _row("post-weblog", "URL|accessed", "volume page", "container-title publisher", r"\bblog\b"),
    _row("post", "", "volume page", "container-title publisher", _NETWORK),
    _row("standard", where="title number", lacks="container-title", words=_STANDARD),
    _row("standard", "", "container-title", "genre", r"\bstandards?\b"),
    _row("patent", where="title", lacks="container-title",
         words=r"\A(?:u\.?\s?s\.?|united\sstates|european)\spatent\b"),
    _row("report", "", "container-title", "number", _REPORT_NUMBER),
    _row("review-book", "container-title", "", "title",
         r"\Areview\sof\s(?:the\s(?:book|film)\b|[“\"‘'«]|.*,\s(?:by|ed)\b)"),
    _row("article-newspaper", "container-title", "volume editor", "container-title", _NEWSPAPER),
    _row("article-magazine", "container-title", "volume editor publisher", "container-title",
         _MAGAZINE),
    # Preprints, then parts of something, then wholes.
    _row("article", "", "volume page", "container-title publisher genre gaps", _PREPRINT),
    _row("article", "arXiv", "container-title publisher"),
    _row("paper-conference", "event-title title", "volume"),
    _row(
        "paper-conference", "container-title|event-title", "volume",
        "container-title event-title", _MEETING,
    ),
    _row(
        "paper-conference", "container-title publisher|publisher-place|editor|in", "issue",
        "container-title event-title", _MEETING,
    ),
    _row("paper-conference", "title in", "", "collection-title", _MEETING),
    _row("entry-encyclopedia", "title", "volume", "container-title",
         r"\bencyclop|\benzyklop|\bwikipedia|\bbritannica"),
    _row("entry-dictionary", where="gaps", words=r"\bs\.\s?v\.\s?[“«\"‘']"),
    _row("entry-dictionary", "title", "volume issue editor", "container-title",
         r"\bdictionary\b|\bwörterbuch|\bdictionnaire\b|\bdiccionario\b|\bmerriam-webster\b"),
    _row("dataset", "publisher|container-title", "volume page issue editor",
         "publisher container-title", _DATA_ARCHIVE),
    _row("software", "publisher|container-title", "volume page issue editor",
         "publisher container-title", r"\A(?:github|gitlab|bitbucket|cran|pypi)\b"),
    _row("chapter", "container-title editor title", "issue"),
    _row("chapter", f"container-title title {_HOUSE}", "volume issue ISSN"),
    _row("chapter", f"container-title title in {_HOUSE}", "issue ISSN"),
    _row("webpage", "container-title URL|accessed in",
         "volume issue page DOI editor publisher edition ISBN"),
    _row("chapter", "container-title title in", "volume issue ISSN"),
    _row("report", "", "container-title", "genre gaps number collection-title", _REPORT),
    _row("report", where="title", lacks="container-title publisher volume", words=_REPORT),
    _row("report", "publisher", "container-title editor edition", "publisher", _STATE_PRESS),
    _row("software", "version", "container-title volume page issue editor publisher-place"),
    _row("article-journal", "container-title", "", "container-title", _SERIAL),
    _row("webpage", "URL|accessed", "publisher-place edition volume page ISBN", "publisher",
         r"web\s?site|\.(?:com|org|net)\b"),
    _row("webpage", "container-title URL|accessed", "volume issue page DOI editor publisher"),
    _row("article-journal", "container-title"),
    _row("webpage", "URL", "publisher volume page ISBN edition"),
    _row("book", f"title {_HOUSE}|number-of-pages"),
    _row("book", f"container-title|collection-title {_HOUSE}"),
    _row("article-journal", "volume page"),
    _row("webpage", "URL"),
    # The short form of a note: a name, a title, a page.
    _row("book", "author|editor title page|chapter-number", "issue"),
)  # fmt: skip

_LABELS = frozenset(
    label for row in EVIDENCE for labels in (row.lacks, row.where, *row.needs) for label in labels
)


def item_type(fields: Evidenced) -> ItemType:
    """Return the type of the first row that fits, ``document`` if none does.

    >>> item_type({"title": ["Logic"], "publisher": ["Springer"]})
    <ItemType.BOOK: 'book'>
    """
    for row in _rows_for(_LABELS.intersection(fields)):
        if row.is_found(fields):
            return row.type
    return ItemType.DOCUMENT


@lru_cache(4096)
def _rows_for(labels: frozenset[str]) -> tuple[TypeEvidence, ...]:
    return tuple(row for row in EVIDENCE if row.fits(labels))


@lru_cache(16384)
def names_type(gap: str) -> bool:
    """Return whether a row finds its words in the text between two values."""
    low = gap.lower()
    return any(row.words.search(low) for row in EVIDENCE if row.words and "gaps" in row.where)


# ── the steps ─────────────────────────────────────────────────────────────────────────────────────


def set_item_type(draft: Draft) -> None:
    """Choose the item type from labels, values and the words between them.

    Example: ``{title|T}. In {container-title|Handbook}. {publisher|P}`` is a chapter.
    """
    more: dict[str, Sequence[str]] = {"in": ()} if draft.is_contained else {}
    if gaps := [gap for gap in draft.remarks if names_type(gap)]:
        more["gaps"] = gaps
    draft.type = item_type({**draft.fields, **more} if more else draft.fields)


_WITHOUT_CONTAINER = frozenset({ItemType.BOOK, ItemType.THESIS, ItemType.REPORT})
_NUMBERS: Mapping[ItemType, tuple[str, ...]] = {
    ItemType.REPORT: ("issue", "volume"),
    ItemType.SONG: ("issue",),
    ItemType.BROADCAST: ("issue",),
}
"""Labels under which the tagger puts the number of a report, or of an episode."""
_WITH_GENRE = frozenset(
    {ItemType.THESIS, ItemType.REPORT, ItemType.PATENT, ItemType.DATASET, ItemType.SOFTWARE}
)
"""Types whose printed name is worth keeping: a thesis may be "Diss." or "PhD thesis"."""


def adapt_to_type(draft: Draft) -> None:
    """Rename and add the values that follow from the item type.

    A whole has a title rather than a container, the number of a report is none of an issue, an
    arXiv identifier names its archive, and the printed name of a type is its genre.

    Example: ``{title|T} (PhD thesis)`` has the genre "PhD thesis".
    """
    fields, kind = draft.fields, draft.type
    if kind in _WITHOUT_CONTAINER and "title" not in fields and "container-title" in fields:
        fields["title"] = fields.pop("container-title")
    for label in _NUMBERS.get(kind, ()):
        if label in fields and "number" not in fields:
            fields["number"] = fields.pop(label)
    _rename_container(fields, kind)
    if kind in _DATED_BY_TITLE and "issued" not in fields:
        for label, pattern in _DATE_INSIDE:
            if label in fields and (match := pattern.search(fields[label][0])):
                fields["issued"] = [match[1]]
                break
    if "arXiv" in fields:
        fields["archive"] = ["arXiv"]
    if kind == ItemType.ARTICLE:
        fields.setdefault("genre", ["preprint"])
    elif "genre" not in fields and kind in _WITH_GENRE:
        genre = fields.pop("medium", [""])[0] or next(
            (found for gap in draft.remarks if (found := genre_in(gap))), ""
        )
        if genre:
            fields["genre"] = [genre]


_PUBLISHED_BY = frozenset({ItemType.DATASET, ItemType.SOFTWARE, ItemType.MOTION_PICTURE})
"""Types whose container, without pages or a volume, is their publisher: an archive, a studio."""
_DATED_BY_TITLE = frozenset(
    {
        ItemType.LEGISLATION,
        ItemType.REGULATION,
        ItemType.TREATY,
        ItemType.STANDARD,
        ItemType.LEGAL_CASE,
    }
)
_DATE_INSIDE = (
    ("number", lazy_pattern(r"\A((?:19|20)\d\d)[ -][A-Z]")),
    ("number", lazy_pattern(r"[\d.-][:-]((?:19|20)\d\d(?:-\d\d)?)\Z")),
    ("title", lazy_pattern(
        r"\b(?:vom|du|of|de|of the)\s(\d{1,2}(?:\.|er|º)?\s(?:de\s)?"
        r"[^\W\d_]{3,9}\.?\s(?:de\s)?(?:19|20)\d\d|"
        r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d)"
    )),
    ("title", lazy_pattern(r"\b((?:1[89]|20)\d\d)(?:\s\([^()]+\))?\Z")),
    ("title", lazy_pattern(r"\A[^.,:]{4,40}\sde\s((?:1[89]|20)\d\d)\b")),
)  # fmt: skip
"""Label and pattern of the date in the name of an act or in the number of a standard."""
_SITE = lazy_pattern(r"web\s?site|\.(?:com|org|net|gov|edu)\b|\bblog\b|\bwiki", re.IGNORECASE)


def _rename_container(fields: Fields, kind: ItemType) -> None:
    """Rename the container of a dataset or film to its publisher, and a page's site the reverse."""
    if kind in _PUBLISHED_BY and "publisher" not in fields and fields.keys().isdisjoint(_PLACES):
        if "container-title" in fields and "title" in fields:
            fields["publisher"] = fields.pop("container-title")
    elif (
        kind == ItemType.WEBPAGE
        and "container-title" not in fields
        and _SITE.search(fields.get("publisher", [""])[0])
    ):
        fields["container-title"] = fields.pop("publisher")


_PLACES = frozenset({"volume", "issue", "page", "host"})

_GENRES = lazy_pattern(
    r"""(?: (?:(?:inaugural|unpublished)[-\s])?
        (?:ph\.?\s?d\.?|doctoral|master(?:['’])?s?|m\.?\s?sc\.?|m\.?\s?a\.?|bachelor(?:['’])?s?|diploma)
        \s(?:thesis|dissertation|diss\b\.?)
      | thèse\sde\sdoctorat | (?:diplom|master|doktor|bachelor|magister)arbeit | tesis\sdoctoral
      | habilitationsschrift | tesi\sdi\s(?:laurea|dottorato)
      | (?:technical|research)\s(?:report|rep\b\.?|memorandum) | (?:working|discussion)\spaper
      | (?:US\s|U\.S\.\s|European\s)?patent(?:\sapplication)? | data\s?set
      | computer\s(?:software|program) | preprint | dissertation | thesis | diss\. )""",
    re.VERBOSE | re.IGNORECASE,
)


def genre_in(text: str) -> str:
    """Return the words in a text that name a kind of work, or ``""``.

    >>> genre_in(" (PhD thesis, ")
    'PhD thesis'
    """
    match = _GENRES.search(text)
    return match.group().strip() if match else ""
