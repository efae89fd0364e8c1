//! What a change asks for and how it is to be done: the content that is approved.

use crate::control::Firmness;
use crate::kernel::{Attachment, CiId, Code, Instant, PersonId, RecordId, Roles, ServiceId, Text, codes};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

codes! {
    /// What a change does.
    #[derive(Default)]
    pub enum ChangeKind {
        /// Alters what is there.
        #[default]
        Modification = "modification", "Modification", "修改";
        /// Brings something new.
        Addition = "addition", "Addition", "新增";
        /// Takes a service away: always major (CHG-14).
        ServiceRemoval = "service_removal", "Removal of a service", "终止服务";
        /// Gives a service to another provider: always major (CHG-14).
        ServiceTransfer = "service_transfer", "Transfer of a service", "转移服务";
    }
}

impl ChangeKind {
    /// Whether it is major whatever its risk.
    #[must_use]
    pub const fn is_major(self) -> bool {
        matches!(self, Self::ServiceRemoval | Self::ServiceTransfer)
    }
}

/// A request for change. A draft may leave texts empty; a submitted one is complete (T-CHG-01).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Rfc {
    /// What it is called.
    pub title: Text,
    /// Why.
    pub reason: Text,
    /// What it is good for.
    pub benefit: Text,
    /// What happens if it is not done.
    pub not_doing: Text,
    /// What it does.
    pub kind: ChangeKind,
    /// The services concerned.
    pub services: Vec<ServiceId>,
    /// The configuration items that it alters.
    pub cis: Vec<CiId>,
    /// Why it alters none, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_cis: Option<Text>,
    /// By when it is wished for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wished_for: Option<Instant>,
}

/// The stretch `[from, until)` in which a change is implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeWindow {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
}

impl ChangeWindow {
    /// Whether it holds an instant.
    #[must_use]
    pub fn contains(self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }
}

/// How the state before is restored, or the failure remedied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BackOutPlan {
    /// How.
    pub steps: Text,
    /// Whether that was tested.
    pub tested: bool,
    /// Why not, where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_tested: Option<Text>,
}

/// How a change is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePlan {
    /// Who builds.
    pub builder: PersonId,
    /// Who tests.
    pub tester: PersonId,
    /// Who implements.
    pub implementer: PersonId,
    /// When.
    pub window: ChangeWindow,
    /// The steps of the implementation.
    pub steps: Text,
    /// What is tested, and how.
    pub test: Text,
    /// How it is undone.
    pub back_out: BackOutPlan,
    /// Who is told, and when.
    pub communication: Text,
    /// How it is seen that it works.
    pub verification: Text,
    /// Why the window begins before the lead time of the category is over, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_notice: Option<Text>,
}

/// The plan of new, changed, removed and transferred services that a major change waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServicePlan {
    /// Its record, or the number of its document.
    pub plan: RecordId,
    /// Who approved it.
    pub approved_by: PersonId,
    /// When.
    pub approved_at: Instant,
    /// Its document, where the host keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Attachment>,
}

/// Something in the way of a change, as the schedule found it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The rule it breaks.
    pub rule: Code,
    /// The other record, or the freeze.
    pub with: SmolStr,
    /// The item over which, if it is over one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// How firmly.
    pub firmness: Firmness,
    /// Who may waive it.
    #[serde(default)]
    pub waivable_by: Roles,
}

impl Conflict {
    /// Whether it is the same matter as another one.
    #[must_use]
    pub fn is(&self, rule: &Code, with: &str, ci: Option<&CiId>) -> bool {
        self.rule == *rule && self.with == with && self.ci.as_ref() == ci
    }
}

/// A conflict that somebody entitled has waived for one window of one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConflictWaiver {
    /// The rule.
    pub rule: Code,
    /// The other record, or the freeze.
    pub with: Text,
    /// The item over which, if it is over one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<CiId>,
    /// The window it was waived for; another one asks again.
    pub window: ChangeWindow,
    /// Who waived it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: Text,
}
