"""Examples of MARC 21, in XML and in ISO 2709, for the tests of all formats."""

from __future__ import annotations

from collections.abc import Iterable

from tests.formats.examples import XML_TOKENS, Example

_HEAD = '<?xml version="1.0"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'


def _file(entries: Iterable[str]) -> str:
    return f"{_HEAD}{''.join(entries)}</collection>\n"


def _entry(native: str, lines: str) -> str:
    level = {"book": "am", "article-journal": "ab", "periodical": "as"}.get(native, "am")
    return (
        f"<record><leader>00000n{level} a2200000 a 4500</leader>"
        f'<controlfield tag="005">1</controlfield>{lines}</record>\n'
    )


_XML = Example(
    sample=_file(
        [
            "<record><leader>00000nam a2200000 a 4500</leader>"
            '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Being There /</subfield>'
            "</datafield></record>"
        ]
    ),
    tokens=XML_TOKENS,
    entry=_entry,
    file=_file,
    words=(
        *("<record>", "</record>", "<leader>00000nam a2200000 a 4500</leader>", "</subfield>"),
        *('<datafield tag="245" ind1="1" ind2="0">', "</datafield>", '<subfield code="a">'),
        *('<datafield tag="773">', '<controlfield tag="001">1', "</controlfield>"),
    ),
)


def record(*fields: str, leader: str = "00000nam a2200000 a 4500") -> str:
    """Return a record of ISO 2709, of fields with a tag of three characters."""
    directory = "".join(f"{field[:3]}000000000" for field in fields)
    return "\x1e".join((leader + directory, *(field[3:] for field in fields), "")) + "\x1d"


_MARC = Example(
    sample=record("24510\x1faBeing There /", "1001 \x1faClark, Andy,"),
    tokens=r"[\x1d\x1e\x1f]|\d+|[\w-]+|\s",
    entry=lambda _, lines: record(*lines.split("\n")),
    words=("\x1d", "\x1e", "\x1f", "00000nam a2200000 a 4500", "245000000000", "10\x1faA title /"),
)

EXAMPLES = {"marcxml": _XML, "marc": _MARC}
