//! What is done with hostile bytes: the fuzz targets and the tests beside this file run the same bodies.
//!
//! A body takes any bytes. It may refuse them; it never panics, and what it accepts keeps its laws.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use itsm::kernel::{Actor, Code, Context, Instant, PolicyId, Role, UnitId, Versioned};
use itsm::priority::PriorityMatrix;
use itsm::sla::{
    Agreements, History, HistoryEntry, ReopenPolicy, RetargetPolicy, SlaPolicy, Stimulus, TermsStated,
    Ticket, replay,
};
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemJournal};
use itsm::time::{BusinessCalendar, CalendarDocument};

/// One target: its name, which is also the folder of its seeds, and its body.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub name: &'static str,
    pub body: fn(&[u8]),
}

pub const TARGETS: [Target; 5] = [
    Target { name: "calendar_document", body: calendar_document },
    Target { name: "command_document", body: command_document },
    Target { name: "journal_replay", body: journal_replay },
    Target { name: "matrix_document", body: matrix_document },
    Target { name: "sla_policy", body: sla_policy },
];

/// A calendar that was read answers at every instant: with an instant, a number, or a refusal.
pub fn calendar_document(bytes: &[u8]) {
    let Ok(calendar) = BusinessCalendar::from_json(bytes) else { return };
    let _ = calendar.document().lint();
    let outside = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC];
    for at in outside {
        assert!(calendar.is_open(at).is_err(), "{at} lies outside the range");
    }
    for start in instants() {
        let opens = calendar.next_open(start).expect("an instant of the range");
        assert!(opens.is_none_or(|opens| opens >= start));
        calendar.next_close(start).expect("an instant of the range");
        for seconds in [0, 1, 3_600, 86_400, -1, -3_600, 40_000_000, 6_000_000_000, i64::MAX, i64::MIN] {
            let Ok(end) = calendar.add(start, seconds) else { continue };
            if seconds >= 0 {
                assert_eq!(calendar.between(start, end), Ok(seconds), "{start} and {seconds} s");
            }
        }
        let after = start.checked_add_signed(chrono::TimeDelta::days(40)).expect("a date of chrono");
        if let Ok(ledger) = calendar.ledger(start, after) {
            assert_eq!(calendar.between(start, after), Ok(ledger.counted_s));
        }
    }
}

fn instants() -> [DateTime<Utc>; 7] {
    let leap_and_dst = [951_782_400, 1_774_746_000, 1_792_890_000, 1_795_395_600].map(Instant::clamped);
    let [a, b, c, d] = leap_and_dst.map(Instant::utc);
    let before_the_end = Instant::clamped(Instant::MAX.unix_s() - 1);
    [Instant::MIN.utc(), a, b, c, d, before_the_end.utc(), Instant::MAX.utc()]
}

/// A command that was read is decided; what it appends can be read back and gives the same system.
pub fn command_document(bytes: &[u8]) {
    let Ok(command) = Command::from_json(bytes) else { return };
    for context in contexts() {
        let plan = match DESK.plan(&command, &context) {
            Ok(plan) => plan,
            Err(CommandError::Refused(refusal)) => {
                assert!(!refusal.missing.is_empty(), "{refusal}");
                continue;
            }
            Err(_) => continue,
        };
        let mut desk = DESK.clone();
        desk.confirm(plan).expect("nothing has changed since it was planned");
        let journal = SystemJournal::from_lines(&desk.journal().to_lines()).expect("a journal of our own");
        let again = ServiceManagementSystem::replay(journal).expect("a journal of our own");
        assert_eq!(again.digest(), desk.digest());
        assert_eq!(again.next_wakeup(), desk.next_wakeup());
        return;
    }
}

/// A journal that folds can be written, read and folded again, and its timers come to an end.
pub fn journal_replay(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(journal) = SystemJournal::from_lines(text) else { return };
    let Ok(system) = ServiceManagementSystem::replay(journal) else { return };
    let written = system.journal().to_lines();
    let journal = SystemJournal::from_lines(&written).expect("what was written is read");
    let again = ServiceManagementSystem::replay(journal).expect("what was written folds");
    assert_eq!(again.digest(), system.digest());
    assert_eq!(again.journal().to_lines(), written);
    let Some(wakeup) = system.next_wakeup() else { return };
    let until = Instant::clamped(wakeup.unix_s().saturating_add(3_600));
    let Ok(advance) = system.plan_advance(until) else { return };
    let mut after = system.clone();
    after.confirm(advance.plan).expect("nothing has changed since it was planned");
    assert!(advance.more || !advance.stuck.is_empty() || after.next_wakeup().is_none_or(|next| next > until));
}

/// A matrix that was read gives a priority or a refusal for every pair, and explains what it gives.
pub fn matrix_document(bytes: &[u8]) {
    let Ok(matrix) = PriorityMatrix::from_json(bytes) else { return };
    for finding in itsm::priority::lint(matrix.document()) {
        assert!(!finding.en().is_empty() && !finding.zh().is_empty());
    }
    for impact in 0..=u8::MAX {
        for urgency in [0, 1, 2, 3, 4, 5, u8::MAX] {
            let Ok(priority) = matrix.priority(impact, urgency) else { continue };
            assert!(matrix.rank(priority).is_some(), "{priority} is one of its scale");
            assert!(matrix.explain(impact, urgency).is_ok());
        }
    }
    let written = serde_json::to_vec(matrix.document()).expect("a document");
    let again = PriorityMatrix::from_json(&written).expect("what was written is read");
    assert_eq!(again.document(), matrix.document());
}

