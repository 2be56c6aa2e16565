r"""LaTeX: lists as styles and people write them, whole records, and files that only name theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.codes import Code
from refconv.documents.tex.latex import read, recognises

NG = ("ng01", "Rivers of the north", 2001, "Ng")

STYLES = {
    "plain": r"""\bibitem{ng01}
Ada Ng and Bo~Roe.
\newblock Rivers of the north.
\newblock {\em Journal of Water}, 3(4):5--16, 2001.""",
    "a book, with its series": r"""\bibitem{ng01}
Ada Ng.
\newblock {\em Rivers of the north}, volume~12 of {\em Studies of Water}.
\newblock Pond Press, London, 2001.""",
    "natbib": r"""\bibitem[Ng and Roe(2001)Ng, and Roe]{ng01}
Ada Ng and Bo~Roe.
\newblock Rivers of the north.
\newblock \emph{Journal of Water}, 3\penalty0 (4):\penalty0 5--16, 2001.
\newblock \doi{10.1000/jw.3}.
\newblock URL \url{https://doi.org/10.1000/jw.3}.""",
    "apalike": r"""\bibitem[Ng, 2001]{ng01}
Ng, A. (2001).
\newblock Rivers of the north.
\newblock {\em Journal of Water}, 3(4):5--16.""",
    "chicago, with a month": r"""\bibitem[\protect\citeauthoryear{Ng}{Ng}{2001}]{ng01}
Ng, A. (2001, March).
\newblock Rivers of the north.
\newblock {\em Journal of Water\/}~{\em 3\/}(4), 5--16.""",
    "siam": r"""\bibitem{ng01}
{\sc A.~Ng and B.~Roe}, {\em Rivers of the north}, Journal of Water, 3 (2001), pp.~5--16.""",
    "amsplain, a chapter": r"""\bibitem{ng01}
Ada Ng, \emph{Rivers of the north}, All about Water (B. Roe, ed.), Pond Press, 2001, pp.~5--16.""",
    "IEEEtran": r"""\bibitem{ng01}
\BIBentryALTinterwordspacing
A.~Ng and B.~Roe, ``Rivers of the north,'' \emph{Journal of Water}, vol.~3, no.~4, pp. 5--16,
  2001. [Online]. Available: \url{https://water.example/3/4}
\BIBentrySTDinterwordspacing""",
    "elsarticle": r"""\bibitem{ng01}
A.~Ng, B.~Roe, \href {https://doi.org/10.1000/jw.3} {Rivers of the north}, Journal of Water 3~(4)
  (2001) 5--16.
\newblock \href {http://dx.doi.org/10.1000/jw.3} {\path{doi:10.1000/jw.3}}.""",
    "a model of elsarticle": r"""\bibitem[{Ng(2001)}]{ng01}
\bibinfo{author}{Ng, A.}, \bibinfo{author}{Roe, B.}, \bibinfo{year}{2001}.
\newblock \bibinfo{title}{Rivers of the north}.
\newblock \bibinfo{journal}{Journal of Water} \bibinfo{volume}{3}, \bibinfo{pages}{5--16}.
%Type = Article""",
    "ACM": r"""\bibitem[Ng(2001)]%
        {ng01}
\bibfield{author}{\bibinfo{person}{Ada Ng} {and} \bibinfo{person}{Bo Roe}.}
  \bibinfo{year}{2001}\natexlab{}.
\newblock \showarticletitle{Rivers of the north}.
\newblock \bibinfo{journal}{\emph{Journal of Water}} \bibinfo{volume}{3}, \bibinfo{number}{4}
  (\bibinfo{year}{2001}), \bibinfo{pages}{5--16}.
\urldef\tempurl%
\url{https://doi.org/10.1000/jw.3}
\showDOI{\tempurl}""",
    "REVTeX, with titles": r"""\bibitem [{\citenamefont {Ng}\ and\ Roe(2001)}]{ng01}%
  \BibitemOpen
  \bibfield  {author} {\bibinfo {author} {\bibfnamefont {A.}~\bibnamefont {Ng}}\ and\ \bibinfo
  {author} {\bibfnamefont {B.}~\bibnamefont {Roe}},\ }\bibfield  {title} {\bibinfo {title} {Rivers
  of the north},\ }\href {https://doi.org/10.1000/jw.3} {\bibfield  {journal} {\bibinfo {journal}
  {J. Water}\ }\textbf {\bibinfo {volume} {3}},\ \bibinfo {pages} {5} (\bibinfo {year}
  {2001})}\BibitemShut {NoStop}%""",
    "apacite": r"""\bibitem [\protect \citeauthoryear {%
Ng%
}{%
Ng%
}{%
{\protect \APACyear {2001}}%
}]{%
ng01}
\APACinsertmetastar {%
ng01}%
\begin{APACrefauthors}%
Ng, A\BPBI B.%
\BCBT {}\ \BBA {} Roe, C.%
\end{APACrefauthors}%
\unskip\
\newblock
\APACrefYearMonthDay{2001}{}{}.
\newblock
{\BBOQ}\APACrefatitle {Rivers of the north} {Rivers of the north}.{\BBCQ}
\newblock
\APACjournalVolNumPages{Journal of Water}{3}{4}{5--16}.
\PrintBackRefs{\CurrentBib}""",
    "harvard": r"""\harvarditem{Ng \harvardand\ Roe}{2001}{ng01}
Ng, A. \harvardand\ Roe, B.  \harvardyearleft 2001\harvardyearright , `Rivers of the north', {\em
  Journal of Water} {\bf 3}(4),~5--16.""",
    "by hand": r"""\bibitem{ng01} Ng, A. \& Roe, B. (2001). Rivers of the north. \textit{Journal of
Water},
\textbf{3}(4), 5--16.""",
}


