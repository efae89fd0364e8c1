//! What incidents and service requests share: clocks that follow the work, and notices of their levels.

use crate::kernel::{Case, Instant, NoticeKind, Process, Recipient, Role, UnitId};
use crate::sla::{ClockMark, LevelKind, LevelReached, Metric, SlaError, Stimulus, Ticket, TicketClocks};

/// A process whose records carry clocks.
pub(super) trait Timed: Process {
    /// The group that has the record.
    fn group(record: &Self::Record) -> Option<&UnitId>;
}

/// Tells the clocks what happened, as of the case's instant; returns the clocks after it.
pub(super) fn stimulate<P>(
    case: &mut Case<'_, P>,
    clocks: &TicketClocks,
    ticket: &Ticket,
    stimulus: &Stimulus,
) -> TicketClocks
where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let marks = clocks.stimulate(ticket, stimulus, case.at, &case.policy().agreements);
    record(case, clocks, marks)
}

/// Lets the clocks say what is due by the case's instant.
pub(super) fn observe<P>(case: &mut Case<'_, P>, clocks: &TicketClocks)
where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let marks = clocks.observe(case.at, &case.policy().agreements);
    record(case, clocks, marks);
}

fn record<P>(
    case: &mut Case<'_, P>,
    clocks: &TicketClocks,
    marks: Result<Vec<ClockMark>, SlaError>,
) -> TicketClocks
where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let mut after = clocks.clone();
    let marks = match marks {
        Ok(marks) => marks,
        Err(error) => {
            let words = "the clocks can follow: their agreements and calendars are supplied";
            case.that_value(
                false,
                format_args!("{}: {error}", error.code()),
                "clock",
                words,
                "时钟所需协议与日历须齐备",
            );
            return after;
        }
    };
    for mark in marks {
        after.apply(&mark);
        if let ClockMark::Set(set) = &mark
            && let Some(terms) = &set.terms
        {
            case.used(&terms.agreement);
            terms.calendar.iter().for_each(|calendar| case.used(calendar));
        }
        case.emit(mark.clone());
        match mark {
            ClockMark::LevelReached(reached) => announce(case, &reached),
            ClockMark::Breached(_) => case.notify(NoticeKind::Breached, Recipient::Requester, None),
            ClockMark::Set(_) | ClockMark::Excused(_) => {}
        }
    }
    after
}

/// A level names roles, `assignee` (the group that has the record) or `requester`.
fn announce<P: Timed>(case: &mut Case<'_, P>, reached: &LevelReached) {
    let why = match reached.kind {
        LevelKind::Warning => NoticeKind::BreachWarning,
        LevelKind::Functional | LevelKind::Hierarchical => NoticeKind::Escalated,
    };
    for recipient in &reached.notify {
        let to = match recipient.as_str() {
            "requester" => Some(Recipient::Requester),
            "assignee" => case.record.and_then(P::group).cloned().map(Recipient::Unit),
            code => Role::from_code(code).map(Recipient::Role),
        };
        if let Some(to) = to {
            case.notify(why, to, None);
        }
    }
}

/// Whether any clock is attached after the stimulus.
pub(super) fn covered(clocks: &TicketClocks) -> bool {
    [Metric::Response, Metric::Resolution].iter().any(|metric| clocks.get(*metric).is_some())
}

/// The instant after so many business days of the desk's calendar, at the same time of day.
pub(super) fn after_working_days<P>(case: &mut Case<'_, P>, days: u32) -> Option<Instant>
where
    P: Process<Policy = super::DeskPolicy>,
{
    let policy = case.policy();
    case.used(&policy.calendar_ref);
    policy.calendar.add_working_days_s(case.at, days, crate::time::DayConvention::KeepTime).ok()
}
