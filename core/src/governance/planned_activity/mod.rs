//! Planned activities: the register of everything that is done at planned intervals. 计划时间间隔登记
//!
//! ISO/IEC 20000-1, every "at planned intervals"; spec 3.0.6, Annex E, invariant 16, LIB-04. Audits, reviews, assessments, analyses
//! and tests have one open entry each, which says how often, who sees to it and when it is due; what is not done in time is a
//! finding. The guards are ours; 3.30 has none for them (ADR 13).
//!
//! Months are calendar months, counted in UTC from the instant at which it was done, not from the one at which it was due: whoever is
//! early or late moves the next one with him, so that no two are further apart than the interval.
//!
//! ```
//! use itsm::governance::{ActivityKind, PlannedActivities, PlannedActivityPhase};
//! use itsm::kernel::Process;
//! assert_eq!(ActivityKind::ProblemTrendAnalysis.preset_months(), 1);
//! let legal = PlannedActivities::LIFECYCLE.allowed(Some(PlannedActivityPhase::Open));
//! assert!(legal.contains(&"planned_activity.perform") && !legal.contains(&"planned_activity.plan"));
//! ```

mod decide;
mod kinds;
mod lifecycle;
mod messages;
mod record;

pub use kinds::*;
pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};

/// The process of planned activities.
#[derive(Clone, Copy, Debug)]
pub struct PlannedActivities;

impl Process for PlannedActivities {
    type Phase = PlannedActivityPhase;
    type Record = PlannedActivity;
    type Command = PlannedActivityCommand;
    type Event = PlannedActivityEvent;
    type Policy = ();

    const LIFECYCLE: &'static Lifecycle<PlannedActivityPhase> = &LIFECYCLE;

    fn kind(command: &PlannedActivityCommand) -> &'static str {
        command.kind()
    }

    fn phase(activity: &PlannedActivity) -> PlannedActivityPhase {
        activity.phase
    }

    fn envelope(activity: &PlannedActivity) -> &Envelope {
        &activity.envelope
    }

    fn envelope_mut(activity: &mut PlannedActivity) -> &mut Envelope {
        &mut activity.envelope
    }

    fn relates(activity: &PlannedActivity, who: Who, person: &PersonId, _: &Context<()>) -> bool {
        who == Who::Assignee && activity.envelope.owner.as_ref() == Some(person)
    }

    fn needs(activity: Option<&PlannedActivity>, command: &PlannedActivityCommand) -> Vec<FactWanted> {
        decide::needs(activity, command)
    }

    fn decide(command: &PlannedActivityCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(activity: &PlannedActivity) -> Option<Instant> {
        decide::due(activity)
    }

    fn open(head: &EventHead, event: &PlannedActivityEvent) -> Option<PlannedActivity> {
        let PlannedActivityEvent::Planned(planned) = event else { return None };
        let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
        envelope.owner = Some(planned.owner.clone());
        Some(PlannedActivity {
            envelope,
            phase: PlannedActivityPhase::Open,
            kind: planned.kind,
            subject: planned.subject.clone(),
            edition: planned.edition,
            every_months: planned.every_months,
            tolerance_days: planned.tolerance_days,
            due: planned.due,
            last: None,
            overdue_since: None,
        })
    }

    fn apply(activity: &mut PlannedActivity, head: &EventHead, event: &PlannedActivityEvent) {
        match event {
            PlannedActivityEvent::Planned(_) => {}
            PlannedActivityEvent::Performed(performed) => {
                activity.due = performed.due;
                activity.last = Some(Done { at: performed.done_at, evidence: performed.evidence.clone() });
                activity.overdue_since = None;
            }
            PlannedActivityEvent::IntervalChanged(changed) => {
                activity.due = changed.due;
                activity.edition = changed.edition;
                activity.every_months = changed.every_months;
            }
            PlannedActivityEvent::Assigned(assigned) => {
                activity.envelope.owner = Some(assigned.owner.clone());
            }
            PlannedActivityEvent::RanOverdue(overdue) => activity.overdue_since = Some(overdue.since),
            PlannedActivityEvent::Retired(_) => activity.phase = PlannedActivityPhase::Retired,
            PlannedActivityEvent::NoticeRequested(notice) => activity.envelope.requested(notice, head.at),
            PlannedActivityEvent::NoticeDelivered(receipt) => activity.envelope.delivered(receipt),
        }
    }
}