def list_of(*items: str) -> str:
    body = "\n\n".join(items)
    return f"\\begin{{thebibliography}}{{9}}\n{body}\n\n\\end{{thebibliography}}\n"


@pytest.mark.parametrize("style", STYLES)
def test_a_style(style: str) -> None:
    read_ = refconv.read(list_of(STYLES[style]))
    (one,) = read_.references

    assert read_.format == "latex"
    assert one.issued is not None
    assert (one.id, one.title, one.issued.year, one.author[0].family) == NG
    assert read_.diagnostics == ()


@pytest.mark.parametrize(
    ("style", "values"),
    [
        ("plain", {"container_title": "Journal of Water", "volume": "3", "issue": "4"}),
        ("a book, with its series", {"publisher": "Pond Press", "publisher_place": "London"}),
        ("natbib", {"DOI": "10.1000/jw.3", "page": "5-16"}),
        ("elsarticle", {"DOI": "10.1000/jw.3", "issue": "4"}),
        ("ACM", {"DOI": "10.1000/jw.3", "page": "5-16", "issue": "4"}),
        ("REVTeX, with titles", {"DOI": "10.1000/jw.3", "volume": "3", "page": "5"}),
        ("apacite", {"container_title": "Journal of Water", "volume": "3", "page": "5-16"}),
        ("IEEEtran", {"URL": "https://water.example/3/4"}),
    ],
)
def test_other_values(style: str, values: dict[str, str]) -> None:
    (one,) = refconv.read(list_of(STYLES[style]))

    assert {name: getattr(one, name) for name in values} == values


def test_emphasis_within_a_title_is_kept() -> None:
    item = r"""\bibitem{a} A. Ng.
\newblock Bees of the genus \emph{Apis} and H$_2$O.
\newblock {\em Journal of Water}, 3:5--16, 2001."""
    (one,) = refconv.read(list_of(item))

    assert one.title == "Bees of the genus <i>Apis</i> and H<sub>2</sub>O"


def test_macros_of_the_document_and_of_astronomers_are_expanded() -> None:
    text = (
        r"\newcommand{\jow}{Journal of Water} \def\Ng{Ng, A.}"
        + list_of(r"\bibitem{a} \Ng\ 2001, Rivers of the north, \jow, 3, 5", r"\bibitem{b} Roe, B. "
                  r"2004, Lakes and their light, \apj, 8, 9")
    )  # fmt: skip
    first, second = refconv.read(text)

    assert (first.author[0].family, first.container_title) == ("Ng", "Journal of Water")
    assert second.container_title == "ApJ"


def test_a_command_that_is_not_known_is_reported() -> None:
    read_ = refconv.read(
        list_of(r"\bibitem{a} \people{Ng, A.} (2001). Rivers. \emph{Water}, 3, 5.")
    )

    assert [(d.code, d.data["latex"], d.line) for d in read_.diagnostics] == [
        (Code.LATEX_KEPT, "\\people", 2)
    ]
    assert str(read_.references[0].author[0]) == "Ng, A."


