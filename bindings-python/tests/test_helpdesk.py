"""The helpdesk of the examples, asked over HTTP."""

import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

import itsm

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


@contextmanager
def running(path: Path, clock: Clock) -> Iterator[httpx.Client]:
    """A client of the helpdesk, which runs on a free port while it is asked."""
    from app import helpdesk  # type: ignore[import-not-found, unused-ignore]

    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(helpdesk(str(path), clock, 0.05), log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        host, port = listening.getsockname()
        with httpx.Client(base_url=f"http://{host}:{port}", trust_env=False, timeout=60) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(str(HELPDESK))
    yield tmp_path / "helpdesk.db"
    for name in ("app", "tickets"):
        sys.modules.pop(name, None)


@pytest.fixture
def client(path: Path, clock: Clock) -> Iterator[httpx.Client]:
    with running(path, clock) as client:
        yield client


def test_a_ticket_is_logged_assigned_and_resolved(client: httpx.Client, clock: Clock, path: Path) -> None:
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
    with closing(sqlite3.connect(path)) as database:
        versions = [row[0] for row in database.execute("SELECT version FROM itsm_event WHERE stream = 'incident/T-1' ORDER BY version")]
        asked = [row[0] for row in database.execute("SELECT verb FROM asked WHERE number = 1")]
    assert versions == list(range(1, len(versions) + 1)) and len(versions) >= 5
    assert asked == ["log", *(verb for verb, *_ in steps), "resolve"]


def test_what_the_library_refuses_is_a_problem_by_its_kind(client: httpx.Client, path: Path) -> None:
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
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM ticket").fetchone() == (1,)
        assert database.execute("SELECT verb FROM asked").fetchall() == [("log",)]


def test_a_ticket_is_there_again_after_a_restart(path: Path, clock: Clock) -> None:
    with running(path, clock) as client:
        client.post("/tickets", json={"title": "VPN", "call": CALL}, headers=DESK)
        body = {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}
        before = client.post("/tickets/1/classify", json=body, headers=DESK).json()
    clock.now += timedelta(minutes=5)
    with running(path, clock) as client:
        assert client.get("/tickets/1").json() == before
        goes_on = client.post("/tickets/1/assign", json={"group": "network"}, headers=DESK)
        assert (goes_on.status_code, goes_on.json()["state"]) == (200, "assigned"), goes_on.text
        assert client.post("/tickets", json={"title": "mail", "call": CALL}, headers=DESK).json()["number"] == 2


def test_what_is_due_is_fired_while_nobody_asks(client: httpx.Client, clock: Clock) -> None:
    client.post("/tickets", json={"title": "VPN", "call": CALL}, headers=DESK)
    body = {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}
    client.post("/tickets/1/classify", json=body, headers=DESK)
    assigned = client.post("/tickets/1/assign", json={"group": "network"}, headers=DESK).json()
    assert assigned["due_at"] == "2026-11-23T07:00:00Z" and assigned["breached_at"] is None
    clock.now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    until = time.monotonic() + 30
    while client.get("/tickets/1").json()["breached_at"] is None:
        assert time.monotonic() < until
        time.sleep(0.02)
    # The first second at which more than the promised time has passed.
    assert client.get("/tickets/1").json()["breached_at"] == "2026-11-23T07:00:01Z"


def test_eight_ask_at_once_and_nothing_is_lost(client: httpx.Client, path: Path) -> None:
    """8 threads of 20 requests each: calls, assignments that only one of several can win, and questions."""
    first = client.post("/tickets", json={"title": "VPN", "call": CALL}, headers=DESK).json()["number"]
    body = {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}
    client.post(f"/tickets/{first}/classify", json=body, headers=DESK)

    def ask(thread: int) -> tuple[list[int], int]:
        opened: list[int] = []
        won = 0
        for nth in range(20):
            if nth % 10 == 5:
                answer = client.post(f"/tickets/{first}/assign", json={"group": f"g-{thread}"}, headers=DESK)
                assert answer.status_code in (200, 409), answer.text
                won += answer.status_code == 200
            elif nth % 4 == 3:
                assert client.get(f"/tickets/{opened[-1]}").json()["state"] == "logged"
            else:
                answer = client.post("/tickets", json={"title": f"call {thread}.{nth}", "call": CALL}, headers=DESK)
                assert answer.status_code == 201, answer.text
                opened.append(int(answer.json()["number"]))
        return opened, won

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))
    opened = sorted(number for numbers, _ in answers for number in numbers)
    assert opened == list(range(2, len(opened) + 2)) and len(opened) == 8 * 14
    with closing(sqlite3.connect(path)) as database:
        kept = [row[0] for row in database.execute("SELECT number FROM ticket ORDER BY number")]
        asked = dict(database.execute("SELECT verb, count(*) FROM asked GROUP BY verb"))
        system = itsm.ServiceManagementSystem.open(database)
        logged = [event["record"] for event in system.events(0, 10_000) if event["kind"] == "incident.logged"]
        assigned = [event for event in system.events(0, 10_000) if event["kind"] == "incident.assigned"]
        assert system.verify()["size"] == len(system)
    assert kept == [1, *opened] and sorted(logged) == sorted(f"T-{number}" for number in kept)
    assert asked == {"log": len(kept), "classify": 1, "assign": len(assigned)}
    assert len(assigned) == sum(won for _, won in answers) >= 1
