//! Planned activities: the presets of Annex E, calendar months against a calendar that is walked, and the whole system.

mod desk;
mod reference;

use desk::{Desk, Stated};
use itsm::governance::planned_activity::{ChangeInterval, Evidence, Perform, Plan};
use itsm::governance::{
    ActivityKind, Edition, PlannedActivities, PlannedActivity, PlannedActivityCommand, PlannedActivityPhase,
};
use itsm::kernel::{Actor, Context, EventBody, Instant, RecordId, Role, decide, fire, fold};
use itsm::system::ServiceManagementSystem;
use proptest::prelude::*;
use proptest::sample::select;
use reference::activities::{ANNEX_E, months_later};
use serde_json::{Value, json};

const DAY_S: i64 = 86_400;

#[test]
fn the_kinds_and_their_intervals_are_those_of_annex_e() {
    let kinds: Vec<_> = ActivityKind::ALL
        .iter()
        .map(|kind| {
            let longest = |edition| kind.longest_months(edition);
            assert_eq!(longest(Edition::Edition2011), longest(Edition::Edition2018));
            let (first, third) = (longest(Edition::Edition2005), longest(Edition::Edition2018));
            (kind.code(), kind.preset_months(), first, third)
        })
        .collect();
    assert_eq!(kinds, ANNEX_E);
    for kind in ActivityKind::ALL {
        let label = kind.label();
        assert!(label.en.is_ascii() && label.zh.chars().any(|c| c >= '一'), "{kind}");
    }
}

fn at(seconds: i64) -> Instant {
    Instant::from_unix_s(seconds).unwrap()
}

/// One activity and what a patient clerk would know of it.
struct Walked {
    record: Option<PlannedActivity>,
    now: i64,
    since: i64,
    first_due: i64,
    done: bool,
    every: u32,
    longest: Option<u32>,
    tolerance: u32,
    overdue: bool,
}

impl Walked {
    /// Gives the command; whether it was accepted.
    fn told(&mut self, command: &PlannedActivityCommand) -> bool {
        let id = RecordId::new("PLA-1").unwrap();
        let context = Context::new(at(self.now), Actor::new("olga", [Role::ProcessOwner]).unwrap());
        let decision = decide::<PlannedActivities>(self.record.as_ref(), &id, command, &context);
        let accepted = decision.is_ok();
        if let Ok(decision) = decision {
            fold::<PlannedActivities>(&mut self.record, &id, &decision, &context);
        }
        accepted
    }

    fn fired(&mut self) {
        let context = Context::new(at(self.now), Actor::timer());
        for decision in fire::<PlannedActivities>(self.record.as_ref().unwrap(), &context) {
            fold::<PlannedActivities>(
                &mut self.record,
                &RecordId::new("PLA-1").unwrap(),
                &decision,
                &context,
            );
        }
    }

    fn next_due(&self) -> i64 {
        let latest = months_later(self.since, self.every);
        if self.done { latest } else { latest.min(self.first_due) }
    }

    fn in_time_until(&self) -> i64 {
        let tolerated = self.next_due() + i64::from(self.tolerance) * DAY_S;
        self.longest.map_or(tolerated, |months| tolerated.min(months_later(self.since, months)))
    }

    fn agrees(&mut self) {
        self.fired();
        self.overdue |= self.in_time_until() < self.now;
        let (next_due, until) = (at(self.next_due()), at(self.in_time_until()));
        let activity = self.record.as_ref().unwrap();
        assert_eq!((activity.due.next_due, activity.due.in_time_until), (next_due, until));
        assert_eq!(activity.overdue_since.is_some(), self.overdue);
        assert_eq!(activity.is_overdue_at(at(self.now)), self.overdue);
        // Invariant 16.
        assert!(next_due.unix_s() <= months_later(self.since, self.every));
        assert!(activity.longest_months().is_none_or(|longest| activity.every_months <= longest));
    }
}

