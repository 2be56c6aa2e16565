"""The ``.bbl`` of biblatex, in the forms of its versions."""

from __future__ import annotations

import pytest

import refconv

ENTRY = r"""% $ biblatex auxiliary file $
% $ biblatex bbl format version 3.2 $
\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{ng01}{article}{}{}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=aa}{%
           family={Ng},
           familyi={N\bibinitperiod},
           given={Ada\bibnamedelima Bo},
           giveni={A\bibinitperiod}}}%
        {{hash=bb}{%
           family={Beek},
           prefix={van\bibnamedelima der},
           given={C.}}}%
        {{hash=cc}{%
           family={Institute of Rivers and Lakes}}}%
      }
      \name{labelname}{1}{}{{{hash=zz}{family={Wrong}}}}
      \list{publisher}{1}{%
        {Pond \& Sons}%
      }
      \true{moreauthor}
      \strng{namehash}{xx}
      \field{sortinit}{N}
      \field{journaltitle}{Journal of Water}
      \field{title}{Rivers of {Münster}}
      \field{volume}{3}
      \field{number}{4}
      \field{year}{2001}
      \field{month}{3}
      \field{urlyear}{2004}
      \field{urlmonth}{5}
      \field{urlday}{6}
      \field{pages}{5\bibrangedash 16}
      \range{pages}{12}
      \verb{doi}
      \verb 10.1000/jw_3%20
      \endverb
      \verb{url}
      \verb https://water.example/a_b
      \endverb
      \keyw{water}
    \endentry
  \enddatalist
  \datalist[list]{shorthand}
    \entry{ng01}{article}{}{}
      \field{title}{Again}
    \endentry
    \entry{parent}{proceedings}{dataonly}{}
      \field{title}{Only data}
    \endentry
  \enddatalist
\endrefsection
\endinput
"""
OLDER = r"""% $ biblatex bbl format version 2.4 $
\sortlist{entry}{nty}
  \entry{ng01}{book}{}
    \name{author}{2}{}{%
      {{hash=aa}{Ng}{N\bibinitperiod}{Ada}{A\bibinitperiod}{}{}{}{}}%
      {{hash=bb}{Roe}{R.}{Bo}{B.}{de}{d.}{Jr.}{J.}}%
    }
    \field{title}{Rivers}
    \field{year}{1999}
  \endentry
\endsortlist
"""


def test_an_entry() -> None:
    read = refconv.read(ENTRY)
    (one,) = read.references

    assert (read.format, read.diagnostics) == ("latex", ())
    assert one.as_csl() | {"custom": None} == {
        "id": "ng01",
        "type": "article-journal",
        "title": 'Rivers of <span class="nocase">Münster</span>',
        "author": [
            {"family": "Ng", "given": "Ada Bo"},
            {"family": "Beek", "given": "C.", "non-dropping-particle": "van der"},
            {"literal": "Institute of Rivers and Lakes"},
        ],
        "container-title": "Journal of Water",
        "volume": "3",
        "issue": "4",
        "issued": {"date-parts": [[2001, 3]]},
        "accessed": {"date-parts": [[2004, 5, 6]]},
        "page": "5-16",
        "publisher": "Pond & Sons",
        "DOI": "10.1000/jw_3%20",
        "URL": "https://water.example/a_b",
        "custom": None,
    }
    assert one.et_al == {"author"}


def test_an_older_version() -> None:
    (one,) = refconv.read(OLDER)

    assert [str(name) for name in one.author] == ["Ng, Ada", "de Roe, Bo, Jr."]
    assert one.issued == refconv.Date.parse("1999")


@pytest.mark.parametrize("end", range(0, len(ENTRY), 97))
def test_a_file_that_is_cut_off(end: int) -> None:
    assert len(refconv.read(ENTRY[:end], name="a.bbl")) <= 1
