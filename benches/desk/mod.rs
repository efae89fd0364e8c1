//! One service desk for all benches: its calendar, its agreement, its policy, and one life of an incident.

use chrono::{DateTime, Utc};
use criterion::Criterion;
use itsm::kernel::{
    Actor, Code, Context, Decision, Instant, PersonId, PolicyId, Process, RecordId, Role, ServiceId, UnitId,
    Versioned, decide, fold,
};
use itsm::priority::{Preset, PriorityMatrix};
use itsm::resolution::incident::{
    Acknowledge, AffectedService, Assign, Channel, Classify, Close, ContactLevel, KnownErrorMatch, Log,
    Resolution, ResolutionKind, Resolve,
};
use itsm::resolution::{DeskPolicy, DeskRules, IncidentCommand, Incidents};
use itsm::sla::{Agreements, IncidentPreset};
use itsm::time::{BusinessCalendar, CalendarDocument};
use std::sync::Arc;
use std::time::Duration;

pub const HOUR_S: i64 = 3_600;
/// A year of eight-hour days, five a week.
pub const YEAR_S: i64 = 52 * 40 * HOUR_S;

/// Few and short samples: each bench takes a second or two.
pub fn short() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

pub fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub fn instant(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

/// Monday to Friday, nine to twelve and one to six in Shanghai, with so many holidays: every 13th day from 2026 on.
pub fn calendar(holidays: usize) -> CalendarDocument {
    let first = utc("2026-01-02T00:00:00Z").date_naive();
    let dates: Vec<String> =
        first.iter_days().step_by(13).take(holidays).map(|date| format!("\"{date}\"")).collect();
    let day = r#"[["09:00","12:00"],["13:00","18:00"]]"#;
    let json = format!(
        r#"{{"zone":"Asia/Shanghai","week":{{"mon":{day},"tue":{day},"wed":{day},"thu":{day},"fri":{day}}},"holidays":[{}]}}"#,
        dates.join(",")
    );
    CalendarDocument::from_json(json.as_bytes()).expect("a calendar")
}

/// The same numbers in every run (splitmix64).
pub fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    (1_u64..).map(move |step| {
        let mut x = seed.wrapping_add(step.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    })
}

/// Instants all over the two years from 2026 on.
pub fn instants() -> impl Iterator<Item = DateTime<Utc>> {
    let from_s = utc("2026-01-01T00:00:00Z").timestamp();
    numbers(20_000).map(move |number| {
        DateTime::from_timestamp(from_s + (number % (730 * 86_400)) as i64, 0).expect("an instant")
    })
}

pub fn versioned<T>(id: &str, document: T) -> Versioned<T> {
    let id = PolicyId::new(id).expect("an id");
    Versioned { id, version: 1, effective_from: instant("2020-01-01T00:00:00Z"), document }
}

/// The targets that the specification proposes, in office hours; the resolution clock pauses for the user.
pub fn agreements() -> Agreements {
    let office = PolicyId::new("office").expect("an id");
    let pausing = [Code::new("user").expect("a code")];
    let policy = IncidentPreset::default().in_calendar(office).pausing_for(pausing).policy();
    let calendars = vec![versioned("office", calendar(30))];
    Agreements::new(vec![versioned("desk", policy)], calendars).expect("agreements")
}

pub fn policy() -> Arc<DeskPolicy> {
    let rules = DeskRules::from_json(br#"{"calendar": "office"}"#).expect("rules");
    let matrix = versioned("matrix", Preset::Iso.document());
    let office = versioned("office", calendar(30));
    Arc::new(DeskPolicy::new(
        &versioned("rules", rules),
        (PriorityMatrix::new(matrix.document.clone()).expect("a matrix"), matrix.reference()),
        (BusinessCalendar::new(office.document.clone()).expect("a calendar"), office.reference()),
        agreements(),
    ))
}

pub fn context(policy: &Arc<DeskPolicy>, now: Instant, actor: &Actor) -> Context<DeskPolicy> {
    Context::new(now, actor.clone()).with_entropy([7; 32]).under(Arc::clone(policy))
}

pub fn agent() -> Actor {
    Actor::new("p-17", [Role::ServiceDesk]).expect("an actor")
}

/// The requester, who confirms what the agent resolved.
pub fn user() -> Actor {
    Actor::new("p-4", [Role::User]).expect("an actor")
}

/// Log, classify, assign, acknowledge, resolve, close: minutes after the report, who, and what.
pub fn life(reported: Instant) -> Vec<(i64, Actor, IncidentCommand)> {
    let log = Log {
        channel: Channel::Phone,
        symptom: "The printer on the third floor prints blank pages".parse().expect("a text"),
        occurred_at: reported,
        service: AffectedService::Known(ServiceId::new("printing").expect("an id")),
        symptom_code: None,
        reporter: None,
        requester: Some(PersonId::new("p-4").expect("an id")),
        customer: None,
        ci: None,
        no_ci_reason: None,
        service_down: false,
        repeat_of: None,
    };
    let category = Code::new("hardware/printer").expect("a code");
    let classify =
        Classify { category, impact: 3, urgency: 2, known_error: KnownErrorMatch::None, security: false };
    let assign = Assign {
        group: UnitId::new("desk-1").expect("an id"),
        person: Some(agent().id),
        no_sla_reason: None,
    };
    let resolution = Resolution {
        code: Code::new("part_replaced").expect("a code"),
        text: "Replaced the toner".parse().expect("a text"),
        kind: ResolutionKind::Permanent,
        level: ContactLevel::L1,
        restored_at: None,
        no_problem_reason: None,
    };
    let close = Close { code: Code::new("solved").expect("a code"), category_verified: true };
    vec![
        (0, agent(), IncidentCommand::Log(Box::new(log))),
        (2, agent(), IncidentCommand::Classify(classify)),
        (3, agent(), IncidentCommand::Assign(assign)),
        (10, agent(), IncidentCommand::Acknowledge(Acknowledge {})),
        (90, agent(), IncidentCommand::Resolve(Resolve { resolution })),
        (120, user(), IncidentCommand::Close(close)),
    ]
}

/// The contexts of a life, made beforehand, so that a bench measures the decisions.
pub fn contexts(policy: &Arc<DeskPolicy>, reported: Instant) -> Vec<(Context<DeskPolicy>, IncidentCommand)> {
    let life = life(reported).into_iter();
    life.map(|(minutes, actor, command)| {
        let now = Instant::from_unix_s(reported.unix_s() + minutes * 60).expect("in range");
        (context(policy, now, &actor), command)
    })
    .collect()
}

/// Decides and folds a life; returns its decisions.
pub fn live(
    id: &RecordId,
    steps: &[(Context<DeskPolicy>, IncidentCommand)],
) -> Vec<Decision<<Incidents as Process>::Event>> {
    let mut record = None;
    steps
        .iter()
        .map(|(context, command)| {
            let decision = decide::<Incidents>(record.as_ref(), id, command, context).expect("accepted");
            fold::<Incidents>(&mut record, id, &decision, context);
            decision
        })
        .collect()
}
