"""Remove what notes print before a work: ``Vgl.``, ``See also``, ``For a review, see:``."""

from __future__ import annotations

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.offset_text import Traced
from refconv.page.patterns import any_of

_FURTHER = any_of(
    r"auch;dazu;hierzu;etwa;z\. ?B\.;ferner;insbes\.;nach;u\. ?a\.;dagegen;also;e\.g\.,?"
    r";aussi;notamment;également;par exemple;en particulier;surtout;anche;in particolare"
    r";también;por ejemplo;además;schon;bereits;especially;generally",
    ";",
)
# What may stand before "see" or "vgl.", or lead up to a work by itself.
_LEAD = any_of(
    "[Bb]ut;[Aa]nd;[Oo]n this(?: point)?;[Oo]n (?:the|these) \\w+;[Aa]nders;[Ss]owie;[Ff]erner"
    ";[Dd]agegen;[Dd]azu;[Hh]ierzu;[Zz]u[mr]? \\w+;[Ii]n contrast"
    ";[Ss]ur (?:ce|ces|cette|le|la|les) \\w+"
    ";[Ss]obre (?:esto|el|la) (?:\\w+ )?;[Ss]u questo",
    ";",
)
_GERMAN_LEAD = any_of(
    "[Aa]nders [Ss]owie [Ff]erner [Dd]agegen [Aa]usführlich(?:er)? [Gg]rundlegend [Zz]uletzt"
    " [Kk]ritisch [Aa]llgemein [Hh]ierzu [Dd]azu"
)
_REVIEW = any_of("reviews? examples? discussions? details overview introduction surveys? summary")
# How notes lead up to a work that they name.
OPENING = lazy_pattern(
    any_of(
        rf"(?:[Vv]gl|[Cc]f|[Vv]id|[Cc]fr|[Zz]it)\.?,? (?:{_FURTHER} |zum Beispiel )?(?=[^\W\d_])"
        r";[Ss]\. auch (?:(?:die|den) (?:Beiträge|Aufsätze|Sammelband) (?:in )?)?(?=[A-ZÀ-Þ])"
        rf";[Ss]\. {_FURTHER} (?=[^\W\d_])"
        r";(?:[Ss]iehe|[Ss]ee|[Vv]oir|[Vv]éan?se|[Vv]edi|[Ss]i ved(?:a|ano)|[Ss]o|[Dd]azu|[Hh]ierzu"
        r"|[Zz]itiert nach|[Qq]uoted in|[Cc]ited in)"
        rf"(?:,? (?:{_FURTHER}|further|zum Beispiel|for example|in particular))?"
        r"[:,]? (?=[A-ZÀ-Þ\"“„«])"
        rf";{_LEAD}:?,? (?:see|cf\.?|vgl\.?|siehe|s\.|voir|véase|si veda)"
        rf"(?:,? (?:{_FURTHER}|further|esp\.|for example))?"
        r"[:,]? (?=[A-ZÀ-Þ\"“„«])"
        rf";{_GERMAN_LEAD}(?: {_GERMAN_LEAD}| {_FURTHER}| bei)?:? (?=[A-ZÀ-Þ\"“„«])"
        rf";[Ff]or (?:an? |the )?(?:\w+ ){{0,3}}{_REVIEW}[^.:\x3b]{{0,60}}[,:] ?(?:see|cf\.)?"
        r"(?: also| e\.g\.)?:? (?=[A-ZÀ-Þ])",
        ";",
    )
)


def without_opening(work: Traced) -> Traced:
    """Take off what leads up to a work: "Vgl.", "See also", "For a review, see:"."""
    opening = OPENING.match(work.text)
    return work.cut(opening.end(), len(work.text)) if opening else work
