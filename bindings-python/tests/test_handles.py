"""Matrices, registers, lifecycles and the whole, as a host uses them."""

import copy
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from conftest import context, log, policies, publish

import itsm

REGISTER: Any = {
    "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
    "service_types": ["service"],
    "items": [{"id": "mail", "type": "service"}, {"id": "vm", "type": "vm"}, {"id": "host", "type": "server"}],
    "relations": [
        {"from": "mail", "to": "vm", "kind": "runs_on"},
        {"from": "vm", "to": "host", "kind": "runs_on"},
    ],
}


def test_a_matrix_answers_explains_and_is_checked() -> None:
    matrix = itsm.PriorityMatrix.preset("glpi")
    assert matrix.priority(5, 3) == 4
    why = matrix.explain(5, 3)
    assert (why["priority"], why["basis"], why["row"], why["column"]) == (4, "cell", 4, 2)
    assert why["message"].startswith("priority 4 (High): impact 5") and "优先级" in why["message_zh"]
    assert matrix.lint() == []
    edited = matrix.document
    edited["cells"][0][0] = 5
    finding = itsm.PriorityMatrix(edited).lint()[0]
    assert finding["code"] == "matrix.lint.not_monotone" and finding["message_zh"]
    assert finding["finding"]["finding"] == "not_monotone" and finding["finding"]["higher"]
    for other in (pickle.loads(pickle.dumps(matrix)), copy.copy(matrix), copy.deepcopy(matrix)):
        assert other == matrix and other.priority(5, 3) == 4
    assert itsm.PriorityMatrix(edited) != matrix and repr(matrix) == 'PriorityMatrix(name="GLPI 5x5")'
    with pytest.raises(itsm.InvalidInput) as unknown:
        matrix.priority(9, 1)
    assert unknown.value.code == "matrix.unknown_impact"
    with pytest.raises(OverflowError):
        matrix.priority(256, 1)


def test_a_register_answers_every_question() -> None:
    register = itsm.Cmdb(REGISTER)
    impact = register.impact_of([{"item": "host"}])
    assert {row["item"] for row in impact["items"]} >= {"mail", "vm"}
    assert [row["item"] for row in register.depends_on("mail")] == ["host", "vm"]
    assert [row["item"] for row in register.dependents("host")] == ["mail", "vm"]
    assert register.root_candidates([{"item": "mail"}])
    assert register.single_points_of_failure("mail")
    assert register.minimal_cut_sets("mail", {"state": "down", "up_to": 1, "budget": 1000})
    available = register.availability("mail", {"mail": 1_000_000, "vm": 990_000, "host": 990_000})
    assert "980100" in str(available)
    for other in (pickle.loads(pickle.dumps(register)), copy.copy(register), copy.deepcopy(register)):
        assert other == register and other.document == register.document
    assert itsm.Cmdb({**REGISTER, "relations": []}) != register
    assert repr(register) == "Cmdb(items=3, relations=2)"
    with pytest.raises(itsm.InvalidInput) as unknown:
        register.impact_of([{"item": "vn"}])
    assert unknown.value.code == "cmdb.unknown_items"


STEPS: list[tuple[str, str, Any]] = [
    ("sd", "2026-11-23T02:00:00Z", log("T-1")),
    (
        "sd",
        "2026-11-23T02:05:00Z",
        {
            "kind": "incident.classify",
            "record": "T-1",
            "body": {"category": "net/vpn", "impact": 2, "urgency": 2, "known_error": "none"},
        },
    ),
    (
        "sd",
        "2026-11-23T02:06:00Z",
        {
            "kind": "incident.assign",
            "record": "T-1",
            "body": {"group": "network", "no_sla_reason": "none was agreed"},
        },
    ),
    ("l2", "2026-11-23T02:10:00Z", {"kind": "incident.acknowledge", "record": "T-1", "body": {}}),
]


