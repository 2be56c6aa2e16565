"""Every message: its form, its data, where it comes from, and an input that causes it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import refconv
from refconv.core.codes import Code, Message
from refconv.core.messages import MESSAGES
from refconv.formats.registry import DOCUMENTS, FORMATS
from refconv.io.detection import LARGEST
from refconv.io.free_text_format import LONGEST
from tests.documents.damaged import DOCUMENT_EXAMPLES
from tests.documents.pdf_builder import PDF_EXAMPLES

SOURCE = Path(refconv.__file__).parent
ADDED = {"variable", "keys", "raw"}
"""Data that the reader of a record adds to what a codec found."""

PROSE = "The survey was held in 2004 in all of the towns that we had seen before.\n"
REFERENCE = (
    "Quade S, Ruiz A, Sato M. Sound and the city at night. Acoust Plan. 2018;22(3):201-19.\n"
)
CONTRIBUTORS = "Jane Smith\nhttps://orcid.org/0000-0002-1825-0098\n"
LONGER: dict[tuple[Code, str], tuple[str, str | bytes]] = {
    (Code.BAD_IDENTIFIER, "contributor"): ("text", CONTRIBUTORS),
    (Code.UNLISTED_REFERENCE, "line"): ("text", PROSE + REFERENCE + PROSE),
    (Code.MISSING_TITLE, "page"): ("text", CONTRIBUTORS),
    (Code.MISSING_CONTAINER, "page"): ("text", CONTRIBUTORS),
    (Code.TOO_LONG, "line"): ("text", "x" * (LONGEST + 1)),
    (Code.TOO_LONG, "document"): ("docx", b"PK\x03\x04" + bytes(LARGEST)),
    **DOCUMENT_EXAMPLES,
    **PDF_EXAMPLES,
    (Code.LATEX_KEPT, "too-long"): ("bibtex", "@misc{a, note = {%s}}" % (200_000 * "\\emph{x}")),
    (Code.EXPANSION_LIMIT, "macro"): (
        "bibtex",
        "@string{m0 = {0123456789}}\n"
        + "".join(f"@string{{m{n + 1} = m{n}" + f" # m{n}" * 9 + "}\n" for n in range(7))
        + "@misc{a, title = m7}\n",
    ),
    (Code.SYNTAX, "yaml-aliases"): (
        "csl-yaml",
        "- type: book\n  a0: &m0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"  a{n + 1}: &m{n + 1} [{', '.join([f'*m{n}'] * 10)}]\n" for n in range(6)),
    ),
}
"""Inputs that are too long for the table."""

NAMES = {(Code.FORMAT, "suffix"): ("a.bib", "TY  - BOOK\nER  - \n")}
"""The names, and the texts, of inputs whose name causes the message."""

BY_TAGGER = {(Code.UNLABELLED_TEXT, "words"), (Code.LOW_CONFIDENCE, "reference")}
"""What depends on the weights of the tagger; tests/io/test_free_text.py tests these."""

WITHOUT_PACKAGE = {(Code.BINARY, "extra")}
"""What a missing package causes; tests/documents/pdfs/test_pdf.py tests it."""


def ids(key: tuple[Code, str]) -> str:
    return "-".join(key)


@pytest.mark.parametrize("message", MESSAGES.values(), ids=map(ids, MESSAGES))
def test_messages_say_what_is_wrong_and_what_was_done(message: Message) -> None:
    assert re.fullmatch(r"\S.* \([^()]+\)", message.template), "form: what is wrong (what was done)"
    assert not re.match(r"[A-Z][a-z]+\b", message.template), "no capital"
    assert message.explanation.endswith(".")
    if message.several:
        assert re.fullmatch(r"\S.* \([^()]+\)", message.several.replace(" (%0)", ""))
        assert "{count:,}" in message.several
    assert not message.format or message.format in {*FORMATS, *DOCUMENTS}


@pytest.mark.parametrize(
    "key", [key for key in MESSAGES if key not in BY_TAGGER | WITHOUT_PACKAGE], ids=ids
)
def test_every_message_has_an_input_that_causes_it(key: tuple[Code, str]) -> None:
    message = MESSAGES[key]
    format, text = LONGER.get(key, (message.format, message.example))
    name, text = NAMES.get(key, ("", text))
    assert text, "an example in the table, or here"
    if format == "pdf":
        pytest.importorskip("pypdfium2", reason="reads PDFs only with refconv[documents]")

    (found, *_) = (
        one
        for one in refconv.read(text, format or None, name=name).diagnostics
        if (one.code, one.reason) == key
    )

    assert found.severity == message.severity
    assert message.names <= found.data.keys()


def test_every_code_has_messages() -> None:
    assert {code for code, _ in MESSAGES} == {*Code}


# ── the call sites ────────────────────────────────────────────────────────────────────────────────


class Call(NamedTuple):
    """A call whose first argument is a code."""

    place: str
    code: Code
    reason: str | None
    names: frozenset[str] | None


def calls() -> Iterator[Call]:
    """Yield every call that reports a code; ``None`` where a name stands for the literal."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.parent.name == "core" and path.name in ("codes.py", "diagnostics.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and (code := code_of(node.args[0])):
                reason = node.args[1] if len(node.args) > 1 else None
                literal = reason.value if isinstance(reason, ast.Constant) else None
                names = [keyword.arg for keyword in node.keywords]
                yield Call(
                    f"{path.relative_to(SOURCE)}:{node.lineno}",
                    code,
                    None if literal is None else str(literal),
                    None if None in names else frozenset(name for name in names if name),
                )


def code_of(node: ast.expr) -> Code | None:
    """Return the code that an expression ``Code.X`` names."""
    match node:
        case ast.Attribute(ast.Name("Code"), name):
            return Code[name]
    return None


CALLS = [*calls()]


def test_call_sites_are_found() -> None:
    assert len(CALLS) > 30


@pytest.mark.parametrize("call", CALLS, ids=[call.place for call in CALLS])
def test_call_sites_name_a_situation_and_all_its_data(call: Call) -> None:
    if call.reason is None:
        return
    message = MESSAGES[call.code, call.reason]
    assert call.names is None or call.names == message.names - ADDED


def test_no_other_message_is_made() -> None:
    """Diagnostics are made of problems, which are made of the table."""
    for path in SOURCE.rglob("*.py"):
        if path.name != "diagnostics.py":
            assert not re.search(r"\b(?:Diagnostic|Problem)\(", path.read_text("utf-8")), path
