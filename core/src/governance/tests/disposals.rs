//! Disposals against their table. `doc` requests them, `po` approves them; `INC-1` may be disposed of, and so may `INC-2`.

use crate::governance::{DisposalOrder, DisposalPhase, Disposals, RetentionInForce, RetentionRules};
use crate::kernel::walk::*;
use crate::kernel::{Duty, Fact, NoticeKind, Who};
use DisposalPhase::{Approved, Cancelled, CarriedOut, Rejected, Requested};
use serde_json::{Value, json};
use std::sync::Arc;

fn policy(change: Value) -> Arc<RetentionInForce> {
    let mut rules = json!({
        "classes": {
            "cycle": {"keep": {"years": 3}},
            "short": {"keep": {"days": 30}, "begins": "created"},
            "event": {"keep": {"days": 30}, "begins": "occurred"},
        },
        "records": {"incident": "cycle"},
    });
    merge(&mut rules, change);
    let rules = RetentionRules::from_json(rules.to_string().as_bytes()).unwrap();
    let rules_ref = versioned("retention", rules.clone()).reference();
    Arc::new(RetentionInForce { rules: Arc::new(rules), rules_ref })
}

/// A closed incident whose retention period ended a second before the walk begins.
fn kept(record: &str, but: &[(&str, &str)]) -> Fact {
    let mut attributes = vec![
        ("process", "incident"),
        ("cases", "yes"),
        ("closed", "yes"),
        ("closed_at", "2023-11-23T01:30:00Z"),
        ("created_at", "2023-11-01T00:00:00Z"),
        ("occurred_at", "2023-10-31T00:00:00Z"),
        ("personal", "1,4"),
    ];
    attributes.retain(|(name, _)| !but.iter().any(|(changed, _)| changed == name));
    attributes.extend(but.iter().filter(|(_, value)| !value.is_empty()));
    let mut fact = fact("retained_record", record, "closed", &attributes);
    fact.version = 9;
    fact
}

fn incidents(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({"process": "incident", "record": id})).collect()
}

fn dispose(ids: &[&str]) -> Value {
    json!({"order": {"dispose": {"records": incidents(ids)}}})
}

fn erase(versions: Value) -> Value {
    let events = json!([{"process": "incident", "record": "INC-1", "versions": versions}]);
    json!({"order": {"dispose": null, "erase": {"subject": "ann", "events": events}}})
}

impl Walk for Disposals {
    fn policy() -> Arc<RetentionInForce> {
        policy(json!({}))
    }

    fn at(phase: Option<DisposalPhase>) -> Run<Self> {
        match phase {
            None => Run::new().knowing(kept("INC-1", &[])).knowing(kept("INC-2", &[])),
            Some(Requested) => Self::at(None).step("doc", "disposal.request"),
            Some(Approved) => Self::at(Some(Requested)).step("po", "disposal.approve"),
            Some(CarriedOut) => Self::at(Some(Approved)).step("doc", "disposal.carry_out"),
            Some(Rejected) => Self::at(Some(Requested)).step("po", "disposal.reject"),
            Some(Cancelled) => Self::at(Some(Requested)).step("po", "disposal.cancel"),
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "disposal.request" => json!({
                "order": {"dispose": {"records": incidents(&["INC-1", "INC-2"])}},
                "legal_basis": "retention schedule, row 7", "method": "rows deleted, backups expire in 90 days",
            }),
            "disposal.approve" | "disposal.carry_out" => json!({}),
            "disposal.reject" | "disposal.cancel" => json!({"reason": "the tax audit still reads them"}),
            _ => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
        }
    }

    fn who(who: Who, phase: Option<DisposalPhase>) -> Option<&'static str> {
        (who == Who::Requester && phase.is_some()).then_some("doc")
    }
}

