"""Batches as columns: whatever speaks Arrow goes in, read where it lies, and Arrow comes out."""

import gc
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest

import itsm

START = datetime(2026, 9, 28, 1, 30, tzinfo=UTC)
STARTS = [START + timedelta(minutes=37 * n) for n in range(500)]
STAMPS = [int(start.timestamp()) for start in STARTS]
AMOUNTS = [600 * n for n in range(500)]
UTC_S = pyarrow.timestamp("s", "UTC")


def back(column: itsm.Column) -> list[Any]:
    """What pyarrow reads from an answer, which it finds sound."""
    read = pyarrow.array(column)
    read.validate(full=True)
    return list(read.to_pylist())


COLUMNS: dict[str, Callable[[], Any]] = {
    "an array of seconds": lambda: pyarrow.array(STARTS, pyarrow.timestamp("s", "UTC")),
    "an array of milliseconds, in Shanghai": lambda: pyarrow.array(STARTS, pyarrow.timestamp("ms", "Asia/Shanghai")),
    "an array of microseconds, at +08:00": lambda: pyarrow.array(STARTS, pyarrow.timestamp("us", "+08:00")),
    "an array of nanoseconds": lambda: pyarrow.array(STARTS, pyarrow.timestamp("ns", "UTC")),
    "a slice": lambda: pyarrow.array([None, *STARTS, START], UTC_S).slice(1, len(STARTS)),
    "chunks": lambda: pyarrow.chunked_array([STARTS[:7], [], STARTS[7:300], STARTS[300:]], UTC_S),
    "a table of one column": lambda: pyarrow.table({"opened": pyarrow.array(STARTS, UTC_S)}),
    "a slice of a batch": lambda: pyarrow.record_batch({"x": pyarrow.array([START, *STARTS], UTC_S)}).slice(1),
    "a series of polars": lambda: polars.Series("opened", STARTS),
    "a frame of polars": lambda: polars.DataFrame({"opened": STARTS}),
    "a series of pandas": lambda: pandas.Series(STARTS),
    "a relation of duckdb": lambda: duckdb.sql("SELECT to_timestamp(s) AS opened FROM (SELECT unnest($1) AS s)", params=[STAMPS]),
    "answers": lambda: itsm.BusinessCalendar({"zone": "UTC", "week": {}}).add_many(pyarrow.array(STARTS, UTC_S), 0),
}


@pytest.mark.parametrize("named", COLUMNS)
def test_whatever_speaks_arrow_is_answered_as_a_list_is(office: itsm.BusinessCalendar, named: str) -> None:
    column = COLUMNS[named]()
    due = office.add_many(column, 14_400)
    assert pyarrow.array(due).type == UTC_S and len(due) == len(STARTS)
    assert repr(due) == "Column(timestamp[s, UTC], 500 rows)"
    assert back(due) == office.add_many(STARTS, 14_400)
    each = office.add_many(column, pyarrow.chunked_array([AMOUNTS[:100], AMOUNTS[100:]]))
    assert back(each) == office.add_many(STARTS, AMOUNTS)
    assert back(office.between_many(column, due)) == [14_400] * 500


def test_amounts_are_integers_or_durations_floored_to_seconds(office: itsm.BusinessCalendar) -> None:
    starts = pyarrow.array(STARTS, UTC_S)
    expected = office.add_many(STARTS, AMOUNTS)
    for unit, ticks in (("s", 1), ("ms", 10**3), ("us", 10**6), ("ns", 10**9)):
        late = [amount * ticks + ticks - 1 for amount in AMOUNTS]
        assert back(office.add_many(starts, pyarrow.array(late, pyarrow.duration(unit)))) == expected
    assert back(office.add_many(starts, polars.Series([timedelta(seconds=amount) for amount in AMOUNTS]))) == expected
    assert back(office.add_many(starts, timedelta(hours=1))) == office.add_many(STARTS, 3_600)


