//! The register of configuration items and what follows from it: what breaks if, and why. 配置管理数据库
//!
//! A [`Cmdb`] holds items and relations (ISO/IEC 20000-1:2018 8.2.6, spec 3.23, semantics 8.4). It knows no process: freezes,
//! maintenance and changes reach it as neutral lists of items and intervals (DECISIONS 21).
//!
//! The rules, in one place:
//!
//! - States are ok < degraded < down. The state of an item is the worst of its own and what its gates pass on.
//! - A gate takes the k-th best state among its members: `all` the worst, `any` the best; percentages are rounded up; a weighted
//!   gate passes a state on when members in that state or worse hold more than a share of the weight (DECISIONS 22).
//! - A relation outside every group is a gate of its own. A group for which the item has no gate needs all its members.
//! - A degrading relation passes on at most `degraded`, an informational one nothing.
//! - A member is a provider, however many relations of the group lead from it: it counts once, by the hardest of them. In a weighted
//!   gate the weights of its relations add up.
//! - A relation of an item to itself changes nothing in an `all` gate and makes the item a member elsewhere. A gate that asks for
//!   more than it has asks for all it has.
//! - What follows from given states is the least fixpoint; cycles of items that hold each other up stay up.

mod audit;
mod availability;
mod cut_search;
mod diagram;
mod difference;
mod document;
mod drawing;
mod error;
#[cfg(feature = "csv")]
mod files;
mod flood;
mod graph;
mod impact;
mod network;
mod order;
mod probability;
mod reach;
mod simulate;
mod slots;
mod stake;
mod structure;
#[cfg(test)]
mod tests;
mod witness;

pub use audit::{AuditResult, AuditScope, Differing, Found, Share};
pub use availability::{Availability, Contribution, DowntimeBudget, downtime_budget};
pub use difference::{Changed, Difference, FieldChange};
pub use document::{
    CERTAIN_PPM, CmdbDocument, FailureDirection, Gate, Item, ItemState, Relation, RelationKey, RelationKind,
    Strength, WeightedGate,
};
pub use error::CmdbError;
#[cfg(feature = "csv")]
pub use files::{CsvMapping, CsvPair, ItemColumns, MappedKind, RelationColumns};
pub use graph::Cmdb;
pub use impact::{Impact, ImpactOptions, Margin, Reached, Source};
pub use probability::{Probability, k_of_n, parallel, series};
pub use reach::{Neighbour, RootCandidate};
pub use simulate::{Collision, Disturbance, Overlay, OverlayKind, Simulation, SimulationOptions};
pub use stake::{AtStake, ServiceAgreement};
pub use structure::{CutSetSearch, SinglePointsOfFailure};
pub use witness::Witness;
