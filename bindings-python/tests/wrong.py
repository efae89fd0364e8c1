"""What no host may write: `test_types.py` sees to it that each marked line is an error for both checkers, and no other line is."""

from datetime import UTC, datetime

import itsm
from itsm.documents import CalendarDocument, Command, ContextDocument, Event, Gate, IncidentState, Relation

office = itsm.BusinessCalendar({"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}})
start = datetime(2026, 11, 23, 9, tzinfo=UTC)
office.add(1.5, "now")  # wrong
office.add(start, 1, boundary="closing")  # wrong
office.add_many(start, 60)  # wrong
itsm.BusinessCalendar({"zoen": "UTC", "week": {}})  # wrong
itsm.BusinessCalendar({"zone": "UTC", "week": {"monday": [["09:00", "17:00"]]}})  # wrong
itsm.Lifecycle("incidnet")  # wrong
itsm.PriorityMatrix.preset("iso").document["cels"]  # wrong
no_zone: CalendarDocument = {"week": {}}  # wrong
misspelt: Command = {"kind": "incident.assign", "record": "T-1", "body": {"gruop": "network"}}  # wrong
unheard: Command = {"kind": "incident.asign", "record": "T-1", "body": {"group": "network"}}  # wrong
foreign: Command = {"kind": "incident.assign", "record": "T-1", "body": {"code": "done", "category_verified": True}}  # wrong
nobody: ContextDocument = {"now": "2026-11-23T02:00:00Z"}  # wrong
no_role: ContextDocument = {"now": "2026-11-23T02:00:00Z", "actor": {"id": "sam", "roles": ["boss"]}}  # wrong
one_way: Relation = {"from": "mail", "kind": "runs_on"}  # wrong
some: Gate = {"percent": "50"}  # wrong


def fields_of_another(event: Event, state: IncidentState) -> None:
    """A field that stands only beside another kind."""
    if event["kind"] == "incident.logged":
        print(event["body"]["chanel"])  # wrong
        print(event["body"]["group"])  # wrong
    if state["kind"] == "resolved":
        print(state["until"])  # wrong
