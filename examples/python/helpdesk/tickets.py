"""The helpdesk's own tables, and the library's journal beside them in the same file."""

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import itsm
from itsm.documents import Actor, CalendarDocument, ContextDocument, PolicyDocument, SlaPolicy

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
OWNER: Actor = {"id": "helpdesk", "roles": ["po"]}
TABLES = (
    "CREATE TABLE IF NOT EXISTS ticket (number INTEGER PRIMARY KEY, title TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS asked (number INTEGER NOT NULL REFERENCES ticket, verb TEXT NOT NULL, person TEXT NOT NULL)",
)
ATTEMPTS = 20
"""How often a command is planned, when another process on the same file is faster each time."""

Clock = Callable[[], datetime]
"""Looked at once it is our turn: who waited for another does not come before him."""


class NoTicket(Exception):
    """There is no ticket of that number."""


class Tickets:
    """Tickets in one database; any thread may ask, one of them at a time."""

    def __init__(self, path: str, clock: Clock) -> None:
        self._clock = clock
        self._turn = threading.RLock()
        self._database = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
        for table in TABLES:
            self._database.execute(table)
        self._desk = itsm.ServiceManagementSystem.open(self._database)
        for id, document in POLICIES:
            body = {"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document}
            order: Any = {"kind": "policy.publish", "record": id, "body": body}
            # Under the same id it changes nothing the next time.
            self._desk.execute(order, {**self._context(OWNER), "command_id": f"publish-{id}-1"})

    def close(self) -> None:
        with self._turn:
            self._desk.close()
            self._database.close()

    def open(self, title: str, call: dict[str, Any], who: Actor) -> dict[str, Any]:
        """A row of the host's, and the incident that belongs to it."""

        def row() -> int:
            number = self._database.execute("INSERT INTO ticket (title) VALUES (?)", (title,)).lastrowid
            assert number is not None
            return number

        return self._carry_out(row, "log", call, who)

    def command(self, number: int, verb: str, body: dict[str, Any], who: Actor) -> dict[str, Any]:
        """Carries `incident.<verb>` out on a ticket."""

        def row() -> int:
            self._title(number)
            return number

        return self._carry_out(row, verb, body, who)

    def ticket(self, number: int) -> dict[str, Any]:
        """A ticket as people see it, with what may be done with it now."""
        with self._turn:
            title = self._title(number)
            incident = self._desk.record("incident", f"T-{number}")
            assert incident is not None
            clock = next((clock for clock in incident["clocks"] if clock["metric"] == "resolution"), None)
            return {
                "number": number,
                "title": title,
                "state": incident["state"]["kind"],
                "due_at": clock.get("due_at") if clock else None,
                "breached_at": clock.get("breached_at") if clock else None,
                "allowed": self._desk.allowed("incident", f"T-{number}"),
            }

    def tick(self) -> None:
        """Fires what is due by itself: a promise that was broken, a ticket that is waited for no longer."""
        with self._turn:
            if (due := self._desk.next_wakeup) and due <= self._clock():
                self._desk.advance(self._clock())

    def _carry_out(self, row: Callable[[], int], verb: str, body: dict[str, Any], who: Actor) -> dict[str, Any]:
        with self._turn:
            attempts = 0
            while True:
                self._desk.catch_up()
                self.tick()
                try:
                    with self._transaction():
                        number = row()
                        self._database.execute("INSERT INTO asked VALUES (?, ?, ?)", (number, verb, who["id"]))
                        order: Any = {"kind": f"incident.{verb}", "record": f"T-{number}", "body": body}
                        self._desk.append(self._desk.plan(order, self._context(who)))
                except itsm.Conflict:
                    attempts += 1
                    if attempts == ATTEMPTS:
                        raise
                else:
                    self._desk.catch_up()
                    return self.ticket(number)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """The host's rows and the library's, all of them or none: what is refused leaves no trace."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            # A full disk has ended it already.
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def _title(self, number: int) -> str:
        row = self._database.execute("SELECT title FROM ticket WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise NoTicket(number)
        return str(row[0])

    def _context(self, who: Actor) -> ContextDocument:
        return {"now": f"{self._clock():%Y-%m-%dT%H:%M:%SZ}", "actor": who, "entropy": secrets.token_hex(32)}
