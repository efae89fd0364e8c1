"""When is this ticket due, and how does its clock run?

    python examples/python/due_time.py

A ticket of Wednesday afternoon has four working hours. Two days of holiday and a make-up Saturday (调休) lie ahead, and for a while
nothing can be done because the user is away.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import itsm
from itsm.documents import CalendarDocument

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE: CalendarDocument = {
    "zone": "Asia/Shanghai",
    "week": {day: [["09:00", "12:00"], ["13:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "holidays": ["2026-10-01", "2026-10-02"],
    "special_days": {"2026-10-03": [["09:00", "12:00"]]},
}


def main() -> None:
    office = itsm.BusinessCalendar(OFFICE)
    opened = datetime(2026, 9, 30, 16, 30, tzinfo=SHANGHAI)
    due = office.add(opened, timedelta(hours=4)).astimezone(SHANGHAI)
    print(f"opened {opened:%a %d %b %H:%M}, due {due:%a %d %b %H:%M}")
    # Why that is so, line by line.
    print(office.ledger(opened, due))

    # The user is away from 17:00 to Saturday 10:00: what counts of it is given back.
    away, back = datetime(2026, 9, 30, 17, tzinfo=SHANGHAI), datetime(2026, 10, 3, 10, tzinfo=SHANGHAI)
    paused = office.between(away, back)
    later = office.add(due, paused).astimezone(SHANGHAI)
    print(f"paused for {timedelta(seconds=paused)} of working time, due {later:%a %d %b %H:%M}")

    now = datetime(2026, 10, 5, 10, tzinfo=SHANGHAI)
    left = office.between(now, later)
    print(f"at {now:%a %d %b %H:%M} {timedelta(seconds=left)} are left; open: {office.is_open(now)}")
    # The zone rules that this was computed with are part of the answer.
    print(f"tz database {office.tzdb_version}")


if __name__ == "__main__":
    main()
