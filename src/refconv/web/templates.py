"""The HTML: the page that the server serves, and a report, the same view as one file."""

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

from refconv.web.display import display_data
from refconv.web.exports import DEFAULT_TARGET, PROGRAMS, TARGETS, export
from refconv.web.messages import JsonObject, blocks_from_json, references_from_json

MAIN = "main.js"
STYLES = ("base.css", "header.css", "cards.css", "strings.css", "dialogs.css", "media.css")
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""The served page may load its own files, and nothing from anywhere else."""


def served_page() -> str:
    """Return the page that the server serves."""
    head = "\n".join(f'<link rel="stylesheet" href="static/{name}">' for name in STYLES)
    script = f'<script type="module" src="static/{MAIN}"></script>'
    return _filled(head, {"hasServer": True}, script)


def report_page(inputs: Sequence[JsonObject], target: str = DEFAULT_TARGET) -> str:
    """Return a report: one file to look at references and to take the written files from.

    Args:
        inputs: What :func:`refconv.web.reading.read_to_json` returned, one for each input.
        target: The target that is shown first, a key of :data:`refconv.web.exports.TARGETS`.
    """
    items = [entry["record"]["item"] for input_ in inputs for entry in input_["entries"]]
    references = references_from_json(items)
    blocks = blocks_from_json([block for input_ in inputs for block in input_["blocks"]])
    outputs = {key: _packed(export(references, key, blocks)) for key in TARGETS}
    shown = [
        {**input_, "text": "", "setAside": [], "entries": [*map(_shown, input_["entries"])]}
        for input_ in inputs
    ]
    style, script = "".join(map(static, STYLES)), bundled()
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>'
    data = {"hasServer": False, "inputs": shown, "outputs": outputs, "firstTarget": target}
    return _filled(head, data, f'<script type="module">{script}</script>')


def _packed(output: Mapping[str, Any]) -> dict[str, Any]:
    """Compress the text of a written file: a report holds one for each target."""
    packed = base64.b64encode(zlib.compress(output["text"].encode("utf-8", "replace"), 9)).decode()
    return {
        "file": output["file"],
        "losses": output["losses"],
        "summary": output["summary"],
        "packed": packed,
    }


def _shown(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Remove from an entry what only corrections need."""
    record = {key: value for key, value in entry["record"].items() if key != "item"}
    return {**{key: entry[key] for key in entry if key != "places"}, "record": record}


def _filled(head: str, data: Mapping[str, Any], script: str) -> str:
    """Fill the template; the data stands in it as JSON."""
    targets = [[target.key, target.title, target.program] for target in TARGETS.values()]
    common = {
        "display": display_data(),
        "targets": targets,
        "programs": PROGRAMS,
        "firstTarget": DEFAULT_TARGET,
    }
    parts = {
        "head": head,
        # Without "<", no value can end the script element that holds it.
        "data": json.dumps({**common, **data}, ensure_ascii=False).replace("<", "\\u003c"),
        "script": script,
    }
    return _PLACE.sub(lambda place: parts[place[1]], static("page.html"))


_PLACE = re.compile(r"<!-- (head|data|script) -->")


@cache
def static(name: str) -> str:
    """Return a file of the browser's side."""
    return resources.files("refconv.web").joinpath("static", name).read_text("utf-8")


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


# ── the modules as one ──────────────────────────────────────────────────────────────────────────

_IMPORT = re.compile(r'^import [^;]*? from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)


def bundled() -> str:
    """Return the JavaScript modules as one, each after those that it imports.

    They use ``export`` only in front of a declaration, and no two declare the same name.
    """
    return "\n".join(
        _EXPORT.sub("", _IMPORT.sub("", static(name))) for name in _ordered([MAIN], [])
    )


def _ordered(names: Iterable[str], done: list[str]) -> list[str]:
    """Return modules in topological order, those that are done first."""
    for name in names:
        if name not in done:
            _ordered(_IMPORT.findall(static(name)), done)
            done.append(name)
    return done
