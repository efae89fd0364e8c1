//! Changes, releases, configuration items and their relations. 变更与配置表

use super::records::enveloped;
use super::table::{Table, integer};
use itsm::cmdb::Relation;
use itsm::control::{Change, ChangeState, ConfigurationItem};
use itsm::kernel::Instant;
use itsm::release::{Release, ReleaseOutcome, ReleaseState};
use itsm::system::ServiceManagementSystem;

pub(super) fn changes() -> Table<Change> {
    enveloped("change", |record: &Change| &record.envelope)
        .text("state", |record| record.phase().code())
        .text("requester", |record| record.requester.as_str())
        .text("kind", |record| record.rfc.kind.code())
        .text_if("category", |record| record.category.map(|category| category.code()))
        .integer_if("risk_total", |record| Some(integer(record.risk.as_ref()?.total)))
        .truth("lowered", |record| record.lowered.is_some())
        .instant_if("submitted_at", |record| record.submitted_at)
        .instant_if("approved_at", |record| record.approved_at)
        .instant_if("authorised_at", |record| Some(record.authorisation.as_ref()?.given_at))
        .text_if("authorised_by", |record| Some(record.authorisation.as_ref()?.by.as_str()))
        .text_if("model", |record| Some(record.standard.as_ref()?.model.as_str()))
        .instant_if("window_from", |record| Some(record.window()?.from))
        .instant_if("window_until", |record| Some(record.window()?.until))
        .text_if("implementer", |record| record.implementer().map(AsRef::as_ref))
        .instant_if("started_at", |record| Some(record.implementation.as_ref()?.started_at))
        .truth_if("approved_when_started", |record| Some(record.implementation.as_ref()?.approved))
        .instant_if("implemented_at", Change::ended_at)
        .truth("backed_out", Change::was_backed_out)
        .text_if("outcome", |record| record.outcome().map(|outcome| outcome.code()))
        .instant_if("reviewed_at", |record| Some(record.reviewed.as_ref()?.at))
        .integer_if("unplanned_downtime_s", |record| Some(record.reviewed.as_ref()?.pir.unplanned_downtime_s))
        .texts("late", |record| record.late.keys().map(|late| late.code()).collect())
        .instant_if("ended_at", change_ended)
        .text_if("closed_by", |record| Some(record.closure()?.by.as_str()))
}

fn change_ended(record: &Change) -> Option<Instant> {
    match &record.state {
        ChangeState::Closed(closure) => Some(closure.at),
        ChangeState::Rejected { at, .. } | ChangeState::Withdrawn { at, .. } => Some(*at),
        _ => None,
    }
}

pub(super) fn releases() -> Table<Release> {
    enveloped("release", |record: &Release| &record.envelope)
        .text("state", |record| record.phase().code())
        .text("type", |record| record.release_type.code())
        .texts("changes", |record| record.plan.changes.iter().map(AsRef::as_ref).collect())
        .texts("items", |record| record.plan.items.iter().map(AsRef::as_ref).collect())
        .texts("targets", |record| record.plan.targets.iter().map(AsRef::as_ref).collect())
        .instant("window_from", |record| record.plan.window_from)
        .instant("window_until", |record| record.plan.window_until)
        .instant_if("promised_until", |record| record.promised_until)
        .integer("submissions", |record| integer(record.submissions))
        .instant_if("first_submitted_at", |record| record.first_submitted_at)
        .instant_if("accepted_at", |record| Some(record.acceptance.as_ref()?.at))
        .truth_if("accepted_with_exceptions", |record| Some(record.acceptance.as_ref()?.exceptions.is_some()))
        .instant_if("acceptance_due", |record| record.acceptance_due)
        .truth("acceptance_missed", |record| record.acceptance_missed)
        .text_if("baseline", |record| record.baseline.as_ref().map(AsRef::as_ref))
        .instant_if("deployed_at", |record| record.deployed_at)
        .instant_if("rolled_back_at", |record| record.rolled_back_at)
        .integer_if("downtime_s", |record| Some(integer(record.review.as_ref()?.downtime_s)))
        .text_if("outcome", |record| outcome(record).map(|outcome| outcome.code()))
        .instant_if("ended_at", |record| match &record.state {
            ReleaseState::Closed { at, .. } | ReleaseState::Cancelled { at, .. } => Some(*at),
            _ => None,
        })
}

const fn outcome(record: &Release) -> Option<ReleaseOutcome> {
    match &record.state {
        ReleaseState::Closed { outcome, .. } => Some(*outcome),
        _ => None,
    }
}

pub(super) fn items() -> Table<ConfigurationItem> {
    enveloped("configuration_item", |record: &ConfigurationItem| &record.envelope)
        .text("phase", |record| record.phase.code())
        .text("type", |record| record.configuration.item_type.as_str())
        .text("name", |record| record.configuration.name.as_str())
        .text_if("item_version", |record| Some(record.configuration.version.as_ref()?.as_str()))
        .text_if("location", |record| record.configuration.location.as_ref().map(AsRef::as_ref))
        .text_if("supplier", |record| record.configuration.supplier.as_ref().map(AsRef::as_ref))
        .instant("altered_at", |record| record.updated.at)
        .text("altered_by", |record| record.updated.by.as_str())
        .text_if("altered_for", |record| Some(record.updated.cause.as_ref()?.record().as_str()))
}

/// A relation, seen from the item that holds it.
pub(super) struct Related {
    pub(super) began: Instant,
    relation: Relation,
}

/// The relations of all items.
pub(super) fn related(system: &ServiceManagementSystem) -> Vec<Related> {
    let of = |item: &ConfigurationItem| {
        let began = item.envelope.created_at;
        let row = |relation: &Relation| Related { began, relation: relation.clone() };
        item.configuration.relations.iter().map(row).collect::<Vec<_>>()
    };
    system.configuration_items().flat_map(of).collect()
}

pub(super) fn relations() -> Table<Related> {
    Table::new("relation")
        .text_if("id", |row: &Related| row.relation.id.as_ref().map(AsRef::as_ref))
        .text("from", |row| row.relation.from.as_str())
        .text("to", |row| row.relation.to.as_str())
        .text("kind", |row| row.relation.kind.as_str())
        .text_if("group", |row| row.relation.group.as_ref().map(AsRef::as_ref))
        .integer_if("weight", |row| row.relation.weight.map(integer))
}
