"""References that several tests use."""

from __future__ import annotations

from refconv import Name, Reference

ARTICLE = Reference(
    type="article-journal",
    id="doe",
    title="<i>In vivo</i>",
    author=(Name(family="Doe", given="Jane", orcid="0000-0002-1825-0097"), Name(family="Roe")),
    et_al={"author"},
    custom=(("bibtex:file", "a.pdf"),),
)
