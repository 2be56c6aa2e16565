"""An example of Hayagriva for the tests of all formats."""

from __future__ import annotations

from refconv.formats.hayagriva.types import parts
from tests.formats.examples import Example


def _entry(native: str, lines: str) -> str:
    own, parent = parts(native)
    body = [f"type: {own}", *lines.replace("⏎", "\n").splitlines()]
    if parent:
        begun = next((i for i, line in enumerate(body) if line == "parent:"), None)
        below = [] if begun is None else [line for line in body[begun + 1 :] if line[:1] == " "]
        body = body if begun is None else body[:begun] + body[begun + 1 + len(below) :]
        body += ["parent:", f"  type: {parent}", *below]
    return "".join(f"{line}\n" for line in ["x:", *(f"  {line}" for line in body)])


def _fields_of(entry: str) -> list[str]:
    """Return the lines of a written entry but for its types, those of one field joined."""
    lines = [line[2:] for line in entry.splitlines()[2:] if not line.startswith("    type: ")]
    joined = "".join(f"⏎{line}" if line.startswith((" ", "-")) else f"\n{line}" for line in lines)
    return [line for line in joined.strip("\n").split("\n") if line not in ("", "parent:")]


_HAYAGRIVA = Example(
    sample=(
        "clark97:\n  type: Article\n  title: Being There\n  author: Clark, Andy\n  date: 1997\n"
        "  parent:\n    type: Periodical\n    title: Minds\n"
    ),
    tokens=r"^ +|^[\w-]+:|[\w-]+:|[][{},\"'#*&|>]|[\w-]+|\s",
    entry=_entry,
    fields_of=_fields_of,
    words=(
        *(
            "a:\n",
            "  type: Article\n",
            "  parent:\n",
            "    title: A\n",
            "  author: [",
            "  date: 2001\n",
        ),
        *(
            "    type: Periodical\n",
            "  affiliated:\n",
            "  - role: editor\n",
            "    names: Roe, Kim\n",
        ),
        *("  url: {value: ", "  serial-number:\n    doi: 10.1000/1\n", "{", "}", "&a ", "*a", '"'),
    ),
)

EXAMPLES = {"hayagriva": _HAYAGRIVA}
