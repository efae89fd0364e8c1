//! Service level clocks: targets, agreements, and clocks that are folds over marks. 服务级别时钟
//!
//! What a clock is to the second stands in `docs/adr/0003-clock-semantics.md`; the words here are its words. Clauses
//! 3.0.9, 3.9 and 3.20 of the specification ask for it; DECISIONS 13 to 16 settle the corners.
//!
//! The parts, in the order of their use:
//!
//! 1. [`SlaPolicy`] is the agreement as a document; [`Terms`] are the named policies of its clocks, and [`Profile`]
//!    gives those of known products.
//! 2. [`Agreements`] is the compiled book of all versions of agreements and calendars; it selects a clause.
//! 3. A decision ([`engine`]) turns an operation into [`ClockMark`]s. It computes each instant once.
//! 4. A [`Clock`] is the fold of its marks. Applying a mark never asks a calendar, so replay under any later
//!    time zone data gives the same history.
//! 5. [`TicketClocks`] holds the up to three clocks of a ticket and knows what a [`Stimulus`] means to each.
//! 6. [`reading`] and [`why_due`] answer live questions; [`replay`] folds a whole history as of any instant.
//!
//! ```
//! use itsm::kernel::{Code, Instant, PolicyId, Versioned};
//! use itsm::sla::{Agreements, Metric, SlaPolicy, Stimulus, Ticket, TicketClocks};
//! use itsm::time::CalendarDocument;
//!
//! let policy = SlaPolicy::from_json(br#"{
//!     "name": "Desk", "precedence": 10, "selection": "precedence",
//!     "clauses": [{"id": "p1", "metric": "resolution", "when": {"priorities": [1]},
//!                  "target": {"unit": "working", "seconds": 14400}, "calendar": "office",
//!                  "pause_reasons": ["user"]}]}"#)?;
//! let calendar = CalendarDocument::from_json(br#"{
//!     "zone": "Asia/Shanghai",
//!     "week": {"mon": [["09:00","12:00"],["13:00","18:00"]], "tue": [["09:00","12:00"],["13:00","18:00"]]}}"#)?;
//! let from = Instant::parse("2026-01-01T00:00:00Z")?;
//! let book = Agreements::new(
//!     vec![Versioned { id: PolicyId::new("desk")?, version: 1, effective_from: from, document: policy }],
//!     vec![Versioned { id: PolicyId::new("office")?, version: 1, effective_from: from, document: calendar }],
//! )?;
//!
//! let ticket = Ticket::new(Code::new("incident")?).with_priority(1);
//! let mut clocks = TicketClocks::default();
//! let monday_1600 = Instant::parse("2026-11-23T08:00:00Z")?;
//! for mark in clocks.stimulate(&ticket, &Stimulus::Opened { ticket: None }, monday_1600, &book)? {
//!     clocks.apply(&mark);
//! }
//! let clock = clocks.get(Metric::Resolution).unwrap();
//! assert_eq!(clock.due_at, Some(Instant::parse("2026-11-24T03:00:00Z")?), "Tuesday 11:00 in Shanghai");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agreement;
mod book;
mod clock;
pub mod engine;
mod error;
mod forecast;
mod mark;
mod preset;
mod profiles;
mod reading;
mod replay;
mod stored;
mod target;
mod terms;
mod tickets;
mod why;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod vectors;

pub use agreement::*;
pub use book::{Agreements, Selected};
pub use clock::*;
pub use error::SlaError;
pub use mark::*;
pub use preset::IncidentPreset;
pub use profiles::{PROFILES, Profile, ProfileRow};
pub use reading::*;
pub use replay::*;
pub use target::{Metric, Target, Unit};
pub use terms::*;
pub use tickets::*;
pub use why::{Stretch, StretchKind, WhyDue, why_due};
