//! One month of changes, every value worked out by hand.

use super::story::*;
use crate::control::ChangeCategory::{self, Emergency, Minor, Significant, Standard};
use crate::control::change::{
    BackOut, Change, ChangeClosure, ChangeOutcome, ChangeState, ChangeWindow, Implementation, Pir, Reviewed,
    StandardUse,
};
use crate::kernel::{CiId, Instant, Link, LinkKind, Text};
use crate::kpi::*;
use serde_json::json;

fn change(name: &str, category: ChangeCategory, submitted_at: Instant) -> Change {
    let envelope = json!({
        "id": name, "created_at": submitted_at, "created_by": "ann", "occurred_at": submitted_at,
        "updated_at": submitted_at, "version": 1, "confidentiality": "internal",
    });
    let state = json!({"kind": "scheduled"});
    let record = json!({"envelope": envelope, "state": state, "requester": "ann", "rfc": {}});
    let mut change: Change = serde_json::from_value(record).unwrap();
    change.category = Some(category);
    change.submitted_at = Some(submitted_at);
    change.approved_at = Some(submitted_at);
    change
}

fn planned(change: &mut Change, from: Instant, until: Instant) {
    let window = ChangeWindow { from, until };
    change.standard = Some(StandardUse { model: id("CHM-1"), implementer: person(), window });
}

fn done(change: &mut Change, started_at: Instant, ended_at: Instant) {
    change.state = ChangeState::Implemented;
    change.implementation = Some(Implementation {
        started_at,
        started_by: person(),
        implementers: vec![person()],
        approved: true,
        baseline: None,
        back_out_known: None,
        ended_at: Some(ended_at),
        steps: Vec::new(),
        verification: None,
        deviations: Vec::new(),
        back_out: None,
    });
}

fn undone(change: &mut Change) {
    change.state = ChangeState::BackedOut;
    let back_out =
        BackOut { reason: Text::default(), restored: Text::default(), service_hit: false, incident: None };
    change.implementation.as_mut().unwrap().back_out = Some(back_out);
}

fn reviewed(change: &mut Change, due: Instant, at: Instant, outcome: ChangeOutcome) {
    change.dues.review = Some(due);
    let pir = Pir {
        objective_met: true,
        outcome,
        incidents: Vec::new(),
        unplanned_downtime_s: 0,
        deviations: Vec::new(),
        lessons: Vec::new(),
        reviewers: Vec::new(),
    };
    change.reviewed = Some(Reviewed { at, pir, was_emergency: None, finding: None });
}

fn closed(change: &mut Change, at: Instant) {
    let outcome = change.reviewed.as_ref().unwrap().pir.outcome;
    change.state = ChangeState::Closed(ChangeClosure {
        at,
        by: person(),
        outcome,
        no_ci_difference: Default::default(),
        investigation: None,
        actions: Vec::new(),
    });
}

/// Implemented in November: A to F. G waits, H was withdrawn after the month, I was implemented in October, J corrects C, K follows D.
fn changes() -> Vec<Change> {
    let on = |change: &mut Change| change.envelope.cis.push(CiId::new("db-1").unwrap());
    // A: as planned, successful. Ten days.
    let mut a = change("CHG-A", Significant, at(1, 0));
    planned(&mut a, at(11, 0), at(11, 4));
    done(&mut a, at(10, 22), at(11, 0));
    a.implementation.as_mut().unwrap().started_at = at(11, 0);
    reviewed(&mut a, at(20, 0), at(20, 0), ChangeOutcome::Successful);
    closed(&mut a, at(21, 0));
    // B: standard, ended an hour late, successful but for the incident it caused. One day.
    let mut b = change("CHG-B", Standard, at(2, 0));
    planned(&mut b, at(2, 20), at(2, 23));
    done(&mut b, at(2, 22), at(3, 0));
    reviewed(&mut b, at(12, 0), at(12, 1), ChangeOutcome::Successful);
    closed(&mut b, at(13, 0));
    // C: failed and remedied. Four days. Begun before it was approved.
    let mut c = change("CHG-C", Significant, at(4, 0));
    on(&mut c);
    planned(&mut c, at(7, 0), at(9, 0));
    done(&mut c, at(7, 12), at(8, 0));
    c.approved_at = Some(at(7, 13));
    reviewed(&mut c, at(31, 0), at(20, 0), ChangeOutcome::FailedRemedied);
    closed(&mut c, at(30, 0));
    // D: undone and asked for again. Two days.
    let mut d = change("CHG-D", Minor, at(18, 0));
    planned(&mut d, at(19, 0), at(21, 0));
    done(&mut d, at(19, 0), at(20, 0));
    undone(&mut d);
    d.dues.review = Some(at(30, 0));
    // E and F: emergencies without a window, an hour each; E made good for in time, F documented late.
    let emergency = |name, day: i64, documented: i64| {
        let mut one = change(name, Emergency, at(day, 0));
        done(&mut one, at(day, 0), at(day, 1));
        one.dues.documentation = Some(at(day + 1, 1));
        one.documented_at = Some(at(documented, 0));
        reviewed(&mut one, at(day + 5, 1), at(day + 4, 0), ChangeOutcome::Successful);
        one
    };
    let (e, f) = (emergency("CHG-E", 5, 6), emergency("CHG-F", 25, 27));
    let mut g = change("CHG-G", Minor, at(3, 0));
    planned(&mut g, at(30, 0), at(30, 1));
    let mut h = change("CHG-H", Minor, at(3, 0));
    planned(&mut h, at(29, 0), at(29, 1));
    h.state = ChangeState::Withdrawn { at: at(31, 1), reason: Text::default() };
    let mut i = change("CHG-I", Minor, at(-5, 0));
    done(&mut i, at(0, 22), at(0, 23));
    let raised =
        |change: &mut Change, to: &str| change.envelope.link(Link { kind: LinkKind::RaisedFrom, to: id(to) });
    let mut j = change("CHG-J", Minor, at(10, 0));
    on(&mut j);
    raised(&mut j, "INC-2");
    let mut k = change("CHG-K", Minor, at(22, 0));
    raised(&mut k, "CHG-D");
    k.approved_at = None;
    vec![a, b, c, d, e, f, g, h, i, j, k]
}

