r"""Addresses and identifiers without the LaTeX that programs write into them."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.addresses import escaped, unescaped

ADDRESSES = [
    (r"10.1000/978-3-642-00000-2{\_}69", "10.1000/978-3-642-00000-2_69"),
    (r"10.1000/a\_b", "10.1000/a_b"),
    (r"10.1000/a{\_{}}b\_{}c{_}d", "10.1000/a_b_c_d"),
    (r"{{10.1000/182}}", "10.1000/182"),
    (r"10.1000/(SICI)54:3{\textless}345::AID{\textgreater}3", "10.1000/(SICI)54:3<345::AID>3"),
    (r"10.1000/54:3$<$345::AID$>$3", "10.1000/54:3<345::AID>3"),
    (r"10.1000/54:3&lt;345::AID{\&}gt;3", "10.1000/54:3<345::AID>3"),
    (r"http://x.org/{\textasciitilde}a/{\%}20b", "http://x.org/~a/%20b"),
    (r"http://x.org/\textasciitilde a", "http://x.org/~a"),
    (r"http://x.org/\textasciitilde{}a", "http://x.org/~a"),
    (r"http://x.org/\~{}a", "http://x.org/~a"),
    (r"http://x.org/{\~{}}a", "http://x.org/~a"),
    (r"http://x.org/$\sim$a", "http://x.org/~a"),
    (r"http://x.org/{$\sim$}a", "http://x.org/~a"),
    (r"http://x.org/$\tilde{}$a", "http://x.org/~a"),
    (r"http://x.org/{\raise.17ex\hbox{$\scriptstyle\sim$}}a", "http://x.org/~a"),
    (r"http://x.org/\string~a\string_b", "http://x.org/~a_b"),
    (r"http://x.org/?a=1\&b=2{\&}c=3\&amp;d=4", "http://x.org/?a=1&b=2&c=3&d=4"),
    (r"http://x.org/a\#b{\#}c", "http://x.org/a#b#c"),
    (r"\url{http://x.org/a_b}", "http://x.org/a_b"),
    (r"\href{http://x.org/a}{the page}", "http://x.org/a"),
    (r"\path{http://x.org/a}", "http://x.org/a"),
    ("http://x.org/~a_b%7E#c", "http://x.org/~a_b%7E#c"),
    (r"C:\temp", r"C:\temp"),
]


@pytest.mark.parametrize(("raw", "address"), ADDRESSES)
def test_latex_is_removed_from_an_address(raw: str, address: str) -> None:
    assert unescaped(raw) == address


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://x.org/~a_b%20c", "http://x.org/~a_b%20c"),
        (r"10.1000/\input{x}", r"10.1000/{\textbackslash}input{x}"),
        ("10.1000/^^5c", r"10.1000/{\textasciicircum}^5c"),
    ],
)
def test_no_command_is_written_live(address: str, written: str) -> None:
    assert escaped(address) == written
    assert unescaped(written) == address
