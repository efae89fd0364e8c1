//! Audits, alterations and releases of one month, every value worked out by hand.

use super::story::*;
use crate::control::Cause;
use crate::control::configuration_audit::{
    ConfigurationAudit, ConfigurationAuditPhase, Deficiency, DeficiencyKind, Found, Method,
};
use crate::kernel::{Envelope, Instant, Link, LinkKind, Text};
use crate::kpi::*;
use crate::release::{Acceptance, Release, ReleaseOutcome, ReleaseState, ReleaseType};
use crate::system::{Alteration, LiveItem};
use serde_json::json;
use std::collections::BTreeSet;

fn audit(
    name: &str,
    concluded_at: Instant,
    scope: &[&str],
    found: &[(&str, DeficiencyKind)],
) -> ConfigurationAudit {
    let items: BTreeSet<_> = scope.iter().map(|item| id(item)).collect();
    let mut verified = items.clone();
    verified.extend(found.iter().map(|(item, _)| id(item)));
    let deficiency = |(item, kind): &(&str, DeficiencyKind)| Deficiency {
        closed_at: None,
        corrected_at: None,
        correction: None,
        due: None,
        found: Found { attribute: None, found: Text::default(), kind: *kind, registered: Text::default() },
        item: id(item),
        overdue: false,
    };
    ConfigurationAudit {
        envelope: Envelope::new(id(name), concluded_at, person(), concluded_at),
        phase: ConfigurationAuditPhase::Deficient,
        method: Method::Discovery,
        scope: items,
        auditor: person(),
        attributes_verified: 10,
        verified,
        deficiencies: found.iter().map(deficiency).collect(),
        report: None,
        concluded_at: Some(concluded_at),
    }
}

fn of(kpi: &str, scope: &KpiScope<'_>) -> KpiValue {
    compute(kpi, scope).unwrap()
}

#[test]
fn the_register_is_measured_by_its_audits_and_alterations() {
    use DeficiencyKind::{Differs, Missing, Unexpected};
    let mut one =
        audit("CAU-1", at(5, 0), &["a", "b", "c", "d"], &[("a", Differs), ("b", Missing), ("x", Unexpected)]);
    // Due in November: in time, at the last moment, late, never; due in December: not counted.
    let mut two = audit("CAU-2", at(10, 0), &["a", "e"], &[("e", Differs), ("e", Differs)]);
    let december = audit("CAU-3", at(31, 0), &["f"], &[("f", Missing)]);
    let when = [(20, Some(19)), (20, Some(20)), (20, Some(21))];
    for (deficiency, (due, closed)) in one.deficiencies.iter_mut().zip(when) {
        (deficiency.due, deficiency.closed_at) = (Some(at(due, 0)), closed.map(|day| at(day, 0)));
    }
    for (deficiency, due) in two.deficiencies.iter_mut().zip([30, 31]) {
        deficiency.due = Some(at(due, 0));
    }
    let alteration = |item: &str, day, cause: Option<Cause>, deployed: Option<i64>| Alteration {
        item: id(item),
        at: at(day, 0),
        cause,
        deployed_at: deployed.map(|hour| at(day - 1, hour)),
    };
    let change = || Some(Cause::Change(id("CHG-1")));
    let alterations = vec![
        alteration("a", 3, change(), Some(22)),
        alteration("a", 4, change(), Some(30)),
        alteration("b", 5, change(), None),
        alteration("c", 6, Some(Cause::AuditCorrection(id("CAU-1"))), None),
        alteration("d", 7, None, None),
        alteration("d", 31, None, None),
    ];
    let live = |item: &str, related| LiveItem { item: id(item), related };
    let scope = KpiScope::new(november())
        .with_audits([&one, &two, &december])
        .with_configuration(vec![live("a", true), live("b", false), live("c", true)], alterations);

    // Verified: a b c d a e; in order: c d a.
    assert_eq!(of("K-CFG-01", &scope).amount, Amount::ratio(3, 6));
    let figure = |kpi: &str, name| *of(kpi, &scope).figure(name).unwrap();
    // Of twenty attributes three differ.
    assert_eq!(figure("K-CFG-01", FigureName::AttributeAccuracy), Amount::ratio(17, 20));
    // (3 + 1.9208 -+ 1.96 * sqrt(1.5 + 0.9604)) / 9.8416: 18.76 % and 81.24 %.
    assert_eq!(figure("K-CFG-01", FigureName::WilsonLow), Amount::ratio(1_876, 10_000));
    assert_eq!(figure("K-CFG-01", FigureName::WilsonHigh), Amount::ratio(8_124, 10_000));
    // Found: a c d x a e; registered all but x. Of six verified b was not there.
    assert_eq!(of("K-CFG-02", &scope).amount, Amount::ratio(5, 6));
    assert_eq!(figure("K-CFG-02", FigureName::PhantomRate), Amount::ratio(1, 6));
    assert_eq!(of("K-CFG-03", &scope).amount, Amount::ratio(2, 3));
    // Five alterations, one without cause; five findings, all without.
    assert_eq!(of("K-CFG-04", &scope).amount, Amount::ratio(6, 10));
    // After two hours, and before the deployment ended; b is not deployed.
    let latency = of("K-CFG-05", &scope);
    assert_eq!(latency.amount, Amount::Mean { mean_s: 3_600, sum_s: 7_200, of: 2 });
    assert_eq!(latency.figure(FigureName::P90), Some(&Amount::Duration { seconds: 7_200 }));
    assert_eq!(latency.apart[0].counted.count, 1);
    // Due: three of the first, one of the second.
    assert_eq!(of("K-CFG-06", &scope).amount, Amount::ratio(2, 4));
}

