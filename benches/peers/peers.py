"""Puts the Python peers to the questions of `questions.rs` and prints one table; reads that program's JSON on standard input."""

import datetime
import json
import statistics
import sys
import time
import zoneinfo

import businesstimedelta
import numpy
import pytz

ROUNDS = 5
ROUND_S = 0.06
HOURS_PEERS = ["workclock", "opening-hours", "businesstimedelta"]
DAYS_PEERS = ["numpy", "numpy, one call for all"]
PEERS = ["itsm", *HOURS_PEERS, *DAYS_PEERS]
# businesstimedelta takes 16 to 100 ms for one answer about three months, and seconds for twenty years.
ASKED = {"4 hours": 20, "3 months": 5, "20 years": 0}
# numpy is asked so many dates one at a time; all of them in one call.
ASKED_SINGLY = 1_000

# Why an answer differs, by question and peer. One that is missing here is printed as unexplained, and fails the run.
WHY = {
    ("nothing to add, while closed", "opening-hours"): "it has no sum; the walk over its stretches begins at the next opening",
    ("night shift into a holiday", "workclock"): "its holiday takes the hours of the date itself, also those of the shift of the evening before",
    ("night shift into a holiday", "opening-hours"): "its holiday takes the hours of the date itself, also those of the shift of the evening before",
    ("opening inside the gap of a clock change", "workclock"): "it moves an opening in the gap by the length of the gap (02:30 to 03:30), we to the end of the gap (03:00)",
    ("nothing to add, while closed", "businesstimedelta"): "it begins at the next opening",
    ("night shift", "businesstimedelta"): "after midnight it does not see the shift that is running",
    ("night shift into a holiday", "businesstimedelta"): "as above; and it raises where no holiday follows within five years",
    ("opening inside the gap of a clock change", "businesstimedelta"): "it reads the opening with the offset before the change (02:30 to 03:30)",
    ("across the gap of a clock change", "businesstimedelta"): "after midnight it does not see the shift that is running; and it raises where no holiday follows within five years",
    ("across the hour that happens twice", "businesstimedelta"): "it raises where no holiday follows within five years",
    ("across the hour that happens twice", "opening-hours"): "a start inside the hour that happens twice is read as its second occurrence",
    ("working days, a closed start rolled forward", "numpy"): "it moves a closed start to the next working day and counts from there; we count that day as the first",
    ("working days with days made up for", "numpy"): "it has a week and holidays; a day worked outside the week cannot be said",
    ("working days between, days made up for", "numpy"): "as above",
    ("working days over a date that never was", "numpy"): "it has no zone, so it counts 2011-12-30 in Apia",
    ("working days between, backwards", "numpy"): "backwards it counts the first date and not the last, so the sign is not all that changes; ours is the count forwards, negative",
    ("working days beyond the year 2200", "numpy"): "our calendars end with 2200",
}


class BusinessTimeDelta:
    """As its documentation says: work days, time off between them, holidays."""

    def __init__(self, calendar):
        days = list(range(7 if calendar["every_day"] else 5))
        zone = pytz.timezone(calendar["zone"])
        clock = lambda text: datetime.time.fromisoformat(text)
        rules = [
            businesstimedelta.WorkDayRule(clock(opens), clock(closes), days, tz=zone)
            for opens, closes in calendar["windows"]
        ]
        if calendar["holidays"]:
            dates = {datetime.date.fromisoformat(date) for date in calendar["holidays"]}
            rules.append(businesstimedelta.HolidayRule(dates, tz=zone))
        self.rules = businesstimedelta.Rules(rules)

    def add(self, start, seconds):
        return start + businesstimedelta.BusinessTimeDelta(self.rules, seconds=seconds)

    def between(self, a, b):
        return self.rules.difference(a, b).timedelta.total_seconds()


class Numpy:
    """Working days by date alone, so its starts are the local dates of ours. Told our convention as far as it has one:

    Days are counted after the date of the start, open or not, which is its roll backwards; the day that is none days away is
    the next working day. It counts from the first date on and up to the second, we after the first and with the second.
    """

    ROLL = {"working days, a closed start rolled forward": "forward"}

    def __init__(self, question):
        calendar = question["calendar"]
        week = "1111111" if calendar["every_day"] else "1111100"
        self.busdays = numpy.busdaycalendar(week, numpy.array(calendar["holidays"], "datetime64[D]"))
        self.adds = question["operation"] == "add_days"
        zone = zoneinfo.ZoneInfo(calendar["zone"])  # pytz knows no clock change after 2037
        local = lambda seconds: datetime.datetime.fromtimestamp(seconds, zone).date()
        self.dates = lambda instants: numpy.array([s if s is None else local(s) for s in instants], "datetime64[D]")
        first, second = zip(*question["asked"])
        self.first = self.dates(first)
        if self.adds:
            (self.second,) = set(second)
            self.roll = self.ROLL.get(question["case"], "backward" if self.second else "forward")
        else:
            self.first, self.second = self.first + 1, self.dates(second) + 1

    def ask(self, first, second):
        if self.adds:
            return numpy.busday_offset(first, second, self.roll, busdaycal=self.busdays)
        return numpy.busday_count(first, second, busdaycal=self.busdays)

    def ask_all(self, _place=0):
        """The number of answers."""
        return len(self.ask(self.first, self.second))

    def one_by_one(self):
        first = list(self.first[:ASKED_SINGLY])
        second = [self.second] * len(first) if self.adds else list(self.second[:ASKED_SINGLY])
        return list(zip(first, second))

    def ask_singly(self):
        asked = self.one_by_one()

        def ask(place):
            self.ask(*asked[place])
            return 1

        return nanoseconds(ask, len(asked))

    def answer(self, question):
        """Its answers in both manners beside ours, as dates or as counts."""
        given = question["answers"]
        if self.adds:
            given["itsm"] = self.dates(given["itsm"]).tolist()
        given["numpy"] = [self.ask(*one).tolist() for one in self.one_by_one()]
        given["numpy, one call for all"] = self.ask(self.first, self.second).tolist()


