r"""LaTeX to Unicode with rich text, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.formats.bibtex.latex.decode import decode, decode_any, decode_plain
from refconv.formats.bibtex.latex.encode import carry, encode
from refconv.formats.bibtex.latex.field_styles import CODE, NAME, TEXT, TITLE, FieldStyle
from refconv.formats.bibtex.latex.white_space import clean
from refconv.strategies import texts

NOCASE = '<span class="nocase">{}</span>'
SMALL = '<span style="font-variant:small-caps;">{}</span>'

ACCENTS = {
    r"{\'e}": "é",
    r"\'e": "é",
    r"{\' e}": "é",
    r"\'{e}": "é",
    r"\'{\i}": "í",
    r"\'\i": "í",
    r"\c c": "ç",
    r"\c{c}": "ç",
    r"{\v R}eh{\r u}{\v r}ek": "Řehůřek",
    r"Krej{\v c}\'{\i}": "Krejčí",
    r"Erd\H{o}s": "Erdős",
    r"\=a \.z \u{g} \k{a} \d{s} \b{b}": "ā ż ğ ą ṣ ḇ",
    r"\~n \^o \`a": "ñ ô à",
    r"{\AA}ngstr\"om": "Ångström",
    r"\DJ{}or{\dj}e \oe uvre stra{\ss}e {\L}{\o}dz": "Đorđe œuvre straße Łødz",
    r"\t{oo}": "o\u0361o",
    r"(11\=22)": "(112\u03042)",
}
SYMBOLS = {
    r"R\&D, 50\%, \#1, a\_b, \$5, \{x\}": "R&D, 50%, #1, a_b, $5, {x}",
    r"a\ldots b \dots{} c": "a…b … c",
    r"\LaTeX{} and \TeX\ and {\BibTeX}": "LaTeX and TeX and BibTeX",
    r"``a'' -- b --- c": "“a” – b — c",
    r"?`que? !`ay!": "¿que? ¡ay!",
    r"-{}- `{}` '{}'": "-- `` ''",
    r"a~b\,c": "a\u00a0b\u2009c",
    r"pre\-Columbian": "pre\u00adColumbian",
    r"\textbackslash\textasciitilde\textasciicircum": "\\~^",
    r"\~{} \^{}": "~ ^",
    r"line\\break": "line break",
    r"5\,\textmu m \textpm\ \texteuro": "5\u2009µm ± €",
    r"\enquote{x} \url{http://a_b.c/~x}": "“x” http://a_b.c/~x",
    r"\textlangle x\textrangle": "⟨x⟩",
}
MARKUP = {
    r"\textit{a} \emph{b} {\it c} {\em d}": "<i>a</i> <i>b</i> <i>c</i> <i>d</i>",
    r"\mkbibemph{e}": "<i>e</i>",
    r"\textbf{a} {\bf b}": "<b>a</b> <b>b</b>",
    r"\textsc{a} {\sc b}": f"{SMALL.format('a')} {SMALL.format('b')}",
    r"H$_{2}$O H\textsubscript{2}O H$_2$O": "H<sub>2</sub>O H<sub>2</sub>O H<sub>2</sub>O",
    r"10$^{-3}$ 1\textsuperscript{st}": "10<sup>-3</sup> 1<sup>st</sup>",
    r"4$^{\textrm{e}}$": "4<sup>e</sup>",
    r"\textit{a \textbf{b}}": "<i>a <b>b</b></i>",
    r"\texttt{a} \mbox{b}": "a b",
    "<i>as in a web page</i>": "<i>as in a web page</i>",
}
PROTECTION = {
    "The {DNA} of {S}truggles": f"The {NOCASE.format('DNA')} of {NOCASE.format('S')}truggles",
    "{{Whole Title}}": NOCASE.format("Whole Title"),
    r"{\'E}cole {\LaTeX}": "École LaTeX",
    r"\emph{{E. coli}}": f"<i>{NOCASE.format('E. coli')}</i>",
    "{2020} {,}": "2020 ,",
}
ENTITIES = {
    r"Food &amp; Function": "Food & Function",
    r"Food \&amp; Function": "Food & Function",
    r"Food {\&}amp; Function": "Food & Function",
    r"S&oacute;lyom &#8211; a &lt; b": "Sólyom – a < b",
    r"AT\&T; R\&D": "AT&T; R&D",
}
BRANCHES = {
    r"work{\ifmmode---\else\textemdash\fi}A": "work—A",
    r"{\ifmmode\acute{e}\else\'{e}\fi}t": "ét",
    r"{\ifmmode\beta\else\textbeta\fi}-cell": "β-cell",
    r"2{\ifmmode\times\else\texttimes\fi}3": "2×3",
    r"\ifmmode x\fi y": "y",
    r"the \nth{5}, \nth{12} and \nth{22}": "the 5th, 12th and 22nd",
}
MATHEMATICS = {
    r"$\alpha$-synuclein": "α-synuclein",
    r"50$^\circ$C": "50°C",
    r"5 $\mu$m $\pm$ 3, $\leq 10$": "5 μm ± 3, ≤10",
    r"$x^2 + \frac{a}{b}$": r"$x^2 + \frac{a}{b}$",
    "$t$-$J$ models": "$t$-$J$ models",
    r"\(x_1\)": "$x_1$",
}


@pytest.mark.parametrize(
    ("latex", "text"),
    [*(ACCENTS | SYMBOLS | MARKUP | PROTECTION | ENTITIES | BRANCHES | MATHEMATICS).items()],
)
def test_latex_is_decoded_in_a_title(latex: str, text: str) -> None:
    assert decode(latex, TITLE) == (text, ())


@pytest.mark.parametrize(
    ("latex", "style", "text"),
    [
        ("{DNA} -- \\emph{x}", TEXT, "DNA – <i>x</i>"),
        ("1--2, 1850~", CODE, "1--2, 1850~"),
        ("D.~E. \\textsc{Knuth}", NAME, "D. E. Knuth"),
        ("H$_{2}$O", NAME, "H$_{2}$O"),
    ],
)
def test_each_kind_of_field_reads_latex_in_its_way(
    latex: str, style: FieldStyle, text: str
) -> None:
    assert decode(latex, style).text == text


@pytest.mark.parametrize(
    ("latex", "kept"),
    [
        (r"see \citep{x} there", r"\citep{x}"),
        (r"\unknown[x]{y} z", r"\unknown[x]{y}"),
        ("{\\noopsort{1973b}}1973", r"\noopsort{1973b}"),
        (r"\aap", r"\aap"),
    ],
)
def test_unknown_commands_are_kept_and_reported(latex: str, kept: str) -> None:
    text, unknown = decode(latex, TEXT)
    assert unknown == (kept,)
    assert kept in text
    # A text alone is text.
    assert decode(encode(text, TEXT), TEXT) == (text, ())


ENCODED = {
    "Fish & chips: 5% of $3 #1 a_b": r"Fish \& chips: 5\% of \$3 \#1 a\_b",
    "{a} b\\c ~ ^": r"\{a\} b\textbackslash{}c \textasciitilde{} \textasciicircum{}",
    "un{bal": r"un\textbraceleft{}bal",
    "a -- b ``c'' ?`": "a -{}- b `{}`c'{}' ?{}`",
    "é – “x” ≤ \u00a0": "é – “x” ≤ ~",
    "<i>E. coli</i> H<sub>2</sub>O": r"\textit{E. coli} H$_{2}$O",
    "x<sup>a b</sup> <b>c</b>": r"x\textsuperscript{a b} \textbf{c}",
    NOCASE.format("DNA"): "{DNA}",
    NOCASE.format("<i>x</i>"): r"{{\textit{x}}}",
    "a < b <i> c": "a < b <i> c",
    "the text &lt; and R&D;": r"the text \&amp;lt; and R\&D;",
    "$x^2$ and $5 or $6": r"$x^2$ and \$5 or \$6",
    r"C:\temp\new": r"C:\textbackslash{}temp\textbackslash{}new",
}


@pytest.mark.parametrize(("text", "latex"), ENCODED.items())
def test_text_is_encoded(text: str, latex: str) -> None:
    assert encode(text, TITLE) == latex


@pytest.mark.parametrize("style", [TITLE, TEXT, NAME, CODE])
@given(text=texts() | st.text("{}\\$ '`-~^ab<i>/\n", max_size=30))
def test_what_is_carried_survives(style: FieldStyle, text: str) -> None:
    kept = carry(text, style)
    assert decode(encode(kept, style), style).text == kept


@given(text=st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=20))
def test_only_white_space_and_markup_may_change(text: str) -> None:
    plain = text.replace("<", "")
    assert "".join(carry(plain, TEXT).split()) == "".join(plain.split())


@given(latex=st.text("{}\\$ '`-~^abctext<i>[]\n\"", max_size=60))
def test_decoding_never_raises(latex: str) -> None:
    decode(latex, TITLE)


# LaTeX that is decoded command by command, and text that could change its meaning beside it.
SNIPPETS = st.sampled_from(
    [
        *r"""{\"u} \'e \~n \'{e} {\v{c}} \v{c} {\o} \o \i {\ss} \ss \"{\i} \c{c} \c é {}""".split(),
        *r"""{DNA} {a#b} \textit{E.coli} \emph{} \it \bf \url{a_b} \textbf{<b>x</b>}""".split(),
        *r"""\alpha{} \alpha \unknown{x} \unknown \frac{1}{2} \href{a}{b} \LaTeX [a]""".split(),
        *r"""\ensuremath{x^2} $\alpha$ $x^2$ $2$ $ H$_2$O \& \% \_ \# \$ \\ \{ \}""".split(),
        *r"""{ } \- \, ~ - -- ' '' ` `` ? ! a B <i>""".split(),
        *(" ", "  ", "\n", "\n\n", "{ a }", "{a b}", "$ $"),
    ]
)


