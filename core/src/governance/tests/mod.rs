//! Planned activities against their table: every phase with every command, every guard, every role.
//!
//! `olga` owns the activity, the review of a contract; whoever is called by a role's code holds that role.

mod disposals;
mod holds;

use super::planned_activity::{ActivityKind, LIFECYCLE};
use super::{PlannedActivities, PlannedActivityPhase};
use crate::kernel::walk::*;
use crate::kernel::{NoticeKind, Recipient, Role, Who};
use PlannedActivityPhase::*;
use serde_json::{Value, json};
use std::sync::Arc;

fn at(phase: PlannedActivityPhase) -> Run<PlannedActivities> {
    PlannedActivities::at(Some(phase))
}

fn body(kind: &str) -> Value {
    PlannedActivities::body(kind)
}

impl Walk for PlannedActivities {
    fn policy() -> Arc<()> {
        Arc::new(())
    }

    fn at(phase: Option<PlannedActivityPhase>) -> Run<Self> {
        match phase {
            None => Run::new(),
            Some(Open) => Self::at(None).step("supm", "planned_activity.plan"),
            Some(Retired) => at(Open).step("po", "planned_activity.retire"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "planned_activity.plan" => json!({
                "kind": "supplier_contract_review", "subject": "supplier-7", "edition": "2005", "every_months": 6,
                "tolerance_days": 14, "owner": "olga", "first_due": "2027-03-01T00:00:00Z",
            }),
            "planned_activity.perform" => {
                json!({"done_at": "2026-11-23T01:30:00Z", "evidence": {"reference": "minutes 7"}})
            }
            "planned_activity.change_interval" => {
                json!({"every_months": 3, "edition": "2005", "reason": "it goes ill"})
            }
            "planned_activity.assign" => json!({"owner": "oskar"}),
            "planned_activity.retire" => json!({"reason": "the contract has ended"}),
            _ => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
        }
    }

    fn who(who: Who, phase: Option<PlannedActivityPhase>) -> Option<&'static str> {
        (who == Who::Assignee && phase.is_some()).then_some("olga")
    }
}

/// The review of every contract: about the whole.
fn whole() -> Run<PlannedActivities> {
    PlannedActivities::at(None).step_but("supm", "planned_activity.plan", json!({"subject": null}))
}

fn done(run: Run<PlannedActivities>, at: &str) -> Run<PlannedActivities> {
    run.step_but("olga", "planned_activity.perform", json!({"done_at": at}))
}

fn dues(run: &Run<PlannedActivities>) -> [String; 2] {
    let due = run.record().due;
    [due.next_due.to_string(), due.in_time_until.to_string()]
}