fn release(name: &str, change: impl FnOnce(&mut Release)) -> Release {
    let mut release: Release = serde_json::from_value(json!({
        "envelope": Envelope::new(id(name), at(1, 0), person(), at(1, 0)),
        "state": {"kind": "planned"}, "title": name, "release_type": "minor", "planned_by": ["relm"], "submissions": 0,
        "acceptance_missed": false,
        "plan": {
            "back_out": "b", "builders": [], "changes": [], "communication": "c", "criteria": [], "deliverables": [], "deployers": [],
            "items": [], "rollout": "r", "targets": [], "testers": [], "training": "t", "window_from": at(1, 0), "window_until": at(2, 0),
        },
    }))
    .unwrap();
    change(&mut release);
    release
}

#[test]
fn releases_are_measured_by_outcome_promise_incidents_and_first_acceptance() {
    let closed = |outcome| ReleaseState::Closed { at: at(30, 0), outcome };
    let accepted = || Some(Acceptance { at: at(4, 0), by: BTreeSet::new(), exceptions: None });
    let all = [
        // Deployed in its window, accepted at once; one incident while it was observed, one after.
        release("REL-1", |r| {
            (r.state, r.promised_until) = (closed(ReleaseOutcome::Success), Some(at(5, 0)));
            (r.deployed_at, r.observed_until) = (Some(at(5, 0)), Some(at(19, 0)));
            (r.first_submitted_at, r.submissions, r.acceptance) = (Some(at(3, 0)), 1, accepted());
        }),
        // An emergency, late; accepted at the second submission.
        release("REL-2", |r| {
            (r.state, r.promised_until) = (closed(ReleaseOutcome::Partial), Some(at(6, 0)));
            (r.release_type, r.deployed_at, r.observed_until) =
                (ReleaseType::Emergency, Some(at(6, 1)), Some(at(20, 0)));
            (r.first_submitted_at, r.submissions, r.acceptance) = (Some(at(3, 0)), 2, accepted());
        }),
        // Promised and cancelled.
        release("REL-3", |r| {
            let reason = Text::literal("no money");
            (r.state, r.promised_until) = (ReleaseState::Cancelled { at: at(7, 0), reason }, Some(at(8, 0)));
        }),
        // Rolled back; observed into December.
        release("REL-4", |r| {
            r.state = ReleaseState::Observing { until: at(34, 0) };
            (r.rolled_back_at, r.promised_until) = (Some(at(20, 0)), Some(at(20, 0)));
        }),
    ];
    let caused = |name: &str, day, by: &str| {
        let mut one = incident(name, at(day, 0));
        one.envelope.link(Link { kind: LinkKind::CausedBy, to: id(by) });
        one
    };
    let incidents =
        [caused("INC-1", 19, "REL-1"), caused("INC-2", 20, "REL-1"), caused("INC-3", 21, "REL-4")];
    let scope = KpiScope::new(november()).with_releases(&all).with_incidents(&incidents);
    assert_eq!(of("K-REL-01", &scope).amount, Amount::ratio(1, 2));
    let on_time = of("K-REL-02", &scope);
    assert_eq!((on_time.amount, on_time.apart[0].counted.count), (Amount::ratio(1, 3), 1));
    assert_eq!(of("K-REL-03", &scope).amount, Amount::ratio(1, 2), "half an incident a release");
    assert_eq!(of("K-REL-04", &scope).amount, Amount::ratio(1, 2));
    assert_eq!(of("K-REL-05", &scope).amount, Amount::ratio(1, 2));
}

#[test]
fn a_month_without_releases_and_audits_has_no_ratio() {
    let scope = KpiScope::new(november());
    let ids = KPIS.iter().map(|kpi| kpi.id).filter(|id| id.starts_with("K-CFG") || id.starts_with("K-REL"));
    let values: Vec<_> = ids.map(|id| of(id, &scope).amount).collect();
    assert_eq!((values.len(), values.iter().all(|amount| *amount == Amount::NotApplicable)), (11, true));
}
