"""Write diagnostics and losses as JSON, as they come: the command's ``--report``."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from typing import Any, BinaryIO

from attrs import fields

from refconv.core.diagnostics import Diagnostic
from refconv.core.report import Loss


class JsonReport:
    """A JSON object: ``diagnostics`` and ``losses``, one a line, and the count of ``references``.

    Lost values are written as CSL-JSON has them. ``others`` are lists that are written beside.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        # Losses come between diagnostics, so they go to a file of their own first.
        self._losses: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 (closed by end)
        self._counts = {Diagnostic: 0, Loss: 0}
        self.others: dict[str, Iterable[Any]] = {}
        file.write(b'{"diagnostics": [')

    def add(self, found: Diagnostic | Loss) -> None:
        """Write a diagnostic or a loss."""
        kind = type(found)
        file = self._losses if kind is Loss else self._file
        text = json.dumps(_as_json(found), ensure_ascii=False)
        file.write(f"{',' if self._counts[kind] else ''}\n{text}".encode("utf-8", "replace"))
        self._counts[kind] += 1

    def end(self, references: int) -> None:
        """Write the losses and the end of the object."""
        self._file.write(b'\n], "losses": [')
        self._losses.seek(0)
        shutil.copyfileobj(self._losses, self._file)
        self._losses.close()
        for name, values in self.others.items():
            self._file.write(f'\n], "{name}": ['.encode())
            for place, value in enumerate(values):
                text = json.dumps(value, ensure_ascii=False, default=_plain)
                self._file.write(f"{',' if place else ''}\n{text}".encode("utf-8", "replace"))
        self._file.write(f'\n], "references": {references}}}\n'.encode())


def _as_json(found: Diagnostic | Loss) -> dict[str, Any]:
    if isinstance(found, Diagnostic):
        span, data = found.span._asdict(), dict(found.data)
        head = {"code": found.code, "reason": found.reason, "message": found.message}
        return {**head, **span, "severity": found.severity, "name": found.name, "data": data}
    return {field.name: _plain(getattr(found, field.name)) for field in fields(type(found))}


def _plain(value: Any) -> Any:
    if hasattr(value, "as_csl"):
        return value.as_csl()
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    return value
