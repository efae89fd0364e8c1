//! Whatever is tried in whatever order: what holds of every change all the same (spec 3.29, 4 to 6).

use super::*;
use crate::control::ChangeCategory;
use crate::control::change::Change;
use crate::kernel::{Process, VoteDecision};
use proptest::prelude::*;
use proptest::sample::select;

const ACTORS: [&str; 15] = [
    "ann", "olga", "ivan", "bob", "tess", "ada", "secm", "boss", "carl", "duty", "chgm", "ecab", "cab",
    "relm", "timer",
];

/// Bodies that are legal, and some that turn a change into another one.
fn bodies(kind: &str) -> Vec<Value> {
    let mut bodies = vec![Changes::body(kind)];
    bodies.extend(match kind {
        "change.assign" => ["boss", "ivan", "ann"].map(|owner| json!({"owner": owner})).to_vec(),
        "change.edit" => vec![
            but::<Changes>(kind, json!({"plan": {"implementer": "boss"}})),
            but::<Changes>(kind, json!({"plan": {"steps": "swap"}})),
            json!({"rfc": but::<Changes>("change.draft", json!({"rfc": {"kind": "service_removal"}}))["rfc"]}),
        ],
        "change.vote" => ["reject", "return", "abstain"]
            .map(|decision| json!({"decision": decision, "comment": "no"}))
            .to_vec(),
        "change.delegate" => vec![json!({"to": "ann"}), json!({"to": "ivan"})],
        "change.implement" => vec![but::<Changes>(kind, json!({"implementers": ["carl"]}))],
        "change.opine" => Assessment::ALL
            .iter()
            .map(|of| but::<Changes>(kind, json!({"assessment": of})))
            .collect(),
        _ => Vec::new(),
    });
    bodies
}

fn began(change: &Change) {
    let Some(done) = &change.implementation else { return };
    assert!(done.approved, "nothing begins without an approval in force");
    assert!(change.approved_at.is_some_and(|at| at <= done.started_at));
    let implementers = &done.implementers;
    let votes = change.ballot.iter().flat_map(|ballot| ballot.votes());
    for vote in votes.filter(|vote| vote.decision == VoteDecision::Approve) {
        for approver in [&vote.by, &vote.cast_by] {
            assert!(*approver != change.requester && !implementers.contains(approver));
            assert_ne!(change.envelope.owner.as_ref(), Some(approver));
        }
    }
    if let Some(authorisation) = &change.authorisation {
        assert!(!implementers.contains(&authorisation.by));
        assert!(done.back_out_known.is_some());
        return;
    }
    assert!(done.baseline.is_some() || change.rfc.cis.is_empty());
    assert!(change.window().is_some_and(|window| window.contains(done.started_at)));
    if change.category != Some(ChangeCategory::Standard) {
        assert!(change.plan.as_ref().is_some_and(|plan| !plan.back_out.steps.is_empty()));
        assert!(Assessment::ALL.iter().all(|of| change.opinions.contains_key(of)));
        assert!(change.tested.is_some());
    }
}

fn holds(change: &Change) {
    began(change);
    let phase = change.phase();
    let under_way = matches!(
        phase,
        ChangePhase::Implementing
            | ChangePhase::Implemented
            | ChangePhase::BackedOut
            | ChangePhase::InReview
            | ChangePhase::RetrospectivelyDocumented
            | ChangePhase::RetrospectivelyReviewed
            | ChangePhase::Closed
    );
    assert_eq!(change.implementation.is_some(), under_way, "{phase}");
    if phase == ChangePhase::Closed {
        assert!(change.reviewed.is_some());
    }
    if matches!(phase, ChangePhase::Approved | ChangePhase::BuiltTested) {
        assert!(change.ballot.as_ref().is_some_and(|ballot| ballot.is_for(change.content())));
    }
    if change.rfc.kind.is_major() && change.ballot.is_some() && phase == ChangePhase::AwaitingApproval {
        assert_eq!(change.category, Some(ChangeCategory::Major));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_commands_gets_past_the_guards(
        begin in select(ChangePhase::ALL),
        steps in proptest::collection::vec((select(&ACTORS[..]), 0..100_usize, 0..100_usize, 0..4_i64), 1..60),
    ) {
        let kinds = Changes::LIFECYCLE.commands();
        let mut run = at(begin);
        for (who, kind, body, hours) in steps {
            let kinds: Vec<_> = match run.phase() {
                Some(phase) => Changes::LIFECYCLE.allowed(Some(phase)),
                None => kinds.clone(),
            };
            let Some(kind) = kinds.get(kind % kinds.len().max(1)).copied() else { continue };
            let bodies = bodies(kind);
            // Mostly standing still, so that windows are met; sometimes a day.
            run.now = run.now.plus_s(if hours == 3 { 86_400 } else { hours * 600 }).unwrap();
            run = run.fired();
            let before = run.record().clone();
            if run.tries_as(actor(who), kind, &bodies[body % bodies.len()]).is_err() {
                prop_assert_eq!(
                    serde_json::to_value(run.record()).unwrap(), serde_json::to_value(&before).unwrap()
                );
            }
            holds(run.record());
        }
    }
}
