"""The helpdesk's own table, with the library's record in a column beside its own."""

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from typing import Any

import itsm
from itsm.documents import Actor, CalendarDocument, ContextDocument, Incident, PolicyDocument, SlaPolicy

OFFICE: CalendarDocument = {
    "zone": "Asia/Shanghai",
    "week": {day: [["09:00", "12:00"], ["13:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
}
AGREEMENT: SlaPolicy = {
    "name": "four working hours for everything",
    "precedence": 1,
    "selection": "precedence",
    "clauses": [
        {
            "id": "resolution",
            "metric": "resolution",
            "target": {"unit": "working", "seconds": 4 * 3600},
            "calendar": "office",
            "when": {"kinds": ["incident"]},
        }
    ],
}
POLICIES: list[tuple[str, PolicyDocument]] = [
    ("office", {"calendar": OFFICE}),
    ("matrix", {"matrix": itsm.PriorityMatrix.preset("iso").document}),
    ("sla", {"agreement": AGREEMENT}),
    ("rules", {"desk": {"calendar": "office"}}),
]
RULES = itsm.Policies(
    [{"id": id, "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document} for id, document in POLICIES]
)
INCIDENTS = itsm.Lifecycle("incident")
TABLES = """
    CREATE TABLE IF NOT EXISTS ticket (
        number INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT, due_at TEXT, record TEXT);
    CREATE TABLE IF NOT EXISTS ticket_event (
        number INTEGER NOT NULL REFERENCES ticket, version INTEGER NOT NULL, document TEXT NOT NULL,
        PRIMARY KEY (number, version));
"""


Clock = Callable[[], datetime]
"""Looked at once the table is ours: who waited for another does not come before him."""


class NoTicket(Exception):
    """There is no ticket of that number."""


class Tickets:
    """Tickets in one database; any thread may ask."""

    def __init__(self, path: str) -> None:
        self.path = path
        with self._transaction() as database:
            database.executescript(TABLES)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing: what is refused leaves no trace, and nobody writes in between."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as database:
            database.row_factory = sqlite3.Row
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
                if database.in_transaction:
                    database.execute("COMMIT")
            except BaseException:
                database.execute("ROLLBACK")
                raise

    def open(self, title: str, call: dict[str, Any], who: Actor, clock: Clock) -> dict[str, Any]:
        """A row of the host's, and the incident that belongs to it."""
        with self._transaction() as database:
            number = database.execute("INSERT INTO ticket (title) VALUES (?)", (title,)).lastrowid
            assert number is not None
            return self._carry_out(database, number, "log", call, who, clock())

    def command(self, number: int, verb: str, body: dict[str, Any], who: Actor, clock: Clock) -> dict[str, Any]:
        """Carries `incident.<verb>` out on a ticket."""
        with self._transaction() as database:
            return self._carry_out(database, number, verb, body, who, clock())

    def ticket(self, number: int) -> dict[str, Any]:
        """A ticket as people see it, with what may be done with it now."""
        with closing(sqlite3.connect(self.path)) as database:
            database.row_factory = sqlite3.Row
            return self._shown(self._row(database, number))

    def _row(self, database: sqlite3.Connection, number: int) -> sqlite3.Row:
        row = database.execute("SELECT * FROM ticket WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise NoTicket(number)
        assert isinstance(row, sqlite3.Row)
        return row

    def _shown(self, row: sqlite3.Row) -> dict[str, Any]:
        shown = {key: row[key] for key in ("number", "title", "state", "due_at")}
        return {**shown, "allowed": INCIDENTS.allowed(row["state"])}

    def _carry_out(
        self, database: sqlite3.Connection, number: int, verb: str, body: dict[str, Any], who: Actor, now: datetime
    ) -> dict[str, Any]:
        stored = self._row(database, number)["record"]
        context: ContextDocument = {"now": f"{now:%Y-%m-%dT%H:%M:%SZ}", "actor": who, "entropy": secrets.token_hex(32)}
        command: Any = {"kind": f"incident.{verb}", "record": f"T-{number}", "body": body}
        decided = INCIDENTS.decide(json.loads(stored) if stored else None, command, context, RULES)
        record: Incident = decided["record"]
        due = [clock.get("due_at") for clock in record["clocks"] if clock["metric"] == "resolution"]
        database.execute(
            "UPDATE ticket SET state = ?, due_at = ?, record = ? WHERE number = ?",
            (record["state"]["kind"], due[0] if due else None, json.dumps(record), number),
        )
        database.executemany(
            "INSERT INTO ticket_event VALUES (?, ?, ?)",
            [(number, event["version"], json.dumps(event)) for event in decided["events"]],
        )
        return self._shown(self._row(database, number))
