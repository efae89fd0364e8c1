"""What a host writes, for `mypy --strict`: the types that it sees."""

from datetime import UTC, datetime, timedelta
from typing import assert_type

import itsm

office = itsm.BusinessCalendar({"zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}})
start = datetime(2026, 11, 23, 9, tzinfo=UTC)
assert_type(office.add(start, timedelta(hours=1)), datetime)
assert_type(office.next_open(start), datetime | None)
assert_type(office.add_many([0, 60], 3600), list[int])
assert_type(office.add_many([start], [60]), list[datetime])
assert_type(itsm.PriorityMatrix.preset("iso").priority(1, 1), int)
desk = itsm.ServiceManagementSystem()
assert_type(desk.next_wakeup, datetime | None)
try:
    desk.records("incident")
except itsm.Refused as refused:
    assert_type(refused.guard, str | None)
except itsm.ItsmError as error:
    assert_type(error.code, str)

office.add(1.5, "now")  # type: ignore[arg-type]
office.add(start, 1, boundary="closing")  # type: ignore[arg-type]