def test_a_ticket_beside_a_hosts_own_table_is_what_its_events_fold_to() -> None:
    incidents = itsm.Lifecycle("incident")
    under = itsm.Policies(policies())
    stored = folded = None
    for role, now, command in STEPS:
        assert incidents.needs(stored, command) is not None
        decided = incidents.decide(stored, command, context(role, now), under)
        for event in decided["events"]:
            folded = incidents.apply(folded, event)
        stored = decided["record"]
    assert stored is not None and stored == folded
    assert stored["state"]["kind"] == "in_progress"
    assert "incident.resolve" in incidents.allowed("in_progress")
    due = incidents.due(stored)
    assert due is None or due.tzinfo is UTC
    fired = incidents.fire(stored, context("sd", "2026-11-23T02:11:00Z"), under)
    assert fired["record"]["state"] == stored["state"]
    with pytest.raises(itsm.ItsmError) as missing:
        incidents.decide(None, log("T-2"), context("sd", "2026-11-23T02:00:00Z"))
    assert missing.value.kind == "missing"
    with pytest.raises(itsm.InvalidInput) as foreign:
        itsm.Lifecycle("change").decide(None, log("T-2"), context("sd", "2026-11-23T02:00:00Z"), under)
    assert foreign.value.code == "command.unknown_kind"


def test_a_lifecycle_shows_its_table() -> None:
    incidents = itsm.Lifecycle("incident")
    assert incidents.process == "incident" and incidents.label["zh"]
    assert incidents.allowed() == ["incident.log", "incident.import"]
    assert incidents.mermaid.startswith("stateDiagram-v2")
    assert incidents in itsm.Lifecycle.all() and repr(incidents) == "Lifecycle('incident')"
    assert pickle.loads(pickle.dumps(incidents)) == incidents
    assert itsm.Lifecycle[Any].__origin__ is itsm.Lifecycle  # type: ignore[attr-defined]
    with pytest.raises(itsm.Missing):
        itsm.Lifecycle("incidnet")  # type: ignore[call-overload]


def test_the_whole_plans_confirms_advances_and_tells(desk: itsm.ServiceManagementSystem) -> None:
    who = context("sd", "2026-11-23T02:00:00Z")
    before = desk.digest
    plan = desk.plan(log(), who)
    assert desk.digest == before
    assert desk.confirm(plan) == plan.events
    record = plan.events[0]["record"]
    assert desk.record("incident", record) == desk.records("incident")[0]
    assert desk.record("incident", "INC-999999") is None
    assert "incident.classify" in desk.allowed("incident", record)
    steps = {step["command"]: step for step in desk.next_steps("incident", record, who)}
    assert set(steps) == set(desk.allowed("incident", record))
    advanced = desk.advance(datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert set(advanced) == {"events", "stuck"}
    wakeup = desk.next_wakeup
    assert wakeup is None or wakeup > datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert len(desk) == len(desk.events()) == len(desk.journal.splitlines())
    assert desk.events(1, 2) == desk.events()[1:3]
    assert desk.cmdb["items"] == []
    assert itsm.ServiceManagementSystem.replay(desk.journal).digest == desk.digest
    earlier = desk.as_of("2026-11-23T01:30:00Z")
    assert len(earlier) == len(policies()) and earlier.records("incident") == []
    assert repr(earlier) == f"ServiceManagementSystem(entries={len(earlier)})" and bool(itsm.ServiceManagementSystem())


def test_what_does_not_change_is_its_own_copy_and_a_system_has_none(desk: itsm.ServiceManagementSystem) -> None:
    who = context("sd", "2026-11-23T02:00:00Z")
    plan, under, incidents = desk.plan(log(), who), itsm.Policies(policies()), itsm.Lifecycle("incident")
    for copied in (copy.copy, copy.deepcopy):
        assert copied({"under": [under, plan]}) == {"under": [under, plan]}
        assert copied(incidents) == incidents
        with pytest.raises(TypeError, match="pickle"):
            copied(desk)
    assert desk.confirm(copy.deepcopy(plan)) == plan.events


def test_the_kpis_of_a_period_are_told(journal: str) -> None:
    desk = itsm.ServiceManagementSystem.replay(journal)
    first, last = desk.events(0, 1)[0]["recorded_at"], desk.events(len(desk) - 1)[0]["recorded_at"]
    values = desk.kpis({"from": first, "to": last, "zone": "UTC"}, last)
    assert len(values) > 10


def test_a_tenants_system_takes_no_command_of_another() -> None:
    desk = itsm.ServiceManagementSystem("acme")
    command = publish(policies()[0])
    desk.execute(command, context("po", "2026-11-23T01:00:00Z", tenant="acme"))
    with pytest.raises(itsm.ItsmError):
        desk.execute(publish(policies()[1]), context("po", "2026-11-23T01:00:00Z", tenant="other"))
    assert itsm.ServiceManagementSystem.replay(desk.journal, "acme").digest == desk.digest