/// As often as not one whose interval has a limit.
fn some_kind() -> impl Strategy<Value = ActivityKind> {
    let all = ActivityKind::ALL.iter().copied();
    let limited: Vec<_> = all.filter(|kind| kind.longest_months(Edition::Edition2005).is_some()).collect();
    prop_oneof![select(ActivityKind::ALL), select(limited)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_activity_is_due_and_overdue_as_on_a_calendar_that_is_walked(
        kind in some_kind(), edition in select(Edition::ALL),
        begun in 0..60_000_i64, second in 0..DAY_S, every in 1..14_u32, tolerance in 0..45_u32, first in 0..200_i64,
        steps in proptest::collection::vec((0..300_i64, 0..3_u8, 0..40_i64, 1..16_u32), 0..8),
    ) {
        let now = begun * DAY_S + second;
        let longest = kind.longest_months(edition);
        let first_due = now + first * DAY_S;
        let mut walked = Walked {
            record: None, now, since: now, first_due, done: false, every, longest, tolerance, overdue: false,
        };
        let plan = Plan {
            edition, every_months: Some(every), first_due: at(first_due), kind, owner: "olga".parse().unwrap(),
            subject: None, tolerance_days: tolerance,
        };
        let legal = longest.is_none_or(|longest| every <= longest)
            && tolerance < every * 28 && first_due <= months_later(now, every);
        prop_assert_eq!(walked.told(&PlannedActivityCommand::Plan(plan)), legal);
        if !legal {
            return Ok(());
        }
        walked.agrees();
        for (days, step, back, months) in steps {
            walked.now += days * DAY_S + 1;
            walked.agrees();
            if step == 0 {
                let body = ChangeInterval { edition, every_months: months, reason: "r".parse().unwrap() };
                let legal = longest.is_none_or(|longest| months <= longest) && tolerance < months * 28;
                let known = walked.next_due();
                prop_assert_eq!(walked.told(&PlannedActivityCommand::ChangeInterval(body)), legal);
                if legal {
                    walked.every = months;
                    // An interval that was shorter once has moved the first date.
                    walked.first_due = if walked.done { walked.first_due } else { known };
                }
            } else {
                let done_s = (walked.now - back * DAY_S).max(0);
                let evidence = Evidence { record: None, reference: Some("minutes".parse().unwrap()) };
                let body = Perform { done_at: at(done_s), evidence };
                let legal = !walked.done || done_s > walked.since;
                prop_assert_eq!(walked.told(&PlannedActivityCommand::Perform(body)), legal);
                if legal {
                    (walked.since, walked.done, walked.overdue) = (done_s, true, false);
                }
            }
            walked.agrees();
        }
    }
}

const ITEMS: [Stated<'_>; 3] =
    [("db-1", "server", &[]), ("app-1", "server", &["db-1"]), ("shop", "service", &["app-1"])];

fn plan(kind: &str, change: Value) -> Value {
    let mut body = json!({
        "kind": kind, "edition": "2018", "tolerance_days": 7, "owner": "olga", "first_due": "2026-12-20T00:00:00Z",
    });
    body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    body
}

fn audit(desk: &mut Desk, id: &str, scope: &[&str], meanwhile: impl FnOnce(&mut Desk)) {
    let body = json!({"auditor": "aud", "method": "physical", "scope": scope});
    desk.told("cfgm", "configuration_audit.plan", id, body);
    meanwhile(desk);
    desk.told("aud", "configuration_audit.begin", id, json!({}));
    let findings: Vec<_> = scope.iter().map(|item| json!({"item": item, "attributes_verified": 1})).collect();
    desk.told("aud", "configuration_audit.record", id, json!({"findings": findings}));
    desk.told("aud", "configuration_audit.conclude", id, json!({}));
    let report = json!({"report": {"hash": itsm::kernel::Digest::of(b"report"), "reference": "report.pdf"}});
    desk.told("aud", "configuration_audit.report", id, report);
    desk.told("cfgm", "configuration_audit.close", id, json!({}));
}

#[test]
fn an_audit_that_is_closed_is_the_one_that_was_planned_for_what_it_had_in_its_scope() {
    let mut desk = Desk::taken_over(&ITEMS);
    desk.told("cfgm", "planned_activity.plan", "PLA-1", plan("configuration_audit", json!({})));
    desk.told("cfgm", "planned_activity.plan", "PLA-2", plan("critical_configuration_audit", json!({})));
    let of_shop = json!({"subject": "shop"});
    desk.told("cfgm", "planned_activity.plan", "PLA-3", plan("configuration_audit", of_shop));
    let proofs = |desk: &Desk| {
        let activities = desk.system.planned_activities();
        let last = activities.map(|of| of.last.as_ref().and_then(|last| last.evidence.record.clone()));
        last.map(|record| record.map(|record| record.to_string()).unwrap_or_default()).collect::<Vec<_>>()
    };
    audit(&mut desk, "CAU-1", &["db-1"], |_| {});
    assert_eq!(proofs(&desk), ["", "", ""], "a part is neither");
    audit(&mut desk, "CAU-2", &["db-1", "app-1"], |_| {});
    assert_eq!(proofs(&desk), ["", "CAU-2", ""], "the servers are what is critical");
    let later = |desk: &mut Desk| desk.take_over(&("app-9", "server", &["db-1"]));
    audit(&mut desk, "CAU-3", &["db-1", "app-1", "shop"], later);
    assert_eq!(proofs(&desk), ["CAU-3", "CAU-3", ""], "what was registered later is not counted");
    audit(&mut desk, "CAU-4", &["db-1", "app-1", "shop"], |_| {});
    assert_eq!(proofs(&desk), ["CAU-3", "CAU-3", ""], "it is from then on");

    let concluded = desk.system.configuration_audit("CAU-3").unwrap().concluded_at.unwrap();
    let all = desk.system.planned_activity("PLA-1").unwrap();
    assert_eq!(all.last.as_ref().unwrap().at, concluded);
    assert_eq!(all.due.next_due.unix_s(), months_later(concluded.unix_s(), 12));
    let event =
        desk.system.journal().events().iter().rfind(|of| of.body.kind() == "planned_activity.performed");
    let head = &event.unwrap().head;
    assert_eq!(
        (head.actor.id.as_str(), head.on_behalf_of.as_ref().unwrap().as_str()),
        ("itsm.system", "cfgm")
    );
    let again = ServiceManagementSystem::replay(desk.system.journal().clone()).unwrap();
    assert_eq!(again.digest(), desk.system.digest());
}

#[test]
fn what_is_not_done_in_time_is_found_by_the_timer_and_by_the_query() {
    let mut desk = Desk::new();
    let kind = "planned_activity.plan";
    desk.told("prbm", kind, "PLA-1", plan("problem_trend_analysis", json!({})));
    desk.told(
        "chgm",
        kind,
        "PLA-2",
        plan("change_trend_analysis", json!({"first_due": "2027-01-20T00:00:00Z"})),
    );
    let late = Instant::parse("2026-12-27T00:00:01Z").unwrap();
    let overdue = |desk: &Desk, at: Instant| {
        desk.system.overdue_activities(at).map(|of| of.envelope.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(overdue(&desk, late), ["PLA-1"], "if nothing is done");
    assert!(overdue(&desk, late.plus_s(-1).unwrap()).is_empty());
    assert_eq!(desk.system.next_wakeup(), Some(late));

    let kinds: Vec<_> = desk.system.advance(late).unwrap().events.iter().map(|of| of.body.kind()).collect();
    assert_eq!(kinds, ["planned_activity.overdue", "notice.requested", "notice.requested"]);
    assert_eq!(desk.system.advance(late.plus_s(DAY_S).unwrap()).unwrap().events.len(), 0);
    assert_eq!(overdue(&desk, late), ["PLA-1"]);
    desk.minute = 60 * 24 * 40;
    let perform = json!({"done_at": Desk::at(desk.minute), "evidence": {"reference": "trend of November"}});
    desk.told("prbm", "planned_activity.perform", "PLA-1", perform);
    assert!(overdue(&desk, Desk::at(desk.minute)).is_empty());
    let again = ServiceManagementSystem::replay(desk.system.journal().clone()).unwrap();
    assert_eq!((again.digest(), again.next_wakeup()), (desk.system.digest(), desk.system.next_wakeup()));
}

#[test]
fn a_kind_and_subject_have_one_open_entry_and_a_duty_towards_the_whole_does_not_end() {
    let mut desk = Desk::new();
    let (enter, retire) = ("planned_activity.plan", "planned_activity.retire");
    let reason = json!({"reason": "two suffice"});
    let contracts = |subject: Value| plan("supplier_contract_review", subject);
    desk.told("supm", enter, "PLA-1", contracts(json!({})));
    assert!(desk.refused("supm", enter, "PLA-2", contracts(json!({}))).lacks("open_activity"));
    assert!(desk.refused("po", retire, "PLA-1", reason.clone()).lacks("open_activity"));
    desk.told("supm", enter, "PLA-2", contracts(json!({"subject": "supplier-7"})));
    assert!(
        desk.refused("supm", enter, "PLA-3", contracts(json!({"subject": "supplier-7"})))
            .lacks("open_activity")
    );
    desk.told("supm", enter, "PLA-3", contracts(json!({"subject": "supplier-8"})));
    desk.told("po", retire, "PLA-1", reason.clone());
    desk.told("po", retire, "PLA-2", reason.clone());
    desk.told("po", retire, "PLA-3", reason);
    assert_eq!(desk.system.planned_activity("PLA-1").unwrap().phase, PlannedActivityPhase::Retired);
    desk.told("supm", enter, "PLA-4", contracts(json!({})));
    let missing = desk.system.activities_not_planned();
    assert_eq!(missing.len(), ActivityKind::ALL.len() - 1);
    assert!(!missing.contains(&ActivityKind::SupplierContractReview));
}