/// Under an agreement that was read, no stimulus takes elapsed time or a breach away.
pub fn sla_policy(bytes: &[u8]) {
    let Ok(document) = SlaPolicy::from_json(bytes) else { return };
    let keeps_elapsed = keeps_elapsed(&document);
    let policy = Versioned { id: id("sla"), version: 1, effective_from: Instant::MIN, document };
    let calendars = ["office", "night"].map(|name| Versioned {
        id: id(name),
        version: 1,
        effective_from: Instant::MIN,
        document: calendar(name),
    });
    let Ok(book) = Agreements::new(vec![policy], calendars.to_vec()) else { return };
    for start in [0, 1_795_395_600, Instant::MAX.unix_s() - 200_000] {
        let mut ticket = Ticket::new(code("incident")).with_priority(1);
        ticket.category = Some(code("network/vpn"));
        let at = |seconds: i64| Instant::clamped(start + seconds);
        let mut history = History::new(ticket.clone(), Vec::new());
        let mut consumed = std::collections::BTreeMap::new();
        let mut breached = std::collections::BTreeSet::new();
        for (seconds, stimulus) in day(ticket) {
            history.entries.push(HistoryEntry { at: at(seconds), recorded_at: None, stimulus });
            let Ok(replayed) = replay(&history, &book, at(seconds)) else { return };
            for clock in replayed.clocks.all() {
                let key = (clock.metric, clock.cycle);
                let before = consumed.insert(key, clock.consumed_s).unwrap_or(0);
                assert!(!keeps_elapsed || clock.consumed_s >= before, "{:?}", clock.metric);
                assert!(clock.breached_at.is_some() || !breached.contains(&key), "a breach stays recorded");
                if clock.breached_at.is_some() {
                    breached.insert(key);
                }
            }
        }
        let _ = replay(&history, &book, Instant::MAX);
    }
}

/// Elapsed time decreases only under the policies whose name says so.
fn keeps_elapsed(document: &SlaPolicy) -> bool {
    let stated = document.clauses.iter().map(|clause| clause.terms).chain([document.terms]).flatten();
    let carries = |terms: TermsStated| {
        let retarget = terms.retarget.unwrap_or(RetargetPolicy::CarryElapsed);
        matches!(retarget, RetargetPolicy::CarryElapsed | RetargetPolicy::StricterOf)
            && terms.reopen != Some(ReopenPolicy::RestartFull)
    };
    document.profile.is_none() && stated.into_iter().all(carries)
}

fn day(ticket: Ticket) -> [(i64, Stimulus); 11] {
    let other = ticket.clone().with_priority(3);
    [
        (0, Stimulus::Opened { ticket: Some(ticket) }),
        (60, Stimulus::Assigned {}),
        (600, Stimulus::Acknowledged {}),
        (3_600, Stimulus::Paused { reason: code("user") }),
        (7_200, Stimulus::Resumed {}),
        (7_200, Stimulus::Retargeted { ticket: Some(other) }),
        (9_000, Stimulus::Informed {}),
        (90_000, Stimulus::Resolved {}),
        (100_000, Stimulus::Reopened {}),
        (150_000, Stimulus::Responded {}),
        (190_000, Stimulus::Closed {}),
    ]
}

/// The seeds of commands, in the order in which they build the desk of these tests.
pub const COMMANDS: [&str; 10] = [
    include_str!("../../fuzz/seeds/command_document/01-office.json"),
    include_str!("../../fuzz/seeds/command_document/02-matrix.json"),
    include_str!("../../fuzz/seeds/command_document/03-rules.json"),
    include_str!("../../fuzz/seeds/command_document/04-agreement.json"),
    include_str!("../../fuzz/seeds/command_document/05-log.json"),
    include_str!("../../fuzz/seeds/command_document/06-classify.json"),
    include_str!("../../fuzz/seeds/command_document/07-log-another.json"),
    include_str!("../../fuzz/seeds/command_document/08-classify-another.json"),
    include_str!("../../fuzz/seeds/command_document/09-assign.json"),
    include_str!("../../fuzz/seeds/command_document/10-declare.json"),
];

/// A desk with its policies, an incident that is classified, and a major one that is assigned.
pub static DESK: LazyLock<ServiceManagementSystem> = LazyLock::new(|| {
    let mut desk = ServiceManagementSystem::new();
    let start = Instant::parse("2026-11-23T02:00:00Z").expect("an instant");
    for text in COMMANDS {
        let command = Command::from_json(text.as_bytes()).expect("a command");
        desk.execute(&command, &context(start, everybody())).expect("a command that is legal");
    }
    desk
});

/// Somebody with every role, at the desk and after it; then somebody with none.
fn contexts() -> [Context; 3] {
    let (soon, late) = (Instant::clamped(1_795_399_300), Instant::clamped(1_806_000_000));
    let nobody = Actor::new("p-nobody", []).expect("an actor");
    [context(soon, everybody()), context(late, everybody()), context(soon, nobody)]
}

/// Somebody with every role, soon after the desk was made.
pub fn at_the_desk() -> Context {
    let [soon, ..] = contexts();
    soon
}

fn everybody() -> Actor {
    let roles = Role::ALL.iter().copied().filter(|role| *role != Role::System);
    Actor::new("p-all", roles).expect("an actor").in_unit(UnitId::new("network").expect("a unit"))
}

fn context(now: Instant, actor: Actor) -> Context {
    Context::new(now, actor).with_entropy([7; 32])
}

fn calendar(name: &str) -> CalendarDocument {
    let text = match name {
        "office" => include_str!("../../fuzz/seeds/calendar_document/office.json"),
        _ => include_str!("../../fuzz/seeds/calendar_document/night.json"),
    };
    CalendarDocument::from_json(text.as_bytes()).expect("a calendar")
}

fn id(text: &str) -> PolicyId {
    PolicyId::new(text).expect("an id")
}

fn code(text: &str) -> Code {
    Code::new(text).expect("a code")
}
