//! One month, twenty incidents, every value worked out by hand.

use super::story::*;
use crate::kernel::{CiId, Code, Envelope, Link, LinkKind, RecordId, ServiceId};
use crate::kpi::*;
use crate::resolution::incident::{Channel, ContactLevel, EscalationKind, ResolutionKind};
use crate::resolution::major_incident::MajorIncident;
use crate::resolution::service_request::ServiceRequest;
use crate::resolution::{Incident, IncidentState};
use crate::sla::{Metric, TicketClocks};
use crate::time::Language;
use serde_json::json;

/// Closed in November: 01 02 03 04 05 06 07 16 18, nine of them.
fn incidents() -> Vec<Incident> {
    let mut all: Vec<Incident> = Vec::new();
    let mut tell = |day: i64, hour: i64, story: &dyn Fn(&mut Incident)| {
        let mut one = incident(&format!("INC-{:02}", all.len() + 1), at(day, hour));
        story(&mut one);
        all.push(one);
    };
    let on = |i: &mut Incident, ci: &str, symptom: &str| {
        i.envelope.cis.push(CiId::new(ci).unwrap());
        i.symptom_code = Some(code(symptom));
    };
    let of = |i: &mut Incident, service: &str| i.envelope.services.push(ServiceId::new(service).unwrap());
    // 01: solved on the telephone within the target.
    tell(2, 9, &|i| {
        (i.channel, i.priority) = (Channel::Phone, Some(1));
        of(i, "mail");
        on(i, "srv-1", "vpn");
        respond(i, at(2, 9), None);
        resolve(i, at(2, 10), ContactLevel::FirstContact, 3_600, None);
        close(i, at(5, 10));
    });
    // 02: the same again a day later, handed to other skills.
    tell(3, 9, &|i| {
        i.channel = Channel::Phone;
        of(i, "mail");
        on(i, "srv-1", "vpn");
        respond(i, at(3, 9), None);
        hop(i, at(3, 10), EscalationKind::Functional);
        resolve(i, at(3, 11), ContactLevel::L1, 7_200, None);
        close(i, at(6, 0));
    });
    // 03: both clocks missed, no CI; warned only after the first breach.
    tell(4, 9, &|i| {
        i.channel = Channel::Mail;
        of(i, "erp");
        respond(i, at(4, 11), Some(at(4, 10)));
        warn(i, at(5, 1), Some(at(5, 1)));
        resolve(i, at(5, 4), ContactLevel::L2, 36_000, Some(at(5, 2)));
        close(i, at(8, 0));
    });
    // 04: missed, warned in time, excused.
    tell(7, 1, &|i| {
        i.channel = Channel::Chat;
        on(i, "srv-2", "disk");
        respond(i, at(7, 1), None);
        warn(i, at(7, 4), Some(at(7, 4)));
        resolve(i, at(7, 6), ContactLevel::L1, 18_000, Some(at(7, 5)));
        let mut clock = i.clocks.get(Metric::Resolution).unwrap().clone();
        excuse(&mut clock, at(9, 0));
        put(i, clock);
        close(i, at(10, 0));
    });
    // 05: first contact, but transferred; repeated by 06 three days after closure.
    tell(8, 0, &|i| {
        i.channel = Channel::Desk;
        i.no_ci_reason = Some("a question of use".parse().unwrap());
        hop(i, at(8, 0), EscalationKind::Hierarchical);
        resolve(i, at(8, 1), ContactLevel::FirstContact, 1_800, None);
        close(i, at(11, 0));
    });
    // 06: the repeat; reopened once, moved three times.
    tell(14, 0, &|i| {
        on(i, "srv-3", "disk");
        i.envelope.link(Link { kind: LinkKind::RepeatOf, to: id("INC-05") });
        hop(i, at(14, 0), EscalationKind::Functional);
        hop(i, at(14, 1), EscalationKind::Functional);
        resolve(i, at(14, 2), ContactLevel::L1, 7_200, None);
        reopen(i, at(15, 0));
        hop(i, at(15, 1), EscalationKind::Functional);
        resolve(i, at(16, 0), ContactLevel::L1, 10_800, None);
        close(i, at(19, 0));
    });
    // 07: no clock; 31 days after 13 on the same CI; its 7 days end exactly when the records were read.
    tell(20, 0, &|i| {
        i.channel = Channel::Phone;
        on(i, "srv-4", "disk");
        mend(i, at(22, 0), ContactLevel::L3);
        close(i, at(26, 0));
    });
    // 08: resolved, not closed.
    tell(28, 0, &|i| resolve(i, at(28, 1), ContactLevel::L1, 3_600, None));
    // 09: reopened and open at the end; moved twice. Five days old.
    tell(26, 0, &|i| {
        hop(i, at(26, 1), EscalationKind::Functional);
        hop(i, at(27, 0), EscalationKind::Functional);
        resolve(i, at(27, 1), ContactLevel::L2, 90_000, None);
        reopen(i, at(28, 0));
    });
    // 10, 11, 12, 13: open, aged half a day, 2 days, exactly 30 days, and 42 days.
    tell(30, 12, &|_| {});
    tell(29, 0, &|_| {});
    tell(1, 0, &|i| {
        // Its clock runs and was breached; the warning never arrived.
        let mut running = clock(Metric::Resolution, at(1, 0));
        running.breached_at = Some(at(2, 0));
        put(i, running);
        warn(i, at(1, 12), None);
    });
    tell(-11, 0, &|i| on(i, "srv-4", "disk"));
    // 14: a mistake. 15: a request.
    tell(10, 0, &|i| i.state = IncidentState::Cancelled { at: at(10, 1) });
    tell(12, 0, &|i| i.state = IncidentState::Converted { at: at(12, 1), to: id("SRQ-9") });
    // 16: logged, moved twice and resolved in October, closed in November.
    tell(-6, 0, &|i| {
        on(i, "srv-5", "disk");
        respond(i, at(-5, 0), None);
        hop(i, at(-5, 1), EscalationKind::Functional);
        hop(i, at(-5, 2), EscalationKind::Functional);
        resolve(i, at(-1, 0), ContactLevel::Supplier, 14_400, None);
        close(i, at(2, 0));
    });
    // 17: missed though warned; closed in December.
    tell(30, 1, &|i| {
        respond(i, at(30, 1), None);
        warn(i, at(30, 4), Some(at(30, 4)));
        resolve(i, at(30, 6), ContactLevel::L2, 18_000, Some(at(30, 5)));
        close(i, at(32, 0));
    });
    // 18: nothing was wrong.
    tell(15, 0, &|i| {
        i.channel = Channel::Phone;
        on(i, "srv-1", "noise");
        resolve(i, at(15, 1), ContactLevel::L1, 900, None);
        i.resolution.as_mut().unwrap().kind = ResolutionKind::NoFault;
        close(i, at(18, 0));
    });
    // 19: logged at the first instant of December.
    tell(31, 0, &|_| {});
    // 20: closed at the first instant of December.
    tell(25, 0, &|i| {
        resolve(i, at(28, 0), ContactLevel::L1, 3_600, None);
        close(i, at(31, 0));
    });
    all
}

