//! Problems and known errors of one month, every value worked out by hand.

use super::story::*;
use crate::kernel::{Digest, Envelope, Instant, Link, LinkKind, Text};
use crate::kpi::*;
use crate::resolution::known_error::{
    KnownError, KnownErrorContent, KnownErrorState, RetiredBecause, Workaround,
};
use crate::resolution::problem::{
    Analysis, Problem, ProblemClosure, ProblemClosureCode, ProblemSource, ProblemState, Recurrence,
    RootCause, SimilarItems,
};

fn problem(name: &str, logged_at: Instant) -> Problem {
    Problem {
        envelope: Envelope::new(id(name), logged_at, person(), logged_at),
        state: ProblemState::Investigating { proposed: None },
        source: ProblemSource::Incident,
        proactive: false,
        symptoms: Text::literal("it hangs"),
        symptom_code: None,
        incidents: Vec::new(),
        evidence: None,
        candidate: None,
        classification: None,
        analysts: Vec::new(),
        analyses: Vec::new(),
        workaround: None,
        fixes: Vec::new(),
        observed_until: None,
        recurrences: Vec::new(),
        acceptance: None,
        reviews: Vec::new(),
    }
}

fn search(problem: &mut Problem, due: Instant, found_at: Option<Instant>) {
    let cause = RootCause {
        cause: Text::literal("a leak"),
        evidence: Vec::new(),
        similar: SimilarItems { searched: Text::literal("by version"), found: Vec::new() },
        preventive_actions: Vec::new(),
        fixed_at_once: None,
    };
    problem.analyses.push(Analysis {
        since: problem.envelope.created_at,
        due,
        missed: false,
        method: None,
        steps: Vec::new(),
        cause: found_at.map(|_| cause),
        found_at,
    });
}

fn close(problem: &mut Problem, at: Instant, code: ProblemClosureCode) {
    problem.state = ProblemState::Closed(ProblemClosure {
        at,
        by: person(),
        code,
        knowledge: None,
        monitoring: None,
        resolution: Text::literal("a new driver"),
        review_at: None,
    });
}

fn recur(problem: &mut Problem, at: Instant) {
    problem.recurrences.push(Recurrence { at, incident: id("INC-9") });
}

fn problems() -> Vec<Problem> {
    use ProblemClosureCode::{Accepted, Cured, Mitigated, NotReproducible};
    let mut all: Vec<Problem> = Vec::new();
    let mut tell = |day: i64, story: &dyn Fn(&mut Problem)| {
        let mut one = problem(&format!("PRB-{:02}", all.len() + 1), at(day, 0));
        story(&mut one);
        all.push(one);
    };
    // 01: found in time, at the last second; cured in November.
    tell(2, &|p| {
        search(p, at(9, 0), Some(at(9, 0)));
        close(p, at(20, 0), Cured);
    });
    // 02: found too late; proactive; accepted in November.
    tell(3, &|p| {
        p.proactive = true;
        search(p, at(10, 0), Some(at(10, 1)));
        close(p, at(21, 0), Accepted);
    });
    // 03: not found by the end of the period; 30 days old to the second.
    tell(1, &|p| search(p, at(20, 0), None));
    // 04: due in December: of no account yet. 05: twice due in November, found the second time.
    tell(25, &|p| search(p, at(31, 0), Some(at(26, 0))));
    tell(-60, &|p| {
        search(p, at(1, 0), Some(at(2, 0)));
        search(p, at(15, 0), Some(at(14, 0)));
    });
    // 06: mitigated. 07: given up. Neither is a cure.
    tell(-100, &|p| close(p, at(2, 0), Mitigated));
    tell(-100, &|p| close(p, at(3, 0), NotReproducible));
    // 08: cured, the 90 days end within November. 09: likewise, but it recurred on the last day.
    tell(-200, &|p| close(p, at(-80, 0), Cured));
    tell(-200, &|p| {
        close(p, at(-75, 0), Cured);
        recur(p, at(15, 0));
    });
    // 10: it recurred a second after the 90 days, and before the closure: neither counts.
    tell(-200, &|p| {
        recur(p, at(-76, 0));
        close(p, at(-75, 0), Cured);
        recur(p, at(15, 0).plus_s(1).unwrap());
    });
    // 11: the 90 days end at the end of November, so in December. 12: closed in December, 231 days old.
    tell(-200, &|p| close(p, at(-59, 0), Cured));
    tell(-200, &|p| close(p, at(31, 0), Cured));
    all
}

