"""Words that name the medium or the kind of a work: ``[Film]``, ``[Data set]``, ``[Tweet]``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from refconv.core.lazy_pattern import lazy_pattern

MEDIA: Mapping[str, str] = {
    "dataset": r"data\s?(?:set|sets|file|files|base\srecord)?\b | datensatz | jeu\sde\sdonnées",
    "software": r"""(?:computer\s|mobile\s|apparatus\sand\s)?software
    | computer\s(?:program(?:me)?|code|game) |
        (?:mobile\s)?app(?:lication)?\b(?!lied) | source\scode | video\sgame | \w+\spackage\b
        | firmware""",
    "post-weblog": r"(?:web\s?log|blog)(?:\s?(?:post|entry|comment))? | blogpost",
    "post": r"""tweets? | status\supdate | toot | thread\b
    | (?:facebook|instagram|linkedin|reddit|tiktok|twitter|x
        |forum|online\sforum|social\smedia|discussion)\s
        (?:post|page|photo|video|profile|status|comment|update) |
        comment\son | image\sattached""",
    "motion_picture": r"""film | motion\spicture | movie | documentary | dvd | blu-?ray | vhs
    | webinar |
        (?:online\s|youtube\s|streaming\s)?video(?!\sgame)
        (?:\s?(?:file|recording|cassette|tape|webcast|clip))? """,
    "broadcast": r"""(?:tv|television|radio)\s(?:mini)?
        (?:series|broadcast|program(?:me)?|show|episode|play) |
        (?:web|tele)cast | broadcast | \w+\sseries\sepisode""",
    "song": r"""song | (?:studio\s|live\s)?album
    | (?:audio|sound|music)(?:\s?(?:recording|file|cd|book|track)) |
        audiobook | (?:audio\s|video\s)?podcast(?:\sepisode)? | cd\b | lp\b | mp3 | vinyl
        | recording""",
    "musical_score": r"(?:\w+\s)?score\b | sheet\smusic | partitur(?:e)?\b",
    "map": r"(?:topographic\s|geological\s|road\s|street\s)?maps?\b | karte | carte\b",
    "graphic": r"""(?:oil\s)?painting | photo(?:graph|graphs|s)?\b | drawing | sculpture
    | engraving | etching |
        lithograph | artwork | infographic | cartoon | illustration | poster\Z | clip\sart
        | oil\son | water\s?colou?r |
        installation | image\Z | mural | bronze""",
    "speech": r"""speech | lecture(?:\snotes)? | (?:powerpoint\s|google\s|presentation\s)?slides?
    | slide\sdeck |
        (?:paper|poster|oral|conference|keynote|invited|symposium|video)\s(?:presentation|session|address|talk|lecture)
        | presentation | keynote | talk\b | conference\ssession""",
    "interview": r"(?:personal\s|audio\s|radio\s|oral\shistory\s|telephone\s)?interview",
    "personal_communication": r"(?:letter|e-?mail|text\smessage|memo)\b | personal\scomm",
    "manuscript": r"(?:unpublished\s|handwritten\s)?(?:manuscript|typescript|diary|notebook|ms\b)",
    "performance": r"""(?:theat(?:re|er)|opera|concert|ballet|dance|live)\s?(?:performance)?\Z
        | performance""",
    "pamphlet": r"brochure | pamphlet | flyer | leaflet",
    "event": r"exhibition | exhibit\b",
    "thesis": r"""(?:unpublished\s)?(?:doctoral|phd|ph\.d\.|master['’]?s?|bachelor['’]?s?
        |honou?rs|undergraduate)\s
        (?:thesis|dissertation|project)""",
    "report": r"""(?:technical\s|white\s|annual\s|working\s|fact\s|policy\s)
        (?:report|paper|sheet|brief)""",
    "article": r"(?:e-?)?preprint",
    "review": r"review\sof",
}
"""Item types and the words in brackets behind a title (APA style) that name them."""

WITH_CONTAINER = frozenset({"dataset", "software", "review", "thesis", "article"})
"""Types that the words name also where the work stands in a journal, with an issue and pages."""

_MEDIUM = lazy_pattern(rf"(?:{'|'.join(MEDIA.values())})", re.VERBOSE)


def names_medium(text: str) -> bool:
    """Return whether a text in brackets begins with the name of a medium.

    >>> names_medium("Computer software"), names_medium("in Russian")
    (True, False)
    """
    return _MEDIUM.match(text.lower()) is not None