#[test]
fn the_table_the_roles_and_the_journal_hold() {
    every_command_in_every_phase::<Disposals>();
    every_role_on_every_rule::<Disposals>();
    every_phase_replays::<Disposals>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let guard = |id, from, by, kind, refuses| Guard {
        id,
        run: Disposals::at(from),
        passes: (by, kind, Disposals::body(kind)),
        refuses,
    };
    let many: Vec<String> = (0..201).map(|number| format!("INC-{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let reason = || json!({"reason": " "});
    every_guard::<Disposals>(vec![
        guard(
            "T-DSP-L1",
            None,
            "doc",
            "disposal.request",
            vec![
                ("sd", "authority", json!({})),
                ("doc", "legal_basis", json!({"legal_basis": ""})),
                ("doc", "method", json!({"method": " "})),
                ("doc", "count", dispose(&[])),
                ("doc", "twice", dispose(&["INC-1", "INC-1"])),
                ("doc", "fact", dispose(&["INC-1", "INC-3"])),
            ],
        ),
        guard("T-DSP-L2", Some(Requested), "mr", "disposal.approve", vec![("secm", "authority", json!({}))]),
        guard("T-DSP-L3", Some(Requested), "po", "disposal.reject", vec![("po", "reason", reason())]),
        guard("T-DSP-L4", Some(Approved), "secm", "disposal.carry_out", vec![("sd", "authority", json!({}))]),
        guard("T-DSP-L5", Some(Approved), "doc", "disposal.cancel", vec![("doc", "reason", reason())]),
        guard(
            "T-DSP-L6",
            Some(Requested),
            "gateway",
            "disposal.confirm_notice",
            vec![("gateway", "notice", json!({"number": 7}))],
        ),
    ]);
    let run = (0..201)
        .fold(Run::<Disposals>::new(), |run, number| run.knowing(kept(&format!("INC-{number}"), &[])));
    assert_eq!(run.lacks("doc", "disposal.request", dispose(&many)), ["count"]);
    assert!(run.lacks("doc", "disposal.request", dispose(&many[1..])).is_empty(), "two hundred are");
}

/// What a disposal lacks when this is known of one of its records: when it is asked for, approved, and carried out.
fn lacks_at_each_step(but: &[(&str, &str)]) -> [Vec<&'static str>; 3] {
    [
        (None, "doc", "disposal.request"),
        (Some(Requested), "po", "disposal.approve"),
        (Some(Approved), "doc", "disposal.carry_out"),
    ]
    .map(|(from, by, kind)| Disposals::at(from).knowing(kept("INC-2", but)).lacks(by, kind, json!({})))
}

#[test]
fn only_a_closed_case_without_open_links_and_holds_is_disposed_of_at_whatever_step() {
    let each = |condition| [(); 3].map(|()| vec![condition]);
    assert_eq!(lacks_at_each_step(&[]), [const { Vec::<&str>::new() }; 3]);
    assert_eq!(lacks_at_each_step(&[("cases", "no")]), each("process"));
    assert_eq!(lacks_at_each_step(&[("closed", "no")]), each("closed"));
    assert_eq!(lacks_at_each_step(&[("open_links", "problem/PRB-1")]), each("linked_records"));
    assert_eq!(lacks_at_each_step(&[("holds", "HLD-1")]), each("legal_hold"));
    assert_eq!(lacks_at_each_step(&[("retention_class", "other")]), each("retention_class"));
    assert_eq!(lacks_at_each_step(&[("closed_at", "2023-11-23T01:30:01Z")]), each("retention"));
    assert_eq!(lacks_at_each_step(&[("closed_at", "")]), each("retention"), "nobody knows when");
    let gone = Disposals::at(Some(Approved)).forgetting("retained_record").knowing(kept("INC-1", &[]));
    assert_eq!(gone.lacks("doc", "disposal.carry_out", json!({})), ["fact"], "another order was faster");
}

#[test]
fn a_retention_period_begins_with_what_its_class_says_and_a_record_may_have_its_own_class() {
    let lacks = |but: &[(&str, &str)]| {
        let run = Disposals::at(None).knowing(kept("INC-2", but));
        run.lacks("doc", "disposal.request", json!({}))
    };
    let late = ("closed_at", "2026-11-23T00:00:00Z");
    assert_eq!(lacks(&[late]), ["retention"]);
    assert!(lacks(&[late, ("retention_class", "short")]).is_empty());
    assert_eq!(lacks(&[("retention_class", "short"), ("created_at", "2026-10-24T01:30:01Z")]), ["retention"]);
    assert!(lacks(&[("retention_class", "short"), ("created_at", "2026-10-24T01:30:00Z")]).is_empty());
    assert_eq!(
        lacks(&[("retention_class", "event"), ("occurred_at", "2026-11-01T00:00:00Z")]),
        ["retention"]
    );
    let run = Disposals::at(None).under(policy(json!({"records": {"incident": null}})));
    assert_eq!(run.lacks("doc", "disposal.request", json!({})), ["retention_class"; 2]);
}

#[test]
fn two_persons_stand_in_a_disposal_and_no_waiver_lifts_that() {
    for order in [json!({}), erase(json!([1]))] {
        let mut run = Disposals::at(None).step_but("po", "disposal.request", order);
        for duty in Duty::ALL {
            run = run.waiving(waiver(*duty, "po"));
        }
        assert_eq!(run.lacks("po", "disposal.approve", json!({})), ["second_person"]);
        let approved = run.behalf_of("doc").step("mr", "disposal.approve");
        assert_eq!(approved.record().approval.as_ref().unwrap().by.as_str(), "mr");
    }
}

#[test]
fn an_erasure_names_events_with_personal_values_of_a_record_that_may_be_open() {
    let run = Disposals::at(None).knowing(kept("INC-1", &[("closed", "no"), ("open_links", "change/CHG-1")]));
    let lacks = |versions| run.lacks("doc", "disposal.request", erase(versions));
    assert!(lacks(json!([4, 1])).is_empty());
    assert_eq!(lacks(json!([1, 2])), ["personal"]);
    let without = Disposals::at(None).knowing(kept("INC-1", &[("personal", "")]));
    assert_eq!(without.lacks("doc", "disposal.request", erase(json!([]))), ["personal"]);
    let nothing = json!({"order": {"dispose": null, "erase": {"subject": "ann", "events": []}}});
    assert_eq!(run.lacks("doc", "disposal.request", nothing), ["count"]);
}

#[test]
fn an_erasure_without_versions_means_those_that_it_has_when_it_is_asked_for() {
    let run = Disposals::at(None).step_but("doc", "disposal.request", erase(json!([])));
    let versions = |order: &DisposalOrder| match order {
        DisposalOrder::Erase(erasure) => erasure.events[0].versions.clone(),
        DisposalOrder::Dispose(_) => Vec::new(),
    };
    assert_eq!(versions(&run.record().order), [1, 4]);
    let later = run.knowing(kept("INC-1", &[("personal", "1,4,7")])).step("po", "disposal.approve");
    let done = later.step("doc", "disposal.carry_out");
    let named = json!([{"process": "incident", "record": "INC-1", "versions": [1, 4]}]);
    assert!(
        done.history.iter().any(|(_, event)| event["body"]["erased"] == named),
        "what was approved, and no more"
    );
}

#[test]
fn a_hold_stops_an_erasure_only_where_the_policy_says_so() {
    let held = kept("INC-1", &[("holds", "HLD-1")]);
    let subject = fact("subject_hold", "HLD-2", "in_force", &[]);
    for (fact, free) in [(held, kept("INC-1", &[])), (subject.clone(), subject)] {
        let free_of = |run: Run<Disposals>| {
            if free.process == "subject_hold" { run } else { run.knowing(free.clone()) }
        };
        let requested = free_of(Disposals::at(None)).step_but("doc", "disposal.request", erase(json!([1])));
        let approved = requested.clone().step("po", "disposal.approve");
        let request = (Disposals::at(None), "doc", "disposal.request", erase(json!([1])));
        let approve = (requested, "po", "disposal.approve", json!({}));
        for (run, by, kind, body) in [request, approve, (approved, "doc", "disposal.carry_out", json!({}))] {
            let run = run.knowing(fact.clone());
            assert_eq!(run.lacks(by, kind, body.clone()), ["legal_hold"], "{kind}");
            let lenient = run.under(policy(json!({"hold_blocks_erasure": false})));
            assert!(lenient.lacks(by, kind, body).is_empty(), "{kind}");
        }
    }
    let lenient = Disposals::at(None).knowing(kept("INC-2", &[("holds", "HLD-1")]));
    let lenient = lenient.under(policy(json!({"hold_blocks_erasure": false})));
    assert_eq!(
        lenient.lacks("doc", "disposal.request", json!({})),
        ["legal_hold"],
        "no rule lets a record go"
    );
}

#[test]
fn what_was_carried_out_says_which_records_at_which_version_under_which_rules() {
    let run = Disposals::at(Some(CarriedOut));
    let disposed = json!([{"process": "incident", "record": "INC-1", "version": 9}, {"process": "incident", "record": "INC-2", "version": 9}]);
    assert_eq!(serde_json::to_value(&run.record().disposed).unwrap(), disposed);
    let (head, event) =
        run.history.iter().find(|(_, event)| event["kind"] == "disposal.carried_out").unwrap();
    assert_eq!(event["body"], json!({"disposed": disposed}));
    assert_eq!(head.policies[0].id.as_str(), "retention");
    let told: Vec<_> = run.record().envelope.notices.iter().map(|notice| notice.why).collect();
    assert_eq!(told, [NoticeKind::ApprovalWanted, NoticeKind::Progress, NoticeKind::Closed]);
}

#[test]
fn retention_rules_with_a_fault_say_where() {
    let fault =
        |document: Value| RetentionRules::from_json(document.to_string().as_bytes()).unwrap_err().path;
    let class = |keep: Value| json!({"classes": {"a": {"keep": keep}}});
    assert_eq!(fault(class(json!({"days": 0}))), "classes.a.keep.days");
    assert_eq!(fault(class(json!({"days": 36_526}))), "classes.a.keep.days");
    assert_eq!(fault(class(json!({"years": 0}))), "classes.a.keep.years");
    assert_eq!(fault(class(json!({"years": 101}))), "classes.a.keep.years");
    assert_eq!(fault(json!({"classes": {}, "records": {"change": "a"}})), "records.change");
    for strange in [json!({"days": 1, "years": 1}), json!({"weeks": 2}), json!(3), json!({"days": -1})] {
        assert!(fault(class(strange)).starts_with("classes.a.keep"));
    }
    let longest = class(json!({"years": 100})).to_string();
    assert!(RetentionRules::from_json(longest.as_bytes()).is_ok());
}
