"""An example of MODS for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import XML_TOKENS, Example

_MODS = Example(
    sample="<mods><titleInfo><title>Being There</title></titleInfo></mods>",
    tokens=XML_TOKENS,
    entry=lambda native, lines: f"<mods><genre>{native}</genre>{lines}</mods>",
    file=lambda entries: f"<modsCollection>{''.join(entries)}</modsCollection>",
    words=(
        *("<mods ID='a'>", "</mods>", "<titleInfo><title>", "</title></titleInfo>", "<subTitle>"),
        *("<name type='personal'><namePart type='family'>", "</namePart></name>", "<genre>book"),
        *("<relatedItem type='host'>", "</relatedItem>", "<part><detail type='volume'><number>"),
        *("<originInfo><dateIssued>2001-05", "<identifier type='doi'>10.1/x</identifier>", "<"),
    ),
)

EXAMPLES = {"mods": _MODS}
