"""The application: the page and its files, progress of reading, messages that are refused."""

from __future__ import annotations

import json

import pytest

from refconv.core.progress import Progress, watcher
from refconv.web.app import AbandonedError, ProgressWatch
from refconv.web.reading import read_for_page
from tests.web.app_client import AppClient


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/static/main.js", "text/javascript"),
        ("/static/base.css", "text/css"),
    ],
)
def test_the_page_and_its_files(client: AppClient, path: str, kind: str) -> None:
    answer = client(path)

    assert answer.status == 200
    assert answer.headers["content-type"].startswith(kind)


def test_progress_comes_line_by_line_before_the_input(client: AppClient) -> None:
    lines = client("/api/read?name=a.bib", b"@book{a, title={A}}").body.splitlines()

    *progress, last = map(json.loads, lines)
    assert [*last] == ["input"]
    assert last["input"]["name"] == "a.bib"
    assert all([*line] == ["progress"] for line in progress)


def test_the_share_that_is_done() -> None:
    watch = ProgressWatch()

    watch(Progress(1, 4, 0))
    assert watch.share == 0.25
    watch(Progress(0, 0, 0))
    assert watch.share == 0


def test_reading_ends_when_it_is_abandoned() -> None:
    watch = ProgressWatch()
    watch.is_abandoned = True
    token = watcher.set(watch)
    try:
        with pytest.raises(AbandonedError):
            read_for_page(b"@book{a, title={A}}")
    finally:
        watcher.reset(token)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b'{"items": 7, "target": "ris"}', b"[" * 9999]
)
def test_a_message_that_is_not_well_formed(client: AppClient, body: bytes) -> None:
    answer = client("/api/export", body)

    assert answer.status == 400
    assert [*answer.json] == ["error"]


def test_a_message_needs_post(client: AppClient) -> None:
    assert client("/api/export").status == 405
