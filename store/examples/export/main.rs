//! Exports the autumn of the demo's company for somebody who has DuckDB, DataFusion or another reader of Parquet. 导出示例
//!
//!     cargo run -p itsm-store --features parquet --example export -- FOLDER [TENANT]
//!
//! It prints, as one JSON document, what the desk itself counts of the same: a reader that counts otherwise is wrong, or the files are.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the demo has its own rules, and more than is needed here"
)]

#[path = "../../../examples/demo/company.rs"]
mod company;
#[path = "../../../examples/demo/cure.rs"]
mod cure;
#[path = "../../../examples/demo/script.rs"]
mod script;
#[path = "../../../examples/demo/week.rs"]
mod week;

use itsm::evidence::Checkpoint;
use itsm::kernel::{Digest, EventRow, Instant, PlanRows, Stream, TenantId};
use itsm::sla::Clock;
use itsm::system::{ServiceManagementSystem, TicketQuery};
use itsm_store::export::{Export, verify, verify_records};
use itsm_store::{Journal, MemoryJournal};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;

const USAGE: &str = "usage: export FOLDER [TENANT]";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or(USAGE)?);
    let tenant = arguments.next().map(|name| name.into_string().map_err(|_| USAGE)).transpose()?;
    let tenant = tenant.map(TenantId::new).transpose()?;

    let desk = week::go_on(&week::play()?)?.desk;
    let mut journal = kept(&desk)?;
    let checkpoint = desk.checkpoint("example.com/chuangxin")?;

    let export = Export::new(checkpoint.clone());
    let export = match &tenant {
        Some(tenant) => export.of_tenant(tenant.clone()),
        None => export,
    };
    let log = export.log(&mut journal, 0..checkpoint.head.size, &folder)?;
    let records = export.records(&mut journal, &folder)?;

    let verified = verify(&folder, tenant.as_ref())?;
    if verified.proved != [export.seal().clone()] || verified.entries.end != log.rows {
        return Err("what was written is not what is there".into());
    }
    if verify_records(&folder, tenant.as_ref())? != records.rows {
        return Err("the tables are not what follows from the log".into());
    }
    println!("{:#}", counted(&desk, &checkpoint));
    Ok(())
}

/// The desk's events in a journal of a store. One that stands on a journal has it there already.
fn kept(desk: &ServiceManagementSystem) -> Result<MemoryJournal, Box<dyn Error>> {
    let events: Vec<EventRow> = desk.journal().events().iter().map(EventRow::of).collect();
    let heads: BTreeMap<_, _> = events.iter().map(|event| (event.stream.clone(), event.version)).collect();
    let streams = heads.into_iter().map(|(stream, version)| Stream { stream, expected: None, version });
    let rows = PlanRows {
        tenant: None,
        command: None,
        digest: Digest::of(b""),
        seen: 0,
        last: None,
        streams: streams.collect(),
        guards: Vec::new(),
        processes: Default::default(),
        events,
        personal: Vec::new(),
        erased: Vec::new(),
        removed: Vec::new(),
    };
    let mut journal = MemoryJournal::new();
    journal.append(&rows)?;
    journal.settle()?;
    Ok(journal)
}

/// What the desk counts itself.
fn counted(desk: &ServiceManagementSystem, checkpoint: &Checkpoint) -> Value {
    let month = |at: Instant| at.utc().format("%Y-%m").to_string();
    let by_month = |instants: &mut dyn Iterator<Item = Instant>| {
        let mut months: BTreeMap<String, u64> = BTreeMap::new();
        instants.for_each(|at| *months.entry(month(at)).or_default() += 1);
        months
    };
    let clock = |incident: &str, clock: &Clock| {
        json!({"incident": incident, "metric": clock.metric.code(), "consumed_s": clock.consumed_s, "target_s": clock.target_s,
            "breached_at": clock.breached_at})
    };
    let incidents = || desk.incidents(&TicketQuery::EVERY);
    let breached = incidents().flat_map(|incident| {
        let breached = incident.clocks.all().iter().filter(|clock| clock.breached_at.is_some());
        breached.map(|of| clock(incident.envelope.id.as_str(), of)).collect::<Vec<_>>()
    });
    json!({
        "checkpoint": checkpoint.to_string(),
        "root": checkpoint.head.root,
        "events": checkpoint.head.size,
        "events_by_month": by_month(&mut desk.journal().events().iter().map(|event| event.head.recorded_at)),
        "incidents_by_month": by_month(&mut incidents().map(|incident| incident.envelope.created_at)),
        "breached": breached.collect::<Vec<_>>(),
        "clocks": incidents().map(|incident| incident.clocks.all().len()).sum::<usize>(),
        "consumed_s": incidents().flat_map(|incident| incident.clocks.all()).map(|clock| clock.consumed_s).sum::<i64>(),
        "problems": desk.problems().map(|of| of.envelope.id.to_string()).collect::<Vec<_>>(),
        "changes": desk.changes().map(|of| (of.envelope.id.to_string(), of.outcome().map(|of| of.code()))).collect::<BTreeMap<_, _>>(),
        "releases": desk.releases().map(|of| of.envelope.id.to_string()).collect::<Vec<_>>(),
        "service_requests": desk.service_requests(&TicketQuery::EVERY).count(),
        "configuration_items": desk.configuration_items().count(),
        "relations": desk.configuration_items().map(|of| of.configuration.relations.len()).sum::<usize>(),
    })
}