@pytest.mark.parametrize("style", [TITLE, TEXT, NAME, CODE])
@given(latex=st.lists(SNIPPETS, max_size=6).map("".join))
def test_decoding_by_command_agrees_with_decoding_as_a_whole(style: FieldStyle, latex: str) -> None:
    plain = decode_plain(latex, style)

    assert plain is None or decode_any(latex, style) == (plain, ())


@pytest.mark.parametrize(
    "latex", [r"{\"U}ber {DNA}", r"\textit{E. coli} and $\alpha$", r"H$_2$O \& S{\v{c}}"]
)
def test_most_values_are_decoded_command_by_command(latex: str) -> None:
    assert decode_plain(latex, TITLE) == decode(latex, TITLE).text


@pytest.mark.parametrize(
    "source",
    [
        "{" * 100_000 + "x" + "}" * 100_000,
        "\\'" * 50_000,
        "$" * 99_999,
        "\\(" * 50_000,
        "\\x[" * 50_000,
        "$" + "\\alpha" * 10_000,
        "{\\rm" + " " * 50_000,
    ],
)
def test_the_time_for_deep_or_broken_values_is_bounded(source: str) -> None:
    assert decode(source, TITLE)


KEPT_WHOLE = [
    (r"{\foo}bar", r"\foo{}bar"),
    (r"{579\psqq}", r"579\psqq"),
    (r"{\foo} bar", r"\foo bar"),
    (r"Ragnhei{\d}ur", r"Ragnhei\d{}ur"),
    (r"\href {https://x.org/a} {\texttt{b}}", r"\href {https://x.org/a} {\texttt{b}}"),
    (r"\textcolor {red}{x} y", r"\textcolor {red}{x} y"),
]


