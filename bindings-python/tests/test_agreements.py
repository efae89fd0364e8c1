"""Agreements and ballots, as a host uses them."""

import copy
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conftest import OFFICE

import itsm

BOOK: Any = {
    "policies": [
        {
            "id": "desk",
            "version": 1,
            "effective_from": "2026-01-01T00:00:00Z",
            "document": {
                "name": "Desk",
                "precedence": 1,
                "selection": "precedence",
                "clauses": [
                    {
                        "id": "p1",
                        "metric": "resolution",
                        "target": {"unit": "working", "seconds": 14_400},
                        "calendar": "office",
                        "pause_reasons": ["user"],
                        "when": {"priorities": [1]},
                    }
                ],
            },
        }
    ],
    "calendars": [{"id": "office", "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": OFFICE}],
}
OPENED = datetime(2026, 9, 30, 9, 30, tzinfo=UTC)
TICKET: Any = {"kind": "incident", "priority": 1}


def history(*entries: tuple[str, dict[str, Any]]) -> Any:
    return {"ticket": TICKET, "entries": [{"at": at, "stimulus": stimulus} for at, stimulus in entries]}


OPEN = history(("2026-09-30T09:30:00Z", {"stimulus": "opened"}))


def test_a_history_has_its_clocks_at_any_instant() -> None:
    desk = itsm.SlaPolicy(BOOK)
    answer = desk.clocks(OPEN, OPENED)
    assert [clock["due_at"] for clock in answer["clocks"]] == ["2026-10-03T04:30:00Z"]
    assert desk.clocks(OPEN, "2026-09-30T09:30:00Z") == answer
    assert desk.clocks_many([OPEN, OPEN], OPENED) == [answer, answer]
    assert desk.readings(OPEN, OPENED + timedelta(minutes=20))["resolution"]["remaining_s"] == 14_400 - 1_200
    why = desk.why_due(OPEN, OPENED, "resolution")
    assert why is not None and "国庆节" in why["text"] + why["text_zh"]
    assert desk.why_due(OPEN, OPENED, "response") is None


def test_clocks_that_a_host_stores_are_driven_to_the_same_place() -> None:
    desk = itsm.SlaPolicy(BOOK)
    stored = desk.stimulate(None, TICKET, {"stimulus": "opened"}, OPENED)["clocks"]
    paused = OPENED + timedelta(minutes=10)
    stored = desk.stimulate(stored, TICKET, {"stimulus": "paused", "reason": "user"}, paused)["clocks"]
    assert desk.observe(stored, paused + timedelta(hours=1))["clocks"] == stored
    told = history(
        ("2026-09-30T09:30:00Z", {"stimulus": "opened"}),
        ("2026-09-30T09:40:00Z", {"stimulus": "paused", "reason": "user"}),
    )
    assert desk.clocks(told, paused)["clocks"] == stored
    with pytest.raises(itsm.ItsmError) as early:
        desk.stimulate(stored, TICKET, {"stimulus": "resumed"}, OPENED)
    assert early.value.code == "sla.out_of_order"


def test_a_book_is_read_strictly_and_kept() -> None:
    desk = itsm.SlaPolicy(BOOK)
    assert repr(desk) == "SlaPolicy(policies=1, calendars=1)"
    for other in (pickle.loads(pickle.dumps(desk)), copy.copy(desk), copy.deepcopy(desk), itsm.SlaPolicy(desk.document)):
        assert other == desk and other.clocks(OPEN, OPENED) == desk.clocks(OPEN, OPENED)
    assert itsm.SlaPolicy({"policies": []}) != desk
    with pytest.raises(itsm.InvalidInput) as misspelt:
        itsm.SlaPolicy(BOOK | {"calendar": []})
    assert (misspelt.value.code, misspelt.value.path) == ("document.shape", "calendar")
    with pytest.raises(itsm.InvalidInput) as second:
        desk.clocks_many([OPEN, OPEN | {"entires": []}], OPENED)
    assert second.value.path == "[1].entires"
    with pytest.raises(itsm.InvalidInput, match="naive"):
        desk.clocks(OPEN, OPENED.replace(tzinfo=None))


PLAN = "0" * 64
OPENING: Any = {
    "subject": PLAN,
    "rule": {"threshold": {"count": 2}},
    "voters": [{"person": person, "roles": []} for person in ("a", "b", "c")],
}
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def vote(by: str, decision: str = "approve", cast_by: str | None = None) -> Any:
    return {"by": by, "cast_by": cast_by or by, "decision": decision, "at": "2026-11-23T09:00:00Z"}


def test_each_vote_makes_the_next_ballot() -> None:
    ballot = itsm.Ballot(OPENING, NOW)
    one = ballot.vote(vote("a"), NOW)
    assert (ballot.outstanding, one.outstanding) == (["a", "b", "c"], ["b", "c"])
    assert (one.outcome["kind"], one.in_force(PLAN, NOW)) == ("waiting", False)
    two = one.delegate("b", "d", NOW).vote(vote("b", cast_by="d"), NOW)
    assert two.outcome["kind"] == "accepted" and two.in_force(PLAN, NOW) and not two.in_force("1" * 64, NOW)
    assert repr(two) == "Ballot(outcome='accepted', outstanding=1)"
    for other in (pickle.loads(pickle.dumps(two)), copy.copy(two), copy.deepcopy(two), itsm.Ballot.from_document(two.document)):
        assert other == two != one


def test_a_vote_that_does_not_count_says_why() -> None:
    ballot = itsm.Ballot(OPENING, NOW).vote(vote("a"), NOW)
    for wrong, code in ((vote("a"), "ballot.already_voted"), (vote("x"), "ballot.not_a_voter")):
        with pytest.raises(itsm.ItsmError) as refused:
            ballot.vote(wrong, NOW)
        assert refused.value.code == code
    with pytest.raises(itsm.InvalidInput) as no_hash:
        ballot.in_force("content", NOW)
    assert no_hash.value.code == "value.digest"
    with pytest.raises(itsm.InvalidInput) as misspelt:
        itsm.Ballot(OPENING | {"voter": []}, NOW)
    assert misspelt.value.path == "voter"
