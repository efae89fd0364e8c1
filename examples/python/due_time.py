"""When is this ticket due, and how does its clock run?

    python examples/python/due_time.py

A ticket of Wednesday afternoon has four working hours. Two days of holiday and a make-up Saturday (调休) lie ahead, and for a while
nothing can be done because the user is away.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import itsm
from itsm.documents import CalendarDocument, History, SlaPolicy

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE: CalendarDocument = {
    "zone": "Asia/Shanghai",
    "week": {day: [["09:00", "12:00"], ["13:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "holidays": ["2026-10-01", "2026-10-02"],
    "special_days": {"2026-10-03": [["09:00", "12:00"]]},
}
AGREEMENT: SlaPolicy = {
    "name": "desk",
    "precedence": 1,
    "selection": "precedence",
    "clauses": [
        {
            "id": "four-hours",
            "metric": "resolution",
            "target": {"unit": "working", "seconds": 4 * 3600},
            "calendar": "office",
            "when": {"kinds": ["incident"]},
            "pause_reasons": ["user"],
        }
    ],
}
# What happened to the ticket: the host keeps this, and nothing else.
HISTORY: History = {
    "ticket": {"kind": "incident", "priority": 2},
    "entries": [
        {"at": "2026-09-30T08:30:00Z", "stimulus": {"stimulus": "opened"}},
        {"at": "2026-09-30T09:00:00Z", "stimulus": {"stimulus": "paused", "reason": "user"}},
        {"at": "2026-10-03T02:00:00Z", "stimulus": {"stimulus": "resumed"}},
    ],
}


def main() -> None:
    # A calendar alone: four working hours from an instant.
    office = itsm.BusinessCalendar(OFFICE)
    opened = datetime(2026, 9, 30, 16, 30, tzinfo=SHANGHAI)
    due = office.add(opened, timedelta(hours=4)).astimezone(SHANGHAI)
    print(f"opened {opened:%a %d %b %H:%M}, due {due:%a %d %b %H:%M} (tz database {office.tzdb_version})")
    print(office.ledger(opened, due))

    # A clock under an agreement: what it shows is computed from what happened, for any instant.
    since = "2026-01-01T00:00:00Z"
    desk = itsm.SlaPolicy(
        {
            "policies": [{"id": "desk", "version": 1, "effective_from": since, "document": AGREEMENT}],
            "calendars": [{"id": "office", "version": 1, "effective_from": since, "document": OFFICE}],
        }
    )
    away, back = datetime(2026, 9, 30, 18, tzinfo=SHANGHAI), datetime(2026, 10, 3, 10, tzinfo=SHANGHAI)
    for now in (away, back):
        clock = desk.readings(HISTORY, now)["resolution"]
        left = timedelta(seconds=clock["remaining_s"])
        print(f"{now:%a %d %b %H:%M}  {clock['phase']}, {left} left, due {clock.get('due_at') or 'when it goes on'}")
    why = desk.why_due(HISTORY, back, "resolution")
    assert why is not None
    print(why["text"])


if __name__ == "__main__":
    main()
