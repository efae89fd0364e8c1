"""Puts the Python peers to the questions of `questions.rs` and prints one table; reads that program's JSON on standard input."""

import datetime
import json
import statistics
import sys
import time

import businesstimedelta
import pytz

ROUNDS = 5
ROUND_S = 0.06
PEERS = ["itsm", "workclock", "opening-hours", "businesstimedelta"]

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


def main():
    report = json.load(sys.stdin)
    unexplained = 0
    print("Nanoseconds for one answer, and in brackets how many times ours. Europe/Paris, two windows a day, 800 holidays.\n")
    print("| question | " + " | ".join(PEERS) + " | same answers |\n" + "|---" * (len(PEERS) + 2) + "|")
    for question in report["timed"]:
        peer = BusinessTimeDelta(question["calendar"])
        slow = question["case"].endswith("20 years")
        if not slow:
            some = dict(question, asked=question["asked"][:20])
            question["answers"]["businesstimedelta"] = answers(peer, some)
            question["nanoseconds"]["businesstimedelta"] = timed(peer, some)
        figures = question["nanoseconds"]
        ratio = lambda figure: f"{figure:,.0f} ({figure / figures['itsm']:,.0f})"
        # Twenty years would take it seconds for one answer.
        cells = [ratio(figures[p]) if p in figures else "not asked" for p in PEERS]
        same = ", ".join("{} of {}".format(*agreement(question, p)) for p in PEERS[1:])
        print(f"| {question['case']} | " + " | ".join(cells) + f" | {same} |")
    print("\nAnswers in the corners, and why they differ.\n")
    print("| question | peer | same answers | why |\n|---|---|---|---|")
    for question in report["compared"]:
        question["answers"]["businesstimedelta"] = answers(BusinessTimeDelta(question["calendar"]), question)
        for peer in PEERS[1:]:
            same, asked = agreement(question, peer)
            why = "" if same == asked else WHY.get((question["case"], peer), "unexplained")
            unexplained += why == "unexplained"
            print(f"| {question['case']} | {peer} | {same} of {asked} | {why} |")
            if why == "unexplained":
                pairs = zip(question["asked"], question["answers"]["itsm"], question["answers"][peer])
                for (start, amount), ours, theirs in [p for p in pairs if p[1] != p[2]][:3]:
                    print(utc(start), amount, ours and utc(ours), theirs if isinstance(theirs, str) else utc(theirs), file=sys.stderr)
    sys.exit(unexplained > 0)


if __name__ == "__main__":
    main()