struct Others {
    ids: Vec<RecordId>,
    model: Code,
    met: TicketClocks,
    missed: TicketClocks,
    none: TicketClocks,
}

impl Others {
    fn new() -> Self {
        let stopped = |ended_at, consumed_s, breached_at| {
            let mut clock = clock(Metric::Resolution, at(4, 0));
            stop(&mut clock, ended_at, consumed_s, breached_at);
            clocks(&[clock])
        };
        Self {
            ids: (1..=9).map(|n| id(&format!("R-{n}"))).collect(),
            model: code("new-laptop"),
            met: stopped(at(5, 0), 3_600, None),
            missed: stopped(at(6, 0), 10_800, Some(at(5, 12))),
            none: TicketClocks::default(),
        }
    }

    fn majors(&self) -> Vec<MajorRow<'_>> {
        let row = |n: usize, declared_at, restored_at, review_due, reviewed_at| MajorRow {
            id: &self.ids[n],
            declared_at,
            downgraded_at: None,
            restored_at,
            review_due,
            reviewed_at,
        };
        vec![
            row(0, at(5, 0), Some(at(5, 3)), Some(at(12, 0)), Some(at(12, 0))),
            row(1, at(20, 0), Some(at(20, 6)), Some(at(27, 0)), Some(at(28, 0))),
            MajorRow { downgraded_at: Some(at(9, 1)), ..row(2, at(9, 0), None, None, None) },
            row(3, at(0, 0), Some(at(1, 0)), Some(at(8, 0)), None),
            row(4, at(30, 0), Some(at(32, 0)), Some(at(37, 0)), None),
        ]
    }

    fn requests(&self) -> Vec<RequestRow<'_>> {
        let row = |n: usize, submitted_at, fulfilled_at, model, clocks| RequestRow {
            id: &self.ids[n],
            submitted_at,
            fulfilled_at: Some(fulfilled_at),
            model,
            clocks,
        };
        vec![
            row(0, at(4, 0), at(5, 0), Some(&self.model), &self.met),
            row(1, at(4, 0), at(6, 0), None, &self.missed),
            row(2, at(-1, 0), at(7, 0), None, &self.none),
            row(3, at(29, 0), at(32, 0), Some(&self.model), &self.none),
        ]
    }
}

