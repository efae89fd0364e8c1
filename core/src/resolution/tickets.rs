//! What the processes of the desk share: who has the work, clocks that follow it, notices and their receipts, closing when
//! nobody answers, links into registers.

use crate::kernel::{
    Case, Code, Context, Envelope, Instant, Link, LinkKind, NoticeKind, PersonId, Process, Recipient,
    RecordId, UnitId, codes,
};
use crate::sla::{
    ClockMark, Excused, LevelKind, LevelReached, Metric, SlaError, Stimulus, Ticket, TicketClocks, Told,
};
use serde::{Deserialize, Serialize};

codes! {
    /// What work waits for.
    pub enum PendingReason {
        /// The user.
        User = "user", "User", "等待用户";
        /// A supplier.
        Supplier = "supplier", "Supplier", "等待供方";
        /// A change.
        Change = "change", "Change", "等待变更";
        /// A time that was agreed.
        AgreedWindow = "agreed_window", "Agreed window", "等待约定时间";
    }
}

/// Who has a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The support group.
    pub group: UnitId,
    /// The person, once one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

impl Assignment {
    /// Whether a person has it: named, or a member of the group.
    pub(super) fn is_with(&self, person: &PersonId, context: &Context<super::DeskPolicy>) -> bool {
        if self.person.as_ref() == Some(person) {
            return true;
        }
        match context.policy.rules.groups.get(&self.group) {
            Some(group) if !group.members.is_empty() => group.members.contains(person),
            _ => context.actor.id == *person && context.actor.unit.as_ref() == Some(&self.group),
        }
    }
}

/// Demands that the group is active and covers the category, and that the person belongs to it.
pub(super) fn competent<P>(
    case: &mut Case<'_, P>,
    group: &UnitId,
    person: Option<&PersonId>,
    category: Option<&Code>,
) where
    P: Process<Policy = super::DeskPolicy>,
{
    let policy = case.policy();
    case.used(&policy.rules_ref);
    if policy.rules.groups.is_empty() {
        return;
    }
    let Some(registered) = policy.rules.groups.get(group) else {
        case.that_value(false, group, "group", "the group is registered", "支持组须已登记");
        return;
    };
    case.that_value(registered.active, group, "group_active", "the group is active", "支持组须有效");
    if let Some(category) = category {
        case.that_value(
            registered.covers(category),
            category,
            "group_competence",
            "the group is competent for the category",
            "支持组须具备该类别的能力",
        );
    }
    if let Some(person) = person {
        let member = registered.members.is_empty() || registered.members.contains(person);
        case.that_value(
            member,
            person,
            "group_member",
            "the person belongs to the group",
            "受理人须属于该组",
        );
    }
}

/// A process whose records carry clocks.
pub(super) trait Timed: Process {
    /// The group that has the record.
    fn group(record: &Self::Record) -> Option<&UnitId>;
}

/// Tells the clocks what happened, as of the case's instant.
pub(super) fn stimulate<P>(
    case: &mut Case<'_, P>,
    clocks: &TicketClocks,
    ticket: &Ticket,
    stimulus: &Stimulus,
) where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let marks = clocks.stimulate(ticket, stimulus, case.at, &case.policy().agreements);
    record(case, marks);
}

/// The same, and then the clocks as they are after it.
pub(super) fn stimulated<P>(
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
    let mut after = clocks.clone();
    marks.iter().flatten().for_each(|mark| after.apply(mark));
    record(case, marks);
    after
}

/// Folds the clocks over a past that is stated, without telling anybody of it.
pub(super) fn remember<P>(case: &mut Case<'_, P>, ticket: &Ticket, history: &[(Instant, Stimulus)])
where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let mut clocks = TicketClocks::default();
    let book = &case.policy().agreements;
    for (at, stimulus) in history {
        match clocks.stimulate(ticket, stimulus, *at, book) {
            Ok(marks) => {
                for mark in marks {
                    clocks.apply(&mark);
                    case.emit(mark);
                }
            }
            Err(error) => return unfollowed(case, &error),
        }
    }
    match clocks.observe(case.at, book) {
        Ok(marks) => marks.into_iter().for_each(|mark| case.emit(mark)),
        Err(error) => unfollowed(case, &error),
    }
}

/// Lets the clocks say what is due by the case's instant.
pub(super) fn observe<P>(case: &mut Case<'_, P>, clocks: &TicketClocks)
where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let marks = clocks.observe(case.at, &case.policy().agreements);
    record(case, marks);
}

