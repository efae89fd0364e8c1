//! What a register of items refuses.

use crate::cmdb::RelationKey;
use crate::kernel::strict::DocumentError;
use crate::kernel::{CiId, Code, RecordId, limits};

/// Why a document, an edit or a question was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CmdbError {
    /// The document was refused before it was read as a register.
    #[error(transparent)]
    Document(Box<DocumentError>),
    /// Two items have the same id.
    #[error("item `{item}` stands here twice")]
    DuplicateItem {
        /// The id.
        item: CiId,
    },
    /// Two relations have the same id, or none and the same ends, kind and group.
    #[error("relation `{relation}` stands here twice")]
    DuplicateRelation {
        /// What they are known by.
        relation: Box<RelationKey>,
    },
    /// Items that the register does not hold.
    #[error("the register has no item {}", Listed(items))]
    UnknownItems {
        /// All of them.
        items: Vec<CiId>,
    },
    /// A relation names an item that the register does not hold.
    #[error("relation `{relation}` ends at item `{item}`, which the register does not hold")]
    DanglingRelation {
        /// The relation.
        relation: Box<RelationKey>,
        /// The missing end.
        item: CiId,
    },
    /// A relation that the register does not hold.
    #[error("the register has no relation `{relation}`")]
    UnknownRelation {
        /// What it would be known by.
        relation: Box<RelationKey>,
    },
    /// A relation names a kind that the document does not define.
    #[error("relation `{relation}` is of kind `{kind}`, which the register does not define")]
    UnknownKind {
        /// The relation.
        relation: Box<RelationKey>,
        /// The kind.
        kind: Code,
    },
    /// A gate that needs nothing, or shares out of range.
    #[error(
        "the gate of item `{item}` for group `{group}` makes no sense: `at_least` begins at 1, `percent` is 1 to 100, \
         `down_above_percent` 0 to 99, and `degraded_above_percent` at most that"
    )]
    UnsoundGate {
        /// The item.
        item: CiId,
        /// The group.
        group: Code,
    },
    /// A gate of a document needs more members than its group has.
    #[error("the gate of item `{item}` for group `{group}` needs `{needed}` of `{members}` members")]
    UnmeetableGate {
        /// The item.
        item: CiId,
        /// The group.
        group: Code,
        /// Members needed.
        needed: u32,
        /// Members there are.
        members: u64,
    },
    /// A weight outside 1 to [`limits::RELATION_WEIGHT`].
    #[error("relation `{relation}` has a weight outside 1 to {limit}", limit = limits::RELATION_WEIGHT)]
    WeightOutOfRange {
        /// The relation.
        relation: Box<RelationKey>,
    },
    /// More than a million parts per million.
    #[error("relation `{relation}` is surer than 1000000 parts per million")]
    ConfidenceOutOfRange {
        /// The relation.
        relation: Box<RelationKey>,
    },
    /// A text that is too long.
    #[error("`{field}` of item `{item}` has `{bytes}` bytes, allowed are {limit}")]
    TextTooLong {
        /// The item.
        item: CiId,
        /// Which text.
        field: Box<str>,
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Two overlays of a simulation have the same id.
    #[error("overlay `{overlay}` stands here twice")]
    DuplicateOverlay {
        /// The id.
        overlay: RecordId,
    },
    /// More than a million parts per million.
    #[error("item `{item}` is up more than 1000000 parts per million")]
    AvailabilityOutOfRange {
        /// The item.
        item: CiId,
    },
    /// The answer takes more work than was allowed; what a step is says the question.
    #[error("the answer takes more than `{budget}` steps")]
    BudgetExceeded {
        /// Steps allowed.
        budget: u64,
    },
    /// A line of a CSV file that says nothing that can be used.
    #[error("line `{line}` of the {file}: {why}")]
    Csv {
        /// Which of the two files: `items` or `relations`.
        file: &'static str,
        /// Which line, counted from 1.
        line: u64,
        /// What is wrong with it.
        why: Box<str>,
    },
    /// More items or relations than 32 bits can number.
    #[error("the register cannot number more than {limit} items or relations", limit = u32::MAX)]
    Full,
}

impl CmdbError {
    /// The stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Document(refused) => refused.fault.code(),
            Self::DuplicateItem { .. } => "cmdb.duplicate_item",
            Self::DuplicateRelation { .. } => "cmdb.duplicate_relation",
            Self::UnknownItems { .. } => "cmdb.unknown_items",
            Self::DanglingRelation { .. } => "cmdb.dangling_relation",
            Self::UnknownRelation { .. } => "cmdb.unknown_relation",
            Self::UnknownKind { .. } => "cmdb.unknown_kind",
            Self::UnsoundGate { .. } => "cmdb.unsound_gate",
            Self::UnmeetableGate { .. } => "cmdb.unmeetable_gate",
            Self::WeightOutOfRange { .. } => "cmdb.weight_out_of_range",
            Self::ConfidenceOutOfRange { .. } => "cmdb.confidence_out_of_range",
            Self::TextTooLong { .. } => "cmdb.text_too_long",
            Self::DuplicateOverlay { .. } => "cmdb.duplicate_overlay",
            Self::AvailabilityOutOfRange { .. } => "cmdb.availability_out_of_range",
            Self::BudgetExceeded { .. } => "cmdb.budget_exceeded",
            Self::Csv { .. } => "cmdb.csv",
            Self::Full => "cmdb.full",
        }
    }
}

/// The first few of a list of ids.
struct Listed<'a>(&'a [CiId]);

impl std::fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const SHOWN: usize = 10;
        for (place, item) in self.0.iter().take(SHOWN).enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}`{item}`")?;
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}