#[test]
fn every_formula_gives_what_is_worked_out_by_hand() {
    let changes = changes();
    let by = |name: &str, change: &str, logged: Instant| {
        let mut one = incident(name, logged);
        one.envelope.link(Link { kind: LinkKind::CausedBy, to: id(change) });
        one
    };
    // One of B in its window; one of A when its fourteen days are over.
    let incidents = [by("INC-1", "CHG-B", at(4, 0)), by("INC-2", "CHG-A", at(25, 0))];
    let mut scope = KpiScope::new(november()).with_changes(&changes).with_incidents(&incidents);
    scope.as_of = at(34, 0);
    let of = |kpi: &str| compute(kpi, &scope).unwrap();
    let ids = |counted: &Counted| {
        let ids = counted.ids.get("change").into_iter().flatten();
        ids.map(|id| id.as_str().trim_start_matches("CHG-")).collect::<String>()
    };
    let both = |kpi: &str| (ids(&of(kpi).numerator), ids(&of(kpi).denominator.unwrap()));
    let pair = |numerator: &str, denominator: &str| (numerator.to_owned(), denominator.to_owned());

    assert_eq!(both("K-CHG-01"), pair("A", "ABC"));
    assert_eq!(both("K-CHG-02"), pair("EF", "ABCDEF"));
    assert_eq!(of("K-CHG-02").figure(FigureName::WithoutStandardChanges), Some(&Amount::ratio(2, 5)));
    assert_eq!(both("K-CHG-03"), pair("D", "ABCDEF"));
    // The fourteen days of D end on the 34th, those of F later.
    assert_eq!(both("K-CHG-04"), pair("B", "ABCDE"));
    assert_eq!(ids(&of("K-CHG-04").apart[0].counted), "F");
    // J came of an incident of A, but A was of no item; C failed, D was asked for again.
    assert_eq!(both("K-CHG-05"), pair("CD", "ABCDEF"));
    // Due in November: A and E in time, F on the 30th in time, B an hour late, D not at all; C on 1 December.
    assert_eq!(both("K-CHG-06"), pair("AEF", "ABDEF"));
    // In hours 240 24 96 48 1 1: ranks 3 and 6 of 1 1 24 48 96 240.
    let hours = |count: i64| Amount::Duration { seconds: count * 3_600 };
    assert_eq!(of("K-CHG-07").amount, hours(24));
    assert_eq!(of("K-CHG-07").figure(FigureName::P90), Some(&hours(240)));
    let split = of("K-CHG-07").breakdown;
    let significant = split.iter().find(|slice| slice.key.as_deref() == Some("significant")).unwrap();
    assert_eq!(ids(&significant.counted), "AC");
    assert_eq!(
        significant.figures.iter().map(|figure| figure.amount).collect::<Vec<_>>(),
        [hours(96), hours(240)]
    );
    assert_eq!(both("K-CHG-08"), pair("ACD", "ABCD"));
    assert_eq!(ids(&of("K-CHG-08").apart[0].counted), "EF");
    assert_eq!(both("K-CHG-09"), pair("E", "EF"));
    // J is scheduled without a window.
    assert_eq!(
        (of("K-CHG-10").amount, ids(&of("K-CHG-10").numerator)),
        (Amount::Count { count: 2 }, "GH".to_owned())
    );
    assert_eq!(both("K-CHG-11"), pair("ABDEF", "ABCDEF"));
}

#[test]
fn a_corrective_change_of_the_same_item_is_rework() {
    let mut first = change("CHG-1", Minor, at(2, 0));
    first.envelope.cis.push(CiId::new("db-1").unwrap());
    done(&mut first, at(3, 0), at(3, 1));
    let mut fix = change("CHG-2", Minor, at(17, 0));
    fix.envelope.cis.push(CiId::new("db-1").unwrap());
    fix.envelope.link(Link { kind: LinkKind::RaisedFrom, to: id("CHG-1") });
    let reworked = |fix: &Change| {
        let changes = [first.clone(), fix.clone()];
        let scope = KpiScope::new(november()).with_changes(&changes);
        compute("K-CHG-05", &scope).unwrap().numerator.count
    };
    assert_eq!(reworked(&fix), 1);
    let mut late = fix.clone();
    late.envelope.created_at = at(17, 1);
    assert_eq!(reworked(&late), 0, "fourteen days after its end");
    let mut elsewhere = fix.clone();
    elsewhere.envelope.cis = vec![CiId::new("db-2").unwrap()];
    assert_eq!(reworked(&elsewhere), 0, "another item");
    fix.envelope.links.clear();
    assert_eq!(reworked(&fix), 0, "it came of something else");
}
