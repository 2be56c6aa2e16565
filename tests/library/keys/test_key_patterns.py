"""Patterns of JabRef and Better BibTeX: the key of one reference, and what errors name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.model import Name, Reference
from refconv.library.keys.key_patterns import KeyPattern, KeyPatternError, has_markers, key_pattern
from refconv.strategies import references

PAPER = Reference(
    type="article-journal",
    author=[
        Name(family="Müller-Lund", given="Ann Marie", non_dropping_particle="von"),
        Name(family="Roe", given="Jo"),
        Name(literal="World Bank"),
    ],
    title="An awesome paper on JabRef",
    container_title="Journal of Fish Biology",
    issued="2020-03-05",
    page="L123-130",
    volume=12,
    keyword=["small fish", "lakes"],
)

KEYS = [
    # JabRef
    ("[auth][year]", "MullerLund2020"),
    ("[auth:lower][year][veryshorttitle]", "mullerlund2020awesome"),
    ("[auth3]", "Mul"),
    ("[auth3_2]", "Roe"),
    ("[authIni4]", "MuRW"),
    ("[authIni4]-[authFirstFull]", "MuRW-vonMullerLund"),
    ("[authors]", "MullerLundRoeWorldBank"),
    ("[authors2]:[camel]", "MullerLundRoeEtAl:AnAwesomePaperOnJabRef"),
    ("[authorsAlpha]", "MRW"),
    ("[authorIni]", "MulleRW"),
    ("[authorLast]", "WorldBank"),
    ("[authForeIni][authorLastForeIni]", "A"),
    ("[authshort]", "MRW"),
    ("[authEtAl]", "vonMullerLundEtAl"),
    ("[auth.etal]", "vonMullerLund.etal"),
    ("[auth.auth.ea]", "vonMullerLund.Roe.ea"),
    ("[pureauth][edtr]", "MullerLund"),
    ("[auth+initials]", "MullerLundAM"),
    ("[shorttitle]", "awesomepaperJabRef"),
    ("[shorttitleINI]", "apJ"),
    ("[title:abbr]", "AAPoJ"),
    ("[camel:abbr]", "AAPOJ"),
    ("[TITLE:abbr]", "AapoJ"),
    ("[camel2]", "AnAwesome"),
    ("[fulltitle:truncate3]", "An"),
    ("[journal:abbr]", "JoFB"),
    ("[journal:lower:capitalize]", "JournalOfFishBiology"),
    ("[volume]_[issue:(unknown)]", "12_unknown"),
    ("[month][day][date]", "March520200305"),
    ("[entrytype]", "Article"),
    ("[firstpage]/[lastpage]/[pageprefix]", "L123/130/L"),
    ("[keyword1][keywords2]", "smallfishsmallfishlakes"),
    ('[auth.etal:regex("\\\\.etal","EtAl"):regex("\\\\.","And")]', "vonMullerLundEtAl"),
    ('[year:regex("([0-9]{2})([0-9]+)","$2")]', "20"),
    ("[TITLE:select=2,2:condense=_]", "awesome_paper"),
    ("[edtr][issue]|[auth]", "MullerLund"),
    # Better BibTeX
    ("auth.lower + year", "vonmuller-lund2020"),
    ("auth.lower + '_' + shorttitle(3, 3) + year", "vonmuller-lund_AwesomePaperJabRef2020"),
    ("auth.lower+shorttitle(n=2,m=1).lower+year", "vonmuller-lundawesomepaper2020"),
    ('authEtal2.replace(".etal", "&etal").lower', "vonmuller-lundetal"),
    ("authorsn(2, sep='.').fold", "vonMuller-Lund.Roe.EtAl"),
    ("auth(creator=author, initials=true)", "vonMuller-LundAM"),
    ("auth.transliterate(german)", "vonMueller-Lund"),
    ("Title.skipwords.select(1, 2).condense('-')", "awesome-paper"),
    ("title.nopunct.lower", "awesomepaperjabref"),
    ("(auth + year).upper", "VONMULLER-LUND2020"),
    ("type(book) + 'B' | type('journalArticle') + 'J' + year", "J2020"),
    ("editor + number; veryshorttitle(1, 1)", "Awesome"),
    ("title.len('>', 99) | title.match(/jabref$/i) | year", "awesomepaperJabRef"),
    ("date('%Y%m').prefix('d')", "d202003"),
    ("publicationTitle.abbr + field('volume')", "JoFB12"),
    ("container-title.find(/of (\\w+)/)", "Fish"),
    ("keyword(2).substring(1, 3) + shortyear", "lak20"),
]


@pytest.mark.parametrize(("pattern", "key"), KEYS)
def test_the_key_of_a_paper(pattern: str, key: str) -> None:
    assert KeyPattern(pattern).key(PAPER) == key


ERRORS = [
    (
        "[autr][year]",
        "unknown marker 'autr' at character 2 of .*did you mean 'author'.*known: auth",
    ),
    ("a[auth:lowr]", "unknown modifier 'lowr' at character 8 .*did you mean 'lower'.*known: lower"),
    ("auth + yaer", "unknown function 'yaer' at character 8 .*did you mean 'year'.*known: auth"),
    ("auth.lowr", "unknown filter 'lowr' at character 6 .*did you mean 'lower'"),
    ("[123]", "unknown marker '123' at character 2"),
    ("[]", "unknown marker '' at character 2"),
    ("[camel2_3]", "the marker 'camel' takes no number 3 at character 2"),
    ("[auth+x]", "unknown flag 'x' at character 7 .*known: initials"),
    ("[year+initials]", "unknown flag 'initials' at character 7"),
    ("[auth", "'\\[' without ']' at character 1"),
    ("a][auth]", "']' without '\\[' at character 2"),
    ("[auth:truncate-]", "the arguments of 'truncate' expected, but '-' found at character 15"),
    ("[auth:regex]", "wrong arguments of 'regex': .* at character 7 .*takes find, replace"),
    ("[auth:regex('a', '$1')]", "'regex' cannot be applied"),
    ("", "a function or a text in quotes expected at character 1"),
    ("auth year", "'\\+', '.' or '|' expected, but 'y' found at character 6"),
    ("auth +", "a function or a text in quotes expected at character 7"),
    ("auth.+ 1", "a filter expected, but '\\+' found at character 6"),
    ("auth(x=1)", "wrong arguments of 'auth': .* at character 1 .*takes n, m, creator"),
    ("auth('a')", "n of 'auth' must be a number, not 'a'"),
    ("auth(true)", "n of 'auth' must be a number, not True"),
    ("auth(1 2)", "',' or '\\)' expected, but '2' found at character 8"),
    ("(auth", "'\\)' expected at character 6"),
    ("auth(+)", "a value expected, but '\\+' found at character 6"),
    ("volume(1)", "the variable 'volume' takes no arguments at character 1"),
    ("field('volme')", "unknown variable 'volme' at character 1"),
    ("auth.replace(/(/, '')", "regular expression '\\(' cannot be read at character 14"),
    ("auth.len('near', 2)", None),
]


@pytest.mark.parametrize(("pattern", "message"), ERRORS)
def test_an_error_names_the_part_its_place_and_what_is_known(
    pattern: str, message: str | None
) -> None:
    if message is None:
        message = "'len' cannot be applied: no comparison: 'near' at character 6"
    with pytest.raises(KeyPatternError, match=message):
        KeyPattern(pattern)


def test_a_pattern_must_be_a_text() -> None:
    with pytest.raises(TypeError, match="pattern must be a text, not int"):
        KeyPattern(1)  # type: ignore[arg-type]


def test_brackets_in_quotes_are_no_markers() -> None:
    assert has_markers("[auth]")
    assert has_markers('[auth:regex("[a]", "")]')
    assert not has_markers("auth.replace(/[.]/, '[')")


def test_a_reference_without_the_parts_gets_a_key_of_its_content() -> None:
    assert key_pattern("[volume]").key(Reference(title="On ice", issued=2020)) == "2020ice"
    assert key_pattern("volume").key(Reference()) == "reference"


@given(references(), st.sampled_from([pattern for pattern, _ in KEYS]))
def test_a_key_is_ascii_and_legal_in_bibtex(reference: Reference, pattern: str) -> None:
    key = key_pattern(pattern).key(reference)

    assert key
    assert key.isascii()
    assert not {*key} & {*" \t\n\"#%'(),={}\\~"}


@given(st.text(alphabet="auth.year+()[]:'\"/,|0123 _", max_size=30))
def test_any_text_is_a_pattern_or_an_error(text: str) -> None:
    try:
        pattern = KeyPattern(text)
    except KeyPatternError:
        return
    assert pattern.key(PAPER)
