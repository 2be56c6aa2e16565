"""Which tables are checked, and by which tests.

A table is a tuple, list, set or mapping of a module, or what a function of it gives. ``NAME[]``
stands for a mapping to collections, the members of which are its rows. What is made of another
table has no rows of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

TABLES: Mapping[str, str] = {
    "refconv": "_HOMES",
    "refconv.clients": "CLIENTS",
    "refconv.formats.registry": "PLACES",
    "refconv.cli.overview": "_FACTS _SAMPLES _SPECIAL",
    "refconv.io.input": "_SHARED",
    "refconv.spark": "_TEXTS _DATES _PEOPLE _PARTS",
    "refconv.core.model": "VARIABLES _UNDERSCORED _HISTORY _NAME_PARTS _NAMES _DATE _LIST",
    "refconv.core.csl": "DRAWERS",
    "refconv.core.keys": "_EMPTY_WORDS",
    "refconv.values.combinators": "_NUMBERED_ARTICLES",
    "refconv.core.edtf": "_SEASON_MONTHS",
    "refconv.values.months": "MONTHS SEASONS SEASON_NAMES",
    "refconv.values.identifiers": "_NUMBERS _FORMS",
    "refconv.io.encoding": "_MARKS _SIGNATURES",
    "refconv.formats.sniff": "_MARKS",
    "refconv.clients.zotero_extra": "_AS_THEY_ARE",
    "refconv.formats.xml.repair": "_LINE_FEEDS UNREAD",
    "refconv.formats.bibtex.date_codec": "_TELLS",
    "refconv.formats.bibtex.types": "_NAMES _ZOTERO _OF_BIBLATEX _ROLES _SERVERS _DEGREES _TELLING",
    "refconv.formats.bibtex.table": "ROWS ALIASES _RENAMED _VERBATIM _TITLES "
    "_CODES ARTICLES PARTS IN_SERIES REPORTS POSTS THESES",
    "refconv.formats.bibtex.latex.commands": "ACCENTS MATH_ACCENTS ALONE ESCAPES SYMBOLS MARKUP "
    "DECLARATIONS NO_CASE",
    "refconv.formats.bibtex.syntax.name_lists": "OTHERS",
    "refconv.formats.bibtex.latex.decode": "_LIGATURES",
    "refconv.formats.bibtex.latex.encode": "_ESCAPED _LONE_BRACES _COMMANDS",
    "refconv.formats.bibtex.latex.formulas": "_STRUCTURE",
    "refconv.formats.bibtex.syntax.inheritance": "_NEVER _SHORT _DATE _PARTS _MULTIVOLUME "
    "_IN_BOOK _REFERRING",
    "refconv.formats.bibtex.syntax.string_macros": "MONTH_MACROS",
    "refconv.formats.bibtex.syntax.scanner": "_SPECIAL",
    "refconv.formats.bibtex.latex.white_space": "_REPLACED",
    "refconv.formats.bibtex.latex.verbatim": "_LONE",
    "refconv.formats.ris.types": "TYPES",
    "refconv.formats.ris.table": "rows ALIASES EXTRA ARTICLES BOOKS PARTS IN_SERIES NUMBERED LEGAL "
    "WITH_EDITOR THESIS PATENT CHAPTER _SN_NUMBER _SN_ISSN _SN_ISBN _AN",
    "refconv.formats.ris.rules": "FILMS SERIALS CONFERENCE",
    "refconv.formats.ris.tags": "KNOWN_TAGS ONLY_EXTRA _EXTRA _HISTORY _PATTERNS[]",
    "refconv.formats.ris.wrapping": "PROSE_TAGS LINK_TAGS",
    "refconv.values.text": "_REPLACED",
    "refconv.formats.ris.lines": "_LIMITS _BEGINS",
    "refconv.values.inverted_names": "_ET_AL_BEGINS _DROPPING",
    "refconv.formats.ris.codecs": "_NOWHERE",
    "refconv.values.date_fields": "_MONTH_NAMES _JUNK _ORDINAL _FORMS",
    "refconv.formats.xml.elements": "_ENDS",
    "refconv.formats.csljson": "ROWS",
    "refconv.formats.csljson.syntax": "OLDER_NAMES",
    "refconv.formats.csljson.zotero_note": "UNLISTED _FOLDED",
    "refconv.formats.csljson.items": "WRAPPERS",
    "refconv.formats.endnote.types": "_ROWS _NEAREST _ALSO_READ NUMBERS",
    "refconv.formats.endnote.vocabulary": "FIELDS KINDS",
    "refconv.formats.endnote.table": "rows aliases ARTICLES JOURNALS BOOKS PARTS IN_SERIES "
    "NUMBERED LEGAL THESIS PATENT CHAPTER WEB",
    "refconv.formats.endnote.enw": "_PROSE _LISTS _LINKS _GUESSES",
    "refconv.formats.endnote.codecs": "_MONTHS",
    "refconv.formats.endnote.paths": "_ORDER _RESERVED LISTS PLAIN",
    "refconv.formats.endnote.styles": "_FACES _REPLACED",
    "refconv.formats.endnote.xml": "_JOURNAL _SERIALS",
    "refconv.formats.pubmed.table": "TYPES ROWS _BOOKS _CHAPTERS _KINDS[]",
    "refconv.formats.pubmed.codecs": "_LANGUAGES",
    "refconv.formats.pubmed.medline": "_HEAD _UNNUMBERED _FULL",
    "refconv.formats.pubmed.xml": "_MARKUP _HANDLERS",
    "refconv.formats.mods.table": "ROWS RESOURCES KINDS ROLES _OF_HOST _SHORT _NUMBERS _DATES",
}
"""By module."""

NO_TABLES: Mapping[str, str] = {
    # What is drawn from them is no behaviour.
    "refconv.strategies": "_AWKWARD",
    # A pair: the types for what is unknown.
    "refconv.formats.bibtex.types": "FALLBACK",
    "refconv.formats.endnote.types": "FALLBACK",
    "refconv.formats.pubmed.table": "FALLBACK",
    "refconv.formats.ris.types": "FALLBACK",
}
"""Collections that are none."""

TESTS: Mapping[str, tuple[str, str]] = {
    "refconv.formats.bibtex": (
        "bibtex biblatex",
        (
            "tests/formats/bibtex/**/*.py tests/laws/test_better_bibtex.py "
            "tests/laws/test_round_trips.py"
        ),
    ),
    "refconv.formats.ris": ("ris", "tests/formats/ris/*.py"),
    "refconv.formats.csljson": ("csl-json", "tests/formats/csljson/*.py"),
    "refconv.formats.endnote": ("enw endnote-xml", "tests/formats/endnote/*.py"),
    "refconv.formats.pubmed": ("nbib pubmed-xml", "tests/formats/pubmed/*.py"),
    "refconv.formats.mods": ("mods", "tests/formats/mods/*.py"),
    "refconv.formats.xml": ("", "tests/formats/xml/*.py tests/formats/test_*d.py"),
    "refconv.clients": (
        "csl-json ris",
        "tests/formats/csljson/*.py tests/formats/test_registry.py tests/cli/test_main.py",
    ),
    "refconv.formats": (
        "",
        (
            "tests/formats/test_registry.py tests/formats/endnote/*.py tests/formats/mods/*.py "
            "tests/io/test_api.py"
        ),
    ),
    "refconv.values": ("csl-json mods nbib ris", "tests/values/*.py tests/formats/ris/*.py"),
    "refconv.core.csl": ("csl-json", "tests/core/test_model.py"),
    "refconv.core.edtf": ("csl-json", "tests/core/test_edtf.py"),
    "refconv.io.encoding": ("", "tests/io/test_encoding.py"),
    "refconv.core.keys": ("", "tests/core/test_keys.py"),
    "refconv.core.model": ("csl-json", "tests/core/test_model.py tests/core/test_losses.py"),
    "refconv.values.months": ("", "tests/core/test_edtf.py"),
    "refconv.cli.overview": ("", ""),
    "refconv.io.input": ("", "tests/formats/test_registry.py"),
    "refconv.spark": ("", "tests/test_spark.py"),
    "refconv": ("", "tests/project/test_architecture.py"),
}
"""Of a module and those below it: its formats, and more tests; the longest name counts."""

_LAST = "tests/formats/test_dates_of_all_formats.py tests/laws/test_golden.py"


def tests_of(module: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the formats of which a module is, and the patterns of more tests' files."""
    fitting = [name for name in TESTS if module == name or module.startswith(f"{name}.")]
    formats, more = TESTS[max(fitting, key=len)]
    return tuple(formats.split()), (*more.split(), *_LAST.split())
