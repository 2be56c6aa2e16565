"""Who is answered: the page that was given out, on this machine, and nobody else."""

from __future__ import annotations

import pytest

from tests.web.asking import HOST, LARGEST, PORT, Asker

OWN = f"http://{HOST}"
WRONG = "wrong"


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}"])
def test_the_page_is_given_to_who_knows_the_address(ask: Asker, host: str) -> None:
    answer = ask("/", headers={"host": host})

    assert answer.status == 200
    assert b'<script type="module" src="static/main.js">' in answer.body


def test_the_address_may_lack_its_last_slash(ask: Asker) -> None:
    answer = ask("")

    assert (answer.status, answer.headers["location"]) == (308, "/the-token/")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "example.org"}, 421),
        ({"host": f"example.org:{PORT}"}, 421),
        ({"host": "127.0.0.1"}, 421),
        ({"host": f"127.0.0.1:{PORT + 1}"}, 421),
        ({"host": ""}, 421),
        ({"origin": "https://example.org"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": f"https://{HOST}"}, 403),
        ({"origin": f"http://localhost:{PORT}"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": OWN, "sec-fetch-site": "same-origin"}, 200),
        ({"origin": ""}, 200),
    ],
)
def test_hosts_and_origins(ask: Asker, headers: dict[str, str], status: int) -> None:
    assert ask("/api/read", b"@book{a, title={A}}", headers).status == status


@pytest.mark.parametrize("token", ["", "another", "the-toke", "the-token2", "static", "ünïcode"])
@pytest.mark.parametrize("path", ["/", "/static/main.js", "/api/read"])
def test_no_answer_without_the_token(ask: Asker, token: str, path: str) -> None:
    answer = ask(path, token=token)

    assert answer.status == 403
    assert b"whole address" in answer.body


@pytest.mark.parametrize(
    ("body", "headers", "more"),
    [
        (b"x" * (LARGEST + 1), {"content-length": str(LARGEST + 1)}, ()),
        (b"", {"content-length": "-1"}, ()),
        (b"", {"content-length": "many"}, ()),
        # What a request says of its length need not be true.
        (b"x" * LARGEST, {"content-length": "5"}, (b"x",)),
        (b"x" * LARGEST, {}, (b"x",)),
    ],
)
def test_a_request_that_is_too_large(
    ask: Asker, body: bytes, headers: dict[str, str], more: tuple[bytes, ...]
) -> None:
    assert ask("/api/read", body, headers, more=more).status == 413
    assert ask("/api/export", body, headers, more=more).status == 413


@pytest.mark.parametrize("path", ["/", "/static/base.css", "/api/nothing", "/nowhere"])
def test_every_answer_has_the_headers(ask: Asker, path: str) -> None:
    for answer in (ask(path), ask(path, token=WRONG), ask(path, headers={"host": "elsewhere"})):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        policy = answer.headers["content-security-policy"].split("; ")
        assert policy[0] == "default-src 'none'"
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"]
)
def test_only_the_browsers_side_is_given_out(ask: Asker, path: str) -> None:
    assert ask(path).status == 404
