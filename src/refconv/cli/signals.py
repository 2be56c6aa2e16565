"""Ending by a signal, without a temporary file that stays."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def exits_on_signals() -> Iterator[None]:
    """Exit by an exception where a signal would end the process, so that files are cleaned up.

    The exit code is 128 plus the number of the signal, as shells have it. A signal that is ignored
    (as ``nohup`` does with SIGHUP) stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread can handle signals
        return
    before = {
        number: signal.signal(number, _exit)
        for number in _SIGNALS
        if signal.getsignal(number) is signal.SIG_DFL
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _exit(number: int, _frame: FrameType | None) -> None:
    # Once: a second signal must not stop the cleaning up.
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)
