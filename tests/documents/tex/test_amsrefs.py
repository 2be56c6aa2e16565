"""Entries of amsrefs."""

from __future__ import annotations

import refconv

TEXT = r"""\begin{biblist}
\bib{Ng01}{article}{
  author={Ng, Ada},
  author={Roe, B. \"U.},
  title={On $p$-adic rivers},
  journal={J. Water},
  volume={3},
  number={4},
  date={1995-03},
  pages={5\ndash 16},
  review={\MR{1234567}},
  doi={10.1000/jw_3},
}
\bib{Roe}{article}{
  author={Roe, B.},
  title={Lakes},
  book={title={All Water}, editor={Ng, Ada}, publisher={Pond Press}, address={London}},
  date={2001},
}
\bib{water}{publisher}{publisher={Pond Press}}
\end{biblist}
"""


def test_entries() -> None:
    read = refconv.read(TEXT)
    article, part = read.references

    assert read.diagnostics == ()
    assert [str(name) for name in article.author] == ["Ng, Ada", "Roe, B. Ü."]
    assert (article.id, article.type, article.container_title, article.page) == (
        "Ng01", "article-journal", "J. Water", "5-16",
    )  # fmt: skip
    assert (article.DOI, article.note) == ("10.1000/jw_3", "MR1234567")
    assert (part.type, part.container_title, part.publisher, part.publisher_place) == (
        "chapter", "All Water", "Pond Press", "London",
    )  # fmt: skip
    assert [str(name) for name in part.editor] == ["Ng, Ada"]


def test_the_origin_is_the_entry() -> None:
    assert [(o.field, o.line) for o in refconv.read(TEXT).origins] == [
        ("amsrefs", 2),
        ("amsrefs", 14),
    ]
