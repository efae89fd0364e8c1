//! Known errors against their table (spec 3.22, T-KER-L1 to T-KER-L9).

use super::problems::{DAY_S, problem_policy};
use super::*;
use crate::kernel::{NoticeKind, Recipient};
use crate::resolution::ProblemRules;
use crate::resolution::known_error::{KnownErrorPhase, KnownErrors};
use crate::time::RulesInForce;

fn problem(state: &str, attributes: &[(&str, &str)]) -> Fact {
    fact("problem", "PRB-1", state, attributes)
}

fn content() -> Value {
    json!({"problem": "PRB-1", "symptoms": "the server hangs", "cause": "a leak in the driver",
        "workaround": {"steps": "restart it"}, "items": [{"ci": "srv-1", "versions": ["9.1"]}]})
}

/// The fix is live and its observation is over.
fn verified(run: Run<KnownErrors>) -> Run<KnownErrors> {
    let until = run.now.plus_s(30 * DAY_S).unwrap().to_string();
    run.knowing(problem("under_observation", &[("observed_until", &until)])).after_s(30 * DAY_S)
}

impl Walk for KnownErrors {
    fn policy() -> Arc<RulesInForce<ProblemRules>> {
        problem_policy()
    }

    fn at(phase: Option<KnownErrorPhase>) -> Run<Self> {
        let step = |before: Run<Self>, by: &str, kind: &str| before.step(by, kind);
        match phase {
            None => Run::new()
                .knowing(problem("root_cause_identified", &[]))
                .knowing(fact("problem", "PRB-2", "classified", &[]))
                .knowing(fact("change", "CHG-1", "implemented", &[("approved", "yes")]))
                .knowing(fact("change", "CHG-2", "assessed", &[("approved", "no")]))
                .knowing(fact("release", "REL-1", "deployed", &[]))
                .knowing(fact("configuration_item", "srv-1", "live", &[])),
            Some(KnownErrorPhase::Draft) => step(Self::at(None), "l3", "known_error.draft"),
            Some(KnownErrorPhase::Published) => {
                step(Self::at(Some(KnownErrorPhase::Draft)), "l3", "known_error.publish")
            }
            Some(KnownErrorPhase::FixPending) => {
                step(Self::at(Some(KnownErrorPhase::Published)), "timer", "known_error.fix_pending")
            }
            Some(KnownErrorPhase::Retired) => {
                step(verified(Self::at(Some(KnownErrorPhase::FixPending))), "prbm", "known_error.retire")
            }
        }
    }

    fn body(kind: &str) -> Value {
        match kind {
            "known_error.draft" => json!({"content": content()}),
            "known_error.edit" => {
                let mut edited = json!({"content": content()});
                merge(&mut edited, json!({"content": {"workaround": {"steps": "restart it twice"}}}));
                edited
            }
            "known_error.publish" => json!({}),
            "known_error.fix_pending" => json!({"change": "CHG-1", "release": "REL-1"}),
            "known_error.reinstate" => json!({"reason": "it came back"}),
            "known_error.retire" => json!({"because": "fix_verified"}),
            _ => json!({"number": 1, "delivered_at": "2026-11-23T01:30:00Z"}),
        }
    }

    fn who(_: Who, _: Option<KnownErrorPhase>) -> Option<&'static str> {
        None
    }
}

fn at(phase: KnownErrorPhase) -> Run<KnownErrors> {
    KnownErrors::at(Some(phase))
}

fn drafted(changes: Value) -> Run<KnownErrors> {
    let mut body = json!({"content": content()});
    merge(&mut body, json!({"content": changes}));
    KnownErrors::at(None).then("l3", "known_error.draft", &body)
}

#[test]
fn what_the_table_does_not_have_is_refused() {
    every_command_in_every_phase::<KnownErrors>();
}

#[test]
fn who_is_not_named_has_no_authority() {
    every_role_on_every_rule::<KnownErrors>();
}

#[test]
fn a_journal_read_back_gives_the_same_known_error() {
    every_phase_replays::<KnownErrors>();
}

#[test]
fn every_guard_passes_and_refuses_each_condition_alone() {
    let body = KnownErrors::body;
    let guard = |id, run, by, kind, refuses| Guard { id, run, passes: (by, kind, body(kind)), refuses };
    every_specified_guard::<KnownErrors>(vec![
        guard(
            "T-KER-L1",
            KnownErrors::at(None),
            "timer",
            "known_error.draft",
            vec![
                ("desk", "authority", json!({})),
                ("l3", "symptoms", json!({"content": {"symptoms": ""}})),
                ("l3", "cause", json!({"content": {"cause": ""}})),
                ("l3", "workaround", json!({"content": {"workaround": {"steps": ""}}})),
                ("l3", "fact", json!({"content": {"problem": "PRB-404"}})),
                ("l3", "problem_state", json!({"content": {"problem": "PRB-2"}})),
            ],
        ),
        guard(
            "T-KER-L2",
            at(KnownErrorPhase::Published),
            "prbm",
            "known_error.edit",
            vec![
                ("prbm", "change", json!({"content": {"workaround": {"steps": "restart it"}}})),
                ("prbm", "problem", json!({"content": {"problem": "PRB-2"}})),
                ("prbm", "workaround", json!({"content": {"workaround": null}})),
            ],
        ),
        guard(
            "T-KER-L3",
            at(KnownErrorPhase::Draft),
            "prbm",
            "known_error.publish",
            vec![("desk", "authority", json!({}))],
        ),
        guard(
            "T-KER-L4",
            at(KnownErrorPhase::Published),
            "timer",
            "known_error.fix_pending",
            vec![
                ("desk", "authority", json!({})),
                ("timer", "fact", json!({"change": "CHG-404"})),
                ("timer", "fact", json!({"release": "REL-404"})),
                ("timer", "change_approved", json!({"change": "CHG-2"})),
                ("timer", "problem_state", json!({"change": null})),
            ],
        ),
        guard(
            "T-KER-L6",
            at(KnownErrorPhase::FixPending),
            "timer",
            "known_error.reinstate",
            vec![("timer", "reason", json!({"reason": ""}))],
        ),
        guard(
            "T-KER-L7",
            verified(at(KnownErrorPhase::FixPending)),
            "prbm",
            "known_error.retire",
            vec![
                ("timer", "authority", json!({})),
                ("prbm", "item_withdrawn", json!({"because": "items_withdrawn"})),
            ],
        ),
    ]);
}