def test_comments_are_left_out() -> None:
    text = list_of(
        "% \\bibitem{x} Not this. 1999.\n" + STYLES["plain"].replace("Roe.", "Roe.% why")
    )

    assert [one.id for one in refconv.read(text)] == ["ng01"]


def test_places_are_those_of_the_input() -> None:
    text = "Before it.\n" + list_of(STYLES["plain"])
    (origin,) = refconv.read(text).origins

    assert origin.found is not None
    assert (origin.carrier, origin.line) == ("latex", 4)
    assert text[origin.found.start :].startswith("Ada Ng")
    title = next(one for one in origin.segments if one.label == "title")
    assert text[title.start : title.end] == "Rivers of the north"


def test_the_same_authors_again() -> None:
    again = (
        r"\bibitem{b} \bysame, \emph{Lakes of the south}, Journal of Water \textbf{4} (2002), 7."
    )
    text = list_of(STYLES["siam"], again)

    assert [str(one.author[0]) for one in refconv.read(text)] == ["Ng, A.", "Ng, A."]


@pytest.mark.parametrize(
    "command",
    [r"\bibliography{refs,more}", "\\addbibresource{refs.bib}\n\\addbibresource{more.bib}"],
)
def test_a_text_that_names_its_bibliography(command: str) -> None:
    text = rf"\documentclass{{article}} {command} \begin{{document}} Words. \end{{document}}"
    read_ = refconv.read(text, name="paper.tex")

    assert len(read_) == 0
    assert [(d.code, d.reason) for d in read_.diagnostics] == [
        (Code.NO_REFERENCES, "bibliography-file")
    ]
    assert "refs.bib, more.bib" in read_.diagnostics[0].message


def test_a_bibliography_within_the_file_is_read() -> None:
    text = (
        "\\documentclass{article}\n\\begin{filecontents}{refs.bib}\n"
        "@book{ng01, author={Ng, Ada}, title={Rivers}, year=2001}\n\\end{filecontents}\n"
        "\\begin{document}\\bibliography{refs}\\end{document}"
    )

    assert [(one.id, one.title) for one in refconv.read(text, name="a.tex")] == [("ng01", "Rivers")]


def test_a_file_of_that_name_without_latex_is_searched() -> None:
    text = "References\n1. Ng A. Rivers of the north. Nature 2001;3:4-5.\n"

    assert [one.volume for one in refconv.read(text, name="a.tex")] == ["3"]


def test_what_is_no_latex() -> None:
    assert not recognises("A text on \\bibitem and \\newblock.")
    assert not recognises("C:\\begin\\files")


PARTS = ["\\bibitem", "{", "}", "[", "]", "\\newblock", "\\href", "\\bibinfo", "\\url", "%", "\n"]
PARTS += ["a ", "\\'", "$", "\\begin", "\\end", "~", "\\entry", "\\bib"]


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_no_text_raises(text: str) -> None:
    document = read(text)

    assert document.offsets is not None
    assert len(document.offsets) == len(document.text)


CITEPROC = r"""\documentclass{article}
\begin{document}
\begin{CSLReferences}{0}{0}
\leavevmode\vadjust pre{\hypertarget{ref-ng01}{}}%
\CSLLeftMargin{1. }
\CSLRightInline{Ng A. Rivers of the north. \emph{Nature}. 2001;3:4--5.}

\leavevmode\hypertarget{ref-roe10}{}%
Roe B. Lakes and seas. Oulu: Lake Press; 2010.

\bibitem[\citeproctext]{ref-quo87}
\CSLLeftMargin{3. }%
\CSLRightInline{Quo V. Sands and their winds. \emph{Desert Review}. 1987;5:88--90.}
\end{CSLReferences}
\end{document}
"""


def test_the_entries_of_citeproc_are_items_with_their_keys() -> None:
    read_ = refconv.parse(CITEPROC)

    assert [(one.id, one.author[0].family, one.title) for one in read_] == [
        ("ng01", "Ng", "Rivers of the north"),
        ("roe10", "Roe", "Lakes and seas"),
        ("quo87", "Quo", "Sands and their winds"),
    ]
