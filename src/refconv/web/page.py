"""The HTML: the page that the server gives, and the same view as one file that needs no server."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from refconv.core.report import Block
from refconv.web.exports import FIRST, TARGETS, export
from refconv.web.wire import references_of
from refconv.web.words import vocabulary

MAIN = "main.js"
STYLES = ("base.css", "above.css", "cards.css", "strings.css", "dialogs.css", "media.css")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""What the served page may load: its own files, and nothing from anywhere else."""


def page() -> str:
    """Give the page that the server gives."""
    head = "\n".join(f'<link rel="stylesheet" href="static/{name}">' for name in STYLES)
    script = f'<script type="module" src="static/{MAIN}"></script>'
    return _filled(head, {"live": True}, script)


def report(sheets: Sequence[Mapping[str, Any]], target: str = FIRST) -> str:
    """Give what was read as one file: the same view, to look at and to take files from.

    Args:
        sheets: What :func:`refconv.web.sheets.sheet` gave, one for each input.
        target: The target that is shown first, a key of :data:`refconv.web.exports.TARGETS`.
    """
    references = references_of(
        [entry["record"]["item"] for sheet in sheets for entry in sheet["entries"]]
    )
    blocks = [
        (format, Block(kind, text)) for sheet in sheets for format, kind, text in sheet["blocks"]
    ]
    exports = {key: _packed(export(references, key, blocks)) for key in TARGETS}
    shown = [{**sheet, "entries": [*map(_shown, sheet["entries"])]} for sheet in sheets]
    style, script = "".join(map(static, STYLES)), bundled()
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>'
    data = {"live": False, "sheets": shown, "exports": exports, "first": target}
    return _filled(head, data, f'<script type="module">{script}</script>')


def _packed(made: Mapping[str, Any]) -> dict[str, Any]:
    """Compress the text of a file: there is one for each target."""
    packed = base64.b64encode(zlib.compress(made["text"].encode("utf-8", "replace"), 9)).decode()
    return {"file": made["file"], "losses": made["losses"], "packed": packed}


def _shown(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of an entry what only corrections need."""
    record = {key: value for key, value in entry["record"].items() if key != "item"}
    return {**entry, "record": record}


def _filled(head: str, data: Mapping[str, Any], script: str) -> str:
    targets = [[target.key, target.title] for target in TARGETS.values()]
    told = {"vocabulary": vocabulary(), "targets": targets, "first": FIRST, **data}
    parts = {
        "head": head,
        # No value can end the element that it stands in.
        "data": json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"),
        "script": script,
    }
    return _PLACE.sub(lambda place: parts[place[1]], static("page.html"))


_PLACE = re.compile(r"<!-- (head|data|script) -->")


@cache
def static(name: str) -> str:
    """Give a file of the browser's side."""
    return resources.files("refconv.web").joinpath("static", name).read_text("utf-8")


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


# ── the modules as one ──────────────────────────────────────────────────────────────────────────

_IMPORT = re.compile(r'^import [^;]*? from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)


def bundled() -> str:
    """Give the modules as one, each after those that it imports.

    They say ``export`` only in front of a declaration, and no two declare the same name.
    """
    return "\n".join(
        _EXPORT.sub("", _IMPORT.sub("", static(name))) for name in _ordered([MAIN], [])
    )


def _ordered(names: Iterable[str], done: list[str]) -> list[str]:
    for name in names:
        if name not in done:
            _ordered(_IMPORT.findall(static(name)), done)
            done.append(name)
    return done
