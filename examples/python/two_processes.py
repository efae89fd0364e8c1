"""Two processes on one PostgreSQL decide on one ticket at the same time; the one that is too late is told, and decides again.

    ITSM_POSTGRES="host=127.0.0.1 user=postgres" python examples/python/two_processes.py

It takes the package `psycopg`. Each dispatcher has the system in its own process and plans from what it knows. Whoever commits first has
the ticket; the other's plan rests on a version that is no more, and nothing of it is left, neither the library's events nor the host's row.
"""

import os
import secrets
import subprocess
import sys
from typing import Any

import psycopg

import itsm
from itsm.documents import ContextDocument, PolicyDocument, Role

POLICIES: list[tuple[str, PolicyDocument]] = [
    ("office", {"calendar": {"zone": "UTC", "week": {"mon": [["09:00", "18:00"]]}}}),
    ("matrix", {"matrix": itsm.PriorityMatrix.preset("iso").document}),
    ("rules", {"desk": {"calendar": "office"}}),
]


def context(person: str, role: Role, command_id: str) -> ContextDocument:
    return {
        "now": "2026-11-23T10:00:00Z",
        "actor": {"id": person, "roles": [role]},
        "entropy": secrets.token_hex(32),
        "command_id": command_id,
    }


def dispatcher(name: str, ticket: str) -> None:
    """One process: plans, waits until it is let go, and commits its row and the plan together."""
    with psycopg.connect(os.environ["ITSM_POSTGRES"], autocommit=True) as database:
        desk = itsm.ServiceManagementSystem.open(database)
        body = {"group": name, "no_sla_reason": "none was agreed"}
        assign: Any = {"kind": "incident.assign", "record": ticket, "body": body}
        who = context(name, "sd", f"{ticket}-{name}")
        plan = desk.plan(assign, who)
        print(f"{name} has planned", flush=True)
        sys.stdin.readline()
        try:
            with database.transaction():
                database.execute("INSERT INTO dispatched VALUES (%s, %s)", (ticket, name))
                desk.append(plan)
            print(f"{name} has the ticket")
        except itsm.Conflict as conflict:
            print(f"{name} is too late ({conflict.code})")
            desk.catch_up()
            try:
                desk.plan(assign, who)
                print(f"{name} may still take it")
            except itsm.Refused as refused:
                print(f"{name} decides again: {refused}")


def main() -> None:
    """A ticket, two dispatchers, and what is kept in the end."""
    ticket = f"T-{secrets.token_hex(4)}"
    with psycopg.connect(os.environ["ITSM_POSTGRES"], autocommit=True) as database:
        database.execute("CREATE TABLE IF NOT EXISTS dispatched (ticket text, by text)")
        desk = itsm.ServiceManagementSystem.open(database)
        commands: list[tuple[Role, str, str, str, dict[str, Any]]] = [
            ("po", f"publish-{id}", "policy.publish", id, {"version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document})
            for id, document in POLICIES
        ]
        call = {"channel": "phone", "symptom": "no VPN", "occurred_at": "2026-11-23T09:30:00Z"}
        who = {"service": {"known": "vpn"}, "requester": "u-1"}
        commands.append(("sd", f"{ticket}-log", "incident.log", ticket, {**call, **who}))
        sorted_as = {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"}
        commands.append(("sd", f"{ticket}-classify", "incident.classify", ticket, sorted_as))
        for role, id, kind, record, body in commands:
            order: Any = {"kind": kind, "record": record, "body": body}
            # Under its own id a command is carried out once, however often this is run.
            desk.execute(order, context("dana", role, id))

        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        both = [subprocess.Popen([sys.executable, __file__, name, ticket], **pipes) for name in ("network", "desktop")]
        said = [process.stdout.readline() for process in both if process.stdout]
        print("".join(said), end="")
        for process in both:
            if process.stdin:
                process.stdin.write("go\n")
                process.stdin.flush()
        print("".join(process.communicate()[0] for process in both), end="")

        desk.catch_up()
        incident = desk.record("incident", ticket)
        rows = [row[0] for row in database.execute("SELECT by FROM dispatched WHERE ticket = %s", (ticket,))]
        assert incident is not None
        whole = desk.verify()["size"] == len(desk)
        print(f"the ticket is {incident['state']['kind']}, the host's rows say {rows}, the journal is {'whole' if whole else 'NOT WHOLE'}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        dispatcher(sys.argv[1], sys.argv[2])
    else:
        main()
