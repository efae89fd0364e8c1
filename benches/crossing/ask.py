"""The questions of `run.sh`, asked from Python."""

import json
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Callable

import pyarrow
import pyarrow.compute

import itsm

ASKED = json.loads(Path(__file__).with_name("questions.json").read_text())
SCALARS, DECISIONS = 200_000, 2_000


def median(asked: int, round: Callable[[], int]) -> tuple[float, int]:
    rounds, check = [], 0
    for _ in range(15):
        began = time.perf_counter_ns()
        check = round()
        rounds.append((time.perf_counter_ns() - began) / asked)
    return statistics.median(rounds), check


def say(question: str, found: tuple[float, int]) -> None:
    print(json.dumps({"language": "Python", "question": question, "ns": found[0], "check": found[1]}))


office = itsm.BusinessCalendar(ASKED["calendar"])
first_s, seconds = ASKED["first_s"], ASKED["seconds"]
starts = [first_s + row * ASKED["step_s"] % ASKED["span_s"] for row in range(ASKED["batch"])]
instants = [datetime.fromtimestamp(at, UTC) for at in starts[:4096]]


def scalars() -> int:
    add = office.add
    for place in range(SCALARS):
        add(instants[place & 4095], seconds)
    return SCALARS


def scalar_check() -> int:
    return sum(int(office.add(instants[place & 4095], seconds).timestamp()) - first_s for place in range(SCALARS))


say("one due time", (median(SCALARS, scalars)[0], scalar_check()))

column = pyarrow.array(starts, pyarrow.timestamp("s", "UTC"))
due: Any = None


def batch() -> int:
    global due
    due = office.add_many(column, seconds)
    return 0


ns = median(len(starts), batch)[0]
found = pyarrow.chunked_array(due) if not hasattr(due, "__arrow_c_array__") else pyarrow.array(due)
total = pyarrow.compute.sum(found.cast(pyarrow.int64())).as_py()
say("one of a million due times", (ns, total - first_s * len(starts)))

incidents, policies = itsm.Lifecycle("incident"), itsm.Policies(ASKED["policies"])


def decisions() -> int:
    command, context = ASKED["command"], ASKED["context"]
    return sum(len(incidents.decide(None, command, context, policies)["events"]) for _ in range(DECISIONS))


say("one decision from documents", median(DECISIONS, decisions))
