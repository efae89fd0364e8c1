//! What a change is told by the passing of time. Each is said once (spec 3.24).

use super::record::{Change, ChangePhase, ChangeState, Late};
use super::schedule::{last_update_by, updated_by};
use super::{ChangeCase, ItemsLookedAt, RanLate};
use crate::kernel::{Ballot, CiId, Instant, NoticeKind, Recipient, RecordId, Role};

/// What may run late in the phase it is in, and the last instant that is still in time.
fn limits(change: &Change) -> Vec<(Late, Option<Instant>)> {
    let window = change.window();
    let valid_until = || change.ballot.as_ref().and_then(Ballot::valid_until);
    // A window and a deferral are over at the instant that ends them.
    let before = |at: Instant| at.plus_s(-1);
    match (change.phase(), &change.state) {
        (ChangePhase::Approved | ChangePhase::BuiltTested, _) => vec![(Late::Approval, valid_until())],
        (ChangePhase::Scheduled, _) => {
            vec![(Late::Approval, valid_until()), (Late::PlannedStart, window.map(|window| window.from))]
        }
        (ChangePhase::Implementing, _) => {
            vec![(Late::PlannedEnd, window.and_then(|window| before(window.until)))]
        }
        (_, ChangeState::Deferred { until, .. }) => vec![(Late::Deferral, before(*until))],
        (ChangePhase::Implemented | ChangePhase::BackedOut, _) if change.is_emergency() => {
            vec![
                (Late::Documentation, change.dues.documentation),
                (Late::EmergencyReview, change.dues.review),
            ]
        }
        (ChangePhase::RetrospectivelyDocumented, _) => vec![(Late::EmergencyReview, change.dues.review)],
        (ChangePhase::Implemented | ChangePhase::BackedOut | ChangePhase::InReview, _)
            if change.reviewed.is_none() =>
        {
            vec![(Late::Review, change.dues.review), (Late::ItemUpdates, change.dues.items)]
        }
        (ChangePhase::InReview, _) => vec![(Late::ItemUpdates, change.dues.items)],
        _ => Vec::new(),
    }
}

/// What is late next, and from which instant on.
fn next(change: &Change) -> Option<(Instant, Late)> {
    let limits = limits(change).into_iter();
    let open = limits.filter(|(late, _)| !change.late.contains_key(late));
    open.filter_map(|(late, last)| Some((last?.plus_s(1)?, late))).min()
}

pub(super) fn due(change: &Change) -> Option<Instant> {
    next(change).map(|(at, _)| at)
}

pub(super) fn fire(case: &mut ChangeCase<'_>) {
    let Some(change) = case.record else { return };
    let Some((due, late)) = next(change).filter(|(at, _)| *at <= case.at) else { return };
    if late == Late::ItemUpdates {
        return look_at_items(change, due, case);
    }
    case.emit(RanLate { due, late });
    let owner = change.envelope.owner.clone().map(Recipient::Person);
    let to = owner.unwrap_or(Recipient::Role(Role::ChangeManager));
    let why = match late {
        Late::Review | Late::Documentation | Late::EmergencyReview => NoticeKind::ReviewDue,
        Late::Deferral => NoticeKind::Progress,
        Late::PlannedStart | Late::PlannedEnd | Late::Approval | Late::ItemUpdates => NoticeKind::Escalated,
    };
    case.notify(why, to, None);
}

/// An item of which nothing is known was not updated.
fn look_at_items(change: &Change, due: Instant, case: &mut ChangeCase<'_>) {
    let updated = |ci: &&CiId| {
        let fact = RecordId::new(ci).ok().and_then(|ci| case.context.facts.about("configuration_item", &ci));
        let in_time = |fact| last_update_by(change, fact).is_none_or(|at| at < due);
        fact.is_some_and(|fact| updated_by(change, fact) && in_time(fact))
    };
    let missing: Vec<CiId> = change.rfc.cis.iter().filter(|ci| !updated(ci)).cloned().collect();
    let late = !missing.is_empty();
    case.emit(ItemsLookedAt { due, missing });
    if late {
        case.notify(NoticeKind::Escalated, Recipient::Role(Role::ConfigurationManager), None);
        let owner = change.envelope.owner.clone().map(Recipient::Person);
        case.notify(NoticeKind::Escalated, owner.unwrap_or(Recipient::Role(Role::ChangeManager)), None);
    }
}
