"""The exceptions: one base, a class for each kind, every field; and no panic."""

import copy
import pickle
from typing import Any

import pytest
from conftest import context, log

import itsm
from itsm import _itsm

CLASSES = {
    "refused": itsm.Refused,
    "invalid": itsm.InvalidInput,
    "conflict": itsm.Conflict,
    "missing": itsm.Missing,
    "limit": itsm.LimitExceeded,
    "unavailable": itsm.Unavailable,
    "internal": itsm.InternalError,
}


def test_a_refusal_names_the_guard_and_all_that_is_missing(desk: itsm.ServiceManagementSystem) -> None:
    events = desk.execute(log(), context("sd", "2026-11-23T02:00:00Z"))
    close: Any = {
        "kind": "incident.close",
        "record": events[0]["record"],
        "body": {"code": "done", "category_verified": True},
    }
    before = desk.digest
    with pytest.raises(itsm.Refused) as refused:
        desk.execute(close, context("sd", "2026-11-23T03:00:00Z"))
    error = refused.value
    assert (error.code, error.kind, error.guard, error.retry) == (
        "incident.close",
        "refused",
        "T-INC-09",
        "after_change",
    )
    assert error.refusal is not None and "incident.classify" in error.refusal["legal"]
    assert error.message_zh and error.refusal["missing"][0]["condition"] == "state"
    assert str(error) == error.message and isinstance(error, itsm.ItsmError) and error.path is None
    assert desk.digest == before


def test_every_kind_of_failure_has_its_class() -> None:
    assert {row["kind"] for row in itsm.codes()} | {"refused"} == set(CLASSES)
    for kind, of in CLASSES.items():
        assert issubclass(of, itsm.ItsmError)
        failure = {"code": "a.b", "kind": kind, "message": "words", "retry": "never"}
        assert type(itsm._errors.of(failure)) is of


def test_each_kind_is_raised_by_what_it_stands_for(desk: itsm.ServiceManagementSystem) -> None:
    with pytest.raises(itsm.InvalidInput) as invalid:
        desk.allowed("incident", "")
    assert invalid.value.code == "value.id"
    with pytest.raises(itsm.Missing) as unknown:
        desk.records("incidnet")  # type: ignore[call-overload]
    assert unknown.value.code == "value.unknown"
    plan = desk.plan(log(), context("sd", "2026-11-23T02:00:00Z"))
    desk.execute(log(), context("sd", "2026-11-23T02:00:00Z"))
    with pytest.raises(itsm.Conflict) as conflict:
        desk.confirm(plan)
    assert conflict.value.retry == "after_reload"
    with pytest.raises(itsm.Missing) as missing:
        itsm.ServiceManagementSystem().execute(log(), context("sd", "2026-11-23T02:00:00Z"))
    assert missing.value.code == "command.no_policy"
    register: Any = {
        "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
        "service_types": ["service"],
        "items": [{"id": "mail", "type": "service"}, {"id": "vm", "type": "vm"}],
        "relations": [{"from": "mail", "to": "vm", "kind": "runs_on"}],
    }
    with pytest.raises(itsm.LimitExceeded) as limit:
        itsm.Cmdb(register).root_candidates([{"item": "mail"}], 0)
    assert limit.value.code == "cmdb.budget_exceeded"


def test_an_exception_survives_pickling_and_copying() -> None:
    with pytest.raises(itsm.InvalidInput) as refused:
        itsm.BusinessCalendar({"zone": 7, "week": {}})  # type: ignore[typeddict-item]
    for other in (pickle.loads(pickle.dumps(refused.value)), copy.copy(refused.value)):
        assert type(other) is itsm.InvalidInput
        assert (other.code, other.path, str(other)) == ("document.shape", "zone", str(refused.value))


def test_a_panic_is_an_ordinary_exception(office: itsm.BusinessCalendar) -> None:
    for _ in range(3):
        with pytest.raises(itsm.InternalError, match="asked for by a test") as internal:
            _itsm._panic_for_test()  # type: ignore[attr-defined]
        assert isinstance(internal.value, Exception)
        assert (internal.value.code, internal.value.kind) == ("internal.panic", "internal")
    assert office.is_open("2026-09-30T09:30:00Z")
