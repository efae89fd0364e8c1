"""A ticket driven beside a host's own SQLite table.

    python examples/python/ticket_beside_sqlite.py [DATABASE]

The host keeps its table and adds a column for the record as the library has it, and a table for what happened. Each command
is one transaction: read, decide, write the record and its events. What is refused leaves no trace; nobody writes in between.
"""

import json
import secrets
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import itsm
from itsm.documents import CalendarDocument, ContextDocument, PolicyDocument, Role

INCIDENTS = itsm.Lifecycle("incident")
OFFICE: CalendarDocument = {
    "zone": "Asia/Shanghai",
    "week": {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
}
POLICIES: list[tuple[str, PolicyDocument]] = [
    ("office", {"calendar": OFFICE}),
    ("matrix", {"matrix": itsm.PriorityMatrix.preset("iso").document}),
    ("rules", {"desk": {"calendar": "office"}}),
]
RULES = itsm.Policies(
    [
        {"id": id, "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document}
        for id, document in POLICIES
    ]
)
TABLES = """
    CREATE TABLE IF NOT EXISTS ticket (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL, record TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS ticket_event (
        ticket TEXT NOT NULL REFERENCES ticket, version INTEGER NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL,
        PRIMARY KEY (ticket, version));
"""


def command(
    database: sqlite3.Connection, id: str, title: str, who: tuple[str, Role], now: datetime, what: str, body: dict[str, object]
) -> str:
    """Carries a command out on a ticket, all of it or nothing, and answers the ticket's new state."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        row = database.execute("SELECT record FROM ticket WHERE id = ?", (id,)).fetchone()
        person, role = who
        context: ContextDocument = {
            "now": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "actor": {"id": person, "roles": [role], "unit": "network"},
            "entropy": secrets.token_hex(32),
        }
        # A kind that is put together has no type; what it is made of is checked when it is read.
        order: Any = {"kind": f"incident.{what}", "record": id, "body": body}
        decided = INCIDENTS.decide(json.loads(row[0]) if row else None, order, context, RULES)
        record, events = decided["record"], decided["events"]
        database.execute(
            "INSERT INTO ticket VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
            " SET state = excluded.state, record = excluded.record",
            (id, title, record["state"]["kind"], json.dumps(record)),
        )
        database.executemany(
            "INSERT INTO ticket_event VALUES (?, ?, ?, ?)",
            [(id, event["version"], event["kind"], json.dumps(event)) for event in events],
        )
        return str(record["state"]["kind"])


def main(path: str) -> None:
    """A ticket from the call to the work on it, one command too early, and the fold of its events."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(TABLES)
    now = datetime(2026, 11, 23, 2, tzinfo=UTC)
    desk: tuple[str, Role] = ("sam", "sd")
    network: tuple[str, Role] = ("nina", "l2")
    reported = (now - timedelta(minutes=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
    call = {"channel": "phone", "symptom": "no VPN", "occurred_at": reported}
    commands: list[tuple[tuple[str, Role], str, dict[str, object]]] = [
        (desk, "log", {**call, "service": {"known": "vpn"}, "requester": "u-1"}),
        (desk, "classify", {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}),
        (desk, "assign", {"group": "network", "no_sla_reason": "none was agreed"}),
        (network, "acknowledge", {}),
        (desk, "close", {"code": "done", "category_verified": True}),
    ]
    for who, what, body in commands:
        try:
            state = command(database, "T-1", "no VPN", who, now, what, body)
            print(f"{now:%H:%M}  {who[0]:5} {what:12} -> {state}")
        except itsm.Refused as refused:
            print(f"{now:%H:%M}  {who[0]:5} {what:12} {refused}")
        now += timedelta(minutes=5)

    record = None
    for (event,) in database.execute("SELECT document FROM ticket_event WHERE ticket = 'T-1' ORDER BY version"):
        record = INCIDENTS.apply(record, json.loads(event))
    (kept,) = database.execute("SELECT record FROM ticket WHERE id = 'T-1'").fetchone()
    print("the events fold to what the table holds:", record == json.loads(kept))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ":memory:")
