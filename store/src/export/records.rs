//! Tables of records: what follows from the log, as somebody asks for it. 记录表
//!
//! Columns are named as the fields of the documents; one that stands inside another has that one's name before its own where it would
//! say too little alone. Identifiers, codes, numbers and instants only: what people wrote stands in the lines of the log, and what is
//! personal stands nowhere here.

use super::clocks::{clocks, results};
use super::log::month;
use super::table::{Table, integer};
use super::{control, tickets};
use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use itsm::kernel::{Envelope, Instant, Link};
use itsm::system::{ServiceManagementSystem, TicketQuery};
use std::collections::BTreeMap;

/// The records of one table that began in one month, as a table in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthOfTable {
    /// The table: `incident`.
    pub table: &'static str,
    /// The month in UTC in which the records were created: `2026-11`.
    pub month: String,
    /// Their rows, by id.
    pub rows: RecordBatch,
}

/// What every record has.
pub(super) fn enveloped<T: 'static>(name: &'static str, of: fn(&T) -> &Envelope) -> Table<T> {
    Table::new(name)
        .text("id", move |record| of(record).id.as_str())
        .integer("version", move |record| integer(of(record).version))
        .instant("created_at", move |record| of(record).created_at)
        .text("created_by", move |record| of(record).created_by.as_str())
        .instant("occurred_at", move |record| of(record).occurred_at)
        .instant("updated_at", move |record| of(record).updated_at)
        .text_if("owner", move |record| of(record).owner.as_ref().map(AsRef::as_ref))
        .text_if("unit", move |record| of(record).unit.as_ref().map(AsRef::as_ref))
        .text("confidentiality", move |record| of(record).confidentiality.code())
        .truth("imported", move |record| of(record).imported)
        .truth("late_entry", move |record| of(record).late_entry)
        .text_if("retention_class", move |record| of(record).retention_class.as_deref())
        .texts("services", move |record| of(record).services.iter().map(AsRef::as_ref).collect())
        .texts("cis", move |record| of(record).cis.iter().map(AsRef::as_ref).collect())
}

/// The rows of a table by the month in which each began.
fn by_month<'r, T: 'static>(
    table: &Table<T>,
    rows: impl IntoIterator<Item = &'r T>,
    began: impl Fn(&T) -> Instant,
) -> Result<Vec<MonthOfTable>, ArrowError> {
    let mut months: BTreeMap<String, Vec<&T>> = BTreeMap::new();
    for row in rows {
        months.entry(month(began(row))).or_default().push(row);
    }
    let batch = |(month, rows): (String, Vec<&T>)| {
        Ok(MonthOfTable { table: table.name(), month, rows: table.batch(&rows)? })
    };
    months.into_iter().map(batch).collect()
}

/// A link of a record.
struct Linked {
    process: &'static str,
    record: String,
    began: Instant,
    link: Link,
}

fn links() -> Table<Linked> {
    Table::new("link")
        .text("process", |row: &Linked| row.process)
        .text("record", |row| &row.record)
        .text("kind", |row| row.link.kind.code())
        .text("to", |row| row.link.to.as_str())
}

/// The links of every record, as the record holds them.
fn linked(system: &ServiceManagementSystem) -> Vec<Linked> {
    let mut rows = Vec::new();
    let mut of = |process: &'static str, envelope: &Envelope| {
        let row = |link: &Link| Linked {
            process,
            record: envelope.id.to_string(),
            began: envelope.created_at,
            link: link.clone(),
        };
        rows.extend(envelope.links.iter().map(row));
    };
    system.incidents(&TicketQuery::EVERY).for_each(|record| of("incident", &record.envelope));
    system.major_incidents().for_each(|record| of("major_incident", &record.envelope));
    system.service_requests(&TicketQuery::EVERY).for_each(|record| of("service_request", &record.envelope));
    system.problems().for_each(|record| of("problem", &record.envelope));
    system.known_errors().for_each(|record| of("known_error", &record.envelope));
    system.changes().for_each(|record| of("change", &record.envelope));
    system.releases().for_each(|record| of("release", &record.envelope));
    system.configuration_items().for_each(|record| of("configuration_item", &record.envelope));
    rows
}

/// Every table of a system, month by month. A table without rows has no month.
///
/// # Errors
/// What Arrow refuses.
pub(super) fn tables(system: &ServiceManagementSystem) -> Result<Vec<MonthOfTable>, ArrowError> {
    let incidents = system.incidents(&TicketQuery::EVERY);
    let requests = system.service_requests(&TicketQuery::EVERY);
    let relations = control::related(system);
    let measured = super::clocks::measured(system);
    let ended = super::clocks::ended(&measured);
    let parts = [
        by_month(&tickets::incidents(), incidents, |record| record.envelope.created_at)?,
        by_month(&tickets::major_incidents(), system.major_incidents(), |of| of.envelope.created_at)?,
        by_month(&tickets::service_requests(), requests, |record| record.envelope.created_at)?,
        by_month(&clocks(), &measured, |row| row.began)?,
        by_month(&results(), &ended, |row| row.began)?,
        by_month(&tickets::problems(), system.problems(), |record| record.envelope.created_at)?,
        by_month(&control::changes(), system.changes(), |record| record.envelope.created_at)?,
        by_month(&control::releases(), system.releases(), |record| record.envelope.created_at)?,
        by_month(&control::items(), system.configuration_items(), |record| record.envelope.created_at)?,
        by_month(&control::relations(), &relations, |row| row.began)?,
        by_month(&links(), &linked(system), |row| row.began)?,
    ];
    Ok(parts.into_iter().flatten().collect())
}

/// The names of the tables of records.
pub(super) const TABLES: [&str; 11] = [
    "incident",
    "major_incident",
    "service_request",
    "sla_clock",
    "sla_result",
    "problem",
    "change",
    "release",
    "configuration_item",
    "relation",
    "link",
];
