//! The detection rules of spec 3.22, and the known errors that an incident is offered.

use super::*;
use crate::kernel::{CiId, Code, Link, LinkKind};
use crate::resolution::ProblemRules;
use crate::resolution::detection::{
    AnnouncedDefect, IncidentSummary, Trend, analyse, major, recurring, supplier_defect, trend,
    unexplained_workaround,
};
use crate::resolution::incident::ResolutionKind;
use crate::resolution::known_error::AffectedItem;
use crate::resolution::matching::{Features, KnownErrorSummary, MatchReason, matching};
use crate::resolution::problem_candidate::{DetectionRule, Raise, Subject};

fn rules() -> ProblemRules {
    ProblemRules::from_json(br#"{"calendar": "office"}"#).unwrap()
}

fn ci(name: &str) -> CiId {
    CiId::new(name).unwrap()
}

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// On day so many of November at noon.
fn noon(day: i64) -> Instant {
    instant("2026-11-01T12:00:00Z").plus_s((day - 1) * 86_400).unwrap()
}

fn incident(number: u32, day: i64, item: Option<&str>, symptom: Option<(&str, &str)>) -> IncidentSummary {
    IncidentSummary {
        cis: item.map(ci).into_iter().collect(),
        category: symptom.map(|(category, _)| code(category)),
        symptom_code: symptom.map(|(_, symptom)| code(symptom)),
        ..IncidentSummary::new(RecordId::new(format!("INC-{number}")).unwrap(), noon(day))
    }
}

fn linked(mut incident: IncidentSummary, kind: LinkKind) -> IncidentSummary {
    incident.links.push(Link { kind, to: RecordId::literal("X-1") });
    incident
}

fn ids(found: &Raise) -> Vec<&str> {
    found.incidents.iter().map(RecordId::as_str).collect()
}

#[test]
fn three_incidents_with_one_item_in_thirty_days_are_a_candidate() {
    let three = [1, 2, 3].map(|n| incident(n, i64::from(n) * 10, Some("srv-1"), None));
    assert_eq!(recurring(&rules(), &three[..2], noon(30)), []);
    let found = recurring(&rules(), &three, noon(40));
    assert_eq!(ids(&found[0]), ["INC-1", "INC-2", "INC-3"], "exactly thirty days count");
    assert_eq!(found[0].subject, Subject::Ci(ci("srv-1")));
    let second_later = noon(40).plus_s(1).unwrap();
    assert_eq!(recurring(&rules(), &three, second_later), []);
    assert_eq!(recurring(&rules(), &three, noon(29)), [], "what comes later does not count yet");
}

#[test]
fn category_and_symptom_together_are_a_subject_and_one_alone_is_none() {
    let alike = [1, 2, 3].map(|n| incident(n, 1, None, Some(("mail", "timeout"))));
    let found = recurring(&rules(), &alike, noon(2));
    let subject = Subject::Symptom { category: code("mail"), symptom_code: code("timeout") };
    assert_eq!(found.iter().map(|found| &found.subject).collect::<Vec<_>>(), [&subject]);
    let mut uncoded = alike.clone();
    uncoded[2].symptom_code = None;
    assert_eq!(recurring(&rules(), &uncoded, noon(2)), []);
    let mut other = alike;
    other[2].category = Some(code("file"));
    assert_eq!(recurring(&rules(), &other, noon(2)), []);
}

#[test]
fn duplicates_and_what_belongs_to_a_problem_do_not_count() {
    for kind in [LinkKind::Duplicates, LinkKind::RelatesProblem] {
        let mut three = [1, 2, 3].map(|n| incident(n, 1, Some("srv-1"), None));
        three[2] = linked(three[2].clone(), kind);
        assert_eq!(recurring(&rules(), &three, noon(2)), [], "{kind}");
    }
    let mut again = [1, 2, 3].map(|n| incident(n, 1, Some("srv-1"), None));
    again[2].id = again[1].id.clone();
    assert_eq!(recurring(&rules(), &again, noon(2)), [], "one incident told twice");
}

#[test]
fn a_symptom_that_one_item_explains_is_not_found_twice() {
    let symptom = Some(("mail", "timeout"));
    let same = [1, 2, 3].map(|n| incident(n, 1, Some("srv-1"), symptom));
    assert_eq!(recurring(&rules(), &same, noon(2)).len(), 1);
    let mut wider = same.to_vec();
    wider.push(incident(4, 1, Some("srv-2"), symptom));
    let found = recurring(&rules(), &wider, noon(2));
    assert_eq!(found.iter().map(|found| found.incidents.len()).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn the_order_of_the_incidents_changes_nothing() {
    let mut all: Vec<_> =
        (1..8).map(|n| incident(n, i64::from(n), Some("srv-1"), Some(("mail", "x")))).collect();
    let found = recurring(&rules(), &all, noon(9));
    all.reverse();
    assert_eq!(recurring(&rules(), &all, noon(9)), found);
}

#[test]
fn every_major_incident_is_a_candidate_of_what_is_known_best() {
    let subject = |item, symptom| major(&incident(1, 1, item, symptom)).subject;
    assert_eq!(subject(Some("srv-1"), Some(("mail", "x"))), Subject::Ci(ci("srv-1")));
    assert!(matches!(subject(None, Some(("mail", "x"))), Subject::Symptom { .. }));
    assert_eq!(subject(None, None), Subject::Incident(RecordId::literal("INC-1")));
}

#[test]
fn a_workaround_without_known_error_is_a_candidate() {
    let resolved = |kind| IncidentSummary { resolution: Some(kind), ..incident(1, 1, Some("srv-1"), None) };
    let workaround = resolved(ResolutionKind::Workaround);
    assert_eq!(unexplained_workaround(&workaround).unwrap().rule, DetectionRule::UnexplainedWorkaround);
    assert_eq!(unexplained_workaround(&resolved(ResolutionKind::Permanent)), None);
    assert_eq!(unexplained_workaround(&incident(1, 1, None, None)), None, "not resolved");
    for kind in [LinkKind::HasKnownError, LinkKind::RelatesProblem] {
        assert_eq!(unexplained_workaround(&linked(workaround.clone(), kind)), None, "{kind}");
    }
}

#[test]
fn a_trend_is_a_candidate_when_it_crosses_its_limit_soon() {
    let crosses =
        |day: Option<i64>| Trend { ci: ci("disk-1"), metric: code("storage"), crosses_at: day.map(noon) };
    let found = |day| trend(&rules(), &crosses(day), noon(1)).is_some();
    assert_eq!([None, Some(-5), Some(91), Some(92)].map(found), [false, true, true, false]);
}

#[test]
fn a_defect_of_a_version_in_use_is_a_candidate() {
    let (old, new) = (ci("fw-1"), ci("fw-2"));
    let in_use = || [(&old, "9.1"), (&new, "9.2")];
    let defect = |versions: &[&str]| AnnouncedDefect {
        reference: "VEN-7".into(),
        versions: versions.iter().map(|version| (*version).into()).collect(),
    };
    let found = supplier_defect(&defect(&["9.1"]), in_use());
    assert_eq!(found.iter().map(|found| &found.subject).collect::<Vec<_>>(), [&Subject::Ci(old.clone())]);
    assert_eq!(supplier_defect(&defect(&[]), in_use()).len(), 2, "all versions");
    assert_eq!(supplier_defect(&defect(&["8.0"]), in_use()), []);
}

#[test]
fn an_analysis_says_what_it_read_and_when_the_next_one_is_due() {
    let mut incidents: Vec<_> = [1, 2, 3].map(|n| incident(n, 10, Some("srv-1"), None)).to_vec();
    incidents.push(IncidentSummary {
        resolution: Some(ResolutionKind::Workaround),
        ..incident(4, 11, Some("srv-2"), None)
    });
    incidents[0].resolution = Some(ResolutionKind::Workaround);
    let analysis = analyse(&rules(), &incidents, noon(12));
    let found: Vec<_> = analysis.findings.iter().map(|found| (found.rule, found.subject.key())).collect();
    assert_eq!(
        found,
        [
            (DetectionRule::RecurringIncidents, "ci srv-1".into()),
            (DetectionRule::UnexplainedWorkaround, "ci srv-2".into()),
        ],
        "one finding of each subject"
    );
    assert_eq!((analysis.incidents, analysis.threshold, analysis.within_days), (4, 3, 30));
    assert_eq!(analysis.next_due, noon(12 + 31));
}

fn known(id: &'static str, item: Option<(&str, &[&str])>) -> KnownErrorSummary {
    let item = item.map(|(name, versions)| AffectedItem {
        ci: ci(name),
        versions: versions.iter().map(|version| version.parse().unwrap()).collect(),
    });
    KnownErrorSummary { items: item.into_iter().collect(), ..KnownErrorSummary::new(RecordId::literal(id)) }
}

fn looked_for() -> Features {
    Features {
        items: vec![(ci("srv-1"), Some("9.1".into()))],
        category: Some(code("network/vpn")),
        symptom_code: Some(code("timeout")),
    }
}

fn order(features: &Features, known: &[KnownErrorSummary]) -> Vec<String> {
    matching(features, known).iter().map(|offered| offered.known_error.to_string()).collect()
}

#[test]
fn known_errors_are_offered_by_the_strength_of_their_reasons() {
    let symptom = |known: KnownErrorSummary| KnownErrorSummary {
        symptom_code: Some(code("timeout")),
        category: Some(code("network")),
        ..known
    };
    let all = [
        known("none", Some(("srv-2", &[]))),
        KnownErrorSummary { category: Some(code("network")), ..known("category", None) },
        symptom(known("symptom", None)),
        known("item", Some(("srv-1", &[]))),
        symptom(known("item-symptom", Some(("srv-1", &[])))),
        known("version", Some(("srv-1", &["9.0", "9.1"]))),
        known("other-version", Some(("srv-1", &["9.2"]))),
    ];
    assert_eq!(order(&looked_for(), &all), ["version", "item-symptom", "item", "symptom", "category"]);
    let reasons = &matching(&looked_for(), &all)[1].reasons;
    assert_eq!(*reasons, [MatchReason::Item, MatchReason::Symptom, MatchReason::Category]);
}

#[test]
fn an_unknown_version_matches_by_the_item_alone() {
    let mut features = looked_for();
    features.items[0].1 = None;
    let offered = matching(&features, [&known("a", Some(("srv-1", &["9.2"])))]);
    assert_eq!(offered[0].reasons, [MatchReason::Item]);
}

#[test]
fn a_category_matches_what_lies_within_it_and_not_what_begins_like_it() {
    let of = |category: &str| KnownErrorSummary { category: Some(code(category)), ..known("a", None) };
    assert_eq!(order(&looked_for(), &[of("network")]).len(), 1);
    assert_eq!(order(&looked_for(), &[of("net")]).len(), 0);
    assert_eq!(order(&looked_for(), &[of("network/vpn/client")]).len(), 0);
}

#[test]
fn of_equal_matches_a_workaround_then_the_latest_then_the_id_comes_first() {
    let at = |id, day: i64, workaround| KnownErrorSummary {
        workaround,
        published_at: Some(noon(day)),
        ..known(id, Some(("srv-1", &[])))
    };
    let all = [at("d", 1, false), at("c", 2, false), at("b", 2, false), at("a", 1, true)];
    assert_eq!(order(&looked_for(), &all), ["a", "b", "c", "d"]);
    assert_eq!(order(&Features::default(), &all), Vec::<String>::new());
}
