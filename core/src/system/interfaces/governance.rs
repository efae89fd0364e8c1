//! What is done at planned intervals, where a record shows that it was done.

use super::Outcome;
use crate::control::configuration_audit::ConfigurationAuditCommand;
use crate::control::{CiPhase, ConfigurationAudit, ConfigurationItem, ConfigurationItems};
use crate::governance::planned_activity::{Evidence, Perform};
use crate::governance::{ActivityKind, PlannedActivities, PlannedActivity, PlannedActivityCommand};
use crate::kernel::{Instant, RecordId};
use crate::system::draft::Draft;

impl Draft<'_> {
    /// CFG → PLA: an audit that is closed is the configuration audit that was planned: of all items, of the critical ones, or of both,
    /// by what it had in its scope. It was done when it was concluded.
    pub(super) fn follow_audit(&mut self, id: &RecordId, command: &ConfigurationAuditCommand) -> Outcome {
        if !matches!(command, ConfigurationAuditCommand::Close(_)) {
            return Ok(());
        }
        let Some(audit) = self.touched.configuration_audits.get(id).cloned() else { return Ok(()) };
        let Some(done_at) = audit.concluded_at else { return Ok(()) };
        for (kind, covered) in [
            (ActivityKind::ConfigurationAudit, self.covers_all(&audit)),
            (ActivityKind::CriticalConfigurationAudit, self.covers_critical(&audit)),
        ] {
            let Some(activity) = self.waiting_activity(kind, done_at).filter(|_| covered) else { continue };
            let evidence = Evidence { record: Some(id.clone()), reference: None };
            let perform = PlannedActivityCommand::Perform(Perform { done_at, evidence });
            self.issue::<PlannedActivities>(Some(&activity), perform)?;
        }
        Ok(())
    }

    /// The open activity of a kind for the whole that was done last before that instant, or never.
    fn waiting_activity(&self, kind: ActivityKind, done_at: Instant) -> Option<RecordId> {
        let waits = |activity: &&PlannedActivity| {
            activity.is_open()
                && activity.kind == kind
                && activity.subject.is_none()
                && activity.last.as_ref().is_none_or(|last| last.at < done_at)
        };
        self.records_of::<PlannedActivities>().find(waits).map(|activity| activity.envelope.id.clone())
    }

    /// Every item that was registered when the audit was planned and is not withdrawn was in its scope.
    fn covers_all(&self, audit: &ConfigurationAudit) -> bool {
        self.auditable(audit).all(|item| audit.scope.contains(&item.envelope.id))
    }

    /// The same of the critical items; of none, if there are none.
    fn covers_critical(&self, audit: &ConfigurationAudit) -> bool {
        let critical = |item: &&ConfigurationItem| {
            let seen = self.cmdb().item(item.envelope.id.as_str());
            seen.is_some_and(|item| item.critical)
        };
        let mut critical = self.auditable(audit).filter(critical).peekable();
        critical.peek().is_some() && critical.all(|item| audit.scope.contains(&item.envelope.id))
    }

    fn auditable(&self, audit: &ConfigurationAudit) -> impl Iterator<Item = &ConfigurationItem> {
        let planned_at = audit.envelope.created_at;
        let gone = |item: &&ConfigurationItem| matches!(item.phase, CiPhase::Withdrawn | CiPhase::Disposed);
        self.records_of::<ConfigurationItems>()
            .filter(move |item| item.envelope.created_at <= planned_at && !gone(item))
    }
}
