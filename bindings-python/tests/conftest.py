"""What the tests share: the vectors, a company's office, and a desk that has its policies.

Documents are `Any` here: many are wrong on purpose. How typed ones read stands in `sample.py`.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import itsm

SAID: list[str] = []
"""What stands in the report although it was asked for quietly: how many vectors of each file ran."""

VECTORS = Path(__file__).resolve().parents[2] / "tests" / "conformance"

OFFICE: Any = {
    "zone": "Asia/Shanghai",
    "week": {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "holidays": ["2026-10-01", {"date": "2026-10-02", "name": "国庆节"}],
    "special_days": {"2026-10-03": [["09:00", "18:00"]]},
}


def context(role: str, now: str, **more: Any) -> Any:
    """Somebody of that role, at that instant."""
    actor = {"id": f"p-{role}", "roles": [role], "unit": "network"}
    return {"now": now, "actor": actor, "entropy": "07" * 32, **more}


def policies() -> Any:
    """A calendar, a matrix and the rules of a desk, each before those that name it."""
    documents = {
        "office": {"calendar": OFFICE},
        "matrix": {"matrix": itsm.PriorityMatrix.preset("iso").document},
        "rules": {"desk": {"calendar": "office"}},
    }
    return [
        {"id": id, "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document}
        for id, document in documents.items()
    ]


def publish(policy: Any) -> Any:
    """The command that publishes a policy."""
    body = {key: value for key, value in policy.items() if key != "id"}
    return {"kind": "policy.publish", "record": policy["id"], "body": body}


def log(record: str | None = None) -> Any:
    """The command that opens an incident."""
    body: Any = {
        "channel": "phone",
        "symptom": "slow",
        "occurred_at": "2026-11-23T01:30:00Z",
        "service": {"known": "vpn"},
        "requester": "u-1",
    }
    return {"kind": "incident.log", "body": body} | ({"record": record} if record else {})


@pytest.fixture
def say() -> Callable[[str], None]:
    return SAID.append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in SAID:
        terminalreporter.write_line(line)


@pytest.fixture
def office() -> itsm.BusinessCalendar:
    return itsm.BusinessCalendar(OFFICE)


@pytest.fixture
def desk() -> itsm.ServiceManagementSystem:
    desk = itsm.ServiceManagementSystem()
    for policy in policies():
        desk.execute(publish(policy), context("po", "2026-11-23T01:00:00Z"))
    return desk


@pytest.fixture(scope="session")
def journal() -> str:
    return (VECTORS / "journal.jsonl").read_text(encoding="utf-8")


def vectors(file: str) -> Any:
    """A file of vectors."""
    read = json.loads((VECTORS / file).read_text(encoding="utf-8"))
    assert read["format"] == 1
    return read