fn ids(counted: &Counted) -> String {
    let short = |id: &RecordId| id.as_str().chars().skip(4).collect::<String>();
    counted.ids.get("incident").into_iter().flatten().map(short).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_formula_gives_what_is_worked_out_by_hand() {
    let (incidents, others) = (incidents(), Others::new());
    let mut scope = KpiScope::new(november()).with_incidents(&incidents);
    (scope.major_incidents, scope.requests) = (others.majors(), others.requests());
    (scope.as_of, scope.cis_or_users_in_scope) = (at(33, 0), Some(400));
    let of = |kpi: &str| compute(kpi, &scope).unwrap();
    let pair = |kpi: &str| match of(kpi).amount {
        Amount::Ratio { basis_points, numerator, denominator } => (numerator, denominator, basis_points),
        other => panic!("{kpi}: {other:?}"),
    };

    // 20 but for 13 and 16 (October) and 19 (December).
    assert_eq!(of("K-INC-01").amount, Amount::Count { count: 17 });
    // Stopped in November: 01 02 03 04 17; missed: 03. 16 was stopped in October.
    assert_eq!(pair("K-INC-02"), (4, 5, 8_000));
    // Finally resolved in November with a clock: 01 02 03 04 05 06 08 17 18 20; missed: 03 04 17.
    assert_eq!(pair("K-INC-03"), (7, 10, 7_000));
    assert_eq!(ids(&of("K-INC-03").numerator), "01 02 05 06 08 18 20");
    let with = of("K-INC-03").with_excused.unwrap();
    assert_eq!((ids(&with.excused).as_str(), with.amount), ("04", Amount::ratio(8, 10)));
    assert_eq!(ids(&of("K-INC-03").apart[0].counted), "07");
    // 900 1800 3600 7200 10800 14400 18000 36000: sum 92700, eighth 11587.5; ranks 4 and 8.
    assert_eq!(of("K-INC-04").amount, Amount::Mean { mean_s: 11_587, sum_s: 92_700, of: 8 });
    assert_eq!(of("K-INC-04").figure(FigureName::Median), Some(&Amount::Duration { seconds: 7_200 }));
    assert_eq!(of("K-INC-04").figure(FigureName::P90), Some(&Amount::Duration { seconds: 36_000 }));
    // By telephone, chat or in person: 01 02 04 05 07 18; at once and not transferred: 01.
    assert_eq!(pair("K-INC-05"), (1, 6, 1_666));
    // 01 04 05 18 of nine: 02 and 06 went to other skills.
    assert_eq!(pair("K-INC-06"), (4, 9, 4_444));
    // All closed but 07, whose seven days were not over: eight. 05 was repeated, 06 reopened.
    assert_eq!(pair("K-INC-07"), (6, 8, 7_500));
    assert_eq!(ids(&of("K-INC-07").apart[0].counted), "07");
    // Reopened: 06 09. Resolved: 01 to 05, 06 twice, 07 08 09 17 18 20.
    assert_eq!(pair("K-INC-08"), (2, 13, 1_538));
    assert!(ids(&of("K-INC-08").denominator.unwrap()).contains("06 06"), "an event is counted, not a record");
    // 06 and 09; 09 is not among the nine closed ones, for this is a rate.
    assert_eq!(pair("K-INC-09"), (2, 9, 2_222));
    // 09 to 13.
    assert_eq!(of("K-INC-10").amount, Amount::Count { count: 5 });
    assert_eq!(of("K-INC-10").figure(FigureName::BacklogRatio), Some(&Amount::ratio(5, 9)));
    let ages: Vec<_> = of("K-INC-10").breakdown.iter().map(|slice| ids(&slice.counted)).collect();
    assert_eq!(ages, ["10", "11", "09", "12", "13"]);
    // All nine but 03.
    assert_eq!(pair("K-INC-11"), (8, 9, 8_888));
    // 02 is like 01, 06 repeats 05; 07 is 31 days after 13.
    assert_eq!(pair("K-INC-12"), (2, 9, 2_222));
    // First, second and fifth; restored in November after 3, 6 and 24 hours.
    assert_eq!(of("K-INC-13").amount, Amount::Count { count: 3 });
    let mean = Amount::Mean { mean_s: 39_600, sum_s: 118_800, of: 3 };
    assert_eq!(of("K-INC-13").figure(FigureName::MeanToRestore), Some(&mean));
    // Due: first, second, fourth; only the first in time.
    assert_eq!(pair("K-INC-14"), (1, 3, 3_333));
    // Breached: 03 04 12 17; warned before: 04 17.
    assert_eq!(pair("K-INC-15"), (2, 4, 5_000));
    // 17 logged without 14 15 18: 14 per 400, 3.50 per 100.
    assert_eq!(pair("K-INC-16"), (14, 400, 350));
    // 7 of 10 incidents, 1 of 2 requests; one excused.
    assert_eq!(pair("K-SLM-03"), (8, 12, 6_666));
    assert_eq!(of("K-SLM-03").with_excused.unwrap().amount, Amount::ratio(9, 12));
    assert_eq!(pair("K-SRQ-01"), (1, 2, 5_000));
    assert_eq!(of("K-SRQ-02").amount, Amount::Mean { mean_s: 7_200, sum_s: 14_400, of: 2 });
    assert_eq!(pair("K-SRQ-03"), (2, 3, 6_666));
}

#[test]
fn the_volume_is_split_without_loss() {
    let incidents = incidents();
    let value = compute("K-INC-01", &KpiScope::new(november()).with_incidents(&incidents)).unwrap();
    for dimension in [Dimension::Service, Dimension::Category, Dimension::Priority] {
        let parts = value.breakdown.iter().filter(|slice| slice.dimension == dimension);
        assert_eq!(parts.map(|slice| slice.counted.count).sum::<u64>(), 17, "{dimension}");
    }
    let mail = value.breakdown.iter().find(|slice| slice.key.as_deref() == Some("mail")).unwrap();
    assert_eq!(ids(&mail.counted), "01 02");
}

#[test]
fn a_cycle_that_began_anew_adds_its_time_and_one_that_was_continued_does_not() {
    let mut one = incident("INC-1", at(2, 0));
    resolve(&mut one, at(2, 1), ContactLevel::L1, 100, None);
    reopen(&mut one, at(3, 0));
    resolve(&mut one, at(3, 1), ContactLevel::L1, 150, None);
    reopen(&mut one, at(4, 0));
    let mut anew = one.clocks.get(Metric::Resolution).unwrap().clone();
    (anew.cycle, anew.started_at) = (2, at(4, 0));
    put(&mut one, anew);
    resolve(&mut one, at(5, 0), ContactLevel::L1, 30, None);
    close(&mut one, at(6, 0));
    let value = compute("K-INC-04", &KpiScope::new(november()).with_incidents([&one])).unwrap();
    assert_eq!(value.amount, Amount::Mean { mean_s: 180, sum_s: 180, of: 1 }, "150 + 30");
}

#[test]
fn moves_before_an_import_come_first_and_are_named_where_they_have_no_date() {
    let (mut one, mut two) = (incident("INC-1", at(2, 0)), incident("INC-2", at(2, 0)));
    one.hops = 1;
    hop(&mut one, at(3, 0), EscalationKind::Functional);
    hop(&mut one, at(40, 0), EscalationKind::Functional);
    two.hops = 2;
    for moved in [&mut one, &mut two] {
        resolve(moved, at(4, 0), ContactLevel::L2, 60, None);
        close(moved, at(5, 0));
    }
    let value = compute("K-INC-09", &KpiScope::new(november()).with_incidents([&one, &two])).unwrap();
    assert_eq!(value.amount, Amount::ratio(1, 2), "its second move is the first dated one");
    assert_eq!(
        value.apart[0].counted,
        Counted { count: 1, ids: [("incident".into(), vec![id("INC-2")])].into() }
    );
}

#[test]
fn the_desks_records_are_read_as_they_stand() {
    let major: MajorIncident = serde_json::from_value(json!({
        "envelope": Envelope::new(id("MAJ-1"), at(3, 0), person(), at(3, 0)),
        "state": {"kind": "downgraded", "at": at(3, 2), "by": "m", "reason": "one user", "proposed_by": "n"},
        "incident": "INC-1", "manager": "m", "managers": ["m"], "declared_at": at(3, 1), "notice_due": at(3, 2),
        "update_every_s": 3_600, "updates_missed": 0
    }))
    .unwrap();
    let mut request: ServiceRequest = serde_json::from_value(json!({
        "envelope": Envelope::new(id("SRQ-1"), at(4, 0), person(), at(4, 0)),
        "state": {"kind": "fulfilled", "at": at(5, 0), "notices": 0},
        "model": "new-laptop", "requester": "a", "beneficiary": "a", "actions": 0,
        "fulfilled": {"at": at(5, 0), "by": "b"}, "clocks": []
    }))
    .unwrap();
    request.clocks = Others::new().met;
    let scope = KpiScope::new(november()).with_major_incidents([&major]).with_requests([&request]);
    let declared = compute("K-INC-13", &scope).unwrap();
    assert_eq!(declared.amount, Amount::Count { count: 0 });
    assert_eq!(declared.apart[0].why, ApartReason::Downgraded);
    assert_eq!(compute("K-SRQ-01", &scope).unwrap().amount, Amount::ratio(1, 1));
    assert_eq!(compute("K-SRQ-03", &scope).unwrap().amount, Amount::ratio(1, 1));
}

#[test]
fn a_status_compares_without_rounding() {
    let two_thirds = Amount::ratio(2, 3);
    let wanted = |target, threshold| Some(KpiTarget { target, threshold });
    let up = |target| KpiStatus::of(&two_thirds, Direction::Up, target);
    let down = |target| KpiStatus::of(&two_thirds, Direction::Down, target);
    assert_eq!(up(wanted(6_666, None)), KpiStatus::Met);
    assert_eq!(up(wanted(6_667, Some(6_000))), KpiStatus::Tolerated);
    assert_eq!(down(wanted(6_666, None)), KpiStatus::Missed, "two thirds are more than 66.66 %");
    assert_eq!(down(wanted(6_667, None)), KpiStatus::Met);
    assert_eq!(KpiStatus::of(&two_thirds, Direction::Informative, wanted(1, None)), KpiStatus::NoTarget);
    let nothing = KpiStatus::of(&Amount::NotApplicable, Direction::Up, wanted(1, None));
    assert_eq!(nothing, KpiStatus::NotApplicable);
}

#[test]
fn the_catalogue_holds_each_id_once_and_every_kpi_it_promises() {
    let ids: std::collections::BTreeSet<_> = KPIS.iter().map(|kpi| kpi.id.to_owned()).collect();
    let incidents = (1..=16).map(|n| format!("K-INC-{n:02}"));
    let requests = (1..=3).map(|n| format!("K-SRQ-{n:02}"));
    let changes = (1..=11).map(|n| format!("K-CHG-{n:02}"));
    let problems = (1..=8).map(|n| format!("K-PRB-{n:02}"));
    let desk = incidents.chain(requests).chain(["K-SLM-03".to_owned()]);
    let items = (1..=6).map(|n| format!("K-CFG-{n:02}"));
    let releases = (1..=5).map(|n| format!("K-REL-{n:02}"));
    let promised = desk.chain(problems).chain(items).chain(changes).chain(releases).collect();
    assert_eq!((ids.len(), ids), (KPIS.len(), promised));
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let one = incident("INC-1", at(2, 0));
    let twice = KpiScope::new(november()).with_incidents([&one, &one]);
    assert_eq!(
        compute("K-INC-01", &twice).unwrap_err().to_string(),
        "the incident `INC-1` was handed in twice"
    );
    let early = KpiScope { as_of: at(30, 0), ..KpiScope::new(november()) };
    assert_eq!(compute_all(&early).unwrap_err().code(), "kpi.period_not_over");
    assert_eq!(compute("K-INC-17", &KpiScope::new(november())).unwrap_err().code(), "kpi.unknown");
    assert_eq!(Period::new(at(2, 0), at(2, 0), "Etc/UTC").unwrap_err().code(), "kpi.period_empty");
    let backwards = r#"{"from":"2026-11-02T00:00:00Z","to":"2026-11-01T00:00:00Z","zone":"Etc/UTC"}"#;
    assert!(serde_json::from_str::<Period>(backwards).is_err());
}

#[test]
fn the_table_is_aligned_in_both_languages_and_fits_80_columns() {
    use unicode_width::UnicodeWidthStr;
    let incidents = incidents();
    let mut scope = KpiScope::new(november()).with_incidents(&incidents);
    scope.targets.insert("K-INC-03".into(), KpiTarget { target: 9_500, threshold: None });
    let values = compute_all(&scope).unwrap();
    for language in [Language::English, Language::Chinese] {
        let text = to_text(&values, language);
        assert!(text.lines().all(|line| line.width() <= 80), "{text}");
        let column = |word: &str| {
            let line = text.lines().find(|line| line.contains(word)).unwrap();
            line.split(word).next().unwrap().width()
        };
        assert_eq!(column("70.00 %"), column("80.00 %"), "{text}");
    }
    let chinese = to_text(&values, Language::Chinese);
    let line = chinese.lines().find(|line| line.starts_with("K-INC-03")).unwrap();
    let cells: Vec<_> = line.split_whitespace().collect();
    assert_eq!(cells, ["K-INC-03", "解决及时率", "70.00", "%", "7/10", "95.00", "未达标"]);
}
