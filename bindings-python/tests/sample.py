"""What a host writes, for `mypy --strict` and `pyright`: the types that it sees."""

from datetime import UTC, datetime, timedelta
from typing import Literal, assert_type

import polars

import itsm
from itsm.documents import (
    CalendarDocument,
    Command,
    ContextDocument,
    Event,
    Impact,
    Incident,
    IncidentAssignBody,
    IncidentLoggedBody,
    IncidentLoggedEvent,
    IncidentState,
)

OFFICE: CalendarDocument = {
    "zone": "UTC",
    "week": {"mon": [["09:00", "17:00"]]},
    "holidays": ["2026-12-25", {"date": "2026-12-26", "name": "Boxing Day"}],
}
office = itsm.BusinessCalendar(OFFICE)
start = datetime(2026, 11, 23, 9, tzinfo=UTC)
assert_type(office.document, CalendarDocument)
assert_type(office.add(start, timedelta(hours=1)), datetime)
assert_type(office.next_open(start), datetime | None)
assert_type(office.add_many([0, 60], 3600), list[int])
assert_type(office.add_many([start], [60]), list[datetime])
assert_type(itsm.PriorityMatrix.preset("iso").priority(1, 1), int)

AGENT: ContextDocument = {"now": "2026-11-23T02:00:00Z", "actor": {"id": "sam", "roles": ["sd"]}, "entropy": "07" * 32}
ASSIGN: Command = {"kind": "incident.assign", "record": "T-1", "body": {"group": "network"}}


def due(opened: polars.Series, amounts: itsm.Column) -> itsm.Column:
    """Whatever speaks Arrow goes in, and so does what came out."""
    assert_type(office.add_many(opened, timedelta(hours=4)), itsm.Column)
    return assert_type(office.between_many(opened, office.add_many(opened, amounts)), itsm.Column)


def body_of(command: Command) -> IncidentAssignBody | None:
    """A command narrows on its kind, with `if` and with `match`."""
    match command["kind"]:
        case "incident.assign":
            assert_type(command["body"], IncidentAssignBody)
    if command["kind"] == "incident.assign":
        return assert_type(command["body"], IncidentAssignBody)
    return None


def symptom_of(event: Event) -> str | None:
    """And so does an event."""
    if event["kind"] == "incident.logged":
        assert_type(event, IncidentLoggedEvent)
        assert_type(event["body"], IncidentLoggedBody)
        return event["body"]["symptom"]
    return None


def waits_until(state: IncidentState) -> str | None:
    """A state owns what exists only in it."""
    return state["until"] if state["kind"] == "pending" else None


def short(incident: Incident) -> Literal["pending", "other"]:
    """A record's state is one of its states."""
    return "pending" if incident["state"]["kind"] == "pending" else "other"


desk = itsm.ServiceManagementSystem()
assert_type(desk.next_wakeup, datetime | None)
assert_type(desk.execute(ASSIGN, AGENT), list[Event])
assert_type(itsm.Cmdb(desk.cmdb).impact_of([{"item": "vm", "state": "down"}]), Impact)
incidents: itsm.Lifecycle[Incident] = itsm.Lifecycle("incident")
decided = incidents.decide(None, ASSIGN, AGENT)
assert_type(decided["events"], list[Event])
assert_type(decided["record"], Incident)
assert_type(desk.record("incident", "T-1"), Incident | None)
try:
    desk.records("incident")
except itsm.Refused as refused:
    assert_type(refused.guard, str | None)
except itsm.ItsmError as error:
    assert_type(error.code, str)