#[test]
fn the_table_the_roles_and_the_journal_hold() {
    every_command_in_every_phase::<PlannedActivities>();
    every_role_on_every_rule::<PlannedActivities>();
    every_phase_replays::<PlannedActivities>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, from, by, kind, refuses| Guard {
        id,
        run: PlannedActivities::at(from),
        passes: (by, kind, body(kind)),
        refuses,
    };
    let manager = ("chgm", "manager", json!({}));
    every_guard::<PlannedActivities>(vec![
        guard(
            "T-PLA-L1",
            None,
            "supm",
            "planned_activity.plan",
            vec![
                manager.clone(),
                ("supm", "interval", json!({"every_months": 0})),
                ("supm", "interval", json!({"every_months": 4_294_967_295_u32, "edition": "2018"})),
                ("supm", "edition_minimum", json!({"every_months": 13})),
                ("supm", "tolerance", json!({"tolerance_days": 168})),
                ("supm", "first_due", json!({"first_due": "2027-05-23T01:30:01Z"})),
            ],
        ),
        guard(
            "T-PLA-L2",
            Some(Open),
            "olga",
            "planned_activity.perform",
            vec![
                manager.clone(),
                ("olga", "done_at", json!({"done_at": "2026-11-23T01:30:01Z"})),
                ("olga", "evidence", json!({"evidence": {"reference": null}})),
                ("olga", "reference", json!({"evidence": {"record": "DOC-1", "reference": " "}})),
            ],
        ),
        guard(
            "T-PLA-L3",
            Some(Open),
            "po",
            "planned_activity.change_interval",
            vec![
                ("supm", "authority", json!({})),
                ("po", "reason", json!({"reason": ""})),
                ("po", "interval", json!({"every_months": 0})),
                ("po", "edition_minimum", json!({"every_months": 13})),
            ],
        ),
        guard(
            "T-PLA-L4",
            Some(Open),
            "supm",
            "planned_activity.assign",
            vec![manager, ("supm", "owner", json!({"owner": "olga"}))],
        ),
        guard(
            "T-PLA-L5",
            Some(Open),
            "mr",
            "planned_activity.retire",
            vec![("supm", "authority", json!({})), ("mr", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-PLA-L6",
            Some(Open),
            "gateway",
            "planned_activity.confirm_notice",
            vec![
                ("gateway", "notice", json!({"number": 2})),
                ("gateway", "delivered_at", json!({"delivered_at": "2026-11-22T01:30:00Z"})),
            ],
        ),
    ]);
}

#[test]
fn whoever_answers_for_a_kind_may_plan_it_and_say_that_it_was_done() {
    for rule in LIFECYCLE.rules.iter().filter(|rule| ["T-PLA-L1", "T-PLA-L2"].contains(&rule.id)) {
        for kind in ActivityKind::ALL {
            assert!(rule.who.contains(&Who::Role(kind.manager())), "{} {kind}", rule.id);
        }
    }
    let plan = |by: &str, kind: &str| {
        PlannedActivities::at(None).lacks(by, "planned_activity.plan", json!({"kind": kind}))
    };
    assert!(
        plan("prbm", "problem_trend_analysis").is_empty() && plan("po", "change_trend_analysis").is_empty()
    );
    assert_eq!(plan("prbm", "change_trend_analysis"), ["manager"]);
    assert_eq!(plan("nobody", "change_trend_analysis"), ["authority", "manager"]);
}

#[test]
fn one_entry_of_a_kind_and_subject_is_open() {
    let run = PlannedActivities::at(None).knowing(fact("open_activity", "PLA-7", "open", &[]));
    assert_eq!(run.lacks("supm", "planned_activity.plan", json!({})), ["open_activity"]);
}

#[test]
fn what_is_about_the_whole_is_retired_only_while_another_of_its_kind_is_open() {
    assert_eq!(whole().lacks("po", "planned_activity.retire", json!({})), ["open_activity"]);
    let another = whole().knowing(fact("open_activity", "PLA-7", "open", &[]));
    assert_eq!(another.step("po", "planned_activity.retire").phase(), Some(Retired));
}

#[test]
fn the_preset_of_the_kind_holds_where_no_interval_is_stated() {
    let preset =
        json!({"every_months": null, "kind": "customer_service_review", "first_due": "2027-02-01T00:00:00Z"});
    let run = PlannedActivities::at(None).step_but("brm", "planned_activity.plan", preset);
    assert_eq!(run.record().every_months, 3);
}

#[test]
fn the_next_is_due_one_interval_after_it_was_done() {
    let run = at(Open);
    assert_eq!(dues(&run), ["2027-03-01T00:00:00Z", "2027-03-15T00:00:00Z"]);
    let run = done(run.until("2027-09-01T12:00:00Z"), "2027-08-31T10:00:00Z");
    assert_eq!(dues(&run), ["2028-02-29T10:00:00Z", "2028-03-14T10:00:00Z"]);
    let again = run.lacks("olga", "planned_activity.perform", json!({"done_at": "2027-08-31T10:00:00Z"}));
    assert_eq!(again, ["done_at"], "it is done once at an instant");
}

#[test]
fn the_tolerance_does_not_reach_beyond_the_longest_interval_of_the_edition() {
    let year = |edition: &str| {
        let change = json!({"every_months": 12, "edition": edition});
        let run = PlannedActivities::at(None).step_but("supm", "planned_activity.plan", change);
        dues(&done(run, "2026-11-23T01:30:00Z"))
    };
    assert_eq!(year("2005"), ["2027-11-23T01:30:00Z", "2027-11-23T01:30:00Z"]);
    assert_eq!(year("2018"), ["2027-11-23T01:30:00Z", "2027-12-07T01:30:00Z"]);
}

#[test]
fn another_interval_counts_from_the_last_time() {
    let change = |run: Run<PlannedActivities>, months: u32, edition: &str| {
        let body = json!({"every_months": months, "edition": edition});
        dues(&run.step_but("po", "planned_activity.change_interval", body)).into_iter().next().unwrap()
    };
    assert_eq!(change(at(Open), 3, "2005"), "2027-02-23T01:30:00Z", "the first comes earlier");
    assert_eq!(change(at(Open), 9, "2005"), "2027-03-01T00:00:00Z", "and no later");
    let once = done(at(Open), "2026-11-23T01:30:00Z");
    assert_eq!(change(once.clone(), 9, "2005"), "2027-08-23T01:30:00Z");
    assert_eq!(change(once.clone(), 24, "2018"), "2028-11-23T01:30:00Z");
    let longer = json!({"every_months": 24});
    assert_eq!(once.lacks("po", "planned_activity.change_interval", longer), ["edition_minimum"]);
}

#[test]
fn what_is_overdue_is_said_once_to_the_owner_and_the_process_owner_until_it_is_done() {
    let told = |run: &Run<PlannedActivities>| {
        let notices = run.record().envelope.notices.iter();
        let breached = notices.filter(|notice| notice.why == NoticeKind::Breached);
        breached.map(|notice| notice.to.clone()).collect::<Vec<_>>()
    };
    let last = at(Open).until("2027-03-15T00:00:00Z").fired();
    assert_eq!((last.record().overdue_since, told(&last).len()), (None, 0));
    let late = last.after_s(1).fired();
    assert_eq!(late.record().overdue_since, Some(instant("2027-03-15T00:00:01Z")));
    let both = [Recipient::Person("olga".parse().unwrap()), Recipient::Role(Role::ProcessOwner)];
    assert_eq!(told(&late), both);
    let events = late.history.len();
    assert_eq!(late.clone().after_s(86_400 * 400).fired().history.len(), events, "it is said once");
    let longer = json!({"every_months": 12});
    let longer = late.clone().step_but("po", "planned_activity.change_interval", longer).fired();
    assert!(longer.record().overdue_since.is_some(), "another interval does not undo it");
    let run = done(late, "2027-03-15T00:00:01Z").fired();
    assert_eq!(run.record().overdue_since, None);
    let again = run.until("2027-09-29T00:00:02Z").fired();
    assert_eq!(
        (told(&again).len(), again.record().overdue_since),
        (4, Some(instant("2027-09-29T00:00:02Z")))
    );
}

#[test]
fn what_is_done_and_told_too_late_is_overdue_again_at_once() {
    let late = done(at(Open).until("2028-06-01T00:00:00Z").fired(), "2027-02-01T00:00:00Z");
    assert_eq!(late.record().overdue_since, None);
    let fired = late.fired();
    assert_eq!(fired.record().overdue_since, Some(instant("2027-08-15T00:00:01Z")));
    assert_eq!(fired.history.last().unwrap().0.at, instant("2028-06-01T00:00:00Z"), "in the journal's order");
}

#[test]
fn nothing_is_planned_beyond_the_range_of_instants() {
    let run = PlannedActivities::at(None).until("2200-06-15T00:00:00Z");
    let plan = |change: Value| {
        let mut free = json!({"kind": "change_trend_analysis", "first_due": "2200-12-01T00:00:00Z"});
        merge(&mut free, change);
        run.lacks("chgm", "planned_activity.plan", free)
    };
    assert!(plan(json!({})).is_empty());
    assert_eq!(plan(json!({"every_months": 7})), ["interval"]);
    assert_eq!(plan(json!({"tolerance_days": 40})), ["range"]);
}

#[test]
fn what_is_retired_is_overdue_no_more() {
    let late = at(Open).until("2027-06-01T00:00:00Z").fired();
    assert!(
        late.record().is_overdue_at(late.now)
            && !late.record().is_overdue_at(instant("2027-03-15T00:00:00Z"))
    );
    let retired = late.step("mr", "planned_activity.retire");
    assert!(!retired.record().is_overdue_at(retired.now));
    let events = retired.history.len();
    assert_eq!(retired.after_s(86_400 * 400).fired().history.len(), events);
}
