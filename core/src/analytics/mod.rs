//! Foreign ticket histories: what another product recorded, read through a mapping and held to our lifecycle. 外部工单历史分析
//!
//! A history is a table with one row per update of a ticket, in order within each ticket. A [`HistoryMapping`] says how
//! its columns, states and levels are to be read, and for every move between two states which commands it stands for
//! (DECISIONS 20). [`Conformance`] folds the rows: each move is legal or it is refused by a guard of
//! [`Incidents::LIFECYCLE`](crate::resolution::Incidents); a jump is expanded only where the mapping says so. What a guard asks for
//! and the table cannot hold is listed as not checkable ([`conditions`](HistoryMapping::conditions)) and refuses nothing.
//!
//! The fold also counts what the table counts (reassignments, reopens), asks the mapping's matrix for each priority,
//! measures response and resolution with the clocks of [`sla`](crate::sla), and gives the KPIs of spec 3.27 that such a table can bear.
//! A refused move happened all the same: the ticket goes on from the state that the table states.
//!
//! No file is read here: whoever has the table hands in its header and its fields.
//!
//! ```
//! use itsm::analytics::{Conformance, Finding, HistoryMapping, Measure};
//! # let desk = r#"{"name": "desk", "zone": "UTC", "time_format": "YYYY-MM-DD HH:MM:SS", "missing": "",
//! #   "columns": {"number": "id", "state": "state", "updated_at": "at", "group": "group"},
//! #   "states": {"New": {"phase": "classified"}, "Work": {"phase": "in_progress"}, "Done": {"phase": "resolved"}},
//! #   "openings": [{"states": ["New"], "commands": ["incident.log", "incident.classify"]}],
//! #   "moves": [{"from": ["New"], "to": "Work", "commands": ["incident.assign", "incident.acknowledge"]}]}"#;
//! let mapping = HistoryMapping::from_json(desk.as_bytes())?;
//! let columns = mapping.bind(&["id", "at", "state", "group"])?;
//! let mut fold = Conformance::new(&mapping, Measure::default())?;
//! let mut guards = Vec::new();
//! for (line, row) in [
//!     (2, ["T1", "2026-11-23 08:00:00", "New", ""]),
//!     (3, ["T1", "2026-11-23 08:10:00", "Work", "network"]),
//!     (4, ["T1", "2026-11-23 09:00:00", "Work", "network"]),
//!     (5, ["T2", "2026-11-23 09:00:00", "New", ""]),
//!     (6, ["T2", "2026-11-23 09:30:00", "Done", ""]),
//! ] {
//!     let row = columns.read(line, row.len(), |place| row.get(place).map(|field| field.as_bytes()))?;
//!     if let Finding::Moved(verdict) = fold.fold(&row) {
//!         guards.push((verdict.refused_by(), verdict.guards().to_vec()));
//!     }
//! }
//! assert_eq!(guards, [(None, vec!["T-INC-03", "T-INC-04"]), (Some("T-INC-08"), vec![])]);
//! let report = fold.finish()?;
//! assert_eq!((report.transitions_accepted, report.transitions_refused, report.updates), (1, 1, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod clocks;
mod columns;
mod conditions;
mod conformance;
mod kpis;
mod mapping;
mod moves;
mod report;
mod wall;

pub use clocks::Measure;
pub use columns::{Columns, Row, RowFault, RowFaultKind};
pub use conditions::{CheckedCondition, Checking};
pub use conformance::{Conformance, Finding};
pub use kpis::{Ageing, HistoryKpi, KpiUnit};
pub use mapping::{
    ColumnNames, HistoryMapping, LevelNames, MappedState, MappingError, MoveMapping, OpeningMapping,
    ReassignmentRule, Unchecked,
};
pub use moves::Verdict;
pub use report::*;
pub use wall::WallFormat;
