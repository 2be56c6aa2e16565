"""Choose the item type of a reference from its labels and words.

:data:`EVIDENCE` is an ordered table: the first row whose labels and words fit decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from refconv.assemble.draft import Draft
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
        re.compile(words, re.VERBOSE) if words else None,
    )


_KIND = "genre gaps note"
_THESIS = r"""\b(?: ph\.?\s?d\b | d\.?\s?phil |
    (?:doctoral|doctorate|master'?s?|master’s|bachelor'?s?
    |m\.?\s?sc\.?|m\.?\s?a\.?|diploma|licentiate|honou?rs)\s+(?:thesis|dissertation) | thesis |
    dissertation | diss\b | thèse | these\b | tesis | tesi\b | tese\b | habilitation\w* |
    diplomarbeit | (?:master|bachelor|magister|doktor)arbeit | proefschrift | mémoire |
    avhandling | дис(?:сертация|\.) | автореф )"""
_PROCEEDINGS = r"""\b(?: proc(?:eedings|s)?\b | conf(?:erence)?\b | symp(?:osium)?\b |
    workshops? | congress | colloqui\w+ | tagung\w* | kongress | konferenz | convegno | congreso
    | actes\sdu | atti\sdel | advances\sin\sneural\sinformation | nips | neurips | icml | iclr |
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
    arbeitspapier | informe | memorandum | deliverable | tr[- ]?\d+ | discussion\spaper )\b"""
_NEWSPAPER = r"""\b(?:
    (?:new\syork|los\sangeles|financial|sunday|irish|japan|straits|the)\s+times |
    (?:the\s)?guardian | washington\spost | wall\sstreet\sjournal | (?:daily|sunday)\s\w+ |
    le\smonde | le\sfigaro | libération | el\spaís | el\smundo | la\srepubblica |
    corriere\sdella\ssera | \w*zeitung | die\szeit | tageszeitung | frankfurter\sallgemeine |
    frankfurter\srundschau | herald | tribune | der\sspiegel | usa\stoday | independent |
    telegraph | los\sangeles | boston\sglobe | известия )\b"""
_STANDARD = (
    r"\b(?:iso(?:/iec)?|iec|ansi|din(?:\sen)?|ieee\s(?:std|p)|3gpp\st[sr]|astm|rfc|bs\sen|nf\sen)"
    r"\s?[-:]?\s?[a-z]?\d{2,}"
)
_PATENT = r"\bpatent\b|\bu\.?s\.?\s?\d,?\d{3},?\d{3}\b"
_DATA = r"\bdata\s?sets?\b|\[data\]|\bdata\sfiles?\b"
_UNPUBLISHED = r"\bunpublished|\bmanuscript\b|\bunveröff"
_MEETING = rf"{_PROCEEDINGS}(?!.*{_SOCIETY})"
_HOUSE = "publisher|publisher-place|ISBN|edition"

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
    # Words that name a type.
    _row("thesis", where="genre", words=_THESIS),
    _row("thesis", where="gaps note", lacks="volume", words=_THESIS),
    _row("patent", where="genre gaps number note", words=_PATENT),
    _row("dataset", where=_KIND, words=_DATA),
    _row(
        "software", where=_KIND,
        words=r"\b(?:computer\s)?(?:software|program(?:me)?)\b|\b[rp]\w*\spackage\b|source\scode",
    ),
    _row("personal_communication", where=_KIND, words=r"\b(?:personal|private)\scomm"),
    _row("manuscript", where=_KIND, lacks="container-title", words=_UNPUBLISHED),
    _row("interview", where="genre gaps", words=r"\binterview"),
    _row("motion_picture", where="genre gaps", words=r"\b(?:film|motion\spicture|dvd|video)\b"),
    _row("standard", where="title number", lacks="container-title", words=_STANDARD),
    _row("article-newspaper", "container-title", "volume editor", "container-title", _NEWSPAPER),
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
    _row("entry-encyclopedia", "title", "volume", "container-title", r"\bencyclop|\benzyklop"),
    _row("chapter", "container-title editor title", "issue"),
    _row("chapter", f"container-title title {_HOUSE}", "volume issue ISSN"),
    _row("chapter", f"container-title title in {_HOUSE}", "issue ISSN"),
    _row("chapter", "container-title title in", "volume issue ISSN"),
    _row("report", "", "container-title", "genre gaps number collection-title", _REPORT),
    _row("report", where="title", lacks="container-title author publisher", words=_REPORT),
    _row("article-journal", "container-title"),
    _row("webpage", "URL", "publisher volume page ISBN edition"),
    _row("book", f"title {_HOUSE}|number-of-pages"),
    _row("book", f"container-title|collection-title {_HOUSE}"),
    _row("article-journal", "volume page"),
    _row("webpage", "URL"),
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
_REPORT_NUMBERS = ("issue", "volume")
"""Labels under which the tagger puts the number of a report."""
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
    for label in _REPORT_NUMBERS if kind == ItemType.REPORT else ():
        if label in fields and "number" not in fields:
            fields["number"] = fields.pop(label)
    if "arXiv" in fields:
        fields["archive"] = ["arXiv"]
    if kind == ItemType.ARTICLE:
        fields.setdefault("genre", ["preprint"])
    elif "genre" not in fields and kind in _WITH_GENRE:
        genre = next((found for gap in draft.remarks if (found := genre_in(gap))), "")
        if genre:
            fields["genre"] = [genre]


_GENRES = re.compile(
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
