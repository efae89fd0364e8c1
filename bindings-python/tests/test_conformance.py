"""The vectors in `tests/conformance`, run by this package. The format stands in the README beside them."""

from datetime import datetime
from typing import Any

import pytest
from conftest import VECTORS, vectors

import itsm

RUN = {"calendars.json": 36, "matrices.json": 16}
# No handle answers these yet; the core runs them itself.
NOT_RUN = {"clocks.json", "approvals.json"}


def holds(expected: Any, found: Any) -> bool:
    """What is expected stands in what was found: an object may say more, a list may not, `None` is absence."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(holds(value, found.get(key)) for key, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(holds, expected, found))
    return type(expected) is type(found) and bool(expected == found)


def plain(answer: Any) -> Any:
    """An instant as the vectors write it."""
    return answer.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(answer, datetime) else answer


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def calendar(given: Any, when: Any) -> Any:
    repair = when.get("repair_end_of_day", False)
    if "text" in given:
        office = itsm.BusinessCalendar.from_json(given["text"], repair_end_of_day=repair)
    else:
        office = itsm.BusinessCalendar(given["calendar"], repair_end_of_day=repair)
    match when["ask"]:
        case "compile":
            return {}
        case "add":
            named = {"boundary": when["boundary"]} if when.get("boundary") else {}
            return {"at": office.add(at(when["start"]), when["seconds"], **named)}
        case "subtract":
            return {"at": office.subtract(at(when["end"]), when["seconds"])}
        case "between":
            return {"seconds": office.between(at(when["from"]), at(when["to"]))}
        case "is_open":
            return {"open": office.is_open(at(when["at"]))}
        case "next_open":
            return {"at": office.next_open(at(when["at"]))}
        case "next_close":
            return {"at": office.next_close(at(when["at"]))}
        case "add_working_days":
            days, convention = when["days"], when["convention"]
            return {"at": office.add_working_days(at(when["start"]), days, convention=convention)}
    raise AssertionError(when)


def matrix(given: Any, when: Any) -> Any:
    compiled = (
        itsm.PriorityMatrix.preset(given["preset"]) if "preset" in given else itsm.PriorityMatrix(given["matrix"])
    )
    match when["ask"]:
        case "lint":
            return {"findings": [finding["code"] for finding in compiled.lint()]}
        case "priority":
            return {"priority": compiled.priority(when["impact"], when["urgency"])}
        case "table":
            scales: Any = compiled.document
            levels = {scale: [level["level"] for level in scales[scale]["levels"]] for scale in ("impact", "urgency")}
            row = lambda impact: [compiled.priority(impact, urgency) for urgency in levels["urgency"]]  # noqa: E731
            return {"table": [row(impact) for impact in levels["impact"]]}
    raise AssertionError(when)


ASK = {"calendars.json": calendar, "matrices.json": matrix}
ALL = [(file, vector) for file in RUN for vector in vectors(file)["vectors"]]


@pytest.mark.parametrize(("file", "vector"), ALL, ids=[f"{file}:{vector['id']}" for file, vector in ALL])
def test_every_vector_is_answered_as_it_says(file: str, vector: Any) -> None:
    try:
        answer = ASK[file](vector["given"], vector["when"])
        found: Any = {key: plain(value) for key, value in answer.items()}
    except itsm.ItsmError as error:
        found = {"error": {"code": error.code, "path": error.path or ""}}
    assert holds(vector["then"], found), (vector["rule"], vector["then"], found)


def test_no_file_of_vectors_is_forgotten_and_none_has_lost_vectors() -> None:
    files = {path.name for path in VECTORS.glob("*.json")}
    assert files == {*RUN, *NOT_RUN, "lifecycles.json", "journals.json"}
    for file, least in RUN.items():
        assert len(vectors(file)["vectors"]) >= least
    print({file: len(vectors(file)["vectors"]) for file in NOT_RUN}, "not run")


def test_a_comparison_that_expects_something_else_fails() -> None:
    assert holds({"a": None, "b": [1]}, {"b": [1], "c": 2})
    for found in ({"a": 1, "b": [1]}, {"b": [1, 2]}, {"b": [2]}, {"b": [True]}):
        assert not holds({"a": None, "b": [1]}, found)


def test_the_lifecycles_are_those_of_the_vectors() -> None:
    found: dict[str, Any] = {}
    for process in itsm.Lifecycle.all():
        moves = [{key: move[key] for key in ("guard", "from", "command", "to")} for move in process.table]
        found[process.process] = {"states": [state["code"] for state in process.states], "moves": moves}
    # What the system itself keeps has no row in the file.
    assert [found.pop(own)["states"][0] for own in ("policy", "waiver")] == ["published", "filed"]
    assert found == vectors("lifecycles.json")["lifecycles"]


def test_a_journal_folds_to_the_digest_that_it_folds_to_everywhere() -> None:
    journals = vectors("journals.json")["journals"]
    assert journals
    for expected in journals:
        lines = (VECTORS / expected["file"]).read_text(encoding="utf-8")
        system = itsm.ServiceManagementSystem.replay(lines)
        assert (len(system), system.digest) == (expected["entries"], expected["digest"])
        assert system.journal == lines
