"""Dicts are read as strictly as the core reads JSON, with the path of the fault."""

import json
from collections import OrderedDict, UserDict, defaultdict
from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from conftest import OFFICE, context, log

import itsm


def refused(document: Any) -> tuple[str, str | None]:
    with pytest.raises((itsm.InvalidInput, itsm.LimitExceeded)) as error:
        itsm.BusinessCalendar(document)
    return error.value.code, error.value.path


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth - 1):
        value = [value]
    return value


def a_list_in_itself() -> Any:
    value: list[Any] = []
    value.append(value)
    return value


def many_times_itself() -> Any:
    value: list[Any] = ["x" * 100]
    for _ in range(20):
        value = [value] * 100
    return value


class Key(StrEnum):
    ZONE = "zone"


class Number(IntEnum):
    ONE = 1


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"zoen": "UTC"}, "document.shape", "zoen"),
        ({"zone": 7}, "document.shape", "zone"),
        ({"zone": None}, "document.shape", "zone"),
        ({"zone": 1.0}, "document.not_an_integer", "zone"),
        ({"zone": float("nan")}, "document.not_an_integer", "zone"),
        ({"zone": float("inf")}, "document.not_an_integer", "zone"),
        ({"zone": 2**64}, "document.not_an_integer", "zone"),
        ({"zone": -(2**63) - 1}, "document.not_an_integer", "zone"),
        ({"zone": 10**5000}, "document.not_an_integer", "zone"),
        ({"zone": b"UTC"}, "document.shape", "zone"),
        ({"zone": "\ud800"}, "document.shape", "zone"),
        ({"zone": "Mars/Base"}, "calendar.unknown_zone", None),
        ({"zone": datetime(2026, 1, 1, tzinfo=UTC)}, "document.shape", "zone"),
        ({"week": UserDict()}, "document.shape", "week"),
        ({"week": {"mon": {"09:00", "18:00"}}}, "document.shape", "week.mon"),
        ({"week": {"mon": [["09:00", "18:00"], ["19:00", 20.5]]}}, "document.not_an_integer", "week.mon[1][1]"),
        ({"week": {1: []}}, "document.shape", "week"),
        ({"week": {None: []}}, "document.shape", "week"),
        ({"week": {"mon": [["09:00", "25:00"]]}}, "document.shape", "week.mon[0][1]"),
        ({"holidays": ["2026-02-30"]}, "document.shape", "holidays[0]"),
        ({"holidays": [{"date": "2026-02-03", "nmae": "x"}]}, "document.shape", "holidays[0].nmae"),
        ({"holidays": ["2026-01-01"] * 10_001}, "document.too_many", "holidays[10000]"),
        ({"holidays": "x" * (4 * 1024 * 1024)}, "document.too_large", None),
    ],
)
def test_a_fault_is_refused_with_its_path(change: Any, code: str, path: str | None) -> None:
    found, where = refused({**OFFICE, **change})
    assert found == code
    assert where == path


@pytest.mark.parametrize("hostile", [a_list_in_itself(), many_times_itself(), nested(40), nested(100_000)])
def test_a_document_without_end_ends(hostile: Any) -> None:
    assert refused({"zone": hostile})[0] == ("document.too_large" if len(hostile) > 1 else "document.too_deep")


def test_depth_is_counted_as_the_core_counts_it() -> None:
    """The same document as a dict and as JSON is refused with the same code, at and beyond the greatest depth."""
    for depth in (30, 31, 32, 33):
        document = {"zone": nested(depth)}
        as_dict = refused(document)
        with pytest.raises((itsm.InvalidInput, itsm.LimitExceeded)) as error:
            itsm.BusinessCalendar.from_json(json.dumps(document))
        assert as_dict == (error.value.code, error.value.path), depth
    assert refused({"zone": nested(31)})[0] == "document.shape"
    assert refused({"zone": nested(32)})[0] == "document.too_deep"


@pytest.mark.parametrize("no_document", [None, 7, "text", [], (), b"{}", object(), 1.5])
def test_what_is_no_document_is_refused_by_every_handle(no_document: Any) -> None:
    for handle in (itsm.BusinessCalendar, itsm.PriorityMatrix, itsm.Cmdb):
        with pytest.raises(itsm.InvalidInput) as error:
            handle(no_document)
        assert error.value.code in {"document.shape", "document.not_an_integer"}
    with pytest.raises(itsm.InvalidInput):
        itsm.ServiceManagementSystem().execute(no_document, no_document)
    with pytest.raises(itsm.InvalidInput):
        itsm.Lifecycle("incident").decide(None, no_document, context("sd", "2026-11-23T02:00:00Z"))


def test_kinds_of_dicts_lists_texts_and_ints_are_what_they_are() -> None:
    plain = itsm.BusinessCalendar(OFFICE)
    week: dict[str, Any] = defaultdict(list)
    week.update({day: tuple(tuple(hours) for hours in windows) for day, windows in OFFICE["week"].items()})
    same: Any = OrderedDict({**OFFICE, "week": week})
    assert itsm.BusinessCalendar(same) == plain
    del same["zone"]
    keyed: Any = {Key.ZONE: OFFICE["zone"], **same}
    assert itsm.BusinessCalendar(keyed) == plain
    # A truth value is no number, though Python counts with it.
    desk = itsm.Lifecycle("incident")
    classify: Any = {"category": "net/vpn", "impact": Number.ONE, "urgency": True, "known_error": "none"}
    with pytest.raises(itsm.InvalidInput) as error:
        desk.needs(None, {"kind": "incident.classify", "record": "I-1", "body": classify})
    assert error.value.path == "body.urgency"


def test_a_key_twice_is_refused_in_json() -> None:
    with pytest.raises(itsm.InvalidInput) as error:
        itsm.BusinessCalendar.from_json('{"zone": "UTC", "zone": "UTC", "week": {}}')
    assert (error.value.code, error.value.path) == ("document.duplicate_key", "zone")


def test_answers_are_plain_values_that_json_gives_back(desk: itsm.ServiceManagementSystem) -> None:
    events = desk.execute(log(), context("sd", "2026-11-23T02:00:00Z"))
    assert json.loads(json.dumps(events)) == events
    schema = itsm.schema()
    assert schema["$defs"]["IncidentAssignBody"] and json.loads(json.dumps(schema)) == schema
