"""Business calendars: instants in and out, and what is refused at the door."""

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from conftest import OFFICE

import itsm

WEDNESDAY = datetime(2026, 9, 30, 9, 30, tzinfo=UTC)
DUE = datetime(2026, 10, 3, 4, 30, tzinfo=UTC)


def test_a_due_time_skips_the_holidays_and_comes_back_in_utc(office: itsm.BusinessCalendar) -> None:
    due = office.add(WEDNESDAY, 4 * 3600)
    assert (due, due.tzinfo) == (DUE, UTC)
    assert office.between(WEDNESDAY, due) == 4 * 3600
    assert office.subtract(due, 4 * 3600) == WEDNESDAY
    assert office.add(WEDNESDAY, timedelta(hours=4)) == due
    assert office.working_days_between(WEDNESDAY, due) == 1
    assert "国庆节" in office.ledger(WEDNESDAY, due)


@pytest.mark.parametrize("zone", [ZoneInfo("America/New_York"), timezone(timedelta(hours=8)), ZoneInfo("UTC")])
def test_the_same_instant_in_any_zone_gives_the_same_answer(office: itsm.BusinessCalendar, zone: tzinfo) -> None:
    assert office.add(WEDNESDAY.astimezone(zone), 14_400) == DUE
    assert office.is_open(WEDNESDAY.astimezone(zone)) is True
    assert office.next_close(WEDNESDAY.astimezone(zone)) == datetime(2026, 9, 30, 10, tzinfo=UTC)
    assert office.next_open(datetime(2026, 9, 30, 10, tzinfo=UTC).astimezone(zone)) == datetime(
        2026, 10, 3, 1, tzinfo=UTC
    )


def test_an_instant_may_be_the_text_that_documents_have(office: itsm.BusinessCalendar) -> None:
    assert office.add("2026-09-30T09:30:00Z", 14_400) == DUE
    with pytest.raises(itsm.InvalidInput) as refused:
        office.add("2026-09-30 09:30", 14_400)
    assert refused.value.code == "value.instant"


def test_an_hour_that_happens_twice_is_told_apart() -> None:
    berlin = itsm.BusinessCalendar({"zone": "Europe/Berlin", "week": {"sun": [["00:00", "24:00"]]}})
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert berlin.between(first, first.replace(fold=1)) == 3600


def test_what_is_finer_than_a_second_is_floored_once() -> None:
    always = itsm.BusinessCalendar({"zone": "UTC", "week": {"wed": [["00:00", "24:00"]]}})
    for late in (2026, 2199):
        at = next(
            day
            for day in (datetime(late, 9, n, 9, 30, tzinfo=UTC) for n in range(1, 8))
            if day.weekday() == 2
        )
        for micro in (1, 500_000, 999_999):
            assert always.add(at.replace(microsecond=micro), 60) == at + timedelta(seconds=60)
            assert always.between(at, at.replace(second=1, microsecond=micro)) == 1
        assert always.add(at, timedelta(seconds=1, microseconds=999_999)) == at + timedelta(seconds=1)
        assert always.add(at, timedelta(microseconds=-1)) == at - timedelta(seconds=1)


class NoOffset(tzinfo):
    """A zone that does not say its offset."""

    def utcoffset(self, dt: datetime | None) -> None:
        return None

    dst = tzname = utcoffset


@pytest.mark.parametrize("naive", [datetime(2026, 9, 30, 9, 30), datetime(2026, 9, 30, 9, 30, tzinfo=NoOffset())])
def test_a_naive_datetime_is_refused(office: itsm.BusinessCalendar, naive: datetime) -> None:
    for call in (
        lambda: office.add(naive, 1),
        lambda: office.between(WEDNESDAY, naive),
        lambda: office.is_open(naive),
        lambda: itsm.ServiceManagementSystem().advance(naive),
    ):
        with pytest.raises(itsm.InvalidInput, match="naive") as refused:
            call()
        assert refused.value.code == "value.instant"
    with pytest.raises(itsm.InvalidInput, match="naive") as refused:
        office.add_many([WEDNESDAY, naive], 1)
    assert refused.value.path == "[1]"


@pytest.mark.parametrize("no_amount", [1.5, "60", None, True, [60]])
def test_an_amount_is_an_int_or_a_timedelta(office: itsm.BusinessCalendar, no_amount: object) -> None:
    with pytest.raises(TypeError):
        office.add(WEDNESDAY, no_amount)  # type: ignore[arg-type]


@pytest.mark.parametrize("no_instant", [1_700_000_000, 1.5, None, WEDNESDAY.date()])
def test_an_instant_is_a_datetime_or_a_text(office: itsm.BusinessCalendar, no_instant: object) -> None:
    with pytest.raises(TypeError, match="aware datetime"):
        office.add(no_instant, 1)  # type: ignore[arg-type]


def test_an_amount_beyond_64_bits_and_an_instant_beyond_2200_are_refused(office: itsm.BusinessCalendar) -> None:
    with pytest.raises(itsm.InvalidInput) as refused:
        office.add(WEDNESDAY, 2**63)
    assert refused.value.code == "document.not_an_integer"
    for far in (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC), datetime(1969, 12, 31, tzinfo=UTC)):
        with pytest.raises(itsm.InvalidInput) as refused:
            office.is_open(far)
        assert refused.value.code == "calendar.out_of_range"
    with pytest.raises(itsm.InvalidInput) as refused:
        office.add(WEDNESDAY, 2**62)
    assert refused.value.code == "calendar.never_opens"


def test_a_batch_answers_as_each_alone_and_in_the_kind_it_was_asked(office: itsm.BusinessCalendar) -> None:
    starts = [WEDNESDAY + timedelta(hours=n) for n in range(200)]
    amounts = [n * 600 for n in range(200)]
    alone = [office.add(start, amount) for start, amount in zip(starts, amounts, strict=True)]
    stamps = [int(start.timestamp()) for start in starts]
    assert office.add_many(starts, amounts) == alone
    assert office.add_many(stamps, amounts) == [int(due.timestamp()) for due in alone]
    assert office.add_many(starts, timedelta(hours=1)) == [office.add(start, 3600) for start in starts]
    assert office.between_many(starts, alone) == amounts
    assert office.between_many(stamps, alone) == amounts
    assert office.add_many([], 60) == []
    with pytest.raises(itsm.InvalidInput, match="200 rows and 1 amounts"):
        office.add_many(starts, [1])
    with pytest.raises(itsm.InvalidInput) as refused:
        office.add_many(starts, [0] * 7 + [2**62] * 193)
    assert (refused.value.code, refused.value.path) == ("calendar.never_opens", "[7]")


def test_calendars_are_equal_by_document_and_survive_pickling_and_copying(office: itsm.BusinessCalendar) -> None:
    for other in (pickle.loads(pickle.dumps(office)), copy.copy(office), copy.deepcopy(office)):
        assert other == office and other.add(WEDNESDAY, 14_400) == DUE
    assert itsm.BusinessCalendar(office.document) == office
    assert itsm.BusinessCalendar(OFFICE | {"holidays": []}) != office
    assert office != "office"
    assert repr(office) == f"BusinessCalendar(zone='Asia/Shanghai', tzdb_version='{office.tzdb_version}')"
    with pytest.raises(AttributeError):
        office.zone = "UTC"  # type: ignore[misc]


def test_what_tells_finer_times_apart_is_floored_as_a_column_is(office: itsm.BusinessCalendar) -> None:
    import pandas

    last = pandas.Timestamp("2026-11-23T01:00:00.999999999Z")
    assert office.add(last, 0) == datetime(2026, 11, 23, 1, tzinfo=UTC)
