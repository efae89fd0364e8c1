"""The helpdesk of the examples, asked over HTTP."""

import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

HELPDESK = Path(__file__).resolve().parents[2] / "examples" / "python" / "helpdesk"
CALL = {
    "channel": "phone",
    "symptom": "no VPN",
    "occurred_at": "2026-11-23T01:30:00Z",
    "service": {"known": "vpn"},
    "requester": "u-1",
}
DESK = {"person": "sam"}
NETWORK = {"person": "nina", "role": "l2", "unit": "network"}


class Clock:
    """The host's clock, which a test may set."""

    now = datetime(2026, 11, 23, 2, tzinfo=UTC)  # 10:00 in Shanghai

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """A client of the helpdesk, which runs on a free port."""
    monkeypatch.syspath_prepend(str(HELPDESK))
    from app import helpdesk  # type: ignore[import-not-found, unused-ignore]

    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(helpdesk(str(tmp_path / "helpdesk.db"), clock), log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        host, port = listening.getsockname()
        with httpx.Client(base_url=f"http://{host}:{port}", trust_env=False) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()
        for name in ("app", "tickets"):
            sys.modules.pop(name, None)


def test_a_ticket_is_logged_assigned_and_resolved(client: httpx.Client, clock: Clock, tmp_path: Path) -> None:
    logged = client.post("/tickets", json={"title": "VPN", "call": CALL}, headers=DESK)
    assert (logged.status_code, logged.json()["state"]) == (201, "logged")
    steps: list[tuple[str, dict[str, str], Any, str]] = [
        ("classify", DESK, {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}, "classified"),
        ("assign", DESK, {"group": "network"}, "assigned"),
        ("acknowledge", NETWORK, {}, "in_progress"),
    ]
    for verb, who, body, state in steps:
        clock.now += timedelta(minutes=5)
        done = client.post(f"/tickets/1/{verb}", json=body, headers=who)
        assert (done.status_code, done.json()["state"]) == (200, state), done.text
    # Logged at 10:00, four working hours with an hour of lunch: 15:00 in Shanghai.
    assert client.get("/tickets/1/due").json() == {"due_at": "2026-11-23T07:00:00Z"}
    assert "incident.resolve" in client.get("/tickets/1/allowed").json()
    resolution = {"code": "config", "text": "route restored", "kind": "permanent", "level": "l2", "restored_at": "2026-11-23T02:14:00Z"}
    resolved = client.post("/tickets/1/resolve", json={"resolution": resolution}, headers=NETWORK)
    assert (resolved.status_code, resolved.json()["state"]) == (200, "resolved"), resolved.text
    assert client.get("/tickets/1").json() == resolved.json()
    database = sqlite3.connect(tmp_path / "helpdesk.db")
    versions = [row[0] for row in database.execute("SELECT version FROM ticket_event WHERE number = 1 ORDER BY version")]
    assert versions == list(range(1, len(versions) + 1)) and len(versions) >= 5
    database.close()


def test_what_the_library_refuses_is_a_problem_by_its_kind(client: httpx.Client, tmp_path: Path) -> None:
    client.post("/tickets", json={"title": "VPN", "call": CALL}, headers=DESK)
    refused = client.post("/tickets/1/close", json={"code": "done", "category_verified": True}, headers=DESK)
    assert refused.headers["content-type"] == "application/problem+json"
    said = refused.json()
    assert (refused.status_code, said["guard"], said["code"]) == (409, "T-INC-09", "incident.close")
    assert said["missing"] and "incident.classify" in said["legal"] and "T-INC-09" in said["title"]
    misspelt = client.post("/tickets/1/assign", json={"gruop": "network"}, headers=DESK)
    assert (misspelt.status_code, misspelt.json()["path"]) == (422, "body.gruop")
    unheard = client.post("/tickets/1/explode", json={}, headers=DESK)
    assert (unheard.status_code, unheard.json()["code"]) == (422, "command.unknown_kind")
    nobody = client.post("/tickets/1/assign", json={"group": "network"}, headers={"person": "sam", "role": "boss"})
    assert (nobody.status_code, nobody.json()["path"]) == (422, "actor.roles[0]")
    assert client.get("/tickets/7").status_code == 404
    # A call that is refused leaves no row behind.
    future = client.post("/tickets", json={"title": "x", "call": CALL | {"occurred_at": "2027-01-01T00:00:00Z"}}, headers=DESK)
    assert future.status_code == 409, future.text
    database = sqlite3.connect(tmp_path / "helpdesk.db")
    assert database.execute("SELECT count(*) FROM ticket").fetchone() == (1,)
    database.close()


def test_many_ask_at_once(client: httpx.Client) -> None:
    def log(n: int) -> int:
        answer = client.post("/tickets", json={"title": f"call {n}", "call": CALL}, headers=DESK)
        assert answer.status_code == 201, answer.text
        return int(answer.json()["number"])

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(log, range(40))) == list(range(1, 41))
