"""Handles are shared between threads, and calls leave nothing behind."""

import gc
import json
import resource
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pyarrow
from conftest import context, log

import itsm

THREADS = 8
START = datetime(2026, 9, 30, 9, 30, tzinfo=UTC)


def together(work: Callable[[int], object]) -> list[object]:
    """Runs the work in every thread, all of them at once."""
    gate = threading.Barrier(THREADS)

    def begin(number: int) -> object:
        gate.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def test_eight_threads_share_a_calendar(office: itsm.BusinessCalendar) -> None:
    starts = [START + timedelta(minutes=n) for n in range(2_000)]
    expected = [office.add(start, 14_400) for start in starts]
    answers = together(lambda _: [office.add(start, 14_400) for start in starts])
    assert all(answer == expected for answer in answers)
    answers = together(lambda _: office.add_many(starts, 14_400))
    assert all(answer == expected for answer in answers)
    column = pyarrow.array(starts, pyarrow.timestamp("us", "UTC"))
    answers = together(lambda _: pyarrow.array(office.add_many(column, 14_400)).to_pylist())
    assert all(answer == expected for answer in answers)


def test_eight_threads_share_a_system_and_no_command_is_lost(desk: itsm.ServiceManagementSystem) -> None:
    before, each = len(desk), 25
    who = context("sd", "2026-11-23T02:00:00Z")

    def work(_: int) -> list[str]:
        records = []
        for _ in range(each):
            records.append(desk.execute(log(), who)[0]["record"])
            assert desk.record("incident", records[-1]) is not None
            assert len(desk) > before
        return records

    ids = [record for records in together(work) for record in records]  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids)) == THREADS * each
    assert len(desk.records("incident")) == THREADS * each
    assert itsm.ServiceManagementSystem.replay(desk.journal).digest == desk.digest


def test_other_threads_run_while_a_register_is_read() -> None:
    """A thread that looks at the clock is never kept waiting for as long as the call takes."""
    items = [{"id": f"ci-{n}", "type": "server"} for n in range(60_000)]
    text = json.dumps({"kinds": {}, "service_types": ["service"], "items": items, "relations": []})
    ticks: list[float] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    looking = threading.Thread(target=look)
    looking.start()
    begun = time.perf_counter()
    itsm.Cmdb.from_json(text)
    ended = time.perf_counter()
    done.set()
    looking.join()
    meanwhile = [begun, *(tick for tick in ticks if begun < tick < ended), ended]
    longest = max(later - earlier for earlier, later in pairwise(meanwhile))
    assert longest < (ended - begun) * 0.8, f"{longest:.3f} s of {ended - begun:.3f} s"


def resident_kib() -> int:
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize() // 1024


def test_memory_stays_flat_over_many_calls(office: itsm.BusinessCalendar) -> None:
    matrix = itsm.PriorityMatrix.preset("iso")
    incidents = itsm.Lifecycle("incident")
    column = pyarrow.array([int(START.timestamp())] * 8)
    wrong: Any = {"zone": 7, "week": {"mon": [["09:00", "18:00"]]}}

    def calls(rounds: int) -> None:
        for n in range(rounds):
            office.add(START, n)
            office.document  # noqa: B018
            matrix.explain(1, 2)
            incidents.allowed("pending")
            office.add_many(column, n)
            try:
                itsm.BusinessCalendar(wrong)
            except itsm.InvalidInput:
                pass

    calls(2_000)
    gc.collect()
    before = resident_kib()
    calls(170_000)  # more than a million calls
    gc.collect()
    grown = resident_kib() - before
    # Forty bytes lost in each call of one kind would be more.
    assert grown < 4_096, f"{grown} KiB more after a million calls"
