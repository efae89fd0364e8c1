//! The clocks of incidents and requests: what was promised, what was used, whether it was kept. 时钟表

use super::table::{Table, integer};
use itsm::kernel::{Envelope, Instant};
use itsm::sla::{Clock, ClockPhase, CycleResult, TicketClocks, reading};
use itsm::system::{ServiceManagementSystem, TicketQuery};

/// A clock of a ticket.
pub(super) struct Measured {
    process: &'static str,
    record: String,
    pub(super) began: Instant,
    clock: Clock,
    /// What it shows when the last entry was recorded: the instant and the seconds used.
    read: Option<(Instant, i64)>,
}

/// What a stop of a clock has left behind.
pub(super) struct Ended {
    process: &'static str,
    record: String,
    pub(super) began: Instant,
    metric: &'static str,
    result: CycleResult,
}

/// The clocks of all tickets.
pub(super) fn measured(system: &ServiceManagementSystem) -> Vec<Measured> {
    let latest = system.journal().latest();
    let policy = latest.and_then(|at| system.registry().desk_at(at));
    let read = |clock: &Clock| {
        let at = latest?.max(clock.as_of);
        Some((at, reading(clock, at, &policy?.agreements).ok()?.consumed_s))
    };
    let mut rows = Vec::new();
    let mut of = |process, envelope: &Envelope, clocks: &TicketClocks| {
        rows.extend(clocks.all().iter().map(|clock| Measured {
            process,
            record: envelope.id.to_string(),
            began: envelope.created_at,
            clock: clock.clone(),
            read: read(clock),
        }));
    };
    let incidents = system.incidents(&TicketQuery::EVERY);
    incidents.for_each(|record| of("incident", &record.envelope, &record.clocks));
    let requests = system.service_requests(&TicketQuery::EVERY);
    requests.for_each(|record| of("service_request", &record.envelope, &record.clocks));
    rows
}

/// The results of all clocks.
pub(super) fn ended(clocks: &[Measured]) -> Vec<Ended> {
    let of = |row: &Measured| {
        let ended = |result: &CycleResult| Ended {
            process: row.process,
            record: row.record.clone(),
            began: row.began,
            metric: row.clock.metric.code(),
            result: result.clone(),
        };
        row.clock.results.iter().map(ended).collect::<Vec<_>>()
    };
    clocks.iter().flat_map(of).collect()
}

/// Whether the target of the present cycle was met; absent while that is open, and where the clock counts for nothing.
fn met(clock: &Clock) -> Option<bool> {
    match (clock.breached_at, clock.phase) {
        (Some(_), _) => Some(false),
        (None, ClockPhase::Stopped) => Some(true),
        (None, _) => None,
    }
}

pub(super) fn clocks() -> Table<Measured> {
    Table::new("sla_clock")
        .text("process", |row: &Measured| row.process)
        .text("record", |row| &row.record)
        .text("metric", |row| row.clock.metric.code())
        .integer("cycle", |row| integer(row.clock.cycle))
        .text("phase", |row| row.clock.phase.code())
        .truth_if("met", |row| met(&row.clock))
        .instant("started_at", |row| row.clock.started_at)
        .instant_if("due_at", |row| row.clock.due_at)
        .instant_if("breaches_at", |row| row.clock.breaches_at)
        .instant_if("breached_at", |row| row.clock.breached_at)
        .text_if("excused_reason", |row| row.clock.excused.as_ref().map(|excuse| excuse.reason.as_str()))
        .text_if("paused_reason", |row| row.clock.paused.as_ref().map(|pause| pause.reason.as_str()))
        .integer("target_s", |row| row.clock.target_s)
        .integer("consumed_s", |row| row.clock.consumed_s)
        .instant_if("since", |row| row.clock.since)
        .integer_if("elapsed_s", |row| Some(row.read?.1))
        .instant_if("read_at", |row| Some(row.read?.0))
        .truth("opening_time", |row| row.clock.terms.measured_in().is_some())
        .instant("as_of", |row| row.clock.as_of)
        .text("agreement", |row| row.clock.terms.agreement.id.as_str())
        .integer("agreement_version", |row| integer(row.clock.terms.agreement.version))
        .text("clause", |row| row.clock.terms.clause.as_str())
        .text_if("calendar", |row| row.clock.terms.calendar.as_ref().map(|calendar| calendar.id.as_str()))
        .integer_if("calendar_version", |row| {
            row.clock.terms.calendar.as_ref().map(|calendar| integer(calendar.version))
        })
        .text("tzdb", |row| &row.clock.terms.tzdb)
}

pub(super) fn results() -> Table<Ended> {
    Table::new("sla_result")
        .text("process", |row: &Ended| row.process)
        .text("record", |row| &row.record)
        .text("metric", |row| row.metric)
        .integer("cycle", |row| integer(row.result.cycle))
        .truth("met", |row| row.result.breached_at.is_none())
        .instant("started_at", |row| row.result.started_at)
        .instant("ended_at", |row| row.result.ended_at)
        .instant_if("breached_at", |row| row.result.breached_at)
        .text_if("excused_reason", |row| row.result.excused.as_ref().map(|excuse| excuse.reason.as_str()))
        .integer("target_s", |row| row.result.target_s)
        .integer("consumed_s", |row| row.result.consumed_s)
}
