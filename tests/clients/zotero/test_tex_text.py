"""The text that Zotero's BibTeX importer makes of LaTeX."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.tex_text import accented, decoded_tex


@pytest.mark.parametrize(
    ("tex", "stored"),
    [
        # Accents in the four usual spellings; dotless letters only in braces.
        (r"\'e \'{e} {\'e} {\'{e}}", "é é é é"),
        (r"\v{s} {\v s} {\c C} \k{a}", "š š Ç ą"),
        (r"\"{\i} {\'\i} \'\i", "ï í \\'ı"),
        # Some forms of some accents are not known.
        (r"{\H o} \H{o} \.z \.{z} \c{e}", r"ő \Ho ż \.z \c e"),
        (r"\`n \=y", r"\`n \=y"),
        # Commands that are known, found in longer ones, unknown.
        (r"{\o} \ss{} {\textendash}\AA", "ø ß –Å"),
        (r"\oe \ldots \LaTeX{} $\Omega$", "øe łdots ŁaTeX Ømega"),
        (
            r"\emph{x} {\textbar} {\textbackslash} $\frac{1}{2}$",
            r"\emphx \textbar \textbackslash \frac12",
        ),
        (r"$\alpha$ \alpha", r"α \alpha"),
        # Markup.
        (
            r"\textit{a} \textbf{b} \textsc{c}",
            '<i>a</i> <b>b</b> <span style="small-caps">c</span>',
        ),
        (r"\textit{{A} and {B}}", "<i>A</i> and B"),
        (
            r"H$_{2}$O x$^{2}$ 4$^{\textrm{th}}$ $_{ab}$",
            "H₂O x<sup>2</sup> 4<sup>th</sup> <sub>ab</sub>",
        ),
        (r"$^4$ $x^2$ $E=mc^2$", "⁴ x^2 E=mc^2"),
        (r"\url{https://a.org} \href{b}{c}", "https://a.org bc"),
        ("<i>a</i>", "<i>a</i>"),
        # Plain text that changes.
        ("HOTEL T{}EL {T}EL", "HO℡ TEL TEL"),
        ("a -- b --- c ``d'' e!! f?! g!? h'''", "a – b — c “d” e‼ f⁈ g⁉ h‴"),
        ("a{-}{-}b {`}{`}", "a--b ``"),
        (r"a~b \~{} ~", "a b ∼ "),
        # Escapes, braces, spaces; soft hyphens and entities are no LaTeX.
        (r"R\&D 5\% \$5 \#1 a\_b \{c\} a\\b", r"R&D 5% $5 #1 a_b {c} a\b"),
        (r"\$x{\textasciicircum}2\$y", r"\xˆ2\y"),
        ("a\n\n  b\u00a0c", "a b c"),
        (r"soft\-hyphen a­b &amp;", r"soft\-hyphen a­b &amp;"),
        ("~", "~"),
        ("", ""),
    ],
)
def test_text(tex: str, stored: str) -> None:
    assert decoded_tex(tex) == stored


def test_an_accent_and_its_letter_are_one_character() -> None:
    assert [accented(mark, letter) for mark, letter in ("'e", "cc", "vC", "dh")] == [*"éçČḥ"]