fn record<P>(case: &mut Case<'_, P>, marks: Result<Vec<ClockMark>, SlaError>)
where
    P: Timed<Policy = super::DeskPolicy>,
    P::Event: From<ClockMark>,
{
    let marks = match marks {
        Ok(marks) => marks,
        Err(error) => {
            unfollowed(case, &error);
            return;
        }
    };
    for mark in marks {
        match &mark {
            ClockMark::LevelReached(reached) => {
                let reached = reached.clone();
                case.emit(mark);
                announce(case, &reached);
            }
            ClockMark::Breached(_) => {
                case.emit(mark);
                case.notify(NoticeKind::Breached, Recipient::Requester, None);
            }
            ClockMark::Set(set) => {
                if let Some(terms) = &set.terms {
                    case.used(&terms.agreement);
                    terms.calendar.iter().for_each(|calendar| case.used(calendar));
                }
                case.emit(mark);
            }
            ClockMark::Excused(_) => case.emit(mark),
        }
    }
}

fn unfollowed<P: Process>(case: &mut Case<'_, P>, error: &SlaError) {
    let words = "the clocks can follow: their agreements and calendars are supplied";
    let value = format_args!("{}: {error}", error.code());
    case.that_value(false, value, "clock", words, "时钟所需协议与日历须齐备");
}

fn announce<P: Timed>(case: &mut Case<'_, P>, reached: &LevelReached) {
    let why = match reached.kind {
        LevelKind::Warning => NoticeKind::BreachWarning,
        LevelKind::Functional | LevelKind::Hierarchical => NoticeKind::Escalated,
    };
    for (place, told) in reached.notify.iter().enumerate() {
        if reached.notify.iter().take(place).any(|before| before == told) {
            continue;
        }
        let to = match told {
            Told::Role(role) => Some(Recipient::Role(*role)),
            Told::Requester => Some(Recipient::Requester),
            Told::Assignee => case.record.and_then(P::group).cloned().map(Recipient::Unit),
        };
        if let Some(to) = to {
            case.notify(why, to, None);
        }
    }
}

/// Excuses a recorded breach; it stays recorded (DECISIONS 13).
pub(super) fn excuse<P>(clocks: &TicketClocks, metric: Metric, reason: &Code, case: &mut Case<'_, P>)
where
    P: Process,
    P::Event: From<ClockMark>,
{
    let breached = clocks.get(metric).is_some_and(|clock| clock.breached_at.is_some());
    case.that_value(breached, metric, "breach", "the clock has a recorded breach", "该时钟须已记录超时");
    let (reason, by) = (reason.clone(), case.actor().clone());
    case.emit(ClockMark::Excused(Excused { metric, reason, by, at: case.at }));
}

/// Whether any clock is attached after the stimulus.
pub(super) fn covered(clocks: &TicketClocks) -> bool {
    [Metric::Response, Metric::Resolution].iter().any(|metric| clocks.get(*metric).is_some())
}

/// The instant so many business days of the desk's calendar after another one, at the same time of day.
pub(super) fn after_working_days<P>(case: &mut Case<'_, P>, from: Instant, days: u32) -> Option<Instant>
where
    P: Process<Policy = super::DeskPolicy>,
{
    let policy = case.policy();
    case.used(&policy.calendar_ref);
    let at = policy.calendar.add_working_days_s(from, days, crate::time::DayConvention::KeepTime).ok();
    let words = "the desk's calendar has enough business days ahead";
    case.that_value(at.is_some(), days, "calendar", words, "服务台日历须有足够的后续工作日");
    at
}

/// When a record that waits for a confirmation since `since` closes by itself: at `closes_at`, but not before enough of its
/// notices were delivered.
pub(super) fn closes_by_itself(
    envelope: &Envelope,
    since: Instant,
    closes_at: Instant,
    notices: u32,
) -> Option<Instant> {
    let mut delivered: Vec<Instant> = envelope
        .notices
        .iter()
        .filter(|notice| notice.why == NoticeKind::Resolved && notice.requested_at >= since)
        .filter_map(|notice| notice.delivered_at)
        .collect();
    delivered.sort_unstable();
    let needed = usize::try_from(notices).unwrap_or(usize::MAX);
    match needed.checked_sub(1) {
        None => Some(closes_at),
        Some(last) => delivered.get(last).map(|delivered_at| closes_at.max(*delivered_at)),
    }
}

/// When the requester is told again, so that so many notices are out by `closes_at`, at equal distances from `since`.
pub(super) fn reminders(since: Instant, closes_at: Option<Instant>, notices: u32) -> Vec<Instant> {
    let Some(closes_at) = closes_at else { return Vec::new() };
    let step_s = closes_at.seconds_since(since).checked_div(i64::from(notices)).unwrap_or(0).max(1);
    let nth = |number: u32| since.plus_s(step_s.saturating_mul(i64::from(number)));
    (1..notices).filter_map(nth).collect()
}

/// The register that a link points into.
pub(super) const fn register(kind: LinkKind) -> Option<&'static str> {
    match kind {
        LinkKind::RelatesProblem => Some("problem"),
        LinkKind::HasKnownError => Some("known_error"),
        LinkKind::ResolvedByChange => Some("change"),
        LinkKind::Duplicates | LinkKind::RepeatOf => Some("incident"),
        _ => None,
    }
}

/// Demands that a link does not point back, and that its record exists where its register is kept.
pub(super) fn linkable<P>(link: &Link, case: &mut Case<'_, P>)
where
    P: Process<Policy = super::DeskPolicy>,
{
    if let Some(process) = register(link.kind) {
        registered(case, process, &link.to);
    }
    case.that_value(
        link.to != *case.id,
        &link.to,
        "link",
        "a record is not linked to itself",
        "记录不能关联自身",
    );
}

/// A record must exist where the policy says that its register is kept (DECISIONS 5).
pub(super) fn registered<P>(case: &mut Case<'_, P>, process: &'static str, record: &RecordId)
where
    P: Process<Policy = super::DeskPolicy>,
{
    case.used(&case.policy().rules_ref);
    if case.policy().rules.registers.contains(process) {
        case.fact(process, record);
    }
}
