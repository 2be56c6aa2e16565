"""Memory and processor time of a process and its descendants (Linux)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def tree(pid: int) -> list[int]:
    """Return the ids of a process and of all its descendants."""
    pids: list[int] = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            pids += map(int, children.read_text().split())
        except OSError:
            continue
    return [pid, *(inner for child in pids for inner in tree(child))]


def memory(pids: Iterable[int]) -> int:
    """Return the memory of processes in kB: private memory, and once the largest shared memory."""
    private, shared = 0, [0]
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        except OSError:
            continue
        sizes = {name: int(size.split()[0]) for name, size in (line.split(":") for line in lines)}
        private += sizes["Private_Clean"] + sizes["Private_Dirty"]
        shared.append(sizes["Shared_Clean"] + sizes["Shared_Dirty"])
    return private + max(shared)


def processor(pids: Iterable[int]) -> float:
    """Return the seconds of processor time of processes and of their ended children."""
    ticks = 0
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            continue
        # After the name, which may contain anything: fields 14 to 17 of proc(5).
        ticks += sum(map(int, text.rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")
