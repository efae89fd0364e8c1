"""The vectors in `tests/conformance`, run by this package. The format stands in the README beside them."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from conftest import VECTORS, vectors

import itsm

LEAST = {
    "calendars.json": 36,
    "clocks.json": 45,
    "matrices.json": 16,
    "impact.json": 36,
    "approvals.json": 11,
    "proofs.json": 102,
}
BUDGET = 100_000


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


def clocks(given: Any, when: Any) -> Any:
    if "text" in given:
        desk = itsm.SlaPolicy.from_json(given["text"])
    else:
        desk = itsm.SlaPolicy({"policies": given["policies"], "calendars": given["calendars"]})
    if "history" in given:
        answer = desk.clocks(given["history"], at(when["as_of"]))
    elif "clocks" in given:
        answer = desk.observe(given["clocks"], at(when["as_of"]))
    else:
        return {}
    return {"clocks": {clock["metric"]: clock for clock in answer["clocks"]}, "next_due": answer.get("next_due")}


def impact(given: Any, when: Any) -> Any:
    register, options = itsm.Cmdb(given["cmdb"]), when.get("options")
    match when["ask"]:
        case "impact_of":
            return register.impact_of(when["sources"], options)
        case "witnesses":
            return {"witnesses": register.witnesses(when["sources"], when["items"], options)}
        case "depends_on":
            return {"neighbours": register.depends_on(when["item"])}
        case "dependents":
            return {"neighbours": register.dependents(when["item"])}
        case "root_candidates":
            return {"first": register.root_candidates(when["symptoms"], BUDGET)[0]}
        case "single_points_of_failure":
            return register.single_points_of_failure(when["service"], options)
        case "minimal_cut_sets":
            return {"sets": register.minimal_cut_sets(when["service"], when["search"], options)}
        case "availability":
            return register.availability(when["service"], when["up_ppm"], options, BUDGET)
    raise AssertionError(when)


def approval(given: Any, when: Any) -> Any:
    outcomes: list[str] = []
    try:
        ballot = itsm.Ballot(given["opening"], at(given["opened_at"]))
        for vote in when["votes"]:
            ballot = ballot.vote(vote, at(vote["at"]))
            outcomes.append(ballot.outcome["kind"])
    except itsm.ItsmError as error:
        return {"outcomes": outcomes, "error": {"code": error.code, "path": ""}}
    return {"outcomes": outcomes}


@cache
def journal_of(file: str) -> tuple[itsm.ServiceManagementSystem, list[str]]:
    """A journal that was folded, and its entries."""
    lines = (VECTORS / file).read_text(encoding="utf-8")
    return itsm.ServiceManagementSystem.replay(lines), lines.splitlines()


def proof(given: Any, when: Any) -> Any:
    system, entries = journal_of(given.get("journal", "journal.jsonl"))
    match when["ask"]:
        case "checkpoint":
            return {"text": system.checkpoint(when["origin"])}
        case "inclusion_proof":
            return system.inclusion_proof(when["index"], when["size"])
        case "consistency_proof":
            return system.consistency_proof(when["from"], when["to"])
        case "verify_inclusion":
            entry = entries[when["entry"]] if when.get("entry") is not None else when["entry_text"]
            return itsm.verify_inclusion(entry, when["proof"], given["head"]) or {}  # type: ignore[func-returns-value]
        case "verify_consistency":
            return itsm.verify_consistency(when["proof"], given["old"], given["new"]) or {}  # type: ignore[func-returns-value]
        case "read_checkpoint":
            return itsm.read_checkpoint(given["text"])
        case "read_note":
            return itsm.read_note(given["text"])
    raise AssertionError(when)


ASK = {
    "calendars.json": calendar,
    "clocks.json": clocks,
    "matrices.json": matrix,
    "impact.json": impact,
    "approvals.json": approval,
    "proofs.json": proof,
}


def answered(file: str, vector: Any) -> Any:
    try:
        answer = ASK[file](vector["given"], vector["when"])
        return {key: plain(value) for key, value in answer.items()}
    except itsm.ItsmError as error:
        return {"error": {"code": error.code, "path": error.path or ""}}


def failing(file: str, all_of_them: list[Any]) -> list[str]:
    """What each vector that fails expects and what was found, as every language prints it."""
    said = []
    for vector in all_of_them:
        found = answered(file, vector)
        # That no error is expected means that there is none.
        if not holds(vector["then"], found) or ("error" in found and "error" not in vector["then"]):
            expected, found = (json.dumps(value, ensure_ascii=False) for value in (vector["then"], found))
            said.append(f"{vector['id']} {vector['rule']}\n  expected {expected}\n  found    {found}")
    return said


@pytest.mark.parametrize("file", ASK)
def test_every_vector_is_answered_as_it_says(file: str, say: Callable[[str], None]) -> None:
    all_of_them = vectors(file)["vectors"]
    say(f"{file}: {len(all_of_them)} vectors")
    if said := failing(file, all_of_them):
        pytest.fail(f"{file}:\n" + "\n".join(said), pytrace=False)
    assert len(all_of_them) >= LEAST[file], f"{file} has lost vectors"


def test_a_vector_that_fails_says_what_was_expected_and_found() -> None:
    vector = vectors("matrices.json")["vectors"][0]
    wrong = {**vector, "then": {"priority": "neither"}}
    (said,) = failing("matrices.json", [vector, wrong])
    assert said.startswith(f'{vector["id"]} {vector["rule"]}\n  expected {{"priority": "neither"}}\n  found    {{')


def test_no_file_of_vectors_is_forgotten() -> None:
    assert {path.name for path in VECTORS.glob("*.json")} == {*ASK, "lifecycles.json", "journals.json"}


def test_a_comparison_that_expects_something_else_fails() -> None:
    assert holds({"a": None, "b": [1]}, {"b": [1], "c": 2})
    for found in ({"a": 1, "b": [1]}, {"b": [1, 2]}, {"b": [2]}, {"b": [True]}):
        assert not holds({"a": None, "b": [1]}, found)


def test_the_lifecycles_are_those_of_the_vectors(say: Callable[[str], None]) -> None:
    found: dict[str, Any] = {}
    for process in itsm.Lifecycle.all():
        moves = [{key: move[key] for key in ("guard", "from", "command", "to")} for move in process.table]
        found[process.process] = {"states": [state["code"] for state in process.states], "moves": moves}
    assert found == vectors("lifecycles.json")["lifecycles"]
    say(f"lifecycles.json: {sum(len(lifecycle['moves']) for lifecycle in found.values())} moves")


def test_a_journal_folds_to_the_digest_that_it_folds_to_everywhere(say: Callable[[str], None]) -> None:
    journals = vectors("journals.json")["journals"]
    assert journals
    say(f"journals.json: {sum(journal['entries'] for journal in journals)} entries")
    for expected in journals:
        lines = (VECTORS / expected["file"]).read_text(encoding="utf-8")
        system = itsm.ServiceManagementSystem.replay(lines)
        assert (len(system), system.digest) == (expected["entries"], expected["digest"])
        assert itsm.read_checkpoint(system.checkpoint("example.com/desk"))["head"]["root"] == expected["root"]
        assert system.journal == lines
