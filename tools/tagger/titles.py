"""Titles of made-up references: in the list's case, with odd endings; some are made up."""

from __future__ import annotations

import random
import re

from tools.tagger.draw import Draw
from tools.tagger.words import pick

_SMALL = frozenset(
    "of the and in a for on to with an from by as at or de la der und du des et".split()
)


_INVENTED = {"fr": 0.5, "it": 0.6, "de": 0.45, "pt": 0.5, "": 0.1, "en": 0.1}
"""How many titles are made up, by the list's language: the records are mostly of other fields."""


def invented(rng: random.Random, language: str) -> str:
    """Make up a title of the humanities, of topics, places and times of a language."""
    a, b, c = (pick(rng, f"topics_{language}") for _ in range(3))
    title = pick(rng, f"titles_{language}").format(
        a=a, b=b, c=c, A=a[0].upper() + a[1:], B=b[0].upper() + b[1:],
        P=pick(rng, f"places_{language}"), T=pick(rng, f"times_{language}"),
    )  # fmt: skip
    for apart, joined in _JOINED.get(language, ()):
        title = re.sub(rf"\b{apart}", joined, title)
    return title[0].upper() + title[1:]


_JOINED = {
    "fr": (("de les ", "des "), ("de le ", "du "), ("à les ", "aux "), ("à le ", "au ")),
    "it": (("di il ", "del "), ("di la ", "della "), ("di le ", "delle "), ("di i ", "dei "),
           ("di gli ", "degli "), ("di lo ", "dello "), ("di l’", "dell’")),
}  # fmt: skip
"""Prepositions and articles that are written as one word."""


def titled(draw: Draw, title: str) -> str:
    """Return a title in the list's case, sometimes with an odd ending."""
    rng, case, language = draw.rng, draw.style.title_case, draw.style.language
    share = 0.5 if draw.habit("humanities") else _INVENTED.get(language, 0.0)
    if draw.chance(share):
        title = invented(rng, language or "en")
    if case == "title" and language in {"", "en"}:
        title = capitals(title)
    elif case == "upper":
        title = title.upper()
    if draw.chance(0.05) and ": " in title:
        head, _, tail = title.partition(": ")
        title = head + rng.choice([". ", " – ", "? ", ".- "]) + tail[:1].upper() + tail[1:]
    if draw.chance(0.02):
        title += rng.choice(["?", "!", " (review)", " [abstract]", "?"])
    if draw.chance(0.015):
        title = rng.choice(
            ["[{}]", "{} II", "{}, Part 1", "{} (1990–2005)", "{}. III. Results"]
        ).format(title)
    return title


def capitals(text: str) -> str:
    """Capitalise every word except articles and prepositions."""
    parts = text.split(" ")
    return " ".join(w if i and w in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(parts))
