"""The rules of ``refconv check``, in one table: what each finds, an example, and its repair.

``docs/rules.md`` is made of :data:`RULES`, and so are its tests: the example breaks its rule, the
sound sibling does not, and what ``--fix`` makes of the example is ``fixed``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic
from refconv.core.model import Reference
from refconv.library.checks import reference_rules as rules
from refconv.library.checks import source_rules
from refconv.library.checks.bibtex_source import SourceEntry
from refconv.library.checks.reference_rules import Fault, Library
from refconv.library.checks.source_rules import SourceFault
from refconv.library.deduplication.duplicates import find_duplicates

OfReference: TypeAlias = Callable[[Reference], Iterator[Fault]]
OfSource: TypeAlias = Callable[[str, SourceEntry], Iterator[SourceFault]]
OfLibrary: TypeAlias = Callable[[Library], Iterator[tuple[int, Fault]]]


@frozen
class CheckRule:
    """A rule: what it finds, its message, why, a text that breaks it and one that does not.

    It looks at each reference, at all together, at what reading has reported, or (``in_source``) at
    how BibTeX is written. ``fixed`` is the example after the repair, if there is one; it is made
    without asking only if it ``is_safe``: if the reference says the same as before.

    A rule that ``is_slow`` compares all references with one another; it has no repair.
    """

    finds: str
    message: str
    explanation: str
    example: str | bytes
    sound: str
    of_reference: OfReference | None = None
    of_library: OfLibrary | None = None
    diagnosed: tuple[tuple[Code, str], ...] = ()
    in_source: OfSource | None = None
    fixed: str = ""
    is_safe: bool = True
    is_slow: bool = False
    format: str = "bibtex"

    def is_of(self, diagnostic: Diagnostic) -> bool:
        """Return whether the rule is broken by what a diagnostic reports."""
        return any(
            diagnostic.code == code and reason in ("", diagnostic.reason)
            for code, reason in self.diagnosed
        )


def duplicate_references(library: Library) -> Iterator[tuple[int, Fault]]:
    """Yield the references that are of the same publication as an earlier one."""
    for group in find_duplicates(library.references):
        first = library.references[group.members[0]]
        other = first.id or f"reference {group.members[0] + 1}"
        for place in group.members[1:]:
            yield place, Fault("title", {"other": other, "reason": group.reason})


_BROKEN = ("equals-sign", "value", "trailing-text", "brace", "quote", "string")
_BAD_NAMES = ("several", "letters", "commas", "joined", "body")


RULES: Mapping[str, CheckRule] = {
    # ── what is missing ───────────────────────────────────────────────────────────────────────────
    "missing-field": CheckRule(
        "a field that BibTeX and biblatex require of the type is missing",
        "no {field} in this {type}",
        "Where the two differ, the fewer fields are asked for.",
        "@article{roe, author = {Roe, Jo}, title = {On ice}, year = 2020}",
        "@article{roe, author = {Roe, Jo}, title = {On ice}, journal = {Ice}, year = 2020}",
        rules.missing_fields,
    ),
    "missing-key": CheckRule(
        "an entry of BibTeX has no citation key",
        "no citation key",
        "Nothing can cite an entry without a key. A key is made of its author, year and title.",
        "@book{, author = {Roe, Jo}, title = {On ice}, year = 2020}",
        "@book{roe, author = {Roe, Jo}, title = {On ice}, year = 2020}",
        of_library=rules.missing_keys,
        fixed="@book{roe2020ice, author = {Roe, Jo}, title = {On ice}, year = 2020}",
    ),
    # ── what is there twice ───────────────────────────────────────────────────────────────────────
    "duplicate-key": CheckRule(
        "two references have the same citation key",
        "the key {key!r} is that of reference {place} too",
        "BibTeX refuses the second entry with a key, also if only capitals differ; others cite one "
        "of the two. The later one gets another key: documents go on citing the first.",
        "@misc{roe, title = {On ice}}\n@misc{Roe, title = {On snow}}",
        "@misc{roe, title = {On ice}}\n@misc{roe2, title = {On snow}}",
        of_library=rules.duplicate_keys,
        fixed="@misc{roe, title = {On ice}}\n@misc{Roea, title = {On snow}}",
    ),
    "duplicate-reference": CheckRule(
        "two references are of the same publication",
        "this is the publication of {other!r} ({reason})",
        "A list would have it twice. `refconv dedupe` merges the two and says what it chose.",
        "@article{a, author = {Roe, Jo}, title = {Rivers under northern ice}, journal = {Ice}, "
        "year = 2020, volume = 3, pages = {1--9}}\n"
        "@article{b, author = {Roe, J.}, title = {Rivers under Northern Ice}, journal = {Ice}, "
        "year = 2020, volume = 3, pages = {1--9}}",
        "@article{a, author = {Roe, Jo}, title = {Rivers under northern ice. Part 1}, "
        "journal = {Ice}, year = 2020, volume = 3, pages = {1--9}}\n"
        "@article{b, author = {Roe, Jo}, title = {Rivers under northern ice. Part 2}, "
        "journal = {Ice}, year = 2020, volume = 3, pages = {10--19}}",
        of_library=duplicate_references,
        is_slow=True,
    ),
    "duplicate-field": CheckRule(
        "an entry has a field twice, with different values",
        "{message}",
        "Programs take one or the other.",
        "@misc{roe, title = {On ice}, title = {On snow}}",
        "@misc{roe, title = {On ice}, note = {On snow}}",
        diagnosed=((Code.DUPLICATE_FIELD, ""),),
    ),
    # ── identifiers ───────────────────────────────────────────────────────────────────────────────
    "invalid-doi": CheckRule(
        "a DOI does not have the form of one",
        "invalid DOI {value!r}",
        "A DOI is `10.`, a registrant's number, a slash and a name (DOI Handbook, 2.2).",
        "@misc{roe, title = {On ice}, doi = {1000/182}}",
        "@misc{roe, title = {On ice}, doi = {10.1000/182}}",
        rules.invalid_dois,
    ),
    "doi-form": CheckRule(
        "a DOI has a resolver in front, or marks around it",
        "the DOI {value!r} is more than {bare!r}",
        "A DOI stands without its resolver: styles put `https://doi.org/` in front of it.",
        "@misc{roe, title = {On ice}, doi = {https://doi.org/10.1000/182}}",
        "@misc{roe, title = {On ice}, doi = {10.1000/182}}",
        rules.doi_forms,
        in_source=source_rules.long_dois,
        fixed="@misc{roe, title = {On ice}, doi = {10.1000/182}}",
    ),
    "doi-in-url": CheckRule(
        "a DOI stands in the URL only",
        "the DOI {bare} stands in the URL only",
        "Styles print, and programs look up, the DOI in its own field. It is added; the URL stays.",
        "@misc{roe, title = {On ice}, url = {https://doi.org/10.1000/182}}",
        "@misc{roe, title = {On ice}, doi = {10.1000/182}, url = {https://doi.org/10.1000/182}}",
        rules.dois_in_urls,
        fixed="@misc{roe, title = {On ice}, url = {https://doi.org/10.1000/182}, "
        "doi = {10.1000/182}}",
    ),
    "invalid-isbn": CheckRule(
        "an ISBN has a wrong check digit or form",
        "wrong {wrong} of ISBN {value!r}",
        "The last digit of an ISBN follows from the others (ISO 2108).",
        "@book{roe, author = {Roe, Jo}, title = {On ice}, year = 2020, isbn = {978-3-16-148410-1}}",
        "@book{roe, author = {Roe, Jo}, title = {On ice}, year = 2020, isbn = {978-3-16-148410-0}}",
        rules.identifiers_of("ISBN"),
    ),
    "invalid-issn": CheckRule(
        "an ISSN has a wrong check digit or form",
        "wrong {wrong} of ISSN {value!r}",
        "The last digit of an ISSN follows from the others (ISO 3297).",
        "@misc{roe, title = {On ice}, issn = {1234-5678}}",
        "@misc{roe, title = {On ice}, issn = {1234-5679}}",
        rules.identifiers_of("ISSN"),
    ),
    "invalid-orcid": CheckRule(
        "an ORCID has a wrong check digit or form",
        "wrong ORCID {value!r} of {person}",
        "The last digit of an ORCID follows from the others (ISO 7064).",
        '[{"id": "roe", "type": "book", "title": "On ice", "author": [{"family": "Roe"}],\n'
        '  "issued": {"date-parts": [[2020]]},\n'
        '  "custom": {"refconv": {"orcid": {"author": ["0000-0002-1825-0098"]}}}}]',
        '[{"id": "roe", "type": "book", "title": "On ice", "author": [{"family": "Roe"}],\n'
        '  "issued": {"date-parts": [[2020]]},\n'
        '  "custom": {"refconv": {"orcid": {"author": ["0000-0002-1825-0097"]}}}}]',
        rules.orcids,
        format="csl-json",
    ),
    "invalid-pmid": CheckRule(
        "a PMID does not have the form of one",
        "invalid PMID {value!r}",
        "A PMID has one to eight digits.",
        "@misc{roe, title = {On ice}, pmid = {123456789}}",
        "@misc{roe, title = {On ice}, pmid = {12345678}}",
        rules.identifiers_of("PMID"),
    ),
    "invalid-pmcid": CheckRule(
        "a PMCID does not have the form of one",
        "invalid PMCID {value!r}",
        "A PMCID is `PMC` and digits.",
        "@misc{roe, title = {On ice}, pmcid = {PMC12a}}",
        "@misc{roe, title = {On ice}, pmcid = {PMC123456}}",
        rules.identifiers_of("PMCID"),
    ),
    "invalid-arxiv": CheckRule(
        "an arXiv identifier does not have the form of one",
        "invalid arXiv identifier {value!r}",
        "arXiv has numbers like `2101.00001` and, until 2007, like `hep-ph/0403192`.",
        "@misc{roe, title = {On ice}, eprint = {210.1}, archiveprefix = {arXiv}}",
        "@misc{roe, title = {On ice}, eprint = {2101.00001}, archiveprefix = {arXiv}}",
        rules.identifiers_of("arXiv identifier"),
    ),
    # ── dates and pages ───────────────────────────────────────────────────────────────────────────
    "impossible-date": CheckRule(
        "a date cannot be",
        "impossible date {value!r}: {why}",
        "A day that no calendar has, a range that ends before it begins, a year after 2100, or a "
        "page that was accessed before there was a web.",
        "@misc{roe, title = {On ice}, date = {2021-02-30}}",
        "@misc{roe, title = {On ice}, date = {2021-02-28}}",
        rules.impossible_dates,
    ),
    "page-range": CheckRule(
        "a range of pages ends before it begins",
        "the pages {value!r} end before they begin",
        "A last page with fewer digits is an abbreviation.",
        "@misc{roe, title = {On ice}, pages = {152--145}}",
        "@misc{roe, title = {On ice}, pages = {145--52}}",
        rules.page_ranges,
    ),
    # ── names and texts ───────────────────────────────────────────────────────────────────────────
    "others": CheckRule(
        "`others` or `et al.` stands for a person",
        "{value!r} is {where} (it stands for people)",
        "BibTeX writes a list that is cut off as `and others`, at its end; anywhere else, or in "
        "other words, it is printed as a person.",
        "@misc{roe, author = {Roe, Jo and {co-workers}}, title = {On ice}}",
        "@misc{roe, author = {Roe, Jo and others}, title = {On ice}}",
        rules.others,
        fixed="@misc{roe, author = {Roe, Jo and others}, title = {On ice}}",
    ),
    "capital-name": CheckRule(
        "a name is in capitals",
        "names in capitals: {value}",
        "Styles set names in capitals where they want them; none can set them back. The repair is "
        "not safe: MACDONALD may be MacDonald.",
        "@misc{roe, author = {STONE, JOAN}, title = {On ice}}",
        "@misc{roe, author = {Stone, Joan and {NASA}}, title = {On ice}}",
        rules.capital_names,
        fixed="@misc{roe, author = {Stone, Joan}, title = {On ice}}",
        is_safe=False,
    ),
    "capital-title": CheckRule(
        "a title is in capitals",
        "the title is in capitals",
        "No style can set such a title in small letters without knowing its names. The repair is "
        "not safe: names lose their capital too.",
        "@misc{roe, title = {RIVERS UNDER NORTHERN ICE}}",
        "@misc{roe, title = {NASA and ESA on ice}}",
        rules.capital_titles,
        fixed="@misc{roe, title = {Rivers under northern ice}}",
        is_safe=False,
    ),
    "broken-url": CheckRule(
        "an address does not have the form of one",
        "invalid address {value!r}: {why}",
        "An address has a scheme, a host and no spaces. It is judged by its form; nothing is "
        "opened.",
        "@misc{roe, title = {On ice}, url = {www.example.org/ice}}",
        "@misc{roe, title = {On ice}, url = {https://www.example.org/ice}}",
        rules.broken_urls,
    ),
    "html-entity": CheckRule(
        "a character is written as HTML writes it",
        "{value} stands for {character!r}",
        "A character is written as HTML writes it, and LaTeX prints it so or stops.",
        "@misc{roe, title = {Ice &amp; snow}}",
        "@misc{roe, title = {Ice \\& snow}}",
        rules.html_entities,
        in_source=source_rules.entities,
        fixed="@misc{roe, title = {Ice \\& snow}}",
    ),
    "mojibake": CheckRule(
        "a text in UTF-8 was read as Windows-1252",
        "{value!r} is a broken character (meant: {repaired!r})",
        "Some program did so before. The repair is not safe: other characters may be broken for "
        "good.",
        "@misc{roe, title = {Ice near ZÃ¼rich}}",
        "@misc{roe, title = {Ice near Zürich}}",
        rules.mojibake,
        fixed="@misc{roe, title = {Ice near Zürich}}",
        is_safe=False,
    ),
    # ── how BibTeX is written ─────────────────────────────────────────────────────────────────────
    "unescaped-character": CheckRule(
        "a character is a command to LaTeX",
        "{character} in {field} needs a backslash",
        "LaTeX takes `&`, `%`, `#` and `_` as commands in a field that is printed, and stops or "
        "leaves out the rest of the line; a lone `$` begins a formula.",
        "@misc{roe, title = {Ice & snow}}",
        "@misc{roe, title = {Ice \\& snow, $a_1$}, url = {https://example.org/a_b?c&d}}",
        in_source=source_rules.unescaped,
        fixed="@misc{roe, title = {Ice \\& snow}}",
    ),
    "undefined-string": CheckRule(
        "a value names a string that is not defined",
        "{message}",
        "The value is neither in braces nor in quotes, and no `@string` defines it.",
        "@misc{roe, title = {On ice}, publisher = crane}",
        "@string{crane = {Crane Press}}\n@misc{roe, title = {On ice}, publisher = crane}",
        diagnosed=((Code.UNDEFINED_MACRO, ""),),
    ),
    "undefined-crossref": CheckRule(
        "an entry names another one that is not there",
        "{message}",
        "Nothing can be inherited from it.",
        "@incollection{roe, author = {Roe, Jo}, title = {On ice}, booktitle = {Ice}, year = 2020, "
        "crossref = {ice}}",
        "@incollection{roe, author = {Roe, Jo}, title = {On ice}, crossref = {ice}}\n"
        "@book{ice, editor = {Hale, Ann}, title = {Ice}, booktitle = {Ice}, year = 2020}",
        diagnosed=((Code.CROSSREF, ""),),
    ),
    "unclosed-entry": CheckRule(
        "a brace is missing at the end of an entry",
        "{message}",
        "The entry takes in what follows it.",
        "@misc{roe, title = {On ice}, note = {Snow}\n\n@misc{hale, title = {On snow}}",
        "@misc{roe, title = {On ice}, note = {Snow}}\n\n@misc{hale, title = {On snow}}",
        diagnosed=((Code.UNCLOSED_ENTRY, ""),),
    ),
    "syntax": CheckRule(
        "part of an entry is not BibTeX",
        "{message}",
        "A comma, an equals sign or a brace is missing. What could be meant was read; other "
        "programs read something else.",
        "@misc{roe, title = {On ice} note = {Snow}}",
        "@misc{roe, title = {On ice}, note = {Snow}}",
        diagnosed=(
            *((Code.SYNTAX, reason) for reason in _BROKEN),
            (Code.MISSING_COMMA, ""),
        ),
    ),
    "odd-name": CheckRule(
        "names are not joined by `and`, or cannot be taken apart",
        "{message}",
        "What could be meant was read; BibTeX reads something else.",
        "@misc{roe, author = {Jo Roe, Ann Hale, Bo Ng}, title = {On ice}}",
        "@misc{roe, author = {Jo Roe and Ann Hale and Bo Ng}, title = {On ice}}",
        diagnosed=tuple((Code.BAD_NAME, reason) for reason in _BAD_NAMES),
    ),
    "broken-characters": CheckRule(
        "bytes stand for no character",
        "{message}",
        "The file is in another encoding than its beginning, or damaged.",
        "@misc{roe, title = {Äpfel, Öl, Überfluß}, note = {M".encode() + b"\xfcller}}",
        "@misc{roe, title = {Äpfel, Öl, Überfluß}, note = {Müller}}",
        diagnosed=((Code.ENCODING, "broken"), (Code.ENCODING, "mixed")),
    ),
}
"""The rules, by code."""
