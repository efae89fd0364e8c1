"""May this change go live, and what would it break?

    python examples/python/go_live.py

A shop runs on two web servers, of which one is enough, and on one database. The register says what stops while an item is out;
the lifecycle of the change says what is still missing before anybody may touch it.
"""

from datetime import UTC, datetime, timedelta

import itsm
from itsm.documents import CategoryRules, ChangePlan, Command, Configuration, PolicyDocument, Role

CATEGORY: CategoryRules = {
    "lead_time_working_days": 1,
    "assessments": ["technical"],
    "approval": {"threshold": {"count": 1}},
    "voters": [{"person": "cara", "roles": ["cab"]}],
}
POLICIES: list[tuple[str, PolicyDocument]] = [
    ("office", {"calendar": {"zone": "UTC", "week": {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}}}),
    ("items", {"configuration": {
        "calendar": "office",
        "types": {"service": {"service": True, "relations": ["runs_on"]}, "server": {}, "database": {}}}}),
    ("changes", {"change": {
        "calendar": "office",
        "categories": {category: CATEGORY for category in ("minor", "significant", "major")}}}),
]  # fmt: skip
ITEMS: dict[str, Configuration] = {
    "web-1": {"type": "server", "name": "first web server"},
    "web-2": {"type": "server", "name": "second web server"},
    "orders": {"type": "database", "name": "orders"},
    "shop": {"type": "service", "name": "the shop", "gates": {"web": {"at_least": 1}}, "relations": [
        {"from": "shop", "to": "web-1", "kind": "runs_on", "group": "web"},
        {"from": "shop", "to": "web-2", "kind": "runs_on", "group": "web"},
        {"from": "shop", "to": "orders", "kind": "runs_on"}]},
}  # fmt: skip
PLAN: ChangePlan = {
    "builder": "zhao",
    "tester": "ma",
    "implementer": "liu",
    "steps": "upgrade in place",
    "test": "the same on a copy",
    "back_out": {"steps": "restore the copy of that night", "tested": True},
    "communication": "a note to all shops",
    "verification": "an order goes through",
    "window": {"from": "2026-11-27T20:00:00Z", "until": "2026-11-27T22:00:00Z"},
}
DESK = itsm.ServiceManagementSystem()
CLOCK = {"now": datetime(2026, 11, 23, 9, tzinfo=UTC)}


def plan(person: str, role: Role, command: Command) -> itsm.Plan:
    """What a command would do; nothing has happened yet."""
    return DESK.plan(command, {"now": f"{CLOCK['now']:%Y-%m-%dT%H:%M:%SZ}", "actor": {"id": person, "roles": [role]}})


def do(person: str, role: Role, command: Command) -> str:
    """Carries a command out, ten minutes after the one before, and answers with the record that it was about."""
    CLOCK["now"] += timedelta(minutes=10)
    return DESK.confirm(plan(person, role, command))[0]["record"]


def may_begin(change: str, baseline: str | None = None) -> None:
    """Says whether its implementer may begin now, and if not, everything that is missing."""
    try:
        plan("liu", "l2", {"kind": "change.begin_implementation", "record": change, "body": {"baseline": baseline}})
        print(f"{CLOCK['now']:%a %H:%M}  go")
    except itsm.Refused as refused:
        missing = refused.refusal["missing"] if refused.refusal else []
        print(f"{CLOCK['now']:%a %H:%M}  not yet ({refused.guard}): " + "; ".join(unmet["words"]["en"] for unmet in missing))


def main() -> None:
    for id, document in POLICIES:
        do("olga", "po", {"kind": "policy.publish", "record": id, "body": {
            "version": 1, "effective_from": "2026-01-01T00:00:00Z", "document": document}})  # fmt: skip
    for id, configuration in ITEMS.items():
        do("bai", "cfgm", {"kind": "configuration_item.take_over", "record": id, "body": {
            "configuration": configuration, "owner": "liu", "phase": "live"}})  # fmt: skip

    # What it would break: without one web server the shop goes on, without its database it does not.
    register = itsm.Cmdb(DESK.cmdb)
    for item in ("web-1", "orders"):
        reached = {row["item"]: row["state"] for row in register.impact_of([{"item": item}])["items"]}
        print(f"while {item} is out, the shop is {reached.get('shop', 'ok')}")
    print("the shop cannot lose", register.single_points_of_failure("shop")["down"])

    change = do("zhao", "l3", {"kind": "change.draft", "body": {"rfc": {
        "title": "Orders on version 17", "reason": "version 13 ends", "benefit": "support", "not_doing": "no support",
        "services": ["shop"], "cis": ["orders"], "wished_for": "2026-11-28T00:00:00Z"}}})  # fmt: skip
    do("zhao", "l3", {"kind": "change.submit", "record": change, "body": {}})
    do("wu", "chgm", {"kind": "change.accept", "record": change, "body": {
        "category": "minor", "estimate": {"probability": 1, "impact": 1}, "owner": "olaf",
        "assessors": {"technical": "ma"}}})  # fmt: skip
    do("ma", "l3", {"kind": "change.opine", "record": change, "body": {
        "assessment": "technical", "verdict": "favourable", "text": "done twice this year"}})  # fmt: skip
    do("olaf", "l3", {"kind": "change.assess", "record": change, "body": {
        "estimate": {"probability": 1, "impact": 1}, "back_out_tested": True}})  # fmt: skip
    do("olaf", "l3", {"kind": "change.request_approval", "record": change, "body": {"plan": PLAN}})
    may_begin(change)
    do("cara", "cab", {"kind": "change.vote", "record": change, "body": {"decision": "approve"}})
    do("ma", "l3", {"kind": "change.test", "record": change, "body": {
        "tested": {"results": [{"what": "the same on a copy", "passed": True}]}}})  # fmt: skip
    do("wu", "chgm", {"kind": "change.schedule", "record": change, "body": {"communicated": True}})
    may_begin(change)

    # Friday night: what the item was is captured first, so that there is something to go back to.
    CLOCK["now"] = datetime(2026, 11, 27, 19, 50, tzinfo=UTC)
    baseline = do("bai", "cfgm", {"kind": "baseline.capture", "body": {
        "purpose": "before_change", "subject": change, "items": ["orders"]}})  # fmt: skip
    may_begin(change, baseline)


if __name__ == "__main__":
    main()
