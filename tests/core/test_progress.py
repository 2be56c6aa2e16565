"""Progress reaches whoever watches in the same context, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context

import pytest

from refconv.core.progress import Progress, report, watcher

REPORTED = [
    ([], []),
    ([(0, 9, 0)], [Progress(done=0, total=9, references=0)]),
    ([(4, 9, 2), (9, 9, 5)], [Progress(4, 9, 2), Progress(9, 9, 5)]),
]


@pytest.mark.parametrize(("reports", "seen"), REPORTED)
def test_each_report_reaches_the_watcher(
    reports: list[tuple[int, int, int]], seen: list[Progress]
) -> None:
    watched: list[Progress] = []

    def work(watch: Callable[[Progress], object] | None) -> None:
        watcher.set(watch)
        for one in reports:
            report(*one)

    watching, other = Context(), Context()
    watching.run(work, watched.append)
    other.run(work, None)

    assert watched == seen
    assert other.run(watcher.get) is None