def test_seconds_since_1970_are_answered_in_seconds(office: itsm.BusinessCalendar) -> None:
    due = office.add_many(pyarrow.array(STAMPS), 14_400)
    assert pyarrow.array(due).type == pyarrow.int64() and repr(due) == "Column(int64, 500 rows)"
    assert back(due) == office.add_many(STAMPS, 14_400)
    assert back(office.between_many(polars.Series(STAMPS), pyarrow.array(STARTS, UTC_S))) == [0] * 500


def test_what_is_finer_than_a_second_is_floored_once_before_1970_too() -> None:
    always = itsm.BusinessCalendar({"zone": "UTC", "week": {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}})
    for unit, ticks in (("ms", 10**3), ("us", 10**6), ("ns", 10**9)):
        for value in (0, 1, ticks - 1, ticks, 10 * ticks + ticks // 2):
            due = always.add_many(pyarrow.array([value], pyarrow.timestamp(unit, "UTC")), 0)
            assert pyarrow.array(due).cast(pyarrow.int64()).to_pylist() == [value // ticks]
        with pytest.raises(itsm.InvalidInput) as before:
            always.add_many(pyarrow.array([0, -1], pyarrow.timestamp(unit, "UTC")), 0)
        assert (before.value.code, before.value.path) == ("calendar.out_of_range", "[1]")


def test_null_gives_null(office: itsm.BusinessCalendar) -> None:
    holes = [None if n % 3 == 0 else start for n, start in enumerate(STARTS)]
    amounts = [None if n % 7 == 0 else 3_600 for n in range(500)]
    for starts in (
        pyarrow.array(holes, UTC_S),
        pyarrow.array([START, None, *holes], UTC_S).slice(2),
        pyarrow.chunked_array([holes[:13], holes[13:]], UTC_S),
        polars.Series(holes),
        pandas.Series(holes, dtype="datetime64[us, UTC]"),
    ):
        due = back(office.add_many(starts, 3_600))
        assert due == [start and office.add(start, 3_600) for start in holes]
        some = back(office.add_many(starts, pyarrow.array(amounts)))
        assert some == [at if amount else None for at, amount in zip(due, amounts, strict=True)]
        assert back(office.between_many(pyarrow.array(STARTS, UTC_S), starts)) == [start and 0 for start in holes]
    assert pyarrow.array(office.add_many(pyarrow.array([START] * 9 + [None], UTC_S), 0)).null_count == 1
    rows = pyarrow.StructArray.from_arrays([pyarrow.array([START] * 3, UTC_S)], ["at"], mask=pyarrow.array([False, True, False]))
    assert back(office.add_many(rows, 0)) == [START, None, START]


def test_answers_are_read_by_everybody(office: itsm.BusinessCalendar) -> None:
    due = office.add_many(pyarrow.array(STARTS, UTC_S), 14_400)
    expected = office.add_many(STARTS, 14_400)
    assert polars.Series(due).to_list() == expected
    assert list(pandas.Series.from_arrow(due)) == expected
    answers = pyarrow.table({"due": due})
    latest = duckdb.sql("SELECT epoch(max(due))::BIGINT FROM answers")
    assert latest is not None and latest.fetchall() == [(int(max(expected).timestamp()),)]
    assert list(answers.to_pandas()["due"]) == expected


def test_empty_columns_are_columns(office: itsm.BusinessCalendar) -> None:
    for empty in (pyarrow.array([], UTC_S), pyarrow.chunked_array([], UTC_S), polars.Series([], dtype=polars.Datetime("us", "UTC"))):
        assert back(office.add_many(empty, 60)) == [] and back(office.between_many(empty, empty)) == []


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_timestamps_without_a_zone_are_refused(office: itsm.BusinessCalendar, unit: str) -> None:
    naive = pyarrow.array([start.replace(tzinfo=None) for start in STARTS], pyarrow.timestamp(unit))
    for call in (lambda: office.add_many(naive, 1), lambda: office.between_many(naive, naive)):
        with pytest.raises(itsm.InvalidInput, match="time zone") as refused:
            call()
        assert refused.value.code == "value.instant"


def test_other_columns_are_refused(office: itsm.BusinessCalendar) -> None:
    starts = pyarrow.array(STARTS, UTC_S)
    for other in (
        pyarrow.array([1.5]),
        pyarrow.array(["2026-09-28T01:30:00Z"]),
        pyarrow.array([1], pyarrow.int32()),
        pyarrow.array([START.date()]),
        pyarrow.array(STAMPS).dictionary_encode(),
        pyarrow.array([timedelta(1)]),
        pyarrow.table({"a": STAMPS, "b": STAMPS}),
        pyarrow.array([[1]]),
    ):
        with pytest.raises(TypeError):
            office.add_many(other, 60)
    wrong: list[Any] = [starts, pyarrow.array([1.5] * 500), [60] * 500, "60", 1.5]
    for no_amounts in wrong:
        with pytest.raises(TypeError):
            office.add_many(starts, no_amounts)
    with pytest.raises(TypeError):
        office.add_many(STARTS, pyarrow.array(AMOUNTS))
    with pytest.raises(TypeError):
        office.between_many(starts, STARTS)
    with pytest.raises(itsm.InvalidInput, match="500 rows and 1 amounts"):
        office.between_many(starts, starts.slice(499))


def test_the_first_row_that_fails_is_named(office: itsm.BusinessCalendar) -> None:
    amounts = pyarrow.chunked_array([[0] * 5, [None, 2**62], [2**62]])
    with pytest.raises(itsm.InvalidInput) as refused:
        office.add_many(pyarrow.array(STARTS[:8], UTC_S), amounts)
    assert (refused.value.code, refused.value.path) == ("calendar.never_opens", "[6]")


class Broken:
    """A stream whose reading fails."""

    def __init__(self, then: object) -> None:
        self.then = then

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        def batches() -> Any:
            yield pyarrow.record_batch({"at": pyarrow.array(STAMPS)})
            raise ValueError("the disk is gone")

        schema = pyarrow.schema({"at": pyarrow.int64()})
        reader: Any = pyarrow.RecordBatchReader.from_batches(schema, batches())
        return reader.__arrow_c_stream__() if self.then is None else self.then


def test_a_stream_that_fails_says_why_and_a_false_one_is_refused(office: itsm.BusinessCalendar) -> None:
    with pytest.raises(ValueError, match="the disk is gone"):
        office.add_many(Broken(None), 60)
    for false in (7, "stream", pyarrow.array([1]).__arrow_c_array__()[0]):
        with pytest.raises((TypeError, ValueError)):
            office.add_many(Broken(false), 60)
    once: Any = pyarrow.table({"at": STAMPS}).__arrow_c_stream__()
    assert len(office.add_many(Broken(once), 60)) == 500
    with pytest.raises(ValueError, match="read already"):
        office.add_many(Broken(once), 60)


def test_columns_are_neither_copied_nor_kept(office: itsm.BusinessCalendar) -> None:
    stamps = pyarrow.array(range(STAMPS[0], STAMPS[0] + 100_000))
    gc.collect()
    before = pyarrow.total_allocated_bytes()
    due = office.add_many(stamps, 60)
    assert pyarrow.total_allocated_bytes() == before
    one, other = pyarrow.array(due), pyarrow.array(due)
    assert one.buffers()[1].address == other.buffers()[1].address and pyarrow.total_allocated_bytes() == before
    del due, other
    gc.collect()
    assert one[99_999].as_py() >= one[0].as_py() > STAMPS[0]


def test_other_threads_run_while_a_batch_is_answered(office: itsm.BusinessCalendar) -> None:
    column = pyarrow.array(STAMPS * 100)
    ticks: list[float] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    looking = threading.Thread(target=look)
    looking.start()
    begun = time.perf_counter()
    office.add_many(column, 14_400)
    ended = time.perf_counter()
    done.set()
    looking.join()
    assert len([tick for tick in ticks if begun < tick < ended]) > 3