@pytest.mark.parametrize(("source", "text"), KEPT_WHOLE)
def test_a_command_that_is_kept_keeps_its_arguments_and_its_end(source: str, text: str) -> None:
    decoded = decode(source, TEXT)

    assert decoded.text == text
    assert decoded.kept != ()


def test_a_value_with_more_latex_than_is_decoded_stays_as_it_is_and_is_written_so() -> None:
    value = "\\'{e}{x} " * 200_000 + "\n\nz"

    read = refconv.read(f"@misc{{x, note = {{{value}}}}}", "bibtex")
    again = refconv.read(refconv.write(read, "bibtex").text, "bibtex")

    assert read.references[0].note == value.replace(" \n", "\n")
    assert [found.message for found in read.diagnostics] == [
        "LaTeX in a value of 1,800,003 characters (kept unchanged)"
    ]
    assert again.references == read.references


def test_a_long_value_whose_braces_do_not_pair_up_survives() -> None:
    reference = refconv.Reference(type="document", id="x", note="}{" + "a\\b " * 300_000 + "c")

    written = refconv.write([reference], "bibtex")

    assert written.losses == ()
    assert refconv.read(written.text, "bibtex").references == (reference,)


def test_control_characters_that_part_words_become_spaces() -> None:
    assert clean("a\x0bb\x0cc\x85d\x01e") == "a b c de"