def utc(seconds):
    return datetime.datetime.fromtimestamp(seconds, pytz.utc)


def answers(peer, question):
    given = []
    for first, second in question["asked"]:
        try:
            if question["operation"] == "add":
                given.append(int(peer.add(utc(first), second).timestamp()))
            else:
                given.append(int(peer.between(utc(first), utc(second))))
        except Exception as fault:  # a peer's fault is an answer too
            given.append(type(fault).__name__)
    return given


def nanoseconds(ask, count):
    """The median of rounds, for one answer."""
    figures = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answered = 0
        while time.perf_counter() - begun < ROUND_S:
            answered += ask(answered % count)
        figures.append((time.perf_counter() - begun) / answered * 1e9)
    return statistics.median(figures)


def timed(peer, question):
    operation = peer.add if question["operation"] == "add" else peer.between
    second = (lambda n: n) if question["operation"] == "add" else utc
    asked = [(utc(a), second(b)) for a, b in question["asked"]]

    def ask(place):
        operation(*asked[place])
        return 1

    return nanoseconds(ask, len(asked))


def agreement(question, peer):
    ours, theirs = question["answers"]["itsm"], question["answers"].get(peer, [])
    return sum(a == b for a, b in zip(ours, theirs)), len(theirs)


def put(question):
    """Puts a question of the Rust program to the Python peers, and says which peers have been asked."""
    if question["operation"].endswith("_days"):
        Numpy(question).answer(question)
        return DAYS_PEERS
    some = dict(question, asked=question["asked"][: asked_at_most(question)])
    question["answers"]["businesstimedelta"] = answers(BusinessTimeDelta(question["calendar"]), some)
    return HOURS_PEERS


def asked_at_most(question):
    return next((count for span, count in ASKED.items() if question["case"].endswith(span)), None)


def put_against_the_clock(question):
    figures = question["nanoseconds"]
    if question["operation"].endswith("_days"):
        peer = Numpy(question)
        figures["numpy"] = peer.ask_singly()
        figures["numpy, one call for all"] = nanoseconds(peer.ask_all, 1)
    elif asked := question["asked"][: asked_at_most(question)]:
        figures["businesstimedelta"] = timed(BusinessTimeDelta(question["calendar"]), dict(question, asked=asked))


def difference(question, peer):
    """Why answers differ; empty when none does. One without a reason is shown."""
    ours, theirs = question["answers"]["itsm"], question["answers"][peer]
    differ = [(asked, a, b) for asked, a, b in zip(question["asked"], ours, theirs) if a != b]
    if not differ:
        return ""
    known = WHY.get((question["case"], "numpy" if peer in DAYS_PEERS else peer))
    if known is None:
        for (first, second), ours, theirs in differ[:3]:
            print(question["case"], peer, utc(first), second, ours, theirs, file=sys.stderr)
    return known or "unexplained"


def main():
    report = json.load(sys.stdin)
    reasons = []
    print("Nanoseconds for one answer, and in brackets how many times ours. Europe/Paris, two windows a day, 800 holidays.\n")
    print("| question | " + " | ".join(PEERS) + " | same answers |\n" + "|---" * (len(PEERS) + 2) + "|")
    for question in report["timed"]:
        peers = put(question)
        put_against_the_clock(question)
        reasons += [difference(question, peer) for peer in peers]
        figures = question["nanoseconds"]
        times = lambda ratio: f"{ratio:,.0f}" if ratio >= 9.5 else f"{ratio:.2g}"
        ratio = lambda figure: f"{figure:,.0f} ({times(figure / figures['itsm'])})"
        without = lambda peer: "not asked" if peer in peers else ""
        cells = [ratio(figures[p]) if p in figures else without(p) for p in PEERS]
        same = ", ".join("{} of {}".format(*agreement(question, p)) for p in peers if p in figures)
        print(f"| {question['case']} | " + " | ".join(cells) + f" | {same} |", flush=True)
    print("\nAnswers in the corners, and why they differ.\n")
    print("| question | peer | same answers | why |\n|---|---|---|---|")
    for question in report["compared"]:
        for peer in put(question):
            same, asked = agreement(question, peer)
            reasons.append(why := difference(question, peer))
            print(f"| {question['case']} | {peer} | {same} of {asked} | {why} |")
    sys.exit("unexplained" in reasons)


if __name__ == "__main__":
    main()
