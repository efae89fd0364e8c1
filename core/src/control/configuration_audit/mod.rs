//! Configuration audits: whether the register says what there is. 配置审核
//!
//! ISO/IEC 20000-1 8.2.6 (2005 and 2011: 9.1), spec 3.23. Nobody audits items that he has altered; a deficiency is corrected under a
//! change of its own, or by an approved correction of the register. The guards are ours; 3.30 has none for them (ADR 8).
//!
//! ```
//! use itsm::control::{ConfigurationAuditPhase, ConfigurationAudits};
//! use itsm::kernel::Process;
//! let legal = ConfigurationAudits::LIFECYCLE.allowed(Some(ConfigurationAuditPhase::Clean));
//! assert!(legal.contains(&"configuration_audit.report") && !legal.contains(&"configuration_audit.correct"));
//! ```

mod decide;
mod discovery;
mod lifecycle;
mod messages;
mod record;

pub(crate) use discovery::findings;
pub use lifecycle::LIFECYCLE;
pub use messages::*;
pub use record::*;

use super::ConfigurationRules;
use crate::kernel::{
    Case, Context, Envelope, EventHead, FactWanted, Instant, Lifecycle, PersonId, Process, Who,
};
use crate::time::RulesInForce;
use std::collections::BTreeSet;

/// The process of configuration audits.
#[derive(Clone, Copy, Debug)]
pub struct ConfigurationAudits;

impl Process for ConfigurationAudits {
    type Phase = ConfigurationAuditPhase;
    type Record = ConfigurationAudit;
    type Command = ConfigurationAuditCommand;
    type Event = ConfigurationAuditEvent;
    type Policy = RulesInForce<ConfigurationRules>;

    const LIFECYCLE: &'static Lifecycle<ConfigurationAuditPhase> = &LIFECYCLE;

    fn kind(command: &ConfigurationAuditCommand) -> &'static str {
        command.kind()
    }

    fn phase(audit: &ConfigurationAudit) -> ConfigurationAuditPhase {
        audit.phase
    }

    fn envelope(audit: &ConfigurationAudit) -> &Envelope {
        &audit.envelope
    }

    fn envelope_mut(audit: &mut ConfigurationAudit) -> &mut Envelope {
        &mut audit.envelope
    }

    fn relates(audit: &ConfigurationAudit, who: Who, person: &PersonId, _: &Context<Self::Policy>) -> bool {
        who == Who::Assignee && audit.auditor == *person
    }

    fn needs(audit: Option<&ConfigurationAudit>, command: &ConfigurationAuditCommand) -> Vec<FactWanted> {
        decide::needs(audit, command)
    }

    fn decide(command: &ConfigurationAuditCommand, case: &mut Case<'_, Self>) {
        decide::decide(command, case);
    }

    fn fire(case: &mut Case<'_, Self>) {
        decide::fire(case);
    }

    fn due(audit: &ConfigurationAudit) -> Option<Instant> {
        decide::due(audit)
    }

    fn open(head: &EventHead, event: &ConfigurationAuditEvent) -> Option<ConfigurationAudit> {
        let ConfigurationAuditEvent::Planned(planned) = event else { return None };
        let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
        envelope.owner = Some(planned.auditor.clone());
        Some(ConfigurationAudit {
            envelope,
            phase: ConfigurationAuditPhase::Planned,
            method: planned.method,
            scope: planned.scope.clone(),
            auditor: planned.auditor.clone(),
            attributes_verified: 0,
            verified: BTreeSet::new(),
            deficiencies: Vec::new(),
            report: None,
            concluded_at: None,
        })
    }

    fn apply(audit: &mut ConfigurationAudit, head: &EventHead, event: &ConfigurationAuditEvent) {
        match event {
            ConfigurationAuditEvent::Planned(_) => {}
            ConfigurationAuditEvent::Begun(_) => audit.phase = ConfigurationAuditPhase::InProgress,
            ConfigurationAuditEvent::Recorded(recorded) => {
                for finding in &recorded.findings {
                    let attributes = audit.attributes_verified;
                    audit.attributes_verified = attributes.saturating_add(finding.attributes_verified);
                    audit.verified.insert(finding.item.clone());
                    audit.deficiencies.extend(finding.deficiencies.iter().map(|found| Deficiency {
                        closed_at: None,
                        corrected_at: None,
                        correction: None,
                        due: None,
                        found: found.clone(),
                        item: finding.item.clone(),
                        overdue: false,
                    }));
                }
            }
            ConfigurationAuditEvent::Concluded(concluded) => {
                audit.concluded_at = Some(head.at);
                audit.phase = if concluded.deficient {
                    ConfigurationAuditPhase::Deficient
                } else {
                    ConfigurationAuditPhase::Clean
                };
                for deficiency in &mut audit.deficiencies {
                    deficiency.due = Some(concluded.due);
                }
            }
            ConfigurationAuditEvent::Reported(reported) => {
                audit.phase = ConfigurationAuditPhase::Reported;
                audit.report = Some(reported.report);
            }
            ConfigurationAuditEvent::Corrected(corrected) => {
                if let Some(deficiency) = numbered_mut(audit, corrected.deficiency) {
                    deficiency.correction = Some(corrected.correction.clone());
                    deficiency.corrected_at = Some(head.at);
                }
            }
            ConfigurationAuditEvent::DeficiencyClosed(closed) => {
                if let Some(deficiency) = numbered_mut(audit, closed.deficiency) {
                    deficiency.closed_at = Some(head.at);
                }
            }
            ConfigurationAuditEvent::DeficienciesOverdue(_) => {
                let open = audit.deficiencies.iter_mut().filter(|deficiency| deficiency.closed_at.is_none());
                open.for_each(|deficiency| deficiency.overdue = true);
            }
            ConfigurationAuditEvent::Assigned(assigned) => {
                audit.auditor = assigned.auditor.clone();
                audit.envelope.owner = Some(assigned.auditor.clone());
            }
            ConfigurationAuditEvent::Cancelled(_) => audit.phase = ConfigurationAuditPhase::Cancelled,
            ConfigurationAuditEvent::Closed(_) => audit.phase = ConfigurationAuditPhase::Closed,
            ConfigurationAuditEvent::NoticeRequested(notice) => audit.envelope.requested(notice, head.at),
            ConfigurationAuditEvent::NoticeDelivered(receipt) => audit.envelope.delivered(receipt),
        }
    }
}

fn numbered_mut(audit: &mut ConfigurationAudit, number: u32) -> Option<&mut Deficiency> {
    audit.deficiencies.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
}
