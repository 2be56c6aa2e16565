"""Which requests are answered: those of the served page on this computer, and no others."""

from __future__ import annotations

import pytest

from tests.web.app_client import HOST, MAX_BYTES, PORT, AppClient

OWN = f"http://{HOST}"
WRONG = "wrong"


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}"])
def test_the_page_is_served_at_its_address(client: AppClient, host: str) -> None:
    answer = client("/", headers={"host": host})

    assert answer.status == 200
    assert b'<script type="module" src="static/main.js">' in answer.body


def test_the_address_may_lack_its_last_slash(client: AppClient) -> None:
    answer = client("")

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
def test_hosts_and_origins(client: AppClient, headers: dict[str, str], status: int) -> None:
    assert client("/api/read", b"@book{a, title={A}}", headers).status == status


@pytest.mark.parametrize("token", ["", "another", "the-toke", "the-token2", "static", "ünïcode"])
@pytest.mark.parametrize("path", ["/", "/static/main.js", "/api/read"])
def test_no_answer_without_the_token(client: AppClient, token: str, path: str) -> None:
    answer = client(path, token=token)

    assert answer.status == 403
    assert b"whole address" in answer.body


@pytest.mark.parametrize(
    ("body", "headers", "more"),
    [
        (b"x" * (MAX_BYTES + 1), {"content-length": str(MAX_BYTES + 1)}, ()),
        (b"", {"content-length": "-1"}, ()),
        (b"", {"content-length": "many"}, ()),
        # Content-Length may be wrong or missing.
        (b"x" * MAX_BYTES, {"content-length": "5"}, (b"x",)),
        (b"x" * MAX_BYTES, {}, (b"x",)),
    ],
)
def test_a_request_that_is_too_large(
    client: AppClient, body: bytes, headers: dict[str, str], more: tuple[bytes, ...]
) -> None:
    assert client("/api/read", body, headers, more=more).status == 413
    assert client("/api/export", body, headers, more=more).status == 413


@pytest.mark.parametrize("path", ["/", "/static/base.css", "/api/nothing", "/nowhere"])
def test_every_answer_has_the_headers(client: AppClient, path: str) -> None:
    for answer in (
        client(path),
        client(path, token=WRONG),
        client(path, headers={"host": "elsewhere"}),
    ):
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
def test_only_static_files_are_served(client: AppClient, path: str) -> None:
    assert client(path).status == 404
