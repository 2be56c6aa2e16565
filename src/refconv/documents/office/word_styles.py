"""The styles of reference lists, in Word and Writer."""

from __future__ import annotations

import re

from refconv.documents.xml_trees import tree_of

# Names of styles for a reference. Word's own is "Bibliography" in every language, EndNote's is
# "EndNote Bibliography", Citavi's "Citavi Bibliography Entry", Writer's "Bibliography 1".
_LIST = re.compile(
    r"(?:end ?note |citavi )?bibliograph(?:y|ie|ia)(?: (?:entry|text|\d))*"
    r"|(?:list of )?references?(?: ?(?:list|item|entry|text|body))?"
    r"|(?:.{0,20}[ _-])?(?:bibitem|bib ?entry|bib ?item|reflist)(?: \d)?"
    r"|literaturverzeichnis(?: \d)?|bibliograf[ií]a(?: \d)?|referencias|referências"
    r"|références|riferimenti|литература|список литературы|参考文献|literatura(?: cytowana)?",
    re.IGNORECASE,
)


def is_list_style(name: str) -> bool:
    """Return whether paragraphs of a style are references.

    >>> [is_list_style(n) for n in ("Bibliography", "EndNoteBibliography", "Bibliography Heading")]
    [True, True, False]
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.replace("_20_", " "))
    return any(_LIST.fullmatch(form.strip()) is not None for form in (name, spaced))


def list_styles(data: bytes) -> frozenset[str]:
    """Return the ids of the styles in ``styles.xml`` that reference lists have, by their names."""
    found = set()
    for style in tree_of(data).all("style"):
        name = style.first("name")
        if style.attributes.get("type", "paragraph") != "paragraph" or name is None:
            continue
        if is_list_style(name.attributes.get("val", "")):
            found.add(style.attributes.get("styleId", ""))
    return frozenset(found)