#[test]
fn the_desk_is_told_what_it_can_do_or_that_it_can_do_nothing() {
    let publish = |run: &Run<KnownErrors>| run.clone().tries("l3", "known_error.publish", &json!({}));
    let refused = |run: &Run<KnownErrors>| publish(run).map(|_| ()).unwrap_err();
    assert!(refused(&drafted(json!({"workaround": null}))).lacks("workaround"));
    let nothing = json!({"none": "only the supplier can"});
    assert!(
        publish(&drafted(json!({"workaround": {"steps": null, "none": "only the supplier can"}}))).is_ok()
    );
    let unknown =
        refused(&drafted(json!({"cause": null, "workaround": {"steps": null, "none": nothing["none"]}})));
    assert!(
        unknown.lacks("cause") && unknown.missing.len() == 1,
        "cause unknown, workaround known: {unknown}"
    );
    assert!(publish(&drafted(json!({"cause": null}))).is_ok());
}

#[test]
fn publishing_editing_and_retiring_tell_the_desk() {
    let desk = Recipient::Role(Role::ServiceDesk);
    let told = |run: &Run<KnownErrors>, why: NoticeKind| {
        let notices = &run.record().envelope.notices;
        notices.iter().filter(|notice| notice.to == desk && notice.why == why).count()
    };
    let published = at(KnownErrorPhase::Published);
    assert_eq!(told(&published, NoticeKind::Progress), 1);
    let edited = published.step("l3", "known_error.edit");
    assert_eq!(told(&edited, NoticeKind::Progress), 2);
    assert_eq!(told(&at(KnownErrorPhase::Retired), NoticeKind::Closed), 1);
}

#[test]
fn it_is_retired_only_after_its_fix_was_verified_in_production() {
    let retire = KnownErrors::body("known_error.retire");
    let refuses = |run: Run<KnownErrors>, condition: &str| {
        let refusal = run.refusal("prbm", "known_error.retire", &retire);
        assert!(refusal.lacks(condition) && refusal.missing.len() == 1, "{condition}: {refusal}");
    };
    let run = at(KnownErrorPhase::FixPending);
    let over = verified(run.clone());
    let early = verified(run.clone());
    let early = Run { now: early.now.plus_s(-1).unwrap(), ..early };
    refuses(early, "fix_observed");
    refuses(run.clone(), "fix_observed");
    refuses(over.clone().knowing(fact("release", "REL-1", "rolled_back", &[])), "release_deployed");
    refuses(
        over.clone().knowing(fact("change", "CHG-1", "closed", &[("outcome", "failed_remedied")])),
        "change_implemented",
    );
    refuses(run.clone().knowing(problem("closed", &[("closure", "accepted")])), "fix_observed");
    assert!(
        run.knowing(problem("closed", &[("closure", "cured")]))
            .tries("prbm", "known_error.retire", &retire)
            .is_ok()
    );
    refuses(at(KnownErrorPhase::Published), "fix");
}

#[test]
fn it_is_retired_when_no_affected_item_is_left() {
    let withdrawn = json!({"because": "items_withdrawn"});
    for phase in [KnownErrorPhase::Published, KnownErrorPhase::FixPending] {
        assert!(at(phase).refusal("prbm", "known_error.retire", &withdrawn).lacks("item_withdrawn"));
        for state in ["withdrawn", "disposed"] {
            let gone = at(phase).knowing(fact("configuration_item", "srv-1", state, &[]));
            let retired = gone.then("prbm", "known_error.retire", &withdrawn);
            assert_eq!(retired.phase(), Some(KnownErrorPhase::Retired));
        }
    }
    let nothing = drafted(json!({"items": []})).then("l3", "known_error.publish", &json!({}));
    assert!(nothing.refusal("prbm", "known_error.retire", &withdrawn).lacks("items"));
}

#[test]
fn a_fix_that_did_not_help_puts_it_back_into_force() {
    let body = KnownErrors::body("known_error.reinstate");
    let fixing = at(KnownErrorPhase::FixPending).knowing(problem("fix_in_progress", &[]));
    assert!(fixing.refusal("timer", "known_error.reinstate", &body).lacks("problem_state"));
    let again = fixing.knowing(problem("investigating", &[])).then("timer", "known_error.reinstate", &body);
    assert_eq!(again.phase(), Some(KnownErrorPhase::Published));
    assert!(again.record().fix().is_none());
}

#[test]
fn a_release_is_added_to_a_pending_fix_once() {
    let change = json!({"change": "CHG-1"});
    let run = at(KnownErrorPhase::Published).then("timer", "known_error.fix_pending", &change);
    assert!(run.refusal("timer", "known_error.fix_pending", &change).lacks("change_new"));
    let both = run.step("timer", "known_error.fix_pending");
    assert_eq!(both.record().fix().unwrap().release, Some(RecordId::literal("REL-1")));
    assert_eq!(both.record().published_at, Some(both.now));
}
