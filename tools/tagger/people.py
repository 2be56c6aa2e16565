"""Names in made-up references: one person in a form, a list of people in a style."""

from __future__ import annotations

import random
import re

from tools.tagger.material import Person
from tools.tagger.styles import Names

_ET_AL = (" et al.", ", et al.", " et al", " et. al.", " and others")
_INITIALS = re.compile(r"I[. -]*")


def people_text(rng: random.Random, names: Names, people: list[Person]) -> str:
    """Return a list of people as text, in a style."""
    if len(people) >= names.most:
        shown = [person_text(names.rest if i else names.first, person)
                 for i, person in enumerate(people[: names.kept])]  # fmt: skip
        return names.between.join(shown) + names.et_al
    shown = [person_text(names.rest if i else names.first, person)
             for i, person in enumerate(people[: rng.randint(6, 12)])]  # fmt: skip
    if len(shown) == 1:
        return shown[0]
    if rng.random() < 0.02:
        return shown[0] + rng.choice(_ET_AL)
    last = names.last
    if len(shown) == 2 and last.startswith(", ") and len(last) > 2 and rng.random() < 0.5:
        last = last[1:]
    return names.between.join(shown[:-1]) + last + shown[-1]


def person_text(form: str, person: Person) -> str:
    """Return one name in a form: ``F, I. `` → ``Smith, J. R.``."""
    family, given = person
    if "FF" in form:
        family, form = family.upper(), form.replace("FF", "F")
    if not given:
        return family
    match = _INITIALS.search(form)
    if match is None:
        return re.sub("[FG]", lambda m: family if m[0] == "F" else given, form)
    letters = [w[0].upper() for w in re.split(r"[\s.\-]+", given) if w and w[0].isalpha()]
    style, after = match[0], form[match.end() :]
    if style in {"I. ", "I.-"}:
        initials = " ".join(f"{letter}." for letter in letters)
    elif style == "I.":
        joint = "-" if "-" in given else ""
        initials = joint.join(f"{letter}." for letter in letters)
    elif style == "I " and not after:
        initials = " ".join(letters)
    else:
        initials = "".join(letters)
    glue = " " if after.startswith("F") and style != "I." else ""
    whole = form[: match.start()] + "\0" + glue + after
    return whole.replace("F", family).replace("\0", initials).strip()