fn known_error(name: &str, of: &str, published_at: Option<Instant>, steps: bool) -> KnownError {
    let mut envelope = Envelope::new(id(name), at(1, 0), person(), at(1, 0));
    envelope.version = 1;
    let workaround = if steps {
        Workaround::Steps(Text::literal("restart"))
    } else {
        Workaround::None(Text::literal("none"))
    };
    KnownError {
        envelope,
        state: published_at.map_or(KnownErrorState::Draft, |_| KnownErrorState::Published),
        problem: id(of),
        content: KnownErrorContent {
            problem: id(of),
            symptoms: Text::literal("it hangs"),
            category: None,
            symptom_code: None,
            cause: None,
            workaround: Some(workaround),
            items: Vec::new(),
        },
        published_at,
    }
}

fn retired(mut known_error: KnownError, at: Instant) -> KnownError {
    known_error.state = KnownErrorState::Retired { at, because: RetiredBecause::FixVerified, fix: None };
    known_error
}

fn known_errors() -> Vec<KnownError> {
    vec![
        // 2 hours after the cause, and 4.
        known_error("KER-1", "PRB-01", Some(at(9, 2)), true),
        known_error("KER-2", "PRB-02", Some(at(10, 5)), false),
        // Before the cause was known.
        known_error("KER-3", "PRB-03", Some(at(5, 0)), true),
        // Retired in December: in force at the end of November. Retired in November: not.
        retired(known_error("KER-4", "PRB-05", Some(at(-5, 0)), true), at(31, 0)),
        retired(known_error("KER-5", "PRB-05", Some(at(-5, 0)), true), at(30, 23)),
        // A draft, and one published in December.
        known_error("KER-6", "PRB-05", None, true),
        known_error("KER-7", "PRB-05", Some(at(31, 0)), true),
    ]
}

#[test]
fn every_formula_gives_what_is_worked_out_by_hand() {
    let (problems, known_errors) = (problems(), known_errors());
    let scope = KpiScope { as_of: at(40, 0), ..KpiScope::new(november()) }
        .with_problems(&problems)
        .with_known_errors(&known_errors);
    let of = |kpi: &str| compute(kpi, &scope).unwrap();
    let pair = |kpi: &str| (of(kpi).numerator.count, of(kpi).denominator.unwrap().count);
    assert_eq!(pair("K-PRB-01"), (2, 5), "01 and the second of 05; of 01, 02, 03 and both of 05");
    assert_eq!(pair("K-PRB-02"), (2, 4), "01 and 06; of 01, 02, 06, 07");
    assert_eq!(pair("K-PRB-03"), (2, 3), "08 and 10; of 08, 09, 10");
    assert_eq!(pair("K-PRB-04"), (1, 4), "02; of 01, 02, 03, 04");
    let open = of("K-PRB-05");
    let ages: Vec<_> =
        open.breakdown.iter().map(|slice| (slice.key.as_deref().unwrap(), slice.counted.count)).collect();
    assert_eq!(open.amount, Amount::Count { count: 4 }, "03, 04, 05, 12");
    assert_eq!(ages, [("0-30", 2), ("31-90", 0), ("91-180", 1), (">180", 1)]);
    assert_eq!(pair("K-PRB-06"), (3, 4), "1, 3, 4; of 1, 2, 3, 4");
    let took = of("K-PRB-07");
    assert_eq!(took.amount, Amount::Mean { mean_s: 3 * 3_600, sum_s: 6 * 3_600, of: 2 });
    assert_eq!(
        took.apart,
        [Apart { why: ApartReason::CauseUnknown, counted: took.apart[0].counted.clone() }]
    );
    assert_eq!(took.apart[0].counted.count, 1);
    assert_ne!(took.hash, Digest::of(b""));
}

#[test]
fn incidents_that_a_known_error_explained_are_counted_when_they_are_closed() {
    let mut incidents = Vec::new();
    for (place, explained) in [true, false, false].into_iter().enumerate() {
        let mut one = incident(&format!("INC-{place}"), at(2, 0));
        if explained {
            one.envelope.link(Link { kind: LinkKind::HasKnownError, to: id("KER-1") });
        }
        if place < 2 {
            super::story::close(&mut one, at(3, 0));
        }
        incidents.push(one);
    }
    let scope = KpiScope::new(november()).with_incidents(&incidents);
    assert_eq!(compute("K-PRB-08", &scope).unwrap().amount, Amount::ratio(1, 2));
}

#[test]
fn a_record_counts_once() {
    let twice = [problem("PRB-1", at(1, 0)), problem("PRB-1", at(2, 0))];
    let scope = KpiScope::new(november()).with_problems(&twice);
    assert_eq!(compute("K-PRB-04", &scope).unwrap_err().code(), "kpi.record_twice");
}
